#pragma once
/// The fields of a template call.  Private to football/.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "football/season.hpp"
#include "wiki/document.hpp"
#include "words/words.hpp"

namespace acta::football {

/// Fields by what their keys mean.
class Fields {
 public:
  /// Those whose keys are words of the kinds from `first` to `last`, in `language` alone unless
  /// that is none.  Of several with one meaning the first that holds something is meant.
  Fields(const wiki::Template& box, words::Kind first, words::Kind last,
         words::Language language = words::Language::none);

  /// Those of a match box.
  explicit Fields(const wiki::Template& box)
      : Fields(box, words::Kind::field_home, words::Kind::field_details) {}

  /// The field of this meaning, or null where none holds anything.
  const wiki::Field* find(words::Kind kind) const { return found_[index(kind)]; }

  /// Its first line.
  wiki::Text first(words::Kind kind) const {
    return find(kind) == nullptr ? wiki::Text{} : find(kind)->first();
  }

  /// Its text, lines joined; empty where there is none.
  std::string text(words::Kind kind) const;

  /// The whole number in it, with its sign.
  MaybeInt signed_number(words::Kind kind) const;

  /// The count in it: a number below zero is none.
  MaybeInt number(words::Kind kind) const;

 private:
  static constexpr std::size_t most = 32;

  std::size_t index(words::Kind kind) const {
    return static_cast<std::size_t>(kind) - static_cast<std::size_t>(first_);
  }

  words::Kind first_;
  std::array<const wiki::Field*, most> found_{};
};

/// The first line of the field of exactly this key: a parameter of a module, the same in every
/// language.
wiki::Text first_of(const wiki::Template& box, std::string_view key);

/// The whole number in the field of exactly this key, with its sign.
MaybeInt signed_in(const wiki::Template& box, std::string_view key);

/// The count in the field of exactly this key: a number below zero is none.
MaybeInt count_in(const wiki::Template& box, std::string_view key);

}  // namespace acta::football
