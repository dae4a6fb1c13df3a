/// Articles of several seasons side by side.

#include "check/across.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"

namespace {

using acta::check::Summary;
using acta::finding::Code;

/// The article of a season of a league of four teams, whose places and links may be changed.
struct Edition {
  std::string competition = "Liga Prueba";
  int year = 2030;
  std::string links = {};
  std::string rows = "| Alfa | Altos | Norte | 5,000 |\n";
  std::string others = "| Beta | Bajos | Sur | 4,000 |\n| Gama | Valle | Este | 3,000 |\n";

  Summary summary() const {
    const std::string number = std::to_string(year);
    const std::string article =
        "= " + number + " " + competition + " =\n\nInfobox\n- Season: " + number + "\n" + links +
        "\n== Teams ==\n" + "| Team | City | Stadium | Capacity |\n|---|---|---|---|\n" + rows +
        others;
    return acta::check::summarize(acta::convert(article).season);
  }
};

/// "1 code: message" of each finding, the number that of the edition.
std::vector<std::string> found(const std::vector<Edition>& editions) {
  std::vector<Summary> summaries;
  for (const Edition& edition : editions) summaries.push_back(edition.summary());
  std::vector<std::string> lines;
  for (const auto& [article, diagnostic] : acta::check::across(summaries)) {
    lines.push_back(std::to_string(article) + ' ' +
                    std::string(acta::finding::entry(diagnostic.code).name) + ": " +
                    diagnostic.message);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(across)

BOOST_AUTO_TEST_CASE(a_summary_holds_what_is_compared) {
  const Summary summary =
      Edition{.links = "- Previous season: 2029\n- Next season: 2031–32\n"}.summary();
  BOOST_TEST(summary.title.value() == "2030 Liga Prueba");
  BOOST_TEST(summary.competition_id.value() == "liga-prueba");
  BOOST_TEST(summary.start_year.value() == 2030);
  BOOST_TEST(summary.previous.year.value() == 2029);
  BOOST_TEST(summary.previous.line == 5U);
  BOOST_TEST(summary.next.year.value() == 2031);
  BOOST_TEST(summary.next.line == 6U);
  BOOST_REQUIRE(summary.capacities.size() == 3U);
  BOOST_TEST(summary.capacities[0].stadium_id == "norte-altos");
  BOOST_TEST(summary.capacities[0].capacity == 5000);
  BOOST_TEST(summary.grounds.size() == 3U);
  BOOST_TEST((summary.team_ids == Lines{"alfa", "beta", "gama"}));
}

BOOST_AUTO_TEST_CASE(another_capacity_in_a_later_season_is_found_there) {
  const Edition before;
  const Edition after{.year = 2031, .rows = "| Alfa | Altos | Norte | 6,000 |\n"};
  const std::string said = "capacity_changed: Norte holds 6000 and held 5000 in 2030 Liga Prueba";
  BOOST_TEST((found({before, after}) == Lines{"1 " + said}));
  BOOST_TEST((found({after, before}) == Lines{"0 " + said}));
  BOOST_TEST(found({before, Edition{.year = 2031}}).empty());
}

BOOST_AUTO_TEST_CASE(a_capacity_is_compared_with_the_last_season_before) {
  const Edition first;
  const Edition second{.year = 2031, .rows = "| Alfa | Altos | Norte | 6,000 |\n"};
  const Edition third{.year = 2032, .rows = "| Alfa | Altos | Norte | 6,000 |\n"};
  BOOST_TEST(found({first, second, third}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_articles_of_one_season_are_not_compared) {
  const Edition league;
  const Edition cup{.competition = "Copa Prueba", .rows = "| Alfa | Altos | Norte | 6,000 |\n"};
  BOOST_TEST(found({league, cup}).empty());
  // The season after agrees with one of the two, so nothing changed.
  BOOST_TEST(found({league, cup, Edition{.year = 2031}}).empty());
}

BOOST_AUTO_TEST_CASE(a_stadium_of_that_name_elsewhere_is_another) {
  const Edition after{.year = 2031, .rows = "| Delta | Lejos | Norte | 9,000 |\n"};
  BOOST_TEST(found({Edition{}, after}).empty());
}

BOOST_AUTO_TEST_CASE(another_stadium_in_a_later_season_is_found_there) {
  const Edition after{.year = 2031, .rows = "| Alfa | Altos | Arena Nueva | 9,000 |\n"};
  BOOST_TEST((found({Edition{}, after}) ==
              Lines{"1 venue_changed_between_seasons: Alfa plays at Arena Nueva, Altos and played "
                    "at Norte, Altos in 2030 Liga Prueba"}));
}

BOOST_AUTO_TEST_CASE(a_longer_form_of_a_stadium_name_is_no_change) {
  const Edition after{.year = 2031, .rows = "| Alfa | Altos | Estadio Norte | 5,000 |\n"};
  BOOST_TEST(found({Edition{}, after}).empty());
}

BOOST_AUTO_TEST_CASE(one_common_name_does_not_make_a_club_the_same) {
  const Edition elsewhere{
      .competition = "Copa Ajena",
      .year = 2031,
      .rows = "| Alfa | Otra | Parque | 9,000 |\n",
      .others = "| Delta | Uno | Dos | 10 |\n| Epsilon | Tres | Cuatro | 10 |\n"};
  BOOST_TEST(found({Edition{}, elsewhere}).empty());
  // Three teams in common do, whatever the competition is called.
  const Edition renamed{
      .competition = "Copa Ajena", .year = 2031, .rows = "| Alfa | Otra | Parque | 9,000 |\n"};
  BOOST_TEST(found({Edition{}, renamed}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(neighbours_that_do_not_name_each_other_are_found) {
  const Edition one{.links = "- Next season: 2031\n"};
  const Edition good{.year = 2031, .links = "- Previous season: 2030\n"};
  const Edition bad{.year = 2031, .links = "- Previous season: 2029\n"};
  BOOST_TEST(found({one, good}).empty());
  BOOST_TEST((found({one, bad}) ==
              Lines{"0 season_link_broken: 2031 Liga Prueba, named as the season after, names 2029 "
                    "on its side"}));
}

BOOST_AUTO_TEST_CASE(a_neighbour_that_is_silent_missing_or_unclear_is_no_finding) {
  const Edition one{.links = "- Next season: 2031\n"};
  BOOST_TEST(found({one, Edition{.year = 2031}}).empty());
  BOOST_TEST(found({one}).empty());
  BOOST_TEST(found({one, Edition{.competition = "Copa Otra",
                                 .year = 2031,
                                 .links = "- Previous season: 2029\n"}})
                 .empty());
}

BOOST_AUTO_TEST_CASE(what_changed_between_seasons_is_no_fault) {
  for (const Code code :
       {Code::venue_changed_between_seasons, Code::capacity_changed, Code::season_link_broken}) {
    BOOST_TEST((acta::finding::entry(code).severity == acta::finding::Severity::info));
  }
  BOOST_TEST((acta::finding::entry(Code::baseline_entry_unused).severity ==
              acta::finding::Severity::warning));
}

BOOST_AUTO_TEST_SUITE_END()
