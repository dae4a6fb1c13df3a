#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sys/stat.h>

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

/// The file that `path` leads to, so that a symbolic link stays one.
std::string resolved(const std::string& path) {
  std::error_code failure;
  fs::path target = fs::weakly_canonical(path, failure);
  return failure ? path : target.string();
}

/// The mode a new file gets, or that of the file it replaces.
mode_t mode_for(const std::string& target) {
  struct stat status {};

  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

Output::Output(const std::optional<std::string>& path) {
  buffer_.reserve(buffer_size);
  if (!path) {
    shown_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  shown_ = *path;
  std::error_code failure;
  const fs::file_status status = fs::status(*path, failure);
  if (fs::is_directory(status)) fail(EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    descriptor_ = ::open(path->c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
  } else {
    open_beside(*path);
  }
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::open_beside(const std::string& path) {
  target_ = resolved(path);
  std::string name = target_ + ".XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  temporary_ = std::move(name);
  if (::fchmod(descriptor_, mode_for(target_)) != 0) fail(errno);
}

void Output::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t count = ::write(descriptor_, left.data(), left.size());
    if (count >= 0) {
      left.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (!temporary_.empty()) {
    sync_and_rename();
  } else {
    // Some file systems report a full disk only here.
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 && errno != EINTR) fail(errno);
  }
}

void Output::sync_and_rename() {
  if (::fsync(descriptor_) != 0) fail(errno);
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail(errno);
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
  // The new name itself lies in the folder, which is synced best-effort: not all systems can.
  const std::string folder = fs::path(target_).parent_path().string();
  const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (opened >= 0) {
    ::fsync(opened);
    ::close(opened);
  }
}

void Output::fail(int error) const {
  const std::string message =
      shown_ + ": cannot be written: " + std::generic_category().message(error);
  if (error == EPIPE) throw BrokenPipe(message);
  throw OutputError(message);
}

}  // namespace acta::tool
