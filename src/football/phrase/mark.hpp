#pragma once
/// What pictures beside a player say: cards, missed penalties, substitutions.

#include <string_view>
#include <vector>

#include "football/season.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// A minute: 90+2' is minute 90, stoppage 2.  Both are null where none is told.
struct MarkMinute {
  MaybeInt minute;
  MaybeInt stoppage;
};

/// A card.
struct CardMark {
  CardKind kind = CardKind::yellow;
  MarkMinute at;
};

/// Whether a picture is a card.
bool is_card(const wiki::Call& call);

/// The cards that a picture stands for: {{sent off|2|15|72}} is a yellow one and the second.
std::vector<CardMark> cards_of(const wiki::Call& call);

/// The minute that a text begins with: "72'", "90+3'".
MarkMinute parse_minute(std::string_view text);

/// The first minute that stands with a picture.
MarkMinute minute_of(const wiki::Call& call);

}  // namespace acta::football
