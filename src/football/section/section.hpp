#pragma once
/// The blocks of a section become records.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Reads the blocks of one section.
void read_section(Draft& draft, const wiki::Section& section, const Place& place, Topic topic);

}  // namespace acta::football
