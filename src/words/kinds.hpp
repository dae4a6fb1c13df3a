#pragma once
/// What a word of a season article can mean.
///
/// Kinds that readers ask for together stand together: `exact(first, last, cell)` and
/// `grammar::token::any_word<First, Last>` take such a range.  Where a kind's rows carry a value,
/// its line says what.

#include <cstdint>

namespace acta::words {

enum class Kind : std::uint16_t {
  // Dates and times: grammar/date, football/date, football/section.
  month,         ///< 1 to 12.
  weekday,       ///< 1 to 7 from Monday.
  zone,          ///< Minutes east of UTC.
  zone_utc,      ///< UTC itself, before an offset.
  zone_unclear,  ///< Of several offsets: read, and said to be unknown.
  am,
  pm,
  hours,      ///< Behind a time.
  of,         ///< "29 de mayo", "round of 16", "Final de ida", "total of".
  date_from,  ///< Before a range.
  date_to,    ///< Between the ends of a range.
  date_at,    ///< Before a time.
  date_label,
  ordinal_tail,  ///< Behind a number: dates, titles, positions, round names.

  // How a match stands: grammar/match, match boxes, brackets, results grids, tables.
  status_walkover,
  status_awarded,
  status_abandoned,
  status_postponed,
  status_cancelled,
  status_annulled,
  status_replayed,
  status_not_played,  ///< In a score cell alone; reads as cancelled.
  mark_postponed,     ///< "P–P" between two sides.
  mark_abandoned,     ///< "A–A" between two sides.
  replay,             ///< A match that repeats another: grammar/match, headings.

  // What notes of a match say: grammar/match, brackets, boxes; sudden death also of scorers.
  extra_time,
  sudden_death,          ///< Ended by a goal in extra time; extra time too.
  sudden_death_letters,  ///< In brackets alone: a name may end in them.
  shoot_out,             ///< "pens", "penales".
  shoot_out_by,          ///< Before it: "on", "por", "desde los".
  shoot_out_article,     ///< Between the two: "la tanda de".
  aggregate,
  half_time,
  decided_by,  ///< Before away goals and lots: "on", "por".
  decided_article,
  away_goals,
  goal_difference_word,  ///< How a tie of equal points was decided.
  away_goals_mark,       ///< Of an aggregate, in brackets: table rows.
  lots,
  lots_mark,       ///< Of an aggregate, in brackets: rows of legs.
  win_verb,        ///< Behind the winner's name.
  win_verb_first,  ///< Also before it: "Ganó Alfa".
  tied,
  leg,           ///< 1 or 2: notes, headings, columns, bracket fields.
  match_number,  ///< "Match 12", "Partido 1": score cells, rounds of match boxes, before a match.
  report,        ///< What a link to more about a match is called.
  score_at,      ///< "Abandoned at 0–0".
  versus,        ///< "vs"
  versus_letter,

  // Sides and cells without a name: score cells, infobox honours, brackets, check/index.
  nobody,          ///< A field that says that there is none.
  not_applicable,  ///< "N/A"
  undecided,       ///< "TBD", "por definir"
  unnamed,         ///< "N.N.", "unknown"
  no_opponent,     ///< "bye", "descansa"
  placeholder_head,
  placeholder_tail,
  seed,           ///< "Seed 3": a side that is not known yet.
  match_to_come,  ///< A cell of a results grid.

  // Scorers: grammar/scorer, scorers of a club's matches, scorer lists.
  goal_penalty,       ///< In brackets.
  goal_penalty_bare,  ///< With or without.
  own_goal,           ///< In brackets, or instead of a name.
  own_goal_bare,      ///< With or without.
  and_word,           ///< Between minutes, and between the names of two teams.
  goals_unit,         ///< "12 goals": scorer lists, infobox, grammar/value.
  minute_unit,        ///< Behind a minute, instead of a prime.
  goal_tooltip,       ///< What the icon of a goal says, before its minute.
  goal_tooltip_tail,  ///< Behind it.
  goal_denied,        ///< In a note: not a goal, or one that does not count; `contains`.
  kick_scored,        ///< Of a shoot-out, beside who took it.
  kick_missed,

  // Headings: football/heading.  Hyphens of a heading are blanks by then.
  heading_neutral,
  heading_scorers,
  heading_records,
  see_also,  ///< A heading, and a note that points to another page.
  criteria,  ///< With what it is about, tie-breakers: headings, lines above a list of criteria.
  rules,     ///< Likewise, of headings alone.
  criteria_about,
  tie_break,

  // What holds rounds.  A stage's name has one of competition_word to mini_league; a round's
  // "final"
  // has none of phase to container beside it.
  competition_word,
  phase,  ///< Also what holds rounds in round names, and phases in check/infobox.
  mini_league,
  container,
  ranking_word,   ///< Of a heading about places of teams, not about a match for one.
  beside_match,   ///< Beside "final": no match.
  knockout_word,  ///< With phase: a stage whose final decides the season (check/infobox).

  // Aims of a stage other than the title: check/dates, check/infobox.
  promotion_aim,
  other_aim,
  title_qualifying,  ///< In a title: an article about how teams qualify (check/dates,
                     ///< check/infobox).

  // Round names: football/round_names, brackets without labels.
  round_of_128,
  round_of_64,
  round_of_32,
  round_of_16,
  quarter_final,
  semi_final,
  third_place,
  play_off,
  qualifying,
  qualification,  ///< With "round": qualifying.
  preliminary,
  superfinal,
  final_word,
  final_of_parts,  ///< Beside "finals": one of each part of a league.
  final_article,   ///< Before it: "the final", "gran final".
  matchday,
  round,         ///< Also a matchday with a number.
  way,           ///< "Route to the final": no round.
  ordinal_word,  ///< Its number.
  number_word,   ///< Its number: "Matchday three".
  group_head,
  group_side,
  roman_number,  ///< Its number.

  // Columns of tables: football/columns, in the order of its Column; legs are `leg`.
  column_team,
  column_player,
  column_city,
  column_location,
  column_region,
  column_stadium,
  column_capacity,
  column_position,
  column_played,
  column_won,
  column_drawn,
  column_lost,
  column_goals_for,
  column_goals_against,
  column_goals,
  column_goal_difference,
  column_points,
  column_adjustment,
  column_note,
  column_date,
  column_time,
  column_home,
  column_away,
  column_score,
  column_attendance,
  column_referee,
  column_round,
  column_group,
  column_aggregate,
  column_opponent,
  column_ground,
  column_sides,
  column_scorers,

  // Squad lists, by the headers of tables and the keys of templates: football/draft/squad.
  squad_number,
  squad_position,
  squad_player,
  squad_birth,
  squad_nation,
  squad_caps,
  squad_goals,
  squad_club,
  squad_note,
  squad_word,       ///< In a heading above a squad: it is no team.
  player_position,  ///< "GK", "DEL": squad lists and line-ups.
  captain_mark,     ///< In brackets behind a name; 1 for the second captain.
  lineup_substitutes,
  lineup_coach,

  // Tables that no rule knows: football/table/other.  The value is the TableTopic.
  table_topic,   ///< In a heading or caption; `contains`.
  topic_column,  ///< A column that only such a table has.

  // Letters of a standings header, each language with its own; `exact` takes the language.
  letter_played,
  letter_won,
  letter_drawn,
  letter_lost,
  letter_goals_for,
  letter_goals_against,
  letter_goal_difference,
  letter_points,    ///< Where another column counts the matches.
  letter_scored,    ///< Goals of a player.
  letter_position,  ///< Of the first column alone; a word that means another thing elsewhere.

  // Parts of header cells: football/columns, football/results_columns.
  tooltip,             ///< Ends the name of a column.
  navigation_letters,  ///< Behind the name of a column.
  column_short,        ///< Before its explanation: "PJ Partidos jugados".
  column_explanation,
  header_count,      ///< Begins a column that counts something.
  scorers_part,      ///< In a column of scorers.
  club_goals_first,  ///< In a score's header: the club's goals stand first.
  header_subject,    ///< wiki/table_proof: words of a column that names what a row is about.
  header_remark,     ///< wiki/table_proof: words of a column of remarks.

  // Headers of team changes, in the order of ChangeDirection: football/columns.
  change_relegated_from,
  change_promoted_to,
  change_promoted_from,
  change_relegated_to,
  change_article,

  // Cells of tables: football/results_columns, football/tables, check/standings.
  ground_home,
  ground_away,
  ground_neutral,
  result_won,  ///< A capital letter before or behind a club's score.
  result_drawn,
  result_lost,
  total_row,
  deduction,  ///< From here to `sanction`: a note about points.
  bonus,
  points,
  sanction,

  // Infobox fields: football/infobox_keys, in the order of its Key; match it with `longest` from
  // key_cup on.
  key_competition,
  key_country,
  key_season,
  key_edition,  ///< Known, no field; names a season for check/infobox.
  key_title,
  key_dates,
  key_previous,
  key_next,
  key_winner,
  key_runner_up,
  key_third,
  key_fourth,
  key_promoted,
  key_relegated,
  key_defending,
  key_top_scorer,
  key_counted,
  key_known,
  key_club,          ///< The club that a season article is about.
  key_cup,           ///< Heads of numbered keys: a cup that teams qualify for.
  key_cup_teams,     ///< Heads of keys: its teams.
  key_qualifiers,    ///< Within a key of a cup: its teams.
  key_own_cup,       ///< Heads of numbered keys: a club's cup.
  key_kit,           ///< Heads of keys: how a club dresses.
  key_flag_or_note,  ///< Tails of keys.
  key_custom_label,  ///< Heads of numbered keys: what the value of another key is.

  // Fields of match boxes, and of a match's infobox: football/boxes, football/box_tables.
  field_home,
  field_away,
  field_date,
  field_time,
  field_goals_home,
  field_goals_away,
  field_kicks_home,
  field_kicks_away,
  field_shoot_out,
  field_stadium,
  field_city,
  field_attendance,
  field_referee,
  field_score,
  field_round,
  field_competition,
  field_extra_time,
  field_aggregate,
  field_home_score,
  field_away_score,
  field_details,
  field_side,        ///< Heads of a bracket's fields: football/brackets.
  field_side_score,  ///< Likewise.
  field_consolation,

  // Fields of a row of the older standings templates, each language with its own.
  row_team,
  row_position,
  row_won,
  row_drawn,
  row_lost,
  row_goals_for,
  row_goals_against,
  row_adjustment,
  row_deducted,
  row_win_points,

  // Values of fields.
  yes,
  no,

  // Venue lines, counts, names: football/text, football/section.
  venue_stadium,
  venue_city,
  venue_attendance,
  venue_referee,
  venue_time,
  ground_word,  ///< In the name of a stadium.
  count_unit,   ///< Behind a count of people or seats.
  name_particle,
  officials_head,
  remark_head,  ///< A line that tells where something is from, or heads remarks.
  times_head,   ///< A line that says in which zone the times are.

  // Pages of HTML: wiki/html.  What a picture in a list of scorers or takers stands for, by its
  // title.
  picture_missed,
  picture_scored,
  picture_second_yellow,
  picture_red,
  picture_yellow,
  picture_sub_on,
  picture_sub_off,
  infobox_matches,  ///< Of the keys that count: check/infobox.
  infobox_goals,
  sequence_head,  ///< Heads the seasons before and after in an infobox.

  // Infobox values and titles: grammar/value, football/infobox.
  title_word,
  first_title,
  season_word,  ///< Behind a club's name in a title.
  league_word,  ///< Beside it: not a club's season.
  title_in,     ///< Behind a year: the title names no competition.

  // Prose: football/claims.
  claim_teams,
  claim_matches,
  claim_groups,
  claim_exist,
  claim_currently,
  claim_article,
  claim_contested,
  claim_by,
  claim_holds,
  claim_grown,
  claim_are,
  claim_divided,
  claim_into,
  claim_total,
  claim_each,
  claim_team,

  // Tie-breakers: football/tie_breakers.
  criterion_away,  ///< Beside goals and points.
  criterion_first_half,
  criterion_head_to_head,
  criterion_lots,
  criterion_fair_play,
  criterion_play_off,
  criterion_goal_difference,
  criterion_goals_for,
  criterion_relative_points,
  criterion_away_matches,
  criterion_points,
  rules_head,      ///< Before rules counted up in one line.
  criteria_list,   ///< In a line above a list of them.
  criteria_intro,  ///< Likewise, with `criteria`.

  // Wiki text: grammar/wikitext, grammar/rendered, grammar/rendered_text, wiki/.
  namespace_file,
  namespace_media,
  namespace_category,
  namespace_template,
  redirect,
  magic_word,
  transclude_section,
  transclude_all_but,
  transclude_heading,
  hatnote_label,
  hatnote_for,
  hatnote_pointer,
  hatnote_not,
  note_label,   ///< Heads: "[note 1]", "[nb2]".
  note_action,  ///< "[edit]", "[citation needed]"
  infobox_word,
  results_word,  ///< In the name of a template that shows a season's results.

  // What templates make a page a season article, by the heads of their names: build/select.
  season_template,
  sport_template,
  football_template,
  football_topic,

  // Words of one language only: language_of.
  language_mark,
  language_template,  ///< Heads of template names.

  count
};

}  // namespace acta::words
