#pragma once
/// Single lines of a match list, read without their surroundings.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// What separates the two sides of a match line, surest first.
enum class Separator : std::uint8_t { score, status, versus, dash };

/// A match line.  The views point into the line.
struct MatchLine {
  std::string_view home;
  std::string_view away;
  Separator separator = Separator::score;
  std::optional<Pair> score;
  std::optional<Pair> half_time;
  std::optional<Pair> full_time;  ///< Written beside a score after extra time.
  std::optional<Pair> penalties;
  std::optional<Pair> aggregate;
  std::optional<MatchStatus> status;
  std::optional<Decider> decider;   ///< "on away goals", "coin toss".
  std::optional<std::int32_t> leg;  ///< "(second leg)".
  std::string_view winner;          ///< "X" of "X won on away goals".
  bool winner_first = false;  ///< `penalties` are told with `winner`: "X won 5–4 on penalties".
  bool extra_time = false;
  bool replay = false;
  std::string_view unread_note;  ///< A bracket behind the away side that says something else.
  std::string_view beside;       ///< "3 May 2020" of "Beta, 3 May 2020": behind a comma or "@".
  bool at_ground = false;        ///< Behind "@".
};

/// What a list puts before a match, and before that only: "1. ", "Match 2: ".
struct LineNumber {
  std::size_t length = 0;
  MaybeInt number;  ///< Of "1.", which may also begin a club's name; null behind a word.
};

LineNumber parse_line_number(std::string_view line);

/// Reads a match line; nothing when the line has no score, mark or "v" between two names.  Whether
/// the sides look like names is for the caller to judge.
std::optional<MatchLine> parse_match_line(std::string_view line);

/// Reads a score cell or parameter: "4–1", "2–2 (a.e.t.)", "1-1 (4-3 p)", "(5) 1-1 (6)",
/// "postponed". `home` and `away` stay empty.  Nothing when the text is not that.
std::optional<MatchLine> parse_score(std::string_view text);

/// Reads a sentence or line below a match that says how it ended: "Alfa won 5–4 on penalties.",
/// "Tied 3–3 on aggregate, Alfa won on away goals.", "Penalties: 4–2", "Postponed".
std::optional<MatchLine> parse_decision(std::string_view line);

}  // namespace acta::football
