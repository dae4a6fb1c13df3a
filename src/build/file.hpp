#pragma once
/// Files as a build writes them: whole or not at all, locked.

#include <string>
#include <string_view>

#include "input/file.hpp"

namespace acta::build {

using input::Descriptor;
using input::FileState;
using input::open_to_read;
using input::read_some;
using input::read_whole;
using input::state_of;

/// Makes a folder and those above it.  Throws Failure.
void make_folder(const std::string& path);

/// Writes a new file, synced when `sync`.  Throws Failure, and leaves no file then.
FileState write_file(const std::string& path, std::string_view bytes, bool sync);

/// Syncs what was written below `folder`: one call for many files where the system can.
void sync_all(const std::string& folder);

/// Syncs one file, or a folder's names.
void sync(const std::string& path);

/// Puts `from` in the place of `to`.  Throws Failure.
void rename_file(const std::string& from, const std::string& to);

/// Writes `path` so that readers see the old content or the new one: a file beside it, synced,
/// renamed, the folder synced.  Throws Failure.
void replace_file(const std::string& path, std::string_view bytes);

/// Removes a file; that there is none is no failure.  Throws Failure.
void remove_file(const std::string& path);

/// Holds a file's lock while it lives.
class Lock {
 public:
  /// Throws Failure when another process has it.
  explicit Lock(const std::string& path);

 private:
  Descriptor file_;
};

}  // namespace acta::build
