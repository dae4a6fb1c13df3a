#include "check/records.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::MaybeInt;
using football::MaybePair;
using football::MaybeText;
using football::Season;

/// The number of the two digits at `at`.
int two_digits(std::string_view text, std::size_t at) {
  return 10 * (text[at] - '0') + (text[at + 1] - '0');
}

/// Whether the calendar has the date, which has the shape of one: "2024", "2024-05", "2024-05-29".
bool is_in_calendar(std::string_view date) {
  constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.size() < 7) return true;
  const int month = two_digits(date, 5);
  if (month < 1 || month > 12) return false;
  if (date.size() < 10) return true;
  const int day = two_digits(date, 8);
  const int year = 100 * two_digits(date, 0) + two_digits(date, 2);
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= days[static_cast<std::size_t>(month - 1)] &&
         (month != 2 || day < 29 || is_leap);
}

bool is_time(std::string_view time) { return two_digits(time, 0) < 24 && two_digits(time, 3) < 60; }

/// Whether an id may be that of a name: its slug, perhaps numbered.
bool is_id_of(std::string_view id, std::string_view name) {
  const std::string slug = text::slug(name);
  return id == slug || (id.starts_with(slug) && id.substr(slug.size()).starts_with('-') &&
                        id.find_first_not_of("0123456789", slug.size() + 1) == std::string::npos);
}

/// The id of a match's round, from its own fields; empty without a round.
std::string round_id(const football::Match& match) {
  if (!match.round) return {};
  return text::slug(
      concat({match.stage.value_or(""), " ", match.group.value_or(""), " ", *match.round}));
}

/// What a match's id begins with: its round, or without one its stage and group, or that it is one.
std::string head_of_id(const football::Match& match) {
  std::string head = round_id(match);
  if (head.empty()) {
    head = text::slug(concat({match.stage.value_or(""), " ", match.group.value_or("")}));
  }
  return head.empty() ? "match" : head;
}

std::string text_of(const MaybePair& pair) { return pair ? to_string(*pair) : "null"; }

std::string text_of(const MaybeInt& number) { return number ? std::to_string(*number) : "null"; }

/// Looks at the records of one season.
class Records {
 public:
  Records(const Season& season, Diagnostics& diagnostics)
      : season_(season), diagnostics_(diagnostics) {
    for (const football::Team& team : season.teams) {
      teams_.insert(team.id);
      team_ids_.emplace(text::identity_key(team.name), team.id);
      // Where clubs are linked, the link and not the name is who they are.
      if (!team.article) unlinked_.insert(team.id);
    }
    for (const football::Stadium& stadium : season.stadiums) stadiums_.insert(stadium.id);
    for (const football::Player& player : season.players) players_.insert(player.id);
    for (const football::Match& match : season.matches) matches_.emplace(match.id, &match);
  }

  void look() {
    look_at_whole();
    look_at_teams();
    look_at_rounds();
    look_at_matches();
    look_at_ties();
    look_at_tables();
    look_at_players();
  }

 private:
  void tell(finding::Position place, std::string_view record, std::string message) {
    std::vector<finding::Context> context;
    if (!record.empty()) context.push_back({"record", std::string(record)});
    report(diagnostics_, Code::record_inconsistent, place, std::move(message), std::move(context));
  }

  /// An id under which no record stands; where nothing was read of that kind, that is another
  /// fault.
  template <class Ids>
  void expect(const Ids& ids, const std::string& id, finding::Position place,
              std::string_view record, std::string_view key) {
    if (!ids.contains(id)) {
      tell(place, record, concat({key, " is ", id, ", and no record has that id"}));
    }
  }

  void expect_equal(std::string_view stated, std::string_view counted, finding::Position place,
                    std::string_view record, std::string_view key, std::string_view from) {
    if (stated != counted) {
      tell(place, record, concat({key, " is ", stated, ", ", from, " give ", counted}));
    }
  }

  void expect_date(const MaybeText& date, finding::Position place, std::string_view record,
                   std::string_view key) {
    if (date && !is_in_calendar(*date)) {
      tell(place, record, concat({key, " is ", *date, ", which the calendar has not"}));
    }
  }

  void expect_id(std::string_view id, std::string_view name, finding::Position place,
                 std::string_view key) {
    if (!is_id_of(id, name)) {
      tell(place, id, concat({key, " is ", id, ", the name is ", name}));
    }
  }

  /// The id of a team that another record names.
  void expect_team(const std::string& id, const std::string& name, finding::Position place,
                   std::string_view record, std::string_view key) {
    expect(teams_, id, place, record, key);
    const auto known = team_ids_.find(text::identity_key(name));
    if (known != team_ids_.end() && known->second != id) {
      tell(place, record, concat({key, " is ", id, ", ", name, " has the id ", known->second}));
    }
    if (known == team_ids_.end() && unlinked_.contains(id)) {
      tell(place, record, concat({key, " is ", id, ", and that is not ", name}));
    }
  }

  void look_at_whole() {
    const football::Coverage& coverage = season_.coverage;
    const std::uint64_t sum = std::uint64_t{coverage.blank} + coverage.record + coverage.prose +
                              coverage.residue + coverage.unread;
    expect_equal(std::to_string(coverage.lines), std::to_string(sum), {}, "", "coverage.lines",
                 "its classes");
    expect_date(season_.season.start_date, {}, "", "season.start_date");
    expect_date(season_.season.end_date, {}, "", "season.end_date");
    const auto& [label, first, last, start, end, previous, next] = season_.season;
    if (first && last && *first > *last) {
      tell({}, "",
           concat({"season.start_year is ", text_of(first), ", season.end_year ", text_of(last)}));
    }
    if (start && end && start->size() == end->size() && *start > *end) {
      tell({}, "", concat({"season.start_date is ", *start, ", season.end_date ", *end}));
    }
    if (season_.competition.id && season_.competition.name) {
      expect_id(*season_.competition.id, *season_.competition.name, {}, "competition.id");
    }
    for (const football::Honour& honour : season_.honours) {
      const auto known = team_ids_.find(text::identity_key(honour.team));
      if (known != team_ids_.end()) {
        expect_team(honour.team_id, honour.team, at(honour), "", "team_id");
      }
    }
  }

  void look_at_teams() {
    std::unordered_set<std::string_view> seen;
    for (const football::Team& team : season_.teams) {
      if (!seen.insert(team.id).second) {
        tell(at(team), team.id, concat({"two teams have the id ", team.id}));
      }
      expect_id(team.id, team.name, at(team), "id");
      if (team.stadium_id) expect(stadiums_, *team.stadium_id, at(team), team.id, "stadium_id");
    }
    for (const football::Stadium& stadium : season_.stadiums) {
      if (!stadium.id.starts_with(text::slug(stadium.name))) {
        tell(at(stadium), stadium.id,
             concat({"id is ", stadium.id, ", the name is ", stadium.name}));
      }
    }
  }

  void look_at_rounds() {
    std::unordered_map<std::string, std::size_t> counts;
    for (const football::Match& match : season_.matches) ++counts[round_id(match)];
    std::unordered_set<std::string_view> seen;
    for (const football::Round& round : season_.rounds) {
      if (!seen.insert(round.id).second) {
        tell(at(round), round.id, concat({"two rounds have the id ", round.id}));
      }
      const std::string id = text::slug(
          concat({round.stage.value_or(""), " ", round.group.value_or(""), " ", round.round}));
      expect_equal(round.id, id, at(round), round.id, "id", "stage, group and round");
      expect_equal(std::to_string(round.matches), std::to_string(counts[round.id]), at(round),
                   round.id, "matches", "the matches");
      const bool is_empty = round.matches == 0;
      if (is_empty != (round.status == football::RoundStatus::empty)) {
        tell(at(round), round.id,
             concat({"status is ",
                     football::round_status_names[static_cast<std::size_t>(round.status)], " of ",
                     counted(static_cast<std::size_t>(round.matches), "match", "matches")}));
      }
      if (round.expected_matches && round.matches >= *round.expected_matches && !is_empty &&
          round.status != football::RoundStatus::complete) {
        tell(at(round), round.id, "status is partial, and no match is missing");
      }
    }
    for (const football::Match& match : season_.matches) {
      const std::string id = round_id(match);
      if (!id.empty() && !seen.contains(id)) {
        tell(at(match), match.id, concat({"its round ", id, " is no record"}));
      }
    }
  }

  void look_at_matches() {
    std::unordered_set<std::string_view> seen;
    for (const football::Match& match : season_.matches) {
      if (!seen.insert(match.id).second) {
        tell(at(match), match.id, concat({"two matches have the id ", match.id}));
      }
      std::string id = head_of_id(match);
      if (match.leg) id += concat({"-leg-", std::to_string(*match.leg)});
      id += concat({":", match.home_id, ":", match.away_id});
      const std::string_view rest =
          std::string_view(match.id).substr(std::min(id.size(), match.id.size()));
      if (!match.id.starts_with(id) || (!rest.empty() && !rest.starts_with(':'))) {
        tell(at(match), match.id, concat({"id is ", match.id, ", its fields give ", id}));
      }
      expect_team(match.home_id, match.home, at(match), match.id, "home_id");
      expect_team(match.away_id, match.away, at(match), match.id, "away_id");
      expect_date(match.date, at(match), match.id, "date");
      if (match.time && !is_time(*match.time)) {
        tell(at(match), match.id, concat({"time is ", *match.time, ", which no clock shows"}));
      }
      if (match.leg && *match.leg > 2) {
        tell(at(match), match.id, concat({"leg is ", text_of(match.leg)}));
      }
      look_at_goals(match);
      look_at_players_of(match, match.goals, "a goal");
      look_at_players_of(match, match.shootout, "a kick");
      look_at_players_of(match, match.cards, "a card");
      look_at_players_of(match, match.missed_penalties, "a missed penalty");
      for (const football::LineupPlayer& player : match.lineups) {
        expect(players_, player.player_id, at(match, player.line), match.id, "player_id");
      }
    }
  }

  template <class Part>
  void look_at_players_of(const football::Match& match, const std::vector<Part>& parts,
                          std::string_view what) {
    for (const Part& part : parts) {
      if (part.player.has_value() != part.player_id.has_value()) {
        tell(at(match, part.line), match.id,
             concat({what, " has a player without an id, or the reverse"}));
      }
      if (part.player_id) {
        expect(players_, *part.player_id, at(match, part.line), match.id, "player_id");
      }
    }
  }

  void look_at_goals(const football::Match& match) {
    const MaybePair& score = final_score(match);
    football::Pair listed;
    for (const football::Goal& goal : match.goals) {
      ++(goal.side == football::Side::home ? listed.home : listed.away);
      if (goal.stoppage && !goal.minute) {
        tell(at(match, goal.line), match.id, "a goal has a stoppage and no minute");
      }
    }
    const bool is_scheduled = match.status == football::MatchStatus::scheduled;
    if (is_scheduled && (score || match.score.penalties || !match.goals.empty())) {
      tell(at(match), match.id, "status is scheduled, and there is a score");
    }
    if (match.status == football::MatchStatus::played && !score && !match.score.penalties) {
      tell(at(match), match.id, "status is played, and there is no score");
    }
    if (!score || was_decided_on_paper(match)) return;
    MaybePair missing = football::Pair{std::max(score->home - listed.home, 0),
                                       std::max(score->away - listed.away, 0)};
    if (match.goals.empty() && *score != football::Pair{}) missing.reset();
    // An article may say of a match with goals that it has a list, though an empty one.
    if (match.goals.empty() && match.goals_missing == score) return;
    expect_equal(text_of(match.goals_missing), text_of(missing), at(match), match.id,
                 "goals_missing", "score and goals");
  }

  void look_at_ties() {
    std::unordered_set<std::string_view> seen;
    for (const football::Tie& tie : season_.ties) {
      if (!seen.insert(tie.id).second) {
        tell(at(tie), tie.id, concat({"two ties have the id ", tie.id}));
      }
      const bool is_of_a_leg =
          std::any_of(tie.legs.begin(), tie.legs.end(), [&](const std::string& leg) {
            const auto found = matches_.find(leg);
            return found == matches_.end() ||
                   tie.id.starts_with(
                       concat({round_id(*found->second), ":", tie.home_id, ":", tie.away_id}));
          });
      if (!is_of_a_leg && !tie.legs.empty()) {
        tell(at(tie), tie.id, concat({"id is ", tie.id, ", its round and teams give another"}));
      }
      expect_team(tie.home_id, tie.home, at(tie), tie.id, "home_id");
      expect_team(tie.away_id, tie.away, at(tie), tie.id, "away_id");
      if (tie.winner.has_value() != tie.winner_id.has_value()) {
        tell(at(tie), tie.id, "there is a winner without an id, or the reverse");
      } else if (tie.winner) {
        const bool is_home = *tie.winner_id == tie.home_id && *tie.winner == tie.home;
        const bool is_away = *tie.winner_id == tie.away_id && *tie.winner == tie.away;
        if (!is_home && !is_away) {
          tell(at(tie), tie.id, concat({"the winner ", *tie.winner, " is neither of its teams"}));
        }
      }
      look_at_legs(tie);
    }
  }

  void look_at_legs(const football::Tie& tie) {
    football::Pair sum;
    bool is_counted = true;
    for (const std::string& id : tie.legs) {
      const auto found = matches_.find(id);
      if (found == matches_.end()) {
        tell(at(tie), tie.id, concat({"its leg ", id, " is no record"}));
        return;
      }
      const football::Match& leg = *found->second;
      const bool is_in_order = leg.home_id == tie.home_id && leg.away_id == tie.away_id;
      if (!is_in_order && (leg.home_id != tie.away_id || leg.away_id != tie.home_id)) {
        tell(at(tie), tie.id, concat({"its leg ", id, " has other teams"}));
        return;
      }
      const MaybePair& score = final_score(leg);
      is_counted = is_counted && score && !was_voided(leg) && !was_decided_on_paper(leg);
      if (!score) continue;
      sum.home += is_in_order ? score->home : score->away;
      sum.away += is_in_order ? score->away : score->home;
    }
    if (is_counted && tie.aggregate && tie.legs.size() == 2) {
      expect_equal(text_of(tie.aggregate), to_string(sum), at(tie), tie.id, "aggregate",
                   "its legs");
    }
    look_at_decision(tie, tie.aggregate ? *tie.aggregate : sum, is_counted);
  }

  /// What a clear score says of the winner.
  void look_at_decision(const football::Tie& tie, const football::Pair& sum, bool is_counted) {
    using football::Decider;
    const bool is_by_goals = tie.decided_by == Decider::regulation ||
                             tie.decided_by == Decider::extra_time ||
                             tie.decided_by == Decider::aggregate;
    if (!is_counted || !is_by_goals || !tie.winner_id || tie.legs.size() > 2) return;
    const std::string& ahead = sum.home > sum.away ? tie.home_id : tie.away_id;
    if (sum.home == sum.away || ahead != *tie.winner_id) {
      tell(at(tie), tie.id,
           concat({"the winner is ", *tie.winner_id, ", the score ", to_string(sum)}));
    }
  }

  void look_at_tables() {
    for (const football::Standing& standing : season_.standings) {
      for (const football::StandingRow& row : standing.rows) {
        expect_team(row.team_id, row.team, at(standing, row.line), "", "team_id");
      }
    }
    for (const football::TopScorer& row : season_.top_scorers) {
      expect(players_, row.player_id, at(row), "", "player_id");
    }
    for (const football::SquadPlayer& row : season_.squads) {
      expect(players_, row.player_id, at(row), "", "player_id");
    }
  }

  void look_at_players() {
    std::map<std::pair<std::string_view, std::string_view>, std::int32_t> goals;
    for (const football::Match& match : season_.matches) {
      for (const football::Goal& goal : match.goals) {
        if (!goal.player_id || goal.own_goal) continue;
        const bool is_home = goal.side == football::Side::home;
        ++goals[{is_home ? match.home_id : match.away_id, *goal.player_id}];
      }
    }
    for (const football::Player& player : season_.players) {
      const finding::Position place = at(player.page, 1);
      expect_id(player.id, player.name, place, "id");
      if (player.team_id) {
        const std::int32_t counted_goals = goals[{*player.team_id, player.id}];
        if (player.goals.value_or(0) != counted_goals) {
          tell(place, player.id,
               concat({"goals of ", player.name, " is ", text_of(player.goals),
                       ", the matches give ", std::to_string(counted_goals)}));
        }
      }
      if (!player.spellings.empty() && std::find(player.spellings.begin(), player.spellings.end(),
                                                 player.name) == player.spellings.end()) {
        tell(place, player.id, concat({player.name, " is none of its spellings"}));
      }
    }
  }

  const Season& season_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string> teams_;
  std::unordered_map<std::string, std::string> team_ids_;
  std::unordered_set<std::string> unlinked_;
  std::unordered_set<std::string> stadiums_;
  std::unordered_set<std::string> players_;
  std::unordered_map<std::string, const football::Match*> matches_;
};

}  // namespace

void check_records(const Season& season, Diagnostics& diagnostics) {
  Records(season, diagnostics).look();
}

}  // namespace acta::check
