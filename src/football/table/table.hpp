#pragma once
/// Tables become records.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Reads a table; one whose header no kind knows is kept in `other_tables`.
void read_table(Draft& draft, const wiki::Table& table, const Place& place);

}  // namespace acta::football
