#pragma once
/// Lists of scorers, read without their surroundings.

#include <optional>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// One minute of a goal; `minute` absent for "?'".
struct GoalMinute {
  MaybeInt minute;
  MaybeInt stoppage;
  bool open = false;  ///< "90+'": stoppage time, not said how much.
  bool penalty = false;
  bool own_goal = false;
};

/// One entry of a scorer list.
struct Scorer {
  std::string_view name;  ///< Empty when only a minute is there.
  std::string_view note;  ///< A bracket that is neither mark nor minute.
  std::vector<GoalMinute> minutes;
  bool penalty = false;  ///< A mark that stands with the name.
  bool own_goal = false;
  bool continues = false;  ///< Begins with a minute behind a comma: the scorer before.
  bool denied = false;     ///< The note tells of no goal: its minute is not among `minutes`.
  MaybeInt number;         ///< Alone in a bracket, without a prime: goals or a minute.
};

/// One kick of a shoot-out as a line tells it.
struct Taker {
  std::string_view name;
  bool scored = false;
};

/// Reads who took the kicks of a shoot-out, each with a mark that says how it went: "Paz ✓, Mar ✗".
/// Nothing when one has no mark.
std::optional<std::vector<Taker>> parse_kicks(std::string_view list);

/// Reads a list of scorers; nothing when it is none.
std::optional<std::vector<Scorer>> parse_scorers(std::string_view list);

}  // namespace acta::football
