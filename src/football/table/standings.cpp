#include "football/table/standings.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "football/table/grouped.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using words::Kind;

bool knows_standings(const Draft&, const wiki::Table&, const Columns& columns) {
  if (!columns.has(Column::team)) return false;
  const bool has_results = columns.has(Column::won) && columns.has(Column::lost);
  if (columns.has(Column::points)) return has_results || columns.has(Column::played);
  return has_results && columns.has(Column::drawn) && columns.has(Column::played);
}

namespace {

/// The number that ends `text`.
MaybeInt number_before(std::string_view text) {
  text = text::trim(text);
  std::size_t begin = text.size();
  while (begin > 0 && text::ascii_digits.contains(text[begin - 1])) --begin;
  return parse_count(text.substr(begin));
}

/// "3 points deducted", "−3 puntos", "descuento de 2 puntos".
MaybeInt adjustment_of(std::string_view note) {
  const bool less = static_cast<bool>(words::contains(Kind::deduction, note));
  const bool more = static_cast<bool>(words::contains(Kind::bonus, note));
  if (less == more) return std::nullopt;
  const words::Found points = words::contains(Kind::points, note);
  const MaybeInt value = points ? number_before(note.substr(0, points.at)) : std::nullopt;
  if (!value) return std::nullopt;
  return less ? -*value : *value;
}

/// The text that stands in the columns of all numbers, as a cell that spans them does.
wiki::Text words_for_numbers(const TableRow& row, const Columns& columns) {
  wiki::Text found;
  std::size_t cells = 0;
  for (const Column column : {Column::played, Column::won, Column::drawn, Column::lost,
                              Column::goals_for, Column::goals_against, Column::points}) {
    if (!columns.has(column)) continue;
    const wiki::Text text = row.cell(column);
    if (!is_named(text.text) || (cells > 0 && text.text != found.text)) return {};
    found = text;
    ++cells;
  }
  return cells >= 3 ? found : wiki::Text{};
}

/// The rows of one table, or of one group of it.
class StandingsReader {
 public:
  StandingsReader(Draft& draft, const Grouped& grouped, const Place& place)
      : draft_(draft), columns_(grouped.columns), parts_(grouped.parts), place_(place) {
    begin(place.group);
  }

  /// "Group B" between the rows: another table begins.
  bool group(const wiki::Row& row);

  void row(const TableRow& row);

  /// Gives the table that is being read away.
  void end() {
    if (!standing_.rows.empty()) draft_.season.standings.push_back(std::move(standing_));
  }

 private:
  void begin(MaybeText group) {
    standing_ = {};
    standing_.stage = place_.stage.text();
    standing_.group = std::move(group);
  }

  bool position(const TableRow& row, StandingRow& record);
  MaybeInt count(const TableRow& row, Column column, std::string_view what) const;
  void numbers(const TableRow& row, StandingRow& record);
  void points(const TableRow& row, StandingRow& record);
  void goals_in_one(const TableRow& row, StandingRow& record);
  void keep(const TableRow& row, std::size_t team, StandingRow record);

  Draft& draft_;
  const Columns& columns_;
  const std::vector<Columns>& parts_;
  const Place& place_;
  Standing standing_;
};

bool StandingsReader::group(const wiki::Row& row) {
  const Heading heading = classify_heading(row.cells.front().first().text);
  if (!heading.group) return false;
  end();
  begin(heading.group);
  TableRow(draft_, columns_, row)
      .claim("heading row", {RecordKind::standings, draft_.season.standings.size()});
  return true;
}

/// Reads the position.  A text where it belongs means that the row's cells are not under their
/// headers, unless a number stands under that of the points.
bool StandingsReader::position(const TableRow& row, StandingRow& record) {
  const wiki::Text text = row.cell(Column::position);
  if (is_open(text.text)) return true;
  record.position = parse_position(text.text);
  if (record.position) return true;
  if (!parse_signed(row.cell(Column::points).text)) return false;
  draft_.unreadable(draft_.at(text), "position", text.text, "is not a whole number");
  return true;
}

/// A number of all matches, or the sum of those at home and away.
MaybeInt StandingsReader::count(const TableRow& row, Column column, std::string_view what) const {
  if (parts_.empty()) return row.number(column, what);
  std::int32_t sum = 0;
  for (const Columns& part : parts_) {
    const MaybeInt value = TableRow(draft_, part, row.row()).number(column, what);
    if (!value) return std::nullopt;
    sum += *value;
  }
  return sum;
}

/// Points, perhaps with what was added to those of the results or taken from them: "36-2" for
/// eleven wins and three draws.  What the results do not prove is not read.
void StandingsReader::points(const TableRow& row, StandingRow& record) {
  const std::string_view text = row.cell(Column::points).text;
  const std::size_t sign = std::min(text::ascii_digits.find_outside(text), text.size());
  const MaybeInt before = parse_count(text.substr(0, sign));
  const MaybeInt change = parse_signed(text.substr(sign));
  const bool is_sum =
      before && change && sign < text.size() && record.won && record.drawn && !record.adjustment &&
      (*before == 3 * *record.won + *record.drawn || *before == 2 * *record.won + *record.drawn);
  if (!is_sum) {
    record.points = row.number(Column::points, "points");
    return;
  }
  record.points = *before + *change;
  record.adjustment = change;
}

/// "12:5" or "12–5" in one column; beside a column of goals against, the goals for.
void StandingsReader::goals_in_one(const TableRow& row, StandingRow& record) {
  const wiki::Text goals = row.cell(Column::goals);
  if (const auto pair = parse_goal_pair(goals.text)) {
    record.goals_for = pair->home;
    record.goals_against = pair->away;
  } else if (columns_.has(Column::goals_against)) {
    record.goals_for = row.number(Column::goals, "goals for");
  } else if (!is_open(goals.text)) {
    draft_.diagnostics.add(Code::value_unreadable, draft_.at(goals),
                           "goals \"" + std::string(goals.text) + "\" are no pair of numbers",
                           {{"found", std::string(goals.text)}});
  }
}

void StandingsReader::numbers(const TableRow& row, StandingRow& record) {
  record.played = row.number(Column::played, "matches played");
  record.won = count(row, Column::won, "matches won");
  record.drawn = count(row, Column::drawn, "matches drawn");
  record.lost = count(row, Column::lost, "matches lost");
  record.goals_for = count(row, Column::goals_for, "goals for");
  record.goals_against = count(row, Column::goals_against, "goals against");
  if (columns_.has(Column::goals) && !columns_.has(Column::goals_for)) goals_in_one(row, record);
  record.goal_difference = row.number(Column::goal_difference, "goal difference");
  record.adjustment = row.number(Column::adjustment, "adjustment");
  points(row, record);
}

void StandingsReader::keep(const TableRow& row, std::size_t team, StandingRow record) {
  draft_.locate_row(record, standing_, row.line());
  draft_.team_record(team, TeamSource::standing, row.line());
  row.claim("standings row", {RecordKind::standings, draft_.season.standings.size()});
  standing_.rows.push_back(std::move(record));
}

void StandingsReader::row(const TableRow& row) {
  const wiki::Text name = row.cell(Column::team);
  const Marked marked = draft_.marks.split(name);
  StandingRow record;
  if (!is_named(marked.name)) {
    row.refuse("a team's name in its column");
    return;
  }
  if (!position(row, record)) {
    row.refuse("a number in the column of the position");
    return;
  }
  const std::size_t team = draft_.team(name, marked.name);
  record.team = std::string(marked.name);
  record.team_id = draft_.teams[team].id;
  if (const wiki::Text text = words_for_numbers(row, columns_); !text.empty()) {
    // "Withdrew" across all columns.
    record.note = std::string(text.text);
    keep(row, team, std::move(record));
    return;
  }
  numbers(row, record);
  record.note = row.text(Column::note);
  if (!marked.marks.empty())
    record.note = record.note ? marked.marks + "; " + *record.note : marked.marks;
  if (!record.adjustment && record.note) record.adjustment = adjustment_of(*record.note);
  keep(row, team, std::move(record));
}

}  // namespace

void read_standings(Draft& draft, const wiki::Table& table, const Columns& named,
                    const Place& here) {
  const Grouped grouped = ungroup(table, named);
  const Columns& columns = grouped.columns;
  const Place place = place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  StandingsReader reader(draft, grouped, place);
  const auto across = [&](const wiki::Row& row) {
    if (!reader.group(row)) claim_remark(draft, row);
  };
  for_each_row(draft, table, columns, across, [&](const TableRow& row) { reader.row(row); });
  reader.end();
}

}  // namespace acta::football
