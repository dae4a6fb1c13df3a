#include "football/draft/names.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace acta::football {

namespace {

// Apostrophes of every shape are one.
std::string key_of(std::string_view name) {
  constexpr std::array<std::string_view, 5> shapes = {"\xE2\x80\x99", "\xE2\x80\x98", "\xCA\xBC",
                                                      "`", "\xC2\xB4"};
  // Most names have none of their first bytes.
  const bool may_hold_one = std::any_of(name.begin(), name.end(), [](char c) {
    return c == '\xE2' || c == '\xCA' || c == '`' || c == '\xC2';
  });
  if (!may_hold_one) return text::identity_key(name);
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

// Keeps a text as long as `memory`.
std::string_view keep(std::pmr::memory_resource& memory, std::string_view text) {
  if (text.empty()) return {};
  char* const place = static_cast<char*>(memory.allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), place);
  return {place, text.size()};
}

// Whether one name is the last words of another: "Rey" of "Ana Rey".
bool is_surname_of(std::string_view name, std::string_view whole) {
  return whole.size() > name.size() && whole.ends_with(name) &&
         whole[whole.size() - name.size() - 1] == ' ';
}

}  // namespace

Slugs::Given Slugs::id_of(std::string_view name, std::string_view key) {
  std::string slug = text::slug(name);
  // Most slugs are new.
  const std::string_view kept = keep(*keys_.get_allocator().resource(), slug);
  const auto [known, is_first] = keys_.try_emplace(kept, Keys{key, {}});
  Keys& keys = known->second;
  if (is_first || keys.first == key) return {std::move(slug), false};
  const auto found = std::find(keys.more.begin(), keys.more.end(), key);
  const auto index = static_cast<std::size_t>(found - keys.more.begin());
  const bool is_new = found == keys.more.end();
  if (is_new) keys.more.push_back(key);
  slug += "-" + std::to_string(index + 2);
  return {std::move(slug), is_new};
}

Names::Found Names::enter(std::string_view name, std::string_view article) {
  const auto [known, is_new] = by_name_.try_emplace(name, entities_.size());
  if (!is_new) return {known->second};
  std::size_t& index = known->second;
  // Most keys are new, too.
  const std::string_view kept = keep(*by_key_.get_allocator().resource(), key_of(name));
  const auto [same, is_new_key] = by_key_.try_emplace(kept, index);
  if (is_new_key && !article.empty()) {
    const auto linked = by_article_.find(article);
    if (linked != by_article_.end()) same->second = linked->second;
  }
  index = same->second;
  if (index < entities_.size()) {
    Entity& entity = entities_[index];
    entity.spellings.emplace_back(name);
    const bool is_short = is_surname_of(name, entity.name) || is_surname_of(entity.name, name);
    return {index, has_surnames_ && is_short ? Finding::none : Finding::varies};
  }
  Slugs::Given given = slugs_->id_of(name, same->first);
  Entity entity{std::string(name), std::move(given.id), std::nullopt, {std::string(name)}};
  if (!article.empty()) {
    entity.article = std::string(article);
    by_article_.emplace(article, index);
  }
  entities_.push_back(std::move(entity));
  return {index, given.collides ? Finding::collides : Finding::none};
}

void Names::report(Found found, std::string_view name, finding::Position where,
                   finding::Diagnostics& diagnostics) const {
  const Entity& entity = entities_[found.index];
  if (found.finding == Finding::varies) {
    diagnostics.add(finding::Code::spelling_varies, where,
                    std::string(what_) + " \"" + std::string(name) + "\" is spelled \"" +
                        entity.name + "\" before",
                    {{"found", std::string(name)}, {"expected", entity.name}});
    return;
  }
  const std::string slug = text::slug(name);
  const auto other = std::find_if(entities_.begin(), entities_.end(),
                                  [&](const Entity& it) { return it.id == slug; });
  // Two articles are two teams or people; otherwise it may be one whose name is written twice.
  const bool are_two = other != entities_.end() && entity.article && other->article &&
                       *entity.article != *other->article;
  diagnostics.add(finding::Code::identifier_collision,
                  are_two ? finding::Severity::error : finding::Severity::info, where,
                  std::string(what_) + " \"" + std::string(name) +
                      "\" has the id of another name and is told apart as " + entity.id,
                  {{"record", entity.id}, {"found", std::string(name)}});
}

std::optional<std::size_t> Names::find(std::string_view name) const {
  if (const auto exact = by_name_.find(name); exact != by_name_.end()) return exact->second;
  if (entities_.empty()) return std::nullopt;
  const auto same = by_key_.find(key_of(name));
  return same == by_key_.end() ? std::nullopt : std::optional(same->second);
}

}  // namespace acta::football
