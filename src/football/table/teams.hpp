#pragma once
/// Tables of teams and of stadiums.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Teams with where they are at home.
bool knows_teams(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_teams(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);

/// Stadiums with their capacity.
bool knows_stadiums(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_stadiums(Draft& draft, const wiki::Table& table, const Columns& columns,
                   const Place& place);

}  // namespace acta::football
