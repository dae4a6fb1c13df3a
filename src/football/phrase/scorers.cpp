#include "football/phrase/scorers.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scorer.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::scorer;
using grammar::fills;
using grammar::number;
using grammar::parse;
using words::Kind;

// What a mark says of a goal.
struct Said {
  bool penalty = false;
  bool own_goal = false;
};

// An entry as far as it is read.
struct Entry {
  Scorer scorer;
  bool of_nobody = false;     // "Own goal 12'"
  bool denied_first = false;  // The note that says so stands before the minutes.
};

struct State {
  std::vector<Scorer> scorers;
  Entry entry;
  std::vector<GoalMinute> group;  // Minutes that count when the whole group was read.
  GoalMinute minute;
  Said said;
  Said front;
  bool behind_comma = false;
  bool behind_blank = false;
  bool entry_named = false;  // The last entry begins with a name.
  bool names_first = false;  // As the first entry has it, and minutes behind them.
  bool broken = false;       // Two names without a minute between them.
  // Whether a number with a prime, and one without, stands anywhere, minute or not.
  bool primed = false;
  bool bare = false;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// ---- Minutes

template <>
struct action<rules::number> {
  static void apply(const auto& in, State& state) {
    state.minute = {};
    state.minute.minute = number(in.string_view());
  }
};

template <>
struct action<rules::stoppage> {
  static void apply(const auto& in, State& state) {
    state.minute.stoppage = number(in.string_view());
    state.primed = true;
  }
};

template <>
struct action<rules::open> {
  static void apply0(State& state) {
    state.minute.open = true;
    state.primed = true;
  }
};

template <>
struct action<rules::unknown> {
  static void apply0(State& state) { state.minute = {}; }
};

template <>
struct action<rules::primes> {
  static void apply0(State& state) { state.primed = true; }
};

template <>
struct action<rules::mark_word> {
  static void apply(const auto& in, State& state) {
    const Kind kind =
        words::longest(Kind::goal_penalty, Kind::own_goal_bare, in.string_view()).kind;
    const bool own_goal = kind == Kind::own_goal || kind == Kind::own_goal_bare;
    state.said = {!own_goal, own_goal};
  }
};

template <>
struct action<rules::bare_mark> : action<rules::mark_word> {};

template <>
struct action<rules::minute_mark> {
  static void apply0(State& state) {
    state.minute.penalty = state.said.penalty;
    state.minute.own_goal = state.said.own_goal;
  }
};

template <>
struct action<rules::minute> {
  static void apply0(State& state) { state.group.push_back(state.minute); }
};

template <>
struct action<rules::bare_minute> {
  static void apply0(State& state) {
    state.bare = true;
    state.group.push_back(state.minute);
  }
};

template <>
struct action<rules::group> {
  static void apply0(State& state) {
    std::vector<GoalMinute>& minutes = state.entry.scorer.minutes;
    minutes.insert(minutes.end(), state.group.begin(), state.group.end());
  }
};

template <>
struct action<rules::bare_end> : action<rules::group> {};

template <>
struct action<rules::front_mark> {
  static void apply0(State& state) { state.front = state.said; }
};

template <>
struct action<rules::fronted> {
  static void apply0(State& state) {
    GoalMinute& minute = state.group.back();
    minute.penalty |= state.front.penalty;
    minute.own_goal |= state.front.own_goal;
    std::vector<GoalMinute>& minutes = state.entry.scorer.minutes;
    minutes.insert(minutes.end(), state.group.begin(), state.group.end());
  }
};

template <>
struct action<rules::count> {
  static void apply(const auto& in, State& state) {
    state.entry.scorer.number = number(in.string_view());
  }
};

// ---- Entries

// A mark behind the last minute belongs to it; one behind the name belongs to the scorer.
template <>
struct action<rules::entry_mark> {
  static void apply0(State& state) {
    Scorer& scorer = state.entry.scorer;
    const bool of_scorer = scorer.minutes.empty();
    bool& penalty = of_scorer ? scorer.penalty : scorer.minutes.back().penalty;
    bool& own_goal = of_scorer ? scorer.own_goal : scorer.minutes.back().own_goal;
    penalty |= state.said.penalty;
    own_goal |= state.said.own_goal;
  }
};

// "Pino 12' 50' (missed pen.)", "Pino (sent off) 50'": the note is about the minute before it, or
// all behind it.
template <>
struct action<rules::strange> {
  static void apply(const auto& in, State& state) {
    Scorer& scorer = state.entry.scorer;
    scorer.note = in.string_view();
    if (!words::contains(Kind::goal_denied, scorer.note)) return;
    scorer.denied = true;
    state.entry.denied_first = scorer.minutes.empty();
    if (!scorer.minutes.empty()) scorer.minutes.pop_back();
  }
};

template <>
struct action<rules::name> {
  static void apply(const auto& in, State& state) {
    state.entry.scorer.name = text::trim(in.string_view());
  }
};

template <>
struct action<rules::nobody> {
  static void apply0(State& state) {
    state.entry.of_nobody = true;
    state.entry.scorer.own_goal = true;
  }
};

template <>
struct action<rules::entry> {
  static void apply0(State& state) {
    Entry& entry = state.entry;
    const bool is_named = !entry.scorer.name.empty() || entry.of_nobody;
    const bool has_minute = !entry.scorer.minutes.empty() || entry.scorer.denied;
    if (entry.denied_first) entry.scorer.minutes.clear();
    if (state.scorers.empty()) state.names_first = state.entry_named && has_minute;
    state.broken |= state.behind_blank && !has_minute;
    state.behind_blank = false;
    state.broken |= entry.scorer.number && !is_named;
    entry.scorer.continues = state.behind_comma && !is_named;
    state.scorers.push_back(std::move(entry.scorer));
  }
};

template <>
struct action<rules::named> {
  static void apply0(State& state) { state.entry_named = true; }
};

template <>
struct action<rules::nameless> {
  static void apply0(State& state) { state.entry_named = false; }
};

template <>
struct action<rules::late> {
  static bool apply0(State& state) { return !state.names_first; }
};

template <>
struct action<rules::lone_break> {
  static bool apply0(State& state) {
    state.behind_comma = false;
    state.behind_blank = true;
    return state.names_first;
  }
};

template <>
struct action<rules::hard_break> {
  static void apply0(State& state) { state.behind_comma = false; }
};

template <>
struct action<rules::comma_break> {
  static void apply0(State& state) { state.behind_comma = true; }
};

// What an attempt fills; the rules above take it over when they have matched.
template <typename Rule>
struct control : pegtl::normal<Rule> {};

template <>
struct control<rules::nameless> : fills<rules::nameless, &State::entry> {};

template <>
struct control<rules::named> : fills<rules::named, &State::entry> {};

template <>
struct control<rules::group> : fills<rules::group, &State::group> {};

template <>
struct control<rules::fronted> : fills<rules::fronted, &State::group> {};

template <>
struct control<rules::bare_end> : fills<rules::bare_end, &State::group> {};

constexpr std::size_t longest_list = 2000;

// ---- Kicks

struct Kicks {
  std::vector<Taker> takers;
  Taker kick;
};

template <typename Rule>
struct kick_action : pegtl::nothing<Rule> {};

template <>
struct kick_action<rules::scored> {
  static void apply0(Kicks& kicks) { kicks.kick.scored = true; }
};

template <>
struct kick_action<rules::missed> {
  static void apply0(Kicks& kicks) { kicks.kick.scored = false; }
};

template <>
struct kick_action<rules::taker> {
  static void apply(const auto& in, Kicks& kicks) {
    kicks.kick.name = text::trim(in.string_view());
  }
};

template <>
struct kick_action<rules::kick> {
  static void apply0(Kicks& kicks) { kicks.takers.push_back(kicks.kick); }
};

}  // namespace

std::optional<std::vector<Taker>> parse_kicks(std::string_view list) {
  list = text::trim(list);
  if (list.size() > longest_list) return std::nullopt;
  Kicks kicks;
  if (!parse<rules::kicks, kick_action>(list, kicks)) return std::nullopt;
  return std::move(kicks.takers);
}

std::optional<std::vector<Scorer>> parse_scorers(std::string_view list) {
  list = text::trim(list);
  if (list.size() > longest_list) return std::nullopt;
  State state;
  if (!parse<rules::list, action, control>(list, state)) return std::nullopt;
  if (state.scorers.empty() || state.broken) return std::nullopt;
  if (state.bare && !state.primed) {
    // Numbers alone: goals, shirt numbers, years?  Only a mark beside one makes it a minute.
    const bool marked =
        std::all_of(state.scorers.begin(), state.scorers.end(), [](const Scorer& scorer) {
          return std::all_of(scorer.minutes.begin(), scorer.minutes.end(),
                             [](const GoalMinute& m) { return m.penalty || m.own_goal; });
        });
    if (!marked) return std::nullopt;
  }
  return std::move(state.scorers);
}

}  // namespace acta::football
