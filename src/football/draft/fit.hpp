#pragma once
/// How well a name under a match fits a side of it.  Private to football/.

#include <string_view>

namespace acta::football {

/// From not at all to the same name.
enum class Fit { no, alike, equal };

/// Compares the team of a scorer line with a side: equal identity keys, or alike by a small edit
/// distance, by abbreviated words ("Univ. Vallejo") or by initials ("UTC").
Fit fit(std::string_view name, std::string_view side);

}  // namespace acta::football
