#pragma once
/// The front ends: a Source becomes a Document.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"

namespace acta::wiki {

/// The wikitext of the page with a title, if it is given.
using FindPage = std::function<std::optional<std::string>(std::string_view title)>;

/// Which form a text has, judged by its content: the tags of HTML, templates, tables and tags of
/// wikitext, or the lines of a rendering.  Rendered when nothing tells.
Form detect_form(std::string_view text);

/// Likewise of a file whose name says `expected`: the content overrules it only where it is clear.
Form detect_form(std::string_view text, Form expected);

/// Reads the plain-text rendering of a page.  Total: every line is in `Document::lines`, and what
/// is not understood is a diagnostic.  The Source must outlive the Document.
Document parse_rendered(const text::Source& source, finding::Diagnostics& diagnostics);

/// What is known of a page beside its text.
struct Request {
  /// The form, or what the content says.
  std::optional<Form> form = std::nullopt;
  /// Title of a page of wikitext, or what the name of its file says.
  std::optional<std::string> title = std::nullopt;
  /// Where the pages are looked up that it transcludes; without it none is resolved.
  FindPage pages = nullptr;
};

/// Reads a page of any form.  Total.  The Document owns the text, with the pages that it shows in
/// their places.
Document parse(text::Source source, const Request& request, finding::Diagnostics& diagnostics);

/// The character encoding that a page of HTML says it has; empty when it says none, or is no page
/// of HTML.
std::string_view stated_encoding(std::string_view bytes);

}  // namespace acta::wiki
