#pragma once
/// One club or player under several spellings: who is who within one article.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "football/season.hpp"
#include "text/diagnostic.hpp"

namespace acta::football {

/// A club or player as the article names it.
struct Entity {
  std::string name;  ///< As first written.
  std::string id;
  MaybeText article;                   ///< Target of its first wikilink.
  std::vector<std::string> spellings;  ///< Every form, in order of appearance.
};

/// Gives ids: the slug of a name, and "-2", "-3" to further names with the same slug.
class Slugs {
 public:
  /// The id of a name with this identity key; says whether the slug was another name's before.
  struct Given {
    std::string id;
    bool collides = false;
  };

  Given id_of(std::string_view name, const std::string& key);

 private:
  std::unordered_map<std::string, std::vector<std::string>> keys_;
};

/// The entities of one kind.  Names with an equal identity key, or links to one page, are one
/// entity; nothing else is ever merged.
class Names {
 public:
  /// `what` is how findings call an entity: "team", "player".  Both arguments outlive the object.
  Names(std::string_view what, Slugs& slugs) : what_(what), slugs_(&slugs) {}

  /// The entity of `name`, made when it is new; reports `spelling_varies` and
  /// `identifier_collision`.  `name` and `article` must outlive the object.
  std::size_t resolve(std::string_view name, std::string_view article, text::Position where,
                      text::Diagnostics& diagnostics);

  /// The entity of `name`, if there is one.
  std::optional<std::size_t> find(std::string_view name) const;

  const Entity& operator[](std::size_t index) const { return entities_[index]; }

  std::size_t size() const { return entities_.size(); }

 private:
  std::string_view what_;
  Slugs* slugs_;
  std::vector<Entity> entities_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string_view, std::size_t> by_article_;
};

}  // namespace acta::football
