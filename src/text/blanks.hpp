#pragma once
/// The blanks of markup at the ends of a text.  `std::string_view::find_first_not_of` calls memchr
/// for each byte; on the short texts of a page that is most of a parse.

#include <cstddef>
#include <string_view>

namespace acta::text {

/// Space and tab.
constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Space, tab and newline.
constexpr bool is_blank_or_newline(char byte) { return is_blank(byte) || byte == '\n'; }

/// Offset of the first byte that is no space or tab; the size of `text` when there is none.
constexpr std::size_t blanks_before(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Whether there is nothing but spaces and tabs.
constexpr bool is_blank_text(std::string_view text) { return blanks_before(text) == text.size(); }

/// `text` without spaces, tabs and newlines at its ends.
constexpr std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank_or_newline(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank_or_newline(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace acta::text
