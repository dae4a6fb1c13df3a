#pragma once
/// Rows of tables in the text of a rendered page.
///
///     | Aldea | Puerto | 1,234 |
///     ! Team !! City
///
/// Accepts more than renderers write: rows that no bar closes, cells of wikitext.
/// Accepts less: "||" alone is one empty cell.

#include <cstddef>
#include <cstring>

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "grammar/rendered_text.hpp"

namespace acta::grammar::row {

namespace pegtl = tao::pegtl;

// clang-format off

// row        ::=  "|" cell ( "|" cell )* "|"?
// plain_cell ::=  what goes up to the next bar                -- of a line without markup
// cell       ::=  the same, but for bars in brackets, notes and escapes

/// Finds the bar as fast as the machine can: most bytes of a page are in cells.
struct plain_cell {
  using rule_t = plain_cell;
  using subs_t = pegtl::empty_list;

  template <typename ParseInput>
  static bool match(ParseInput& in) {
    const std::size_t size = in.size();
    const void* const bar = size == 0 ? nullptr : std::memchr(in.current(), '|', size);
    const char* const end = bar == nullptr ? in.current() + size : static_cast<const char*>(bar);
    in.bump_in_this_line(static_cast<std::size_t>(end - in.current()));
    return true;
  }
};

struct cell       : rendered_text::cell {};
struct closing    : pegtl::seq<pegtl::one<'|'>, pegtl::eof> {};
template <typename Cell>
struct row_of     : pegtl::seq<pegtl::one<'|'>, Cell, pegtl::star<pegtl::not_at<closing>, pegtl::one<'|'>, Cell>,
                               pegtl::opt<closing>> {};
struct plain_row  : row_of<plain_cell> {};
struct row        : row_of<cell> {};

// header_row  ::=  "!" header_cell ( "!!" header_cell )*

struct header_mark : pegtl::two<'!'> {};
struct header_cell : pegtl::star<pegtl::not_at<header_mark>, pegtl::any> {};
struct header_row  : pegtl::seq<pegtl::one<'!'>, pegtl::list<header_cell, header_mark>, pegtl::eof> {};

// Rows of a table without bars:
//
// tabbed_row ::=  cell ( tab cell )* eof            a cell may be empty
// spaced_row ::=  cell ( blank blank+ cell )* eof
// worded_row ::=  word ( blank+ word )* eof

struct tabbed_cell : pegtl::star<pegtl::not_one<'\t'>> {};
struct tabbed_row  : pegtl::seq<tabbed_cell, pegtl::star<pegtl::one<'\t'>, tabbed_cell>, pegtl::eof> {};
struct gap         : pegtl::seq<pegtl::one<' '>, pegtl::plus<pegtl::one<' '>>> {};
struct spaced_cell : pegtl::plus<pegtl::not_at<gap>, pegtl::any> {};
struct spaced_row  : pegtl::seq<spaced_cell, pegtl::star<gap, spaced_cell>, pegtl::eof> {};
struct worded_cell : pegtl::plus<pegtl::not_one<' ', '\t'>> {};
struct worded_row  : pegtl::seq<worded_cell, pegtl::star<pegtl::plus<pegtl::one<' ', '\t'>>, worded_cell>, pegtl::eof> {};

// clang-format on

}  // namespace acta::grammar::row

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, acta::grammar::row::plain_cell> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
