#include <algorithm>

#include "wiki/html/page.hpp"

namespace acta::wiki::html {
namespace {

/// A cell that reaches into rows below.
struct Hanging {
  Index cell = no_node;
  std::uint32_t first = 0;
  std::uint32_t rows = 0;  ///< Rows still to cover.
};

bool is_cell(const Tree& tree, Index node) {
  return tree[node].tag == Tag::cell || tree[node].tag == Tag::header_cell;
}

/// The rows of a table, those in its parts too.
void collect(const Tree& tree, Index parent, int depth, std::vector<Index>& rows,
             std::size_t& cells) {
  for (Index child = parent + 1; child < tree[parent].next; child = tree[child].next) {
    if (tree[child].tag == Tag::row) {
      std::size_t count = 0;
      for (Index cell = child + 1; cell < tree[child].next; cell = tree[cell].next)
        count += is_cell(tree, cell) ? 1 : 0;
      if (count > 0) rows.push_back(child);
      cells += count;
    } else if (tree[child].tag == Tag::table_part && depth < 2) {
      collect(tree, child, depth + 1, rows, cells);
    }
  }
}

}  // namespace

void expand(const Tree& tree, Index table, Grid& grid) {
  grid.rows.clear();
  grid.cells.clear();
  grid.row_ends.clear();
  std::size_t cells = 0;
  collect(tree, table, 0, grid.rows, cells);
  // Spans of a page cannot ask for more room than its cells make plausible.
  constexpr std::size_t places_per_cell = 16;
  const std::size_t budget = cells * places_per_cell + 64;
  std::vector<Hanging> hanging;
  for (std::size_t number = 0; number < grid.rows.size(); ++number) {
    const auto left = static_cast<std::uint32_t>(grid.rows.size() - number);
    std::size_t column = 0;
    const auto hang = [&] {
      Hanging& above = hanging[column++];
      if (above.rows == 0) {
        grid.cells.push_back({});
        return;
      }
      grid.cells.push_back({above.cell, true, above.first});
      --above.rows;
    };
    const Index row = grid.rows[number];
    for (Index cell = row + 1; cell < tree[row].next; cell = tree[cell].next) {
      if (!is_cell(tree, cell)) continue;
      if (grid.cells.size() >= budget) hanging.clear();
      while (column < hanging.size() && hanging[column].rows != 0) hang();
      std::uint32_t columns =
          std::max<std::uint32_t>(number_of(tree.attribute(cell, Attribute::colspan), 1), 1);
      std::uint32_t rows = number_of(tree.attribute(cell, Attribute::rowspan), 1);
      if (rows == 0 || rows > left) rows = left;
      const std::size_t room = budget - std::min(budget, grid.cells.size());
      if (columns > room) {
        columns = static_cast<std::uint32_t>(std::max<std::size_t>(room, 1));
        rows = 1;
      }
      const auto first = static_cast<std::uint32_t>(grid.cells.size());
      for (std::uint32_t i = 0; i < columns; ++i, ++column) {
        // A cell from above keeps its place: spans that overlap are the page's mistake.
        if (i > 0 && column < hanging.size() && hanging[column].rows != 0) break;
        grid.cells.push_back({cell, i > 0, first});
        if (rows < 2) continue;
        if (hanging.size() <= column) hanging.resize(column + 1);
        hanging[column] = {cell, first, rows - 1};
      }
    }
    while (column < hanging.size() && grid.cells.size() < budget) hang();
    while (!hanging.empty() && hanging.back().rows == 0) hanging.pop_back();
    grid.row_ends.push_back(static_cast<std::uint32_t>(grid.cells.size()));
  }
}

}  // namespace acta::wiki::html
