#pragma once
/// What the command line asks for.

#include <optional>
#include <string>
#include <vector>

#include "acta.hpp"
#include "build/build.hpp"
#include "format/findings.hpp"
#include "input/selection.hpp"
#include "severities.hpp"

namespace acta::tool {

/// How several records are written.
enum class Records { json, ndjson };

/// Which schema is printed.
enum class Schema { season, findings };

/// How the rules are listed.
enum class Listing { text, json };

/// `acta extract`.
struct ExtractOptions {
  std::vector<std::string> files;
  Records format = Records::json;
  format::Layout layout = format::Layout::compact;
  std::optional<std::string> output;            ///< A file, instead of standard output.
  std::optional<football::Form> form;           ///< Absent: by extension, else by content.
  std::optional<finding::Severity> fail_level;  ///< Absent: findings never fail.
  std::vector<std::string> pages;               ///< Folders of pages that may be transcluded.
  input::Selection selection;                   ///< Which pages of an export are articles.
  bool validate = false;
};

/// When to show how far a long command is.
enum class Show { automatic, always, never };

/// `acta build`.
struct BuildOptions {
  build::Options build;
  Show progress = Show::automatic;
  std::optional<finding::Severity> fail_level;  ///< Absent: findings never fail.
  bool watch = false;
};

/// `acta merge`.
struct MergeOptions {
  build::MergeOptions merge;
};

/// `acta diff`.
struct DiffOptions {
  std::string before;
  std::string after;
  Listing format = Listing::text;
  bool shrink_guard = false;  ///< A season with fewer matches or goals is a finding.
};

/// From which severity on findings fail a run.
struct FailLevel {
  std::optional<finding::Severity> severity;  ///< Absent: findings never fail.
};

/// When output is colored: on a terminal, unless NO_COLOR is set; or as told.
enum class Color { automatic, always, never };

/// What is done with the file of known findings.
enum class BaselineUse { read, write, prune };

/// `acta check`.  What is absent is left to the configuration file.
struct CheckOptions {
  std::vector<std::string> files;
  std::optional<format::FindingsForm> format;
  std::optional<std::string> output;   ///< A file, instead of standard output.
  std::optional<football::Form> form;  ///< Absent: by extension, else by content.
  std::optional<FailLevel> fail_level;
  bool strict = false;  ///< Warnings fail, and so does a stale entry of the baseline.
  Severities severities;
  std::optional<std::string> baseline;
  BaselineUse baseline_use = BaselineUse::read;
  Color color = Color::automatic;
  /// The least severity that the text form lists; absent: a warning, or what fails.
  std::optional<finding::Severity> show;
  std::vector<std::string> pages;              ///< Folders of pages that may be transcluded.
  input::Selection selection;                  ///< Which pages of an export are articles.
  std::optional<std::string> aliases;          ///< A file of names that are one.
  std::optional<std::string> suggest_aliases;  ///< A file to write such names to.
  std::optional<std::string> config;           ///< Absent: looked for upwards from the first input.
  bool use_config = true;
};

/// `acta explain`.
struct ExplainOptions {
  std::string place;  ///< FILE or FILE:LINE.
  std::optional<football::Form> form;
  std::vector<std::string> pages;  ///< Folders of pages that may be transcluded.
};

/// `acta rules`.
struct RulesOptions {
  Listing format = Listing::text;
  std::optional<finding::Code> code;  ///< Absent: all codes.
};

}  // namespace acta::tool
