#pragma once
/// Outputs that would destroy what somebody has: refused before anything is written.

#include <optional>
#include <string>
#include <vector>

namespace acta::tool {

/// What a command writes to a file; only a file of that kind, or an empty one, is replaced.
enum class Writes { seasons, findings, aliases, baseline };

/// Files that a run reads.  They are known by where they lie, not by their names: a link to one is
/// that file.
class Guard {
 public:
  /// Adds a file that is read; one that is not there is nothing to guard.
  void add(const std::string& path);

  /// Throws OutputError when `output` is one of the files that are read, or holds what `what` does
  /// not write.  No output, a device and a pipe are fine.
  void expect_own(const std::optional<std::string>& output, Writes what) const;

 private:
  std::vector<std::string> files_;
};

}  // namespace acta::tool
