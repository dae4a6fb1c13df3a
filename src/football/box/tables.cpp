/// Standings, results grids and a match's infobox as template calls.

#include <algorithm>

#include "football/box/box.hpp"
#include "football/draft/match.hpp"
#include "football/phrase/count.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

// A team's code in a module: its name is given, or it is a nation's.
namespace {

// A count below zero is none.
MaybeInt natural(MaybeInt value) { return value && *value < 0 ? std::nullopt : value; }

}  // namespace

std::string BoxReader::team_name(const std::string& code) const {
  std::string name(first_of(box_, "name_" + code).text);
  if (name.empty()) {
    const words::Country* country = words::country_by_code(code);
    name = country != nullptr ? std::string(country->english) : code;
  }
  return name;
}

void BoxReader::sports_table() {
  Standing standing;
  standing.stage = place_.stage.text();
  standing.group = place_.group;
  const MaybeInt win_points = count_in(box_, "winpoints");
  const MaybeInt draw_points = count_in(box_, "drawpoints");
  const MaybeInt loss_points = count_in(box_, "losspoints");
  std::vector<std::string> codes;
  for (int i = 1; i < 200; ++i) {
    const std::string code(first_of(box_, "team" + std::to_string(i)).text);
    if (code.empty()) break;
    codes.push_back(code);
  }
  if (codes.empty()) {
    // {{...|team_order=A, B, C}}
    std::string order = text_of(box_, {"team_order"});
    std::size_t begin = 0;
    while (begin < order.size()) {
      const std::size_t end = std::min(order.find_first_of(",;", begin), order.size());
      const std::string_view code = text::trim(std::string_view(order).substr(begin, end - begin));
      if (!code.empty()) codes.emplace_back(code);
      begin = end + 1;
    }
  }
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string& code = codes[i];
    wiki::Text name = first_of(box_, "name_" + code);
    if (name.empty()) {
      name = {};
      name.text = draft_.keep(team_name(code));
      name.line = box_.line;
      name.offset = box_.offset;
    }
    StandingRow row;
    row.line =
        first_of(box_, "win_" + code).line != 0 ? first_of(box_, "win_" + code).line : name.line;
    const Marked marked = split_marks(name.text);
    const std::size_t team = draft_.team(name, marked.name);
    row.team = std::string(marked.name);
    row.team_id = draft_.teams[team].id;
    row.position = static_cast<std::int32_t>(i + 1);
    row.won = natural(count_in(box_, "win_" + code));
    row.drawn = natural(count_in(box_, "draw_" + code));
    row.lost = natural(count_in(box_, "loss_" + code));
    row.goals_for = natural(count_in(box_, "gf_" + code));
    row.goals_against = natural(count_in(box_, "ga_" + code));
    // What a table starts with, half the points of a first stage, say, is no result either.
    const MaybeInt start = count_in(box_, "startpoints_" + code);
    row.adjustment = count_in(box_, "adjust_points_" + code);
    if (start) row.adjustment = row.adjustment.value_or(0) + *start;
    if (row.won && row.drawn && row.lost) {
      row.played = *row.won + *row.drawn + *row.lost;
      row.points = *row.won * win_points.value_or(3) + *row.drawn * draw_points.value_or(1) +
                   *row.lost * loss_points.value_or(0) + row.adjustment.value_or(0);
    }
    if (row.goals_for && row.goals_against)
      row.goal_difference = *row.goals_for - *row.goals_against;
    const std::string_view status = first_of(box_, "status_" + code).text;
    if (!status.empty()) row.note = std::string(status);
    if (!marked.marks.empty()) row.note = row.note ? *row.note + ", " + marked.marks : marked.marks;
    draft_.team_record(team, TeamSource::standing, row.line);
    standing.rows.push_back(std::move(row));
  }
  claim("standings template", {RecordKind::standings, draft_.season.standings.size()});
  if (!standing.rows.empty()) draft_.season.standings.push_back(std::move(standing));
  const std::string shown = text::fold(text_of(box_, {"show_matches"}));
  if (shown == "true" || shown == "yes" || shown == "y" || shown == "1") grid_results();
}

// {{#invoke:sports results|main|team1=A|...|match_A_B=2–1}}
void BoxReader::sports_results() {
  grid_results();
  draft_.readings.claim(box_.line, box_.end_line, LineClass::record, "results grid");
}

// match_A_B=2–1: A at home to B.
void BoxReader::grid_results() {
  for (const wiki::Field& field : box_.fields) {
    constexpr std::string_view head = "match_";
    if (field.key.substr(0, head.size()) != head || field.value.empty() ||
        field.key == "match_col_width")
      continue;
    // A code may hold "_" itself: the first cut that gives two teams of the table.
    const std::string pair(field.key.substr(head.size()));
    std::string home;
    std::string away;
    for (std::size_t cut = pair.find('_'); cut != std::string::npos;
         cut = pair.find('_', cut + 1)) {
      home = pair.substr(0, cut);
      away = pair.substr(cut + 1);
      if (!first_of(box_, "name_" + home).empty() && !first_of(box_, "name_" + away).empty()) break;
    }
    if (home.empty() || away.empty()) continue;
    const wiki::Text score = field.first();
    if (score.text == "null") continue;
    const auto parsed = grid_score(draft_, score);
    if (!parsed) continue;
    GridResult result;
    result.place = place_;
    result.home = first_of(box_, "name_" + home);
    result.away = first_of(box_, "name_" + away);
    for (auto [name, code] : {std::pair{&result.home, &home}, std::pair{&result.away, &away}}) {
      name->text = split_marks(name->text).name;
      if (!name->empty()) continue;
      name->text = draft_.keep(team_name(*code));
      name->offset = field.offset;
    }
    result.home.line = score.line;
    result.score = *parsed;
    result.home_team = draft_.team(result.home, result.home.text);
    result.away_team = draft_.team(result.away, result.away.text);
    draft_.grid_results.push_back(std::move(result));
  }
}

// {{fb r header|A|B}}, {{fb r team|t=A}} and a {{fb r|gf=1|ga=2}} for each column, at home to it.
void BoxReader::old_grid() {
  std::vector<OldGrid>& grids = draft_.old_grids;
  if (box_.name == "fb r header") {
    OldGrid grid;
    for (const wiki::Field& field : box_.fields) {
      if (parse_count(field.key) && !field.value.empty()) grid.columns.push_back(field.first());
    }
    grids.push_back(std::move(grid));
    claim("results grid");
    return;
  }
  const wiki::Field* team = field_of(box_, {"t", "team"});
  if (grids.empty() || (box_.name == "fb r team" ? team == nullptr : grids.back().rows.empty())) {
    refuse("a grid's header and the team of the row before it");
    return;
  }
  OldGrid& grid = grids.back();
  claim("results grid");
  if (box_.name == "fb r team") {
    grid.rows.push_back(team->first());
    grid.cells.emplace_back();
    return;
  }
  GridResult result;
  result.place = place_;
  result.home.line = box_.line;
  const MaybeInt home = natural(count_in(box_, "gf"));
  const MaybeInt away = natural(count_in(box_, "ga"));
  if (home && away) result.score.score = Pair{*home, *away};
  grid.cells.back().push_back(std::move(result));
}

// One row of the older table templates.
void BoxReader::old_table(bool spanish) {
  const wiki::Field* name =
      spanish ? field_of(box_, {"eq", "equipo"}) : field_of(box_, {"t", "team"});
  if (name == nullptr) {
    refuse("a team");
    return;
  }
  const auto signed_number = [&](Keys keys) -> MaybeInt {
    const wiki::Field* field = field_of(box_, keys);
    return field == nullptr ? std::nullopt : parse_signed(field->first().text);
  };
  const auto number = [&](Keys keys) { return natural(signed_number(keys)); };
  StandingRow row;
  const wiki::Text text = name->first();
  const Marked marked = split_marks(text.text);
  const std::size_t team = draft_.team(text, marked.name);
  row.team = std::string(marked.name);
  row.team_id = draft_.teams[team].id;
  if (!marked.marks.empty()) row.note = marked.marks;
  row.position = spanish ? number({"pos"}) : number({"p"});
  row.won = spanish ? number({"g"}) : number({"w"});
  row.drawn = spanish ? number({"e"}) : number({"d"});
  row.lost = spanish ? number({"p"}) : number({"l"});
  row.goals_for = number({"gf"});
  row.goals_against = spanish ? number({"gc"}) : number({"ga"});
  row.adjustment = spanish ? signed_number({"pb"}) : signed_number({"bp"});
  const MaybeInt deducted = spanish ? std::nullopt : number({"dp"});
  if (deducted) row.adjustment = row.adjustment.value_or(0) - *deducted;
  if (row.won && row.drawn && row.lost) {
    const MaybeInt win = spanish ? number({"pv"}) : number({"wpts"});
    row.played = *row.won + *row.drawn + *row.lost;
    row.points = *row.won * win.value_or(3) + *row.drawn + row.adjustment.value_or(0);
  }
  if (row.goals_for && row.goals_against) row.goal_difference = *row.goals_for - *row.goals_against;
  row.line = box_.line;
  draft_.team_record(team, TeamSource::standing, row.line);
  std::vector<Standing>& standings = draft_.season.standings;
  const bool goes_on = !standings.empty() && standings.back().stage == place_.stage.text() &&
                       standings.back().group == place_.group &&
                       draft_.table_section == place_.heading_line;
  if (!goes_on) {
    Standing standing;
    standing.stage = place_.stage.text();
    standing.group = place_.group;
    standings.push_back(std::move(standing));
    draft_.table_section = place_.heading_line;
  }
  claim("standings template", {RecordKind::standings, standings.size() - 1});
  standings.back().rows.push_back(std::move(row));
}

// {{Infobox football match}}: the goals of each side are fields of their own.
void BoxReader::infobox_match() {
  wiki::Text home;
  wiki::Text away;
  if (!sides(home, away)) return;
  const std::size_t index = draft_.add_match(place_, {home, away}, box_.line, box_.end_line);
  Match& record = draft_.matches[index].record;
  const auto one = parse_count(text_of(box_, {"team1score"}));
  const auto two = parse_count(text_of(box_, {"team2score"}));
  MatchLine line;
  if (one && two) line.score = Pair{*one, *two};
  // "After extra time<br />Aldea won 4–3 on penalties"
  const std::string details = text::fold(text_of(box_, {"details"}));
  line.extra_time =
      details.find("extra time") != std::string::npos || details.find("a.e.t") != std::string::npos;
  apply_score(line, draft_.matches[index]);
  penalties(record);
  date(record);
  venue(record);
}

void read_match_infobox(Draft& draft, const wiki::Infobox& infobox) {
  wiki::Template box;
  box.name = "football box";
  box.fields = infobox.fields;
  box.line = infobox.line;
  box.end_line = infobox.end_line;
  const Place place;
  BoxReader(draft, box, place).infobox_match();
}

}  // namespace acta::football
