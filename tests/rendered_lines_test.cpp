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

#include "grammar/rendered.hpp"
#include "grammar/rendered_text.hpp"
#include "rendered_page.hpp"
#include "text/unicode.hpp"
#include "wiki/entities.hpp"
#include "wiki/parse.hpp"

using namespace acta;
using namespace acta::tests;

BOOST_AUTO_TEST_SUITE(rendered_lines)

BOOST_AUTO_TEST_CASE(numbered_items_nest_by_indentation_with_tabs_and_blanks) {
  const Page page(
      " 1.\tPoints\n 2.\tAway matches:\n        1.\tAway points\n        2.\tAway goals\n"
      " 3.\tLots\n");
  BOOST_TEST(page.items() ==
             "#1.1 Points|#1.2 Away matches:|#2.1 Away points|#2.2 Away goals|#1.3 Lots");
  BOOST_TEST(Page(" 9.\ta\n10.\tb\n11.\tc\n").items() == "#1.9 a|#1.10 b|#1.11 c");
  BOOST_TEST(Page("1) a\n2) b\n\ta) c\n\tb) d\n3) e\n").items() ==
             "#1.1 a|#1.2 b|#2.1 c|#2.2 d|#1.3 e");
}

BOOST_AUTO_TEST_CASE(a_number_that_belongs_to_a_name_is_no_item) {
  const Page page(
      "= T =\n1. FC Union 2-1 B\n  1. FC Union: Ana 3'\n\n29. Mai 2031\nC 1-0 1. FC Union\n"
      "25 de Abril 1-1 D\n#1 of the list\n");
  BOOST_TEST(page.items().empty());
  BOOST_TEST(page.all<wiki::Line>().size() == 6U);
  BOOST_TEST(Page("1. FC Union 2-1 B\n2. C 1-1 D\n").items() == "#1.1 FC Union 2-1 B|#1.2 C 1-1 D");
}

BOOST_AUTO_TEST_CASE(definitions_need_a_term) {
  BOOST_TEST(Page(";Term\n: meaning\n").items() == ";1 Term|:1 meaning");
  const Page page("= T =\n:A 1-0 B\n: :C\n");
  BOOST_TEST(page.items().empty());
  BOOST_TEST(page.lines() == "A 1-0 B|:C");
  BOOST_TEST(page.all<wiki::Line>().at(0).indented);
}

BOOST_AUTO_TEST_CASE(a_definition_head_with_nothing_below_is_residue) {
  const Page page("= T =\n;Notes\n\n<references />\n==A==\n;Group A\n\n| a | b |\n;Notes\n");
  BOOST_TEST(page.items() == ";1 Group A");
  const std::vector<finding::Position> expected = {{2, 1}, {4, 1}, {9, 1}};
  BOOST_TEST((page.places(Code::markup_residue) == expected));
}

BOOST_AUTO_TEST_CASE(lines_of_markup_alone_are_residue) {
  const std::vector<std::string> lines = {"<div style=\"float:left;\">",
                                          "</div>",
                                          "<poem>",
                                          "<br />",
                                          "<references/>",
                                          "<ref name=\"a\">x</ref>",
                                          "<center>",
                                          "{| class=\"a\"",
                                          "|-",
                                          "|- bgcolor=\"#eee\"",
                                          "|}",
                                          "}}",
                                          "{{Reflist|2}}",
                                          "__TOC__",
                                          "[[File:A.jpg|thumb|b]]",
                                          "[[Category:A]]",
                                          "[[es:Copa]]",
                                          "----",
                                          "File:A.jpg|text",
                                          "Category:Copa",
                                          "<!-- a -->",
                                          "[1]",
                                          "<div"};
  for (const std::string& line : lines) {
    BOOST_TEST_CONTEXT(line) {
      const Page page("= T =\n" + line + "\n");
      BOOST_TEST(page.count(LineClass::residue) == 1U);
      BOOST_TEST(page.count(Code::markup_residue) == 1U);
      BOOST_TEST(page.blocks().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(calls_and_comments_of_several_lines_are_residue) {
  const Page page(
      "= T =\n{{Infobox cup\n| name = A\n| b\n}}\n<!-- one\ntwo\n-->\n{{Open\n| Team | City |\n"
      "| Faro | Albor |\nText\n");
  BOOST_TEST(page.count(LineClass::residue) == 8U);
  BOOST_TEST(page.all<wiki::Table>().at(0).rows.size() == 1U);
  BOOST_TEST(page.lines() == "Text");
}

BOOST_AUTO_TEST_CASE(notes_that_point_elsewhere_are_residue) {
  const Page page(
      "= T =\nMain article: 2031 Copa\nFor the women's cup, see 2031 Copa Femenina\n"
      "Artículo principal: Copa\n==Departmental stage==\n"
      "Departmental Stage: 2024 Ligas Departamentales\n");
  BOOST_TEST(page.count(LineClass::residue) == 4U);
  BOOST_TEST(page.count(Code::markup_residue) == 4U);
  BOOST_TEST(page.lines().empty());
}

BOOST_AUTO_TEST_CASE(what_tells_of_a_match_or_a_winner_points_nowhere) {
  for (const std::string line : {"Final: Ana Díaz 43'", "Final: 2031 A 2-1 B", "Final: Faro",
                                 "Other: 2031 Copa", "Final: Faro won in 2031."}) {
    BOOST_TEST_CONTEXT(line) { BOOST_TEST(Page("= T =\n==Final==\n" + line).lines() == line); }
  }
  BOOST_TEST(Page("= T =\n==Final==\nText\nFinal: 2031 Copa\n").lines() == "Text|Final: 2031 Copa");
}

BOOST_AUTO_TEST_CASE(inline_markup_shows_what_it_means) {
  BOOST_TEST(shown("'''A''' 1-0 ''B''") == "A 1-0 B");
  BOOST_TEST(shown("A<ref>x [http://a b] <i>y</i></ref> 1&ndash;0 B<ref name=\"a\" />") ==
             "A 1\xE2\x80\x93"
             "0 B");
  BOOST_TEST(shown("A[1] 1-0 B [note 2] [a]") == "A 1-0 B");
  BOOST_TEST(shown("A&nbsp;B &amp; C\xC2\xA0"
                   "D &#8211;") == "A B & C D \xE2\x80\x93");
  BOOST_TEST(shown("A <small>(b)</small> {{flagicon|PER}} C{{nowrap| d {{x}} e}}") == "A (b) Cd e");
  BOOST_TEST(shown("A [http://a.b Site] &unknown; <3 a[4-3]") == "A Site &unknown; <3 a[4-3]");
  BOOST_TEST(shown("A<sup>1</sup> 45'' 90+2'") == "A 45' 90+2'");
  BOOST_TEST(shown("a {{ b ]] c") == "a b c");
  BOOST_TEST(shown("A 1-0 B<br/>C 2-0 D") == "A 1-0 B|C 2-0 D");
  BOOST_TEST(Page("= T =\n&amp; a\n").count(Code::markup_residue) == 0U);
  BOOST_TEST(Page("= T =\n<b>a</b> <b>b</b>\n").count(Code::markup_residue) == 1U);
}

BOOST_AUTO_TEST_CASE(links_are_kept_with_their_targets) {
  const Page page("= T =\n  ''[[Copa A#Final|the  cup]]'' and [[:Copa B]]! [[File:x.png|15px]]\n");
  const wiki::Text text = page.all<wiki::Line>().at(0).text;
  BOOST_TEST(text.text == "the  cup and Copa B!");
  BOOST_REQUIRE(text.links.size() == 2U);
  BOOST_TEST(text.links[0].target == "Copa A");
  BOOST_TEST(text.text.substr(text.links[0].begin, text.links[0].end - text.links[0].begin) ==
             "the  cup");
  BOOST_TEST(text.links[1].target == "Copa B");
  BOOST_TEST(text.text.substr(text.links[1].begin, text.links[1].end - text.links[1].begin) ==
             "Copa B");
  BOOST_TEST(text.offset == 8U + 17U);
}

BOOST_AUTO_TEST_CASE(entities_are_named_or_numbered) {
  const auto decoded = [](std::string_view text) {
    std::string utf8;
    const auto entity = wiki::decode_entity(text);
    if (entity) {
      wiki::append_utf8(entity->character, utf8);
      utf8 += std::to_string(entity->length);
    }
    return utf8;
  };
  BOOST_TEST(decoded("&amp;x") == "&5");
  BOOST_TEST(decoded("&ntilde;") ==
             "\xC3\xB1"
             "8");
  BOOST_TEST(decoded("&#x2013;") ==
             "\xE2\x80\x93"
             "8");
  BOOST_TEST(decoded("&#150;") ==
             "\xE2\x80\x93"
             "6");
  BOOST_TEST(decoded("&#128512;") ==
             "\xF0\x9F\x98\x80"
             "9");
  BOOST_TEST(decoded("&#xD800;") ==
             "\xEF\xBF\xBD"
             "8");
  BOOST_TEST(decoded("&#99999999999;") ==
             "\xEF\xBF\xBD"
             "14");
  for (const char* text : {"&amp", "&;", "&#;", "&#x;", "&#12a;", "&nothing;", "& amp;", "&"}) {
    BOOST_TEST(decoded(text).empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(text_is_given_in_form_c_and_the_first_place_is_reported) {
  const Page page(
      "= T =\nÁ b Pen\xCC\x83"
      "a\n| e\xCC\x81 | x |\nCafe&#769;\n");
  BOOST_TEST(page.all<wiki::Line>().at(0).text.text ==
             "Á b Pe\xC3\xB1"
             "a");
  BOOST_TEST(page.all<wiki::Table>().at(0).header.cells[0].first().text == "\xC3\xA9");
  BOOST_TEST(page.all<wiki::Line>().at(1).text.text == "Caf\xC3\xA9");
  const std::vector<finding::Position> expected = {{2, 7}};
  BOOST_TEST((page.places(Code::not_nfc) == expected));
  BOOST_TEST(Page("= T =\n\xE2\x80\x93 \xE2\x88\x92"
                  "1 \xC5\x81\xC4\x99\n")
                 .count(Code::not_nfc) == 0U);
}

BOOST_AUTO_TEST_CASE(blocks_join_unless_a_blank_line_parts_them) {
  const Page page(
      "= T =\nInfobox\n- a: b\nOne\nTwo\n\nThree\n| a | b |\n| c | d |\nFour\n<br>\n- e\n\n"
      "| f | g |\n==A==\nFive\n");
  std::string joined;
  for (const wiki::Block* block : page.blocks()) {
    joined += block->joined ? '+' : '.';
  }
  BOOST_TEST(joined == ".++.+++.");
  BOOST_TEST(!page.blocks(1).at(0)->joined);
}

BOOST_AUTO_TEST_CASE(the_form_is_known_by_its_marks) {
  const auto is_wikitext = [](const char* bytes) {
    return wiki::detect_form(bytes) == wiki::Form::wikitext;
  };
  BOOST_TEST(is_wikitext("{{Infobox football league season\n| season = 2031\n}}\n"));
  BOOST_TEST(is_wikitext("== Teams ==\n{| class=\"wikitable\"\n|-\n| [[A]] || B\n|}\n"));
  BOOST_TEST(is_wikitext("'''A''' is a [[cup]] of [[B]].\n"));
  BOOST_TEST(is_wikitext("#REDIRECT [[A]]\n"));
  BOOST_TEST(!is_wikitext(""));
  BOOST_TEST(!is_wikitext("Some text with one [[link]].\n"));
  BOOST_TEST(!is_wikitext("= T =\n\n|-\n\n|}\n<poem>\n1. a\n</poem>\n<div style=\"a\">\n"));
  BOOST_TEST(!is_wikitext("= T =\n{{Infobox\nInfobox\n- a: b\n}}\n[[File:a.jpg]]\n| a | b |\n"));
}

BOOST_AUTO_TEST_CASE(cost_grows_with_the_length_only) {
  const std::vector<std::string> units = {"=",
                                          "|",
                                          "| ",
                                          "||",
                                          "|-|",
                                          "{{",
                                          "{{a}}",
                                          "{{{{a}}",
                                          "[[",
                                          "[[a",
                                          "]]",
                                          "<",
                                          "<ref>",
                                          "<ref",
                                          "<ref><b>",
                                          "<!--",
                                          "<div ",
                                          "&",
                                          "&#",
                                          "'",
                                          "''",
                                          "1''",
                                          "[http://a",
                                          "\\|",
                                          "\xC2\xA0",
                                          "e\xCC\x81",
                                          "*",
                                          "#",
                                          "1. a\n",
                                          " 1. a\n",
                                          "- ",
                                          ";a\n\n",
                                          ":a\n",
                                          "For ",
                                          "A:",
                                          "!a\n",
                                          "\t",
                                          " ",
                                          "\n",
                                          "Infobox\n",
                                          "A\n==B==\n",
                                          "==B==\nB: 2020\n",
                                          "{{\n|a=\n",
                                          "<!--\n",
                                          "| 1 | b |\n\n",
                                          "{{nowrap|",
                                          "| a | b |\n| c | |\n"};
  const auto cost = [](const std::string& unit, std::size_t size) {
    std::string bytes = "= T =\n";
    while (bytes.size() < size) {
      bytes += unit;
    }
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < 3; ++round) {
      const std::clock_t start = std::clock();
      const Page page(bytes);
      BOOST_REQUIRE(page.document.lines.size() == page.source.line_count());
      best = std::min(best, static_cast<double>(std::clock() - start));
    }
    return best;
  };
  constexpr std::size_t size = 1 << 18;
  constexpr double unmeasurable = CLOCKS_PER_SEC / 100.0;
  for (const std::string& unit : units) {
    BOOST_TEST_CONTEXT(unit) {
      const double once = std::max(cost(unit, size), unmeasurable);
      // Four times the bytes; a quadratic reading would take sixteen times as long.
      BOOST_TEST(cost(unit, 4 * size) < 10 * once);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
