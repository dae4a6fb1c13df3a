#pragma once
/// Pages that are files of their own: what articles in folders transclude.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "build/sources.hpp"

namespace acta::build {

/// The wikitext files among the sources, by their titles.
class LoosePages {
 public:
  explicit LoosePages(const std::vector<SourceFile>& files);

  /// Wikitext of a page.  Nothing when there is no such file, or when it cannot be read.
  std::optional<std::string> find(std::string_view title) const;

 private:
  std::unordered_map<std::string, std::string> paths_;
};

}  // namespace acta::build
