#pragma once
/// Findings about an article: where, what, and the list that collects them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "finding/code.hpp"

namespace acta::finding {

/// A place in an article: 1-based line, 1-based column in code points.
///
/// The line counts in the article itself, or in the page with the title `page` that the article
/// shows there.  The title is a view: who keeps a position longer than its source keeps no page.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string_view page = {};
  auto operator<=>(const Position&) const = default;
};

/// A typed detail of a finding; `key` is one of `context_keys` and points at static storage.
struct Context {
  std::string_view key;
  std::variant<std::int64_t, std::string> value;
  bool operator==(const Context&) const = default;
};

/// A key that findings may carry beside their message, and what it means.
struct ContextKey {
  std::string_view key;
  bool is_number;
  std::string_view meaning;
};

inline constexpr std::array<ContextKey, 11> context_keys = {{
    {"record", false, "Id of the record the finding is about."},
    {"team", false, "The team concerned, as written."},
    {"player", false, "The player concerned, as written."},
    {"section", false, "Stage and group of the table concerned."},
    {"expected", false, "What was expected there."},
    {"found", false, "What the article says."},
    {"basis", false, "What an inference rests on."},
    {"other_line", true, "Another line that the finding compares with."},
    {"count", true, "A number of things, where the finding counts."},
    {"page", false, "Title of the transcluded page that `line` refers to."},
    {"rule", false, "The code whose findings the finding is about."},
}};

/// One finding.
struct Diagnostic {
  Code code{};
  Severity severity = Severity::info;
  Position position;    ///< Without its page, which is in `context`.
  std::string message;  ///< One sentence without a final stop: what is wrong, what was expected.
  std::vector<Context> context;
  bool operator==(const Diagnostic&) const = default;
};

/// The findings of one article, in the order found.
///
/// At most `kept_per_code` of one code are kept; the counts stay exact.  A finding on another page
/// names it, in its message and its context.
class Diagnostics {
 public:
  static constexpr std::size_t kept_per_code = 1000;

  /// From now on all lines count in one text, whatever pages positions say: none is named.
  void forget_pages() { names_pages_ = false; }

  /// How a message names the line of a position: "line 12", `line 12 of page "2014 Final"`.
  std::string name_line(Position position) const;

  /// Adds a finding at its code's own severity.
  void add(Code code, Position position, std::string message, std::vector<Context> context = {});

  /// Adds a finding at another severity.
  void add(Code code, Severity severity, Position position, std::string message,
           std::vector<Context> context = {});

  /// How many findings of `severity` were added, kept or not.
  std::size_t count(Severity severity) const {
    return severity_counts_[static_cast<std::size_t>(severity)];
  }

  /// The kept findings, those of the article itself first, then page by page, sorted by line,
  /// column, code and message; then one `diagnostics_truncated` a code of which some were not kept.
  std::vector<Diagnostic> sorted() const { return Diagnostics(*this).take_sorted(); }

  /// The same, taken out: the counts stay.
  std::vector<Diagnostic> take_sorted();

 private:
  std::vector<Diagnostic> kept_;
  std::array<std::size_t, 256> code_counts_{};
  std::array<std::size_t, 3> severity_counts_{};
  bool names_pages_ = true;
};

/// The printed form: "path:line:col: severity[code]: message".
std::string to_text(std::string_view path, const Diagnostic& diagnostic);

}  // namespace acta::finding
