#pragma once
/// The fields of rounds, matches and ties: a part of format/fields.hpp.

#include <string_view>
#include <tuple>

#include "football/season.hpp"
#include "format/field.hpp"
#include "format/names.hpp"

namespace acta::format {

template <>
struct Description<football::Round> {
  using R = football::Round;
  static constexpr std::string_view name = "round";
  static constexpr std::string_view meaning =
      "A round or matchday of the article, with matches or without.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Slug of stage, group and round.", Shape::id},
      Field{"stage", &R::stage, "Stages from outer to inner, joined by \" / \"."},
      Field{"group", &R::group, "The group as written."},
      Field{"round", &R::round, "The round as written."},
      Field{"kind", &R::kind, "What kind of round it is, whatever the language."},
      Field{"legs", &R::legs, "Matches a pairing: 1 or 2.", Shape::positive},
      Field{"matches", &R::matches, "Matches in the article.", Shape::natural},
      Field{"expected_matches", &R::expected_matches, "Matches the round should have.",
            Shape::natural},
      Field{"status", &R::status, "Whether the matches are all there; byes count."},
      Field{"line", &R::line, "Line of its heading, from 1.", Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Score> {
  using R = football::Score;
  static constexpr std::string_view name = "score";
  static constexpr std::string_view meaning = "Goals as [home, away]; all null before the match.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"full_time", &R::full_time, "After 90 minutes; null where only extra time is known."},
      Field{"half_time", &R::half_time, "After 45 minutes."},
      Field{"extra_time", &R::extra_time, "After 120 minutes, the first 90 included."},
      Field{"penalties", &R::penalties, "The shoot-out alone."},
  };
};

template <>
struct Description<football::Goal> {
  using R = football::Goal;
  static constexpr std::string_view name = "goal";
  static constexpr std::string_view meaning = "One goal; player or minute may be unknown.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"side", &R::side, "The side the goal counts for, an own goal too."},
      Field{"player", &R::player, "The scorer as written."},
      Field{"player_id", &R::player_id, "Id of the scorer.", Shape::slug},
      Field{"minute", &R::minute, "The minute; 90 for 90+2'.", Shape::natural},
      Field{"stoppage", &R::stoppage, "Minutes of stoppage time; 2 for 90+2'.", Shape::natural},
      Field{"penalty", &R::penalty, "Whether it was a penalty."},
      Field{"own_goal", &R::own_goal, "Whether it was an own goal."},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::Kick> {
  using R = football::Kick;
  static constexpr std::string_view name = "kick";
  static constexpr std::string_view meaning = "One kick of a shoot-out.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"side", &R::side, "The side that kicks."},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"scored", &R::scored, "Whether it went in."},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::Card> {
  using R = football::Card;
  static constexpr std::string_view name = "card";
  static constexpr std::string_view meaning = "One card; player or minute may be unknown.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"side", &R::side, "The side of the player."},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"kind", &R::kind, "Its color; second_yellow sends off."},
      Field{"minute", &R::minute, "The minute; 90 for 90+2'.", Shape::natural},
      Field{"stoppage", &R::stoppage, "Minutes of stoppage time; 2 for 90+2'.", Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::MissedPenalty> {
  using R = football::MissedPenalty;
  static constexpr std::string_view name = "missed_penalty";
  static constexpr std::string_view meaning = "A penalty of the match that was no goal.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"side", &R::side, "The side of the player."},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"minute", &R::minute, "The minute; 90 for 90+2'.", Shape::natural},
      Field{"stoppage", &R::stoppage, "Minutes of stoppage time; 2 for 90+2'.", Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::LineupPlayer> {
  using R = football::LineupPlayer;
  static constexpr std::string_view name = "lineup_player";
  static constexpr std::string_view meaning = "A player of a match's line-up.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"side", &R::side, "The side of the player."},
      Field{"starter", &R::starter, "Whether the player began the match."},
      Field{"number", &R::number, "Number on the shirt.", Shape::natural},
      Field{"position", &R::position, "Position on the field as written."},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"captain", &R::captain, "Whether the player was the captain."},
      Field{"on", &R::on, "Minute in which the player came on.", Shape::natural},
      Field{"off", &R::off, "Minute in which the player went off.", Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::Match> {
  using R = football::Match;
  static constexpr std::string_view name = "match";
  static constexpr std::string_view meaning = "A match, played or not.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Id of the round, leg, home and away; \":2\" for a repeat.", Shape::id},
      Field{"stage", &R::stage, "Stages from outer to inner, joined by \" / \"."},
      Field{"group", &R::group, "The group as written."},
      Field{"round", &R::round, "The round as written."},
      Field{"leg", &R::leg, "1 or 2; null in a tie of one match.", Shape::positive},
      Field{"date", &R::date, "Day of the match, perhaps without day or month.", Shape::date},
      Field{"time", &R::time, "Kick-off, local time.", Shape::time},
      Field{"utc_offset", &R::utc_offset, "Offset of the local time from UTC.", Shape::utc_offset},
      Field{"home", &R::home, "The home team as written."},
      Field{"home_id", &R::home_id, "Id of the home team.", Shape::slug},
      Field{"away", &R::away, "The away team as written."},
      Field{"away_id", &R::away_id, "Id of the away team.", Shape::slug},
      Field{"score", &R::score, "Goals as [home, away], by stage of the match."},
      Field{"status", &R::status, "Whether it was played, and if not why."},
      Field{"stadium", &R::stadium, "The stadium as written."},
      Field{"city", &R::city, "The city as written."},
      Field{"attendance", &R::attendance, "Number of spectators.", Shape::natural},
      Field{"referee", &R::referee, "The referee as written."},
      Field{"goals", &R::goals, "The goals that the article lists."},
      Field{
          "goals_missing", &R::goals_missing,
          "Goals scored and not listed; null if nothing was played or goals have no list at all."},
      Field{"shootout", &R::shootout, "The kicks of the shoot-out, if listed."},
      Field{"cards", &R::cards, "The cards that the article lists."},
      Field{"missed_penalties", &R::missed_penalties, "The penalties that were no goals."},
      Field{"lineups", &R::lineups, "The players of both sides, if listed."},
      Field{"home_coach", &R::home_coach, "The coach of the home team as written."},
      Field{"away_coach", &R::away_coach, "The coach of the away team as written."},
      Field{"line", &R::line, "First line of the match, from 1.", Shape::positive},
      Field{"end_line", &R::end_line, "Last line of the match.", Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Tie> {
  using R = football::Tie;
  static constexpr std::string_view name = "tie";
  static constexpr std::string_view meaning =
      "A knock-out pairing of one match or more; home and away as in the first leg.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Id of the round, home and away.", Shape::id},
      Field{"stage", &R::stage, "Stages from outer to inner, joined by \" / \"."},
      Field{"round", &R::round, "The round as written."},
      Field{"home", &R::home, "Home team of the first leg."},
      Field{"home_id", &R::home_id, "Id of that team.", Shape::slug},
      Field{"away", &R::away, "Away team of the first leg."},
      Field{"away_id", &R::away_id, "Id of that team.", Shape::slug},
      Field{"legs", &R::legs, "Ids of its matches, replays too.", Shape::id},
      Field{"aggregate", &R::aggregate, "Goals of all legs; null for a tie of one match."},
      Field{"winner", &R::winner, "The team that goes on; null while not known."},
      Field{"winner_id", &R::winner_id, "Id of that team.", Shape::slug},
      Field{"decided_by", &R::decided_by, "What decided it."},
      Field{"basis", &R::basis, "How the winner is known."},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

}  // namespace acta::format
