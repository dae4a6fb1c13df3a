/// Findings as bytes, and the baseline of known ones: what a command line cannot easily show.

#include "format/findings.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "format/baseline.hpp"
#include "format/rapidjson.hpp"
#include "schema/lint.hpp"
#include "schema/sample.hpp"

namespace {

using acta::finding::Code;
using acta::finding::Context;
using acta::finding::Severity;
using acta::format::BaselineEntry;
using acta::format::Finding;
using acta::format::Findings;
using acta::format::FindingsForm;

Finding finding(std::string file, std::uint32_t line, Code code, std::string message,
                std::vector<Context> context = {}) {
  const Severity severity = acta::finding::entry(code).severity;
  return {std::move(file),
          "2031 Copa Prueba",
          {code, severity, {line, 1}, std::move(message), std::move(context)}};
}

std::string written(const Findings& findings, FindingsForm form) {
  std::string out;
  acta::format::write_findings(findings, {.form = form}, out);
  return out;
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  BOOST_REQUIRE(!document.HasParseError());
  return document;
}

std::string baseline(const std::vector<Finding>& findings) {
  std::string json;
  acta::format::write_baseline(acta::format::baseline_of(findings), json);
  return json;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(findings)

BOOST_AUTO_TEST_CASE(the_published_schema_is_made_from_the_fields) {
  const std::string made = acta::format::generate_findings_schema();
  acta::tests::check_published("schemas/findings.schema.json", made);
  for (const std::string& complaint : acta::tests::SchemaLinter(parsed(made)).complaints()) {
    BOOST_ERROR(complaint);
  }
}

BOOST_AUTO_TEST_CASE(the_order_is_path_line_column_code_message) {
  Findings all;
  all.findings = {
      finding("b", 1, Code::rank_tie, "f"),     finding("a", 10, Code::rank_tie, "e"),
      finding("a", 9, Code::unread_line, "d"),  finding("a", 9, Code::date_missing, "c"),
      finding("a", 9, Code::date_missing, "b"), finding("a", 2, Code::unread_line, "a")};
  acta::format::sort(all);
  std::string order;
  for (const Finding& it : all.findings) order += it.diagnostic.message;
  BOOST_TEST(order == "abcdef");
}

BOOST_AUTO_TEST_CASE(annotations_escape_what_would_end_them) {
  Findings all;
  all.findings = {finding("a:b,c%\r\n.txt", 3, Code::unread_line, "50%\r\n::error::, x")};
  BOOST_TEST(written(all, FindingsForm::github) ==
             "::warning file=a%3Ab%2Cc%25\\r\\n.txt,line=3,col=1,title=unread_line::"
             "50%25\\r\\n::error::, x\n");
}

BOOST_AUTO_TEST_CASE(the_tenth_annotation_of_a_kind_says_how_many_more_there_are) {
  Findings all;
  for (std::uint32_t i = 1; i <= 12; ++i) {
    all.findings.push_back(finding("a", i, Code::unread_line, "x"));
  }
  for (std::uint32_t i = 1; i <= 10; ++i) {
    all.findings.push_back(finding("a", i, Code::rank_tie, "x"));
  }
  std::vector<std::string> lines;
  std::string text = written(all, FindingsForm::github);
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    lines.push_back(text.substr(at, text.find('\n', at) - at));
  }
  BOOST_REQUIRE(lines.size() == 23U);
  BOOST_TEST(
      lines[9] ==
      "::warning title=acta check::3 more warnings are listed in the log of this step alone");
  BOOST_TEST(text.find("more notices") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_finding_of_a_page_says_which_articles_show_it) {
  Findings all;
  all.findings = {finding("page.wiki", 1, Code::unread_line, "x")};
  all.findings[0].shown_in = {"A"};
  BOOST_TEST(written(all, FindingsForm::text) == "page.wiki:1:1: warning[unread_line]: x\n");
  all.findings[0].shown_in = {"A", "B", "C", "D", "E"};
  BOOST_TEST(written(all, FindingsForm::text) ==
             "page.wiki:1:1: warning[unread_line]: x (shown in A, B, C and 2 more)\n");
}

BOOST_AUTO_TEST_CASE(sarif_names_the_line_that_is_compared_with) {
  Findings all;
  all.findings = {finding("a b", 9, Code::duplicate_match, "x", {{"other_line", 4}})};
  const rapidjson::Document log = parsed(written(all, FindingsForm::sarif));
  const auto& result = log["runs"][0]["results"][0];
  BOOST_REQUIRE(result["relatedLocations"].Size() == 1U);
  const auto& place = result["relatedLocations"][0]["physicalLocation"];
  BOOST_TEST(place["artifactLocation"]["uri"].GetString() == std::string("a%20b"));
  BOOST_TEST(place["region"]["startLine"].GetUint() == 4U);
}

BOOST_AUTO_TEST_CASE(a_report_of_nothing_is_whole) {
  const Findings none;
  BOOST_TEST(written(none, FindingsForm::text).empty());
  BOOST_TEST(written(none, FindingsForm::jsonl).empty());
  BOOST_TEST(written(none, FindingsForm::github).empty());
  BOOST_TEST(parsed(written(none, FindingsForm::json))["findings"].Empty());
  BOOST_TEST(parsed(written(none, FindingsForm::sarif))["runs"][0]["results"].Empty());
  BOOST_TEST(written(none, FindingsForm::junit).find("tests=\"0\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sarif_keeps_the_worst_of_too_many_and_says_so) {
  Findings all;
  const std::size_t limit = acta::format::sarif_results_limit;
  for (std::uint32_t i = 1; i <= limit + 1; ++i) {
    all.findings.push_back(finding("a", i, Code::rank_tie, "tie"));
  }
  all.findings.push_back(finding("b", 1, Code::unread_line, "unread"));
  const rapidjson::Document log = parsed(written(all, FindingsForm::sarif));
  const auto& run = log["runs"][0];
  const auto& results = run["results"];
  BOOST_REQUIRE(results.Size() == limit);
  BOOST_TEST(results[results.Size() - 1]["ruleId"].GetString() == std::string("unread_line"));
  const auto& notes = run["invocations"][0]["toolExecutionNotifications"];
  BOOST_REQUIRE(notes.Size() == 1U);
  BOOST_TEST(notes[0]["message"]["text"].GetString() ==
             std::string("Only the 25000 worst of 25002 findings are listed."));
  std::set<std::string> prints;
  for (const auto& result : results.GetArray()) {
    prints.insert(result["partialFingerprints"]["actaFinding/v2"].GetString());
  }
  BOOST_TEST(prints.size() == limit);
}

BOOST_AUTO_TEST_CASE(sarif_paths_are_uri_references) {
  Findings all;
  all.findings = {finding("/a b/ñ#?.txt", 1, Code::rank_tie, "x")};
  const rapidjson::Document log = parsed(written(all, FindingsForm::sarif));
  const auto& location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  BOOST_TEST(location["artifactLocation"]["uri"].GetString() ==
             std::string("file:///a%20b/%C3%B1%23%3F.txt"));
}

BOOST_AUTO_TEST_CASE(a_bad_path_becomes_utf8) {
  BOOST_TEST(acta::format::clean_path("a\xFFz") == "a\xEF\xBF\xBDz");
  BOOST_TEST(acta::format::clean_path("Perú") == "Perú");
}

BOOST_AUTO_TEST_CASE(a_baseline_is_read_as_it_was_written) {
  Finding first = finding("x", 4, Code::unread_line, "not a record");
  first.line_text = " ??  \"!!\" ";
  Finding again_there = finding("y", 7, Code::unread_line, "not a record");
  again_there.line_text = "?? \"!!\"";
  const std::string json = baseline({
      finding("x", 9, Code::rank_tie, "whatever 90%", {{"team", "Peña"}}),
      first,
      again_there,
  });
  BOOST_TEST(json ==
             "{\n"
             "  \"schema\": \"acta/baseline/2\",\n"
             "  \"entries\": [\n"
             "    {\"article\": \"2031 Copa Prueba\", \"code\": \"rank_tie\", \"key\": "
             "\"Peña\"},\n"
             "    {\"article\": \"2031 Copa Prueba\", \"code\": \"unread_line\", \"key\": "
             "\"?? \\\"!!\\\"\"}\n"
             "  ]\n"
             "}\n");
  const acta::format::BaselineText read = acta::format::read_baseline(json);
  BOOST_REQUIRE(read.failure == "");
  BOOST_REQUIRE(read.entries.size() == 2U);
  BOOST_TEST(read.entries[0].line == 4U);
  BOOST_TEST(read.entries[1].line == 5U);
  std::string again;
  acta::format::write_baseline(read.entries, again);
  BOOST_TEST(again == json);
}

BOOST_AUTO_TEST_CASE(findings_of_a_listed_record_are_known) {
  std::vector<Finding> found = {
      finding("x", 1, Code::scorer_count_short, "scored 3", {{"record", "a:b"}}),
      finding("x", 2, Code::rank_tie, "other", {{"team", "b"}}),
      finding("x", 3, Code::scorer_count_short, "scored 4", {{"record", "a:b"}}),
      finding("x", 4, Code::scorer_count_short, "scored 3", {{"record", "a:c"}})};
  const std::vector<BaselineEntry> entries = {
      {.article = "2031 Copa Prueba", .code = "scorer_count_short", .key = "a:b", .line = 1},
      {.article = "another", .code = "rank_tie", .key = "b", .line = 2}};
  BOOST_TEST(acta::format::take_known(entries, found).size() == 2U);
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].diagnostic.position.line == 2U);
  BOOST_TEST(found[1].diagnostic.position.line == 4U);
}

BOOST_AUTO_TEST_CASE(a_baseline_that_ends_too_soon_is_refused) {
  const std::string json = baseline({finding("x", 1, Code::unread_line, "said")});
  const std::size_t whole = json.find_last_of('}') + 1;
  for (std::size_t length = 0; length < whole; ++length) {
    const auto read = acta::format::read_baseline(std::string_view(json).substr(0, length));
    BOOST_TEST(!read.failure.empty(), length);
    BOOST_TEST(read.entries.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
