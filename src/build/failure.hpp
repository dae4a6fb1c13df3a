#pragma once
/// What ends a build: the world is at fault.

#include <stdexcept>
#include <string>
#include <string_view>

#include "build/build.hpp"

namespace acta::build {

/// A file, a folder or a disk does not do what it should; the message names it and says why.
class Failure : public BuildError {
 public:
  using BuildError::BuildError;

  /// "data/acta.sqlite: cannot be written: No space left on device", from `errno`.
  static Failure of(std::string_view subject, std::string_view what, int error);
};

/// A source is damaged or unreadable; the other sources go on.
class SourceFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace acta::build
