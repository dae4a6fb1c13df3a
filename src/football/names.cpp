#include "football/names.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace acta::football {

namespace {

// Apostrophes of every shape are one.
std::string key_of(std::string_view name) {
  constexpr std::array<std::string_view, 5> shapes = {"\xE2\x80\x99", "\xE2\x80\x98", "\xCA\xBC",
                                                      "`", "\xC2\xB4"};
  std::string plain;
  for (const std::string_view shape : shapes) {
    for (std::size_t at = name.find(shape); at != std::string_view::npos; at = name.find(shape)) {
      plain.assign(name);
      plain.replace(at, shape.size(), "'");
      return key_of(plain);
    }
  }
  return text::identity_key(name);
}

}  // namespace

Slugs::Given Slugs::id_of(std::string_view name, const std::string& key) {
  std::string slug = text::slug(name);
  std::vector<std::string>& keys = keys_[slug];
  const auto found = std::find(keys.begin(), keys.end(), key);
  const auto index = static_cast<std::size_t>(found - keys.begin());
  const bool is_new = found == keys.end();
  if (is_new) keys.push_back(key);
  if (index > 0) slug += "-" + std::to_string(index + 1);
  return {std::move(slug), is_new && index > 0};
}

std::size_t Names::resolve(std::string_view name, std::string_view article, text::Position where,
                           text::Diagnostics& diagnostics) {
  if (const auto exact = by_name_.find(name); exact != by_name_.end()) return exact->second;
  std::string key = key_of(name);
  std::size_t index = entities_.size();
  if (const auto same = by_key_.find(key); same != by_key_.end()) {
    index = same->second;
  } else if (const auto linked = by_article_.find(article);
             !article.empty() && linked != by_article_.end()) {
    index = linked->second;
  }
  by_name_.emplace(name, index);
  if (index < entities_.size()) {
    Entity& entity = entities_[index];
    diagnostics.add(text::Code::spelling_varies, where,
                    std::string(what_) + " \"" + std::string(name) + "\" is spelled \"" +
                        entity.name + "\" before",
                    {{"found", std::string(name)}, {"expected", entity.name}});
    entity.spellings.emplace_back(name);
    by_key_.emplace(std::move(key), index);
    return index;
  }
  Slugs::Given given = slugs_->id_of(name, key);
  if (given.collides) {
    diagnostics.add(text::Code::identifier_collision, where,
                    std::string(what_) + " \"" + std::string(name) +
                        "\" has the id of another name and is told apart as " + given.id,
                    {{"record", given.id}, {"found", std::string(name)}});
  }
  Entity entity{std::string(name), std::move(given.id), std::nullopt, {std::string(name)}};
  if (!article.empty()) {
    entity.article = std::string(article);
    by_article_.emplace(article, index);
  }
  entities_.push_back(std::move(entity));
  by_key_.emplace(std::move(key), index);
  return index;
}

std::optional<std::size_t> Names::find(std::string_view name) const {
  if (const auto exact = by_name_.find(name); exact != by_name_.end()) return exact->second;
  if (entities_.empty()) return std::nullopt;
  const auto same = by_key_.find(key_of(name));
  return same == by_key_.end() ? std::nullopt : std::optional(same->second);
}

}  // namespace acta::football
