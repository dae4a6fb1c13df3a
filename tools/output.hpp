#pragma once
/// Where records go: standard output, or a file that appears whole or not at all.

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace acta::tool {

/// An output could not be written; the message names it and says why.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Whoever read our output has gone away.
class BrokenPipe : public OutputError {
 public:
  using OutputError::OutputError;
};

/// Buffered output.  Errors are thrown, also those that only `finish` can see.
class Output {
 public:
  /// Standard output when there is no `path`.  A file is written beside its place and renamed by
  /// `finish`; a device or a pipe is written to directly.
  explicit Output(const std::optional<std::string>& path = std::nullopt);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Adds `bytes`.
  void write(std::string_view bytes);

  /// Writes what is buffered, and puts a file in its place.  Without it a file stays as it was.
  void finish();

 private:
  void open_beside(const std::string& path);
  void flush();
  void sync_and_rename();
  [[noreturn]] void fail(int error) const;

  std::string shown_;
  std::string target_;     ///< The file to replace; empty for standard output and devices.
  std::string temporary_;  ///< Its content so far; empty when there is none to remove.
  std::string buffer_;
  int descriptor_ = -1;
};

}  // namespace acta::tool
