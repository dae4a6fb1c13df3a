/// Columns that their cells tell, not their header.

#include <algorithm>

#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/table/columns.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

void set(Columns& columns, std::size_t at, Column column) {
  columns.columns[at] = column;
  columns.at[static_cast<std::size_t>(column)] = at;
}

std::string_view text_at(const wiki::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column].first().text : std::string_view();
}

bool is_score(std::string_view text) {
  const auto score = parse_score(text);
  return score && score->score;
}

bool is_name(std::string_view text) {
  return !is_open(text) && !parse_count(text) && !parse_date_line(text) && looks_like_name(text);
}

}  // namespace

void find_scores(Columns& columns, const wiki::Table& table) {
  if (!columns.has(Column::home) || !columns.has(Column::away) || columns.has(Column::score) ||
      columns.has(Column::first_leg) ||
      (columns.kind != TableKind::other && columns.kind != TableKind::matches)) {
    return;
  }
  const std::size_t home = columns.index(Column::home);
  const std::size_t away = columns.index(Column::away);
  for (std::size_t at = std::min(home, away) + 1; at < std::max(home, away); ++at) {
    std::size_t scores = 0;
    std::size_t others = 0;
    for (const wiki::Row& row : table.rows) {
      const std::string_view text = text_at(row, at);
      if (!is_open(text)) ++(is_score(text) ? scores : others);
    }
    if (scores <= others) continue;
    set(columns, at, Column::score);
    columns.kind = TableKind::matches;
    return;
  }
}

namespace {

// How a row of a table without a header fits two teams around a score at `at`.
enum class RowFit { result, to_come, other };

RowFit fit_of(const wiki::Row& row, std::size_t at) {
  if (!is_name(text_at(row, at - 1)) || !is_name(text_at(row, at + 1))) return RowFit::other;
  const std::string_view text = text_at(row, at);
  if (is_score(text)) return RowFit::result;
  return is_open(text) || parse_score(text) ? RowFit::to_come : RowFit::other;
}

}  // namespace

Columns columns_of_results(const wiki::Table& table, bool with_header) {
  Columns columns;
  columns.at.fill(Columns::npos);
  columns.has_header = !with_header;
  columns.by_cells = true;
  const std::size_t width = table.header.cells.size();
  columns.columns.resize(width, Column::other);
  std::vector<const wiki::Row*> rows;
  if (with_header) rows.push_back(&table.header);
  for (const wiki::Row& row : table.rows) rows.push_back(&row);
  // Most tables hold no score at all: their names are not looked at.
  const auto may_be_score = [](std::string_view text) {
    bool digit = false;
    bool other = false;
    for (const char c : text) (c >= '0' && c <= '9' ? digit : other) = true;
    return digit && other && is_score(text);
  };
  for (std::size_t at = 1; at + 1 < width; ++at) {
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const wiki::Row* row) { return may_be_score(text_at(*row, at)); }))
      continue;
    std::vector<const wiki::Row*> matches;
    std::size_t results = 0;
    for (const wiki::Row* row : rows) {
      const RowFit fit = fit_of(*row, at);
      if (fit != RowFit::other) matches.push_back(row);
      if (fit == RowFit::result) ++results;
    }
    // Below each match may stand a row of its scorers.
    if (results == 0 || rows.size() > 2 * matches.size()) continue;
    set(columns, at - 1, Column::home);
    set(columns, at, Column::score);
    set(columns, at + 1, Column::away);
    for (std::size_t day = 0; day < width && !columns.has(Column::date); ++day) {
      const bool is_side = day + 1 >= at && day <= at + 1;
      const auto is_day = [&](const wiki::Row* row) {
        return parse_date_line(text_at(*row, day)).has_value();
      };
      if (!is_side && std::all_of(matches.begin(), matches.end(), is_day))
        set(columns, day, Column::date);
    }
    // A lone score between two words says too little.
    if (results > 1 || columns.has(Column::date)) columns.kind = TableKind::matches;
    return columns;
  }
  return columns;
}

bool is_results_grid(const wiki::Table& table) {
  const std::size_t size = table.rows.size();
  if (size < 3 || table.header.cells.size() != size + 1) return false;
  std::size_t scores = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const wiki::Row& row = table.rows[i];
    const std::string name = text::fold(text_at(row, 0));
    const std::string code = text::fold(text_at(table.header, i + 1));
    const wiki::Text column = table.header.cells[i + 1].first();
    const wiki::Text team = row.cells.empty() ? wiki::Text{} : row.cells[0].first();
    const bool is_linked = !column.links.empty() && !team.links.empty() &&
                           column.links.front().target == team.links.front().target;
    if (name.empty() || code.empty() || (name.front() != code.front() && !is_linked)) return false;
    for (std::size_t j = 0; j < size; ++j) {
      const std::string_view text = text_at(row, j + 1);
      if (is_score(text)) {
        if (i == j) return false;
        ++scores;
      } else if (i != j && !is_open(text) && !parse_score(text)) {
        ++others;
      }
    }
  }
  return scores > 1 && scores > others;
}

void find_sides(Columns& columns, const wiki::Table& table) {
  if (columns.kind != TableKind::other || !columns.has(Column::sides) ||
      !columns.has(Column::score) || columns.has(Column::home) || columns.has(Column::opponent))
    return;
  std::size_t sides = 0;
  std::size_t others = 0;
  for (const wiki::Row& row : table.rows) {
    const std::string_view text = text_at(row, columns.index(Column::sides));
    if (is_open(text)) continue;
    const auto match = parse_match_line(text);
    ++(match && !match->score && !match->home.empty() ? sides : others);
  }
  if (sides <= others) return;
  set(columns, columns.index(Column::sides), Column::home);
  columns.kind = TableKind::matches;
}

char parse_ground(std::string_view text) {
  const std::string word = text::fold(text);
  const std::string_view inside = word.starts_with('(') && word.ends_with(')')
                                      ? std::string_view(word).substr(1, word.size() - 2)
                                      : std::string_view(word);
  if (inside == "h" || inside == "home" || inside == "l" || inside == "local") return 'h';
  if (inside == "a" || inside == "away" || inside == "v" || inside == "visita" ||
      inside == "visitante")
    return 'a';
  if (inside == "n" || inside == "neutral") return 'n';
  // "Faro (H)"
  const std::size_t open = word.rfind(" (");
  return open == std::string::npos ? '\0' : parse_ground(std::string_view(word).substr(open + 1));
}

ClubScore parse_club_score(std::string_view text) {
  text = text::trim(text);
  ClubScore result{text, 0};
  const auto letter = [](char c) -> char {
    switch (c) {
      case 'W':
      case 'G':
        return 'w';
      case 'D':
      case 'E':
        return 'd';
      case 'L':
      case 'P':
        return 'l';
      default:
        return 0;
    }
  };
  if (text.size() < 5) return result;
  if (text[1] == ' ' && letter(text[0]) != 0) {
    result = {text::trim(text.substr(2)), letter(text[0])};
  } else if (text[text.size() - 2] == ' ' && letter(text.back()) != 0) {
    result = {text::trim(text.substr(0, text.size() - 2)), letter(text.back())};
  }
  return result;
}

namespace {

// "Pino (3)": how often, where no minute is told.
std::optional<Scorer> counted_scorer(std::string_view piece) {
  const std::size_t size = piece.size();
  if (size < 5 || piece[size - 3] != '(' || piece[size - 1] != ')' || piece[size - 2] < '2' ||
      piece[size - 2] > '9')
    return std::nullopt;
  Scorer scorer;
  scorer.name = text::trim(piece.substr(0, size - 3));
  scorer.minutes.resize(static_cast<std::size_t>(piece[size - 2] - '0'));
  return scorer;
}

// "Pino 12", "70", "Sol 45 (pen)": a minute without its prime.
std::optional<Scorer> bare_scorer(std::string_view piece) {
  Scorer scorer;
  const std::size_t open = piece.find('(');
  const std::string mark =
      open == std::string_view::npos ? std::string() : text::fold(piece.substr(open));
  piece = text::trim(piece.substr(0, open));
  const std::size_t blank = piece.rfind(' ');
  const std::string_view digits = blank == std::string_view::npos ? piece : piece.substr(blank + 1);
  const auto minute = parse_count(digits);
  if (!minute || *minute < 1 || *minute > 120) return std::nullopt;
  GoalMinute goal;
  goal.minute = *minute;
  goal.penalty = mark == "(pen)" || mark == "(pen.)" || mark == "(p)";
  goal.own_goal = mark == "(og)" || mark == "(o.g.)";
  if (!mark.empty() && !goal.penalty && !goal.own_goal) return std::nullopt;
  scorer.minutes.push_back(goal);
  if (blank != std::string_view::npos) scorer.name = text::trim(piece.substr(0, blank));
  return scorer;
}

}  // namespace

std::optional<ClubScorers> parse_club_scorers(const wiki::Lines& lines, wiki::Text& failed) {
  ClubScorers result;
  for (const wiki::Text& line : lines) {
    if (is_open(line.text)) continue;
    std::vector<Scorer> scorers;
    std::string_view rest = line.text;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find_first_of(",;"), rest.size());
      const std::string_view piece = text::trim(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      if (piece.empty()) continue;
      const bool first = scorers.empty();
      if (auto counted = counted_scorer(piece)) {
        scorers.push_back(std::move(*counted));
      } else if (auto read = parse_scorers(piece)) {
        scorers.insert(scorers.end(), read->begin(), read->end());
      } else if (auto bare = bare_scorer(piece)) {
        scorers.push_back(std::move(*bare));
        result.bare = true;
      } else {
        failed = line;
        return std::nullopt;
      }
      scorers.back().continues = scorers.back().name.empty() && !first;
    }
    for (const Scorer& scorer : scorers)
      result.goals += std::max(1, static_cast<std::int32_t>(scorer.minutes.size()));
    result.lines.emplace_back(line, std::move(scorers));
  }
  return result;
}

std::optional<bool> is_club_first(const Columns& columns, const wiki::Row& row, Pair score) {
  if (columns.club_first || score.home == score.away) return true;
  const char letter = parse_club_score(text_at(row, columns.index(Column::score))).letter;
  if (letter != 0) return (letter == 'w') == (score.home > score.away);
  if (parse_ground(text_at(row, columns.index(Column::ground))) == 'h') return true;
  if (!columns.has(Column::scorers)) return std::nullopt;
  const std::size_t at = columns.index(Column::scorers);
  wiki::Text failed;
  const auto scorers =
      at < row.cells.size() ? parse_club_scorers(row.cells[at].value, failed) : std::nullopt;
  if (!scorers || (scorers->goals != score.home && scorers->goals != score.away))
    return std::nullopt;
  return scorers->goals == score.home;
}

void find_opponents(Columns& columns, const wiki::Table& table) {
  if (columns.kind != TableKind::other || !columns.has(Column::opponent) ||
      !columns.has(Column::score) || columns.has(Column::home) || columns.has(Column::away))
    return;
  if (!columns.has(Column::ground) && columns.has(Column::stadium))
    set(columns, columns.index(Column::stadium), Column::ground);
  if (!columns.has(Column::ground)) return;
  std::string title;
  for (const wiki::Text& line : table.header.cells[columns.index(Column::score)].value)
    title += text::fold(line.text) + " ";
  for (const std::string_view mark : {"f-a", "f:a", "f - a",
                                      "f\xE2\x80\x93"
                                      "a",
                                      "f \xE2\x80\x93 a"})
    columns.club_first = columns.club_first || title.find(mark) != std::string::npos;
  // "Aldea goalscorers"
  for (std::size_t i = 0; i < table.header.cells.size() && !columns.has(Column::scorers); ++i) {
    if (text::fold(text_at(table.header, i)).find("scorer") != std::string::npos)
      set(columns, i, Column::scorers);
  }
  std::size_t matches = 0;
  for (const wiki::Row& row : table.rows) {
    if (!is_name(text_at(row, columns.index(Column::opponent)))) continue;
    if (parse_ground(text_at(row, columns.index(Column::ground))) == 0) return;
    const auto score =
        parse_score(parse_club_score(text_at(row, columns.index(Column::score))).score);
    if (!score || !score->score) continue;
    if (!is_club_first(columns, row, *score->score)) return;
    ++matches;
  }
  if (matches == 0) return;
  columns.kind = TableKind::matches;
  columns.of_club = true;
}

}  // namespace acta::football
