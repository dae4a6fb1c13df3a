#include "football/table/teams.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;

bool knows_teams(const Draft&, const wiki::Table&, const Columns& columns) {
  const bool has_home = columns.has(Column::city) || columns.has(Column::location) ||
                        columns.has(Column::stadium) || columns.has(Column::region);
  const bool tells_other = columns.has(Column::player) || columns.has(Column::goals) ||
                           columns.has(Column::score) || columns.has(Column::attendance);
  return columns.has(Column::team) && has_home && !tells_other && !columns.counts;
}

bool knows_stadiums(const Draft&, const wiki::Table&, const Columns& columns) {
  return columns.has(Column::stadium) && columns.has(Column::capacity) &&
         !columns.has(Column::team);
}

namespace {

MaybeText article_of(const wiki::Text& text) {
  // "[[Pittodrie Stadium]], Aberdeen": the first link is the stadium's.
  const std::vector<const wiki::Link*> links = Draft::links_in(text, text.text);
  return links.empty() ? std::nullopt : MaybeText(links.front()->target);
}

MaybeInt capacity_of(Draft& draft, const wiki::Text& text, const std::string& stadium) {
  if (is_open(text.text)) return std::nullopt;
  const MaybeInt capacity = parse_count(text.text);
  if (!capacity) {
    draft.diagnostics.add(Code::capacity_not_number, draft.at(text),
                          "capacity \"" + std::string(text.text) + "\" is not a whole number",
                          {{"found", std::string(text.text)}, {"record", stadium}});
  }
  return capacity;
}

/// A stadium that stands in a row above, too.
void confirm(Draft& draft, Stadium& known, MaybeInt capacity, const wiki::Text& where) {
  if (!known.capacity) known.capacity = capacity;
  if (!known.capacity || !capacity || *known.capacity == *capacity) return;
  draft.diagnostics.add(Code::capacity_inconsistent, draft.at(where),
                        "capacity of " + known.name + " is " + std::to_string(*capacity) +
                            " here and " + std::to_string(*known.capacity) + " at " +
                            draft.diagnostics.name_line(position_of(known)),
                        {{"record", known.id},
                         {"expected", std::to_string(*known.capacity)},
                         {"found", std::to_string(*capacity)},
                         {"other_line", std::int64_t{known.line}}});
}

/// The id of the stadium that a row names; a record of it is made where there is none.
MaybeText stadium_of(Draft& draft, const TableRow& row) {
  const wiki::Text name = row.cell(Column::stadium);
  if (is_open(name.text)) return std::nullopt;
  const MaybeText city = row.text(Column::city);
  const MaybeText where = city ? city : row.text(Column::location);
  Stadium record;
  record.id = text::slug(std::string(name.text) + " " + where.value_or(""));
  const wiki::Text capacity = row.cell(Column::capacity);
  record.capacity = capacity_of(draft, capacity, record.id);
  std::string id = record.id;
  std::vector<Stadium>& stadiums = draft.season.stadiums;
  const auto known = std::find_if(stadiums.begin(), stadiums.end(),
                                  [&](const Stadium& stadium) { return stadium.id == id; });
  if (known != stadiums.end()) {
    confirm(draft, *known, record.capacity, capacity);
    return id;
  }
  record.name = std::string(name.text);
  record.article = article_of(name);
  record.city = city;
  draft.locate(record, row.line());
  stadiums.push_back(std::move(record));
  return id;
}

/// Completes a team by what its row says of its home.
void fill_home(Draft& draft, const TableRow& row, const Columns& columns, Team& team,
               bool is_listed) {
  const auto fill = [](MaybeText& into, MaybeText value) {
    if (!into) into = std::move(value);
  };
  fill(team.city, row.text(Column::city));
  fill(team.region, row.text(Column::region));
  fill(team.location, row.text(columns.has(Column::location) ? Column::location : Column::city));
  fill(team.stadium, row.text(Column::stadium));
  MaybeText stadium = stadium_of(draft, row);
  const bool is_its_own = !is_listed || !team.stadium || row.text(Column::stadium) == team.stadium;
  if (!team.stadium_id && is_its_own) team.stadium_id = std::move(stadium);
}

void read_team(Draft& draft, const TableRow& row, const Columns& columns) {
  const wiki::Text name = row.cell(Column::team);
  if (is_open(name.text) || words::longest(words::Kind::total_row, name.text) ||
      parse_score(name.text)) {
    row.refuse("a team's name in its column");
    return;
  }
  if (parse_count(row.cell(Column::stadium).text) || parse_signed(name.text)) {
    row.refuse("a team and a stadium in their columns");
    return;
  }
  const std::size_t team = draft.team(name, name.text);
  const bool is_listed = draft.team_facts[team].record != no_index &&
                         draft.team_facts[team].source == TeamSource::table;
  fill_home(draft, row, columns, draft.team_record(team, TeamSource::table, row.line()), is_listed);
  row.claim("team row", {RecordKind::teams, draft.team_facts[team].record});
}

void read_stadium(Draft& draft, const TableRow& row) {
  if (stadium_of(draft, row)) {
    row.claim("stadium row", {RecordKind::stadiums, draft.season.stadiums.size() - 1});
  } else {
    row.refuse("a stadium's name in its column");
  }
}

}  // namespace

void read_teams(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& here) {
  place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  for_each_row(draft, table, columns, [&](const TableRow& row) { read_team(draft, row, columns); });
}

void read_stadiums(Draft& draft, const wiki::Table& table, const Columns& columns,
                   const Place& here) {
  place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  for_each_row(draft, table, columns, [&](const TableRow& row) { read_stadium(draft, row); });
}

}  // namespace acta::football
