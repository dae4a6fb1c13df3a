#pragma once
/// Finds the few lines of a page that need more than a look.  Private to the front ends.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace acta::wiki {

/// Where a text may hold markup, or characters that are not in form C: found in one pass over the
/// whole text, so that the lines that hold none, nearly all of them, are not looked at again.
class MarkupMap {
 public:
  enum : std::uint8_t { markup = 1, wide = 2 };

  explicit MarkupMap(std::string_view text);

  /// Whether `text` holds something that looks like markup, an entity or a blank beyond ASCII.
  static bool holds_markup(std::string_view text);

  /// What bytes [begin, end) may hold; begin < end.  Errs on the side of more.
  unsigned look(std::size_t begin, std::size_t end) const {
    unsigned found = 0;
    for (std::size_t chunk = begin / chunk_bytes; chunk <= (end - 1) / chunk_bytes; ++chunk) {
      found |= chunks_[chunk];
    }
    return found;
  }

 private:
  static constexpr std::size_t chunk_bytes = 64;

  std::vector<std::uint8_t> chunks_;
};

}  // namespace acta::wiki
