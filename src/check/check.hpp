#pragma once
/// The semantic rules: what a season's records say that cannot be right, or that a reader should
/// look at.  Rules judge, they change nothing.

#include <span>

#include "check/aliases.hpp"
#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::check {

/// A season and the look-ups that its rules share; `check` makes one an article.
struct Index;

/// One rule: the code it reports and the function that looks.
struct Rule {
  finding::Code code;
  void (*look)(const Index& index, finding::Diagnostics& diagnostics);
};

/// Every rule that looks at one article, in the order of the codes.
std::span<const Rule> rules();

/// Runs every rule on `season`, with what a file says of its names, if there is one.  Time and
/// memory grow linearly with the records, sorting apart.
void check(const football::Season& season, finding::Diagnostics& diagnostics,
           const Aliases* aliases = nullptr);

}  // namespace acta::check
