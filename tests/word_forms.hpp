#pragma once
/// The forms of all words, and how people spell them.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::tests {

inline constexpr auto all_languages = [] {
  std::array<words::Language, words::languages> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<words::Language>(i);
  return all;
}();

/// One form of a row, without the "*" of a head.
struct Form {
  words::Row row;
  words::Language language;
  std::string text;
  bool is_head;
};

/// Every form of every row.
inline std::vector<Form> forms() {
  std::vector<Form> forms;
  for (const words::Language language : all_languages) {
    for (const words::Row& row : words::rows(language)) {
      std::string_view rest = row.forms;
      while (true) {
        const std::size_t bar = rest.find('|');
        std::string text(rest.substr(0, bar));
        const bool is_head = text.ends_with('*');
        if (is_head) text.pop_back();
        if (text.starts_with('*')) text.erase(0, 1);
        forms.push_back({row, language, std::move(text), is_head});
        if (bar == std::string_view::npos) break;
        rest.remove_prefix(bar + 1);
      }
    }
  }
  return forms;
}

/// `text` in one case, "é" and "É" too: the letters of our languages, by the second of their two
/// bytes.
inline std::string in_case(std::string text, bool upper) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char& c = text[i];
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != '\xC3' || i + 1 == text.size()) continue;
    char& second = text[++i];
    const auto byte = static_cast<unsigned char>(second);
    if (upper && byte >= 0xA0) second = static_cast<char>(byte - 0x20);
    if (!upper && byte < 0xA0) second = static_cast<char>(byte + 0x20);
  }
  return text;
}

inline std::string capitalized(const std::string& text) {
  const std::size_t first = !text.empty() && text[0] == '\xC3' ? 2 : 1;
  return in_case(text.substr(0, first), true) + text.substr(std::min(first, text.size()));
}

/// As people write it, in lower, upper and title case, and without accents.
inline std::vector<std::string> spellings(const std::string& text) {
  return {text, in_case(text, false), in_case(text, true), capitalized(in_case(text, false)),
          text::fold(text)};
}

}  // namespace acta::tests
