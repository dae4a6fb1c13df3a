#include "football/table/grouped.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "football/phrase/count.hpp"

namespace acta::football {

namespace {

constexpr std::array grouped_columns = {
    Column::played,    Column::won,           Column::drawn, Column::lost,
    Column::goals_for, Column::goals_against, Column::goals, Column::goal_difference};

std::vector<std::size_t> places_of(const Columns& columns, Column column) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    if (columns.columns[i] == column) places.push_back(i);
  }
  return places;
}

/// The columns of each group; one group where no column for results stands twice.
std::vector<Columns> groups_of(const Columns& columns) {
  const std::size_t count = places_of(columns, Column::won).size();
  if (count < 2 || places_of(columns, Column::lost).size() != count) return {columns};
  std::vector<Columns> groups(count, columns);
  for (const Column column : grouped_columns) {
    const std::vector<std::size_t> places = places_of(columns, column);
    for (std::size_t i = 0; i < count && places.size() == count; ++i)
      groups[i].at[static_cast<std::size_t>(column)] = places[i];
  }
  return groups;
}

/// What the results of a group make, and in which column it is told.
struct Measure {
  Column told;
  std::int32_t won;
  std::int32_t drawn;
  std::int32_t lost;
};

constexpr std::array measures = {Measure{Column::played, 1, 1, 1}, Measure{Column::points, 3, 1, 0},
                                 Measure{Column::points, 2, 1, 0}};

/// What the results of a group make; nothing where a number is missing.
MaybeInt made_by(const Columns& group, const Measure& measure, const wiki::Row& row) {
  const auto number = [&](Column column) -> MaybeInt {
    return group.has(column) ? parse_signed(text_at(row, group.index(column))) : MaybeInt(0);
  };
  const MaybeInt won = number(Column::won);
  const MaybeInt drawn = number(Column::drawn);
  const MaybeInt lost = number(Column::lost);
  if (!won || !drawn || !lost) return std::nullopt;
  return *won * measure.won + *drawn * measure.drawn + *lost * measure.lost;
}

/// A row: what each group makes, their sum, and what is told of all.
struct RowSums {
  std::vector<std::int32_t> made;
  std::int32_t sum = 0;
  MaybeInt told;
};

std::vector<RowSums> sums_of(const wiki::Table& table, const std::vector<Columns>& groups,
                             const Measure& measure) {
  const std::size_t at = groups.front().index(measure.told);
  const bool is_of_all = at == groups.back().index(measure.told);
  std::vector<RowSums> rows;
  for (const wiki::Row& row : table.rows) {
    RowSums sums;
    for (const Columns& group : groups) {
      if (const MaybeInt made = made_by(group, measure, row)) sums.made.push_back(*made);
    }
    if (sums.made.size() != groups.size()) continue;
    sums.sum = std::accumulate(sums.made.begin(), sums.made.end(), 0);
    if (is_of_all) sums.told = parse_signed(text_at(row, at));
    rows.push_back(std::move(sums));
  }
  return rows;
}

template <typename Passes>
bool all_of(const std::vector<RowSums>& rows, Passes passes) {
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), passes);
}

/// Leaves the columns of one group, or of none.
Columns leave(const Columns& columns, const std::vector<Columns>& groups, const Columns* kept) {
  Columns left = columns;
  for (const Column column : grouped_columns) {
    if (groups.front().index(column) == groups.back().index(column)) continue;
    for (const Columns& group : groups) left.columns[group.index(column)] = Column::other;
    left.at[static_cast<std::size_t>(column)] = Columns::npos;
    if (kept != nullptr) left.set(kept->index(column), column);
  }
  return left;
}

}  // namespace

Grouped ungroup(const wiki::Table& table, const Columns& columns) {
  const std::vector<Columns> groups = groups_of(columns);
  if (groups.size() == 1) return {columns, {}};
  for (const Measure& measure : measures) {
    const std::vector<RowSums> rows = sums_of(table, groups, measure);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto is_total = [&](const RowSums& row) {
        return row.told ? row.made[i] == *row.told && row.sum != *row.told
                        : groups.size() > 2 && 2 * row.made[i] == row.sum;
      };
      if (all_of(rows, is_total)) return {leave(columns, groups, &groups[i]), {}};
    }
    const auto is_sum = [](const RowSums& row) { return row.told && row.sum == *row.told; };
    if (all_of(rows, is_sum)) return {leave(columns, groups, nullptr), groups};
  }
  return {leave(columns, groups, nullptr), {}};
}

}  // namespace acta::football
