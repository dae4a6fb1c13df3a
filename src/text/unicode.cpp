#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "text/characters.hpp"

namespace acta::text {
namespace {

/// Builds a key in which a run of blanks is one, and none stands at the ends.
class KeyWriter {
 public:
  explicit KeyWriter(std::size_t size) { key_.reserve(size); }

  void blank() { blank_ = !key_.empty(); }

  /// Appends `piece`; " " is a blank.
  void put(std::string_view piece) {
    if (piece == " ") {
      blank();
    } else if (!piece.empty()) {
      put_bytes(piece);
    }
  }

  /// Appends `bytes`, whatever they are.
  void put_bytes(std::string_view bytes) {
    if (blank_) {
      key_ += ' ';
      blank_ = false;
    }
    key_ += bytes;
  }

  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < ascii_folds.size(); }

  /// Appends the folded form of the ASCII at the front of `text`, at once; gives its size.
  std::size_t put_ascii(std::string_view text) {
    const auto size = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_ascii) - text.begin());
    const std::size_t begin = key_.size();
    key_.resize(begin + size + (blank_ ? 1 : 0));
    char* out = key_.data() + begin;
    for (const char byte : text.substr(0, size)) {
      const char c = ascii_folds[static_cast<unsigned char>(byte)];
      if (c == ' ') {
        blank_ = out != key_.data();
        continue;
      }
      if (blank_) *out++ = ' ';
      blank_ = false;
      *out++ = c;
    }
    key_.resize(static_cast<std::size_t>(out - key_.data()));
    return size;
  }

  std::string take() { return std::move(key_); }

 private:
  std::string key_;
  bool blank_ = false;
};

void check(UErrorCode error, const char* what) {
  if (U_FAILURE(error)) {
    throw std::runtime_error(std::string(what) + ": " + u_errorName(error));
  }
}

icu::StringPiece piece(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw std::length_error("a text of 2 GiB or more has no normal form or key");
  }
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& nfc_normalizer() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(error);
  check(error, "ICU has no NFC");
  return *normalizer;
}

/// `text` without case, compatibility forms and marks, as code points: "Ｅ́ﬁ" -> "efi".
icu::UnicodeString without_marks(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold_case = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  check(error, "ICU has no NFKC_Casefold");
  const icu::UnicodeString folded =
      fold_case->normalize(icu::UnicodeString::fromUTF8(piece(text)), error);
  const icu::UnicodeString decomposed = decompose->normalize(folded, error);
  check(error, "ICU cannot normalize");
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0) {
      result.append(c);
    }
  }
  return result;
}

std::unique_ptr<const icu::Collator> spanish_collator(icu::Collator::ECollationStrength strength) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("es"), error));
  check(error, "ICU has no Spanish collator");
  collator->setStrength(strength);
  return collator;
}

std::string sort_key(const icu::Collator& collator, std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
  std::string key(128, '\0');
  while (true) {
    const std::int32_t size = collator.getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                                                  static_cast<std::int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(size) <= key.size();
    key.resize(static_cast<std::size_t>(size));
    if (fits) {
      if (!key.empty()) {
        key.pop_back();  // The NUL at its end.
      }
      return key;
    }
  }
}

/// Writes the folded form of `text`, none of whose code points known_fold knows.
void put_folded_by_icu(KeyWriter& key, std::string_view text) {
  const icu::UnicodeString bare = without_marks(text);
  for (std::int32_t i = 0; i < bare.length(); i = bare.moveIndex32(i, 1)) {
    const UChar32 c = bare.char32At(i);
    if (const auto known = known_fold(static_cast<char32_t>(c))) {
      key.put(*known);
    } else {
      std::string utf8;
      icu::UnicodeString(c).toUTF8String(utf8);
      key.put(utf8);
    }
  }
}

/// 32-bit FNV-1a.
std::uint32_t fnv1a(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  }
  return hash;
}

std::string hashed_slug(std::string_view name) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::uint32_t hash = fnv1a(nfc(name));
  std::string result = "x-";
  for (int shift = 28; shift >= 0; shift -= 4) {
    result += digits[hash >> static_cast<unsigned>(shift) & 15U];
  }
  return result;
}

/// The Spanish primary collator, and its weights of the characters that names are made of.
///
/// A primary sort key is the weights of its letters one after another, as long as no weight shares
/// its first byte with its neighbour (ICU then leaves it out) and no two letters contract.  The
/// weights kept here are of those that do neither, so that a key put together from them has the
/// very bytes that ICU gives.
struct Identity {
  struct Weight {
    std::uint8_t size = 0;  ///< 0: ask ICU.
    std::array<char, 7> bytes{};
  };

  std::unique_ptr<const icu::Collator> collator = spanish_collator(icu::Collator::PRIMARY);
  std::array<Weight, 0x180> weights{};
  std::string space = sort_key(*collator, " ");

  Identity() {
    for (char32_t c = 0x21; c < weights.size(); ++c) {
      std::string letter;
      icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(letter);
      const std::string key = sort_key(*collator, letter);
      Weight& weight = weights[c];
      constexpr char32_t middle_dot = 0xB7;  // Contracts with an l before it.
      if (c != middle_dot && !key.empty() && key.size() <= weight.bytes.size() &&
          sort_key(*collator, letter + letter) == key + key) {
        weight.size = static_cast<std::uint8_t>(key.size());
        std::copy(key.begin(), key.end(), weight.bytes.begin());
      }
    }
  }

  static const Identity& get() {
    static const Identity identity;
    return identity;
  }
};

/// `text` with each run of blanks as one blank, and none at the ends.
std::string collapse_blanks(std::string_view text) {
  KeyWriter result(text.size());
  while (!text.empty()) {
    const CodePoint c = front(text);
    if (is_space(c.value)) {
      result.blank();
    } else if (!is_zero_width(c.value)) {
      result.put_bytes(text.substr(0, c.size));
    }
    text.remove_prefix(c.size);
  }
  return result.take();
}

/// Appends the code points of `text`.
void append_code_points(std::vector<std::uint32_t>& out, std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = front(text);
    out.push_back(c.value);
    text.remove_prefix(c.size);
  }
}

}  // namespace

std::optional<std::string> decoded(std::string_view bytes, std::string_view name) {
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  if (bytes.size() > most) return std::nullopt;
  const auto size = static_cast<std::int32_t>(bytes.size());
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  UChar32 character = 0;
  for (std::int32_t at = 0; at < size && character >= 0;) U8_NEXT(units, at, size, character);
  if (character >= 0) return std::nullopt;
  std::string known(name);
  for (char& c : known) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (known == "utf-8" || known == "utf8") return std::nullopt;
  // What calls itself Latin 1 or ASCII is windows-1252 to every browser.
  if (known == "iso-8859-1" || known == "latin1" || known == "us-ascii") known = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(known.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString text(bytes.data(), size, converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_nfc(std::string_view text) {
  // Below U+0300 everything is NFC and nothing combines; so are the dashes and quotation marks from
  // U+2002 to U+203F, and U+2212.
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t word = 0;
    if (text.size() - at >= sizeof(word)) {
      std::memcpy(&word, text.data() + at, sizeof(word));
      if ((word & 0x8080808080808080U) == 0) {
        at += sizeof(word);
        continue;
      }
    }
    const CodePoint c = front(text.substr(at));
    if (c.value >= 0x300 && !(c.value >= 0x2002 && c.value <= 0x203F) && c.value != 0x2212) {
      UErrorCode error = U_ZERO_ERROR;
      const UBool is_normal = nfc_normalizer().isNormalizedUTF8(piece(text), error);
      check(error, "ICU cannot normalize");
      return is_normal != 0;
    }
    at += c.size;
  }
  return true;
}

std::string nfc(std::string_view text) {
  if (is_nfc(text)) {
    return std::string(text);
  }
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode error = U_ZERO_ERROR;
  nfc_normalizer().normalizeUTF8(0, piece(text), sink, nullptr, error);
  check(error, "ICU cannot normalize");
  return result;
}

std::string fold(std::string_view text) {
  KeyWriter key(text.size());
  std::size_t unknown = 0;  // Bytes before `at` that wait for ICU.
  std::size_t at = 0;
  // Folding drops marks and never looks at a neighbor, so each run can be folded by itself.
  const auto put_unknown = [&] {
    if (unknown != 0) {
      put_folded_by_icu(key, text.substr(at - unknown, unknown));
      unknown = 0;
    }
  };
  while (at < text.size()) {
    if (const std::string_view rest = text.substr(at); KeyWriter::is_ascii(rest.front())) {
      put_unknown();
      at += key.put_ascii(rest);
      continue;
    }
    const CodePoint c = front(text.substr(at));
    if (const auto known = known_fold(c.value)) {
      put_unknown();
      key.put(*known);
    } else {
      unknown += c.size;
    }
    at += c.size;
  }
  put_unknown();
  return key.take();
}

std::string identity_key(std::string_view text) {
  const Identity& identity = Identity::get();
  // Each character gives a weight and perhaps a blank before it.
  const std::size_t most = sizeof(Identity::Weight::bytes) + identity.space.size();
  std::string key(text.size() * most, '\0');
  char* out = key.data();
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = front(text.substr(at));
    at += c.size;
    if (is_space(c.value)) {
      blank = out != key.data();
      continue;
    }
    if (c.value >= identity.weights.size() || identity.weights[c.value].size == 0)
      return sort_key(*identity.collator, collapse_blanks(text));
    if (blank) out = std::copy(identity.space.begin(), identity.space.end(), out);
    blank = false;
    // All bytes at once: those behind the weight's end are written over.
    const Identity::Weight& weight = identity.weights[c.value];
    std::memcpy(out, weight.bytes.data(), weight.bytes.size());
    out += weight.size;
  }
  key.resize(static_cast<std::size_t>(out - key.data()));
  return key;
}

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string result;
  result.reserve(folded.size());
  bool parted = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char byte = folded[at];
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      if (parted) {
        result += '-';
      }
      parted = false;
      result += byte;
      ++at;
      continue;
    }
    const CodePoint c = front(std::string_view(folded).substr(at));
    if (c.value >= 0x80 && u_isalnum(static_cast<UChar32>(c.value)) != 0) {
      return hashed_slug(trim(text));  // Without this letter, two names might give one id.
    }
    parted = !result.empty();
    at += c.size;
  }
  if (result.empty()) {
    if (const std::string_view name = trim(text); !name.empty()) {
      return hashed_slug(name);
    }
  }
  return result;
}

std::string spanish_sort_key(std::string_view text) {
  static const std::unique_ptr<const icu::Collator> collator =
      spanish_collator(icu::Collator::TERTIARY);
  return sort_key(*collator, text);
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const icu::UnicodeString first =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(end)));
  std::string out;
  // One letter for one: "ß" has no capital of its own.
  icu::UnicodeString(u_toupper(first.char32At(0))).toUTF8String(out);
  out += text.substr(end);
  return out;
}

std::size_t length(std::string_view text) {
  // Every byte but 10xxxxxx begins a code point; they are counted eight at a time.
  constexpr std::uint64_t low_bits = 0x0101010101010101U;
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof(word));
    const std::uint64_t marks = (word >> 7U) & (~word >> 6U) & low_bits;
    continuations += (marks * low_bits) >> 56U;
  }
  for (; at < text.size(); ++at) {
    continuations += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80 ? 1 : 0;
  }
  return text.size() - continuations;
}

std::string_view trim(std::string_view text) {
  // Most texts have a printable character of ASCII at both ends.
  const auto is_printed = [](char c) { return c > ' ' && c <= '~'; };
  if (!text.empty() && is_printed(text.front()) && is_printed(text.back())) return text;
  const auto is_blank = [](CodePoint c) { return is_space(c.value) || is_zero_width(c.value); };
  while (!text.empty()) {
    const CodePoint c = front(text);
    if (!is_blank(c)) {
      break;
    }
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && text.size() - start < 4 &&
           (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) {
      --start;
    }
    if (!is_blank(front(text.substr(start)))) {
      break;
    }
    text.remove_suffix(text.size() - start);
  }
  return text;
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  if (left == right) {
    return 0;
  }
  const std::size_t height = length(left);
  const std::size_t width = length(right);
  const std::size_t longer = std::max(height, width);
  limit = std::min(limit, longer);  // No distance is greater.
  if (longer - std::min(height, width) > limit) {
    return limit + 1;
  }
  // One block: both texts, then three rows of the table of distances between their beginnings.
  std::vector<std::uint32_t> cells;
  cells.reserve(height + width + 3 * (width + 1));
  append_code_points(cells, left);
  append_code_points(cells, right);
  cells.resize(height + width + 3 * (width + 1));
  const std::uint32_t* const a = cells.data();
  const std::uint32_t* const b = a + height;
  std::uint32_t* before = cells.data() + height + width;
  std::uint32_t* above = before + width + 1;
  std::uint32_t* row = above + width + 1;
  std::iota(above, row, 0U);
  // Only cells within `limit` of the diagonal can hold that little; those beside them hold more.
  const auto too_far = static_cast<std::uint32_t>(limit + 1);
  for (std::size_t i = 1; i <= height; ++i) {
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(width, i + limit);
    row[first - 1] = i > limit ? too_far : static_cast<std::uint32_t>(i);
    std::uint32_t least = row[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      const std::uint32_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      std::uint32_t best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, before[j - 2] + 1);
      }
      row[j] = best;
      least = std::min(least, best);
    }
    if (least > limit) {
      return limit + 1;  // The least of a row never falls from one row to the next.
    }
    if (last < width) {
      row[last + 1] = too_far;
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min<std::size_t>(above[width], limit + 1);
}

}  // namespace acta::text
