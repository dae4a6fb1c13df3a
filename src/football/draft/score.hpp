#pragma once
/// Scores in cells and fields, read with what could not be understood reported.

#include <optional>
#include <string_view>

#include "football/draft/draft.hpp"

namespace acta::football {

/// A cell's lines as one: "2–2<br>(4–3 p)".
wiki::Text joined(Draft& draft, const wiki::Lines& lines);

/// The score in a cell or field at `where`.  A bracket of words at its end that is no note of a
/// match is reported, and so is a text that is no score.
std::optional<MatchLine> read_score(Draft& draft, const wiki::Text& where, std::string_view text);

/// The score in a cell of a grid; nothing when the match is to come (left open, a day, "a") or the
/// cell was not understood, which is reported.
std::optional<MatchLine> grid_score(Draft& draft, const wiki::Text& cell);

}  // namespace acta::football
