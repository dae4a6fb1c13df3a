#pragma once
/// Code points, blanks, and the letters that fold to ASCII: tables of unicode.cpp, without ICU.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace acta::text {

/// A code point and the bytes that spell it.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
};

/// The code point at the front of `text` (not empty).  Ill-formed bytes give U+FFFD, one each.
constexpr CodePoint front(std::string_view text) {
  const auto byte = [text](std::size_t i) -> char32_t {
    return static_cast<unsigned char>(text[i]);
  };
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
  const char32_t lead = byte(0);
  if (lead < 0x80) {
    return {lead, 1};
  }
  if (lead >= 0xC0 && lead < 0xE0 && text.size() >= 2) {
    return {(lead & 0x1FU) << 6U | tail(1), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && text.size() >= 3) {
    return {(lead & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
  }
  if (lead >= 0xF0 && text.size() >= 4) {
    return {(lead & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
  }
  return {0xFFFD, 1};
}

/// A set of bytes, to be looked for at once.
class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char byte : bytes) holds_[static_cast<unsigned char>(byte)] = true;
  }

  constexpr bool contains(char byte) const { return holds_[static_cast<unsigned char>(byte)]; }

  /// The bytes of both sets.
  constexpr ByteSet operator|(const ByteSet& other) const {
    ByteSet both = *this;
    for (std::size_t i = 0; i < holds_.size(); ++i) both.holds_[i] |= other.holds_[i];
    return both;
  }

  /// Where the first byte of `text` from `at` on stands that is in the set; npos when none is.
  constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !contains(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
  }

  /// The same for the first byte that is not in the set.
  constexpr std::size_t find_outside(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && contains(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
  }

 private:
  std::array<bool, 256> holds_{};
};

inline constexpr ByteSet ascii_digits("0123456789");

/// Unicode's White_Space.
constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// Characters that show nothing and part no words: zero width blanks, soft hyphens, marks of
/// direction.
constexpr bool is_zero_width(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0xFEFF;
}

/// What ASCII folds to: letters to lower case, blanks to " ", a grave accent to an apostrophe.
inline constexpr std::array<char, 0x80> ascii_folds = [] {
  std::array<char, 0x80> folds{};
  for (char32_t c = 0; c < folds.size(); ++c) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const char32_t folded = is_space(c) ? U' ' : c == '`' ? U'\'' : is_upper ? c + ('a' - 'A') : c;
    folds[c] = static_cast<char>(folded);
  }
  return folds;
}();

/// What the characters from U+00A0 to U+017F fold to.
// clang-format off
inline constexpr std::array<std::string_view, 0x180 - 0xA0> latin_folds = {
    " ", "¡", "¢", "£", "¤", "¥", "¦", "§", " ", "©", "a", "«", "¬", "", "®", " ",    // NBSP
    "°", "±", "2", "3", "'", "μ", "¶", "·", " ", "1", "o", "»", "1⁄4", "1⁄2", "3⁄4", "¿",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // À
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss", // Ð
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // à
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",  // ð
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",   // Ā
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",   // Đ
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",   // Ġ
    "i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l", "l", "l", "l", "l", "l", "l·", // İ
    "l·", "l", "l", "n", "n", "n", "n", "n", "n", "'n", "n", "n", "o", "o", "o", "o", // ŀ
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // Ő
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",   // Š
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",   // Ű
};

// clang-format on

/// A letter with a hook, a stroke or a form of its own, and its ASCII form.
struct LetterFold {
  char32_t letter;
  std::string_view ascii;
};

/// Lower-case letters of Latin alphabets that no decomposition takes to ASCII, as CLDR's
/// Latin-ASCII has them.
inline constexpr auto letter_folds = std::to_array<LetterFold>({
    {0x0180, "b"}, {0x0188, "c"}, {0x018C, "d"}, {0x0192, "f"}, {0x0199, "k"}, {0x019A, "l"},
    {0x019E, "n"}, {0x01A5, "p"}, {0x01AD, "t"}, {0x01B4, "y"}, {0x01B6, "z"}, {0x01E5, "g"},
    {0x0225, "z"}, {0x0237, "j"}, {0x023C, "c"}, {0x0247, "e"}, {0x0249, "j"}, {0x024D, "r"},
    {0x024F, "y"}, {0x0253, "b"}, {0x0256, "d"}, {0x0257, "d"}, {0x0259, "e"}, {0x025B, "e"},
    {0x0260, "g"}, {0x0268, "i"}, {0x0272, "n"}, {0x0288, "t"}, {0x028B, "v"},
});

/// Hyphens, dashes and the minus sign, ASCII's aside.
constexpr bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

/// What a dash begins with, ASCII's too.
inline constexpr ByteSet dash_heads("-\xE2");

/// Bytes of the dash that `text` begins with, be it ASCII's, a wider one or a minus sign; 0 when it
/// begins with something else.
constexpr std::size_t dash_bytes(std::string_view text) {
  if (text.empty() || !dash_heads.contains(text.front())) return 0;
  if (text.front() == '-') return 1;
  const CodePoint first = front(text);
  return is_dash(first.value) ? first.size : 0;
}

/// Whether `text` is a dash and nothing else.
constexpr bool is_dash(std::string_view text) {
  return !text.empty() && dash_bytes(text) == text.size();
}

/// Apostrophes, single quotation marks and the letters that look like them, ASCII's aside.
constexpr bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02B9 || (c >= 0x02BB && c <= 0x02BF);
}

/// Double quotation marks written high, ASCII's aside.
constexpr bool is_quotation_mark(char32_t c) { return c >= 0x201C && c <= 0x201F && c != 0x201E; }

/// The folded form of `c` where it is known without ICU; " " for a blank.
inline std::optional<std::string_view> known_fold(char32_t c) {
  if (c < ascii_folds.size()) {
    return std::string_view(&ascii_folds[c], 1);
  }
  if (c >= 0xA0 && c < 0x180) {
    return latin_folds[c - 0xA0];
  }
  if (is_dash(c)) {
    return "-";
  }
  if (is_apostrophe(c)) {
    return "'";
  }
  if (is_quotation_mark(c)) {
    return "\"";
  }
  if (is_space(c)) {
    return " ";
  }
  if (is_zero_width(c)) {
    return "";
  }
  const auto* const found =
      std::lower_bound(letter_folds.begin(), letter_folds.end(), c,
                       [](const LetterFold& row, char32_t letter) { return row.letter < letter; });
  if (found == letter_folds.end() || found->letter != c) {
    return std::nullopt;
  }
  return found->ascii;
}

}  // namespace acta::text
