#pragma once
/// A source's bytes, decompressed, in pieces.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "build/file.hpp"
#include "build/pool.hpp"

namespace acta::build {

/// Bytes that come one piece after the other.
class Stream {
 public:
  virtual ~Stream() = default;

  /// Replaces `piece` by the next piece; false at the end.  Throws SourceFailure where the
  /// compressed bytes are damaged or end too early; all that came before was right.
  virtual bool read(std::string& piece) = 0;

  /// How many bytes of the file were read so far.
  virtual std::uint64_t consumed() const = 0;
};

/// What the first bytes of a file say about its compression.
enum class Compression : std::uint8_t { none, bzip2, gzip, zstd };

/// The compression whose mark `start` begins with.
Compression compression_of(std::string_view start);

/// Opens a file ("-" is standard input).  The blocks of bzip2 are decompressed by the pool, a few
/// at a time; nothing else must keep the pool from getting on.  Throws SourceFailure.
std::unique_ptr<Stream> open_stream(const std::string& path, Pool& pool);

/// Reads a file in pieces; what was looked at ahead is read again.
class FileReader {
 public:
  explicit FileReader(std::string path);

  /// The next bytes, at most `size`, in place of `piece`; false at the end.
  bool read(std::string& piece, std::size_t size);

  /// The first bytes, up to `size`, which stay to be read.
  std::string_view peek(std::size_t size);

  /// How many bytes were handed out.
  std::uint64_t consumed() const { return consumed_; }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  Descriptor file_;
  std::string ahead_;
  std::uint64_t consumed_ = 0;
};

}  // namespace acta::build
