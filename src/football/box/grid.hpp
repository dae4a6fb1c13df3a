#pragma once
/// Grids of results as template calls.  Private to football/.

#include <string>

#include "football/draft/draft.hpp"

namespace acta::football {

/// The name behind a team's code in a module: it is given, or it is a nation's.
std::string team_behind(const wiki::Template& box, const std::string& code);

/// The results in a module's parameters, match_A_B=2–1: A at home to B.
void read_results(Draft& draft, const wiki::Template& box, const Place& place);

/// {{#invoke:sports results|main|team1=A|...|match_A_B=2–1}}
void read_results_module(Draft& draft, const wiki::Template& box, const Place& place);

/// {{fb r header|A|B}}: the columns of an older grid.
void read_grid_header(Draft& draft, const wiki::Template& box, const Place& place);

/// {{fb r team|t=A}}: the team of the row that follows.
void read_grid_row(Draft& draft, const wiki::Template& box, const Place& place);

/// {{fb r|gf=1|ga=2}}: the row's team at home to the column's.
void read_grid_cell(Draft& draft, const wiki::Template& box, const Place& place);

}  // namespace acta::football
