#pragma once
/// The front ends: a Source becomes a Document.

#include <optional>
#include <string>
#include <string_view>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki {

/// Which form a text has, judged by its content: the tags of HTML, templates, tables and tags of
/// wikitext, or the lines of a rendering.  Rendered when nothing tells.
Form detect_form(std::string_view text);

/// Reads the plain-text rendering of a page.  Total: every line is in `Document::lines`, and what
/// is not understood is a diagnostic.  The Source must outlive the Document.
Document parse_rendered(const text::Source& source, finding::Diagnostics& diagnostics);

/// Reads raw MediaWiki wikitext, of which `tree` is the syntax.  Total likewise.  Without a `title`
/// the page has the one that the name of its file says.
Document parse_wikitext(const text::Source& source, const syntax::Tree& tree,
                        const std::optional<std::string>& title, finding::Diagnostics& diagnostics);

/// Reads a page of HTML, whole or a part of it.  Total likewise.  Without a `title` the page has
/// the one that it says itself, else the one that the name of its file says.
Document parse_html(const text::Source& source, const std::optional<std::string>& title,
                    finding::Diagnostics& diagnostics);

/// The character encoding that a page of HTML says it has; empty when it says none, or is no page
/// of HTML.
std::string_view stated_encoding(std::string_view bytes);

/// The title that a page's file says: "2024_Copa_Perú.wiki" is "2024 Copa Perú".
std::string title_of_file(std::string_view file);

}  // namespace acta::wiki
