#pragma once
/// The words of headings, and the rounds and groups they name.  Private to football/.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// The folded words of a text; hyphens split, so that "Quarter-finals" and "Quarter finals" are
/// one.
class Words {
 public:
  explicit Words(std::string_view text);

  Words(const Words&) = delete;  // The words are views into the text beside them.
  Words& operator=(const Words&) = delete;

  std::size_t size() const { return words_.size(); }

  bool empty() const { return words_.empty(); }

  std::string_view operator[](std::size_t index) const { return words_[index]; }

  std::string_view front() const { return words_.front(); }

  std::string_view back() const { return words_.back(); }

  auto begin() const { return words_.begin(); }

  auto end() const { return words_.end(); }

  /// Whether one of them is `word`.
  bool has(std::string_view word) const;

  /// The words with one blank between them.
  std::string_view joined() const { return text_; }

 private:
  std::string text_;
  std::array<std::string_view, 12> few_;  // Most headings need no more.
  std::vector<std::string_view> many_;
  std::span<const std::string_view> words_;
};

/// A round by its name: its kind, and its number where it has one.
struct RoundName {
  RoundKind kind;
  std::int32_t ordinal;
};

/// The round that a heading names, if it names one.
std::optional<RoundName> round_kind(const Words& words);

/// Whether a heading names a group: "Group A", "Zona Norte".
bool is_group(const Words& words);

}  // namespace acta::football
