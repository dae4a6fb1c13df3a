#pragma once
/// What stands under a match: where it was played, who saw it, who led it.
///
///     Stadium: Monumental, Lima; Attendance: 3,000; Referee: Ana Loma
///     Monumental, Lima. Referee: Ana Loma
///     Estadio Nacional, Lima
///
/// Accepts more than editors should write: labels in any order and of any language, several marks
/// between two parts, a dot or a dash at the end of one.
/// Accepts less: a label of which a blank parts the colon; a second comma in an unlabelled place.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::venue {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::dash;
using words::Kind;

// clang-format off

// labelled  ::=  blanks ( place separator )? part ( separator part )* end
// part      ::=  label blanks value
// label     ::=  ( "stadium" | "ciudad" | "att." | "referee" | "hora" ... ) ":" | counting blank, before a digit
// counting  ::=  "att." | "hora" ...
// value     ::=  what goes up to a separator and a label, or up to the end
// place     ::=  the same, without a colon
// separator ::=  blanks ( ( ";" | "," | "|" | "(" | ( "." | dash ) blank ) blanks )+

struct label_word : token::any_word<Kind::venue_stadium, Kind::venue_time> {};
struct counting   : pegtl::sor<token::word<Kind::venue_attendance>, token::word<Kind::venue_time>> {};
struct label      : pegtl::sor<pegtl::seq<label_word, pegtl::one<':'>>,
                               pegtl::seq<pegtl::at<counting>, label_word, blank, pegtl::at<pegtl::digit>>> {};
struct mark       : pegtl::sor<pegtl::one<';', ',', '|', '('>,
                               pegtl::seq<pegtl::sor<pegtl::one<'.'>, dash>, pegtl::at<blank>>> {};
struct separator  : pegtl::seq<blanks, pegtl::plus<mark, blanks>> {};
struct closing    : pegtl::seq<pegtl::star<pegtl::sor<blank, pegtl::one<';', ',', '.', '|'>, dash>>, pegtl::eof> {};
struct value_end  : pegtl::sor<pegtl::seq<separator, label>, closing> {};
/// Takes a run of blanks at once, so that what begins with blanks is tried once a run.
struct plain      : token::plain<';', ',', '|', '(', '.', '-', ':'> {};
struct rest       : pegtl::sor<token::some_blanks, pegtl::any> {};
struct value      : pegtl::star<pegtl::sor<plain, pegtl::seq<pegtl::not_at<value_end>, rest>>> {};
struct place      : pegtl::plus<pegtl::sor<plain,
                                           pegtl::seq<pegtl::not_at<value_end>, pegtl::not_at<pegtl::one<':'>>,
                                                      rest>>> {};
struct part       : pegtl::seq<label, blanks, value> {};
struct labelled   : pegtl::seq<blanks, pegtl::opt<pegtl::not_at<label>, place, separator>, part,
                               pegtl::star<separator, part>, closing> {};

// ground_line ::=  ground ( "," city )? end          National Stadium, Lima
// ground      ::=  words without a comma, one of them "stadium", "estadio", "arena" ...
// city        ::=  words without a comma

struct ground_word : token::word<Kind::ground_word> {};
struct letter      : pegtl::sor<pegtl::alnum, pegtl::seq<pegtl::not_at<pegtl::sor<dash, blank>>, token::letter>> {};
struct before      : pegtl::star<pegtl::not_at<ground_word>, pegtl::sor<pegtl::plus<letter>, pegtl::not_one<','>>> {};
struct ground      : pegtl::seq<before, ground_word, pegtl::star<pegtl::not_one<','>>> {};
struct city        : pegtl::star<pegtl::not_one<','>> {};
struct ground_line : pegtl::seq<ground, pegtl::opt<pegtl::one<','>, city>, pegtl::eof> {};

// place_and_city ::=  stadium ( "," city )?          the last comma parts them

struct last_comma     : pegtl::seq<pegtl::one<','>, pegtl::at<city, pegtl::eof>> {};
struct stadium        : pegtl::star<pegtl::not_at<last_comma>, pegtl::any> {};
struct place_and_city : pegtl::seq<stadium, pegtl::opt<last_comma, city>, pegtl::eof> {};

// clang-format on

}  // namespace acta::grammar::venue
