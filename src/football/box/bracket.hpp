#pragma once
/// Brackets as template calls.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// {{4TeamBracket}}, {{Round16}}, {{Copa de 8 equipos}} and their like.
void read_bracket(Draft& draft, const wiki::Template& box, const Place& place);

}  // namespace acta::football
