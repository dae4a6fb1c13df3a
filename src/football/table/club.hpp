#pragma once
/// The matches of the club that an article is about.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Opponents with scores, and where each match was played.
bool knows_club(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_club(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

}  // namespace acta::football
