#pragma once
/// Words that stand beside a side's name and never in one.
///
///     2–1   (4)   –   (12)   43'
///
/// Accepts more than scores: "1899-", "-12".  Whether a score has digits enough and is no pair of
/// years ("2014–15") is for the caller to count.

#include "grammar/token.hpp"

namespace acta::grammar::name {

namespace pegtl = tao::pegtl;

// clang-format off

// no_name      ::=  score | numbered | minute
// score        ::=  ( "(" | "[" )* ( dash | score_digits )? ( ")" | "]" | "," )* eof
// score_digits ::=  digit* ( ":" | dash ) digit*
// numbered     ::=  "(" digit+ any eof
// minute       ::=  digit+ prime
// bullet       ::=  U+00B7 | U+2022, and nothing beside it

struct lone_dash   : pegtl::seq<token::dash, pegtl::not_at<pegtl::digit>> {};
struct score_digits: pegtl::seq<pegtl::star<pegtl::digit>, pegtl::sor<pegtl::one<':'>, token::dash>,
                                pegtl::star<pegtl::digit>> {};
struct closing     : pegtl::seq<pegtl::star<pegtl::one<')', ']', ','>>, pegtl::eof> {};
struct score       : pegtl::seq<pegtl::star<pegtl::one<'(', '['>>,
                                pegtl::sor<pegtl::seq<lone_dash, closing>, pegtl::seq<score_digits, closing>,
                                           closing>> {};
struct numbered    : pegtl::seq<pegtl::one<'('>, pegtl::plus<pegtl::digit>, pegtl::any, pegtl::eof> {};
struct minute      : pegtl::seq<pegtl::plus<pegtl::digit>, token::prime> {};
struct bullet      : pegtl::seq<token::dot, pegtl::eof> {};
struct no_name     : pegtl::sor<score, numbered, minute> {};

// clang-format on

}  // namespace acta::grammar::name
