#pragma once
/// acta reads football season articles.
///
///     acta::Result result = acta::convert(bytes, {.file = "2024-copa-peru.txt"});
///     std::string json;
///     acta::format::write_json(result.season, acta::format::Layout::pretty, json);
///
/// `convert` never fails: whatever the bytes are, a season comes back, perhaps an empty one, and
/// its `diagnostics` say what could not be read.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "football/extract.hpp"
#include "football/season.hpp"
#include "format/format.hpp"

namespace acta {

/// What `convert` cannot know from the bytes.
struct Options {
  /// Path of the article as it shall stand in `article.file`; null there when absent.
  std::optional<std::string> file;
  /// The form, or what the content says.
  std::optional<football::Form> form;
};

/// A converted article.
struct Result {
  football::Season season;                  ///< With its diagnostics, sorted.
  std::vector<football::Reading> lines;     ///< One a line of the article.
  std::array<std::size_t, 3> severities{};  ///< Exact counts, by text::Severity.
};

/// Converts one article.  Safe to call from several threads at once.
Result convert(std::string bytes, const Options& options = {});

/// The syntax tree of a page's wikitext as one JSON object, every node with its byte span; what
/// does not pair up goes to `diagnostics`.
std::string parse_to_json(std::string bytes, text::Diagnostics& diagnostics);

/// The library's version, "1.2.3".
std::string_view version();

}  // namespace acta
