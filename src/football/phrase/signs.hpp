#pragma once
/// What a line may hold, as far as its bytes tell: the grammar is asked only for what may be there.
/// Private to football/.

#include <string_view>

namespace acta::football {

/// Signs of a match between words.
struct Signs {
  bool score = false;   ///< A pair of goals.
  bool mark = false;    ///< A status: "w/o".
  bool versus = false;  ///< "v", "vs", "x"
  bool dash = false;    ///< A dash with blanks around it.
};

/// The signs in a line.
Signs signs_of(std::string_view line);

/// A digit, then a dash or colon near by: without it there is no score.
bool may_hold_score(std::string_view line);

/// Whether "v", "x" or a dash stands behind a blank.
bool may_hold_versus(std::string_view line);

/// Whether the first letter of a status stands behind a blank.
bool may_hold_mark(std::string_view line);

}  // namespace acta::football
