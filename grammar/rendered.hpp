#pragma once
/// Lines of a rendered wiki page, one line at a time, without its indentation and trailing blanks.
///
///     - 2024 Liga 1
///     ==Results==
///     |---|:--:|
///     |- bgcolor="#eee"
///     __TOC__
///     Main article: 2024 Copa Perú
///
/// Accepts more than renderers write: wikitext's own list marks and rows, more marks on one side of
/// a heading than on the other.
/// Accepts less: a number needs a blank behind its dot; whether it numbers an item or belongs to a
/// name ("1. FC Union") is for the caller to find out from the lines around it.

#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::rendered {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::some_blanks;
using token::word;
using words::Kind;

// clang-format off

// item     ::=  bullet | numbered | lettered | run          the item's text follows
// bullet   ::=  dash blank+ | dot blanks
// numbered ::=  digit{1,3} ( "." | ")" ) ( blanks tab | blank )
// lettered ::=  a-z ")" ( blanks tab | blank )
// run      ::=  ( "*" | "#" | ";" | ":" )+

struct run          : pegtl::plus<pegtl::one<'*', '#', ';', ':'>> {};
struct dot          : pegtl::utf8::one<0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25AA, 0x25CF, 0x25E6> {};
struct bullet       : pegtl::sor<pegtl::seq<token::dash, some_blanks>, pegtl::seq<dot, blanks>> {};
struct number       : pegtl::rep_min_max<1, 3, pegtl::digit> {};
struct stop         : pegtl::one<'.', ')'> {};
struct tab          : pegtl::seq<pegtl::star<pegtl::one<' '>>, pegtl::one<'\t'>> {};
struct numbered     : pegtl::seq<number, stop, pegtl::sor<tab, blank>> {};
struct letter       : pegtl::range<'a', 'z'> {};
struct lettered     : pegtl::seq<letter, pegtl::one<')'>, pegtl::sor<tab, blank>> {};
struct item         : pegtl::sor<bullet, numbered, lettered, run> {};

// heading ::=  equals ( eof | text equals? eof )            the text ends before the last equals

struct equals       : pegtl::plus<pegtl::one<'='>> {};
struct opening      : equals {};
struct closing      : pegtl::seq<equals, pegtl::eof> {};
struct heading_text : pegtl::plus<pegtl::sor<pegtl::not_one<'='>, pegtl::seq<pegtl::not_at<closing>, equals>>> {};
struct heading      : pegtl::seq<opening, pegtl::sor<pegtl::eof,
                                                     pegtl::seq<heading_text, pegtl::opt<closing>, pegtl::eof>>> {};

// markdown ::=  "#"{1,6} blank text ( blank "#"+ )? eof     only on a page whose headings are written so

struct hashes         : pegtl::rep_min_max<1, 6, pegtl::one<'#'>> {};
struct hashes_behind  : pegtl::seq<pegtl::plus<blank>, pegtl::plus<pegtl::one<'#'>>, pegtl::eof> {};
struct markdown_text  : pegtl::plus<pegtl::not_at<hashes_behind>, pegtl::any> {};
struct markdown       : pegtl::seq<hashes, pegtl::plus<blank>, markdown_text, pegtl::opt<hashes_behind>, pegtl::eof> {};

// rule_row    ::=  "|" rule "|" ( rule "|" )* rule? eof     |---|:--:|
// row_break   ::=  "|" "-"+ ( attribute | no further "|" )  |- bgcolor="#eee"
// table_close ::=  "|}"
// caption     ::=  "|+" not a digit ( attribute | no further "|" )

struct rule         : pegtl::seq<blanks, pegtl::opt<pegtl::one<':'>>, pegtl::plus<pegtl::one<'-'>>,
                                 pegtl::opt<pegtl::one<':'>>, blanks> {};
struct bar          : pegtl::one<'|'> {};
struct rule_row     : pegtl::seq<bar, rule, bar, pegtl::star<rule, bar>, pegtl::opt<rule>, pegtl::eof> {};
struct attribute    : pegtl::seq<blanks, pegtl::plus<pegtl::sor<pegtl::alpha, pegtl::one<'-'>>>, blanks,
                                 pegtl::one<'='>> {};
struct no_more_bars : pegtl::seq<pegtl::star<pegtl::not_one<'|'>>, pegtl::eof> {};
struct row_break    : pegtl::seq<bar, pegtl::plus<pegtl::one<'-'>>, pegtl::sor<attribute, no_more_bars>> {};
struct table_close  : pegtl::seq<bar, pegtl::one<'}'>> {};
struct caption_mark : pegtl::seq<bar, pegtl::one<'+'>> {};
struct caption      : pegtl::seq<caption_mark, pegtl::not_at<pegtl::digit>,
                                 pegtl::sor<pegtl::at<attribute>, pegtl::at<no_more_bars>>> {};

// leftover ::=  page_mark | ruler | "{|" | file             lines of tags alone are found by the inline grammar
// file     ::=  ( "File" | "Categoría" ... ) ":" anything

struct capital      : pegtl::sor<pegtl::upper, pegtl::not_range<char(0), char(127)>> {};
struct page_edge    : pegtl::string<'_', '_'> {};
struct page_mark    : pegtl::seq<page_edge, pegtl::plus<capital>, page_edge, pegtl::eof> {};
struct ruler        : pegtl::seq<pegtl::rep_min<3, pegtl::one<'-', '_'>>, pegtl::eof> {};
struct table_open   : pegtl::seq<pegtl::string<'{', '|'>> {};
struct file         : pegtl::seq<token::any_word<Kind::namespace_file, Kind::namespace_category>, pegtl::one<':'>,
                                 pegtl::any> {};
struct leftover     : pegtl::sor<page_mark, ruler, table_open, file> {};

// hatnote  ::=  labelled | about | not_this                 points to another page
// labelled ::=  ( "see also" | "main article" ... ) blanks ":" blanks anything
// about    ::=  "for" blank+ matter ", see" blank+ anything
// not_this ::=  "not to be confused with" blank+ anything

struct label        : pegtl::sor<word<Kind::see_also>, word<Kind::hatnote_label>> {};
struct labelled     : pegtl::seq<label, blanks, pegtl::one<':'>, blanks, pegtl::any> {};
struct pointer      : pegtl::seq<pegtl::one<','>, some_blanks, word<Kind::hatnote_pointer>, some_blanks> {};
struct about        : pegtl::seq<word<Kind::hatnote_for>, some_blanks, pegtl::until<pointer>, pegtl::any> {};
struct not_this     : pegtl::seq<word<Kind::hatnote_not>, some_blanks, pegtl::any> {};
struct hatnote      : pegtl::sor<labelled, about, not_this> {};

// with_year  ::=  a text with a year in it, as the titles of seasons have
// with_match ::=  a text with a minute or a score in it

struct piece        : pegtl::sor<pegtl::plus<pegtl::digit>, pegtl::any> {};
struct year         : pegtl::seq<pegtl::sor<pegtl::string<'1', '8'>, pegtl::string<'1', '9'>, pegtl::string<'2', '0'>>,
                                 token::two_digits> {};
struct with_year    : pegtl::seq<pegtl::star<pegtl::not_at<year>, piece>, year> {};
struct minute       : pegtl::seq<pegtl::plus<pegtl::digit>, token::prime> {};
struct score        : pegtl::seq<pegtl::rep_min_max<1, 2, pegtl::digit>, pegtl::sor<token::dash, pegtl::one<':'>>,
                                 pegtl::digit> {};
struct of_match     : pegtl::sor<minute, score> {};
struct with_match   : pegtl::seq<pegtl::star<pegtl::not_at<of_match>, piece>, of_match> {};

// clang-format on

}  // namespace acta::grammar::rendered
