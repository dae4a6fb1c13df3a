#include "football/table/changes.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "football/phrase/cell.hpp"
#include "football/phrase/title.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using words::Kind;

namespace {

/// A header cell: "Relegated from 2023 Liga 2".
struct ChangeHeader {
  ChangeDirection direction = ChangeDirection::other;
  std::string_view competition;
};

ChangeDirection direction_of(Kind kind) {
  const auto from_first =
      static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::change_relegated_from);
  return static_cast<ChangeDirection>(from_first);
}

/// What stands behind an article; in "La Liga" it belongs to the name.
std::string_view without_article(std::string_view name) {
  const bool may_be_article = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  const std::size_t bytes =
      may_be_article ? words::longest(Kind::change_article, name).bytes : std::size_t{0};
  return text::trim(name.substr(bytes));
}

std::optional<ChangeHeader> parse_header(std::string_view text) {
  text = text::trim(text);
  const words::Found way =
      words::longest(Kind::change_relegated_from, Kind::change_relegated_to, text);
  if (!way) return std::nullopt;
  ChangeHeader header{direction_of(way.kind), without_article(text::trim(text.substr(way.bytes)))};
  return header.competition.empty() ? std::nullopt : std::optional(header);
}

/// Whether a header is about the place in a table: "Pos."
bool names_place(std::string_view header) {
  while (header.ends_with('.') || header.ends_with(' ')) header.remove_suffix(1);
  return words::exact(Kind::column_position, header) ||
         words::exact(Kind::squad_position, header) || words::exact(Kind::letter_position, header);
}

/// Many capitalized words, or an acronym between others: clubs that a lost line break ran together?
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

/// A club's name without a remark behind it; a bracket inside a link belongs to the name.
std::string_view name_of(const wiki::Text& text, std::string_view written) {
  const std::string_view name = without_remark(written);
  const std::string_view bracket = written.substr(name.size());
  const bool is_linked_whole = !Draft::link(text, written).empty() &&
                               Draft::link(text, name).empty() &&
                               Draft::link(text, bracket).empty();
  return is_linked_whole ? written : name;
}

/// The teams of a cell; none where its names cannot be told apart, which is reported.
std::vector<NamedTeam> teams_of(Draft& draft, const wiki::Cell& cell, const std::string& raw) {
  std::vector<NamedTeam> teams;
  for (const wiki::Text& text : cell.value) {
    for (const StagedNames& names : parse_staged_names(text.text)) {
      for (const std::string_view written : names.names) {
        const std::string_view name = name_of(text, written);
        if (may_run_together(name) && !draft.teams.find(name)) {
          draft.diagnostics.add(
              Code::run_together_values, draft.at(cell.first()),
              "cell \"" + raw +
                  "\" seems to hold several clubs that cannot be told apart, kept as it is",
              {{"found", raw}});
          return {};
        }
        teams.push_back({std::string(name), draft.teams[draft.team(text, name)].id});
      }
    }
  }
  return teams;
}

void read_row(Draft& draft, const TableRow& row, const std::vector<ChangeHeader>& headers) {
  const std::span<const wiki::Cell> cells = row.row().cells;
  for (std::size_t i = 0; i < std::min(cells.size(), headers.size()); ++i) {
    if (headers[i].competition.empty()) continue;
    std::string raw = join_lines(cells[i].value, "\n");
    if (is_open(raw)) continue;
    TeamChange record;
    record.direction = headers[i].direction;
    record.competition = std::string(headers[i].competition);
    record.teams = teams_of(draft, cells[i], raw);
    record.raw = std::move(raw);
    draft.locate(record, cells[i].first().line);
    row.claim("team changes", {RecordKind::team_changes, draft.season.team_changes.size()});
    draft.season.team_changes.push_back(std::move(record));
  }
}

}  // namespace

bool knows_changes(const Draft&, const wiki::Table& table, const Columns&) {
  // The place that a team had may stand before it.
  std::span<const wiki::Cell> cells = table.header.cells;
  if (cells.size() > 1 && names_place(cells.front().first().text)) cells = cells.subspan(1);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const wiki::Cell& cell) {
    return parse_header(cell.first().text).has_value();
  });
}

void read_changes(Draft& draft, const wiki::Table& table, const Columns& columns,
                  const Place& here) {
  place_of(draft, table, here);
  claim_header(draft, table);
  std::vector<ChangeHeader> headers;
  for (const wiki::Cell& cell : table.header.cells)
    headers.push_back(parse_header(cell.first().text).value_or(ChangeHeader{}));
  for_each_row(draft, table, columns, [&](const TableRow& row) { read_row(draft, row, headers); });
}

}  // namespace acta::football
