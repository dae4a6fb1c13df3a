#pragma once
/// What the columns of a table hold, as far as its header cells name them.  Private to football/.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "wiki/document.hpp"
#include "words/words.hpp"

namespace acta::football {

/// What a column holds; from `team` to `scorers` in the order of words::Kind.
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
  opponent,
  ground,  ///< At home or away: "H / A".
  sides,   ///< Both sides in one cell: "Aldea – Bruma".
  scorers,
  first_leg,
  second_leg,
  shoot_out  ///< Of ties alone.
};

inline constexpr std::size_t column_kinds = static_cast<std::size_t>(Column::shoot_out) + 1;

/// The columns of a table.
struct Columns {
  std::vector<Column> columns;                 ///< One a header cell.
  std::array<std::size_t, column_kinds> at{};  ///< First cell of a kind, or npos.
  bool counts = false;                         ///< A column counts things: "Number of teams".
  bool home_by_away = false;                   ///< The corner says so: "Home \ Away".
  bool has_header = true;                      ///< False where the header row is one like others.
  bool by_cells = false;                       ///< No header names the columns.

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  Columns() { at.fill(npos); }

  bool has(Column column) const { return at[static_cast<std::size_t>(column)] != npos; }

  std::size_t index(Column column) const { return at[static_cast<std::size_t>(column)]; }

  /// Says what the cells at `index` hold.
  void set(std::size_t index, Column column) {
    columns[index] = column;
    at[static_cast<std::size_t>(column)] = index;
  }
};

/// The columns that a header row names.
Columns columns_of(const wiki::Row& header, words::Language article);

/// What stands in a column of a row; empty where the row ends before it.
inline std::string_view text_at(const wiki::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column].first().text : std::string_view();
}

/// All lines in a column of a row.
inline wiki::Lines lines_at(const wiki::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column].value : wiki::Lines{};
}

}  // namespace acta::football
