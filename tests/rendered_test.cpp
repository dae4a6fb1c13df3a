#include "grammar/rendered.hpp"

#include <algorithm>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/rendered_text.hpp"
#include "grammar/row.hpp"
#include "rendered_page.hpp"
#include "text/unicode.hpp"
#include "wiki/entities.hpp"
#include "wiki/parse.hpp"

using namespace acta;
using namespace acta::tests;

BOOST_AUTO_TEST_SUITE(rendered)

BOOST_AUTO_TEST_CASE(grammars_make_progress) {
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered_text::text>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered_text::cell>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered_text::attributes>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::item>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::rule_row>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::row_break>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::caption>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::leftover>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::hatnote>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::rendered::markdown>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::row::tabbed_row>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::row::spaced_row>(-1) == 0U);
  BOOST_TEST(tao::pegtl::analyze<grammar::row::worded_row>(-1) == 0U);
}

BOOST_AUTO_TEST_CASE(every_line_of_an_article_has_its_class) {
  const Page page(
      "= 2031 Copa Alba (Litoral) =\n"
      "\n"
      "Infobox\n"
      "- Competition: Copa Alba\n"
      "- Winners: Faro (1st title)\n"
      "\n"
      "The cup was played by two clubs.\n"
      "\n"
      "==Teams==\n"
      "<div style=\"float:left;\">\n"
      "\n"
      "</div>\n"
      "| Team | City |\n"
      "| Faro | Albor |\n"
      ";Notes\n"
      "\n"
      "==Final==\n"
      "\n"
      "|-\n"
      "|}\n"
      "29 May 2031\n"
      "Faro 1-0 Muelle\n"
      "  Faro: Ana Díaz 12'\n");
  BOOST_TEST(page.document.title.text == "2031 Copa Alba (Litoral)");
  BOOST_TEST(page.document.lines.size() == 23U);
  BOOST_TEST(page.count(LineClass::blank) == 6U);
  BOOST_TEST(page.count(LineClass::residue) == 5U);
  BOOST_TEST(page.count(LineClass::record) == 7U);
  BOOST_TEST(page.count(LineClass::unread) == 5U);
  BOOST_TEST(page.count(Code::markup_residue) == 5U);
  BOOST_TEST(page.headings() == "2 Teams|2 Final");
  BOOST_TEST(page.lines() ==
             "The cup was played by two clubs.|29 May 2031|Faro 1-0 Muelle|"
             "Faro: Ana Díaz 12'");
}

BOOST_AUTO_TEST_CASE(a_text_knows_its_line_and_byte) {
  const std::string bytes = "= Título =\n\n==Ñandú==\n  Óscar 1-0 B\t \n| a |  bé |\n";
  const Page page(bytes);
  const auto at = [&bytes](const wiki::Text& text) {
    return bytes.substr(text.offset, text.text.size());
  };
  BOOST_TEST(at(page.document.title) == "Título");
  BOOST_TEST(at(page.document.sections[1].heading) == "Ñandú");
  const wiki::Line line = page.all<wiki::Line>().at(0);
  BOOST_TEST(at(line.text) == "Óscar 1-0 B");
  BOOST_TEST(line.text.line == 4U);
  BOOST_TEST(line.indented);
  const wiki::Table table = page.all<wiki::Table>().at(0);
  BOOST_TEST(at(table.header.cells[1].first()) == "bé");
  BOOST_TEST(table.header.cells[1].first().line == 5U);
}

BOOST_AUTO_TEST_CASE(headings_may_have_blanks_inside_and_behind) {
  const Page page("= T =\n==A==\n=== B ===  \n====C ====\n======= D =======\n");
  BOOST_TEST(page.headings() == "2 A|3 B|4 C|6 = D =");
  BOOST_TEST(page.count(Code::markup_unbalanced) == 0U);
}

BOOST_AUTO_TEST_CASE(an_unbalanced_heading_has_the_lower_level_and_is_reported) {
  const Page page("= T =\n\n  ==Teams=\n===Round 1==\n== Open\n= x\n");
  BOOST_TEST(page.headings() == "1 =Teams|2 =Round 1");
  BOOST_TEST(page.lines() == "== Open|= x");
  const std::vector<finding::Position> expected = {{3, 3}, {4, 1}, {5, 1}};
  BOOST_TEST((page.places(Code::markup_unbalanced) == expected));
}

BOOST_AUTO_TEST_CASE(a_heading_without_text_is_residue) {
  const Page page("= T =\n====\n==  ==\n== ''' ==\n");
  BOOST_TEST(page.headings().empty());
  BOOST_TEST(page.count(LineClass::residue) == 3U);
  BOOST_TEST(page.count(Code::markup_residue) == 3U);
}

BOOST_AUTO_TEST_CASE(only_the_first_heading_of_level_1_above_all_sections_is_the_title) {
  const Page page("Text\n= T =\n= Second =\n== A ==\n= Third =\n");
  BOOST_TEST(page.document.title.text == "T");
  BOOST_TEST(page.headings() == "1 Second|2 A|1 Third");
  BOOST_TEST(Page("==A==\n= T =\n").document.title.empty());
  BOOST_TEST(Page("= T ==\n").document.title.text == "T");
}

BOOST_AUTO_TEST_CASE(markup_in_a_heading_goes) {
  const Page page("= T =\n== [[Copa A|'''A''']] == <!-- 18 -->\n== B [edit] ==\n");
  BOOST_TEST(page.headings() == "2 A|2 B");
  const wiki::Text heading = page.document.sections[1].heading;
  BOOST_REQUIRE(heading.links.size() == 1U);
  BOOST_TEST(heading.links[0].target == "Copa A");
  BOOST_TEST(heading.links[0].begin == 0U);
  BOOST_TEST(heading.links[0].end == 1U);
}

BOOST_AUTO_TEST_CASE(an_empty_article_is_an_error_and_one_without_title_a_note) {
  for (const char* bytes : {"", "\n", " \n\t\n", "\xC2\xA0\n"}) {
    const Page page(bytes);
    BOOST_TEST(page.count(Code::empty_document) == 1U);
    BOOST_TEST(page.count(Code::title_missing) == 0U);
    BOOST_TEST(page.count(LineClass::blank) == page.document.lines.size());
    BOOST_TEST(page.document.sections.size() == 1U);
  }
  BOOST_TEST(Page("==A==\n").count(Code::title_missing) == 1U);
  BOOST_TEST(Page("==A==\n").count(Code::empty_document) == 0U);
}

BOOST_AUTO_TEST_CASE(an_infobox_is_its_fields) {
  const Page page(
      "= T =\nInfobox\n- Competition: Copa: A\n- Num  Teams :16\n- ÚLTIMO Campeón: B\n- Third:\n"
      "\n- not: a field\n");
  const wiki::Infobox infobox = page.all<wiki::Infobox>().at(0);
  BOOST_REQUIRE(infobox.fields.size() == 4U);
  BOOST_TEST(infobox.name.empty());
  BOOST_TEST(infobox.line == 2U);
  BOOST_TEST(infobox.end_line == 6U);
  BOOST_TEST(infobox.fields[0].key == "competition");
  BOOST_TEST(infobox.fields[0].first().text == "Copa: A");
  BOOST_TEST(infobox.fields[1].key == "num teams");
  BOOST_TEST(infobox.fields[1].first().text == "16");
  BOOST_TEST(infobox.fields[2].key == "último campeón");
  BOOST_TEST(infobox.fields[3].value.empty());
  BOOST_TEST(page.items() == "*1 not: a field");
  BOOST_TEST(page.count(LineClass::record) == 6U);
}

BOOST_AUTO_TEST_CASE(infobox_fields_may_be_bare_or_arguments_or_below_a_blank_line) {
  const auto keys = [](const char* bytes) {
    std::string joined;
    const Page page(bytes);
    for (const wiki::Infobox& infobox : page.all<wiki::Infobox>()) {
      joined += std::string(infobox.name) + "(";
      for (const wiki::Field& field : infobox.fields) {
        joined += std::string(field.key) + "=" + std::string(field.first().text) + ";";
      }
      joined += ")";
    }
    return joined;
  };
  BOOST_TEST(keys("Infobox\n\n- Season: 2031\n") == "(season=2031;)");
  BOOST_TEST(keys("Infobox football league season\n* Season: 2031\n") ==
             "football league season(season=2031;)");
  BOOST_TEST(keys("Infobox\nSeason: 2031\nWinners: A\nProse without colon\n") ==
             "(season=2031;winners=A;)");
  BOOST_TEST(keys("Infobox\n| season = 2031\n| a | b |\n") == "(season=2031;)");
  BOOST_TEST(keys("Infobox\n-Season: 2031\n") == "(season=2031;)");
  BOOST_TEST(keys("Infobox\n\nProse: not a field\n") == "()");
  BOOST_TEST(keys("Infobox templates are explained elsewhere.\n").empty());
}

BOOST_AUTO_TEST_CASE(an_infobox_value_may_have_several_lines) {
  const Page page("Infobox\n- Winners: A<br>B\n  C\n  - D: E\n- Season: 2031\n");
  const wiki::Infobox infobox = page.all<wiki::Infobox>().at(0);
  BOOST_REQUIRE(infobox.fields.size() == 2U);
  const wiki::Lines value = infobox.fields[0].value;
  BOOST_REQUIRE(value.size() == 4U);
  BOOST_TEST(value[1].text == "B");
  BOOST_TEST(value[1].line == 2U);
  BOOST_TEST(value[2].text == "C");
  BOOST_TEST(value[2].line == 3U);
  BOOST_TEST(value[3].text == "D: E");
  BOOST_TEST(infobox.fields[0].end_line == 4U);
}

BOOST_AUTO_TEST_CASE(an_infobox_line_without_a_key_is_unread) {
  const Page page("Infobox\n- Season: 2031\n- Winners A\n- : B\n- Third: C\n");
  const std::vector<finding::Position> expected = {{3, 1}, {4, 1}};
  BOOST_TEST((page.places(Code::unread_line) == expected));
  BOOST_TEST((page.document.lines[2] == LineClass::unread));
  BOOST_TEST(page.all<wiki::Infobox>().at(0).fields.size() == 2U);
}

BOOST_AUTO_TEST_CASE(bullets_of_all_kinds_are_items) {
  const Page page("= T =\n- a\n* b\n\xE2\x80\xA2 c\n\xE2\x80\x93 d\n*e\n-f\n- \n");
  BOOST_TEST(page.items() == "*1 a|*1 b|*1 c|*1 d|*1 e");
  BOOST_TEST(page.lines() == "-f");
  BOOST_TEST(page.count(LineClass::residue) == 1U);
}

BOOST_AUTO_TEST_CASE(depth_comes_from_indentation_or_marks) {
  BOOST_TEST(Page("- a\n  - b\n     - c\n  - d\n- e\n").items() == "*1 a|*2 b|*3 c|*2 d|*1 e");
  BOOST_TEST(Page("* a\n** b\n*** c\n* d\n").items() == "*1 a|*2 b|*3 c|*1 d");
  BOOST_TEST(Page("# a\n# b\n## c\n# d\n").items() == "#1.1 a|#1.2 b|#2.1 c|#1.3 d");
  BOOST_TEST(Page("- a\n - b\n- c\n").items() == "*1 a|*1 b|*1 c");
}

BOOST_AUTO_TEST_SUITE_END()
