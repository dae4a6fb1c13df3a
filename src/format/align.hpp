#pragma once
/// Records of two seasons that are one under two names: a team that was renamed, a heading that
/// was put otherwise, a match whose id says something else now.

#include <string>
#include <vector>

#include "football/season.hpp"

namespace acta::format {

/// A round whose heading was put otherwise.
struct Reworded {
  football::Round before;
  football::Round after;
};

/// The season before in the words of the one after.
struct Aligned {
  football::Season before;
  /// Headings that were put otherwise, each once: of a stage the first of its rounds.
  std::vector<Reworded> reworded;
};

/// Puts `before` into the ids and names of `after` where both say of which record they speak: teams
/// by the matches that are otherwise the same, matches by date and sides, rounds and ties by their
/// matches.  Where two could be meant, nothing is changed.
Aligned align(football::Season before, const football::Season& after);

}  // namespace acta::format
