#pragma once
/// What lines of all kinds are made of: blanks, dashes, primes, numbers, ends.
///
/// Accepts more than letters beyond ASCII: what a word means is decided by a table of words.

#include <cstddef>
#include <string_view>

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "text/characters.hpp"

namespace acta::grammar::token {

namespace pegtl = tao::pegtl;

// clang-format off

// blank       ::=  " " | tab | U+00A0 | U+2009 | U+202F
// plain<...>  ::=  a byte that no blank begins with, and none of those named
// blanks      ::=  blank*
// some_blanks ::=  blank+
// end         ::=  blanks, and nothing behind them

struct wide_blank  : pegtl::sor<pegtl::string<'\xC2', '\xA0'>, pegtl::string<'\xE2', '\x80', '\x89'>,
                                pegtl::string<'\xE2', '\x80', '\xAF'>> {};
struct blank       : pegtl::sor<pegtl::one<' ', '\t'>,
                                pegtl::seq<pegtl::at<pegtl::one<'\xC2', '\xE2'>>, wide_blank>> {};
template <char... Others>
struct plain       : pegtl::not_one<' ', '\t', '\xC2', '\xE2', Others...> {};
struct blanks      : pegtl::star<blank> {};
struct some_blanks : pegtl::plus<blank> {};
struct end         : pegtl::seq<blanks, pegtl::eof> {};

// dash  ::=  "-" | U+2010 | U+2011 | U+2012 | U+2013 | U+2014 | U+2015 | U+2212
// prime ::=  "'" | "`" | U+00B4 | U+02B9 | U+02BC | U+2018 | U+2019 | U+2032
// dot   ::=  U+00B7 | U+2022

struct dash {
  using rule_t = dash;
  using subs_t = pegtl::empty_list;

  template <typename ParseInput>
  static bool match(ParseInput& in) {
    const std::size_t bytes = text::dash_bytes({in.current(), in.size()});
    in.bump_in_this_line(bytes);
    return bytes != 0;
  }
};

struct prime : pegtl::sor<pegtl::one<'\'', '`'>, pegtl::utf8::one<0xB4, 0x2B9, 0x2BC, 0x2018, 0x2019, 0x2032>> {};
struct dot   : pegtl::utf8::one<0xB7, 0x2022> {};

// letter       ::=  A-Z | a-z | a byte of a character beyond ASCII
// letters      ::=  letter+
// up_to_2, ..  ::=  so many digits, and no more behind them

struct letter     : pegtl::sor<pegtl::alpha, pegtl::not_range<char(0), char(127)>> {};
struct letters    : pegtl::plus<letter> {};
struct two_digits : pegtl::seq<pegtl::rep<2, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct up_to_2    : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct up_to_3    : pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};

// clang-format on

}  // namespace acta::grammar::token

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, acta::grammar::token::dash> : analyze_any_traits<> {};

}  // namespace tao::pegtl
