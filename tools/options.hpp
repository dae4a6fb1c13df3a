#pragma once
/// What the command line asks for.

#include <optional>
#include <string>
#include <vector>

#include "acta.hpp"
#include "build/build.hpp"

namespace acta::tool {

/// How several records are written.
enum class Records { json, ndjson };

/// How the rules are listed.
enum class Listing { text, json };

/// `acta extract`.
struct ExtractOptions {
  std::vector<std::string> files;
  Records format = Records::json;
  format::Layout layout = format::Layout::compact;
  std::optional<std::string> output;         ///< A file, instead of standard output.
  std::optional<football::Form> form;        ///< Absent: by extension, else by content.
  std::optional<text::Severity> fail_level;  ///< Absent: findings never fail.
  std::vector<std::string> pages;            ///< Folders of pages that may be transcluded.
  bool validate = false;
};

/// When to show how far a long command is.
enum class Show { automatic, always, never };

/// `acta build`.
struct BuildOptions {
  build::Options build;
  Show progress = Show::automatic;
  std::optional<text::Severity> fail_level;  ///< Absent: findings never fail.
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

/// `acta explain`.
struct ExplainOptions {
  std::string place;  ///< FILE or FILE:LINE.
  std::optional<football::Form> form;
};

/// `acta rules`.
struct RulesOptions {
  Listing format = Listing::text;
};

}  // namespace acta::tool
