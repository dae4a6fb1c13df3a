#pragma once
/// Seasons from JSON: our own, or anybody's.  Driven by the description of the fields that drives
/// the writer and the schema.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::format {

/// Which lines the records hold that are read.
enum class LinesOf : std::uint8_t {
  article,  ///< Those in the JSON: lines of the article.
  json,     ///< Those of the JSON text itself, where the record begins, so that rules point there.
};

/// A season read from JSON.
struct ReadSeason {
  football::Season season;
  /// What breaks JSON or the schema (`json_invalid`, `schema_violation`, `duplicate_key`), at its
  /// place in the JSON text.  A message names the value by its JSON pointer.
  finding::Diagnostics findings;
  /// Where the season begins in the JSON text.
  finding::Position start = {};
  /// Where the records with an id begin; empty unless the lines are those of the JSON text.
  std::unordered_map<std::string, finding::Position> places;
  /// The first and the last line that a match has in its article, likewise.
  std::unordered_map<std::string, std::pair<std::uint32_t, std::uint32_t>> article_lines;
};

/// Reads one season object as acta writes it; nothing when it breaks the schema in any way.
/// Writing it again gives the same records, in the compact layout the same bytes.
std::optional<football::Season> read_season(std::string_view json);

/// Reads one season object, an array of them, or one after the other (NDJSON), and calls `receive`
/// for each in turn.
///
/// Every record is held against its own description.  One that breaks it is left out, with all that
/// it holds, and the rest is read: a bad match does not hide the others.  Text that is not JSON is
/// received as an empty season with the finding.  Nothing is received for an empty array.
void read_seasons(std::string_view json, LinesOf lines,
                  const std::function<void(ReadSeason&&)>& receive);

}  // namespace acta::format
