#include "wiki/rendered/table.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/row.hpp"
#include "text/characters.hpp"
#include "wiki/rendered/lines.hpp"

namespace acta::wiki {
namespace {

namespace rules = grammar::row;
namespace pegtl = tao::pegtl;

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The cells of a line, views into it.
struct Cells {
  std::vector<std::string_view>& cells;
  bool is_closed = false;  ///< By a bar behind the last cell.
};

template <typename Rule>
struct Action : pegtl::nothing<Rule> {};

template <>
struct Action<rules::plain_cell> {
  template <typename In>
  static void apply(const In& in, Cells& row) {
    row.cells.push_back(in.string_view());
  }
};

template <>
struct Action<rules::cell> : Action<rules::plain_cell> {};

template <>
struct Action<rules::header_cell> : Action<rules::plain_cell> {};

template <>
struct Action<rules::tabbed_cell> : Action<rules::plain_cell> {};

template <>
struct Action<rules::spaced_cell> : Action<rules::plain_cell> {};

template <>
struct Action<rules::worded_cell> : Action<rules::plain_cell> {};

template <>
struct Action<rules::closing> {
  static void apply0(Cells& row) { row.is_closed = true; }
};

/// Fills `cells` with those of a line; gives whether a bar closes the last one.
template <typename Rule>
bool cut(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  Cells row{cells};
  grammar::parse<Rule, Action>(line, row);
  return row.is_closed;
}

// "12", "+5", "−3", "12:7": what stands under a column of numbers.
bool is_figure(std::string_view cell) {
  bool has_digit = false;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t dash = text::dash_bytes(cell.substr(at));
    const bool is_digit = cell[at] >= '0' && cell[at] <= '9';
    has_digit |= is_digit;
    if (dash == 0 && !is_digit &&
        std::string_view("+:.,*").find(cell[at]) == std::string_view::npos)
      return false;
    at += std::max<std::size_t>(dash, 1);
  }
  return has_digit || text::is_dash(cell);
}

bool has_digit(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos;
}

// A name of a column: words, no sentence and no value.
bool may_head_column(std::string_view cell) {
  constexpr std::size_t longest = 40;
  return !cell.empty() && cell.size() <= longest && !is_figure(cell) && !cell.ends_with(',') &&
         (cell.size() <= 5 || !cell.ends_with('.')) && cell.find(':') == std::string_view::npos;
}

}  // namespace

bool TableReader::cut_columns(const Columns& columns, std::string_view line,
                              std::vector<std::string_view>& cells) {
  if (columns.parting == Parting::tabs) {
    cut<rules::tabbed_row>(line, cells);
    for (std::string_view& cell : cells) cell = trim_blanks(cell);
    if (cells.size() < 2 || cells.size() > columns.width) return false;
    cells.resize(columns.width);  // Nothing stands in the last cells of the line.
    return true;
  }
  if (columns.parting == Parting::blanks) {
    cut<rules::spaced_row>(line, cells);
    return cells.size() == columns.width;
  }
  cut<rules::worded_row>(line, cells);
  const std::size_t behind = columns.width - 1 - columns.wide;
  if (cells.size() < columns.width) return false;
  const auto first = cells.begin() + static_cast<std::ptrdiff_t>(columns.wide);
  const auto last = cells.end() - static_cast<std::ptrdiff_t>(behind);
  const bool fits =
      std::all_of(cells.begin(), first, is_figure) && std::all_of(last, cells.end(), is_figure) &&
      std::any_of(first, last, [](std::string_view word) { return !is_figure(word); });
  if (!fits) return false;
  const std::string_view end = *(last - 1);
  *first = {first->data(), static_cast<std::size_t>(end.data() + end.size() - first->data())};
  cells.erase(first + 1, last);
  return true;
}

// The table that the line being read heads, when its cells are parted so.
TableReader::Columns TableReader::columns_below(Parting parting) const {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t fewest_words = 6;
  const std::string_view line = page_.body.text;
  std::vector<std::string_view> cells;
  switch (parting) {
    case Parting::tabs:
      cut<rules::tabbed_row>(line, cells);
      for (std::string_view& cell : cells) cell = trim_blanks(cell);
      break;
    case Parting::blanks:
      cut<rules::spaced_row>(line, cells);
      break;
    case Parting::words:
      cut<rules::worded_row>(line, cells);
      break;
  }
  const bool is_header =
      cells.size() >= (parting == Parting::words ? fewest_words : fewest) &&
      std::all_of(cells.begin(), cells.end(), may_head_column) &&
      (parting == Parting::tabs || std::none_of(cells.begin(), cells.end(), has_digit));
  if (!is_header) return {};
  Columns columns{parting, cells.size(), 0};
  const std::string_view below = page_.peek(page_.number + 1);
  const std::string_view next = page_.peek(page_.number + 2);
  if (parting == Parting::words) {
    // The numbers before the words are the columns before the wide one.
    cut<rules::worded_row>(below, cells);
    while (columns.wide < cells.size() && is_figure(cells[columns.wide])) ++columns.wide;
    if (columns.wide >= columns.width || !cut_columns(columns, next, cells)) return {};
  }
  if (!cut_columns(columns, below, cells)) return {};
  if (parting == Parting::blanks && std::none_of(cells.begin(), cells.end(), has_digit)) return {};
  // "Aldea <tab> v <tab> Bruma" above another match to come: the lines say one thing at one place.
  std::vector<std::string_view> heads;
  cut<rules::tabbed_row>(line, heads);
  for (std::size_t i = 0; parting == Parting::tabs && i < columns.width; ++i) {
    if (!cells[i].empty() && trim_blanks(heads[i]) == cells[i]) return {};
  }
  return columns;
}

bool TableReader::opens_columns() {
  columns_ = {};
  const std::string_view line = page_.body.text;
  if (line.find('|') != std::string_view::npos) return false;
  if (line.find('\t') != std::string_view::npos) {
    columns_ = columns_below(Parting::tabs);
  } else if (line.find("  ") != std::string_view::npos) {
    columns_ = columns_below(Parting::blanks);
  } else if (line.size() <= 200) {
    columns_ = columns_below(Parting::words);
  }
  return columns_.width != 0;
}

void TableReader::add_cells(const std::vector<std::string_view>& cells, bool is_header) {
  table_.begin_row(page_.number, page_.texts.offset_of(page_.body.text));
  for (const std::string_view cell : cells) {
    page_.texts.read(cell, table_.texts());
    table_.end_cell(is_header);
  }
}

bool TableReader::add_columns() {
  const bool is_first = !table_.has_rows();
  // The header is a row of single words.
  const Columns as_header{columns_.parting, columns_.width, columns_.width};
  if (is_first && columns_.parting == Parting::words) {
    cut<rules::worded_row>(page_.body.text, cells_);
  } else if (!cut_columns(is_first ? as_header : columns_, page_.body.text, cells_)) {
    return false;
  }
  if (is_first) page_.mark(LineClass::record);
  add_cells(cells_, is_first);
  return true;
}

void TableReader::read_cells(TableDraft& draft) {
  const std::string_view line = page_.body.text;
  draft.begin_row(page_.number, page_.texts.offset_of(line));
  const bool is_closed =
      page_.texts.plain() ? cut<rules::plain_row>(line, cells_) : cut<rules::row>(line, cells_);
  const bool may_have_attributes = line.find("=\"") != std::string_view::npos;
  bool is_odd = false;
  bool is_doubled = !is_closed;  // Every second cell has no byte, not even a blank.
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::string_view cell = cells_[i];
    const bool is_last = i + 1 == cells_.size();
    is_doubled = is_doubled && (!is_odd || cell.empty());
    if (may_have_attributes && !is_last && TextReader::is_attributes(cell)) {
      continue;
    }
    page_.texts.read(cell, draft.texts());
    draft.end_cell(false);
    is_odd = !is_odd;
  }
  if (is_doubled && is_odd) {
    draft.undouble_bars();
  }
}

/// Whether the rows below the repeated header, the line being read, are numbered from the start
/// again: then they are a table of their own.
bool TableReader::is_numbered_anew() const {
  const std::string_view first = table_.first_value();
  if (!is_number(first)) {
    return false;
  }
  std::uint32_t below = page_.number + 1;
  std::string_view row = page_.peek(below);
  if (!row.empty() && row.front() == '|' && bar_line(row) == BarLine::rule) {
    row = page_.peek(++below);
  }
  if (row.size() <= 1 || row.front() != '|') {
    return false;
  }
  std::vector<std::string_view> cells;
  cut<rules::plain_row>(row, cells);
  return trim_blanks(cells.front()) == first;
}

/// Whether the row being read stands alone between blank lines.
bool TableReader::is_lone_row() const {
  const std::string_view below = page_.peek(page_.number + 1);
  return below.empty() || below.front() != '|';
}

bool TableReader::goes_on() {
  is_spaced_ = false;
  if (!ended_ || !table_.has_rows()) {
    return true;
  }
  next_.clear();
  read_cells(next_);
  // A page whose every row is a paragraph: one row, a blank line, a row of as many cells.
  is_spaced_ = run_ends_lone_ && is_lone_row() && table_.has_width_of(next_);
  return is_spaced_ || (table_.is_header_repeated_in(next_) && !is_numbered_anew());
}

void TableReader::add_row() {
  const bool is_first = !table_.has_rows();
  // What goes on below blank lines, goes on because its header is repeated.
  const bool is_repeated = !is_first && !is_spaced_ && (ended_ || page_.body.text == header_line_);
  ended_ = is_spaced_ = false;
  ++run_rows_;
  if (is_repeated) {
    page_.mark(LineClass::record);
    page_.report(finding::Code::header_repeated_table_joined,
                 "the header is repeated: the table goes on");
    return;
  }
  if (is_first) {
    header_line_ = page_.body.text;
  }
  read_cells(table_);
}

bool TableReader::add_header_row() {
  cut<rules::header_row>(page_.body.text, cells_);
  const bool has_several = cells_.size() > 1;
  const std::string_view next = page_.peek(page_.number + 1);
  const bool is_followed = !next.empty() && (next.front() == '!' || next.front() == '|');
  if (!has_several && !is_running() && !is_followed) {
    return false;
  }
  const bool goes_on = is_running() && !has_several && single_header_line_ + 1 == page_.number;
  if (!goes_on) {
    table_.begin_row(page_.number, page_.texts.offset_of(page_.body.text));
  }
  ended_ = false;
  single_header_line_ = has_several ? 0 : page_.number;
  page_.mark(LineClass::record);
  for (const std::string_view cell : cells_) {
    page_.texts.read(TextReader::without_attributes(cell), table_.texts());
    table_.end_cell(true);
  }
  return true;
}

bool TableReader::add_rule() {
  if (!table_.has_rows() || ended_) {
    return false;
  }
  table_.rule();
  page_.mark(LineClass::record);
  return true;
}

bool TableReader::open_with_caption() {
  const Text caption =
      page_.texts.read_one(TextReader::without_attributes(page_.body.text.substr(2)));
  if (caption.empty()) {
    return false;
  }
  table_.set_caption(caption);
  ended_ = false;
  page_.mark(LineClass::record);
  return true;
}

Table TableReader::close() {
  header_line_ = {};
  ended_ = is_spaced_ = run_ends_lone_ = false;
  run_rows_ = 0;
  return table_.finish(page_.source, *page_.document.arena, page_.document.lines,
                       page_.diagnostics);
}

}  // namespace acta::wiki
