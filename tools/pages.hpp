#pragma once
/// The pages that articles may transclude: those among the files that are read, and those of the
/// folders named with --pages.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "acta.hpp"
#include "input/loose.hpp"
#include "input/sources.hpp"

namespace acta::tool {

/// Pages of folders by their titles: "2014_FIFA_World_Cup_Group_A.wiki" holds "2014 FIFA World Cup
/// Group A"; "Talk/Archive.wiki" holds "Talk/Archive" and "Archive".  A title that no page has is
/// looked for without letter case, where one page alone fits.
class PageFolders {
 public:
  /// Lists the folders; pages that are among `files` come first.  Says on standard error what is
  /// missing and throws std::runtime_error then.
  explicit PageFolders(const std::vector<std::string>& folders,
                       const std::vector<input::SourceFile>& files = {});

  /// What `convert` asks for pages; a file is read when its page is asked for.  Lives as long as
  /// this.  No folders, no pages.
  Pages pages() const;

  /// The file that the line of a finding is in: a page's, where the finding is of one that was
  /// transcluded, otherwise `own`.
  std::string file_of(const finding::Diagnostic& finding, std::string_view own) const;

 private:
  std::string path_of(std::string_view title) const;

  input::LoosePages loose_;
  bool any_ = false;
  std::unordered_map<std::string, std::string> by_title_;
  std::unordered_map<std::string, std::string> by_letters_;  ///< Empty path: of two titles.
};

}  // namespace acta::tool
