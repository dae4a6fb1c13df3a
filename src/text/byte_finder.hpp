#pragma once
/// Finds the next byte of a set, 64 bytes at a time.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace acta::text {

/// Where the bytes `Wanted` stand in a text.  Whether a byte is markup is asked for each byte of a
/// page, so it is answered for a block at once and kept while the block is read.
template <char... Wanted>
class ByteFinder {
 public:
  explicit ByteFinder(std::string_view text) : text_(text) {}

  /// Offset of the first wanted byte in [`from`, `to`), or `to`.
  std::uint32_t next(std::uint32_t from, std::uint32_t to) {
    while (from < to) {
      const std::uint32_t block = from / 64;
      if (block != block_) load(block);
      const std::uint64_t left = mask_ >> (from % 64);
      if (left != 0) {
        const std::uint32_t found = from + static_cast<std::uint32_t>(std::countr_zero(left));
        return found < to ? found : to;
      }
      if (to - from <= 64 - from % 64) break;
      from = (block + 1) * 64;
    }
    return to;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void load(std::uint32_t block) {
    block_ = block;
    const std::size_t begin = std::size_t{block} * 64;
    if (text_.size() - begin >= 64) {
      mask_ = mask_of(text_.data() + begin);
    } else {
      // The last bytes of the text, padded.
      std::array<char, 64> rest{};
      text_.copy(rest.data(), rest.size(), begin);
      mask_ = mask_of(rest.data());
    }
  }

  static std::uint64_t mask_of(const char* bytes) {
    std::uint64_t mask = 0;
#ifdef __SSE2__
    for (unsigned part = 0; part < 4; ++part) {
      const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part * 16));
      __m128i hits = _mm_setzero_si128();
      ((hits = _mm_or_si128(hits, _mm_cmpeq_epi8(chunk, _mm_set1_epi8(Wanted)))), ...);
      const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(hits));
      mask |= std::uint64_t{bits} << (part * 16);
    }
#else
    for (unsigned i = 0; i < 64; ++i) {
      mask |= std::uint64_t{((bytes[i] == Wanted) || ...)} << i;
    }
#endif
    return mask;
  }

  std::string_view text_;
  std::uint64_t mask_ = 0;
  std::uint32_t block_ = none;
};

}  // namespace acta::text
