#pragma once
/// Headings: parts, and what a part names.
///
///     Group A – Round 2        Semi-finals (first leg)        Fecha 3, 14 de junio
///
/// Parts are cut from the heading as it is written.  What a part names is read from its words,
/// folded and with one blank between two of them: "Quarter-finals" is "quarter finals".
///
/// Accepts more than editors should write: a separator without its end, parts in any order; words
/// of two languages in one name. Accepts less: a round of more than nine words, which is a
/// sentence.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::heading {

namespace pegtl = tao::pegtl;
using token::any_word;
using token::blank;
using token::blanks;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// parts     ::=  part ( separator part )* eof
// separator ::=  blank dash blank | ( "," | ":" ) blank | blank "(" | ")"

struct separator : pegtl::sor<pegtl::one<')'>, pegtl::seq<pegtl::one<',', ':'>, blank>,
                              pegtl::seq<blank, pegtl::sor<pegtl::one<'('>, pegtl::seq<token::dash, blank>>>> {};
struct part      : pegtl::star<pegtl::not_at<separator>, pegtl::any> {};
struct parts     : pegtl::seq<part, pegtl::star<separator, part>, pegtl::eof> {};

// with_leg ::=  name blank+ ( "of" blank+ )? leg blanks eof     Semi-final first leg, Final de vuelta

struct leg      : word<Kind::leg> {};
struct leg_last : pegtl::seq<some_blanks, pegtl::opt<word<Kind::of>, some_blanks>, leg, token::end> {};
struct name     : pegtl::plus<pegtl::not_at<leg_last>, pegtl::sor<some_blanks, pegtl::any>> {};
struct with_leg : pegtl::seq<name, leg_last> {};

// From here on the text is words with one blank between two.

// number  ::=  digit{1,3}
// ordinal ::=  "first" | "2nd" ... | number ordinal_tail?
// all_of  ::=  a rule and nothing behind it
// holds   ::=  a rule at some word

struct in_word       : pegtl::not_one<' '> {};
struct some_word     : pegtl::plus<in_word> {};
struct next          : pegtl::one<' '> {};
struct word_end      : pegtl::not_at<in_word> {};
struct number        : pegtl::seq<token::up_to_3, word_end> {};
struct tailed_number : pegtl::seq<token::up_to_3, word<Kind::ordinal_tail>, word_end> {};
struct ordinal_word  : word<Kind::ordinal_word> {};
struct ordinal       : pegtl::sor<ordinal_word, tailed_number, number> {};
template <typename Rule>
struct all_of        : pegtl::seq<Rule, pegtl::eof> {};
template <typename Rule>
struct holds         : pegtl::seq<pegtl::star<pegtl::not_at<Rule>, some_word, pegtl::opt<next>>, Rule> {};

// group      ::=  group_head ( " " designator ){1,2} eof | ( group_side " " ){1,2} group_head eof
// group_head ::=  "group" | "zona" ...
// group_side ::=  "north" | "oeste" ...
// designator ::=  number | roman_number | group_side | letter | digit letter     Group A, Zona Norte, Grupo 1a

struct group_head : pegtl::seq<word<Kind::group_head>, word_end> {};
struct group_side : pegtl::seq<word<Kind::group_side>, word_end> {};
struct designator : pegtl::seq<pegtl::sor<number, any_word<Kind::roman_number, Kind::roman_number>, group_side,
                                          pegtl::seq<pegtl::opt<pegtl::digit>, pegtl::not_one<' ', '/'>>>, word_end> {};
struct group      : pegtl::sor<pegtl::seq<group_head, pegtl::rep_min_max<1, 2, next, designator>, pegtl::eof>,
                               pegtl::seq<pegtl::rep_min_max<1, 2, group_side, next>, group_head, pegtl::eof>> {};

// leg_alone ::=  "first leg" | "partido de vuelta" ...
// replay    ::=  "replay" | "desempate" ...

struct leg_alone : all_of<leg> {};
struct replay    : all_of<word<Kind::replay>> {};

// round       ::=  third_place | fraction | play_off | qualifying | preliminary | matchday | ordinal_round
//                  | superfinal | final_round
//                  but none that begins with "route", and, behind a fraction, none that holds a phase
// third_place ::=  holds "third place", "tercer puesto" ..., and no ranking: "Ranking of third-placed teams"
// fraction    ::=  holds "quarter final", "round of 16", "octavos" ...
// play_off    ::=  holds "play off", "repechaje" ...
// qualifying  ::=  holds "qualifying" and "round", or is "qualifying", or holds "qualification" and "round"
// preliminary ::=  holds "preliminary"

struct at_most_nine  : pegtl::at<some_word, pegtl::rep_max<8, next, some_word>, pegtl::eof> {};
struct ranking_word  : pegtl::seq<word<Kind::ranking_word>, word_end> {};
struct third_place   : pegtl::seq<pegtl::not_at<holds<ranking_word>>, holds<word<Kind::third_place>>> {};
struct fraction_word : any_word<Kind::round_of_128, Kind::semi_final> {};
struct fraction      : holds<fraction_word> {};
struct phase         : holds<word<Kind::phase>> {};
struct play_off      : holds<word<Kind::play_off>> {};
struct round_word    : holds<word<Kind::round>> {};
struct qualifying    : pegtl::sor<all_of<word<Kind::qualifying>>,
                                  pegtl::seq<pegtl::at<round_word>,
                                             pegtl::sor<holds<word<Kind::qualifying>>,
                                                        holds<word<Kind::qualification>>>>> {};
struct preliminary   : holds<word<Kind::preliminary>> {};

// matchday      ::=  numbered_day | ordinal_day
// numbered_day  ::=  ( "matchday" | "round" ) " " ( number | "three" ... )          Fecha 3, Round three
// ordinal_day   ::=  "matchday" behind an ordinal, at the end of at most three words        Primera jornada
// ordinal_round ::=  ( word " " )? ordinal " " "round"                              First round: preliminary

struct day_number    : number {};
struct day_word      : word<Kind::number_word> {};
struct numbered_day  : pegtl::seq<any_word<Kind::matchday, Kind::round>, next,
                                  pegtl::sor<day_number, pegtl::seq<day_word, word_end>>> {};
struct last_day      : pegtl::seq<next, word<Kind::matchday>, pegtl::eof> {};
struct ordinal_day   : pegtl::sor<pegtl::seq<ordinal, pegtl::sor<last_day, pegtl::seq<next, some_word, last_day>>>,
                                  pegtl::seq<some_word, next, ordinal, last_day>> {};
struct next_round    : pegtl::seq<ordinal, next, word<Kind::round>, word_end> {};
struct ordinal_round : pegtl::sor<next_round, pegtl::seq<some_word, next, next_round>> {};

// superfinal  ::=  holds "superfinal"
// final_round ::=  ( article " " )? "final" ... | ... "final" eof     holds no container: "Final stage", "Fase final",
//                  and is not one of many: "Conference finals"

struct superfinal  : holds<word<Kind::superfinal>> {};
struct container   : pegtl::sor<holds<any_word<Kind::phase, Kind::container>>, holds<word<Kind::beside_match>>> {};
struct final_word  : pegtl::seq<word<Kind::final_word>, word_end> {};
struct first_final : pegtl::seq<pegtl::opt<word<Kind::final_article>, next>, final_word> {};
struct of_parts    : pegtl::seq<holds<word<Kind::final_of_parts>>> {};
struct final_round : pegtl::seq<pegtl::not_at<pegtl::sor<container, of_parts>>, pegtl::sor<first_final, holds<all_of<final_word>>>> {};

struct way         : pegtl::seq<word<Kind::way>, word_end> {};
struct late_round  : pegtl::sor<play_off, qualifying, preliminary, numbered_day, ordinal_day, ordinal_round,
                                superfinal, final_round> {};
struct round       : pegtl::seq<at_most_nine, pegtl::not_at<way>,
                                pegtl::sor<third_place, fraction, pegtl::seq<pegtl::not_at<phase>, late_round>>> {};

struct first_ordinal : holds<ordinal> {};

// clang-format on

}  // namespace acta::grammar::heading
