#include "football/table/squad.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "football/draft/squad.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/table/row.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

namespace {

/// What each column of a squad holds; nothing where the header says anything else, or one thing
/// twice.  A column without a name holds nothing: `Kind::count`.
std::optional<std::vector<Kind>> squad_columns(const wiki::Table& table) {
  std::vector<Kind> columns;
  for (const wiki::Cell& cell : table.header.cells) {
    const std::string_view name = text::trim(cell.first().text);
    const words::Found word = words::exact(SquadRow::first, SquadRow::last, name);
    if (!word && !name.empty()) return std::nullopt;
    const Kind kind = word ? word.kind : Kind::count;
    if (word && std::find(columns.begin(), columns.end(), kind) != columns.end())
      return std::nullopt;
    columns.push_back(kind);
  }
  return columns;
}

bool has(const std::vector<Kind>& columns, Kind kind) {
  return std::find(columns.begin(), columns.end(), kind) != columns.end();
}

/// Whether most rows have a position on the field in a column.
bool holds_positions(const wiki::Table& table, std::size_t column) {
  std::size_t positions = 0;
  std::size_t rows = 0;
  for (const wiki::Row& row : table.rows) {
    if (row.cells.size() <= 1 || is_across(row)) continue;
    ++rows;
    if (words::exact(Kind::player_position, text_at(row, column))) ++positions;
  }
  return rows > 0 && positions * 2 > rows;
}

/// Says that ages are kept nowhere: of whom they are known on which day, nobody tells.
void report_ages(Draft& draft, const wiki::Table& table, const std::vector<Kind>& columns) {
  const auto birth = std::find(columns.begin(), columns.end(), Kind::squad_birth);
  if (birth == columns.end()) return;
  const auto column = static_cast<std::size_t>(birth - columns.begin());
  const bool has_age = std::any_of(table.rows.begin(), table.rows.end(), [&](const wiki::Row& row) {
    return !is_across(row) && parse_count(text_at(row, column)).has_value();
  });
  if (!has_age) return;
  const std::string name(table.header.cells[column].first().text);
  draft.diagnostics.add(finding::Code::column_unknown,
                        draft.source.start_of(std::max(table.header.line, 1U)),
                        "no record holds the columns of the table: " + name,
                        {{"found", name}, {"count", std::int64_t{1}}});
}

}  // namespace

bool knows_squad(const Draft&, const wiki::Table& table, const Columns&) {
  const auto columns = squad_columns(table);
  if (!columns || !has(*columns, Kind::squad_player)) return false;
  const auto position = std::find(columns->begin(), columns->end(), Kind::squad_position);
  const bool has_positions =
      position != columns->end() &&
      holds_positions(table, static_cast<std::size_t>(position - columns->begin()));
  const bool tells_birth = has(*columns, Kind::squad_birth) && has(*columns, Kind::squad_club);
  return has_positions || (tells_birth && position == columns->end());
}

void read_squad(Draft& draft, const wiki::Table& table, const Columns& named, const Place& place) {
  const std::vector<Kind> columns = *squad_columns(table);
  claim_header(draft, table);
  report_ages(draft, table, columns);
  for_each_row(draft, table, named, [&](const TableRow& cells) {
    SquadRow row;
    for (std::size_t i = 0; i < columns.size() && i < cells.row().cells.size(); ++i) {
      if (columns[i] != Kind::count) row[columns[i]] = cells.row().cells[i].first();
    }
    const std::size_t index = draft.season.squads.size();
    if (add_squad_player(draft, place, row, cells.line())) {
      cells.claim("squad row", {RecordKind::squads, index});
    } else {
      cells.refuse("a player's name in its column");
    }
  });
}

}  // namespace acta::football
