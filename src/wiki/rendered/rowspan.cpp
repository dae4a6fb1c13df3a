/// What proves that a rowspan was lost in a table, and where.

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.hpp"
#include "wiki/rendered/grid.hpp"
#include "words/words.hpp"

namespace acta::wiki {
namespace {

/// Whether `text` is a number as people write it: 35,938, 40 000, -3, +2, 12.5, 80 %.
bool is_number(std::string_view text) {
  text.remove_prefix(text.starts_with('+') ? 1 : text::dash_bytes(text));
  bool has_digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    has_digit = has_digit || is_digit;
    if (!is_digit && c != ',' && c != '.' && c != ' ' && c != '%' && c != '\'') {
      return false;
    }
  }
  return has_digit;
}

/// Whether `header` is empty or one of its words is of `kind`.
bool has_word_of(words::Kind kind, std::string_view header) {
  std::string_view rest = header;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" ./()-:"), rest.size());
    if (words::exact(kind, rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return header.empty();
}

}  // namespace

bool TableDraft::is_remark(std::string_view header) {
  return has_word_of(words::Kind::header_remark, header);
}

TableDraft::ColumnKind TableDraft::kind_of(std::string_view value) {
  if (is_number(value)) {
    return ColumnKind::numbers;
  }
  const auto digits_at = [&](std::size_t at) {
    std::size_t count = 0;
    while (at + count < value.size() && value[at + count] >= '0' && value[at + count] <= '9') {
      ++count;
    }
    return count;
  };
  const std::size_t first = digits_at(0);
  if (first == 0 || first > 2) {
    return ColumnKind::words;
  }
  const std::size_t mark = value.find_first_not_of(' ', first);
  if (mark == std::string_view::npos) {
    return ColumnKind::words;
  }
  const std::size_t behind = mark + (value[mark] == ':' ? 1 : text::dash_bytes(value.substr(mark)));
  if (behind == mark) {
    // "4 de febrero", "12 May": a day and a word. "25 de Abril" is a club as well, which makes the
    // column mixed where it stands among words.
    return value[first] == ' ' ? ColumnKind::dates : ColumnKind::words;
  }
  const std::size_t second =
      digits_at(std::min(value.find_first_not_of(' ', behind), value.size()));
  if (second == 0 || second > 2) {
    return ColumnKind::words;
  }
  return value[mark] == ':' && behind == mark + 1 && second == 2 ? ColumnKind::times
                                                                 : ColumnKind::scores;
}

bool TableDraft::fits(ColumnKind kind, std::string_view value) {
  return kind == ColumnKind::mixed || kind == kind_of(value);
}

/// The columns of the first `filled` cells where they fit in one way only, cells lost between and
/// around them; empty where they fit in none or in several.
std::vector<std::size_t> TableDraft::only_columns(const DraftRow& row,
                                                  const std::vector<ColumnKind>& kinds,
                                                  std::size_t filled) const {
  // Each cell in the first column that it can have, and in the last: where both are one, no other
  // way is left.
  const auto columns_from = [&](bool left) {
    std::vector<std::size_t> columns;
    std::size_t next = 0;
    for (std::size_t i = 0; i < filled; ++i) {
      const std::size_t cell = left ? i : filled - 1 - i;
      const auto column_at = [&](std::size_t at) { return left ? at : kinds.size() - 1 - at; };
      while (next < kinds.size() && !fits(kinds[column_at(next)], value(row, cell))) {
        ++next;
      }
      if (next == kinds.size()) {
        return std::vector<std::size_t>{};
      }
      columns.push_back(column_at(next++));
    }
    if (!left) {
      std::reverse(columns.begin(), columns.end());
    }
    return columns;
  };
  std::vector<std::size_t> first = columns_from(true);
  return first == columns_from(false) ? first : std::vector<std::size_t>{};
}

/// A row that lacks cells: they are missing at its end if that fits the columns; else, where
/// exactly one other place for them fits, they were lost there.
TableDraft::Placement TableDraft::place(const DraftRow& row, const std::vector<ColumnKind>& kinds,
                                        std::size_t width) const {
  Placement placement;
  while (placement.filled < row.cell_count && !value(row, placement.filled).empty()) {
    ++placement.filled;
  }
  const std::size_t missing = width - placement.filled;
  if (placement.filled == 1 && width > 2 && !fits(kinds[0], value(row, 0))) {
    // One cell alone is a remark across the table, not a row that lost its neighbours.
    placement.found = Placement::Found::unknown;
    return placement;
  }
  std::size_t fitting = 0;
  for (std::size_t at = placement.filled + 1; at-- > 0;) {
    bool all_fit = true;
    for (std::size_t column = 0; column < placement.filled && all_fit; ++column) {
      all_fit = fits(kinds[column < at ? column : column + missing], value(row, column));
    }
    if (all_fit && at == placement.filled) {
      return placement;
    }
    if (all_fit) {
      ++fitting;
      placement.column = at;
    }
  }
  placement.found = fitting == 1 ? Placement::Found::repaired : Placement::Found::unknown;
  if (fitting == 1) {
    for (std::size_t i = 0; i < placement.filled; ++i) {
      placement.own.push_back(i < placement.column ? i : i + missing);
    }
  } else if (fitting == 0 && placement.filled > 1) {
    placement.own = only_columns(row, kinds, placement.filled);
    if (!placement.own.empty()) {
      placement.found = Placement::Found::repaired;
      while (placement.column < placement.filled &&
             placement.own[placement.column] == placement.column) {
        ++placement.column;
      }
    }
  }
  return placement;
}

TableDraft::Shapes TableDraft::shapes(std::size_t width) const {
  Shapes found;
  const std::size_t first = header_index() + 1;
  found.rows.reserve(rows_.size() - first);
  for (std::size_t index = first; index < rows_.size(); ++index) {
    const DraftRow& row = rows_[index];
    std::size_t filled = 0;
    while (filled < row.cell_count && !value(row, filled).empty()) {
      ++filled;
    }
    std::size_t last = filled;
    while (last < row.cell_count && value(row, last).empty()) {
      ++last;
    }
    Shape shape = Shape::other;
    if (!is_lone_cell(row, width) && row.cell_count <= width && last == row.cell_count &&
        filled > 0) {
      shape = filled == width ? Shape::full : Shape::shifted;
    }
    found.shifted_rows += shape == Shape::shifted ? 1 : 0;
    found.rows.push_back(shape);
  }
  return found;
}

/// At least two full rows, each with the same number of shifted rows below it, and no other row.
bool TableDraft::are_groups_proved(const Shapes& shapes) const {
  std::size_t groups = 0;
  std::size_t in_group = 0;
  std::size_t group_size = 0;
  const auto closes_evenly = [&] {
    if (groups == 1) {
      group_size = in_group;
    }
    return in_group > 0 && in_group == group_size;
  };
  for (const Shape shape : shapes.rows) {
    if (shape == Shape::other || (shape == Shape::shifted && groups == 0)) {
      return false;
    }
    if (shape == Shape::shifted) {
      ++in_group;
      continue;
    }
    if (groups > 0 && !closes_evenly()) {
      return false;
    }
    ++groups;
    in_group = 0;
  }
  return groups >= 2 && closes_evenly();
}

/// A column with lost rowspans names each group once.
bool TableDraft::are_group_names_distinct(const Shapes& shapes) const {
  std::vector<std::string_view> names;
  const std::size_t first = header_index() + 1;
  for (std::size_t index = 0; index < shapes.rows.size(); ++index) {
    if (shapes.rows[index] == Shape::full) {
      names.push_back(value(rows_[first + index], 0));
    }
  }
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

std::vector<TableDraft::ColumnKind> TableDraft::column_kinds(const Shapes& shapes,
                                                             std::size_t width) const {
  std::vector<ColumnKind> kinds;
  const std::size_t first = header_index() + 1;
  for (std::size_t index = 0; index < shapes.rows.size(); ++index) {
    if (shapes.rows[index] != Shape::full) {
      continue;
    }
    const bool is_first = kinds.empty();
    kinds.resize(width);
    for (std::size_t column = 0; column < width; ++column) {
      const ColumnKind kind = kind_of(value(rows_[first + index], column));
      kinds[column] = is_first || kinds[column] == kind ? kind : ColumnKind::mixed;
    }
  }
  return kinds;
}

TableDraft::Verdict TableDraft::judge(Shapes& shapes, std::size_t width) const {
  const std::size_t first = header_index() + 1;
  const std::vector<ColumnKind> kinds = column_kinds(shapes, width);
  if (kinds.empty()) {
    return Verdict::as_written;
  }
  bool all_fit_as_written = true;
  bool all_fit_shifted = true;
  bool is_even = true;
  for (std::size_t index = 0; index < shapes.rows.size(); ++index) {
    if (shapes.rows[index] != Shape::shifted) {
      continue;
    }
    const DraftRow& row = rows_[first + index];
    std::size_t filled = 0;
    while (!value(row, filled).empty()) {
      ++filled;
    }
    const std::size_t empty_cells = width - filled;
    bool fits_as_written = true;
    bool fits_shifted = true;
    for (std::size_t column = 0; column < filled; ++column) {
      const std::string_view cell = value(row, column);
      fits_as_written = fits_as_written && fits(kinds[column], cell);
      fits_shifted = fits_shifted && fits(kinds[column + empty_cells], cell);
    }
    all_fit_as_written = all_fit_as_written && fits_as_written;
    all_fit_shifted = all_fit_shifted && fits_shifted;
    if (fits_as_written && !fits_shifted) {
      // It cannot have been shifted: the article does not give its last value.
      shapes.rows[index] = Shape::other;
      --shapes.shifted_rows;
      continue;
    }
    shapes.first_shifted = shapes.first_shifted == 0 ? first + index : shapes.first_shifted;
    is_even = is_even && (shapes.empty_cells == 0 || shapes.empty_cells == empty_cells);
    shapes.empty_cells = empty_cells;
  }
  const DraftRow& header = rows_[first - 1];
  const bool may_be_shifted = !has_word_of(words::Kind::header_subject, value(header, 0)) &&
                              !has_word_of(words::Kind::header_remark, value(header, width - 1)) &&
                              are_group_names_distinct(shapes);
  if (shapes.shifted_rows == 0 || (!may_be_shifted && all_fit_as_written)) {
    return Verdict::as_written;
  }
  return may_be_shifted && all_fit_shifted && is_even && are_groups_proved(shapes)
             ? Verdict::shifted
             : Verdict::doubtful;
}

}  // namespace acta::wiki
