#pragma once
/// What goes to standard error: complaints, findings, and the line that says what was read.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "acta.hpp"
#include "format/diff.hpp"
#include "input/sources.hpp"

namespace acta::tool {

/// Says on standard error what is wrong with an input or an output.
void complain(std::string_view subject, std::string_view message);

/// Says what ends the run.
void report_end(std::string_view message);

/// Prints a line on standard error.
void print_line(std::string_view line);

class PageFolders;

/// Prints the findings of one article on standard error, a line each; those of the pages that it
/// transcludes with their files.
void print_findings(std::string_view path, const football::Season& season,
                    const PageFolders& pages);

/// What was read, added up over the articles.
struct Tally {
  std::size_t articles = 0;
  std::size_t matches = 0;
  std::size_t teams = 0;
  std::array<std::size_t, 3> severities{};  ///< By finding::Severity.
  std::size_t known = 0;                    ///< Findings that the baseline lists.
  std::size_t without_record = 0;           ///< Inputs that could not be read or written.
  std::size_t bare = 0;                     ///< Files that were named and hold nothing of a season.

  /// Adds one converted article.
  void add(const Result& result);

  /// Says on standard error when a file's only article tells nothing of a season, and counts it
  /// where the file was named: in a folder somebody may keep what is not written yet.
  void look_for_records(const input::SourceFile& file, const Result& result);

  /// Whether an input could not be read, or all was read for nothing.  One stub among many articles
  /// is no failure.
  bool has_failed() const { return without_record > 0 || (bare > 0 && bare == articles); }

  /// Whether a finding is at least as bad as `level`; never when there is no level.
  bool fails(const std::optional<finding::Severity>& level) const;
};

/// Prints the last line: "3 articles, 25 matches, 84 teams: 0 errors, 9 warnings, 14 notes".
void print_summary(const Tally& tally);

/// Prints the last line of a comparison: "2 seasons compared: matches +1 -0 ~2, goals ...".
void print_difference(const format::Difference& difference);

}  // namespace acta::tool
