#pragma once
/// What the rules share: the index of a season, places and messages of findings, the rules' names.
/// Private to src/check.

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/check.hpp"
#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::check {

/// No such number.
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A team in a knock-out round of one bracket, and the first tie it plays there.
struct Entrant {
  std::uint32_t bracket = 0;
  std::uint32_t depth = 0;
  std::uint32_t team = 0;
  std::uint32_t tie = 0;
};

/// Numbers for ids and headings, so that rules compare integers.
///
/// A *section* is a stage and group, a *bracket* the section of a tie's first match.  A team that
/// is only a placeholder ("TBD") has no number.
struct Index {
  explicit Index(const football::Season& season, const Aliases* aliases = nullptr);

  const football::Season& season;
  const Aliases* aliases;  ///< Or null.

  std::unordered_map<std::string_view, std::uint32_t> team_numbers;
  std::uint32_t team_count = 0;
  std::uint32_t section_count = 0;

  // One element a team number.
  std::vector<std::string_view> team_names;
  std::vector<bool> in_team_table;  ///< The article gives its city, region or stadium.
  std::vector<bool> in_standings;
  std::vector<std::uint32_t> first_match;  ///< Or none.

  // One element a match.
  std::vector<std::uint32_t> home;
  std::vector<std::uint32_t> away;
  std::vector<std::uint32_t> section;
  std::vector<std::uint32_t> round;  ///< Index of its Round, or none.
  std::vector<std::uint32_t> tie;    ///< Index of its Tie, or none.

  // One element a tie.
  std::vector<std::uint32_t> tie_home;
  std::vector<std::uint32_t> tie_away;
  std::vector<std::uint32_t> tie_round;
  std::vector<std::uint32_t> bracket;

  std::vector<std::uint32_t> pairings;  ///< Ties of each round.
  std::vector<Entrant> entrants;        ///< Sorted by bracket, depth, team; each once.
  std::vector<std::uint8_t> depths;     ///< Bit `depth` of each bracket is set where it has ties.
  std::vector<std::uint32_t> finals;    ///< Ties of the kind final.

  /// The matches of tie `number`, in the order of its legs.
  std::span<const std::uint32_t> matches_of(std::uint32_t number) const {
    return std::span(tie_matches_)
        .subspan(tie_starts_[number], tie_starts_[number + 1] - tie_starts_[number]);
  }

  /// Whether a file of aliases says that two names are one club or player.
  bool are_one(std::string_view left, std::string_view right) const {
    return aliases != nullptr && aliases->are_one(left, right, season);
  }

  /// The number of a team id, or none.
  std::uint32_t team(std::string_view id) const;

  /// The number of a stage and group that holds matches or ties, or none.
  std::uint32_t section_of(const football::MaybeText& stage,
                           const football::MaybeText& group) const;

  /// The next depth at which `bracket` has ties, or 0.
  std::uint32_t next_depth(std::uint32_t bracket, std::uint32_t depth) const;

  /// The teams of one depth of a bracket.
  std::span<const Entrant> entrants_at(std::uint32_t bracket, std::uint32_t depth) const;

  /// The tie in which `team` plays at that depth, or none.
  std::uint32_t tie_at(std::uint32_t bracket, std::uint32_t depth, std::uint32_t team) const;

  /// The kind of a match's round; `other` when it has none.
  football::RoundKind kind_of(std::uint32_t match) const;

 private:
  std::uint32_t number_of(std::string_view id, std::string_view name);
  std::uint32_t section_number(const football::MaybeText& stage, const football::MaybeText& group);
  void add_teams();
  void add_matches();
  void add_ties();
  void add_entrants();

  std::unordered_map<std::string, std::uint32_t> sections_;
  std::unordered_map<std::string, std::uint32_t> rounds_;
  std::vector<std::uint32_t> tie_starts_;
  std::vector<std::uint32_t> tie_matches_;
};

/// How far on in a bracket a round is: 1 for the round of 128 to 7 for the final; 0 for rounds
/// whose place in a bracket their name does not tell (preliminary, play-off, third place ...).
std::uint32_t depth_of(football::RoundKind kind);

/// The score a match ended with, extra time included.
inline const football::MaybePair& final_score(const football::Match& match) {
  return match.score.extra_time ? match.score.extra_time : match.score.full_time;
}

/// Whether the score stands for play on the pitch.
inline bool was_decided_on_paper(const football::Match& match) {
  return match.status == football::MatchStatus::awarded ||
         match.status == football::MatchStatus::walkover;
}

/// Whether another match may stand in its place.
bool was_voided(const football::Match& match);

/// A full date, "2024-05-29".
inline bool is_full_date(const football::MaybeText& date) { return date && date->size() == 10; }

/// Whether the winner of `tie` is known from its own result, not from what came after.
bool is_decided_by_result(const football::Tie& tie);

/// A line of the page that a record stands on.
inline finding::Position at(const football::MaybeText& page, std::uint32_t line) {
  return {line, 1, page ? std::string_view(*page) : std::string_view()};
}

/// A line of the page of `record`.
template <typename Record>
finding::Position at(const Record& record, std::uint32_t line) {
  return at(record.page, line);
}

/// The place of a record.
template <typename Record>
finding::Position at(const Record& record) {
  return at(record.page, record.line);
}

/// Adds a finding at the code's own severity.
void report(finding::Diagnostics& diagnostics, finding::Code code, finding::Position place,
            std::string message, std::vector<finding::Context> context = {});

/// Adds a finding at another severity.
void report(finding::Diagnostics& diagnostics, finding::Code code, finding::Severity severity,
            finding::Position place, std::string message,
            std::vector<finding::Context> context = {});

/// The pieces one after the other.
std::string concat(std::initializer_list<std::string_view> pieces);

/// The day of a full date, counted so that days can be subtracted; nothing for another.
football::MaybeInt day_of(const football::MaybeText& date);

/// A finding's details with the section that its table belongs to, "Apertura / Group A".
std::vector<finding::Context> about(const football::Standing& standing,
                                    std::vector<finding::Context> context);

/// Whether two ids may be names of one team: one holds the other word by word, or a letter differs.
bool may_be_one_team(std::string_view left, std::string_view right);

/// "2-1".
std::string to_string(const football::Pair& pair);

/// "1 match", "2 matches".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// "A, B and 3 more": at most `shown` names.
std::string list_of(const std::vector<std::string_view>& names, std::size_t shown);

/// "Melgar 2-1 ADT", or "Melgar v ADT" without a score.
std::string describe(const football::Match& match);

// The rules, named as the codes they report.
using Look = void(const Index& index, finding::Diagnostics& diagnostics);

// goals.cpp
Look scorer_count_short, scorer_count_over, scorer_minute_missing, scorer_name_missing,
    scorer_surname_only, scorer_list_absent, minute_out_of_range, minutes_not_ascending;
// scorers.cpp
Look scorers_repeated, goal_repeated, goal_wrong_side, scorer_not_in_lineup, shootout_mismatch;
// scores.cpp
Look goal_order_impossible, et_lower_than_ft, et_equals_pens, pens_level, pens_without_level_tie,
    score_implausible;
// structure.cpp
Look team_plays_itself, duplicate_match, team_twice_in_round, round_size_unexpected,
    round_robin_incomplete;
// calendar.cpp
Look pairing_repeated, team_twice_on_day, legs_out_of_order, matchday_sequence, date_far_from_round;
// ties.cpp
Look knockout_draw_undecided, advancer_not_winner, leg_missing, leg_venues_same;
// dates.cpp
Look date_missing, date_outside_season, date_order_vs_round;
// infobox.cpp
Look winner_not_in_final, winner_lost_final, winner_without_final, winner_not_first,
    winners_per_stage, season_title_mismatch, infobox_vs_matches;
// tables.cpp
Look team_not_in_table, team_without_match, team_count_mismatch, capacity_inconsistent,
    stadium_city_inconsistent, attendance_over_capacity, rank_order, rank_tie, points_order,
    team_twice_in_table, top_scorer_short, top_scorer_order;
// standings.cpp
Look points_arithmetic, played_arithmetic, goals_sum_mismatch, table_vs_results;
// names.cpp
Look possible_same_player, possible_same_club;
// damage.cpp
Look text_damaged;
// aliases.cpp
Look alias_used, alias_ambiguous;

}  // namespace acta::check
