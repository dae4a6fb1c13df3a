#pragma once
/// Leaf markup of wikitext: what stands on one range and nests in nothing.
///
///     protocol    ::=  ( "http" | "https" | ... ) "://" | "mailto:" | ...
///     redirect    ::=  "#" redirect-word ":"? "[[" target ( "|" text )? "]]"
///     namespace   ::=  namespace-word blank* ":"              -- "File:", "Archivo:"
///     magic_word  ::=  "__" magic-word "__"                   -- "__NOTOC__", "__SIN_TDC__"
///     attribute   ::=  name ( blank* "=" blank* ( '"' [^"]* '"' | "'" [^']* "'" | bare ) )?
///                      -- a name is anything, but only some mean something; a call may stand in it
///     number      ::=  blank* "+"? digit+                 -- of a rowspan, whatever follows
///
/// Accepts more than editors should write: an attribute's quote that is never closed runs to the
/// end, a number is followed by anything.  Look-ahead is bounded by the word lists.  Pairs of
/// brackets are not here: they are matched by a pass with its own stack (wiki/brackets.hpp).

#include <tao/pegtl.hpp>

#include "grammar/word.hpp"

namespace acta::grammar::wikitext {

namespace pegtl = tao::pegtl;

// clang-format off
struct blank       : pegtl::one< ' ', '\t', '\n' > {};
struct blanks      : pegtl::star< blank > {};
struct title_blank : pegtl::one< ' ', '_', '\t' > {};

// Protocols of external links.
struct slashed  : pegtl::sor< TAO_PEGTL_ISTRING( "https" ), TAO_PEGTL_ISTRING( "http" ),
                              TAO_PEGTL_ISTRING( "ftps" ), TAO_PEGTL_ISTRING( "ftp" ),
                              TAO_PEGTL_ISTRING( "sftp" ), TAO_PEGTL_ISTRING( "ssh" ),
                              TAO_PEGTL_ISTRING( "ircs" ), TAO_PEGTL_ISTRING( "irc" ),
                              TAO_PEGTL_ISTRING( "xmpp" ), TAO_PEGTL_ISTRING( "gopher" ),
                              TAO_PEGTL_ISTRING( "telnet" ), TAO_PEGTL_ISTRING( "nntp" ),
                              TAO_PEGTL_ISTRING( "worldwind" ), TAO_PEGTL_ISTRING( "mms" ),
                              TAO_PEGTL_ISTRING( "svn" ), TAO_PEGTL_ISTRING( "git" ) > {};
struct plain    : pegtl::sor< TAO_PEGTL_ISTRING( "mailto" ), TAO_PEGTL_ISTRING( "news" ),
                              TAO_PEGTL_ISTRING( "tel" ), TAO_PEGTL_ISTRING( "sip" ),
                              TAO_PEGTL_ISTRING( "geo" ), TAO_PEGTL_ISTRING( "urn" ) > {};
struct protocol : pegtl::sor< pegtl::seq< slashed, TAO_PEGTL_STRING( "://" ) >,
                              pegtl::seq< plain, pegtl::one< ':' > > > {};
struct bracket_protocol : pegtl::sor< protocol, TAO_PEGTL_STRING( "//" ) > {};

// Redirects.
struct redirect_word   : pegtl::seq< pegtl::one< '#' >, token::word< words::Kind::redirect > > {};
struct redirect_target : pegtl::plus< pegtl::not_one< '[', ']', '{', '}', '|', '<', '>', '\n' > > {};
struct redirect_text   : pegtl::star< pegtl::not_one< '[', ']', '\n' > > {};
struct redirect_head   : pegtl::seq< redirect_word, blanks, pegtl::opt< pegtl::one< ':' > >, blanks,
                                     TAO_PEGTL_STRING( "[[" ) > {};
struct redirect        : pegtl::seq< redirect_head, redirect_target,
                                     pegtl::opt< pegtl::one< '|' >, redirect_text >,
                                     TAO_PEGTL_STRING( "]]" ) > {};

// Namespaces of links that are none.
struct file_prefix     : pegtl::seq< token::word< words::Kind::namespace_file >, pegtl::rep_max< 8, title_blank >, pegtl::one< ':' > > {};
struct category_prefix : pegtl::seq< token::word< words::Kind::namespace_category >, pegtl::rep_max< 8, title_blank >, pegtl::one< ':' > > {};

// Behaviour switches.
struct magic_name : token::word< words::Kind::magic_word > {};
struct magic_end  : TAO_PEGTL_STRING( "__" ) {};

// Attributes of tags, tables, rows and cells.
struct html_comment    : pegtl::seq< TAO_PEGTL_STRING( "<!--" ),
                                     pegtl::until< pegtl::sor< TAO_PEGTL_STRING( "-->" ), pegtl::eof > > > {};
struct call            : pegtl::seq< TAO_PEGTL_STRING( "{{" ),
                                     pegtl::rep_max< 64, pegtl::seq< pegtl::not_at< TAO_PEGTL_STRING( "}}" ) >, pegtl::any > >,
                                     TAO_PEGTL_STRING( "}}" ) > {};
struct no_attribute    : pegtl::sor< pegtl::one< ' ', '\t', '\n', '/', '>' >, html_comment > {};
struct no_comment      : pegtl::seq< pegtl::not_at< TAO_PEGTL_STRING( "<!--" ) >, pegtl::one< '<', '{' > > {};
struct name_character  : pegtl::sor< pegtl::alpha, pegtl::one< '-' >, pegtl::not_one< ' ', '\t', '\n', '/', '>', '=', '<', '{' >, call, no_comment > {};
struct attribute_name  : pegtl::seq< pegtl::sor< pegtl::alpha, call, pegtl::any >, pegtl::star< name_character > > {};
struct double_quoted   : pegtl::star< pegtl::not_one< '"' > > {};
struct single_quoted   : pegtl::star< pegtl::not_one< '\'' > > {};
struct bare_character  : pegtl::sor< pegtl::not_one< ' ', '\t', '\n', '>', '<', '{' >, call, no_comment > {};
struct bare            : pegtl::star< bare_character > {};
struct attribute_value : pegtl::sor< pegtl::seq< pegtl::one< '"' >, double_quoted, pegtl::opt< pegtl::one< '"' > > >,
                                     pegtl::seq< pegtl::one< '\'' >, single_quoted, pegtl::opt< pegtl::one< '\'' > > >,
                                     bare > {};
struct equals          : pegtl::seq< blanks, pegtl::one< '=' >, blanks > {};
struct attribute       : pegtl::seq< attribute_name, pegtl::opt< equals, attribute_value > > {};
struct next_attribute  : pegtl::seq< pegtl::star< no_attribute >, attribute > {};

struct number          : pegtl::seq< blanks, pegtl::opt< pegtl::one< '+' > >, pegtl::plus< pegtl::digit > > {};

// clang-format on

}  // namespace acta::grammar::wikitext
