#include "pages.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "inputs.hpp"
#include "messages.hpp"
#include "wiki/parse.hpp"
#include "wiki/transclude.hpp"

namespace acta::tool {

namespace fs = std::filesystem;

Pages find_pages(const std::vector<std::string>& folders) {
  if (folders.empty()) return nullptr;
  auto paths = std::make_shared<std::unordered_map<std::string, std::string>>();
  for (const std::string& folder : folders) {
    if (std::error_code failure; !fs::is_directory(folder, failure))
      throw std::runtime_error("--pages " + folder + " is no folder of wikitext pages");
    const Inputs inputs = find_inputs({folder});
    for (const Input& input : inputs.articles) {
      if (form_of_extension(input.path) != football::Form::wikitext) continue;
      const fs::path file(input.file.value_or(input.path));
      const std::string name =
          (file.parent_path() / wiki::title_of_file(file.filename().string())).generic_string();
      // The first folder that has a page counts.
      paths->emplace(wiki::normalize_title(name), input.path);
      paths->emplace(wiki::normalize_title(wiki::title_of_file(input.path)), input.path);
    }
  }
  return [paths = std::move(paths)](std::string_view title) -> std::optional<std::string> {
    const auto found = paths->find(std::string(title));
    if (found == paths->end()) return std::nullopt;
    Content content = read_article({found->second, std::nullopt});
    if (!content.bytes) complain(found->second, content.failure);
    return std::move(content.bytes);
  };
}

}  // namespace acta::tool
