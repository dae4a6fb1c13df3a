#pragma once
/// Numbers that prose states in fixed patterns.  Only patterns that speak of this season are read:
/// a sentence about another year would make a false witness.
///
///     There are currently 18 clubs in the league.
///     16 teams are divided into 2 groups.
///     Each team plays 3 games at home, for a total of 6 games.
///
/// Accepts more than one language at a time.
/// Accepts less: a mark between the words of a pattern, numbers in words, "a total of" in a
/// sentence that does not begin with "each team".

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::claim {

namespace pegtl = tao::pegtl;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// prose    ::=  sentence ( stop sentence )*
// sentence ::=  blanks ( each ( total | claim | other | blank+ )* | ( claim | other | blank+ )* )
// each     ::=  "each" "team"                           -- blanks part words
// total    ::=  "total" "of" number "games"
// stop     ::=  a run of bytes that are no blanks, the last of them "."
// other    ::=  any other such run

template <Kind First, Kind Last = First>
struct then        : pegtl::seq<some_blanks, token::any_word<First, Last>> {};
struct number      : token::up_to_3 {};
struct next_number : pegtl::seq<some_blanks, number> {};
struct teams       : then<Kind::claim_teams> {};

// claim     ::=  exist | contested | held | grown | division
// exist     ::=  "there are" "currently"? number "teams"              Hay actualmente 18 clubes
// contested ::=  "contested" "by" "the"? number "teams"
// held      ::=  "features" "the"? number "teams"
// grown     ::=  "grown to" number "teams"
// division  ::=  divided_teams ( "are" ){0,2} groups
// groups    ::=  "divided" "into" number "groups"

struct exist         : pegtl::seq<word<Kind::claim_exist>, pegtl::opt<then<Kind::claim_currently>>, next_number,
                                  teams> {};
struct contested     : pegtl::seq<word<Kind::claim_contested>, then<Kind::claim_by>,
                                  pegtl::opt<then<Kind::claim_article>>, next_number, teams> {};
struct held          : pegtl::seq<word<Kind::claim_holds>, pegtl::opt<then<Kind::claim_article>>, next_number,
                                  teams> {};
struct grown         : pegtl::seq<word<Kind::claim_grown>, next_number, teams> {};
struct team_count    : pegtl::sor<exist, contested, held, grown> {};
struct divided_teams : pegtl::seq<number, teams> {};
struct group_count   : pegtl::seq<word<Kind::claim_divided>, then<Kind::claim_into>, next_number,
                                  then<Kind::claim_groups>> {};
struct are           : pegtl::seq<some_blanks, pegtl::rep_max<2, word<Kind::claim_are>, some_blanks>> {};
struct division      : pegtl::seq<divided_teams, are, group_count> {};
struct total         : pegtl::seq<word<Kind::claim_total>, then<Kind::of>, next_number, then<Kind::claim_matches>> {};

struct each       : pegtl::seq<word<Kind::claim_each>, then<Kind::claim_team>> {};
struct in_word    : pegtl::seq<pegtl::not_at<token::blank>, pegtl::any> {};
struct final_dot  : pegtl::seq<pegtl::one<'.'>, pegtl::at<pegtl::sor<token::blank, pegtl::eof>>> {};
struct stop       : pegtl::seq<pegtl::star<pegtl::not_at<final_dot>, in_word>, final_dot> {};
struct other      : pegtl::seq<pegtl::not_at<stop>, pegtl::plus<in_word>> {};
template <typename... Claims>
struct words_of   : pegtl::star<pegtl::sor<some_blanks, Claims..., other>> {};
struct of_each    : pegtl::seq<each, words_of<total, team_count, division>> {};
struct sentence   : pegtl::seq<token::blanks, pegtl::sor<of_each, words_of<team_count, division>>> {};
struct prose      : pegtl::seq<sentence, pegtl::star<stop, sentence>, pegtl::eof> {};

// counted ::=  number blank+ ( "teams" | "games" )           without one of these there is no claim

struct counted : pegtl::seq<number, then<Kind::claim_teams, Kind::claim_matches>> {};

// clang-format on

}  // namespace acta::grammar::claim
