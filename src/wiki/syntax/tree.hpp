#pragma once
/// Wikitext as a concrete syntax tree: what stands where, before anybody asks what it means.
///
/// The tree is lossless: spans of children are nested in their parent's and ordered, and the bytes
/// of a node that no child covers are its markup.  It reads as MediaWiki does where MediaWiki's
/// reading is known (tests/syntax_test.cpp); it differs on purpose where MediaWiki would lose
/// content:
///   - `[[` without `]]` does not keep `{{ }}` around it from being a template;
///   - `{|` on its own line opens a table inside a template parameter too;
///   - a link keeps the `||` inside it, in a table cell too.
///
/// Attributes, URLs and what else is a `head` are plain text here: templates in them are no nodes.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"

namespace acta::wiki::syntax {

/// What a node is.  `parameter`, `name`, `caption`, `row` and `cell` only occur inside the node
/// they are a part of.
enum class Type : std::uint8_t {
  document,
  text,
  bold,
  italic,
  heading,        ///< `level`; trailing comments are children.
  template_call,  ///< `head` is the name; children: an optional `name`, then the parameters.
  argument,       ///< {{{head|default}}}; children as in a template call.
  parameter,  ///< `head` is the name, or it is positional; children: optional `name`, the value.
  name,       ///< The name of a template, parameter or target, only where markup stands in it.
  wikilink,   ///< `head` is the target; children are the text, none when it is the target.
  file,       ///< `head` is the target; children are parameters: options and caption.
  category,   ///< `head` is the target; children are the sort key.
  external_link,  ///< `head` is the URL; children are the text, none for a bare URL.
  list_item,      ///< `head` are the markers, "*#:;" in any mixture.
  table,          ///< `head` are the attributes; children: captions, rows, and what is in neither.
  caption,        ///< `head` are the attributes.
  row,            ///< `head` are the attributes; children: cells, and what is in none.
  cell,           ///< `head` are the attributes.
  tag,            ///< `head` are the attributes, `tag_name()` the name; extension and HTML tags.
  comment,
  entity,
  magic_word,  ///< __TOC__
  redirect,    ///< `head` is the target.
};

/// The name of a type as printed: "template" for `template_call`.
std::string_view type_name(Type type);

/// Place of a node in its tree; the document is 0.
using Index = std::uint32_t;

/// No node.
inline constexpr Index no_node = 0xFFFFFFFF;

/// One node; nodes stand in preorder.  Offsets are bytes of the Source's text.
struct Node {
  static constexpr std::uint8_t self_closing = 1;  ///< A tag written `<x />`.
  static constexpr std::uint8_t unclosed = 2;    ///< Its end is not in the source, it is recovered.
  static constexpr std::uint8_t header = 4;      ///< A cell begun by `!`.
  static constexpr std::uint8_t positional = 8;  ///< A parameter with no name of its own.
  static constexpr std::uint8_t implied =
      16;  ///< Row without `|-`, bold without quotes of its own.

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;        ///< Index after the last descendant.
  std::uint32_t head_begin = 0;  ///< See `Type`; of a positional parameter, its number.
  std::uint32_t head_end = 0;
  Type type = Type::document;
  std::uint8_t flags = 0;
  std::uint16_t level = 0;  ///< Heading level 1 to 6; length of a tag's name.

  bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

/// A parsed page.  It points into the text of its Source, which must outlive it.
class Tree {
 public:
  Tree(std::string_view text, std::vector<Node> nodes) : text_(text), nodes_(std::move(nodes)) {}

  /// Children of a node, in order.
  class Children {
   public:
    class Iterator {
     public:
      using value_type = Index;
      using difference_type = std::ptrdiff_t;
      using iterator_category = std::input_iterator_tag;
      using pointer = const Index*;
      using reference = Index;

      Iterator(const Tree* tree, Index at) : tree_(tree), at_(at) {}

      Index operator*() const { return at_; }

      Iterator& operator++() {
        at_ = tree_->nodes_[at_].next;
        return *this;
      }

      bool operator==(const Iterator& other) const { return at_ == other.at_; }

     private:
      const Tree* tree_;
      Index at_;
    };

    Children(const Tree* tree, Index parent) : tree_(tree), parent_(parent) {}

    Iterator begin() const { return {tree_, parent_ + 1}; }

    Iterator end() const { return {tree_, tree_->nodes_[parent_].next}; }

    bool empty() const { return tree_->nodes_[parent_].next == parent_ + 1; }

   private:
    const Tree* tree_;
    Index parent_;
  };

  /// Every node in preorder; the first is the document.
  std::span<const Node> nodes() const { return nodes_; }

  const Node& operator[](Index node) const { return nodes_[node]; }

  Children children(Index node) const { return {this, node}; }

  /// The whole text.
  std::string_view text() const { return text_; }

  /// The bytes of a node.
  std::string_view text(Index node) const {
    return text_.substr(nodes_[node].begin, nodes_[node].end - nodes_[node].begin);
  }

  /// The head of a node (see `Type`) as written, without blanks at its ends; empty for a positional
  /// parameter.
  std::string_view head(Index node) const;

  /// The head of a node as a name: comments removed; the number of a positional parameter.  Of a
  /// name in whose names markup stands at more than eight levels, only the text.
  std::string name(Index node) const {
    std::string made;
    return std::string(name(node, made));
  }

  /// As above, a view: into the text, or into `made` where the name is not written as it is.
  std::string_view name(Index node, std::string& made) const;

  /// Lower-case name of a tag.  "/b" is a closing tag that closes nothing; </br> is a "br", and
  /// four dashes at the start of a line are an "hr".
  std::string tag_name(Index node) const;

  /// The letters after a wikilink that MediaWiki shows as part of it: "s" of [[cup]]s.  They are
  /// text after the node in the tree.
  std::string_view trail(Index node) const;

  /// The value of a template's parameter: the last one of that name, as in MediaWiki.
  Index parameter(Index template_call, std::string_view name) const;

 private:
  bool nests_names_deeply(Index name) const;

  std::string_view text_;
  std::vector<Node> nodes_;
};

/// What <ref> tags hold: nodes, or, where nothing in them is in doubt, one piece of text.
enum class References : std::uint8_t { parsed, opaque };

/// Parses a page.  Total, in time and memory linear in the text.  An unclosed template is
/// `template_unclosed`, other markup that does not pair up is `markup_unbalanced`.
Tree parse(const text::Source& source, References references, finding::Diagnostics& diagnostics);

/// Parses a text that was a head in another tree, for the calls and comments that stand in it.
Tree parse(std::string_view head);

/// An attribute of a tag, table, row or cell.
struct Attribute {
  std::string_view name;   ///< As written.
  std::string_view value;  ///< Without its quotes; empty when there is none.
};

/// Takes the next attribute off the front of `attributes`; false when there is none left.  What is
/// no attribute is passed over.
bool next_attribute(std::string_view& attributes, Attribute& attribute);

/// The number of a rowspan or colspan as browsers read it, `"5;"` is 5.  1 when absent or no
/// number.  A colspan is 1 to 1000; a rowspan is 0 (to the end of the table) to 65534.
std::uint32_t rowspan(const Tree& tree, Index cell);
std::uint32_t colspan(const Tree& tree, Index cell);

/// The characters of an entity ("&nbsp;", "&#91;"), as UTF-8; empty when there is no such entity.
std::string entity_text(std::string_view entity);

/// A cell in its place in a grid.
struct GridCell {
  Index cell = no_node;     ///< `no_node` where no cell covers the place.
  bool repeated = false;    ///< Covered by the span of a cell that began above or to the left.
  std::uint32_t first = 0;  ///< Where in the grid the cell began.
};

/// A table with its spans expanded.  Rows need not have the same length.
struct Grid {
  std::vector<GridCell> cells;
  std::vector<std::uint32_t> row_ends;  ///< Index into `cells` after the last cell of each row.
  std::vector<Index> rows;              ///< The row node of each row.
  bool clipped = false;  ///< Spans were cut because the grid would be out of proportion.

  std::span<const GridCell> row(std::size_t number) const {
    const std::size_t first = number == 0 ? 0 : row_ends[number - 1];
    return std::span(cells).subspan(first, row_ends[number] - first);
  }
};

/// Whether a tag is a row or a cell of a table; a header cell.
bool is_html_row(const Tree& tree, Index tag);
bool is_html_cell(const Tree& tree, Index tag);
bool is_html_header(const Tree& tree, Index tag);

/// Whether a node is a row or a cell of a table, in wikitext or HTML; a header cell.
inline bool is_row(const Tree& tree, Index node) {
  const Type type = tree[node].type;
  return type == Type::row || (type == Type::tag && is_html_row(tree, node));
}

inline bool is_cell(const Tree& tree, Index node) {
  const Type type = tree[node].type;
  return type == Type::cell || (type == Type::tag && is_html_cell(tree, node));
}

inline bool is_header(const Tree& tree, Index cell) {
  return tree[cell].has(Node::header) ||
         (tree[cell].type == Type::tag && is_html_header(tree, cell));
}

/// Expands the spans of a table, of wikitext or HTML.  Rowspans end with the table; the places of a
/// grid are bounded in proportion to the cells that are written.  Rows without a cell are left out.
Grid expand(const Tree& tree, Index table);

/// The same into a grid whose memory is used again.
void expand(const Tree& tree, Index table, Grid& grid);

/// Text of a node as a reader sees it, on one line: markup, comments and references removed,
/// entities resolved, blanks collapsed; a template stands as written.  Without tables inside.
std::string plain_text(const Tree& tree, Index node);

}  // namespace acta::wiki::syntax
