/// The syntax tree of wikitext.  What is expected of doubtful markup is what MediaWiki 1.39 shows,
/// see tests/mediawiki/oracle.php.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "format/syntax_json.hpp"
#include "grammar/wikitext.hpp"
#include "mediawiki/outline.hpp"
#include "wiki/syntax/tree.hpp"

namespace {

using acta::wiki::syntax::Index;
using acta::wiki::syntax::Node;
using acta::wiki::syntax::Tree;
using acta::wiki::syntax::Type;
namespace finding = acta::finding;
namespace syntax = acta::wiki::syntax;
namespace text = acta::text;

using Page = acta::tests::SyntaxPage;
using acta::tests::outline;

void check(const std::vector<acta::tests::SyntaxCase>& cases) {
  acta::tests::check_outlines(cases);
}

std::size_t warnings(const std::string& source) {
  return Page(source).diagnostics.count(acta::finding::Severity::warning);
}

std::size_t notes(const std::string& source) {
  return Page(source).diagnostics.count(acta::finding::Severity::info);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (; times != 0; --times) out += piece;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(syntax_tree)

BOOST_AUTO_TEST_CASE(the_grammar_has_no_cycles) {
  namespace rules = acta::grammar::wikitext;
  BOOST_TEST(tao::pegtl::analyze<rules::next_attribute>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::redirect>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::bracket_protocol>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::file_prefix>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::category_prefix>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::magic_name>() == 0U);
  BOOST_TEST(tao::pegtl::analyze<rules::number>() == 0U);
}

BOOST_AUTO_TEST_CASE(a_template_has_named_and_positional_parameters) {
  check({{"{{flag|PER}}", "template(flag){1={PER}}"},
         {"{{a|b|x = c |d}}", "template(a){1={b} x={_c_} 2={d}}"},
         {"{{a|b=c=d|=e}}", "template(a){b={c=d} ={e}}"},
         {"{{goal|16||45+2|pen.}}", "template(goal){1={16} 2={} 3={45+2} 4={pen.}}"},
         {"{{ a <!-- b -->\n|c}}", "template(a){name{_a_ comment(<!-- b -->) \\n} 1={c}}"},
         {"{{a|{{b|{{c}}}}}}", "template(a){1={template(b){1={template(c)}}}}"},
         {"{{a|[[b|c=d]]}}", "template(a){1={wikilink(b){c=d}}}"},
         {"{{#if:x|y|z}}", "template(#if:x){1={y} 2={z}}"},
         {"{{#invoke:Football box|main|a=b}}", "template(#invoke:Football box){1={main} a={b}}"},
         {"{{a|b=c}} {{a|<ref name=x>y=z</ref>}}",
          "template(a){b={c}} _ template(a){1={<ref(name=x)>{y=z}}}"},
         {"{{a|<b class=x>y}}", "template(a){<b class={x>y}}"}});
}

BOOST_AUTO_TEST_CASE(the_last_parameter_of_a_name_counts) {
  const Page page("{{a|x=1|x=2|3}}");
  BOOST_TEST(page.tree.text(page.tree.parameter(1, "x")) == "|x=2");
  BOOST_TEST(page.tree.text(page.tree.parameter(1, "1")) == "|3");
  BOOST_TEST(page.tree.parameter(1, "y") == syntax::no_node);
}

BOOST_AUTO_TEST_CASE(braces_pair_from_the_inside_three_before_two) {
  check({{"{{{x|y}}}", "argument(x){1={y}}"},
         {"{{{{{a}}}}}", "template({{{a}}}){name{argument(a)}}"},
         {"{{{{a}}}}", "{ argument(a) }"},
         {"{{{a}}", "{ template(a)"},
         {"{{a}}}", "template(a) }"},
         {"{{{{{{a}}}}}}", "argument({{{a}}}){name{argument(a)}}"},
         {"{{a|b|}}", "template(a){1={b} 2={}}"}});
}

BOOST_AUTO_TEST_CASE(a_template_needs_a_name_that_a_page_can_have) {
  check({{"{{}} {{ }} {{|x}}", "{{}}_{{_}}_{{|x}}"},
         {"{{a\nb}}", "{{a\\nb}}"},
         {"{{a\n}}", "template(a)"},
         {"{{a[b}} {{a{b}}", "{{a[b}}_{{a{b}}"}});
}

BOOST_AUTO_TEST_CASE(an_unclosed_template_is_text_and_an_error) {
  const Page page("'''{{a|b''' c\n* [[d]]\n== e ==\n");
  BOOST_TEST(outline(page.tree) == "bold{{{a|b} _c\\n list_item(*){_ wikilink(d)} \\n h2{_e_} \\n");
  BOOST_REQUIRE_EQUAL(page.diagnostics.sorted().size(), 1U);
  const acta::finding::Diagnostic first = page.diagnostics.sorted().front();
  BOOST_TEST((first.code == acta::finding::Code::template_unclosed));
  BOOST_TEST((first.position == acta::finding::Position{1, 4}));
}

BOOST_AUTO_TEST_CASE(an_unclosed_link_does_not_keep_its_template_open) {
  check({{"{{a|[[b}} c", "template(a){1={[[b}} _c"},
         {"{{a|[[b|c\n|d=e}}", "template(a){1={[[b} 2={c\\n} d={e}}"}});
}

BOOST_AUTO_TEST_CASE(links_have_targets_text_and_trails) {
  check({{"[[a]]", "wikilink(a)"},
         {"[[a|b ''c'']]", "wikilink(a){b_ italic{c}}"},
         {"[[a|b|c]]", "wikilink(a){b|c}"},
         {"[[a{{!}}b]]", "wikilink(a){b}"},
         {"[[a {{b}}|c]]", "wikilink(a {{b}}){name{a_ template(b)} c}"},
         {"[[a|b\nc]]", "wikilink(a){b\\nc}"},
         {"[[a|[b]]]", "wikilink(a){[b]}"},
         {"[[a|b [[c]] d]]", "[[a|b_ wikilink(c) _d]]"}});
  const Page page("[[cup]]s [[copa]]ñas [[a]]É");
  BOOST_TEST(page.tree.trail(1) == "s");
  BOOST_TEST(page.tree.trail(3) == "ñas");
  BOOST_TEST(page.tree.trail(5) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_title_is_no_link) {
  check({{"[[a\nb]] [[|a]] [[]]", "[[a\\nb]]_[[|a]]_[[]]"},
         {"[[[a]]]", "[[[a]]]"},
         {"[[[[a]]]]", "[[ wikilink(a) ]]"},
         {"[[http://a.b]]", "[ external_link(http://a.b) ]"},
         {"* [[a|b\n* c]]", "list_item(*){_[[a|b} \\n list_item(*){_c]]}"}});
}

BOOST_AUTO_TEST_CASE(files_and_categories_are_not_links) {
  check({{"[[File:A.jpg|thumb|a [[b]]]]", "file(File:A.jpg){1={thumb} 2={a_ wikilink(b)}}"},
         {"[[Archivo:A.jpg]] [[:File:A]]", "file(Archivo:A.jpg) _ wikilink(:File:A)"},
         {"[[Categoría:A|b]][[category:C]]", "category(Categoría:A){b} category(category:C)"}});
}

BOOST_AUTO_TEST_CASE(external_links_are_bracketed_or_bare) {
  check({{"[http://a.b c [[d]]]", "external_link(http://a.b){c_ wikilink(d)}"},
         {"[//a.b c] [mailto:a@b.c d]", "external_link(//a.b){c} _ external_link(mailto:a@b.c){d}"},
         {"http://a.b/c,d. (http://a.b)",
          "external_link(http://a.b/c,d) ._( external_link(http://a.b) )"},
         {"http://a.b/(c)", "external_link(http://a.b/(c))"},
         {"{{a|url=http://b.c|d}}", "template(a){url={external_link(http://b.c)} 1={d}}"},
         {"[http://a\nb] [a]", "[ external_link(http://a) \\nb]_[a]"}});
}

BOOST_AUTO_TEST_CASE(quotes_are_balanced_line_by_line) {
  check({{"'''a''' ''b''", "bold{a} _ italic{b}"},
         {"'''''a'' b'''", "bold{italic{a} _b}"},
         {"'''''a''' b''", "italic{bold{a} _b}"},
         {"'''''a'''''", "italic{bold{a}}"},
         {"''a'''b''c'''", "italic{a bold{b}} bold{c}"},
         {"'''a''", "' italic{a}"},
         {"l''''x'''", "l' bold{x}"},
         {"''a\nb''", "italic{a} \\nb italic{}"},
         {"a '''b ''c d'''e''", "a_ bold{b_ italic{c_d}} italic{e}"},
         {"2:0''' (1:0)", "2:0 bold{_(1:0)}"},
         {"'''[[a|''b]]'''", "bold{wikilink(a){italic{b}}}"}});
}

BOOST_AUTO_TEST_CASE(headings_have_the_level_of_both_ends) {
  check({{"== a ==", "h2{_a_}"},
         {"=== a ==", "h2{=_a_}"},
         {"== a ===", "h2{_a_=}"},
         {"===", "h1{=}"},
         {"== a == <!-- b --> \nc", "h2{_a_ comment(<!-- b -->)} \\nc"},
         {"<!-- b -->== a ==", "comment(<!-- b -->) h2{_a_}"},
         {"== '''a ==", "h2{_ bold{a_}}"},
         {"== {{a|\n}} ==", "h2{_ template(a){1={\\n}} _}"},
         {"== a", "==_a"},
         {" == a ==", "_==_a_=="}});
}

BOOST_AUTO_TEST_CASE(list_items_end_with_their_line) {
  check({{"* a\n** b\n#: c", "list_item(*){_a} \\n list_item(**){_b} \\n list_item(#:){_c}"},
         {";a: b", "list_item(;){a} list_item(:){_b}"},
         {";'''a: b''': c", "list_item(;){bold{a:_b}} list_item(:){_c}"},
         {"* {{a|\n}} b", "list_item(*){_ template(a){1={\\n}} _b}"},
         {"{{a|\n* b\n* c}}", "template(a){1={\\n list_item(*){_b} \\n list_item(*){_c}}}"},
         {"<div>\n* a</div> b", "<div>{\\n list_item(*){_a}} _b"},
         {"* <div>a\nb", "list_item(*){_ <div?>{a}} \\nb"}});
}

BOOST_AUTO_TEST_CASE(a_table_has_rows_cells_attributes_and_captions) {
  check({{"{| class=\"x\"\n|+ a\n! b !! c\n|- y=1\n| d || e\n|}",
          "table(class=\"x\"){caption{_a\\n} row{th{_b_} th{_c\\n}} "
          "row(y=1){td{_d_} td{_e\\n}}}"},
         {"{|\n|scope=col|a||b|c||[[d|e]]\n|}",
          "table{row{td(scope=col){a} td(b){c} td{wikilink(d){e} \\n}}}"},
         {"{|\n|[[a|b]]|c\n|<ref>a|b</ref>\n|{{a|b}}\n|}",
          "table{row{td{wikilink(a){b} |c\\n} td{<ref>{a|b} \\n} td{template(a){1={b}} \\n}}}"},
         {"{|\n|a\n*b\n!c\n|}", "table{row{td{a\\n list_item(*){b} \\n} th{c\\n}}}"},
         {"{|\n|a!!b\n|- z | q\n|c\n|}", "table{row{td{a!!b\\n}} row(z | q){td{c\\n}}}"},
         {"{|\n|a||\n||||b\n|}", "table{row{td{a} td{\\n} td{} td{b\\n}}}"},
         {"{|\n{{head}}\n|-\n{{row}}\n|}", "table{template(head) row{template(row)}}"}});
}

BOOST_AUTO_TEST_CASE(tables_nest_and_end_where_they_can) {
  check({{"{|\n|a\n{|\n|b\n|}\n|}c", "table{row{td{a\\n table{row{td{b\\n}}} \\n}}} c"},
         {":{|\n|a\n|}\nb", "list_item(:){table{row{td{a\\n}}}} \\nb"},
         {"x {|\n|a", "x_{|\\n|a"},
         {"{|\n|a", "table{row{td{a}}}"},
         {"{|\n|<small>a\n|b</small>\n|}", "table{row{td{<small?>{a\\n}} td{b </small?>{} \\n}}}"},
         {"{|\n| [[a|b\n| c\n|}", "table{row{td{_[[a|b\\n} td{_c\\n}}}"}});
  BOOST_TEST(warnings("{|\n|a") == 1U);
}

BOOST_AUTO_TEST_CASE(tables_stand_in_templates) {
  check({{"{{a|\n{|\n|b\n|}\n}}", "template(a){1={\\n table{row{td{b\\n}}} \\n}}"},
         {"{{a|\n{|\n|b\n|}}}", "template(a){1={\\n table{row{td{b\\n}}}}}"},
         {"{{a|\n{|\n|b\n|}}", "template(a){1={\\n table{row{td{b\\n} td{}}}}}"},
         {"{{a|b={{{!}} c\n{{!}}-\n{{!}} d {{!}}{{!}} e\n{{!}}}}}",
          "template(a){b={table(c){row{td{_d_} td{_e\\n}}}}}"},
         {"{{a|\n{{{!}}\n{{!}} b\n|c}}", "template(a){1={\\n table{row{td{_b\\n}}}} 2={c}}"},
         {"{{a\n{|\n|b\n|}\n}}", "{{a\\n table{row{td{b\\n}}} \\n}}"}});
}

BOOST_AUTO_TEST_CASE(tags_have_attributes_and_content) {
  check({{"<ref name=x />a<ref group=\"n\">b</ref>", "<ref/(name=x)>{} a <ref(group=\"n\")>{b}"},
         {"a<br>b<br/>c<BR />d</br>", "a <br>{} b <br/>{} c <br/>{} d <br>{}"},
         {"<div style=\"{{a|b}}\">c</div>", "<div(style=\"{{a|b}}\")>{c}"},
         {"<ul><li>a<li>b</ul>", "<ul>{<li>{a} <li>{b}}"},
         {"<table><tr><td>a<td>b<tr><td>c</table>", "<table>{<tr>{<td>{a} <td>{b}} <tr>{<td>{c}}}"},
         {"<nowiki>''[[a]]</nowiki><pre>{{b}}</pre>", "<nowiki>{''[[a]]} <pre>{{{b}}}"},
         {"<poem>'''a'''\nb</poem>", "<poem>{bold{a} \\nb}"},
         {"<section begin=a />b<section end=a/>", "<section/(begin=a)>{} b <section/(end=a)>{}"},
         {"<onlyinclude>{|\n|a\n|}</onlyinclude>", "<onlyinclude>{table{row{td{a\\n}}}}"},
         {"<foo>a</foo>", "<foo>a</foo>"}});
}

BOOST_AUTO_TEST_CASE(tags_that_cross_or_stay_open_are_recovered) {
  check({{"<b>a [[b|c</b> d]]", "<b?>{} a_ wikilink(b){c </b?>{} _d}"},
         {"{{a|<b>c}}</b>", "template(a){1={<b?>{c}}} </b?>{}"},
         {"<b><i>a</b>", "<b>{<i?>{a}}"},
         {"<small>a\n== b ==", "<small?>{} a\\n h2{_b_}"},
         {"<ref>{{a</ref>}}", "<ref>{{{a} }}"},
         {"<ref>a", "<ref>a"},
         {"<nowiki>{{a}}", "<nowiki> template(a)"},
         {"<includeonly>{{a}}", "<includeonly>{template(a)}"}});
  // A wiki mends these, and a reader sees nothing wrong.
  BOOST_TEST(notes("<b>a</i>") == 2U);
}

BOOST_AUTO_TEST_CASE(an_unclosed_comment_takes_the_rest) {
  check({{"a <!-- b {{c}}", "a_ comment(<!-- b {{c}})"},
         {"a<!-- b -->c", "a comment(<!-- b -->) c"}});
}

BOOST_AUTO_TEST_CASE(words_of_markup_are_leaves) {
  check({{"&nbsp;&#65;&foo;", "entity(&nbsp;) entity(&#65;) &foo;"},
         {"__NOTOC__ __x__", "magic_word(__NOTOC__) ___x__"},
         {"#REDIRECT [[a|b]]", "redirect(a)"},
         {"#redirección: [[a]]", "redirect(a)"},
         {"{{!}}", "template(!)"}});
}

BOOST_AUTO_TEST_CASE(attributes_are_read_one_by_one) {
  std::string_view rest = "class=\"a b\" {{x}} rowspan = 2 nowrap style='c";
  std::string seen;
  for (syntax::Attribute attribute; syntax::next_attribute(rest, attribute);) {
    seen += std::string(attribute.name) + "=" + std::string(attribute.value) + ";";
  }
  BOOST_TEST(seen == "class=a b;rowspan=2;nowrap=;style=c;");
}

BOOST_AUTO_TEST_CASE(span_numbers_are_read_as_browsers_do) {
  const Page page("{|\n|rowspan=\"5;\" colspan=x|a||rowspan=0 colspan=99999|b||colspan=0|c\n|}");
  std::vector<std::uint32_t> numbers;
  for (Index i = 0; i < page.tree.nodes().size(); ++i) {
    if (page.tree[i].type != Type::cell) continue;
    numbers.push_back(syntax::rowspan(page.tree, i));
    numbers.push_back(syntax::colspan(page.tree, i));
  }
  const std::vector<std::uint32_t> expected = {5, 1, 0, 1000, 1, 1};
  BOOST_TEST(numbers == expected, boost::test_tools::per_element());
}

namespace {

std::string grid_of(const std::string& source) {
  const Page page(source);
  const syntax::Grid grid = syntax::expand(page.tree, 1);
  std::string out;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    for (const syntax::GridCell& cell : grid.row(row)) {
      out += cell.cell == syntax::no_node ? "-" : syntax::plain_text(page.tree, cell.cell);
      out += cell.repeated ? "'," : ",";
    }
    out += ";";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_grid_repeats_spanning_cells) {
  BOOST_TEST(grid_of("{|\n|rowspan=2|a||b\n|-\n|c\n|-\n|d||e\n|}") == "a,b,;a',c,;d,e,;");
  BOOST_TEST(grid_of("{|\n|colspan=2|a||b\n|-\n|c||rowspan=9|d\n|-\n|e\n|}") ==
             "a,a',b,;c,d,;e,d',;");
  BOOST_TEST(grid_of("{|\n|a||b||rowspan=2|c\n|-\n|d\n|}") == "a,b,c,;d,-,c',;");
  BOOST_TEST(grid_of("{|\n|rowspan=0|a||b\n|-\n|-\n|c\n|-\n|d\n|}") == "a,b,;a',c,;a',d,;");
}

BOOST_AUTO_TEST_CASE(a_grid_stays_in_proportion) {
  const std::string row = "|-\n" + repeated("|rowspan=60000 colspan=1000|a\n", 100);
  const Page page("{|\n" + repeated(row, 50) + "|}");
  const syntax::Grid grid = syntax::expand(page.tree, 1);
  BOOST_TEST(grid.clipped);
  BOOST_TEST(grid.rows.size() == 50U);
  BOOST_TEST(grid.cells.size() < 100U * 50U * 40U);
}

BOOST_AUTO_TEST_CASE(plain_text_is_what_a_reader_sees) {
  const Page page("'''a''' [[b|c]]&nbsp;[[d]]s<ref>e</ref><!-- f --><br>[http://g h] {{i|j}}");
  BOOST_TEST(syntax::plain_text(page.tree, 0) == "a c\u00A0ds h {{i|j}}");
}

BOOST_AUTO_TEST_CASE(a_tree_is_printed_as_json) {
  const Page page("{|x=1\n|colspan=2|a\n|}[[b]]s");
  std::string json;
  acta::format::write_json(page.tree, json);
  BOOST_TEST(json ==
             R"({"type":"document","span":[0,27],"children":[{"type":"table","span":[0,21],)"
             R"("attributes":{"x":"1"},"caption":null,"rows":[{"span":[6,19],"attributes":{},)"
             R"("cells":[{"span":[6,19],"header":false,"rowspan":1,"colspan":2,)"
             R"("attributes":{"colspan":"2"},"children":[{"type":"text","span":[17,19],)"
             R"("text":"a\n"}]}]}],"grid":[["a","a"]]},{"type":"wikilink","span":[21,26],)"
             R"("target":"b","trail":"s","children":[]},{"type":"text","span":[26,27],)"
             R"("text":"s"}]})");
}

BOOST_AUTO_TEST_SUITE_END()
