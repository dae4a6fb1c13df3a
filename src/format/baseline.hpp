#pragma once
/// The findings that a project knows and lives with, as a file of its repository.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/findings.hpp"

namespace acta::format {

/// Findings of one article and code that are about the same thing (`stable_key`): one record,
/// or a line of one text.  No line numbers, messages and counts: an edit elsewhere in the article
/// changes nothing.
struct BaselineEntry {
  std::string article;  ///< As `article_of` has it.
  std::string code;
  std::string key;
  std::uint32_t line = 1;  ///< Of the baseline's own file.
};

/// What the finding is about, however its line moves, its message is put and its numbers change:
/// the record, section, team and player concerned.  A finding of none of these goes by the text of
/// its line, `line_text`, or where it counts things of the whole article by its code alone.
std::string stable_key(const finding::Diagnostic& diagnostic, std::string_view line_text);

/// The `schema` member of a baseline.
inline constexpr std::string_view baseline_schema_id = "acta/baseline/2";

/// The entries of a baseline's text, or where and why there are none.
struct BaselineText {
  std::vector<BaselineEntry> entries;
  std::uint32_t line = 1;  ///< Of the failure.
  std::string failure;     ///< Empty when the text is a baseline.
};

/// Reads what `write_baseline` wrote, perhaps edited by hand.
BaselineText read_baseline(std::string_view json);

/// Appends a baseline: sorted, one entry a line, so that a difference reads well.
void write_baseline(std::vector<BaselineEntry> entries, std::string& out);

/// The entries that list `findings`.
std::vector<BaselineEntry> baseline_of(const std::vector<Finding>& findings);

/// Takes out of `findings` those that are listed.  Returns what was taken.
std::vector<Finding> take_known(const std::vector<BaselineEntry>& entries,
                                std::vector<Finding>& findings);

}  // namespace acta::format
