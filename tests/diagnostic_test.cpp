#include "finding/diagnostic.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "format/baseline.hpp"
#include "format/findings.hpp"

using acta::finding::Code;
using acta::finding::code_named;
using acta::finding::CodeEntry;
using acta::finding::codes;
using acta::finding::Diagnostic;
using acta::finding::Diagnostics;
using acta::finding::entry;
using acta::finding::Severity;

BOOST_AUTO_TEST_SUITE(diagnostic)

BOOST_AUTO_TEST_CASE(every_code_has_its_row) {
  BOOST_TEST(codes().size() == static_cast<std::size_t>(Code::diagnostics_truncated) + 1);
  for (const CodeEntry& row : codes()) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST((&entry(row.code) == &row));
      BOOST_TEST((code_named(row.name) == row.code));
    }
  }
}

BOOST_AUTO_TEST_CASE(names_are_unique_and_in_snake_case) {
  std::set<std::string_view> names;
  for (const CodeEntry& row : codes()) {
    BOOST_TEST(names.insert(row.name).second, row.name);
    BOOST_TEST(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos,
               row.name);
  }
}

BOOST_AUTO_TEST_CASE(every_meaning_is_one_sentence_of_its_own) {
  std::set<std::string_view> meanings;
  for (const CodeEntry& row : codes()) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(row.meaning.size() > 10U);
      BOOST_TEST(row.meaning.back() == '.');
      BOOST_TEST(row.meaning.find(". ") == std::string_view::npos);
      BOOST_TEST((row.meaning.front() >= 'A' && row.meaning.front() <= 'Z'));
      BOOST_TEST(meanings.insert(row.meaning).second);
    }
  }
}

BOOST_AUTO_TEST_CASE(severities_are_those_of_the_design) {
  using enum Code;
  const std::pair<Code, Severity> expected[] = {
      {encoding_invalid, Severity::error},        {empty_document, Severity::error},
      {template_unclosed, Severity::error},       {scorer_count_over, Severity::error},
      {minute_out_of_range, Severity::error},     {advancer_not_winner, Severity::error},
      {rowspan_ambiguous, Severity::warning},     {scorer_count_short, Severity::warning},
      {round_size_unexpected, Severity::warning}, {knockout_draw_undecided, Severity::warning},
      {unread_line, Severity::warning},           {section_empty, Severity::warning},
      {rowspan_lost_repaired, Severity::info},    {markup_residue, Severity::info},
      {date_year_inferred, Severity::info},       {spelling_varies, Severity::info},
      {identifier_collision, Severity::info},     {rank_tie, Severity::info},
      {diagnostics_truncated, Severity::info},
  };
  for (const auto& [code, severity] : expected) {
    BOOST_TEST((entry(code).severity == severity), entry(code).name);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_no_code) {
  BOOST_TEST(!code_named("").has_value());
  BOOST_TEST(!code_named("unread").has_value());
  BOOST_TEST(!code_named("unread_line ").has_value());
  BOOST_TEST(!code_named("UNREAD_LINE").has_value());
}

BOOST_AUTO_TEST_CASE(a_misspelt_code_has_a_similar_one) {
  using acta::format::similar_code;
  BOOST_TEST(similar_code("unread_lines") == "unread_line");
  BOOST_TEST(similar_code("scorer_cuont_short") == "scorer_count_short");
  BOOST_TEST(similar_code("rank") == "");
  BOOST_TEST(similar_code("something_else_entirely") == "");
  BOOST_TEST(similar_code("") == "");
}

BOOST_AUTO_TEST_CASE(a_stable_key_is_of_the_record_or_of_the_line) {
  using acta::format::stable_key;
  const auto finding = [](std::vector<acta::finding::Context> context, Code code = Code::rank_tie) {
    return Diagnostic{code, Severity::info, {7, 1}, "said at line 12", std::move(context)};
  };
  BOOST_TEST(stable_key(finding({{"player", "Inga"}, {"record", "final:a:b"}}), "a line") ==
             "final:a:b | Inga");
  BOOST_TEST(stable_key(finding({{"team", "Melgar"}, {"section", "Group A"}, {"other_line", 12}}),
                        "a line") == "Melgar | Group A");
  BOOST_TEST(stable_key(finding({{"page", "Group A"}}), "  a \t line ") == "a line");
  BOOST_TEST(stable_key(finding({{"count", 3}}, Code::date_missing), "a line") == "");
}

BOOST_AUTO_TEST_CASE(a_stable_key_of_a_long_line_is_short_and_of_all_of_it) {
  const Diagnostic finding{Code::unread_line, Severity::warning, {7, 1}, "", {}};
  const std::string line(500, 'x');
  const std::string key = acta::format::stable_key(finding, line + "y");
  BOOST_TEST(key.size() < 150U);
  BOOST_TEST(key != acta::format::stable_key(finding, line + "z"));
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\u00F1";
  const std::string cut = acta::format::stable_key(finding, "-" + accents);
  BOOST_TEST(cut.substr(0, cut.find(' ')).size() % 2 == 1U);
}

BOOST_AUTO_TEST_CASE(a_finding_has_the_severity_of_its_code_unless_told) {
  Diagnostics diagnostics;
  diagnostics.add(Code::round_size_unexpected, {3, 1}, "4 matches, expected 8");
  diagnostics.add(Code::round_size_unexpected, Severity::info, {2, 1}, "4 teams have a bye");
  const auto found = diagnostics.sorted();
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST((found[0].severity == Severity::info));
  BOOST_TEST((found[1].severity == Severity::warning));
  BOOST_TEST(diagnostics.count(Severity::error) == 0U);
  BOOST_TEST(diagnostics.count(Severity::warning) == 1U);
  BOOST_TEST(diagnostics.count(Severity::info) == 1U);
}

BOOST_AUTO_TEST_CASE(findings_are_sorted_by_line_column_code_and_message) {
  Diagnostics diagnostics;
  diagnostics.add(Code::rank_tie, {2, 1}, "f");
  diagnostics.add(Code::unread_line, {10, 1}, "g");
  diagnostics.add(Code::unread_line, {2, 1}, "e");
  diagnostics.add(Code::unread_line, {2, 1}, "d");
  diagnostics.add(Code::rank_tie, {1, 2}, "b");
  diagnostics.add(Code::rank_tie, {1, 10}, "c");
  diagnostics.add(Code::unread_line, {1, 1}, "a");
  std::string messages;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    messages += diagnostic.message;
  }
  BOOST_TEST(messages == "abcdefg");
}

BOOST_AUTO_TEST_CASE(findings_that_differ_in_context_alone_keep_their_order) {
  Diagnostics diagnostics;
  for (std::int64_t i = 0; i < 50; ++i) {
    diagnostics.add(Code::rank_tie, {1, 1}, "same", {{"other_line", 50 - i}});
  }
  std::int64_t expected = 50;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    BOOST_TEST(std::get<std::int64_t>(diagnostic.context.at(0).value) == expected--);
  }
  BOOST_TEST(expected == 0);
}

BOOST_AUTO_TEST_CASE(no_finding_too_many_is_kept_and_none_goes_uncounted) {
  Diagnostics diagnostics;
  const std::size_t kept = Diagnostics::kept_per_code;
  for (std::uint32_t i = 0; i < kept + 7; ++i) {
    diagnostics.add(Code::unread_line, {i + 1, 1}, "x");
  }
  for (std::uint32_t i = 0; i < kept; ++i) {
    diagnostics.add(Code::rank_tie, {i + 1, 1}, "y");
  }
  BOOST_TEST(diagnostics.count(Severity::warning) == kept + 7);
  BOOST_TEST(diagnostics.count(Severity::info) == kept);
  const auto found = diagnostics.sorted();
  BOOST_REQUIRE(found.size() == 2 * kept + 1);
  const Diagnostic& last = found.back();
  BOOST_TEST((last.code == Code::diagnostics_truncated));
  BOOST_TEST((last.severity == Severity::info));
  BOOST_TEST(last.message == "only 1000 of 1007 unread_line findings are listed");
  BOOST_REQUIRE(last.context.size() == 2U);
  BOOST_TEST(last.context[0].key == "count");
  BOOST_TEST(std::get<std::int64_t>(last.context[0].value) == 1007);
  BOOST_TEST(last.context[1].key == "rule");
  BOOST_TEST(std::get<std::string>(last.context[1].value) == "unread_line");
  BOOST_TEST(std::count_if(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
               return diagnostic.code == Code::diagnostics_truncated;
             }) == 1);
}

BOOST_AUTO_TEST_CASE(the_printed_form_names_place_severity_and_code) {
  const Diagnostic diagnostic{Code::scorer_count_short,
                              Severity::warning,
                              {49, 1},
                              "Cienciano scored 3, 2 scorers listed",
                              {}};
  BOOST_TEST(acta::finding::to_text("corpus/a/article.txt", diagnostic) ==
             "corpus/a/article.txt:49:1: warning[scorer_count_short]: "
             "Cienciano scored 3, 2 scorers listed");
}

BOOST_AUTO_TEST_SUITE_END()
