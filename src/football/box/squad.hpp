#pragma once
/// Players of squad lists as template calls.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// {{nat fs player}}, {{fs player}}, {{efs player}}, {{jugador de fútbol}}
void read_squad_player(Draft& draft, const wiki::Template& box, const Place& place);

}  // namespace acta::football
