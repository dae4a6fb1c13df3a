#include "football/phrase/match.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/name.hpp"
#include "football/phrase/signs.hpp"
#include "grammar/match.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::match;

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// What one note says; joined to the line only when the whole note was read.
struct Note {
  std::optional<Pair> half_time;
  std::optional<Pair> full_time;
  std::optional<Pair> penalties;
  std::optional<Pair> aggregate;
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
  std::int32_t home_pens = -1;
  std::string_view win_name;
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

template <typename Between>
struct action<rules::home<Between>> {
  static void apply(const auto& in, State& state) { state.line.home = in.string_view(); }
};

template <>
struct action<rules::away> {
  static void apply(const auto& in, State& state) { state.line.away = in.string_view(); }
};

template <>
struct action<rules::away_scored> : action<rules::away> {};

template <>
struct action<rules::left> {
  static void apply(const auto& in, State& state) { state.pair.home = number(in.string_view()); }
};

template <>
struct action<rules::right> {
  static void apply(const auto& in, State& state) { state.pair.away = number(in.string_view()); }
};

template <>
struct action<rules::one_left> : action<rules::left> {};

template <>
struct action<rules::one_right> : action<rules::right> {};

template <>
struct action<rules::score> {
  static void apply0(State& state) { state.line.score = state.pair; }
};

template <>
struct action<rules::home_pens> {
  static void apply(const auto& in, State& state) { state.home_pens = number(in.string_view()); }
};

template <>
struct action<rules::away_pens> {
  static void apply(const auto& in, State& state) {
    state.line.penalties = Pair{state.home_pens, number(in.string_view())};
  }
};

// "2 (1) – 1 (0)" may be half-time: only level goals and other kicks are a shoot-out.
template <>
struct action<rules::side_pens> {
  static bool apply0(State& state) {
    const Pair kicks = state.line.penalties.value_or(Pair{});
    const bool shot_out = state.pair.home == state.pair.away && kicks.home != kicks.away;
    state.line.score = state.pair;
    if (!shot_out) state.line = {};
    return shot_out;
  }
};

template <>
struct action<rules::note> {
  static void apply0(State& state) { join(state.line, state.note); }
};

template <>
struct action<rules::bracketed> : action<rules::note> {};

template <>
struct action<rules::aet> {
  static void apply0(State& state) { state.note.extra_time = true; }
};

template <>
struct action<rules::penalties> {
  static void apply0(State& state) { state.note.penalties = state.pair; }
};

template <>
struct action<rules::aggregate> {
  static void apply0(State& state) { state.note.aggregate = state.pair; }
};

template <>
struct action<rules::half_time_named> {
  static void apply0(State& state) { state.note.half_time = state.pair; }
};

// Two bare pairs are the score after 90 minutes and the one at half-time, in either order: goals do
// not become fewer.
template <>
struct action<rules::half_time> {
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

template <MatchStatus Status>
struct says {
  static void apply0(State& state) { state.note.status = Status; }
};

template <>
struct action<rules::walkover> : says<MatchStatus::walkover> {};

template <>
struct action<rules::awarded> : says<MatchStatus::awarded> {};

template <>
struct action<rules::abandoned> : says<MatchStatus::abandoned> {};

template <>
struct action<rules::postponed> : says<MatchStatus::postponed> {};

template <>
struct action<rules::cancelled> : says<MatchStatus::cancelled> {};

template <>
struct action<rules::annulled> : says<MatchStatus::annulled> {};

template <>
struct action<rules::replayed> : says<MatchStatus::replayed> {};

template <>
struct action<rules::replay> {
  static void apply0(State& state) { state.note.replay = true; }
};

template <Decider How>
struct by {
  static void apply0(State& state) { state.note.decider = How; }
};

template <>
struct action<rules::away_goals> : by<Decider::away_goals> {};

template <>
struct action<rules::lots> : by<Decider::coin_toss> {};

template <>
struct action<rules::on_pens> : by<Decider::penalties> {};

template <>
struct action<rules::first_leg> {
  static void apply0(State& state) { state.note.leg = 1; }
};

template <>
struct action<rules::second_leg> {
  static void apply0(State& state) { state.note.leg = 2; }
};

template <>
struct action<rules::verb_name> {
  static void apply(const auto& in, State& state) { state.win_name = in.string_view(); }
};

template <>
struct action<rules::win_name> {
  static void apply(const auto& in, State& state) { state.win_name = in.string_view(); }
};

template <>
struct action<rules::winner> {
  static void apply0(State& state) { state.note.winner = text::trim(state.win_name); }
};

template <>
struct action<rules::winner_last> : action<rules::winner> {};

// "A P–P B" is postponed, "A A–A B" abandoned.
template <>
struct action<rules::unplayed> {
  static void apply(const auto& in, State& state) {
    const char c = *in.begin();
    state.note.status = c == 'P' || c == 'p' ? MatchStatus::postponed : MatchStatus::abandoned;
  }
};

template <>
struct action<rules::mark> {
  static void apply0(State& state) { join(state.line, state.note); }
};

template <>
struct action<rules::told_mark> : action<rules::mark> {};

template <>
struct action<rules::not_played> {
  static void apply0(State& state) { state.line.status = MatchStatus::cancelled; }
};

// A note that fails halfway must leave nothing: each begins anew.
template <typename Rule>
struct control : pegtl::normal<Rule> {};

template <typename Rule>
struct begins_note : pegtl::normal<Rule> {
  static void start(const auto&, State& state) { state.note = {}; }
};

template <>
struct control<rules::bracketed> : begins_note<rules::bracketed> {};

template <>
struct control<rules::bare_item> : begins_note<rules::bare_item> {};

template <>
struct control<rules::mark> : begins_note<rules::mark> {};

template <>
struct control<rules::told_mark> : begins_note<rules::told_mark> {};

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

constexpr std::size_t longest_line = 240;
constexpr std::size_t longest_name = 64;

template <typename Rule>
std::optional<MatchLine> parse_as(std::string_view line, Separator separator) {
  State state;
  Input in(line.data(), line.data() + line.size(), "");
  if (!pegtl::parse<Rule, action, control>(in, state)) return std::nullopt;
  state.line.separator = separator;
  state.line.home = without_marks(state.line.home);
  state.line.away = without_marks(state.line.away);
  if (state.line.home.empty() || state.line.away.empty()) return std::nullopt;
  if (state.line.home.size() > longest_name * 2 || state.line.away.size() > longest_name * 2) {
    return std::nullopt;
  }
  return state.line;
}

// The items of a note that can be read, though others beside them cannot.
void join_readable_items(std::string_view inside, MatchLine& line) {
  std::size_t begin = 0;
  while (begin < inside.size()) {
    const std::size_t end = std::min(inside.find_first_of(",;", begin), inside.size());
    const std::string_view item = text::trim(inside.substr(begin, end - begin));
    State state;
    Input in(item.data(), item.data() + item.size(), "");
    if (pegtl::parse<rules::lone_item, action, control>(in, state)) join(line, state.note);
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
  if (open == '(' && looks_like_name(inside)) return false;
  line.unread_note = away.substr(at);
  line.away = text::trim(away.substr(0, at));
  join_readable_items(inside, line);
  return true;
}

}  // namespace

std::optional<MatchLine> parse_match_line(std::string_view line) {
  line = text::trim(line);
  if (line.size() < 5 || line.size() > longest_line) return std::nullopt;
  // A minute: scorers, not a match.
  if (line.find("' ") != std::string_view::npos && line.find(':') != std::string_view::npos)
    return std::nullopt;
  const Signs signs = signs_of(line);
  std::optional<MatchLine> match;
  if (signs.score && may_hold_score(line)) {
    match = parse_as<rules::scored>(line, Separator::score);
    if (!match && signs.dash) match = parse_as<rules::scored_last>(line, Separator::score);
  }
  if (!match && signs.mark && may_hold_mark(line))
    match = parse_as<rules::stated>(line, Separator::status);
  if (!match && (signs.versus || signs.dash) && may_hold_versus(line)) {
    if (signs.versus) match = parse_as<rules::fixture>(line, Separator::versus);
    if (!match && signs.dash) match = parse_as<rules::dash_fixture>(line, Separator::dash);
  }
  if (!match || !split_strange_note(*match)) return match;
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
  Input in(text.data(), text.data() + text.size(), "");
  if (!pegtl::parse<rules::score_cell, action, control>(in, state)) return std::nullopt;
  return state.line;
}

std::optional<MatchLine> parse_decision(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > 160) return std::nullopt;
  State state;
  Input in(line.data(), line.data() + line.size(), "");
  if (!pegtl::parse<rules::decision, action, control>(in, state)) return std::nullopt;
  join(state.line, state.note);
  return state.line;
}

}  // namespace acta::football
