#pragma once
/// Tables of teams that come and go.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// A column for each way: "Relegated from 2023 Liga 2".
bool knows_changes(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_changes(Draft& draft, const wiki::Table& table, const Columns& columns,
                  const Place& place);

}  // namespace acta::football
