#pragma once
/// Where a match was played, who saw it, who led it.

#include <optional>
#include <string_view>

namespace acta::football {

/// What a line such as "Stadium: Monumental, Lima; Attendance: 1,234" states under a match.
struct VenueLine {
  std::string_view stadium;
  std::string_view city;
  std::string_view referee;
  std::string_view attendance;
  std::string_view time;
};

/// Reads a venue line; nothing when it has no known label and is no bare "Estadio X, City".
std::optional<VenueLine> parse_venue_line(std::string_view line);

}  // namespace acta::football
