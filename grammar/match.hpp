#pragma once
/// Match lines of a season article.
///
///     Sport Boys 3-3 Sporting Cristal
///     Cajamarca 2–2 (a.e.t.) Juventus (4-3 p)
///     ADT v Unión Comercio (postponed)
///
///     scored   ::= home blank+ ( "(" n ")" blank+ )? pair ( blank+ "(" n ")" )? notes? blank+ away
///     tail stated   ::= home blank+ status_mark blank+ away tail fixture  ::= home blank+ ( "v" |
///     "vs" | "x" | dash ) blank+ away tail pair     ::= n blank* dash blank* n tail     ::= (
///     separator? note ){0,6} end note     ::= "(" items ")" | "[" items "]" | item            --
///     an item without brackets must not be a bare pair item     ::= aet | penalties | aggregate |
///     half_time | status | replay | decided | winner
///
/// Accepts more than editors should write: items in either language, with or without brackets,
/// before or after the away side.  Accepts less: a side whose own name holds a blank, a pair and a
/// blank.  A parenthesis that is none of the items belongs to the name.

#include "grammar/token.hpp"

namespace acta::grammar::match {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::dash;
using token::some_blanks;

#define ACTA_WORD(x) TAO_PEGTL_ISTRING(x)

// clang-format off
struct word_end    : pegtl::not_at<pegtl::sor<token::letter, pegtl::digit>> {};

struct left        : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>> {};
struct right       : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>> {};
struct colon_pair  : pegtl::seq<left, pegtl::one<':'>, pegtl::at<pegtl::digit, pegtl::not_at<pegtl::digit>>, right> {};
struct dash_pair   : pegtl::seq<left, blanks, dash, blanks, right, pegtl::not_at<pegtl::digit>> {};
struct spaced_pair : pegtl::seq<left, some_blanks, pegtl::one<':'>, some_blanks, right, pegtl::not_at<pegtl::digit>> {};
/// "Vasco 2 x 1 Flamengo": single digits alone, for a club may be called "Tiro 28".
struct one_left    : pegtl::seq<pegtl::digit, pegtl::at<blank>> {};
struct one_right   : pegtl::seq<pegtl::digit, pegtl::not_at<pegtl::sor<pegtl::digit, pegtl::one<'.'>>>> {};
struct cross_pair  : pegtl::seq<one_left, some_blanks, pegtl::sor<pegtl::one<'x', 'X'>, ACTA_WORD("vs")>, some_blanks, one_right> {};
struct pair        : pegtl::sor<dash_pair, spaced_pair, colon_pair, cross_pair> {};

/// A byte that neither begins a blank nor opens a note: no End is to be tried there.
struct plain       : pegtl::not_one<' ', '\t', '\xC2', '\xE2', '(', '[', ',', ';'> {};

/// Characters up to, and not including, End, which begins with a blank or as a note does.  Takes a
/// run of blanks at once, so that an End that starts with blanks is tried once a run.
template <typename End>
struct until_at    : pegtl::plus<pegtl::sor<plain, pegtl::seq<pegtl::not_at<End>, pegtl::sor<some_blanks, pegtl::any>>>> {};

// What brackets behind a match say.
struct aet_word    : pegtl::sor<ACTA_WORD("a.e.t."), ACTA_WORD("a.e.t"), ACTA_WORD("aet"), ACTA_WORD("a. e. t."), ACTA_WORD("after extra time"),
                                ACTA_WORD("after extra-time"), ACTA_WORD("extra time"), ACTA_WORD("e.t."), ACTA_WORD("et"), ACTA_WORD("t.e."),
                                ACTA_WORD("tras la pr\u00f3rroga"), ACTA_WORD("tras pr\u00f3rroga"), ACTA_WORD("en la pr\u00f3rroga"),
                                ACTA_WORD("pr\u00f3rroga"), ACTA_WORD("prorroga"), ACTA_WORD("pr\u00f3r."), ACTA_WORD("pr\u00f3."), ACTA_WORD("en tiempo extra"),
                                ACTA_WORD("tiempo extra"), ACTA_WORD("tiempo suplementario"), ACTA_WORD("t. s."), ACTA_WORD("t.s."), ACTA_WORD("a.s.d.e.t."), ACTA_WORD("asdet"),
                                ACTA_WORD("s.d.e.t."), ACTA_WORD("golden goal"), ACTA_WORD("g.g."), ACTA_WORD("silver goal"), ACTA_WORD("gol de oro"), ACTA_WORD("gol de plata")> {};
struct aet         : pegtl::seq<aet_word, word_end> {};

struct pens_word   : pegtl::sor<ACTA_WORD("penalties"), ACTA_WORD("penalty shoot-out"), ACTA_WORD("penalty shootout"), ACTA_WORD("penalty kicks"),
                                ACTA_WORD("penaltis"), ACTA_WORD("penales"), ACTA_WORD("pens."), ACTA_WORD("pens"), ACTA_WORD("pen."),
                                ACTA_WORD("pen"), ACTA_WORD("p.s.o."), ACTA_WORD("pso"), ACTA_WORD("p.k."), ACTA_WORD("pks"), ACTA_WORD("pk"),
                                ACTA_WORD("p."), ACTA_WORD("p")> {};
struct pens_by     : pegtl::seq<pegtl::sor<ACTA_WORD("on"), ACTA_WORD("after"), ACTA_WORD("in"), ACTA_WORD("por"), ACTA_WORD("en"), ACTA_WORD("a"), ACTA_WORD("tras"), ACTA_WORD("desde los"), ACTA_WORD("by")>, some_blanks,
                                pegtl::opt<pegtl::sor<ACTA_WORD("los"), ACTA_WORD("la tanda de"), ACTA_WORD("tanda de"), ACTA_WORD("a")>, some_blanks>> {};
struct pens_name   : pegtl::seq<pegtl::opt<pens_by>, pens_word, word_end> {};
struct pens_after  : pegtl::seq<pair, blanks, pens_name> {};
struct pens_before : pegtl::seq<pens_name, pegtl::opt<pegtl::one<':'>>, blanks, pair> {};
/// "4–3 (pens)"
struct pens_noted  : pegtl::seq<pair, blanks, pegtl::one<'('>, blanks, pens_name, blanks, pegtl::one<')'>> {};
struct penalties   : pegtl::sor<pens_after, pens_noted, pens_before> {};

struct agg_word    : pegtl::sor<ACTA_WORD("on aggregate"), ACTA_WORD("aggregate"), ACTA_WORD("agg."), ACTA_WORD("agg"), ACTA_WORD("en el marcador global"),
                                ACTA_WORD("marcador global"), ACTA_WORD("en el global"), ACTA_WORD("resultado global"), ACTA_WORD("global"), ACTA_WORD("glob.")> {};
struct agg_name    : pegtl::seq<agg_word, word_end> {};
struct aggregate   : pegtl::sor<pegtl::seq<agg_name, pegtl::opt<pegtl::one<':'>>, blanks, pair>, pegtl::seq<pair, blanks, agg_name>> {};

struct ht_word     : pegtl::sor<ACTA_WORD("half-time"), ACTA_WORD("half time"), ACTA_WORD("halftime"), ACTA_WORD("h.t."), ACTA_WORD("ht"), ACTA_WORD("al descanso"),
                                ACTA_WORD("descanso"), ACTA_WORD("primer tiempo"), ACTA_WORD("medio tiempo"), ACTA_WORD("p.t.")> {};
struct ht_name     : pegtl::seq<ht_word, word_end> {};
struct half_time_named : pegtl::sor<pegtl::seq<ht_name, pegtl::opt<pegtl::one<':'>>, blanks, pair>, pegtl::seq<pair, blanks, ht_name>> {};
struct half_time   : pegtl::seq<pair, pegtl::not_at<blanks, token::letter>> {};

struct walkover    : pegtl::seq<pegtl::sor<ACTA_WORD("w/o"), ACTA_WORD("w.o."), ACTA_WORD("w.o"), ACTA_WORD("walk-over"), ACTA_WORD("por walkover"), ACTA_WORD("walkover"), ACTA_WORD("wo")>, word_end> {};
struct awarded     : pegtl::seq<pegtl::sor<ACTA_WORD("awarded"), ACTA_WORD("awd."), ACTA_WORD("awd"), ACTA_WORD("forfeited"), ACTA_WORD("forfeit"), ACTA_WORD("adjudicado"), ACTA_WORD("por secretar\u00eda")>, word_end> {};
struct abandoned   : pegtl::seq<pegtl::sor<ACTA_WORD("abandoned"), ACTA_WORD("abd."), ACTA_WORD("abd"), ACTA_WORD("abandonado"), ACTA_WORD("suspended"), ACTA_WORD("suspendido"), ACTA_WORD("susp."), ACTA_WORD("susp"), ACTA_WORD("match abandoned")>, word_end> {};
struct postponed   : pegtl::seq<pegtl::sor<ACTA_WORD("postponed"), ACTA_WORD("ppd."), ACTA_WORD("ppd"), ACTA_WORD("postergado"), ACTA_WORD("aplazado"), ACTA_WORD("pospuesto"), ACTA_WORD("reprogramado")>, word_end> {};
struct cancelled   : pegtl::seq<pegtl::sor<ACTA_WORD("cancelled"), ACTA_WORD("canceled"), ACTA_WORD("canc."), ACTA_WORD("cancelado")>, word_end> {};
struct annulled    : pegtl::seq<pegtl::sor<ACTA_WORD("annulled"), ACTA_WORD("anulado"), ACTA_WORD("voided"), ACTA_WORD("void")>, word_end> {};
struct replayed    : pegtl::seq<pegtl::sor<ACTA_WORD("replayed"), ACTA_WORD("to be replayed"), ACTA_WORD("se repiti\u00f3")>, word_end> {};
struct status      : pegtl::sor<walkover, awarded, abandoned, postponed, cancelled, annulled, replayed> {};
struct replay      : pegtl::seq<pegtl::sor<ACTA_WORD("second replay"), ACTA_WORD("replay"), ACTA_WORD("desempate"), ACTA_WORD("repetici\u00f3n")>, word_end> {};

struct away_goals  : pegtl::seq<pegtl::opt<pegtl::sor<ACTA_WORD("on"), ACTA_WORD("by"), ACTA_WORD("por")>, some_blanks>, pegtl::opt<ACTA_WORD("the"), some_blanks>,
                                pegtl::sor<ACTA_WORD("away goals rule"), ACTA_WORD("away goals"), ACTA_WORD("away-goals rule"), ACTA_WORD("goles de visitante"), ACTA_WORD("gol de visitante"),
                                           ACTA_WORD("goles de visita"), ACTA_WORD("gol visitante"), ACTA_WORD("regla del gol de visitante")>, word_end> {};
struct lots        : pegtl::seq<pegtl::opt<pegtl::sor<ACTA_WORD("on"), ACTA_WORD("by"), ACTA_WORD("por"), ACTA_WORD("after")>, some_blanks>, pegtl::opt<pegtl::sor<ACTA_WORD("the"), ACTA_WORD("a")>, some_blanks>,
                                pegtl::sor<ACTA_WORD("coin toss"), ACTA_WORD("toss of a coin"), ACTA_WORD("drawing of lots"), ACTA_WORD("drawing lots"), ACTA_WORD("lots"), ACTA_WORD("sorteo")>, word_end> {};
struct on_pens     : pegtl::seq<pens_by, pens_word, word_end> {};
struct decided     : pegtl::sor<away_goals, lots, on_pens> {};

struct win_verb    : pegtl::seq<pegtl::sor<ACTA_WORD("won"), ACTA_WORD("wins"), ACTA_WORD("win"), ACTA_WORD("advanced"), ACTA_WORD("advances"), ACTA_WORD("advance"), ACTA_WORD("qualified"),
                                           ACTA_WORD("qualifies"), ACTA_WORD("qualify"), ACTA_WORD("progressed"), ACTA_WORD("progress"), ACTA_WORD("went through"), ACTA_WORD("go through"), ACTA_WORD("through"),
                                           ACTA_WORD("gan\u00f3"), ACTA_WORD("gana"), ACTA_WORD("clasific\u00f3"), ACTA_WORD("clasifica"), ACTA_WORD("avanz\u00f3"), ACTA_WORD("avanza")>, word_end> {};
struct win_name    : pegtl::rep_min_max<1, 60, pegtl::not_at<some_blanks, win_verb>, pegtl::not_one<'(', ')', '[', ']', ',', ';'>> {};
struct win_how     : pegtl::sor<penalties, aggregate, decided, aet, walkover, pegtl::seq<ACTA_WORD("on"), some_blanks, agg_word, word_end>> {};
struct winner      : pegtl::seq<win_name, some_blanks, win_verb, pegtl::opt<some_blanks, win_how>> {};

struct verb_first  : pegtl::seq<pegtl::sor<ACTA_WORD("gan\u00f3"), ACTA_WORD("gana"), ACTA_WORD("clasific\u00f3"), ACTA_WORD("clasifica"), ACTA_WORD("avanz\u00f3"), ACTA_WORD("avanza")>, some_blanks> {};
struct verb_name   : pegtl::rep_min_max<1, 60, pegtl::not_at<pegtl::sor<pegtl::seq<some_blanks, win_how>, pegtl::one<')', ']', ',', ';'>>>, pegtl::any> {};
struct winner_last : pegtl::seq<verb_first, verb_name, pegtl::opt<some_blanks, win_how>> {};

struct first_leg   : pegtl::seq<pegtl::sor<ACTA_WORD("first leg"), ACTA_WORD("1st leg"), ACTA_WORD("leg 1"), ACTA_WORD("partido de ida"), ACTA_WORD("ida")>, word_end> {};
struct second_leg  : pegtl::seq<pegtl::sor<ACTA_WORD("second leg"), ACTA_WORD("2nd leg"), ACTA_WORD("leg 2"), ACTA_WORD("partido de vuelta"), ACTA_WORD("vuelta")>, word_end> {};

/// "awarded after Eta withdrew": the status is read, the rest is for people.
struct status_told : pegtl::seq<pegtl::sor<walkover, awarded, abandoned, postponed, cancelled, annulled>, some_blanks, pegtl::rep_min_max<1, 70, pegtl::not_one<'(', ')', '[', ']', ';', ','>>> {};

struct item        : pegtl::sor<aet, penalties, aggregate, half_time_named, status_told, status, replay, decided, half_time, first_leg, second_leg, winner, winner_last> {};
struct bare_item   : pegtl::sor<aet, penalties, aggregate, half_time_named, status, replay, decided> {};
struct lone_item   : pegtl::seq<item, token::end> {};
struct comma       : pegtl::sor<pegtl::seq<blanks, pegtl::one<',', ';', '/'>, blanks>, pegtl::seq<some_blanks, dash, some_blanks>, some_blanks> {};
struct items       : pegtl::seq<item, pegtl::rep_max<5, comma, item>> {};
struct bracketed   : pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, items, blanks, pegtl::one<')'>>,
                                pegtl::seq<pegtl::one<'['>, blanks, items, blanks, pegtl::one<']'>>> {};
struct note        : pegtl::sor<bracketed, bare_item> {};

struct tail_note   : pegtl::seq<blanks, pegtl::opt<pegtl::one<',', ';'>>, blanks, note> {};
struct tail_start  : pegtl::sor<pegtl::at<blank>, pegtl::at<pegtl::one<'(', '[', ',', ';'>>> {};
struct tail        : pegtl::seq<tail_start, pegtl::rep_min_max<1, 6, tail_note>, pegtl::opt<pegtl::one<'.'>>, token::end> {};

struct home_pens   : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct away_pens   : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct left_pens   : pegtl::seq<pegtl::one<'('>, home_pens, pegtl::one<')'>, some_blanks> {};
struct right_pens  : pegtl::seq<blanks, pegtl::one<'('>, away_pens, pegtl::one<')'>> {};
struct score       : pegtl::seq<pair> {};
struct both_pens   : pegtl::seq<left_pens, score, right_pens> {};
struct between     : pegtl::seq<some_blanks, pegtl::sor<both_pens, score>, pegtl::rep_max<3, blanks, bracketed>, pegtl::at<blank>, some_blanks> {};

struct unplayed    : pegtl::sor<pegtl::seq<ACTA_WORD("p"), blanks, dash, blanks, ACTA_WORD("p")>, pegtl::seq<ACTA_WORD("a"), dash, ACTA_WORD("a")>> {};
struct mark        : pegtl::sor<status, unplayed> {};
struct stated_mark : pegtl::seq<some_blanks, mark, some_blanks> {};

struct versus      : pegtl::seq<pegtl::sor<ACTA_WORD("vs."), ACTA_WORD("vs"), pegtl::string<'v', '.'>, pegtl::one<'v'>, pegtl::one<'x', 'X'>>, pegtl::at<blank>> {};
struct spaced_dash : pegtl::seq<dash, pegtl::at<blank>> {};
struct by_word     : pegtl::seq<some_blanks, versus, some_blanks> {};
struct by_dash     : pegtl::seq<some_blanks, spaced_dash, some_blanks> {};

template <typename Between>
struct home        : until_at<Between> {};
struct away        : until_at<pegtl::sor<tail, pegtl::eof>> {};

template <typename Between>
struct line        : pegtl::seq<home<Between>, Between, away, pegtl::opt<tail>, token::end> {};

/// "Alfa – Beta 2–1 (aet)": the score stands behind both sides.
struct away_scored : until_at<pegtl::seq<some_blanks, score, pegtl::sor<tail, token::end>>> {};
struct scored_last : pegtl::seq<home<by_dash>, by_dash, away_scored, some_blanks, score, pegtl::opt<tail>, token::end> {};

struct scored      : line<between> {};
struct stated      : line<stated_mark> {};
struct fixture     : line<by_word> {};
struct dash_fixture: line<by_dash> {};

/// A line below a match that says how it or the tie ended.
struct tied        : pegtl::seq<pegtl::opt<pegtl::rep_min_max<1, 40, pegtl::not_at<ACTA_WORD("tied")>, pegtl::any>>, ACTA_WORD("tied"), some_blanks, aggregate> {};
struct status_line : pegtl::seq<pegtl::sor<postponed, cancelled, abandoned, annulled, walkover, awarded>, pegtl::at<pegtl::opt<pegtl::one<'.'>>, token::end>> {};
struct sentence_end : pegtl::seq<pegtl::one<'.'>, some_blanks> {};
struct opening     : pegtl::seq<pegtl::sor<tied, aggregate, aet>, pegtl::sor<sentence_end, comma>, pegtl::at<pegtl::not_one<' '>>> {};
struct decision_item : pegtl::sor<winner, winner_last, tied, penalties, status_line> {};
struct decision    : pegtl::seq<pegtl::opt<opening>, decision_item, pegtl::rep_max<4, pegtl::sor<sentence_end, comma>, pegtl::sor<decided, penalties, aggregate, aet, winner>>, pegtl::opt<pegtl::one<'.'>>, token::end> {};

/// A score alone, as in a table cell or a match box.
///
///     "2 (4) – 2 (3)" has each side's kicks behind its goals, "Abandoned at 0–0" its status first,
///     "Match 12" tells which match is to come.
struct footnote    : pegtl::plus<pegtl::utf8::one<'*', 0x2020, 0x2021, 0xA7, 0xB2, 0xB3, 0xB9>> {};
struct side_pens   : pegtl::seq<left, blanks, pegtl::one<'('>, home_pens, pegtl::one<')'>, blanks, pegtl::sor<dash, pegtl::one<':'>>, blanks,
                                right, blanks, pegtl::one<'('>, away_pens, pegtl::one<')'>> {};
struct number_word : pegtl::sor<ACTA_WORD("match"), ACTA_WORD("game"), ACTA_WORD("partido"), ACTA_WORD("juego")> {};
struct numbered    : pegtl::seq<number_word, some_blanks, pegtl::opt<pegtl::one<'#'>>, pegtl::rep_min_max<1, 3, pegtl::digit>> {};
struct versus_cell : pegtl::sor<ACTA_WORD("vs."), ACTA_WORD("vs"), ACTA_WORD("v"), dash, ACTA_WORD("tbd"), ACTA_WORD("tba"), ACTA_WORD("tbc"), ACTA_WORD("n/a"), numbered> {};
struct not_played  : pegtl::seq<pegtl::sor<ACTA_WORD("not played"), ACTA_WORD("no jugado"), ACTA_WORD("no se jug\u00f3"), ACTA_WORD("no disputado")>, word_end> {};
struct told_mark   : pegtl::seq<status_told> {};
struct mark_score  : pegtl::seq<mark, some_blanks, pegtl::opt<ACTA_WORD("at"), some_blanks>, score> {};
struct cell_tail   : pegtl::seq<pegtl::rep_max<6, tail_note>, blanks, pegtl::opt<footnote>, token::end> {};
struct score_cell  : pegtl::seq<blanks, pegtl::sor<pegtl::seq<pegtl::sor<side_pens, both_pens, score>, blanks, pegtl::opt<footnote>, cell_tail>,
                                                   pegtl::seq<mark_score, cell_tail>,
                                                   pegtl::seq<pegtl::sor<mark, not_played, versus_cell>, cell_tail>,
                                                   pegtl::seq<told_mark, cell_tail>>> {};

// clang-format on

#undef ACTA_WORD

}  // namespace acta::grammar::match
