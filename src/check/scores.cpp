/// Rules on the scores of one match.

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;
using football::MaybePair;
using football::Pair;

bool is_level(const Pair& pair) { return pair.home == pair.away; }

bool exceeds(const Pair& left, const Pair& right) {
  return left.home > right.home || left.away > right.away;
}

/// The goals of each side up to minute 45 (45+2' too), where every goal of the match has a minute.
MaybePair first_half_goals(const Match& match, const Pair& score) {
  Pair all;
  Pair first_half;
  for (const football::Goal& goal : match.goals) {
    if (!goal.minute) {
      return std::nullopt;
    }
    const bool is_home = goal.side == football::Side::home;
    ++(is_home ? all.home : all.away);
    if (*goal.minute <= 45) {
      ++(is_home ? first_half.home : first_half.away);
    }
  }
  return all == score ? MaybePair(first_half) : std::nullopt;
}

/// Whether a shoot-out may follow tie `number`: level on aggregate, or after a level leg, or, where
/// points decide, after a win for each side.
bool allows_shootout(const Index& index, std::uint32_t number, const Match& match) {
  const football::Tie& tie = index.season.ties[number];
  if (is_level(*final_score(match))) {
    return true;
  }
  const auto matches = index.matches_of(number);
  if (!match.leg || matches.size() < 2) {
    return match.leg.has_value();  // Of a second leg alone nothing is known.
  }
  if (!tie.aggregate || is_level(*tie.aggregate)) {
    return true;
  }
  bool home_won = false;
  bool away_won = false;
  for (const std::uint32_t leg : matches) {
    const MaybePair& score = final_score(index.season.matches[leg]);
    if (!score) {
      return true;
    }
    const bool is_in_order = index.home[leg] == index.tie_home[number];
    home_won |= is_in_order ? score->home > score->away : score->home < score->away;
    away_won |= is_in_order ? score->home < score->away : score->home > score->away;
  }
  return home_won && away_won;
}

}  // namespace

void goal_order_impossible(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    const MaybePair& score = final_score(match);
    if (!match.score.half_time || !score || was_decided_on_paper(match)) {
      continue;
    }
    const Pair& half_time = *match.score.half_time;
    if (exceeds(half_time, *score)) {
      report(diagnostics, Code::goal_order_impossible, at(match),
             concat({describe(match), " has a half-time score of ", to_string(half_time)}),
             {{"record", match.id}, {"found", to_string(half_time)}});
      continue;
    }
    const MaybePair counted_goals = first_half_goals(match, *score);
    if (counted_goals && *counted_goals != half_time) {
      report(diagnostics, Code::goal_order_impossible, at(match),
             concat({describe(match), " stands ", to_string(half_time),
                     " at half-time, the minutes give ", to_string(*counted_goals)}),
             {{"record", match.id},
              {"expected", to_string(*counted_goals)},
              {"found", to_string(half_time)}});
    }
  }
}

void et_lower_than_ft(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    const auto& [full_time, half_time, extra_time, penalties] = match.score;
    if (full_time && extra_time && exceeds(*full_time, *extra_time)) {
      report(diagnostics, Code::et_lower_than_ft, at(match),
             concat({match.home, " v ", match.away, " stands ", to_string(*extra_time),
                     " after extra time and ", to_string(*full_time), " before it"}),
             {{"record", match.id}, {"found", to_string(*extra_time)}});
    }
  }
}

void et_equals_pens(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    const MaybePair& penalties = match.score.penalties;
    if (penalties && match.score.extra_time == penalties) {
      report(diagnostics, Code::et_equals_pens, at(match),
             concat({match.home, " v ", match.away, " has ", to_string(*penalties),
                     " both after extra time and on penalties"}),
             {{"record", match.id}, {"found", to_string(*penalties)}});
    }
  }
}

void pens_level(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    if (match.score.penalties && is_level(*match.score.penalties)) {
      report(diagnostics, Code::pens_level, at(match),
             concat({"The shoot-out of ", describe(match), " ends ",
                     to_string(*match.score.penalties)}),
             {{"record", match.id}, {"found", to_string(*match.score.penalties)}});
    }
  }
}

void pens_without_level_tie(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (!match.score.penalties || !final_score(match) || index.tie[i] == none ||
        allows_shootout(index, index.tie[i], match)) {
      continue;
    }
    const football::Tie& tie = index.season.ties[index.tie[i]];
    const std::string total =
        tie.aggregate ? concat({", ", to_string(*tie.aggregate), " on aggregate,"}) : "";
    report(diagnostics, Code::pens_without_level_tie, at(match),
           concat({describe(match), total, " is not level and has a shoot-out of ",
                   to_string(*match.score.penalties)}),
           {{"record", match.id}, {"found", to_string(*match.score.penalties)}});
  }
}

void score_implausible(const Index& index, Diagnostics& diagnostics) {
  constexpr Pair most{15, 15};
  for (const Match& match : index.season.matches) {
    const MaybePair& score = final_score(match);
    if (score && exceeds(*score, most)) {
      report(diagnostics, Code::score_implausible, at(match),
             concat({describe(match), " has a side with more than 15 goals"}),
             {{"record", match.id}, {"found", to_string(*score)}});
    }
  }
}

}  // namespace acta::check
