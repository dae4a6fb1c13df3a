#pragma once
/// The rows of a table whose columns are known.  Private to football/.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// A row, its cells by the columns of its table.
class TableRow {
 public:
  TableRow(Draft& draft, const Columns& columns, const wiki::Row& row)
      : draft_(&draft), columns_(&columns), row_(&row) {}

  const wiki::Row& row() const { return *row_; }

  std::uint32_t line() const { return row_->line; }

  std::uint32_t end_line() const { return std::max(row_->line, row_->end_line); }

  /// The first line of a cell, without marks of footnotes.
  wiki::Text cell(Column column) const;

  /// All lines of a cell.
  wiki::Lines lines(Column column) const;

  /// The lines of a cell as one, without marks of footnotes.
  wiki::Text joined(Column column) const;

  /// What a cell says; nothing where it is left open.
  MaybeText text(Column column) const;

  /// The number in a cell, reported where it is none; `what` is how the report calls it.
  MaybeInt number(Column column, std::string_view what) const;

  /// Says that the row is read, and which record it feeds.
  void claim(Label rule, RecordRef record = {}) const;

  /// Reports that the row is not read.
  void refuse(std::string_view expected) const;

 private:
  Draft* draft_;
  const Columns* columns_;
  const wiki::Row* row_;
};

/// Whether a cell names something: neither left open nor a number.
bool is_named(std::string_view text);

/// Says that the header is read.
void claim_header(Draft& draft, const wiki::Table& table);

/// Reports columns that are filled and no record holds.
void report_unknown(Draft& draft, const wiki::Table& table, const Columns& columns);

/// One cell across the whole table: a remark below or between the rows, a heading.
bool is_across(const wiki::Row& row);

/// Says that a row is a remark.
void claim_remark(Draft& draft, const wiki::Row& row);

/// Whether a row has one cell where the header has several: all that is left of a row across the
/// table where a rendering lost its span, or a row that ends early.
bool is_lone(const wiki::Row& row, const wiki::Table& table);

/// A lone row that is a heading or a date for the rows below.
bool is_heading_row(const wiki::Row& row, const wiki::Table& table);

/// Reports that a row is lone.
void report_lone(Draft& draft, const wiki::Row& row, const wiki::Table& table);

/// Whether a row says the header again.
bool repeats_header(const wiki::Row& row, const wiki::Table& table);

/// Gives the rows one after the other: those across the table to `across`, a wiki::Row, and those
/// whose cells stand under their headers to `read`, a TableRow.
template <typename Across, typename Read>
void for_each_row(Draft& draft, const wiki::Table& table, const Columns& columns, Across across,
                  Read read) {
  for (const wiki::Row& row : table.rows) {
    if (row.cells.empty()) continue;
    if (is_across(row) || is_heading_row(row, table)) {
      across(row);
    } else if (repeats_header(row, table)) {
      draft.readings.claim(row.line, std::max(row.line, row.end_line), wiki::LineClass::record,
                           "header row");
    } else if (row.doubtful) {
      TableRow(draft, columns, row).refuse("cells that stand under their headers");
    } else {
      if (is_lone(row, table)) report_lone(draft, row, table);
      read(TableRow(draft, columns, row));
    }
  }
}

/// The same where rows across the table are remarks.
template <typename Read>
void for_each_row(Draft& draft, const wiki::Table& table, const Columns& columns, Read read) {
  const auto remark = [&](const wiki::Row& row) { claim_remark(draft, row); };
  for_each_row(draft, table, columns, remark, read);
}

}  // namespace acta::football
