#pragma once
/// The findings of one run over many files, and how they are written for people, for programs, and
/// for the services that show them beside a change.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::format {

/// Who reads the findings: people, programs (one object, or one a line), a GitHub Actions log,
/// code scanning (SARIF 2.1.0), or what shows test reports (JUnit).
enum class FindingsForm : std::uint8_t { text, json, jsonl, github, sarif, junit };
inline constexpr std::array<std::string_view, 6> findings_form_names = {"text",   "json",  "jsonl",
                                                                        "github", "sarif", "junit"};

/// A finding and the file it stands in.
struct Finding {
  std::string file;             ///< Path as people know it, valid UTF-8.
  football::MaybeText article;  ///< Title of the article.
  finding::Diagnostic diagnostic;
  /// Of the line that it stands in; empty where that is not known.
  std::string line_text = {};
  /// Of a page that articles transclude: their titles, sorted.
  std::vector<std::string> shown_in = {};
  bool operator==(const Finding&) const = default;
};

/// A file that was checked; one without findings is listed too.
struct CheckedFile {
  std::string path;
  football::MaybeText article;
  bool operator==(const CheckedFile&) const = default;
};

/// What was read and found, counted exactly; findings beyond those that are listed count too.
struct FindingCounts {
  std::size_t articles = 0;
  std::size_t matches = 0;
  std::size_t teams = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;   ///< Findings of severity info.
  std::size_t known = 0;   ///< Left out, because the baseline lists them.
  std::size_t unread = 0;  ///< Inputs that could not be read.
  bool operator==(const FindingCounts&) const = default;
};

/// Everything that one run found.
struct Findings {
  FindingCounts counts;
  std::vector<CheckedFile> files;
  std::vector<Finding> findings;
};

/// The `schema` member of findings written as one JSON object.
inline constexpr std::string_view findings_schema_id = "acta/findings/1";

/// How findings are written.
struct FindingsOptions {
  FindingsForm form = FindingsForm::text;
  bool color = false;  ///< Of the text form, with terminal escapes.
  /// The least severity that the text form lists.
  finding::Severity shown = finding::Severity::info;
  /// The least severity that fails a test of the JUnit form; none fails when absent.
  std::optional<finding::Severity> fail_level = finding::Severity::error;
};

/// The most results that a SARIF run may hold where GitHub is to take it.
inline constexpr std::size_t sarif_results_limit = 25'000;

/// A path as valid UTF-8: a file system may hold any bytes.
std::string clean_path(std::string_view path);

/// Puts files and findings into the order in which they are written: by path, line, column, code
/// and message, byte by byte.
void sort(Findings& findings);

/// Appends sorted findings.  The bytes depend on the findings and options alone.
void write_findings(const Findings& findings, const FindingsOptions& options, std::string& out);

/// The schema of the json form, JSON Schema draft-04, as published in schemas/findings.schema.json.
std::string generate_findings_schema();

/// Path of the page about a code, relative to the root of the project: docs/rules/CODE.md.
std::string rule_page(const finding::CodeEntry& entry);

/// Whether text lists a finding: as bad as `shown` or worse, or that the list itself is cut.
bool is_listed(const Finding& finding, finding::Severity shown);

/// The message of a finding, and in which articles its page is shown.
std::string message_of(const Finding& finding);

/// Groups the findings of one article in a baseline and in fingerprints: its title (of a
/// transcluded page its own), or the file's path where it has none.
std::string_view article_of(const Finding& finding);

/// The printed name that is closest to a misspelt one; empty when none is close.
std::string_view similar_code(std::string_view name);

}  // namespace acta::format
