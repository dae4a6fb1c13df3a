#include "input/bzip2_code.hpp"

#include <algorithm>

namespace acta::input {

bool Bzip2Code::prepare(unsigned alphabet) {
  std::array<std::uint32_t, longest + 2> places{};
  for (unsigned symbol = 0; symbol < alphabet; ++symbol) ++places[lengths[symbol] + 1U];
  std::uint32_t code = 0;
  limits[0] = 0;
  for (unsigned length = 1; length <= longest; ++length) {
    code += places[length + 1] << (longest - length);
    limits[length] = code;
    places[length + 1] += places[length];
    firsts[length] = places[length];
  }
  if (code > std::uint32_t{1} << longest) return false;
  for (unsigned symbol = 0; symbol < alphabet; ++symbol) {
    sorted[places[lengths[symbol]]++] = static_cast<std::uint16_t>(symbol);
  }
  fill(alphabet);
  return true;
}

void Bzip2Code::fill(unsigned alphabet) {
  std::array<std::uint32_t, std::size_t{1} << look_bits> single;
  std::size_t filled = 0;
  for (unsigned i = 0; i < alphabet; ++i) {
    const unsigned symbol = sorted[i];
    const unsigned length = lengths[symbol];
    if (length > look_bits) break;
    const std::size_t next = filled + (std::size_t{1} << (look_bits - length));
    const std::uint32_t entry = symbol == alphabet - 1 ? 0 : symbol << 8U | length;
    std::fill(single.begin() + static_cast<std::ptrdiff_t>(filled),
              single.begin() + static_cast<std::ptrdiff_t>(next), entry);
    filled = next;
  }
  std::fill(single.begin() + static_cast<std::ptrdiff_t>(filled), single.end(), 0);
  for (std::size_t i = 0; i < look.size(); ++i) {
    const std::uint32_t one = single[i];
    const std::uint32_t length = bits(one);
    const std::uint32_t two = single[i << length & (look.size() - 1)];
    if (one == 0) {
      look[i] = 0;
    } else if (two != 0 && length + bits(two) <= look_bits) {
      look[i] =
          length << 26U | first(two) << 17U | first(one) << 8U | 2U << 6U | (length + bits(two));
    } else {
      look[i] = length << 26U | first(one) << 8U | 1U << 6U | length;
    }
  }
}

}  // namespace acta::input
