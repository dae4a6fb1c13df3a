#include "football/table/legs.hpp"

#include <utility>

#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/match.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"

namespace acta::football {

bool knows_legs(const Draft&, const wiki::Table&, const Columns& columns) {
  return columns.has(Column::home) && columns.has(Column::away) && columns.has(Column::first_leg) &&
         columns.has(Column::second_leg);
}

namespace {

bool is_side(std::string_view name) { return !is_open(name) && !parse_score(name); }

/// "Team 1 | Agg. | Team 2 | 1st leg | 2nd leg": both legs are written from the first side's view.
/// Where the matches are listed too, the row is a second witness of them, not other matches.
void read_tie(Draft& draft, const TableRow& row, const Columns& columns, const Place& place) {
  TieRow tie;
  tie.place = place;
  tie.home = row.cell(Column::home);
  tie.away = row.cell(Column::away);
  tie.line = row.line();
  if (!is_side(tie.home.text) || !is_side(tie.away.text)) {
    row.refuse("two teams under their headers");
    return;
  }
  const auto score = [&](Column column) -> std::optional<MatchLine> {
    const wiki::Text text = row.joined(column);
    return is_open(text.text) ? std::nullopt : read_score(draft, text, text.text);
  };
  tie.first = score(Column::first_leg);
  tie.second = score(Column::second_leg);
  const wiki::Text total =
      row.joined(columns.has(Column::aggregate) ? Column::aggregate : Column::score);
  std::string_view sum = total.text;
  tie.away_goals = cut_away_goals(sum);
  if (!is_open(sum)) tie.aggregate = parse_score(sum);
  row.claim("tie row");
  draft.tie_rows.push_back(std::move(tie));
}

}  // namespace

void read_legs(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& here) {
  const Place place = place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  for_each_row(draft, table, columns,
               [&](const TableRow& row) { read_tie(draft, row, columns, place); });
}

}  // namespace acta::football
