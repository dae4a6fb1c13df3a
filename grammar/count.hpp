#pragma once
/// Counts as people write them: of spectators and seats, goals and points.
///
///     35,938   35.938   35 938   900 spectators   −3   42–17   (7 goals)
///
/// Accepts more than people write: any dash for a sign, blanks of several kinds in one number, a
/// count of goals with one bracket.
/// Accepts less: fractions, and thousands that are not set apart in threes.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::count {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// count   ::=  number ( blanks unit )? end      900 spectators
// number  ::=  grouped | digit+
// grouped ::=  digit digit? digit? ( ( "," digit digit digit )+ | ( "." ... )+ | ( "'" ... )+ | ( blank ... )+ )
//              the first digit is not 0
// unit    ::=  "spectators" | "asientos" ...

template <typename Mark>
struct thousands : pegtl::plus<Mark, pegtl::rep<3, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct grouped   : pegtl::seq<pegtl::range<'1', '9'>, pegtl::rep_max<2, pegtl::digit>,
                              pegtl::sor<thousands<pegtl::one<','>>, thousands<pegtl::one<'.'>>,
                                         thousands<pegtl::one<'\''>>, thousands<blank>>> {};
struct number    : pegtl::sor<grouped, pegtl::plus<pegtl::digit>> {};
struct unit      : word<Kind::count_unit> {};
struct people    : pegtl::seq<number, pegtl::opt<blanks, unit>> {};
struct count     : pegtl::seq<blanks, people, token::end> {};

// signed_count ::=  ( "+" | dash )? blanks count

struct minus        : dash {};
struct signed_count : pegtl::seq<blanks, pegtl::opt<pegtl::sor<pegtl::one<'+'>, minus>>, count> {};

// pair ::=  number blanks ( ":" | dash ) blanks number end     42:17

struct left  : number {};
struct right : number {};
struct pair  : pegtl::seq<blanks, left, blanks, pegtl::sor<pegtl::one<':'>, dash>, blanks, right, token::end> {};

// goals ::=  "("? blanks number ( blank+ "goals" anything | blanks ")"? end )

struct counted_goals : pegtl::seq<some_blanks, word<Kind::goals_unit>> {};
struct goals         : pegtl::seq<blanks, pegtl::opt<pegtl::one<'('>>, blanks, number,
                                  pegtl::sor<counted_goals,
                                             pegtl::seq<blanks, pegtl::opt<pegtl::one<')'>>, token::end>>> {};

// clang-format on

}  // namespace acta::grammar::count
