/// Rows that are matches, ties and top scorers.

#include <algorithm>

#include "football/draft/match.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

Marked split_marks(std::string_view name) {
  Marked marked{text::trim(name), {}};
  while (!marked.name.empty() && marked.name.back() == ')') {
    const std::size_t open = marked.name.rfind('(');
    if (open == std::string_view::npos || open == 0) break;
    const std::string_view inside = marked.name.substr(open + 1, marked.name.size() - open - 2);
    const bool letters =
        !inside.empty() && inside.size() <= 7 &&
        std::all_of(inside.begin(), inside.end(), [&](const char& c) {
          const auto i = static_cast<std::size_t>(&c - inside.data());
          const bool single =
              (c >= 'A' && c <= 'Z') && (i == 0 || inside[i - 1] == ' ' || inside[i - 1] == ',') &&
              (i + 1 == inside.size() || inside[i + 1] == ',' || inside[i + 1] == ' ');
          return single || c == ',' || c == ' ';
        });
    if (!letters) break;
    marked.marks = std::string(inside) + (marked.marks.empty() ? "" : ", ") + marked.marks;
    marked.name = text::trim(marked.name.substr(0, open));
  }
  return marked;
}

wiki::Text joined(Draft& draft, const wiki::Lines& lines) {
  if (lines.empty()) return {};
  wiki::Text text = lines.front();
  if (lines.size() > 1) {
    text.text = draft.keep(join_lines(lines, " "));
    text.links = {};
  }
  return text;
}

std::optional<MatchLine> read_score(Draft& draft, const wiki::Text& where, std::string_view text) {
  if (auto parsed = parse_score(text)) return parsed;
  const auto report = [&](std::string_view what, std::string_view found) {
    draft.diagnostics.add(Code::value_unreadable, draft.at(where),
                          std::string(what) + " \"" + std::string(found) + "\" was not understood",
                          {{"found", std::string(found)}});
  };
  // "1–0 (played behind closed doors)": words, for a number may be a part of the score.
  text = text::trim(text);
  const std::size_t open = text.rfind(" (");
  if (text.ends_with(')') && open != std::string_view::npos) {
    const std::string_view note = text.substr(open + 1);
    const bool is_words = note.size() > 4 && ((note[1] | 0x20) >= 'a' && (note[1] | 0x20) <= 'z') &&
                          ((note[2] | 0x20) >= 'a' && (note[2] | 0x20) <= 'z');
    auto parsed = is_words ? parse_score(text.substr(0, open)) : std::nullopt;
    if (parsed && parsed->score) {
      report("note of a score", note);
      return parsed;
    }
  }
  report("score", text);
  return std::nullopt;
}

bool cut_away_goals(std::string_view& aggregate) {
  for (const std::string_view mark :
       {"(a)", "(a.)", "(a.g.)", "(ag)", "(v)", "(v.)", "(gv)", "(g.v.)"}) {
    const std::size_t at = aggregate.find(mark);
    if (at == std::string_view::npos) continue;
    aggregate = text::trim(aggregate.substr(0, at));
    return true;
  }
  return false;
}

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
    draft_.diagnostics.add(
        Code::value_unreadable, draft_.at(score),
        "the cell holds " + std::to_string(score_lines) + " scores, expected the one of the match",
        {{"found", std::string(score.text)}});
    return std::nullopt;
  }
  // "2–2<br>(a.e.t.)": a note below the score.
  if (auto parsed = parse_score(join_lines(row.cells[columns_.index(Column::score)].value, " ")))
    return parsed;
  return read_score(draft_, score, score.text);
}

// One cell across the whole table is a remark below or between the rows; among matches it may tell
// of them.
void TableReader::remark(const wiki::Row& row) {
  if (columns_.kind == TableKind::matches && tells_of_matches(row)) return;
  draft_.readings.claim(row.line, std::max(row.line, row.end_line), LineClass::prose,
                        "remark in a table");
}

bool TableReader::tells_of_matches(const wiki::Row& row) {
  const wiki::Text text = row.cells.front().first();
  const auto claim_row = [&](Label rule) {
    draft_.readings.claim(row.line, std::max(row.line, row.end_line), LineClass::record, rule);
    return true;
  };
  if (last_match_ != no_index) {
    const auto decision = parse_decision(text.text);
    const MatchFacts& facts = draft_.matches[last_match_].facts;
    const auto winner = decision ? draft_.teams.find(decision->winner) : std::nullopt;
    const bool of_match =
        decision &&
        (decision->winner.empty() || (winner && (*winner == facts.home || *winner == facts.away)));
    if (of_match) {
      MatchLine notes = *decision;
      notes.score.reset();
      merge_notes(notes, draft_.matches[last_match_]);
      claim(row, "decision row", {RecordKind::matches, last_match_});
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
  if (heading.date) date_ = draft_.iso_date(*heading.date, draft_.at(text));
  last_match_ = no_index;
  return claim_row(heading.date ? Label("date row") : Label("heading row"));
}

// A row below a match in a table without a header: who scored, or when and where.
bool TableReader::details(const wiki::Row& row) {
  if (!columns_.by_cells || last_match_ == no_index) return false;
  const auto lines_of = [&](Column column) {
    const std::size_t at = columns_.index(column);
    return at < row.cells.size() ? row.cells[at].value : wiki::Lines{};
  };
  const auto are_scorers = [](const wiki::Lines& lines) {
    return std::all_of(lines.begin(), lines.end(), [](const wiki::Text& line) {
      const auto scorers = parse_scorers(line.text);
      return scorers && std::all_of(scorers->begin(), scorers->end(),
                                    [](const Scorer& one) { return !one.minutes.empty(); });
    });
  };
  const wiki::Lines home = lines_of(Column::home);
  const wiki::Lines away = lines_of(Column::away);
  if (parse_score(cell(row, Column::score).text) || !are_scorers(home) || !are_scorers(away))
    return false;
  for (const wiki::Text& line : home)
    add_scorers(draft_, last_match_, Side::home, line, *parse_scorers(line.text));
  for (const wiki::Text& line : away)
    add_scorers(draft_, last_match_, Side::away, line, *parse_scorers(line.text));
  claim(row, "scorers row", {RecordKind::matches, last_match_});
  return true;
}

// "Aldea – Bruma" in one cell.
bool TableReader::both_sides(const wiki::Row& row, wiki::Text& home, wiki::Text& away) {
  const wiki::Text both = cell(row, Column::sides);
  const auto match = parse_match_line(both.text);
  if (!match) return false;
  const auto part = [&](std::string_view name) {
    wiki::Text out = both;
    out.text = name;
    const std::string_view target = Draft::link(both, name);
    out.links =
        target.empty()
            ? std::span<const wiki::Link>{}
            : draft_.keep_links({wiki::Link{0, static_cast<std::uint32_t>(name.size()), target}});
    return out;
  };
  home = part(match->home);
  away = part(match->away);
  return true;
}

// A match of the article's club, written from its view: its score is turned for the home side.
bool TableReader::of_club(const wiki::Row& row, wiki::Text& home, wiki::Text& away,
                          std::optional<MatchLine>& parsed, Side& side) {
  const char ground = parse_ground(cell(row, Column::ground).text);
  if (ground == 0) return false;
  side = ground == 'a' ? Side::away : Side::home;
  wiki::Text club;
  club.text = draft_.club;
  club.line = row.line;
  club.offset = row.offset;
  away = cell(row, Column::opponent);
  home = club;
  if (side == Side::away) std::swap(home, away);
  wiki::Text text = joined(draft_, row.cells[columns_.index(Column::score)].value);
  if (is_open(text.text)) return true;
  const ClubScore score = parse_club_score(text.text);
  parsed = read_score(draft_, text, score.score);
  if (!parsed) return true;
  const Pair goals = parsed->score.value_or(Pair{});
  const bool club_first = is_club_first(columns_, row, goals).value_or(true);
  if (club_first == (side == Side::away)) parsed = turned(*parsed);
  return true;
}

// The scorers of the article's club: "Pino 12', 50'", "Pino (3), Sol".
void TableReader::club_scorers(const wiki::Row& row, std::size_t match, Side side) {
  const std::size_t at = columns_.index(Column::scorers);
  if (at >= row.cells.size()) return;
  const Match& record = draft_.matches[match].record;
  const MaybePair score =
      record.score.extra_time ? record.score.extra_time : record.score.full_time;
  wiki::Text failed = row.cells[at].first();
  const auto scorers = parse_club_scorers(row.cells[at].value, failed);
  const std::int32_t goals = score ? (side == Side::home ? score->home : score->away) : 0;
  if (!scorers || (scorers->bare && scorers->goals != goals)) {
    const std::string found(failed.text.substr(0, 60));
    draft_.diagnostics.add(Code::scorer_unread, draft_.at(failed),
                           "\"" + found + "\" does not read like scorers", {{"found", found}});
    return;
  }
  for (const auto& [line, listed] : scorers->lines) add_scorers(draft_, match, side, line, listed);
}

void TableReader::match(const wiki::Row& row) {
  if (details(row)) return;
  wiki::Text home = side(row, Column::home);
  wiki::Text away = side(row, Column::away);
  std::optional<MatchLine> club_score;
  Side club_side = Side::home;
  if (columns_.of_club) {
    if (!of_club(row, home, away, club_score, club_side)) home.text = {};
  } else if (columns_.index(Column::sides) == columns_.index(Column::home)) {
    if (!both_sides(row, home, away)) home.text = {};
  }
  // A header that is repeated, or cells that slid, are no match.
  const auto is_team = [](std::string_view name) {
    const std::string folded = text::fold(name);
    return !is_open(name) && !parse_score(name) && folded != "local" && folded != "home" &&
           folded != "visitante" && folded != "away" && folded != "bye";
  };
  if (!is_team(home.text) || !is_team(away.text)) {
    refuse(row, "two teams under their headers");
    return;
  }
  const std::optional<MatchLine> parsed = columns_.of_club ? club_score : score(row);
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
  const std::size_t index =
      draft_.add_match(place, {home, away}, row.line, std::max(row.line, row.end_line));
  Match& record = draft_.matches[index].record;
  apply_score(parsed.value_or(MatchLine{}), draft_.matches[index]);
  last_match_ = index;
  const wiki::Text date = cell(row, Column::date);
  if (is_open(date.text)) {
    record.date = date_;
  } else {
    if (const auto line = parse_date_line(date.text)) {
      record.date = draft_.iso_date(*line, draft_.at(date));
      record.time = line->time;
      record.utc_offset = line->utc_offset;
    } else {
      draft_.diagnostics.add(Code::value_unreadable, draft_.at(date),
                             "date \"" + std::string(date.text) + "\" was not understood",
                             {{"found", std::string(date.text)}});
    }
  }
  if (const auto time = parse_time_prefix(cell(row, Column::time).text)) {
    record.time = time->time;
    record.utc_offset = time->utc_offset;
  }
  record.stadium = text_of(row, Column::stadium);
  if (columns_.of_club) {
    // "Faro (H)", or "H" alone.
    if (record.stadium && parse_ground(*record.stadium) != 0) {
      const std::size_t open = record.stadium->rfind(" (");
      record.stadium =
          open == std::string::npos ? std::nullopt : MaybeText(record.stadium->substr(0, open));
    }
    club_scorers(row, index, club_side);
  }
  record.city = text_of(row, Column::city);
  record.referee = text_of(row, Column::referee);
  record.attendance = number(row, Column::attendance, "attendance");
  claim(row, "match row", {RecordKind::matches, index});
}

// "Team 1 | Agg. | Team 2 | 1st leg | 2nd leg": both legs are written from the first side's view.
// Where the matches are listed too, the row is a second witness of them, not other matches.
void TableReader::two_legs(const wiki::Row& row) {
  const wiki::Text home = cell(row, Column::home);
  const wiki::Text away = cell(row, Column::away);
  if (is_open(home.text) || is_open(away.text) || parse_score(home.text) ||
      parse_score(away.text)) {
    refuse(row, "two teams under their headers");
    return;
  }
  TieRow tie;
  tie.place = place_;
  tie.home = home;
  tie.away = away;
  tie.line = row.line;
  const auto lines = [&](Column column) {
    const std::size_t at = columns_.index(column);
    wiki::Text text = at < row.cells.size() ? joined(draft_, row.cells[at].value) : wiki::Text{};
    text.text = without_marks(text.text);
    return text;
  };
  const auto score = [&](Column column) -> std::optional<MatchLine> {
    const wiki::Text text = lines(column);
    if (is_open(text.text)) return std::nullopt;
    return read_score(draft_, text, text.text);
  };
  tie.first = score(Column::first_leg);
  tie.second = score(Column::second_leg);
  const wiki::Text total =
      lines(columns_.has(Column::aggregate) ? Column::aggregate : Column::score);
  std::string_view sum = total.text;
  tie.away_goals = cut_away_goals(sum);
  if (!is_open(sum)) tie.aggregate = parse_score(sum);
  claim(row, "tie row");
  draft_.tie_rows.push_back(std::move(tie));
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
  std::size_t team = no_index;
  const wiki::Text club = cell(row, Column::team);
  if (!is_open(club.text)) {
    team = draft_.team(club, club.text);
    record.team = std::string(club.text);
    record.team_id = draft_.teams[team].id;
  }
  record.player = std::string(player.text);
  record.player_id = draft_.player(player, player.text, team, false).id;
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
  std::vector<TopScorer>& scorers = draft_.season.top_scorers;
  claim(row, "top scorer row", {RecordKind::top_scorers, scorers.size()});
  scorers.push_back(std::move(record));
}

std::optional<MatchLine> grid_score(Draft& draft, const wiki::Text& cell) {
  if (is_open(cell.text)) return std::nullopt;
  auto parsed = parse_score(cell.text);
  if (!parsed && !parse_date_line(cell.text) && cell.text != "a")
    parsed = read_score(draft, cell, cell.text);
  return parsed && (parsed->score || parsed->status) ? parsed : std::nullopt;
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
    keep_table(draft_, table_, place_);
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    const wiki::Row& row = table_.rows[i];
    const wiki::Text home = row.cells[0].first();
    for (std::size_t j = 0; j < size; ++j) {
      if (i == j || j + 1 >= row.cells.size()) continue;
      const wiki::Text score = row.cells[j + 1].first();
      const auto parsed = grid_score(draft_, score);
      if (!parsed) continue;
      const wiki::Text away = table_.rows[j].cells[0].first();
      // The same match may be listed with its scorers.
      const std::size_t at_home = draft_.team(home, home.text);
      const std::size_t at_away = draft_.team(away, away.text);
      GridResult result;
      result.place = place_;
      result.home = home;
      result.away = away;
      result.home.line = row.line;
      result.score = *parsed;
      result.home_team = at_home;
      result.away_team = at_away;
      draft_.grid_results.push_back(std::move(result));
    }
    draft_.readings.claim(row.line, std::max(row.line, row.end_line), LineClass::record,
                          "results grid row");
  }
}

}  // namespace acta::football
