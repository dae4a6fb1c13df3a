#include "football/table/table.hpp"

#include <algorithm>
#include <array>

#include "football/table/changes.hpp"
#include "football/table/club.hpp"
#include "football/table/grid.hpp"
#include "football/table/legs.hpp"
#include "football/table/lineup.hpp"
#include "football/table/matches.hpp"
#include "football/table/other.hpp"
#include "football/table/squad.hpp"
#include "football/table/standings.hpp"
#include "football/table/teams.hpp"
#include "football/table/top_scorers.hpp"

namespace acta::football {

std::span<const TableKind> table_kinds() {
  static constexpr auto kinds = std::to_array<TableKind>({
      {"results grid", knows_grid, read_grid},
      {"players of a side", knows_lineup, read_lineup},
      {"squad list", knows_squad, read_squad},
      {"team changes", knows_changes, read_changes},
      {"legs", knows_legs, read_legs},
      {"matches", knows_matches, read_matches},
      {"standings", knows_standings, read_standings},
      {"top scorers", knows_top_scorers, read_top_scorers},
      {"teams", knows_teams, read_teams},
      {"stadiums", knows_stadiums, read_stadiums},
      {"matches by sides", knows_matches_by_sides, read_matches_by_sides},
      {"matches of a club", knows_club, read_club},
      {"grid without a corner", knows_plain_grid, read_grid},
      {"results", knows_results, read_results},
      {"any other", knows_other, read_other},
  });
  return kinds;
}

namespace {

const TableKind& kind_of(const Draft& draft, const wiki::Table& table, const Columns& columns) {
  const std::span<const TableKind> kinds = table_kinds();
  return *std::find_if(kinds.begin(), kinds.end(),
                       [&](const TableKind& one) { return one.knows(draft, table, columns); });
}

}  // namespace

bool tells_matches(const Draft& draft, const wiki::Table& table) {
  const TableKind& kind = kind_of(draft, table, columns_of(table.header, draft.language));
  return kind.read == read_legs || kind.read == read_matches ||
         kind.read == read_matches_by_sides || kind.read == read_results;
}

void read_table(Draft& draft, const wiki::Table& table, const Place& place) {
  const Columns columns = columns_of(table.header, draft.language);
  kind_of(draft, table, columns).read(draft, table, columns, place);
}

}  // namespace acta::football
