#pragma once
/// Tables of top scorers.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Players with their goals.
bool knows_top_scorers(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_top_scorers(Draft& draft, const wiki::Table& table, const Columns& columns,
                      const Place& place);

}  // namespace acta::football
