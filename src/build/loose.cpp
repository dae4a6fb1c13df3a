#include "build/loose.hpp"

#include <filesystem>

#include "build/failure.hpp"
#include "wiki/title.hpp"

namespace acta::build {

LoosePages::LoosePages(const std::vector<SourceFile>& files) {
  for (const SourceFile& it : files) {
    if (it.kind != SourceKind::article || form_of(it.path) != football::Form::wikitext) continue;
    const std::string name = std::filesystem::path(it.path).filename().string();
    // The first file of a title counts.
    paths_.emplace(wiki::normalize_title(wiki::title_of_file(name)), it.path);
  }
}

std::optional<std::string> LoosePages::find(std::string_view title) const {
  const auto found = paths_.find(wiki::normalize_title(title));
  if (found == paths_.end()) return std::nullopt;
  try {
    return read_whole(found->second);
  } catch (const SourceFailure&) {
    return std::nullopt;  // It is a source, too: there it is told.
  }
}

}  // namespace acta::build
