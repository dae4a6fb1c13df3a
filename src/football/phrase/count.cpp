#include "football/phrase/count.hpp"

#include "grammar/count.hpp"
#include "grammar/parse.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::count;
using grammar::parse;

constexpr std::int64_t too_many = 2'000'000'001;

// The digits of a number, whatever sets thousands apart.
std::int64_t value_of(std::string_view written) {
  std::int64_t value = 0;
  for (const char c : written) {
    if (!text::ascii_digits.contains(c)) continue;
    value = value * 10 + (c - '0');
    if (value >= too_many) return too_many;
  }
  return value;
}

struct State {
  std::int64_t value = 0;
  std::int64_t left = 0;
  bool negative = false;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::number> {
  static void apply(const auto& in, State& state) { state.value = value_of(in.string_view()); }
};

template <>
struct action<rules::minus> {
  static void apply0(State& state) { state.negative = true; }
};

template <>
struct action<rules::left> {
  static void apply(const auto& in, State& state) { state.left = value_of(in.string_view()); }
};

template <>
struct action<rules::right> : action<rules::number> {};

// Nothing when the text is no such count, or when it is of no use as one.
template <typename Rule>
std::optional<State> read(std::string_view text) {
  State state;
  if (!parse<Rule, action>(text::trim(text), state)) return std::nullopt;
  if (state.value == too_many || state.left == too_many) return std::nullopt;
  return state;
}

}  // namespace

std::optional<std::int32_t> parse_count(std::string_view text) {
  const auto state = read<rules::count>(text);
  if (!state) return std::nullopt;
  return static_cast<std::int32_t>(state->value);
}

MaybeInt parse_signed(std::string_view text) {
  const auto state = read<rules::signed_count>(text);
  if (!state) return std::nullopt;
  const auto value = static_cast<std::int32_t>(state->value);
  return state->negative ? -value : value;
}

std::optional<Pair> parse_goal_pair(std::string_view text) {
  const auto state = read<rules::pair>(text);
  if (!state) return std::nullopt;
  return Pair{static_cast<std::int32_t>(state->left), static_cast<std::int32_t>(state->value)};
}

MaybeInt parse_goals(std::string_view text) {
  const auto state = read<rules::goals>(text);
  if (!state) return std::nullopt;
  return static_cast<std::int32_t>(state->value);
}

}  // namespace acta::football
