#include <boost/test/unit_test.hpp>

#include "check_season.hpp"

using namespace check_season;

BOOST_AUTO_TEST_SUITE(check_rounds)

// ---- Rounds

BOOST_FIXTURE_TEST_CASE(a_team_that_plays_itself_is_found, Sound) {
  Match& match = season.matches.back();
  match.away = match.home;
  match.away_id = match.home_id;
  BOOST_TEST(found(season, Code::team_plays_itself) ==
             expected(match.line, "error: Alianza 3-1 Alianza has one team on both sides"));
  match.home = match.away = "TBD";
  match.home_id = match.away_id = "tbd";
  match.score = {};
  match.status = MatchStatus::scheduled;
  BOOST_TEST(found(season, Code::team_plays_itself) == "");
}

BOOST_FIXTURE_TEST_CASE(a_match_listed_twice_is_found, Sound) {
  Match again = season.matches[0];
  again.line = 500;
  again.id += ":2";
  season.matches.insert(season.matches.begin() + 2, again);
  BOOST_TEST(found(season, Code::duplicate_match) ==
             expected(500,
                      "error: Alianza 1-0 Boreal on 2024-03-01 is listed twice, first at "
                      "line " +
                          std::to_string(season.matches[0].line)));
  season.matches[2].date = "2024-03-05";
  BOOST_TEST(found(season, Code::duplicate_match) == "");
  season.matches[0].date.reset();
  season.matches[2].date.reset();  // Without dates an equal score tells.
  BOOST_TEST(found(season, Code::duplicate_match) != "");
  season.matches[2].score.full_time = Pair{2, 0};
  BOOST_TEST(found(season, Code::duplicate_match) == "");
  season.matches[2].score.full_time = Pair{1, 0};
  season.matches[0].status = MatchStatus::annulled;
  BOOST_TEST(found(season, Code::duplicate_match) == "");
}

BOOST_FIXTURE_TEST_CASE(a_replay_without_dates_is_no_duplicate, Sound) {
  Match& match = season.matches.back();
  match.date.reset();
  match.score.full_time = Pair{1, 1};
  Match replay = match;
  replay.id += ":2";
  season.ties.back().legs.push_back(replay.id);
  season.matches.push_back(replay);
  BOOST_TEST(found(season, Code::duplicate_match) == "");
  BOOST_TEST(found(season, Code::team_twice_in_round) == "");
}

BOOST_FIXTURE_TEST_CASE(a_team_with_two_matches_in_a_matchday_is_found, Sound) {
  season.matches[1].home = "Alianza";
  season.matches[1].home_id = "alianza";
  BOOST_TEST(found(season, Code::team_twice_in_round) ==
             expected(season.matches[1].line,
                      "warning: Alianza plays more than once in Matchday 1, Alianza 1-0 Boreal and "
                      "Alianza 1-1 Danubio"));
  season.matches[0].status = MatchStatus::postponed;
  BOOST_TEST(found(season, Code::team_twice_in_round) == "");
}

BOOST_FIXTURE_TEST_CASE(a_round_in_which_teams_meet_several_others_is_no_round_of_one_match_each,
                        Sound) {
  for (Match& match : season.matches) {
    match.round = "Matchday 1";
  }
  BOOST_TEST(found(season, Code::team_twice_in_round) == "");
}

BOOST_FIXTURE_TEST_CASE(byes_explain_a_small_round, Sound) {
  Round& round = season.rounds[6];
  BOOST_TEST(round.round == "Semi-finals");
  round.kind = RoundKind::quarter_final;
  round.round = "Quarter-finals";
  round.expected_matches = 8;
  for (Match& match : season.matches) {
    match.round = match.round == "Semi-finals" ? "Quarter-finals" : match.round;
  }
  season.rounds[7].kind = RoundKind::semi_final;
  season.rounds[7].expected_matches = 2;
  BOOST_TEST(found(season, Code::round_size_unexpected) ==
             expected(round.line, "warning: Quarter-finals has 2 of 4 pairings") + '\n' +
                 expected(season.rounds[7].line, "warning: Final has 1 of 2 pairings"));
  writer.play("Cóndor", {0, 1}, "Gaviota", "2024-04-21");
  BOOST_TEST(found(season, Code::round_size_unexpected) ==
             expected(season.rounds[6].line,
                      "info: Quarter-finals has 2 of 4 pairings, 2 teams had "
                      "a bye: Cóndor, Gaviota"));
}

BOOST_FIXTURE_TEST_CASE(a_round_with_more_pairings_than_its_kind_has_is_found, Sound) {
  writer.play("Cóndor", {0, 1}, "Gaviota", "2024-04-21");
  BOOST_TEST(found(season, Code::round_size_unexpected) ==
             expected(season.rounds.back().line, "warning: Final has 2 pairings, its kind has 1"));
}

BOOST_FIXTURE_TEST_CASE(a_replay_makes_a_round_no_larger, Sound) {
  writer.play("Estrella", {0, 1}, "Alianza", "2024-04-24");
  BOOST_TEST(found(season, Code::round_size_unexpected) == "");
}

BOOST_FIXTURE_TEST_CASE(a_group_short_of_a_match_is_found, Sound) {
  const std::uint32_t line = season.matches[0].line;
  const Match removed = season.matches[5];
  season.matches.erase(season.matches.begin() + 5);
  BOOST_TEST(found(season, Code::round_robin_incomplete) ==
             expected(line,
                      "info: Group A lists 5 of the 6 matches of a round-robin, short of "
                      "Boreal v Cóndor"));
  season.matches.erase(season.matches.begin() + 4);  // Too few to be sure of the form.
  BOOST_TEST(found(season, Code::round_robin_incomplete) == "");
}

BOOST_FIXTURE_TEST_CASE(a_stated_round_robin_of_which_nothing_is_listed_is_found, Sound) {
  season.claims.push_back({ClaimKind::games_per_team, 14, "14 matches", 7, {}});
  BOOST_TEST(found(season, Code::round_robin_incomplete) == "");
  season.matches.erase(season.matches.begin(), season.matches.begin() + 12);
  season.rounds.erase(season.rounds.begin(), season.rounds.begin() + 6);
  BOOST_TEST(
      found(season, Code::round_robin_incomplete) ==
      expected(7, "info: The article states 14 matches a team and lists knock-out ties only"));
}

// ---- Ties

BOOST_FIXTURE_TEST_CASE(a_level_final_without_a_decider_is_found, Sound) {
  Tie& tie = final_of(season);
  season.matches.back().score.full_time = Pair{1, 1};
  tie.decided_by = Decider::unknown;
  tie.basis = Basis::infobox;
  BOOST_TEST(found(season, Code::knockout_draw_undecided) ==
             expected(season.matches.back().line,
                      "warning: Alianza 1-1 Estrella is level and no decider is stated, Alianza "
                      "went through, as the infobox says"));
  tie.winner.reset();
  BOOST_TEST(found(season, Code::knockout_draw_undecided).find("is not known") !=
             std::string::npos);
  tie.decided_by = Decider::penalties;
  BOOST_TEST(found(season, Code::knockout_draw_undecided) == "");
}

BOOST_FIXTURE_TEST_CASE(a_level_aggregate_is_reported_at_the_second_leg, Sound) {
  Tie& tie = season.ties[0];
  tie.aggregate = Pair{2, 2};
  tie.decided_by = Decider::unknown;
  tie.basis = Basis::next_round;
  BOOST_TEST(found(season, Code::knockout_draw_undecided) ==
             expected(match_of(season, "Alianza", "Fortaleza").line,
                      "warning: Fortaleza 2-2 Alianza on aggregate is level and no decider is "
                      "stated, Alianza went through, as the next round shows"));
}

BOOST_FIXTURE_TEST_CASE(a_loser_in_the_next_round_is_found_whatever_the_order_of_the_sections,
                        Sound) {
  Tie& tie = final_of(season);
  tie.away = season.matches.back().away = "Boreal";
  tie.away_id = season.matches.back().away_id = "boreal";
  const std::string finding =
      expected(tie.line, "error: Boreal plays in Final and had lost to Estrella in Semi-finals");
  BOOST_TEST(found(season, Code::advancer_not_winner) == finding);
  std::reverse(season.ties.begin(), season.ties.end());
  std::reverse(season.rounds.begin(), season.rounds.end());
  std::reverse(season.matches.begin(), season.matches.end());
  BOOST_TEST(found(season, Code::advancer_not_winner) == finding);
}

BOOST_FIXTURE_TEST_CASE(losers_may_go_on_beside_the_winners, Sound) {
  writer.play("Boreal", {1, 0}, "Fortaleza", "2024-04-20");
  BOOST_TEST(found(season, Code::advancer_not_winner) == "");
}

BOOST_FIXTURE_TEST_CASE(a_tie_without_its_second_leg_is_found, Sound) {
  Match& second = match_of(season, "Alianza", "Fortaleza");
  season.matches.erase(season.matches.begin() + (&second - season.matches.data()));
  season.ties[0].legs.pop_back();
  BOOST_TEST(found(season, Code::leg_missing) ==
             expected(match_of(season, "Fortaleza", "Alianza").line,
                      "warning: Fortaleza v Alianza has no second leg"));
  season.ties[0].decided_by = Decider::walkover;
  BOOST_TEST(found(season, Code::leg_missing) == "");
}

BOOST_FIXTURE_TEST_CASE(a_round_without_its_second_legs_is_one_finding, Sound) {
  for (Tie& tie : season.ties) {
    tie.legs.resize(1);
  }
  season.matches.erase(season.matches.end() - 3, season.matches.end() - 1);
  BOOST_TEST(found(season, Code::leg_missing) == "");  // Its heading is there: an empty section.
  season.rounds[6].legs = 1;
  BOOST_TEST(found(season, Code::leg_missing) ==
             expected(season.rounds[6].line, "warning: Semi-finals lists no second leg"));
}

BOOST_FIXTURE_TEST_CASE(two_legs_at_one_ground_are_found, Sound) {
  Match& second = match_of(season, "Alianza", "Fortaleza");
  std::swap(second.home, second.away);
  std::swap(second.home_id, second.away_id);
  BOOST_TEST(
      found(season, Code::leg_venues_same) ==
      expected(second.line, "warning: Fortaleza is the home team of both legs against Alianza"));
}

// ---- Dates

BOOST_FIXTURE_TEST_CASE(matches_without_a_date_are_one_finding, Sound) {
  season.matches[2].date.reset();
  season.matches[3].date.reset();
  BOOST_TEST(found(season, Code::date_missing) ==
             expected(season.matches[2].line,
                      "info: 2 of 17 played matches have no date, the first "
                      "is Alianza 2-0 Cóndor"));
  season.matches[2].status = season.matches[3].status = MatchStatus::scheduled;
  BOOST_TEST(found(season, Code::date_missing) == "");
}

BOOST_FIXTURE_TEST_CASE(a_date_outside_the_season_is_found, Sound) {
  Match& match = season.matches.back();
  match.date = "2024-05-01";
  BOOST_TEST(found(season, Code::date_outside_season) ==
             expected(match.line,
                      "warning: Alianza 3-1 Estrella is dated 2024-05-01, after the "
                      "season's end on 2024-04-30"));
  match.date = "2024-04-30";
  BOOST_TEST(found(season, Code::date_outside_season) == "");
  season.season.start_date.reset();
  season.season.end_date.reset();
  match.date = "2025-01-05";
  BOOST_TEST(found(season, Code::date_outside_season) == "");
  match.date = "2026-01-05";
  BOOST_TEST(found(season, Code::date_outside_season).find("after the season of 2024") !=
             std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_final_before_the_semi_finals_is_found, Sound) {
  season.matches.back().date = "2024-04-05";
  const Match& late = match_of(season, "Alianza", "Fortaleza");
  BOOST_TEST(found(season, Code::date_order_vs_round) ==
             expected(late.line,
                      "info: Alianza 1-0 Fortaleza (Semi-finals) is dated 2024-04-08, "
                      "and Final was over on 2024-04-05"));
}

BOOST_AUTO_TEST_SUITE_END()
