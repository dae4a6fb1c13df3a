#pragma once
/// What a table is, judged by its header cells alone.  Private to football/.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "football/phrase/match.hpp"
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
  opponent,
  ground,  ///< At home or away: "H / A".
  sides,   ///< Both sides in one cell: "Aldea – Bruma".
  scorers
};

inline constexpr std::size_t column_kinds = 36;

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
  bool by_cells = false;                       ///< No header names the columns.
  bool of_club = false;     ///< The rows are matches of the article's club with an opponent.
  bool club_first = false;  ///< Its goals stand first: "F–A".

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
/// day; another table's kind is `other`.  `with_header` counts the header row as one of them.
Columns columns_of_results(const wiki::Table& table, bool with_header);

/// Whether a table without a telling corner is a grid of results: as many columns as rows, called
/// by the rows' names or their first letters, and nothing on the diagonal.
bool is_results_grid(const wiki::Table& table);

/// Makes a table of a date, both sides in one cell and a score one of matches: most of its cells
/// must read as two sides.
void find_sides(Columns& columns, const wiki::Table& table);

/// Makes a table of opponents one of the club's matches: each row must say where it was played, and
/// whose goals its score has first.
void find_opponents(Columns& columns, const wiki::Table& table);

/// A score without the letter of a club's result: "W 2–1", "2–1 L".
struct ClubScore {
  std::string_view score;
  char letter = 0;  ///< 'w', 'd', 'l', or 0 for none.
};

ClubScore parse_club_score(std::string_view text);

/// Whether the club's goals stand first in a score: the header ("F–A"), the result's letter, a
/// match at home, or the scorers' number tell; nothing where none of them does.
std::optional<bool> is_club_first(const Columns& columns, const wiki::Row& row, Pair score);

/// The scorers of a club in a cell: "Pino 12', 50'", "Pino (3), Sol (pen.)", "Pino 12, Sol 70".
struct ClubScorers {
  std::vector<std::pair<wiki::Text, std::vector<Scorer>>> lines;
  std::int32_t goals = 0;
  bool bare = false;  ///< Some minute has no prime: believed where the goals add up.
};

/// Reads a cell of them; nothing where a part of it is no scorer, whose line is `failed` then.
std::optional<ClubScorers> parse_club_scorers(const wiki::Lines& lines, wiki::Text& failed);

/// Where a club played: 'h', 'a', 'n', or 0 for what says none of them.
char parse_ground(std::string_view text);

/// Header cell of a team-changes table: "Relegated from 2023 Liga 2".
struct ChangeHeader {
  ChangeDirection direction = ChangeDirection::other;
  std::string_view competition;
  bool known = false;
};

ChangeHeader parse_change_header(std::string_view text);

}  // namespace acta::football
