/// Edges of markup at which wikitext parsers part ways.  What is expected is what MediaWiki 1.39
/// shows, see tests/mediawiki/oracle.php.

#include <string>
#include <string_view>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "format/syntax_json.hpp"
#include "mediawiki/outline.hpp"

namespace {

using acta::tests::check_outlines;
using acta::tests::outline;
namespace syntax = acta::wiki::syntax;

/// The attributes as read: "a=b;c=;".
std::string attributes(std::string_view head) {
  std::string seen;
  for (syntax::Attribute attribute; syntax::next_attribute(head, attribute);) {
    seen += std::string(attribute.name) + "=" + std::string(attribute.value) + ";";
  }
  return seen;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(syntax_edges)

BOOST_AUTO_TEST_CASE(the_first_equals_sign_of_a_parameter_ends_its_name) {
  check_outlines(
      {{"{{a|\nb\n=c}}", "template(a){b={c}}"},
       {"{{a|b\n=c=\n}}", "template(a){b={c=\\n}}"},
       {"{{a|http://b.c?d=e}}", "template(a){http://b.c?d={name{external_link(http://b.c?d)} e}}"},
       {"{{a|[http://b.c?d=e f]}}", "template(a){[http://b.c?d={e_f]}}"},
       {"{{a|b=http://b.c?d=e}}", "template(a){b={external_link(http://b.c?d=e)}}"},
       {"{{a|[[b|http://c?d=e]]}}", "template(a){1={wikilink(b){http://c?d=e}}}"},
       {"{{a|<ref>http://b.c?d=e</ref>}}",
        "template(a){1={<ref>{external_link(http://b.c?d=e)}}}"}});
}

BOOST_AUTO_TEST_CASE(a_heading_in_a_parameter_is_no_name) {
  check_outlines({{"{{a|b\n==c==\n}}", "template(a){1={b\\n h2{c} \\n}}"},
                  {"{{a|b\n==c\n|d=e}}", "template(a){1={b\\n==c\\n} d={e}}"},
                  {"{{a|b=\n==c==\n}}", "template(a){b={\\n h2{c} \\n}}"}});
}

BOOST_AUTO_TEST_CASE(brackets_that_make_no_link_still_hold_their_pipes) {
  check_outlines(
      {{"{{a|[[b\n|c=d]]|e=f}}", "template(a){1={[[b\\n|c=d]]} e={f}}"},
       {"{{a|[[|b]]|c}}", "template(a){1={[[|b]]} 2={c}}"},
       {"{{a|[[ |b={{c|d}}]]|e}}", "template(a){1={[[_|b= template(c){1={d}} ]]} 2={e}}"},
       {"{{a|[[b\n|c=[[d]]|e}}", "template(a){1={[[b\\n} c={wikilink(d)} 2={e}}"}});
}

BOOST_AUTO_TEST_CASE(braces_that_make_no_template_still_hold_their_pipes) {
  check_outlines(
      {{"{{a|{{|b=c}}|d}}", "template(a){1={{{|b=c}}} 2={d}}"},
       {"{{a|{{ }}|b}}", "template(a){1={{{_}}} 2={b}}"},
       {"{{a|{{b[|c={{d|e}}}}|f=g}}", "template(a){1={{{b[|c= template(d){1={e}} }}} f={g}}"},
       {"{{a|<b title=\"{{|}}\">c</b>}}", "template(a){<b title={\"{{|}}\">c </b?>{}}}"},
       {"{|\n|{{|a||b}}\n|}", "table{row{td({{){a} td{b}}\\n}}}"}});
}

BOOST_AUTO_TEST_CASE(the_name_of_a_nested_name_is_all_of_it) {
  check_outlines({{"{{ {{ {{a}}b}}c}}",
                   "template({{ {{a}}b}}c){name{_ template({{a}}b){name{_ template(a) b}} c}}"}});
  // Each level writes its name again, so the text of very deep ones is left out.
  std::string deep = "a";
  for (int i = 0; i < 40; ++i) deep = "{{ " + deep + "}}x";
  const acta::tests::SyntaxPage page(deep);
  BOOST_TEST(page.tree.name(1) == "x");
}

BOOST_AUTO_TEST_CASE(what_is_open_in_a_heading_ends_before_its_end) {
  check_outlines({{"== a <i> b ==\nc", "h2{_a_ <i?>{_b_}} \\nc"},
                  {"== <b>a</b> ==\nc", "h2{_ <b>{a} _} \\nc"},
                  {"== http://a.b ==", "h2{_ external_link(http://a.b) _}"},
                  {"==http://a.b==", "h2{external_link(http://a.b)}"},
                  {"==http://a.b,==", "h2{external_link(http://a.b) ,}"},
                  {"==http://a.b==c", "== external_link(http://a.b==c)"}});
}

BOOST_AUTO_TEST_CASE(an_address_ends_where_mediawiki_ends_it) {
  check_outlines(
      {{"http://a.b&nbsp;c", "external_link(http://a.b) entity(&nbsp;) c"},
       {"http://a.b&#60;c", "external_link(http://a.b) entity(&#60;) c"},
       {"http://a.b?c&amp;d&amp; e", "external_link(http://a.b?c&amp;d&amp;) _e"},
       {"http://a.b\\ http://a.b;", "external_link(http://a.b) \\_ external_link(http://a.b) ;"},
       {"http://a.b\u3000c", "external_link(http://a.b) \u3000c"},
       {"[http://a.b\u00A0c]", "external_link(http://a.b){\u00A0c}"},
       {"http://[::1]/a", "external_link(http://[::1]/a)"},
       {"[http://[a:b::1]:80/ c]", "external_link(http://[a:b::1]:80/){c}"},
       {"http://[x]", "http://[x]"},
       {"[[File:A|b http://a.b]]", "file(File:A){1={b_ external_link(http://a.b)}}"}});
}

BOOST_AUTO_TEST_CASE(comments_are_no_part_of_an_address) {
  check_outlines(
      {{"http://a.b/<!-- c -->d", "external_link(http://a.b/<!-- c -->d)"},
       {"[http://a.b/<!-- c -->d e]", "external_link(http://a.b/<!-- c -->d){e}"},
       {"http://a.b<!-- c --> d", "external_link(http://a.b) comment(<!-- c -->) _d"},
       {"http://a.b,<!-- c -->. d", "external_link(http://a.b) , comment(<!-- c -->) ._d"}});
}

BOOST_AUTO_TEST_CASE(an_external_link_holds_no_external_link) {
  check_outlines({{"[http://a.b [http://c.d]]", "external_link(http://a.b){[http://c.d} ]"},
                  {"[http://a.b [[c]] d]", "external_link(http://a.b){wikilink(c) _d}"}});
}

BOOST_AUTO_TEST_CASE(a_number_that_is_no_character_is_text) {
  check_outlines({{"&#0;&#x110000;&#8;&#xD83D;", "&#0;&#x110000;&#8;&#xD83D;"},
                  {"&#9;&#xFFFD;", "entity(&#9;) entity(&#xFFFD;)"}});
}

BOOST_AUTO_TEST_CASE(entities_are_read_where_markup_is_not) {
  check_outlines({{"<nowiki>''&nbsp;</nowiki>", "<nowiki>{'' entity(&nbsp;)}"},
                  {"<pre>&amp;a</pre><math>&amp;</math>", "<pre>{entity(&amp;) a} <math>{&amp;}"}});
}

BOOST_AUTO_TEST_CASE(four_dashes_at_the_start_of_a_line_are_a_rule) {
  check_outlines({{"a\n----\nb", "a\\n <hr>{} \\nb"},
                  {"------b\n----* c", "<hr>{} b\\n <hr>{} *_c"},
                  {"---\n ----\na----", "---\\n_----\\na----"},
                  {"{|\n|a\n----\n|b\n|}", "table{row{td{a\\n <hr>{} \\n} td{b\\n}}}"}});
}

BOOST_AUTO_TEST_CASE(a_pipe_before_a_new_header_cell_is_a_part_of_its_mark) {
  check_outlines({{"{|\n!a|!!b|c\n|}", "table{row{th{a} th{b|c\\n}}}"},
                  {"{|\n!a| !!b|c\n|}", "table{row{th(a){_} th(b){c\\n}}}"},
                  {"{|\n|a|||b|c\n|}", "table{row{td{a} td{b|c\\n}}}"}});
}

BOOST_AUTO_TEST_CASE(comments_may_stand_before_an_indented_table) {
  check_outlines(
      {{":<!-- a --> {|\n|b\n|}", "list_item(:){comment(<!-- a -->) _ table{row{td{b\\n}}}}"},
       {":<!-- a -->{{{!}}\n|b\n|}", "list_item(:){comment(<!-- a -->) table{row{td{b\\n}}}}"},
       {":<!-- a -->{{b}}", "list_item(:){comment(<!-- a -->) template(b)}"},
       {":<!-- a -->", "list_item(:){comment(<!-- a -->)}"}});
}

BOOST_AUTO_TEST_CASE(a_link_in_brackets_to_an_address_is_none) {
  check_outlines({{"[[ http://a.b|c]]", "[[_ external_link(http://a.b) |c]]"}});
}

BOOST_AUTO_TEST_CASE(a_tag_may_hold_comments_and_nowiki) {
  check_outlines({{"<div class=\"<!-- a -->b\">c</div>", "<div(class=\"<!-- a -->b\")>{c}"},
                  {"<div a=\"<nowiki>></nowiki>\">c</div>", "<div(a=\"<nowiki>></nowiki>\")>{c}"},
                  {"<div <ref>a</ref>>", "<div_ <ref>{a} >"}});
}

BOOST_AUTO_TEST_CASE(attributes_are_what_mediawiki_takes_for_some) {
  BOOST_TEST(attributes("a=b <!-- c=d --> e=f<!-- g -->") == "a=b;e=f;");
  BOOST_TEST(attributes("style=\"a\"b=c d='e'f") == "style=a;b=c;d=e;f=;");
  BOOST_TEST(attributes("{{a|b=c}} d=e") == "d=e;");
  BOOST_TEST(attributes("{{a}}=b c={{d|e f}}; g") == "c={{d|e f}};;g=;");
  BOOST_TEST(attributes(";a=b \"c=d -e=f .g=h") == "");
  BOOST_TEST(attributes("a =b/c= \"d\" / e") == "a=b/c=;e=;");
  BOOST_TEST(attributes("| a = b | c") == "a=b;c=;");
  BOOST_TEST(attributes("a={{") == "a={{;");
  BOOST_TEST(attributes("<!-- a=b") == "");
}

BOOST_AUTO_TEST_CASE(what_stands_in_attributes_and_addresses_is_printed) {
  const auto printed = [](std::string source) {
    std::string json;
    acta::format::write_json(acta::tests::SyntaxPage(std::move(source)).tree, json);
    return json;
  };
  const auto holds = [](const std::string& json, std::string_view part) {
    return json.find(part) != std::string::npos;
  };
  BOOST_TEST(holds(printed("{|\n|a={{b}}<!-- c -->|d\n|}"),
                   R"("attributes":{"a":"{{b}}"},"attribute_children":[{"type":"template",)"
                   R"("span":[6,11],"name":"b","parameters":[]},{"type":"comment","span":[11,21],)"
                   R"("text":"<!-- c -->"}],"children")"));
  BOOST_TEST(holds(printed("''[http://a/{{b|c}}<!-- d -->e f]''"),
                   R"("target":"http://a/{{b|c}}e","name_children":[{"type":"template",)"
                   R"("span":[12,19],"name":"b")"));
  BOOST_TEST(holds(printed("[http://a<!-- b -->c]"),
                   R"("name_children":[{"type":"comment","span":[9,19])"));
  BOOST_TEST(holds(printed("[[File:{{a}}]]"), R"("name_children":[{"type":"text","span":[2,7])"));
  BOOST_TEST(!holds(printed("<b class=x>''[http://a b]''</b>"), "_children"));
}

BOOST_AUTO_TEST_SUITE_END()
