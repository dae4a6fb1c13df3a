#pragma once
/// The pages that articles may transclude: those of the folders named with --pages.

#include <string>
#include <vector>

#include "acta.hpp"

namespace acta::tool {

/// Finds the pages of `folders` by their titles: "2014_FIFA_World_Cup_Group_A.wiki" holds "2014
/// FIFA World Cup Group A"; "Talk/Archive.wiki" holds "Talk/Archive" and "Archive".  A file is read
/// when its page is asked for.  A title that no page has is looked for without letter case, where
/// one page alone fits.  No folders, no pages.  Says on standard error what is missing and throws
/// std::runtime_error then.
Pages find_pages(const std::vector<std::string>& folders);

}  // namespace acta::tool
