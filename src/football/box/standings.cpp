#include "football/box/standings.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/box/grid.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/templates.hpp"

namespace acta::football {

using words::Kind;

namespace {

// A standing of this place, without rows.
Standing standing_at(const Place& place) {
  Standing standing;
  standing.stage = place.stage.text();
  standing.group = place.group;
  return standing;
}

// Puts the team of a name into a row, its marks behind the row's note.
void set_team(Draft& draft, StandingRow& row, const wiki::Text& name, std::uint32_t line) {
  const Marked marked = draft.marks.split(name);
  const std::size_t team = draft.team(name, marked.name);
  row.team = std::string(marked.name);
  row.team_id = draft.teams[team].id;
  if (!marked.marks.empty()) row.note = row.note ? *row.note + ", " + marked.marks : marked.marks;
  draft.team_record(team, TeamSource::standing, line);
}

// Points of a win, a draw and a defeat.
struct Worth {
  std::int32_t win = 3;
  std::int32_t draw = 1;
  std::int32_t loss = 0;
};

// What follows from the numbers that a row states.
void count(StandingRow& row, const Worth& worth) {
  if (row.won && row.drawn && row.lost) {
    row.played = *row.won + *row.drawn + *row.lost;
    row.points = *row.won * worth.win + *row.drawn * worth.draw + *row.lost * worth.loss +
                 row.adjustment.value_or(0);
  }
  if (row.goals_for && row.goals_against) row.goal_difference = *row.goals_for - *row.goals_against;
}

// The standings module: parameters of a team end in its code.
class StandingsModule {
 public:
  StandingsModule(Draft& draft, const wiki::Template& box, Standing& standing)
      : draft_(draft), box_(box), standing_(standing) {
    worth_.win = signed_in(box, "winpoints").value_or(worth_.win);
    worth_.draw = signed_in(box, "drawpoints").value_or(worth_.draw);
    worth_.loss = signed_in(box, "losspoints").value_or(worth_.loss);
  }

  std::vector<StandingRow> rows() {
    std::vector<StandingRow> rows;
    const std::map<std::int32_t, std::string> codes = numbered_codes();
    for (const auto& [number, code] : codes.empty() ? listed_codes() : codes) {
      rows.push_back(row(number, code));
      rows.back().position = position(number, code);
    }
    return rows;
  }

 private:
  // team1=A, team2=B: a part of a table begins with a higher number.
  std::map<std::int32_t, std::string> numbered_codes() const {
    constexpr std::string_view head = "team";
    std::map<std::int32_t, std::string> codes;
    for (const wiki::Field& field : box_.fields) {
      if (!field.key.starts_with(head) || field.value.empty()) continue;
      if (const MaybeInt number = parse_count(field.key.substr(head.size())))
        codes.emplace(*number, field.first().text);
    }
    return codes;
  }

  // team_order=A, B, C
  std::map<std::int32_t, std::string> listed_codes() const {
    std::map<std::int32_t, std::string> codes;
    std::string order;
    for (const wiki::Field& field : box_.fields) {
      if (order.empty() && field.key == "team_order") order = join_lines(field.value);
    }
    std::size_t begin = 0;
    while (begin < order.size()) {
      const std::size_t end = std::min(order.find_first_of(",;", begin), order.size());
      const std::string_view code = text::trim(std::string_view(order).substr(begin, end - begin));
      if (!code.empty()) codes.emplace(static_cast<std::int32_t>(codes.size()) + 1, code);
      begin = end + 1;
    }
    return codes;
  }

  // "4=" of teams that share a place; a dash for none.
  MaybeInt position(std::int32_t number, const std::string& code) const {
    std::string_view stated = first_of(box_, "pos_" + code).text;
    if (stated.empty()) return number;
    stated = stated.substr(0, text::ascii_digits.find_outside(stated));
    return parse_count(stated);
  }

  wiki::Text name(const std::string& code) {
    wiki::Text name = first_of(box_, "name_" + code);
    if (!name.empty()) return name;
    name.text = draft_.keep(team_behind(box_, code));
    name.line = box_.line;
    name.offset = box_.offset;
    return name;
  }

  // What a table starts with, half the points of a first stage, say, is no result either.
  MaybeInt adjustment(const std::string& code) const {
    MaybeInt adjustment = signed_in(box_, "adjust_points_" + code);
    if (const MaybeInt start = signed_in(box_, "startpoints_" + code))
      adjustment = adjustment.value_or(0) + *start;
    return adjustment;
  }

  std::string text_of(const std::string& key) const {
    for (const wiki::Field& field : box_.fields) {
      if (field.key == key) return join_lines(field.value);
    }
    return {};
  }

  // " (Through to the finals)": what the letters of a status say, where the table explains them.
  std::string explained(std::string_view letters) const {
    std::string meanings;
    for (const char letter : letters) {
      const std::string meaning = text_of(std::string("status_text_") + letter);
      if (!meaning.empty()) meanings += (meanings.empty() ? "" : ", ") + meaning;
    }
    return meanings.empty() ? meanings : " (" + meanings + ")";
  }

  // What the place qualifies for: result3=CL, text_CL=Champions League.
  std::string qualification(std::int32_t place) const {
    const std::string result = text_of(std::string(words::place_result) + std::to_string(place));
    return result.empty() ? result : text_of("text_" + result);
  }

  StandingRow row(std::int32_t number, const std::string& code) {
    const wiki::Text name = this->name(code);
    const wiki::Text won = first_of(box_, "win_" + code);
    const std::uint32_t line = won.line != 0 ? won.line : name.line;
    StandingRow row;
    draft_.locate_row(row, standing_, line);
    const std::string_view status = first_of(box_, "status_" + code).text;
    if (!status.empty()) row.note = std::string(status) + explained(status);
    set_team(draft_, row, name, line);
    for (const std::string& note : {qualification(number), text_of("hth_" + code),
                                    text_of("note_" + code), text_of("note_res_" + code)}) {
      if (!note.empty()) row.note = row.note ? *row.note + "; " + note : note;
    }
    row.won = count_in(box_, "win_" + code);
    row.drawn = count_in(box_, "draw_" + code);
    row.lost = count_in(box_, "loss_" + code);
    row.goals_for = count_in(box_, "gf_" + code);
    row.goals_against = count_in(box_, "ga_" + code);
    row.adjustment = adjustment(code);
    count(row, worth_);
    return row;
  }

  Draft& draft_;
  const wiki::Template& box_;
  Standing& standing_;  // That the rows are of.
  Worth worth_;
};

// The standing that a row of this place goes on with, or a new one.
Standing& standing_of_rows(Draft& draft, const Place& place) {
  std::vector<Standing>& standings = draft.season.standings;
  const bool goes_on = !standings.empty() && standings.back().stage == place.stage.text() &&
                       standings.back().group == place.group &&
                       draft.table_section == place.heading_line;
  if (!goes_on) {
    standings.push_back(standing_at(place));
    draft.table_section = place.heading_line;
  }
  return standings.back();
}

// One row of the older table templates, whose parameters are words of a language.
void read_row(Draft& draft, const wiki::Template& box, const Place& place, words::Language language,
              Worth worth) {
  const Fields fields(box, Kind::row_team, Kind::row_win_points, language);
  if (fields.find(Kind::row_team) == nullptr) {
    refuse_box(draft, box, "a team");
    return;
  }
  StandingRow row;
  set_team(draft, row, fields.first(Kind::row_team), box.line);
  row.position = fields.number(Kind::row_position);
  row.won = fields.number(Kind::row_won);
  row.drawn = fields.number(Kind::row_drawn);
  row.lost = fields.number(Kind::row_lost);
  row.goals_for = fields.number(Kind::row_goals_for);
  row.goals_against = fields.number(Kind::row_goals_against);
  row.adjustment = fields.signed_number(Kind::row_adjustment);
  // "12" and "-12" both mean twelve points less.
  if (const MaybeInt deducted = fields.signed_number(Kind::row_deducted))
    row.adjustment = row.adjustment.value_or(0) - std::abs(*deducted);
  worth.win = fields.number(Kind::row_win_points).value_or(worth.win);
  count(row, worth);
  Standing& standing = standing_of_rows(draft, place);
  draft.locate_row(row, standing, box.line);
  claim_box(draft, box, "standings template",
            {RecordKind::standings, draft.season.standings.size() - 1});
  standing.rows.push_back(std::move(row));
}

}  // namespace

void read_standings_module(Draft& draft, const wiki::Template& box, const Place& place) {
  Standing standing = standing_at(place);
  standing.rows = StandingsModule(draft, box, standing).rows();
  claim_box(draft, box, "standings template",
            {RecordKind::standings, draft.season.standings.size()});
  for (const wiki::Field& field : box.fields) {
    if (field.key == "class_rules" && !field.value.empty())
      draft.add_rules(join_lines(field.value), field.value.front().line);
  }
  if (!standing.rows.empty()) draft.season.standings.push_back(std::move(standing));
  if (words::exact(Kind::yes, first_of(box, "show_matches").text)) read_results(draft, box, place);
}

void read_english_row(Draft& draft, const wiki::Template& box, const Place& place) {
  read_row(draft, box, place, words::Language::english, {});
}

void read_english_row_of_two(Draft& draft, const wiki::Template& box, const Place& place) {
  read_row(draft, box, place, words::Language::english, {.win = 2});
}

void read_spanish_row(Draft& draft, const wiki::Template& box, const Place& place) {
  read_row(draft, box, place, words::Language::spanish, {});
}

}  // namespace acta::football
