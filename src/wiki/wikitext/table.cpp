/// Tables of wikitext: a grid with its spans expanded, or a layout of other blocks.

#include <algorithm>

#include "text/blanks.hpp"
#include "wiki/header_rows.hpp"
#include "wiki/wikitext/page.hpp"

namespace acta::wiki {

using syntax::Index;
using syntax::Node;
using syntax::Type;

bool is_hidden(const syntax::Tree& tree, Index tag) {
  std::string_view rest = tree.head(tag);
  if (rest.find("display") == std::string_view::npos) return false;
  syntax::Attribute attribute;
  while (syntax::next_attribute(rest, attribute)) {
    std::string style(attribute.value);
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    if (attribute.name == "style" && style.find("display:none") != std::string::npos) return true;
  }
  return false;
}

bool PageBuilder::is_layout(Index table) {
  for (const Index row : tree_.children(table)) {
    if (!syntax::is_row(tree_, row)) continue;
    for (const Index cell : tree_.children(row)) {
      const Index next = tree_[cell].next;
      const bool is_text =
          next == cell + 1 || (next == cell + 2 && tree_[cell + 1].type == Type::text);
      if (!is_text && syntax::is_cell(tree_, cell) && holds_blocks(cell, 0)) return true;
    }
  }
  return false;
}

// A cell of several places is written once.
Lines PageBuilder::cell_lines(const syntax::Grid& grid, const syntax::GridCell& place) {
  if (values_.empty()) values_.resize(grid.cells.size());
  std::optional<Lines>& value = values_[place.first];
  if (!value) value = writer_.lines_of_children(place.cell);
  return *value;
}

Row PageBuilder::row(const syntax::Grid& grid, std::size_t number) {
  Row out;
  row_.clear();
  for (const syntax::GridCell& place : grid.row(number)) {
    Cell& cell = row_.emplace_back();
    if (place.cell != syntax::no_node) {
      cell.value = cell_lines(grid, place);
      cell.header = syntax::is_header(tree_, place.cell);
      cell.repeated = place.repeated;
    }
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
  out.cells = document_.arena->keep(row_);
  return out;
}

bool PageBuilder::has_class(Index element, std::string_view name) const {
  std::string_view rest = tree_.head(element);
  syntax::Attribute attribute;
  while (syntax::next_attribute(rest, attribute)) {
    if (attribute.name != "class") continue;
    const std::string classes = " " + std::string(attribute.value) + " ";
    return classes.find(" " + std::string(name) + " ") != std::string::npos;
  }
  return false;
}

// An infobox that is expanded already: a label and a value a row.
void PageBuilder::html_infobox(Index node, const syntax::Grid& grid) {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < grid.row_ends.size(); ++i) {
    const auto cells = grid.row(i);
    if (cells.size() != 2 || cells[0].cell == cells[1].cell) continue;
    if (cells[0].cell == syntax::no_node || cells[1].cell == syntax::no_node) continue;
    const Lines label = cell_lines(grid, cells[0]);
    if (label.empty() || !syntax::is_header(tree_, cells[0].cell)) continue;
    std::string key(label.front().text);
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    Field field;
    field.key = document_.arena->keep(std::string_view(key));
    field.value = cell_lines(grid, cells[1]);
    field.offset = tree_[cells[1].cell].begin;
    field.line = label.front().line;
    field.end_line = field.value.empty() ? field.line : field.value.back().line;
    fields.push_back(field);
  }
  Infobox infobox;
  infobox.fields = document_.arena->keep(fields);
  infobox.line = line_of(node);
  infobox.end_line = end_line_of(node);
  add({infobox, false}, infobox.line);
  mark(infobox.line, infobox.end_line, LineClass::record);
}

void PageBuilder::table(Index node) {
  end_line();
  if (depth_ < deepest_markup && is_layout(node)) {
    // A table that only places boxes side by side: its cells are the page.
    ++depth_;
    for (const Index row : tree_.children(node)) {
      if (!syntax::is_row(tree_, row)) continue;
      for (const Index cell : tree_.children(row)) {
        if (!syntax::is_cell(tree_, cell)) continue;
        walk_children(cell);
        end_line();
      }
    }
    --depth_;
    return;
  }
  if (has_class(node, "navbox") || has_class(node, "vertical-navbox")) {
    mark_residue(node);
    return;
  }
  syntax::expand(tree_, node, grid_);
  const syntax::Grid& grid = grid_;
  values_.clear();
  const std::uint32_t first = line_of(node);
  const std::uint32_t last = end_line_of(node);
  if (grid.row_ends.empty()) {
    if (tree_.children(node).empty()) mark_residue(node);
    mark(first, first, LineClass::residue);
    // "{|" that opens nothing takes the page below it: that is shown all the same.
    walk_children(node);
    end_line();
    return;
  }
  // The markup between the cells frames the rows.
  const std::string_view whole = source_.text();
  for (std::uint32_t line = first; line <= last; ++line) {
    std::size_t at = source_.line_start(line);
    while (at < whole.size() && (text::is_blank(whole[at]) || whole[at] == ':')) ++at;
    if (at + 1 >= whole.size()) break;
    const char next = whole[at + 1];
    if (whole[at] == '|' ? next == '-' || next == '}' || next == '+'
                         : whole[at] == '{' && next == '|')
      mark(line, line, LineClass::record);
  }
  if (tree_[node].type == Type::tag && has_class(node, "infobox")) {
    html_infobox(node, grid);
    return;
  }
  Table out;
  out.line = first;
  out.end_line = last;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::caption &&
        !(tree_[child].type == Type::tag && tree_.tag_name(child) == "caption"))
      continue;
    const Lines lines = writer_.lines_of_children(child);
    if (!lines.empty()) out.caption = lines.front();
    break;
  }
  const auto all_headers = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return !cells.empty() &&
           std::all_of(cells.begin(), cells.end(), [&](const syntax::GridCell& cell) {
             return cell.cell == syntax::no_node || syntax::is_header(tree_, cell.cell);
           });
  };
  const auto spans_all = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return std::all_of(cells.begin() + 1, cells.end(), [&](const syntax::GridCell& cell) {
      return cell.cell == cells.front().cell;
    });
  };
  const std::size_t header = header_row(grid.row_ends.size(), all_headers, spans_all);
  // Those that span the table below it stand among the rows: a date, a round.
  const std::size_t rows = header + 1;
  for (std::size_t i = 0; i < rows; ++i)
    mark(line_of(grid.rows[i]), end_line_of(grid.rows[i]), LineClass::record);
  out.header = row(grid, header);
  take_titles(out, header, *document_.arena, spans_all,
              [&](std::size_t number) { return row(grid, number); });
  std::vector<Row> body;
  body.reserve(grid.row_ends.size());
  for (std::size_t i = rows; i < grid.row_ends.size(); ++i) body.push_back(row(grid, i));
  out.rows = document_.arena->keep(body);
  add({out, false}, first);
}

}  // namespace acta::wiki
