#pragma once
/// Files as they are read: opened, looked at, read whole.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta::input {

/// Size and time of a file: as long as they stay, so does its content.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t time = 0;  ///< Last change, nanoseconds since 1970.
  bool operator==(const FileState&) const = default;
};

/// Owns an open file, or nothing.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}

  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}

  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int number() const { return number_; }

  /// Hands the file over to the caller, who closes it.
  int release();

 private:
  int number_;
};

/// Opens a file for reading, "-" for standard input.  Throws SourceFailure.
Descriptor open_to_read(const std::string& path);

/// Reads up to `size` bytes; fewer only at the end.  Throws SourceFailure, which names `path`.
std::size_t read_some(const Descriptor& file, const std::string& path, char* to, std::size_t size);

/// The whole content of a file.  Throws SourceFailure, also when it is larger than `limit`.
std::string read_whole(const std::string& path, std::size_t limit = std::size_t{1} << 30U);

/// State of a regular file; nothing when there is none.
std::optional<FileState> state_of(const std::string& path);

}  // namespace acta::input
