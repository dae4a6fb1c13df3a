#pragma once
/// Whether a text has a shape, without a regular expression.

#include <algorithm>
#include <string_view>

#include "format/field.hpp"

namespace acta::format {

/// Whether `text` is like `form`, in which a 0 stands for any digit.
constexpr bool is_like(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char here, char there) {
    return there == '0' ? here >= '0' && here <= '9' : here == there;
  });
}

/// Whether `text` holds lower-case ASCII letters, digits and `others` only, and is not empty.
constexpr bool is_made_of(std::string_view text, std::string_view others) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           others.find(letter) != std::string_view::npos;
  });
}

/// Whether `text` is what a text of the shape may be: what `pattern_of` matches, or where there is
/// no pattern anything, but nothing empty unless the shape says so.
constexpr bool has_shape(std::string_view text, Shape shape) {
  switch (shape) {
    case Shape::may_be_empty:
      return true;
    case Shape::slug:
      return is_made_of(text, "-");
    case Shape::id:
      return is_made_of(text, ":-");
    case Shape::date:
      return is_like(text, "0000") || is_like(text, "0000-00") || is_like(text, "0000-00-00");
    case Shape::time:
      return is_like(text, "00:00");
    case Shape::utc_offset:
      return is_like(text, "+00:00") || is_like(text, "-00:00");
    case Shape::timestamp:
      return is_like(text, "0000-00-00T00:00:00Z");
    case Shape::language:
      return (text.size() == 2 || text.size() == 3) &&
             std::all_of(text.begin(), text.end(),
                         [](char letter) { return letter >= 'a' && letter <= 'z'; });
    case Shape::sha256:
      return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
             });
    default:
      return !text.empty();
  }
}

}  // namespace acta::format
