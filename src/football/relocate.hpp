#pragma once
/// Records of a text made of several pages get the page and the line that they come from.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/extract.hpp"
#include "wiki/wikitext/transclude.hpp"

namespace acta::football {

/// Findings that were left out, by finding::Severity.
using Dropped = std::array<std::size_t, 3>;

/// Turns the lines of the records, of `diagnostics` and of `extraction.lines`, which count in the
/// text with the transclusions in it, into lines of the pages; `lines` is the number of lines of
/// the page itself, which alone `coverage` and `extraction.lines` are about.  Leaves out the
/// findings about markup of the other pages.
Dropped relocate(Extraction& extraction, std::vector<finding::Diagnostic>& diagnostics,
                 const wiki::Transclusion& transclusion, std::uint32_t lines);

}  // namespace acta::football
