#pragma once
/// Transclusion: what a page shows of other pages is put in its place before anything is read.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki {

/// The wikitext of the page with a title, if it is given.
using FindPage = std::function<std::optional<std::string>(std::string_view title)>;

/// Where a line of a text made of several pages comes from.
struct Origin {
  std::uint32_t page = 0;  ///< 0 is the page itself, else 1 + index into `Transclusion::pages`.
  std::uint32_t line = 0;  ///< 1-based line of that page.
};

/// A page with the pages it transcludes in their places.
struct Transclusion {
  text::Source source;
  std::vector<Origin> origins;       ///< One a line of `source`.
  std::vector<std::string> pages;    ///< Titles of the transcluded pages.
  std::vector<std::uint32_t> calls;  ///< Lines of the page itself that hold a resolved call.
};

/// Resolves `{{:Page}}`, `{{#lst:Page|section}}`, `{{#lstx:}}`, `{{#lsth:Page|heading}}` (and their
/// `#section` names), and templates named after a season (`{{2018–19 Serie A table}}`), as
/// MediaWiki and its extension Labeled Section Transclusion do; pages transcluded by pages too, to
/// a bounded depth and size.  `{{:Page|transcludesection=x}}` leaves out the templates whose
/// `section` is another.  A call whose page is not given, or that goes too deep, stays as it is; a
/// section that the page does not have is `transclusion_unresolved`, at its line in the new text.
///
/// `tree` is the page's syntax, `title` its own title, for "{{/Subpage}}"; every title asked for is
/// added to `asked`. Nothing when no call was resolved.
std::optional<Transclusion> transclude(const text::Source& source, const syntax::Tree& tree,
                                       std::string_view title, const FindPage& find,
                                       std::vector<std::string>& asked,
                                       finding::Diagnostics& diagnostics);

/// What kind of transclusion a template's name as written is; nothing when it is a template.
struct TransclusionCall {
  enum class Kind : std::uint8_t { page, section, all_but_section, heading } kind;
  std::string page;
};

std::optional<TransclusionCall> transclusion_call(std::string_view name);

/// Whether a template is named after a season or a year, as are those that hold a part of an
/// article: only they are looked up.
bool names_season(std::string_view name);

/// A name without blanks at its ends, and one blank for each run of blanks and underscores in it.
std::string collapsed(std::string_view text);

/// A title as wikis compare them: blanks for underscores, none at the ends, a capital first letter.
std::string normalize_title(std::string_view title);

}  // namespace acta::wiki
