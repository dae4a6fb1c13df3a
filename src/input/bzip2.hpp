#pragma once
/// bzip2 in parallel, whatever wrote it: one stream or many, with an index or without.
///
/// A stream is "BZh9", blocks, and an end with a checksum over the blocks' checksums; nothing is
/// aligned to bytes.  Blocks and ends begin with 48-bit marks.  The file is cut at every mark, and
/// each block is decoded and its checksum verified.  What is no good block may be one of a kind
/// that is no longer written: shifted to a byte and given a header and an end of its own, it is a
/// stream, and libbz2 has the last word.  A mark that the data of a block happens to hold makes
/// that block fail, and the piece after it is joined to it.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/pool.hpp"
#include "input/stream.hpp"

namespace acta::input {

/// The bits of a file from one mark to the next.
struct BitPiece {
  enum class Kind : std::uint8_t { header, block, end };

  Kind kind = Kind::header;
  std::string bytes;       ///< The bytes that hold the bits.
  unsigned skip = 0;       ///< Bits of the first byte that belong to the piece before.
  std::uint64_t bits = 0;  ///< The piece's own.
};

/// Cuts a file at its marks.
class BitCutter {
 public:
  explicit BitCutter(ByteReader file) : file_(std::move(file)) {}

  /// The next piece; nothing at the end of the file.  Throws SourceFailure when no mark comes
  /// within what a block can take.
  std::optional<BitPiece> next();

  std::uint64_t consumed() const { return file_.consumed(); }

 private:
  struct Mark {
    std::uint64_t bit;
    BitPiece::Kind kind;
  };

  std::optional<Mark> find_mark();
  BitPiece cut(std::uint64_t end_bit);

  ByteReader file_;
  std::string buffer_;
  std::size_t searched_ = 0;     ///< Bytes of the buffer that hold no mark's start.
  std::uint64_t start_bit_ = 0;  ///< Where the piece in hand starts in the buffer.
  BitPiece::Kind kind_ = BitPiece::Kind::header;
  bool ended_ = false;
};

/// What a block holds, or nothing when it is no whole block.
std::optional<std::string> decompress_block(const BitPiece& block);

/// The decompressed bytes of a bzip2 file.
class Bzip2Stream : public Stream {
 public:
  Bzip2Stream(ByteReader file, Pool& pool) : pool_(pool), cutter_(std::move(file)) {}

  ~Bzip2Stream() override;
  Bzip2Stream(const Bzip2Stream&) = delete;
  Bzip2Stream& operator=(const Bzip2Stream&) = delete;

  bool read(std::string& piece) override;

  std::uint64_t consumed() const override { return cutter_.consumed(); }

 private:
  /// A piece, and for a block what comes of it.
  struct Pending {
    std::shared_ptr<BitPiece> piece;
    std::future<std::optional<std::string>> content;
  };

  void fill();
  void read_header(const BitPiece& header);
  void read_end(const BitPiece& end);
  std::string read_block(Pending block);

  Pool& pool_;
  BitCutter cutter_;
  std::deque<Pending> pending_;
  bool cut_all_ = false;
  bool started_ = false;
  bool in_stream_ = false;
  std::uint32_t checksum_ = 0;  ///< Of the stream so far.
};

}  // namespace acta::input
