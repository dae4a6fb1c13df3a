#pragma once
/// One block of a bzip2 stream: bits in, bytes out, at the speed that the memory allows.
///
/// A block is a mark, a checksum, and up to 900,000 bytes that were sorted (Burrows and Wheeler),
/// moved to the front, their runs of the front counted, and written in up to six Huffman codes that
/// change every fifty symbols.  Before all that, of runs of four or more equal bytes only four and
/// a count were kept.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/bzip2_code.hpp"

namespace acta::input {

/// Decodes one block after the other in memory of its own.
class BlockDecoder {
 public:
  BlockDecoder();
  ~BlockDecoder();
  BlockDecoder(const BlockDecoder&) = delete;
  BlockDecoder& operator=(const BlockDecoder&) = delete;

  /// What the block holds that is `bits` bits long, its mark included, and starts after `skip` bits
  /// of `bytes`.  Nothing when these bits are not exactly one block, when its checksum does not
  /// fit, or when it is of a kind that bzip2 has not written since 1.0: such a one may still be
  /// good.
  std::optional<std::string> decode(std::string_view bytes, unsigned skip, std::uint64_t bits);

 private:
  struct Front;
  struct Back;

  /// A stretch of the text, from one start of a walk to another.
  struct Cut {
    std::uint32_t start = 0;  ///< The rotation it begins with.
    std::uint32_t next = 0;   ///< The rotation after its last.
    const std::uint8_t* from = nullptr;
    std::size_t size = 0;
  };

  std::uint64_t peek() const;
  unsigned take(unsigned count);
  bool read_head();
  bool read_selectors(unsigned codes);
  bool read_lengths(Bzip2Code& code);
  bool read_symbols();
  int read_group(const Bzip2Code& code, std::uint16_t* symbols);
  int read_long(const Bzip2Code& code);
  bool add_group(const std::uint16_t* symbols, int count, Front& front, Back& back);
  void order();
  void walk();
  void join();
  std::optional<std::string> expand() const;

  std::string in_;            ///< The bits, and zeros after them.
  std::uint64_t at_ = 0;      ///< The bit that is next.
  std::uint64_t end_ = 0;     ///< The bit after the last.
  std::uint32_t check_ = 0;   ///< The checksum that the block should have.
  std::uint32_t origin_ = 0;  ///< Where its text begins among its sorted rotations.
  unsigned alphabet_ = 0;     ///< Symbols in use.
  std::vector<std::uint8_t> selectors_;
  std::unique_ptr<std::array<Bzip2Code, 6>> codes_;
  std::array<std::uint8_t, 256> used_{};     ///< The bytes that occur, in order.
  std::array<std::uint32_t, 256> counts_{};  ///< How often each byte occurs.
  std::size_t size_ = 0;                     ///< Bytes of the block.
  std::unique_ptr<std::uint8_t[]> text_;     ///< First as sorted, then as they were.
  std::unique_ptr<std::uint32_t[]> next_;    ///< For each rotation the next, and a byte.
  std::unique_ptr<std::uint8_t[]> lanes_;    ///< What the walks find.
  std::vector<Cut> cuts_;
};

}  // namespace acta::input
