#pragma once
/// What prose states in fixed patterns.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Reads the fixed patterns of a line of prose.
void read_claims(Draft& draft, const wiki::Text& text);

}  // namespace acta::football
