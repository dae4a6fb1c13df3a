#include "wiki/rendered/grid.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace acta::wiki {
namespace {

std::string count_of(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace

std::size_t TableDraft::filled_cells(const DraftRow& row) const {
  std::size_t filled = 0;
  for (std::size_t column = 0; column < row.cell_count; ++column) {
    filled += value(row, column).empty() ? 0 : 1;
  }
  return filled;
}

bool TableDraft::is_all_words(const DraftRow& row) const {
  for (std::size_t column = 0; column < row.cell_count; ++column) {
    const std::string_view name = value(row, column);
    if (name.empty() || kind_of(name) != ColumnKind::words) {
      return false;
    }
  }
  return row.cell_count >= 2;
}

/// All that is left of a row across a table, whose span the rendering lost.
bool TableDraft::is_lone_cell(const DraftRow& row, std::size_t width) {
  constexpr std::size_t narrowest = 3;
  return row.cell_count == 1 && width >= narrowest;
}

/// First rows of one filled cell above a wider one are titles, not the header; the last of them is
/// the caption.
void TableDraft::take_title_rows(std::vector<LineClass>& lines) {
  if (header_index() != 0 || ruled_rows_ != 0) {
    return;
  }
  std::size_t titles = 0;
  while (titles < rows_.size() && filled_cells(rows_[titles]) == 1 &&
         !value(rows_[titles], 0).empty()) {
    ++titles;
  }
  // The header and a row below it.
  if (titles == 0 || titles + 1 >= rows_.size() || !is_all_words(rows_[titles]) ||
      (titles == 1 && !caption_.empty())) {
    return;
  }
  for (std::size_t i = 0; i < titles; ++i) {
    titles_.push_back(texts_[cells_[rows_[i].first_cell].first_text]);
    lines[rows_[i].line - 1] = LineClass::record;
  }
  if (caption_.empty()) {
    caption_ = titles_.back();
    titles_.pop_back();
  }
  rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(titles));
}

/// "| Teams | Scores |" above "| Home | Away | 1st leg | 2nd leg |": names over several columns,
/// whose spans the rendering lost.  The rows below have the cells of the second.
void TableDraft::take_upper_header(std::vector<LineClass>& lines) {
  if (rows_.size() < 3 || header_index() != 0 || ruled_rows_ != 0) {
    return;
  }
  const DraftRow& upper = rows_[0];
  const DraftRow& header = rows_[1];
  if (upper.cell_count >= header.cell_count || !is_all_words(upper) || !is_all_words(header)) {
    return;
  }
  const bool fits_second = std::all_of(rows_.begin() + 2, rows_.end(), [&](const DraftRow& row) {
    return row.cell_count == header.cell_count || is_lone_cell(row, header.cell_count);
  });
  if (!fits_second) {
    return;
  }
  for (const DraftCell& cell : cells_of(upper)) {
    titles_.push_back(texts_[cell.first_text]);
  }
  lines[upper.line - 1] = LineClass::record;
  rows_.erase(rows_.begin());
}

void TableDraft::begin_row(std::uint32_t line, std::uint32_t offset) {
  if (!rows_.empty() && rows_.size() == header_rows_ + 1 && is_last_row_header()) {
    ++header_rows_;
  }
  rows_.push_back({static_cast<std::uint32_t>(cells_.size()), 0, line, offset});
}

void TableDraft::end_cell(bool is_header) {
  const std::uint32_t first =
      cells_.empty() ? 0 : cells_.back().first_text + cells_.back().text_count;
  const std::size_t count = std::min<std::size_t>(texts_.size() - first, 0xFFFF);
  texts_.resize(first + count);
  cells_.push_back({first, static_cast<std::uint16_t>(count), is_header});
  ++rows_.back().cell_count;
}

void TableDraft::undouble_bars() {
  DraftRow& row = rows_.back();
  std::uint32_t kept = 0;
  for (std::uint32_t at = 0; at < row.cell_count; at += 2) {
    cells_[row.first_cell + kept++] = cells_[row.first_cell + at];
  }
  row.cell_count = kept;
  cells_.resize(row.first_cell + kept);
}

void TableDraft::rule() {
  if (ruled_rows_ == 0) {
    ruled_rows_ = rows_.size();
  }
}

std::span<const TableDraft::DraftCell> TableDraft::cells_of(const DraftRow& row) const {
  return std::span(cells_).subspan(row.first_cell, row.cell_count);
}

std::string_view TableDraft::value(const DraftRow& row, std::size_t column) const {
  if (column >= row.cell_count) {
    return {};
  }
  const DraftCell& cell = cells_[row.first_cell + column];
  return cell.text_count == 0 ? std::string_view() : texts_[cell.first_text].text;
}

bool TableDraft::is_last_row_header() const {
  const auto cells = cells_of(rows_.back());
  return !cells.empty() && std::all_of(cells.begin(), cells.end(),
                                       [](const DraftCell& cell) { return cell.is_header; });
}

std::size_t TableDraft::header_index() const {
  if (ruled_rows_ == 1 || ruled_rows_ == 2) {
    return ruled_rows_ - 1;
  }
  const bool is_last_one = rows_.size() == header_rows_ + 1 && is_last_row_header();
  const std::size_t count = header_rows_ + (is_last_one ? 1 : 0);
  return count == 0 ? 0 : count - 1;
}

bool TableDraft::is_header_repeated_in(const TableDraft& other) const {
  if (rows_.empty() || other.rows_.empty()) {
    return false;
  }
  const DraftRow& header = rows_[header_index()];
  const DraftRow& row = other.rows_.front();
  if (header.cell_count != row.cell_count) {
    return false;
  }
  bool has_value = false;
  for (std::size_t column = 0; column < header.cell_count; ++column) {
    const std::string_view left = value(header, column);
    const std::string_view right = other.value(row, column);
    if (left != right && text::fold(left) != text::fold(right)) {
      return false;
    }
    has_value = has_value || !left.empty();
  }
  return has_value;
}

bool TableDraft::has_width_of(const TableDraft& other) const {
  return !rows_.empty() && !other.rows_.empty() &&
         rows_.front().cell_count == other.rows_.front().cell_count;
}

std::string_view TableDraft::first_value() const {
  const std::size_t first = header_index() + 1;
  return first < rows_.size() ? value(rows_[first], 0) : std::string_view();
}

void TableDraft::clear() {
  caption_ = {};
  titles_.clear();
  rows_.clear();
  cells_.clear();
  texts_.clear();
  header_rows_ = 0;
  ruled_rows_ = 0;
}

/// Empty cells beyond the last column are bars too many, not values.
void TableDraft::trim_long_rows(std::size_t width) {
  for (DraftRow& row : rows_) {
    while (row.cell_count > width && value(row, row.cell_count - 1).empty()) {
      --row.cell_count;
    }
  }
}

/// Reports what is repaired or doubtful in row `index`, which stands below the header.
void TableDraft::report(std::size_t index, const Shapes& shapes, Verdict verdict,
                        const Placement& placement, const DraftRow& full,
                        const text::Source& source, finding::Diagnostics& diagnostics) const {
  const std::size_t header = header_index();
  const std::size_t width = rows_[header].cell_count;
  const DraftRow& row = rows_[index];
  const Shape shape = shapes.rows[index - header - 1];
  const bool is_line_start = source.line_start(row.line) == row.offset;
  const finding::Position place =
      is_line_start ? finding::Position{row.line, 1} : source.position(row.offset);
  if (shape == Shape::shifted && verdict == Verdict::shifted) {
    diagnostics.add(finding::Code::rowspan_lost_repaired, place,
                    "a rowspan was lost: \"" + std::string(value(full, 0)) + "\" is repeated",
                    {{"other_line", std::int64_t{full.line}}});
    return;
  }
  if (placement.found == Placement::Found::repaired) {
    diagnostics.add(finding::Code::rowspan_lost_repaired, place,
                    "a rowspan was lost: \"" + std::string(value(full, placement.column)) +
                        "\" is repeated, the only place where the cells fit their columns",
                    {{"other_line", std::int64_t{full.line}}});
    return;
  }
  if (verdict == Verdict::doubtful && index == shapes.first_shifted) {
    diagnostics.add(finding::Code::rowspan_ambiguous, place,
                    count_of(shapes.shifted_rows, "row") +
                        " may have lost a rowspan, which is not proved: not read",
                    {{"count", static_cast<std::int64_t>(shapes.shifted_rows)}});
  }
  if (placement.found == Placement::Found::unknown && verdict != Verdict::doubtful) {
    diagnostics.add(finding::Code::rowspan_ambiguous, place,
                    "the cells of the row do not fit their columns, and it is not known which are "
                    "missing: not read");
    return;
  }
  // A last column of remarks is often left off.
  const bool lacks_remark =
      row.cell_count + 1 == width && is_remark(value(rows_[header], width - 1));
  if (row.cell_count != width && !lacks_remark && !is_lone_cell(row, width)) {
    diagnostics.add(
        finding::Code::row_cell_count, place,
        "the row has " + count_of(row.cell_count, "cell") + ", the header " + std::to_string(width),
        {{"expected", std::to_string(width)}, {"found", std::to_string(row.cell_count)}});
  }
}

Table TableDraft::finish(const text::Source& source, Arena& arena, std::vector<LineClass>& lines,
                         finding::Diagnostics& diagnostics) {
  Table table;
  table.caption = caption_;
  table.line = table.end_line = caption_.line;
  if (rows_.empty()) {
    clear();
    return table;
  }
  take_title_rows(lines);
  take_upper_header(lines);
  table.caption = caption_;
  const std::size_t header = header_index();
  const std::size_t width = rows_[header].cell_count;
  trim_long_rows(width);
  Shapes found = shapes(width);
  const Verdict verdict = found.shifted_rows == 0 ? Verdict::as_written : judge(found, width);

  const std::span<const Text> texts = arena.keep(texts_);
  made_cells_.clear();
  made_rows_.clear();
  const auto add_cells = [&](std::span<const DraftCell> cells, bool is_repeated) {
    for (const DraftCell& cell : cells) {
      made_cells_.push_back(
          {texts.subspan(cell.first_text, cell.text_count), cell.is_header, is_repeated});
    }
  };
  const std::vector<ColumnKind> kinds =
      found.shifted_rows != 0 ? column_kinds(found, width) : std::vector<ColumnKind>{};
  made_widths_.clear();
  std::size_t full = header;
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    const DraftRow& row = rows_[index];
    const std::size_t cells_before = made_cells_.size();
    const bool is_short = index > header && found.rows[index - header - 1] == Shape::shifted;
    Placement placement;
    if (is_short && verdict != Verdict::shifted && !kinds.empty()) {
      placement = place(row, kinds, width);
    }
    bool doubtful = false;
    if (is_short && verdict == Verdict::shifted) {
      add_cells(cells_of(rows_[full]).first(found.empty_cells), true);
      add_cells(cells_of(row).first(width - found.empty_cells), false);
    } else if (placement.found == Placement::Found::repaired && full > header) {
      std::size_t own = 0;
      for (std::size_t column = 0; column < width; ++column) {
        const bool is_own = own < placement.own.size() && placement.own[own] == column;
        add_cells(is_own ? cells_of(row).subspan(own, 1) : cells_of(rows_[full]).subspan(column, 1),
                  !is_own);
        own += is_own ? 1 : 0;
      }
    } else {
      if (index <= header || found.rows[index - header - 1] == Shape::full) {
        full = index;
      }
      add_cells(cells_of(row), false);
      doubtful = is_short &&
                 (verdict == Verdict::doubtful || placement.found != Placement::Found::as_written);
    }
    if (index <= header) {
      lines[row.line - 1] = LineClass::record;
    } else if (verdict != Verdict::as_written || row.cell_count != width || doubtful) {
      report(index, found, verdict, placement, rows_[full], source, diagnostics);
    }
    made_widths_.push_back(made_cells_.size() - cells_before);
    made_rows_.push_back({{}, row.line, row.line, row.offset, doubtful});
  }

  const std::span<const Cell> cells = arena.keep(made_cells_);
  std::size_t next = 0;
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    made_rows_[index].cells = cells.subspan(next, made_widths_[index]);
    next += made_widths_[index];
  }
  const std::span<const Row> rows = arena.keep(made_rows_);
  table.titles = arena.keep(titles_);
  table.header = rows[header];
  table.rows = rows.subspan(header + 1);
  table.line = caption_.line != 0 ? caption_.line : rows.front().line;
  table.end_line = rows.back().line;
  clear();
  return table;
}

}  // namespace acta::wiki
