#pragma once
/// Lines of a rendered wiki page, one line at a time, without its indentation and trailing blanks.
///
///     - 2024 Liga 1                    item      ::= run | bullet | numbered | lettered, then text
///     |---|:--:|                       rule_row  ::= "|" rule "|" ( rule "|" )* rule?
///     |- bgcolor="#eee"                row_break ::= "|-" without a further "|", or with
///     attributes
///     __TOC__                          leftover  ::= what a renderer leaves of a page's layout
///     Main article: 2024 Copa Perú     hatnote   ::= label ":" page | "For " matter ", see " page
///
/// Accepts more than renderers write: wikitext's own list marks and rows.  Accepts less: a number
/// needs a blank behind its dot; whether it numbers an item or belongs to a name ("1. FC Union") is
/// for the caller to find out from the lines around it.

#include "grammar/token.hpp"

namespace acta::grammar::rendered {

namespace pegtl = tao::pegtl;
using token::blank;
using token::blanks;
using token::some_blanks;

// clang-format off

// List items.
struct run          : pegtl::plus<pegtl::one<'*', '#', ';', ':'>> {};
struct dash         : pegtl::seq<pegtl::sor<pegtl::one<'-'>, pegtl::utf8::one<0x2013, 0x2014>>, some_blanks> {};
struct dot          : pegtl::utf8::one<0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25AA, 0x25CF, 0x25E6> {};
struct bullet       : pegtl::sor<dash, pegtl::seq<dot, blanks>> {};
struct number       : pegtl::rep_min_max<1, 3, pegtl::digit> {};
struct stop         : pegtl::one<'.', ')'> {};
struct tab          : pegtl::seq<pegtl::star<pegtl::one<' '>>, pegtl::one<'\t'>> {};
struct numbered     : pegtl::seq<number, stop, pegtl::sor<tab, blank>> {};
struct letter       : pegtl::range<'a', 'z'> {};
struct lettered     : pegtl::seq<letter, pegtl::one<')'>, pegtl::sor<tab, blank>> {};
struct item         : pegtl::sor<bullet, numbered, lettered, run> {};

// Lines that start with a bar.
struct rule         : pegtl::seq<blanks, pegtl::opt<pegtl::one<':'>>, pegtl::plus<pegtl::one<'-'>>, pegtl::opt<pegtl::one<':'>>, blanks> {};
struct bar          : pegtl::one<'|'> {};
struct rule_row     : pegtl::seq<bar, rule, bar, pegtl::star<rule, bar>, pegtl::opt<rule>, pegtl::eof> {};
struct attribute    : pegtl::seq<blanks, pegtl::plus<pegtl::sor<pegtl::alpha, pegtl::one<'-'>>>, blanks, pegtl::one<'='>> {};
struct no_more_bars : pegtl::seq<pegtl::star<pegtl::not_one<'|'>>, pegtl::eof> {};
struct row_break    : pegtl::seq<bar, pegtl::plus<pegtl::one<'-'>>, pegtl::sor<attribute, no_more_bars>> {};
struct table_close  : pegtl::seq<bar, pegtl::one<'}'>> {};
struct caption_mark : pegtl::seq<bar, pegtl::one<'+'>> {};
struct caption      : pegtl::seq<caption_mark, pegtl::not_at<pegtl::digit>, pegtl::sor<pegtl::at<attribute>, pegtl::at<no_more_bars>>> {};

// What a renderer leaves of the layout; lines of tags alone are found by the inline grammar.
struct page_mark    : pegtl::seq<pegtl::string<'_', '_'>, pegtl::plus<pegtl::sor<pegtl::upper, pegtl::not_range<char(0), char(127)>>>, pegtl::string<'_', '_'>, pegtl::eof> {};
struct ruler        : pegtl::seq<pegtl::rep_min<3, pegtl::one<'-', '_'>>, pegtl::eof> {};
struct table_open   : pegtl::seq<pegtl::string<'{', '|'>> {};
struct file_space   : pegtl::sor<TAO_PEGTL_ISTRING("file"), TAO_PEGTL_ISTRING("image"), TAO_PEGTL_ISTRING("archivo"), TAO_PEGTL_ISTRING("imagen"),
                                 TAO_PEGTL_ISTRING("category"), TAO_PEGTL_ISTRING("categor\u00eda")> {};
struct file         : pegtl::seq<file_space, pegtl::one<':'>, pegtl::any> {};
struct leftover     : pegtl::sor<page_mark, ruler, table_open, file> {};

// Notes that only point to another page.
struct label        : pegtl::sor<TAO_PEGTL_ISTRING("main articles"), TAO_PEGTL_ISTRING("main article"), TAO_PEGTL_ISTRING("main page"),
                                 TAO_PEGTL_ISTRING("see also"), TAO_PEGTL_ISTRING("further information"), TAO_PEGTL_ISTRING("more information"),
                                 TAO_PEGTL_ISTRING("art\u00edculos principales"), TAO_PEGTL_ISTRING("art\u00edculo principal"),
                                 TAO_PEGTL_ISTRING("v\u00e9ase tambi\u00e9n"), TAO_PEGTL_ISTRING("v\u00e9anse tambi\u00e9n"), TAO_PEGTL_ISTRING("v\u00e9ase"),
                                 TAO_PEGTL_ISTRING("ver tambi\u00e9n"), TAO_PEGTL_ISTRING("m\u00e1s informaci\u00f3n"),
                                 TAO_PEGTL_ISTRING("artigo principal"), TAO_PEGTL_ISTRING("ver artigo principal"), TAO_PEGTL_ISTRING("ver tamb\u00e9m"),
                                 TAO_PEGTL_ISTRING("article principal"), TAO_PEGTL_ISTRING("article d\u00e9taill\u00e9"), TAO_PEGTL_ISTRING("hauptartikel"),
                                 TAO_PEGTL_ISTRING("siehe auch"), TAO_PEGTL_ISTRING("voce principale")> {};
struct labelled     : pegtl::seq<label, blanks, pegtl::one<':'>, blanks, pegtl::any> {};
struct pointer      : pegtl::sor<TAO_PEGTL_ISTRING(", see "), TAO_PEGTL_ISTRING(", v\u00e9ase ")> {};
struct about        : pegtl::seq<pegtl::sor<TAO_PEGTL_ISTRING("for "), TAO_PEGTL_ISTRING("para ")>, pegtl::until<pointer>, pegtl::any> {};
struct not_this     : pegtl::seq<TAO_PEGTL_ISTRING("not to be confused with "), pegtl::any> {};
struct hatnote      : pegtl::sor<labelled, about, not_this> {};

// clang-format on

}  // namespace acta::grammar::rendered
