#include "football/infobox/keys.hpp"

#include "text/characters.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

words::Kind key_of(std::string_view key) {
  const words::Found whole = words::exact(Kind::key_competition, Kind::key_known, key);
  if (whole) return whole.kind;
  if (words::longest(Kind::key_cup_teams, key)) return Kind::key_cup_teams;
  if (words::longest(Kind::key_cup, key)) {
    return words::contains(Kind::key_qualifiers, key) ? Kind::key_cup_teams : Kind::key_cup;
  }
  // A club's cups are numbered.
  const words::Found cup = words::longest(Kind::key_own_cup, key);
  const bool own_cup = cup && cup.bytes < key.size() && text::ascii_digits.contains(key[cup.bytes]);
  const bool known = own_cup || words::longest(Kind::key_kit, key) ||
                     words::longest(Kind::key_custom_label, key) ||
                     words::ending(Kind::key_flag_or_note, key);
  return known ? Kind::key_known : Kind::count;
}

}  // namespace acta::football
