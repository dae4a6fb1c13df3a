#pragma once
/// Spec files: Markdown in which every heading of level two is a test.
///
///     ## A second minute is a second goal
///     ```rendered file=cup.txt
///     Sport Boys 1-0 ADT
///     ```
///     ```json
///     {"matches": [{"home": "Sport Boys"}]}
///     ```
///     ```diagnostics
///     1:1: error[scorer_count_over]: Sport Boys scored 1, 2 scorers listed
///     ```
///
/// The json block is a part of the record: of an object the keys that are named, of an array every
/// element.  The diagnostics block is the whole list, unless its first line is "...": then it is a
/// part of it; a message may be left out.  A case without it expects no finding.  A block "page
/// TITLE" is a page that the article may transclude; with one, what is not given is looked for and
/// not found.  A fence may be longer than three backticks, for input that has backticks itself.

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "acta.hpp"

namespace acta::tests {

/// One test of a spec file.
struct SpecCase {
  std::string title;
  std::string name;  ///< The title as a test name: lower case, "_" for all but letters and digits.
  std::size_t line = 0;
  std::string input;
  Options options;
  std::map<std::string, std::string> pages;  ///< By title: what the article may transclude.
  std::optional<std::string> json;
  std::optional<std::vector<std::string>> diagnostics;
  bool more_diagnostics = false;  ///< The list began with "...".
};

/// Reads a spec file; throws std::runtime_error with file and line when it breaks the form above.
std::vector<SpecCase> read_spec(const std::filesystem::path& path);

/// What the case expects and `result` does not hold, a line each; empty when all holds.
std::string mismatches(const SpecCase& expected, const Result& result);

/// The findings as a diagnostics block lists them.
std::vector<std::string> listed(const football::Season& season);

}  // namespace acta::tests
