#pragma once
/// Scores and what stands with them: how a match went, or why there was none.
///
///     2–1   10 - 0   2:1   2 x 1
///     (a.e.t.)   (4–3 p)   (agg. 4–5)   (1–0)   (awarded)   (Alfa won on away goals)
///
/// Accepts more than editors should write: notes in any language, with or without brackets, several
/// in one pair of brackets, any mark between them.
/// Accepts less: a score of more than two digits a side; 20:30, which is a time.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::score {

namespace pegtl = tao::pegtl;
using token::any_word;
using token::blank;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// pair        ::=  dash_pair | spaced_pair | colon_pair | cross_pair
// goals       ::=  one or two digits
// dash_pair   ::=  goals blanks dash blanks goals              2–1, 10 - 0
// spaced_pair ::=  goals blank+ ":" blank+ goals
// colon_pair  ::=  goals ":" digit                             2:1
// cross_pair  ::=  digit blank+ versus blank+ digit            2 x 1, 2 vs 1
//                  neither "Tiro 28 x", nor "x 1. FC", nor "x 1 de Mayo"
// versus      ::=  "vs" | "vs." | "v" | "v." | "x" | "X"       not "V", which is the king's number in "Carlos V"

struct left         : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct right        : token::up_to_2 {};
struct digit        : pegtl::seq<pegtl::digit, pegtl::not_at<pegtl::digit>> {};
struct right_digit  : digit {};
struct single_left  : digit {};
struct single_right : pegtl::seq<digit, pegtl::not_at<pegtl::one<'.'>>, pegtl::not_at<some_blanks, word<Kind::of>>> {};
struct versus       : pegtl::sor<word<Kind::versus>, pegtl::one<'x', 'X'>,
                                 pegtl::seq<pegtl::at<pegtl::lower>, word<Kind::versus_letter>>> {};
struct dash_pair    : pegtl::seq<left, blanks, dash, blanks, right> {};
struct spaced_pair  : pegtl::seq<left, some_blanks, pegtl::one<':'>, some_blanks, right> {};
struct colon_pair   : pegtl::seq<left, pegtl::one<':'>, right_digit> {};
struct cross_pair   : pegtl::seq<single_left, some_blanks, versus, some_blanks, single_right> {};
struct pair         : pegtl::sor<dash_pair, spaced_pair, colon_pair, cross_pair> {};

// status     ::=  "w/o" | "awarded" | "abandoned" | "postponed" | "cancelled" | "annulled" | "replayed" ...
// unplayed   ::=  "P–P" | "A–A"
// mark       ::=  status | unplayed
// ended      ::=  status, but for "replayed"
// told       ::=  ended blank+ text                "awarded after Eta withdrew": the rest is for people

struct status     : any_word<Kind::status_walkover, Kind::status_replayed> {};
struct unplayed   : any_word<Kind::mark_postponed, Kind::mark_abandoned> {};
struct mark       : pegtl::sor<status, unplayed> {};
struct ended      : any_word<Kind::status_walkover, Kind::status_annulled> {};
struct told       : pegtl::seq<ended, some_blanks,
                               pegtl::rep_min_max<1, 70, pegtl::not_one<'(', ')', '[', ']', ';', ','>>> {};

// extra_time  ::=  "a.e.t." | "golden goal" ... | "gg" | "s.g."
// bare_extra  ::=  the same without the last two, which may be part of a name
// shoot_out   ::=  by? ( "penalties" | "pens" ... )
// by          ::=  ( "on" | "por" ... ) blank+ ( ( "a" | "la tanda de" ... ) blank+ )?
// penalties   ::=  pair blanks shoot_out | pair blanks "(" blanks shoot_out blanks ")" | shoot_out ":"? blanks pair
// aggregate   ::=  "agg." ":"? blanks pair | "agg." blanks "(" pair ")" | pair blanks "agg."
// half_time   ::=  "half-time", likewise
// bare_half   ::=  pair, and no word behind it
// replay      ::=  "replay" | "desempate" ...
// leg         ::=  "first leg" | "partido de vuelta" ...

template <typename Name>
struct named      : pegtl::sor<pegtl::seq<Name, pegtl::opt<pegtl::one<':'>>, blanks, pair>,
                               pegtl::seq<Name, blanks, pegtl::one<'('>, blanks, pair, blanks, pegtl::one<')'>>,
                               pegtl::seq<pair, blanks, Name>> {};
struct extra_time : any_word<Kind::extra_time, Kind::sudden_death_letters> {};
struct bare_extra : any_word<Kind::extra_time, Kind::sudden_death> {};
struct by         : pegtl::seq<word<Kind::shoot_out_by>, some_blanks,
                               pegtl::opt<word<Kind::shoot_out_article>, some_blanks>> {};
struct shoot_out  : pegtl::seq<pegtl::opt<by>, word<Kind::shoot_out>> {};
struct penalties  : pegtl::sor<pegtl::seq<pair, blanks, shoot_out>,
                               pegtl::seq<pair, blanks, pegtl::one<'('>, blanks, shoot_out, blanks, pegtl::one<')'>>,
                               pegtl::seq<shoot_out, pegtl::opt<pegtl::one<':'>>, blanks, pair>> {};
struct aggregate  : named<word<Kind::aggregate>> {};
struct half_time  : named<word<Kind::half_time>> {};
struct bare_half  : pegtl::seq<pair, pegtl::not_at<blanks, token::letter>> {};
struct replay     : word<Kind::replay> {};
struct leg        : word<Kind::leg> {};

// decided     ::=  away_goals | lots | by_kicks | by_difference
// by_difference ::= decided_by? "better goal difference" ...
// away_goals  ::=  decided_by? "away goals" ...
// lots        ::=  decided_by? "drawing of lots" ...
// by_kicks    ::=  by shoot_out ( blanks "(" pair ")" )?
// decided_by  ::=  ( ( "on" | "por" ... ) blank+ )? ( ( "the" ... ) blank+ )?

struct decided_by : pegtl::seq<pegtl::opt<word<Kind::decided_by>, some_blanks>,
                               pegtl::opt<word<Kind::decided_article>, some_blanks>> {};
struct away_goals : pegtl::seq<decided_by, word<Kind::away_goals>> {};
struct lots       : pegtl::seq<decided_by, word<Kind::lots>> {};
struct kicks_told : pegtl::seq<pegtl::one<'('>, blanks, pair, blanks, pegtl::one<')'>> {};
struct by_kicks   : pegtl::seq<by, word<Kind::shoot_out>, pegtl::opt<blanks, kicks_told>> {};
struct by_difference : pegtl::seq<decided_by, word<Kind::goal_difference_word>> {};
struct decided    : pegtl::sor<away_goals, lots, by_kicks, by_difference> {};

// winner     ::=  name_first | verb_first
// name_first ::=  name blank+ ( "won" | "advanced" | "clasificó" ... ) ( blank+ how )?      Alfa won on away goals
// verb_first ::=  ( "ganó" | "avanza" ... ) blank+ name ( blank+ how )?                     ganó Alfa por penales
// how        ::=  ( penalties | aggregate | decided | extra_time | status | decided_by ( "aggregate" ... ) ) behind?
// behind     ::=  blank+ ( extra_time | decided_by aggregate )        on penalties after a 1–1 aggregate

struct won        : any_word<Kind::win_verb, Kind::win_verb_first> {};
struct behind     : pegtl::seq<some_blanks, pegtl::sor<extra_time, pegtl::seq<decided_by, aggregate>>> {};
struct how        : pegtl::seq<pegtl::sor<penalties, aggregate, decided, extra_time, status,
                                          pegtl::seq<decided_by, word<Kind::aggregate>>>,
                               pegtl::opt<behind>> {};
struct first_name : pegtl::rep_min_max<1, 60, pegtl::not_at<some_blanks, won>,
                                       pegtl::not_one<'(', ')', '[', ']', ',', ';'>> {};
struct name_first : pegtl::seq<first_name, some_blanks, won, pegtl::opt<some_blanks, how>> {};
struct name_end   : pegtl::sor<pegtl::one<')', ']', ',', ';'>, pegtl::seq<some_blanks, how>> {};
struct last_name  : pegtl::rep_min_max<1, 60, pegtl::not_at<name_end>, pegtl::any> {};
struct verb_first : pegtl::seq<word<Kind::win_verb_first>, some_blanks, last_name, pegtl::opt<some_blanks, how>> {};
struct winner     : pegtl::sor<name_first, verb_first> {};

// note       ::=  bracketed | bare_item                         at most six items in brackets
// bracketed  ::=  "(" blanks item ( item_break item )* blanks ")" | "[" ... "]"
// item       ::=  extra_time | penalties | aggregate | half_time | told | status | replay | decided | bare_half
//              |  leg | winner
// bare_item  ::=  bare_extra | penalties | aggregate | half_time | status | replay | decided
// item_break ::=  blanks ( "," | ";" | "/" ) blanks | blank+ dash blank+ | blank+
// lone_item  ::=  item end

struct item       : pegtl::sor<extra_time, penalties, aggregate, half_time, told, status, replay, decided, bare_half,
                               leg, winner> {};
struct bare_item  : pegtl::sor<bare_extra, penalties, aggregate, half_time, status, replay, decided> {};
struct item_break : pegtl::sor<pegtl::seq<blanks, pegtl::one<',', ';', '/'>, blanks>,
                               pegtl::seq<some_blanks, dash, some_blanks>, some_blanks> {};
struct items      : pegtl::seq<blanks, item, pegtl::rep_max<5, item_break, item>, blanks> {};
struct bracketed  : pegtl::sor<pegtl::seq<pegtl::one<'('>, items, pegtl::one<')'>>,
                               pegtl::seq<pegtl::one<'['>, items, pegtl::one<']'>>> {};
struct note       : pegtl::sor<bracketed, bare_item> {};
struct lone_item  : pegtl::seq<item, token::end> {};

// tail_note  ::=  blanks ( "," | ";" )? blanks note
// score      ::=  pair
// both_kicks ::=  "(" kicks ")" blank+ score blanks "(" kicks ")"                 (4) 1–1 (3)
// side_kicks ::=  goals blanks "(" kicks ")" blanks ( dash | ":" ) blanks goals blanks "(" kicks ")"   1 (4) – 1 (3)

struct kicks_alone : pegtl::seq<pair, blanks, pegtl::one<'('>, blanks, shoot_out, blanks, pegtl::one<')'>> {};
struct tail_note  : pegtl::seq<blanks, pegtl::opt<pegtl::one<',', ';'>>, blanks, note> {};
struct score      : pegtl::seq<pair> {};
struct home_kicks : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct away_kicks : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct of_home    : pegtl::seq<pegtl::one<'('>, home_kicks, pegtl::one<')'>> {};
struct of_away    : pegtl::seq<pegtl::one<'('>, away_kicks, pegtl::one<')'>> {};
struct both_kicks : pegtl::seq<of_home, some_blanks, score, blanks, of_away> {};
struct side_kicks : pegtl::seq<left, blanks, of_home, blanks, pegtl::sor<dash, pegtl::one<':'>>, blanks,
                               right, blanks, of_away> {};

// cell        ::=  blanks ( kicks_alone | scored | marked | mark | not_played | to_come | told | "(" mark ")" )
//                  tail_note* blanks footnote* end                             at most six notes
// kicks_alone ::=  pair blanks "(" blanks shoot_out blanks ")"                 4–3 (pens.): the score is not told
// scored      ::=  ( side_kicks | both_kicks | score ) blanks footnote*
// marked      ::=  mark blank+ ( "at" blank+ )? score                      Abandoned at 0–0
// to_come     ::=  "vs" | "v" ... | dash | "n/a" | "TBD" ... | numbered
// not_played  ::=  "not played" | "no disputado" ...
// numbered    ::=  ( "match" | "partido" ... ) blank+ "#"? number          Match 12: which match is to come
// footnote    ::=  "*" | U+2020 | U+2021 | "§" | "²" | "³" | "¹"

struct footnotes  : pegtl::star<pegtl::utf8::one<'*', 0x2020, 0x2021, 0xA7, 0xB2, 0xB3, 0xB9>> {};
struct scored     : pegtl::seq<pegtl::sor<side_kicks, both_kicks, score>, blanks, footnotes> {};
struct marked     : pegtl::seq<mark, some_blanks, pegtl::opt<word<Kind::score_at>, some_blanks>, score> {};
struct not_played : word<Kind::status_not_played> {};
struct numbered   : pegtl::seq<word<Kind::match_number>, some_blanks, pegtl::opt<pegtl::one<'#'>>, token::up_to_3> {};
struct to_come    : pegtl::sor<any_word<Kind::versus, Kind::versus_letter>, dash,
                               any_word<Kind::not_applicable, Kind::undecided>, numbered> {};
struct cell_mark  : pegtl::sor<mark, not_played> {};
struct in_bracket : pegtl::seq<pegtl::one<'('>, blanks, cell_mark, blanks, pegtl::one<')'>> {};
struct cell_told  : pegtl::seq<told> {};
struct cell_tail  : pegtl::seq<pegtl::rep_max<6, tail_note>, blanks, footnotes, token::end> {};
template <typename... Head>
struct told_by    : pegtl::seq<pegtl::sor<Head...>, cell_tail> {};
struct cell       : pegtl::seq<blanks, pegtl::sor<told_by<kicks_alone>, told_by<scored>, told_by<marked>,
                                                  told_by<cell_mark, to_come>, told_by<in_bracket>,
                                                  told_by<cell_told>>> {};

// clang-format on

}  // namespace acta::grammar::score
