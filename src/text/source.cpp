#include "text/source.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>

#include "text/byte_finder.hpp"
#include "text/unicode.hpp"

namespace acta::text {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";    // U+FEFF
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

/// Bytes between two counts of code points in a text with a long line.
constexpr std::size_t checkpoint_bytes = 4096;
constexpr std::size_t block_bytes = 256;

/// Bytes named in the message about a bad run.
constexpr std::size_t named_bytes = 8;

/// The number of ASCII bytes at the front of `bytes`.
std::size_t ascii_prefix(std::string_view bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t at = 0;
  for (; bytes.size() - at >= 4 * sizeof(std::uint64_t); at += 4 * sizeof(std::uint64_t)) {
    std::array<std::uint64_t, 4> words{};
    std::memcpy(words.data(), bytes.data() + at, sizeof(words));
    if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
  }
  for (; bytes.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    word &= high_bits;
    if (word != 0) {
      const int bits = std::endian::native == std::endian::little ? std::countr_zero(word)
                                                                  : std::countl_zero(word);
      return at + static_cast<std::size_t>(bits) / 8;
    }
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) {
    ++at;
  }
  return at;
}

/// Bytes of the well-formed sequence at the front of `bytes` (not empty), 0 if there is none
/// (table 3-7 of the Unicode Standard).
std::size_t sequence_length(std::string_view bytes) {
  const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < bytes.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2) {
    return 0;
  }
  if (lead < 0xE0) {
    return continues(1) ? 2 : 0;
  }
  if (lead < 0xF0) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;   // Shorter forms exist.
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;  // Surrogates.
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (lead < 0xF5) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;   // Shorter forms exist.
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;  // Above U+10FFFF.
    return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

/// Bytes of the longest well-formed UTF-8 text at the front of `bytes`.
std::size_t well_formed_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (true) {
    at += ascii_prefix(bytes.substr(at));
    // Accented letters come in company in most alphabets but the Latin one.
    do {
      if (at == bytes.size()) {
        return at;
      }
      const std::size_t length = sequence_length(bytes.substr(at));
      if (length == 0) {
        return at;
      }
      at += length;
    } while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80);
  }
}

/// A run of bytes that became one U+FFFD.
struct BadRun {
  std::string_view bytes;
  std::size_t offset = 0;  ///< Of the U+FFFD in the new text.
};

/// Text made of raw bytes, and what was wrong with them.
struct Repair {
  std::string text;
  std::vector<BadRun> runs;  ///< As many as a report keeps.
  std::size_t run_count = 0;

  void replace(std::string_view run) {
    if (runs.size() < finding::Diagnostics::kept_per_code) {
      runs.push_back({run, text.size()});
    }
    ++run_count;
    text += replacement;
  }
};

/// `raw` with its line ends unified and its bad runs replaced.
Repair repair(std::string_view raw) {
  Repair result;
  result.text.reserve(raw.size() + raw.size() / 16);
  const auto next = [raw](char wanted, std::size_t from) {
    return std::min(raw.find(wanted, from), raw.size());
  };
  std::size_t carriage_return = next('\r', 0);
  std::size_t null = next('\0', 0);
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t stop = std::min(carriage_return, null);
    const std::string_view piece = raw.substr(at, stop - at);
    const std::size_t good = well_formed_prefix(piece);
    result.text += piece.substr(0, good);
    at += good;
    std::size_t end = at;
    if (good < piece.size()) {
      do {
        ++end;
      } while (end < stop && sequence_length(raw.substr(end, stop - end)) == 0);
      result.replace(raw.substr(at, end - at));
    } else if (at == raw.size()) {
      break;
    } else if (at == carriage_return) {
      result.text += '\n';
      end += raw.substr(at, 2) == "\r\n" ? 2 : 1;
      carriage_return = next('\r', end);
    } else {
      end = std::min(raw.find_first_not_of('\0', at), raw.size());
      result.replace(raw.substr(at, end - at));
      null = next('\0', end);
    }
    at = end;
  }
  return result;
}

/// Whether bytes that are no UTF-8 are a text in Windows-1252, which most editors of the West once
/// wrote: nothing in them is UTF-8, and letters and signs of that set stand one or two together, as
/// they do in Latin languages.  Counts them.
std::size_t windows_1252_letters(std::string_view bytes) {
  constexpr std::string_view unused = "\x81\x8D\x8F\x90\x9D";
  constexpr std::size_t fewest = 3;
  constexpr std::size_t longest_run = 2;
  std::size_t letters = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte >= 0x80) {
      ++letters;
      const bool is_utf8 = sequence_length(bytes.substr(at)) > 0;
      if (is_utf8 || ++run > longest_run || unused.find(bytes[at]) != std::string_view::npos)
        return 0;
      continue;
    }
    run = 0;
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return 0;
  }
  return letters < fewest ? 0 : letters;
}

/// "C3 28", at most `named_bytes` of them.
std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char byte : bytes.substr(0, named_bytes)) {
    if (!text.empty()) {
      text += ' ';
    }
    text += digits[static_cast<unsigned char>(byte) >> 4U];
    text += digits[static_cast<unsigned char>(byte) & 15U];
  }
  if (bytes.size() > named_bytes) {
    text += " ...";
  }
  return text;
}

std::string message(std::string_view run, bool first_of_file) {
  if (first_of_file && (run.starts_with(utf16_little_mark) || run.starts_with(utf16_big_mark))) {
    return "the text looks like UTF-16 (it begins with the bytes " + hex(run.substr(0, 2)) +
           "), expected UTF-8: convert the file";
  }
  std::string text = run.size() == 1 ? "byte " : std::to_string(run.size()) + " bytes ";
  text += hex(run);
  text += run.front() == '\0' ? ": a NUL is no text" : ": not UTF-8";
  const auto byte = static_cast<unsigned char>(run.front());
  if (run.size() == 1 && byte >= 0xA0) {
    // The usual cause is a file saved as ISO 8859-1, where the byte is the code point.
    text += " (in Latin-1 it is '";
    text += static_cast<char>(0xC0U | byte >> 6U);
    text += static_cast<char>(0x80U | (byte & 0x3FU));
    text += "')";
  }
  return text + ", replaced by U+FFFD";
}

}  // namespace

Source Source::from_bytes(std::string name, std::string bytes, finding::Diagnostics& diagnostics) {
  Source source;
  source.name_ = std::move(name);
  if (bytes.starts_with(utf8_mark)) {
    bytes.erase(0, utf8_mark.size());
  }
  std::size_t foreign = 0;
  if (well_formed_prefix(bytes) != bytes.size()) foreign = windows_1252_letters(bytes);
  if (foreign > 0) {
    if (auto text = decoded(bytes, "windows-1252")) bytes = std::move(*text);
  }
  const char* const begin = bytes.data();
  const bool clean = well_formed_prefix(bytes) == bytes.size() &&
                     bytes.find('\r') == std::string::npos && bytes.find('\0') == std::string::npos;
  Repair repaired;
  if (clean) {
    source.text_ = std::move(bytes);
  } else {
    repaired = repair(bytes);
    source.text_ = std::move(repaired.text);
  }
  if (source.text_.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error(source.name_ + ": an article of 4 GiB or more");
  }
  source.index_lines();

  if (foreign > 0) {
    diagnostics.add(
        finding::Code::encoding_invalid, finding::Severity::warning, {1, 1},
        "the text is not UTF-8, it is read as Windows-1252, " + std::to_string(foreign) +
            " letters and signs: convert the file",
        {{"count", static_cast<std::int64_t>(foreign)}, {"basis", std::string("windows-1252")}});
  }
  for (const BadRun& run : repaired.runs) {
    diagnostics.add(
        finding::Code::encoding_invalid, source.position(run.offset),
        message(run.bytes, run.bytes.data() == begin),
        {{"found", hex(run.bytes)}, {"count", static_cast<std::int64_t>(run.bytes.size())}});
  }
  for (std::size_t i = repaired.runs.size(); i < repaired.run_count; ++i) {
    diagnostics.add(finding::Code::encoding_invalid, {},
                    {});  // Counted, never kept: no text is made.
  }
  return source;
}

Source Source::from_parts(std::string name, std::string bytes, Parts parts) {
  finding::Diagnostics ignored;  // Each page was a Source before.
  Source source = from_bytes(std::move(name), std::move(bytes), ignored);
  source.parts_ = std::make_unique<const Parts>(std::move(parts));
  return source;
}

void Source::index_lines() {
  starts_.reserve(text_.size() / 32 + 1);
  blocks_.reserve(text_.size() / block_bytes + 2);
  bool has_long_line = false;
  if (!text_.empty()) starts_.push_back(0);
  for (std::size_t at = 0; at < text_.size(); at += finder_bytes) {
    if (at % block_bytes == 0) blocks_.push_back(static_cast<std::uint32_t>(starts_.size()));
    for (std::uint64_t left = ByteFinder<'\n'>::among(text_, at); left != 0; left &= left - 1) {
      const std::size_t next = at + static_cast<std::size_t>(std::countr_zero(left)) + 1;
      has_long_line |= next - starts_.back() > checkpoint_bytes;
      if (next < text_.size()) starts_.push_back(static_cast<std::uint32_t>(next));
    }
  }
  has_long_line |= !starts_.empty() && text_.size() - starts_.back() > checkpoint_bytes;
  while (blocks_.size() * block_bytes <= text_.size() + block_bytes) {
    blocks_.push_back(static_cast<std::uint32_t>(starts_.size()));
  }
  if (has_long_line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text_.size(); at += checkpoint_bytes) {
      counts_.push_back(static_cast<std::uint32_t>(count));
      count += length(text().substr(at, checkpoint_bytes));
    }
    counts_.push_back(static_cast<std::uint32_t>(count));
  }
}

std::string_view Source::line(std::uint32_t number) const {
  const std::size_t start = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (text_[end - 1] == '\n') {
    --end;
  }
  return text().substr(start, end - start);
}

std::uint32_t Source::line_of(std::size_t offset) const {
  const std::size_t block = std::min(offset, text_.size()) / block_bytes;
  const auto after = std::upper_bound(starts_.begin() + blocks_[block],
                                      starts_.begin() + blocks_[block + 1], offset);
  return std::max(static_cast<std::uint32_t>(after - starts_.begin()), 1U);
}

finding::Position Source::position(std::size_t offset) const {
  if (starts_.empty()) {
    return {};
  }
  // The end of the text is the end of its last line, not the beginning of another.
  offset = std::min(offset, text_.ends_with('\n') ? text_.size() - 1 : text_.size());
  while (offset > 0 && offset < text_.size() && (text_[offset] & '\xC0') == '\x80') {
    --offset;  // Inside a code point: it is the place.
  }
  const std::uint32_t line = line_of(offset);
  const std::size_t start = starts_[line - 1];
  const std::size_t first = (start + checkpoint_bytes - 1) / checkpoint_bytes;
  const std::size_t last = offset / checkpoint_bytes;
  std::size_t column = 1;
  if (counts_.empty() || first >= last) {
    column += length(text().substr(start, offset - start));
  } else {
    column += length(text().substr(start, first * checkpoint_bytes - start)) + counts_[last] -
              counts_[first] +
              length(text().substr(last * checkpoint_bytes, offset - last * checkpoint_bytes));
  }
  const Origin from = origin(line);
  return {from.line, static_cast<std::uint32_t>(column), from.page};
}

finding::Position Source::position(std::string_view piece) const {
  const char* const begin = text_.data();
  const std::less<const char*> before;  // Orders pointers into different blocks too.
  if (before(piece.data(), begin) || before(begin + text_.size(), piece.data())) {
    return {};
  }
  return position(static_cast<std::size_t>(piece.data() - begin));
}

}  // namespace acta::text
