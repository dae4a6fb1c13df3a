#include "wiki/parse.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "wiki/html/page.hpp"
#include "wiki/syntax/tree.hpp"
#include "wiki/title.hpp"
#include "wiki/wikitext/page.hpp"
#include "wiki/wikitext/transclude.hpp"

namespace acta::wiki {

namespace {

/// A page of wikitext, with the pages that it shows in their places.
Document read_wikitext(std::unique_ptr<const text::Source> source, const Request& request,
                       finding::Diagnostics& diagnostics) {
  // Of a reference a reader sees a number; what stands behind it is no part of a season.
  const auto tree_of = [](const text::Source& text, finding::Diagnostics& findings) {
    return syntax::parse(text, syntax::References::opaque, findings);
  };
  std::vector<std::string> asked;
  finding::Diagnostics with_pages = diagnostics;
  syntax::Tree tree = tree_of(*source, diagnostics);
  if (request.pages) {
    const std::string title = request.title.value_or(title_of_file(source->name()));
    auto whole = transclude(*source, tree, title, request.pages, asked, with_pages);
    if (whole) {
      source = std::make_unique<const text::Source>(std::move(*whole));
      // What is wrong with the markup is said of the text with its transclusions.
      diagnostics = std::move(with_pages);
      tree = tree_of(*source, diagnostics);
    }
  }
  Document document = parse_wikitext(*source, tree, request.title, diagnostics);
  document.source = std::move(source);
  document.asked = std::move(asked);
  return document;
}

}  // namespace

Document parse(text::Source source, const Request& request, finding::Diagnostics& diagnostics) {
  auto kept = std::make_unique<const text::Source>(std::move(source));
  const Form form = request.form ? *request.form : detect_form(kept->text());
  if (form == Form::wikitext) return read_wikitext(std::move(kept), request, diagnostics);
  Document document = form == Form::html ? parse_html(*kept, request.title, diagnostics)
                                         : parse_rendered(*kept, diagnostics);
  document.source = std::move(kept);
  return document;
}

}  // namespace acta::wiki
