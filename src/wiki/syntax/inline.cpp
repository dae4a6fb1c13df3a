#include <algorithm>

#include "text/blanks.hpp"
#include "text/characters.hpp"
#include "wiki/syntax/leaf.hpp"
#include "wiki/syntax/scan.hpp"

namespace acta::wiki::syntax {

namespace {

/// Whether a byte of markup cannot stand in the target of a link.
constexpr bool ends_target(char byte) {
  return byte != ':' && byte != '\'' && byte != '&' && byte != '_' && byte != '=' && byte != '!';
}

}  // namespace

void Scanner::bracket_open() {
  line_start_ = false;
  if (at(pos_ + 1) == '[' && stop() > pos_ + 1) return link();
  if (external()) return;
  if (in_link()) frames_[context().link].saw_bracket = true;
  ++pos_;
}

/// [[target]] is known to be a link at once; [[target|... is one if its text ends.
void Scanner::link() {
  if (in_table()) context().attributes_open = false;
  const std::uint32_t begin = pos_;
  std::uint32_t end = begin + 2;
  std::size_t next = next_;
  std::uint32_t pipe = 0;
  bool colon = false;
  for (;;) {
    const std::uint32_t bracket = next < brackets_.size() ? brackets_[next].begin : size_;
    end = special_.next(end, bracket);
    for (; end < bracket && !ends_target(text_[end]); end = special_.next(end + 1, bracket))
      colon |= text_[end] == ':';
    if (end < bracket || next >= brackets_.size()) {
      if (at(end) == '|') pipe = 1;
      break;
    }
    const Mark& mark = brackets_[next];
    if (mark.part == Part::bang) pipe = mark.end - mark.begin;
    const bool nested = mark.part == Part::template_open || mark.part == Part::argument_open;
    if (!nested && mark.part != Part::comment) break;
    const std::size_t last = nested ? mark.link : next;
    end = brackets_[last].end;
    next = last + 1;
  }
  const std::string_view target = text_.substr(begin + 2, end - begin - 2);
  const std::uint32_t after = end + pipe;
  const bool whole = pipe == 0 && at(end) == ']' && at(end + 1) == ']';
  const bool closes = whole || (pipe != 0 && find("]]", next_link_end_, after) < context().limit);
  // [[http://a.b]] is [http://a.b] in brackets.
  const std::uint32_t blanks = skip_blanks(begin + 2);
  const std::string_view trimmed = text_.substr(blanks, std::max(end, blanks) - blanks);
  const bool address = colon && protocol_length(trimmed) != 0;
  if (!closes || address || text::is_blank_text(target)) {
    findings_.unbalanced(begin, "brackets make no link");
    hold_pipes(begin);
    pos_ += address ? 1 : 2;
    return;
  }
  if (in_link() && !frames_[context().link].file) unwind(context().link, begin);
  const bool file = colon && file_prefix_length(trimmed) != 0;
  const bool category = colon && !file && category_prefix_length(trimmed) != 0;
  const LinkKind kind = file ? LinkKind::file : category ? LinkKind::category : LinkKind::page;
  const bool plain = next == next_ || (pipe > 1 && next == next_ + 1);
  const std::uint32_t mark = add(Part::link_open, begin, !plain ? begin + 2 : file ? end : after);
  marks_[mark].link = end;
  marks_[mark].number = static_cast<std::uint16_t>(kind);
  if (!plain) marks_[mark].flags |= Mark::named;
  if (whole && plain) {
    add(Part::link_close, end, end + 2);
    return skip_to(end + 2);
  }
  if (pipe != 0 && plain && kind == LinkKind::page) {
    // Most texts are plain: their end is the next markup.
    const std::uint32_t limit = stop();
    const std::uint32_t close = special_.next(after, limit);
    if (close + 2 < limit && text_[close] == ']' && text_[close + 1] == ']' &&
        text_[close + 2] != ']') {
      add(Part::link_close, close, close + 2);
      return skip_to(close + 2);
    }
  }
  if (file && plain) add(Part::option, end, after);
  const std::uint32_t outer = context().link;
  Frame& frame = push(Frame::Kind::link, mark);
  frame.outer = outer;
  frame.file = file;
  context().link = static_cast<std::uint32_t>(frames_.size() - 1);
  skip_to(plain ? after : begin + 2);
}

/// Brackets in a template that make no link hold what is in them together all the same.
void Scanner::hold_pipes(std::uint32_t begin) {
  if (context().kind != Frame::Kind::braces) return;
  const std::uint32_t close = find("]]", next_link_end_, begin + 2);
  if (close >= context().limit) return;
  // The "]]" of another link says nothing about this one.
  const std::string_view inside = text_.substr(begin + 2, close - begin - 2);
  if (inside.find("[[") == std::string_view::npos) context().brackets = close;
}

/// "]" ends an external link, "]]" a link.
void Scanner::bracket_close() {
  const std::uint32_t open = context().link;
  if (open == 0) {
    ++pos_;
    return;
  }
  const bool external = frames_[open].kind == Frame::Kind::external;
  // [[a|[b]]]: the first of three belongs to the text.
  const bool later = at(pos_ + 2) == ']' && frames_[open].saw_bracket;
  if (!external && (at(pos_ + 1) != ']' || later || stop() == pos_ + 1)) {
    if (later) frames_[open].saw_bracket = false;
    ++pos_;
    return;
  }
  unwind(open + 1, pos_);
  boundary(pos_);
  const Frame frame = frames_.back();
  const std::uint32_t length = external ? 1 : 2;
  add(external ? Part::external_close : Part::link_close, pos_, pos_ + length);
  resolve_quotes(frame.quotes);
  context().link = frame.outer;
  frames_.pop_back();
  pos_ += length;
}

void Scanner::angle() {
  const bool closing = at(pos_ + 1) == '/';
  const std::uint32_t name_begin = pos_ + (closing ? 2 : 1);
  std::uint32_t length = 0;
  while (length < 16 && (is_letter(at(name_begin + length)) ||
                         (length != 0 && is_digit(at(name_begin + length))))) {
    ++length;
  }
  const std::size_t name =
      length == 0 ? html_tags().size() : html_tag(text_.substr(name_begin, length));
  const char next = at(name_begin + length);
  const bool boundary_next =
      next == '>' || next == '/' || next == ' ' || next == '\t' || next == '\n';
  const std::uint32_t end =
      name == html_tags().size() || !boundary_next ? 0 : tag_end(name_begin + length);
  line_start_ = line_start_ && end != 0 && html_tags()[name].transparent;
  if (end == 0) {
    ++pos_;
    return;
  }
  if (closing && !html_tags()[name].empty) return close_html(name, end);
  open_html(name, name_begin + length - pos_ - 1, end);
}

/// The end of the tag whose attributes begin at `from`; 0 when it is no tag.  What ends a parameter
/// ends this too.
std::uint32_t Scanner::tag_end(std::uint32_t from) {
  const bool parameters = context().kind == Frame::Kind::braces;
  const bool unnamed = in_parameter() && !context().named && !in_link();
  std::size_t next = next_;
  while (next < brackets_.size() && brackets_[next].begin < from) ++next;
  for (std::uint32_t end = from; end < context().limit; ++end) {
    if (next < brackets_.size() && brackets_[next].begin == end) {
      const Mark& mark = brackets_[next];
      const bool opaque = mark.part == Part::tag_open && (mark.flags & Mark::opaque) != 0;
      const bool nested =
          mark.part == Part::template_open || mark.part == Part::argument_open || opaque;
      const bool passed = mark.part == Part::bang || mark.part == Part::comment ||
                          mark.part == Part::braced || mark.part == Part::braced_end;
      if (!nested && !passed) return 0;
      const std::size_t last = nested ? mark.link : next;
      end = brackets_[last].end - 1;
      next = last + 1;
      continue;
    }
    const char byte = text_[end];
    if (byte == '>') return end + 1;
    if (byte == '<' || (byte == '|' && parameters) || (byte == '=' && unnamed) ||
        (byte == ']' && in_link() && at(end + 1) == ']')) {
      return 0;
    }
  }
  return 0;
}

void Scanner::open_html(std::size_t name, std::uint32_t length, std::uint32_t end) {
  const HtmlTag& tag = html_tags()[name];
  if (tag.optional_close) {
    // <td> ends the cell before it, <tr> the row, <li> the item.
    const bool cell = tag.name == "td" || tag.name == "th" || tag.name == "tr";
    while (frames_.back().kind == Frame::Kind::html) {
      const std::string_view open = html_tags()[frames_.back().name].name;
      const bool ends = open == tag.name || (cell && (open == "td" || open == "th")) ||
                        ((tag.name == "dt" || tag.name == "dd") && (open == "dt" || open == "dd"));
      if (!ends) break;
      pop(pos_);
      if (open == tag.name) break;
    }
  }
  const bool self_closing = text_[end - 2] == '/';
  const bool single = tag.empty || self_closing;
  const std::uint32_t mark = add(single ? Part::tag_single : Part::tag_open, pos_, end);
  marks_[mark].number = static_cast<std::uint16_t>(length);
  if (self_closing) marks_[mark].flags = Mark::self_closing;
  skip_to(end);
  if (single) return;
  const std::uint32_t outer = open_tags_[name];
  Frame& frame = push(Frame::Kind::html, mark);
  frame.name = name;
  frame.outer = outer;
  open_tags_[name] = static_cast<std::uint32_t>(frames_.size() - 1);
}

void Scanner::close_html(std::size_t name, std::uint32_t end) {
  const std::uint32_t open = open_tags_[name];
  if (open <= std::max(context_, context().link)) {
    // Browsers show nothing for it.
    findings_.unbalanced_tag(pos_, "tag was not open");
    const std::uint32_t mark = add(Part::tag_single, pos_, end);
    marks_[mark].number = static_cast<std::uint16_t>(html_tags()[name].name.size() + 1);
    marks_[mark].flags = Mark::unclosed;
    return skip_to(end);
  }
  unwind(open + 1, pos_);
  boundary(pos_);
  const Frame frame = frames_.back();
  add(Part::tag_close, pos_, end);
  resolve_quotes(frame.quotes);
  open_tags_[name] = frame.outer;
  frames_.pop_back();
  if (frame.saw_newline) {
    if (frames_.back().kind == Frame::Kind::html) frames_.back().saw_newline = true;
    boundary(end);
  }
  skip_to(end);
}

void Scanner::quotes() {
  std::uint32_t end = pos_;
  while (at(end) == '\'') ++end;
  if (end - pos_ >= 2) quotes_.push_back({add(Part::quotes, pos_, end), false});
  pos_ = end;
}

void Scanner::entity() {
  const std::size_t length = entity_length(text_.substr(pos_));
  if (length != 0) add(Part::entity, pos_, pos_ + static_cast<std::uint32_t>(length));
  pos_ += std::max<std::uint32_t>(1, static_cast<std::uint32_t>(length));
}

/// The entities in a text that is no markup otherwise.
void Scanner::entities(std::uint32_t from, std::uint32_t to) {
  for (pos_ = from; pos_ < to;) {
    const std::size_t found = text_.substr(0, to).find('&', pos_);
    if (found == std::string_view::npos) return;
    pos_ = static_cast<std::uint32_t>(found);
    entity();
  }
}

void Scanner::magic_word() {
  const bool two = at(pos_ + 1) == '_';
  const std::size_t length = two ? magic_word_length(text_.substr(pos_, 32)) : 0;
  if (length != 0) add(Part::magic_word, pos_, pos_ + static_cast<std::uint32_t>(length));
  pos_ += std::max<std::uint32_t>(1, static_cast<std::uint32_t>(length));
}

/// Where nothing is open around, quotes are settled at once.
void Scanner::end_quotes(std::uint32_t at) {
  quotes_.push_back({add(Part::none, at, at), true});
  if (frames_.size() - 1 == context_) resolve_quotes(context().quotes);
}

/// Settles the quotes since `base`, line by line.
void Scanner::resolve_quotes(std::uint32_t base) {
  line_quotes_.clear();
  for (std::size_t i = base; i < quotes_.size(); ++i) {
    const QuoteEntry& entry = quotes_[i];
    if (!entry.boundary) {
      line_quotes_.push_back(entry.mark);
    } else if (!line_quotes_.empty()) {
      if (balance_quotes(text_, marks_, line_quotes_)) marks_[entry.mark].part = Part::quotes_end;
      line_quotes_.clear();
    }
  }
  if (quotes_.size() > base) quotes_.resize(base);
}

// Frames.

Frame& Scanner::push(Frame::Kind kind, std::uint32_t mark) {
  Frame frame;
  frame.kind = kind;
  frame.mark = mark;
  frame.quotes = static_cast<std::uint32_t>(quotes_.size());
  frames_.push_back(frame);
  return frames_.back();
}

void Scanner::open_context(Frame::Kind kind, std::uint32_t mark, std::uint32_t limit) {
  const std::uint32_t outer = context_;
  Frame& frame = push(kind, mark);
  frame.outer = outer;
  frame.limit = limit;
  context_ = static_cast<std::uint32_t>(frames_.size() - 1);
}

/// Ends the context that a bracket of the first pass ends, with all that is still open in it.
void Scanner::close_context() {
  close_tables();
  unwind(context_ + 1, pos_);
  boundary(pos_);
  pop(pos_);
}

/// Ends the innermost frame at a place where its own end does not stand.
void Scanner::pop(std::uint32_t at) {
  const Frame frame = frames_.back();
  Mark& open = marks_[frame.mark];
  switch (frame.kind) {
    case Frame::Kind::html:
      if (!html_tags()[frame.name].optional_close) {
        findings_.unbalanced_tag(open.begin, "tag is not closed");
        open.flags |= Mark::unclosed;
      }
      open_tags_[frame.name] = frame.outer;
      boundary(at);
      resolve_quotes(frame.quotes);
      add(Part::tag_close, at, at);
      break;
    case Frame::Kind::link:
    case Frame::Kind::external:
      findings_.unbalanced(open.begin, "link is not closed");
      open.part = Part::none;
      marks_[frame.part].part = Part::none;
      context().link = frame.outer;
      break;
    case Frame::Kind::line:
      boundary(at);
      context().line = 0;
      if (marks_[frame.mark].part != Part::heading_open || close_heading(at)) {
        add(Part::line_close, at, at);
      }
      break;
    case Frame::Kind::table:
      findings_.unbalanced(open.begin, "table is not closed");
      open.flags |= Mark::unclosed;
      boundary(at);
      add(Part::table_close, at, at);
      [[fallthrough]];
    default:
      resolve_quotes(frame.quotes);
      context_ = frame.outer;
      break;
  }
  const bool newline = frame.kind == Frame::Kind::html && frame.saw_newline;
  frames_.pop_back();
  if (newline) {
    if (frames_.back().kind == Frame::Kind::html) frames_.back().saw_newline = true;
    boundary(at);
  }
}

/// Leaves the innermost frame, an HTML tag, as a tag without content.
void Scanner::drop_html() {
  const Frame& frame = frames_.back();
  Mark& open = marks_[frame.mark];
  open.part = Part::tag_single;
  if (!html_tags()[frame.name].optional_close) {
    open.flags |= Mark::unclosed;
    findings_.unbalanced_tag(open.begin, "tag is not closed");
  }
  open_tags_[frame.name] = frame.outer;
  frames_.pop_back();
}

/// Ends every link that is open in the context.
void Scanner::drop_links() {
  std::uint32_t first = context().link;
  while (frames_[first].outer != 0) first = frames_[first].outer;
  unwind(first, pos_);
}

}  // namespace acta::wiki::syntax
