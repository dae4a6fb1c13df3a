/// Seasons written as JSON.

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "format/format.hpp"
#include "format/rapidjson.hpp"
#include "schema/sample.hpp"

namespace {

using acta::football::Season;
using acta::format::Layout;
using acta::format::write_json;

std::string written(const Season& season, Layout layout) {
  std::string out;
  write_json(season, layout, out);
  return out;
}

rapidjson::Document read(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  BOOST_REQUIRE_MESSAGE(!document.HasParseError(),
                        rapidjson::GetParseError_En(document.GetParseError())
                            << " at byte " << document.GetErrorOffset() << " of " << json);
  return document;
}

/// Writes a season with the title, reads it back, gives the title found there.
std::string title_after_round_trip(const std::string& title, Layout layout) {
  Season season;
  season.article.title = title;
  const rapidjson::Document document = read(written(season, layout));
  const rapidjson::Value& found = document["article"]["title"];
  return {found.GetString(), found.GetStringLength()};
}

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(the_pretty_layout_is_the_reviewed_one) {
  acta::tests::check_published("tests/schema/full.json",
                               written(acta::tests::full_season(), Layout::pretty) + "\n");
  acta::tests::check_published("tests/schema/bare.json",
                               written(acta::tests::bare_season(), Layout::pretty) + "\n");
}

BOOST_AUTO_TEST_CASE(both_layouts_say_the_same) {
  for (const Season& season : {acta::tests::full_season(), acta::tests::bare_season(), Season{}}) {
    const std::string compact = written(season, Layout::compact);
    BOOST_TEST((read(compact) == read(written(season, Layout::pretty))));
  }
}

BOOST_AUTO_TEST_CASE(compact_is_what_rapidjson_writes) {
  for (const Season& season : {acta::tests::full_season(), acta::tests::bare_season(), Season{}}) {
    const std::string compact = written(season, Layout::compact);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    BOOST_TEST(read(compact).Accept(writer));
    BOOST_TEST(compact == std::string_view(buffer.GetString(), buffer.GetSize()));
  }
}

BOOST_AUTO_TEST_CASE(writing_appends) {
  std::string out = "before ";
  write_json(Season{}, Layout::compact, out);
  const std::string alone = written({}, Layout::compact);
  BOOST_TEST(out == "before " + alone);
  out.reserve(1 << 20);
  write_json(Season{}, Layout::compact, out);
  BOOST_TEST(out == "before " + alone + alone);
}

BOOST_AUTO_TEST_CASE(several_seasons_are_an_array) {
  const std::vector<Season> seasons = {acta::tests::full_season(), Season{}};
  std::string compact;
  write_json(std::span(seasons), Layout::compact, compact);
  BOOST_TEST(compact == "[" + written(seasons[0], Layout::compact) + "," +
                            written(seasons[1], Layout::compact) + "]");
  std::string pretty;
  write_json(std::span(seasons), Layout::pretty, pretty);
  BOOST_TEST((read(pretty) == read(compact)));
  BOOST_TEST(pretty.starts_with("[\n  {\n    \"schema\": \"acta/season/1\",\n"));
  BOOST_TEST(pretty.ends_with("\n  }\n]"));

  std::string none;
  write_json(std::span<const Season>{}, Layout::pretty, none);
  BOOST_TEST(none == "[]");
}

BOOST_AUTO_TEST_CASE(a_large_season_outgrows_every_buffer) {
  Season season;
  const Season sample = acta::tests::full_season();
  for (int i = 0; i < 500; ++i) season.matches.push_back(sample.matches[0]);
  const std::string out = written(season, Layout::pretty);
  BOOST_TEST(out.size() > 500'000);
  BOOST_TEST(read(out)["matches"].Size() == 500);
}

BOOST_AUTO_TEST_CASE(text_of_every_kind_comes_back) {
  const std::vector<std::string> samples = {
      "plain",
      "\"quoted\" and \\slashed\\ and /slashed/",
      "tab\tnewline\nreturn\rbell\a delete\x7f escape\x1b",
      std::string("a zero\0inside", 13),
      "line separator\u2028 and paragraph separator\u2029",
      "Ñusta Huánuco – ’90’ e\u0301 decomposed",
      "⚽🏆 𝔘",
      "exactly8",
      "\u200b\ufeff",
  };
  for (const std::string& sample : samples) {
    BOOST_TEST(title_after_round_trip(sample, Layout::compact) == sample);
    BOOST_TEST(title_after_round_trip(sample, Layout::pretty) == sample);
  }
}

BOOST_AUTO_TEST_CASE(every_code_point_comes_back_wherever_it_stands) {
  // The fast path looks at eight bytes at a time: every place in a group of eight has its turn.
  for (unsigned code_point = 0; code_point < 0x110000;
       code_point += code_point < 0x800 ? 1 : 0x3fb) {
    if (code_point >= 0xd800 && code_point < 0xe000) continue;
    rapidjson::StringBuffer encoded;
    rapidjson::UTF8<>::Encode(encoded, code_point);
    const std::string letter(encoded.GetString(), encoded.GetSize());
    for (const std::size_t before : {0U, 1U, 6U, 7U, 8U, 13U}) {
      const std::string title =
          std::string(before, 'x') + letter + std::string(code_point % 9, 'y');
      if (title_after_round_trip(title, Layout::compact) != title) {
        BOOST_ERROR("U+" << std::hex << code_point << " after " << before << " bytes");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_become_replacement_characters) {
  // The name of a file is the one text that nobody has validated.
  const std::string mark = "\xEF\xBF\xBD";
  BOOST_TEST(title_after_round_trip("Per\xfa 2024.txt", Layout::compact) ==
             "Per" + mark + " 2024.txt");
  BOOST_TEST(title_after_round_trip("\xff\xfe\xfd", Layout::compact) == mark);
  BOOST_TEST(title_after_round_trip("cut \xe2\x80", Layout::compact) == "cut " + mark);
  // Long enough for the heap, so that a sanitizer sees a read past the end.
  for (const char* start : {"\xc3", "\xe2", "\xed", "\xf0", "\xf0\x9f", "\xf4\x8f\xbf"}) {
    const std::string text(40, 'x');
    BOOST_TEST(title_after_round_trip(text + start, Layout::compact) == text + mark);
  }
  BOOST_TEST(title_after_round_trip("\xed\xa0\x80 \"é\" \xc0\xaf", Layout::compact) ==
             mark + " \"é\" " + mark);
}

BOOST_AUTO_TEST_CASE(numbers_at_their_limits) {
  Season season;
  season.article.page_id = INT64_MAX;
  season.article.revision_id = INT64_MIN;
  season.season.start_year = INT32_MIN;
  season.coverage.lines = UINT32_MAX;
  const std::string out = written(season, Layout::compact);
  BOOST_TEST(out.find("\"page_id\":9223372036854775807,") != std::string::npos);
  BOOST_TEST(out.find("\"revision_id\":-9223372036854775808,") != std::string::npos);
  BOOST_TEST(out.find("\"start_year\":-2147483648,") != std::string::npos);
  BOOST_TEST(out.find("\"lines\":4294967295,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(details_of_a_finding_stand_in_one_order) {
  Season season = acta::tests::full_season();
  std::vector<acta::finding::Context>& details = season.diagnostics.back().context;
  const std::string before = written(season, Layout::compact);
  std::reverse(details.begin(), details.end());
  BOOST_TEST(written(season, Layout::compact) == before);
  details = {{"other_line", std::int64_t{2}}, {"record", "final:a:b"}};
  BOOST_TEST(
      written(season, Layout::compact).ends_with(R"(,"record":"final:a:b","other_line":2}]})"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
