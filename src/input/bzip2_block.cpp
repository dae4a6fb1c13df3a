#include "input/bzip2_block.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace acta::input {
namespace {

constexpr unsigned mark_bits = 48;

/// What a block can hold.
constexpr std::size_t block_limit = 900'000;

/// Symbols that one code writes before the next selector.
constexpr int group_size = 50;

/// The compressor writes no more; a few that nothing uses have been seen.
constexpr unsigned most_selectors = 18'002;

constexpr unsigned most_codes = 6;

/// Zeros after the bits, so that what is read beyond them does no harm before it is noticed: more
/// than the head of a block or a group of symbols takes.
constexpr std::size_t margin = 4096;

/// A run of the front that is longer is written by a call of its own.
constexpr std::size_t short_run = 8;

/// Bytes at the front that are moved without a guess where they stand.
constexpr unsigned near_bytes = 16;

/// Walks at the same time.  Each waits for memory at every step, and they wait together.
constexpr unsigned lane_count = 12;

/// Where walks begin and end: more of them, and the lanes end at about the same time.
constexpr std::size_t start_count = 256;

/// Marks a rotation where another walk begins; the bits below are 24 of an index and 8 of a byte.
constexpr std::uint32_t start_flag = std::uint32_t{1} << 31U;

/// Lanes do not begin at the same place of a page, where the processor would take one for another.
constexpr std::size_t lane_size = block_limit + 4096 + 192;

static_assert(block_limit < (start_flag >> 8U));

template <class Number>
Number load_big_endian(const void* at) {
  Number value = 0;
  std::memcpy(&value, at, sizeof value);
  if constexpr (std::endian::native == std::endian::little) {
    if constexpr (sizeof value == 8) return __builtin_bswap64(value);
    if constexpr (sizeof value == 4) return __builtin_bswap32(value);
  }
  return value;
}

std::uint64_t load_little_endian(const void* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return std::endian::native == std::endian::little ? value : __builtin_bswap64(value);
}

/// bzip2's checksum takes the highest bit first.  Table k is of a byte with k zero bytes after it.
using ChecksumTables = std::array<std::array<std::uint32_t, 256>, 16>;

constexpr ChecksumTables checksum_tables = [] {
  ChecksumTables tables{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte << 24U;
    for (int bit = 0; bit < 8; ++bit) {
      value = value << 1U ^ ((value >> 31U) != 0 ? 0x04C11DB7U : 0U);
    }
    tables[0][byte] = value;
  }
  for (std::size_t k = 1; k < tables.size(); ++k) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = tables[k - 1][byte];
      tables[k][byte] = before << 8U ^ tables[0][before >> 24U];
    }
  }
  return tables;
}();

std::uint32_t checksum(std::string_view text) {
  const ChecksumTables& table = checksum_tables;
  std::uint32_t value = ~std::uint32_t{0};
  for (; text.size() >= table.size(); text.remove_prefix(table.size())) {
    std::uint32_t mixed = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      std::uint32_t word = load_big_endian<std::uint32_t>(text.data() + 4 * i);
      if (i == 0) word ^= value;
      const std::size_t k = 12 - 4 * i;
      mixed ^= table[k + 3][word >> 24U] ^ table[k + 2][word >> 16U & 0xFFU] ^
               table[k + 1][word >> 8U & 0xFFU] ^ table[k][word & 0xFFU];
    }
    value = mixed;
  }
  for (const char c : text) {
    value = value << 8U ^ table[0][(value >> 24U ^ static_cast<unsigned char>(c)) & 0xFFU];
  }
  return ~value;
}

/// So many equal bytes are a run.
constexpr std::size_t least_run = 4;

/// Places looked at together.
constexpr std::size_t run_window = 8;

/// How many of the next `run_window` places no run starts in, up to the first where one does.
/// Reads three bytes more.
std::size_t bytes_before_run(const std::uint8_t* in) {
  std::uint64_t differ = 0;
  for (std::size_t i = 0; i + 1 < least_run; ++i) {
    differ |= load_little_endian(in + i) ^ load_little_endian(in + i + 1);
  }
  constexpr std::uint64_t ones = 0x0101010101010101U;
  const std::uint64_t zero = (differ - ones) & ~differ & (ones << 7U);
  return static_cast<std::size_t>(std::countr_zero(zero)) / 8;
}

/// The bytes below the one at `shift` take its place, and `byte` theirs.
std::uint64_t insert(std::uint64_t word, unsigned shift, std::uint64_t byte) {
  const std::uint64_t before = (std::uint64_t{1} << shift) - 1;
  return (word & ~(before << 8U | 0xFFU)) | (word & before) << 8U | byte;
}

}  // namespace

/// The sixteen bytes at the front, the first one lowest, and the run of it that is being counted.
struct BlockDecoder::Front {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  unsigned weight = 0;  ///< Digits of the run so far.

  /// Moves one of them to the front.  Which one it is is hard to guess: there is no branch.
  void move(unsigned index) {
    const std::uint64_t beyond = std::uint64_t{0} - (index >> 3U);
    const unsigned shift = 8 * (index % 8);
    const std::uint64_t here = first ^ ((first ^ second) & beyond);
    const std::uint64_t byte = here >> shift & 0xFFU;
    const std::uint64_t in = byte ^ ((byte ^ first >> 56U) & beyond);
    const std::uint64_t moved = insert(here, shift, in);
    second ^= (second ^ moved) & beyond;
    first = moved ^ ((moved ^ (first << 8U | byte)) & beyond);
  }

  /// Puts a byte at the front, and gives the one that has no more room.
  std::uint64_t push(std::uint64_t byte) {
    const std::uint64_t last = second >> 56U;
    second = second << 8U | first >> 56U;
    first = first << 8U | byte;
    return last;
  }
};

/// The bytes after those.
struct BlockDecoder::Back {
  std::array<std::uint64_t, 30> words{};

  std::uint64_t at(unsigned index) const { return words[index / 8] >> 8 * (index % 8) & 0xFFU; }

  /// Takes a byte away and puts another before all.
  void replace(unsigned index, std::uint64_t carry) {
    const unsigned word = index / 8;
    for (unsigned i = 0; i < word; ++i) {
      const std::uint64_t here = words[i];
      words[i] = here << 8U | carry;
      carry = here >> 56U;
    }
    words[word] = insert(words[word], 8 * (index % 8), carry);
  }
};

BlockDecoder::BlockDecoder()
    : codes_(std::make_unique_for_overwrite<std::array<Bzip2Code, 6>>()),
      text_(std::make_unique_for_overwrite<std::uint8_t[]>(block_limit +
                                                           (group_size + 8) * short_run)),
      next_(std::make_unique_for_overwrite<std::uint32_t[]>(block_limit + 1)),
      lanes_(std::make_unique_for_overwrite<std::uint8_t[]>(lane_count * lane_size)) {}

BlockDecoder::~BlockDecoder() = default;

std::optional<std::string> BlockDecoder::decode(std::string_view bytes, unsigned skip,
                                                std::uint64_t bits) {
  in_.assign(bytes);
  in_.append(margin, '\0');
  at_ = skip + mark_bits;
  end_ = skip + bits;
  if (!read_head() || !read_symbols() || origin_ >= size_) return std::nullopt;
  order();
  walk();
  join();
  return expand();
}

/// The next bits, at least 57 of them, the first one highest.
std::uint64_t BlockDecoder::peek() const {
  return load_big_endian<std::uint64_t>(in_.data() + at_ / 8) << (at_ % 8);
}

/// Up to 32 bits as a number.
unsigned BlockDecoder::take(unsigned count) {
  const auto value = static_cast<unsigned>(peek() >> (64 - count));
  at_ += count;
  return value;
}

bool BlockDecoder::read_head() {
  check_ = take(32);
  const bool shuffled = take(1) != 0;
  origin_ = take(24);
  if (shuffled) return false;
  const unsigned groups = take(16);
  unsigned in_use = 0;
  for (unsigned group = 0; group < 16; ++group) {
    if ((groups >> (15 - group) & 1U) == 0) continue;
    const unsigned members = take(16);
    for (unsigned i = 0; i < 16; ++i) {
      if ((members >> (15 - i) & 1U) != 0)
        used_[in_use++] = static_cast<std::uint8_t>(16 * group + i);
    }
  }
  if (in_use == 0) return false;
  std::fill(used_.begin() + in_use, used_.end(), std::uint8_t{0});
  alphabet_ = in_use + 2;
  const unsigned codes = take(3);
  if (codes < 2 || codes > most_codes || !read_selectors(codes)) return false;
  for (unsigned i = 0; i < codes; ++i) {
    if (!read_lengths((*codes_)[i]) || !(*codes_)[i].prepare(alphabet_)) return false;
  }
  return at_ <= end_;
}

/// The codes of the groups, moved to the front, as unary numbers.
bool BlockDecoder::read_selectors(unsigned codes) {
  const unsigned count = take(15);
  if (count == 0 || count > most_selectors) return false;
  selectors_.resize(count);
  std::array<std::uint8_t, most_codes> front{0, 1, 2, 3, 4, 5};
  for (std::uint8_t& selector : selectors_) {
    const auto index = static_cast<unsigned>(std::countl_one(peek()));
    if (index >= codes) return false;
    at_ += index + 1;
    selector = front[index];
    for (unsigned i = index; i > 0; --i) front[i] = front[i - 1];
    front[0] = selector;
  }
  return true;
}

bool BlockDecoder::read_lengths(Bzip2Code& code) {
  unsigned length = take(5);
  for (unsigned symbol = 0; symbol < alphabet_; ++symbol) {
    for (;;) {
      if (length < 1 || length > Bzip2Code::longest) return false;
      if (take(1) == 0) break;
      length += take(1) == 0 ? 1 : -1U;
    }
    if (at_ > end_) return false;
    code.lengths[symbol] = static_cast<std::uint8_t>(length);
  }
  return true;
}

/// Reads the symbols, and brings the front back to where it was: the bytes as they were sorted.
bool BlockDecoder::read_symbols() {
  Front front;
  Back back;
  for (unsigned i = 0; i < used_.size(); ++i) {
    std::uint64_t& word = i < 8            ? front.first
                          : i < near_bytes ? front.second
                                           : back.words[(i - near_bytes) / 8];
    word |= std::uint64_t{used_[i]} << (8 * (i % 8));
  }
  counts_.fill(0);
  size_ = 0;
  // A pair that is looked up at once is written at once, too.
  std::array<std::uint16_t, group_size + 2> symbols;
  for (const std::uint8_t selector : selectors_) {
    const int count = read_group((*codes_)[selector], symbols.data());
    if (count == 0 || at_ > end_) return false;
    const bool ended = symbols[static_cast<std::size_t>(count) - 1] == alphabet_ - 1;
    if (!add_group(symbols.data(), ended ? count - 1 : count, front, back)) return false;
    if (ended) return at_ == end_;
  }
  return false;
}

/// Reads the symbols of one group, fewer where the block ends; none when bits are no symbol's.
int BlockDecoder::read_group(const Bzip2Code& code, std::uint16_t* symbols) {
  int count = 0;
  while (count < group_size) {
    std::uint64_t ahead = peek();
    // So many looks take no more bits than are there.
    for (int look = 0; look < 57 / static_cast<int>(Bzip2Code::look_bits); ++look) {
      const std::uint32_t entry = code.look[ahead >> (64 - Bzip2Code::look_bits)];
      if (entry == 0) {
        const int symbol = read_long(code);
        if (symbol < 0) return 0;
        symbols[count++] = static_cast<std::uint16_t>(symbol);
        if (static_cast<unsigned>(symbol) == alphabet_ - 1) return count;
        break;
      }
      symbols[count] = static_cast<std::uint16_t>(Bzip2Code::first(entry));
      if (count >= group_size - 1) {
        at_ += Bzip2Code::first_bits(entry);
        return group_size;
      }
      symbols[count + 1] = static_cast<std::uint16_t>(Bzip2Code::second(entry));
      count += static_cast<int>(Bzip2Code::count(entry));
      ahead <<= Bzip2Code::bits(entry);
      at_ += Bzip2Code::bits(entry);
      if (count >= group_size) break;
    }
  }
  return count;
}

/// Reads a symbol of any length; a negative number when there is none.
int BlockDecoder::read_long(const Bzip2Code& code) {
  const auto bits = static_cast<std::uint32_t>(peek() >> (64 - Bzip2Code::longest));
  unsigned length = 1;
  while (bits >= code.limits[length]) {
    if (++length > Bzip2Code::longest) return -1;
  }
  at_ += length;
  const std::uint32_t place = (bits - code.limits[length - 1]) >> (Bzip2Code::longest - length);
  return code.sorted[code.firsts[length] + place];
}

/// Adds what the symbols say.  A symbol of a run writes its share at once, as if it were a byte
/// that comes more than once: no branch has to guess which of both comes next.
bool BlockDecoder::add_group(const std::uint16_t* symbols, int count, Front& front, Back& back) {
  std::uint8_t* const start = text_.get();
  std::uint8_t* out = start + size_;
  Front here = front;
  for (int i = 0; i < count; ++i) {
    const std::uint32_t symbol = symbols[i];
    const std::uint32_t run = std::uint32_t{0} - static_cast<std::uint32_t>(symbol < 2);
    const std::uint32_t index = (symbol - 1) & ~run;
    if (index < near_bytes) {
      here.move(index);
    } else {
      const unsigned place = index - near_bytes;
      back.replace(place, here.push(back.at(place)));
    }
    const std::uint64_t byte = here.first & 0xFFU;
    const std::uint32_t weight = here.weight & run;
    const std::uint32_t times = (1 + (symbol & run)) << weight;
    here.weight = (weight + 1) & run;
    const std::uint64_t spread = 0x0101010101010101U * byte;
    std::memcpy(out, &spread, short_run);
    if (times > short_run) {
      const auto used = static_cast<std::size_t>(out - start);
      if (used > block_limit || times > block_limit - used) return false;
      std::memset(out, static_cast<int>(byte), times);
    }
    out += times;
    counts_[byte] += times;
  }
  front = here;
  size_ = static_cast<std::size_t>(out - start);
  return size_ <= block_limit;
}

/// Finds for each rotation of the text the one that starts a byte later, and the byte between:
/// rotations that start with the same byte are in the order of what follows it.
void BlockDecoder::order() {
  std::uint32_t sum = 0;
  for (std::uint32_t& it : counts_) sum += std::exchange(it, sum);
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint8_t byte = text_[i];
    next_[counts_[byte]++] = static_cast<std::uint32_t>(i << 8U) | byte;
  }
}

/// Puts the text in order.  Each step needs the one before, and memory is slow; so several walks
/// set out from different places at the same time, each up to where another began.
void BlockDecoder::walk() {
  std::vector<std::uint32_t> starts{origin_};
  starts.reserve(start_count);
  for (std::size_t i = 0; i < start_count - 1; ++i) {
    const auto at = static_cast<std::uint32_t>(i * size_ / (start_count - 1));
    if (at != starts.back() && at != origin_) starts.push_back(at);
  }
  for (const std::uint32_t it : starts) next_[it] |= start_flag;
  // Where a lane waits when no start is left.
  const auto rest = static_cast<std::uint32_t>(size_);
  next_[rest] = rest << 8U;

  cuts_.clear();
  std::array<Cut, lane_count> open;
  std::array<std::uint32_t, lane_count> at{};
  std::size_t begun = 0;
  std::size_t walking = std::min<std::size_t>(lane_count, starts.size());
  std::size_t step = 0;
  const std::uint32_t* const next = next_.get();
  std::uint8_t* const lanes = lanes_.get();
  const auto begin = [&](std::size_t lane) {
    if (begun == starts.size()) return next[rest];
    const std::uint32_t start = starts[begun++];
    open[lane] = {start, rest, lanes + lane * lane_size + step, 0};
    return next[start] & ~start_flag;
  };
  std::array<std::uint32_t, lane_count> entries;
  for (std::size_t lane = 0; lane < lane_count; ++lane) entries[lane] = begin(lane);
  for (;;) {
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      lanes[lane * lane_size + step] = static_cast<std::uint8_t>(entries[lane]);
      at[lane] = entries[lane] >> 8U;
    }
    ++step;
    std::uint32_t any = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      entries[lane] = next[at[lane]];
      any |= entries[lane];
    }
    if ((any & start_flag) == 0) continue;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if ((entries[lane] & start_flag) == 0) continue;
      Cut& ended = open[lane];
      ended.next = at[lane];
      ended.size = static_cast<std::size_t>(lanes + lane * lane_size + step - ended.from);
      cuts_.push_back(ended);
      if (begun == starts.size() && --walking == 0) return;
      entries[lane] = begin(lane);
    }
  }
}

/// Joins what the walks found.  A text that repeats itself is a circle that is gone round again.
void BlockDecoder::join() {
  const auto before = [](const Cut& a, const Cut& b) { return a.start < b.start; };
  std::sort(cuts_.begin(), cuts_.end(), before);
  std::uint32_t at = origin_;
  for (std::size_t used = 0; used < size_;) {
    const Cut& cut = *std::lower_bound(cuts_.begin(), cuts_.end(), Cut{at, 0, nullptr, 0}, before);
    const std::size_t count = std::min(cut.size, size_ - used);
    std::memcpy(text_.get() + used, cut.from, count);
    used += count;
    at = cut.next;
  }
}

/// Puts back what was left out: four equal bytes are followed by the number of those after them.
std::optional<std::string> BlockDecoder::expand() const {
  std::string out;
  out.resize(size_ + size_ / 16 + 1024);
  std::size_t used = 0;
  const std::uint8_t* in = text_.get();
  const std::uint8_t* const end = in + size_;
  while (in < end) {
    const auto left = static_cast<std::size_t>(end - in);
    if (left >= run_window + least_run - 1) {
      const std::size_t plain = bytes_before_run(in);
      std::memcpy(out.data() + used, in, run_window);
      used += plain;
      in += plain;
      if (plain == run_window) continue;
    } else if (left < least_run || std::count(in, in + least_run, *in) < 4) {
      out[used++] = static_cast<char>(*in++);
      continue;
    }
    if (static_cast<std::size_t>(end - in) <= least_run) return std::nullopt;
    const std::size_t run = least_run + in[least_run];
    const std::size_t wanted = used + run + static_cast<std::size_t>(end - in) + run_window;
    if (out.size() < wanted) out.resize(2 * wanted);
    std::memset(out.data() + used, *in, run);
    used += run;
    in += least_run + 1;
  }
  out.resize(used);
  if (checksum(out) != check_) return std::nullopt;
  return out;
}

}  // namespace acta::input
