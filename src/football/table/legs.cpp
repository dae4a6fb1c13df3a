#include "football/table/legs.hpp"

#include <utility>

#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/match.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "words/words.hpp"

namespace acta::football {

bool knows_legs(const Draft&, const wiki::Table&, const Columns& columns) {
  const bool has_legs = columns.has(Column::first_leg) && columns.has(Column::second_leg);
  const bool is_sum_only =
      columns.has(Column::aggregate) && !columns.has(Column::score) && !columns.has(Column::date);
  return columns.has(Column::home) && columns.has(Column::away) && (has_legs || is_sum_only);
}

namespace {

bool is_side(std::string_view name) { return !is_open(name) && !parse_score(name); }

/// A side without the mark of how it won.
wiki::Text side(const TableRow& row, Column column, TieRow& tie) {
  const Side at = column == Column::home ? Side::home : Side::away;
  wiki::Text team = row.cell(column);
  const DecidedSide decided = split_decision(team.text);
  team.text = decided.name;
  tie.away_goals |= decided.away_goals;
  tie.penalties |= decided.penalties;
  // Only the winner has the mark.
  if (decided.away_goals || decided.penalties) tie.winner = at;
  return team;
}

/// The columns of ties: one of kicks has a name that says something else in other tables, and
/// points ("0:6") are of no record.
Columns columns_of_ties(const wiki::Table& table, Columns columns) {
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    if (columns.columns[i] == Column::points) columns.columns[i] = Column::other;
    const std::string_view name = table.header.cells[i].first().text;
    if (columns.columns[i] == Column::other && words::exact(words::Kind::shoot_out, name))
      columns.set(i, Column::shoot_out);
  }
  return columns;
}

/// Ties stand in a round under any heading: where that is a stage, it is both.
Place place_of_ties(Place place) {
  if (place.round || place.fallback_round || place.heading.empty()) return place;
  place.round = std::string(place.heading);
  place.kind = RoundKind::other;
  place.line = place.heading_line;
  place.stage.leave();
  return place;
}

/// "Team 1 | Agg. | Team 2 | 1st leg | 2nd leg": both legs are written from the first side's view.
/// Where the matches are listed too, the row is a second witness of them, not other matches.
void read_tie(Draft& draft, const TableRow& row, const Columns& columns, const Place& place) {
  TieRow tie;
  tie.place = place;
  tie.home = side(row, Column::home, tie);
  tie.away = side(row, Column::away, tie);
  tie.line = row.line();
  if (!is_side(tie.home.text) || !is_side(tie.away.text)) {
    row.refuse("two teams under their headers");
    return;
  }
  const auto score = [&](Column column) -> std::optional<MatchLine> {
    const wiki::Text text = row.joined(column);
    return is_open(text.text) ? std::nullopt : read_score(draft, text, text.text);
  };
  tie.sum_only = !columns.has(Column::first_leg);
  tie.first = score(Column::first_leg);
  tie.second = score(Column::second_leg);
  const wiki::Text total =
      row.joined(columns.has(Column::aggregate) ? Column::aggregate : Column::score);
  std::string_view sum = total.text;
  tie.away_goals |= cut_away_goals(sum);
  if (!is_open(sum)) tie.aggregate = parse_score(sum);
  if (const auto kicks = score(Column::shoot_out); kicks && kicks->score) {
    if (!tie.aggregate) tie.aggregate = MatchLine{};
    tie.aggregate->penalties = kicks->score;
  }
  tie.read_bold();
  row.claim("tie row");
  draft.tie_rows.push_back(std::move(tie));
}

}  // namespace

void read_legs(Draft& draft, const wiki::Table& table, const Columns& named, const Place& here) {
  const Columns columns = columns_of_ties(table, named);
  const Place place = place_of_ties(place_of(draft, table, here));
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  for_each_row(draft, table, columns,
               [&](const TableRow& row) { read_tie(draft, row, columns, place); });
}

}  // namespace acta::football
