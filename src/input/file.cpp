#include "input/file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sys/stat.h>

#include "input/failure.hpp"

namespace acta::input {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

FileState state_from(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size),
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

}  // namespace

Failure Failure::of(std::string_view subject, std::string_view what, int error) {
  return Failure(std::string(subject) + ": " + std::string(what) + ": " + reason(error));
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

int Descriptor::release() { return std::exchange(number_, -1); }

Descriptor open_to_read(const std::string& path) {
  Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw SourceFailure(reason(errno));
  return file;
}

std::size_t read_some(const Descriptor& file, const std::string& path, char* to, std::size_t size) {
  std::size_t total = 0;
  while (total < size) {
    const ssize_t count = ::read(file.number(), to + total, size - total);
    if (count == 0) break;
    if (count > 0) {
      total += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      throw SourceFailure(path + ": " + reason(errno));
    }
  }
  return total;
}

std::string read_whole(const std::string& path, std::size_t limit) {
  const Descriptor file = open_to_read(path);

  struct stat status {};

  std::size_t room = std::size_t{64} * 1024;
  if (::fstat(file.number(), &status) == 0 && status.st_size > 0) {
    room = std::min(static_cast<std::size_t>(status.st_size), limit) + 1;
  }
  std::string bytes;
  for (std::size_t used = 0;;) {
    bytes.resize(used + room);
    const std::size_t count = read_some(file, path, bytes.data() + used, room);
    used += count;
    if (used > limit) throw SourceFailure("larger than " + std::to_string(limit >> 20U) + " MiB");
    if (count < room) {
      bytes.resize(used);
      return bytes;
    }
    room = used;
  }
}

std::optional<FileState> state_of(const std::string& path) {
  struct stat status {};

  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return state_from(status);
}

}  // namespace acta::input
