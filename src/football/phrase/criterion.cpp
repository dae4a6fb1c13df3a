#include "football/phrase/criterion.hpp"

#include <array>

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

bool introduces_criteria(std::string_view line) {
  if (!line.ends_with(':')) return false;
  return words::contains(Kind::criteria_list, line) ||
         (words::contains(Kind::criteria, line) && words::contains(Kind::criteria_intro, line));
}

}  // namespace acta::football
