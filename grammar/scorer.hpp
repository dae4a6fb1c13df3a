#pragma once
/// The list of scorers under a match.
///
///     Luis Alejandro Torres 43' , Juan David Martínez 80' 88'
///     Pérez 45+2', 90' (pen.); Rojas (o.g.) 12'
///     10' Silva; en propia puerta 70'
///
/// Accepts more than editors should write: minutes without a player, players without a minute, a
/// number without a prime (the caller believes it only beside primed ones).
/// Accepts less: "/", a dash, "and" or a blank alone parts entries only behind a minute, for it may
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
// front_mark ::= a mark, not of one letter, before its minute                       "P." shortens a name

struct mark_word    : any_word<Kind::goal_penalty, Kind::own_goal_bare> {};
struct mark         : pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, mark_word, blanks, pegtl::one<')'>>,
                                 pegtl::seq<pegtl::one<'['>, blanks, mark_word, blanks, pegtl::one<']'>>> {};
struct bare_mark    : pegtl::sor<word<Kind::goal_penalty_bare>, word<Kind::own_goal_bare>> {};
struct minute_mark  : pegtl::sor<mark, bare_mark> {};
struct initial      : pegtl::seq<token::letter, pegtl::opt<pegtl::one<'.'>>, token::blank> {};
struct front_mark   : pegtl::seq<pegtl::not_at<initial>, mark_word> {};

// minute      ::=  ( primed | added | open | unknown ) ( blanks minute_mark )?
// primed      ::=  number blanks primes ( plus primes? )?             43', 90'+3
// added       ::=  number plus primes?                                45+2'
// open        ::=  number "+" ( primes | no letter or digit )         90+': not said how much
// unknown     ::=  ( "??" | "__" | "?" ) primes
// plus        ::=  blanks "+" blanks stoppage
// number      ::=  up to three digits; stoppage up to two
// primes      ::=  prime prime? | "min" | "minutos" ...
// bare_minute ::=  number, no letter, "." or dash behind it, ( blanks minute_mark )?
// minute_mark ::=  mark | bare_mark

struct primes       : pegtl::sor<pegtl::rep_min_max<1, 2, token::prime>, word<Kind::minute_unit>> {};
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
// fronted     ::=  front_mark blanks minute                           pen. 43'
// bare_end    ::=  bare_minute blanks, and then ",", ";", a digit or nothing

struct any_minute   : pegtl::sor<minute, bare_minute> {};
struct more_minutes : pegtl::rep_max<12, blanks, pegtl::opt<pegtl::one<',', ';'>>, blanks, any_minute> {};
struct in_brackets  : pegtl::seq<pegtl::one<'('>, blanks, any_minute, more_minutes, blanks, pegtl::one<')'>> {};
struct group        : pegtl::sor<minute, in_brackets> {};
struct joiner       : pegtl::seq<blanks, pegtl::opt<word<Kind::and_word>, blanks>> {};
struct minutes      : pegtl::seq<group, pegtl::star<joiner, group>> {};
struct fronted      : pegtl::seq<front_mark, blanks, minute> {};
struct bare_end     : pegtl::seq<bare_minute, blanks,
                                 pegtl::at<pegtl::sor<pegtl::one<',', ';'>, pegtl::eof, pegtl::digit>>> {};

// details ::=  ( blanks ( detail | aside | ending | strange ) )*
// detail  ::=  count | minutes | fronted | mark | bare_end
// count   ::=  "(" blanks digit blanks ")"                      goals, or a minute: for the caller to judge
// aside   ::=  ball | tooltip                                   what an icon leaves in the text: no field of a goal
// tooltip ::=  "Anotado en el minuto" blanks number ( "+" stoppage )? ( blanks "minutos de jogo" )?
// ending  ::=  "(" ( "golden goal" | "gg" ... ) ")"             how a goal ended the match: no field of a goal
// strange ::=  "(" text ")"                                     for the caller to judge

struct entry_mark   : pegtl::seq<mark> {};
struct count        : pegtl::seq<pegtl::digit> {};
struct lone_count   : pegtl::seq<pegtl::one<'('>, blanks, count, blanks, pegtl::one<')'>> {};
struct detail       : pegtl::sor<lone_count, minutes, fronted, entry_mark, bare_end> {};
struct ball         : pegtl::seq<pegtl::utf8::one<0x26BD>, pegtl::opt<pegtl::utf8::one<0xFE0F>>> {};
struct told_minute  : pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>,
                                 pegtl::opt<blanks, pegtl::one<'+'>, blanks, pegtl::rep_min_max<1, 2, pegtl::digit>>,
                                 pegtl::not_at<pegtl::sor<pegtl::digit, token::prime>>> {};
struct tooltip      : pegtl::seq<word<Kind::goal_tooltip>, blanks, told_minute,
                                 pegtl::opt<some_blanks, word<Kind::goal_tooltip_tail>>> {};
struct aside        : pegtl::sor<ball, tooltip> {};
struct ending       : pegtl::seq<pegtl::one<'('>, any_word<Kind::sudden_death, Kind::sudden_death_letters>,
                                 pegtl::one<')'>> {};
struct in_parens    : pegtl::seq<pegtl::one<'('>, pegtl::rep_max<60, pegtl::not_one<'(', ')', ';'>>,
                                 pegtl::one<')'>> {};
struct strange      : pegtl::seq<in_parens> {};
struct details      : pegtl::star<blanks, pegtl::sor<detail, aside, ending, strange>> {};

// entry     ::=  nameless | named
// nameless  ::=  detail details ( late who details )?           not nobody
// named     ::=  who details
// who       ::=  nobody | name
// nobody    ::=  "own goal" | "e.c." ..., where a name would end
// name      ::=  ( "(" text ")" | character )* before name_end
// name_end  ::=  "," | ";" | dot | mark | in_brackets | blank+ ( detail | aside | last_note | "," | ";" | nothing )
// last_note ::=  strange, and a detail, a break or nothing behind it
// late      ::=  blanks ( ":" | dash )? blanks, then a letter, not "and" blank      where names stand behind minutes

struct last_note    : pegtl::seq<in_parens, blanks, pegtl::sor<detail, pegtl::eof, pegtl::one<',', ';'>>> {};
struct name_end     : pegtl::sor<pegtl::one<',', ';'>, token::dot,
                                 pegtl::seq<some_blanks, pegtl::sor<detail, aside, last_note, pegtl::eof,
                                                                    pegtl::one<',', ';'>>>,
                                 mark, in_brackets> {};
struct name         : pegtl::plus<pegtl::not_at<name_end>, pegtl::sor<some_blanks, in_parens, pegtl::any>> {};
struct nobody       : pegtl::seq<any_word<Kind::own_goal, Kind::own_goal_bare>,
                                 pegtl::at<pegtl::sor<pegtl::eof, name_end>>> {};
struct who          : pegtl::sor<nobody, name> {};
struct conjunction  : pegtl::seq<word<Kind::and_word>, token::blank> {};
struct late         : pegtl::seq<blanks, pegtl::not_at<conjunction>, pegtl::opt<pegtl::sor<pegtl::one<':'>, dash>>,
                                 blanks, pegtl::at<token::letter>> {};
struct named        : pegtl::seq<who, details> {};
struct nameless     : pegtl::seq<pegtl::not_at<nobody>, detail, details, pegtl::opt<late, who, details>> {};
struct entry        : pegtl::sor<nameless, named> {};

// list       ::=  blanks entry? ( lone_break entry | entry_break+ entry? )* "."? end
// entry_break ::=  hard_break | comma_break
// hard_break  ::=  blanks ";" blanks | blank+ ( "/" | dash | "and" ) blank+
// comma_break ::=  blanks ( "," | dot ) blanks ( "and" blank+ )?      the same player's next goal may follow
// lone_break  ::=  blank+, then a capital letter                      where names stand before their minutes

struct hard_break   : pegtl::sor<pegtl::seq<blanks, pegtl::one<';'>, blanks>,
                                 pegtl::seq<some_blanks, pegtl::sor<pegtl::one<'/'>, dash, word<Kind::and_word>>,
                                            some_blanks>> {};
struct comma_break  : pegtl::seq<blanks, pegtl::sor<pegtl::one<','>, token::dot>, blanks,
                                 pegtl::opt<conjunction, blanks>> {};
struct entry_break  : pegtl::sor<hard_break, comma_break> {};
struct capital      : pegtl::sor<pegtl::upper, pegtl::not_range<char(0), char(127)>> {};
struct lone_break   : pegtl::seq<some_blanks, pegtl::at<capital>> {};
struct list         : pegtl::seq<blanks, pegtl::opt<entry>,
                                 pegtl::star<pegtl::sor<pegtl::seq<pegtl::plus<entry_break>, pegtl::opt<entry>>,
                                                        pegtl::seq<lone_break, entry>>>,
                                 pegtl::opt<pegtl::one<'.'>>, token::end> {};

// kicks       ::=  blanks kick ( blanks ( "," | ";" ) blanks kick )* end             Paz ✓, Mar (missed), ✗ Sol
// kick        ::=  outcome blanks taker | taker blanks outcome
// outcome     ::=  scored | missed | "(" blanks ( scored | missed ) blanks ")"
// scored      ::=  U+2713 | U+2714 | U+2611 | U+2705 | "scored" | "convertido" ...
// missed      ::=  U+2717 | U+2718 | U+2612 | U+274C | U+00D7 | "missed" | "atajado" ...

struct scored       : pegtl::sor<pegtl::utf8::one<0x2713, 0x2714, 0x2611, 0x2705>, word<Kind::kick_scored>> {};
struct missed       : pegtl::sor<pegtl::utf8::one<0x2717, 0x2718, 0x2612, 0x274C, 0xD7>, word<Kind::kick_missed>> {};
struct bare_outcome : pegtl::sor<scored, missed> {};
struct outcome      : pegtl::sor<bare_outcome,
                                 pegtl::seq<pegtl::one<'('>, blanks, bare_outcome, blanks, pegtl::one<')'>>> {};
struct kick_end     : pegtl::seq<blanks, pegtl::sor<pegtl::one<',', ';'>, pegtl::eof>> {};
struct taker        : pegtl::plus<pegtl::not_at<blanks, pegtl::opt<outcome>, kick_end>, pegtl::any> {};
struct kick         : pegtl::sor<pegtl::seq<outcome, blanks, taker>, pegtl::seq<taker, blanks, outcome>> {};
struct kicks        : pegtl::seq<blanks, kick, pegtl::star<blanks, pegtl::one<',', ';'>, blanks, kick>, token::end> {};

// clang-format on

}  // namespace acta::grammar::scorer
