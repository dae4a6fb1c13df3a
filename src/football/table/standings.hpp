#pragma once
/// Tables of standings.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Teams with their points or results.
bool knows_standings(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_standings(Draft& draft, const wiki::Table& table, const Columns& columns,
                    const Place& place);

}  // namespace acta::football
