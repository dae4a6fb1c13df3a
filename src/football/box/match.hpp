#pragma once
/// Match boxes.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// {{football box}} and its like: one match, its goals and kicks.
void read_match_box(Draft& draft, const wiki::Template& box, const Place& place);

/// The match that an article is about, from its infobox, where no box tells it.
void read_match_infobox(Draft& draft, const wiki::Infobox& infobox);

}  // namespace acta::football
