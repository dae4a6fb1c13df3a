#pragma once
/// Tokens that date, match and value lines share.
///
///     blank  ::= " " | "\t" | U+00A0 | U+2009 | U+202F
///     dash   ::= "-" | U+2010 | U+2011 | U+2012 | U+2013 | U+2014 | U+2212
///     letter ::= A-Z | a-z | any byte of a character beyond ASCII
///     word   ::= letter+
///
/// Accepts more than letters beyond ASCII: what a word means is decided by a table, not here.

#include <tao/pegtl.hpp>

namespace acta::grammar::token {

namespace pegtl = tao::pegtl;

// clang-format off
struct wide_blank   : pegtl::sor<pegtl::string<'\xC2', '\xA0'>, pegtl::string<'\xE2', '\x80', '\x89'>, pegtl::string<'\xE2', '\x80', '\xAF'>> {};
struct blank        : pegtl::sor<pegtl::one<' ', '\t'>, pegtl::seq<pegtl::at<pegtl::one<'\xC2', '\xE2'>>, wide_blank>> {};
struct blanks       : pegtl::star<blank> {};
struct some_blanks  : pegtl::plus<blank> {};
struct wide_dash    : pegtl::utf8::one<0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212> {};
struct dash         : pegtl::sor<pegtl::one<'-'>, pegtl::seq<pegtl::at<pegtl::one<'\xE2'>>, wide_dash>> {};
struct letter       : pegtl::sor<pegtl::alpha, pegtl::not_range<char(0), char(127)>> {};
struct word         : pegtl::plus<letter> {};
struct end          : pegtl::seq<blanks, pegtl::eof> {};

// clang-format on

}  // namespace acta::grammar::token
