#pragma once
/// What ends a build, or the reading of one source.

#include "input/failure.hpp"

namespace acta::build {

using input::Failure;
using input::SourceFailure;

}  // namespace acta::build
