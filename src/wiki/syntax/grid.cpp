#include <algorithm>

#include "wiki/syntax/tree.hpp"

namespace acta::wiki::syntax {

bool is_html_row(const Tree& tree, Index tag) { return tree.tag_name(tag) == "tr"; }

bool is_html_cell(const Tree& tree, Index tag) {
  const std::string name = tree.tag_name(tag);
  return name == "td" || name == "th";
}

bool is_html_header(const Tree& tree, Index tag) { return tree.tag_name(tag) == "th"; }

namespace {

/// A cell that reaches into rows below.
struct Hanging {
  Index cell = no_node;
  std::uint32_t first = 0;  ///< Where in the grid it began.
  std::uint32_t rows = 0;   ///< Rows still to cover.
};

class Expander {
 public:
  Expander(const Tree& tree, Index table, Grid& grid) : tree_(tree), grid_(grid) {
    grid_.cells.clear();
    grid_.row_ends.clear();
    grid_.rows.clear();
    grid_.clipped = false;
    collect(table, 0);
  }

  void run() {
    grid_.cells.reserve(cells_ + cells_ / 4);
    grid_.row_ends.reserve(grid_.rows.size());
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      row(grid_.rows[i], static_cast<std::uint32_t>(grid_.rows.size() - i));
      grid_.row_ends.push_back(static_cast<std::uint32_t>(grid_.cells.size()));
    }
  }

 private:
  /// Rows may stand in <tbody> and its like; `depth` bounds how deep.
  void collect(Index parent, int depth) {
    for (const Index child : tree_.children(parent)) {
      if (is_row(tree_, child)) {
        const std::size_t cells = count_cells(child);
        if (cells == 0) continue;
        grid_.rows.push_back(child);
        cells_ += cells;
        budget_ += cells * 16;
      } else if (depth < 2 && tree_[child].type == Type::tag) {
        const std::string name = tree_.tag_name(child);
        if (name == "tbody" || name == "thead" || name == "tfoot") collect(child, depth + 1);
      }
    }
  }

  std::size_t count_cells(Index row) const {
    std::size_t count = 0;
    for (const Index child : tree_.children(row)) count += is_cell(tree_, child) ? 1 : 0;
    return count;
  }

  /// Places the cells of a row; `left` rows are left, this one included.
  void row(Index row, std::uint32_t left) {
    column_ = 0;
    for (const Index child : tree_.children(row)) {
      if (!is_cell(tree_, child)) continue;
      while (column_ < hanging_end_ && hanging_[column_].rows != 0) {
        if (grid_.cells.size() >= budget_) {
          let_go();
        } else {
          hang();
        }
      }
      std::uint32_t columns = colspan(tree_, child);
      std::uint32_t rows = rowspan(tree_, child);
      if (rows == 0 || rows > left) rows = left;
      const std::size_t room = budget_ - std::min(budget_, grid_.cells.size());
      if (columns > room) {
        grid_.clipped = grid_.clipped || columns > 1 || rows > 1;
        columns = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(room));
        rows = 1;
      }
      bool repeated = false;
      const auto first = static_cast<std::uint32_t>(grid_.cells.size());
      for (; columns != 0; --columns) {
        // A cell from above keeps its place: spans that overlap are the page's mistake.
        if (repeated && column_ < hanging_end_ && hanging_[column_].rows != 0) break;
        grid_.cells.push_back({child, repeated, first});
        repeated = true;
        if (rows > 1) hang_below(child, first, rows - 1);
        ++column_;
      }
    }
    while (column_ < hanging_end_ && grid_.cells.size() < budget_) hang();
    if (column_ < hanging_end_) let_go();
    while (hanging_end_ > 0 && hanging_[hanging_end_ - 1].rows == 0) --hanging_end_;
  }

  /// Fills the current column from above.
  void hang() {
    Hanging& above = hanging_[column_++];
    if (above.rows == 0) {
      grid_.cells.push_back({});
      return;
    }
    grid_.cells.push_back({above.cell, true, above.first});
    --above.rows;
  }

  /// Ends all rowspans: the grid has no room for more.
  void let_go() {
    grid_.clipped = true;
    hanging_.clear();
    hanging_end_ = 0;
  }

  void hang_below(Index cell, std::uint32_t first, std::uint32_t rows) {
    if (hanging_.size() <= column_) hanging_.resize(column_ + 1);
    hanging_[column_] = {cell, first, rows};
    hanging_end_ = std::max(hanging_end_, column_ + 1);
  }

  const Tree& tree_;
  Grid& grid_;
  std::size_t cells_ = 0;    ///< Cells as written.
  std::size_t budget_ = 64;  ///< Places that the grid may have in all.
  std::size_t column_ = 0;
  std::size_t hanging_end_ = 0;  ///< No cell hangs from here on.
  std::vector<Hanging> hanging_;
};

/// Tags whose content a reader does not see in its place.
bool is_hidden(const std::string& tag) {
  return tag == "ref" || tag == "references" || tag == "templatestyles" || tag == "section" ||
         tag == "templatedata" || tag == "includeonly";
}

}  // namespace

Grid expand(const Tree& tree, Index table) {
  Grid grid;
  expand(tree, table, grid);
  return grid;
}

void expand(const Tree& tree, Index table, Grid& grid) { Expander(tree, table, grid).run(); }

std::string plain_text(const Tree& tree, Index node) {
  std::string text;
  const auto append = [&](std::string_view piece) {
    for (const char byte : piece) {
      const bool blank = byte == ' ' || byte == '\n' || byte == '\t';
      if (!blank) {
        text += byte;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
  };
  const Index end = tree[node].next;
  for (Index i = tree[node].type == Type::text ? node : node + 1; i < end;) {
    const Node& at = tree[i];
    Index next = i + 1;
    switch (at.type) {
      case Type::text:
        append(tree.text(i));
        break;
      case Type::entity:
        append(entity_text(tree.text(i)));
        break;
      case Type::template_call:
      case Type::argument: {
        std::uint32_t from = at.begin;
        for (next = i + 1; next < at.next;) {
          const Node& inner = tree[next];
          const bool table = inner.type == Type::table;
          if (table) {
            append(tree.text().substr(from, inner.begin - from));
            from = inner.end;
          }
          next = table ? inner.next : next + 1;
        }
        append(tree.text().substr(from, at.end - from));
        break;
      }
      case Type::wikilink:
        if (at.next == i + 1) append(tree.head(i));
        break;
      case Type::external_link:
        if (at.next == i + 1 && tree.text(i).front() != '[') append(tree.text(i));
        break;
      case Type::tag: {
        const std::string name = tree.tag_name(i);
        if (name == "br") append(" ");
        if (is_hidden(name)) next = at.next;
        break;
      }
      case Type::table:
      case Type::name:
      case Type::file:
      case Type::category:
      case Type::comment:
      case Type::magic_word:
        next = at.next;
        break;
      default:
        break;
    }
    i = next;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace acta::wiki::syntax
