#pragma once
/// Dates and times as articles write them.
///
///     date_line  ::= label? (weekday ","?)? date ( "(" iso ")" )? (sep time)? (sep? zone)?
///     date       ::= iso | numeric | day_first | month_first
///     iso        ::= year dash month2 dash day2                      2014-05-29
///     numeric    ::= day ("/" | ".") month ("/" | ".") year          29/05/2014
///     day_first  ::= day ordinal? of? month "."? (of? year)?         29 de mayo de 2014, 22 dic.
///     2024 month_first::= month "."? day ordinal? (","? year)?            May 29, 2014 time ::=
///     hour (":" | "." | "h") minute "h"? am_pm?       20:00, 8:30 p.m. zone       ::= "("? ("UTC"
///     | "GMT") (sign hour (":" minute)?)? ")"? | "("? word ")"? range      ::= point dash point |
///     day dash day_first | point point      ::= day_first | month_first | iso | month of? year |
///     month | year
///
/// Words are months, weekdays and zones only if the table in football/date.cpp knows them.
/// Accepts more than a calendar: 31 February is read, and refused later with its own finding.

#include "grammar/token.hpp"

namespace acta::grammar::date {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::dash;
using token::some_blanks;
using word = token::letters;

// clang-format off
struct two_digits  : pegtl::rep<2, pegtl::digit> {};
struct number_end  : pegtl::not_at<pegtl::digit> {};

struct year        : pegtl::seq<pegtl::rep<4, pegtl::digit>, number_end> {};
struct month_number: pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>, number_end> {};
struct day         : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>, number_end> {};
struct month       : pegtl::seq<word> {};
struct weekday     : pegtl::seq<word> {};

struct ordinal     : pegtl::sor<pegtl::istring<'s', 't'>, pegtl::istring<'n', 'd'>, pegtl::istring<'r', 'd'>,
                                pegtl::istring<'t', 'h'>, pegtl::seq<pegtl::opt<pegtl::one<'.'>>, pegtl::utf8::one<0xBA, 0xAA, 0xB0>>,
                                pegtl::one<'.'>> {};
struct of_word     : pegtl::seq<pegtl::sor<pegtl::istring<'d', 'e', 'l'>, pegtl::istring<'d', 'e'>, pegtl::istring<'o', 'f'>>, some_blanks> {};
struct gap         : pegtl::seq<pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::opt<pegtl::one<','>>, blanks, pegtl::opt<of_word>> {};

struct iso         : pegtl::seq<year, dash, month_number, dash, day> {};
struct numeric     : pegtl::seq<day, pegtl::sor<pegtl::seq<pegtl::one<'/'>, month_number, pegtl::one<'/'>, year>, pegtl::seq<pegtl::one<'-'>, month_number, pegtl::one<'-'>, year>,
                                                pegtl::seq<pegtl::one<'.'>, month_number, pegtl::one<'.'>, year>>> {};
struct day_first   : pegtl::seq<day, pegtl::opt<ordinal>, blanks, pegtl::opt<of_word>, month, pegtl::opt<gap, year>, pegtl::opt<pegtl::one<'.'>>> {};
struct month_first : pegtl::seq<month, pegtl::opt<pegtl::one<'.'>>, some_blanks, day, pegtl::opt<ordinal>,
                                pegtl::opt<blanks, pegtl::opt<pegtl::one<','>>, some_blanks, year>> {};
struct date        : pegtl::sor<iso, numeric, day_first, month_first> {};

struct hour        : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>, number_end> {};
struct minute      : pegtl::seq<two_digits, number_end> {};
struct pm          : pegtl::seq<pegtl::istring<'p'>, pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::istring<'m'>, pegtl::opt<pegtl::one<'.'>>> {};
struct am          : pegtl::seq<pegtl::istring<'a'>, pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::istring<'m'>, pegtl::opt<pegtl::one<'.'>>> {};
struct hours_word  : pegtl::seq<pegtl::sor<pegtl::istring<'h', 'o', 'r', 'a', 's'>, pegtl::seq<pegtl::istring<'h'>, pegtl::opt<pegtl::istring<'r'>>, pegtl::opt<pegtl::istring<'s'>>>>, pegtl::opt<pegtl::one<'.'>>, pegtl::not_at<pegtl::alpha>> {};
struct time        : pegtl::seq<hour, pegtl::one<':', '.', 'h'>, minute, pegtl::opt<blanks, pegtl::sor<pm, am, hours_word>>> {};

struct sign_minus  : dash {};
struct sign_plus   : pegtl::one<'+'> {};
struct zone_hour   : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>> {};
struct zone_minute : two_digits {};
struct offset      : pegtl::seq<pegtl::sor<sign_minus, sign_plus>, zone_hour, pegtl::opt<pegtl::opt<pegtl::one<':'>>, zone_minute>> {};
struct utc         : pegtl::seq<pegtl::sor<pegtl::istring<'U', 'T', 'C'>, pegtl::istring<'G', 'M', 'T'>>, pegtl::not_at<pegtl::alpha>> {};
struct zone_name   : pegtl::seq<pegtl::rep_min_max<2, 5, pegtl::upper>, pegtl::not_at<pegtl::alpha>> {};
struct utc_zone    : pegtl::seq<utc, pegtl::opt<blanks, offset>> {};
struct zone        : pegtl::sor<utc_zone, pegtl::seq<zone_name, pegtl::opt<blanks, pegtl::one<'('>, blanks, utc_zone, blanks, pegtl::one<')'>>>> {};
struct zone_part   : pegtl::seq<blanks, pegtl::sor<pegtl::seq<pegtl::one<'('>, blanks, zone, blanks, pegtl::one<')'>>, zone>> {};

struct at_word     : pegtl::seq<pegtl::sor<pegtl::seq<pegtl::istring<'a', 't'>>, pegtl::seq<pegtl::istring<'a'>, some_blanks, pegtl::istring<'l', 'a'>, pegtl::opt<pegtl::istring<'s'>>>>, some_blanks> {};
struct separator   : pegtl::seq<blanks, pegtl::opt<pegtl::sor<dash, pegtl::one<',', ';', '|', ':', '('>>>, blanks, pegtl::opt<at_word>> {};
struct time_part   : pegtl::seq<separator, time, pegtl::opt<zone_part>, blanks, pegtl::opt<pegtl::one<')'>>> {};
struct weekday_part: pegtl::seq<weekday, pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::opt<pegtl::one<','>>, blanks> {};

/// A date with all that may belong to it, at the start of a line.
struct iso_again   : pegtl::seq<blanks, pegtl::one<'('>, pegtl::rep<4, pegtl::digit>, pegtl::one<'-'>, two_digits, pegtl::one<'-'>, two_digits, pegtl::one<')'>> {};
struct label       : pegtl::seq<pegtl::sor<pegtl::istring<'d', 'a', 't', 'e'>, pegtl::istring<'f', 'e', 'c', 'h', 'a'>>, pegtl::one<':'>, blanks> {};
struct dated       : pegtl::seq<pegtl::opt<label>, pegtl::opt<weekday_part>, date, pegtl::opt<iso_again>, pegtl::opt<time_part>> {};
/// A time at the start of a line.
struct timed       : pegtl::seq<time, pegtl::opt<zone_part>> {};
struct date_line   : pegtl::seq<blanks, dated, pegtl::opt<pegtl::one<':', '.'>>, token::end> {};

struct month_only  : pegtl::seq<month, pegtl::opt<gap, year>> {};
struct year_only   : pegtl::seq<year> {};
struct from_word   : pegtl::seq<pegtl::sor<pegtl::istring<'d', 'e', 'l'>, pegtl::istring<'f', 'r', 'o', 'm'>, pegtl::istring<'d', 'e'>>, some_blanks> {};
struct to_word     : pegtl::seq<pegtl::sor<pegtl::istring<'a', 'l'>, pegtl::istring<'t', 'o'>, pegtl::istring<'a'>, pegtl::istring<'h', 'a', 's', 't', 'a'>>, some_blanks> {};
struct point       : pegtl::sor<iso, numeric, day_first, month_first, month_only, year_only> {};
struct from_day    : day {};
struct range_mark  : pegtl::sor<pegtl::seq<blanks, dash, blanks>, pegtl::seq<some_blanks, to_word>> {};
struct from_point  : point {};
struct to_point    : point {};
struct day_range   : pegtl::seq<from_day, range_mark, to_point> {};
struct open_end    : pegtl::seq<blanks, dash, blanks, pegtl::eof> {};
struct dated_pair  : pegtl::seq<from_point, some_blanks, to_point> {};
struct full_range  : pegtl::sor<pegtl::seq<dated_pair, pegtl::at<blanks, pegtl::eof>>, pegtl::seq<from_point, open_end>, pegtl::seq<from_point, pegtl::opt<range_mark, to_point>>> {};
struct range       : pegtl::seq<blanks, pegtl::opt<from_word>, pegtl::sor<pegtl::seq<day_range, token::end>, pegtl::seq<full_range, token::end>>> {};

// clang-format on

}  // namespace acta::grammar::date
