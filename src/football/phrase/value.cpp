#include "football/phrase/value.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "grammar/value.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::value;

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

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
struct action<rules::title_count> {
  static void apply(const auto& in, State& state) { state.count = number(in.string_view()); }
};

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
struct action<rules::scorer_name> {
  static void apply(const auto& in, State& state) { state.name = in.string_view(); }
};

template <>
struct action<rules::scorer_team> {
  static void apply(const auto& in, State& state) { state.team = in.string_view(); }
};

template <>
struct action<rules::goal_count> {
  static void apply(const auto& in, State& state) { state.count = number(in.string_view()); }
};

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

template <typename Rule>
bool parse(std::string_view text, State& state) {
  if (text.size() > 400) return false;
  Input in(text.data(), text.data() + text.size(), "");
  return pegtl::parse<Rule, action>(in, state);
}

// Pieces between commas that stand outside brackets.
std::vector<std::string_view> split_commas(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ',';
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if ((c == ',' || c == ';') && (depth == 0 || at == text.size())) {
      const std::string_view piece = text::trim(text.substr(begin, at - begin));
      if (!piece.empty()) pieces.push_back(piece);
      begin = at + 1;
    }
  }
  return pieces;
}

}  // namespace

TitledName parse_titled_name(std::string_view text) {
  State state;
  text = text::trim(text);
  if (!parse<rules::titled>(text, state)) {
    state = {};
    if (!parse<rules::run_titled>(text, state)) return {text, std::nullopt};
  }
  return {text::trim(state.name), state.count};
}

namespace {

// "Nacional (Apertura) Olimpia (Clausura)": names with their stage in brackets.
std::vector<StagedNames> parse_bracketed_stages(std::string_view text) {
  std::vector<StagedNames> stages;
  while (!text.empty()) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return {};
    const std::string_view stage = text.substr(open + 1, close - open - 1);
    std::string_view name = text::trim(text.substr(0, open));
    while (!name.empty() && (name.front() == ',' || name.front() == ' ')) name.remove_prefix(1);
    // "(21st league title)" is a count.
    const bool count = stage.find_first_of("0123456789") != std::string_view::npos;
    if (name.empty() || count || !names_stage(stage)) return {};
    stages.push_back({text::trim(stage), {name}});
    text = text::trim(text.substr(close + 1));
  }
  return stages;
}

// Where a second "Stage: " begins in what follows a first one; npos when there is none.
std::size_t next_stage(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return colon;
  // Behind a bracket everything up to the colon is the stage, else the last words that name one.
  const std::size_t bracket = text.substr(0, colon).rfind(')');
  if (bracket != std::string_view::npos) return bracket + 1;
  const std::size_t blank = text.substr(0, colon).rfind(' ');
  if (blank == std::string_view::npos || !names_stage(text.substr(blank, colon - blank))) {
    return std::string_view::npos;
  }
  // "Torneo Clausura: ..."
  const std::size_t before = text.substr(0, blank).rfind(' ');
  const std::size_t first = before == std::string_view::npos ? 0 : before;
  return names_stage(text.substr(first, blank - first)) ? first : blank;
}

}  // namespace

std::vector<StagedNames> parse_staged_names(std::string_view text) {
  if (std::vector<StagedNames> bracketed = parse_bracketed_stages(text); !bracketed.empty())
    return bracketed;
  std::vector<StagedNames> stages;
  for (std::string_view piece : split_commas(text)) {
    while (!piece.empty()) {
      const std::size_t colon = piece.find(": ");
      if (colon == std::string_view::npos || colon == 0) {
        if (stages.empty()) stages.push_back({});
        stages.back().names.push_back(piece);
        break;
      }
      const std::string_view stage = text::trim(piece.substr(0, colon));
      std::string_view rest = piece.substr(colon + 2);
      const std::size_t next = next_stage(rest);
      stages.push_back({stage, {text::trim(rest.substr(0, next))}});
      piece = next == std::string_view::npos ? std::string_view{} : text::trim(rest.substr(next));
    }
  }
  return stages;
}

std::optional<SeasonYears> parse_season_label(std::string_view text) {
  State state;
  if (!parse<rules::season_label>(text::trim(text), state)) return std::nullopt;
  if (state.last_digits == 0) return SeasonYears{state.first, state.first};
  std::int32_t last = state.last;
  if (state.last_digits == 2) {
    last += state.first / 100 * 100;
    if (last < state.first) last += 100;
  }
  if (last < state.first || last > state.first + 2) return std::nullopt;
  return SeasonYears{state.first, last};
}

std::optional<InfoboxScorer> parse_top_scorer(std::string_view text) {
  State state;
  if (!parse<rules::top_scorer>(text::trim(text), state)) return std::nullopt;
  InfoboxScorer scorer{text::trim(state.name), text::trim(state.team), state.count};
  if (!looks_like_name(scorer.player)) return std::nullopt;
  return scorer;
}

TitleParts parse_title(std::string_view title) {
  State state;
  if (!parse<rules::title>(text::trim(title), state)) return {{}, text::trim(title), {}};
  TitleParts parts{state.label, text::trim(state.competition), {}};
  if (!state.bracket.empty() && is_country(state.bracket)) parts.country = state.bracket;
  return parts;
}

MaybeInt parse_signed(std::string_view text) {
  text = text::trim(text);
  bool negative = false;
  constexpr std::array<std::string_view, 3> minus = {"-", "\xE2\x88\x92", "\xE2\x80\x93"};
  for (const std::string_view sign : minus) {
    if (text.substr(0, sign.size()) == sign) {
      negative = true;
      text.remove_prefix(sign.size());
      break;
    }
  }
  if (!negative && !text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto value = parse_count(text);
  if (!value) return std::nullopt;
  return negative ? -*value : *value;
}

bool is_country(std::string_view name) { return words::country_by_name(name) != nullptr; }

}  // namespace acta::football
