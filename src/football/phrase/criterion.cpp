#include "football/phrase/criterion.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/count.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

using words::Kind;

struct Meaning {
  Kind words;
  Criterion criterion;
  Criterion away;  ///< Where it speaks of away matches.
};

// A criterion is free text, known by words in it.  The first that it holds counts: "points in
// head-to-head matches" ranks by these matches.
constexpr auto meanings = std::to_array<Meaning>({
    {Kind::criterion_first_half, Criterion::first_half_points, Criterion::first_half_points},
    {Kind::criterion_head_to_head, Criterion::head_to_head, Criterion::head_to_head},
    {Kind::criterion_lots, Criterion::drawing_of_lots, Criterion::drawing_of_lots},
    {Kind::criterion_fair_play, Criterion::fair_play, Criterion::fair_play},
    {Kind::criterion_play_off, Criterion::play_off, Criterion::play_off},
    {Kind::criterion_goal_difference, Criterion::goal_difference, Criterion::away_goal_difference},
    {Kind::criterion_goals_for, Criterion::goals_for, Criterion::away_goals_for},
    {Kind::criterion_relative_points, Criterion::relative_points, Criterion::away_relative_points},
    {Kind::criterion_away_matches, Criterion::away_matches, Criterion::away_matches},
    {Kind::criterion_points, Criterion::points, Criterion::away_points},
});

}  // namespace

Criterion classify_criterion(std::string_view text) {
  for (const Meaning& meaning : meanings) {
    if (!words::contains(meaning.words, text)) continue;
    return words::contains(Kind::criterion_away, text) ? meaning.away : meaning.criterion;
  }
  return Criterion::other;
}

std::vector<RankingRule> parse_ranking_rules(std::string_view text) {
  text = text::trim(text);
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    if (!words::exact(Kind::rules_head, text.substr(0, colon))) return {};
    text.remove_prefix(colon + 1);
  }
  std::vector<RankingRule> rules;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view rule = text::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t digits = std::min(text::ascii_digits.find_outside(rule), rule.size());
    const MaybeInt number = parse_count(rule.substr(0, digits));
    if (!number || digits == rule.size() || (rule[digits] != ')' && rule[digits] != '.')) return {};
    rule = text::trim(rule.substr(digits + 1));
    if (rule.ends_with('.')) rule.remove_suffix(1);
    rules.push_back({*number, rule});
  }
  return rules.size() < 2 ? std::vector<RankingRule>{} : rules;
}

bool introduces_criteria(std::string_view line) {
  if (!line.ends_with(':')) return false;
  return words::contains(Kind::criteria_list, line) ||
         (words::contains(Kind::criteria, line) && words::contains(Kind::criteria_intro, line));
}

}  // namespace acta::football
