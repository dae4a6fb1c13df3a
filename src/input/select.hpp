#pragma once
/// Which pages of a dump are season articles.

#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "input/selection.hpp"

namespace acta::input {

/// Whether wikitext calls the infobox of a football season, or templates of matches.  "<" and "&"
/// may be escaped, as in a dump.
bool is_season(std::string_view wikitext);

/// Whether wikitext is about football: a season, a club, a player, or a page in such a category.
bool is_football(std::string_view wikitext);

/// Whether wikitext names a category, in English or Spanish; case of the first letter, underscores
/// and the sort key do not count.
bool has_category(std::string_view wikitext, std::string_view name);

/// Whether wikitext marks parts for transclusion, as pages do that others transclude.
bool marks_transclusion(std::string_view wikitext);

/// Whether wikitext has a table or what makes one.
bool may_hold_table(std::string_view wikitext);

/// Whether a name holds four digits in a row, as those of a season's templates do.
bool has_year(std::string_view name);

/// Whether wikitext transcludes pages of articles, sections of them, or templates of a season.
bool asks_for_pages(std::string_view wikitext);

/// A selection ready for many pages.  Safe to use from several threads.
class Selector {
 public:
  /// Throws Failure for a title that is no regular expression.
  explicit Selector(const Selection& selection);

  /// Whether the page of this title and wikitext, perhaps escaped, is wanted; `season` says what
  /// `is_season` says of it.
  bool wants(std::string_view title, std::string_view wikitext, bool season) const;

 private:
  Selection selection_;
  std::optional<std::regex> title_;
};

}  // namespace acta::input
