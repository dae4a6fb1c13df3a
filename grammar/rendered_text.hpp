#pragma once
/// Markup inside one line of a rendered wiki page: what a renderer should have resolved and did
/// not.
///
///     Universitario<ref name="a" /> &ndash; '''Melgar''' [1]
///
/// Total: the last alternative takes any byte.  Linear: what has to be closed stops at the next
/// opener of its kind, so no byte is looked at more than a few times.
///
/// Accepts more than MediaWiki: tags and links that are not closed in the right order.
/// Accepts less: a call within a call within a call; tags of unknown names, which are text ("<3").

#include <tao/pegtl.hpp>

#include "grammar/word.hpp"

namespace acta::grammar::rendered_text {

namespace pegtl = tao::pegtl;

// clang-format off
// line_break ::=  "<br" ... ">"
// comment    ::=  "<!--" ... "-->"
// note       ::=  "<ref" ... ( "/>" | ">" ... "</ref>" )      open_note has no end
// mark       ::=  "<sup" ... ">" at most six characters "</sup>"
// tag        ::=  "<" "/"? name ... ">"                        of a name that HTML or MediaWiki knows

struct name_end   : pegtl::not_at<pegtl::alnum> {};
struct tag_body   : pegtl::star<pegtl::not_one<'<', '>'>> {};
struct tag_open   : pegtl::seq<pegtl::one<'<'>, pegtl::opt<pegtl::one<'/'>>> {};

struct line_break : pegtl::seq<tag_open, TAO_PEGTL_ISTRING("br"), name_end, tag_body, pegtl::one<'>'>> {};

struct comment_open  : TAO_PEGTL_STRING("<!--") {};
struct comment_close : TAO_PEGTL_STRING("-->") {};
struct comment    : pegtl::seq<comment_open,
                               pegtl::star<pegtl::not_at<pegtl::sor<comment_open, comment_close>>,
                                           pegtl::any>, comment_close> {};

struct ref        : pegtl::seq<TAO_PEGTL_ISTRING("ref"), name_end> {};
struct ref_edge   : pegtl::seq<tag_open, ref> {};
struct ref_close  : pegtl::seq<TAO_PEGTL_STRING("</"), ref, tag_body, pegtl::one<'>'>> {};
struct ref_inside : pegtl::star<pegtl::sor<pegtl::not_one<'<'>,
                                           pegtl::seq<pegtl::not_at<ref_edge>, pegtl::one<'<'>>>> {};
struct ref_empty  : TAO_PEGTL_STRING("/>") {};
struct note       : pegtl::seq<pegtl::one<'<'>, ref, pegtl::star<pegtl::not_at<ref_empty>, pegtl::not_one<'<', '>'>>,
                               pegtl::sor<ref_empty, pegtl::seq<pegtl::one<'>'>, ref_inside, ref_close>>> {};

struct open_note  : pegtl::seq<pegtl::one<'<'>, ref, tag_body, pegtl::one<'>'>> {};

struct mark       : pegtl::seq<TAO_PEGTL_ISTRING("<sup"), name_end, tag_body, pegtl::one<'>'>,
                               pegtl::rep_max<6, pegtl::not_one<'<', '>'>>, TAO_PEGTL_ISTRING("</sup>")> {};

// A name stands before those it begins with ("link" before "li").
struct tag_name : pegtl::sor<
    TAO_PEGTL_ISTRING("abbr"), TAO_PEGTL_ISTRING("bdi"), TAO_PEGTL_ISTRING("big"), TAO_PEGTL_ISTRING("blockquote"),
    TAO_PEGTL_ISTRING("body"), TAO_PEGTL_ISTRING("caption"), TAO_PEGTL_ISTRING("center"), TAO_PEGTL_ISTRING("cite"),
    TAO_PEGTL_ISTRING("code"), TAO_PEGTL_ISTRING("dd"), TAO_PEGTL_ISTRING("del"), TAO_PEGTL_ISTRING("div"),
    TAO_PEGTL_ISTRING("dl"), TAO_PEGTL_ISTRING("dt"), TAO_PEGTL_ISTRING("em"), TAO_PEGTL_ISTRING("font"),
    TAO_PEGTL_ISTRING("gallery"), TAO_PEGTL_ISTRING("h1"), TAO_PEGTL_ISTRING("h2"), TAO_PEGTL_ISTRING("h3"),
    TAO_PEGTL_ISTRING("h4"), TAO_PEGTL_ISTRING("hr"), TAO_PEGTL_ISTRING("html"), TAO_PEGTL_ISTRING("imagemap"),
    TAO_PEGTL_ISTRING("img"), TAO_PEGTL_ISTRING("includeonly"), TAO_PEGTL_ISTRING("ins"), TAO_PEGTL_ISTRING("kbd"),
    TAO_PEGTL_ISTRING("link"), TAO_PEGTL_ISTRING("li"), TAO_PEGTL_ISTRING("mapframe"), TAO_PEGTL_ISTRING("math"),
    TAO_PEGTL_ISTRING("meta"), TAO_PEGTL_ISTRING("noinclude"), TAO_PEGTL_ISTRING("nowiki"), TAO_PEGTL_ISTRING("ol"),
    TAO_PEGTL_ISTRING("onlyinclude"), TAO_PEGTL_ISTRING("poem"), TAO_PEGTL_ISTRING("pre"),
    TAO_PEGTL_ISTRING("references"), TAO_PEGTL_ISTRING("ref"), TAO_PEGTL_ISTRING("section"),
    TAO_PEGTL_ISTRING("small"), TAO_PEGTL_ISTRING("span"), TAO_PEGTL_ISTRING("strike"), TAO_PEGTL_ISTRING("strong"),
    TAO_PEGTL_ISTRING("style"), TAO_PEGTL_ISTRING("sub"), TAO_PEGTL_ISTRING("sup"), TAO_PEGTL_ISTRING("table"),
    TAO_PEGTL_ISTRING("tbody"), TAO_PEGTL_ISTRING("td"), TAO_PEGTL_ISTRING("templatestyles"),
    TAO_PEGTL_ISTRING("thead"), TAO_PEGTL_ISTRING("th"), TAO_PEGTL_ISTRING("time"), TAO_PEGTL_ISTRING("tr"),
    TAO_PEGTL_ISTRING("tt"), TAO_PEGTL_ISTRING("ul"), TAO_PEGTL_ISTRING("var"), TAO_PEGTL_ISTRING("wbr"),
    TAO_PEGTL_ISTRING("a"), TAO_PEGTL_ISTRING("b"), TAO_PEGTL_ISTRING("i"), TAO_PEGTL_ISTRING("p"),
    TAO_PEGTL_ISTRING("s"), TAO_PEGTL_ISTRING("u")> {};
struct tag        : pegtl::seq<tag_open, tag_name, name_end, tag_body, pegtl::sor<pegtl::one<'>'>, pegtl::eof>> {};

// call ::=  "{{" ( call of one level | any but "{" and "}" )* "}}"
// link ::=  "[[" ... "]]"
// site ::=  "[" address text "]"

struct call_open  : pegtl::string<'{', '{'> {};
struct call_close : pegtl::string<'}', '}'> {};
struct inner_call : pegtl::seq<call_open, pegtl::star<pegtl::not_one<'{', '}'>>, call_close> {};
struct call_inside: pegtl::star<pegtl::sor<pegtl::not_one<'{', '}'>, inner_call>> {};
struct call       : pegtl::seq<call_open, call_inside, call_close> {};

struct link_open  : pegtl::string<'[', '['> {};
struct link_close : pegtl::string<']', ']'> {};
struct link_inside: pegtl::star<pegtl::not_one<'[', ']'>> {};
struct link       : pegtl::seq<link_open, link_inside, link_close> {};

struct address    : pegtl::seq<pegtl::opt<pegtl::sor<TAO_PEGTL_ISTRING("https:"), TAO_PEGTL_ISTRING("http:")>>,
                               pegtl::string<'/', '/'>, pegtl::plus<pegtl::not_one<' ', '\t', '[', ']'>>> {};
struct site_text  : pegtl::star<pegtl::not_one<'[', ']'>> {};
struct site       : pegtl::seq<pegtl::one<'['>, address, site_text, pegtl::one<']'>> {};

// footnote ::=  "[" ( "note" ... number | "edit" ... | number | a-z ) "]"

struct note_word  : token::word<words::Kind::note_action> {};
struct note_label : pegtl::seq<token::word<words::Kind::note_label>, pegtl::rep_max<2, pegtl::one<' ', '.'>>,
                               pegtl::rep_min_max<1, 3, pegtl::digit>> {};
struct footnote   : pegtl::seq<pegtl::one<'['>,
                               pegtl::sor<note_label, note_word, pegtl::rep_min_max<1, 3, pegtl::digit>,
                                          pegtl::lower>, pegtl::one<']'>> {};

// quotes ::=  two apostrophes or more
// entity ::=  "&" ( "#" number | name ) ";"
// escape ::=  "\|"
// space  ::=  a blank beyond ASCII, which shows as one
// stray  ::=  "{{" | "}}" | "[[" | "]]"                        behind all that should have taken it

struct quotes     : pegtl::seq<pegtl::string<'\'', '\''>, pegtl::star<pegtl::one<'\''>>> {};
struct entity     : pegtl::seq<pegtl::one<'&'>,
                               pegtl::sor<pegtl::seq<pegtl::one<'#'>, pegtl::rep_min_max<1, 9, pegtl::alnum>>,
                                          pegtl::seq<pegtl::alpha,
                                                     pegtl::rep_max<30, pegtl::alnum>>>, pegtl::one<';'>> {};
struct escape     : pegtl::string<'\\', '|'> {};
struct space      : pegtl::sor<pegtl::one<'\v', '\f'>,
                               pegtl::utf8::one<0x0085, 0x00A0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F,
                                                0x3000>, pegtl::utf8::range<0x2000, 0x200A>> {};
struct invisible  : pegtl::sor<pegtl::utf8::range<0x200B, 0x200F>, pegtl::utf8::one<0xFEFF>> {};
struct stray      : pegtl::sor<call_open, call_close, link_open, link_close> {};
struct plain      : pegtl::plus<pegtl::not_one<'&', '<', '[', ']', '{', '}', '\'', '\\', '\v', '\f', '\xC2', '\xE1',
                                               '\xE2', '\xE3', '\xEF'>> {};
struct character  : pegtl::any {};

// text  ::=  piece*
// piece ::=  plain | line_break | comment | note | open_note | mark | tag | call | link | site | footnote
//         |  quotes | entity | escape | space | invisible | stray | character

struct piece      : pegtl::sor<plain, line_break, comment, note, open_note, mark, tag, call, link, site, footnote,
                               quotes, entity, escape, space, invisible, stray, character> {};
struct text       : pegtl::star<piece> {};

// cell ::=  ( escape | call | link | note | comment | any but "|" )*      a bar in brackets ends no cell

struct cell_part  : pegtl::sor<escape, call, link, note, comment, pegtl::not_one<'|'>> {};
struct cell       : pegtl::star<cell_part> {};

// attributes  ::=  blank* attr ( blank+ attr )* blank* eof                style="text-align:left"
// before_text ::=  the same, and "|"                                      before the text of a cell or caption

struct attr_name : pegtl::sor<
    TAO_PEGTL_ISTRING("style"), TAO_PEGTL_ISTRING("class"), TAO_PEGTL_ISTRING("align"), TAO_PEGTL_ISTRING("bgcolor"),
    TAO_PEGTL_ISTRING("rowspan"), TAO_PEGTL_ISTRING("colspan"), TAO_PEGTL_ISTRING("scope"), TAO_PEGTL_ISTRING("width"),
    TAO_PEGTL_ISTRING("valign"), TAO_PEGTL_ISTRING("data-sort-value"), TAO_PEGTL_ISTRING("id"),
    TAO_PEGTL_ISTRING("nowrap")> {};
struct attr_value : pegtl::sor<pegtl::seq<pegtl::one<'"'>, pegtl::star<pegtl::not_one<'"'>>, pegtl::one<'"'>>,
                               pegtl::plus<pegtl::not_one<'"', '|', ' ', '\t'>>> {};
struct attr       : pegtl::seq<attr_name, pegtl::star<pegtl::blank>, pegtl::one<'='>, pegtl::star<pegtl::blank>,
                               attr_value> {};
struct attr_list  : pegtl::seq<pegtl::star<pegtl::blank>, pegtl::list<attr, pegtl::plus<pegtl::blank>>,
                               pegtl::star<pegtl::blank>> {};
struct attributes : pegtl::seq<attr_list, pegtl::eof> {};
struct before_text: pegtl::seq<attr_list, pegtl::one<'|'>> {};

// clang-format on

}  // namespace acta::grammar::rendered_text
