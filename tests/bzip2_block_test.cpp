/// Blocks of bzip2 against libbz2: what both make of good data, and of bad.

#include "input/bzip2_block.hpp"

#include <bzlib.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "input/bzip2.hpp"
#include "input/failure.hpp"
#include "support.hpp"

namespace {

using acta::input::BitCutter;
using acta::input::BitPiece;
using acta::input::BlockDecoder;

std::string compressed(std::string text, int level) {
  auto size = static_cast<unsigned>(text.size() + text.size() / 50 + 1000);
  std::string out(size, '\0');
  const int result = BZ2_bzBuffToBuffCompress(out.data(), &size, text.data(),
                                              static_cast<unsigned>(text.size()), level, 0, 0);
  BOOST_REQUIRE(result == BZ_OK);
  out.resize(size);
  return out;
}

/// What libbz2 makes of a stream.
std::optional<std::string> expected(std::string bytes, std::size_t limit) {
  auto size = static_cast<unsigned>(limit);
  std::string out(limit, '\0');
  const int result = BZ2_bzBuffToBuffDecompress(out.data(), &size, bytes.data(),
                                                static_cast<unsigned>(bytes.size()), 0, 0);
  if (result != BZ_OK) return std::nullopt;
  out.resize(size);
  return out;
}

std::vector<BitPiece> pieces_of(const std::string& bytes) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("acta-block-" + std::to_string(::getpid()) + ".bz2");
  acta::tests::write_file(path, bytes);
  BitCutter cutter{acta::input::ByteReader(path.string())};
  std::vector<BitPiece> pieces;
  while (std::optional<BitPiece> piece = cutter.next()) pieces.push_back(std::move(*piece));
  std::filesystem::remove(path);
  return pieces;
}

/// What the blocks of a stream hold, without libbz2's help.
std::optional<std::string> decoded(const std::string& bytes) {
  BlockDecoder decoder;
  std::string text;
  for (const BitPiece& it : pieces_of(bytes)) {
    if (it.kind != BitPiece::Kind::block) continue;
    const std::optional<std::string> block = decoder.decode(it.bytes, it.skip, it.bits);
    if (!block) return std::nullopt;
    text += *block;
  }
  return text;
}

/// Numbers that look like chance and are the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  unsigned below(unsigned limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<unsigned>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

std::string noise(std::size_t size, unsigned letters, std::uint64_t seed) {
  Chance chance(seed);
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(chance.below(letters));
  return text;
}

/// Words that come again and again, as in an article.
std::string prose(std::size_t size, std::uint64_t seed) {
  Chance chance(seed);
  std::vector<std::string> words;
  for (unsigned i = 0; i < 400; ++i) {
    words.emplace_back();
    for (unsigned left = 1 + chance.below(9); left > 0; --left) {
      words.back() += static_cast<char>('a' + chance.below(1 + chance.below(26)));
    }
  }
  std::string text;
  while (text.size() < size) {
    text += words[chance.below(1 + chance.below(400))];
    text += chance.below(12) == 0 ? "\n      " : " ";
  }
  text.resize(size);
  return text;
}

/// Runs of all the lengths around which the count of equal bytes changes its form.
std::string runs(std::uint64_t seed) {
  Chance chance(seed);
  std::string text;
  for (const std::size_t length : {1U,   2U,   3U,   4U,   5U,   6U,   7U,   8U,   254U, 255U,
                                   256U, 258U, 259U, 260U, 263U, 264U, 510U, 518U, 519U, 1000U}) {
    text.append(length, static_cast<char>('a' + chance.below(3)));
    text.append(length, 'x');
    text += static_cast<char>(chance.below(256));
  }
  return text;
}

BOOST_AUTO_TEST_SUITE(bzip2_block)

BOOST_AUTO_TEST_CASE(what_libbz2_compressed_comes_back) {
  std::vector<std::string> texts{"",
                                 "a",
                                 "ab",
                                 "aa",
                                 "aaa",
                                 "aaaa",
                                 "aaaab",
                                 std::string(256, '\0'),
                                 std::string(1'000'000, 'x'),
                                 runs(1),
                                 noise(1000, 256, 2),
                                 noise(250'000, 256, 3),
                                 noise(300'000, 2, 4),
                                 noise(3000, 1, 5),
                                 prose(400'000, 6)};
  std::string circle;
  for (int i = 0; i < 40'000; ++i) circle += "abcab";
  texts.push_back(circle);
  for (const std::size_t length : {4U, 255U, 256U, 259U, 260U}) {
    texts.emplace_back(length, 'r');
    texts.push_back("q" + std::string(length, 'r'));
  }
  for (const std::string& text : texts) {
    BOOST_TEST_CONTEXT(text.size() << " bytes: " << text.substr(0, 20)) {
      for (const int level : {1, 9}) BOOST_TEST((decoded(compressed(text, level)) == text));
    }
  }
}

BOOST_AUTO_TEST_CASE(blocks_of_every_size_come_back) {
  const std::string text = prose(2'000'000, 7) + noise(950'000, 256, 8);
  for (int level = 1; level <= 9; ++level) {
    BOOST_TEST((decoded(compressed(text, level)) == text), "level " << level);
  }
}

BOOST_AUTO_TEST_CASE(small_texts_of_all_kinds_come_back) {
  Chance chance(9);
  for (unsigned i = 0; i < 400; ++i) {
    const std::string text = noise(chance.below(60), 1 + chance.below(5), i);
    BOOST_TEST((decoded(compressed(text, 1)) == text), "text " << i);
  }
}

BOOST_AUTO_TEST_CASE(a_changed_bit_never_makes_another_text) {
  for (const std::string& text : {prose(300, 10), runs(11), noise(40, 3, 12)}) {
    const std::string bytes = compressed(text, 9);
    for (std::size_t bit = 32; bit < 8 * bytes.size(); ++bit) {
      std::string changed = bytes;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (0x80 >> bit % 8));
      BlockDecoder decoder;
      std::string both;
      for (const BitPiece& it : pieces_of(changed)) {
        if (it.kind != BitPiece::Kind::block) continue;
        const std::optional<std::string> block = decoder.decode(it.bytes, it.skip, it.bits);
        // The marks and the end are for others to see.
        if (block) BOOST_TEST((block == text), "bit " << bit);
        both += acta::input::decompress_block(it).value_or("");
      }
      if (const auto other = expected(changed, 1'000'000)) {
        BOOST_TEST((other == both), "bit " << bit);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cut_block_is_none) {
  const std::string bytes = compressed(prose(5000, 13), 9);
  BlockDecoder decoder;
  const std::vector<BitPiece> pieces = pieces_of(bytes);
  BOOST_REQUIRE(pieces.size() == 3U);
  const BitPiece& block = pieces[1];
  BOOST_TEST(decoder.decode(block.bytes, block.skip, block.bits).has_value());
  BOOST_TEST(!decoder.decode(block.bytes + "more", block.skip, block.bits + 1).has_value());
  for (std::uint64_t bits = 0; bits < block.bits; ++bits) {
    const std::string_view part = std::string_view(block.bytes).substr(0, (bits + 7) / 8);
    BOOST_TEST(!decoder.decode(part, block.skip, bits).has_value(), bits << " bits");
  }
}

BOOST_AUTO_TEST_CASE(a_decoder_that_saw_bad_data_decodes_good) {
  const std::string text = prose(100'000, 14);
  const std::string bytes = compressed(text, 9);
  const std::vector<BitPiece> pieces = pieces_of(bytes);
  const BitPiece& good = pieces[1];
  BlockDecoder decoder;
  for (std::size_t at = 6; at < good.bytes.size(); at += 97) {
    std::string bad = good.bytes;
    bad[at] = static_cast<char>(bad[at] ^ 0x5A);
    BOOST_TEST(!decoder.decode(bad, good.skip, good.bits).has_value(), "byte " << at);
    if (at % 50 == 0) BOOST_TEST((decoder.decode(good.bytes, good.skip, good.bits) == text));
  }
  BOOST_TEST((decoder.decode(good.bytes, good.skip, good.bits) == text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
