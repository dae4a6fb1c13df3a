#pragma once
/// Tables that no other kind knows.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Any table.
bool knows_other(const Draft& draft, const wiki::Table& table, const Columns& columns);

/// Keeps a table as a grid of texts.
void read_other(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

}  // namespace acta::football
