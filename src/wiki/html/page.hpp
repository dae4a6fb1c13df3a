#pragma once
/// A page of HTML on its way from the tree to sections of blocks.  Private to the HTML front end.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/html/tree.hpp"
#include "wiki/html/writer.hpp"

namespace acta::wiki {

/// Reads a page of HTML, whole or a part of it.  Total.  Without a `title` the page has the one
/// that it says itself, else the one that the name of its file says.  The Source must outlive the
/// Document.
Document parse_html(const text::Source& source, const std::optional<std::string>& title,
                    finding::Diagnostics& diagnostics);

}  // namespace acta::wiki

namespace acta::wiki::html {

/// One place of a grid.
struct GridCell {
  Index cell = no_node;     ///< `no_node` where the row has none.
  bool repeated = false;    ///< A span put it here.
  std::uint32_t first = 0;  ///< Place in the grid where the cell begins.
};

/// A table with its spans expanded; the rows may be of different widths.
struct Grid {
  std::vector<Index> rows;
  std::vector<GridCell> cells;
  std::vector<std::uint32_t> row_ends;

  std::size_t size() const { return row_ends.size(); }

  std::span<const GridCell> row(std::size_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : row_ends[number - 1];
    return std::span(cells).subspan(begin, row_ends[number] - begin);
  }
};

/// Expands the rows of a table; those of tables inside its cells are not its own.
void expand(const Tree& tree, Index table, Grid& grid);

/// Walks the tree once and makes the Document.
class PageBuilder {
 public:
  PageBuilder(const text::Source& source, const Tree& tree, finding::Diagnostics& diagnostics)
      : source_(source),
        line_at_(source),
        tree_(tree),
        diagnostics_(diagnostics),
        writer_(source, tree, *document_.arena) {}

  Document build();

 private:
  Index content() const;
  void walk(Index node);
  void walk_children(Index node);
  void heading(Index node, std::uint16_t level);
  void list(Index node, std::uint16_t depth);
  void definitions(Index node, std::uint16_t depth);
  void items(Index node, ListItem item);
  void end_line(bool indented = false);
  void start_run();
  void add(Block block, std::uint32_t first_line, std::uint32_t last_line);
  void add_section(std::uint16_t level, const Text& heading);

  // page_table.cpp
  void table(Index node);
  void fill_table(Index node, const Grid& grid, std::uint32_t first, std::uint32_t last);
  bool is_layout(Index node) const;
  bool is_bracket(Index node, const Grid& grid) const;
  void layout(Index node);
  void infobox(Index node);
  void infobox_seasons(Index cell, std::vector<Field>& fields);
  Row row(const Grid& grid, std::size_t number);
  Lines cell_lines(const Grid& grid, const GridCell& place);

  // match_box.cpp
  bool is_match_box(Index node) const;
  void match_box(Index node);
  void classed_box(Index node);
  bool event_table(Index node);
  void goal_rows(Index table);
  void venue(const Lines& lines);
  void field(std::string_view key, Lines value, Index node);
  void box_field(std::string_view key, Index node);
  void finish_box(Index node);

  std::uint32_t line_of(Index node) { return line_at_.of(tree_[node].begin); }

  std::uint32_t end_line_of(Index node);
  void mark(std::uint32_t first, std::uint32_t last, LineClass line_class);

  const text::Source& source_;
  text::LineCursor line_at_;
  const Tree& tree_;
  finding::Diagnostics& diagnostics_;
  Document document_;
  Writer writer_;
  std::vector<Block> blocks_;
  std::uint16_t level_ = 0;
  Text heading_;
  bool run_started_ = false;   // The next block is the first of a paragraph, list or the like.
  std::vector<bool> covered_;  // Lines that a block holds.
  Grid grid_;
  std::vector<std::uint8_t> is_read_;  // Of the grid that is read, by place.
  std::vector<Lines> values_;
  std::vector<Field> fields_;  // Of the box that is being made.
};

}  // namespace acta::wiki::html
