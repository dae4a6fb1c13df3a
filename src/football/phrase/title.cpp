#include "football/phrase/title.hpp"

#include <utility>

#include "football/phrase/name.hpp"
#include "grammar/parse.hpp"
#include "grammar/title.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::title;
using grammar::number;
using grammar::parse;
using words::Kind;

struct State {
  std::string_view name;
  std::string_view team;
  MaybeInt count;
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::size_t last_digits = 0;
  std::string_view competition;
  std::string_view bracket;
  std::string_view label;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::titled_name> {
  static void apply(const auto& in, State& state) { state.name = in.string_view(); }
};

template <>
struct action<rules::run_name> : action<rules::titled_name> {};

template <>
struct action<rules::scorer_name> : action<rules::titled_name> {};

template <>
struct action<rules::club> : action<rules::titled_name> {};

template <>
struct action<rules::title_count> {
  static void apply(const auto& in, State& state) { state.count = number(in.string_view()); }
};

template <>
struct action<rules::goal_count> : action<rules::title_count> {};

template <>
struct action<rules::first_title> {
  static void apply0(State& state) { state.count = 1; }
};

template <>
struct action<rules::first_year> {
  static void apply(const auto& in, State& state) { state.first = number(in.string_view()); }
};

template <>
struct action<rules::last_year> {
  static void apply(const auto& in, State& state) {
    state.last = number(in.string_view());
    state.last_digits = in.size();
  }
};

template <>
struct action<rules::label> {
  static void apply(const auto& in, State& state) { state.label = in.string_view(); }
};

template <>
struct action<rules::bracket> {
  static void apply(const auto& in, State& state) { state.bracket = in.string_view(); }
};

template <>
struct action<rules::competition> {
  static void apply(const auto& in, State& state) { state.competition = in.string_view(); }
};

template <>
struct action<rules::scorer_team> {
  static void apply(const auto& in, State& state) { state.team = in.string_view(); }
};

// What the rule says of the text; nothing when it does not match, so no attempt sees what another
// has left.
template <typename Rule>
std::optional<State> read(std::string_view text) {
  constexpr std::size_t longest_value = 400;
  State state;
  if (text.size() > longest_value || !parse<Rule, action>(text, state)) return std::nullopt;
  return state;
}

// Names by their stages; a name waits for its stage where that stands behind it.
struct Stages {
  std::vector<StagedNames> stages;
  std::string_view waiting;
};

template <typename Rule>
struct stage_action : pegtl::nothing<Rule> {};

template <>
struct stage_action<rules::stage_winner> {
  static void apply(const auto& in, Stages& state) { state.waiting = text::trim(in.string_view()); }
};

template <>
struct stage_action<rules::stage> {
  static void apply(const auto& in, Stages& state) {
    state.stages.push_back({text::trim(in.string_view()), {state.waiting}});
  }
};

template <>
struct stage_action<rules::named_stage> {
  static void apply(const auto& in, Stages& state) { state.waiting = text::trim(in.string_view()); }
};

template <>
struct stage_action<rules::names> {
  static void apply(const auto& in, Stages& state) {
    state.stages.push_back({state.waiting, {text::trim(in.string_view())}});
  }
};

template <>
struct stage_action<rules::value> {
  static void apply(const auto& in, Stages& state) {
    const std::string_view value = text::trim(in.string_view());
    if (value.empty()) return;
    Stages own;
    if (parse<rules::staged, stage_action>(value, own)) {
      for (StagedNames& names : own.stages) state.stages.push_back(std::move(names));
      return;
    }
    if (state.stages.empty()) state.stages.emplace_back();
    state.stages.back().names.push_back(value);
  }
};

}  // namespace

TitledName parse_titled_name(std::string_view text) {
  text = text::trim(text);
  auto state = read<rules::titled>(text);
  if (!state) state = read<rules::run_titled>(text);
  if (!state) return {text, std::nullopt};
  return {text::trim(state->name), state->count};
}

MaybeInt parse_title_count(std::string_view text) {
  const auto state = read<rules::title_alone>(text::trim(text));
  return state ? state->count : std::nullopt;
}

bool names_nobody(std::string_view name) { return parse<rules::nobody>(name).has_value(); }

std::vector<StagedNames> parse_staged_names(std::string_view text) {
  Stages bracketed;
  if (parse<rules::bracketed, stage_action>(text, bracketed)) return bracketed.stages;
  Stages listed;
  parse<rules::values, stage_action>(text, listed);
  return listed.stages;
}

std::optional<SeasonYears> parse_season_label(std::string_view text) {
  const auto state = read<rules::season_label>(text::trim(text));
  if (!state) return std::nullopt;
  if (state->last_digits == 0) return SeasonYears{state->first, state->first};
  std::int32_t last = state->last;
  if (state->last_digits == 2) {
    last += state->first / 100 * 100;
    if (last < state->first) last += 100;
  }
  if (last < state->first || last > state->first + 2) return std::nullopt;
  return SeasonYears{state->first, last};
}

std::optional<InfoboxScorer> parse_top_scorer(std::string_view text) {
  const auto state = read<rules::top_scorer>(text::trim(text));
  if (!state) return std::nullopt;
  const InfoboxScorer scorer{text::trim(state->name), text::trim(state->team), state->count};
  if (!looks_like_name(scorer.player)) return std::nullopt;
  return scorer;
}

TitleParts parse_title(std::string_view title) {
  const auto state = read<rules::title>(text::trim(title));
  if (!state) return {{}, text::trim(title), {}};
  TitleParts parts{state->label, text::trim(state->competition), {}};
  if (words::country_by_name(state->bracket) != nullptr) parts.country = state->bracket;
  return parts;
}

std::string_view parse_club_season(std::string_view title) {
  const auto state = read<rules::club_season>(text::trim(title));
  // "2030 Liga Sur League season" is no club's.
  if (!state || words::contains(Kind::league_word, state->name)) return {};
  return state->name;
}

}  // namespace acta::football
