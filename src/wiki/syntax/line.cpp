#include <algorithm>

#include "text/blanks.hpp"
#include "wiki/syntax/leaf.hpp"
#include "wiki/syntax/scan.hpp"

namespace acta::wiki::syntax {

void Scanner::list() {
  const std::uint32_t begin = pos_;
  const std::uint32_t end = stop();
  bool colons = true;
  for (; pos_ < end && is_list_marker(text_[pos_]); ++pos_) colons = colons && text_[pos_] == ':';
  const std::uint32_t mark = add(Part::list_open, begin, pos_);
  push(Frame::Kind::line, mark).definition = text_[pos_ - 1] == ';';
  context().line = static_cast<std::uint32_t>(frames_.size() - 1);
  if (!colons) return;
  // A table that is only indented; comments may stand before it.
  std::uint32_t table = skip_blanks(pos_);
  std::size_t next = next_;
  for (; next < brackets_.size() && brackets_[next].part == Part::comment &&
         brackets_[next].begin == table;
       ++next) {
    table = skip_blanks(brackets_[next].end);
  }
  if (at(table) != '{' || pipe_length(table + 1) == 0) return;
  if (next < brackets_.size() && brackets_[next].begin <= table) return;
  for (; next_ < next; ++next_) marks_.push_back(brackets_[next_]);
  pos_ = table;
  start_line();
}

/// The ":" that begins the definition on the line of its term.
void Scanner::definition() {
  const std::uint32_t at = pos_;
  unwind(context().line, at);
  const std::uint32_t mark = add(Part::list_open, at, at + 1);
  push(Frame::Kind::line, mark);
  context().line = static_cast<std::uint32_t>(frames_.size() - 1);
}

/// Four dashes or more.
void Scanner::rule() {
  const std::uint32_t begin = pos_;
  while (pos_ < stop() && text_[pos_] == '-') ++pos_;
  // A tag without attributes: what would be its head is empty.
  const std::uint32_t mark = add(Part::tag_single, begin, pos_);
  marks_[mark].number = static_cast<std::uint16_t>(std::min(pos_ - begin - 2, 0xFFFFU));
}

void Scanner::heading() {
  while (frames_.size() - 1 > context_ && frames_.back().kind == Frame::Kind::html &&
         html_tags()[frames_.back().name].inline_content) {
    drop_html();
  }
  const std::uint32_t begin = pos_;
  while (pos_ < stop() && text_[pos_] == '=') ++pos_;
  push(Frame::Kind::line, add(Part::heading_open, begin, pos_));
  context().line = static_cast<std::uint32_t>(frames_.size() - 1);
}

/// What the line that began with "=" is when it ends at `at`.  Comments and blanks may follow the
/// end of a heading.
HeadingEnd Scanner::heading_end(std::uint32_t at, const Mark& opened) const {
  HeadingEnd found{.level = 0, .end = at, .last = marks_.size() - 1};
  std::uint32_t& end = found.end;
  for (;;) {
    while (end > 0 && text::is_blank(text_[end - 1])) --end;
    while (marks_[found.last].part == Part::none) --found.last;
    const Mark& mark = marks_[found.last];
    if (mark.part != Part::comment || mark.end != end) break;
    end = mark.begin;
    --found.last;
  }
  const std::uint32_t before = opened.end - opened.begin;
  std::uint32_t after = 0;
  while (end - after > opened.end && text_[end - after - 1] == '=') ++after;
  found.level = std::min({before, after, 6U});
  if (end == opened.end) found.level = before < 3 ? 0 : std::min(6U, (before - 1) / 2);
  return found;
}

/// At the end of a line that began with "=": whether it is a heading.
bool Scanner::close_heading(std::uint32_t at) {
  Mark& mark = marks_[frames_.back().mark];
  const HeadingEnd found = heading_end(at, mark);
  if (found.level == 0) {
    mark.part = Part::none;
    return false;
  }
  mark.end = mark.begin + found.level;
  mark.link = found.end - found.level;
  mark.number = static_cast<std::uint16_t>(found.level);
  Mark& last = marks_[found.last];
  if (last.part == Part::url && last.end > mark.link) shorten_url(last, mark.link);
  return true;
}

/// Ends the open line of the context, a list item or a heading.
void Scanner::close_line(std::uint32_t at) {
  const std::uint32_t line = context().line;
  const Mark& opened = marks_[frames_[line].mark];
  if (frames_.size() - 1 > line && opened.part == Part::heading_open) {
    // What is open in a heading ends before its "=".
    const HeadingEnd found = heading_end(at, opened);
    const std::uint32_t end = found.end - found.level;
    if (found.level != 0 && marks_.back().end <= end) unwind(line + 1, end);
  }
  unwind(line, at);
}

}  // namespace acta::wiki::syntax
