#pragma once
/// Titles of articles, labels of seasons, and the values of infobox fields that name sides.
///
///     2024 Torneo de Reservas (Peru)       2014–15
///     Universitario (1st title)            Juan Pérez (Alianza Lima; 15 goals)
///     Torneo del Inca: Universitario, Torneo Descentralizado: Melgar
///
/// Accepts more than editors should write: a count of titles behind any name, years that do not
/// follow one another (the caller refuses them).
/// Accepts less: an ordinal in words beyond "first" is left to the name; brackets in brackets in
/// brackets.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::title {

namespace pegtl = tao::pegtl;
using token::any_word;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// titled      ::=  name title_note end                                       Universitario (1st title)
// title_note  ::=  "(" blanks ( number ordinal? | "first" ) blanks ( word blank+ ){0,3} "title" ( "," text )? blanks ")"
// ordinal     ::=  "."? ( "st" | "º" ... ) | "."
// title_alone ::=  blanks title_note end                                     (1st title)

struct title_count : token::up_to_3 {};
struct first_title : word<Kind::first_title> {};
struct ordinal     : pegtl::sor<pegtl::seq<pegtl::opt<pegtl::one<'.'>>, word<Kind::ordinal_tail>>, pegtl::one<'.'>> {};
struct title_word  : word<Kind::title_word> {};
struct of_league   : pegtl::rep_max<3, pegtl::not_at<title_word>, token::letters, some_blanks> {};
struct title_note  : pegtl::seq<pegtl::one<'('>, blanks,
                                pegtl::sor<pegtl::seq<title_count, pegtl::opt<ordinal>>, first_title>,
                                blanks, of_league, title_word,
                                pegtl::opt<blanks, pegtl::one<','>, pegtl::star<pegtl::not_one<'(', ')'>>>,
                                blanks, pegtl::one<')'>> {};
struct titled_name : pegtl::plus<pegtl::not_at<title_note>, pegtl::any> {};
struct titled      : pegtl::seq<titled_name, title_note, token::end> {};
struct title_alone : pegtl::seq<blanks, title_note, token::end> {};

// run_titled ::=  name run{1,4} end          "Munich 22nd Bundesliga title 23rd German title": a line break was lost
// run        ::=  blank+ number ordinal blank+ ( word blank+ ){0,4} "title"

struct more_count : token::up_to_3 {};
struct of_leagues : pegtl::rep_max<4, pegtl::not_at<title_word>, pegtl::plus<pegtl::not_one<' ', '('>>, some_blanks> {};
template <typename Count>
struct run        : pegtl::seq<some_blanks, Count, ordinal, some_blanks, of_leagues, title_word> {};
struct first_run  : run<title_count> {};
struct run_name   : pegtl::plus<pegtl::not_at<first_run>, pegtl::sor<some_blanks, pegtl::any>> {};
struct run_titled : pegtl::seq<run_name, first_run, pegtl::rep_max<3, run<more_count>>, token::end> {};

// nobody  ::=  blanks ( nothing | "(" nothing ")" | nothing blank+ "(" text ")" )? end
// nothing ::=  dash | "none" | "TBD" | "N.N." | "no relegation" ... | label
//           |  "cancelled" ... ( blank+ text )?                    Cancelled due to the war
// label   ::=  "champions" | "promoted" ...                        the name of a field, not of a team

struct why_not : pegtl::seq<any_word<Kind::status_abandoned, Kind::status_annulled>,
                            pegtl::opt<some_blanks, pegtl::rep_min_max<1, 90, pegtl::not_one<'(', ')'>>>> {};
struct nothing : pegtl::sor<dash, any_word<Kind::nobody, Kind::unnamed>,
                            any_word<Kind::key_winner, Kind::key_relegated>, why_not> {};
struct in_parens : pegtl::seq<pegtl::one<'('>, blanks, nothing, blanks, pegtl::one<')'>> {};
struct told_why : pegtl::seq<some_blanks, pegtl::one<'('>, pegtl::star<pegtl::not_one<')'>>, pegtl::one<')'>> {};
struct nobody : pegtl::seq<blanks, pegtl::opt<pegtl::sor<in_parens, pegtl::seq<nothing, pegtl::opt<told_why>>>>,
                           token::end> {};

// season_label ::=  blanks label end
// label        ::=  year ( ( dash | "/" ) ( year | two digits ) )? ( dash "I" "I"? )?     2014–15

struct first_year   : pegtl::rep<4, pegtl::digit> {};
struct last_year    : pegtl::sor<pegtl::rep<4, pegtl::digit>, pegtl::rep<2, pegtl::digit>> {};
struct label        : pegtl::seq<first_year, pegtl::opt<pegtl::sor<dash, pegtl::one<'/'>>, last_year>,
                                 pegtl::opt<dash, pegtl::rep_min_max<1, 2, pegtl::one<'I'>>>,
                                 pegtl::not_at<pegtl::sor<pegtl::digit, token::letter>>> {};
struct season_label : pegtl::seq<blanks, label, token::end> {};

// top_scorer ::=  name ( goals_note | team_note blanks goals_note | blanks "," blanks goals "goals" )? end
// goals_note ::=  "(" blanks ( team blanks ( "," | ";" | dash ) blanks )? goals blanks "goals"? blanks ")"
// team_note  ::=  "(" team ")"                                               Juan Pérez (Alianza Lima) (15 goals)

struct goal_count  : token::up_to_3 {};
struct goals_word  : word<Kind::goals_unit> {};
struct scorer_name : pegtl::plus<pegtl::not_one<'(', ')', ',', ';'>> {};
struct scorer_team : pegtl::plus<pegtl::not_one<'(', ')', ',', ';'>> {};
struct team_break  : pegtl::seq<blanks, pegtl::sor<pegtl::one<',', ';'>, dash>, blanks> {};
struct some_goals  : pegtl::seq<goal_count, blanks, pegtl::opt<goals_word>, blanks> {};
struct team_goals  : pegtl::seq<scorer_team, team_break, some_goals> {};
struct goals_note  : pegtl::seq<pegtl::one<'('>, blanks, pegtl::sor<some_goals, team_goals>, pegtl::one<')'>> {};
struct team_note   : pegtl::seq<pegtl::one<'('>, scorer_team, pegtl::one<')'>> {};
struct behind_comma: pegtl::seq<blanks, pegtl::one<','>, blanks, goal_count, blanks, goals_word> {};
struct in_notes    : pegtl::sor<goals_note, pegtl::seq<team_note, blanks, goals_note>> {};
struct top_scorer  : pegtl::seq<scorer_name, pegtl::opt<pegtl::sor<in_notes, behind_comma>>, token::end> {};

// title       ::=  ( label blank+ competition | competition blank+ label | competition ) bracket? end
// bracket     ::=  blanks "(" ... ")" end
// club_season ::=  ( label blank+ club | club blank+ label ) blank+ "season" end     2030 Aldea FC season
//               |  "temporada" blank+ label blank+ "del" blank+ club end
//               |  club blank+ "temporada" blank+ label end

struct bracket      : pegtl::plus<pegtl::not_one<'(', ')'>> {};
struct bracket_part : pegtl::seq<blanks, pegtl::one<'('>, bracket, pegtl::one<')'>, token::end> {};
struct label_last   : pegtl::seq<some_blanks, label, blanks, pegtl::sor<pegtl::eof, pegtl::at<bracket_part>>> {};
struct competition  : pegtl::plus<pegtl::not_at<pegtl::sor<bracket_part, label_last>>, pegtl::any> {};
struct title        : pegtl::seq<pegtl::sor<pegtl::seq<label, some_blanks, competition>,
                                            pegtl::seq<competition, some_blanks, label>, competition>,
                                 pegtl::opt<bracket_part>, token::end> {};
struct season_last  : pegtl::seq<some_blanks, word<Kind::season_word>, token::end> {};
struct club_end     : pegtl::seq<pegtl::opt<some_blanks, label>, season_last> {};
struct club         : pegtl::plus<pegtl::not_at<club_end>, pegtl::sor<some_blanks, pegtl::any>> {};
struct season_first : pegtl::seq<word<Kind::season_word>, some_blanks, label> {};
struct named_club   : pegtl::plus<pegtl::any> {};
struct club_before  : pegtl::plus<pegtl::not_at<some_blanks, season_first>, pegtl::any> {};
struct club_season  : pegtl::sor<
    pegtl::seq<pegtl::sor<pegtl::seq<label, some_blanks, club>, pegtl::seq<club, some_blanks, label>>, season_last>,
    pegtl::seq<season_first, some_blanks, word<Kind::of>, some_blanks, named_club, pegtl::eof>,
    pegtl::seq<club_before, some_blanks, season_first, token::end>> {};

// bracketed    ::=  ( blanks ","? blanks name "(" stage ")" )+ end           Nacional (Apertura) Olimpia (Clausura)
// stage        ::=  words without a digit, one of them "apertura", "league", "fase" ...

struct stage_word   : any_word<Kind::competition_word, Kind::mini_league> {};
struct in_stage     : pegtl::seq<pegtl::not_at<pegtl::digit>, pegtl::not_one<'(', ')'>> {};
struct no_stage     : pegtl::star<pegtl::not_at<stage_word>, pegtl::sor<token::letters, in_stage>> {};
struct stage_rest   : pegtl::star<in_stage> {};
struct stage        : pegtl::seq<no_stage, stage_word, stage_rest> {};
struct stage_winner : pegtl::plus<pegtl::not_one<'(', ')'>> {};
struct with_stage   : pegtl::seq<blanks, pegtl::opt<pegtl::one<','>>, blanks, stage_winner, pegtl::one<'('>, stage,
                                 pegtl::one<')'>> {};
struct bracketed    : pegtl::seq<pegtl::plus<with_stage>, token::end> {};

// values ::=  value ( ( "," | ";" ) value )*         a comma in brackets parts nothing

/// Ends before a further bracket: what no bracket closes is looked at once.
struct inner_bracket : pegtl::seq<pegtl::one<'(', '['>, pegtl::star<pegtl::not_one<'(', '[', ')', ']'>>,
                                  pegtl::one<')', ']'>> {};
struct in_brackets   : pegtl::seq<pegtl::one<'(', '['>,
                                  pegtl::star<pegtl::sor<inner_bracket, pegtl::not_one<')', ']'>>>,
                                  pegtl::opt<pegtl::one<')', ']'>>> {};
struct value         : pegtl::star<pegtl::sor<in_brackets, pegtl::not_one<',', ';', '(', '['>>> {};
struct values        : pegtl::list<value, pegtl::one<',', ';'>> {};

// staged     ::=  ( stage ": " names )+              Torneo del Inca: Universitario
// names      ::=  what goes up to the next stage: behind a bracket, or the last one or two words that name one

struct colon       : pegtl::seq<pegtl::one<':'>, pegtl::one<' '>> {};
struct named_stage : pegtl::plus<pegtl::not_at<colon>, pegtl::any> {};
struct next_words  : pegtl::seq<some_blanks, stage_word, pegtl::opt<some_blanks, stage_word>, colon> {};
struct next_behind : pegtl::seq<pegtl::one<')'>,
                                pegtl::at<pegtl::plus<pegtl::not_at<colon>, pegtl::not_one<')'>>, colon>> {};
struct names       : pegtl::seq<pegtl::star<pegtl::not_at<pegtl::sor<next_words, next_behind>>,
                                            pegtl::sor<some_blanks, pegtl::any>>,
                                pegtl::opt<pegtl::one<')'>>> {};
struct staged      : pegtl::seq<pegtl::plus<named_stage, colon, names>, pegtl::eof> {};

// clang-format on

}  // namespace acta::grammar::title
