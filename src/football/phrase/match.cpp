#include "football/phrase/match.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/cell.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/name.hpp"
#include "grammar/match.hpp"
#include "grammar/parse.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::match;
namespace score = grammar::score;
using grammar::fills;
using grammar::number;
using grammar::parse;
using words::Kind;

// What one note says; joined to the line when the whole note was read.
struct Note {
  std::optional<Pair> half_time;
  std::optional<Pair> full_time;
  std::optional<Pair> penalties;
  std::optional<Pair> aggregate;
  std::optional<Pair> after_time;  // "1–1 after extra time"
  std::optional<MatchStatus> status;
  std::optional<Decider> decider;
  std::string_view winner;
  std::optional<std::int32_t> leg;
  bool extra_time = false;
  bool replay = false;
};

struct State {
  MatchLine line;
  Note note;
  Pair pair;
  Pair kicks;
  std::string_view winner;
};

template <typename T>
void take(std::optional<T>& into, const std::optional<T>& from) {
  if (from) into = from;
}

void join(MatchLine& line, const Note& note) {
  take(line.half_time, note.half_time);
  take(line.full_time, note.full_time);
  take(line.penalties, note.penalties);
  take(line.aggregate, note.aggregate);
  take(line.score, note.after_time);
  take(line.status, note.status);
  take(line.decider, note.decider);
  take(line.leg, note.leg);
  if (!note.winner.empty()) line.winner = note.winner;
  line.winner_first |= !note.winner.empty() && note.penalties;
  line.extra_time |= note.extra_time;
  line.replay |= note.replay;
}

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// ---- Scores

template <>
struct action<score::left> {
  static void apply(const auto& in, State& state) { state.pair.home = number(in.string_view()); }
};

template <>
struct action<score::right> {
  static void apply(const auto& in, State& state) { state.pair.away = number(in.string_view()); }
};

template <>
struct action<score::single_left> : action<score::left> {};

template <>
struct action<score::single_right> : action<score::right> {};

template <>
struct action<score::right_digit> : action<score::right> {};

template <>
struct action<score::score> {
  static void apply0(State& state) { state.line.score = state.pair; }
};

template <>
struct action<score::home_kicks> {
  static void apply(const auto& in, State& state) { state.kicks.home = number(in.string_view()); }
};

template <>
struct action<score::away_kicks> {
  static void apply(const auto& in, State& state) { state.kicks.away = number(in.string_view()); }
};

template <>
struct action<score::both_kicks> {
  static void apply0(State& state) { state.line.penalties = state.kicks; }
};

// "4–3 (pens.)": the kicks alone.
template <>
struct action<score::kicks_alone> {
  static void apply0(State& state) { state.line.penalties = state.pair; }
};

// "2 (1) – 1 (0)" may be half-time: only level goals and other kicks are a shoot-out.
template <>
struct action<score::side_kicks> {
  static bool apply0(State& state) {
    const bool shot_out =
        state.pair.home == state.pair.away && state.kicks.home != state.kicks.away;
    if (!shot_out) return false;
    state.line.score = state.pair;
    state.line.penalties = state.kicks;
    return true;
  }
};

// ---- Items of notes

template <>
struct action<score::extra_time> {
  static void apply0(State& state) { state.note.extra_time = true; }
};

template <>
struct action<score::bare_extra> : action<score::extra_time> {};

template <>
struct action<score::penalties> {
  static void apply0(State& state) { state.note.penalties = state.pair; }
};

template <>
struct action<score::kicks_told> : action<score::penalties> {};

template <>
struct action<rules::after_time> {
  static void apply0(State& state) {
    state.note.extra_time = true;
    state.note.after_time = state.pair;
  }
};

template <>
struct action<score::aggregate> {
  static void apply0(State& state) { state.note.aggregate = state.pair; }
};

template <>
struct action<score::half_time> {
  static void apply0(State& state) { state.note.half_time = state.pair; }
};

// Two bare pairs are the score after 90 minutes and the one at half-time, in either order: goals do
// not become fewer.
template <>
struct action<score::bare_half> {
  static void apply0(State& state) {
    if (const auto first = state.note.half_time) {
      const Pair second = state.pair;
      const bool grows = first->home <= second.home && first->away <= second.away;
      state.note.full_time = grows ? second : *first;
      state.note.half_time = grows ? *first : second;
    } else {
      state.note.half_time = state.pair;
    }
  }
};

// The statuses in the order of their kinds.
constexpr auto statuses = std::to_array<MatchStatus>({
    MatchStatus::walkover, MatchStatus::awarded, MatchStatus::abandoned, MatchStatus::postponed,
    MatchStatus::cancelled, MatchStatus::annulled, MatchStatus::replayed,
    MatchStatus::cancelled,  // "not played"
    MatchStatus::postponed,  // "P–P"
    MatchStatus::abandoned,  // "A–A"
});

template <>
struct action<score::status> {
  static void apply(const auto& in, State& state) {
    const Kind kind =
        words::longest(Kind::status_walkover, Kind::mark_abandoned, in.string_view()).kind;
    constexpr auto first = static_cast<std::size_t>(Kind::status_walkover);
    state.note.status = statuses[static_cast<std::size_t>(kind) - first];
  }
};

template <>
struct action<score::ended> : action<score::status> {};

template <>
struct action<score::unplayed> : action<score::status> {};

template <>
struct action<score::not_played> : action<score::status> {};

template <>
struct action<score::replay> {
  static void apply0(State& state) { state.note.replay = true; }
};

template <>
struct action<score::leg> {
  static void apply(const auto& in, State& state) {
    state.note.leg = words::longest(Kind::leg, in.string_view()).value;
  }
};

template <Decider How>
struct by {
  static void apply0(State& state) { state.note.decider = How; }
};

template <>
struct action<score::away_goals> : by<Decider::away_goals> {};

template <>
struct action<score::lots> : by<Decider::coin_toss> {};

template <>
struct action<score::by_kicks> : by<Decider::penalties> {};

template <>
struct action<score::by_difference> : by<Decider::aggregate> {};

template <>
struct action<score::first_name> {
  static void apply(const auto& in, State& state) { state.winner = in.string_view(); }
};

template <>
struct action<score::last_name> : action<score::first_name> {};

template <>
struct action<score::name_first> {
  static void apply0(State& state) { state.note.winner = text::trim(state.winner); }
};

template <>
struct action<score::verb_first> : action<score::name_first> {};

// ---- Notes: each fills its own, and is joined to the line when it was read to its end.

struct join_note {
  static void apply0(State& state) { join(state.line, state.note); }
};

template <>
struct action<score::bracketed> : join_note {};

template <>
struct action<score::bare_item> : join_note {};

template <>
struct action<score::mark> : join_note {};

template <>
struct action<score::cell_mark> : join_note {};

template <>
struct action<score::cell_told> : join_note {};

template <>
struct action<rules::decision> : join_note {};

template <typename Rule>
struct control : pegtl::normal<Rule> {};

template <>
struct control<score::bracketed> : fills<score::bracketed, &State::note> {};

template <>
struct control<score::bare_item> : fills<score::bare_item, &State::note> {};

template <>
struct control<score::mark> : fills<score::mark, &State::note> {};

template <>
struct control<score::cell_mark> : fills<score::cell_mark, &State::note> {};

template <>
struct control<score::cell_told> : fills<score::cell_told, &State::note> {};

template <>
struct control<rules::opened> : fills<rules::opened, &State::note> {};

template <>
struct control<rules::lone> : fills<rules::lone, &State::note> {};

// Alternatives of a cell begin with an empty line.
template <typename... Heads>
struct control<score::told_by<Heads...>> : fills<score::told_by<Heads...>, &State::line> {};

// ---- Names

template <typename Sign>
struct action<rules::home<Sign>> {
  static void apply(const auto& in, State& state) { state.line.home = in.string_view(); }
};

template <>
struct action<rules::away> {
  static void apply(const auto& in, State& state) { state.line.away = in.string_view(); }
};

template <>
struct action<rules::scored_away> : action<rules::away> {};

// ---- What stands beside a side

struct Beside {
  std::string_view name;
  std::string_view rest;
  bool at_ground = false;
};

template <typename Rule>
struct beside_action : pegtl::nothing<Rule> {};

template <>
struct beside_action<rules::beside_name> {
  static void apply(const auto& in, Beside& beside) { beside.name = text::trim(in.string_view()); }
};

template <>
struct beside_action<rules::at_sign> {
  static void apply0(Beside& beside) { beside.at_ground = true; }
};

template <>
struct beside_action<rules::beside_rest> {
  static void apply(const auto& in, Beside& beside) { beside.rest = text::trim(in.string_view()); }
};

// "Beta Report" of a page whose links were lost; "Beta, 3 May 2020".
void split_beside(MatchLine& line) {
  const words::Found report = words::ending(Kind::report, line.away);
  if (report && report.at > 0) line.away = text::trim(line.away.substr(0, report.at));
  if (line.away.find_first_of("@,") == std::string_view::npos) return;
  Beside beside;
  if (!parse<rules::beside, beside_action>(line.away, beside) || beside.rest.empty()) return;
  line.away = beside.name;
  line.beside = beside.rest;
  line.at_ground = beside.at_ground;
}

constexpr std::size_t longest_line = 240;
constexpr std::size_t longest_name = 64;

template <typename Rule>
std::optional<MatchLine> parse_as(std::string_view line, Separator separator) {
  State state;
  if (!parse<Rule, action, control>(line, state)) return std::nullopt;
  state.line.separator = separator;
  state.line.home = without_level(without_marks(state.line.home));
  state.line.away = without_marks(state.line.away);
  if (state.line.home.empty() || state.line.away.empty()) return std::nullopt;
  if (state.line.home.size() > longest_name * 2 || state.line.away.size() > longest_name * 2) {
    return std::nullopt;
  }
  return state.line;
}

// What stands behind blanks in a line: only the rules that it can satisfy are tried.
struct Signs {
  bool score = false;
  bool mark = false;
  bool versus = false;
  bool dash = false;
};

Signs signs_of(std::string_view line) {
  static const text::ByteSet heads = text::ascii_digits | text::dash_heads | text::ByteSet("xX") |
                                     words::heads(Kind::status_walkover, Kind::mark_abandoned) |
                                     words::heads(Kind::versus, Kind::versus_letter);
  Signs signs;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const char before = line[i - 1];
    const bool behind_blank = before == ' ' || before == '\t' || before < 0;
    if (!behind_blank || !heads.contains(line[i])) continue;
    const std::string_view rest = line.substr(i);
    if (text::ascii_digits.contains(rest.front())) {
      signs.score = signs.score || parse<score::pair>(rest).has_value();
      continue;
    }
    signs.mark = signs.mark || parse<rules::marked>(rest).has_value();
    signs.versus = signs.versus || parse<rules::versus>(rest).has_value();
    signs.dash = signs.dash || parse<rules::lone_dash>(rest).has_value();
  }
  return signs;
}

// The items of a note that can be read, though others beside them cannot.
void join_readable_items(std::string_view inside, MatchLine& line) {
  std::size_t begin = 0;
  while (begin < inside.size()) {
    const std::size_t end = std::min(inside.find_first_of(",;", begin), inside.size());
    const std::string_view item = text::trim(inside.substr(begin, end - begin));
    State state;
    if (parse<score::lone_item, action, control>(item, state)) join(line, state.note);
    begin = end + 1;
  }
}

// A bracket at the end of the away side whose words are small or that holds a pair is no part of a
// name: it says something that was not understood.
bool split_strange_note(MatchLine& line) {
  const std::string_view away = line.away;
  if (away.empty() || (away.back() != ')' && away.back() != ']')) return false;
  const char open = away.back() == ')' ? '(' : '[';
  const std::size_t at = away.rfind(open);
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view inside = away.substr(at + 1, away.size() - at - 2);
  // "(3 May 2020)" reads like a name, and is none: "(25 de Mayo)" may be one.
  const auto date = parse_date_line(inside);
  const bool is_date = date && (date->date.year != 0 || date->weekday);
  if (open == '(' && looks_like_name(inside) && !is_date) return false;
  line.unread_note = away.substr(at);
  line.away = text::trim(away.substr(0, at));
  join_readable_items(inside, line);
  return true;
}

// A half-time score that cannot be, beside a level score: "1-1 (4-2)" tells the kicks.
void settle_bare_pair(MatchLine& line) {
  if (!line.score || !line.half_time || line.penalties) return;
  const bool can_be =
      line.half_time->home <= line.score->home && line.half_time->away <= line.score->away;
  const bool shot_out =
      line.score->home == line.score->away && line.half_time->home != line.half_time->away;
  if (can_be || !shot_out) return;
  line.penalties = line.half_time;
  line.half_time.reset();
}

template <typename Rule>
struct number_action : pegtl::nothing<Rule> {};

template <>
struct number_action<rules::number> {
  static void apply(const auto& in, LineNumber& line) { line.number = number(in.string_view()); }
};

}  // namespace

LineNumber parse_line_number(std::string_view line) {
  LineNumber found;
  if (const auto length = parse<rules::numbered>(line)) {
    found.length = *length;
  } else if (const auto dotted = parse<rules::numbering, number_action>(line, found)) {
    found.length = *dotted;
  }
  return found;
}

std::optional<MatchLine> parse_match_line(std::string_view line) {
  line = text::trim(line);
  if (line.size() < 5 || line.size() > longest_line) return std::nullopt;
  // A minute: scorers, not a match.
  if (line.find("' ") != std::string_view::npos && line.find(':') != std::string_view::npos)
    return std::nullopt;
  const Signs signs = signs_of(line);
  std::optional<MatchLine> match;
  if (signs.score) {
    match = parse_as<rules::scored>(line, Separator::score);
    if (!match && signs.dash) match = parse_as<rules::scored_last>(line, Separator::score);
  }
  if (!match && signs.mark) match = parse_as<rules::stated>(line, Separator::status);
  if (!match && signs.versus) match = parse_as<rules::fixture>(line, Separator::versus);
  if (!match && signs.dash) match = parse_as<rules::by_dash>(line, Separator::dash);
  if (match) settle_bare_pair(*match);
  if (!match || !split_strange_note(*match)) {
    if (match) split_beside(*match);
    return match;
  }
  // Other notes may stand before the one that was not understood.
  const std::string_view note = match->unread_note;
  auto rest = parse_match_line(line.substr(0, static_cast<std::size_t>(note.data() - line.data())));
  if (!rest) return match;
  join_readable_items(note.substr(1, note.size() - 2), *rest);
  if (rest->unread_note.empty()) rest->unread_note = note;
  return rest;
}

std::optional<MatchLine> parse_score(std::string_view text) {
  text = text::trim(text);
  if (text.empty() || text.size() > longest_line) return std::nullopt;
  State state;
  if (!parse<score::cell, action, control>(text, state)) return std::nullopt;
  settle_bare_pair(state.line);
  return state.line;
}

std::optional<MatchLine> parse_decision(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > 160) return std::nullopt;
  State state;
  if (!parse<rules::decision, action, control>(line, state)) return std::nullopt;
  return state.line;
}

}  // namespace acta::football
