#include "football/phrase/placeholder.hpp"

#include <algorithm>

#include "grammar/name.hpp"
#include "grammar/parse.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

bool is_placeholder(std::string_view name) {
  name = text::trim(name);
  if (name.empty() || name == "?" || text::is_dash(name)) return true;
  // "1. Winner B" of a numbered list
  const std::size_t digits = std::min(text::ascii_digits.find_outside(name), name.size());
  if (digits > 0 && name.substr(digits).starts_with(". ")) name.remove_prefix(digits + 2);
  if (grammar::parse<grammar::name::stand_in>(name)) return true;
  if (words::exact(Kind::not_applicable, Kind::no_opponent, name)) return true;
  for (const Kind head : {Kind::placeholder_head, Kind::undecided, Kind::no_opponent}) {
    if (words::longest(head, name)) return true;
  }
  const words::Found tail = words::ending(Kind::placeholder_tail, name);
  return tail && tail.at > 0;
}

}  // namespace acta::football
