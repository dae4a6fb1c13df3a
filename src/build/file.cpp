#include "build/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sys/file.h>
#include <sys/stat.h>

#include "build/failure.hpp"

namespace acta::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view not_written = "cannot be written";

FileState state_from(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size),
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

void write_all(int file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw Failure::of(path, not_written, errno);
    }
  }
}

}  // namespace

void make_folder(const std::string& path) {
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) throw Failure(path + ": cannot be made: " + failure.message());
}

FileState write_file(const std::string& path, std::string_view bytes, bool sync) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                               S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH));
  if (file.number() < 0) throw Failure::of(path, not_written, errno);
  try {
    write_all(file.number(), path, bytes);

    struct stat status {};

    if (sync && ::fsync(file.number()) != 0) throw Failure::of(path, not_written, errno);
    if (::fstat(file.number(), &status) != 0) throw Failure::of(path, not_written, errno);
    return state_from(status);
  } catch (const Failure&) {
    ::unlink(path.c_str());
    throw;
  }
}

void sync_all(const std::string& folder) {
  const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.number() < 0 || ::syncfs(file.number()) != 0) {
    throw Failure::of(folder, not_written, errno);
  }
}

void sync(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw Failure::of(path, not_written, errno);
  // Not every file system can sync a folder, which is no failure to write.
  if (::fsync(file.number()) != 0 && errno != EINVAL) {
    throw Failure::of(path, not_written, errno);
  }
}

void rename_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw Failure::of(to, not_written, errno);
}

void replace_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  write_file(beside, bytes, true);
  try {
    rename_file(beside, path);
  } catch (const Failure&) {
    ::unlink(beside.c_str());
    throw;
  }
  sync(fs::path(path).parent_path().string());
}

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
    throw Failure::of(path, "cannot be removed", errno);
  }
}

Lock::Lock(const std::string& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (file_.number() < 0) throw Failure::of(path, not_written, errno);
  while (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) throw Failure::of(path, "cannot be locked", errno);
    throw Failure(fs::path(path).parent_path().parent_path().string() +
                  ": another build is at work in this folder");
  }
}

}  // namespace acta::build
