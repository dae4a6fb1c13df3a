#include "finding/code.hpp"

#include <cstddef>

namespace acta::finding {
namespace {

// One spelling serves the enumerator and the printed name.
#define ROW(code, severity, meaning) \
  CodeEntry { Code::code, #code, Severity::severity, meaning }

// clang-format off
constexpr auto table = std::to_array<CodeEntry>({
    ROW(encoding_invalid, error, "Bytes that are not UTF-8 text, or a NUL, were replaced by U+FFFD."),
    ROW(empty_document, error, "The file holds no article text."),
    ROW(title_missing, info, "The article has no title line; its name was taken from elsewhere."),
    ROW(infobox_missing, warning, "The article has no infobox."),
    ROW(infobox_unknown_key, info, "An infobox field that no record uses; it is kept under infobox."),
    ROW(no_matches_found, warning, "Nothing in the article could be read as a match."),
    ROW(section_empty, warning, "A section that should hold records holds none."),
    ROW(markup_residue, info, "Markup that rendering left behind, without content; it was dropped."),
    ROW(unread_line, warning, "A line that is neither a record nor prose nor known residue."),
    ROW(row_cell_count, warning, "A table row has fewer or more cells than its header."),
    ROW(column_unknown, info, "A column of a known table is in no record; its cells are not kept."),
    ROW(rowspan_lost_repaired, info, "A row had lost a cell that spans rows; the row above proves it, and it was put back."),
    ROW(rowspan_ambiguous, warning, "A row seems to have lost a cell that spans rows, without proof; it was left as it is."),
    ROW(header_repeated_table_joined, info, "A table goes on after a repeated header; the parts were joined."),
    ROW(run_together_values, warning, "Several values stand in one cell with nothing between them; they were not split."),
    ROW(not_nfc, info, "Text was not in Unicode normalization form C; names are written in it."),
    ROW(template_unknown, info, "A template that acta does not know; its text was kept."),
    ROW(template_unclosed, error, "A template call has no end."),
    ROW(markup_unbalanced, warning, "Markup is opened and not closed, or closed and not opened."),
    ROW(transclusion_unresolved, warning, "Content comes from another page that was not given."),
    ROW(value_unreadable, warning, "The article gives a value in a form that could not be read."),
    ROW(date_invalid, warning, "A date that the calendar does not have."),
    ROW(date_year_inferred, info, "A date without a year; the year follows from the article."),
    ROW(date_year_unknown, warning, "A date without a year, and nothing in the article proves which."),
    ROW(full_time_inferred, info, "The score after 90 minutes was counted from the minutes of the goals."),
    ROW(scorer_count_short, warning, "Fewer scorers are listed than a side scored."),
    ROW(scorer_count_over, error, "More scorers are listed than a side scored."),
    ROW(scorer_minute_missing, warning, "A scorer without a minute in a list that gives minutes."),
    ROW(scorer_name_missing, warning, "A minute without a scorer."),
    ROW(scorer_surname_only, info, "One word names a scorer where the article gives full names."),
    ROW(scorer_list_absent, info, "Goals were scored, and no scorer is listed."),
    ROW(scorer_team_unknown, error, "A scorer line is headed by a team that did not play the match."),
    ROW(scorer_unread, warning, "Part of a scorer line could not be read."),
    ROW(scorers_repeated, warning, "Two matches have the same scorers in the same minutes."),
    ROW(minute_out_of_range, error, "A goal's minute lies outside the time played."),
    ROW(minutes_not_ascending, info, "The minutes of one player's goals are not in order."),
    ROW(goal_order_impossible, error, "The minutes of the goals contradict the half-time score."),
    ROW(goal_repeated, warning, "A player scores twice in one minute."),
    ROW(goal_wrong_side, warning, "A goal counts for the side that its scorer does not play for, or an own goal for the scorer's own."),
    ROW(scorer_not_in_lineup, warning, "A scorer is not among the players of the match."),
    ROW(et_lower_than_ft, error, "The score after extra time is lower than the score before it."),
    ROW(et_equals_pens, warning, "The score after extra time repeats that of the shoot-out."),
    ROW(pens_level, error, "A shoot-out ended level."),
    ROW(pens_without_level_tie, warning, "A shoot-out follows a match and a tie that were not level."),
    ROW(shootout_mismatch, warning, "The kicks of a shoot-out do not give its score, or its winner is not who went through."),
    ROW(score_implausible, warning, "A side scored more than 15 goals."),
    ROW(team_plays_itself, error, "A match has one team on both sides."),
    ROW(duplicate_match, error, "One match is listed twice."),
    ROW(pairing_repeated, warning, "One pairing stands twice with the same sides, and never the other way round."),
    ROW(team_twice_in_round, warning, "A team plays more than one match in a round or leg."),
    ROW(team_twice_on_day, warning, "A team plays two matches on one day."),
    ROW(knockout_draw_undecided, warning, "A knock-out tie is level, and the article does not say who went through."),
    ROW(advancer_not_winner, error, "A team that lost a tie plays in the next round."),
    ROW(advancer_inferred, info, "Who went through is known only from a later round or the infobox."),
    ROW(winner_not_in_final, error, "The infobox names a winner that did not play the final."),
    ROW(winner_lost_final, error, "The infobox names a winner that lost the final."),
    ROW(winner_without_final, info, "A winner is named, and the article lists no final of that stage."),
    ROW(winner_not_first, warning, "The infobox names a winner that neither leads a table nor won a final."),
    ROW(winners_per_stage, info, "The infobox names a winner for each stage."),
    ROW(leg_missing, warning, "A tie of two legs has one."),
    ROW(leg_venues_same, warning, "Both legs of a tie have the same home team."),
    ROW(legs_out_of_order, warning, "The second leg of a tie is dated before the first."),
    ROW(aggregate_mismatch, error, "The stated aggregate is not the sum of the legs."),
    ROW(tie_mismatch, warning, "A bracket or a row of legs and the matches do not say the same."),
    ROW(match_in_bracket_only, info, "Other matches of the round are listed, this one only the bracket has."),
    ROW(round_size_unexpected, warning, "A round has another number of matches than its kind implies."),
    ROW(matchday_sequence, warning, "A matchday's number stands twice, or is left out between others."),
    ROW(round_robin_incomplete, info, "Matches of a round-robin are missing."),
    ROW(date_missing, info, "Matches have no date."),
    ROW(date_outside_season, warning, "A match's date lies outside the season."),
    ROW(date_order_vs_round, info, "A later round was played before an earlier one."),
    ROW(date_far_from_round, warning, "A match is dated far from the other matches of its round."),
    ROW(team_not_in_table, warning, "A team plays and is missing from the table of teams."),
    ROW(team_without_match, info, "Teams of the table play no listed match."),
    ROW(team_count_mismatch, warning, "The article states another number of teams than its table lists."),
    ROW(infobox_vs_matches, warning, "The infobox states another number of matches or goals than the article lists."),
    ROW(capacity_not_number, error, "A stadium's capacity is not a number."),
    ROW(capacity_inconsistent, warning, "One stadium has different capacities in the article."),
    ROW(stadium_city_inconsistent, warning, "One stadium is said to be in different cities."),
    ROW(attendance_over_capacity, warning, "A match was attended by more people than its stadium holds."),
    ROW(points_arithmetic, error, "A table row's points do not follow from its wins, draws and adjustment."),
    ROW(played_arithmetic, error, "A table row's matches are not the sum of its wins, draws and losses, or a table's wins not that of its losses."),
    ROW(goals_sum_mismatch, warning, "A table's goals for and against do not add up."),
    ROW(table_vs_results, warning, "A table row contradicts the listed results."),
    ROW(rank_order, warning, "The positions of a table do not run on from row to row."),
    ROW(rank_tie, info, "Two rows share a rank."),
    ROW(points_order, warning, "A row of a table has more points than the row above it."),
    ROW(team_twice_in_table, error, "A table has one team in two rows."),
    ROW(top_scorer_short, warning, "The table of top scorers gives a player fewer goals than the matches list."),
    ROW(top_scorer_order, warning, "A row of the table of top scorers has more goals than the row above it."),
    ROW(possible_same_player, info, "Two names of one team differ by a letter and may be one player."),
    ROW(possible_same_club, info, "Two names are very similar and may be one club."),
    ROW(spelling_varies, info, "One name is written in several ways."),
    ROW(text_damaged, warning, "A name has letters that were lost or garbled."),
    ROW(identifier_collision, info, "Two different names give one id; the second was numbered."),
    ROW(alias_used, info, "A name stands for another by a file of aliases; it is kept as written."),
    ROW(alias_ambiguous, error, "An alias depends on a competition or year that the article does not state."),
    ROW(season_title_mismatch, warning, "The title and the infobox name different seasons."),
    ROW(json_invalid, error, "The text is not JSON; what follows in the record was not read."),
    ROW(schema_violation, error, "A value breaks the schema; its record was left out."),
    ROW(duplicate_key, error, "A JSON object has a key twice; its record was left out."),
    ROW(record_inconsistent, error, "A value does not follow from the records that it is made of."),
    ROW(venue_changed_between_seasons, info, "A team's stadium is another than in its season before."),
    ROW(capacity_changed, info, "A stadium's capacity is another than in the season before."),
    ROW(season_link_broken, info, "Two articles of one competition do not name each other as neighbours."),
    ROW(baseline_entry_unused, warning, "The baseline lists a finding that is no longer there."),
    ROW(diagnostics_truncated, info, "More findings of one code than a report lists; the counts are exact."),
});
// clang-format on

#undef ROW

constexpr bool in_enumeration_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].code != static_cast<Code>(i)) {
      return false;
    }
  }
  return table.size() == static_cast<std::size_t>(Code::diagnostics_truncated) + 1;
}

static_assert(in_enumeration_order());

}  // namespace

std::span<const CodeEntry> codes() { return table; }

const CodeEntry& entry(Code code) { return table[static_cast<std::size_t>(code)]; }

std::optional<Code> code_named(std::string_view name) {
  for (const CodeEntry& row : table) {
    if (row.name == name) {
      return row.code;
    }
  }
  return std::nullopt;
}

}  // namespace acta::finding
