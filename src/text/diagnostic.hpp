#pragma once
/// Findings about an article: their codes, severities, places, and the one table that lists them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace acta::text {

/// How bad a finding is, worst first.
enum class Severity : std::uint8_t { error, warning, info };

inline constexpr std::array<std::string_view, 3> severity_names = {"error", "warning", "info"};

/// A place in an article: 1-based line, 1-based column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// What a finding is about.  The names, severities and meanings stand in `codes()`; the enumerators
/// are spelled as printed.
enum class Code : std::uint8_t {
  // Reading: bytes, markup, lines.
  encoding_invalid,
  empty_document,
  title_missing,
  infobox_missing,
  infobox_unknown_key,
  no_matches_found,
  section_empty,
  markup_residue,
  unread_line,
  row_cell_count,
  column_unknown,
  rowspan_lost_repaired,
  rowspan_ambiguous,
  header_repeated_table_joined,
  run_together_values,
  not_nfc,
  template_unknown,
  template_unclosed,
  markup_unbalanced,
  transclusion_unresolved,
  value_unreadable,
  date_invalid,
  date_year_inferred,
  date_year_unknown,
  full_time_inferred,
  // Scores and goals.
  scorer_count_short,
  scorer_count_over,
  scorer_minute_missing,
  scorer_name_missing,
  scorer_surname_only,
  scorer_list_absent,
  scorer_team_unknown,
  scorer_unread,
  scorers_repeated,
  minute_out_of_range,
  minutes_not_ascending,
  goal_order_impossible,
  goal_repeated,
  goal_wrong_side,
  et_lower_than_ft,
  et_equals_pens,
  pens_level,
  pens_without_level_tie,
  shootout_mismatch,
  score_implausible,
  // Structure of rounds and ties.
  team_plays_itself,
  duplicate_match,
  pairing_repeated,
  team_twice_in_round,
  team_twice_on_day,
  knockout_draw_undecided,
  advancer_not_winner,
  advancer_inferred,
  winner_not_in_final,
  winner_lost_final,
  winner_without_final,
  winner_not_first,
  winners_per_stage,
  leg_missing,
  leg_venues_same,
  legs_out_of_order,
  aggregate_mismatch,
  tie_mismatch,
  match_in_bracket_only,
  round_size_unexpected,
  matchday_sequence,
  round_robin_incomplete,
  date_missing,
  date_outside_season,
  date_order_vs_round,
  date_far_from_round,
  // Tables.
  team_not_in_table,
  team_without_match,
  team_count_mismatch,
  infobox_vs_matches,
  capacity_not_number,
  capacity_inconsistent,
  stadium_city_inconsistent,
  attendance_over_capacity,
  points_arithmetic,
  played_arithmetic,
  goals_sum_mismatch,
  table_vs_results,
  rank_order,
  rank_tie,
  points_order,
  team_twice_in_table,
  top_scorer_short,
  top_scorer_order,
  // Names.
  possible_same_player,
  possible_same_club,
  spelling_varies,
  text_damaged,
  identifier_collision,
  alias_used,
  alias_ambiguous,
  season_title_mismatch,
  // Records read from JSON.
  json_invalid,
  schema_violation,
  duplicate_key,
  record_inconsistent,
  // Several articles side by side.
  venue_changed_between_seasons,
  capacity_changed,
  season_link_broken,
  // The report itself.
  baseline_entry_unused,
  diagnostics_truncated,
};

/// One row of the table of codes.
struct CodeEntry {
  Code code;
  std::string_view name;
  Severity severity;         ///< Unless a finding says otherwise.
  std::string_view meaning;  ///< One sentence for people.
};

/// Every code, in the order of the enumeration.
std::span<const CodeEntry> codes();

/// The row of `code`.
const CodeEntry& entry(Code code);

/// The code printed as `name`, if there is one.
std::optional<Code> code_named(std::string_view name);

/// The printed name that is closest to a misspelt one; empty when none is close.
std::string_view similar_code(std::string_view name);

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
  Position position;
  std::string message;  ///< One sentence without a final stop: what is wrong, what was expected.
  std::vector<Context> context;
  bool operator==(const Diagnostic&) const = default;
};

/// The findings of one article, in the order found.
///
/// At most `kept_per_code` of one code are kept; the counts stay exact.
class Diagnostics {
 public:
  static constexpr std::size_t kept_per_code = 1000;

  /// Adds a finding at its code's own severity.
  void add(Code code, Position position, std::string message, std::vector<Context> context = {});

  /// Adds a finding at another severity.
  void add(Code code, Severity severity, Position position, std::string message,
           std::vector<Context> context = {});

  /// How many findings of `severity` were added, kept or not.
  std::size_t count(Severity severity) const {
    return severity_counts_[static_cast<std::size_t>(severity)];
  }

  /// The kept findings sorted by line, column, code and message, then one `diagnostics_truncated`
  /// a code of which some were not kept.
  std::vector<Diagnostic> sorted() const { return Diagnostics(*this).take_sorted(); }

  /// The same, taken out: the counts stay.
  std::vector<Diagnostic> take_sorted();

 private:
  std::vector<Diagnostic> kept_;
  std::array<std::size_t, 256> code_counts_{};
  std::array<std::size_t, 3> severity_counts_{};
};

/// What the finding is about, however its line moves, its message is put and its numbers change:
/// the record, section, team and player concerned.  A finding of none of these goes by the text of
/// its line, `line_text`, or where it counts things of the whole article by its code alone.
std::string stable_key(const Diagnostic& diagnostic, std::string_view line_text);

/// The printed form: "path:line:col: severity[code]: message".
std::string to_text(std::string_view path, const Diagnostic& diagnostic);

}  // namespace acta::text
