#pragma once
/// What a list of one club's matches says in its cells: where it played, how it ended for the club,
/// and which of its players scored.

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "football/phrase/match.hpp"
#include "football/phrase/scorers.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// Where a club played.
enum class Ground : std::uint8_t { unknown, home, away, neutral };

/// Reads "H", "(A)", "visitante", "Faro (N)".
Ground parse_ground(std::string_view text);

/// How a match ended for the club.
enum class ClubResult : std::uint8_t { none, won, drawn, lost };

/// A score without the letter of the club's result: "W 2–1", "2–1 L".
struct ClubScore {
  std::string_view score;
  ClubResult result = ClubResult::none;
};

ClubScore parse_club_score(std::string_view text);

/// The scorers of a club in a cell: "Pino 12', 50'", "Pino (3), Sol (pen.)", "Pino 12, Sol 70".
struct ClubScorers {
  std::vector<std::pair<wiki::Text, std::vector<Scorer>>> lines;
  std::int32_t goals = 0;
  bool bare = false;  ///< Some minute has no prime: believed where the goals add up.
};

/// Reads a cell of them; nothing where a part of it is no scorer, whose line is `failed` then.
std::optional<ClubScorers> parse_club_scorers(wiki::Lines lines, wiki::Text& failed);

}  // namespace acta::football
