#include "wiki/rendered/table.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/row.hpp"
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

}  // namespace

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
