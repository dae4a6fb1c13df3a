#pragma once
/// How deep list items are, by their indentation or their marks.  Private to the rendered front
/// end.

#include <cstdint>
#include <vector>

#include "wiki/rendered/lines.hpp"

namespace acta::wiki {

/// The open levels of a list.
class Outline {
 public:
  /// Where an item stands.
  struct Place {
    std::uint16_t depth = 1;
    std::uint32_t number = 0;  ///< As written, or counted for the mark "#".
  };

  /// Adds an item that starts at column `indent`.
  ///
  /// A number that follows the last one of a level nearby belongs to that level, so that
  /// right-aligned numbers (" 9." above "10.") are one list.
  Place add(const Marker& marker, std::uint32_t indent);

  /// Whether `number` at column `indent` goes on with an open level.
  bool continues(std::uint32_t number, std::uint32_t indent) const;

  void clear() { levels_.clear(); }

 private:
  struct Level {
    std::uint32_t indent = 0;
    std::uint32_t number = 0;
    char kind = '*';
  };

  static constexpr std::uint32_t slack = 2;  // Columns.

  std::vector<Level> levels_;
};

}  // namespace acta::wiki
