#include "football/table/grid.hpp"

#include <algorithm>
#include <utility>

#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/match.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

bool is_score(std::string_view text) {
  const auto score = parse_score(text);
  return score && score->score;
}

/// Whether the columns can be the rows' teams in the same order: there are as many, and the
/// diagonal holds no score.
bool is_square(const wiki::Table& table) {
  const std::size_t size = table.rows.size();
  if (size < 2 || table.header.cells.size() != size + 1) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view own = text_at(table.rows[i], i + 1);
    if (is_open(text_at(table.rows[i], 0)) || (!is_open(own) && parse_score(own))) return false;
  }
  return true;
}

/// Whether a column is called as a row: by the same link, or a code with the same first letter.
bool is_same(const wiki::Text& column, const wiki::Text& row) {
  const std::string code = text::fold(column.text);
  const std::string name = text::fold(row.text);
  if (code.empty() || name.empty()) return false;
  return code.front() == name.front() || (!column.links.empty() && !row.links.empty() &&
                                          column.links.front().target == row.links.front().target);
}

/// Whether most cells beside the diagonal are scores.
bool holds_scores(const wiki::Table& table) {
  std::size_t scores = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t j = 0; j < table.rows.size(); ++j) {
      const std::string_view text = text_at(table.rows[i], j + 1);
      if (i == j || is_open(text)) continue;
      if (is_score(text)) {
        ++scores;
      } else if (!parse_score(text)) {
        ++others;
      }
    }
  }
  return scores > 1 && scores > others;
}

}  // namespace

bool knows_grid(const Draft&, const wiki::Table& table, const Columns& columns) {
  return columns.home_by_away && is_square(table);
}

bool knows_plain_grid(const Draft&, const wiki::Table& table, const Columns&) {
  constexpr std::size_t smallest = 3;
  if (table.rows.size() < smallest || !is_square(table)) return false;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!is_same(table.header.cells[i + 1].first(), table.rows[i].cells[0].first())) return false;
  }
  return holds_scores(table);
}

void read_grid(Draft& draft, const wiki::Table& table, const Columns&, const Place& here) {
  const Place place = place_of(draft, table, here);
  claim_header(draft, table);
  const std::size_t size = table.rows.size();
  for (std::size_t i = 0; i < size; ++i) {
    const wiki::Row& row = table.rows[i];
    for (std::size_t j = 0; j < size; ++j) {
      if (i == j || j + 1 >= row.cells.size()) continue;
      const auto score = grid_score(draft, row.cells[j + 1].first());
      if (!score) continue;
      // The same match may be listed with its scorers.
      GridResult result;
      result.place = place;
      result.home = row.cells[0].first();
      result.home.line = row.line;
      result.away = table.rows[j].cells[0].first();
      result.score = *score;
      result.home_team = draft.team(result.home, result.home.text);
      result.away_team = draft.team(result.away, result.away.text);
      draft.grid_results.push_back(std::move(result));
    }
    draft.readings.claim(row.line, std::max(row.line, row.end_line), wiki::LineClass::record,
                         "results grid row");
  }
}

}  // namespace acta::football
