#pragma once
/// What a heading is: a round, a group, a leg, or a container of those.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "football/phrase/date.hpp"
#include "football/season.hpp"

namespace acta::football {

/// What a heading says beside rounds and stages.
enum class Topic : std::uint8_t { none, see_also, tie_breakers, scorers, records };

/// A heading.  One heading can be a group, a round and a leg at once ("Grupo A – Fecha 1"); it is a
/// container when it is none of them and not neutral.
struct Heading {
  MaybeText stage;                ///< "Group stage – Group A": the part that is a stage.
  MaybeText group;                ///< As written.
  MaybeText round;                ///< As written.
  std::optional<RoundKind> kind;  ///< Set with `round`.
  std::int32_t ordinal = 0;       ///< The number in "Second round" or "Fecha 3", 0 for none.
  MaybeInt leg;
  std::optional<DateLine> date;  ///< "Matchday 1 (14 June)", or a heading that is a date.
  bool replay = false;
  bool neutral = false;  ///< Names no stage: "Results", "Brazil vs Croatia", a date.
  Topic topic = Topic::none;
};

/// Classifies a heading's text.
Heading classify_heading(std::string_view text);

/// Whether a heading's words name a stage, which holds rounds but is none: "Group stage",
/// "Torneo Apertura", "Fase final".
bool names_stage(std::string_view text);

}  // namespace acta::football
