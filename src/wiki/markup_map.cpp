#include "wiki/markup_map.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace acta::wiki {
namespace {

/// Bytes looked at together.
constexpr std::size_t step = 16;

/// What the bytes at `at` may start.  Written without branches, for the compiler to do many at
/// once; `at[1]` and `at[2]` must be readable.
[[gnu::always_inline]] inline unsigned char found_at(const unsigned char* at) {
  const unsigned char here = at[0];
  const unsigned char next = at[1];
  const unsigned char third = at[2];
  const auto is = [](bool truth) { return static_cast<unsigned char>(truth); };
  const unsigned char folded = here | 0x20;  // "[" and "{", "]" and "}", "\" and "|" differ by it.
  const unsigned char bracket = is(folded == '{') | is(folded == '}');
  const unsigned char other = is(here == '&') | is(here == '<') | is(here == '\\');
  const unsigned char quotes = is(here == '\'') & is(next == '\'');
  // Blanks beyond ASCII, characters of no width, and a few more that share their first bytes.
  const unsigned char latin_space =
      is(here == 0xC2) & (is(next == 0xA0) | is(next == 0x85) | is(next == 0xAD));
  const unsigned char general = is(here == 0xE2) & is((next | 1) == 0x81);
  const unsigned char general_space =
      general & (is(third <= 0x8F) | is(third == 0x9F) | is((third & 0xF8) == 0xA8));
  const unsigned char far_space = (is(here == 0xE1) & is(next == 0x9A)) |
                                  (is(here == 0xE3) & is(next == 0x80)) |
                                  (is(here == 0xEF) & is(next == 0xBB));
  const unsigned char space =
      latin_space | general_space | far_space | is(here == 0x0B) | is(here == 0x0C);
  const unsigned char markup = bracket | other | quotes | space;
  // Below U+0300 every character is in form C; so are punctuation and the minus sign, and the
  // blanks that are not will be replaced.
  const unsigned char operators = is(here == 0xE2) & is(next == 0x88);
  const unsigned char wide = is(here >= 0xCC) & is((general | operators) == 0);
  return static_cast<unsigned char>(markup | wide << 1);
}

}  // namespace

MarkupMap::MarkupMap(std::string_view text) {
  const std::size_t readable = text.size() < 2 ? 0 : text.size() - 2;
  const std::size_t whole = readable / chunk_bytes;
  chunks_.resize(text.size() / chunk_bytes + 1);
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto look_at = [](const unsigned char* chunk) {
    unsigned char found = 0;
    for (std::size_t at = 0; at < chunk_bytes; ++at) {
      found |= found_at(chunk + at);
    }
    return found;
  };
  for (std::size_t chunk = 0; chunk < whole; ++chunk) {
    chunks_[chunk] = look_at(bytes + chunk * chunk_bytes);
  }
  for (std::size_t chunk = whole; chunk < chunks_.size(); ++chunk) {
    std::array<unsigned char, chunk_bytes + 2> padded{};
    const std::size_t begin = chunk * chunk_bytes;
    if (begin < text.size()) {
      std::memcpy(padded.data(), bytes + begin, std::min(padded.size(), text.size() - begin));
    }
    chunks_[chunk] = look_at(padded.data());
  }
}

bool MarkupMap::holds_markup(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t readable = text.size() < 2 ? 0 : text.size() - 2;
  unsigned char found = 0;
  std::size_t at = 0;
  for (; at + step <= readable; at += step) {
    for (std::size_t byte = 0; byte < step; ++byte) {
      found |= found_at(bytes + at + byte);
    }
  }
  std::array<unsigned char, 2 * step + 2> rest{};
  std::memcpy(rest.data(), bytes + at, text.size() - at);
  for (std::size_t byte = 0; byte < 2 * step; ++byte) {
    found |= found_at(rest.data() + byte);
  }
  return (found & markup) != 0;
}

}  // namespace acta::wiki
