#pragma once
/// A page of wikitext on its way from the syntax tree to sections of blocks.  Private to the
/// wikitext front end.

#include <algorithm>
#include <optional>
#include <vector>

#include "wiki/syntax/tree.hpp"
#include "wiki/wikitext/text.hpp"

namespace acta::wiki {

/// Reads raw MediaWiki wikitext, of which `tree` is the syntax.  Total.  Without a `title` the page
/// has the one that the name of its file says.  The Source must outlive the Document.
Document parse_wikitext(const text::Source& source, const syntax::Tree& tree,
                        const std::optional<std::string>& title, finding::Diagnostics& diagnostics);

/// Markup nested deeper than that is passed over.
inline constexpr int deepest_markup = 100;

/// Walks the tree once and makes the Document.
class PageBuilder {
 public:
  PageBuilder(const text::Source& source, const syntax::Tree& tree,
              finding::Diagnostics& diagnostics)
      : source_(source),
        line_at_(source),
        end_line_at_(source),
        tree_(tree),
        diagnostics_(diagnostics),
        writer_(source, tree, *document_.arena, diagnostics) {}

  Document build(const std::string& title);

 private:
  void walk_children(syntax::Index node);
  void walk(syntax::Index node);
  void walk_text(syntax::Index node);
  void walk_template(syntax::Index node);
  void goalscorers(syntax::Index node);
  bool may_be_row(syntax::Index node);
  std::vector<syntax::Index> calls_like(syntax::Index first, syntax::Index end);
  syntax::Index table_of_calls(syntax::Index first, syntax::Index end);
  void walk_tag(syntax::Index node);
  void heading(syntax::Index node);
  void list_item(syntax::Index node);
  void table(syntax::Index node);
  Row row(const syntax::Grid& grid, std::size_t number);
  Lines cell_lines(const syntax::Grid& grid, const syntax::GridCell& place);
  bool has_class(syntax::Index element, std::string_view name) const;
  void html_infobox(syntax::Index node, const syntax::Grid& grid);
  bool is_layout(syntax::Index table);
  bool holds_blocks(syntax::Index node, int depth);
  bool holds_blocks_inside(syntax::Index call, const words::FoundTemplate& found, int depth);
  void walk_inside(syntax::Index call, const words::FoundTemplate& found);
  std::span<const Field> fields(syntax::Index node, bool module);
  void end_line(bool indented = false);
  void add(Block block, std::uint32_t first_line);
  void add_section(std::uint16_t level, const Text& heading);

  /// Leaves a line for football to claim, whatever else stands on it.
  void unread(std::uint32_t line) { document_.lines[line - 1] = LineClass::unread; }

  void mark(std::uint32_t first, std::uint32_t last, LineClass line_class);
  void mark_residue(syntax::Index node);

  std::uint32_t line_of(syntax::Index node) { return line_at_.of(tree_[node].begin); }

  std::uint32_t end_line_of(syntax::Index node) {
    return end_line_at_.of(std::max(tree_[node].begin, tree_[node].end - 1));
  }

  const text::Source& source_;
  text::LineCursor line_at_;
  text::LineCursor end_line_at_;
  const syntax::Tree& tree_;
  finding::Diagnostics& diagnostics_;
  Document document_;
  TextWriter writer_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> block_lines_;  // Last line of each block, for `joined`.
  std::uint16_t level_ = 0;
  Text heading_;
  syntax::Grid grid_;                         // Of the table that is read.
  std::vector<std::optional<Lines>> values_;  // Of the grid that is read, by place.
  std::vector<Cell> row_;                     // Of the row that is being made.
  std::vector<Field> fields_;                 // Of the call that is being made.
  std::string name_;                          // For names that are not views of the page.
  std::vector<bool> covered_;                 // Lines that a block holds.
  syntax::Index no_rows_before_ = 0;          // The calls up to there are looked at.
  int depth_ = 0;
};

}  // namespace acta::wiki
