#pragma once
/// The description of findings as JSON: writer and schema are made from it.

#include <string_view>
#include <tuple>

#include "format/field.hpp"
#include "format/findings.hpp"
#include "format/names.hpp"
#include "version.hpp"

namespace acta::format {

template <>
inline constexpr bool ends_in_context<Finding> = true;

template <>
struct Description<Finding> {
  using R = Finding;
  static constexpr std::string_view name = "finding";
  static constexpr std::string_view meaning =
      "One finding; keys after message stand only where they apply.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"file", [](const R& it) -> const std::string& { return it.file; },
            "Path of the file, as it was named.", Shape::may_be_empty},
      Field{"article", &R::article, "Title of the article.", Shape::may_be_empty},
      Field{"line", [](const R& it) { return it.diagnostic.position.line; },
            "Line of the file, from 1.", Shape::positive},
      Field{"column", [](const R& it) { return it.diagnostic.position.column; },
            "Column in code points, from 1.", Shape::positive},
      Field{"code", [](const R& it) { return it.diagnostic.code; },
            "What is wrong, as a stable name."},
      Field{"severity", [](const R& it) { return it.diagnostic.severity; },
            "How bad it is, in this run."},
      Field{"message", [](const R& it) -> const std::string& { return it.diagnostic.message; },
            "One sentence for people.", Shape::may_be_empty},
      Field{"shown_in", &R::shown_in, "Titles of the articles that transclude the file's page."},
  };
};

template <>
struct Description<CheckedFile> {
  using R = CheckedFile;
  static constexpr std::string_view name = "file";
  static constexpr std::string_view meaning = "A file that was checked.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"path", &R::path, "Path of the file, as it was named.", Shape::may_be_empty},
      Field{"article", &R::article, "Title of the article.", Shape::may_be_empty},
  };
};

template <>
struct Description<FindingCounts> {
  using R = FindingCounts;
  static constexpr std::string_view name = "counts";
  static constexpr std::string_view meaning = "What was read and found; nothing is left out.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"articles", &R::articles, "Articles read.", Shape::natural},
      Field{"matches", &R::matches, "Matches in them.", Shape::natural},
      Field{"teams", &R::teams, "Teams in them.", Shape::natural},
      Field{"errors", &R::errors, "Findings of severity error.", Shape::natural},
      Field{"warnings", &R::warnings, "Findings of severity warning.", Shape::natural},
      Field{"notes", &R::notes, "Findings of severity info.", Shape::natural},
      Field{"known", &R::known, "Findings left out because the baseline lists them.",
            Shape::natural},
      Field{"unread", &R::unread, "Inputs that could not be read.", Shape::natural},
  };
};

template <>
struct Description<Findings> {
  using R = Findings;
  static constexpr std::string_view name = "acta findings";
  static constexpr std::string_view meaning =
      "What one run of acta check found.  Files stand in the order of their paths, findings in "
      "that "
      "of path, line, column and code.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"schema", [](const R&) { return findings_schema_id; },
            "Name and version of this schema.", Shape::schema_id},
      Field{"version", [](const R&) { return std::string_view(version_text); },
            "Version of acta that looked."},
      Field{"counts", &R::counts, "What was read and found."},
      Field{"files", &R::files, "The files that were checked."},
      Field{"findings", &R::findings, "The findings."},
  };
};

}  // namespace acta::format
