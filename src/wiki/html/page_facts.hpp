#pragma once
/// What a page of HTML says of itself.  Private to the HTML front end.

#include <optional>
#include <string>

#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/html/tree.hpp"

namespace acta::wiki::html {

/// Puts title, language, page and revision into `document`.  The title is the given one, else what
/// the page's script, links or heading say, else what the name of its file says.
void state_facts(const text::Source& source, const Tree& tree,
                 const std::optional<std::string>& title, Document& document);

}  // namespace acta::wiki::html
