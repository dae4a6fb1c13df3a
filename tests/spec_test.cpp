/// Makes a test case of every case in tests/spec/*.md, named spec/FILE/CASE.

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "spec_file.hpp"
#include "support.hpp"

namespace {

using acta::tests::SpecCase;

std::string report(const SpecCase& expected, const acta::Result& result, const std::string& what) {
  std::string out = expected.title + "\n" + what + "\n--- Input\n" + expected.input;
  out += "--- Expected\n" + expected.json.value_or("(no json block)\n");
  if (expected.diagnostics) {
    out += expected.more_diagnostics ? "...\n" : "";
    for (const std::string& line : *expected.diagnostics) out += line + "\n";
  }
  out += "--- Actual\n" + acta::tests::pretty(result.season);
  for (const std::string& line : acta::tests::listed(result.season)) out += line + "\n";
  return out;
}

void run(const SpecCase& expected) {
  acta::Options options = expected.options;
  if (!expected.pages.empty()) {
    options.pages = [&](std::string_view title) -> std::optional<std::string> {
      const auto page = expected.pages.find(std::string(title));
      if (page == expected.pages.end()) return std::nullopt;
      return page->second;
    };
  }
  const acta::Result result = acta::convert(expected.input, options);
  const std::string what = acta::tests::mismatches(expected, result);
  BOOST_CHECK_MESSAGE(what.empty(), report(expected, result, what));
}

boost::unit_test::test_suite* suite_of(const std::filesystem::path& path) {
  boost::unit_test::test_suite* suite = BOOST_TEST_SUITE(path.stem().string());
  const std::string shown = "tests/spec/" + path.filename().string();
  for (const SpecCase& spec : acta::tests::read_spec(path)) {
    suite->add(boost::unit_test::make_test_case([spec] { run(spec); }, spec.name, shown.c_str(),
                                                spec.line));
  }
  return suite;
}

boost::unit_test::test_suite* all_specs() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(acta::tests::source_folder() / "tests" / "spec")) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) throw std::runtime_error("there are no files tests/spec/*.md");
  boost::unit_test::test_suite* specs = BOOST_TEST_SUITE("spec");
  for (const std::filesystem::path& path : files) specs->add(suite_of(path));
  return specs;
}

/// Runs before main, where an exception would end the program without a word: a file that cannot
/// be read becomes a test that fails with the reason.
bool add_specs() {
  boost::unit_test::test_suite& all = boost::unit_test::framework::master_test_suite();
  try {
    all.add(all_specs());
  } catch (const std::exception& error) {
    const std::string why = error.what();
    boost::unit_test::test_suite* specs = BOOST_TEST_SUITE("spec");
    specs->add(boost::unit_test::make_test_case([why] { BOOST_ERROR(why); }, "readable", __FILE__,
                                                __LINE__));
    all.add(specs);
  }
  return true;
}

[[maybe_unused]] const bool added = add_specs();

}  // namespace
