#pragma once
/// Top scorers as a list: "5 goals", and the players below it.  Private to football/.

#include <cstdint>

#include "football/draft/draft.hpp"

namespace acta::football {

/// Reads the lines of a section about goalscorers.
class ScorerListReader {
 public:
  ScorerListReader(Draft& draft, bool is_topic) : draft_(draft), active_(is_topic) {}

  /// A line or definition head: "5 goals", "3 goles", "Own goals"; false when it is none of these.
  bool line(const wiki::Text& text);

  /// A player below it, "Paolo Guerrero (Alfa)", or with a count of its own, "3 goals: Ana Paz";
  /// false when it is neither.
  bool item(const wiki::ListItem& item);

 private:
  static std::int32_t own_goals_of(std::string_view& item);

  Draft& draft_;
  bool active_;
  std::int32_t goals_ = 0;
};

}  // namespace acta::football
