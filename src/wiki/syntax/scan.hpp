#pragma once
/// The second pass over wikitext: lines, tables, links, HTML tags, quotes and words between the
/// brackets of the first.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/blanks.hpp"
#include "text/byte_finder.hpp"
#include "wiki/syntax/mark.hpp"

namespace acta::wiki::syntax {

/// Something open.  The first five are contexts: nothing inside one ends outside of it.
struct Frame {
  enum class Kind : std::uint8_t { document, braces, tag, table, html, link, external, line };

  Kind kind = Kind::document;
  std::uint8_t cell_line = 0;    ///< Of a table: the line began a cell with '|', '!' or '+'.
  bool by_bang = false;          ///< Of a table: written {{{!}}.
  bool attributes_open = false;  ///< Of a table: a single "|" may still end a cell's attributes.
  bool named = false;            ///< Of braces: the parameter has its "=".
  bool saw_bracket = false;      ///< Of a link: "[" inside.
  bool saw_newline = false;      ///< Of an HTML tag.
  bool definition = false;       ///< Of a list item: a ":" begins its definition.
  bool file = false;             ///< Of a link.
  std::uint32_t mark = 0;        ///< Its opening mark.
  std::uint32_t limit = 0;       ///< Of a context: where it ends at the latest.
  std::uint32_t quotes = 0;      ///< Quote runs before it.
  std::uint32_t line = 0;        ///< Of a context: the frame of its open line, 0 if none.
  std::uint32_t link = 0;        ///< Of a context: the frame of its innermost link, 0 if none.
  std::uint32_t outer = 0;       ///< The context, link or tag of that name outside of it.
  std::uint32_t part = 0;        ///< Mark of the parameter, cell, or end of a link's target in it.
  std::uint32_t brackets = 0;    ///< Of braces: up to here pipes stand in "[[ ]]", and are text.
  std::size_t name = 0;          ///< Of an HTML tag.
};

constexpr bool is_list_marker(char byte) {
  return byte == '*' || byte == '#' || byte == ':' || byte == ';';
}

/// How the line of a heading ends.
struct HeadingEnd {
  std::uint32_t level = 0;  ///< 0 when it is none after all.
  std::uint32_t end = 0;    ///< After its last "=".
  std::size_t last = 0;     ///< The last mark that is no comment behind it.
};

/// One run over a text.  Each method named after markup is called with `pos_` at that markup and
/// leaves `pos_` behind what it took.
class Scanner {
 public:
  Scanner(std::string_view text, const std::vector<Mark>& brackets, Findings& findings);

  std::vector<Mark> run();

 private:
  // Lines, parameters (syntax_scan.cpp).
  void bracket();
  void markup();
  void separator();
  void equals();
  void start_line();
  void start_value();
  void newline();
  bool newline_keeps_link() const;

  // Lists, rules and headings (syntax_line.cpp).
  void list();
  void definition();
  void rule();
  void heading();
  HeadingEnd heading_end(std::uint32_t at, const Mark& opened) const;
  bool close_heading(std::uint32_t at);
  void close_line(std::uint32_t at);

  // Tables (syntax_scan.cpp).
  void open_table(std::uint32_t length, bool by_bang);
  void table_line(std::uint32_t length, char kind);
  void row(std::uint32_t begin, std::uint32_t length);
  void cell(std::uint32_t begin, std::uint32_t end, char kind);
  void end_attributes(std::uint32_t length);
  std::uint32_t attributes_end(std::uint32_t from);
  void pipe(std::uint32_t length, bool by_bang);

  // What stands on a line (syntax_inline.cpp).
  void bracket_open();
  void hold_pipes(std::uint32_t begin);
  void bracket_close();
  void link();
  void angle();
  void open_html(std::size_t name, std::uint32_t length, std::uint32_t end);
  void close_html(std::size_t name, std::uint32_t end);
  std::uint32_t tag_end(std::uint32_t from);
  void quotes();
  void entity();
  void entities(std::uint32_t from, std::uint32_t to);
  void magic_word();

  // Addresses (syntax_url.cpp).
  bool external();
  void colon();
  std::uint32_t url_end(std::uint32_t from, bool bracketed) const;
  std::uint32_t without_stops(std::uint32_t from, std::uint32_t end, bool parenthesis) const;
  void shorten_url(Mark& url, std::uint32_t end) const;

  /// Quotes do not reach over `at`.
  void boundary(std::uint32_t at) {
    if (quotes_.size() != context().quotes && !quotes_.back().boundary) end_quotes(at);
  }

  void end_quotes(std::uint32_t at);
  void resolve_quotes(std::uint32_t base);

  // What is open (syntax_inline.cpp).
  Frame& push(Frame::Kind kind, std::uint32_t mark);
  void open_context(Frame::Kind kind, std::uint32_t mark, std::uint32_t limit);
  void close_context();

  /// Ends the tables that are open in the innermost context that is none.
  void close_tables() {
    while (in_table()) unwind(context_, pos_);
  }

  void unwind(std::size_t keep, std::uint32_t at) {
    while (frames_.size() > keep) pop(at);
  }

  void pop(std::uint32_t at);
  void drop_html();
  void drop_links();

  Frame& context() { return frames_[context_]; }

  const Frame& context() const { return frames_[context_]; }

  bool in_table() const { return context().kind == Frame::Kind::table; }

  bool in_link() const {
    return context().link != 0 && frames_[context().link].kind == Frame::Kind::link;
  }

  bool in_parameter() const { return context().kind == Frame::Kind::braces && context().part != 0; }

  char at(std::size_t offset) const { return offset < size_ ? text_[offset] : '\0'; }

  /// Where the next bracket of the first pass begins.
  std::uint32_t stop() const { return next_ < brackets_.size() ? brackets_[next_].begin : size_; }

  bool bang_at(std::uint32_t offset) const;
  std::uint32_t pipe_length(std::uint32_t offset) const;

  std::uint32_t skip_blanks(std::uint32_t offset) const {
    while (offset < size_ && text::is_blank(text_[offset])) ++offset;
    return offset;
  }

  std::uint32_t find(std::string_view wanted, std::uint32_t& known, std::uint32_t from);

  std::uint32_t add(Part part, std::uint32_t begin, std::uint32_t end) {
    marks_.push_back(
        {.begin = begin, .end = end, .link = 0, .part = part, .flags = 0, .number = 0});
    return static_cast<std::uint32_t>(marks_.size() - 1);
  }

  void skip_to(std::uint32_t offset) {
    const std::uint32_t from = pos_;
    pos_ = offset;
    for (; next_ < brackets_.size(); ++next_) {
      const Mark& mark = brackets_[next_];
      // A tag that runs to the end of the text ends there without a closing tag.
      const bool skipped_pair = mark.part == Part::tag_close && mark.begin == mark.end &&
                                brackets_[mark.link].begin >= from;
      if (mark.begin >= offset && !skipped_pair) return;
    }
  }

  struct QuoteEntry {
    std::uint32_t mark;
    bool boundary;  ///< A place that quotes do not reach over.
  };

  std::string_view text_;
  /// Markup, and with braces and ">" whatever ends the target of a link.
  text::ByteFinder<'\n', '[', ']', '<', '\'', '&', '_', ':', '|', '=', '!', '{', '}', '>'> special_;
  std::uint32_t size_;
  const std::vector<Mark>& brackets_;
  Findings& findings_;
  std::uint32_t pos_ = 0;
  std::size_t next_ = 0;       ///< The next bracket.
  std::uint32_t context_ = 0;  ///< The frame of the innermost context.
  bool line_start_ = true;
  bool indented_ = false;     ///< Blanks stand before `pos_` on the line.
  bool value_start_ = false;  ///< A parameter's value begins here.
  std::uint32_t next_newline_ = 0;
  std::uint32_t next_link_end_ = 0;
  std::uint32_t next_bracket_end_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> open_tags_;  ///< By HTML tag, the frame of the innermost open one.
  std::vector<QuoteEntry> quotes_;
  std::vector<std::uint32_t> line_quotes_;
  std::vector<Mark> marks_;
};

}  // namespace acta::wiki::syntax
