#pragma once
/// Lines of a list of matches.
///
///     Sport Boys 3-3 Sporting Cristal
///     Cajamarca 2–2 (a.e.t.) Juventus (4-3 p)
///     ADT v Unión Comercio (postponed)
///     Tied 3–3 on aggregate, Alfa won on away goals.
///
/// Accepts more than editors should write: notes before or behind the away side, with or without
/// brackets.
/// Accepts less: a side whose own name holds a blank, a pair and a blank.  A bracket that is no
/// note belongs to the name.

#include "grammar/score.hpp"
#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::match {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// scored      ::=  home blank+ scores away tail? end           Alfa 2–1 (a.e.t.) Beta (agg. 4–3)
// stated      ::=  home blank+ marked away tail? end           Alfa w/o Beta
// fixture     ::=  home blank+ versus away tail? end           Alfa v Beta
// by_dash     ::=  home blank+ lone_dash away tail? end        Alfa – Beta
// scored_last ::=  home blank+ lone_dash away blank+ score tail? end      Alfa – Beta 2–1 (a.e.t.)
// scores      ::=  ( both_kicks | kicks_alone | score ) ( blanks bracketed )* blank+    at most three in brackets
// marked      ::=  mark blank+
// versus      ::=  score::versus blank+
// lone_dash   ::=  dash blank+
// tail        ::=  tail_note+ "."? end                         at most six
// home, away  ::=  what stands before the first that may follow it

struct scores       : pegtl::seq<pegtl::sor<score::both_kicks, score::kicks_alone, score::score>,
                                 pegtl::rep_max<3, blanks, score::bracketed>, some_blanks> {};
struct marked       : pegtl::seq<score::mark, some_blanks> {};
struct versus       : pegtl::seq<score::versus, some_blanks> {};
struct lone_dash    : pegtl::seq<dash, some_blanks> {};
struct tail         : pegtl::seq<pegtl::at<pegtl::sor<blank, pegtl::one<'(', '[', ',', ';'>>>,
                                 pegtl::rep_min_max<1, 6, score::tail_note>,
                                 pegtl::opt<pegtl::one<'.'>>, token::end> {};

// What stands before End, which begins with a blank or as a note does.  A run of blanks is taken at once, so that an
// End that begins with blanks is tried once a run.
template <typename End>
struct until_at     : pegtl::plus<pegtl::sor<token::plain<'(', '[', ',', ';'>,
                                             pegtl::seq<pegtl::not_at<End>, pegtl::sor<some_blanks, pegtl::any>>>> {};

template <typename Sign>
struct home         : until_at<pegtl::seq<some_blanks, Sign>> {};
template <typename Sign>
struct home_side    : pegtl::seq<home<Sign>, some_blanks, Sign> {};
struct away         : until_at<pegtl::sor<tail, pegtl::eof>> {};
struct scored_away  : until_at<pegtl::seq<some_blanks, score::score, pegtl::sor<tail, token::end>>> {};

template <typename Sign>
struct line         : pegtl::seq<home_side<Sign>, away, pegtl::opt<tail>, token::end> {};
struct scored       : line<scores> {};
struct stated       : line<marked> {};
struct fixture      : line<versus> {};
struct by_dash      : line<lone_dash> {};
struct scored_last  : pegtl::seq<home_side<lone_dash>, scored_away, some_blanks, score::score,
                                 pegtl::opt<tail>, token::end> {};

// decision ::=  "(" blanks said blanks ")" end | said end
// said     ::=  opened | lone
// opened   ::=  ( tied | aggregate | extra_time | summed ) parting closing
// summed   ::=  name pair name "on aggregate"                    Beta 3–3 Alfa on aggregate; names of sixty bytes
// lone     ::=  closing
// closing  ::=  outcome ( parting more )* "."?                   at most four more
// tied     ::=  text? ( "tied" ... ) blank+ ( aggregate | pair blank+ ( "on" blank+ )? "points" )
//               at most forty bytes of text
// outcome  ::=  winner | tied | penalties | aggregate | half_time | ended "."? end
// more     ::=  decided | penalties | aggregate | after_time | extra_time | name_first
// after_time ::= pair blank+ extra_time                          1–1 after extra time
// parting  ::=  "." blank+ | item_break

struct tied     : pegtl::seq<pegtl::rep_max<40, pegtl::not_at<word<Kind::tied>>, pegtl::any>,
                             word<Kind::tied>, some_blanks,
                             pegtl::sor<score::aggregate,
                                        pegtl::seq<score::pair, some_blanks, score::decided_by,
                                                   word<Kind::column_points>>>> {};
struct side     : pegtl::rep_min_max<1, 60, pegtl::not_at<some_blanks, pegtl::sor<score::pair, word<Kind::aggregate>>>,
                                            pegtl::not_one<'(', ')', '.', ',', ';'>> {};
struct summed   : pegtl::seq<side, some_blanks, score::pair, some_blanks, side, some_blanks,
                             word<Kind::aggregate>> {};
struct parting  : pegtl::sor<pegtl::seq<pegtl::one<'.'>, some_blanks>, score::item_break> {};
struct last     : pegtl::seq<blanks, pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::sor<pegtl::one<')'>, pegtl::eof>> {};
struct ended    : pegtl::seq<score::ended, pegtl::at<last>> {};
struct outcome  : pegtl::sor<score::winner, tied, score::penalties, score::aggregate, score::half_time, ended> {};
struct after_time : pegtl::seq<score::pair, some_blanks, score::extra_time> {};
struct more     : pegtl::sor<score::decided, score::penalties, score::aggregate, after_time, score::extra_time,
                             score::name_first> {};
struct closing  : pegtl::seq<outcome, pegtl::rep_max<4, parting, more>, pegtl::opt<pegtl::one<'.'>>,
                             pegtl::at<last>> {};
struct opened   : pegtl::seq<pegtl::sor<tied, score::aggregate, score::extra_time, summed>, parting, closing> {};
struct lone     : pegtl::seq<closing> {};
struct said     : pegtl::sor<opened, lone> {};
struct decision : pegtl::seq<pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, said, blanks, pegtl::one<')'>>, said>,
                             token::end> {};

// beside     ::=  name ( blanks "," blank+ | blank+ "@" blank+ ) rest end       Beta, 3 May 2020;  Beta @ Old Park
// numbering  ::=  digit{1,3} ( "." | ")" ) blank+                               1. Alfa
// numbered   ::=  ( "match" | "partido" ... ) blank+ "#"? digit{1,3} ":" blanks   Match 2: Alfa

struct at_sign    : pegtl::seq<some_blanks, pegtl::one<'@'>, some_blanks> {};
struct comma      : pegtl::seq<blanks, pegtl::one<','>, some_blanks> {};
struct beside_mark : pegtl::sor<at_sign, comma> {};
struct beside_name : pegtl::plus<pegtl::not_at<beside_mark>, pegtl::any> {};
struct beside_rest : pegtl::plus<pegtl::any> {};
struct beside     : pegtl::seq<beside_name, beside_mark, beside_rest> {};
struct number     : token::up_to_3 {};
struct numbering  : pegtl::seq<number, pegtl::one<'.', ')'>, some_blanks> {};
struct numbered   : pegtl::seq<word<Kind::match_number>, some_blanks, pegtl::opt<pegtl::one<'#'>>, token::up_to_3,
                               pegtl::one<':'>, blanks> {};

// clang-format on

}  // namespace acta::grammar::match
