#include "pages.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>

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

PageFolders::PageFolders(const std::vector<std::string>& folders,
                         const std::vector<input::SourceFile>& files)
    : loose_(files), any_(!folders.empty() || files.size() > 1) {
  for (const std::string& folder : folders) {
    if (std::error_code failure; !fs::is_directory(folder, failure))
      throw std::runtime_error("--pages " + folder + " is no folder of wikitext pages");
    const Inputs inputs = find_inputs({folder}, std::nullopt);
    for (const input::SourceFile& input : inputs.files) {
      if (input::form_of(input.path) != football::Form::wikitext) continue;
      // The first folder that has a page counts.
      const std::string title = title_of_file(input.path);
      const fs::path parent = fs::path(input.file.value_or(input.path)).parent_path();
      if (!parent.empty()) by_title_.emplace(parent.generic_string() + "/" + title, input.path);
      if (!by_title_.emplace(title, input.path).second) continue;
      const auto [same, is_new] = by_letters_.emplace(lower(title), input.path);
      if (!is_new) same->second.clear();
    }
  }
}

std::string PageFolders::path_of(std::string_view title) const {
  if (std::string path = loose_.path_of(title); !path.empty()) return path;
  if (const auto found = by_title_.find(std::string(title)); found != by_title_.end())
    return found->second;
  // A wiki has a redirect from "2014 FIFA World Cup Final" to "... final"; a folder has not.
  const auto same = by_letters_.find(lower(title));
  return same != by_letters_.end() ? same->second : std::string();
}

Pages PageFolders::pages() const {
  if (!any_) return nullptr;
  return [this](std::string_view title) -> std::optional<std::string> {
    const std::string path = path_of(title);
    if (path.empty()) return std::nullopt;
    Content content = read_file(path);
    if (!content.bytes) complain(path, content.failure);
    return std::move(content.bytes);
  };
}

std::string PageFolders::file_of(const finding::Diagnostic& finding, std::string_view own) const {
  for (const finding::Context& detail : finding.context) {
    if (detail.key != "page") continue;
    if (std::string path = path_of(std::get<std::string>(detail.value)); !path.empty()) return path;
  }
  return std::string(own);
}

}  // namespace acta::tool
