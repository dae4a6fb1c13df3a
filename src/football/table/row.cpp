#include "football/table/row.hpp"

#include <algorithm>
#include <string>

#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

wiki::Text TableRow::cell(Column column) const {
  const std::size_t index = columns_->index(column);
  if (index >= row_->cells.size()) return {};
  wiki::Text text = row_->cells[index].first();
  text.text = without_marks(text.text);
  return text;
}

wiki::Lines TableRow::lines(Column column) const {
  return lines_at(*row_, columns_->index(column));
}

wiki::Text TableRow::joined(Column column) const {
  wiki::Text text = football::joined(*draft_, lines(column));
  text.text = without_marks(text.text);
  return text;
}

MaybeText TableRow::text(Column column) const {
  const wiki::Text text = cell(column);
  return is_open(text.text) ? std::nullopt : MaybeText(text.text);
}

MaybeInt TableRow::number(Column column, std::string_view what) const {
  const wiki::Text text = cell(column);
  if (is_open(text.text)) return std::nullopt;
  const bool may_be_negative =
      column == Column::points || column == Column::adjustment || column == Column::goal_difference;
  if (const MaybeInt value = parse_signed(text.text); value && (may_be_negative || *value >= 0))
    return value;
  draft_->unreadable(draft_->at(text), what, text.text, "is not a whole number");
  return std::nullopt;
}

void TableRow::claim(Label rule, RecordRef record) const {
  draft_->readings.claim(line(), end_line(), LineClass::record, rule, record);
}

void TableRow::refuse(std::string_view expected) const {
  if (row_->cells.empty()) return;
  draft_->unread(row_->cells.front().first(), expected);
  draft_->readings.claim(row_->line, row_->end_line, LineClass::unread, "table row");
}

bool is_named(std::string_view text) { return !is_open(text) && !parse_signed(text); }

namespace {

/// The first row whose cell in a column says something that is not the row above's.
const wiki::Row* filled_row(const wiki::Table& table, const Columns& columns, std::size_t column) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const wiki::Row& row) {
    return column < row.cells.size() && !row.cells[column].value.empty() &&
           !(columns.by_cells && row.cells[column].repeated);
  });
  return found == table.rows.end() ? nullptr : &*found;
}

}  // namespace

void report_unknown(Draft& draft, const wiki::Table& table, const Columns& columns) {
  std::string unknown;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < columns.columns.size() && i < table.header.cells.size(); ++i) {
    std::string_view name = table.header.cells[i].first().text;
    if (columns.columns[i] != Column::other || (name.empty() && !columns.by_cells)) continue;
    const wiki::Row* const filled = filled_row(table, columns, i);
    if (filled == nullptr) continue;
    // Without a header a column is told by what stands in it.
    if (columns.by_cells) name = text_at(*filled, i);
    unknown += (unknown.empty() ? "" : ", ") + std::string(name);
    ++count;
  }
  if (count == 0) return;
  draft.diagnostics.add(Code::column_unknown,
                        draft.source.start_of(std::max(table.header.line, 1U)),
                        "no record holds the columns of the table: " + unknown,
                        {{"found", unknown}, {"count", count}});
}

void claim_header(Draft& draft, const wiki::Table& table) {
  draft.readings.claim(table.header.line, std::max(table.header.line, table.header.end_line),
                       LineClass::record, "header row");
}

bool is_across(const wiki::Row& row) {
  if (row.cells.size() < 2 || row.cells.front().repeated) return false;
  const std::string_view text = row.cells.front().first().text;
  return std::all_of(row.cells.begin() + 1, row.cells.end(), [&](const wiki::Cell& cell) {
    return cell.repeated && cell.first().text == text;
  });
}

bool is_lone(const wiki::Row& row, const wiki::Table& table) {
  constexpr std::size_t narrowest = 3;
  return row.cells.size() == 1 && table.header.cells.size() >= narrowest;
}

void report_lone(Draft& draft, const wiki::Row& row, const wiki::Table& table) {
  const std::string expected = std::to_string(table.header.cells.size());
  draft.diagnostics.add(Code::row_cell_count, draft.source.start_of(row.line),
                        "the row has 1 cell, the header " + expected,
                        {{"expected", expected}, {"found", std::string("1")}});
}

bool is_heading_row(const wiki::Row& row, const wiki::Table& table) {
  if (!is_lone(row, table)) return false;
  const Heading heading = classify_heading(row.cells.front().first().text);
  return heading.date || heading.round || heading.group;
}

bool repeats_header(const wiki::Row& row, const wiki::Table& table) {
  const auto cells = table.header.cells;
  return row.cells.size() == cells.size() &&
         std::equal(cells.begin(), cells.end(), row.cells.begin(),
                    [](const wiki::Cell& one, const wiki::Cell& other) {
                      return one.first().text == other.first().text;
                    });
}

void claim_remark(Draft& draft, const wiki::Row& row) {
  draft.readings.claim(row.line, std::max(row.line, row.end_line), LineClass::prose,
                       "remark in a table");
}

}  // namespace acta::football
