#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "cost.hpp"
#include "support.hpp"

namespace {

namespace data = boost::unit_test::data;

// Sanitizers and missing optimization cost a factor that this test is not about.
#ifdef NDEBUG
constexpr std::size_t full_size = std::size_t{1} << 20U;
#else
constexpr std::size_t full_size = std::size_t{1} << 17U;
#endif

/// Input of any size made of one piece.
struct Hostile {
  const char* name;
  std::string_view before;  ///< Stands once at the start, so that the pieces mean something.
  std::string_view piece;
};

std::ostream& operator<<(std::ostream& out, const Hostile& hostile) { return out << hostile.name; }

using namespace std::string_view_literals;

const std::vector<Hostile> inputs = {
    {"blanks", "", " "},
    {"newlines", "", "\n"},
    {"indented newlines", "", " \n"},
    {"opening brackets", "", "["},
    {"opening braces", "", "{{"},
    {"closing braces", "", "}}"},
    {"pipes", "", "|"},
    {"a table row without end", "| a | b |\n|---|---|\n", "| x "},
    {"table rows", "| a | b |\n|---|---|\n", "| x | y |\n"},
    {"rows that grow", "| Team | City |\n", "| x | y | z | |\n| w |\n"},
    {"negative numbers", "| Pos | Team | Pld | W | GF | GA | Pts |\n",
     "| -1 | A | -2 | -3 | -4 | -5 | -6 |\n"},
    {"endless numbers", "| Pos | Team | Pld | W | GF | GA | Pts |\n",
     "| 9999999999 | A | 9999999999 | 99999999999999999999 | 1 | 1 | 1 |\n"},
    {"capacities", "| Team | Stadium | Capacity |\n", "| A | B | -5 |\n| C | D | 9999999999 |\n"},
    {"endless scores", "= T =\n", "A 9999999999-1 B\n A: C 99999999999'\n"},
    {"top scorers", "| Rank | Player | Team | Goals |\n", "| -1 | A | B | -9 |\n"},
    {"equals signs", "", "="},
    {"heading lines", "", "== a ==\n"},
    {"deep headings", "", "====== Round of 16 ======\n== b ==\n"},
    {"colons", "", ":"},
    {"bullets", "", "* a\n"},
    {"stars", "", "*"},
    {"digits and dashes", "", "1-"},
    {"digits", "", "7"},
    {"an endless word", "", "a"},
    {"an endless line of words", "", "word "},
    {"scores on one line", "", "A 1-0 "},
    {"scores with blanks", "", "A 1 - 0      "},
    {"match lines", "= T =\n", "A 1-0 B\n"},
    {"matches of many teams", "= T =\n", "Alfa 2-1 Beta\n  Alfa: X 4' 5'\nGama 0-0 Delta\n"},
    {"knock-out rounds", "= T =\n", "== Final ==\nA 1-1 B\n== Semi-finals ==\nB 0-0 A\n"},
    {"minutes", "= T =\nA 1-0 B\n  A: ", "43' "},
    {"scorers", "= T =\nA 1-0 B\n  A: ", "X 43', "},
    {"commas", "= T =\nA 1-0 B\n  A: ", ","},
    {"parentheses", "= T =\nA 1-0 B ", "("},
    {"date lines", "", "29 May 2014\n"},
    {"infobox fields", "= T =\nInfobox\n", "- Champions: A (1st title), B\n"},
    {"an infobox value", "= T =\nInfobox\n- Champions: ", "A, "},
    {"boxes and rows of legs", "==Semi-finals==\n",
     "{{football box|team1=A|score=1\u20130|team2=B|goals1=P {{yel|3}}, Q {{penmiss}} 5'}}\n"
     "{{TwoLegResult|A|PER|3\u20132|B|CHI|2\u20130|1\u20132}}\n"},
    {"brackets", "==Bracket==\n", "{{Round2|3 May|A|2|B|1}}\n{{Round2|4 May|C|1|D|1 (3)}}\n"},
    {"older grids", "{{Fb r header|A|B}}\n",
     "{{Fb r team|t=A}}\n{{fb r|gf=1|ga=0}}\n{{fb r|gf=2|ga=2}}\n"},
    {"links", "", "[[a|b]]"},
    {"tags", "", "<div>"},
    {"comments", "", "<!--"},
    {"entities", "", "&nbsp;"},
    {"ill-formed UTF-8", "", "\xFF\xC3 "},
    {"cut sequences", "", "\xE2\x82"},
    {"NUL", "", "\0"sv},
    {"lone carriage returns", "", "\r"},
    {"combining marks", "a", "\xCC\x81"},
    {"wide letters", "", "\xF0\x9F\x98\x80"},
    {"headers of words", "= T =\n", "Pos Team Pld W D L GF GA\n"},
    {"rows of words", "= T =\n", "Pos Team Pld W D L GF GA\n1 A 2 2 0 0 6 1\n2 B 2 0 1 1 2 5\n"},
    {"rows of tabs", "= T =\n", "A\tB\tC\tD\n1\t2\t3\t4\n"},
    {"a row of tabs", "= T =\n", "A\t"},
    {"rows of blanks", "= T =\n", "Aaa   Bbb   Ccc\n1   2   3\n"},
    {"pairs of tabs", "", "A\tB\n"},
    {"headings of Markdown", "", "## A\n\n"},
    {"matches of one day", "= T =\n== Group A ==\n18 April 1982\n", "A 2-1 B\nB 1-0 A\n"},
    {"rows of unknown calls", "==A==\n", "{{odd x|a=1|b=2}}\n"},
    {"struck text", "==A==\n", "<s>a</s> b "},
    {"open struck text", "==A==\n", "<s>"},
    {"bold text", "==A==\n", "'''a''' "},
    {"players of a squad", "==A==\n", "{{fs player|no=1|name=[[A]]|pos=GK}}\n"},
    {"players of a line-up", "==A==\n{{football box|team1=X|score=1-0|team2=Y}}\n{|\n",
     "|GK ||1 ||[[A]] || {{yel|3}}\n|-\n"},
    {"open tables", "==A==\n", "{|\n"},
    {"HTML: open elements", "<!DOCTYPE html>", "<div>"},
    {"HTML: crossed elements", "<!DOCTYPE html>", "<b><i>a</b></i>"},
    {"HTML: end tags", "<!DOCTYPE html><div><div><div>", "</span>"},
    {"HTML: attributes", "<!DOCTYPE html><p ", "a=1 "},
    {"HTML: classes", "<!DOCTYPE html><p ", "class=a "},
    {"HTML: words of a class", "<!DOCTYPE html><p class='", "a "},
    {"HTML: open comments", "<!DOCTYPE html>", "<!--"},
    {"HTML: open quotes", "<!DOCTYPE html>", "<a title=\""},
    {"HTML: open scripts", "<!DOCTYPE html>", "<script>"},
    {"HTML: end tags of scripts", "<!DOCTYPE html><script>", "</style>"},
    {"HTML: angle brackets", "<!DOCTYPE html>", "<"},
    {"HTML: entities", "<!DOCTYPE html>", "&nbsp;&#8211;&x;&"},
    {"HTML: an endless line", "<!DOCTYPE html><p>", "word "},
    {"HTML: paragraphs", "<!DOCTYPE html>", "<p>A 1-0 B"},
    {"HTML: headings", "<!DOCTYPE html>", "<h2>Final"},
    {"HTML: list items", "<!DOCTYPE html>", "<ul><li>a</li></ul>"},
    {"HTML: nested lists", "<!DOCTYPE html>", "<ul><li>a"},
    {"HTML: nested tables", "<!DOCTYPE html>", "<table><tr><td>"},
    {"HTML: rows", "<!DOCTYPE html><table class=wikitable><tr><th>Team<th>City<th>Stadium",
     "<tr><td>a<td>b<td>c"},
    {"HTML: wide cells", "<!DOCTYPE html><table class=wikitable>",
     "<tr><td colspan=9999 rowspan=9999>a<td>b"},
    {"HTML: links", "<!DOCTYPE html>", "<a href='/wiki/A%20%'>a</a>"},
    {"HTML: match boxes", "<!DOCTYPE html>",
     "<div class=footballbox><div class=fdate>3 May 2014</div><table><tr><th class=fhome>A"
     "<th class=fscore>1-0<th class=faway>B<tr><td class=fhgoal>C 4'<td><td class=fagoal></table>"
     "</div>"},
    {"HTML: open match boxes", "<!DOCTYPE html>", "<div class=footballbox><table class=vevent>"},
    {"HTML: tables of matches", "<!DOCTYPE html>",
     "<table class=vevent><tr><td>3 May<td>A<td>1-0<td>B<td>C<tr><td><td>P 3'<td><td><td></table>"},
    {"HTML: infoboxes", "<!DOCTYPE html>",
     "<table class=infobox><tr><th>Season<td>2014<tr><th>Champions<td>A</table>"},
};

std::string filled(const Hostile& hostile, std::size_t size) {
  std::string out(hostile.before);
  while (out.size() < size) out += hostile.piece;
  return out;
}

/// Items, each a level deeper than the one before.
std::string nested_list(std::size_t items) {
  std::string out = "= T =\n== Tie-breakers ==\n";
  for (std::size_t i = 0; i < items; ++i) {
    out += std::string(i % 1000, ' ') + "1. points\n";
  }
  return out;
}

/// Processor seconds that converting takes.
double seconds(std::string bytes) {
  const double begin = acta::tests::processor_seconds();
  static_cast<void>(acta::convert(std::move(bytes)));
  return acta::tests::processor_seconds() - begin;
}

void check_linear(const std::string& half, const std::string& whole) {
  constexpr double factor = 3;
  constexpr double slack = 0.03;
  const auto costs = acta::tests::least_costs([&] { return seconds(half); },
                                              [&] { return seconds(whole); }, factor, slack);
  BOOST_TEST_INFO(half.size() << " bytes: " << costs.part << " s, " << whole.size()
                              << " bytes: " << costs.whole << " s");
  BOOST_TEST(costs.within(factor, slack));
}

void check_record(const std::string& bytes) {
  const acta::Result result = acta::convert(bytes);
  BOOST_TEST(acta::tests::broken_invariant(result) == "");
  BOOST_TEST(acta::tests::schema_violation(result.season) == "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile)

BOOST_DATA_TEST_CASE(it_gives_a_whole_record, data::make(inputs), input) {
  check_record(filled(input, full_size / 16));
}

BOOST_DATA_TEST_CASE(it_costs_no_more_than_its_size, data::make(inputs), input) {
  check_linear(filled(input, full_size / 2), filled(input, full_size));
}

BOOST_AUTO_TEST_CASE(ten_thousand_nested_items_give_a_whole_record) {
  check_record(nested_list(10'000));
}

BOOST_AUTO_TEST_CASE(nested_items_cost_no_more_than_their_size) {
  check_linear(nested_list(5'000), nested_list(10'000));
}

BOOST_AUTO_TEST_CASE(no_bytes_at_all_give_an_empty_record) {
  const acta::Result result = acta::convert("");
  BOOST_TEST(result.season.coverage.lines == 0U);
  BOOST_TEST(result.season.matches.empty());
  BOOST_TEST(result.severities[0] > 0U);
  check_record("");
}

BOOST_AUTO_TEST_CASE(all_bytes_give_a_whole_record) {
  std::string bytes;
  for (int repeat = 0; repeat < 64; ++repeat) {
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte * (repeat + 1));
  }
  check_record(bytes);
}

BOOST_AUTO_TEST_SUITE_END()
