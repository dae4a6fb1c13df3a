#include "wiki/syntax/scan.hpp"

#include <algorithm>

#include "text/blanks.hpp"
#include "wiki/syntax/leaf.hpp"

namespace acta::wiki::syntax {

namespace {

/// Whether the text in this tag is no markup, but for its entities.
bool holds_entities(std::string_view name) {
  return equal_letters(name, "nowiki") || equal_letters(name, "pre");
}

}  // namespace

Scanner::Scanner(std::string_view text, const std::vector<Mark>& brackets, Findings& findings)
    : text_(text),
      special_(text),
      size_(static_cast<std::uint32_t>(text.size())),
      brackets_(brackets),
      findings_(findings),
      open_tags_(html_tags().size()) {
  marks_.reserve(text.size() / 10 + 16);
  marks_.push_back({});  // So that no mark that others refer to is 0.
  frames_.reserve(64);
  frames_.push_back({});
  context().limit = size_;
}

std::vector<Mark> Scanner::run() {
  const std::uint32_t first = skip_blanks(0);
  if (const Redirect redirect = redirect_at(text_.substr(first)); redirect.length != 0) {
    add(Part::redirect, first, first + static_cast<std::uint32_t>(redirect.length));
    marks_.back().link = first + static_cast<std::uint32_t>(redirect.target);
    skip_to(marks_.back().end);
    line_start_ = false;
  }
  for (;;) {
    if (line_start_) start_line();
    if (value_start_) start_value();
    const std::uint32_t end = stop();
    if (pos_ < end) pos_ = special_.next(pos_, end);
    if (pos_ < end) {
      markup();
    } else if (next_ < brackets_.size()) {
      bracket();
    } else {
      break;
    }
  }
  close_tables();
  while (frames_.size() > 1) {
    if (frames_.back().kind == Frame::Kind::html) {
      drop_html();
    } else {
      pop(size_);
    }
  }
  boundary(size_);
  resolve_quotes(0);
  return std::move(marks_);
}

void Scanner::markup() {
  switch (text_[pos_]) {
    case '\n':
      return newline();
    case '[':
      return bracket_open();
    case ']':
      return bracket_close();
    case '<':
      return angle();
    case '\'':
      return quotes();
    case '&':
      return entity();
    case '_':
      return magic_word();
    case ':':
      return colon();
    case '|':
      return pipe(1, false);
    case '=':
      return equals();
    default:
      break;
  }
  // "!!" between header cells.
  if (text_[pos_] == '!' && at(pos_ + 1) == '!' && in_table() && context().cell_line == '!' &&
      !in_link()) {
    return cell(pos_, pos_ + 2, '!');
  }
  ++pos_;
}

void Scanner::bracket() {
  const Mark& mark = brackets_[next_];
  if (mark.part == Part::bang) return pipe(mark.end - mark.begin, true);
  if (mark.part == Part::braced || mark.part == Part::braced_end) {
    context().brackets = std::max(context().brackets, brackets_[mark.link].begin);
    ++next_;
    return;
  }
  if (mark.part == Part::tag_close || mark.part == Part::brace_close) close_context();
  marks_.push_back(mark);
  const auto copy = static_cast<std::uint32_t>(marks_.size() - 1);
  ++next_;
  pos_ = mark.end;
  if (mark.part == Part::comment) return;  // As if it were not there: the line may still start.
  line_start_ = line_start_ && mark.part == Part::tag_open &&
                equal_letters(text_.substr(mark.begin + 1, mark.number), "includeonly");
  value_start_ = false;
  if (mark.part == Part::template_open || mark.part == Part::argument_open) {
    open_context(Frame::Kind::braces, copy, brackets_[mark.link].begin);
  } else if (mark.part == Part::tag_open) {
    const Mark& close = brackets_[mark.link];
    if ((mark.flags & Mark::opaque) != 0) {
      if (holds_entities(text_.substr(mark.begin + 1, mark.number))) {
        entities(mark.end, close.begin);
      }
      marks_.push_back(close);
      next_ = mark.link + 1;
      pos_ = close.end;
      line_start_ = false;
    } else {
      open_context(Frame::Kind::tag, copy, close.begin);
    }
  }
}

bool Scanner::bang_at(std::uint32_t offset) const {
  return next_ < brackets_.size() && brackets_[next_].part == Part::bang &&
         brackets_[next_].begin == offset;
}

std::uint32_t Scanner::pipe_length(std::uint32_t offset) const {
  if (at(offset) == '|') return 1;
  std::size_t i = next_;
  while (i < brackets_.size() && brackets_[i].begin < offset) ++i;
  return i < brackets_.size() && brackets_[i].begin == offset && brackets_[i].part == Part::bang
             ? brackets_[i].end - offset
             : 0;
}

std::uint32_t Scanner::find(std::string_view wanted, std::uint32_t& known, std::uint32_t from) {
  if (known < from) {
    const std::size_t found = text_.find(wanted, from);
    known = found == std::string_view::npos ? size_ : static_cast<std::uint32_t>(found);
  }
  return known;
}

// Lines.

void Scanner::newline() {
  const std::uint32_t end = pos_;
  Frame& outer = context();
  if (outer.link != 0 && !newline_keeps_link()) drop_links();
  if (outer.line != 0) close_line(end);
  context().cell_line = 0;
  if (frames_.back().kind == Frame::Kind::html) frames_.back().saw_newline = true;
  boundary(end);
  ++pos_;
  line_start_ = context().link == 0;
  indented_ = false;
}

/// Whether the link that is open at a newline goes on behind it.  Its text may hold newlines; but a
/// link that was never closed must not take the blocks below it.
bool Scanner::newline_keeps_link() const {
  const Frame& link = frames_[context().link];
  if (link.kind == Frame::Kind::external || context().line != 0) return false;
  const std::uint32_t next = skip_blanks(pos_ + 1);
  const char first = at(next);
  if (in_table() && (pipe_length(next) != 0 || first == '!')) return false;
  if (first == '{' && pipe_length(next + 1) != 0) return false;
  if (link.file) return at(pos_ + 1) != '=';
  return first != '\n' && first != '|' && first != '=' && !is_list_marker(at(pos_ + 1));
}

void Scanner::start_line() {
  const std::uint32_t end = stop();
  for (; pos_ < end && text::is_blank(text_[pos_]); ++pos_) indented_ = true;
  if (pos_ == end) {
    if (bang_at(pos_) && in_table()) {
      line_start_ = false;
      return table_line(brackets_[next_].end - pos_, '|');
    }
    return;
  }
  const char first = text_[pos_];
  if (first == '<' || first == '\n') return;  // A tag like <onlyinclude> leaves the line's start.
  line_start_ = false;
  if (first == '{' && (at(pos_ + 1) == '|' || (pos_ + 1 == end && bang_at(pos_ + 1)))) {
    const bool by_bang = at(pos_ + 1) != '|';
    return open_table(by_bang ? brackets_[next_].end - pos_ : 2, by_bang);
  }
  if (in_table() && (first == '|' || first == '!')) return table_line(1, first);
  if (indented_) return;
  if (is_list_marker(first)) return list();
  if (first == '=') {
    // The sign alone ends the name of a parameter.
    if (in_parameter() && !context().named && at(pos_ + 1) != '=') return equals();
    return heading();
  }
  if (first == '-' && text_.substr(pos_, std::min(4U, end - pos_)) == "----") rule();
}

/// A table may begin where a value begins, for many templates put the value on its own line.
void Scanner::start_value() {
  value_start_ = false;
  const std::uint32_t next = skip_blanks(pos_);
  if (next >= stop() || text_[next] != '{') return;
  const bool by_bang = next + 1 == stop() && bang_at(next + 1);
  if (!by_bang && !(context().named && at(next + 1) == '|')) return;
  pos_ = next;
  open_table(by_bang ? brackets_[next_].end - pos_ : 2, by_bang);
}

// Tables.

void Scanner::open_table(std::uint32_t length, bool by_bang) {
  const std::uint32_t mark = add(Part::table_open, pos_, pos_ + length);
  const std::uint32_t limit = context().limit;
  open_context(Frame::Kind::table, mark, limit);
  context().by_bang = by_bang;
  const std::uint32_t end = attributes_end(pos_ + length);
  marks_[mark].link = end;
  skip_to(end);
}

/// The end of attributes that take the rest of a line: a newline that stands in no bracket.
std::uint32_t Scanner::attributes_end(std::uint32_t from) {
  std::size_t next = next_;
  while (next < brackets_.size() && brackets_[next].begin < from) ++next;
  for (;;) {
    const std::uint32_t line_end = find("\n", next_newline_, from);
    if (next == brackets_.size() || line_end <= brackets_[next].begin) {
      return std::min(line_end, context().limit);
    }
    const Mark& mark = brackets_[next];
    if (mark.part == Part::brace_close || mark.part == Part::tag_close) return mark.begin;
    const bool paired = mark.part == Part::template_open || mark.part == Part::argument_open ||
                        mark.part == Part::tag_open;
    const std::size_t last = paired ? mark.link : next;
    from = brackets_[last].end;
    next = last + 1;
  }
}

/// A line that begins with "|" or "!" in a table.
void Scanner::table_line(std::uint32_t length, char kind) {
  const std::uint32_t begin = pos_;
  const std::uint32_t after = begin + length;
  if (length == 1 && kind == '|' && context().by_bang &&
      frames_[context().outer].kind == Frame::Kind::braces) {
    return separator();
  }
  const bool bracket_next =
      length == 1 ? stop() == after
                  : next_ + 1 < brackets_.size() && brackets_[next_ + 1].begin == after;
  const char next = bracket_next || kind == '!' ? '\0' : at(after);
  unwind(context_ + 1, begin);
  if (next == '}') {
    boundary(begin);
    const Frame table = frames_.back();
    add(Part::table_close, begin, after + 1);
    resolve_quotes(table.quotes);
    context_ = table.outer;
    frames_.pop_back();
    return skip_to(after + 1);
  }
  if (next == '-') return row(begin, length);
  if (next == '+') return cell(begin, after + 1, '+');
  cell(begin, after, kind);
}

void Scanner::row(std::uint32_t begin, std::uint32_t length) {
  std::uint32_t end = begin + length;
  skip_to(end);
  while (end < stop() && text_[end] == '-') ++end;
  boundary(begin);
  const std::uint32_t mark = add(Part::row, begin, end);
  const std::uint32_t attributes = attributes_end(end);
  marks_[mark].link = attributes;
  context().part = 0;
  context().attributes_open = false;
  skip_to(attributes);
}

void Scanner::cell(std::uint32_t begin, std::uint32_t end, char kind) {
  unwind(context_ + 1, begin);
  boundary(begin);
  const std::uint32_t mark = add(kind == '+' ? Part::caption : Part::cell, begin, end);
  if (kind == '!') marks_[mark].flags |= Mark::header;
  Frame& table = context();
  table.part = mark;
  table.cell_line = static_cast<std::uint8_t>(kind);
  table.attributes_open = true;
  skip_to(end);
}

/// A single "|" in a cell: what stands before it are attributes.
void Scanner::end_attributes(std::uint32_t length) {
  Frame& table = context();
  table.attributes_open = false;
  while (frames_.size() - 1 > context_ && frames_.back().kind == Frame::Kind::html) drop_html();
  boundary(pos_);
  const std::uint32_t mark = add(Part::attributes_end, pos_, pos_ + length);
  marks_[context().part].link = mark;
  skip_to(pos_ + length);
}

void Scanner::pipe(std::uint32_t length, bool by_bang) {
  line_start_ = false;
  const std::uint32_t after = pos_ + length;
  std::uint32_t second = 0;
  if (in_table() && context().cell_line != 0) {
    second = by_bang ? (at(after) == '|' ? 1
                        : next_ + 1 < brackets_.size() && brackets_[next_ + 1].begin == after &&
                                brackets_[next_ + 1].part == Part::bang
                            ? brackets_[next_ + 1].end - after
                            : 0)
                     : pipe_length(after);
  }
  if (context().link != 0) {
    const bool splits = second != 0 && (!in_link() || find("]]", next_link_end_, pos_) >
                                                          find("\n", next_newline_, pos_));
    const Frame& link = frames_[context().link];
    if (splits) {
      unwind(context_ + 1, pos_);
    } else if (link.kind == Frame::Kind::link) {
      if (pos_ == marks_[link.mark].link) {
        const std::uint32_t mark = add(Part::target_end, pos_, after);
        frames_[context().link].part = mark;
      }
      if (link.file) {
        unwind(context().link + 1, pos_);
        boundary(pos_);
        add(Part::option, pos_, after);
      } else if (by_bang) {
        add(Part::bang, pos_, after);
      }
      return skip_to(after);
    }
  }
  if (context().kind == Frame::Kind::braces && !by_bang) {
    if (pos_ < context().brackets) return skip_to(after);
    return separator();
  }
  if (in_table()) {
    if (!by_bang && context().by_bang && frames_[context().outer].kind == Frame::Kind::braces) {
      return separator();
    }
    if (second != 0) {
      const std::uint32_t begin = pos_;
      const char kind = static_cast<char>(context().cell_line);
      return cell(begin, after + second, kind);
    }
    const Frame& table = context();
    if (table.cell_line == '!' && table.link == 0 && text_.substr(after, 2) == "!!") {
      // Of the three the first two part the cells: the last ends attributes that are not there.
      cell(pos_, after + 2, '!');
      context().attributes_open = false;
      return;
    }
    if (table.cell_line != 0 && table.attributes_open && table.link == 0) {
      return end_attributes(length);
    }
    context().attributes_open = false;
  }
  if (by_bang) add(Part::bang, pos_, after);
  skip_to(after);
}

// Parameters.

/// The "|" before a parameter.
void Scanner::separator() {
  close_tables();
  unwind(context_ + 1, pos_);
  boundary(pos_);
  const std::uint32_t mark = add(Part::pipe, pos_, pos_ + 1);
  context().part = mark;
  context().named = marks_[context().mark].part == Part::argument_open;
  value_start_ = true;
  skip_to(pos_ + 1);
}

void Scanner::equals() {
  line_start_ = false;
  const auto in_heading = [this] {
    const std::uint32_t line = context().line;
    return line != 0 && marks_[frames_[line].mark].part == Part::heading_open;
  };
  if (!in_parameter() || context().named || in_link() || pos_ < context().brackets ||
      in_heading()) {
    ++pos_;
    return;
  }
  while (frames_.size() - 1 > context_) {
    if (frames_.back().kind == Frame::Kind::html) {
      drop_html();
    } else {
      marks_[frames_.back().mark].part = Part::none;
      if (frames_.back().kind == Frame::Kind::line) context().line = 0;
      if (frames_.back().kind == Frame::Kind::external) context().link = 0;
      frames_.pop_back();
    }
  }
  boundary(pos_);
  const std::uint32_t mark = add(Part::equals, pos_, pos_ + 1);
  marks_[context().part].link = mark;
  context().named = true;
  value_start_ = true;
  ++pos_;
}

std::vector<Mark> scan(std::string_view text, const std::vector<Mark>& brackets,
                       Findings& findings) {
  return Scanner(text, brackets, findings).run();
}

}  // namespace acta::wiki::syntax
