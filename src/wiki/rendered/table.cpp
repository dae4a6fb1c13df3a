#include "wiki/rendered/table.hpp"

#include <algorithm>

#include "wiki/rendered/lines.hpp"

namespace acta::wiki {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `piece` without the attributes that wikitext puts before the text of a cell or caption.
std::string_view without_attributes(std::string_view piece) {
  const std::size_t bar = piece.find('|');
  const bool has_attributes =
      bar != std::string_view::npos && TextReader::is_attributes(piece.substr(0, bar));
  return has_attributes ? piece.substr(bar + 1) : piece;
}

}  // namespace

void TableReader::read_cells(TableDraft& draft) {
  std::string_view rest = page_.body.text.substr(1);
  draft.begin_row(page_.number, page_.texts.offset_of(page_.body.text));
  const bool is_closed = rest.size() > 1 && rest.back() == '|' && rest[rest.size() - 2] != '\\';
  if (is_closed) {
    rest.remove_suffix(1);
  }
  const bool may_have_attributes = rest.find("=\"") != std::string_view::npos;
  bool is_odd = false;
  bool is_doubled = !is_closed;  // Every second cell has no byte, not even a blank.
  while (true) {
    const std::string_view cell = page_.texts.cell(rest);
    const bool is_last = cell.size() == rest.size();
    is_doubled = is_doubled && (!is_odd || cell.empty());
    if (!may_have_attributes || is_last || !TextReader::is_attributes(cell)) {
      page_.texts.read(cell, draft.texts());
      draft.end_cell(false);
      is_odd = !is_odd;
    }
    if (is_last) {
      break;
    }
    rest.remove_prefix(cell.size() + 1);
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
  return row.size() > 1 && row.front() == '|' &&
         trim_blanks(row.substr(1, row.find('|', 1) - 1)) == first;
}

bool TableReader::goes_on() {
  if (!ended_ || !table_.has_rows()) {
    return true;
  }
  next_.clear();
  read_cells(next_);
  return table_.is_header_repeated_in(next_) && !is_numbered_anew();
}

void TableReader::add_row() {
  const bool is_first = !table_.has_rows();
  // What goes on below blank lines, goes on because its header is repeated.
  const bool is_repeated = !is_first && (ended_ || page_.body.text == header_line_);
  ended_ = false;
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
  std::string_view rest = page_.body.text.substr(1);
  const bool has_several = rest.find("!!") != std::string_view::npos;
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
  while (true) {
    const std::size_t end = std::min(rest.find("!!"), rest.size());
    page_.texts.read(without_attributes(rest.substr(0, end)), table_.texts());
    table_.end_cell(true);
    if (end == rest.size()) {
      return true;
    }
    rest.remove_prefix(end + 2);
  }
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
  const Text caption = page_.texts.read_one(without_attributes(page_.body.text.substr(2)));
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
  ended_ = false;
  return table_.finish(page_.source, *page_.document.arena, page_.document.lines,
                       page_.diagnostics);
}

}  // namespace acta::wiki
