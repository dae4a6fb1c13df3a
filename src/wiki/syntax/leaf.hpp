#pragma once
/// Leaf markup: the words that wikitext knows, and what stands on one range without nesting.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace acta::wiki::syntax {

/// An extension tag: its content is cut out before anything else is read.
struct ExtensionTag {
  std::string_view name;
  bool opaque;       ///< Its content is no wikitext.
  bool runs_to_end;  ///< Without a closing tag it takes the rest of the text.
};

std::span<const ExtensionTag> extension_tags();

/// Index of the extension tag of that name, in any letter case; their number when it is none.
std::size_t extension_tag(std::string_view name);

/// An HTML tag that wikitext allows, or a tag like one.
struct HtmlTag {
  std::string_view name;
  bool empty = false;           ///< Has no content: <br>.
  bool inline_content = false;  ///< Ends at a heading at the latest.
  bool optional_close = false;  ///< Ends with its parent or the next of its kind: <li>.
  bool transparent = false;     ///< What follows still starts the line: <onlyinclude>.
};

std::span<const HtmlTag> html_tags();

/// Index of the HTML tag of that name, in any letter case; their number when it is none.
std::size_t html_tag(std::string_view name);

inline bool is_letter(char byte) {
  return static_cast<unsigned char>((static_cast<unsigned char>(byte) | 0x20U) - 'a') < 26;
}

inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether `text` is `lower`, a lower-case ASCII word, in any letter case.
bool equal_letters(std::string_view text, std::string_view lower);

/// Lengths of what stands at the start of `text`; 0 when it does not.
std::size_t entity_length(std::string_view text);
std::size_t protocol_length(std::string_view text);
std::size_t bracket_protocol_length(std::string_view text);
std::size_t magic_word_length(std::string_view text);
std::size_t file_prefix_length(std::string_view text);
std::size_t category_prefix_length(std::string_view text);

/// A redirect at the start of a page: its length (0 when there is none) and where its target is.
struct Redirect {
  std::size_t length = 0;
  std::size_t target = 0;
};

Redirect redirect_at(std::string_view text);

}  // namespace acta::wiki::syntax
