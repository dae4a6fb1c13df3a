#pragma once
/// Whether a text is HTML.  Private to wiki/.

#include <string_view>

namespace acta::wiki::html {

/// Whether `text` is a page of HTML or a part of one.  Wikitext may begin with a tag too, but has
/// no links by tag and hardly an end tag of a cell.
bool is_html(std::string_view text);

}  // namespace acta::wiki::html
