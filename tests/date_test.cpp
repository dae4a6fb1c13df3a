/// What stands behind a date.

#include "football/phrase/date.hpp"

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "text/characters.hpp"

using namespace acta;

namespace {

football::DateLead lead_of(std::string_view line) {
  const auto date = football::parse_date_prefix(line);
  BOOST_TEST_REQUIRE(date.has_value());
  return football::split_lead(*date, line);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(what_stands_behind_a_date_is_parted_from_it) {
  for (const std::string_view mark :
       {" - ", " \u2013 ", " \u2014 ", " \u2212 ", " \u2012 ", ", ", ": ", "; ", " | "}) {
    BOOST_TEST_CONTEXT("mark \"" << mark << "\"") {
      const std::string line = "29 May 2030" + std::string(mark) + "Estadio Nacional, Lima";
      const football::DateLead lead = lead_of(line);
      BOOST_TEST(lead.rest == "Estadio Nacional, Lima");
      BOOST_TEST(lead.parted);
    }
  }
  BOOST_TEST(lead_of("29 de mayo de 2030, 20:00 \u2013 Faro").rest == "Faro");
  BOOST_TEST(lead_of("29 May 2030").rest.empty());
}

BOOST_AUTO_TEST_CASE(blanks_alone_part_nothing) {
  const football::DateLead lead = lead_of("25 de Mayo Norte 1-0 Bruma");
  BOOST_TEST(lead.rest == "Norte 1-0 Bruma");
  BOOST_TEST(!lead.parted);
}

BOOST_AUTO_TEST_CASE(a_dash_is_known_by_its_bytes) {
  for (const std::string_view dash :
       {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"}) {
    BOOST_TEST(text::is_dash(dash));
    BOOST_TEST(text::dash_bytes(std::string(dash) + "x") == dash.size());
  }
  for (const std::string_view other : {"", "x", "\u2018", "\u00B7", "\xE2", "--"})
    BOOST_TEST(!text::is_dash(other));
}

BOOST_AUTO_TEST_SUITE_END()
