#pragma once
/// What a competition ranks teams by.

#include <string_view>

#include "football/season.hpp"

namespace acta::football {

/// What a criterion ranks by: "Goal difference in away matches".
Criterion classify_criterion(std::string_view text);

/// Whether a line above a list says that it holds criteria: "The ranking is based on the following
/// criteria:".
bool introduces_criteria(std::string_view line);

}  // namespace acta::football
