/// The grammars of phrases: no rule of them can loop or recurse without an end, and what a line
/// looks like is what the rule says.

#include <string_view>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/claim.hpp"
#include "grammar/count.hpp"
#include "grammar/field.hpp"
#include "grammar/heading.hpp"
#include "grammar/name.hpp"
#include "grammar/rendered.hpp"
#include "grammar/rendered_text.hpp"
#include "grammar/row.hpp"
#include "grammar/title.hpp"
#include "grammar/venue.hpp"

namespace {

namespace grammar = acta::grammar;

template <typename... Rules>
void check_all() {
  (BOOST_TEST(tao::pegtl::analyze<Rules>(-1) == 0U, tao::pegtl::demangle<Rules>()), ...);
}

template <typename Rule>
bool matches(std::string_view text) {
  tao::pegtl::memory_input in(text, "");
  return tao::pegtl::parse<Rule>(in);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar_phrase)

BOOST_AUTO_TEST_CASE(no_rule_loops_without_progress) {
  check_all<grammar::count::count, grammar::count::signed_count, grammar::count::pair,
            grammar::count::goals>();
  check_all<grammar::name::no_name>();
  check_all<grammar::venue::labelled, grammar::venue::ground_line,
            grammar::venue::place_and_city>();
  check_all<grammar::title::titled, grammar::title::run_titled, grammar::title::title_alone,
            grammar::title::nobody, grammar::title::season_label, grammar::title::top_scorer,
            grammar::title::title, grammar::title::club_season, grammar::title::bracketed,
            grammar::title::values, grammar::title::staged>();
  check_all<grammar::claim::prose, grammar::claim::counted>();
  check_all<grammar::heading::parts, grammar::heading::with_leg, grammar::heading::group,
            grammar::heading::leg_alone, grammar::heading::replay, grammar::heading::round,
            grammar::heading::first_ordinal>();
}

BOOST_AUTO_TEST_CASE(no_rule_of_a_rendered_line_loops_without_progress) {
  check_all<grammar::field::opening, grammar::field::line>();
  check_all<grammar::row::plain_row, grammar::row::row, grammar::row::header_row>();
  check_all<grammar::rendered::heading, grammar::rendered::hatnote, grammar::rendered::with_year,
            grammar::rendered::with_match, grammar::rendered_text::before_text>();
}

BOOST_AUTO_TEST_CASE(thousands_are_set_apart_in_threes_by_one_mark) {
  using rule = grammar::count::count;
  for (const std::string_view count : {"7", "35938", "35,938", "35.938", "35 938", "1'234'567",
                                       "35\xC2\xA0"
                                       "938",
                                       "900 people"})
    BOOST_TEST(matches<rule>(count), count);
  for (const std::string_view no_count :
       {"", "1,23", "1234,567", "0,123", "1,234.567", "1,234,56", "12 dogs", "3.5", "-3"})
    BOOST_TEST(!matches<rule>(no_count), no_count);
}

BOOST_AUTO_TEST_CASE(parts_of_a_heading_end_only_where_it_parts) {
  using part = tao::pegtl::seq<grammar::heading::part, tao::pegtl::eof>;
  for (const std::string_view whole : {"Play-offs", "Quarter-final 1",
                                       "2014\xE2\x80\x93"
                                       "15",
                                       "a:b"})
    BOOST_TEST(matches<part>(whole), whole);
  for (const std::string_view parted :
       {"Group A - Round 2", "Group A \xE2\x88\x92 Round 2", "Final (first leg)", "Fecha 3, ida"})
    BOOST_TEST(!matches<part>(parted), parted);
}

BOOST_AUTO_TEST_CASE(a_group_has_a_name_or_a_side) {
  using rule = grammar::heading::group;
  for (const std::string_view group :
       {"group a", "grupo 1", "zona norte", "northern group", "pool iii", "grupo 1a"})
    BOOST_TEST(matches<rule>(group), group);
  for (const std::string_view other : {"group", "group stage", "group a b c", "grupo a/b", "norte"})
    BOOST_TEST(!matches<rule>(other), other);
}

BOOST_AUTO_TEST_SUITE_END()
