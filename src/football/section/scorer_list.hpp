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

  /// A player below it: "Paolo Guerrero (Alfa)"; false when no count stands above.
  bool item(const wiki::ListItem& item);

 private:
  Draft& draft_;
  bool active_;
  std::int32_t goals_ = 0;
};

}  // namespace acta::football
