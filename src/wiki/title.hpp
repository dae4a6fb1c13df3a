#pragma once
/// Titles of pages, and the names that stand for them.

#include <string>
#include <string_view>

namespace acta::wiki {

/// A name without blanks at its ends, and one blank for each run of blanks and underscores in it.
std::string collapsed(std::string_view text);

/// A title as wikis compare them: blanks for underscores, none at the ends, a capital first letter.
std::string normalize_title(std::string_view title);

/// The title that a page's file says: "2024_Copa_Perú.wiki" is "2024 Copa Perú".
std::string title_of_file(std::string_view file);

}  // namespace acta::wiki
