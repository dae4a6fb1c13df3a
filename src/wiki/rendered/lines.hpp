#pragma once
/// What one line of a rendered page is, judged by itself.  Private to the rendered front end.
/// Lines come without their indentation and trailing blanks and are not empty.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace acta::wiki {

/// The mark that a list item starts with.
struct Marker {
  char kind = '*';           ///< As in ListItem.
  std::uint16_t run = 0;     ///< Marks of wikitext in a row: 2 in "**"; 0 for other marks.
  std::uint32_t number = 0;  ///< As written: 6 in "6." and "f)"; 0 when none is.
  bool is_tabbed = false;    ///< A tab follows, as only lists have.
  std::size_t length = 0;    ///< Bytes up to the item's text.
};

/// The mark of a list item, if `body` may be one.
std::optional<Marker> list_marker(std::string_view body);

/// How many "=" stand around a heading's text.
struct HeadingMarks {
  std::size_t opening = 0;
  std::size_t closing = 0;  ///< As many as `opening` where the line is nothing else.
};

/// The marks of `body`, which starts with "=".
HeadingMarks heading_marks(std::string_view body);

/// Kinds of a line that starts with a bar.
enum class BarLine : std::uint8_t {
  row,
  rule,         ///< `|---|:--:|`, below the header.
  row_break,    ///< `|-` of wikitext.
  table_close,  ///< `|}` of wikitext.
  caption       ///< `|+ text`.
};

/// What `body`, which starts with a bar, is.
/// A heading of Markdown: "## Group A".
struct MarkdownHeading {
  std::size_t level = 0;  ///< 0 for another line.
  std::string_view text;
};

MarkdownHeading markdown_heading(std::string_view body);

BarLine bar_line(std::string_view body);

/// Whether `body` is what a renderer leaves of the page's layout: `__TOC__`, `{|`, `File:...`.
bool is_leftover(std::string_view body);

/// Whether `body` only points to another page: `Main article: 2024 Copa Perú`.
bool is_hatnote(std::string_view body);

/// Whether `body`, directly below `heading`, points to the page on the section's subject:
/// `Departmental Stage: 2024 Ligas Departamentales` below "Departmental stage".
bool is_hatnote_of(std::string_view heading, std::string_view body);

}  // namespace acta::wiki
