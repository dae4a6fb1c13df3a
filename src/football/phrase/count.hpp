#pragma once
/// Counts as people write them.

#include <cstdint>
#include <optional>
#include <string_view>

#include "football/season.hpp"

namespace acta::football {

/// A count: "35,938", "35.938", "35 938", "35938", "900 spectators"; nothing when it is not a whole
/// number with thousands set apart in threes.
std::optional<std::int32_t> parse_count(std::string_view text);

/// A whole number with a sign: "+5", "−3", "12".
MaybeInt parse_signed(std::string_view text);

/// A pair of goal counts of any size in one cell: "42:17", "42–17".
std::optional<Pair> parse_goal_pair(std::string_view text);

/// Goals without a player: "(7 goals)", "12 goles", "7".
MaybeInt parse_goals(std::string_view text);

}  // namespace acta::football
