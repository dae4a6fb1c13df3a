#pragma once
/// Keys of season infoboxes.  Private to football/.

#include <string_view>

#include "words/kinds.hpp"

namespace acta::football {

/// What the field of a key says, in any language and any of its spellings: a kind from
/// key_competition to key_club, key_cup or key_cup_teams; key_known for what no record takes, and
/// Kind::count for a key that is not known.
words::Kind key_of(std::string_view key);

}  // namespace acta::football
