/// Tables of HTML: a grid with its spans expanded, an infobox, or a layout of other blocks.

#include <algorithm>
#include <string>
#include <utility>

#include "text/blanks.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "wiki/header_rows.hpp"
#include "wiki/html/page.hpp"
#include "words/words.hpp"

namespace acta::wiki::html {
namespace {

constexpr std::string_view left_arrow = "\xE2\x86\x90";
constexpr std::string_view right_arrow = "\xE2\x86\x92";

/// A part of a text with the links inside it.
Text piece_of(const Text& text, std::size_t begin, std::size_t end, Arena& arena) {
  while (begin < end && text::is_blank(text.text[begin])) ++begin;
  while (end > begin && text::is_blank(text.text[end - 1])) --end;
  Text out = text;
  out.text = text.text.substr(begin, end - begin);
  std::vector<Link> links;
  for (Link link : text.links) {
    if (link.begin < begin || link.end > end) continue;
    link.begin -= static_cast<std::uint32_t>(begin);
    link.end -= static_cast<std::uint32_t>(begin);
    links.push_back(link);
  }
  out.links = arena.keep(links);
  return out;
}

/// The season that a name begins with: "1975" of "1975 Copa América", "2018–19".
std::size_t season_before(std::string_view name) {
  const auto digits = [&](std::size_t from) {
    std::size_t at = from;
    while (at < name.size() && name[at] >= '0' && name[at] <= '9') ++at;
    return at - from;
  };
  if (digits(0) != 4) return 0;
  std::size_t end = 4;
  const std::string_view rest = name.substr(end);
  if (const std::size_t mark = rest.starts_with('/') ? 1 : text::dash_bytes(rest); mark != 0) {
    const std::size_t second = digits(end + mark);
    if (second == 2 || second == 4) end += mark + second;
  }
  return name.substr(end).starts_with(' ') ? end : 0;
}

/// Whether all that a line shows is a link.
bool is_link(const Text& line) {
  return line.links.size() == 1 && line.links[0].begin == 0 &&
         line.links[0].end == line.text.size();
}

/// Whether a row of an infobox is a cup and the teams that play it: nothing but links.
bool names_cup(const Text& label, const Lines& value) {
  return !value.empty() && is_link(label) && std::all_of(value.begin(), value.end(), is_link);
}

/// The key that a label stands for: "Top scorer(s)" is "top scorer".
std::string key_of(std::string_view label) {
  std::string key = lower(label);
  if (key.ends_with("(s)")) key.resize(key.size() - 3);
  if (key.ends_with(':')) key.pop_back();
  return std::string(text::trim(key));
}

}  // namespace

Lines PageBuilder::cell_lines(const Grid& grid, const GridCell& place) {
  if (place.cell == no_node) return {};
  if (values_.empty()) {
    values_.resize(grid.cells.size());
    is_read_.assign(grid.cells.size(), 0);
  }
  if (is_read_[place.first] == 0) {
    is_read_[place.first] = 1;
    values_[place.first] = writer_.lines_of_cell(place.cell);
  }
  return values_[place.first];
}

Row PageBuilder::row(const Grid& grid, std::size_t number) {
  std::vector<Cell> cells;
  Row out;
  const Index node = grid.rows[number];
  out.offset = tree_[node].begin;
  out.line = line_of(node);
  bool found = false;
  for (const GridCell& place : grid.row(number)) {
    Cell& cell = cells.emplace_back();
    if (place.cell == no_node) continue;
    cell.value = cell_lines(grid, place);
    cell.header = tree_[place.cell].tag == Tag::header_cell;
    cell.repeated = place.repeated;
    if (place.repeated || found) continue;
    found = true;
    out.line = line_of(place.cell);
    out.offset = tree_[place.cell].begin;
  }
  out.end_line = std::max(out.line, end_line_of(node));
  out.cells = document_.arena->keep(cells);
  return out;
}

// A table that only places things side by side holds tables, boxes or lists of its own.
bool PageBuilder::is_layout(Index node) const {
  const Node& at = tree_[node];
  if (at.has(Class::columns) || tree_.attribute(node, Attribute::role) == "presentation")
    return true;
  if (!at.holds_blocks) return false;
  const bool is_data = at.has(Class::wikitable);
  for (Index inner = node + 1; inner < at.next; ++inner) {
    const Node& one = tree_[inner];
    if (one.tag == Tag::text) continue;
    if (one.tag >= Tag::heading1 || one.has(Class::football_box) || is_match_box(inner))
      return true;
    if (one.tag == Tag::table && (!is_data || one.has(Class::wikitable))) return true;
  }
  return false;
}

void PageBuilder::layout(Index node) {
  Grid grid;
  expand(tree_, node, grid);
  for (const Index row : grid.rows) {
    for (Index cell = row + 1; cell < tree_[row].next; cell = tree_[cell].next) {
      if (tree_[cell].tag == Tag::text) continue;
      start_run();
      walk_children(cell);
      start_run();
    }
  }
}

// A bracket is drawn with the borders of its cells: most of them are empty, and no row says what
// the columns are.
bool PageBuilder::is_bracket(Index node, const Grid& grid) const {
  if (tree_[node].has(Class::wikitable)) return false;
  constexpr std::size_t least_columns = 6;
  std::size_t empty = 0;
  std::size_t own = 0;
  std::size_t widest = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) widest = std::max(widest, grid.row(i).size());
  if (widest < least_columns || grid.size() < 4) return false;
  for (const GridCell& place : grid.cells) {
    if (place.cell == no_node || place.repeated) continue;
    ++own;
    bool shows = false;
    for (Index i = place.cell + 1; i < tree_[place.cell].next && !shows; ++i)
      shows = tree_[i].tag == Tag::image ||
              (tree_[i].tag == Tag::text && !text::without_blanks(tree_.text(i)).empty() &&
               tree_.text(i) != "\xC2\xA0");
    empty += shows ? 0 : 1;
  }
  return empty * 2 > own;
}

// "← 1980   1988 →": the seasons before and after.
void PageBuilder::infobox_seasons(Index cell, std::vector<Field>& fields) {
  const auto add_season = [&](std::string_view key, const Text& value) {
    if (value.text.empty()) return;
    Field field;
    field.key = key;
    field.value = document_.arena->keep_one(value);
    field.line = field.end_line = value.line;
    field.offset = value.offset;
    fields.push_back(field);
  };
  for (const Text& line : writer_.lines_of(cell)) {
    const std::size_t left = line.text.find(left_arrow);
    const std::size_t right = line.text.rfind(right_arrow);
    const bool has_left = left != std::string_view::npos;
    const bool has_right = right != std::string_view::npos;
    if (has_left && has_right) {
      // Between the arrows only the links tell where one ends.
      if (line.links.size() != 2) continue;
      add_season("previous season",
                 piece_of(line, line.links[0].begin, line.links[0].end, *document_.arena));
      add_season("next season",
                 piece_of(line, line.links[1].begin, line.links[1].end, *document_.arena));
    } else if (has_left) {
      add_season("previous season",
                 piece_of(line, left + left_arrow.size(), line.text.size(), *document_.arena));
    } else if (has_right) {
      add_season("next season", piece_of(line, 0, right, *document_.arena));
    }
  }
}

// A label and a value a row; the name of the competition above them.
void PageBuilder::infobox(Index node) {
  std::vector<Field> fields;
  bool titled = false;
  const auto add_title = [&](Index from) {
    const Lines lines = writer_.lines_of(from);
    if (titled || lines.empty()) return;
    titled = true;
    Field field;
    field.key = "title";
    field.value = document_.arena->keep_one(lines.front());
    field.line = field.end_line = lines.front().line;
    field.offset = lines.front().offset;
    fields.insert(fields.begin(), field);
  };
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) {
    if (tree_[child].tag == Tag::caption) add_title(child);
  }
  Grid grid;
  expand(tree_, node, grid);
  bool above_is_sequence = false;
  int cups = 0;
  for (std::size_t number = 0; number < grid.size(); ++number) {
    std::vector<Index> cells;
    for (const GridCell& place : grid.row(number)) {
      if (place.cell != no_node && !place.repeated) cells.push_back(place.cell);
    }
    const bool was_sequence = std::exchange(above_is_sequence, false);
    if (cells.size() == 1) {
      const Lines lines = writer_.lines_of(cells[0]);
      const std::string_view first = lines.empty() ? std::string_view{} : lines.front().text;
      above_is_sequence = words::longest(words::Kind::sequence_head, first).bytes != 0;
      const bool is_above = tree_.has_class(cells[0], "infobox-above") ||
                            tree_.has_class(cells[0], "cabecera") ||
                            (number == 0 && tree_[cells[0]].tag == Tag::header_cell);
      if (is_above) {
        add_title(cells[0]);
      } else {
        infobox_seasons(cells[0], fields);
      }
      continue;
    }
    if (cells.size() == 3 && was_sequence) {
      for (const bool before : {true, false}) {
        const Lines lines = writer_.lines_of(before ? cells[0] : cells[2]);
        if (lines.empty()) continue;
        Field field;
        field.key = before ? "previous season" : "next season";
        field.value = document_.arena->keep_one(lines.front());
        field.line = field.end_line = lines.front().line;
        field.offset = lines.front().offset;
        fields.push_back(field);
      }
      continue;
    }
    if (cells.size() != 2) continue;
    const Lines label = writer_.lines_of(cells[0]);
    constexpr std::size_t longest_label = 48;
    if (label.empty() || label.front().text.size() > longest_label) continue;
    const Lines value = writer_.lines_of_cell(cells[1]);
    if (names_cup(label.front(), value)) {
      // The template's label is the cup, its value who plays it.
      const std::string cup = "continentalcup" + std::to_string(++cups);
      const std::string teams = cup + " qualifiers";
      Field field;
      field.key = document_.arena->keep(std::string_view(cup));
      field.value = label;
      field.offset = label.front().offset;
      field.line = field.end_line = label.front().line;
      fields.push_back(field);
      field.key = document_.arena->keep(std::string_view(teams));
      field.value = value;
      field.end_line = std::max(field.line, value.back().line);
      fields.push_back(field);
      continue;
    }
    Field field;
    field.key = document_.arena->keep(std::string_view(key_of(label.front().text)));
    field.value = value;
    field.offset = tree_[cells[1]].begin;
    field.line = label.front().line;
    field.end_line =
        field.value.empty() ? field.line : std::max(field.line, field.value.back().line);
    fields.push_back(field);
  }
  // Of a tournament only its name says the year, which the days below it do not repeat.
  const bool has_season = std::any_of(fields.begin(), fields.end(), [](const Field& one) {
    return static_cast<bool>(words::exact(words::Kind::key_season, one.key));
  });
  if (titled && !has_season) {
    const Field title = fields.front();
    if (const std::size_t size = season_before(title.first().text); size > 0) {
      Field season = title;
      season.key = "season";
      season.value = document_.arena->keep_one(piece_of(title.first(), 0, size, *document_.arena));
      fields.insert(fields.begin() + 1, season);
    }
  }
  Infobox infobox;
  infobox.name = "infobox";
  infobox.fields = document_.arena->keep(fields);
  infobox.line = line_of(node);
  infobox.end_line = end_line_of(node);
  add({infobox, false}, infobox.line, infobox.end_line);
  mark(infobox.line, infobox.end_line, LineClass::record);
}

void PageBuilder::table(Index node) {
  if (tree_[node].has(Class::infobox)) {
    infobox(node);
    return;
  }
  if (is_layout(node)) {
    layout(node);
    return;
  }
  expand(tree_, node, grid_);
  const Grid& grid = grid_;
  values_.clear();
  const std::uint32_t first = line_of(node);
  const std::uint32_t last = end_line_of(node);
  // Line-ups are tables of no class; elsewhere a picture may be all that a header says.
  writer_.mark_cards_alone(!tree_[node].has(Class::wikitable));
  fill_table(node, grid, first, last);
  writer_.mark_cards_alone(false);
}

void PageBuilder::fill_table(Index node, const Grid& grid, std::uint32_t first,
                             std::uint32_t last) {
  if (grid.size() == 0 || is_bracket(node, grid)) {
    mark(first, last, LineClass::residue);
    return;
  }
  Table out;
  out.line = first;
  out.end_line = last;
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) {
    if (tree_[child].tag != Tag::caption) continue;
    const Lines lines = writer_.lines_of(child);
    if (!lines.empty()) out.caption = lines.front();
    break;
  }
  const auto all_headers = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const GridCell& place) {
      return place.cell == no_node || tree_[place.cell].tag == Tag::header_cell;
    });
  };
  const auto spans_all = [&](std::size_t number) {
    const auto cells = grid.row(number);
    return std::all_of(cells.begin() + 1, cells.end(),
                       [&](const GridCell& place) { return place.cell == cells.front().cell; });
  };
  const std::size_t header = header_row(grid.size(), all_headers, spans_all);
  // Those that span the table below it stand among the rows: a date, a round.
  const std::size_t rows = header + 1;
  out.header = row(grid, header);
  take_titles(out, header, *document_.arena, spans_all,
              [&](std::size_t number) { return row(grid, number); });
  std::vector<Row> body;
  body.reserve(grid.size());
  // What stands between the rows only frames them.
  std::uint32_t framed = first;
  for (std::size_t i = rows; i < grid.size(); ++i) {
    body.push_back(row(grid, i));
    if (body.back().line > framed) mark(framed, body.back().line - 1, LineClass::record);
    framed = std::max(framed, body.back().end_line + 1);
  }
  mark(framed, last, LineClass::record);
  out.rows = document_.arena->keep(body);
  add({out, false}, first, last);
}

}  // namespace acta::wiki::html
