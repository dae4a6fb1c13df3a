#include "football/box/box.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "football/box/bracket.hpp"
#include "football/box/grid.hpp"
#include "football/box/legs.hpp"
#include "football/box/match.hpp"
#include "football/box/squad.hpp"
#include "football/box/standings.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

std::span<const BoxKind> box_kinds() {
  static constexpr auto kinds = std::to_array<BoxKind>({
      {"football box", read_match_box},
      {"sports table", read_standings_module},
      {"sports results", read_results_module},
      {"two leg result", read_two_legs},
      {"one leg result", read_one_leg},
      {"sports series", read_series},
      {"bracket", read_bracket},
      {"fb cl team", read_english_row},
      {"fb cl team 2pts", read_english_row_of_two},
      {"tabla de posiciones equipo", read_spanish_row},
      {"fb r header", read_grid_header},
      {"fb r team", read_grid_row},
      {"fb r", read_grid_cell},
      {"squad player", read_squad_player},
  });
  return kinds;
}

void read_template(Draft& draft, const wiki::Template& box, const Place& place) {
  const std::span<const BoxKind> kinds = box_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const BoxKind& row) { return row.name == box.name; });
  if (kind != kinds.end()) {
    kind->read(draft, box, place);
    return;
  }
  draft.diagnostics.add(Code::unread_line, draft.source.position(box.offset),
                        "template \"" + std::string(box.name) + "\" is not read");
  draft.readings.claim(box.line, box.end_line, LineClass::unread, "template");
}

void claim_box(Draft& draft, const wiki::Template& box, Label rule, RecordRef record) {
  draft.readings.claim(box.line, box.end_line, LineClass::record, rule, record);
}

void refuse_box(Draft& draft, const wiki::Template& box, std::string_view expected) {
  draft.diagnostics.add(Code::unread_line, draft.source.position(box.offset),
                        "template \"" + std::string(box.name) + "\" was not understood, expected " +
                            std::string(expected));
  draft.readings.claim(box.line, box.end_line, LineClass::unread, "template");
}

}  // namespace acta::football
