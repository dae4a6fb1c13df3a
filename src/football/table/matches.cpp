#include "football/table/matches.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "football/draft/match.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/phrase/scorers.hpp"
#include "football/table/match_rows.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

bool is_score(std::string_view text) {
  const auto score = parse_score(text);
  return score && score->score;
}

// ---- Columns

/// The column between the sides whose cells are mostly scores, where it is called otherwise
/// ("Partido") or nothing.
std::size_t column_of_scores(const wiki::Table& table, const Columns& columns) {
  const auto [first, last] =
      std::minmax({columns.index(Column::home), columns.index(Column::away)});
  for (std::size_t at = first + 1; at < last; ++at) {
    std::size_t scores = 0;
    std::size_t others = 0;
    for (const wiki::Row& row : table.rows) {
      const std::string_view text = text_at(row, at);
      if (!is_open(text)) ++(is_score(text) ? scores : others);
    }
    if (scores > others) return at;
  }
  return Columns::npos;
}

/// How a row of a table without a header fits two teams around a score at `at`.
enum class RowFit : std::uint8_t { result, to_come, other };

bool may_be_side(std::string_view text) {
  return !is_open(text) && !parse_count(text) && !parse_date_line(text) && looks_like_name(text);
}

RowFit fit_of(const wiki::Row& row, std::size_t at) {
  if (!may_be_side(text_at(row, at - 1)) || !may_be_side(text_at(row, at + 1)))
    return RowFit::other;
  const std::string_view text = text_at(row, at);
  if (is_score(text)) return RowFit::result;
  return is_open(text) || parse_score(text) ? RowFit::to_come : RowFit::other;
}

/// Most tables hold no score at all: their names are not looked at.
bool holds_score(const std::vector<const wiki::Row*>& rows, std::size_t column) {
  return std::any_of(rows.begin(), rows.end(), [&](const wiki::Row* row) {
    bool has_digit = false;
    bool has_other = false;
    const std::string_view text = text_at(*row, column);
    for (const char c : text) (text::ascii_digits.contains(c) ? has_digit : has_other) = true;
    return has_digit && has_other && is_score(text);
  });
}

/// Finds the column of the days of all matches, beside sides and score.
void find_date(Columns& columns, const std::vector<const wiki::Row*>& matches) {
  const std::size_t score = columns.index(Column::score);
  for (std::size_t at = 0; at < columns.columns.size(); ++at) {
    if (at + 1 >= score && at <= score + 1) continue;
    const bool are_days = std::all_of(matches.begin(), matches.end(), [&](const wiki::Row* row) {
      return parse_date_line(text_at(*row, at)).has_value();
    });
    if (!are_days) continue;
    columns.set(at, Column::date);
    return;
  }
}

/// The columns of a table without a telling header whose rows are two teams around a score, perhaps
/// with a day; none of them where they are not.
Columns columns_of_results(const wiki::Table& table) {
  Columns columns;
  columns.by_cells = true;
  columns.has_header = is_blank(table.header) || is_title(table.header);
  columns.columns.resize(table.header.cells.size(), Column::other);
  std::vector<const wiki::Row*> rows;
  if (!columns.has_header) rows.push_back(&table.header);
  for (const wiki::Row& row : table.rows) rows.push_back(&row);
  for (std::size_t at = 1; at + 1 < columns.columns.size(); ++at) {
    // A first row that is no match of them names columns.
    if (!columns.has_header && fit_of(table.header, at) == RowFit::other) continue;
    if (!holds_score(rows, at)) continue;
    std::vector<const wiki::Row*> matches;
    std::size_t results = 0;
    for (const wiki::Row* row : rows) {
      const RowFit fit = fit_of(*row, at);
      if (fit != RowFit::other) matches.push_back(row);
      if (fit == RowFit::result) ++results;
    }
    // Below each match may stand a row of its scorers.
    if (results == 0 || rows.size() > 2 * matches.size()) continue;
    columns.set(at - 1, Column::home);
    columns.set(at, Column::score);
    columns.set(at + 1, Column::away);
    find_date(columns, matches);
    // A lone score between two words says too little: one result under "Fecha 1" is enough.
    const Heading title = is_title(table.header) && !is_blank(table.header)
                              ? classify_heading(text_at(table.header, 0))
                              : Heading{};
    if (results > 1 || columns.has(Column::date) || title.round || title.date) return columns;
    break;
  }
  return {};
}

// ---- Rows

std::optional<MatchLine> score_of(Draft& draft, const TableRow& row) {
  const wiki::Text text = row.cell(Column::score);
  if (is_open(text.text)) return std::nullopt;
  const wiki::Lines lines = row.lines(Column::score);
  const auto scores = std::count_if(lines.begin(), lines.end(), [](const wiki::Text& line) {
    return parse_score(line.text).has_value();
  });
  if (scores > 1 && parse_score(text.text)) {
    // "0 - 2<br>3 - 2": of two matches, and nobody says which is which.
    draft.diagnostics.add(
        finding::Code::value_unreadable, draft.at(text),
        "the cell holds " + std::to_string(scores) + " scores, expected the one of the match",
        {{"found", std::string(text.text)}});
    return std::nullopt;
  }
  // "2–2<br>(a.e.t.)": a note below the score.
  if (auto parsed = parse_score(join_lines(lines, " "))) return parsed;
  return read_score(draft, text, text.text);
}

/// A side of a cell that holds both.
wiki::Text part_of(Draft& draft, const wiki::Text& both, std::string_view name) {
  wiki::Text part = both;
  part.text = name;
  part.links = {};
  if (const std::string_view target = Draft::link(both, name); !target.empty()) {
    part.links = draft.keep_links({wiki::Link{0, static_cast<std::uint32_t>(name.size()), target}});
  }
  return part;
}

bool are_scorers(wiki::Lines lines) {
  return std::all_of(lines.begin(), lines.end(), [](const wiki::Text& line) {
    const auto scorers = parse_scorers(line.text);
    return scorers && std::all_of(scorers->begin(), scorers->end(),
                                  [](const Scorer& one) { return !one.minutes.empty(); });
  });
}

/// A row below a match that has who scored under each side.
bool read_scorers(Draft& draft, const TableRow& row, std::size_t match) {
  const wiki::Lines home = row.lines(Column::home);
  const wiki::Lines away = row.lines(Column::away);
  if (match == no_index || parse_score(row.cell(Column::score).text) || !are_scorers(home) ||
      !are_scorers(away))
    return false;
  for (const wiki::Text& line : home)
    add_scorers(draft, match, Side::home, line, *parse_scorers(line.text));
  for (const wiki::Text& line : away)
    add_scorers(draft, match, Side::away, line, *parse_scorers(line.text));
  row.claim("scorers row", {RecordKind::matches, match});
  return true;
}

/// Whether numbers in brackets behind the sides are levels they play at: a score that is not level
/// proves it, for beside it there were no kicks.
bool tells_levels(const wiki::Table& table, const Columns& columns) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const wiki::Row& row) {
    const auto has_number = [&](Column column) {
      const std::string_view side = text_at(row, columns.index(column));
      return without_level(side) != text::trim(side);
    };
    if (!has_number(Column::home) && !has_number(Column::away)) return false;
    const auto score = parse_score(text_at(row, columns.index(Column::score)));
    return score && score->score && score->score->home != score->score->away;
  });
}

/// A side without the number behind it.  Where that may be its kicks, it is told.
wiki::Text side_of(Draft& draft, const TableRow& row, Column column, bool has_levels) {
  wiki::Text side = row.cell(column);
  const std::string_view name = without_level(side.text);
  if (name != side.text && !has_levels)
    draft.unreadable(draft.at(side), "number behind", side.text, "may be a level or kicks");
  side.text = name;
  return side;
}

void add_match(Draft& draft, const TableRow& row, const wiki::Text& home, const wiki::Text& away,
               MatchRows& rows) {
  const auto is_bye = [](std::string_view text) {
    return bool(words::exact(words::Kind::no_opponent, text));
  };
  if (are_teams(home.text, away.text)) {
    rows.add(row, {home, away}, score_of(draft, row));
  } else if (is_named(home.text) &&
             (is_bye(away.text) || (away.text.empty() && is_bye(row.cell(Column::score).text)))) {
    row.claim("row of one team");
  } else {
    row.refuse("two teams under their headers");
  }
}

}  // namespace

// ---- Kinds

bool knows_matches(const Draft&, const wiki::Table& table, const Columns& columns) {
  if (!columns.has(Column::home) || !columns.has(Column::away)) return false;
  return columns.has(Column::score) || columns.has(Column::date) ||
         (!columns.has(Column::first_leg) && column_of_scores(table, columns) != Columns::npos);
}

void read_matches(Draft& draft, const wiki::Table& table, const Columns& named, const Place& here) {
  Columns columns = named;
  if (!columns.has(Column::score) && !columns.has(Column::first_leg)) {
    const std::size_t scores = column_of_scores(table, columns);
    if (scores != Columns::npos) columns.set(scores, Column::score);
  }
  const Place place = place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  MatchRows rows(draft, table, place);
  const bool has_levels = tells_levels(table, columns);
  const auto read = [&](const TableRow& row) {
    add_match(draft, row, side_of(draft, row, Column::home, has_levels),
              side_of(draft, row, Column::away, has_levels), rows);
  };
  for_each_row(
      draft, table, columns, [&](const wiki::Row& row) { rows.across(row); }, read);
}

bool knows_matches_by_sides(const Draft&, const wiki::Table& table, const Columns& columns) {
  if (!columns.has(Column::sides) || !columns.has(Column::score) || columns.has(Column::home) ||
      columns.has(Column::opponent))
    return false;
  std::size_t sides = 0;
  std::size_t others = 0;
  for (const wiki::Row& row : table.rows) {
    const std::string_view text = text_at(row, columns.index(Column::sides));
    if (is_open(text)) continue;
    const auto match = parse_match_line(text);
    ++(match && !match->score && !match->home.empty() ? sides : others);
  }
  return sides > others;
}

void read_matches_by_sides(Draft& draft, const wiki::Table& table, const Columns& columns,
                           const Place& here) {
  const Place place = place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  MatchRows rows(draft, table, place);
  const auto read = [&](const TableRow& row) {
    const wiki::Text both = row.cell(Column::sides);
    const auto match = parse_match_line(both.text);
    const wiki::Text home = match ? part_of(draft, both, match->home) : wiki::Text{};
    const wiki::Text away = match ? part_of(draft, both, match->away) : wiki::Text{};
    add_match(draft, row, home, away, rows);
  };
  for_each_row(
      draft, table, columns, [&](const wiki::Row& row) { rows.across(row); }, read);
}

bool knows_results(const Draft&, const wiki::Table& table, const Columns&) {
  const bool has_header = std::any_of(table.header.cells.begin(), table.header.cells.end(),
                                      [](const wiki::Cell& cell) { return cell.header; });
  if (has_header && !is_blank(table.header) && !is_title(table.header)) return false;
  return columns_of_results(table).has(Column::score);
}

void read_results(Draft& draft, const wiki::Table& table, const Columns&, const Place& here) {
  const Columns columns = columns_of_results(table);
  const bool has_title = columns.has_header && !is_blank(table.header);
  const Place under = has_title ? place_under(here, table.header.cells.front().first()) : here;
  const Place place = place_of(draft, table, under);
  report_unknown(draft, table, columns);
  MatchRows rows(draft, table, place);
  const auto read = [&](const TableRow& row) {
    if (read_scorers(draft, row, rows.last())) return;
    add_match(draft, row, row.cell(Column::home), row.cell(Column::away), rows);
  };
  if (columns.has_header) {
    claim_header(draft, table);
  } else {
    read(TableRow(draft, columns, table.header));
  }
  for_each_row(
      draft, table, columns, [&](const wiki::Row& row) { rows.across(row); }, read);
}

}  // namespace acta::football
