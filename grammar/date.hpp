#pragma once
/// Dates and times as articles write them, and the days that a competition lasts.
///
///     Sunday, 29 May 2014, 20:00 (UTC−5)
///     29 de mayo de 2014 a las 8:30 p.m. PET
///     23 May – 25 October 2024
///
/// Accepts more than a calendar has: 31 February is read, and refused later with its own finding.
/// Accepts less than people write: a date of numbers alone has one kind of mark and four digits of
/// a year, an hour and its minutes are numbers.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::date {

namespace pegtl = tao::pegtl;
using token::blanks;
using token::dash;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// year         ::=  four digits, from 1850 to 2149
// day          ::=  one or two digits, not 0
// month_number ::=  one or two digits
// of           ::=  "of" | "de" ..., blank+
// ordinal      ::=  "."? ( "st" | "º" ... ) | "."
// before_year  ::=  "."? blanks ","? blanks of?

struct year         : pegtl::seq<pegtl::rep<4, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct day          : token::up_to_2 {};
struct month_number : token::up_to_2 {};
struct month        : word<Kind::month> {};
struct of           : pegtl::seq<word<Kind::of>, some_blanks> {};
struct month_of     : of {};
struct ordinal      : pegtl::sor<pegtl::seq<pegtl::opt<pegtl::one<'.'>>, word<Kind::ordinal_tail>>, pegtl::one<'.'>> {};
struct before_year  : pegtl::seq<pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::opt<pegtl::one<','>>, blanks,
                                 pegtl::opt<of>> {};

// date        ::=  iso | numeric | day_first | month_first
// iso         ::=  year dash month_number dash day                               2014-05-29
// numeric     ::=  day mark month_number mark year; mark ::= "/" | "-" | "."     29/05/2014
// day_first   ::=  day ordinal? blanks month_of? month ( before_year year )? "."?  29 de mayo de 2014, 22 dic.
// month_first ::=  month "."? blank+ day ordinal? ( blanks ","? blank+ year )?   May 29, 2014

struct iso         : pegtl::seq<year, dash, month_number, dash, day> {};
template <char Mark>
struct numbers     : pegtl::seq<pegtl::one<Mark>, month_number, pegtl::one<Mark>, year> {};
struct numeric     : pegtl::seq<day, pegtl::sor<numbers<'/'>, numbers<'-'>, numbers<'.'>>> {};
struct day_first   : pegtl::seq<day, pegtl::opt<ordinal>, blanks, pegtl::opt<month_of>, month,
                                pegtl::opt<before_year, year>, pegtl::opt<pegtl::one<'.'>>> {};
struct month_first : pegtl::seq<month, pegtl::opt<pegtl::one<'.'>>, some_blanks, day, pegtl::opt<ordinal>,
                                pegtl::opt<blanks, pegtl::opt<pegtl::one<','>>, some_blanks, year>> {};
struct date        : pegtl::sor<iso, numeric, day_first, month_first> {};

// time   ::=  hour ( ":" | "." | "h" ) minute ( blanks ( "p.m." | "a.m." | "horas" ... ) )?   20:00, 8:30 p.m.
// hour   ::=  one or two digits, below 24
// minute ::=  two digits, below 60

struct hour   : token::up_to_2 {};
struct minute : token::two_digits {};
struct am     : word<Kind::am> {};
struct pm     : word<Kind::pm> {};
struct time   : pegtl::seq<hour, pegtl::one<':', '.', 'h'>, minute,
                           pegtl::opt<blanks, pegtl::sor<pm, am, word<Kind::hours>>>> {};

// in_zone    ::=  blanks ( "(" blanks zone blanks ")" | zone )
// zone       ::=  utc | known blanks "(" blanks utc blanks ")" | known     PET (UTC−5)
// utc        ::=  "UTC" | "GMT", ( blanks offset )?
// offset     ::=  ( dash | "+" ) zone_hour ( ":"? zone_minute )?
// zone_hour  ::=  one or two digits, at most 14
// known      ::=  the name of a zone in two to five capital letters

struct minus       : dash {};
struct zone_hour   : pegtl::rep_min_max<1, 2, pegtl::digit> {};
struct zone_minute : token::two_digits {};
struct offset      : pegtl::seq<pegtl::sor<minus, pegtl::one<'+'>>, zone_hour,
                                pegtl::opt<pegtl::opt<pegtl::one<':'>>, zone_minute>> {};
struct utc         : pegtl::seq<word<Kind::zone_utc>, pegtl::opt<blanks, offset>> {};
struct capitals    : pegtl::seq<pegtl::rep_min_max<2, 5, pegtl::upper>, pegtl::not_at<pegtl::alpha>> {};
struct known       : pegtl::seq<pegtl::at<capitals>, token::any_word<Kind::zone, Kind::zone_unclear>> {};
template <typename Rule>
struct bracketed   : pegtl::seq<pegtl::one<'('>, blanks, Rule, blanks, pegtl::one<')'>> {};
struct zone        : pegtl::sor<utc, pegtl::seq<known, blanks, bracketed<utc>>, known> {};
struct in_zone     : pegtl::seq<blanks, pegtl::sor<bracketed<zone>, zone>> {};

// dated         ::=  label? ( weekday_date | date ) iso_again? ( before_time time in_zone? blanks ")"? )?
// label         ::=  ( "date" | "fecha" ... ) ":" blanks
// weekday_date  ::=  weekday "."? blanks ","? blanks date
// iso_again     ::=  blanks "(" dddd-dd-dd ")"
// before_time   ::=  blanks ( dash | "," | ";" | "|" | ":" | "(" )? blanks ( ( "at" | "a las" ... ) blank+ )?
// timed         ::=  time in_zone?
// date_line     ::=  dated ( ":" | "." )? end

struct label        : pegtl::seq<word<Kind::date_label>, pegtl::one<':'>, blanks> {};
struct weekday_date : pegtl::seq<word<Kind::weekday>, pegtl::opt<pegtl::one<'.'>>, blanks, pegtl::opt<pegtl::one<','>>,
                                 blanks, date> {};
struct iso_again    : pegtl::seq<blanks, pegtl::one<'('>, pegtl::rep<4, pegtl::digit>, pegtl::one<'-'>,
                                 token::two_digits, pegtl::one<'-'>, token::two_digits, pegtl::one<')'>> {};
struct before_time  : pegtl::seq<blanks, pegtl::opt<pegtl::sor<dash, pegtl::one<',', ';', '|', ':', '('>>>, blanks,
                                 pegtl::opt<word<Kind::date_at>, some_blanks>> {};
struct timed        : pegtl::seq<time, pegtl::opt<in_zone>> {};
struct dated        : pegtl::seq<pegtl::opt<label>, pegtl::sor<weekday_date, date>, pegtl::opt<iso_again>,
                                 pegtl::opt<before_time, timed, blanks, pegtl::opt<pegtl::one<')'>>>> {};
struct date_line    : pegtl::seq<dated, pegtl::opt<pegtl::one<':', '.'>>, token::end> {};

// parting ::=  ( blank | dash | ":" | "," | ";" | "|" | "." )*     between a date or time and the rest of its line
// parted  ::=  blanks ( ":" | "," | ";" | "|" | dash blank )       29 May 2014 – Aldea 1–0 Bruma

struct parting : pegtl::star<pegtl::sor<token::blank, dash, pegtl::one<':', ',', ';', '|', '.'>>> {};
struct parted  : pegtl::seq<blanks, pegtl::sor<pegtl::one<':', ',', ';', '|'>, pegtl::seq<dash, token::blank>>> {};

// range     ::=  blanks ( ( "from" | "del" ... ) blank+ )? ( days | open | pair | first_to | point ) end
// days      ::=  day to point                  17–30 June 2019
// open      ::=  point blanks dash             11 April 2025 –
// pair      ::=  point blank+ point            23 May 2024 25 October 2024
// first_to  ::=  point to point                August 2014 – May 2015
// point     ::=  iso | numeric | day_first | month_first | month ( before_year year )? | year
// to        ::=  blanks dash blanks | blank+ ( "to" | "al" ... ) blank+

struct month_only : pegtl::seq<month, pegtl::opt<before_year, year>> {};
struct year_only  : pegtl::seq<year> {};
struct point      : pegtl::sor<iso, numeric, day_first, month_first, month_only, year_only> {};
struct to         : pegtl::sor<pegtl::seq<blanks, dash, blanks>,
                               pegtl::seq<some_blanks, word<Kind::date_to>, some_blanks>> {};
struct first_day  : day {};
struct first      : point {};
struct last       : point {};
struct days       : pegtl::seq<first_day, to, last, token::end> {};
struct open       : pegtl::seq<first, blanks, dash, token::end> {};
struct pair       : pegtl::seq<first, some_blanks, last, token::end> {};
struct first_to   : pegtl::seq<first, to, last, token::end> {};
struct one_point  : pegtl::seq<first, token::end> {};
struct range      : pegtl::seq<blanks, pegtl::opt<word<Kind::date_from>, some_blanks>,
                               pegtl::sor<days, open, pair, first_to, one_point>> {};

// clang-format on

}  // namespace acta::grammar::date
