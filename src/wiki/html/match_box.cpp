/// Match boxes of HTML as the template calls that made them.
///
/// What a box shows is cut back into the parameters of {{football box}}, so that whoever reads
/// boxes need not know where they come from.  Two families are known: the box whose parts have
/// classes (fdate, fhome, fscore ...), and the table of two rows (date, side, score, side, venue;
/// time, goals, report, goals, officials), which the folded boxes, the older ones and the Spanish
/// ones share.

#include <algorithm>
#include <array>
#include <optional>

#include "text/blanks.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "wiki/html/page.hpp"
#include "words/words.hpp"

namespace acta::wiki::html {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a cell shows the score of a match, or that there is none yet: "2–1", "2:1 (1:0)", "v".
bool is_score(std::string_view text) {
  if (text == ":" || text::is_dash(text) ||
      words::exact(words::Kind::versus, words::Kind::versus_letter, text) || text == "x")
    return true;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 2) return false;
  at += text::blanks_before(text.substr(at));
  const std::string_view rest = text.substr(at);
  const std::size_t mark = rest.starts_with(':') ? 1 : text::dash_bytes(rest);
  if (mark == 0) return false;
  at += mark;
  at += text::blanks_before(text.substr(at));
  return at < text.size() && is_digit(text[at]);
}

/// The parameter of a match box that a label is about; empty for what no record holds, nothing for
/// what is no label.
std::optional<std::string_view> field_of_label(std::string_view label) {
  using words::Kind;
  if (const words::Found venue = words::exact(Kind::venue_stadium, Kind::venue_referee, label)) {
    if (venue.kind == Kind::venue_stadium) return "stadium";
    if (venue.kind == Kind::venue_attendance) return "attendance";
    if (venue.kind == Kind::venue_referee) return "referee";
  }
  const bool is_other =
      words::longest(Kind::officials_head, label) || words::exact(Kind::header_remark, label);
  return is_other ? std::optional<std::string_view>(std::string_view()) : std::nullopt;
}

}  // namespace

bool PageBuilder::is_match_box(Index node) const {
  const Node& at = tree_[node];
  if (at.tag == Tag::text) return false;
  if (at.has(Class::football_box)) return true;
  return at.tag == Tag::table && at.has(Class::event) && !at.has(Class::infobox) &&
         !at.has(Class::wikitable);
}

void PageBuilder::field(std::string_view key, Lines value, Index node) {
  if (value.empty()) return;
  Field& field = fields_.emplace_back();
  field.key = key;
  field.value = value;
  field.offset = tree_[node].begin;
  field.line = value.front().line;
  field.end_line = value.back().line;
}

void PageBuilder::box_field(std::string_view key, Index node) {
  if (node != no_node) field(key, writer_.lines_of_cell(node), node);
}

// Where it was played and who saw it, a line each: what has no label is the place.
void PageBuilder::venue(const Lines& lines) {
  std::vector<Text> place;
  bool labelled = false;
  for (const Text& line : lines) {
    const std::size_t colon = line.text.find(':');
    const auto known =
        colon == std::string_view::npos ? std::nullopt : field_of_label(line.text.substr(0, colon));
    if (!known) {
      if (!labelled) place.push_back(line);
      continue;
    }
    labelled = true;
    if (known->empty()) continue;
    std::size_t begin = colon + 1;
    begin += text::blanks_before(line.text.substr(begin));
    if (begin == line.text.size()) continue;
    Text value = line;
    value.text = line.text.substr(begin);
    std::vector<Link> links;
    for (Link link : line.links) {
      if (link.begin < begin) continue;
      link.begin -= static_cast<std::uint32_t>(begin);
      link.end -= static_cast<std::uint32_t>(begin);
      links.push_back(link);
    }
    value.links = document_.arena->keep(links);
    Field& made = fields_.emplace_back();
    made.key = *known;
    made.value = document_.arena->keep_one(value);
    made.line = made.end_line = value.line;
    made.offset = value.offset;
  }
  if (place.empty()) return;
  Field& made = fields_.emplace_back();
  made.key = "place";
  made.value = document_.arena->keep(place);
  made.line = place.front().line;
  made.end_line = place.back().line;
  made.offset = place.front().offset;
}

// A row of a box with classes: goals, then, below a row that says so, the kicks of a shoot-out.
void PageBuilder::goal_rows(Index table) {
  Grid grid;
  expand(tree_, table, grid);
  bool goals_seen = false;
  for (const Index row : grid.rows) {
    Index home = no_node;
    Index away = no_node;
    Index between = no_node;
    for (Index cell = row + 1; cell < tree_[row].next; cell = tree_[cell].next) {
      if (tree_[cell].tag == Tag::text) continue;
      if (tree_.has_class(cell, "fhgoal")) {
        home = cell;
      } else if (tree_.has_class(cell, "fagoal")) {
        away = cell;
      } else if (home != no_node && away == no_node) {
        between = cell;
      }
    }
    if (home == no_node || away == no_node) continue;
    writer_.mark_cards(true);
    box_field(goals_seen ? "penalties1" : "goals1", home);
    box_field(goals_seen ? "penalties2" : "goals2", away);
    writer_.mark_cards(false);
    if (goals_seen && between != no_node) box_field("penaltyscore", between);
    goals_seen = true;
  }
}

void PageBuilder::classed_box(Index node) {
  box_field("date", tree_.find_class(node, "fdate"));
  box_field("time", tree_.find_class(node, "ftime"));
  box_field("round", tree_.find_class(node, "frnd"));
  box_field("team1", tree_.find_class(node, "fhome"));
  box_field("score", tree_.find_class(node, "fscore"));
  box_field("team2", tree_.find_class(node, "faway"));
  Index table = node;
  while (table < tree_[node].next && tree_[table].tag != Tag::table) ++table;
  if (table < tree_[node].next) goal_rows(table);
  for (const std::string_view name : {"fright", "flocation"}) {
    const Index place = tree_.find_class(node, name);
    if (place == no_node) continue;
    venue(writer_.lines_of(place));
    break;
  }
}

// Returns false when the table holds no match after all.
bool PageBuilder::event_table(Index node) {
  Grid grid;
  expand(tree_, node, grid);
  values_.clear();
  const auto text_at = [&](std::span<const GridCell> cells, std::size_t column) {
    const Lines lines = cell_lines(grid, cells[column]);
    return lines.empty() ? std::string_view{} : lines.front().text;
  };
  // The first row with a score between two filled cells.
  std::size_t home = 0;
  std::size_t score = 0;
  std::size_t away = 0;
  std::size_t number = 0;
  for (; number < grid.size() && score == 0; ++number) {
    const auto cells = grid.row(number);
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
      if (cells[i].repeated || !is_score(text_at(cells, i))) continue;
      std::size_t before = i;
      while (before > 0 && text_at(cells, before - 1).empty()) --before;
      std::size_t behind = i + 1;
      while (behind < cells.size() && text_at(cells, behind).empty()) ++behind;
      if (before == 0 || behind == cells.size()) continue;
      home = before - 1;
      score = i;
      away = behind;
      break;
    }
  }
  if (score == 0) return false;
  const auto main = grid.row(number - 1);
  const Index first_cell = main[0].cell;
  if (home > 0 && first_cell != no_node && first_cell != main[home].cell) {
    // The round stands beside the day in small letters.
    Index round = no_node;
    for (Index child = first_cell + 1; child < tree_[first_cell].next; child = tree_[child].next) {
      if (tree_[child].tag == Tag::small) round = child;
    }
    std::vector<Text> lines;
    const Lines before =
        writer_.lines_of(first_cell + 1, round == no_node ? tree_[first_cell].next : round);
    lines.assign(before.begin(), before.end());
    if (round != no_node) {
      const Lines behind = writer_.lines_of(tree_[round].next, tree_[first_cell].next);
      lines.insert(lines.end(), behind.begin(), behind.end());
      box_field("round", round);
    }
    if (!lines.empty()) field("date", document_.arena->keep_one(lines.front()), first_cell);
    if (lines.size() > 1) field("time", document_.arena->keep_one(lines[1]), first_cell);
  }
  field("team1", cell_lines(grid, main[home]), main[home].cell);
  field("team2", cell_lines(grid, main[away]), main[away].cell);
  // Below the score stands that of both legs.
  std::vector<Text> score_lines;
  for (const Text& line : cell_lines(grid, main[score])) {
    const bool is_sum = words::contains(words::Kind::aggregate, line.text).bytes != 0;
    if (!is_sum) {
      score_lines.push_back(line);
      continue;
    }
    Text sum = line;
    sum.links = {};
    const std::size_t digit = sum.text.find_first_of("0123456789");
    if (digit == std::string_view::npos) continue;
    const std::size_t end = sum.text.find_first_of(" )", digit);
    sum.text = sum.text.substr(digit, end - digit);
    field("aggregatescore", document_.arena->keep_one(sum), main[score].cell);
  }
  field("score", document_.arena->keep(score_lines), main[score].cell);
  std::vector<Text> place;
  bool has_location = false;
  const auto add_place = [&](const GridCell& cell) {
    if (cell.cell == no_node) return;
    const Lines lines = cell_lines(grid, cell);
    place.insert(place.end(), lines.begin(), lines.end());
    has_location |= tree_.find_class(cell.cell, "location") != no_node;
  };
  for (std::size_t i = away + 1; i < main.size(); ++i) {
    if (!main[i].repeated) add_place(main[i]);
  }
  bool kicks_follow = false;
  bool goals_seen = false;
  bool time_seen = std::any_of(fields_.begin(), fields_.end(),
                               [](const Field& one) { return one.key == "time"; });
  for (; number < grid.size(); ++number) {
    const auto cells = grid.row(number);
    if (cells.size() <= away) continue;
    if (cells[home].cell == cells[away].cell) {
      // "Penalties" above the kicks; what spans the whole box is a note.
      kicks_follow = cells[home].cell != cells[0].cell || home == 0;
      continue;
    }
    if (cells[home].repeated && cells[away].repeated) continue;
    writer_.mark_cards(true);
    if (kicks_follow || goals_seen) {
      box_field("penalties1", cells[home].cell);
      box_field("penalties2", cells[away].cell);
      writer_.mark_cards(false);
      if (cells[score].cell != no_node && is_score(text_at(cells, score)))
        box_field("penaltyscore", cells[score].cell);
    } else {
      goals_seen = true;
      box_field("goals1", cells[home].cell);
      box_field("goals2", cells[away].cell);
      writer_.mark_cards(false);
      if (home > 0 && !cells[0].repeated && !time_seen) {
        time_seen = true;
        field("time", cell_lines(grid, cells[0]), node);
      }
    }
    for (std::size_t i = away + 1; i < cells.size(); ++i) {
      if (!cells[i].repeated) add_place(cells[i]);
    }
  }
  venue(document_.arena->keep(place));
  // An English folded box marks the stadium; the place alone is a city.
  const bool marks_sides =
      main[home].cell != no_node && tree_[main[home].cell].has(Class::attendee);
  if (marks_sides && !has_location) {
    for (Field& one : fields_) {
      if (one.key == "place") one.key = "location";
    }
  }
  return true;
}

void PageBuilder::match_box(Index node) {
  fields_.clear();
  if (tree_.find_class(node, "fhome") != no_node) {
    classed_box(node);
  } else {
    Index table = node;
    while (table < tree_[node].next && tree_[table].tag != Tag::table) ++table;
    if (table == tree_[node].next || !event_table(table)) {
      // No match after all: what stands in it is the page's.
      fields_.clear();
      walk_children(node);
      return;
    }
  }
  finish_box(node);
}

void PageBuilder::finish_box(Index node) {
  const bool has_stadium = std::any_of(fields_.begin(), fields_.end(),
                                       [](const Field& one) { return one.key == "stadium"; });
  for (Field& one : fields_) {
    if (one.key == "place") one.key = has_stadium ? "location" : "stadium";
  }
  Template box;
  box.name = "football box";
  box.fields = document_.arena->keep(fields_);
  box.line = line_of(node);
  box.end_line = end_line_of(node);
  box.offset = tree_[node].begin;
  add({box, false}, box.line, box.end_line);
}

}  // namespace acta::wiki::html
