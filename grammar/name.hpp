#pragma once
/// Words that stand beside a side's name and never in one.
///
///     2–1   (4)   –   (12)   43'
///
/// Accepts more than scores: "1899-", "-12".  Whether a score has digits enough and is no pair of
/// years ("2014–15") is for the caller to count.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

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
// stand_in     ::=  digit+ ordinal_tail eof | ( "team" | "match" | "seed" ... ) blank+ ( digit+ | letter ) eof
//                   1st, 2.º: a place; Team 1, Match A: who is not known yet

struct place_alone : pegtl::seq<pegtl::plus<pegtl::digit>, pegtl::opt<pegtl::one<'.'>>, token::word<words::Kind::ordinal_tail>,
                                pegtl::eof> {};
struct some_side   : pegtl::sor<token::word<words::Kind::column_team>, token::word<words::Kind::match_number>,
                                token::word<words::Kind::seed>> {};
struct side_number : pegtl::sor<pegtl::plus<pegtl::digit>, token::letter> {};
struct stand_in    : pegtl::sor<place_alone, pegtl::seq<some_side, token::some_blanks, side_number, pegtl::eof>> {};
struct no_name     : pegtl::sor<score, numbered, minute> {};

// clang-format on

}  // namespace acta::grammar::name
