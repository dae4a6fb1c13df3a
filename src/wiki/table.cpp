#include "wiki/table.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/unicode.hpp"

namespace acta::wiki {
namespace {

/// Words of a first header cell that names what each row is about.  Such a column has no rowspan
/// to lose: an empty last cell below it is a value that the article does not give.
constexpr auto subjects = std::to_array<std::string_view>({
    "#",          "ano",      "anotador",   "arquero", "campo",   "clasificacion", "club",
    "clube",      "clubes",   "clubs",      "coach",   "date",    "datum",         "dt",
    "entrenador", "equipe",   "equipo",     "equipos", "estadio", "fecha",         "goalkeeper",
    "goalscorer", "goleador", "ground",     "jogador", "joueur",  "jugador",       "jugadores",
    "lugar",      "manager",  "mannschaft", "match",   "n",       "name",          "no",
    "nombre",     "nome",     "number",     "numero",  "nº",      "partido",       "place",
    "platz",      "player",   "players",    "portero", "pos",     "posicion",      "position",
    "puesto",     "rang",     "rank",       "ranking", "referee", "scorer",        "season",
    "spieler",    "squadra",  "stadion",    "stadium", "team",    "teams",         "temporada",
    "venue",      "verein",   "year",
});

/// Words of a last header cell under which most cells are empty anyway.
constexpr auto remarks = std::to_array<std::string_view>({
    "clasificacion", "comment",    "comments",    "descenso",      "nota",         "notas",
    "note",          "notes",      "observacion", "observaciones", "observations", "promotion",
    "qualification", "ref",        "reference",   "references",    "referencia",   "referencias",
    "refs",          "relegation", "remark",      "remarks",       "source",       "sources",
});

static_assert(std::is_sorted(subjects.begin(), subjects.end()));
static_assert(std::is_sorted(remarks.begin(), remarks.end()));

/// Whether `text` is a number as people write it: 35,938, 40 000, -3, +2, 12.5, 80 %.
bool is_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    text.remove_prefix(1);
  } else if (text.starts_with("\xE2\x88\x92") || text.starts_with("\xE2\x80\x93")) {
    text.remove_prefix(3);
  }
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

/// Whether `header` is empty or holds one of `words`, which are sorted and folded.
bool has_word_of(std::span<const std::string_view> words, std::string_view header) {
  const std::string folded = text::fold(header);
  std::string_view rest = folded;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" ./()-:"), rest.size());
    if (std::binary_search(words.begin(), words.end(), rest.substr(0, end))) {
      return true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return header.empty();
}

std::string count_of(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace

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
  std::size_t behind = mark;
  for (const std::string_view dash : {":", "-", "\xE2\x80\x93", "\xE2\x88\x92"}) {
    if (value.substr(mark, dash.size()) == dash) {
      behind = mark + dash.size();
      break;
    }
  }
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

/// A row that lacks cells: they are missing at its end if that fits the columns; else, where
/// exactly one other place for them fits, they were lost there.
TableDraft::Placement TableDraft::place(const DraftRow& row, const std::vector<ColumnKind>& kinds,
                                        std::size_t width) const {
  Placement placement;
  while (placement.filled < row.cell_count && !value(row, placement.filled).empty()) {
    ++placement.filled;
  }
  const std::size_t missing = width - placement.filled;
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
  return placement;
}

/// A first row of one filled cell above a wider one is a title, not the header.
void TableDraft::take_title_row(std::vector<LineClass>& lines) {
  if (rows_.size() < 3 || header_index() != 0 || ruled_rows_ != 0 || !caption_.empty()) {
    return;
  }
  const DraftRow& title = rows_.front();
  for (std::size_t column = 1; column < title.cell_count; ++column) {
    if (!value(title, column).empty()) {
      return;
    }
  }
  const DraftRow& header = rows_[1];
  if (value(title, 0).empty() || header.cell_count < 2) {
    return;
  }
  for (std::size_t column = 0; column < header.cell_count; ++column) {
    const std::string_view name = value(header, column);
    if (name.empty() || kind_of(name) != ColumnKind::words) {
      return;
    }
  }
  caption_ = texts_[cells_[title.first_cell].first_text];
  lines[title.line - 1] = LineClass::record;
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

std::string_view TableDraft::first_value() const {
  const std::size_t first = header_index() + 1;
  return first < rows_.size() ? value(rows_[first], 0) : std::string_view();
}

void TableDraft::clear() {
  caption_ = {};
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
    if (row.cell_count <= width && last == row.cell_count && filled > 0) {
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
  const bool may_be_shifted = !has_word_of(subjects, value(header, 0)) &&
                              !has_word_of(remarks, value(header, width - 1)) &&
                              are_group_names_distinct(shapes);
  if (shapes.shifted_rows == 0 || (!may_be_shifted && all_fit_as_written)) {
    return Verdict::as_written;
  }
  return may_be_shifted && all_fit_shifted && is_even && are_groups_proved(shapes)
             ? Verdict::shifted
             : Verdict::doubtful;
}

/// Reports what is repaired or doubtful in row `index`, which stands below the header.
void TableDraft::report(std::size_t index, const Shapes& shapes, Verdict verdict,
                        const Placement& placement, const DraftRow& full,
                        const text::Source& source, text::Diagnostics& diagnostics) const {
  const std::size_t header = header_index();
  const std::size_t width = rows_[header].cell_count;
  const DraftRow& row = rows_[index];
  const Shape shape = shapes.rows[index - header - 1];
  const bool is_line_start = source.line_start(row.line) == row.offset;
  const text::Position place =
      is_line_start ? text::Position{row.line, 1} : source.position(row.offset);
  if (shape == Shape::shifted && verdict == Verdict::shifted) {
    diagnostics.add(text::Code::rowspan_lost_repaired, place,
                    "a rowspan was lost: \"" + std::string(value(full, 0)) + "\" is repeated",
                    {{"other_line", std::int64_t{full.line}}});
    return;
  }
  if (placement.found == Placement::Found::repaired) {
    diagnostics.add(text::Code::rowspan_lost_repaired, place,
                    "a rowspan was lost: \"" + std::string(value(full, placement.column)) +
                        "\" is repeated, the only place where the cells fit their columns",
                    {{"other_line", std::int64_t{full.line}}});
    return;
  }
  if (verdict == Verdict::doubtful && index == shapes.first_shifted) {
    diagnostics.add(text::Code::rowspan_ambiguous, place,
                    count_of(shapes.shifted_rows, "row") +
                        " may have lost a rowspan, which is not proved: not read",
                    {{"count", static_cast<std::int64_t>(shapes.shifted_rows)}});
  }
  if (placement.found == Placement::Found::unknown && verdict != Verdict::doubtful) {
    diagnostics.add(text::Code::rowspan_ambiguous, place,
                    "the cells of the row do not fit their columns, and it is not known which are "
                    "missing: not read");
    return;
  }
  // A last column of remarks is often left off.
  const bool lacks_remark =
      row.cell_count + 1 == width && has_word_of(remarks, value(rows_[header], width - 1));
  if (row.cell_count != width && !lacks_remark) {
    diagnostics.add(
        text::Code::row_cell_count, place,
        "the row has " + count_of(row.cell_count, "cell") + ", the header " + std::to_string(width),
        {{"expected", std::to_string(width)}, {"found", std::to_string(row.cell_count)}});
  }
}

Table TableDraft::finish(const text::Source& source, Arena& arena, std::vector<LineClass>& lines,
                         text::Diagnostics& diagnostics) {
  Table table;
  table.caption = caption_;
  table.line = table.end_line = caption_.line;
  if (rows_.empty()) {
    clear();
    return table;
  }
  take_title_row(lines);
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
      const std::size_t missing = width - placement.filled;
      add_cells(cells_of(row).first(placement.column), false);
      add_cells(cells_of(rows_[full]).subspan(placement.column, missing), true);
      add_cells(cells_of(row).subspan(placement.column, placement.filled - placement.column),
                false);
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
  table.header = rows[header];
  table.rows = rows.subspan(header + 1);
  table.line = caption_.line != 0 ? caption_.line : rows.front().line;
  table.end_line = rows.back().line;
  clear();
  return table;
}

}  // namespace acta::wiki
