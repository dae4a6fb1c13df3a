#pragma once
/// Words of the languages that articles are read in.
///
///     word<Kind>            ::=  the longest form of a kind that the text goes on with
///     any_word<First, Last> ::=  the longest form of the kinds from First to Last
///
/// Case, accents, the kind of a dash and the length of a run of blanks do not matter.  Neither a
/// letter nor a digit follows a form that ends in one of these or in a full stop, so a rule needs
/// no "end of the word" behind it.  Never empty.

#include <string_view>

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "words/words.hpp"

namespace acta::grammar::token {

namespace pegtl = tao::pegtl;

template <words::Kind First, words::Kind Last>
struct any_word {
  using rule_t = any_word;
  using subs_t = pegtl::empty_list;

  template <typename ParseInput>
  static bool match(ParseInput& in) {
    static const text::ByteSet heads = words::heads(First, Last);
    const std::string_view text(in.current(), in.size());
    if (text.empty() || !heads.contains(text.front())) return false;
    words::Found found;
    if constexpr (First == Last) {
      found = words::longest(First, text);
    } else {
      found = words::longest(First, Last, text);
    }
    if (!found) return false;
    in.bump(found.bytes);
    return true;
  }
};

template <words::Kind Kind>
struct word : any_word<Kind, Kind> {};

}  // namespace acta::grammar::token

namespace tao::pegtl {

template <typename Name, acta::words::Kind First, acta::words::Kind Last>
struct analyze_traits<Name, acta::grammar::token::any_word<First, Last>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
