#pragma once
/// The Huffman codes of bzip2, made for reading several bits at once.

#include <array>
#include <cstddef>
#include <cstdint>

namespace acta::input {

/// One code.  Codes of one length follow one another, and longer ones are greater.
struct Bzip2Code {
  static constexpr unsigned longest = 20;
  static constexpr unsigned most_symbols = 258;

  /// Bits that the first table looks at: enough for most symbols, often for two.
  static constexpr unsigned look_bits = 11;

  /// What `look_bits` bits begin with: the bits that one or two symbols take (6 bits), how many
  /// these are (2), the symbols (9 each), the bits of the first (6).  Zero where a longer symbol,
  /// the end of the block or nothing is.
  std::array<std::uint32_t, std::size_t{1} << look_bits> look;

  std::array<std::uint8_t, most_symbols> lengths;
  std::array<std::uint16_t, most_symbols> sorted;  ///< Symbols in the order of their codes.

  /// By length, as if all codes were as long as the longest: the first that is longer.
  std::array<std::uint32_t, longest + 1> limits;

  std::array<std::uint32_t, longest + 1> firsts;  ///< By length: its first place in `sorted`.

  static unsigned bits(std::uint32_t entry) { return entry & 0x3FU; }

  static unsigned count(std::uint32_t entry) { return entry >> 6U & 0x3U; }

  static std::uint32_t first(std::uint32_t entry) { return entry >> 8U & 0x1FFU; }

  static std::uint32_t second(std::uint32_t entry) { return entry >> 17U & 0x1FFU; }

  static unsigned first_bits(std::uint32_t entry) { return entry >> 26U; }

  /// Makes the tables from the lengths, the last symbol being the end of a block; false when there
  /// are too many short codes.
  bool prepare(unsigned alphabet);

 private:
  void fill(unsigned alphabet);
};

}  // namespace acta::input
