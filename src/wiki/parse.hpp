#pragma once
/// The front ends: a Source becomes a Document.

#include <optional>
#include <string>
#include <string_view>

#include "text/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/syntax.hpp"

namespace acta::wiki {

/// Which form a text has, judged by its content: templates, tables and tags of wikitext, or the
/// lines of a rendering.  Rendered when nothing tells.
Form detect_form(std::string_view text);

/// Likewise of a file whose name says `expected`: the content overrules it only where it is clear.
Form detect_form(std::string_view text, Form expected);

/// Reads the plain-text rendering of a page.  Total: every line is in `Document::lines`, and what
/// is not understood is a diagnostic.  The Source must outlive the Document.
Document parse_rendered(const text::Source& source, text::Diagnostics& diagnostics);

/// Reads raw MediaWiki wikitext, of which `tree` is the syntax.  Total likewise.  Without a `title`
/// the page has the one that the name of its file says.
Document parse_wikitext(const text::Source& source, const syntax::Tree& tree,
                        const std::optional<std::string>& title, text::Diagnostics& diagnostics);

/// The title that a page's file says: "2024_Copa_Perú.wiki" is "2024 Copa Perú".
std::string title_of_file(std::string_view file);

}  // namespace acta::wiki
