#pragma once
/// Rows of squad lists, whether of templates or of tables.  Private to football/.

#include <array>
#include <cstddef>
#include <cstdint>

#include "football/draft/draft.hpp"

namespace acta::football {

/// What a row says, by words::Kind from `squad_number` to `squad_note`.
class SquadRow {
 public:
  static constexpr words::Kind first = words::Kind::squad_number;
  static constexpr words::Kind last = words::Kind::squad_note;

  wiki::Text& operator[](words::Kind kind) { return texts_[index(kind)]; }

  const wiki::Text& operator[](words::Kind kind) const { return texts_[index(kind)]; }

 private:
  static constexpr std::size_t index(words::Kind kind) {
    return static_cast<std::size_t>(kind) - static_cast<std::size_t>(first);
  }

  static constexpr std::size_t kinds =
      static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1;

  std::array<wiki::Text, kinds> texts_{};
};

/// Adds the player of a row; false, and nothing added, when it names none.
bool add_squad_player(Draft& draft, const Place& place, const SquadRow& row, std::uint32_t line);

/// A name without what stands in brackets behind it, and that.
struct NameAndRemark {
  std::string_view name;
  std::string_view remark;  ///< Without its brackets; empty for none.
};

/// Parts a player's name from a remark behind it: one behind a link, or the mark of a captain.
NameAndRemark split_player(const wiki::Text& text);

}  // namespace acta::football
