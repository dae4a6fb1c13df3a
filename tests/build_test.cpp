/// The parts of a build that need no files: names, the manifest, selection, answers of the API.

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "build/closing.hpp"
#include "build/difference.hpp"
#include "build/manifest.hpp"
#include "build/names.hpp"
#include "format/api_json.hpp"
#include "input/select.hpp"
#include "input/sources.hpp"

namespace {

using namespace acta::build;
using namespace acta::input;

BOOST_AUTO_TEST_SUITE(build)

BOOST_AUTO_TEST_CASE(no_title_makes_a_name_that_leaves_the_folder) {
  const std::string nul("a\0b", 3);
  for (const std::string& title :
       {std::string("../../etc/passwd"), std::string("/"), std::string(".."), nul,
        std::string("a/b\\c"), std::string("CON"), std::string("com1"), std::string(600, 'x'),
        std::string("\xD0\xA7\xD0\x9C 2018"), std::string("?*<>|:\"")}) {
    const std::string slug = base_slug(title, "file.wiki");
    BOOST_TEST(!slug.empty());
    BOOST_TEST(slug.size() <= 202U);
    BOOST_TEST(slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string::npos);
  }
  BOOST_TEST(base_slug("CON", "") == "x-con");
  BOOST_TEST(base_slug("LPT9", "") == "x-lpt9");
  BOOST_TEST(base_slug("", "2024 Copa.txt") == "2024-copa-txt");
  BOOST_TEST(base_slug("", "") == "article");
  BOOST_TEST(base_slug(std::string(600, 'x'), "") != base_slug(std::string(601, 'x'), ""));
}

BOOST_AUTO_TEST_CASE(a_slug_is_given_out_once) {
  Slugs slugs;
  BOOST_TEST(slugs.take("a") == "a");
  BOOST_TEST(slugs.take("a") == "a-2");
  BOOST_TEST(slugs.take("a-2") == "a-2-2");
  BOOST_TEST(slugs.take("a") == "a-3");
}

BOOST_AUTO_TEST_CASE(many_articles_may_go_only_when_asked) {
  BOOST_TEST(!shrinks_too_much(0, 5, 0));
  BOOST_TEST(shrinks_too_much(1, 1, 0));
  BOOST_TEST(!shrinks_too_much(2, 3, 1));
  BOOST_TEST(!shrinks_too_much(10, 20, 10));
  BOOST_TEST(shrinks_too_much(11, 20, 9));
  BOOST_TEST(!shrinks_too_much(11, 110, 99));
}

BOOST_AUTO_TEST_CASE(seasons_are_told_by_their_templates) {
  BOOST_TEST(is_season("{{Infobox football league season\n|a=b}}"));
  BOOST_TEST(is_season("x {{ football_box collapsible|a}}"));
  BOOST_TEST(is_season("{{#invoke:Football box|main}}"));
  BOOST_TEST(is_season("{{Partidos|local=A}}"));
  BOOST_TEST(!is_season("{{Infobox football biography|name=A}}"));
  BOOST_TEST(!is_season("{{#invoke:Sports table|main}} a volleyball league"));
  BOOST_TEST(is_season("{{#invoke:Sports table|main}} an association football league"));
  BOOST_TEST(!is_season("Football box {Infobox football league season}"));
  BOOST_TEST(is_football("{{Infobox football biography|name=A}}"));
  BOOST_TEST(is_football("[[Category:Football clubs in Peru]]"));
  BOOST_TEST(!is_football("A [[football]] was seen. [[Category:Balls]]"));
}

BOOST_AUTO_TEST_CASE(categories_are_compared_as_wikis_do) {
  BOOST_TEST(has_category("[[category:2014_FIFA World Cup|sort]]", "2014 FIFA World Cup"));
  BOOST_TEST(
      has_category("[[Categor\xC3\xAD"
                   "a: Copa]]",
                   "copa"));
  BOOST_TEST(!has_category("[[Category:2014 FIFA World Cup squads]]", "2014 FIFA World Cup"));
  BOOST_TEST(!has_category("[[:Category:2014]] [[2014]]", "2014"));
}

BOOST_AUTO_TEST_CASE(kinds_of_sources_are_told_by_their_names) {
  BOOST_TEST((kind_by_name("a/b.wiki") == SourceKind::article));
  BOOST_TEST((kind_by_name("b.TXT") == SourceKind::article));
  BOOST_TEST((kind_by_name("x.xml.bz2") == SourceKind::dump));
  BOOST_TEST((kind_by_name("x.xml.zst") == SourceKind::dump));
  BOOST_TEST((kind_by_name("x.json") == SourceKind::answer));
  BOOST_TEST((kind_by_name("x-multistream7.xml-p12p3456.bz2") == SourceKind::dump));
  BOOST_TEST((kind_by_name("x.xml-p12p") == SourceKind::unknown));
  BOOST_TEST((kind_by_name("x-index.txt.bz2") == SourceKind::index));
  BOOST_TEST((kind_by_name("x-index.txt") == SourceKind::index));
  BOOST_TEST((kind_by_name("x-multistream-index7.txt-p12p3456.bz2") == SourceKind::index));
  BOOST_TEST((kind_by_name("x.txt.bz2") == SourceKind::article));
  BOOST_TEST((kind_by_name("-") == SourceKind::unknown));
}

BOOST_AUTO_TEST_CASE(the_manifest_keeps_any_name) {
  Manifest manifest;
  manifest.key = "k";
  manifest.selection = "0\n\n";
  manifest.shard = {2, 3};
  manifest.formats = {true, false, true, true};
  SourceEntry source{"a\tb\nc%", std::string("b%09c"), {12, -5}, {}};
  Entry entry;
  entry.name = "Title\twith\n%";
  entry.number = 7;
  entry.base = entry.slug = "s";
  entry.json = {1, 2};
  entry.counts.goals = 9;
  entry.dependencies = {{"A\tB", "0af"}, {"C", ""}};
  source.articles.push_back(entry);
  manifest.sources.push_back(source);
  manifest.files["x.csv"] = {3, 4};
  manifest.left_slugs = {"gone"};
  manifest.complete = true;
  const std::string bytes = write_manifest(manifest);
  const Manifest read = parse_manifest(bytes, "", "k");
  BOOST_TEST(write_manifest(read) == bytes);
  BOOST_TEST(read.complete);
  BOOST_TEST(read.left_slugs == manifest.left_slugs, boost::test_tools::per_element());
  manifest.complete = false;
  BOOST_TEST(!parse_manifest(write_manifest(manifest), "", "k").complete);
  BOOST_TEST(read.sources[0].path == source.path);
  BOOST_TEST(read.sources[0].articles[0].name == entry.name);
  BOOST_TEST(read.sources[0].articles[0].dependencies[0].title == "A\tB");
  BOOST_TEST(read.sources[0].articles[0].current);
  BOOST_TEST(!parse_manifest(bytes, "", "other").sources[0].articles[0].current);
}

BOOST_AUTO_TEST_CASE(a_journal_that_was_cut_gives_what_was_whole) {
  Entry entry;
  entry.base = entry.slug = "first";
  entry.sha256 = "aa";
  std::string journal = "\n\tk\n" + journal_line("one.txt", entry);
  const std::size_t whole = journal.size();
  entry.slug = "second";
  journal += journal_line("two.txt", entry);
  for (std::size_t size = whole; size + 1 < journal.size(); ++size) {
    const Manifest read = parse_manifest("", journal.substr(0, size), "k");
    BOOST_REQUIRE(read.sources.size() == 1U);
    BOOST_TEST(read.sources[0].articles[0].slug == "first");
    BOOST_TEST(!read.complete);
    // What the next build writes after the cut is read, too.
    const Manifest next =
        parse_manifest("", journal.substr(0, size) + "\n\tk\n" + journal_line("3", entry), "k");
    BOOST_TEST(next.sources.size() == 2U);
    BOOST_TEST(next.sources.back().articles[0].current);
  }
  BOOST_TEST(parse_manifest("", journal, "k").sources.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_query_is_read_in_both_versions) {
  std::string failure;
  const auto second = acta::format::read_answer(
      R"({"batchcomplete":true,"query":{"pages":[{"pageid":5,"ns":0,"title":"A","revisions":[)"
      R"({"revid":7,"timestamp":"2026-01-01T00:00:00Z","slots":{"main":{"content":"x \u00e9"}}}]},)"
      R"({"ns":0,"title":"B","missing":true}]}})",
      failure);
  BOOST_REQUIRE(second.has_value());
  BOOST_REQUIRE(second->pages.size() == 1U);
  BOOST_TEST(second->pages[0].text == "x \xC3\xA9");
  BOOST_TEST(second->pages[0].revision_id.value() == 7);
  BOOST_TEST(second->failures.size() == 1U);
  const auto first = acta::format::read_answer(
      R"({"query":{"pages":{"-1":{"ns":0,"title":"B","missing":""},"5":{"pageid":5,"ns":0,)"
      R"("title":"A","revisions":[{"revid":7,"*":"#REDIRECT [[C]]"}]}}}})",
      failure);
  BOOST_REQUIRE(first.has_value());
  BOOST_REQUIRE(first->pages.size() == 1U);
  BOOST_TEST(first->pages[0].redirect);
  BOOST_TEST(first->pages[0].page_id.value() == 5);
}

BOOST_AUTO_TEST_CASE(a_parse_is_read_in_both_versions) {
  std::string failure;
  for (const std::string_view json :
       {R"({"parse":{"title":"A","pageid":5,"revid":7,"wikitext":"text"}})",
        R"({"parse":{"title":"A","pageid":5,"revid":7,"wikitext":{"*":"text"}}})"}) {
    const auto answer = acta::format::read_answer(json, failure);
    BOOST_REQUIRE(answer.has_value());
    BOOST_REQUIRE(answer->pages.size() == 1U);
    BOOST_TEST(answer->pages[0].text == "text");
    BOOST_TEST(answer->pages[0].revision_id.value() == 7);
  }
}

BOOST_AUTO_TEST_CASE(other_json_is_no_answer) {
  std::string failure;
  BOOST_TEST(!acta::format::read_answer(R"({"schema":"acta/season/1"})", failure).has_value());
  BOOST_TEST(failure.empty());
  BOOST_TEST(!acta::format::read_answer("{\"query\":", failure).has_value());
  BOOST_TEST(failure.find("no JSON") == 0U);
  BOOST_TEST(!acta::format::read_answer(std::string(100'000, '['), failure).has_value());
  BOOST_TEST(!acta::format::read_answer(R"({"error":{"code":"x","info":"Bad token"}})", failure));
  BOOST_TEST(failure.find("Bad token") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_difference_does_not_see_lines_that_moved) {
  acta::football::Season before;
  acta::football::Match match;
  match.id = "final:a:b";
  match.line = 5;
  match.goals.resize(2);
  match.goals[0].minute = 10;
  match.goals[1].minute = 20;
  before.matches = {match};
  acta::football::Season after = before;
  after.matches[0].line = 7;
  after.matches[0].goals[0].line = 8;
  BOOST_TEST(difference(before, after).empty());
  after.matches[0].goals[1].minute = 21;
  after.matches[0].goals.emplace_back().minute = 30;
  match.id = "final:a:c";
  after.matches.push_back(match);
  const auto found = difference(before, after);
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].kind == "matches");
  BOOST_TEST(found[0].added == 1U);
  BOOST_TEST(found[1].added == 3U);
  BOOST_TEST(found[1].changed == 1U);
  BOOST_TEST(found[1].removed == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
