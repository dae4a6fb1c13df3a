#pragma once
/// Pages that are files of their own: what articles in folders transclude.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/sources.hpp"

namespace acta::input {

/// The wikitext files among the sources, by their titles.
class LoosePages {
 public:
  explicit LoosePages(const std::vector<SourceFile>& files);

  /// Wikitext of a page.  Nothing when there is no such file, or when it cannot be read.
  std::optional<std::string> find(std::string_view title) const;

  /// The file of a page; empty when there is none.
  std::string path_of(std::string_view title) const;

 private:
  std::unordered_map<std::string, std::string> paths_;
};

}  // namespace acta::input
