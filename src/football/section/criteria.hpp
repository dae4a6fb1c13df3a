#pragma once
/// The ranking criteria of a competition, a numbered list.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Reads the numbered list of a section about tie-breaking, or one that a sentence about ranking
/// introduces.
class TieBreakerReader {
 public:
  TieBreakerReader(Draft& draft, bool is_topic) : draft_(draft), active_(is_topic) {}

  /// Looks at a line above the list: "The ranking is based on the following criteria:".
  void introduced_by(const wiki::Text& text);

  /// Takes a list item; false when it is no criterion.
  bool item(const wiki::ListItem& item);

  /// Writes the criteria.
  void end();

 private:
  Draft& draft_;
  bool active_;
  std::vector<TieBreaker> list_;
};

}  // namespace acta::football
