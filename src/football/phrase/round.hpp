#pragma once
/// The rounds, groups and legs that the parts of headings name.  Private to football/.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "football/season.hpp"

namespace acta::football {

/// The words of a text, folded, with one blank between two; hyphens part them, so that
/// "Quarter-finals" and "Quarter finals" are one.
std::string plain_words(std::string_view text);

/// A round by its name: its kind, and its number where it has one.
struct RoundName {
  RoundKind kind = RoundKind::other;
  std::int32_t ordinal = 0;
};

/// The round that plain words name, if they name one.
std::optional<RoundName> round_of(std::string_view plain);

/// Whether plain words name a group: "Group A", "Zona Norte".
bool names_group(std::string_view plain);

/// Whether plain words say that a match is played again: "Replay", "Desempate".
bool names_replay(std::string_view plain);

/// The leg that plain words name: 1 for "First leg", 2 for "Partido de vuelta".
MaybeInt leg_of(std::string_view plain);

/// A name and the leg behind it.
struct NameWithLeg {
  std::string_view name;
  std::int32_t leg = 0;
};

/// Cuts the leg from "Semi-final first leg" or "Final de vuelta", as they are written.
std::optional<NameWithLeg> cut_leg(std::string_view text);

}  // namespace acta::football
