#pragma once
/// Keys of season infoboxes.  Private to football/.

#include <optional>
#include <string>

namespace acta::football {

/// What the field of a key says.
enum class Key {
  competition,
  country,
  season,
  title,
  dates,
  previous,
  next,
  winner,
  runner_up,
  third,
  fourth,
  promoted,
  relegated,
  defending,
  top_scorer,
  cup,
  cup_teams,
  counted,
  known
};

/// The meaning of a folded key, in either language and any of its spellings; nothing when it is
/// not known.
std::optional<Key> key_of(std::string name);

}  // namespace acta::football
