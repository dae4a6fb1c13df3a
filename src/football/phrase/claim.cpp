#include "football/phrase/claim.hpp"

#include "grammar/claim.hpp"
#include "grammar/parse.hpp"
#include "text/characters.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::claim;
using grammar::number;
using grammar::parse;

struct State {
  std::vector<ClaimPhrase> claims;
  std::int32_t value = 0;
  ClaimPhrase divided;  ///< Teams of a division that is still to be read.

  void add(const ClaimPhrase& claim) {
    if (claim.value != 0) claims.push_back(claim);
  }
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <ClaimKind Kind>
struct adds {
  static void apply(const auto& in, State& state) {
    state.add({Kind, state.value, in.string_view()});
  }
};

template <>
struct action<rules::number> {
  static void apply(const auto& in, State& state) { state.value = number(in.string_view()); }
};

template <>
struct action<rules::team_count> : adds<ClaimKind::team_count> {};

template <>
struct action<rules::total> : adds<ClaimKind::games_per_team> {};

template <>
struct action<rules::divided_teams> {
  static void apply(const auto& in, State& state) {
    state.divided = {ClaimKind::team_count, state.value, in.string_view()};
  }
};

template <>
struct action<rules::group_count> {
  static void apply(const auto& in, State& state) {
    if (state.value == 0) return;
    state.add(state.divided);
    state.add({ClaimKind::group_count, state.value, in.string_view()});
  }
};

// Most lines count nothing, and all claims count.
bool holds_count(std::string_view prose) {
  std::size_t at = text::ascii_digits.find_in(prose);
  while (at != std::string_view::npos) {
    const bool opens_word = at == 0 || prose[at - 1] == ' ';
    if (opens_word && parse<rules::counted>(prose.substr(at))) return true;
    const std::size_t end = text::ascii_digits.find_outside(prose, at);
    at = end == std::string_view::npos ? end : text::ascii_digits.find_in(prose, end);
  }
  return false;
}

}  // namespace

std::vector<ClaimPhrase> parse_claims(std::string_view prose) {
  State state;
  if (holds_count(prose)) parse<rules::prose, action>(prose, state);
  return state.claims;
}

}  // namespace acta::football
