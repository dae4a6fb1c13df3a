#pragma once
/// Dashes that we write ourselves, or ask for by themselves.  Which characters are dashes is known
/// to text/characters.hpp, what a line's dash looks like to grammar/token.hpp.

#include <string_view>

namespace acta::words {

/// The dash that we write between two scores, or for a template that shows one.
inline constexpr std::string_view en_dash = "\xE2\x80\x93";

/// The minus sign that is no hyphen.
inline constexpr std::string_view minus_sign = "\xE2\x88\x92";

}  // namespace acta::words
