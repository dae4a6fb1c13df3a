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
};

/// Reads a list of scorers; nothing when it is none.
std::optional<std::vector<Scorer>> parse_scorers(std::string_view list);

}  // namespace acta::football
