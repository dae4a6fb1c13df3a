/// Ties as template calls: rows of legs, series, brackets.

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <map>
#include <utility>

#include "football/box/box.hpp"
#include "football/phrase/count.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

bool is_placeholder(std::string_view name) {
  if (is_open(name)) return true;
  // "1. Winner B" of a numbered list
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  if (digits > 0 && name.substr(digits).starts_with(". ")) name.remove_prefix(digits + 2);
  const std::string folded = text::fold(name);
  constexpr auto heads =
      std::to_array<std::string_view>({"winner", "loser", "runner-up ", "tbd", "to be d", "ganador",
                                       "perdedor", "por def", "a definir", "bye", "libre"});
  if (std::any_of(heads.begin(), heads.end(),
                  [&](std::string_view head) { return folded.starts_with(head); }))
    return true;
  return folded.ends_with(" winner") || folded.ends_with(" winners") || folded.ends_with(" loser");
}

namespace {

/// A side without the marks of how it won: "Brazil (a.e.t.)".
wiki::Text without_decision(wiki::Text text, bool& extra_time) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"(a.e.t.)", "(aet)", "(p)", "(p.)", "(pen.)", "(pen)", "(a)", "(w/o)", "(pr\xC3\xB3rr.)"});
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (!text.text.ends_with(mark)) continue;
      extra_time |= mark == "(a.e.t.)" || mark == "(aet)" || mark == "(pr\xC3\xB3rr.)";
      text.text = text::trim(text.text.substr(0, text.text.size() - mark.size()));
      found = true;
    }
  }
  return text;
}

/// One side's goals, and its kicks in brackets: "1 (3)".
struct SideScore {
  std::int32_t goals = 0;
  MaybeInt kicks;
};

std::optional<SideScore> parse_side(std::string_view text) {
  SideScore score;
  const char* const end = text.data() + text.size();
  const auto goals = std::from_chars(text.data(), end, score.goals);
  if (goals.ec != std::errc() || score.goals < 0 || score.goals > 99) return std::nullopt;
  std::string_view rest =
      text::trim(std::string_view(goals.ptr, static_cast<std::size_t>(end - goals.ptr)));
  if (rest.empty() || rest == "*") return score;
  if (rest.front() != '(' || rest.back() != ')') return std::nullopt;
  rest = rest.substr(1, rest.size() - 2);
  if (rest.ends_with("p") || rest.ends_with("p."))
    rest = text::trim(rest.substr(0, rest.find('p')));
  score.kicks = parse_count(rest);
  return score;
}

}  // namespace

// A row of two legs is written from the first side's view; where the matches are listed too, it is
// a second witness of them.
void BoxReader::tie_row(std::span<const wiki::Text> cells, bool two) {
  TieRow tie;
  tie.place = place_;
  tie.home = cells[0];
  tie.away = cells[3];
  tie.line = cells[0].line;
  tie.end_line = cells[0].line;
  if (is_placeholder(tie.home.text) || is_placeholder(tie.away.text)) return;
  const auto score = [&](const wiki::Text& cell) -> std::optional<MatchLine> {
    if (is_open(cell.text) || cell.text == "bye") return std::nullopt;
    // A leg to come shows its day.
    if (auto parsed = parse_score(cell.text); parsed || parse_date_prefix(cell.text)) return parsed;
    return read_score(draft_, cell, cell.text);
  };
  const wiki::Text& total = cells[2];
  tie.one_match = !two;
  if (two) {
    tie.first = score(cells[5]);
    tie.second = score(cells[6]);
    // A tie to come has its number here.
    std::string_view sum = total.text;
    tie.away_goals = cut_away_goals(sum);
    if (!is_open(sum)) tie.aggregate = parse_score(sum);
  } else {
    tie.aggregate = score(total);
  }
  draft_.tie_rows.push_back(std::move(tie));
}

// {{TwoLegResult|team1|cc1|agg|team2|cc2|leg1|leg2}} and
// {{OneLegResult|team1|cc1|score|team2|cc2}}.
void BoxReader::legs(bool two) {
  std::array<wiki::Text, 7> cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_score = i == 2 || i > 4;
    const std::string key = std::to_string(i + 1);
    cells[i] = first_of(box_, key);
    for (const wiki::Field& field : box_.fields) {
      if (is_score && field.key == key) cells[i] = joined(draft_, field.value);
    }
  }
  if (cells[0].empty() || cells[3].empty()) {
    refuse("two teams");
    return;
  }
  cells[0].line = box_.line;
  tie_row(cells, two && !(cells[5].empty() && cells[6].empty()));
  claim(two ? Label("two legs") : Label("one leg"));
}

// {{#invoke:sports series|main|team1|cc1|agg|team2|cc2|leg1|leg2|team1|...}}
void BoxReader::series() {
  const MaybeInt legs = count_in(box_, "legs");
  const bool two = !legs || *legs != 1;
  const std::size_t width = two ? 7 : 5;
  std::vector<wiki::Text> cells;
  for (const wiki::Field& field : box_.fields) {
    if (!parse_count(field.key)) continue;
    const std::size_t at = cells.size() % width;
    wiki::Text cell = at == 2 || at > 4 ? joined(draft_, field.value) : field.first();
    cell.line = field.line;
    cell.offset = cell.empty() ? field.offset : cell.offset;
    cells.push_back(cell);
  }
  while (cells.size() % width != 0 && !cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty() || cells.size() % width != 0) {
    refuse("rows of " + std::to_string(width) + " values");
    return;
  }
  for (std::size_t at = 0; at < cells.size(); at += width)
    tie_row(std::span(cells).subspan(at, width), two);
  claim("series");
}

Place BoxReader::bracket_place(std::size_t round, std::size_t rounds, bool third) const {
  Place place = place_;
  place.leg = std::nullopt;
  place.date = std::nullopt;
  place.fallback_round = std::nullopt;
  const std::string key = "RD" + std::to_string(round);
  std::string label(third ? first_of(box_, "Consol").text : first_of(box_, key).text);
  if (third && label.empty()) label = std::string(first_of(box_, key + "b").text);
  if (label.empty()) {
    // What the template shows by itself.
    const bool spanish = draft_.language == words::Language::spanish;
    constexpr auto english_names = std::to_array<std::string_view>(
        {"Final", "Semi-finals", "Quarter-finals", "Round of 16", "Round of 32", "Round of 64"});
    constexpr auto spanish_names = std::to_array<std::string_view>(
        {"Final", "Semifinales", "Cuartos de final", "Octavos de final", "Dieciseisavos de final",
         "Treintaidosavos de final"});
    const std::size_t from_end = rounds - round;
    if (third) {
      label = spanish ? "Tercer lugar" : "Third place";
    } else if (from_end < english_names.size()) {
      label = spanish ? spanish_names[from_end] : english_names[from_end];
    }
  }
  const Heading heading = classify_heading(label);
  place.round = label.empty() ? std::nullopt : MaybeText(label);
  place.has_kind = heading.kind.has_value();
  place.kind = third ? RoundKind::third_place : heading.kind.value_or(RoundKind::other);
  place.ordinal = heading.ordinal;
  place.line = box_.line;
  return place;
}

void BoxReader::bracket_tie(BracketTie tie, const wiki::Text& home, const wiki::Text& away,
                            const std::vector<wiki::Text>& home_scores,
                            const std::vector<wiki::Text>& away_scores) {
  tie.home = without_decision(home, tie.extra_time);
  tie.away = without_decision(away, tie.extra_time);
  if (is_placeholder(tie.home.text) || is_placeholder(tie.away.text)) return;
  for (std::size_t i = 0; i < home_scores.size(); ++i) {
    if (is_open(home_scores[i].text) && is_open(away_scores[i].text)) continue;
    const auto one = parse_side(home_scores[i].text);
    const auto two = parse_side(away_scores[i].text);
    if (!one || !two) {
      // "w/o" beside either side; else a pair of days.
      for (const wiki::Text& cell : {home_scores[i], away_scores[i]}) {
        if (const auto mark = parse_score(cell.text); mark && mark->status)
          tie.status = mark->status;
      }
      continue;
    }
    tie.scores.push_back({one->goals, two->goals});
    if (one->kicks && two->kicks) tie.penalties = Pair{*one->kicks, *two->kicks};
  }
  if (tie.scores.empty() && !tie.status) return;  // Not played yet.
  draft_.readings.claim(tie.line, tie.line, wiki::LineClass::record, "bracket");
  draft_.bracket_ties.push_back(std::move(tie));
}

// {{RoundN}} and its like: day and place, side, goals, side, goals, and so on through the rounds;
// the match for third place comes last.
void BoxReader::bracket_rounds() {
  std::vector<const wiki::Field*> cells;
  for (const wiki::Field& field : box_.fields) {
    if (parse_count(field.key)) cells.push_back(&field);
  }
  const MaybeInt boxes = count_in(box_, "score-boxes");
  const std::size_t width = 3 + 2 * static_cast<std::size_t>(std::clamp(boxes.value_or(1), 1, 9));
  while (!cells.empty() && cells.size() % width != 0 && cells.back()->first().empty())
    cells.pop_back();
  const std::size_t ties = cells.size() / width;
  const bool third = std::has_single_bit(ties) && ties > 1;
  if (cells.size() % width != 0 || ties == 0 || !std::has_single_bit(third ? ties : ties + 1)) {
    refuse("day and place, side, goals, side, goals for every match of the rounds");
    return;
  }
  const auto rounds = static_cast<std::size_t>(std::bit_width(third ? ties - 1 : ties));
  for (std::size_t i = 0; i < ties; ++i) {
    const auto cell = [&](std::size_t at) { return cells[i * width + at]->first(); };
    const bool is_third = third && i + 1 == ties;
    // Half of the ties are in the first round, half of the rest in the second.
    const std::size_t left = (std::size_t{1} << rounds) - 1 - i;
    const std::size_t round =
        is_third ? rounds : rounds - static_cast<std::size_t>(std::bit_width(left)) + 1;
    BracketTie tie;
    tie.place = bracket_place(round, rounds, is_third);
    tie.line = cells[i * width + 1]->line;
    const wiki::Text when = cell(0);
    if (const auto date = parse_date_prefix(when.text)) {
      tie.date = date;
      std::string_view place = text::trim(when.text.substr(date->length));
      for (const std::string_view dash : {"\xE2\x80\x93", "-", "\xE2\x80\x94", ","}) {
        if (place.starts_with(dash)) place = text::trim(place.substr(dash.size()));
      }
      tie.city = std::string(text::trim(place.substr(0, place.find('('))));
    }
    std::vector<wiki::Text> home_scores;
    std::vector<wiki::Text> away_scores;
    const std::size_t half = (width - 1) / 2;
    for (std::size_t at = 2; at <= half; ++at) home_scores.push_back(cell(at));
    for (std::size_t at = half + 2; at < width; ++at) away_scores.push_back(cell(at));
    bracket_tie(std::move(tie), cell(1), cell(half + 1), home_scores, away_scores);
  }
}

// {{4TeamBracket}}, {{Copa de 8 equipos}}: RD1-team1, RD1-score1, RD1-goles01ida ...
void BoxReader::bracket_keys() {
  struct Slot {
    wiki::Text team;
    std::map<std::string, wiki::Text, std::less<>> scores;
  };

  std::map<std::pair<std::size_t, bool>, std::map<std::size_t, Slot>> rounds;
  for (const wiki::Field& field : box_.fields) {
    // RD<round>[b]-<what><slot>[<leg>]
    std::string_view key = field.key;
    if (!key.starts_with("RD") && !key.starts_with("rd")) continue;
    key.remove_prefix(2);
    const auto number = [&]() -> std::size_t {
      std::size_t value = 0;
      const auto read = std::from_chars(key.data(), key.data() + key.size(), value);
      key.remove_prefix(static_cast<std::size_t>(read.ptr - key.data()));
      return read.ec == std::errc() ? value : 0;
    };
    const std::size_t round = number();
    const bool third = key.starts_with("b");
    if (third) key.remove_prefix(1);
    if (round == 0 || round > 12 || !key.starts_with("-")) continue;
    key.remove_prefix(1);
    for (const std::string_view what : {"team", "equipo", "score", "goles"}) {
      if (!key.starts_with(what)) continue;
      key.remove_prefix(what.size());
      const std::size_t place = number();
      if (place == 0) break;
      Slot& slot = rounds[{round, third}][place];
      wiki::Text text = field.first();
      if (text.line == 0) text.line = field.line;
      if (what == "team" || what == "equipo") {
        if (key.empty()) slot.team = text;
      } else {
        slot.scores[std::string(key)] = text;
      }
      break;
    }
  }
  std::size_t last = 0;
  for (const auto& [round, slots] : rounds) last = std::max(last, round.first);
  for (const auto& [round, slots] : rounds) {
    for (auto one = slots.begin(); one != slots.end(); ++one) {
      const auto two = slots.find(one->first + 1);
      if (one->first % 2 == 0 || two == slots.end()) continue;
      if (one->second.team.empty() || two->second.team.empty()) continue;
      BracketTie tie;
      tie.place = bracket_place(round.first, last, round.second);
      tie.line = one->second.team.line;
      std::vector<wiki::Text> home_scores;
      std::vector<wiki::Text> away_scores;
      const auto add = [&](std::string_view key) {
        const auto home = one->second.scores.find(key);
        const auto away = two->second.scores.find(key);
        if (home == one->second.scores.end() || away == two->second.scores.end()) return false;
        home_scores.push_back(home->second);
        away_scores.push_back(away->second);
        return true;
      };
      if (add("-1") || add("ida")) {
        if (!add("-2")) add("vuelta");
      } else if (!add("")) {
        tie.is_sum = add("-agg");
      }
      bracket_tie(std::move(tie), one->second.team, two->second.team, home_scores, away_scores);
    }
  }
}

void BoxReader::bracket() {
  const bool keyed = std::any_of(box_.fields.begin(), box_.fields.end(), [](const auto& field) {
    return field.key.starts_with("RD1-") || field.key.starts_with("rd1-");
  });
  if (keyed) {
    bracket_keys();
  } else {
    bracket_rounds();
  }
  claim("bracket");
}

}  // namespace acta::football
