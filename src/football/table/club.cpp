#include "football/table/club.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "football/draft/match.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/club.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/table/match_rows.hpp"
#include "football/table/row.hpp"
#include "football/table/title.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

namespace {

/// A table of the club's matches: where it says what, and how its scores are written.
struct ClubTable {
  Columns columns;
  bool club_first = false;  ///< The club's goals stand first: "F–A".
};

bool says_club_first(const wiki::Cell& header) {
  return static_cast<bool>(words::contains(Kind::club_goals_first, join_lines(header.value, " ")));
}

ClubTable table_of(const wiki::Table& table, const Columns& named) {
  ClubTable club{named};
  Columns& columns = club.columns;
  // "Faro (H)"
  if (!columns.has(Column::ground) && columns.has(Column::stadium))
    columns.set(columns.index(Column::stadium), Column::ground);
  if (columns.has(Column::score))
    club.club_first = says_club_first(table.header.cells[columns.index(Column::score)]);
  // "Aldea goalscorers"
  for (std::size_t i = 0; i < table.header.cells.size() && !columns.has(Column::scorers); ++i) {
    if (words::contains(Kind::scorers_part, text_at(table.header, i)))
      columns.set(i, Column::scorers);
  }
  return club;
}

/// Whether the club's goals stand first in a score: the header ("F–A"), the result's letter, a
/// match at home, or the scorers' number tell; nothing where none of them does.
std::optional<bool> is_club_first(const ClubTable& club, const wiki::Row& row, Pair score) {
  if (club.club_first || score.home == score.away) return true;
  const auto text = [&](Column column) { return text_at(row, club.columns.index(column)); };
  const ClubResult result = parse_club_score(text(Column::score)).result;
  if (result != ClubResult::none) return (result == ClubResult::won) == (score.home > score.away);
  if (parse_ground(text(Column::ground)) == Ground::home) return true;
  if (!club.columns.has(Column::scorers)) return std::nullopt;
  wiki::Text failed;
  const wiki::Lines lines = lines_at(row, club.columns.index(Column::scorers));
  const auto scorers = parse_club_scorers(lines, failed);
  if (!scorers || (scorers->goals != score.home && scorers->goals != score.away))
    return std::nullopt;
  return scorers->goals == score.home;
}

bool is_opponent(std::string_view text) {
  return !is_open(text) && !parse_count(text) && !parse_date_line(text) && looks_like_name(text);
}

/// The score of a row for the home side.
std::optional<MatchLine> score_of(Draft& draft, const ClubTable& club, const TableRow& row,
                                  Side side) {
  const wiki::Text text = joined(draft, row.lines(Column::score));
  if (is_open(text.text)) return std::nullopt;
  auto parsed = read_score(draft, text, parse_club_score(text.text).score);
  if (!parsed) return std::nullopt;
  const bool club_first =
      is_club_first(club, row.row(), parsed->score.value_or(Pair{})).value_or(true);
  return club_first == (side == Side::away) ? turned(*parsed) : parsed;
}

/// The scorers of the article's club: "Pino 12', 50'", "Pino (3), Sol".
void add_club_scorers(Draft& draft, const TableRow& row, std::size_t match, Side side) {
  const wiki::Lines lines = row.lines(Column::scorers);
  if (lines.empty()) return;
  const MaybePair score = total_of(draft.matches[match].record);
  wiki::Text failed = lines.front();
  const auto scorers = parse_club_scorers(lines, failed);
  const std::int32_t goals = score ? (side == Side::home ? score->home : score->away) : 0;
  if (!scorers || (scorers->bare && scorers->goals != goals)) {
    constexpr std::size_t shown = 60;
    const std::string found(failed.text.substr(0, shown));
    draft.diagnostics.add(finding::Code::scorer_unread, draft.at(failed),
                          "\"" + found + "\" does not read like scorers", {{"found", found}});
    return;
  }
  for (const auto& [line, listed] : scorers->lines) add_scorers(draft, match, side, line, listed);
}

/// "Faro (H)" is Faro, "H" alone no stadium.
void cut_ground(MaybeText& stadium) {
  if (!stadium || parse_ground(*stadium) == Ground::unknown) return;
  const std::size_t open = stadium->rfind(" (");
  stadium = open == std::string::npos ? std::nullopt : MaybeText(stadium->substr(0, open));
}

/// The name of the article's club, at a row.
wiki::Text club_at(const Draft& draft, const wiki::Row& row) {
  wiki::Text club;
  club.text = draft.club;
  club.line = row.line;
  club.offset = row.offset;
  return club;
}

/// A match of the article's club, written from its view.
void read_row(Draft& draft, const ClubTable& club, const TableRow& row, MatchRows& rows) {
  const Ground ground = parse_ground(row.cell(Column::ground).text);
  const Side side = ground == Ground::away ? Side::away : Side::home;
  wiki::Text home = club_at(draft, row.row());
  wiki::Text away = row.cell(Column::opponent);
  if (side == Side::away) std::swap(home, away);
  if (ground == Ground::unknown || !are_teams(home.text, away.text)) {
    row.refuse("two teams under their headers");
    return;
  }
  const std::size_t match = rows.add(row, {home, away}, score_of(draft, club, row, side));
  cut_ground(draft.matches[match].record.stadium);
  add_club_scorers(draft, row, match, side);
}

}  // namespace

bool knows_club(const Draft& draft, const wiki::Table& table, const Columns& columns) {
  const auto has = [&](Column column) { return columns.has(column); };
  if (draft.club.empty() || !has(Column::opponent) || !has(Column::score) || has(Column::home) ||
      has(Column::away) || (!has(Column::ground) && !has(Column::stadium)))
    return false;
  const ClubTable club = table_of(table, columns);
  std::size_t matches = 0;
  for (const wiki::Row& row : table.rows) {
    const auto text = [&](Column column) { return text_at(row, club.columns.index(column)); };
    if (!is_opponent(text(Column::opponent))) continue;
    if (parse_ground(text(Column::ground)) == Ground::unknown) return false;
    const auto score = parse_score(parse_club_score(text(Column::score)).score);
    if (!score || !score->score) continue;
    if (!is_club_first(club, row, *score->score)) return false;
    ++matches;
  }
  return matches > 0;
}

void read_club(Draft& draft, const wiki::Table& table, const Columns& named, const Place& here) {
  const ClubTable club = table_of(table, named);
  const Place place = place_of(draft, table, here);
  report_unknown(draft, table, club.columns);
  claim_header(draft, table);
  MatchRows rows(draft, table, place);
  for_each_row(
      draft, table, club.columns, [&](const wiki::Row& row) { rows.across(row); },
      [&](const TableRow& row) { read_row(draft, club, row, rows); });
}

}  // namespace acta::football
