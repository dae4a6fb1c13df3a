#pragma once
/// What follows from all records together, once every line is read.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Witnesses: rows of legs, grids and brackets beside the matches that are listed; what nobody else
/// tells becomes a match.  Then the matches stand by line.
void settle_witnesses(Draft& draft);

/// Ties, their winners, and the rounds' counts.
void settle_rounds(Draft& draft);

/// Ids, missing goals, and what follows from the goals; legs are known.
void settle_matches(Draft& draft);

}  // namespace acta::football
