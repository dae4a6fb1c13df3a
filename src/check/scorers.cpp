/// Rules that compare scorers with one another: within a match, and from match to match.

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Goal;
using football::Match;
using football::MaybeInt;
using football::Side;

constexpr std::array sides = {Side::home, Side::away};

Side other(Side side) { return side == Side::home ? Side::away : Side::home; }

/// The side that a scorer plays for.
Side club_side(const Goal& goal) { return goal.own_goal ? other(goal.side) : goal.side; }

const std::string& name_of(const Match& match, Side side) {
  return side == Side::home ? match.home : match.away;
}

const std::string& id_of(const Match& match, Side side) {
  return side == Side::home ? match.home_id : match.away_id;
}

std::string minute_text(const Goal& goal) {
  std::string text = std::to_string(*goal.minute);
  if (goal.stoppage) text += '+' + std::to_string(*goal.stoppage);
  return text + '\'';
}

/// Whether a name has two words or more: one word alone is that of many people.
bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos || name.find("\u00A0") != std::string_view::npos;
}

/// The scorers of one side with their minutes, as a text; nothing where that is too little to be
/// known again: below two goals, or one without scorer or minute.
std::string list_of(const Match& match, Side side) {
  std::vector<std::string> goals;
  for (const Goal& goal : match.goals) {
    if (goal.side != side) continue;
    if (!goal.player || !goal.minute) return {};
    goals.push_back(concat({*goal.player, " ", minute_text(goal)}));
  }
  if (goals.size() < 2) return {};
  std::sort(goals.begin(), goals.end());
  std::string text;
  for (const std::string& goal : goals) text += goal + '\n';
  return text;
}

/// Whether two matches may be one that is told twice, as other rules say.
bool may_be_told_twice(const Match& left, const Match& right) {
  const bool has_same_sides =
      may_be_one_team(left.home_id, right.home_id) && may_be_one_team(left.away_id, right.away_id);
  return has_same_sides && (left.date == right.date || !left.date || !right.date);
}

/// Who a scorer is: the article about them, or a full name where it is linked nowhere.
class People {
 public:
  explicit People(const football::Season& season) {
    for (const football::Player& player : season.players) {
      if (player.team_id) keys_[{*player.team_id, player.id}] = key_of(player);
    }
  }

  /// A key; empty where nobody is known for sure.
  std::string_view of(const Match& match, const Goal& goal) const {
    if (!goal.player_id) return {};
    const auto found = keys_.find({id_of(match, club_side(goal)), *goal.player_id});
    return found == keys_.end() ? std::string_view() : found->second;
  }

 private:
  static std::string key_of(const football::Player& player) {
    if (player.article) return concat({"[", *player.article, "]"});
    return is_full_name(player.name) ? text::identity_key(player.name) : std::string();
  }

  std::map<std::pair<std::string_view, std::string_view>, std::string> keys_;
};

/// One goal of a person, for the club that it makes them play for.
struct Scored {
  std::string_view person;
  const std::string* club;
  const std::string* opponent;
  const Match* match;
  const Goal* goal;
};

/// Whether a player who scores in `match` may have changed clubs between `there` and it.
bool may_have_moved(const Match& there, const Match& match) {
  constexpr std::int32_t window = 30;
  const MaybeInt before = day_of(there.date);
  const MaybeInt now = day_of(match.date);
  return !before || !now || *before + window < *now;
}

/// Looks at the goals of one person: one that counts for the opponents of the only club they
/// score for elsewhere.
void look_at_person(std::span<const Scored> goals, Diagnostics& diagnostics) {
  for (const Scored& here : goals) {
    std::size_t for_opponent = 0;
    bool is_of_club = false;
    for (const Scored& there : goals) {
      if (there.goal == here.goal) continue;
      if (*there.club == *here.club && there.match != here.match) is_of_club = true;
      if (*there.club == *here.opponent && !there.goal->own_goal &&
          (there.match == here.match || !may_have_moved(*there.match, *here.match))) {
        ++for_opponent;
      }
    }
    if (is_of_club || for_opponent == 0) continue;
    const Match& match = *here.match;
    const Side club = club_side(*here.goal);
    const std::string& scorer = *here.goal->player;
    const std::string minute = here.goal->minute ? concat({" at ", minute_text(*here.goal)}) : "";
    const std::string what =
        here.goal->own_goal ? concat({"an own goal of ", name_of(match, club)})
                            : concat({"a goal of ", name_of(match, club), ", not an own goal"});
    report(diagnostics, Code::goal_wrong_side, at(match, here.goal->line),
           concat({scorer, minute, " in ", describe(match), " is ", what, ", and plays for ",
                   name_of(match, other(club)), " elsewhere"}),
           {{"record", match.id},
            {"team", name_of(match, club)},
            {"player", scorer},
            {"expected", name_of(match, other(club))},
            {"found", name_of(match, club)}});
    if (here.goal->own_goal) continue;
    // Of two goals in one match, one for each side, the first stands for both.
    const bool is_one_match = std::all_of(goals.begin(), goals.end(),
                                          [&](const Scored& it) { return it.match == here.match; });
    if (is_one_match) return;
  }
}

/// A line-up of fewer players may be told in part.
constexpr std::size_t fewest_players = 11;

/// The last word of a name, folded: what people are called by.
std::string surname_of(std::string_view name) {
  const std::string folded = text::fold(name);
  const std::size_t blank = folded.rfind(' ');
  return blank == std::string::npos ? folded : folded.substr(blank + 1);
}

/// How many players a line-up has, and whether a scorer is one of them.
struct Listed {
  std::size_t players = 0;
  bool is_there = false;
};

/// A name is there by its id, or by its last word in the other name.
Listed listed_in(const Match& match, const Goal& goal, Side side) {
  Listed listed;
  const std::string name = text::fold(*goal.player);
  const std::string surname = surname_of(*goal.player);
  for (const football::LineupPlayer& player : match.lineups) {
    if (player.side != side) continue;
    ++listed.players;
    const std::string known = text::fold(player.player);
    listed.is_there = listed.is_there || player.player_id == goal.player_id ||
                      known.find(surname) != std::string::npos ||
                      name.find(surname_of(player.player)) != std::string::npos;
  }
  return listed;
}

/// How many kicks of a shoot-out went in.
football::Pair scored_kicks(const Match& match) {
  football::Pair count;
  for (const football::Kick& kick : match.shootout) {
    if (kick.scored) ++(kick.side == Side::home ? count.home : count.away);
  }
  return count;
}

/// Whether the article lists the kicks of both sides as they are taken in turn.
bool lists_all_kicks(const Match& match) {
  const auto of_home =
      std::count_if(match.shootout.begin(), match.shootout.end(),
                    [](const football::Kick& kick) { return kick.side == Side::home; });
  const auto of_away = static_cast<std::ptrdiff_t>(match.shootout.size()) - of_home;
  constexpr std::ptrdiff_t fewest = 3;
  return of_home >= fewest && of_away >= fewest && of_home - of_away <= 1 && of_away - of_home <= 1;
}

}  // namespace

void scorers_repeated(const Index& index, Diagnostics& diagnostics) {
  std::map<std::string, const Match*> seen;
  for (const Match& match : index.season.matches) {
    for (const Side side : sides) {
      std::string list = list_of(match, side);
      if (list.empty()) continue;
      const auto [place, is_new] = seen.try_emplace(std::move(list), &match);
      const Match& first = *place->second;
      if (is_new || may_be_told_twice(first, match)) continue;
      report(diagnostics, Code::scorers_repeated, at(match),
             concat({"The scorers of ", name_of(match, side), " in ", describe(match),
                     " are those of ", describe(first), " at line ", std::to_string(first.line)}),
             {{"record", match.id},
              {"team", name_of(match, side)},
              {"other_line", std::int64_t{first.line}}});
    }
  }
}

void scorer_not_in_lineup(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    if (match.lineups.empty()) continue;
    for (const Goal& goal : match.goals) {
      if (!goal.player) continue;
      const Side club = club_side(goal);
      const Listed listed = listed_in(match, goal, club);
      if (listed.players < fewest_players || listed.is_there) continue;
      const bool plays_for_other = listed_in(match, goal, other(club)).is_there;
      report(diagnostics, Code::scorer_not_in_lineup, at(match, goal.line),
             concat({*goal.player, " scores in ", describe(match), " and is not in the line-up of ",
                     name_of(match, club),
                     plays_for_other ? concat({", but in that of ", name_of(match, other(club))})
                                     : std::string()}),
             {{"record", match.id}, {"team", name_of(match, club)}, {"player", *goal.player}});
    }
  }
}

void goal_repeated(const Index& index, Diagnostics& diagnostics) {
  for (const Match& match : index.season.matches) {
    for (auto goal = match.goals.begin(); goal != match.goals.end(); ++goal) {
      if (!goal->player_id || !goal->minute) continue;
      const auto earlier = std::find_if(match.goals.begin(), goal, [&](const Goal& it) {
        return it.player_id == goal->player_id && it.side == goal->side &&
               it.minute == goal->minute && it.stoppage == goal->stoppage;
      });
      if (earlier == goal) continue;
      report(diagnostics, Code::goal_repeated, at(match, goal->line),
             concat({*goal->player, " has two goals at ", minute_text(*goal), " in ",
                     describe(match)}),
             {{"record", match.id},
              {"team", name_of(match, club_side(*goal))},
              {"player", *goal->player},
              {"found", minute_text(*goal)}});
    }
  }
}

void goal_wrong_side(const Index& index, Diagnostics& diagnostics) {
  const People people(index.season);
  std::vector<Scored> goals;
  for (const Match& match : index.season.matches) {
    for (const Goal& goal : match.goals) {
      const std::string_view person = people.of(match, goal);
      if (person.empty()) continue;
      const Side club = club_side(goal);
      goals.push_back({person, &id_of(match, club), &id_of(match, other(club)), &match, &goal});
    }
  }
  std::stable_sort(goals.begin(), goals.end(), [](const Scored& left, const Scored& right) {
    return left.person < right.person;
  });
  for (auto first = goals.begin(); first != goals.end();) {
    const auto last = std::find_if(
        first, goals.end(), [&](const Scored& goal) { return goal.person != first->person; });
    // Nobody scores so often; a name that does is no one person's.
    constexpr std::ptrdiff_t most = 200;
    if (last - first <= most) look_at_person(std::span(first, last), diagnostics);
    first = last;
  }
}

void shootout_mismatch(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (!match.score.penalties) continue;
    const football::Pair& score = *match.score.penalties;
    const football::Pair kicks = scored_kicks(match);
    const bool is_over = kicks.home > score.home || kicks.away > score.away;
    if (!match.shootout.empty() && kicks != score && (is_over || lists_all_kicks(match))) {
      report(diagnostics, Code::shootout_mismatch, at(match),
             concat({"The shoot-out of ", describe(match), " ends ", to_string(score),
                     ", the kicks give ", to_string(kicks)}),
             {{"record", match.id}, {"expected", to_string(kicks)}, {"found", to_string(score)}});
    }
    const std::uint32_t number = index.tie[i];
    if (number == none || score.home == score.away || index.matches_of(number).back() != i)
      continue;
    const football::Tie& tie = index.season.ties[number];
    const std::string& winner = score.home > score.away ? match.home_id : match.away_id;
    if (tie.decided_by != football::Decider::penalties || !tie.winner_id ||
        *tie.winner_id == winner) {
      continue;
    }
    report(diagnostics, Code::shootout_mismatch, at(match),
           concat({tie.winner.value_or(*tie.winner_id),
                   " is said to have gone through, the shoot-out of ", describe(match), " ends ",
                   to_string(score)}),
           {{"record", match.id},
            {"team", tie.winner.value_or(*tie.winner_id)},
            {"found", to_string(score)}});
  }
}

}  // namespace acta::check
