/// What changed between two outputs.

#include "format/diff.hpp"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "football/season.hpp"
#include "schema/sample.hpp"

namespace {

using acta::football::Season;
using acta::format::ChangeKind;
using acta::format::Difference;
using acta::format::RecordKind;

Difference compared(const std::vector<Season>& before, const std::vector<Season>& after) {
  return acta::format::compare(before, after);
}

std::string said(const Difference& difference) {
  std::string out;
  acta::format::write_text(difference, out);
  return out;
}

std::size_t counted(const Difference& difference, RecordKind record, ChangeKind change) {
  return difference.counts[static_cast<std::size_t>(record)][static_cast<std::size_t>(change)];
}

Season cup(const std::string& title) {
  Season season;
  season.article.title = title;
  acta::football::Match match;
  match.id = "final:adt:melgar";
  match.home = "ADT";
  match.home_id = "adt";
  match.away = "Melgar";
  match.away_id = "melgar";
  match.score.full_time = {2, 1};
  for (const int minute : {54, 65}) {
    acta::football::Goal goal;
    goal.player = "Inga";
    goal.player_id = "inga";
    goal.minute = minute;
    goal.line = 7;
    match.goals.push_back(goal);
  }
  season.matches.push_back(match);
  return season;
}

BOOST_AUTO_TEST_SUITE(diff)

BOOST_AUTO_TEST_CASE(a_record_that_moved_has_not_changed) {
  Season moved = acta::tests::full_season();
  moved.matches[0].line += 10;
  moved.matches[0].end_line += 10;
  moved.matches[0].goals[0].line += 10;
  moved.teams[0].line += 10;
  moved.article.sha256 = std::string(64, '0');
  moved.article.revision_id = 99;
  moved.diagnostics.clear();
  const Difference difference = compared({acta::tests::full_season()}, {moved});
  BOOST_TEST(said(difference) == "");
  BOOST_TEST(difference.seasons == 1);
}

BOOST_AUTO_TEST_CASE(a_changed_field_is_named_with_both_values) {
  Season after = cup("2024 Cup");
  after.matches[0].score.full_time = {2, 2};
  after.matches[0].date = "2024-05-29";
  after.matches[0].goals[1].minute = 66;
  BOOST_TEST(said(compared({cup("2024 Cup")}, {after})) ==
             "2024 Cup\n"
             "  ~ match final:adt:melgar: date null -> 2024-05-29, score.full_time 2-1 -> 2-2\n"
             "  ~ goal final:adt:melgar:home:inga: minute 65 -> 66\n");
}

BOOST_AUTO_TEST_CASE(one_goal_of_two_like_it_is_removed_or_added) {
  Season after = cup("2024 Cup");
  after.matches[0].goals.erase(after.matches[0].goals.begin());
  BOOST_TEST(said(compared({cup("2024 Cup")}, {after})) ==
             "2024 Cup\n  - goal final:adt:melgar:home:inga: Inga 54', for ADT\n");
  BOOST_TEST(said(compared({after}, {cup("2024 Cup")})) ==
             "2024 Cup\n  + goal final:adt:melgar:home:inga: Inga 54', for ADT\n");
}

BOOST_AUTO_TEST_CASE(a_new_id_is_one_removed_and_one_added) {
  Season after = cup("2024 Cup");
  after.matches[0].id = "final:adt:fbc-melgar";
  after.matches[0].away = "FBC Melgar";
  after.matches[0].away_id = "fbc-melgar";
  const Difference difference = compared({cup("2024 Cup")}, {after});
  BOOST_TEST(said(difference) ==
             "2024 Cup\n"
             "  - match final:adt:melgar: ADT 2-1 Melgar, 2 goals\n"
             "  + match final:adt:fbc-melgar: ADT 2-1 FBC Melgar, 2 goals\n");
  BOOST_TEST(counted(difference, RecordKind::goal, ChangeKind::added) == 2);
  BOOST_TEST(counted(difference, RecordKind::goal, ChangeKind::removed) == 2);
  BOOST_TEST(difference.shrunk.empty());
}

/// Four matchdays of a league of three, with its table and a final of two legs.
Season league(const std::string& third, const std::string& third_id, const std::string& day) {
  Season season;
  season.article.title = "2024 League";
  const std::vector<std::pair<std::string, std::string>> teams = {
      {"ADT", "adt"}, {"Boys", "boys"}, {third, third_id}};
  acta::football::Standing table;
  for (const auto& [name, id] : teams) {
    acta::football::Team& team = season.teams.emplace_back();
    team.id = id;
    team.name = name;
    acta::football::StandingRow& row = table.rows.emplace_back();
    row.team = name;
    row.team_id = id;
    row.points = 4;
  }
  season.standings.push_back(table);
  const auto play = [&](const std::string& round, const std::string& round_id, std::size_t home,
                        std::size_t away, const std::string& date) {
    acta::football::Match match;
    match.round = round;
    match.date = date;
    match.home = teams[home].first;
    match.home_id = teams[home].second;
    match.away = teams[away].first;
    match.away_id = teams[away].second;
    match.id = round_id + ":" + match.home_id + ":" + match.away_id;
    match.score.full_time = {2, 1};
    acta::football::Goal goal;
    goal.player = "Inga";
    goal.player_id = "inga";
    match.goals.push_back(goal);
    season.matches.push_back(match);
    if (season.rounds.empty() || season.rounds.back().id != round_id) {
      acta::football::Round& record = season.rounds.emplace_back();
      record.id = round_id;
      record.round = round;
    }
  };
  const std::string slug = day == "Matchday" ? "matchday" : "round";
  play(day + " 1", slug + "-1", 0, 1, "2024-05-01");
  play(day + " 2", slug + "-2", 1, 2, "2024-05-08");
  play(day + " 3", slug + "-3", 2, 0, "2024-05-15");
  play(day + " 4", slug + "-4", 2, 1, "2024-05-22");
  play("Final", "final", 0, 2, "2024-06-01");
  acta::football::Tie tie;
  tie.id = season.matches.back().id;
  tie.round = "Final";
  tie.home = teams[0].first;
  tie.home_id = teams[0].second;
  tie.away = teams[2].first;
  tie.away_id = teams[2].second;
  tie.winner = tie.away;
  tie.winner_id = tie.away_id;
  tie.legs = {season.matches.back().id};
  season.ties.push_back(tie);
  return season;
}

BOOST_AUTO_TEST_CASE(a_renamed_team_is_one_change) {
  const Season before = league("Melgar", "melgar", "Matchday");
  const Difference difference =
      compared({before}, {league("FBC Melgar", "fbc-melgar", "Matchday")});
  BOOST_TEST(said(difference) == "2024 League\n  ~ team fbc-melgar: name Melgar -> FBC Melgar\n");
  Season other = league("FBC Melgar", "fbc-melgar", "Matchday");
  other.matches[1].score.full_time = {0, 0};
  BOOST_TEST(said(compared({before}, {other})) ==
             "2024 League\n  ~ team fbc-melgar: name Melgar -> FBC Melgar\n"
             "  ~ match matchday-2:boys:fbc-melgar: score.full_time 2-1 -> 0-0\n");
}

BOOST_AUTO_TEST_CASE(a_team_in_place_of_another_is_two_changes) {
  Season before = league("Melgar", "melgar", "Matchday");
  Season after = league("Cienciano", "cienciano", "Matchday");
  for (acta::football::Match& match : after.matches) match.date = "2024-09-09";
  const Difference difference = compared({before}, {after});
  BOOST_TEST(counted(difference, RecordKind::team, ChangeKind::removed) == 1);
  BOOST_TEST(counted(difference, RecordKind::team, ChangeKind::added) == 1);
}

BOOST_AUTO_TEST_CASE(a_reworded_heading_is_one_change) {
  const Difference difference =
      compared({league("Melgar", "melgar", "Matchday")}, {league("Melgar", "melgar", "Round")});
  BOOST_TEST(said(difference) ==
             "2024 League\n"
             "  ~ round round-1: round Matchday 1 -> Round 1\n"
             "  ~ round round-2: round Matchday 2 -> Round 2\n"
             "  ~ round round-3: round Matchday 3 -> Round 3\n"
             "  ~ round round-4: round Matchday 4 -> Round 4\n");
}

BOOST_AUTO_TEST_CASE(a_stage_that_is_called_otherwise_is_one_change) {
  const auto staged = [](const std::string& stage, const std::string& slug) {
    Season season = league("Melgar", "melgar", "Matchday");
    season.standings[0].stage = stage;
    for (acta::football::Round& round : season.rounds) {
      round.stage = stage;
      round.id = slug + "-" + round.id;
    }
    for (acta::football::Match& match : season.matches) {
      match.stage = stage;
      match.id = slug + "-" + match.id;
    }
    season.ties[0].stage = stage;
    season.ties[0].id = slug + "-" + season.ties[0].id;
    season.ties[0].legs = {season.matches.back().id};
    return season;
  };
  BOOST_TEST(said(compared({staged("Apertura", "apertura")}, {staged("Opening", "opening")})) ==
             "2024 League\n  ~ round opening-matchday-1: stage Apertura -> Opening\n");
}

BOOST_AUTO_TEST_CASE(a_match_that_moved_to_another_round_has_changed) {
  Season after = league("Melgar", "melgar", "Matchday");
  after.matches[1].round = "Matchday 1";
  after.matches[1].id = "matchday-1:boys:melgar";
  BOOST_TEST(said(compared({league("Melgar", "melgar", "Matchday")}, {after})) ==
             "2024 League\n  ~ match matchday-1:boys:melgar: round Matchday 2 -> Matchday 1\n");
}

BOOST_AUTO_TEST_CASE(every_kind_of_record_is_compared) {
  const Season before = acta::tests::full_season();
  Season after = before;
  after.honours[0].titles = 7;
  after.teams[0].city = "Lima";
  after.stadiums[0].capacity = 1;
  after.ties[0].winner = "Nobody";
  after.standings[0].rows[0].points = 99;
  after.top_scorers[0].goals = 98;
  after.season.next = "2026";
  const Difference difference = compared({before}, {after});
  for (const RecordKind kind :
       {RecordKind::honour, RecordKind::team, RecordKind::stadium, RecordKind::tie,
        RecordKind::standing, RecordKind::top_scorer, RecordKind::season}) {
    BOOST_TEST(counted(difference, kind, ChangeKind::changed) == 1);
  }
  BOOST_TEST(counted(difference, RecordKind::match, ChangeKind::changed) == 0);
  BOOST_TEST(difference.changes.size() == 7);
}

BOOST_AUTO_TEST_CASE(seasons_are_paired_by_title_then_by_competition_then_by_what_is_left) {
  const Season a = cup("2024 Cup A");
  const Season b = cup("2024 Cup B");
  BOOST_TEST(said(compared({a, b}, {b, a})) == "");
  Season renamed = a;
  renamed.article.title = "Cup A of 2024";
  BOOST_TEST(said(compared({a, b}, {b, renamed})) ==
             "Cup A of 2024\n  ~ season: article.title 2024 Cup A -> Cup A of 2024\n");
  Season known = a;
  known.competition.id = "cup";
  known.season.label = "2024";
  renamed.competition.id = "cup";
  renamed.season.label = "2024";
  const Difference difference = compared({known}, {b, renamed});
  BOOST_TEST(said(difference) ==
             "Cup A of 2024\n  ~ season: article.title 2024 Cup A -> Cup A of 2024\n"
             "\n2024 Cup B\n  + season: 2024 Cup B, 1 match, 2 goals, 0 teams\n");
  BOOST_TEST(difference.seasons == 2);
}

BOOST_AUTO_TEST_CASE(fewer_matches_or_goals_is_shrinking) {
  Season after = cup("2024 Cup");
  after.matches[0].goals.pop_back();
  const Difference fewer = compared({cup("2024 Cup")}, {after});
  BOOST_REQUIRE(fewer.shrunk.size() == 1);
  BOOST_TEST((fewer.shrunk[0] == acta::format::Shrunk{"2024 Cup", 1, 1, 2, 1}));
  BOOST_TEST(compared({after}, {cup("2024 Cup")}).shrunk.empty());
  const Difference gone = compared({cup("2024 Cup"), cup("2023 Cup")}, {cup("2024 Cup")});
  BOOST_REQUIRE(gone.shrunk.size() == 1);
  BOOST_TEST(gone.shrunk[0].season == "2023 Cup");
  BOOST_TEST(counted(gone, RecordKind::match, ChangeKind::removed) == 1);
}

BOOST_AUTO_TEST_CASE(json_says_the_same) {
  Season after = cup("2024 Cup");
  after.matches[0].date = "2024";
  std::string out;
  acta::format::write_json(compared({cup("2024 Cup")}, {after}), out);
  BOOST_TEST(out.starts_with(
      R"({"changes":[{"change":"changed","record":"match","season":"2024 Cup",)"
      R"("id":"final:adt:melgar","text":"ADT 2-1 Melgar, 2024, 2 goals",)"
      R"("fields":[{"field":"date","before":null,"after":"2024"}]}],"counts":{"season":{"added":0,)"));
  BOOST_TEST(out.ends_with(R"("shrunk":[]})"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
