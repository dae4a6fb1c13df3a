#pragma once
/// Grids of results: teams against teams.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// A corner that says so, as many columns as rows, and nothing on the diagonal.
bool knows_grid(const Draft& draft, const wiki::Table& table, const Columns& columns);

/// Without such a corner: columns called by the rows' names or their first letters.
bool knows_plain_grid(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_grid(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

}  // namespace acta::football
