#pragma once
/// The records of one season article: what every output format stores.
///
/// Plain data, no behaviour.  An absent value is `std::nullopt` and means "the article does not
/// say"; an empty string never does.  Names are NFC and spelled as in the article; an `*_id` is an
/// ASCII slug.  Dates are ISO 8601, possibly partial ("2024-05").  Members stand in output order.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"

namespace acta::football {

using MaybeText = std::optional<std::string>;
using MaybeInt = std::optional<std::int32_t>;

/// A pair of numbers, home (or first) side first.
struct Pair {
  std::int32_t home = 0;
  std::int32_t away = 0;
  auto operator<=>(const Pair&) const = default;
};

using MaybePair = std::optional<Pair>;

/// Which side of a match.
enum class Side : std::uint8_t { home, away };
inline constexpr std::array<std::string_view, 2> side_names = {"home", "away"};

/// The form the article came in.
enum class Form : std::uint8_t { rendered, wikitext, html };
inline constexpr std::array<std::string_view, 3> form_names = {"rendered", "wikitext", "html"};

/// Where the records come from.
struct Article {
  MaybeText title;
  Form form = Form::rendered;
  MaybeText language;
  MaybeText file;
  std::string sha256;
  std::optional<std::int64_t> page_id;
  std::optional<std::int64_t> revision_id;
  MaybeText timestamp;
  bool operator==(const Article&) const = default;
};

struct Competition {
  MaybeText id;
  MaybeText name;
  MaybeText country;
  bool operator==(const Competition&) const = default;
};

/// The season's label as written ("2014–15") and what it says.
struct SeasonSpan {
  MaybeText label;
  MaybeInt start_year;
  MaybeInt end_year;
  MaybeText start_date;
  MaybeText end_date;
  MaybeText previous;
  MaybeText next;
  bool operator==(const SeasonSpan&) const = default;
};

struct InfoboxField {
  std::string key;
  std::string value;  ///< As written, markup removed; lines joined by "\n".
  std::uint32_t line = 0;
  bool operator==(const InfoboxField&) const = default;
};

struct Infobox {
  MaybeText name;
  std::vector<InfoboxField> fields;
  bool operator==(const Infobox&) const = default;
};

enum class HonourKind : std::uint8_t {
  winner,
  runner_up,
  third,
  fourth,
  promoted,
  relegated,
  qualified,
  defending_champion
};
inline constexpr std::array<std::string_view, 8> honour_kind_names = {
    "winner",   "runner_up", "third",     "fourth",
    "promoted", "relegated", "qualified", "defending_champion"};

/// What the article states a team has won or reached; never derived from results.
struct Honour {
  HonourKind kind = HonourKind::winner;
  std::string team;
  std::string team_id;
  MaybeText stage;
  MaybeText competition;
  MaybeInt titles;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Honour&) const = default;
};

struct Team {
  std::string id;
  std::string name;
  MaybeText article;
  MaybeText city;
  MaybeText region;
  MaybeText location;
  MaybeText stadium;
  MaybeText stadium_id;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Team&) const = default;
};

struct Stadium {
  std::string id;
  std::string name;
  MaybeText article;
  MaybeText city;
  MaybeInt capacity;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Stadium&) const = default;
};

enum class RoundKind : std::uint8_t {
  matchday,
  preliminary,
  qualifying,
  play_off,
  round_of_128,
  round_of_64,
  round_of_32,
  round_of_16,
  quarter_final,
  semi_final,
  third_place,
  final,
  other
};
inline constexpr std::array<std::string_view, 13> round_kind_names = {
    "matchday",    "preliminary", "qualifying",  "play_off",      "round_of_128",
    "round_of_64", "round_of_32", "round_of_16", "quarter_final", "semi_final",
    "third_place", "final",       "other"};

enum class RoundStatus : std::uint8_t { complete, partial, empty };
inline constexpr std::array<std::string_view, 3> round_status_names = {"complete", "partial",
                                                                       "empty"};

struct Round {
  std::string id;
  MaybeText stage;
  MaybeText group;
  std::string round;
  RoundKind kind = RoundKind::other;
  std::int32_t legs = 1;
  std::int32_t matches = 0;
  MaybeInt expected_matches;
  RoundStatus status = RoundStatus::empty;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Round&) const = default;
};

/// `extra_time` is the score after 120 minutes, cumulative; `penalties` the shoot-out alone.
struct Score {
  MaybePair full_time;
  MaybePair half_time;
  MaybePair extra_time;
  MaybePair penalties;
  bool operator==(const Score&) const = default;
};

enum class MatchStatus : std::uint8_t {
  played,
  scheduled,
  postponed,
  cancelled,
  abandoned,
  awarded,
  walkover,
  annulled,
  replayed,
  unknown  ///< Something is written where the score stands, and cannot be read.
};
inline constexpr std::array<std::string_view, 10> match_status_names = {
    "played",  "scheduled", "postponed", "cancelled", "abandoned",
    "awarded", "walkover",  "annulled",  "replayed",  "unknown"};

/// One goal.  `player` or `minute` may be unknown.  `side` is the side the goal counts for.
struct Goal {
  Side side = Side::home;
  MaybeText player;
  MaybeText player_id;
  MaybeInt minute;
  MaybeInt stoppage;  ///< 90+2' is minute 90, stoppage 2.
  bool penalty = false;
  bool own_goal = false;
  std::uint32_t line = 0;
  bool operator==(const Goal&) const = default;
};

/// One kick of a shoot-out.
struct Kick {
  Side side = Side::home;
  MaybeText player;
  MaybeText player_id;
  bool scored = false;
  std::uint32_t line = 0;
  bool operator==(const Kick&) const = default;
};

/// The color of a card; a second yellow one is a red one too.
enum class CardKind : std::uint8_t { yellow, second_yellow, red };
inline constexpr std::array<std::string_view, 3> card_kind_names = {"yellow", "second_yellow",
                                                                    "red"};

/// One card.  `player` or `minute` may be unknown.
struct Card {
  Side side = Side::home;
  MaybeText player;
  MaybeText player_id;
  CardKind kind = CardKind::yellow;
  MaybeInt minute;
  MaybeInt stoppage;
  std::uint32_t line = 0;
  bool operator==(const Card&) const = default;
};

/// A penalty of the match itself that was no goal.
struct MissedPenalty {
  Side side = Side::home;
  MaybeText player;
  MaybeText player_id;
  MaybeInt minute;
  MaybeInt stoppage;
  std::uint32_t line = 0;
  bool operator==(const MissedPenalty&) const = default;
};

/// A player of a match's line-up.  `on` and `off` are the minutes of substitutions.
struct LineupPlayer {
  Side side = Side::home;
  bool starter = false;
  MaybeInt number;
  MaybeText position;
  std::string player;
  std::string player_id;
  bool captain = false;
  MaybeInt on;
  MaybeInt off;
  std::uint32_t line = 0;
  bool operator==(const LineupPlayer&) const = default;
};

struct Match {
  std::string id;
  MaybeText stage;
  MaybeText group;
  MaybeText round;
  MaybeInt leg;
  MaybeText date;
  MaybeText time;
  MaybeText utc_offset;
  std::string home;
  std::string home_id;
  std::string away;
  std::string away_id;
  Score score;
  MatchStatus status = MatchStatus::scheduled;
  MaybeText stadium;
  MaybeText city;
  MaybeInt attendance;
  MaybeText referee;
  std::vector<Goal> goals;
  MaybePair goals_missing;
  std::vector<Kick> shootout;
  std::vector<Card> cards;
  std::vector<MissedPenalty> missed_penalties;
  std::vector<LineupPlayer> lineups;
  MaybeText home_coach;
  MaybeText away_coach;
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  MaybeText page;
  bool operator==(const Match&) const = default;
};

enum class Decider : std::uint8_t {
  regulation,
  extra_time,
  penalties,
  aggregate,
  away_goals,
  replay,
  coin_toss,
  awarded,
  walkover,
  unknown
};
inline constexpr std::array<std::string_view, 10> decider_names = {
    "regulation", "extra_time", "penalties", "aggregate", "away_goals",
    "replay",     "coin_toss",  "awarded",   "walkover",  "unknown"};

/// How the winner of a tie is known.
enum class Basis : std::uint8_t { stated, score, aggregate, next_round, infobox };
inline constexpr std::array<std::string_view, 5> basis_names = {"stated", "score", "aggregate",
                                                                "next_round", "infobox"};

/// A knock-out pairing of one match or more; home and away as in the first leg.
struct Tie {
  std::string id;
  MaybeText stage;
  std::string round;
  std::string home;
  std::string home_id;
  std::string away;
  std::string away_id;
  std::vector<std::string> legs;
  MaybePair aggregate;
  MaybeText winner;
  MaybeText winner_id;
  std::optional<Decider> decided_by;
  std::optional<Basis> basis;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Tie&) const = default;
};

struct StandingRow {
  MaybeInt position;
  std::string team;
  std::string team_id;
  MaybeInt played;
  MaybeInt won;
  MaybeInt drawn;
  MaybeInt lost;
  MaybeInt goals_for;
  MaybeInt goals_against;
  MaybeInt goal_difference;
  MaybeInt points;
  MaybeInt adjustment;
  MaybeText note;
  std::uint32_t line = 0;
  bool operator==(const StandingRow&) const = default;
};

struct Standing {
  MaybeText stage;
  MaybeText group;
  std::vector<StandingRow> rows;
  MaybeText page;
  bool operator==(const Standing&) const = default;
};

struct TopScorer {
  MaybeText stage;  ///< "Apertura", where the article tells them by stages.
  MaybeInt rank;
  std::string player;
  std::string player_id;
  MaybeText team;
  MaybeText team_id;
  MaybeInt goals;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const TopScorer&) const = default;
};

enum class ChangeDirection : std::uint8_t {
  relegated_from,
  promoted_to,
  promoted_from,
  relegated_to,
  other
};
inline constexpr std::array<std::string_view, 5> change_direction_names = {
    "relegated_from", "promoted_to", "promoted_from", "relegated_to", "other"};

struct NamedTeam {
  std::string name;
  std::string id;
  bool operator==(const NamedTeam&) const = default;
};

/// One cell of a team-changes table.  `teams` is empty when `raw` cannot be told apart.
struct TeamChange {
  ChangeDirection direction = ChangeDirection::other;
  MaybeText competition;
  std::vector<NamedTeam> teams;
  std::string raw;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const TeamChange&) const = default;
};

enum class Criterion : std::uint8_t {
  points,
  relative_points,
  goal_difference,
  goals_for,
  head_to_head,
  away_points,
  away_relative_points,
  away_goal_difference,
  away_goals_for,
  first_half_points,
  fair_play,
  drawing_of_lots,
  play_off,
  away_matches,
  other
};
inline constexpr std::array<std::string_view, 15> criterion_names = {"points",
                                                                     "relative_points",
                                                                     "goal_difference",
                                                                     "goals_for",
                                                                     "head_to_head",
                                                                     "away_points",
                                                                     "away_relative_points",
                                                                     "away_goal_difference",
                                                                     "away_goals_for",
                                                                     "first_half_points",
                                                                     "fair_play",
                                                                     "drawing_of_lots",
                                                                     "play_off",
                                                                     "away_matches",
                                                                     "other"};

struct TieBreaker {
  std::int32_t position = 0;
  Criterion criterion = Criterion::other;
  std::string text;
  std::uint32_t line = 0;
  std::vector<TieBreaker> within;
  MaybeText page;
  bool operator==(const TieBreaker&) const = default;
};

/// A row of a squad list: a player of a team, as the list tells it.
struct SquadPlayer {
  MaybeText team;
  MaybeText team_id;
  MaybeInt number;
  MaybeText position;
  std::string player;
  std::string player_id;
  MaybeText article;
  MaybeText birth_date;
  MaybeText nationality;
  MaybeInt caps;   ///< Matches for the team; for a club those of all its competitions.
  MaybeInt goals;  ///< Likewise.
  MaybeText club;
  MaybeText note;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const SquadPlayer&) const = default;
};

/// A player of a team.  `goals` counts the goals listed under the article's matches (own goals
/// aside), null when no match lists one.
struct Player {
  std::string id;
  std::string name;
  MaybeText article;
  MaybeText team_id;
  MaybeInt goals;
  std::vector<std::string> spellings;
  MaybeText page;
  bool operator==(const Player&) const = default;
};

/// What a table is about that has no record of its own.
enum class TableTopic : std::uint8_t {
  personnel_and_kits,
  managerial_changes,
  transfers,
  attendances,
  awards,
  hat_tricks,
  clean_sheets,
  positions_by_round,
  discipline,
  broadcasters
};
inline constexpr std::array<std::string_view, 10> table_topic_names = {
    "personnel_and_kits", "managerial_changes", "transfers",  "attendances", "awards", "hat_tricks",
    "clean_sheets",       "positions_by_round", "discipline", "broadcasters"};

/// A table that no rule knows, kept as a grid.
struct OtherTable {
  std::optional<TableTopic> topic;  ///< By its heading, its caption or the names of its columns.
  MaybeText section;
  MaybeText caption;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const OtherTable&) const = default;
};

struct SeeAlso {
  std::string title;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const SeeAlso&) const = default;
};

enum class ClaimKind : std::uint8_t { team_count, group_count, match_count, games_per_team };
inline constexpr std::array<std::string_view, 4> claim_kind_names = {
    "team_count", "group_count", "match_count", "games_per_team"};

/// What the prose states in a fixed, safe pattern: "There are currently 18 clubs".
struct Claim {
  ClaimKind kind = ClaimKind::team_count;
  std::int32_t value = 0;
  std::string text;
  std::uint32_t line = 0;
  MaybeText page;
  bool operator==(const Claim&) const = default;
};

/// How the lines of the article were read; the five classes add up to `lines`.
struct Coverage {
  std::uint32_t lines = 0;
  std::uint32_t blank = 0;
  std::uint32_t record = 0;
  std::uint32_t prose = 0;
  std::uint32_t residue = 0;
  std::uint32_t unread = 0;
  bool operator==(const Coverage&) const = default;
};

struct Season {
  Article article;
  Competition competition;
  SeasonSpan season;
  Infobox infobox;
  std::vector<Honour> honours;
  std::vector<Team> teams;
  std::vector<Stadium> stadiums;
  std::vector<Round> rounds;
  std::vector<Match> matches;
  std::vector<Tie> ties;
  std::vector<Standing> standings;
  std::vector<TopScorer> top_scorers;
  std::vector<TeamChange> team_changes;
  std::vector<TieBreaker> tie_breakers;
  std::vector<SquadPlayer> squads;
  std::vector<Player> players;
  std::vector<OtherTable> other_tables;
  std::vector<SeeAlso> see_also;
  std::vector<Claim> claims;
  Coverage coverage;
  std::vector<finding::Diagnostic> diagnostics;
  bool operator==(const Season&) const = default;
};

/// The `schema` member of every written season.
inline constexpr std::string_view schema_id = "acta/season/1";

}  // namespace acta::football
