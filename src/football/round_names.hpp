#pragma once
/// The words of headings, and the rounds and groups they name.  Private to football/.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

using Words = std::vector<std::string>;

/// Folded words; hyphens split, so that "Quarter-finals" and "Quarter finals" are one.
Words words_of(std::string_view text);

/// Words with one blank between them.
std::string joined(const Words& words);

/// Whether `word` is in `list`.
bool is_one_of(std::string_view word, std::span<const std::string_view> list);

/// Whether one of `words` is `word`.
bool has(const Words& words, std::string_view word);

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
