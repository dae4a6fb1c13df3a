#pragma once
/// Tables of who played for one side of a match.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Rows of a position, a number and a name, below a match that has not got both its line-ups.
bool knows_lineup(const Draft& draft, const wiki::Table& table, const Columns& columns);

/// The first below a match is the home side's, the second the away side's.
void read_lineup(Draft& draft, const wiki::Table& table, const Columns& columns,
                 const Place& place);

}  // namespace acta::football
