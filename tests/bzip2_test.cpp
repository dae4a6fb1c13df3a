/// bzip2 files cut into blocks: streams of any number, damage of any kind.

#include <algorithm>
#include <bzlib.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "input/failure.hpp"
#include "input/pool.hpp"
#include "input/stream.hpp"
#include "support.hpp"

namespace {

using acta::input::SourceFailure;

/// One bzip2 stream of blocks of 100,000 bytes.
std::string compressed(const std::string& text) {
  auto size = static_cast<unsigned>(text.size() + text.size() / 50 + 1000);
  std::string out(size, '\0');
  std::string in = text;
  const int result = BZ2_bzBuffToBuffCompress(out.data(), &size, in.data(),
                                              static_cast<unsigned>(in.size()), 1, 0, 0);
  BOOST_REQUIRE(result == BZ_OK);
  out.resize(size);
  return out;
}

/// Text that compresses badly, so that blocks end at every bit of a byte.
std::string noise(std::size_t size, unsigned seed) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    seed = seed * 1103515245U + 12345U;
    text += static_cast<char>('a' + (seed >> 16U) % 26);
  }
  return text;
}

/// What acta reads from a file of these bytes.
std::string decompressed(const std::string& bytes, unsigned threads = 2) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("acta-" + std::to_string(::getpid()) + ".bz2");
  acta::tests::write_file(path, bytes);
  std::string text;
  std::optional<std::string> failure;
  try {
    acta::input::Pool pool(threads);
    const auto stream = acta::input::open_stream(path.string(), pool);
    for (std::string piece; stream->read(piece);) text += piece;
  } catch (const SourceFailure& error) {
    failure = error.what();
  }
  std::filesystem::remove(path);
  if (failure) throw SourceFailure(*failure);
  return text;
}

/// Adds the bytes of a group of 16 whose bit is set, the first bit first.
void add_bytes(unsigned bits, unsigned group, std::string& text) {
  for (unsigned i = 0; i < 16; ++i) {
    if ((bits >> (15 - i) & 1U) != 0) text += static_cast<char>(16 * group + i);
  }
}

BOOST_AUTO_TEST_SUITE(bzip2)

BOOST_AUTO_TEST_CASE(blocks_of_one_stream_come_in_order) {
  const std::string text = noise(1'234'567, 1);
  const std::string bytes = compressed(text);
  for (const unsigned threads : {1U, 2U, 8U}) BOOST_TEST((decompressed(bytes, threads) == text));
}

BOOST_AUTO_TEST_CASE(streams_follow_one_another) {
  std::string bytes;
  std::string text;
  for (unsigned i = 0; i < 40; ++i) {
    const std::string part = noise(1 + i * 7919, i);
    bytes += compressed(part);
    text += part;
  }
  BOOST_TEST((decompressed(bytes) == text));
}

BOOST_AUTO_TEST_CASE(an_empty_stream_holds_nothing) {
  BOOST_TEST(decompressed(compressed("")).empty());
  BOOST_TEST(decompressed(compressed("") + compressed("a") + compressed("")) == "a");
}

BOOST_AUTO_TEST_CASE(a_block_of_one_byte_repeated_grows_far_beyond_its_size) {
  const std::string text(20'000'000, 'x');
  BOOST_TEST((decompressed(compressed(text)) == text));
}

BOOST_AUTO_TEST_CASE(a_mark_inside_a_block_is_none) {
  // A block's head has a bit for every byte value it uses: these spell the mark of a block.
  std::string text;
  for (unsigned group = 0; group < 16; ++group) {
    add_bytes(group == 3   ? 0x3141
              : group == 4 ? 0x5926
              : group == 5 ? 0x5359
                           : 0x8001,
              group, text);
  }
  std::string more;
  for (int i = 0; i < 3000; ++i) more += text;
  const std::string bytes = compressed(more);
  const std::string_view mark = "\x31\x41\x59\x26\x53\x59";
  std::size_t marks = 0;
  for (std::size_t bit = 0; bit + 48 <= 8 * bytes.size(); ++bit) {
    bool same = true;
    for (std::size_t i = 0; i < 48 && same; ++i) {
      const auto of = [](std::string_view in, std::size_t at) {
        return static_cast<unsigned char>(in[at / 8]) >> (7 - at % 8) & 1;
      };
      same = of(bytes, bit + i) == of(mark, i);
    }
    marks += same ? 1 : 0;
  }
  BOOST_TEST(marks > more.size() / 100'000 + 1, "the data holds no false mark: " << marks);
  BOOST_TEST((decompressed(bytes) == more));
}

BOOST_AUTO_TEST_CASE(a_changed_bit_is_seen_wherever_it_is) {
  const std::string bytes = compressed(noise(250'000, 3)) + compressed(noise(1000, 4));
  for (std::size_t at = 4; at < bytes.size(); at += 1 + bytes.size() / 60) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    BOOST_TEST_CONTEXT("byte " << at << " of " << bytes.size()) {
      BOOST_CHECK_THROW(decompressed(damaged), SourceFailure);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cut_file_is_seen_wherever_it_ends) {
  const std::string bytes = compressed(noise(250'000, 5));
  for (std::size_t size = 4; size < bytes.size(); size += 1 + bytes.size() / 40) {
    BOOST_CHECK_THROW(decompressed(bytes.substr(0, size)), SourceFailure);
  }
  BOOST_CHECK_THROW(decompressed(bytes.substr(0, bytes.size() - 1)), SourceFailure);
}

BOOST_AUTO_TEST_CASE(what_follows_the_last_stream_is_told) {
  BOOST_CHECK_THROW(decompressed(compressed("text") + "garbage"), SourceFailure);
}

BOOST_AUTO_TEST_CASE(a_missing_block_is_seen_by_the_streams_checksum) {
  // Two streams of one block each share every byte; the second's checksum is of the first alone.
  const std::string first = compressed(noise(90'000, 6));
  std::string wrong = first;
  wrong[wrong.size() - 3] = static_cast<char>(wrong[wrong.size() - 3] ^ 0x01);
  BOOST_CHECK_THROW(decompressed(wrong), SourceFailure);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
