/// Rows that are matches, ties and top scorers.

#include <algorithm>

#include "football/line.hpp"
#include "football/table_reader.hpp"
#include "football/value.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using text::Code;
using wiki::LineClass;

// Lines of a cell that are scores.
std::size_t TableReader::lines_in(const wiki::Row& row, Column column) const {
  const std::size_t at = columns_.index(column);
  if (at >= row.cells.size()) return 0;
  const wiki::Lines& lines = row.cells[at].value;
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(),
                    [](const wiki::Text& line) { return parse_score(line.text).has_value(); }));
}

// A team of a match: "Aldea (3)" in a column of "Home team (tier)" is Aldea.
wiki::Text TableReader::side(const wiki::Row& row, Column column) const {
  wiki::Text team = cell(row, column);
  if (columns_.has_tiers && team.text.ends_with(')')) {
    const std::size_t open = team.text.rfind('(');
    const std::string_view inside = team.text.substr(open + 1, team.text.size() - open - 2);
    if (open != 0 && parse_count(inside)) team.text = text::trim(team.text.substr(0, open));
  }
  return team;
}

std::optional<MatchLine> TableReader::score(const wiki::Row& row) {
  const wiki::Text score = cell(row, Column::score);
  if (is_open(score.text)) return std::nullopt;
  const std::size_t score_lines = lines_in(row, Column::score);
  if (score_lines > 1 && parse_score(score.text)) {
    // "0 - 2<br>3 - 2": of two matches, and nobody says which is which.
    context_.diagnostics.add(
        Code::value_unreadable, context_.at(score),
        "the cell holds " + std::to_string(score_lines) + " scores, expected the one of the match",
        {{"found", std::string(score.text)}});
    return std::nullopt;
  }
  // "2–2<br>(a.e.t.)": a note below the score.
  auto parsed = parse_score(join_lines(row.cells[columns_.index(Column::score)].value, " "));
  if (!parsed) parsed = parse_score(score.text);
  if (!parsed) {
    context_.diagnostics.add(Code::value_unreadable, context_.at(score),
                             "score \"" + std::string(score.text) + "\" was not understood",
                             {{"found", std::string(score.text)}});
  }
  return parsed;
}

// One cell across the whole table is a remark below or between the rows; among matches it may tell
// of them.
void TableReader::remark(const wiki::Row& row) {
  if (columns_.kind == TableKind::matches && tells_of_matches(row)) return;
  context_.claim(row.line, std::max(row.line, row.end_line), LineClass::prose, "remark in a table");
}

bool TableReader::tells_of_matches(const wiki::Row& row) {
  const wiki::Text text = row.cells.front().first();
  const auto claim_row = [&](Label rule) {
    context_.claim(row.line, std::max(row.line, row.end_line), LineClass::record, rule);
    return true;
  };
  if (last_match_ != none) {
    const auto decision = parse_decision(text.text);
    Match& match = context_.season().matches[last_match_];
    MatchFacts& facts = context_.match_facts[last_match_];
    const auto winner = decision ? context_.teams.find(decision->winner) : std::nullopt;
    const bool of_match =
        decision &&
        (decision->winner.empty() || (winner && (*winner == facts.home || *winner == facts.away)));
    if (of_match) {
      MatchLine notes = *decision;
      notes.score.reset();
      merge_notes(notes, match, facts);
      claim(row, "decision row", "matches", last_match_);
      return true;
    }
  }
  const Heading heading = classify_heading(text.text);
  if (!heading.date && !heading.round && !heading.group) return false;
  if (heading.round) {
    place_.round = heading.round;
    place_.kind = heading.kind.value_or(RoundKind::other);
    place_.has_kind = heading.kind.has_value();
    place_.ordinal = heading.ordinal;
    place_.line = row.line;
  }
  if (heading.group) place_.group = heading.group;
  if (heading.leg) place_.leg = heading.leg;
  date_.reset();
  if (heading.date) date_ = context_.iso_date(*heading.date, context_.at(text));
  last_match_ = none;
  return claim_row(heading.date ? Label("date row") : Label("heading row"));
}

void TableReader::match(const wiki::Row& row) {
  const wiki::Text home = side(row, Column::home);
  const wiki::Text away = side(row, Column::away);
  // A header that is repeated, or cells that slid, are no match.
  const auto is_team = [](std::string_view name) {
    const std::string folded = text::fold(name);
    return !is_open(name) && !parse_score(name) && folded != "local" && folded != "home" &&
           folded != "visitante" && folded != "away";
  };
  if (!is_team(home.text) || !is_team(away.text)) {
    refuse(row, "two teams under their headers");
    return;
  }
  const std::optional<MatchLine> parsed = score(row);
  Place place = place_;
  if (const MaybeText round = text_of(row, Column::round); round && !place.round) {
    Heading heading = classify_heading(*round);
    if (!heading.round && parse_count(*round)) heading = classify_heading("Matchday " + *round);
    place.round = *round;
    place.kind = heading.kind.value_or(RoundKind::other);
    place.ordinal = heading.ordinal;
    place.line = row.line;
  }
  if (const MaybeText group = text_of(row, Column::group); group && !place.group)
    place.group = group;
  wiki::Text anchor = home;
  anchor.line = row.line;
  const std::size_t index = context_.add_match(place, anchor, home.text, home.text);
  set_away(context_, index, away);
  Match& record = context_.season().matches[index];
  MatchFacts& facts = context_.match_facts[index];
  record.end_line = std::max(row.line, row.end_line);
  apply_score(parsed.value_or(MatchLine{}), record, facts);
  last_match_ = index;
  const wiki::Text date = cell(row, Column::date);
  if (is_open(date.text)) {
    record.date = date_;
  } else {
    if (const auto line = parse_date_line(date.text)) {
      record.date = context_.iso_date(*line, context_.at(date));
      record.time = line->time;
      record.utc_offset = line->utc_offset;
    } else {
      context_.diagnostics.add(Code::value_unreadable, context_.at(date),
                               "date \"" + std::string(date.text) + "\" was not understood",
                               {{"found", std::string(date.text)}});
    }
  }
  if (const auto time = parse_time_prefix(cell(row, Column::time).text)) {
    record.time = time->time;
    record.utc_offset = time->utc_offset;
  }
  record.stadium = text_of(row, Column::stadium);
  record.city = text_of(row, Column::city);
  record.referee = text_of(row, Column::referee);
  record.attendance = number(row, Column::attendance, "attendance");
  claim(row, "match row", "matches", index);
}

// "Team 1 | Agg. | Team 2 | 1st leg | 2nd leg": both legs are written from the first side's view.
// Where the matches are listed too, the row is a second witness of them, not other matches.
void TableReader::two_legs(const wiki::Row& row) {
  const wiki::Text home = cell(row, Column::home);
  const wiki::Text away = cell(row, Column::away);
  if (is_open(home.text) || is_open(away.text)) {
    refuse(row, "two teams under their headers");
    return;
  }
  TieRow tie;
  tie.place = place_;
  tie.home = home;
  tie.away = away;
  tie.line = row.line;
  const auto score = [&](Column column) -> std::optional<MatchLine> {
    const wiki::Text text = cell(row, column);
    if (is_open(text.text)) return std::nullopt;
    auto parsed = parse_score(text.text);
    if (!parsed) {
      context_.diagnostics.add(Code::value_unreadable, context_.at(text),
                               "score \"" + std::string(text.text) + "\" was not understood",
                               {{"found", std::string(text.text)}});
    }
    return parsed;
  };
  tie.first = score(Column::first_leg);
  tie.second = score(Column::second_leg);
  const wiki::Text total = cell(row, Column::aggregate);
  if (!is_open(total.text)) {
    // "3–3 (a)": away goals decided.
    const std::size_t mark = total.text.find("(a)");
    tie.away_goals = mark != std::string_view::npos;
    tie.aggregate = parse_score(total.text.substr(0, mark));
  }
  claim(row, "tie row", "ties", 0);
  context_.tie_rows.push_back(std::move(tie));
}

void TableReader::top_scorer(const wiki::Row& row) {
  const wiki::Text player = cell(row, Column::player);
  last_position_ = std::nullopt;
  const bool ranked = numbers_stand(row);
  if (is_open(player.text) || parse_signed(player.text) ||
      (!ranked && !parse_signed(cell(row, Column::goals).text))) {
    refuse(row, "a rank, a player and goals under their headers");
    return;
  }
  TopScorer record;
  record.rank = last_position_;
  std::size_t team = none;
  const wiki::Text club = cell(row, Column::team);
  if (!is_open(club.text)) {
    team = context_.team(club, club.text);
    record.team = std::string(club.text);
    record.team_id = context_.teams[team].id;
  }
  record.player = std::string(player.text);
  record.player_id = context_.player(player, player.text, team, false).id;
  // "12 (3 pen.)": all goals, and how many of them were penalties.
  const wiki::Text goals = cell(row, Column::goals);
  const std::size_t bracket = goals.text.find('(');
  const std::string note =
      bracket == std::string_view::npos ? "" : text::fold(goals.text.substr(bracket));
  if (note.find("pen") != std::string::npos || note.find("(p") == 0) {
    record.goals = parse_count(goals.text.substr(0, bracket));
  } else {
    record.goals = number(row, Column::goals, "goals");
  }
  record.line = row.line;
  // An infobox that names the same scorer said less.
  std::vector<TopScorer>& scorers = context_.season().top_scorers;
  claim(row, "top scorer row", "top_scorers", scorers.size());
  scorers.push_back(std::move(record));
}

std::optional<MatchLine> grid_score(Context& context, const wiki::Text& cell) {
  if (is_open(cell.text)) return std::nullopt;
  auto parsed = parse_score(cell.text);
  if (parsed && parsed->score) return parsed;
  if (!parsed && !parse_date_line(cell.text) && cell.text != "a") {
    context.diagnostics.add(Code::value_unreadable, context.at(cell),
                            "score \"" + std::string(cell.text) + "\" was not understood",
                            {{"found", std::string(cell.text)}});
  }
  return std::nullopt;
}

// A grid of teams against teams.  The columns are the rows' teams in the same order: proved when
// there are as many and the diagonal holds no score; else the grid stays a table.
void TableReader::results_grid() {
  const std::size_t size = table_.rows.size();
  bool proved = size >= 2 && table_.header.cells.size() == size + 1;
  for (std::size_t i = 0; i < size && proved; ++i) {
    const wiki::Row& row = table_.rows[i];
    proved = !row.cells.empty() && !is_open(row.cells[0].first().text) &&
             (row.cells.size() <= i + 1 || !parse_score(row.cells[i + 1].first().text) ||
              is_open(row.cells[i + 1].first().text));
  }
  if (!proved) {
    keep_table(context_, table_, place_);
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const wiki::Row& row = table_.rows[i];
    const wiki::Text home = row.cells[0].first();
    for (std::size_t j = 0; j < size; ++j) {
      if (i == j || j + 1 >= row.cells.size()) continue;
      const wiki::Text score = row.cells[j + 1].first();
      const auto parsed = grid_score(context_, score);
      if (!parsed) continue;
      const wiki::Text away = table_.rows[j].cells[0].first();
      // The same match may be listed with its scorers.
      const std::size_t at_home = context_.team(home, home.text);
      const std::size_t at_away = context_.team(away, away.text);
      GridResult result;
      result.place = place_;
      result.home = home;
      result.away = away;
      result.home.line = row.line;
      result.score = *parsed;
      result.home_team = at_home;
      result.away_team = at_away;
      context_.grid_results.push_back(std::move(result));
    }
    context_.claim(row.line, std::max(row.line, row.end_line), LineClass::record,
                   "results grid row");
  }
}

}  // namespace acta::football
