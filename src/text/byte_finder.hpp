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

/// Bytes that are looked at together.
inline constexpr std::uint32_t finder_bytes = 64;

/// Where the bytes `Wanted` stand in a text.  Whether a byte is markup is asked for each byte of a
/// page, so it is answered for a block at once and kept while the block is read.
template <char... Wanted>
class ByteFinder {
 public:
  explicit ByteFinder(std::string_view text) : text_(text) {}

  /// Offset of the first wanted byte in [`from`, `to`), or `to`.
  std::uint32_t next(std::uint32_t from, std::uint32_t to) {
    while (from < to) {
      const std::uint32_t block = from / finder_bytes;
      if (block != block_) load(block);
      const std::uint64_t left = mask_ >> (from % finder_bytes);
      if (left != 0) {
        const std::uint32_t found = from + static_cast<std::uint32_t>(std::countr_zero(left));
        return found < to ? found : to;
      }
      if (to - from <= finder_bytes - from % finder_bytes) break;
      from = (block + 1) * finder_bytes;
    }
    return to;
  }

  /// Which of the `finder_bytes` bytes from `begin` (inside `text`) are wanted, the first as the
  /// lowest bit.
  static std::uint64_t among(std::string_view text, std::size_t begin) {
    if (text.size() - begin >= finder_bytes) return mask_of(text.data() + begin);
    // The last bytes of the text, padded.
    std::array<char, finder_bytes> rest{};
    text.copy(rest.data(), rest.size(), begin);
    return mask_of(rest.data());
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void load(std::uint32_t block) {
    block_ = block;
    mask_ = among(text_, std::size_t{block} * finder_bytes);
  }

  static std::uint64_t mask_of(const char* bytes) {
    std::uint64_t mask = 0;
#ifdef __SSE2__
    for (unsigned part = 0; part < 4; ++part) {
      const __m128i chunk =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + std::size_t{part} * 16));
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
