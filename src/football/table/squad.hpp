#pragma once
/// Tables of squads.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Players with their numbers, positions or birthdays, and nothing that a squad does not tell.
bool knows_squad(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_squad(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

}  // namespace acta::football
