#pragma once
/// What a match's score and scorers become.  Private to football/.

#include <cstddef>
#include <string_view>
#include <vector>

#include "football/draft/draft.hpp"
#include "football/phrase/scorers.hpp"

namespace acta::football {

/// Puts a parsed score and its notes into a match.
void apply_score(const MatchLine& line, DraftMatch& match);

/// Adds what notes say to a match: penalties, aggregate, decider, winner, status.
void merge_notes(const MatchLine& line, DraftMatch& match);

/// A score from the other side's view.
Pair turned(const Pair& pair);

/// A score line from the other side's view: every pair of it.
MatchLine turned(MatchLine line);

/// The score that counts: after extra time if there was one.
MaybePair total_of(const Match& match);

/// Adds the goals of a scorer list to a match.
void add_scorers(Draft& draft, std::size_t match, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers);

}  // namespace acta::football
