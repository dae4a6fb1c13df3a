#pragma once
/// A source's bytes, decompressed, in pieces.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "input/pool.hpp"

namespace acta::input {

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

/// Reads a stream in pieces of a size that one asks for; what was looked at ahead is read again.
class ByteReader {
 public:
  explicit ByteReader(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}

  /// `start` was read from the stream before.
  ByteReader(std::string start, std::unique_ptr<Stream> stream)
      : stream_(std::move(stream)), ahead_(std::move(start)) {}

  /// Opens a file ("-" is standard input).  Throws SourceFailure.
  explicit ByteReader(const std::string& path);

  /// The next bytes, at most `size`, in place of `piece`; false at the end.
  bool read(std::string& piece, std::size_t size);

  /// The next bytes, up to `size`, which stay to be read.
  std::string_view peek(std::size_t size);

  /// How many bytes of the file were read.
  std::uint64_t consumed() const { return stream_->consumed(); }

 private:
  std::unique_ptr<Stream> stream_;
  std::string ahead_;
};

/// Opens a file as it lies on the disk ("-" is standard input).  Throws SourceFailure.
std::unique_ptr<Stream> open_file(const std::string& path);

/// What `stream` holds when it is unpacked, several times where it was packed several times.  The
/// blocks of bzip2 are decompressed by the pool, a few at a time; nothing else must keep the pool
/// from getting on.  Throws SourceFailure.
std::unique_ptr<Stream> unpack(std::unique_ptr<Stream> stream, Pool& pool);

/// Opens a file and unpacks it.
std::unique_ptr<Stream> open_stream(const std::string& path, Pool& pool);

}  // namespace acta::input
