#pragma once
/// Transclusion: what a page shows of other pages is put in its place before anything is read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/parse.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki {

/// Resolves `{{:Page}}`, `{{#lst:Page|section}}`, `{{#lstx:}}`, `{{#lsth:Page|heading}}` (and their
/// `#section` names), and templates named after a season (`{{2018–19 Serie A table}}`), as
/// MediaWiki and its extension Labeled Section Transclusion do; pages transcluded by pages too, to
/// a bounded depth and size.  `{{:Page|transcludesection=x}}` leaves out the templates whose
/// `section` is another.  A call whose page is not given, or that goes too deep, stays as it is; a
/// section that the page does not have is `transclusion_unresolved`, at the call.
///
/// `tree` is the page's syntax, `title` its own title, for "{{/Subpage}}"; every title asked for is
/// added to `asked`. The new text knows the page and the line of each of its lines.  Nothing when
/// no call was resolved.
std::optional<text::Source> transclude(const text::Source& source, const syntax::Tree& tree,
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

}  // namespace acta::wiki
