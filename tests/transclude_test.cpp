/// Pages that are made to blow up: transclusion is bounded in size, depth and number.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"

namespace {

acta::Result converted(const std::string& page, const acta::Pages& pages) {
  return acta::convert(
      page, {.file = "page.wiki", .form = acta::football::Form::wikitext, .pages = pages});
}

bool says(const acta::Result& result, acta::finding::Code code) {
  return std::any_of(result.season.diagnostics.begin(), result.season.diagnostics.end(),
                     [&](const auto& finding) { return finding.code == code; });
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

BOOST_AUTO_TEST_SUITE(transclude)

BOOST_AUTO_TEST_CASE(pages_that_multiply_end) {
  // Each page shows the next one ten times: ten to the power of the depth.
  const acta::Pages pages = [](std::string_view title) -> std::optional<std::string> {
    const int number = std::stoi(std::string(title.substr(1)));
    return repeated("{{:P" + std::to_string(number + 1) + "}}\n", 10);
  };
  const acta::Result result = converted("{{:P1}}", pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.season.coverage.lines == 1U);
}

BOOST_AUTO_TEST_CASE(parameters_that_multiply_end) {
  const acta::Pages pages = [](std::string_view title) -> std::optional<std::string> {
    const int number = std::stoi(std::string(title.substr(1)));
    return "{{:P" + std::to_string(number + 1) + "|{{{1}}}{{{1}}}{{{1}}}}}";
  };
  const acta::Result result = converted("{{:P1|" + repeated("word ", 1000) + "}}", pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
}

BOOST_AUTO_TEST_CASE(large_pages_shown_often_end) {
  const std::string large = repeated("* A line of a large page.\n", 20000);
  const acta::Pages pages = [&](std::string_view) { return std::optional(large); };
  const acta::Result result = converted(repeated("{{:Large}}\n", 2000), pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.season.coverage.lines == 2000U);
}

BOOST_AUTO_TEST_CASE(sections_are_found_once_a_page) {
  std::string page;
  for (int i = 0; i < 3000; ++i) {
    const std::string name = "s" + std::to_string(i);
    page.append("<section begin=").append(name).append(" />x");
    page.append("<section end=").append(name).append(" />\n");
  }
  const acta::Pages pages = [&](std::string_view) { return std::optional(page); };
  std::string calls;
  for (int i = 0; i < 3000; ++i) calls += "{{#lst:Other|s" + std::to_string(i) + "}}\n";
  const acta::Result result = converted(calls, pages);
  BOOST_TEST(!says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.transcluded.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
