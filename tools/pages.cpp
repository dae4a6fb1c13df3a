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

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

Pages find_pages(const std::vector<std::string>& folders) {
  if (folders.empty()) return nullptr;

  struct Found {
    std::unordered_map<std::string, std::string> by_title;
    std::unordered_map<std::string, std::string> by_letters;  ///< Empty path: of two titles.
  };

  auto pages = std::make_shared<Found>();
  for (const std::string& folder : folders) {
    if (std::error_code failure; !fs::is_directory(folder, failure))
      throw std::runtime_error("--pages " + folder + " is no folder of wikitext pages");
    const Inputs inputs = find_inputs({folder});
    for (const Input& input : inputs.articles) {
      if (form_of_extension(input.path) != football::Form::wikitext) continue;
      // The first folder that has a page counts.
      const std::string title = title_of_file(input.path);
      const fs::path parent = fs::path(input.file.value_or(input.path)).parent_path();
      if (!parent.empty())
        pages->by_title.emplace(parent.generic_string() + "/" + title, input.path);
      if (!pages->by_title.emplace(title, input.path).second) continue;
      const auto [same, is_new] = pages->by_letters.emplace(lower(title), input.path);
      if (!is_new) same->second.clear();
    }
  }
  return [pages = std::move(pages)](std::string_view title) -> std::optional<std::string> {
    std::string path;
    if (const auto found = pages->by_title.find(std::string(title));
        found != pages->by_title.end()) {
      path = found->second;
    } else if (const auto same = pages->by_letters.find(lower(title));
               same != pages->by_letters.end()) {
      // A wiki has a redirect from "2014 FIFA World Cup Final" to "... final"; a folder has not.
      path = same->second;
    }
    if (path.empty()) return std::nullopt;
    Content content = read_article({path, std::nullopt});
    if (!content.bytes) complain(path, content.failure);
    return std::move(content.bytes);
  };
}

}  // namespace acta::tool
