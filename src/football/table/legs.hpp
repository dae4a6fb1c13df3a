#pragma once
/// Tables of ties.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Two sides with the scores of both legs.
bool knows_legs(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_legs(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

}  // namespace acta::football
