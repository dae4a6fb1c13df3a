#include "input/bzip2.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <bzlib.h>
#include <cstring>
#include <utility>

#include "input/bzip2_block.hpp"
#include "input/failure.hpp"

namespace acta::input {
namespace {

constexpr std::uint64_t block_mark = 0x314159265359U;
constexpr std::uint64_t end_mark = 0x177245385090U;
constexpr unsigned mark_bits = 48;
constexpr unsigned checksum_bits = 32;

/// No block is longer: 900,000 bytes that nothing compresses, and their tables.
constexpr std::size_t longest_piece = std::size_t{4} << 20U;

/// How often a piece is joined to the next before the data is called damaged.  One false mark in a
/// terabyte is likely, two in one block are not.
constexpr int most_joins = 3;

/// Which pairs of bytes occur inside a mark, at any shift.  A mark covers five whole bytes after
/// the first, so it shows in one of any four neighbouring pairs.
using Pairs = std::array<std::uint64_t, 65536 / 64>;

constexpr Pairs mark_pairs = [] {
  Pairs pairs{};
  for (const std::uint64_t mark : {block_mark, end_mark}) {
    for (unsigned shift = 0; shift < 8; ++shift) {
      for (unsigned byte = 1; byte < 5; ++byte) {
        const std::uint64_t pair = (mark << (8 - shift)) >> (40 - 8 * byte) & 0xFFFFU;
        pairs[pair / 64] |= std::uint64_t{1} << (pair % 64);
      }
    }
  }
  return pairs;
}();

std::uint64_t load_big_endian(const char* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

std::uint64_t bits_at(std::string_view bytes, std::uint64_t bit, unsigned count) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < count; ++i, ++bit) {
    const auto byte = static_cast<unsigned char>(bytes[bit / 8]);
    value = value << 1U | (byte >> (7 - bit % 8) & 1U);
  }
  return value;
}

void append_bits(std::string& out, std::uint64_t& size, std::uint64_t value, unsigned count) {
  for (unsigned i = count; i-- > 0; ++size) {
    if (size % 8 == 0) out += '\0';
    out.back() =
        static_cast<char>(out.back() | static_cast<char>((value >> i & 1U) << (7 - size % 8)));
  }
}

/// A stream that holds this block alone.
std::string wrap(const BitPiece& block) {
  constexpr std::string_view header = "BZh9";
  std::string out(header);
  out.reserve(block.bytes.size() + 32);
  const std::uint64_t whole = block.bits / 8;
  if (block.skip == 0) {
    out.append(block.bytes, 0, whole);
  } else {
    const auto* in = reinterpret_cast<const unsigned char*>(block.bytes.data());
    out.resize(header.size() + whole);
    for (std::uint64_t i = 0; i < whole; ++i) {
      out[header.size() + i] =
          static_cast<char>(in[i] << block.skip | in[i + 1] >> (8 - block.skip));
    }
  }
  std::uint64_t size = 8 * out.size();
  const auto rest = static_cast<unsigned>(block.bits % 8);
  append_bits(out, size, bits_at(block.bytes, block.skip + 8 * whole, rest), rest);
  append_bits(out, size, end_mark, mark_bits);
  append_bits(out, size, bits_at(block.bytes, block.skip + mark_bits, checksum_bits),
              checksum_bits);
  return out;
}

/// Both pieces as one of the first's kind.
BitPiece join(const BitPiece& first, const BitPiece& second) {
  BitPiece joined = first;
  // A byte that both hold part of is in both.
  joined.bytes.append(second.bytes, second.skip == 0 ? 0 : 1);
  joined.bits += second.bits;
  return joined;
}

}  // namespace

std::optional<BitPiece> BitCutter::next() {
  for (;;) {
    if (const std::optional<Mark> mark = find_mark()) {
      BitPiece piece = cut(mark->bit);
      kind_ = mark->kind;
      return piece;
    }
    if (ended_) break;
    if (buffer_.size() > longest_piece) throw SourceFailure("the bzip2 data is damaged");
    std::string more;
    ended_ = !file_.read(more, std::size_t{1} << 20U);
    buffer_ += more;
  }
  if (start_bit_ >= 8 * buffer_.size()) return std::nullopt;
  return cut(8 * buffer_.size());
}

/// The next mark after the start of the piece in hand.
std::optional<BitCutter::Mark> BitCutter::find_mark() {
  constexpr std::size_t margin = 16;
  const std::size_t end = buffer_.size() + (ended_ ? margin : 0);
  if (ended_) buffer_.append(margin, '\0');  // So that loads stay inside; taken away again below.
  std::optional<Mark> found;
  const char* bytes = buffer_.data();
  // Marks that start in [searched_, searched_ + 4) show in the pair at searched_ + 4.
  for (; !found && searched_ + margin <= end; searched_ += 4) {
    const auto first = static_cast<unsigned char>(bytes[searched_ + 4]);
    const auto second = static_cast<unsigned char>(bytes[searched_ + 5]);
    const unsigned pair = first * 256U + second;
    if ((mark_pairs[pair / 64] >> (pair % 64) & 1U) == 0) continue;
    for (std::uint64_t bit = 8 * searched_; bit < 8 * (searched_ + 4); ++bit) {
      if (bit <= start_bit_ && !(bit == start_bit_ && kind_ == BitPiece::Kind::header)) continue;
      const std::uint64_t value = load_big_endian(bytes + bit / 8) << (bit % 8) >> (64 - mark_bits);
      if (value != block_mark && value != end_mark) continue;
      found = Mark{bit, value == block_mark ? BitPiece::Kind::block : BitPiece::Kind::end};
      break;
    }
    if (found) break;  // The same four bytes are looked at again.
  }
  if (ended_) buffer_.resize(buffer_.size() - margin);
  if (found && found->bit + mark_bits > 8 * buffer_.size()) return std::nullopt;
  return found;
}

/// Takes the piece in hand, up to `end_bit`, out of the buffer.
BitPiece BitCutter::cut(std::uint64_t end_bit) {
  BitPiece piece;
  piece.kind = kind_;
  const std::size_t from = start_bit_ / 8;
  piece.skip = static_cast<unsigned>(start_bit_ % 8);
  piece.bits = end_bit - start_bit_;
  piece.bytes = buffer_.substr(from, (end_bit + 7) / 8 - from);
  // The buffer starts anew at a multiple of four, as the search steps by four.
  const std::size_t done = end_bit / 8 / 4 * 4;
  buffer_.erase(0, done);
  searched_ = searched_ > done ? searched_ - done : 0;
  start_bit_ = end_bit - 8 * done;
  return piece;
}

std::optional<std::string> decompress_block(const BitPiece& block) {
  if (block.bits < mark_bits + checksum_bits) return std::nullopt;
  thread_local BlockDecoder decoder;
  if (std::optional<std::string> content = decoder.decode(block.bytes, block.skip, block.bits))
    return content;
  std::string in = wrap(block);
  std::string out;
  out.resize(950'000);
  bz_stream bzip2{};
  if (BZ2_bzDecompressInit(&bzip2, 0, 0) != BZ_OK) throw std::bad_alloc();
  bzip2.next_in = in.data();
  bzip2.avail_in = static_cast<unsigned>(in.size());
  std::size_t used = 0;
  int result = BZ_OK;
  while (result == BZ_OK) {
    if (used == out.size()) out.resize(2 * out.size());
    bzip2.next_out = out.data() + used;
    bzip2.avail_out = static_cast<unsigned>(out.size() - used);
    result = BZ2_bzDecompress(&bzip2);
    used = out.size() - bzip2.avail_out;
    if (result == BZ_OK && bzip2.avail_in == 0 && bzip2.avail_out > 0) break;
  }
  BZ2_bzDecompressEnd(&bzip2);
  if (result != BZ_STREAM_END) return std::nullopt;
  out.resize(used);
  return out;
}

Bzip2Stream::~Bzip2Stream() {
  for (Pending& it : pending_) {
    if (it.content.valid()) it.content.wait();
  }
}

bool Bzip2Stream::read(std::string& piece) {
  for (;;) {
    fill();
    if (pending_.empty()) {
      if (in_stream_ || !started_) throw SourceFailure("the bzip2 data ends too early");
      return false;
    }
    Pending next = std::move(pending_.front());
    pending_.pop_front();
    if (next.piece->kind == BitPiece::Kind::block) {
      piece = read_block(std::move(next));
      return true;
    }
    if (next.piece->kind == BitPiece::Kind::header) {
      read_header(*next.piece);
    } else {
      read_end(*next.piece);
    }
  }
}

/// Keeps enough blocks in hand for every thread to have one more when it is done.
void Bzip2Stream::fill() {
  const std::size_t wanted = 2 * std::size_t{pool_.threads()} + 2;
  while (!cut_all_ && pending_.size() < wanted) {
    std::optional<BitPiece> piece = cutter_.next();
    if (!piece) {
      cut_all_ = true;
      return;
    }
    Pending next{std::make_shared<BitPiece>(std::move(*piece)), {}};
    if (next.piece->kind == BitPiece::Kind::block) {
      auto task = std::make_shared<std::packaged_task<std::optional<std::string>()>>(
          [block = next.piece] { return decompress_block(*block); });
      next.content = task->get_future();
      pool_.submit([task] { (*task)(); });
    }
    pending_.push_back(std::move(next));
  }
}

void Bzip2Stream::read_header(const BitPiece& header) {
  const std::string_view bytes = header.bytes;
  if (bytes.size() != 4 || !bytes.starts_with("BZh") || bytes[3] < '1' || bytes[3] > '9')
    throw SourceFailure("the bzip2 data is damaged at its start");
  started_ = in_stream_ = true;
  checksum_ = 0;
}

std::string Bzip2Stream::read_block(Pending block) {
  std::optional<std::string> content = block.content.get();
  for (int joins = 0; !content && joins < most_joins; ++joins) {
    fill();
    if (pending_.empty()) throw SourceFailure("the bzip2 data ends too early");
    Pending next = std::move(pending_.front());
    pending_.pop_front();
    if (next.content.valid()) next.content.wait();
    block.piece = std::make_shared<BitPiece>(join(*block.piece, *next.piece));
    content = decompress_block(*block.piece);
  }
  if (!content || !in_stream_) throw SourceFailure("the bzip2 data is damaged");
  const auto own = static_cast<std::uint32_t>(
      bits_at(block.piece->bytes, block.piece->skip + mark_bits, checksum_bits));
  checksum_ = std::rotl(checksum_, 1) ^ own;
  return std::move(*content);
}

/// An end holds the checksum of its stream and fills its last byte; the header of another stream
/// may follow.
void Bzip2Stream::read_end(const BitPiece& end) {
  if (end.bits < mark_bits + checksum_bits) throw SourceFailure("the bzip2 data ends too early");
  const auto stored = bits_at(end.bytes, end.skip + mark_bits, checksum_bits);
  if (!in_stream_ || stored != checksum_) throw SourceFailure("the bzip2 data is damaged");
  const std::size_t used = (end.skip + mark_bits + checksum_bits + 7) / 8;
  const std::string_view rest = std::string_view(end.bytes).substr(used);
  in_stream_ = !rest.empty();
  if (!in_stream_) return;
  if (rest.size() != 4 || !rest.starts_with("BZh") || rest[3] < '1' || rest[3] > '9')
    throw SourceFailure("bytes that are no bzip2 stream follow the end of one");
  checksum_ = 0;
}

}  // namespace acta::input
