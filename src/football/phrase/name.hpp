#pragma once
/// Whether a text can be the name of a side, or reads like prose.

#include <string_view>

namespace acta::football {

/// A name without blanks and the marks of footnotes ("*", "†") at its end.
std::string_view without_marks(std::string_view name);

/// Whether `text` can be the name of a side: short, no sentence, its words capitalized, numbers,
/// particles or in brackets.
bool looks_like_name(std::string_view text);

/// Whether a line reads like prose: a full stop at its end, or a sentence's share of small words.
bool looks_like_prose(std::string_view line);

}  // namespace acta::football
