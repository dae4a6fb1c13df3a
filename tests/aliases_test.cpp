/// Files of aliases, and what they change.

#include "check/aliases.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "support.hpp"

namespace {

using acta::check::Alias;
using acta::check::Aliases;
using acta::finding::Code;
using acta::finding::Diagnostic;
using acta::football::Season;

constexpr std::string_view header = "name,canonical,competition,from,to\n";

Aliases loaded(const std::string& rows) {
  return Aliases::load("names.csv", std::string(header) + rows);
}

/// Why a file cannot be used; "" when it can.
std::string refused(const std::string& bytes) {
  try {
    Aliases::load("names.csv", bytes);
  } catch (const acta::check::AliasError& error) {
    return error.what();
  }
  return "";
}

Season season_of(const char* competition, int year) {
  Season season;
  if (competition != nullptr) season.competition.id = competition;
  if (year != 0) season.season.start_year = season.season.end_year = year;
  return season;
}

constexpr std::string_view cup = R"(= 2030 Copa Prueba =

Infobox
- Competition: Copa Prueba
- Season: 2030

| Team | City |
| Deportivo Pinares | Puerto |
| Bruma | Sierra |
| Costa | Sierra |
| Duna | Sierra |

==Semi-finals==
5 May 2030
Deportivo Pinarez 1-0 Bruma
  Deportivo Pinarez: Bascco Rosales 10'
Costa 0-0 Duna (4-3 p)

==Final==
6 May 2030
Deportivo Pinares 0-0 Costa (4-3 p)
)";

/// The findings about names, as "15 alias_used".
std::vector<std::string> found(const Season& season) {
  std::vector<std::string> result;
  for (const Diagnostic& it : season.diagnostics) {
    if (it.code != Code::alias_used && it.code != Code::alias_ambiguous &&
        it.code != Code::possible_same_club && it.code != Code::possible_same_player) {
      continue;
    }
    result.push_back(std::to_string(it.position.line) + " " +
                     std::string(acta::finding::entry(it.code).name));
  }
  return result;
}

Season converted(std::string_view article, const Aliases* aliases) {
  acta::Options options;
  options.aliases = aliases;
  return acta::convert(std::string(article), options).season;
}

BOOST_AUTO_TEST_SUITE(aliases)

BOOST_AUTO_TEST_CASE(a_file_is_csv_or_tsv_with_its_columns_in_any_order) {
  const std::vector<Alias> expected = {
      {"Real Garcilaso", "Cusco FC", "Liga 1", 2012, 2019, 2},
      {"Sport \"B\", Callao", "Sport Boys", std::nullopt, std::nullopt, std::nullopt, 5}};
  BOOST_TEST((loaded("Real Garcilaso,Cusco FC,Liga 1,2012,2019-12-31\n\n# a remark\n"
                     "\"Sport \"\"B\"\", Callao\", Sport Boys ,,,\n")
                  .rows() == expected));
  const Aliases tsv = Aliases::load("names.tsv",
                                    "\xEF\xBB\xBF"
                                    "canonical\tto\tname\r\nCusco FC\t2019\tReal Garcilaso\r\n");
  BOOST_REQUIRE(tsv.rows().size() == 1);
  BOOST_TEST(
      (tsv.rows()[0] == Alias{"Real Garcilaso", "Cusco FC", std::nullopt, std::nullopt, 2019, 2}));
  BOOST_TEST(Aliases::load("names.csv", "name,canonical\n").rows().empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_used_is_refused_with_its_line) {
  const std::string start(header);
  const std::pair<std::string, std::string> rows[] = {
      {"", "names.csv:1: there is no header with the columns name and canonical"},
      {"name,canon\n",
       "names.csv:1: the column \"canon\" is not known, only name, canonical, competition, from "
       "and to"},
      {"name,competition\n", "names.csv:1: the header has no columns name and canonical"},
      {start + "A\n", "names.csv:2: a name or its canonical name is missing"},
      {start + ",A\n", "names.csv:2: a name or its canonical name is missing"},
      {start + "A,B,C,1,2,3\n", "names.csv:2: 6 cells below a header of 5"},
      {start + "A,B,,19,\n", "names.csv:2: \"19\" is no year and no ISO date"},
      {start + "A,B,,,2019/1\n", "names.csv:2: \"2019/1\" is no year and no ISO date"},
      {start + "A,B,,2020,2019\n", "names.csv:2: the last year lies before the first"},
      {start + "Melgár,MELGAR\n", "names.csv:2: Melgár needs no alias: both names are equal"},
      {start + "\"A,B\n", "names.csv:2: a quote is not closed"},
      {start + "A,\xff\n", "names.csv:2: this is not UTF-8 text"},
      {start + "A,B\n\nÁ,C\n",
       "names.csv:4: Á is claimed twice: it is B at line 2 and C here, in one competition and "
       "year"},
      {start + "A,B,Liga 1,2000,2005\nA,C,,2005,\n",
       "names.csv:3: A is claimed twice: it is B at line 2 and C here, in one competition and "
       "year"},
  };
  for (const auto& [bytes, message] : rows) BOOST_TEST(refused(bytes) == message);
}

BOOST_AUTO_TEST_CASE(one_name_may_be_several_in_other_years_or_competitions) {
  const Aliases aliases = loaded(
      "Estudiantes,Estudiantes de Mérida,Liga Mérida,,\n"
      "Estudiantes,Estudiantes de Lima,Liga Lima,,1999\n"
      "Estudiantes,Lima FC,Liga Lima,2000,\n");
  BOOST_TEST(aliases.canonical("estudiantes", season_of("liga-merida", 2010)) ==
             "Estudiantes de Mérida");
  BOOST_TEST(aliases.canonical("Estudiantes", season_of("liga-lima", 1999)) ==
             "Estudiantes de Lima");
  BOOST_TEST(aliases.canonical("Estudiantes", season_of("liga-lima", 2000)) == "Lima FC");
  BOOST_TEST(aliases.canonical("Estudiantes", season_of("liga-cusco", 2000)) == "Estudiantes");
  const Aliases::Answer unknown = aliases.find("Estudiantes", season_of("liga-lima", 0));
  BOOST_TEST((unknown.alias != nullptr && !unknown.is_certain));
  BOOST_TEST(aliases.are_one("Lima FC", "ESTUDIANTES", season_of("liga-lima", 2001)));
  BOOST_TEST(!aliases.are_one("Lima FC", "Estudiantes", season_of("liga-merida", 2001)));
}

BOOST_AUTO_TEST_CASE(an_alias_takes_the_place_of_a_suggestion) {
  const std::vector<std::string> without = {"15 possible_same_club"};
  BOOST_TEST(found(converted(cup, nullptr)) == without, boost::test_tools::per_element());
  const Aliases aliases = loaded("Deportivo Pinarez,Deportivo Pinares,Copa Prueba,2030,2030\n");
  const Season season = converted(cup, &aliases);
  const std::vector<std::string> with = {"15 alias_used"};
  BOOST_TEST(found(season) == with, boost::test_tools::per_element());
  for (const Diagnostic& it : season.diagnostics) {
    if (it.code != Code::alias_used) continue;
    BOOST_TEST(it.message == "Deportivo Pinarez is Deportivo Pinares by the alias file's line 2");
    BOOST_TEST(
        (it.context == std::vector<acta::finding::Context>{{"team", "Deportivo Pinarez"},
                                                           {"expected", "Deportivo Pinares"}}));
  }
  // The records stay as they are written.
  BOOST_TEST((season.matches == converted(cup, nullptr).matches));
  BOOST_TEST((season.teams == converted(cup, nullptr).teams));
}

BOOST_AUTO_TEST_CASE(players_have_aliases_too) {
  std::string article(cup);
  const std::string line = "Costa 0-0 Duna (4-3 p)\n";
  article.replace(article.rfind("0-0 Costa (4-3 p)\n"), 18,
                  "1-0 Costa\n  Deportivo Pinares: Bassco Rosales 9'\n");
  article.replace(article.find("Pinarez"), 7, "Pinares");
  article.replace(article.find("Pinarez"), 7, "Pinares");
  const std::vector<std::string> without = {"22 possible_same_player"};
  BOOST_TEST(found(converted(article, nullptr)) == without, boost::test_tools::per_element());
  const Aliases aliases = loaded("Bassco Rosales,Bascco Rosales\n");
  const std::vector<std::string> with = {"22 alias_used"};
  BOOST_TEST(found(converted(article, &aliases)) == with, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_alias_whose_scope_the_article_does_not_state_is_ambiguous) {
  const Aliases aliases = loaded("Duna,Duna de Sierra,Copa Prueba,2030,\n");
  const std::vector<std::string> expected = {"2 alias_ambiguous"};
  BOOST_TEST(found(converted("==Final==\nDuna 1-0 Bruma\n", &aliases)) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(suggestions_are_a_file_that_settles_them) {
  const Season season = converted(cup, nullptr);
  const std::string file = acta::check::write_aliases(acta::check::suggest_aliases(season));
  BOOST_TEST(file ==
             std::string(header) + "Deportivo Pinarez,Deportivo Pinares,Copa Prueba,2030,2030\n");
  const Aliases aliases = Aliases::load("names.csv", file);
  const std::vector<std::string> with = {"15 alias_used"};
  BOOST_TEST(found(converted(cup, &aliases)) == with, boost::test_tools::per_element());
  BOOST_TEST(acta::check::write_aliases({{"A \"B\", C", "D"}}) ==
             std::string(header) + "\"A \"\"B\"\", C\",D,,,\n");
}

BOOST_AUTO_TEST_CASE(records_read_from_json_have_aliases) {
  const Aliases aliases = loaded("Deportivo Pinarez,Deportivo Pinares,Copa Prueba,2030,2030\n");
  const std::string json = acta::tests::pretty(converted(cup, nullptr));
  const std::vector<acta::Result> results = acta::check_json(json, &aliases);
  BOOST_REQUIRE(results.size() == 1);
  BOOST_REQUIRE(found(results[0].season).size() == 1);
  BOOST_TEST(found(results[0].season)[0].ends_with(" alias_used"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
