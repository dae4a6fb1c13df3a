/// What bytes are taken for, and the articles that files of many kinds hold.

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "input/articles.hpp"
#include "input/failure.hpp"
#include "input/json_values.hpp"
#include "input/kind.hpp"
#include "input/pages.hpp"
#include "support.hpp"

namespace {

using namespace acta::input;

/// A kind by a number that Boost.Test can print.
int kind(std::string_view bytes, std::string_view path = {}) {
  return static_cast<int>(look_at(bytes, path).kind);
}

int number(Kind it) { return static_cast<int>(it); }

constexpr std::string_view league =
    "{{Infobox football league season\n| competition = Copa\n| season = 2031}}\n== Final ==\n"
    "{{football box|date=1 May 2031|team1=Aldea|score=1-0|team2=Bruma}}\n";

BOOST_AUTO_TEST_SUITE(input)

BOOST_AUTO_TEST_CASE(text_is_known_by_its_content) {
  BOOST_TEST(kind("") == number(Kind::empty));
  BOOST_TEST(kind(" \n\xEF\xBB\xBF") == number(Kind::rendered));
  BOOST_TEST(kind("= Copa =\n\nAldea 1-0 Bruma\n") == number(Kind::rendered));
  BOOST_TEST(kind(league) == number(Kind::wikitext));
  BOOST_TEST(kind(league, "x.txt") == number(Kind::wikitext));
  BOOST_TEST(kind("= Copa =\n\nInfobox\n\nAldea 1-0 Bruma\n", "x.wiki") == number(Kind::rendered));
  BOOST_TEST(kind("Aldea 1-0 Bruma\n", "x.wiki") == number(Kind::wikitext));
  // A stray call in a text that was copied from a page.
  BOOST_TEST(kind("= Copa =\n\nAldea{{cn}} 1-0 [[Bruma\n", "x.txt") == number(Kind::rendered));
  BOOST_TEST(kind("{| class=\"wikitable\"\n|-\n| a\n|}\n[[B]] [[C]]") == number(Kind::wikitext));
  BOOST_TEST(kind("<div>\n{{Infobox|a=b}}\n[[Aldea]] [[Bruma]]</div>", "x.wiki") ==
             number(Kind::wikitext));
  BOOST_TEST(kind("[[Aldea]] plays\n{{a}}") == number(Kind::wikitext));
}

BOOST_AUTO_TEST_CASE(pages_of_other_makers_are_known) {
  BOOST_TEST(kind("<mediawiki><page/>") == number(Kind::xml_export));
  BOOST_TEST(kind("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- x -->\n<mw:mediawiki x='y'>") ==
             number(Kind::xml_export));
  BOOST_TEST(kind("<!DOCTYPE html>\n<html>") == number(Kind::html));
  BOOST_TEST(kind("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>") ==
             number(Kind::html));
  BOOST_TEST(kind("<div class=\"mw-parser-output\"><p><a href=\"/wiki/A\">A</a></p>") ==
             number(Kind::html));
  BOOST_TEST(kind("{\"query\":{\"pages\":[]}}") == number(Kind::pages_json));
  BOOST_TEST(kind("{\"batchcomplete\":\"\",\"query\":{}}") == number(Kind::pages_json));
  BOOST_TEST(kind("{ \"parse\": {\"title\":\"A\"}}") == number(Kind::pages_json));
  BOOST_TEST(kind("{\"id\":1,\"key\":\"A\",\"title\":\"A\",\"source\":\"x\"}") ==
             number(Kind::pages_json));
  BOOST_TEST(kind("{\"name\":\"A\",\"article_body\":{\"html\":\"\"}}\n{\"name\":\"B\"}") ==
             number(Kind::pages_json));
  BOOST_TEST(kind("[{\"schema\":\"acta/season/1\"}]") == number(Kind::season_json));
  BOOST_TEST(kind("{\"name\":\"Cup\",\"matches\":[]}") == number(Kind::other_json));
  BOOST_TEST(kind("{}") == number(Kind::other_json));
  BOOST_TEST(kind("[]") == number(Kind::other_json));
}

BOOST_AUTO_TEST_CASE(what_is_no_article_is_named) {
  const std::vector<std::pair<std::string_view, std::string_view>> files = {
      {"%PDF-1.7\n", "a PDF document"},
      {"PK\x03\x04 xl/workbook.xml", "a spreadsheet"},
      {"PK\x03\x04 a.txt", "a ZIP archive"},
      {"\x89PNG\r\n\x1A\n", "a PNG image"},
      {"\xFF\xD8\xFF\xE0", "a JPEG image"},
      {"RIFF....WEBPVP8", "a WebP image"},
      {"<svg xmlns=\"x\"><a/></svg>", "an SVG image"},
      {"date,home,away\n2031-05-01,Aldea,Bruma\n", "a CSV table"},
      {"date\thome\taway\n1\t2\t3\n", "a table with tabs (TSV)"},
      {"date;home;away\n1;2;3\n", "a CSV table"},
      {"SQLite format 3", "an SQLite database"},
      {"{\\rtf1 x}", "an RTF document"},
      {"\xFF\xFE=\x01", "text in UTF-16"},
      {"version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"},
      {"<?xml version=\"1.0\"?><rss><a>b</a></rss>", "XML of another kind"},
      {"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
       "a web archive (MHTML)"},
  };
  for (const auto& [bytes, name] : files) {
    const Look look = look_at(bytes);
    BOOST_TEST(number(look.kind) == number(Kind::foreign), name);
    BOOST_TEST(look.name == name);
    BOOST_TEST(!look.advice.empty());
  }
  const std::string_view nul("some bytes \0 and more", 21);
  BOOST_TEST(look_at(nul).name == "a binary file");
  BOOST_TEST(kind("name\nAldea\n", "x.csv") == number(Kind::rendered));
  BOOST_TEST(kind("name,x\n", "x.csv") == number(Kind::foreign));
}

BOOST_AUTO_TEST_CASE(json_values_are_cut_wherever_the_pieces_end) {
  const std::string json = "\xEF\xBB\xBF[{\"a\":\"}\\\"]\"},\n{\"b\":[{}]}]\n{\"c\":1}\n";
  for (std::size_t piece = 1; piece < json.size(); ++piece) {
    JsonValues values;
    std::vector<std::pair<std::string, std::uint64_t>> seen;
    for (std::size_t at = 0; at < json.size(); at += piece) {
      if (piece < 3 && at < 3) {
        values.add(json.substr(0, 3));  // The mark of the byte order comes whole.
        at = 3 - piece;
        continue;
      }
      values.add(json.substr(at, piece));
      while (const auto value = values.next()) seen.emplace_back(value->text, value->line);
    }
    values.finish();
    BOOST_TEST_REQUIRE(seen.size() == 3U);
    BOOST_TEST(seen[0].first == "{\"a\":\"}\\\"]\"}");
    BOOST_TEST(seen[1].first == "{\"b\":[{}]}");
    BOOST_TEST(seen[1].second == 2U);
    BOOST_TEST(seen[2].second == 3U);
  }
  JsonValues broken;
  broken.add("{\"a\": ");
  BOOST_TEST(!broken.next());
  BOOST_CHECK_THROW(broken.finish(), SourceFailure);
  JsonValues bare;
  bare.add("12");
  BOOST_CHECK_THROW(bare.next(), SourceFailure);
}

BOOST_AUTO_TEST_CASE(redirects_lead_to_their_pages_and_circles_to_nothing) {
  Spool spool(std::filesystem::temp_directory_path().string());
  PageStore store(spool);
  store.add("Copa 2031 Group A", "text", false);
  store.add_redirect("Copa 2031 A", "copa 2031_Group A#Table");
  store.add_redirect("2031 A", "Copa 2031 A");
  store.add_redirect("Circle 2031", "Ring 2031");
  store.add_redirect("Ring 2031", "Circle 2031");
  BOOST_TEST(store.find("Copa 2031 A").value_or("") == "text");
  BOOST_TEST(store.find("2031 A").value_or("") == "text");
  BOOST_TEST(!store.find("Circle 2031"));
  BOOST_TEST(!store.find("Nothing"));
}

BOOST_AUTO_TEST_CASE(texts_beyond_memory_come_back_from_the_file) {
  Spool spool(std::filesystem::temp_directory_path().string());
  std::vector<Spool::Place> places;
  const auto text = [](int i) { return std::string(700'000, static_cast<char>('a' + i)); };
  for (int i = 0; i < 12; ++i) places.push_back(spool.add(text(i)));
  for (int i = 0; i < 12; ++i)
    BOOST_TEST((spool.text(places[static_cast<std::size_t>(i)]) == text(i)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
