/// Every form of every word that decides a fact, in every case, with and without accents, through
/// the whole pipeline.

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "football/season.hpp"
#include "word_forms.hpp"

namespace {

using namespace acta;
using football::Goal;
using football::Match;
using football::MatchStatus;
using words::Kind;

/// The last match of a round with these lines; an empty one when there is none.
Match match_of(const std::string& lines) {
  const Result result = convert("==Final==\n" + lines + "\n");
  return result.season.matches.empty() ? Match{} : result.season.matches.back();
}

/// Calls `test` with each spelling of each form of the kinds from `first` to `last`.
void for_each_spelling(Kind first, Kind last,
                       const std::function<void(const tests::Form&, const std::string&)>& test) {
  std::size_t spelled = 0;
  for (const tests::Form& form : tests::forms()) {
    if (form.row.kind < first || form.row.kind > last || form.is_head) continue;
    for (const std::string& text : tests::spellings(form.text)) {
      BOOST_TEST_CONTEXT("\"" << text << "\"") test(form, text);
      ++spelled;
    }
  }
  BOOST_TEST(spelled != 0U);
}

MatchStatus status_of(Kind kind) {
  switch (kind) {
    case Kind::status_walkover:
      return MatchStatus::walkover;
    case Kind::status_awarded:
      return MatchStatus::awarded;
    case Kind::status_abandoned:
    case Kind::mark_abandoned:
      return MatchStatus::abandoned;
    case Kind::status_postponed:
    case Kind::mark_postponed:
      return MatchStatus::postponed;
    case Kind::status_annulled:
      return MatchStatus::annulled;
    case Kind::status_replayed:
      return MatchStatus::replayed;
    default:
      return MatchStatus::cancelled;
  }
}

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(acta::football::MatchStatus)
BOOST_TEST_DONT_PRINT_LOG_VALUE(acta::football::Pair)

BOOST_AUTO_TEST_SUITE(crossing)

BOOST_AUTO_TEST_CASE(every_status_stands_between_two_sides) {
  for (const auto& [first, last] : {std::pair{Kind::status_walkover, Kind::status_replayed},
                                    std::pair{Kind::mark_postponed, Kind::mark_abandoned}}) {
    for_each_spelling(first, last, [](const tests::Form& form, const std::string& text) {
      // Known sides: "to be replayed" has the words of a sentence.
      const Match match = match_of("Aldea 0-0 Bruma\nBruma " + text + " Aldea");
      BOOST_TEST(match.home == "Bruma");
      BOOST_TEST(match.away == "Aldea");
      BOOST_TEST(match.status == status_of(form.row.kind));
    });
  }
}

BOOST_AUTO_TEST_CASE(every_status_stands_in_brackets) {
  for_each_spelling(Kind::status_walkover, Kind::status_replayed,
                    [](const tests::Form& form, const std::string& text) {
                      const Match match = match_of("Aldea v Bruma (" + text + ")");
                      BOOST_TEST(match.away == "Bruma");
                      BOOST_TEST(match.status == status_of(form.row.kind));
                    });
}

BOOST_AUTO_TEST_CASE(every_status_stands_in_a_score_s_cell) {
  for_each_spelling(Kind::status_walkover, Kind::mark_abandoned,
                    [](const tests::Form& form, const std::string& text) {
                      const Match match =
                          match_of("| Home | Score | Away |\n| Aldea | " + text + " | Bruma |");
                      BOOST_TEST(match.away == "Bruma");
                      BOOST_TEST(match.status == status_of(form.row.kind));
                    });
}

BOOST_AUTO_TEST_CASE(every_leg_stands_in_brackets) {
  for_each_spelling(Kind::leg, Kind::leg, [](const tests::Form& form, const std::string& text) {
    const Match match = match_of("Aldea 1-0 Bruma (" + text + ")");
    BOOST_TEST(match.away == "Bruma");
    BOOST_TEST(match.leg.value_or(0) == form.row.value);
  });
}

BOOST_AUTO_TEST_CASE(every_word_for_extra_time_stands_in_brackets) {
  for_each_spelling(Kind::extra_time, Kind::sudden_death_letters,
                    [](const tests::Form&, const std::string& text) {
                      const Match match = match_of("Aldea 2-1 Bruma (" + text + ")");
                      BOOST_TEST(match.away == "Bruma");
                      BOOST_TEST(match.score.extra_time.has_value());
                    });
}

BOOST_AUTO_TEST_CASE(every_word_for_a_shoot_out_stands_before_and_behind_its_kicks) {
  for_each_spelling(Kind::shoot_out, Kind::shoot_out,
                    [](const tests::Form&, const std::string& text) {
                      for (const std::string& note :
                           {"(4-3 " + text + ")", "(" + text + " 4-3)", "4-3 " + text}) {
                        const Match match = match_of("Aldea 1-1 Bruma " + note);
                        BOOST_TEST(match.away == "Bruma");
                        BOOST_TEST((match.score.penalties == football::Pair{4, 3}));
                      }
                    });
}

BOOST_AUTO_TEST_CASE(every_word_for_half_time_stands_in_brackets) {
  for_each_spelling(Kind::half_time, Kind::half_time,
                    [](const tests::Form&, const std::string& text) {
                      const Match match = match_of("Aldea 2-1 Bruma (" + text + " 1-0)");
                      BOOST_TEST((match.score.half_time == football::Pair{1, 0}));
                    });
}

BOOST_AUTO_TEST_CASE(every_versus_stands_between_two_sides_and_between_their_goals) {
  for_each_spelling(Kind::versus, Kind::versus, [](const tests::Form&, const std::string& text) {
    const Match fixture = match_of("Aldea " + text + " Bruma");
    BOOST_TEST(fixture.home == "Aldea");
    BOOST_TEST(fixture.status == MatchStatus::scheduled);
    const Match played = match_of("Aldea 3 " + text + " 1 Bruma");
    BOOST_TEST(played.home == "Aldea");
    BOOST_TEST((played.score.full_time == football::Pair{3, 1}));
  });
}

BOOST_AUTO_TEST_CASE(every_month_stands_in_a_date) {
  for_each_spelling(Kind::month, Kind::month, [](const tests::Form& form, const std::string& text) {
    const std::string month = (form.row.value < 10 ? "0" : "") + std::to_string(form.row.value);
    for (const std::string& date : {"5 " + text + " 2030", text + " 5, 2030",
                                    "5 de " + text + " de 2030", "5 " + text + ". 2030"}) {
      const Match match = match_of(date + "\nAldea 1-0 Bruma");
      BOOST_TEST(match.date.value_or("") == "2030-" + month + "-05");
    }
  });
}

BOOST_AUTO_TEST_CASE(every_weekday_stands_before_a_date) {
  for_each_spelling(Kind::weekday, Kind::weekday, [](const tests::Form&, const std::string& text) {
    for (const std::string& date : {text + ", 5 May 2030", text + " 5 de mayo de 2030"})
      BOOST_TEST(match_of(date + "\nAldea 1-0 Bruma").date.value_or("") == "2030-05-05");
  });
}

BOOST_AUTO_TEST_CASE(every_mark_of_a_goal_stands_in_brackets) {
  for_each_spelling(
      Kind::goal_penalty, Kind::own_goal_bare,
      [](const tests::Form& form, const std::string& text) {
        const bool own_goal = form.row.kind >= Kind::own_goal;
        for (const std::string& list : {"Pino 12' (" + text + ")", "Pino (" + text + ") 12'"}) {
          const Match match = match_of("Aldea 1-0 Bruma\n  Aldea: " + list);
          BOOST_TEST_REQUIRE(match.goals.size() == 1U);
          const Goal& goal = match.goals.front();
          BOOST_TEST(goal.player.value_or("") == "Pino");
          BOOST_TEST(goal.minute.value_or(0) == 12);
          BOOST_TEST(goal.penalty == !own_goal);
          BOOST_TEST(goal.own_goal == own_goal);
        }
      });
}

BOOST_AUTO_TEST_CASE(every_own_goal_may_stand_for_a_name) {
  for_each_spelling(
      Kind::own_goal, Kind::own_goal_bare, [](const tests::Form&, const std::string& text) {
        const Match match = match_of("Aldea 2-0 Bruma\n  Aldea: Pino 10', " + text + " 12'");
        BOOST_TEST_REQUIRE(match.goals.size() == 2U);
        BOOST_TEST(match.goals.front().player.value_or("") == "Pino");
        const Goal& goal = match.goals.back();
        BOOST_TEST(!goal.player.has_value());
        BOOST_TEST(goal.minute.value_or(0) == 12);
        BOOST_TEST(goal.own_goal);
      });
}

BOOST_AUTO_TEST_SUITE_END()
