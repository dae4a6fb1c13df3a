#pragma once
/// One club or player under several spellings: who is who within one article.

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

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
  /// What it notes lives in `memory`.
  explicit Slugs(std::pmr::memory_resource& memory) : keys_(&memory) {}

  /// The id of a name with this identity key; says whether the slug was another name's before.
  struct Given {
    std::string id;
    bool collides = false;
  };

  /// `key` must outlive the object.
  Given id_of(std::string_view name, std::string_view key);

 private:
  struct Keys {
    std::string_view first;
    std::vector<std::string_view> more;  // Few slugs have any.
  };

  std::pmr::unordered_map<std::string_view, Keys> keys_;  // By slug.
};

/// The entities of one kind.  Names with an equal identity key, or links to one page, are one
/// entity; nothing else is ever merged.
class Names {
 public:
  /// Whether the last words of a name are a short form of it: people have surnames, teams have
  /// none.
  enum class Surnames : std::uint8_t { no, yes };

  /// `what` is how findings call an entity: "team", "player".  What it notes lives in `memory`; all
  /// arguments outlive the object.
  Names(std::string_view what, Surnames surnames, Slugs& slugs, std::pmr::memory_resource& memory)
      : what_(what),
        has_surnames_(surnames == Surnames::yes),
        slugs_(&slugs),
        by_name_(&memory),
        by_key_(&memory),
        by_article_(&memory) {}

  /// The entity of `name`, made when it is new; reports `spelling_varies` and
  /// `identifier_collision` at the position that `where` gives when it is asked.  `name` and
  /// `article` must outlive the object.
  template <typename Where>
  std::size_t resolve(std::string_view name, std::string_view article, const Where& where,
                      finding::Diagnostics& diagnostics) {
    const Found found = enter(name, article);
    if (found.finding != Finding::none) report(found, name, where(), diagnostics);
    return found.index;
  }

  /// The entity of `name`, if there is one.
  std::optional<std::size_t> find(std::string_view name) const;

  const Entity& operator[](std::size_t index) const { return entities_[index]; }

  /// Gives an entity away, when no name is asked for any more.
  Entity take(std::size_t index) { return std::move(entities_[index]); }

  std::size_t size() const { return entities_.size(); }

 private:
  enum class Finding : std::uint8_t { none, varies, collides };

  struct Found {
    std::size_t index = 0;
    Finding finding = Finding::none;
  };

  Found enter(std::string_view name, std::string_view article);
  void report(Found found, std::string_view name, finding::Position where,
              finding::Diagnostics& diagnostics) const;

  std::string_view what_;
  bool has_surnames_;
  Slugs* slugs_;
  std::vector<Entity> entities_;
  std::pmr::unordered_map<std::string_view, std::size_t> by_name_;
  std::pmr::unordered_map<std::string_view, std::size_t> by_key_;
  std::pmr::unordered_map<std::string_view, std::size_t> by_article_;
};

}  // namespace acta::football
