#include <boost/test/unit_test.hpp>

#include "check_season.hpp"

using namespace check_season;

BOOST_AUTO_TEST_SUITE(check_tables)

// ---- Tables

BOOST_FIXTURE_TEST_CASE(a_team_that_no_table_has_is_found_once, Sound) {
  season.standings.clear();
  season.teams.erase(season.teams.begin());
  BOOST_TEST(found(season, Code::team_not_in_table) ==
             expected(season.matches[0].line,
                      "warning: Alianza plays Alianza 1-0 Boreal and is not "
                      "in the table of teams"));
  // Where many are missing, the table is not meant to hold them.
  season.teams.erase(season.teams.begin(), season.teams.begin() + 2);
  season.matches.resize(6);
  season.ties.clear();
  BOOST_TEST(found(season, Code::team_not_in_table) == "");
}

BOOST_FIXTURE_TEST_CASE(teams_without_a_match_are_one_finding, Sound) {
  writer.add_team("Imperial");
  writer.add_team("Juventud");
  BOOST_TEST(found(season, Code::team_without_match) ==
             expected(season.teams[8].line,
                      "info: 2 of 10 teams play no listed match: Imperial, Juventud"));
  season.matches.clear();
  season.ties.clear();
  BOOST_TEST(found(season, Code::team_without_match) == "");
}

BOOST_FIXTURE_TEST_CASE(a_stated_number_of_teams_that_no_table_has_is_found, Sound) {
  season.claims[0].value = 9;
  BOOST_TEST(
      found(season, Code::team_count_mismatch) ==
      expected(season.claims[0].line, "warning: The text states 9 teams, the table lists 8"));
  season.claims[0].value = 4;  // The semi-finalists, or a group.
  BOOST_TEST(found(season, Code::team_count_mismatch) == "");
  season.claims[0].value = 64;  // Another stage.
  BOOST_TEST(found(season, Code::team_count_mismatch) == "");
}

BOOST_FIXTURE_TEST_CASE(one_stadium_with_two_capacities_is_found, Sound) {
  Stadium again = season.stadiums[0];
  again.line = 400;
  season.stadiums.push_back(again);
  BOOST_TEST(found(season, Code::capacity_inconsistent) == "");
  season.stadiums.back().capacity = 6000;
  BOOST_TEST(found(season, Code::capacity_inconsistent) ==
             expected(400, "warning: Estadio Alianza holds 6000 here and 5000 at line " +
                               std::to_string(season.stadiums[0].line)));
}

BOOST_FIXTURE_TEST_CASE(one_stadium_article_in_two_cities_is_found, Sound) {
  season.stadiums[0].article = season.stadiums[1].article = "Estadio Nacional (Lima)";
  BOOST_TEST(
      found(season, Code::stadium_city_inconsistent) ==
      expected(season.stadiums[1].line,
               "warning: Estadio Boreal is in Ciudad de Boreal here and in Ciudad de Alianza "
               "at line " +
                   std::to_string(season.stadiums[0].line)));
  season.stadiums[1].capacity = 7000;  // A link to a list of stadiums.
  BOOST_TEST(found(season, Code::stadium_city_inconsistent) == "");
}

BOOST_FIXTURE_TEST_CASE(points_that_do_not_follow_are_found, Sound) {
  StandingRow& row = row_of(season, 0, 1);
  const std::string points = std::to_string(*row.points);
  row.points = *row.points + 1;
  BOOST_TEST(found(season, Code::points_arithmetic) ==
             expected(row.line, "error: Boreal has 3 points, 0 won and 2 drawn give 2"));
  row.adjustment = 1;
  BOOST_TEST(found(season, Code::points_arithmetic) == "");
}

BOOST_FIXTURE_TEST_CASE(a_table_of_two_points_a_win_is_sound, Sound) {
  for (StandingRow& row : season.standings[0].rows) {
    row.points = 2 * *row.won + *row.drawn;
  }
  BOOST_TEST(found(season, Code::points_arithmetic) == "");
  for (StandingRow& row : season.standings[0].rows) {
    row.points = 5 * *row.won + 4 * *row.drawn + 1;  // Another rule altogether.
  }
  BOOST_TEST(found(season, Code::points_arithmetic) == "");
}

BOOST_FIXTURE_TEST_CASE(matches_that_do_not_add_up_are_found, Sound) {
  StandingRow& row = row_of(season, 1, 0);
  row.lost = 1;
  BOOST_TEST(found(season, Code::played_arithmetic) ==
             expected(row.line, "error: Estrella has played 3, 3 won, 0 drawn and 1 lost are 4"));
  for (StandingRow& other : season.standings[1].rows) {
    other.lost = *other.played + 1;  // A table that counts something apart.
  }
  BOOST_TEST(found(season, Code::played_arithmetic) == "");
}

BOOST_FIXTURE_TEST_CASE(goals_that_do_not_add_up_are_found, Sound) {
  StandingRow& row = row_of(season, 0, 0);
  row.goals_for = *row.goals_for + 1;
  row.goal_difference = *row.goal_difference + 1;
  BOOST_TEST(found(season, Code::goals_sum_mismatch) ==
             expected(row.line,
                      "warning: The table's goals for add up to 13, its goals against to "
                      "12"));
  row.won = 2;  // The teams met others too.
  BOOST_TEST(found(season, Code::goals_sum_mismatch) == "");
}

BOOST_FIXTURE_TEST_CASE(a_goal_difference_that_does_not_follow_is_found, Sound) {
  StandingRow& row = row_of(season, 0, 0);
  row.goal_difference = 7;
  BOOST_TEST(found(season, Code::goals_sum_mismatch) ==
             expected(row.line, "warning: Alianza has a goal difference of 7, goals 6-0 give 6"));
}

BOOST_FIXTURE_TEST_CASE(a_ranking_of_third_places_need_not_add_up, Sound) {
  Standing ranking;
  ranking.rows = {row_of(season, 0, 2), row_of(season, 1, 2)};
  ranking.rows[0].goals_for = 9;
  ranking.rows[0].goal_difference = 9 - *ranking.rows[0].goals_against;
  ranking.rows[0].won = 1;
  season.standings.push_back(ranking);
  BOOST_TEST(found(season, Code::goals_sum_mismatch) == "");
}

BOOST_FIXTURE_TEST_CASE(one_row_against_the_results_is_the_row, Sound) {
  StandingRow& row = row_of(season, 0, 0);
  row.goals_for = 7;
  BOOST_TEST(found(season, Code::table_vs_results) ==
             expected(row.line,
                      "warning: Alianza has 3 won, 0 drawn, 0 lost, goals 7-0 in the "
                      "table, its matches give 3 won, 0 drawn, 0 lost, goals 6-0"));
}

BOOST_FIXTURE_TEST_CASE(two_rows_against_the_results_are_the_match, Sound) {
  Match& match = season.matches[0];
  match.score.full_time = Pair{2, 0};
  BOOST_TEST(found(season, Code::table_vs_results) ==
             expected(match.line,
                      "warning: Alianza 2-0 Boreal or another match of the two "
                      "contradicts the table: Alianza has 3 won, 0 drawn, 0 lost, goals "
                      "6-0 there and 3 won, 0 drawn, 0 lost, goals 7-0 by the matches"));
  season.matches.erase(season.matches.begin() + 1);  // Not every match is listed.
  BOOST_TEST(found(season, Code::table_vs_results) == "");
}

BOOST_FIXTURE_TEST_CASE(a_shared_rank_is_told_once, Sound) {
  season.top_scorers.push_back(season.top_scorers[1]);
  season.top_scorers.push_back(season.top_scorers[1]);
  season.top_scorers[2].player = "Juan Boreal";
  BOOST_TEST(found(season, Code::rank_tie) ==
             expected(season.top_scorers[2].line,
                      "info: Rank 2 is shared by Pedro Estrella, Juan Boreal and 1 more"));
  season.top_scorers.pop_back();
  BOOST_TEST(found(season, Code::rank_tie) ==
             expected(season.top_scorers[2].line,
                      "info: Rank 2 is shared by Pedro Estrella and Juan Boreal"));
}

// ---- Names

BOOST_FIXTURE_TEST_CASE(two_spellings_of_one_player_are_suggested_at_the_later, Sound) {
  const auto name_goal = [](Goal& goal, const std::string& name) {
    goal.player = name;
    goal.player_id = acta::text::slug(name);
  };
  Goal& early = season.matches[0].goals[0];
  Goal& late = season.matches.back().goals[0];
  name_goal(early, "Bascco Soyer");
  name_goal(late, "Bassco Soyer");
  BOOST_TEST(found(season, Code::possible_same_player) ==
             expected(late.line, "info: Bassco Soyer of Alianza may be Bascco Soyer of line " +
                                     std::to_string(early.line)));
  // Not where the first letter differs, the word is short, or two words differ.
  const std::vector<std::pair<std::string, std::string>> others = {
      {"Kevin Laura", "Levin Laura"},
      {"José Rojo", "José Roja"},
      {"Kevin Soyer", "Kelvin Sayer"},
      {"Juan David Torres", "Juan Torres"},
      {"Kevin Carazas", "Kevin Carranazas"}};
  for (const auto& [one, other] : others) {
    name_goal(early, one);
    name_goal(late, other);
    BOOST_TEST(found(season, Code::possible_same_player) == "");
  }
  // One letter put in, left out, swapped with its neighbor or changed.
  for (const std::string variant : {"Josseph", "Josep", "Jospeh", "Jozeph"}) {
    name_goal(early, "Joseph Jiménez");
    name_goal(late, variant + " Jiménez");
    BOOST_TEST(found(season, Code::possible_same_player) != "");
  }
}

BOOST_FIXTURE_TEST_CASE(two_scorers_of_one_match_are_two_players, Sound) {
  Match& match = season.matches.back();
  match.goals[0].player = "Bascco Soyer";
  match.goals[0].player_id = "bascco-soyer";
  match.goals[1].player = "Bassco Soyer";
  match.goals[1].player_id = "bassco-soyer";
  BOOST_TEST(found(season, Code::possible_same_player) == "");
}

BOOST_FIXTURE_TEST_CASE(a_club_near_one_of_the_table_is_suggested, Sound) {
  Match& match = match_of(season, "Estrella", "Boreal");
  match.home = "Estrela";
  match.home_id = "estrela";
  Team team;
  team.id = match.home_id;
  team.name = match.home;
  team.line = match.line;
  season.teams.push_back(team);
  BOOST_TEST(found(season, Code::possible_same_club) ==
             expected(match.line, "info: Estrela is in no table and may be Estrella of line " +
                                      std::to_string(season.teams[4].line)));
  season.teams.back().city = "Ciudad de Estrela";  // Both are in the table.
  BOOST_TEST(found(season, Code::possible_same_club) == "");
}

BOOST_FIXTURE_TEST_CASE(numerals_and_parentheses_tell_clubs_apart, Sound) {
  writer.add_team("Deportivo Municipal (Pangoa)");
  writer.add_team("Deportivo Nacional");
  const std::vector<std::string> others = {"Deportivo Municipal (Panga)", "Deportivo Nacional B",
                                           "Deportivo Nacional 2", "Deportivo Nacional II"};
  for (const std::string& name : others) {
    season.honours[0].team = name;
    season.honours[0].team_id = acta::text::slug(name);
    BOOST_TEST(found(season, Code::possible_same_club) == "");
  }
  season.honours[0].team = "Deprotivo Nacional";
  season.honours[0].team_id = "deprotivo-nacional";
  BOOST_TEST(found(season, Code::possible_same_club) != "");
}

// ---- Winners

BOOST_FIXTURE_TEST_CASE(a_winner_that_did_not_play_the_final_is_found, Sound) {
  Honour& honour = season.honours[0];
  honour.team = "Boreal";
  honour.team_id = "boreal";
  // The season is a cup: its tables are those of groups.
  BOOST_TEST(found(season, Code::winner_not_in_final) ==
             expected(honour.line,
                      "error: Boreal is named the winner, and the final is Alianza v Estrella"));
  season.standings[0].group.reset();  // A league's table may decide the title.
  BOOST_TEST(found(season, Code::winner_not_in_final) == "");
}

BOOST_FIXTURE_TEST_CASE(a_promotion_final_does_not_decide_the_title, Sound) {
  season.honours[0].team = "Boreal";
  season.honours[0].team_id = "boreal";
  final_of(season).stage = season.matches.back().stage = season.rounds.back().stage =
      "Promotion play-offs";
  BOOST_TEST(found(season, Code::winner_not_in_final) == "");
}

BOOST_FIXTURE_TEST_CASE(a_longer_name_of_a_finalist_is_no_other_team, Sound) {
  season.honours[0].team = "Club Alianza";
  season.honours[0].team_id = "club-alianza";
  season.teams.push_back(season.teams[0]);
  season.teams.back().id = "club-alianza";
  BOOST_TEST(found(season, Code::winner_not_in_final) == "");
}

BOOST_FIXTURE_TEST_CASE(a_winner_that_lost_the_final_is_found, Sound) {
  Honour& honour = season.honours[0];
  honour.team = "Estrella";
  honour.team_id = "estrella";
  BOOST_TEST(
      found(season, Code::winner_lost_final) ==
      expected(honour.line, "error: Estrella is named the winner, and Alianza won the final"));
  final_of(season).basis = Basis::infobox;
  BOOST_TEST(found(season, Code::winner_lost_final) == "");
}

BOOST_FIXTURE_TEST_CASE(a_winner_of_a_stage_without_a_final_is_found, Sound) {
  season.honours[0].stage = play_offs;
  Honour other = season.honours[0];
  other.team = "Boreal";
  other.team_id = "boreal";
  other.stage = "Torneo Aparte";
  season.honours.push_back(other);
  BOOST_TEST(found(season, Code::winner_without_final) ==
             expected(other.line,
                      "info: Boreal is named the winner of Torneo Aparte, of which the "
                      "article lists no final"));
  BOOST_TEST(found(season, Code::winner_not_in_final) == "");
  season.honours[1].stage = group_stage;  // Decided by its table.
  BOOST_TEST(found(season, Code::winner_without_final) == "");
}

BOOST_FIXTURE_TEST_CASE(winners_of_several_stages_are_told, Sound) {
  season.honours[0].stage = "Clausura";
  season.honours.push_back(season.honours[0]);
  BOOST_TEST(found(season, Code::winners_per_stage) == "");
  season.honours[1].stage = "Apertura";
  BOOST_TEST(
      found(season, Code::winners_per_stage) ==
      expected(season.honours[0].line, "info: Winners are named for 2 stages: Apertura, Clausura"));
}

BOOST_FIXTURE_TEST_CASE(a_title_and_an_infobox_of_different_years_are_found, Sound) {
  season.infobox.fields[0].value = "2023";
  BOOST_TEST(found(season, Code::season_title_mismatch) ==
             expected(season.infobox.fields[0].line,
                      "warning: The infobox names the season 2023, "
                      "the title is 2024 Copa Inventada"));
  season.infobox.fields[0].value = "2023–2024";
  BOOST_TEST(found(season, Code::season_title_mismatch) == "");
  season.infobox.fields[0].value = "XII";
  BOOST_TEST(found(season, Code::season_title_mismatch) == "");
}

BOOST_AUTO_TEST_SUITE_END()
