#pragma once
/// The words of every language that season articles are read in.  A language is one file of rows
/// and one line in words.cpp; what a text may begin with, and in which language it is, follow from
/// them.
///
/// A form is written as people write it.  Case, accents, the kind of a dash, of an apostrophe or a
/// prime, the length of a run of blanks and "_" for a blank do not matter.  A form that ends in "*"
/// is the beginning of words ("deduct*": deducted, deduction); one that begins with "*" may stand
/// within a word, too, when it is looked for with `contains`.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/characters.hpp"
#include "words/kinds.hpp"

namespace acta::words {

enum class Language : std::uint8_t { none, english, spanish, portuguese };

inline constexpr std::size_t languages = 4;

/// "en", "es", "pt"; empty for none.
std::string_view code(Language language);

/// Forms of one meaning, parted by "|".  The first is how we write it ourselves.
struct Row {
  Kind kind;
  std::string_view forms;
  std::int16_t value = 0;
};

/// A form that a text holds.
struct Found {
  std::size_t at = 0;     ///< Where it begins.
  std::size_t bytes = 0;  ///< How much of the text it takes, 0 when there is none.
  Kind kind = Kind::count;
  std::int16_t value = 0;
  Language language = Language::none;  ///< The only language that has it; none for several.

  explicit operator bool() const { return bytes != 0; }
};

/// What a form of `kind` can begin with in a text: both cases, and first bytes of accented letters.
const text::ByteSet& heads(Kind kind);

/// The same for the kinds from `first` to `last`.
inline text::ByteSet heads(Kind first, Kind last) {
  text::ByteSet all = heads(first);
  for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i)
    all = all | heads(static_cast<Kind>(i + 1));
  return all;
}

/// The longest form of the kinds from `first` to `last` at the front of `text`.  Neither a letter
/// nor a digit follows a form that ends in one of these or in a full stop.
Found longest(Kind first, Kind last, std::string_view text);

inline Found longest(Kind kind, std::string_view text) {
  if (text.empty() || !heads(kind).contains(text.front())) return {};
  return longest(kind, kind, text);
}

/// The form that `cell` is, blanks at its ends aside.  Of kinds that share it, that of `language`
/// is preferred, then the first.
Found exact(Kind first, Kind last, std::string_view cell, Language language = Language::none);

inline Found exact(Kind kind, std::string_view cell) { return exact(kind, kind, cell); }

/// The first form anywhere in `text` that begins and ends where words do, the longest there.
Found contains(Kind first, Kind last, std::string_view text);

inline Found contains(Kind kind, std::string_view text) { return contains(kind, kind, text); }

/// The longest form that `text` ends with and that begins where a word does.
Found ending(Kind first, Kind last, std::string_view text);

inline Found ending(Kind kind, std::string_view text) { return ending(kind, kind, text); }

/// How we write a meaning in a language: the first form of its row, in English where the language
/// has none.
std::string_view written(Kind kind, Language language, std::int16_t value = 0);

/// The language whose words `text` has most of; none when two have equally many.
Language language_of(std::string_view text);

/// The language of a wiki by a link or template call that a page's text begins with: "[[Archivo:",
/// "{{Ficha de"; none when every wiki may have it.
Language language_of_markup(std::string_view text);

/// All rows of a language, and of none: forms that people of any language write.
std::span<const Row> rows(Language language);

}  // namespace acta::words
