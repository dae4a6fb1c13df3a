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
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/aliases.hpp"
#include "football/extract.hpp"
#include "football/season.hpp"
#include "format/format.hpp"

namespace acta {

/// The wikitext of the page with a title ("2014 FIFA World Cup Group A"), if it is given.  Called
/// from the thread that converts.
using Pages = std::function<std::optional<std::string>(std::string_view title)>;

/// What `convert` cannot know from the bytes.
struct Options {
  /// Path of the article as it shall stand in `article.file`; null there when absent.
  std::optional<std::string> file = std::nullopt;
  /// The form, or what the content says.
  std::optional<football::Form> form = std::nullopt;
  /// Title of a page that comes from a dump; without it the file's name is the title of wikitext.
  std::optional<std::string> title = std::nullopt;
  std::optional<std::int64_t> page_id = std::nullopt;      ///< As the dump says.
  std::optional<std::int64_t> revision_id = std::nullopt;  ///< As the dump says.
  std::optional<std::string> timestamp =
      std::nullopt;  ///< As the dump says: "2024-05-29T20:00:00Z".
  /// Where transcluded pages are looked up; without it every transclusion is reported.
  Pages pages = nullptr;
  /// What a file says of names; it outlives the call.
  const check::Aliases* aliases = nullptr;
};

/// A converted article.
struct Result {
  football::Season season;                  ///< With its diagnostics, sorted.
  std::vector<football::Reading> lines;     ///< One a line of the article; none for JSON.
  std::array<std::size_t, 3> severities{};  ///< Exact counts, by finding::Severity.
  /// Titles of the pages that the article asks for, found or not, sorted, each once.
  std::vector<std::string> transcluded = {};
};

/// Converts one article.  Safe to call from several threads at once.
Result convert(std::string bytes, const Options& options = {});

/// Checks season JSON that anybody made: one season object, an array of them, or one after the
/// other (NDJSON).  One result a season, with what breaks JSON or the schema and what the rules
/// find in the records; positions, and the lines in messages, are those of the JSON text.  The
/// findings that the JSON itself holds are not repeated: they speak of the article.
///
/// A record that breaks the schema is left out and the rest is judged.  Text that is not JSON is a
/// result with an empty season; an empty array gives none.
std::vector<Result> check_json(std::string_view json, const check::Aliases* aliases = nullptr);

/// The syntax tree of a page's wikitext as one JSON object, every node with its byte span; what
/// does not pair up goes to `diagnostics`.
std::string parse_to_json(std::string bytes, finding::Diagnostics& diagnostics);

/// The title of the page that a file holds by its name: "2024_copa_Perú.wiki" is "2024 copa Perú";
/// as wikis compare titles, with a capital first letter.
std::string title_of_file(std::string_view file);

/// The library's version, "1.2.3".
std::string_view version();

}  // namespace acta
