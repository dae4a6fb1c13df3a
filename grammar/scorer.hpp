#pragma once
/// The list of scorers under a match.
///
///     Luis Alejandro Torres 43' , Juan David Martínez 80' 88'
///     Pérez 45+2', 90' (pen.); Rojas (o.g.) 12'
///     10' Silva; en propia puerta 70'
///
/// Accepts more than editors should write: minutes without a player, players without a minute, a
/// number without a prime (the caller believes it only beside primed ones).
/// Accepts less: "/" or a dash parts entries only behind a minute and between blanks, for it may
/// stand in a name.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::scorer {

namespace pegtl = tao::pegtl;
using token::any_word;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// mark      ::=  "(" blanks ( penalty | own goal ) blanks ")" | "[" ... "]"         (pen.), [o.g.]
// bare_mark ::=  "pen." | "pk" ... | "o.g." | "e.c." ...                            those that are no name

struct mark_word    : any_word<Kind::goal_penalty, Kind::own_goal_bare> {};
struct mark         : pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, mark_word, blanks, pegtl::one<')'>>,
                                 pegtl::seq<pegtl::one<'['>, blanks, mark_word, blanks, pegtl::one<']'>>> {};
struct bare_mark    : pegtl::sor<word<Kind::goal_penalty_bare>, word<Kind::own_goal_bare>> {};
struct minute_mark  : pegtl::sor<mark, bare_mark> {};

// minute      ::=  ( primed | added | open | unknown ) ( blanks minute_mark )?
// primed      ::=  number blanks primes ( plus primes? )?             43', 90'+3
// added       ::=  number plus primes?                                45+2'
// open        ::=  number "+" ( primes | no letter or digit )         90+': not said how much
// unknown     ::=  ( "??" | "__" | "?" ) primes
// plus        ::=  blanks "+" blanks stoppage
// number      ::=  up to three digits; stoppage up to two
// primes      ::=  prime prime?
// bare_minute ::=  number, no letter, "." or dash behind it, ( blanks minute_mark )?
// minute_mark ::=  mark | bare_mark

struct primes       : pegtl::rep_min_max<1, 2, token::prime> {};
struct number       : token::up_to_3 {};
struct stoppage     : token::up_to_2 {};
struct plus         : pegtl::seq<blanks, pegtl::one<'+'>, blanks, stoppage> {};
struct primed       : pegtl::seq<number, blanks, primes, pegtl::opt<plus, pegtl::opt<primes>>> {};
struct added        : pegtl::seq<number, plus, pegtl::opt<primes>> {};
struct open         : pegtl::seq<number, pegtl::one<'+'>,
                                 pegtl::sor<primes, pegtl::not_at<pegtl::sor<token::letter, pegtl::digit>>>> {};
struct unknown      : pegtl::seq<pegtl::sor<pegtl::string<'?', '?'>, pegtl::string<'_', '_'>, pegtl::one<'?'>>,
                                 primes> {};
struct minute       : pegtl::seq<pegtl::sor<primed, added, open, unknown>, pegtl::opt<blanks, minute_mark>> {};
struct bare_minute  : pegtl::seq<number, pegtl::not_at<pegtl::sor<token::letter, pegtl::one<'.'>, dash>>,
                                 pegtl::opt<blanks, minute_mark>> {};

// minutes     ::=  group ( joiner group )*
// group       ::=  minute | in_brackets
// in_brackets ::=  "(" blanks any_minute ( blanks ( "," | ";" )? blanks any_minute )* blanks ")"       at most 13
// any_minute  ::=  minute | bare_minute
// joiner      ::=  blanks ( ( "and" | "y" | "&" ... ) blanks )?
// bare_end    ::=  bare_minute blanks, and then ",", ";", a digit or nothing

struct any_minute   : pegtl::sor<minute, bare_minute> {};
struct more_minutes : pegtl::rep_max<12, blanks, pegtl::opt<pegtl::one<',', ';'>>, blanks, any_minute> {};
struct in_brackets  : pegtl::seq<pegtl::one<'('>, blanks, any_minute, more_minutes, blanks, pegtl::one<')'>> {};
struct group        : pegtl::sor<minute, in_brackets> {};
struct joiner       : pegtl::seq<blanks, pegtl::opt<word<Kind::and_word>, blanks>> {};
struct minutes      : pegtl::seq<group, pegtl::star<joiner, group>> {};
struct bare_end     : pegtl::seq<bare_minute, blanks,
                                 pegtl::at<pegtl::sor<pegtl::one<',', ';'>, pegtl::eof, pegtl::digit>>> {};

// details ::=  ( blanks ( detail | ending | strange ) )*
// detail  ::=  minutes | mark | bare_end
// ending  ::=  "(" ( "golden goal" | "gg" ... ) ")"             how a goal ended the match: no field of a goal
// strange ::=  "(" text ")"                                     for the caller to judge

struct entry_mark   : pegtl::seq<mark> {};
struct detail       : pegtl::sor<minutes, entry_mark, bare_end> {};
struct ending       : pegtl::seq<pegtl::one<'('>, any_word<Kind::sudden_death, Kind::sudden_death_letters>,
                                 pegtl::one<')'>> {};
struct strange      : pegtl::seq<pegtl::one<'('>, pegtl::rep_max<60, pegtl::not_one<'(', ')', ',', ';'>>,
                                 pegtl::one<')'>> {};
struct details      : pegtl::star<blanks, pegtl::sor<detail, ending, strange>> {};

// entry     ::=  nameless | named
// nameless  ::=  detail details ( late who details )?
// named     ::=  who details
// who       ::=  nobody | name
// nobody    ::=  "own goal" | "e.c." ..., where a name would end
// name      ::=  characters before name_end
// name_end  ::=  "," | ";" | dot | mark | in_brackets | blank+ ( detail | "," | ";" | nothing )
// late      ::=  ( ":" | "-" )? blanks, not ( "and" | "y" ... ) blank

struct name_end     : pegtl::sor<pegtl::one<',', ';'>, token::dot,
                                 pegtl::seq<some_blanks, pegtl::sor<detail, pegtl::eof, pegtl::one<',', ';'>>>,
                                 mark, in_brackets> {};
struct name         : pegtl::plus<pegtl::not_at<name_end>, pegtl::sor<some_blanks, pegtl::any>> {};
struct nobody       : pegtl::seq<any_word<Kind::own_goal, Kind::own_goal_bare>,
                                 pegtl::at<pegtl::sor<pegtl::eof, name_end>>> {};
struct who          : pegtl::sor<nobody, name> {};
struct late         : pegtl::seq<pegtl::not_at<word<Kind::and_word>, token::blank>, pegtl::opt<pegtl::one<':', '-'>>,
                                 blanks> {};
struct named        : pegtl::seq<who, details> {};
struct nameless     : pegtl::seq<detail, details, pegtl::opt<late, who, details>> {};
struct entry        : pegtl::sor<nameless, named> {};

// list       ::=  blanks entry? ( entry_break+ entry? )* "."? end
// entry_break ::=  hard_break | comma_break
// hard_break  ::=  blanks ";" blanks | blank+ ( "/" | dash ) blank+
// comma_break ::=  blanks ( "," | dot ) blanks                   the same player's next goal may follow

struct hard_break   : pegtl::sor<pegtl::seq<blanks, pegtl::one<';'>, blanks>,
                                 pegtl::seq<some_blanks, pegtl::sor<pegtl::one<'/'>, dash>, some_blanks>> {};
struct comma_break  : pegtl::seq<blanks, pegtl::sor<pegtl::one<','>, token::dot>, blanks> {};
struct entry_break  : pegtl::sor<hard_break, comma_break> {};
struct list         : pegtl::seq<blanks, pegtl::opt<entry>, pegtl::star<pegtl::plus<entry_break>, pegtl::opt<entry>>,
                                 pegtl::opt<pegtl::one<'.'>>, token::end> {};

// clang-format on

}  // namespace acta::grammar::scorer
