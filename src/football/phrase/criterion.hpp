#pragma once
/// What a competition ranks teams by.

#include <cstdint>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// What a criterion ranks by: "Goal difference in away matches".
Criterion classify_criterion(std::string_view text);

/// One of the rules that a line counts up.
struct RankingRule {
  std::int32_t position = 0;
  std::string_view text;
};

/// Reads "1) Points; 2) Goal difference.", and the same behind "Rules for classification:"; nothing
/// for another text, and for a single rule.
std::vector<RankingRule> parse_ranking_rules(std::string_view text);

/// Whether a line above a list says that it holds criteria: "The ranking is based on the following
/// criteria:".
bool introduces_criteria(std::string_view line);

}  // namespace acta::football
