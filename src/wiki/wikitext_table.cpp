/// Tables of wikitext: a grid with its spans expanded, or a layout of other blocks.

#include <algorithm>

#include "wiki/wikitext_page.hpp"

namespace acta::wiki {

using syntax::Index;
using syntax::Node;
using syntax::Type;

bool PageBuilder::is_layout(Index table) {
  for (const Index row : tree_.children(table)) {
    if (tree_[row].type != Type::row) continue;
    for (const Index cell : tree_.children(row)) {
      if (tree_[cell].type == Type::cell && holds_blocks(cell, 0)) return true;
    }
  }
  return false;
}

// A cell of several places is written once.
Lines PageBuilder::cell_lines(Index cell) {
  if (syntax::rowspan(tree_, cell) == 1 && syntax::colspan(tree_, cell) == 1)
    return writer_.lines_of_children(cell);
  const auto [found, is_new] = cells_.emplace(cell, Lines{});
  if (is_new) found->second = writer_.lines_of_children(cell);
  return found->second;
}

Row PageBuilder::row(const syntax::Grid& grid, std::size_t number) {
  Row out;
  std::vector<Cell> cells;
  for (const syntax::GridCell& place : grid.row(number)) {
    Cell cell;
    if (place.cell != syntax::no_node) {
      cell.value = cell_lines(place.cell);
      cell.header = tree_[place.cell].has(Node::header);
      cell.repeated = place.repeated;
    }
    cells.push_back(cell);
  }
  const Index node = grid.rows[number];
  out.offset = tree_[node].begin;
  out.line = line_of(node);
  out.end_line = end_line_of(node);
  for (const syntax::GridCell& place : grid.row(number)) {
    if (place.cell != syntax::no_node && !place.repeated) {
      out.line = line_of(place.cell);
      out.offset = tree_[place.cell].begin;
      break;
    }
  }
  out.cells = document_.arena->keep(cells);
  return out;
}

void PageBuilder::table(Index node) {
  end_line();
  if (depth_ < deepest_markup && is_layout(node)) {
    // A table that only places boxes side by side: its cells are the page.
    ++depth_;
    for (const Index row : tree_.children(node)) {
      if (tree_[row].type != Type::row) continue;
      for (const Index cell : tree_.children(row)) {
        if (tree_[cell].type != Type::cell) continue;
        walk_children(cell);
        end_line();
      }
    }
    --depth_;
    mark_residue(node);
    return;
  }
  const syntax::Grid grid = syntax::expand(tree_, node);
  const std::uint32_t first = line_of(node);
  const std::uint32_t last = end_line_of(node);
  if (grid.row_ends.empty()) {
    mark_residue(node);
    return;
  }
  // The markup between the cells frames the rows.
  for (std::uint32_t line = first; line <= last; ++line) {
    std::string_view text = source_.line(line);
    text.remove_prefix(std::min(text.find_first_not_of(" \t:"), text.size()));
    if (text.substr(0, 2) == "{|" || text.substr(0, 2) == "|-" || text.substr(0, 2) == "|}" ||
        text.substr(0, 2) == "|+")
      mark(line, line, LineClass::record);
  }
  Table out;
  out.line = first;
  out.end_line = last;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::caption) continue;
    const Lines lines = writer_.lines_of_children(child);
    if (!lines.empty()) out.caption = lines.front();
    break;
  }
  std::size_t header = 0;
  const auto all_headers = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return !cells.empty() &&
           std::all_of(cells.begin(), cells.end(), [&](const syntax::GridCell& cell) {
             return cell.cell == syntax::no_node || tree_[cell.cell].has(Node::header);
           });
  };
  const auto spans_all = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return std::all_of(cells.begin() + 1, cells.end(), [&](const syntax::GridCell& cell) {
      return cell.cell == cells.front().cell;
    });
  };
  // The last of the leading header rows names the columns; one that spans the table is a title.
  std::size_t rows = 0;
  while (rows < grid.row_ends.size() && all_headers(rows)) ++rows;
  if (rows > 0) {
    header = rows - 1;
    while (header > 0 && spans_all(header)) --header;
  } else {
    rows = 1;
  }
  if (rows == grid.row_ends.size() && rows > 1) rows = header + 1;
  for (std::size_t i = 0; i < rows; ++i)
    mark(line_of(grid.rows[i]), end_line_of(grid.rows[i]), LineClass::record);
  out.header = row(grid, header);
  std::vector<Row> body;
  for (std::size_t i = rows; i < grid.row_ends.size(); ++i) body.push_back(row(grid, i));
  out.rows = document_.arena->keep(body);
  add({out, false}, first);
}

}  // namespace acta::wiki
