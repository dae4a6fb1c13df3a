/// Rules on scorers and minutes.

#include <algorithm>
#include <array>
#include <tuple>

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Goal;
using football::Match;
using football::Pair;
using football::Side;

constexpr std::array sides = {Side::home, Side::away};

std::int32_t of(const Pair& pair, Side side) { return side == Side::home ? pair.home : pair.away; }

const std::string& team_of(const Match& match, Side side) {
  return side == Side::home ? match.home : match.away;
}

/// The team a scorer plays for.
const std::string& club_of(const Match& match, const Goal& goal) {
  return team_of(match, goal.own_goal == (goal.side == Side::home) ? Side::away : Side::home);
}

/// How many goals are listed for each side.
Pair listed(const Match& match) {
  Pair count;
  for (const Goal& goal : match.goals) {
    ++(goal.side == Side::home ? count.home : count.away);
  }
  return count;
}

/// The line of the side's scorers, or of the match where it has none.
std::uint32_t scorer_line(const Match& match, Side side) {
  const auto first = std::find_if(match.goals.begin(), match.goals.end(),
                                  [side](const Goal& goal) { return goal.side == side; });
  return first == match.goals.end() ? match.line : first->line;
}

void report_count(Diagnostics& diagnostics, Code code, const Match& match, Side side,
                  std::int32_t scored, std::int32_t found) {
  const std::string list =
      found == 0 ? "no scorer" : counted(static_cast<std::size_t>(found), "scorer", "scorers");
  report(diagnostics, code, at(match, scorer_line(match, side)),
         concat({team_of(match, side), " scored ", std::to_string(scored), ", ", list, " listed"}),
         {{"record", match.id},
          {"team", team_of(match, side)},
          {"expected", std::to_string(scored)},
          {"found", std::to_string(found)}});
}

/// Whether a name has one word only.
bool is_one_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos && name.find("\u00A0") == std::string_view::npos;
}

/// "43'" or "90+2'".
std::string minute_text(const Goal& goal) {
  std::string text = std::to_string(goal.minute.value_or(0));
  if (goal.stoppage) {
    text += '+' + std::to_string(*goal.stoppage);
  }
  return text + '\'';
}

std::string scorer_name(const Goal& goal) {
  return goal.player ? *goal.player : "An unnamed scorer";
}

/// Whether the article states a score and no sign of extra time.
bool has_no_extra_time(const Index& index, std::uint32_t number) {
  const Match& match = index.season.matches[number];
  if (!match.score.full_time || match.score.extra_time || match.score.penalties) {
    return false;
  }
  const std::uint32_t tie = index.tie[number];
  // Extra time is played at the end of the last match of a tie.
  return tie == none || index.season.ties[tie].decided_by != football::Decider::extra_time ||
         index.matches_of(tie).back() != number;
}

}  // namespace

void scorer_count_short(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    if (!match.goals_missing || was_decided_on_paper(match)) {
      continue;
    }
    const Pair found = listed(match);
    for (const Side side : sides) {
      const std::int32_t missing = of(*match.goals_missing, side);
      if (missing > 0) {
        report_count(diagnostics, Code::scorer_count_short, match, side, missing + of(found, side),
                     of(found, side));
      }
    }
  }
}

void scorer_count_over(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    const football::MaybePair& score = final_score(match);
    if (match.goals.empty() || !score || was_decided_on_paper(match)) {
      continue;
    }
    const Pair found = listed(match);
    for (const Side side : sides) {
      if (of(found, side) > of(*score, side)) {
        report_count(diagnostics, Code::scorer_count_over, match, side, of(*score, side),
                     of(found, side));
      }
    }
  }
}

void scorer_minute_missing(const Index& index, Diagnostics& diagnostics) {
  std::size_t goals = 0;
  std::size_t timed = 0;
  const auto has_minute = [](const Goal& goal) { return goal.minute.has_value(); };
  for (const Match& match : index.season.matches) {
    goals += match.goals.size();
    timed +=
        static_cast<std::size_t>(std::count_if(match.goals.begin(), match.goals.end(), has_minute));
  }
  if (timed == goals) {
    return;
  }
  for (const Match& match : index.season.matches) {
    // Where an article gives no minutes, that is its form and not a gap.
    if (2 * timed < goals && std::none_of(match.goals.begin(), match.goals.end(), has_minute)) {
      continue;
    }
    for (const Goal& goal : match.goals) {
      if (goal.player && !goal.minute) {
        report(diagnostics, Code::scorer_minute_missing, at(match, goal.line),
               concat({*goal.player, " has no minute in ", describe(match)}),
               {{"record", match.id}, {"team", club_of(match, goal)}, {"player", *goal.player}});
      }
    }
  }
}

void scorer_name_missing(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    for (const Goal& goal : match.goals) {
      if (!goal.player) {
        report(diagnostics, Code::scorer_name_missing, at(match, goal.line),
               concat({"A goal of ", team_of(match, goal.side),
                       goal.minute ? concat({" at ", minute_text(goal)}) : "", " has no scorer in ",
                       describe(match)}),
               {{"record", match.id}, {"team", team_of(match, goal.side)}});
      }
    }
  }
}

void scorer_surname_only(const Index& index, Diagnostics& diagnostics) {
  struct First {
    const Match* match;
    const Goal* goal;
  };

  std::unordered_map<std::string_view, bool> seen;
  std::vector<First> short_names;
  for (const Match& match : index.season.matches) {
    for (const Goal& goal : match.goals) {
      if (goal.player && seen.try_emplace(*goal.player, true).second && is_one_word(*goal.player)) {
        short_names.push_back({&match, &goal});
      }
    }
  }
  if (5 * short_names.size() > seen.size()) {
    return;  // One word is how this article names its players.
  }
  for (const First& first : short_names) {
    report(diagnostics, Code::scorer_surname_only, at(*first.match, first.goal->line),
           concat({*first.goal->player, " is one word, ",
                   std::to_string(seen.size() - short_names.size()), " of ",
                   std::to_string(seen.size()), " scorers have two or more"}),
           {{"record", first.match->id},
            {"team", club_of(*first.match, *first.goal)},
            {"player", *first.goal->player}});
  }
}

void scorer_list_absent(const Index& index, Diagnostics& diagnostics) {
  const Match* first = nullptr;
  std::size_t count = 0;
  for (const Match& match : index.season.matches) {
    const football::MaybePair& score = final_score(match);
    const bool has_goals = score && score->home + score->away > 0;
    if (match.status == football::MatchStatus::played && has_goals && match.goals.empty() &&
        !match.goals_missing) {
      first = first == nullptr ? &match : first;
      ++count;
    }
  }
  if (first != nullptr) {
    report(diagnostics, Code::scorer_list_absent, at(*first),
           concat({counted(count, "match with goals lists", "matches with goals list"),
                   " no scorer, the first is ", describe(*first)}),
           {{"count", static_cast<std::int64_t>(count)}});
  }
}

void minute_out_of_range(const Index& index, Diagnostics& diagnostics) {
  constexpr std::int32_t longest_stoppage = 45;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    for (const Goal& goal : match.goals) {
      if (!goal.minute) {
        continue;
      }
      const bool is_impossible = *goal.minute < 1 || *goal.minute > 130 ||
                                 goal.stoppage.value_or(0) < 0 ||
                                 goal.stoppage.value_or(0) > longest_stoppage;
      if (!is_impossible && (*goal.minute <= 90 || !has_no_extra_time(index, i))) {
        continue;
      }
      // Below 100 it is how some write stoppage time.
      constexpr std::int32_t stoppage_end = 100;
      const finding::Severity severity = is_impossible                 ? finding::Severity::error
                                         : *goal.minute < stoppage_end ? finding::Severity::info
                                                                       : finding::Severity::warning;
      report(diagnostics, Code::minute_out_of_range, severity, at(match, goal.line),
             concat({scorer_name(goal), " scores at ", minute_text(goal), " in ", describe(match),
                     is_impossible ? "" : ", and no extra time is stated"}),
             {{"record", match.id},
              {"team", club_of(match, goal)},
              {"player", scorer_name(goal)},
              {"found", minute_text(goal)}});
    }
  }
}

void minutes_not_ascending(const Index& index, Diagnostics& diagnostics) {
  std::vector<const Goal*> goals;
  const auto player_order = [](const Goal* goal) {
    return std::tuple(goal->side, std::string_view(*goal->player), goal->own_goal);
  };
  const auto minute_order = [](const Goal* goal) {
    return std::pair(*goal->minute, goal->stoppage.value_or(0));
  };
  for (const Match& match : index.season.matches) {
    goals.clear();
    for (const Goal& goal : match.goals) {
      if (goal.player && goal.minute) {
        goals.push_back(&goal);
      }
    }
    if (goals.size() < 2) {
      continue;
    }
    std::stable_sort(goals.begin(), goals.end(), [&](const Goal* left, const Goal* right) {
      return player_order(left) < player_order(right);
    });
    bool is_reported = false;  // Of the current player.
    for (std::size_t i = 1; i < goals.size(); ++i) {
      if (player_order(goals[i - 1]) != player_order(goals[i])) {
        is_reported = false;
      } else if (!is_reported && minute_order(goals[i]) < minute_order(goals[i - 1])) {
        is_reported = true;
        report(diagnostics, Code::minutes_not_ascending, at(match, goals[i]->line),
               concat({*goals[i]->player, " has ", minute_text(*goals[i]), " after ",
                       minute_text(*goals[i - 1]), " in ", describe(match)}),
               {{"record", match.id},
                {"team", club_of(match, *goals[i])},
                {"player", *goals[i]->player}});
      }
    }
  }
}

}  // namespace acta::check
