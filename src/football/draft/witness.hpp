#pragma once
/// What tells of matches a second time: rows of legs, brackets, grids.  Private to football/.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "football/draft/place.hpp"
#include "football/phrase/match.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// No index.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// A row of a table of two-legged ties, settled when all matches are known.
struct TieRow {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::uint32_t line = 0;
  std::optional<MatchLine> first;
  std::optional<MatchLine> second;
  std::optional<MatchLine> aggregate;  ///< The score of a tie of one match.
  bool away_goals = false;
  bool coin_toss = false;
  bool penalties = false;      ///< Stated beside the winner, without their score.
  bool sum_only = false;       ///< The table tells no legs: the aggregate is no score of a match.
  std::optional<Side> winner;  ///< Stated beside the row.
  bool one_match = false;
  std::uint32_t end_line = 0;

  /// Of two sides the bold one is the winner, where the score does not say it.
  void read_bold() {
    const bool is_level = !aggregate || !aggregate->score || aggregate->status ||
                          aggregate->score->home == aggregate->score->away;
    const bool is_told = winner || (aggregate && aggregate->penalties);
    if (is_level && aggregate && !is_told && home.bold != away.bold)
      winner = home.bold ? Side::home : Side::away;
  }
};

/// A pairing of a bracket.
struct BracketTie {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::uint32_t line = 0;
  std::vector<Pair> scores;  ///< One a leg, from the first side's view.
  bool is_sum = false;       ///< The score is the sum of two legs.
  std::optional<Pair> penalties;
  bool extra_time = false;
  std::optional<MatchStatus> status;  ///< "w/o" where a score would stand.
  std::optional<DateLine> date;
  std::string city;
};

/// A result of a grid, a match of its own unless the article lists it elsewhere.
struct GridResult {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::size_t home_team = no_index;
  std::size_t away_team = no_index;
  MatchLine score;
};

/// A grid of results whose rows and cells are template calls, while it is read.
struct OldGrid {
  std::vector<wiki::Text> columns;
  std::vector<wiki::Text> rows;
  std::vector<std::vector<GridResult>> cells;  ///< By row; a result without a score where none is.
};

}  // namespace acta::football
