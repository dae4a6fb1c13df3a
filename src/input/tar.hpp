#pragma once
/// Tar archives: their files, one after the other, as the bytes arrive.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "input/stream.hpp"

namespace acta::input {

/// One regular file of an archive.
struct TarMember {
  std::string name;
  std::uint64_t size = 0;
};

/// Walks through an archive as tar, GNU tar and pax write it.
class TarReader {
 public:
  /// `start` was read from the stream before.
  TarReader(std::string start, std::unique_ptr<Stream> stream)
      : bytes_(std::move(start), std::move(stream)) {}

  /// The next regular file; what was left of the one before is passed over.  Nothing at the end.
  /// Throws SourceFailure where the archive is damaged or ends too early.
  std::optional<TarMember> next();

  /// The next bytes of the member in hand; false at its end.
  bool read(std::string& piece);

  /// The bytes of the member in hand, which is read before `next` is called again.
  std::unique_ptr<Stream> open_member();

  std::uint64_t consumed() const { return bytes_.consumed(); }

 private:
  std::string take(std::size_t size);
  void skip(std::uint64_t size);

  ByteReader bytes_;
  std::uint64_t left_ = 0;     ///< Bytes of the member that were not read.
  std::uint64_t padding_ = 0;  ///< Bytes from its end to the next header.
};

}  // namespace acta::input
