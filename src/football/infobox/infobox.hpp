#pragma once
/// Infobox fields and the title: competition, season, honours.  Private to football/.

#include "football/draft/draft.hpp"

namespace acta::football {

/// Infobox fields: competition, season, honours.
void read_infobox(Draft& draft, const wiki::Infobox& infobox);

/// Infobox fields that name teams, once the tables are read: honours, top scorers.
void read_infobox_teams(Draft& draft, const wiki::Infobox& infobox);

/// What the title says, where the infobox does not, and the club that the article is about.
void read_title(Draft& draft);

}  // namespace acta::football
