#pragma once
/// A page's HTML as a tree: what a reader sees, without the chrome.  Private to the HTML front end.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"

namespace acta::wiki::html {

/// Place of a node in its Tree; 0 is the page.
using Index = std::uint32_t;

inline constexpr Index no_node = 0xFFFFFFFF;

/// Kinds of nodes, as far as anybody asks.
enum class Tag : std::uint8_t {
  text,
  page,
  inline_element,  ///< Whatever stands in a line: span, b, time ...
  small,
  link,  ///< a
  image,
  raised,  ///< sup
  line_break,
  rule,   ///< hr
  block,  ///< Whatever starts a line: div, section, center ...
  paragraph,
  list,           ///< ul
  numbered_list,  ///< ol
  definitions,    ///< dl
  item,           ///< li
  term,           ///< dt
  definition,     ///< dd
  table,
  caption,
  table_part,  ///< tbody and its like
  row,
  cell,
  header_cell,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6
};

/// Classes that say what an element is; bits of `Node::classes`.
enum class Class : std::uint16_t {
  football_box = 1,
  event = 2,  ///< vevent: a match, or an infobox about one.
  infobox = 4,
  wikitable = 8,
  flag = 16,
  content = 32,  ///< mw-parser-output: the page without the skin.
  goal = 64,
  columns = 128,   ///< A table that only places lists side by side.
  attendee = 256,  ///< A side of a match.
  bracket = 512,
  struck = 2048,  ///< By its element: <s>, <del>.
  bold = 1024,    ///< By its element: <b>, <strong>.
};

/// Attributes that are kept.
enum class Attribute : std::uint8_t {
  alt,
  css_class,
  colspan,
  href,
  id,
  itemprop,
  role,
  rowspan,
  start,
  title,
  value
};

/// An element or a piece of text.
struct Node {
  Tag tag = Tag::page;
  bool holds_blocks = false;     ///< A table, match box or heading stands in it.
  std::uint16_t classes = 0;     ///< Bits of Class.
  std::uint32_t attributes = 0;  ///< How many there are.
  std::uint32_t first = 0;       ///< Of the first attribute; of a text, where its bytes are kept.
  std::uint32_t size = 0;        ///< Bytes of a text.
  Index next = 0;                ///< The node behind this one and all that stands in it.
  std::uint32_t begin = 0;       ///< Byte of the page's text where it starts.
  std::uint32_t end = 0;         ///< Byte behind it.

  bool has(Class one) const { return (classes & static_cast<std::uint16_t>(one)) != 0; }
};

/// The nodes of a page in the order of the text.
class Tree {
 public:
  const Node& operator[](Index node) const { return nodes_[node]; }

  Index size() const { return static_cast<Index>(nodes_.size()); }

  /// The characters of a text node: entities resolved, not trimmed.
  std::string_view text(Index node) const {
    return std::string_view(pool_).substr(nodes_[node].first, nodes_[node].size);
  }

  /// The value of an attribute; empty when the element does not have it.
  std::string_view attribute(Index node, Attribute name) const;

  /// Whether the element has the class `name`.
  bool has_class(Index node, std::string_view name) const;

  /// The first element with the class `name` inside `node`; `no_node` when there is none.
  Index find_class(Index node, std::string_view name) const;

  /// Byte of the page's text from which on nothing was read; its size when all was.
  std::uint32_t read_to() const { return read_to_; }

 private:
  friend class TreeBuilder;

  struct Value {
    Attribute name;
    std::uint32_t begin;
    std::uint32_t size;
  };

  std::vector<Node> nodes_;
  std::vector<Value> values_;
  std::string pool_;
  std::uint32_t read_to_ = 0;
};

/// Parses a page.  Total: what libxml2 cannot make sense of is text, and nesting without end is
/// given up with a finding.
Tree parse(const text::Source& source, finding::Diagnostics& diagnostics);

}  // namespace acta::wiki::html
