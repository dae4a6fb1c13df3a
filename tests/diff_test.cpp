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
  match.away = "Melgar";
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
  const Difference difference = compared({cup("2024 Cup")}, {after});
  BOOST_TEST(said(difference) ==
             "2024 Cup\n"
             "  - match final:adt:melgar: ADT 2-1 Melgar, 2 goals\n"
             "  + match final:adt:fbc-melgar: ADT 2-1 FBC Melgar, 2 goals\n");
  BOOST_TEST(counted(difference, RecordKind::goal, ChangeKind::added) == 2);
  BOOST_TEST(counted(difference, RecordKind::goal, ChangeKind::removed) == 2);
  BOOST_TEST(difference.shrunk.empty());
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
