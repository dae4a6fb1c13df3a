#pragma once
/// Standings as template calls.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// {{#invoke:sports table|main|team1=A|win_A=1|...}}, and the results in it if it shows them.
void read_standings_module(Draft& draft, const wiki::Template& box, const Place& place);

/// A row of the older table templates: {{Fb cl team}} and its like.
void read_english_row(Draft& draft, const wiki::Template& box, const Place& place);

/// The same where a win is two points.
void read_english_row_of_two(Draft& draft, const wiki::Template& box, const Place& place);

/// The same in Spanish: {{Tabla de posiciones equipo}}.
void read_spanish_row(Draft& draft, const wiki::Template& box, const Place& place);

}  // namespace acta::football
