#pragma once
/// What an article says now and did not say before.

#include <vector>

#include "build/build.hpp"
#include "football/season.hpp"

namespace acta::build {

/// How many records there are of each kind.
Counts count(const football::Season& season);

/// Records that came, went or changed, kinds without any left out.  Records are the same by their
/// ids, goals by their match; where a record stands in the article does not count.
std::vector<Difference> difference(const football::Season& before, const football::Season& after);

}  // namespace acta::build
