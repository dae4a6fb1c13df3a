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

namespace grammar::token {

namespace pegtl = tao::pegtl;

// clang-format off
struct blank        : pegtl::sor<pegtl::one<' ', '\t'>, pegtl::utf8::one<0x00A0, 0x2009, 0x202F>> {};
struct blanks       : pegtl::star<blank> {};
struct some_blanks  : pegtl::plus<blank> {};
struct wide_dash    : pegtl::utf8::one<0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212> {};
struct dash         : pegtl::sor<pegtl::one<'-'>, wide_dash> {};
struct letter       : pegtl::sor<pegtl::alpha, pegtl::not_range<char(0), char(127)>> {};
struct word         : pegtl::plus<letter> {};
struct end          : pegtl::seq<blanks, pegtl::eof> {};

// clang-format on

}  // namespace grammar::token
