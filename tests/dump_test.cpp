/// MediaWiki exports: pages found whatever the pieces they come in.

#include "wiki/dump.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace {

using acta::wiki::DumpError;
using acta::wiki::DumpPage;
using acta::wiki::DumpReader;

constexpr std::string_view head =
    "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\">\n"
    "  <siteinfo>\n    <namespaces>\n      <namespace key=\"0\" case=\"first-letter\" />\n"
    "      <namespace key=\"10\">Template</namespace>\n    </namespaces>\n  </siteinfo>\n";

constexpr std::string_view page =
    "  <page>\n    <title>Copa &amp; Liga</title>\n    <ns>0</ns>\n    <id>12</id>\n"
    "    <revision>\n      <id>345</id>\n      <parentid>344</parentid>\n"
    "      <timestamp>2026-01-02T03:04:05Z</timestamp>\n      <contributor>\n"
    "        <username>A</username>\n        <id>99</id>\n      </contributor>\n      <minor />\n"
    "      <comment>c</comment>\n      <model>wikitext</model>\n"
    "      <text bytes=\"9\" sha1=\"x\" xml:space=\"preserve\">a &lt;b&gt; {{c}}</text>\n"
    "      <sha1>x</sha1>\n    </revision>\n  </page>\n";

constexpr std::string_view tail = "</mediawiki>\n";

/// A page, its views copied.
struct Seen {
  std::string title;
  int ns;
  bool redirect;
  std::int64_t page_id;
  std::int64_t revision_id;
  std::string timestamp;
  std::string text;
  std::uint64_t number;
  std::string model;
  std::string redirect_to;
};

std::vector<Seen> pages(const std::string& dump, std::size_t piece = std::string::npos) {
  std::vector<Seen> seen;
  DumpReader reader([&](const DumpPage& it) {
    seen.push_back({std::string(it.title), it.ns, it.redirect, it.page_id.value_or(0),
                    it.revision_id.value_or(0), std::string(it.timestamp), std::string(it.text),
                    it.number, std::string(it.model), std::string(it.redirect_to)});
  });
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t size = std::min(piece, dump.size() - at);
    reader.read(std::string_view(dump).substr(at, size));
    at += size;
  }
  reader.finish();
  return seen;
}

std::string dump_of(std::string_view pages) {
  return std::string(head) + std::string(pages) + std::string(tail);
}

BOOST_AUTO_TEST_SUITE(dump)

BOOST_AUTO_TEST_CASE(a_page_is_read_with_what_the_export_says_of_it) {
  const std::vector<Seen> seen = pages(dump_of(page));
  BOOST_REQUIRE(seen.size() == 1U);
  BOOST_TEST(seen[0].title == "Copa &amp; Liga");
  BOOST_TEST(seen[0].ns == 0);
  BOOST_TEST(!seen[0].redirect);
  BOOST_TEST(seen[0].page_id == 12);
  BOOST_TEST(seen[0].revision_id == 345);
  BOOST_TEST(seen[0].timestamp == "2026-01-02T03:04:05Z");
  BOOST_TEST(acta::wiki::unescape(seen[0].text) == "a <b> {{c}}");
}

BOOST_AUTO_TEST_CASE(pieces_may_be_cut_anywhere) {
  const std::string dump = dump_of(std::string(page) + std::string(page));
  for (std::size_t piece = 1; piece < 80; ++piece) {
    const std::vector<Seen> seen = pages(dump, piece);
    BOOST_REQUIRE(seen.size() == 2U);
    BOOST_TEST(seen[1].text == "a &lt;b&gt; {{c}}");
    BOOST_TEST(seen[1].revision_id == 345);
    BOOST_TEST(seen[1].number == 1U);
  }
}

BOOST_AUTO_TEST_CASE(of_a_history_the_last_revision_counts) {
  const std::vector<Seen> seen = pages(dump_of(
      "<page><title>A</title><ns>0</ns><id>1</id>"
      "<revision><id>2</id><timestamp>2020-01-01T00:00:00Z</timestamp><text>old</text></revision>"
      "<revision><id>3</id><timestamp>2021-01-01T00:00:00Z</timestamp><text>new</text></revision>"
      "</page>"));
  BOOST_REQUIRE(seen.size() == 1U);
  BOOST_TEST(seen[0].revision_id == 3);
  BOOST_TEST(seen[0].text == "new");
}

BOOST_AUTO_TEST_CASE(a_redirect_and_a_deleted_text_are_known) {
  const std::vector<Seen> seen =
      pages(dump_of("<page><title>A</title><ns>10</ns><redirect title=\"B\" /><revision>"
                    "<text deleted=\"deleted\" /></revision></page>"
                    "<page><title>B</title><revision><text bytes=\"0\" /></revision></page>"));
  BOOST_REQUIRE(seen.size() == 2U);
  BOOST_TEST(seen[0].redirect);
  BOOST_TEST(seen[0].ns == 10);
  BOOST_TEST(seen[0].text.empty());
  BOOST_TEST(!seen[1].redirect);
}

BOOST_AUTO_TEST_CASE(what_is_no_export_is_refused) {
  BOOST_CHECK_THROW(pages("hello, this is no export at all"), DumpError);
  BOOST_CHECK_THROW(pages("<html><page></page></html>"), DumpError);
  BOOST_CHECK_THROW(pages(""), DumpError);
  BOOST_CHECK_THROW(pages(dump_of("<page><title>A</title><!ENTITY x \"y\"></page>")), DumpError);
  BOOST_CHECK_THROW(pages(dump_of("<page><ns>0</ns></page>")), DumpError);
  BOOST_CHECK_THROW(pages(dump_of("<page><title>A</title><ns>x</ns></page>")), DumpError);
  BOOST_CHECK_THROW(pages(dump_of("<page><title>A</title><page>")), DumpError);
}

BOOST_AUTO_TEST_CASE(an_export_that_ends_too_early_is_told) {
  const std::string dump = dump_of(page);
  for (std::size_t size = 1; size + tail.size() <= dump.size(); size += 7) {
    BOOST_CHECK_THROW(pages(dump.substr(0, size)), DumpError);
  }
}

BOOST_AUTO_TEST_CASE(only_the_exports_own_entities_are_decoded) {
  BOOST_TEST(acta::wiki::unescape("&lt;ref&gt; &quot;a&quot; &#039;b&#039; &amp;nbsp; & &x;") ==
             "<ref> \"a\" 'b' &nbsp; & &x;");
}

BOOST_AUTO_TEST_CASE(what_tools_make_of_an_export_is_read_too) {
  const std::string dump =
      "<?xml version=\"1.0\"?><!-- made by <a tool> --><?sheet x?>"
      "<mw:mediawiki xmlns:mw=\"x\" note=\"a > b\"><mw:page><mw:title>Copa<!-- b --> Uno</mw:title>"
      "<mw:ns>0</mw:ns><mw:id>7</mw:id><mw:revision><mw:id>8</mw:id><mw:model>wikitext</mw:model>"
      "<mw:text>a &lt;b&gt; <![CDATA[<c> & {{d}}]]> e<!-- <f> --></mw:text></mw:revision></mw:page>"
      "<mw:page><mw:title>Old</mw:title><mw:redirect title=\"Copa &amp; Uno\" /></mw:page>"
      "</mw:mediawiki>";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::string::npos}) {
    const std::vector<Seen> seen = pages(dump, piece);
    BOOST_TEST_REQUIRE(seen.size() == 2U);
    BOOST_TEST(seen[0].title == "Copa Uno");
    BOOST_TEST(acta::wiki::unescape(seen[0].text) == "a <b> <c> & {{d}} e");
    BOOST_TEST(seen[0].model == "wikitext");
    BOOST_TEST(seen[0].page_id == 7);
    BOOST_TEST(seen[1].redirect);
    BOOST_TEST(acta::wiki::unescape(seen[1].redirect_to) == "Copa & Uno");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
