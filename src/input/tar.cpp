#include "input/tar.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>

#include "input/failure.hpp"

namespace acta::input {
namespace {

constexpr std::size_t block = 512;

/// A name, or what pax says of a file, is no longer.
constexpr std::uint64_t longest_header = std::uint64_t{1} << 20U;

/// A field of a header, which ends at its first NUL.
std::string_view field(std::string_view header, std::size_t start, std::size_t size) {
  const std::string_view whole = header.substr(start, size);
  return whole.substr(0, whole.find('\0'));
}

/// Octal digits between blanks, or GNU's binary form of large numbers.
std::optional<std::uint64_t> number_in(std::string_view bytes) {
  if (!bytes.empty() && static_cast<unsigned char>(bytes.front()) == 0x80U) {
    std::uint64_t value = 0;
    for (const char c : bytes.substr(bytes.size() - 8)) {
      value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
  }
  bytes = bytes.substr(0, bytes.find('\0'));
  const std::size_t first = bytes.find_first_not_of(' ');
  if (first == std::string_view::npos) return 0;
  std::uint64_t value = 0;
  const char* const end = bytes.data() + bytes.size();
  const auto [last, failure] = std::from_chars(bytes.data() + first, end, value, 8);
  if (failure != std::errc() || (last != end && *last != ' ')) return std::nullopt;
  return value;
}

/// The sum of a header's bytes, its own field counted as blanks.
bool has_good_sum(std::string_view header) {
  constexpr std::size_t start = 148;
  constexpr std::size_t size = 8;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool own = i >= start && i < start + size;
    sum += own ? std::uint64_t{' '} : static_cast<unsigned char>(header[i]);
  }
  return number_in(header.substr(start, size)) == sum;
}

/// The value of a record "27 path=a/b.txt\n" of a pax header.
std::optional<std::string> pax_value(std::string_view records, std::string_view key) {
  while (!records.empty()) {
    std::size_t length = 0;
    const auto [digits, failure] =
        std::from_chars(records.data(), records.data() + records.size(), length);
    const auto used = static_cast<std::size_t>(digits - records.data());
    if (failure != std::errc() || length <= used + 1 || length > records.size()) break;
    const std::string_view record = records.substr(used + 1, length - used - 2);
    if (record.starts_with(key) && record.substr(key.size()).starts_with('='))
      return std::string(record.substr(key.size() + 1));
    records.remove_prefix(length);
  }
  return std::nullopt;
}

/// Bytes of a member as a stream.
class MemberStream : public Stream {
 public:
  explicit MemberStream(TarReader& tar) : tar_(tar) {}

  bool read(std::string& piece) override { return tar_.read(piece); }

  std::uint64_t consumed() const override { return tar_.consumed(); }

 private:
  TarReader& tar_;
};

}  // namespace

std::string TarReader::take(std::size_t size) {
  std::string all;
  for (std::string piece; all.size() < size && bytes_.read(piece, size - all.size());) all += piece;
  return all;
}

void TarReader::skip(std::uint64_t size) {
  constexpr std::uint64_t most = std::uint64_t{1} << 20U;
  for (std::string piece; size > 0; size -= piece.size()) {
    if (!bytes_.read(piece, static_cast<std::size_t>(std::min(size, most))))
      throw SourceFailure("the tar archive ends too early");
  }
}

std::optional<TarMember> TarReader::next() {
  std::string long_name;
  std::optional<std::string> long_size;
  for (;;) {
    skip(left_ + padding_);
    left_ = padding_ = 0;
    const std::string header = take(block);
    if (header.empty() || header.find_first_not_of('\0') == std::string::npos) return std::nullopt;
    if (header.size() < block) throw SourceFailure("the tar archive ends too early");
    std::optional<std::uint64_t> size = number_in(std::string_view(header).substr(124, 12));
    if (!size || !has_good_sum(header)) throw SourceFailure("the tar archive is damaged");
    const char type = header[156];
    if (long_size && type != 'x' && type != 'L') {
      std::uint64_t written = 0;
      std::from_chars(long_size->data(), long_size->data() + long_size->size(), written);
      size = written;
    }
    left_ = *size;
    padding_ = (block - *size % block) % block;
    if (type == 'L' || type == 'x') {
      if (left_ > longest_header) throw SourceFailure("the tar archive is damaged");
      const std::string content = take(static_cast<std::size_t>(left_));
      left_ = 0;
      if (type == 'L') long_name = content.substr(0, content.find('\0'));
      if (std::optional<std::string> path = pax_value(content, "path"); type == 'x' && path)
        long_name = std::move(*path);
      if (type == 'x') long_size = pax_value(content, "size");
      continue;
    }
    std::string name = std::move(long_name);
    if (name.empty()) {
      const bool is_posix =
          std::string_view(header).substr(257).starts_with(std::string_view("ustar\0", 6));
      const std::string_view before = is_posix ? field(header, 345, 155) : std::string_view();
      name = before.empty() ? std::string() : std::string(before) + "/";
      name += field(header, 0, 100);
    }
    long_name.clear();
    long_size.reset();
    if (type == '0' || type == '\0' || type == '7') return TarMember{std::move(name), left_};
  }
}

bool TarReader::read(std::string& piece) {
  constexpr std::uint64_t most = std::uint64_t{1} << 20U;
  piece.clear();
  if (left_ == 0) return false;
  if (!bytes_.read(piece, static_cast<std::size_t>(std::min(left_, most))))
    throw SourceFailure("the tar archive ends too early");
  left_ -= piece.size();
  return true;
}

std::unique_ptr<Stream> TarReader::open_member() { return std::make_unique<MemberStream>(*this); }

}  // namespace acta::input
