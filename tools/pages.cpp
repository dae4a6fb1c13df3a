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
      // The first folder that has a page counts.
      const std::string title = title_of_file(input.path);
      const fs::path parent = fs::path(input.file.value_or(input.path)).parent_path();
      if (!parent.empty()) paths->emplace(parent.generic_string() + "/" + title, input.path);
      paths->emplace(title, input.path);
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
