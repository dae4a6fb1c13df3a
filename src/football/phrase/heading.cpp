#include "football/phrase/heading.hpp"

#include <vector>

#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/phrase/round.hpp"
#include "grammar/heading.hpp"
#include "grammar/parse.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::heading;
using grammar::parse;
using words::Kind;

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::part> {
  static void apply(const auto& in, std::vector<std::string_view>& parts) {
    parts.push_back(text::trim(in.string_view()));
  }
};

// Reads one part of a heading; false when it is nothing known.
bool classify_part(std::string_view part, Heading& heading) {
  if (part.empty()) return true;
  const std::string plain = plain_words(part);
  if (const MaybeInt leg = leg_of(plain)) {
    heading.leg = leg;
    return true;
  }
  if (names_replay(plain)) {
    heading.replay = true;
    return true;
  }
  if (names_group(plain)) {
    heading.group = std::string(part);
    return true;
  }
  if (const auto date = parse_date_line(part); date && date->date.day != 0) {
    heading.date = date;
    return true;
  }
  // "Round 1 (4–6 May)": days, but not one day.
  if (const auto days = parse_date_range(part); days && days->is_range && days->last.month != 0) {
    return true;
  }
  if (const auto with_leg = cut_leg(part)) {
    heading.leg = with_leg->leg;
    return classify_part(with_leg->name, heading);
  }
  if (const auto round = round_of(plain)) {
    if (heading.round) return false;
    heading.round = std::string(part);
    heading.kind = round->kind;
    heading.ordinal = round->ordinal;
    return true;
  }
  return false;
}

// Reads all parts of a heading; false when one of several is no known part and names no stage.
bool classify_parts(std::string_view text, Heading& heading) {
  std::vector<std::string_view> parts;
  parse<rules::parts, action>(text, parts);
  for (const std::string_view part : parts) {
    if (classify_part(part, heading)) continue;
    if (parts.size() == 1 || heading.stage || !names_stage(part)) return false;
    heading.stage = std::string(part);
  }
  return true;
}

Topic topic_of(std::string_view plain) {
  if (words::exact(Kind::see_also, plain)) return Topic::see_also;
  if (words::exact(Kind::heading_scorers, plain)) return Topic::scorers;
  if (words::exact(Kind::heading_records, plain)) return Topic::records;
  const bool about_ties = words::contains(Kind::tie_break, plain) ||
                          (words::contains(Kind::criteria, Kind::rules, plain) &&
                           words::contains(Kind::criteria_about, plain));
  return about_ties ? Topic::tie_breakers : Topic::none;
}

}  // namespace

Heading classify_heading(std::string_view text) {
  // "===Round 1==" leaves an equals sign with the text.
  while (!text.empty() && (text.front() == '=' || text.front() == ' ')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '=' || text.back() == ' ')) text.remove_suffix(1);
  text = text::trim(text);
  Heading heading;
  if (text.empty() || text.size() > 200) {
    heading.neutral = text.empty();
    return heading;
  }
  const std::string plain = plain_words(text);
  heading.topic = topic_of(plain);
  if (heading.topic != Topic::none || words::exact(Kind::heading_neutral, plain)) {
    heading.neutral = true;
    return heading;
  }
  Heading parted;
  if (classify_parts(text, parted)) {
    // A heading that is only a date or "Replay" names nothing itself.
    parted.neutral = !parted.round && !parted.group && !parted.leg && !parted.stage;
    return parted;
  }
  // "Brazil vs Croatia", "Alfa 2-1 Beta"
  const auto match = parse_match_line(text);
  if (match && match->separator != Separator::dash && looks_like_name(match->home) &&
      looks_like_name(match->away)) {
    heading.neutral = true;
    return heading;
  }
  if (const auto round = round_of(plain)) {
    heading.round = std::string(text);
    heading.kind = round->kind;
    heading.ordinal = round->ordinal;
  }
  return heading;
}

bool names_stage(std::string_view text) {
  return static_cast<bool>(words::contains(Kind::competition_word, Kind::mini_league, text));
}

}  // namespace acta::football
