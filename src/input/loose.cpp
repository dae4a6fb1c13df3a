#include "input/loose.hpp"

#include <filesystem>

#include "input/failure.hpp"
#include "wiki/parse.hpp"
#include "wiki/title.hpp"

namespace acta::input {

LoosePages::LoosePages(const std::vector<SourceFile>& files) {
  for (const SourceFile& it : files) {
    if (it.kind != SourceKind::article || form_of(it.path) != football::Form::wikitext) continue;
    if (without_packing(it.path).size() != it.path.size()) continue;
    const std::string name = std::filesystem::path(it.path).filename().string();
    // The first file of a title counts.
    paths_.emplace(wiki::normalize_title(wiki::title_of_file(name)), it.path);
  }
}

std::optional<std::string> LoosePages::find(std::string_view title) const {
  const std::string path = path_of(title);
  if (path.empty()) return std::nullopt;
  try {
    return read_whole(path);
  } catch (const SourceFailure&) {
    return std::nullopt;  // It is a source, too: there it is told.
  }
}

std::string LoosePages::path_of(std::string_view title) const {
  const auto found = paths_.find(wiki::normalize_title(title));
  return found == paths_.end() ? std::string() : found->second;
}

}  // namespace acta::input
