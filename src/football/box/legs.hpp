#pragma once
/// Rows of legs as template calls.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// {{TwoLegResult|team1|cc1|agg|team2|cc2|leg1|leg2}}
void read_two_legs(Draft& draft, const wiki::Template& box, const Place& place);

/// {{OneLegResult|team1|cc1|score|team2|cc2}}
void read_one_leg(Draft& draft, const wiki::Template& box, const Place& place);

/// {{#invoke:sports series|main|team1|cc1|agg|team2|cc2|leg1|leg2|team1|...}}
void read_series(Draft& draft, const wiki::Template& box, const Place& place);

}  // namespace acta::football
