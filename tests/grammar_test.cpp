/// That no rule of a grammar can loop without moving on.

#include <boost/test/unit_test.hpp>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/date.hpp"
#include "grammar/match.hpp"
#include "grammar/score.hpp"
#include "grammar/scorer.hpp"

namespace {

template <typename Rule>
std::size_t issues() {
  return tao::pegtl::analyze<Rule>(1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar)

namespace rules = acta::grammar;

BOOST_AUTO_TEST_CASE(dates_end) {
  BOOST_TEST(issues<rules::date::date_line>() == 0U);
  BOOST_TEST(issues<rules::date::dated>() == 0U);
  BOOST_TEST(issues<rules::date::timed>() == 0U);
  BOOST_TEST(issues<rules::date::parting>() == 0U);
  BOOST_TEST(issues<rules::date::parted>() == 0U);
  BOOST_TEST(issues<rules::date::range>() == 0U);
}

BOOST_AUTO_TEST_CASE(scores_and_notes_end) {
  BOOST_TEST(issues<rules::score::cell>() == 0U);
  BOOST_TEST(issues<rules::score::lone_item>() == 0U);
  BOOST_TEST(issues<rules::score::note>() == 0U);
}

BOOST_AUTO_TEST_CASE(match_lines_end) {
  BOOST_TEST(issues<rules::match::scored>() == 0U);
  BOOST_TEST(issues<rules::match::scored_last>() == 0U);
  BOOST_TEST(issues<rules::match::stated>() == 0U);
  BOOST_TEST(issues<rules::match::fixture>() == 0U);
  BOOST_TEST(issues<rules::match::by_dash>() == 0U);
  BOOST_TEST(issues<rules::match::decision>() == 0U);
}

BOOST_AUTO_TEST_CASE(lists_of_scorers_end) { BOOST_TEST(issues<rules::scorer::list>() == 0U); }

BOOST_AUTO_TEST_SUITE_END()
