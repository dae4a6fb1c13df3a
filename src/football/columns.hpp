#pragma once
/// What a table is, judged by its header cells alone.  Private to football/.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// What a column holds.
enum class Column : std::uint8_t {
  other,
  team,
  player,
  city,
  location,
  region,
  stadium,
  capacity,
  position,
  played,
  won,
  drawn,
  lost,
  goals_for,
  goals_against,
  goals,
  goal_difference,
  points,
  adjustment,
  note,
  date,
  time,
  home,
  away,
  score,
  attendance,
  referee,
  round,
  group,
  aggregate,
  first_leg,
  second_leg,
  opponent
};

inline constexpr std::size_t column_kinds = 33;

/// What a table holds.
enum class TableKind : std::uint8_t {
  other,
  teams,
  stadiums,
  standings,
  top_scorers,
  team_changes,
  matches,
  two_legs,
  results_grid
};

/// The columns of a table and the kind they make.
struct Columns {
  TableKind kind = TableKind::other;
  std::vector<Column> columns;                 ///< One a header cell.
  std::array<std::size_t, column_kinds> at{};  ///< First cell of a kind, or npos.
  bool has_tiers = false;                      ///< "Home team (tier)": teams have their tier.
  bool has_header = true;                      ///< False where the header row is one like others.

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  bool has(Column column) const { return at[static_cast<std::size_t>(column)] != npos; }

  std::size_t index(Column column) const { return at[static_cast<std::size_t>(column)]; }
};

/// Classifies a header row.
Columns classify_columns(const wiki::Row& header);

/// Finds the scores of two teams in a column between them that is called otherwise ("Partido") or
/// nothing: most of what stands there must read as one.
void find_scores(Columns& columns, const wiki::Table& table);

/// The columns of a table without a header whose rows are two teams around a score, perhaps with a
/// day; another table's kind is `other`.
Columns columns_of_results(const wiki::Table& table);

/// Header cell of a team-changes table: "Relegated from 2023 Liga 2".
struct ChangeHeader {
  ChangeDirection direction = ChangeDirection::other;
  std::string_view competition;
  bool known = false;
};

ChangeHeader parse_change_header(std::string_view text);

}  // namespace acta::football
