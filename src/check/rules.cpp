#include "check/rules.hpp"

#include <array>

namespace acta::check {
namespace {

#define RULE(code) \
  Rule { finding::Code::code, code }

constexpr auto table = std::to_array<Rule>({
    RULE(scorer_count_short),
    RULE(scorer_count_over),
    RULE(scorer_minute_missing),
    RULE(scorer_name_missing),
    RULE(scorer_surname_only),
    RULE(scorer_list_absent),
    RULE(scorers_repeated),
    RULE(minute_out_of_range),
    RULE(minutes_not_ascending),
    RULE(goal_order_impossible),
    RULE(goal_repeated),
    RULE(goal_wrong_side),
    RULE(scorer_not_in_lineup),
    RULE(et_lower_than_ft),
    RULE(et_equals_pens),
    RULE(pens_level),
    RULE(pens_without_level_tie),
    RULE(shootout_mismatch),
    RULE(score_implausible),
    RULE(team_plays_itself),
    RULE(duplicate_match),
    RULE(pairing_repeated),
    RULE(team_twice_in_round),
    RULE(team_twice_on_day),
    RULE(knockout_draw_undecided),
    RULE(advancer_not_winner),
    RULE(winner_not_in_final),
    RULE(winner_lost_final),
    RULE(winner_without_final),
    RULE(winner_not_first),
    RULE(winners_per_stage),
    RULE(leg_missing),
    RULE(leg_venues_same),
    RULE(legs_out_of_order),
    RULE(round_size_unexpected),
    RULE(matchday_sequence),
    RULE(round_robin_incomplete),
    RULE(date_missing),
    RULE(date_outside_season),
    RULE(date_order_vs_round),
    RULE(date_far_from_round),
    RULE(team_not_in_table),
    RULE(team_without_match),
    RULE(team_count_mismatch),
    RULE(infobox_vs_matches),
    RULE(capacity_inconsistent),
    RULE(stadium_city_inconsistent),
    RULE(attendance_over_capacity),
    RULE(points_arithmetic),
    RULE(played_arithmetic),
    RULE(goals_sum_mismatch),
    RULE(table_vs_results),
    RULE(rank_order),
    RULE(rank_tie),
    RULE(points_order),
    RULE(team_twice_in_table),
    RULE(top_scorer_short),
    RULE(top_scorer_order),
    RULE(possible_same_player),
    RULE(possible_same_club),
    RULE(text_damaged),
    RULE(alias_used),
    RULE(alias_ambiguous),
    RULE(season_title_mismatch),
});

#undef RULE

}  // namespace

std::span<const Rule> rules() { return table; }

void check(const football::Season& season, finding::Diagnostics& diagnostics,
           const Aliases* aliases) {
  const Index index(season, aliases);
  for (const Rule& rule : table) {
    rule.look(index, diagnostics);
  }
}

}  // namespace acta::check
