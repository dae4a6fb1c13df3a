#pragma once
/// Lines of an infobox in the text of a rendered page, one line at a time, without its indentation.
///
///     Infobox football league season
///     - Winners: Aldea
///     | winners = Aldea
///     Winners: Aldea
///     Winners <tab> Aldea
///
/// Accepts more than renderers write: wikitext's own form of a field, any bullet.
/// Accepts less: a key without a bullet or bar that is longer than a key is, which is a sentence.

#include "grammar/rendered.hpp"
#include "grammar/token.hpp"
#include "grammar/word.hpp"

namespace acta::grammar::field {

namespace pegtl = tao::pegtl;
using words::Kind;

// clang-format off

// opening ::=  "infobox" | "ficha de" ..., ":"?

struct opening_word : token::word<Kind::infobox_word> {};
struct opening      : pegtl::seq<opening_word, pegtl::sor<pegtl::one<':'>, token::blank, pegtl::eof>> {};

// line     ::=  barred | bulleted | tabbed | bare
// barred   ::=  "|" ( key "=" value )?                    no "|" in the key: that is a row
// bulleted ::=  ( bullet | "*" | "-" ) ( key ":" value )?
// tabbed   ::=  key tab value                             neither ":" nor a second tab
// bare     ::=  key ":" value                             at most 47 bytes of a key, and no "=" at its front
// value    ::=  anything

struct value        : pegtl::star<pegtl::any> {};
struct barred_key   : pegtl::star<pegtl::not_one<'=', '|'>> {};
struct barred       : pegtl::seq<pegtl::one<'|'>, pegtl::opt<barred_key, pegtl::one<'='>, value>> {};
struct lone_star    : pegtl::seq<pegtl::one<'*'>, pegtl::not_at<rendered::run>> {};
struct bullet       : pegtl::sor<rendered::bullet, lone_star, pegtl::one<'-'>> {};
struct bulleted_key : pegtl::star<pegtl::not_one<':'>> {};
struct bulleted     : pegtl::seq<bullet, pegtl::opt<bulleted_key, pegtl::one<':'>, value>> {};
struct bare_key     : pegtl::rep_max<47, pegtl::not_one<':'>> {};
struct bare         : pegtl::seq<pegtl::not_at<pegtl::one<'='>>, bare_key, pegtl::one<':'>, value> {};
struct tabbed_key   : pegtl::rep_min_max<1, 47, pegtl::not_one<':', '\t', '='>> {};
struct tabbed_value : pegtl::plus<pegtl::not_one<'\t'>> {};
struct tabbed       : pegtl::seq<tabbed_key, pegtl::one<'\t'>, pegtl::at<tabbed_value, pegtl::eof>, value> {};
struct line         : pegtl::sor<barred, bulleted, tabbed, bare> {};

// clang-format on

}  // namespace acta::grammar::field
