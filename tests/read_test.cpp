/// Seasons read from JSON.

#include "format/read.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "check/check.hpp"
#include "format/field.hpp"
#include "format/format.hpp"
#include "format/rapidjson.hpp"
#include "format/shape.hpp"
#include "schema/sample.hpp"
#include "support.hpp"
#include "text/unicode.hpp"

namespace {

using acta::finding::Code;
using acta::finding::Diagnostic;
using acta::football::Season;
using acta::format::Layout;
using acta::format::LinesOf;
using acta::format::read_season;
using acta::format::ReadSeason;
using acta::format::Shape;

std::string written(const Season& season, Layout layout = Layout::compact) {
  std::string out;
  acta::format::write_json(season, layout, out);
  return out;
}

std::vector<ReadSeason> read(std::string_view json, LinesOf lines = LinesOf::json) {
  std::vector<ReadSeason> seasons;
  acta::format::read_seasons(json, lines,
                             [&](ReadSeason&& it) { seasons.push_back(std::move(it)); });
  return seasons;
}

/// The findings of all seasons of a text, a line each.
std::string said(std::string_view json) {
  std::string result;
  for (const ReadSeason& season : read(json)) {
    for (const Diagnostic& finding : season.findings.sorted()) {
      result += acta::finding::to_text("", finding).substr(1) + "\n";
    }
  }
  return result;
}

std::string replaced(std::string text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, before << " is not in the text");
  return text.replace(at, before.size(), after);
}

BOOST_AUTO_TEST_SUITE(read_json)

BOOST_AUTO_TEST_CASE(what_was_written_is_read_as_it_was) {
  for (const Season& season : {acta::tests::full_season(), acta::tests::bare_season()}) {
    for (const Layout layout : {Layout::compact, Layout::pretty}) {
      const auto back = read_season(written(season, layout));
      BOOST_REQUIRE(back.has_value());
      BOOST_TEST(written(*back, layout) == written(season, layout));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_golden_is_read_as_it_was_written) {
  for (const acta::tests::CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      const std::string golden = acta::tests::read_file(article.golden);
      const auto back = read_season(golden);
      BOOST_REQUIRE(back.has_value());
      BOOST_TEST(acta::tests::pretty(*back) == golden);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_rules_find_in_a_golden_what_they_found_in_its_article) {
  const auto by_rules = [](const Season& season) {
    std::vector<std::string> messages;
    acta::finding::Diagnostics diagnostics;
    acta::check::check(season, diagnostics);
    for (const Diagnostic& finding : diagnostics.sorted()) {
      // Lines stand in messages too.
      messages.push_back(std::string(acta::finding::entry(finding.code).name));
    }
    std::sort(messages.begin(), messages.end());
    return messages;
  };
  for (const acta::tests::CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      const std::string golden = acta::tests::read_file(article.golden);
      const auto season = read_season(golden);
      BOOST_REQUIRE(season.has_value());
      const std::vector<acta::Result> results = acta::check_json(golden);
      BOOST_REQUIRE(results.size() == 1);
      std::vector<std::string> found;
      for (const Diagnostic& finding : results[0].season.diagnostics) {
        found.push_back(std::string(acta::finding::entry(finding.code).name));
      }
      std::sort(found.begin(), found.end());
      BOOST_TEST(found == by_rules(*season), boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(one_or_an_array_or_one_a_line) {
  const std::string season = written(acta::tests::full_season());
  for (const std::string& text :
       {season + "\n" + season + "\n", "[" + season + "," + season + "]", season + season,
        "[\n  " + season + " ,\n" + season + "\n]\n", "\n\n" + season + "\r\n\r\n" + season}) {
    const std::vector<ReadSeason> seasons = read(text, LinesOf::article);
    BOOST_REQUIRE(seasons.size() == 2);
    for (const ReadSeason& it : seasons) BOOST_TEST(written(it.season) == season);
    BOOST_TEST(said(text) == "");
    BOOST_TEST(!read_season(text).has_value());
  }
  BOOST_TEST(read("[]").empty());
  BOOST_TEST(read(" [ ] \n").empty());
}

BOOST_AUTO_TEST_CASE(records_stand_where_the_json_has_them) {
  const std::string season = written(acta::tests::full_season());
  const std::vector<ReadSeason> seasons = read(season + "\n" + season + "\n");
  BOOST_REQUIRE(seasons.size() == 2);
  BOOST_TEST(seasons[1].season.matches[0].line == 2);
  BOOST_TEST(seasons[1].season.matches[0].goals[0].line == 2);
  const std::string id = seasons[1].season.matches[0].id;
  BOOST_REQUIRE(seasons[1].places.contains(id));
  const std::size_t column = season.find("{\"id\":\"" + id + "\"");
  BOOST_REQUIRE(column != std::string::npos);
  BOOST_TEST(seasons[1].places.at(id).line == 2);
  BOOST_TEST(seasons[1].places.at(id).column == acta::text::length(season.substr(0, column)) + 1);
}

BOOST_AUTO_TEST_CASE(one_bad_record_hides_no_other) {
  Season season = acta::tests::full_season();
  season.matches.push_back(season.matches[0]);
  season.matches.push_back(season.matches[0]);
  season.matches[1].id = "?";
  const std::string text =
      replaced(replaced(written(season), "\"capacity\":9000", "\"capacity\":\"9,000\""),
               "\"minute\":", "\"minutes\":");
  const std::vector<ReadSeason> seasons = read(text);
  BOOST_REQUIRE(seasons.size() == 1);
  BOOST_TEST(seasons[0].season.stadiums.empty());
  BOOST_TEST(seasons[0].season.matches.size() == 1);
  BOOST_TEST(seasons[0].season.ties.size() == season.ties.size());
  const std::string found = said(text);
  for (const char* expected :
       {"error[schema_violation]: at /stadiums/0/capacity: expected integer or null, found "
        "\"9,000\"\n",
        "error[schema_violation]: at /matches/0/goals/0: missing \"minute\"\n",
        "error[schema_violation]: at /matches/0/goals/0/minutes: unknown key \"minutes\"\n",
        "error[schema_violation]: at /matches/1/id: expected a text like ^[a-z0-9:-]+$, found "
        "\"?\"\n"}) {
    BOOST_TEST(found.find(expected) != std::string::npos, expected << "is not in\n" << found);
  }
}

BOOST_AUTO_TEST_CASE(a_finding_stands_at_the_value) {
  const std::string pretty = written(acta::tests::full_season(), Layout::pretty);
  const std::string text = replaced(pretty, "\"attendance\": ", "\"attendance\": -");
  const std::size_t at = text.find("\"attendance\": -") + 14;
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
  const auto column = at - text.rfind('\n', at);
  BOOST_TEST(said(text).starts_with(std::to_string(line) + ":" + std::to_string(column) +
                                    ": error[schema_violation]: at /matches/0/attendance: "
                                    "expected 0 or more, found -"));
}

BOOST_AUTO_TEST_CASE(text_that_is_not_json_is_a_finding_each) {
  const std::string season = written(acta::tests::bare_season());
  const std::pair<std::string, std::string> rows[] = {
      {"", "1:1: error[json_invalid]: the text is empty\n"},
      {" \n ", "2:2: error[json_invalid]: the text is empty\n"},
      {"{\"schema\": ", "1:12: error[json_invalid]: the text ends too early\n"},
      {"{\"schema\": \"acta", "1:17: error[json_invalid]: the text ends too early\n"},
      {"{\"schema\": \"\xff\"}", "1:13: error[json_invalid]: the bytes are not UTF-8\n"},
      {"{\"schema\": \"\\ud800\"}",
       "1:13: error[json_invalid]: half of a surrogate pair stands alone\n"},
      {"// season\n 5", "1:1: error[json_invalid]: JSON has no comments\n"},
      {"{\"a\": NaN}", "1:7: error[json_invalid]: JSON has no NaN\n"},
      {"{\"a\": 1,}", "1:9: error[json_invalid]: a comma has nothing after it\n"},
      {"{'a': 1}", "1:2: error[json_invalid]: JSON has no single quotes\n"},
      {std::string("\xff\xfe{\0}\0", 6),
       "1:1: error[json_invalid]: this looks like UTF-16; JSON is UTF-8\n"},
      {"\xEF\xBB\xBF" + season, "1:1: error[json_invalid]: JSON has no byte order mark\n"},
      {"[" + season + "] x", "1:" + std::to_string(season.size() + 4) +
                                 ": error[json_invalid]: text follows the array\n"},
      {season + std::string("\0", 1), "1:" + std::to_string(season.size() + 1) +
                                          ": error[json_invalid]: a zero byte is no JSON\n"},
      {"5", "1:1: error[schema_violation]: expected object, found 5\n"},
      {"[[1]]", "1:2: error[schema_violation]: at /0: expected object, found an array\n"},
  };
  for (const auto& [text, expected] : rows) {
    // A copy of exact size, so that a sanitizer sees a read past the end.
    const std::vector<char> exact(text.begin(), text.end());
    BOOST_TEST(said({exact.data(), exact.size()}) == expected);
    BOOST_TEST(!read_season(text).has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_bad_line_hides_no_other) {
  const std::string season = written(acta::tests::full_season());
  const std::string text = season + "\n{\"schema\" 5}\n" + season + "\n{\"schema\": [\n";
  const std::vector<ReadSeason> seasons = read(text);
  BOOST_REQUIRE(seasons.size() == 4);
  BOOST_TEST((seasons[2].season.matches.size() == 1));
  BOOST_TEST(said(text) ==
             "2:11: error[json_invalid]: missing a colon after a name of object member\n"
             "5:1: error[json_invalid]: the text ends too early\n");
}

BOOST_AUTO_TEST_CASE(every_beginning_of_a_season_is_a_finding) {
  const std::string season = written(acta::tests::full_season());
  for (std::size_t length = 0; length < season.size(); ++length) {
    const std::vector<char> start(season.begin(),
                                  season.begin() + static_cast<std::ptrdiff_t>(length));
    if (said({start.data(), start.size()}).empty()) BOOST_ERROR("nothing found up to " << length);
  }
}

BOOST_AUTO_TEST_CASE(every_finding_is_an_error) {
  for (const Code code : {Code::json_invalid, Code::schema_violation, Code::duplicate_key}) {
    BOOST_TEST((acta::finding::entry(code).severity == acta::finding::Severity::error));
  }
}

BOOST_AUTO_TEST_CASE(a_repeated_key_is_a_finding_of_its_own) {
  const std::string season = written(acta::tests::full_season());
  BOOST_TEST(said(replaced(season, "\"column\":5,", "\"column\":5,\"column\":5,"))
                 .ends_with(": error[duplicate_key]: at /diagnostics/1/column: the key stands "
                            "twice\n"));
  BOOST_TEST(said(replaced(season, "\"home_id\":", "\"time\":\"20:00\",\"home_id\":"))
                 .find("error[duplicate_key]: at /matches/0/time: the key stands twice\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_depth_and_no_size_is_too_much) {
  BOOST_TEST(said(std::string(1'000'000, '[')) ==
             "1:202: error[json_invalid]: nested deeper than 200 levels\n");
  std::string deep = "{\"tie_breakers\":";
  for (int i = 0; i < 500'000; ++i) deep += "[{\"within\":";
  BOOST_TEST(said(deep).ends_with(": error[json_invalid]: nested deeper than 200 levels\n"));

  // Ten thousand findings on one line of a megabyte: the columns are counted once.
  Season season = acta::tests::full_season();
  season.matches.assign(1000, season.matches[0]);
  for (auto& match : season.matches) match.id = "?";
  const std::vector<ReadSeason> seasons = read(written(season));
  BOOST_TEST(seasons[0].findings.count(acta::finding::Severity::error) == 1000);
  BOOST_TEST(seasons[0].season.matches.empty());
}

BOOST_AUTO_TEST_CASE(numbers_beyond_a_field_are_refused) {
  const std::string season = written(acta::tests::full_season());
  const auto with_capacity = [&](const std::string& number) {
    const std::string found = said(replaced(season, "\"capacity\":9000", "\"capacity\":" + number));
    return found.empty() ? found : found.substr(found.find("expected"));
  };
  BOOST_TEST(with_capacity("2147483647") == "");
  BOOST_TEST(with_capacity("2147483648") == "expected 2147483647 or less, found 2147483648\n");
  BOOST_TEST(with_capacity("-1") == "expected 0 or more, found -1\n");
  BOOST_TEST(with_capacity("9000.0") == "expected integer or null, found 9000.0\n");
  BOOST_TEST(with_capacity("9e3") == "expected integer or null, found 9e3\n");
  BOOST_TEST(with_capacity("18446744073709551615") ==
             "expected integer or null, found 18446744073709551615\n");
}

BOOST_AUTO_TEST_CASE(what_breaks_the_schema_is_found_and_nothing_else) {
  // The validator and the reader are two readings of one description.
  rapidjson::Document season;
  season.Parse(written(acta::tests::full_season()).c_str());
  BOOST_REQUIRE(!season.HasParseError());
  const std::vector<const char*> values = {
      "null",  "true", "-1",    "0",      "1",    "5.5",         "\"\"",      "[]",     "{}",
      "\"a\"", "[1]",  "[1,2]", "[\"\"]", "[[]]", "\"2024-05\"", "\"20:00\"", "[1,-2]", "[1,2,3]"};
  std::size_t compared = 0;
  const auto compare_at = [&](const rapidjson::Pointer& at) {
    for (const char* const value : values) {
      rapidjson::Document changed;
      changed.CopyFrom(season, changed.GetAllocator());
      rapidjson::Document inserted(&changed.GetAllocator());
      inserted.Parse(value);
      at.Set(changed, inserted);
      rapidjson::StringBuffer buffer;
      rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
      changed.Accept(writer);
      const std::string_view text(buffer.GetString(), buffer.GetSize());
      rapidjson::StringBuffer pointer;
      at.Stringify(pointer);
      BOOST_TEST(said(text).empty() == !acta::format::validate(text).has_value(),
                 pointer.GetString() << " = " << value << ": " << said(text));
      ++compared;
    }
  };
  const auto walk = [&](const auto& self, const rapidjson::Value& value,
                        const rapidjson::Pointer& at) -> void {
    compare_at(at);
    if (value.IsObject()) {
      for (const auto& member : value.GetObject()) self(self, member.value, at.Append(member.name));
    } else if (value.IsArray()) {
      for (rapidjson::SizeType i = 0; i < value.Size(); ++i) self(self, value[i], at.Append(i));
    }
  };
  for (const auto& member : season.GetObject()) {
    walk(walk, member.value, rapidjson::Pointer().Append(member.name));
  }
  BOOST_TEST(compared > 3000U);
}

BOOST_AUTO_TEST_CASE(shapes_are_those_of_the_patterns) {
  const std::pair<Shape, std::vector<const char*>> good[] = {
      {Shape::slug, {"a", "sport-boys", "-", "9"}},
      {Shape::id, {"a:b", ":", "final:a:b-2"}},
      {Shape::date, {"2024", "2024-05", "2024-05-29"}},
      {Shape::time, {"20:00"}},
      {Shape::utc_offset, {"-05:00", "+05:30"}},
      {Shape::timestamp, {"2024-05-29T20:00:00Z"}},
      {Shape::language, {"es", "ast"}},
      {Shape::natural, {"x"}},
  };
  const char* const bad[] = {"",
                             "A",
                             "ñ",
                             "a b",
                             "2024-5?",
                             "202?",
                             "2024-05-2?",
                             "20:0?",
                             "20.00",
                             "*05:00",
                             "Es",
                             "a_b",
                             "2024-05-29 20:00:00Z",
                             "2024-05-29T20:00:00"};
  for (const auto& [shape, texts] : good) {
    for (const char* const text : texts) BOOST_TEST(acta::format::has_shape(text, shape), text);
    for (const char* const text : bad) {
      if (shape != Shape::natural) BOOST_TEST(!acta::format::has_shape(text, shape), text);
    }
  }
  BOOST_TEST(!acta::format::has_shape("2024-", Shape::date));
  BOOST_TEST(!acta::format::has_shape("20:0", Shape::time));
  BOOST_TEST(!acta::format::has_shape("05:00", Shape::utc_offset));
  BOOST_TEST(!acta::format::has_shape("espa", Shape::language));
  BOOST_TEST(acta::format::has_shape(std::string(64, 'f'), Shape::sha256));
  BOOST_TEST(!acta::format::has_shape(std::string(64, 'g'), Shape::sha256));
  BOOST_TEST(!acta::format::has_shape(std::string(63, 'f'), Shape::sha256));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(check_json)

std::string checked(std::string_view json) {
  std::string result;
  for (const acta::Result& it : acta::check_json(json)) {
    for (const Diagnostic& finding : it.season.diagnostics) {
      result += acta::finding::to_text("", finding).substr(1) + "\n";
    }
  }
  return result;
}

BOOST_AUTO_TEST_CASE(a_rule_points_at_the_json) {
  acta::Result result = acta::convert("= 2024 Cup =\n\n== Final ==\nADT 2-1 ADT\n", {});
  const std::string pretty = acta::tests::pretty(result.season);
  const std::size_t match = pretty.find("\"home\": \"ADT\"");
  const std::size_t brace = pretty.rfind("\n    {\n", match) + 1;
  const auto line = 1 + std::count(pretty.begin(), pretty.begin() + static_cast<long>(brace), '\n');
  const std::string expected =
      std::to_string(line) + ":5: error[team_plays_itself]: ADT 2-1 ADT has";
  BOOST_TEST(checked(pretty).find(expected) != std::string::npos, expected << " is not in\n"
                                                                           << checked(pretty));

  // On one line the column tells the record.
  const std::string compact = written(result.season);
  const std::size_t column = compact.find("\"matches\":[") + 12;
  BOOST_TEST(checked(compact).find("1:" + std::to_string(column) +
                                   ": error[team_plays_itself]: ") != std::string::npos,
             checked(compact));
}

BOOST_AUTO_TEST_CASE(what_concerns_a_whole_season_stands_where_it_begins) {
  acta::Result result = acta::convert("= 2024 Cup =\n\n== Final ==\nADT 2-1 Melgar\n", {});
  const std::string good = written(result.season);
  result.season.coverage.lines += 1;
  const std::string found = checked(good + "\n" + written(result.season));
  BOOST_TEST(found.find("2:1: error[record_inconsistent]: coverage.lines is 5, its classes give "
                        "4\n") != std::string::npos,
             found);
}

BOOST_AUTO_TEST_CASE(counts_are_those_of_what_was_read) {
  const std::string season = written(acta::tests::full_season());
  const std::vector<acta::Result> results = acta::check_json(season + "\nnonsense\n" + season);
  BOOST_REQUIRE(results.size() == 3);
  BOOST_TEST(results[0].season.matches.size() == 1);
  BOOST_TEST(results[2].season.matches.size() == 1);
  BOOST_TEST(results[1].severities[0] == 1);
  BOOST_TEST((results[1].season.diagnostics[0].code == Code::json_invalid));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
