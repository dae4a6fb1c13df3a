#include "football/phrase/title.hpp"

#include <utility>

#include "football/phrase/name.hpp"
#include "football/phrase/round.hpp"
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
struct action<rules::named_club> : action<rules::titled_name> {};

template <>
struct action<rules::club_before> : action<rules::titled_name> {};

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

namespace {

// The season within a title: "UEFA Euro 2024 qualifying"; empty for none.
std::string_view label_within(std::string_view title) {
  for (std::size_t at = title.find(' '); at != std::string_view::npos;) {
    const std::size_t begin = at + 1;
    at = title.find(' ', begin);
    const std::string_view word = title.substr(begin, at - begin);
    if (at != std::string_view::npos && word.size() >= 4 && parse_season_label(word)) return word;
  }
  return {};
}

}  // namespace

TitleParts parse_title(std::string_view title) {
  const auto state = read<rules::title>(text::trim(title));
  if (!state) return {{}, std::string(text::trim(title)), {}};
  TitleParts parts{state->label, std::string(text::trim(state->competition)), {}};
  if (words::country_by_name(state->bracket) != nullptr) parts.country = state->bracket;
  const std::string_view competition = text::trim(state->competition);
  if (parts.label.empty()) {
    parts.label = label_within(competition);
    if (!parts.label.empty()) {
      const auto at = static_cast<std::size_t>(parts.label.data() - competition.data());
      parts.competition.erase(at, parts.label.size() + 1);
    }
  } else if (const words::Found of = words::ending(Kind::of, competition);
             of && of.at > 0 && competition[of.at - 1] == ' ') {
    // "Copa Mundial de Fútbol de 1990"
    parts.competition.resize(of.at - 1);
  } else if (const words::Found in = words::longest(Kind::title_in, competition);
             in && competition.substr(in.bytes).starts_with(' ')) {
    parts.competition.clear();
  }
  return parts;
}

namespace {

// The last words of a text that are a part of a season, as few as possible; empty for none.
template <typename Is>
std::string_view tail_that(std::string_view text, Is is) {
  constexpr int most_words = 4;
  std::size_t begin = text.size();
  for (int i = 0; i < most_words; ++i) {
    begin = begin == 0 ? std::string_view::npos : text.rfind(' ', begin - 1);
    if (begin == std::string_view::npos) return {};
    if (is(plain_words(text.substr(begin + 1)))) return text.substr(begin + 1);
  }
  return {};
}

// "knockout stage", "second group stage", "fase final"
bool is_phase(std::string_view plain) {
  const std::size_t last = plain.rfind(' ');
  if (last == std::string_view::npos) return false;
  return words::exact(Kind::phase, plain.substr(last + 1)) ||
         words::exact(Kind::phase, plain.substr(0, plain.find(' ')));
}

}  // namespace

Subpage split_subpage(std::string_view competition) {
  Subpage page{competition, {}, {}, {}};
  const auto take = [&](std::string_view& into, std::string_view tail) {
    if (tail.empty() || !into.empty()) return false;
    into = tail;
    page.competition = text::trim(page.competition.substr(
        0, static_cast<std::size_t>(tail.data() - page.competition.data())));
    return true;
  };
  // "... group stage Group A" has two.
  for (bool more = true; more;) {
    const std::string_view name = page.competition;
    more = take(page.group, tail_that(name, names_group)) ||
           take(page.stage, tail_that(name, is_phase)) ||
           take(page.round, tail_that(name, [](std::string_view plain) {
                  const auto round = round_of(plain);
                  return round && round->kind >= RoundKind::round_of_128 &&
                         round->kind <= RoundKind::final;
                }));
  }
  const std::string_view before = page.competition.substr(page.competition.rfind(' ') + 1);
  if (!page.stage.empty() && words::exact(Kind::ordinal_word, before)) {
    page.stage = {before.data(),
                  static_cast<std::size_t>(page.stage.data() + page.stage.size() - before.data())};
    page.competition =
        text::trim(page.competition.substr(0, page.competition.size() - before.size()));
  }
  return page;
}

std::string_view parse_club_season(std::string_view title) {
  const auto state = read<rules::club_season>(text::trim(title));
  // "2030 Liga Sur League season" is no club's.
  if (!state || words::contains(Kind::league_word, state->name)) return {};
  // "Temporada 2030 del fútbol peruano"
  if (!state->name.empty() && state->name.front() >= 'a' && state->name.front() <= 'z') return {};
  return state->name;
}

}  // namespace acta::football
