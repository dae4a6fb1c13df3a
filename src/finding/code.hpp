#pragma once
/// The codes of findings: the one table that lists them, with their severities and meanings.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace acta::finding {

/// How bad a finding is, worst first.
enum class Severity : std::uint8_t { error, warning, info };

inline constexpr std::array<std::string_view, 3> severity_names = {"error", "warning", "info"};

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
  scorer_not_in_lineup,
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

}  // namespace acta::finding
