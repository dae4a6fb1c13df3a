#include "football/table/top_scorers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/title.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "words/words.hpp"

namespace acta::football {

bool knows_top_scorers(const Draft&, const wiki::Table&, const Columns& columns) {
  const auto has = [&](Column column) { return columns.has(column); };
  const bool tells_other = has(Column::points) || has(Column::opponent) || has(Column::score) ||
                           has(Column::goals_against) || has(Column::date);
  // "Goals" under each competition, matches without a rank: the statistics of a squad.
  const bool is_squad =
      std::count(columns.columns.begin(), columns.columns.end(), Column::goals) > 1 ||
      (has(Column::played) && !has(Column::position));
  return has(Column::player) && has(Column::goals) &&
         (has(Column::team) || has(Column::position)) && !tells_other && !is_squad;
}

namespace {

/// "12 (3 pen.)": all goals, and how many of them were penalties.
MaybeInt goals_of(const TableRow& row) {
  const std::string_view text = row.cell(Column::goals).text;
  const std::size_t bracket = std::min(text.find('('), text.size());
  const bool counts_penalties =
      words::contains(words::Kind::goal_penalty, words::Kind::goal_penalty_bare,
                      text.substr(bracket)) ||
      words::contains(words::Kind::shoot_out, text.substr(bracket));
  return counts_penalties ? parse_count(text.substr(0, bracket))
                          : row.number(Column::goals, "goals");
}

void read_top_scorer(Draft& draft, const TableRow& row) {
  const wiki::Text player = row.cell(Column::player);
  const wiki::Text rank = row.cell(Column::position);
  TopScorer record;
  record.rank = is_open(rank.text) ? std::nullopt : parse_position(rank.text);
  const bool is_ranked = is_open(rank.text) || record.rank;
  if (names_nobody(player.text)) {
    row.claim("row of nobody");
    return;
  }
  if (!is_named(player.text) || (!is_ranked && !parse_signed(row.cell(Column::goals).text))) {
    row.refuse("a rank, a player and goals under their headers");
    return;
  }
  std::size_t team = no_index;
  const wiki::Text club = row.cell(Column::team);
  const std::vector<std::string_view> clubs = draft.names_in(club, club.text);
  if (clubs.size() > 1) {
    // The goals of each are not told.
    draft.unreadable(draft.at(club), "club", club.text, "names several teams");
  } else if (!is_open(club.text)) {
    team = draft.team(club, club.text);
    record.team = std::string(club.text);
    record.team_id = draft.teams[team].id;
  }
  record.player = std::string(player.text);
  record.player_id = draft.player(player, player.text, team, false).id;
  record.goals = goals_of(row);
  // An infobox that names the same scorer said less.
  row.claim("top scorer row", {RecordKind::top_scorers, draft.season.top_scorers.size()});
  draft.add(std::move(record), row.line());
}

}  // namespace

void read_top_scorers(Draft& draft, const wiki::Table& table, const Columns& columns,
                      const Place& here) {
  place_of(draft, table, here);
  report_unknown(draft, table, columns);
  claim_header(draft, table);
  for_each_row(draft, table, columns, [&](const TableRow& row) { read_top_scorer(draft, row); });
}

}  // namespace acta::football
