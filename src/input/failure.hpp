#pragma once
/// What ends a reading: of one source, or of all the work.

#include <stdexcept>
#include <string>
#include <string_view>

namespace acta::input {

/// The world is at fault: a disk is full, an output cannot be written.  What was there before is
/// still there.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;

  /// "data/acta.sqlite: cannot be written: No space left on device", from `errno`.
  static Failure of(std::string_view subject, std::string_view what, int error);
};

/// A source is damaged, unreadable, or of a kind that is not read; the other sources go on.
class SourceFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace acta::input
