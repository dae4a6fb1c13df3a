#pragma once
/// One finding a cause: what follows from another finding of the article is not told again.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::check {

/// Where a match stands in its article.
struct MatchLines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Takes out of `findings`, those of one article, what follows from one of `causes`: a short
/// scorer list of which a part could not be read, an empty round or a bracket without its matches
/// where a page that was not given holds them, a lost letter of bytes that are no text; and a
/// missing infobox where the title and the matches say what it would.  Returns how many were taken
/// out, by severity.
std::array<std::size_t, 3> leave_out_followers(
    const football::Season& season, std::span<const finding::Diagnostic> causes,
    const std::function<MatchLines(const football::Match&)>& lines_of,
    std::vector<finding::Diagnostic>& findings);

}  // namespace acta::check
