#pragma once
/// Sides that are not known yet.

#include <string_view>

namespace acta::football {

/// Whether a side is not known yet: "Winner of match 3", "2. Winner A", "TBD", "Ganador llave 1",
/// a cell left open.
bool is_placeholder(std::string_view name);

}  // namespace acta::football
