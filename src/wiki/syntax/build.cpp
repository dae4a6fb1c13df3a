#include "wiki/syntax/build.hpp"

#include <algorithm>

#include "text/blanks.hpp"

namespace acta::wiki::syntax {

namespace {

/// Turns marks into nodes with a stack of open nodes.  Marks nest, but for quotes and rows: these
/// end with what they stand in.
class Builder {
 public:
  Builder(std::string_view text, const std::vector<Mark>& marks)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), marks_(marks) {
    nodes_.reserve(marks.size() + marks.size() / 2 + 16);
    open_.reserve(64);
  }

  std::vector<Node> run() {
    open(Type::document, 0);
    for (at_ = 1; at_ < marks_.size(); ++at_) {
      const Mark& mark = marks_[at_];
      if (mark.part != Part::none) take(mark);
    }
    flush(size_);
    while (!open_.empty()) close(size_);
    return std::move(nodes_);
  }

 private:
  Node& top() { return nodes_[open_.back().node]; }

  Node& open(Type type, std::uint32_t begin) {
    open_.push_back({static_cast<Index>(nodes_.size()), 0});
    nodes_.push_back({.begin = begin,
                      .end = begin,
                      .next = 0,
                      .head_begin = begin,
                      .head_end = begin,
                      .type = type,
                      .flags = 0,
                      .level = 0});
    return nodes_.back();
  }

  void close(std::uint32_t end) {
    const Index node = open_.back().node;
    Node& closed = nodes_[node];
    closed.end = end;
    closed.next = static_cast<Index>(nodes_.size());
    open_.pop_back();
    if (closed.type == Type::heading) --open_headings_;
    if (closed.type == Type::name) nodes_[open_.back().node].head_end = end;
    // Bold that began again because italic around it ended, but holds nothing.
    if (closed.has(Node::implied) && closed.next == node + 1 && closed.begin == end) {
      nodes_.pop_back();
    }
  }

  Node& leaf(Type type, std::uint32_t begin, std::uint32_t end) {
    nodes_.push_back({.begin = begin,
                      .end = end,
                      .next = static_cast<Index>(nodes_.size() + 1),
                      .head_begin = begin,
                      .head_end = begin,
                      .type = type,
                      .flags = 0,
                      .level = 0});
    return nodes_.back();
  }

  /// Ends what ends with its surroundings until the innermost open node is of `type`.
  void close_to(Type type, std::uint32_t end) {
    while (open_.size() > 1 && top().type != type) close(end);
  }

  bool only_blanks(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end && text::is_blank_or_newline(text_[begin])) ++begin;
    return begin == end;
  }

  /// Makes a text of what has not been taken up to `end`.  Blanks between rows and cells, and
  /// behind a heading, are markup.
  void flush(std::uint32_t end) {
    if (end <= text_from_) return;
    if (open_headings_ != 0) {
      end_heading_content(end);
      if (end <= text_from_) return;
    }
    const Type type = top().type;
    const bool blanks_are_markup = type == Type::table || type == Type::row ||
                                   type == Type::heading || type == Type::template_call;
    if (!blanks_are_markup || content_end_matters(type, end) || !only_blanks(text_from_, end)) {
      leaf(Type::text, text_from_, end);
    }
    text_from_ = end;
  }

  /// When the text goes on behind the content of a heading: the "==" there is markup, and quotes
  /// end before it.
  void end_heading_content(std::uint32_t end) {
    std::size_t heading = open_.size() - 1;
    while (heading > 0 && is_quoted(nodes_[open_[heading].node].type)) --heading;
    const std::uint32_t content_end = open_[heading].content_end;
    if (content_end == 0 || end <= content_end) return;
    if (content_end > text_from_) leaf(Type::text, text_from_, content_end);
    for (; open_.size() - 1 > heading; close(content_end)) top().flags |= Node::unclosed;
    text_from_ = std::max(text_from_, content_end + top().level);
    open_.back().content_end = 0;
  }

  static bool is_quoted(Type type) { return type == Type::bold || type == Type::italic; }

  /// Inside a heading, before its end, blanks are text like any other.
  bool content_end_matters(Type type, std::uint32_t end) const {
    return type == Type::heading && open_.back().content_end >= end;
  }

  void take(const Mark& mark);
  void take_quotes(const Mark& mark);
  void open_braces(const Mark& mark, Type type);
  void parameter(const Mark& mark);
  void link(const Mark& mark);
  void begin_cell(const Mark& mark);

  /// Index of the next mark that is one.
  std::size_t following(std::size_t from) const {
    do ++from;
    while (from < marks_.size() && marks_[from].part == Part::none);
    return from;
  }

  void begin_content(std::uint32_t from) { text_from_ = from; }

  void close_table_part(std::uint32_t end) {
    while (is_quoted(top().type)) close(end);
    if (top().type == Type::cell || top().type == Type::caption) close(end);
  }

  struct Open {
    Index node;
    std::uint32_t content_end;  ///< Of a heading, and of a name.
    std::uint32_t parameters = 0;
  };

  std::string_view text_;
  std::uint32_t size_;
  const std::vector<Mark>& marks_;
  std::size_t at_ = 0;
  std::uint32_t text_from_ = 0;
  std::uint32_t open_headings_ = 0;
  std::vector<Open> open_;
  std::vector<Node> nodes_;
};

void Builder::take(const Mark& mark) {
  if (mark.part == Part::option && top().type != Type::file) {
    // Options end with bold and italic in them.
    std::size_t i = open_.size();
    while (i > 1 && is_quoted(nodes_[open_[i - 1].node].type)) --i;
    const bool in_option = i > 2 && nodes_[open_[i - 1].node].type == Type::parameter &&
                           nodes_[open_[i - 2].node].type == Type::file;
    if (!in_option) return;
  }
  flush(mark.begin);
  switch (mark.part) {
    case Part::comment:
      leaf(Type::comment, mark.begin, mark.end);
      break;
    case Part::entity:
      leaf(Type::entity, mark.begin, mark.end);
      break;
    case Part::magic_word:
      leaf(Type::magic_word, mark.begin, mark.end);
      break;
    case Part::bang: {
      Node& node = leaf(Type::template_call, mark.begin, mark.end);
      node.head_begin = mark.begin + 2;
      node.head_end = mark.begin + 3;
      break;
    }
    case Part::url:
      leaf(Type::external_link, mark.begin, mark.end).head_end = mark.end;
      break;
    case Part::redirect: {
      Node& node = leaf(Type::redirect, mark.begin, mark.end);
      node.head_begin = mark.link;
      node.head_end = mark.end - 2;
      const std::size_t pipe = text_.substr(mark.link, mark.end - mark.link).find('|');
      if (pipe != std::string_view::npos) {
        node.head_end = mark.link + static_cast<std::uint32_t>(pipe);
      }
      break;
    }
    case Part::template_open:
      return open_braces(mark, Type::template_call);
    case Part::argument_open:
      return open_braces(mark, Type::argument);
    case Part::pipe:
      return parameter(mark);
    case Part::brace_close:
      while (top().type != Type::template_call && top().type != Type::argument) close(mark.begin);
      close(mark.end);
      break;
    case Part::equals:
      close_to(Type::parameter, mark.begin);
      break;
    case Part::tag_open:
    case Part::tag_single: {
      const bool single = mark.part == Part::tag_single;
      Node& node = single ? leaf(Type::tag, mark.begin, mark.end) : open(Type::tag, mark.begin);
      node.level = mark.number;
      node.head_begin = mark.begin + 1 + mark.number;
      node.head_end = mark.end - 1 - (text_[mark.end - 2] == '/' ? 1 : 0);
      node.head_begin = std::min(node.head_begin, node.head_end);
      if ((mark.flags & Mark::self_closing) != 0) node.flags |= Node::self_closing;
      if ((mark.flags & Mark::unclosed) != 0) node.flags |= Node::unclosed;
      break;
    }
    case Part::tag_close:
      close_to(Type::tag, mark.begin);
      close(mark.end);
      break;
    case Part::link_open:
      return link(mark);
    case Part::target_end:
      close_to(Type::name, mark.begin);
      close(mark.begin);
      break;
    case Part::option:
      close_to(Type::file, mark.begin);
      {
        const std::uint32_t number = ++open_.back().parameters;
        Node& node = open(Type::parameter, mark.begin);
        node.flags |= Node::positional;
        node.head_begin = number;
      }
      break;
    case Part::link_close:
      while (top().type != Type::wikilink && top().type != Type::file &&
             top().type != Type::category) {
        close(mark.begin);
      }
      close(mark.end);
      break;
    case Part::external_open: {
      Node& node = open(Type::external_link, mark.begin);
      node.head_begin = mark.begin + 1;
      node.head_end = mark.end;
      // The blank between URL and text is markup.
      begin_content(mark.end + (mark.end < size_ && text_[mark.end] == ' ' ? 1 : 0));
      return;
    }
    case Part::external_close:
      close_to(Type::external_link, mark.begin);
      close(mark.end);
      break;
    case Part::table_open: {
      Node& node = open(Type::table, mark.begin);
      node.head_begin = mark.end;
      node.head_end = mark.link;
      if ((mark.flags & Mark::unclosed) != 0) node.flags |= Node::unclosed;
      begin_content(mark.link);
      return;
    }
    case Part::table_close:
      close_to(Type::table, mark.begin);
      close(mark.end);
      break;
    case Part::row: {
      close_to(Type::table, mark.begin);
      Node& node = open(Type::row, mark.begin);
      node.head_begin = mark.end;
      node.head_end = mark.link;
      begin_content(mark.link);
      return;
    }
    case Part::caption:
    case Part::cell:
      return begin_cell(mark);
    case Part::attributes_end:
      break;  // Only behind the attributes that begin_cell passed over.
    case Part::list_open: {
      Node& node = open(Type::list_item, mark.begin);
      node.head_end = mark.end;
      break;
    }
    case Part::heading_open: {
      Node& node = open(Type::heading, mark.begin);
      node.level = mark.number;
      open_.back().content_end = mark.link;
      ++open_headings_;
      break;
    }
    case Part::line_close:
      while (top().type != Type::list_item && top().type != Type::heading) close(mark.begin);
      close(mark.end);
      break;
    case Part::quotes:
      take_quotes(mark);
      break;
    case Part::quotes_end:
      while (is_quoted(top().type)) {
        top().flags |= Node::unclosed;
        close(mark.begin);
      }
      break;
    case Part::braced:
    case Part::braced_end:
    case Part::none:
      return;
  }
  text_from_ = std::max(text_from_, mark.end);
}

void Builder::take_quotes(const Mark& mark) {
  const std::uint32_t begin = mark.begin;
  const std::uint32_t end = mark.end;
  switch (static_cast<QuoteAction>(mark.number)) {
    case QuoteAction::none:
      break;
    case QuoteAction::open_italic:
      open(Type::italic, begin);
      break;
    case QuoteAction::open_bold:
      open(Type::bold, begin);
      break;
    case QuoteAction::open_italic_bold:
      open(Type::italic, begin);
      open(Type::bold, begin + 2);
      break;
    case QuoteAction::open_bold_italic:
      open(Type::bold, begin);
      open(Type::italic, begin + 3);
      break;
    case QuoteAction::close_italic:
    case QuoteAction::close_bold:
      close(end);
      break;
    case QuoteAction::close_both:
      close(begin + (top().type == Type::italic ? 2 : 3));
      close(end);
      break;
    case QuoteAction::italic_to_bold:
      close(begin + 2);
      open(Type::bold, begin + 2);
      break;
    case QuoteAction::bold_to_italic:
      close(begin + 3);
      open(Type::italic, begin + 3);
      break;
    case QuoteAction::close_outer_italic:
    case QuoteAction::close_outer_bold: {
      const Type inner = top().type;
      close(begin);
      close(end);
      open(inner, end).flags |= Node::implied;
      break;
    }
  }
}

void Builder::open_braces(const Mark& mark, Type type) {
  Node& node = open(type, mark.begin);
  node.head_begin = mark.end;
  // Marks between here and the first pipe are in the name.
  const std::size_t next = following(at_);
  const Part part = marks_[next].part;
  text_from_ = mark.end;
  if (part == Part::pipe || part == Part::brace_close) {
    node.head_end = marks_[next].begin;
    text_from_ = node.head_end;
    return;
  }
  open(Type::name, mark.end);
}

void Builder::parameter(const Mark& mark) {
  while (top().type != Type::template_call && top().type != Type::argument) close(mark.begin);
  Open& outer = open_.back();
  text_from_ = mark.end;
  if (mark.link != 0) {
    Node& node = open(Type::parameter, mark.begin);
    node.head_begin = mark.end;
    node.head_end = marks_[mark.link].begin;
    const std::size_t next = following(at_);
    if (next == mark.link) {
      at_ = next;
      text_from_ = marks_[next].end;
    } else {
      open(Type::name, mark.end);
    }
    return;
  }
  const std::uint32_t number = ++outer.parameters;
  Node& node = open(Type::parameter, mark.begin);
  node.flags |= Node::positional;
  node.head_begin = number;
  node.head_end = number;
}

void Builder::link(const Mark& mark) {
  const auto kind = static_cast<LinkKind>(mark.number);
  Node& node = open(kind == LinkKind::file       ? Type::file
                    : kind == LinkKind::category ? Type::category
                                                 : Type::wikilink,
                    mark.begin);
  node.head_begin = mark.begin + 2;
  node.head_end = mark.link;
  text_from_ = mark.end;
  if ((mark.flags & Mark::named) != 0) open(Type::name, mark.end);
}

void Builder::begin_cell(const Mark& mark) {
  close_table_part(mark.begin);
  const bool caption = mark.part == Part::caption;
  if (caption) {
    close_to(Type::table, mark.begin);
  } else if (top().type == Type::table) {
    open(Type::row, mark.begin).flags |= Node::implied;
  }
  Node& node = open(caption ? Type::caption : Type::cell, mark.begin);
  if ((mark.flags & Mark::header) != 0) node.flags |= Node::header;
  node.head_begin = mark.end;
  node.head_end = mark.end;
  text_from_ = mark.end;
  if (mark.link == 0) return;
  at_ = mark.link;
  node.head_end = marks_[at_].begin;
  text_from_ = marks_[at_].end;
}

}  // namespace

std::vector<Node> build(std::string_view text, const std::vector<Mark>& marks) {
  return Builder(text, marks).run();
}

}  // namespace acta::wiki::syntax
