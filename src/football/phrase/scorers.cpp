#include <algorithm>

#include "football/phrase/match.hpp"
#include "grammar/scorer.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::scorer;

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

struct State {
  std::vector<Scorer> scorers;
  Scorer entry;
  GoalMinute minute;
  bool primed = false;   // Some minute in the list has a prime.
  bool bare = false;     // Some minute has none.
  bool penalty = false;  // What the last mark said.
  bool own_goal = false;
  bool soft = false;  // The separator before this entry was a comma.
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::regulation> {
  static void apply(const auto& in, State& state) {
    state.minute = {};
    state.minute.minute = number(in.string_view());
  }
};

template <>
struct action<rules::added> {
  static void apply(const auto& in, State& state) {
    state.minute.stoppage = number(in.string_view());
  }
};

template <>
struct action<rules::open_minute> {
  static void apply0(State& state) {
    state.minute.open = true;
    state.primed = true;
  }
};

template <>
struct action<rules::unknown> {
  static void apply0(State& state) {
    state.minute = {};
    state.primed = true;
  }
};

template <>
struct action<rules::primes> {
  static void apply0(State& state) { state.primed = true; }
};

template <>
struct action<rules::plus_added> {
  static void apply0(State& state) { state.primed = true; }
};

template <>
struct action<rules::penalty> {
  static void apply0(State& state) {
    state.penalty = true;
    state.own_goal = false;
  }
};

template <>
struct action<rules::own_goal> {
  static void apply0(State& state) {
    state.penalty = false;
    state.own_goal = true;
  }
};

template <>
struct action<rules::bare_pen> : action<rules::penalty> {};

template <>
struct action<rules::bare_og> : action<rules::own_goal> {};

template <>
struct action<rules::minute_mark> {
  static void apply0(State& state) {
    state.minute.penalty = state.penalty;
    state.minute.own_goal = state.own_goal;
  }
};

template <>
struct action<rules::minute> {
  static void apply0(State& state) { state.entry.minutes.push_back(state.minute); }
};

template <>
struct action<rules::bare_minute> {
  static void apply0(State& state) {
    state.bare = true;
    state.entry.minutes.push_back(state.minute);
  }
};

// A mark behind the last minute belongs to it; one behind the name belongs to the scorer.
template <>
struct action<rules::entry_mark> {
  static void apply0(State& state) {
    if (state.entry.minutes.empty()) {
      state.entry.penalty |= state.penalty;
      state.entry.own_goal |= state.own_goal;
    } else {
      state.entry.minutes.back().penalty |= state.penalty;
      state.entry.minutes.back().own_goal |= state.own_goal;
    }
  }
};

template <>
struct action<rules::strange> {
  static void apply(const auto& in, State& state) { state.entry.note = in.string_view(); }
};

template <>
struct action<rules::name> {
  static void apply(const auto& in, State& state) {
    state.entry.name = text::trim(in.string_view());
    state.entry.continues = false;
  }
};

template <>
struct action<rules::entry> {
  static void apply0(State& state) { state.scorers.push_back(std::move(state.entry)); }
};

template <>
struct action<rules::hard_break> {
  static void apply0(State& state) { state.soft = false; }
};

template <>
struct action<rules::comma_break> {
  static void apply0(State& state) { state.soft = true; }
};

template <>
struct action<rules::slash_break> : action<rules::hard_break> {};

template <typename Rule>
struct control : pegtl::normal<Rule> {};

// An entry that fails halfway must leave nothing: each begins anew.
template <typename Rule>
struct begins_entry : pegtl::normal<Rule> {
  static void start(const auto&, State& state) {
    state.entry = {};
    state.entry.continues = state.soft;
  }
};

template <>
struct control<rules::nameless> : begins_entry<rules::nameless> {};

template <>
struct control<rules::named> : begins_entry<rules::named> {};

// So must a minute: "12' 40" reads 12 and then fails on 40.
template <typename Rule>
struct keeps_entry : pegtl::normal<Rule> {
  static void start(const auto&, State& state) { state.penalty = state.own_goal = false; }
};

template <>
struct control<rules::minute> : keeps_entry<rules::minute> {};

template <>
struct control<rules::bare_minute> : keeps_entry<rules::bare_minute> {};

template <>
struct control<rules::mark> : keeps_entry<rules::mark> {};

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

constexpr std::size_t longest_list = 2000;

}  // namespace

std::optional<std::vector<Scorer>> parse_scorers(std::string_view list) {
  list = text::trim(list);
  if (list.size() > longest_list) return std::nullopt;
  State state;
  Input in(list.data(), list.data() + list.size(), "");
  if (!pegtl::parse<rules::list, action, control>(in, state)) return std::nullopt;
  if (state.scorers.empty()) return std::nullopt;
  if (state.bare && !state.primed) {
    // Numbers alone: goals, shirt numbers, years?  Only a mark beside one makes it a minute.
    const bool marked =
        std::all_of(state.scorers.begin(), state.scorers.end(), [](const Scorer& scorer) {
          return std::all_of(scorer.minutes.begin(), scorer.minutes.end(),
                             [](const GoalMinute& m) { return m.penalty || m.own_goal; });
        });
    if (!marked) return std::nullopt;
  }
  for (Scorer& scorer : state.scorers) {
    if (!scorer.name.empty()) scorer.continues = false;
  }
  return std::move(state.scorers);
}

}  // namespace acta::football
