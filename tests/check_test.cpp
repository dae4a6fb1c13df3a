#include <set>

#include <boost/test/unit_test.hpp>

#include "check_season.hpp"

using namespace check_season;

BOOST_AUTO_TEST_SUITE(check)

BOOST_FIXTURE_TEST_CASE(a_sound_season_has_no_finding, Sound) {
  for (const Diagnostic& finding : findings(season)) {
    BOOST_ERROR(acta::finding::to_text("sound", finding));
  }
}

BOOST_AUTO_TEST_CASE(an_empty_season_has_no_finding) { BOOST_TEST(findings(Season{}).empty()); }

BOOST_AUTO_TEST_CASE(the_table_names_each_rule_once_in_the_order_of_the_codes) {
  const auto rules = acta::check::rules();
  for (std::size_t i = 1; i < rules.size(); ++i) {
    BOOST_TEST((rules[i - 1].code < rules[i].code));
  }
}

BOOST_FIXTURE_TEST_CASE(a_finding_on_a_transcluded_record_names_its_page, Sound) {
  season.matches.back().page = "2024 Final";
  season.matches.back().score.full_time = Pair{16, 1};
  for (const Diagnostic& finding : findings(season)) {
    if (finding.code == Code::score_implausible) {
      BOOST_TEST(
          (finding.context.back() == acta::finding::Context{"page", std::string("2024 Final")}));
      return;
    }
  }
  BOOST_ERROR("no finding");
}

BOOST_FIXTURE_TEST_CASE(context_keys_and_kinds_are_those_of_the_schema, Sound) {
  season.matches[1] = season.matches[0];
  season.matches.back().goals.push_back(season.matches.back().goals.back());
  season.top_scorers[1].rank = 1;
  season.standings[0].rows[0].points = 1;
  season.claims[0].value = 9;
  std::set<Code> codes;
  for (const Diagnostic& finding : findings(season)) {
    codes.insert(finding.code);
    for (const acta::finding::Context& detail : finding.context) {
      const auto key = std::find_if(
          acta::finding::context_keys.begin(), acta::finding::context_keys.end(),
          [&detail](const acta::finding::ContextKey& entry) { return entry.key == detail.key; });
      BOOST_REQUIRE(key != acta::finding::context_keys.end());
      BOOST_TEST(std::holds_alternative<std::int64_t>(detail.value) == key->is_number);
    }
  }
  BOOST_TEST(codes.size() >= 5U);
}

// ---- Goals

BOOST_FIXTURE_TEST_CASE(a_side_with_fewer_scorers_than_goals_is_short_at_its_scorer_line, Sound) {
  Match& match = season.matches.back();
  match.goals.erase(match.goals.begin());
  match.goals_missing = Pair{1, 0};
  BOOST_TEST(found(season, Code::scorer_count_short) ==
             expected(match.line + 1, "warning: Alianza scored 3, 2 scorers listed"));
  match.status = MatchStatus::awarded;
  BOOST_TEST(found(season, Code::scorer_count_short) == "");
}

BOOST_FIXTURE_TEST_CASE(a_side_without_any_scorer_is_short_at_the_match, Sound) {
  Match& match = season.matches.back();
  match.goals.pop_back();
  match.goals_missing = Pair{0, 1};
  BOOST_TEST(found(season, Code::scorer_count_short) ==
             expected(match.line, "warning: Estrella scored 1, no scorer listed"));
}

BOOST_FIXTURE_TEST_CASE(a_side_with_more_scorers_than_goals_is_over, Sound) {
  Match& match = season.matches.back();
  match.goals.push_back(match.goals.back());
  BOOST_TEST(found(season, Code::scorer_count_over) ==
             expected(match.line + 2, "error: Estrella scored 1, 2 scorers listed"));
  match.score.extra_time = Pair{3, 2};
  BOOST_TEST(found(season, Code::scorer_count_over) == "");
}

BOOST_FIXTURE_TEST_CASE(a_scorer_without_a_minute_is_found, Sound) {
  Goal& goal = season.matches.back().goals.back();
  goal.minute.reset();
  BOOST_TEST(found(season, Code::scorer_minute_missing) ==
             expected(goal.line, "warning: Pedro Estrella has no minute in Alianza 3-1 Estrella"));
  for (Match& match : season.matches) {
    for (Goal& other : match.goals) {
      other.minute.reset();
    }
  }
  BOOST_TEST(found(season, Code::scorer_minute_missing) == "");  // The article gives none at all.
}

BOOST_FIXTURE_TEST_CASE(a_minute_without_a_scorer_is_found, Sound) {
  Goal& goal = season.matches.back().goals.back();
  goal.player.reset();
  goal.player_id.reset();
  BOOST_TEST(found(season, Code::scorer_name_missing) ==
             expected(goal.line,
                      "warning: A goal of Estrella at 21' has no scorer in Alianza 3-1 Estrella"));
}

BOOST_FIXTURE_TEST_CASE(one_word_among_full_names_is_found_once, Sound) {
  Goal& first = season.matches.back().goals[0];
  Goal& second = season.matches.back().goals[1];
  first.player = second.player = "Inga";
  first.player_id = second.player_id = "inga";
  BOOST_TEST(found(season, Code::scorer_surname_only) ==
             expected(first.line, "info: Inga is one word, 8 of 9 scorers have two or more"));
  // In an article that names players by one word this is no finding.
  for (Match& match : season.matches) {
    for (Goal& goal : match.goals) {
      goal.player = goal.player->substr(goal.player->find(' ') + 1);
    }
  }
  BOOST_TEST(found(season, Code::scorer_surname_only) == "");
}

BOOST_FIXTURE_TEST_CASE(lists_that_are_absent_are_one_finding_and_never_for_a_goalless_match,
                        Sound) {
  for (Match* match : {&match_of(season, "Boreal", "Estrella"), &season.matches.back(),
                       &match_of(season, "Estrella", "Boreal")}) {
    match->goals.clear();
    match->goals_missing.reset();
  }
  BOOST_TEST(found(season, Code::scorer_list_absent) ==
             expected(match_of(season, "Estrella", "Boreal").line,
                      "info: 2 matches with goals list no scorer, the first is "
                      "Estrella 2-1 Boreal"));
}

BOOST_FIXTURE_TEST_CASE(minutes_outside_the_match_are_found, Sound) {
  Match& match = season.matches.back();
  Goal& goal = match.goals[2];
  goal.minute = 131;
  BOOST_TEST(found(season, Code::minute_out_of_range) ==
             expected(goal.line, "error: Pedro Alianza scores at 131' in Alianza 3-1 Estrella"));
  goal.minute = 0;
  BOOST_TEST(found(season, Code::minute_out_of_range).find("error: ") != std::string::npos);
  goal.minute = 105;
  BOOST_TEST(found(season, Code::minute_out_of_range) ==
             expected(goal.line,
                      "warning: Pedro Alianza scores at 105' in Alianza 3-1 Estrella, "
                      "and no extra time is stated"));
  match.score.extra_time = match.score.full_time;
  BOOST_TEST(found(season, Code::minute_out_of_range) == "");
  match.score.extra_time.reset();
  goal.minute = 90;
  goal.stoppage = 7;
  BOOST_TEST(found(season, Code::minute_out_of_range) == "");
}

BOOST_FIXTURE_TEST_CASE(minutes_of_one_player_that_go_back_are_found, Sound) {
  Match& match = season.matches.back();
  match.goals[1].minute = 5;
  BOOST_TEST(found(season, Code::minutes_not_ascending) ==
             expected(match.goals[1].line,
                      "info: Pedro Alianza has 5' after 20' in Alianza 3-1 Estrella"));
  match.goals[1].player = "Juan Alianza";
  match.goals[1].player_id = "juan-alianza";
  BOOST_TEST(found(season, Code::minutes_not_ascending) == "");
}

// ---- Scores

BOOST_FIXTURE_TEST_CASE(minutes_that_contradict_half_time_are_found, Sound) {
  Match& match = season.matches.back();  // Goals at 11', 21', 31' and 16'.
  match.score.half_time = Pair{2, 1};
  BOOST_TEST(found(season, Code::goal_order_impossible) ==
             expected(match.line,
                      "error: Alianza 3-1 Estrella stands 2-1 at half-time, the "
                      "minutes give 3-1"));
  match.goals[2].minute = 46;
  BOOST_TEST(found(season, Code::goal_order_impossible) == "");
  match.goals[1].minute = 45;
  match.goals[1].stoppage = 3;
  BOOST_TEST(found(season, Code::goal_order_impossible) == "");
  match.goals[0].minute.reset();  // Not every goal has a minute: nothing follows.
  match.score.half_time = Pair{0, 0};
  BOOST_TEST(found(season, Code::goal_order_impossible) == "");
}

BOOST_FIXTURE_TEST_CASE(a_half_time_score_above_the_final_score_is_found, Sound) {
  Match& match = season.matches.back();
  match.goals.clear();
  match.score.half_time = Pair{0, 2};
  BOOST_TEST(found(season, Code::goal_order_impossible) ==
             expected(match.line, "error: Alianza 3-1 Estrella has a half-time score of 0-2"));
}

BOOST_FIXTURE_TEST_CASE(extra_time_below_full_time_is_found, Sound) {
  Match& match = season.matches.back();
  match.score.extra_time = Pair{2, 1};
  BOOST_TEST(found(season, Code::et_lower_than_ft) ==
             expected(match.line,
                      "error: Alianza v Estrella stands 2-1 after extra time and 3-1 "
                      "before it"));
  match.score.extra_time = Pair{3, 1};
  BOOST_TEST(found(season, Code::et_lower_than_ft) == "");
}

BOOST_FIXTURE_TEST_CASE(a_shoot_out_that_repeats_extra_time_is_found, Sound) {
  Match& match = season.matches.back();
  match.score.extra_time = match.score.penalties = Pair{5, 3};
  BOOST_TEST(found(season, Code::et_equals_pens) ==
             expected(match.line,
                      "warning: Alianza v Estrella has 5-3 both after extra time and "
                      "on penalties"));
  match.score.penalties = Pair{4, 3};
  BOOST_TEST(found(season, Code::et_equals_pens) == "");
}

BOOST_FIXTURE_TEST_CASE(a_level_shoot_out_is_found, Sound) {
  Match& match = season.matches.back();
  match.score.penalties = Pair{4, 4};
  BOOST_TEST(found(season, Code::pens_level) ==
             expected(match.line, "error: The shoot-out of Alianza 3-1 Estrella ends 4-4"));
  match.score.penalties = Pair{5, 4};
  BOOST_TEST(found(season, Code::pens_level) == "");
}

BOOST_FIXTURE_TEST_CASE(a_shoot_out_after_a_decided_match_is_found, Sound) {
  Match& match = season.matches.back();
  match.score.penalties = Pair{5, 4};
  BOOST_TEST(found(season, Code::pens_without_level_tie) ==
             expected(match.line,
                      "warning: Alianza 3-1 Estrella is not level and has a shoot-out of 5-4"));
  match.score.full_time = Pair{1, 1};
  BOOST_TEST(found(season, Code::pens_without_level_tie) == "");
}

BOOST_FIXTURE_TEST_CASE(a_shoot_out_may_follow_a_second_leg_that_levels_the_tie, Sound) {
  Match& second = match_of(season, "Alianza", "Fortaleza");
  second.score.penalties = Pair{5, 4};
  BOOST_TEST(found(season, Code::pens_without_level_tie) ==
             expected(second.line,
                      "warning: Alianza 1-0 Fortaleza, 1-3 on aggregate, is not level "
                      "and has a shoot-out of 5-4"));
  season.ties[0].aggregate = Pair{2, 2};
  BOOST_TEST(found(season, Code::pens_without_level_tie) == "");
}

BOOST_FIXTURE_TEST_CASE(a_shoot_out_may_follow_a_win_for_each_side, Sound) {
  Match& second = match_of(season, "Alianza", "Fortaleza");
  second.score.full_time = Pair{0, 3};
  second.score.penalties = Pair{5, 4};
  season.ties[0].aggregate = Pair{4, 2};
  BOOST_TEST(found(season, Code::pens_without_level_tie) == "");
}

BOOST_FIXTURE_TEST_CASE(more_than_fifteen_goals_are_implausible, Sound) {
  Match& match = season.matches.back();
  match.score.full_time = Pair{16, 0};
  BOOST_TEST(
      found(season, Code::score_implausible) ==
      expected(match.line, "warning: Alianza 16-0 Estrella has a side with more than 15 goals"));
  match.score.full_time = Pair{15, 15};
  BOOST_TEST(found(season, Code::score_implausible) == "");
}

BOOST_AUTO_TEST_SUITE_END()
