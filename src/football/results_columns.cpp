/// Columns that their cells tell, not their header.

#include <algorithm>

#include "football/columns.hpp"
#include "football/line.hpp"
#include "football/table_reader.hpp"
#include "football/value.hpp"

namespace acta::football {

namespace {

void set(Columns& columns, std::size_t at, Column column) {
  columns.columns[at] = column;
  columns.at[static_cast<std::size_t>(column)] = at;
}

std::string_view text_at(const wiki::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column].first().text : std::string_view();
}

bool is_score(std::string_view text) {
  const auto score = parse_score(text);
  return score && score->score;
}

bool is_name(std::string_view text) {
  return !is_open(text) && !parse_count(text) && !parse_date_line(text) && looks_like_name(text);
}

}  // namespace

void find_scores(Columns& columns, const wiki::Table& table) {
  if (!columns.has(Column::home) || !columns.has(Column::away) || columns.has(Column::score) ||
      columns.has(Column::first_leg) ||
      (columns.kind != TableKind::other && columns.kind != TableKind::matches)) {
    return;
  }
  const std::size_t home = columns.index(Column::home);
  const std::size_t away = columns.index(Column::away);
  for (std::size_t at = std::min(home, away) + 1; at < std::max(home, away); ++at) {
    std::size_t scores = 0;
    std::size_t others = 0;
    for (const wiki::Row& row : table.rows) {
      const std::string_view text = text_at(row, at);
      if (!is_open(text)) ++(is_score(text) ? scores : others);
    }
    if (scores <= others) continue;
    set(columns, at, Column::score);
    columns.kind = TableKind::matches;
    return;
  }
}

Columns columns_of_results(const wiki::Table& table) {
  Columns columns;
  columns.at.fill(Columns::npos);
  columns.has_header = false;
  const std::size_t width = table.header.cells.size();
  columns.columns.resize(width, Column::other);
  std::vector<const wiki::Row*> rows = {&table.header};
  for (const wiki::Row& row : table.rows) rows.push_back(&row);
  const auto all = [&](const auto& holds) {
    return std::all_of(rows.begin(), rows.end(), [&](const wiki::Row* row) { return holds(*row); });
  };
  for (std::size_t at = 1; at + 1 < width; ++at) {
    const bool is_result = all([&](const wiki::Row& row) {
      return is_score(text_at(row, at)) && is_name(text_at(row, at - 1)) &&
             is_name(text_at(row, at + 1));
    });
    if (!is_result) continue;
    set(columns, at - 1, Column::home);
    set(columns, at, Column::score);
    set(columns, at + 1, Column::away);
    for (std::size_t day = 0; day < width && !columns.has(Column::date); ++day) {
      const bool is_side = day + 1 >= at && day <= at + 1;
      if (!is_side &&
          all([&](const wiki::Row& row) { return parse_date_line(text_at(row, day)).has_value(); }))
        set(columns, day, Column::date);
    }
    // A lone score between two words says too little.
    if (rows.size() > 1 || columns.has(Column::date)) columns.kind = TableKind::matches;
    return columns;
  }
  return columns;
}

}  // namespace acta::football
