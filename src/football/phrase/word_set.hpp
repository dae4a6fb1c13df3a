#pragma once
/// Fixed sets of words, found by a hash table that is made at compile time.  Private to football/.

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

/// Words of a table, each known by its place there.  Of equal words the first counts.
template <std::size_t Count>
class WordSet {
 public:
  explicit constexpr WordSet(const std::array<std::string_view, Count>& words) : words_(words) {
    for (std::size_t i = 0; i < Count; ++i) {
      if (index_of(words[i]) != Count) continue;
      std::size_t slot = slot_of(words[i]);
      while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }

  /// The place of `word` in the table, Count when it is not there.
  constexpr std::size_t index_of(std::string_view word) const {
    for (std::size_t slot = slot_of(word); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
      const std::size_t index = slots_[slot] - std::size_t{1};
      if (words_[index] == word) return index;
    }
    return Count;
  }

  static constexpr std::size_t size() { return Count; }

  /// Bytes of the longest word.
  constexpr std::size_t longest() const {
    std::size_t bytes = 0;
    for (const std::string_view word : words_) bytes = std::max(bytes, word.size());
    return bytes;
  }

  constexpr bool contains(std::string_view word) const { return index_of(word) != Count; }

 private:
  // The length and three letters tell nearly all words of a table apart.
  static constexpr std::size_t slot_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto letter = [word](std::size_t i) {
      return std::uint32_t{static_cast<unsigned char>(word[i])};
    };
    const std::uint32_t sum = static_cast<std::uint32_t>(word.size()) + (letter(0) << 8U) +
                              (letter(word.size() / 2) << 16U) + (letter(word.size() - 1) << 24U);
    return (sum * 0x9E3779B1U >> 16U) % slot_count;
  }

  static constexpr std::size_t slot_count = std::bit_ceil(4 * Count);

  std::array<std::string_view, Count> words_;
  std::array<std::uint16_t, slot_count> slots_{};
};

/// The place of the folded form of `word`, Count when it is not there.
template <std::size_t Count>
std::size_t find_folded(const WordSet<Count>& words, std::string_view word) {
  std::array<char, 16> key{};
  assert(words.longest() <= key.size());
  const bool is_short = word.size() <= key.size();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c >= text::ascii_folds.size() || text::is_space(c)) return words.index_of(text::fold(word));
    if (is_short) key[i] = text::ascii_folds[c];
  }
  return is_short ? words.index_of({key.data(), word.size()}) : Count;
}

/// The words that stand in a member of a table's entries.
template <typename Entry, std::size_t Count>
constexpr WordSet<Count> index_by(std::string_view Entry::*word,
                                  const std::array<Entry, Count>& table) {
  std::array<std::string_view, Count> words{};
  for (std::size_t i = 0; i < Count; ++i) words[i] = table[i].*word;
  return WordSet<Count>(words);
}

}  // namespace acta::football
