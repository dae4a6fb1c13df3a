#pragma once
/// HTML entities, as both forms of a page hold them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace acta::wiki {

/// A decoded entity.
struct Entity {
  char32_t character = 0;
  std::size_t length = 0;  ///< Bytes it takes in the text, "&" and ";" included.
};

/// The entity at the front of `text`, which starts with "&": "&nbsp;", "&#8211;", "&#x2013;".
/// Nothing when there is none; the final ";" is required.  A number that names no character gives
/// U+FFFD, one of 128 to 159 what it means in windows-1252, as browsers show it.
std::optional<Entity> decode_entity(std::string_view text);

/// Appends `character` as UTF-8.
void append_utf8(char32_t character, std::string& out);

}  // namespace acta::wiki
