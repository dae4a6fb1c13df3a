#include "football/phrase/club.hpp"

#include <algorithm>

#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

namespace {

std::string_view without_brackets(std::string_view text) {
  const bool is_bracketed = text.size() > 2 && text.starts_with('(') && text.ends_with(')');
  return is_bracketed ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

Ground parse_ground(std::string_view text) {
  text = text::trim(text);
  const words::Found ground =
      words::exact(Kind::ground_home, Kind::ground_neutral, without_brackets(text));
  if (ground) {
    return ground.kind == Kind::ground_home   ? Ground::home
           : ground.kind == Kind::ground_away ? Ground::away
                                              : Ground::neutral;
  }
  // "Faro (H)"
  const std::size_t open = text.rfind(" (");
  return open == std::string_view::npos ? Ground::unknown : parse_ground(text.substr(open + 1));
}

namespace {

/// The result that a capital letter stands for.
ClubResult result_of(char letter) {
  if (letter < 'A' || letter > 'Z') return ClubResult::none;
  const words::Found found =
      words::exact(Kind::result_won, Kind::result_lost, std::string_view(&letter, 1));
  if (!found) return ClubResult::none;
  return found.kind == Kind::result_won     ? ClubResult::won
         : found.kind == Kind::result_drawn ? ClubResult::drawn
                                            : ClubResult::lost;
}

}  // namespace

ClubScore parse_club_score(std::string_view text) {
  constexpr std::size_t shortest = 5;  // "W 2–1" with the shortest dash.
  text = text::trim(text);
  if (text.size() < shortest) return {text};
  if (const ClubResult first = result_of(text.front()); first != ClubResult::none && text[1] == ' ')
    return {text::trim(text.substr(2)), first};
  const ClubResult last = result_of(text.back());
  if (last != ClubResult::none && text[text.size() - 2] == ' ')
    return {text::trim(text.substr(0, text.size() - 2)), last};
  return {text};
}

namespace {

/// "Pino (3)": how often, where no minute is told.
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

/// The mark of a goal in a bracket at the end of `piece`, which is cut; false where the bracket
/// says something else.
bool cut_mark(std::string_view& piece, GoalMinute& goal) {
  const std::size_t open = piece.find('(');
  if (open == std::string_view::npos) return true;
  const std::string_view mark = without_brackets(piece.substr(open));
  piece = text::trim(piece.substr(0, open));
  goal.penalty = static_cast<bool>(words::exact(Kind::goal_penalty, Kind::goal_penalty_bare, mark));
  goal.own_goal = static_cast<bool>(words::exact(Kind::own_goal, Kind::own_goal_bare, mark));
  return goal.penalty || goal.own_goal;
}

/// "Pino 12", "70", "Sol 45 (pen)": a minute without its prime.
std::optional<Scorer> bare_scorer(std::string_view piece) {
  constexpr std::int32_t last_minute = 120;
  GoalMinute goal;
  if (!cut_mark(piece, goal)) return std::nullopt;
  const std::size_t blank = piece.rfind(' ');
  const std::string_view digits = blank == std::string_view::npos ? piece : piece.substr(blank + 1);
  goal.minute = parse_count(digits);
  if (!goal.minute || *goal.minute < 1 || *goal.minute > last_minute) return std::nullopt;
  Scorer scorer;
  scorer.minutes.push_back(goal);
  if (blank != std::string_view::npos) scorer.name = text::trim(piece.substr(0, blank));
  return scorer;
}

/// Adds the scorers of a piece between commas; false when it is none.
bool add_piece(std::string_view piece, std::vector<Scorer>& scorers, bool& bare) {
  const bool is_first = scorers.empty();
  if (auto counted = counted_scorer(piece)) {
    scorers.push_back(std::move(*counted));
  } else if (auto read = parse_scorers(piece)) {
    scorers.insert(scorers.end(), read->begin(), read->end());
  } else if (auto without_prime = bare_scorer(piece)) {
    scorers.push_back(std::move(*without_prime));
    bare = true;
  } else {
    return false;
  }
  scorers.back().continues = scorers.back().name.empty() && !is_first;
  return true;
}

}  // namespace

std::optional<ClubScorers> parse_club_scorers(wiki::Lines lines, wiki::Text& failed) {
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
      if (!add_piece(piece, scorers, result.bare)) {
        failed = line;
        return std::nullopt;
      }
    }
    for (const Scorer& scorer : scorers)
      result.goals += std::max(1, static_cast<std::int32_t>(scorer.minutes.size()));
    result.lines.emplace_back(line, std::move(scorers));
  }
  return result;
}

}  // namespace acta::football
