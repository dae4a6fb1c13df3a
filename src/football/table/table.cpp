#include "football/table/table.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/title.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

namespace {

// "3 points deducted", "−3 puntos", "descuento de 2 puntos".
MaybeInt adjustment_of(std::string_view note) {
  const std::string folded = text::fold(note);
  const bool less =
      folded.find("deduct") != std::string::npos || folded.find("descont") != std::string::npos ||
      folded.find("descuento") != std::string::npos ||
      folded.find("quita de") != std::string::npos || folded.find("resta") != std::string::npos;
  const bool more =
      folded.find("bonus") != std::string::npos || folded.find("bonific") != std::string::npos;
  if (less == more) return std::nullopt;
  const std::size_t point = folded.find("point");
  const std::size_t word = point != std::string::npos ? point : folded.find("punto");
  if (word == std::string::npos || word < 2) return std::nullopt;
  std::size_t end = word;
  while (end > 0 && folded[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && folded[begin - 1] >= '0' && folded[begin - 1] <= '9') --begin;
  if (begin == end) return std::nullopt;
  const auto value = parse_count(std::string_view(folded).substr(begin, end - begin));
  if (!value) return std::nullopt;
  return less ? -*value : *value;
}

// Many capitalized words, or an acronym between others: clubs that a lost line break ran together?
bool may_run_together(std::string_view cell) {
  std::size_t big = 0;
  std::size_t acronym = 0;  // Which of the big words is one, counted from 1.
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', at), cell.size());
    const std::string_view word = cell.substr(at, end - at);
    at = end + 1;
    if (word.empty() || (word[0] >= 'a' && word[0] <= 'z')) continue;
    ++big;
    const bool capitals = word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char c) {
                            return c >= 'A' && c <= 'Z';
                          });
    const bool roman = word.find_first_not_of("IVX") == std::string_view::npos;
    if (capitals && !roman && big > 1) acronym = big;
  }
  return big >= 6 || (big >= 4 && acronym > 1 && acronym < big);
}

// A known table's columns that no record holds: said once, not silently dropped.
void report_unknown(Draft& draft, const wiki::Table& table, const Columns& columns) {
  std::string unknown;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < columns.columns.size() && i < table.header.cells.size(); ++i) {
    std::string_view name = table.header.cells[i].first().text;
    if (columns.columns[i] != Column::other || (name.empty() && !columns.by_cells)) continue;
    const auto filled =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const wiki::Row& row) {
          return i < row.cells.size() && !row.cells[i].value.empty() &&
                 !(columns.by_cells && row.cells[i].repeated);
        });
    if (filled == table.rows.end()) continue;
    // Without a header a column is told by what stands in it.
    if (columns.by_cells) name = filled->cells[i].first().text;
    unknown += (unknown.empty() ? "" : ", ") + std::string(name);
    ++count;
  }
  if (count == 0) return;
  draft.diagnostics.add(Code::column_unknown, {std::max(table.header.line, 1U), 1},
                        "no record holds the columns of the table: " + unknown,
                        {{"found", unknown}, {"count", count}});
}

}  // namespace

void keep_table(Draft& draft, const wiki::Table& table, const Place& place) {
  OtherTable record;
  if (!place.heading.empty()) record.section = std::string(place.heading);
  if (!table.caption.empty()) record.caption = std::string(table.caption.text);
  const auto keep = [](const wiki::Row& row, std::vector<std::string>& cells) {
    cells.reserve(row.cells.size());
    for (const wiki::Cell& cell : row.cells) {
      if (cell.value.size() == 1) {
        cells.emplace_back(cell.value.front().text);
      } else {
        cells.push_back(join_lines(cell.value, "\n"));
      }
    }
  };
  keep(table.header, record.header);
  record.rows.reserve(table.rows.size());
  for (const wiki::Row& row : table.rows) keep(row, record.rows.emplace_back());
  record.line = table.line;
  draft.readings.claim(table.line, table.end_line, LineClass::record, "other table",
                       {RecordKind::other_tables, draft.season.other_tables.size()});
  draft.season.other_tables.push_back(std::move(record));
}

bool is_open(std::string_view text) {
  return text.empty() || text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94" ||
         text == "?" || text == "n/a" || text == "N/A";
}

MaybeInt TableReader::number(const wiki::Row& row, Column column, std::string_view what) {
  const wiki::Text text = cell(row, column);
  if (is_open(text.text)) return std::nullopt;
  const bool may_be_negative =
      column == Column::points || column == Column::adjustment || column == Column::goal_difference;
  if (const MaybeInt value = parse_signed(text.text); value && (may_be_negative || *value >= 0)) {
    return value;
  }
  draft_.diagnostics.add(
      Code::value_unreadable, draft_.at(text),
      std::string(what) + " \"" + std::string(text.text) + "\" is not a whole number",
      {{"found", std::string(text.text)}});
  return std::nullopt;
}

// A text where the position belongs means that the row's cells are not under their headers.
bool TableReader::numbers_stand(const wiki::Row& row) {
  const wiki::Text position = cell(row, Column::position);
  if (is_open(position.text)) return true;
  // "1.", "1.º", "2nd", "3=", "T4", "=5"
  std::string_view digits = position.text;
  if (digits.size() > 1 && (digits[0] == 'T' || digits[0] == '=')) digits.remove_prefix(1);
  const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
  const std::string_view tail = digits.substr(end);
  constexpr std::array<std::string_view, 13> tails = {
      "",   ".",  "=",        "st",       "nd",        "rd",       "th",
      "er", ".=", "\xC2\xBA", "\xC2\xAA", ".\xC2\xBA", ".\xC2\xAA"};
  if (std::find(tails.begin(), tails.end(), tail) != tails.end()) digits = digits.substr(0, end);
  const auto value = parse_count(digits);
  if (value) last_position_ = *value;
  return value.has_value();
}

void TableReader::refuse(const wiki::Row& row, std::string_view expected) {
  if (row.cells.empty()) return;
  draft_.unread(row.cells.front().first(), expected);
  draft_.readings.claim(row.line, row.end_line, LineClass::unread, "table row");
}

MaybeText TableReader::stadium(const wiki::Row& row, const MaybeText& where,
                               const MaybeText& city) {
  const wiki::Text name = cell(row, Column::stadium);
  if (is_open(name.text)) return std::nullopt;
  Stadium record;
  record.id = text::slug(std::string(name.text) + " " + where.value_or(""));
  const wiki::Text capacity = cell(row, Column::capacity);
  if (!is_open(capacity.text)) {
    record.capacity = parse_count(capacity.text);
    if (!record.capacity) {
      draft_.diagnostics.add(
          Code::capacity_not_number, draft_.at(capacity),
          "capacity \"" + std::string(capacity.text) + "\" is not a whole number",
          {{"found", std::string(capacity.text)}, {"record", record.id}});
    }
  }
  std::vector<Stadium>& stadiums = draft_.season.stadiums;
  const std::string id = record.id;
  const auto known = std::find_if(stadiums.begin(), stadiums.end(),
                                  [&](const Stadium& stadium) { return stadium.id == id; });
  if (known != stadiums.end()) {
    if (!known->capacity) known->capacity = record.capacity;
    if (known->capacity && record.capacity && *known->capacity != *record.capacity) {
      draft_.diagnostics.add(
          Code::capacity_inconsistent, draft_.at(capacity),
          "capacity of " + known->name + " is " + std::to_string(*record.capacity) + " here and " +
              std::to_string(*known->capacity) + " at line " + std::to_string(known->line),
          {{"record", id},
           {"expected", std::to_string(*known->capacity)},
           {"found", std::to_string(*record.capacity)},
           {"other_line", std::int64_t{known->line}}});
    }
    return id;
  }
  record.name = std::string(name.text);
  record.article = article_of(name);
  record.city = city;
  record.line = row.line;
  stadiums.push_back(std::move(record));
  return id;
}

void TableReader::team(const wiki::Row& row) {
  const wiki::Text name = cell(row, Column::team);
  if (is_open(name.text) || text::fold(name.text).substr(0, 5) == "total" ||
      parse_score(name.text)) {
    refuse(row, "a team's name in its column");
    return;
  }
  const wiki::Text ground = cell(row, Column::stadium);
  if (parse_count(ground.text) || parse_signed(name.text)) {
    refuse(row, "a team and a stadium in their columns");
    return;
  }
  const std::size_t index = draft_.team(name, name.text);
  const bool listed = draft_.team_facts[index].record != no_index &&
                      draft_.team_facts[index].source == TeamSource::table;
  Team& record = draft_.team_record(index, TeamSource::table, row.line);
  const auto fill = [](MaybeText& into, MaybeText value) {
    if (!into) into = std::move(value);
  };
  fill(record.city, text_of(row, Column::city));
  fill(record.region, text_of(row, Column::region));
  fill(record.location, columns_.has(Column::location) ? text_of(row, Column::location)
                                                       : text_of(row, Column::city));
  fill(record.stadium, text_of(row, Column::stadium));
  const MaybeText city = text_of(row, Column::city);
  const MaybeText where = city ? city : text_of(row, Column::location);
  MaybeText id = stadium(row, where, city);
  if (!record.stadium_id &&
      (!listed || !record.stadium || text_of(row, Column::stadium) == record.stadium))
    record.stadium_id = std::move(id);
  claim(row, "team row", {RecordKind::teams, draft_.team_facts[index].record});
}

// The text that stands in the columns of all numbers, as a cell that spans them does.
wiki::Text TableReader::words_for_numbers(const wiki::Row& row) const {
  wiki::Text found;
  std::size_t columns = 0;
  for (const Column column : {Column::played, Column::won, Column::drawn, Column::lost,
                              Column::goals_for, Column::goals_against, Column::points}) {
    if (!columns_.has(column)) continue;
    const wiki::Text text = cell(row, column);
    if (is_open(text.text) || parse_signed(text.text)) return {};
    if (columns > 0 && text.text != found.text) return {};
    found = text;
    ++columns;
  }
  return columns >= 3 ? found : wiki::Text{};
}

void TableReader::standing(const wiki::Row& row, Standing& standing) {
  const wiki::Text name = cell(row, Column::team);
  const Marked marked = split_marks(name.text);
  if (is_open(marked.name) || parse_signed(marked.name)) {
    refuse(row, "a team's name in its column");
    return;
  }
  last_position_ = std::nullopt;
  if (!numbers_stand(row)) {
    const wiki::Text position = cell(row, Column::position);
    if (!parse_signed(cell(row, Column::points).text)) {
      refuse(row, "a number in the column of the position");
      return;
    }
    draft_.diagnostics.add(Code::value_unreadable, draft_.at(position),
                           "position \"" + std::string(position.text) + "\" is not a whole number",
                           {{"found", std::string(position.text)}});
  }
  StandingRow record;
  record.position = last_position_;
  const std::size_t team = draft_.team(name, marked.name);
  record.team = std::string(marked.name);
  record.team_id = draft_.teams[team].id;
  if (const wiki::Text text = words_for_numbers(row); !text.empty()) {
    // "Withdrew" across all columns.
    record.note = std::string(text.text);
    record.line = row.line;
    draft_.team_record(team, TeamSource::standing, row.line);
    claim(row, "standings row", {RecordKind::standings, draft_.season.standings.size()});
    standing.rows.push_back(std::move(record));
    return;
  }
  record.played = number(row, Column::played, "matches played");
  record.won = number(row, Column::won, "matches won");
  record.drawn = number(row, Column::drawn, "matches drawn");
  record.lost = number(row, Column::lost, "matches lost");
  record.goals_for = number(row, Column::goals_for, "goals for");
  record.goals_against = number(row, Column::goals_against, "goals against");
  if (columns_.has(Column::goals) && !columns_.has(Column::goals_for)) {
    // "12:5" or "12–5" in one column.
    const wiki::Text goals = cell(row, Column::goals);
    if (const auto pair = parse_goal_pair(goals.text)) {
      record.goals_for = pair->home;
      record.goals_against = pair->away;
    } else if (!is_open(goals.text)) {
      draft_.diagnostics.add(Code::value_unreadable, draft_.at(goals),
                             "goals \"" + std::string(goals.text) + "\" are no pair of numbers",
                             {{"found", std::string(goals.text)}});
    }
  }
  record.goal_difference = number(row, Column::goal_difference, "goal difference");
  record.points = number(row, Column::points, "points");
  record.adjustment = number(row, Column::adjustment, "adjustment");
  MaybeText note = text_of(row, Column::note);
  if (!marked.marks.empty()) note = note ? marked.marks + "; " + *note : marked.marks;
  record.note = std::move(note);
  if (!record.adjustment && record.note) record.adjustment = adjustment_of(*record.note);
  record.line = row.line;
  draft_.team_record(team, TeamSource::standing, row.line);
  claim(row, "standings row", {RecordKind::standings, draft_.season.standings.size()});
  standing.rows.push_back(std::move(record));
}

void TableReader::changes(const wiki::Row& row) {
  for (std::size_t i = 0; i < row.cells.size() && i < table_.header.cells.size(); ++i) {
    const wiki::Cell& cell = row.cells[i];
    const std::string raw = join_lines(cell.value, "\n");
    if (is_open(raw)) continue;
    const ChangeHeader header = parse_change_header(table_.header.cells[i].first().text);
    TeamChange record;
    record.direction = header.direction;
    record.competition = std::string(header.competition);
    record.raw = raw;
    record.line = cell.first().line;
    bool together = false;
    for (const wiki::Text& text : cell.value) {
      for (const StagedNames& names : parse_staged_names(text.text)) {
        for (const std::string_view name : names.names) {
          if (may_run_together(name) && !draft_.teams.find(name)) together = true;
          if (!together)
            record.teams.push_back({std::string(name), draft_.teams[draft_.team(text, name)].id});
        }
      }
    }
    if (together) {
      record.teams.clear();
      draft_.diagnostics.add(
          Code::run_together_values, draft_.at(cell.first()),
          "cell \"" + raw +
              "\" seems to hold several clubs that cannot be told apart, kept as it is",
          {{"found", raw}});
    }
    claim(row, "team changes", {RecordKind::team_changes, draft_.season.team_changes.size()});
    draft_.season.team_changes.push_back(std::move(record));
  }
}

void TableReader::read() {
  if (columns_.has_header) {
    draft_.readings.claim(table_.header.line, std::max(table_.header.line, table_.header.end_line),
                          LineClass::record, "header row");
  } else {
    match(table_.header);
  }
  if (columns_.kind == TableKind::results_grid) {
    results_grid();
    return;
  }
  Standing standing;
  standing.stage = place_.stage.text();
  standing.group = place_.group;
  for (const wiki::Row& row : table_.rows) {
    if (row.cells.empty()) continue;
    // One cell across the whole table is a remark below or between the rows.
    const bool across =
        row.cells.size() > 1 &&
        std::all_of(row.cells.begin() + 1, row.cells.end(),
                    [](const wiki::Cell& cell) { return cell.repeated; }) &&
        !row.cells.front().repeated &&
        std::all_of(row.cells.begin(), row.cells.end(), [&](const wiki::Cell& cell) {
          return cell.first().text == row.cells.front().first().text;
        });
    if (across) {
      const Heading heading = columns_.kind == TableKind::standings
                                  ? classify_heading(row.cells.front().first().text)
                                  : Heading{};
      if (heading.group) {
        // "Group B" between the rows: another table begins.
        if (!standing.rows.empty()) draft_.season.standings.push_back(std::move(standing));
        standing = {};
        standing.stage = place_.stage.text();
        standing.group = heading.group;
        claim(row, "heading row", {RecordKind::standings, draft_.season.standings.size()});
        continue;
      }
      remark(row);
      continue;
    }
    if (row.doubtful) {
      refuse(row, "cells that stand under their headers");
      continue;
    }
    switch (columns_.kind) {
      case TableKind::teams:
        team(row);
        break;
      case TableKind::standings:
        this->standing(row, standing);
        break;
      case TableKind::top_scorers:
        top_scorer(row);
        break;
      case TableKind::team_changes:
        changes(row);
        break;
      case TableKind::matches:
        match(row);
        break;
      case TableKind::two_legs:
        two_legs(row);
        break;
      case TableKind::stadiums: {
        const MaybeText city = text_of(row, Column::city);
        const MaybeText where = city ? city : text_of(row, Column::location);
        if (stadium(row, where, city)) {
          claim(row, "stadium row", {RecordKind::stadiums, draft_.season.stadiums.size() - 1});
        } else {
          refuse(row, "a stadium's name in its column");
        }
        break;
      }
      case TableKind::results_grid:
      case TableKind::other:
        break;
    }
  }
  if (!standing.rows.empty()) draft_.season.standings.push_back(std::move(standing));
}

namespace {

// A row that says nothing.
bool is_blank(const wiki::Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const wiki::Cell& cell) { return is_open(cell.first().text); });
}

// One cell across the table: its title.
bool is_title(const wiki::Row& row) {
  return row.cells.size() > 1 && std::all_of(row.cells.begin() + 1, row.cells.end(),
                                             [](const wiki::Cell& cell) { return cell.repeated; });
}

// "Jornada 1" above the rows is their round.
Place place_under(Place here, const wiki::Text& title) {
  const Heading heading = classify_heading(title.text);
  if (heading.round && !here.round) {
    here.round = heading.round;
    here.kind = heading.kind.value_or(RoundKind::other);
    here.ordinal = heading.ordinal;
    here.line = title.line;
  }
  if (heading.group && !here.group) here.group = heading.group;
  if (heading.leg && !here.leg) here.leg = heading.leg;
  if (heading.date) here.date = heading.date;
  return here;
}

}  // namespace

void read_table(Draft& draft, const wiki::Table& table, const Place& place) {
  Columns columns = classify_columns(table.header);
  find_scores(columns, table);
  find_sides(columns, table);
  if (columns.kind == TableKind::other && columns.has(Column::opponent) && !draft.club.empty())
    find_opponents(columns, table);
  const bool has_header = std::any_of(table.header.cells.begin(), table.header.cells.end(),
                                      [](const wiki::Cell& cell) { return cell.header; });
  Place here = place;
  if (columns.kind == TableKind::other && draft.document.form == wiki::Form::wikitext) {
    const bool blank = is_blank(table.header);
    const bool title = !blank && is_title(table.header);
    if (is_results_grid(table)) {
      columns.kind = TableKind::results_grid;
    } else if (blank || title || !has_header) {
      columns = columns_of_results(table, !blank && !title);
      if (title && columns.has(Column::score)) {
        // One result under "Fecha 1" is enough.
        const Heading heading = classify_heading(table.header.cells.front().first().text);
        if (heading.round || heading.date) columns.kind = TableKind::matches;
        here = place_under(here, table.header.cells.front().first());
      }
    }
  }
  if (columns.kind == TableKind::other) {
    keep_table(draft, table, place);
    return;
  }
  if (!table.caption.empty()) {
    here = place_under(here, table.caption);
    draft.readings.claim(table.caption, LineClass::record, "caption");
  }
  if (columns.kind != TableKind::team_changes && columns.kind != TableKind::results_grid)
    report_unknown(draft, table, columns);
  TableReader(draft, table, here, std::move(columns)).read();
}

}  // namespace acta::football
