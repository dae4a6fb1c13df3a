#pragma once
/// The list of scorers under a match.
///
///     Luis Alejandro Torres 43' , Juan David Martínez 80' 88'
///     Pérez 45+2', 90' (pen.); Rojas (o.g.) 12'
///
///     list    ::= entry ( separator entry )* end
///     entry   ::= minute_first | minutes | name ( mark | minutes )*
///     separator ::= ";" | "," | "·" | "•" | blank "/" blank | blank dash blank
///     minutes ::= minute ( ( blank | "and" | "y" | "&" )* minute )*
///     minute  ::= n "'" ( "+" n "'"? )? mark? | n "+" n "'"? mark?
///             |   "(" minute ( "," minute )* ")"
///     mark    ::= "(pen.)" | "(o.g.)" ...                    -- with or without brackets
///
///     A "/" or a dash with blanks around parts entries only behind a minute.
///
/// Accepts more than editors should write: minutes without a player, players without a minute, a
/// number without a prime (the caller believes it only beside primed ones).

#include "grammar/token.hpp"

namespace acta::grammar::scorer {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::some_blanks;

#define ACTA_WORD(x) TAO_PEGTL_ISTRING(x)

// clang-format off
struct word_end     : pegtl::not_at<pegtl::sor<token::letter, pegtl::digit>> {};
struct prime        : pegtl::sor<pegtl::one<'\'', '`'>, pegtl::utf8::one<0x2019, 0x2032, 0x00B4, 0x02B9, 0x02BC, 0x2018>> {};
struct primes       : pegtl::rep_min_max<1, 2, prime> {};

struct regulation   : pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct added        : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct open_added   : pegtl::one<'+'> {};
struct plus_added   : pegtl::seq<blanks, pegtl::one<'+'>, blanks, added, pegtl::not_at<pegtl::digit>> {};
struct primed       : pegtl::seq<regulation, blanks, primes, pegtl::opt<plus_added, pegtl::opt<primes>>> {};
struct added_minute : pegtl::seq<regulation, plus_added, pegtl::opt<primes>> {};
struct open_minute  : pegtl::seq<regulation, open_added, pegtl::sor<primes, pegtl::not_at<pegtl::sor<token::letter, pegtl::digit>>>> {};
struct unknown      : pegtl::seq<pegtl::sor<pegtl::string<'?', '?'>, pegtl::string<'_', '_'>, pegtl::one<'?'>>, primes> {};
struct bare         : pegtl::seq<regulation, pegtl::not_at<pegtl::sor<token::letter, pegtl::one<'.', '-'>>>> {};

struct pen_word     : pegtl::sor<ACTA_WORD("penalty"), ACTA_WORD("penalti"), ACTA_WORD("penal"), ACTA_WORD("pen."), ACTA_WORD("pen"), ACTA_WORD("p.k."), ACTA_WORD("pk"), ACTA_WORD("p."), ACTA_WORD("p")> {};
struct og_word      : pegtl::sor<ACTA_WORD("own goal"), ACTA_WORD("o.g."), ACTA_WORD("o.g"), ACTA_WORD("og"), ACTA_WORD("a.g."), ACTA_WORD("a.g"), ACTA_WORD("ag"), ACTA_WORD("e.c."),
                                 ACTA_WORD("e/c"), ACTA_WORD("ec"), ACTA_WORD("en contra"), ACTA_WORD("autogol"), ACTA_WORD("en propia puerta"), ACTA_WORD("en propia meta"), ACTA_WORD("p.p."), ACTA_WORD("pp")> {};
struct penalty      : pegtl::seq<pen_word, word_end> {};
struct own_goal     : pegtl::seq<og_word, word_end> {};
struct mark_word    : pegtl::sor<own_goal, penalty> {};
struct mark         : pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, mark_word, blanks, pegtl::one<')'>>,
                                 pegtl::seq<pegtl::one<'['>, blanks, mark_word, blanks, pegtl::one<']'>>> {};
struct bare_pen     : pegtl::seq<pegtl::sor<ACTA_WORD("pen."), ACTA_WORD("pen"), ACTA_WORD("pk"), ACTA_WORD("p.")>, word_end> {};
struct bare_og      : pegtl::seq<pegtl::sor<ACTA_WORD("o.g."), ACTA_WORD("o.g"), ACTA_WORD("og"), ACTA_WORD("a.g."), ACTA_WORD("e.c.")>, word_end> {};
struct minute_mark  : pegtl::sor<mark, bare_pen, bare_og> {};

struct minute_form  : pegtl::sor<primed, added_minute, open_minute, unknown> {};
struct minute       : pegtl::seq<minute_form, pegtl::opt<blanks, minute_mark>> {};
struct bare_minute  : pegtl::seq<bare, pegtl::opt<blanks, minute_mark>> {};
struct any_minute   : pegtl::sor<minute, bare_minute> {};
struct joiner       : pegtl::seq<blanks, pegtl::opt<pegtl::sor<pegtl::one<'&', 'y', 'e'>, ACTA_WORD("and")>, blanks>> {};
struct in_brackets  : pegtl::seq<pegtl::one<'('>, blanks, any_minute, pegtl::rep_max<12, blanks, pegtl::opt<pegtl::one<',', ';'>>, blanks, any_minute>, blanks, pegtl::one<')'>> {};
struct minutes      : pegtl::seq<pegtl::sor<minute, in_brackets>, pegtl::star<joiner, pegtl::sor<minute, in_brackets>>> {};
struct bare_end     : pegtl::seq<bare_minute, blanks, pegtl::at<pegtl::sor<pegtl::one<',', ';'>, pegtl::eof, pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>>>>> {};

/// A bracket that is neither a mark nor a minute: kept for the caller to judge.
struct strange      : pegtl::seq<pegtl::one<'('>, pegtl::rep_max<60, pegtl::not_one<'(', ')', ',', ';'>>, pegtl::one<')'>> {};

/// How a goal ended the match: no field of a goal.
struct ending_word  : pegtl::sor<ACTA_WORD("g.g."), ACTA_WORD("gg"), ACTA_WORD("golden goal"), ACTA_WORD("asdet"), ACTA_WORD("a.s.d.e.t."), ACTA_WORD("s.g."), ACTA_WORD("silver goal"), ACTA_WORD("gol de oro"), ACTA_WORD("gol de plata")> {};
struct ending       : pegtl::seq<pegtl::one<'('>, ending_word, pegtl::one<')'>> {};

struct semicolon    : pegtl::one<';'> {};
struct entry_mark   : pegtl::seq<mark> {};
struct detail       : pegtl::sor<minutes, entry_mark, bare_end> {};
struct name_stop    : pegtl::sor<pegtl::one<',', ';'>, pegtl::utf8::one<0xB7, 0x2022>, pegtl::seq<some_blanks, pegtl::sor<detail, pegtl::eof, pegtl::one<',', ';'>>>, pegtl::at<mark>, pegtl::at<in_brackets>> {};
struct name         : pegtl::plus<pegtl::not_at<name_stop>, pegtl::sor<some_blanks, pegtl::any>> {};
struct details      : pegtl::star<blanks, pegtl::sor<detail, ending, strange>> {};
struct named        : pegtl::seq<name, details> {};
struct late_name    : pegtl::seq<pegtl::not_at<pegtl::one<'&', 'y', 'e'>, blank>, pegtl::opt<pegtl::one<':', '-'>>, blanks, name> {};
struct nameless     : pegtl::seq<detail, details, pegtl::opt<late_name, details>> {};
struct entry        : pegtl::seq<pegtl::sor<nameless, named>> {};
struct comma_break  : pegtl::seq<blanks, pegtl::sor<pegtl::one<','>, pegtl::utf8::one<0xB7, 0x2022>>, blanks> {};
struct slash_break  : pegtl::seq<some_blanks, pegtl::sor<pegtl::one<'/'>, token::dash>, some_blanks> {};
struct hard_break   : pegtl::seq<blanks, semicolon, blanks> {};
struct entry_break  : pegtl::sor<hard_break, comma_break, slash_break> {};
struct list         : pegtl::seq<blanks, pegtl::opt<entry>, pegtl::star<pegtl::plus<entry_break>, pegtl::opt<entry>>, pegtl::opt<pegtl::one<'.'>>, token::end> {};

// clang-format on

#undef ACTA_WORD

}  // namespace acta::grammar::scorer
