#pragma once
/// Numbers that prose states in fixed patterns.

#include <cstdint>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// What a sentence says: "There are currently 18 clubs".
struct ClaimPhrase {
  ClaimKind kind = ClaimKind::team_count;
  std::int32_t value = 0;
  std::string_view text;
};

/// The claims of a line of prose, in their order.
std::vector<ClaimPhrase> parse_claims(std::string_view prose);

}  // namespace acta::football
