#pragma once
/// Values of infobox fields and titles.
///
///     titled       ::= name "(" ( count ordinal? | "first" ) "title" ")"     Universitario (1st
///     title) season_label ::= year ( ( dash | "/" ) ( year | two digits ) )?        2014–15
///     top_scorer   ::= name ( "(" ( team sep )? count goals? ")" )?          Juan Pérez (12 goals)
///     title        ::= ( label name | name label | name ) bracket?           2024 Copa Perú (Peru)
///
/// Accepts less than editors write: an ordinal in words beyond "first" is left to the name.

#include "grammar/token.hpp"

namespace acta::grammar::value {

namespace pegtl = tao::pegtl;
using token::blanks;
using token::dash;
using token::some_blanks;

// clang-format off
struct title_count  : pegtl::rep_min_max<1, 3, pegtl::digit> {};
struct first_title  : pegtl::sor<TAO_PEGTL_ISTRING("first"), TAO_PEGTL_ISTRING("maiden"), TAO_PEGTL_ISTRING("primer")> {};
struct ordinal_tail : pegtl::sor<TAO_PEGTL_ISTRING("st"), TAO_PEGTL_ISTRING("nd"), TAO_PEGTL_ISTRING("rd"), TAO_PEGTL_ISTRING("th"),
                                 pegtl::seq<pegtl::opt<pegtl::one<'.'>>, pegtl::sor<pegtl::utf8::one<0xBA, 0xAA, 0xB0>, TAO_PEGTL_ISTRING("er"), pegtl::one<'o', 'r'>>>, pegtl::one<'.'>> {};
struct title_word   : pegtl::sor<TAO_PEGTL_ISTRING("titles"), TAO_PEGTL_ISTRING("title"), TAO_PEGTL_ISTRING("t\u00edtulos"), TAO_PEGTL_ISTRING("t\u00edtulo"), TAO_PEGTL_ISTRING("titulo")> {};
struct title_note   : pegtl::seq<pegtl::one<'('>, blanks, pegtl::sor<pegtl::seq<title_count, pegtl::opt<ordinal_tail>>, first_title>, blanks, pegtl::rep_max<3, pegtl::not_at<title_word>, token::letters, some_blanks>, title_word, blanks, pegtl::one<')'>> {};
struct titled_name  : pegtl::plus<pegtl::not_at<title_note>, pegtl::any> {};
/// "Bayern Munich 22nd Bundesliga title 23rd German title": a lost line break ran them together.
struct run_titles   : pegtl::seq<some_blanks, title_count, ordinal_tail, some_blanks, pegtl::rep_max<4, pegtl::not_at<title_word>, pegtl::plus<pegtl::not_one<' ', '('>>, some_blanks>, title_word> {};
struct run_more     : pegtl::seq<some_blanks, pegtl::rep_min_max<1, 3, pegtl::digit>, ordinal_tail, some_blanks, pegtl::rep_max<4, pegtl::not_at<title_word>, pegtl::plus<pegtl::not_one<' ', '('>>, some_blanks>, title_word> {};
struct run_name     : pegtl::plus<pegtl::not_at<run_titles>, pegtl::sor<some_blanks, pegtl::any>> {};
struct run_titled   : pegtl::seq<run_name, run_titles, pegtl::rep_max<3, run_more>, token::end> {};
struct titled       : pegtl::seq<titled_name, title_note, token::end> {};

struct first_year   : pegtl::seq<pegtl::rep<4, pegtl::digit>> {};
struct last_year    : pegtl::sor<pegtl::rep<4, pegtl::digit>, pegtl::rep<2, pegtl::digit>> {};
struct label        : pegtl::seq<first_year, pegtl::opt<pegtl::sor<dash, pegtl::one<'/'>>, last_year>, pegtl::opt<dash, pegtl::rep_min_max<1, 2, pegtl::one<'I'>>>, pegtl::not_at<pegtl::sor<pegtl::digit, token::letter>>> {};
struct season_label : pegtl::seq<blanks, label, token::end> {};

struct goal_count   : pegtl::seq<pegtl::rep_min_max<1, 3, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct goals_word   : pegtl::sor<TAO_PEGTL_ISTRING("goals"), TAO_PEGTL_ISTRING("goal"), TAO_PEGTL_ISTRING("goles"), TAO_PEGTL_ISTRING("gol")> {};
struct scorer_name  : pegtl::plus<pegtl::not_one<'(', ')', ',', ';'>> {};
struct scorer_team  : pegtl::plus<pegtl::not_one<'(', ')', ',', ';'>> {};
struct team_break   : pegtl::seq<blanks, pegtl::sor<pegtl::one<',', ';'>, dash>, blanks> {};
struct goals_note   : pegtl::seq<pegtl::one<'('>, blanks, pegtl::sor<pegtl::seq<goal_count, blanks, pegtl::opt<goals_word>, blanks>, pegtl::seq<scorer_team, team_break, goal_count, blanks, pegtl::opt<goals_word>, blanks>>, pegtl::one<')'>> {};
struct team_note    : pegtl::seq<pegtl::one<'('>, scorer_team, pegtl::one<')'>> {};
struct top_scorer   : pegtl::seq<scorer_name, pegtl::opt<pegtl::sor<goals_note, pegtl::seq<team_note, blanks, goals_note>, pegtl::seq<blanks, pegtl::one<','>, blanks, goal_count, blanks, goals_word>>>, token::end> {};

struct bracket      : pegtl::plus<pegtl::not_one<'(', ')'>> {};
struct bracket_part : pegtl::seq<blanks, pegtl::one<'('>, bracket, pegtl::one<')'>, token::end> {};
struct competition  : pegtl::plus<pegtl::not_at<pegtl::sor<bracket_part, pegtl::seq<some_blanks, label, blanks, pegtl::sor<pegtl::eof, pegtl::at<bracket_part>>>>>, pegtl::any> {};
struct title        : pegtl::seq<pegtl::sor<pegtl::seq<label, some_blanks, competition>, pegtl::seq<competition, some_blanks, label>, competition>, pegtl::opt<bracket_part>, token::end> {};

// clang-format on

}  // namespace acta::grammar::value
