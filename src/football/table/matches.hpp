#pragma once
/// Tables whose rows are matches.  Private to football/.

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Two sides with a score or a day.
bool knows_matches(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_matches(Draft& draft, const wiki::Table& table, const Columns& columns,
                  const Place& place);

/// Both sides in one cell: a date, "Aldea – Bruma", a score.
bool knows_matches_by_sides(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_matches_by_sides(Draft& draft, const wiki::Table& table, const Columns& columns,
                           const Place& place);

/// Two teams around a score, with no header that says so.
bool knows_results(const Draft& draft, const wiki::Table& table, const Columns& columns);

void read_results(Draft& draft, const wiki::Table& table, const Columns& columns,
                  const Place& place);

}  // namespace acta::football
