#include "football/box/bracket.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/placeholder.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

namespace {

// Whether a mark behind a name says how its side won.
words::Found decision_in(std::string_view mark) {
  if (const auto found = words::exact(Kind::extra_time, Kind::shoot_out, mark)) return found;
  if (const auto found = words::exact(Kind::away_goals_mark, mark)) return found;
  return words::exact(Kind::status_walkover, mark);
}

// A side without the marks of how it won: "Brazil (a.e.t.)".
wiki::Text without_decision(wiki::Text text, bool& extra_time) {
  while (text.text.ends_with(')')) {
    const std::size_t open = text.text.rfind('(');
    if (open == std::string_view::npos) break;
    const words::Found mark = decision_in(text.text.substr(open + 1, text.text.size() - open - 2));
    if (!mark) break;
    extra_time |= mark.kind == Kind::extra_time || mark.kind == Kind::sudden_death;
    text.text = text::trim(text.text.substr(0, open));
  }
  return text;
}

// One side's goals, and its kicks in brackets: "1 (3)".
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
  if (const words::Found word = words::ending(Kind::shoot_out, rest))
    rest = text::trim(rest.substr(0, word.at));
  score.kicks = parse_count(rest);
  return score;
}

// The rounds from the end of a bracket, as the template shows them by itself.
constexpr auto round_names =
    std::to_array<Kind>({Kind::final_word, Kind::semi_final, Kind::quarter_final, Kind::round_of_16,
                         Kind::round_of_32, Kind::round_of_64});

// Reads one bracket.
class Bracket {
 public:
  Bracket(Draft& draft, const wiki::Template& box, const Place& around)
      : draft_(draft), box_(box), around_(around) {}

  void read() {
    const bool keyed = std::any_of(box_.fields.begin(), box_.fields.end(), [](const auto& field) {
      return field.key.starts_with("RD1-") || field.key.starts_with("rd1-");
    });
    if (keyed ? read_keys() : read_rounds()) claim_box(draft_, box_, "bracket");
  }

 private:
  // A team of a bracket with keys, and its scores by what their keys end in.
  struct Slot {
    wiki::Text team;
    std::map<std::string, wiki::Text, std::less<>> scores;
  };

  using Slots = std::map<std::size_t, Slot>;

  // A round, and whether it is the match for third place beside it.
  using RoundKey = std::pair<std::size_t, bool>;

  // How the bracket itself names a round; empty where it does not.
  std::string label_of(std::size_t round, bool third) const {
    const std::string key = "RD" + std::to_string(round);
    if (!third) return std::string(first_of(box_, key).text);
    const Fields fields(box_, Kind::field_consolation, Kind::field_consolation);
    const std::string label = fields.text(Kind::field_consolation);
    return label.empty() ? std::string(first_of(box_, key + "b").text) : label;
  }

  // What the template shows where the call names no round.
  std::string default_label(std::size_t from_end, bool third) const {
    const words::Language language =
        draft_.language == words::Language::none ? words::Language::english : draft_.language;
    if (third) return std::string(words::written(Kind::third_place, language));
    if (from_end >= round_names.size()) return {};
    return std::string(words::written(round_names[from_end], language));
  }

  Place place_of(std::size_t round, std::size_t rounds, bool third) const {
    std::string label = label_of(round, third);
    if (label.empty()) label = default_label(rounds - round, third);
    const Heading heading = classify_heading(label);
    Place place = around_;
    place.leg = std::nullopt;
    place.date = std::nullopt;
    place.fallback_round = std::nullopt;
    place.round = label.empty() ? std::nullopt : MaybeText(label);
    place.has_kind = heading.kind.has_value();
    place.kind = third ? RoundKind::third_place : heading.kind.value_or(RoundKind::other);
    place.ordinal = heading.ordinal;
    place.line = box_.line;
    return place;
  }

  // "w/o" beside either side; else a pair of days.
  static std::optional<MatchStatus> status_in(const wiki::Text& home, const wiki::Text& away) {
    std::optional<MatchStatus> status;
    for (const wiki::Text& cell : {home, away}) {
      if (const auto mark = parse_score(cell.text); mark && mark->status) status = mark->status;
    }
    return status;
  }

  void add(BracketTie tie, const wiki::Text& home, const wiki::Text& away,
           const std::vector<wiki::Text>& home_scores, const std::vector<wiki::Text>& away_scores) {
    tie.home = without_decision(home, tie.extra_time);
    tie.away = without_decision(away, tie.extra_time);
    if (is_placeholder(tie.home.text) || is_placeholder(tie.away.text)) return;
    for (std::size_t i = 0; i < home_scores.size(); ++i) {
      if (is_open(home_scores[i].text) && is_open(away_scores[i].text)) continue;
      const auto one = parse_side(home_scores[i].text);
      const auto two = parse_side(away_scores[i].text);
      if (!one || !two) {
        if (const auto status = status_in(home_scores[i], away_scores[i])) tie.status = status;
        continue;
      }
      tie.scores.push_back({one->goals, two->goals});
      if (one->kicks && two->kicks) tie.penalties = Pair{*one->kicks, *two->kicks};
    }
    if (tie.scores.empty() && !tie.status) return;  // Not played yet.
    draft_.readings.claim(tie.line, tie.line, wiki::LineClass::record, "bracket");
    draft_.bracket_ties.push_back(std::move(tie));
  }

  // "3 May – Puerto (Litoral)"
  static void set_day(BracketTie& tie, std::string_view when) {
    tie.date = parse_date_prefix(when);
    if (!tie.date) return;
    const std::string_view place = split_lead(*tie.date, when).rest;
    tie.city = std::string(text::trim(place.substr(0, place.find('('))));
  }

  // {{RoundN}} and its like: day and place, side, goals, side, goals, and so on through the rounds;
  // the match for third place comes last.  Whether it is that.
  bool read_rounds() {
    std::vector<const wiki::Field*> cells;
    for (const wiki::Field& field : box_.fields) {
      if (parse_count(field.key)) cells.push_back(&field);
    }
    const MaybeInt boxes = signed_in(box_, "score-boxes");
    const std::size_t width = 3 + 2 * static_cast<std::size_t>(std::clamp(boxes.value_or(1), 1, 9));
    while (!cells.empty() && cells.size() % width != 0 && cells.back()->first().empty())
      cells.pop_back();
    const std::size_t ties = cells.size() / width;
    const bool third = std::has_single_bit(ties) && ties > 1;
    if (cells.size() % width != 0 || ties == 0 || !std::has_single_bit(third ? ties : ties + 1)) {
      refuse_box(draft_, box_,
                 "day and place, side, goals, side, goals for every match of the rounds");
      return false;
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
      tie.place = place_of(round, rounds, is_third);
      tie.line = cells[i * width + 1]->line;
      set_day(tie, cell(0).text);
      std::vector<wiki::Text> home_scores;
      std::vector<wiki::Text> away_scores;
      const std::size_t half = (width - 1) / 2;
      for (std::size_t at = 2; at <= half; ++at) home_scores.push_back(cell(at));
      for (std::size_t at = half + 2; at < width; ++at) away_scores.push_back(cell(at));
      add(std::move(tie), cell(1), cell(half + 1), home_scores, away_scores);
    }
    return true;
  }

  // A number at the front of a key, 0 for none.
  static std::size_t take_number(std::string_view& key) {
    std::size_t value = 0;
    const auto read = std::from_chars(key.data(), key.data() + key.size(), value);
    key.remove_prefix(static_cast<std::size_t>(read.ptr - key.data()));
    return read.ec == std::errc() ? value : 0;
  }

  // RD<round>[b]-<what><slot>[<leg>]: "RD1-team1", "RD1-score1-agg", "RD1-goles01ida".
  static void put(std::map<RoundKey, Slots>& rounds, const wiki::Field& field) {
    std::string_view key = field.key;
    if (!key.starts_with("RD") && !key.starts_with("rd")) return;
    key.remove_prefix(2);
    const std::size_t round = take_number(key);
    const bool third = key.starts_with("b");
    if (third) key.remove_prefix(1);
    if (round == 0 || round > 12 || !key.starts_with("-")) return;
    key.remove_prefix(1);
    const words::Found what = words::longest(Kind::field_side, Kind::field_side_score, key);
    if (!what) return;
    key.remove_prefix(what.bytes);
    const std::size_t place = take_number(key);
    if (place == 0) return;
    Slot& slot = rounds[{round, third}][place];
    wiki::Text text = field.first();
    if (text.line == 0) text.line = field.line;
    if (what.kind == Kind::field_side_score) {
      const words::Found leg = words::exact(Kind::leg, key);
      slot.scores[leg ? "-" + std::to_string(leg.value) : std::string(key)] = text;
    } else if (key.empty()) {
      slot.team = text;
    }
  }

  void add_slots(const Place& place, const Slot& home, const Slot& away) {
    BracketTie tie;
    tie.place = place;
    tie.line = home.team.line;
    std::vector<wiki::Text> home_scores;
    std::vector<wiki::Text> away_scores;
    const auto take = [&](std::string_view key) {
      const auto one = home.scores.find(key);
      const auto two = away.scores.find(key);
      if (one == home.scores.end() || two == away.scores.end()) return false;
      home_scores.push_back(one->second);
      away_scores.push_back(two->second);
      return true;
    };
    if (take("-1")) {
      // The kicks of a shoot-out may stand beside the sum alone.
      if (take("-2")) take("-agg");
    } else if (!take("")) {
      tie.is_sum = take("-agg");
    }
    add(std::move(tie), home.team, away.team, home_scores, away_scores);
  }

  // {{4TeamBracket}}, {{Copa de 8 equipos}}: two slots are a tie.
  bool read_keys() {
    std::map<RoundKey, Slots> rounds;
    for (const wiki::Field& field : box_.fields) put(rounds, field);
    std::size_t last = 0;
    for (const auto& [round, slots] : rounds) last = std::max(last, round.first);
    for (const auto& [round, slots] : rounds) {
      const Place place = place_of(round.first, last, round.second);
      for (const auto& [number, home] : slots) {
        const auto away = slots.find(number + 1);
        if (number % 2 == 0 || away == slots.end()) continue;
        if (!home.team.empty() && !away->second.team.empty()) add_slots(place, home, away->second);
      }
    }
    return true;
  }

  Draft& draft_;
  const wiki::Template& box_;
  const Place& around_;
};

}  // namespace

void read_bracket(Draft& draft, const wiki::Template& box, const Place& place) {
  Bracket(draft, box, place).read();
}

}  // namespace acta::football
