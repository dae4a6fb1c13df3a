/// Seasons as JSON: a walk over the description of the fields.
///
/// RapidJSON escapes the strings that need it; the walk itself writes the rest, because keys known
/// at compile time cost a copy each, and because no RapidJSON writer knows when a record should
/// stand on one line.

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "format/field.hpp"
#include "format/fields.hpp"
#include "format/format.hpp"
#include "format/output.hpp"
#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

/// How a value is laid out: no blanks at all, blanks on one line, or a member a line.
enum class Style { compact, row, block };

/// The bytes before a member's value: brace or comma, key, colon.
template <Style style, class Record, std::size_t index>
constexpr auto lead_in() {
  constexpr std::string_view key = std::get<index>(Description<Record>::fields).key;
  constexpr std::string_view before = style == Style::block ? (index == 0 ? "{" : ",")
                                      : index == 0          ? "{"
                                      : style == Style::row ? ", "
                                                            : ",";
  constexpr std::string_view after = style == Style::compact ? "\":" : "\": ";
  // In a block the line break stands between `before` and the key and depends on the depth.
  constexpr std::size_t start = style == Style::block ? 0 : before.size();
  std::array<char, start + 1 + key.size() + after.size()> bytes{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < start; ++i) bytes[at++] = before[i];
  bytes[at++] = '"';
  for (const char letter : key) bytes[at++] = letter;
  for (const char letter : after) bytes[at++] = letter;
  return bytes;
}

template <Style style, class Record, std::size_t index>
inline constexpr auto lead_in_bytes = lead_in<style, Record, index>();

/// RapidJSON's escaping, without its bookkeeping of nested values.
class Escaper
    : public rapidjson::Writer<Output, rapidjson::UTF8<>, rapidjson::UTF8<>,
                               rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag> {
 public:
  using Writer::Writer;

  /// Appends `text` in quotes; false, with a part of it written, when it is not UTF-8.
  bool escape(std::string_view text) {
    // RapidJSON reads an ill-formed sequence to where it should end before it refuses it, three
    // bytes past the text at most.
    padded_.assign(text).append(3, '\0');
    return WriteString(padded_.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

 private:
  std::string padded_;
};

/// `text` with each run of bytes that are not UTF-8 replaced by one U+FFFD.  The names of files are
/// the only text of a season that nobody has validated.
std::string repaired(std::string_view text) {
  std::string result;
  bool in_bad_run = false;
  while (!text.empty()) {
    rapidjson::MemoryStream in(text.data(), text.size());
    unsigned code_point = 0;
    const bool good = rapidjson::UTF8<>::Decode(in, &code_point);
    const std::size_t length = good ? in.Tell() : 1;
    if (good) {
      result.append(text.substr(0, length));
    } else if (!in_bad_run) {
      result.append("\xEF\xBF\xBD");
    }
    in_bad_run = !good;
    text.remove_prefix(length);
  }
  return result;
}

/// Whether one of eight bytes is not printable ASCII or has to be escaped.
bool needs_care(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t high = 0x8080808080808080U;
  const std::uint64_t quote = bytes ^ (ones * '"');
  const std::uint64_t backslash = bytes ^ (ones * '\\');
  // A byte's high bit ends up set where the byte is below 0x20, or zero after the xor; borrows
  // only run on from a byte that is itself a hit.
  const std::uint64_t hits = bytes | (bytes - ones * 0x20U) | (quote - ones) | (backslash - ones);
  return (hits & high) != 0;
}

/// Writes one JSON text.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out), escaper_(out_) {}

  template <Style style>
  void write(const football::Season& season, std::size_t indent) {
    put_record<style>(season, indent);
  }

  template <Style style>
  void write(std::span<const football::Season> seasons) {
    put_list<style>(seasons, 0);
  }

 private:
  template <std::size_t size>
  void put_literal(const std::array<char, size>& bytes) {
    out_.reserve(size);
    std::memcpy(out_.at(), bytes.data(), size);
    out_.set(out_.at() + size);
  }

  void put_text(std::string_view text) {
    // Most strings are plain ASCII: they are copied eight bytes at a time while they are looked at.
    out_.reserve(text.size() + 2);
    char* const start = out_.at();
    char* at = start;
    *at++ = '"';
    const char* from = text.data();
    std::size_t left = text.size();
    bool clean = true;
    for (; left >= 8; left -= 8, from += 8, at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, from, 8);
      std::memcpy(at, &bytes, 8);
      if (needs_care(bytes)) {
        clean = false;
        break;
      }
    }
    if (clean) {
      for (; left > 0; --left) {
        const auto byte = static_cast<unsigned char>(*from++);
        if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') {
          clean = false;
          break;
        }
        *at++ = static_cast<char>(byte);
      }
    }
    if (clean) {
      *at++ = '"';
      out_.set(at);
      return;
    }
    out_.set(start);
    put_escaped(text);
  }

  void put_escaped(std::string_view text) {
    // RapidJSON reserves the room too, but reckons it in 32 bits.
    out_.reserve(2 + 6 * text.size());
    const std::size_t start = out_.size();
    if (escaper_.escape(text)) return;
    out_.set(out_.at() - (out_.size() - start));
    escaper_.escape(repaired(text));
  }

  template <Number N>
  void put_number(N value) {
    constexpr std::size_t longest = 20;
    static_assert(std::numeric_limits<N>::digits10 < 19);
    out_.reserve(longest);
    out_.set(std::to_chars(out_.at(), out_.at() + longest, value).ptr);
  }

  template <Style style, class T>
  void put(const T& value, std::size_t indent) {
    if constexpr (is_optional<T>) {
      if (value) {
        put<style>(*value, indent);
      } else {
        out_.append("null");
      }
    } else if constexpr (is_array<T>) {
      put_list<style>(std::span(value), indent);
    } else if constexpr (Text<T>) {
      put_text(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      out_.append(value ? "true" : "false");
    } else if constexpr (Number<T>) {
      put_number(value);
    } else if constexpr (std::is_same_v<T, finding::Code>) {
      put_name(finding::entry(value).name);
    } else if constexpr (Enumeration<T>) {
      put_name(enum_names<T>[static_cast<std::size_t>(value)]);
    } else if constexpr (std::is_same_v<T, football::Pair>) {
      out_.append("[");
      put_number(value.home);
      out_.append(style == Style::compact ? "," : ", ");
      put_number(value.away);
      out_.append("]");
    } else {
      put_record<style>(value, indent);
    }
  }

  /// An enumerator's name: never in need of escaping.
  void put_name(std::string_view name) {
    out_.append("\"");
    out_.append(name);
    out_.append("\"");
  }

  /// The style of an array's elements, given that of the array.
  template <Style style, class T>
  static constexpr Style element_style() {
    if constexpr (style != Style::block) {
      return style;
    } else if constexpr (Described<T>) {
      return Description<T>::lines == Lines::one ? Style::row : Style::block;
    } else {
      return Style::row;
    }
  }

  template <Style style, class T>
  void put_list(std::span<const T> values, std::size_t indent) {
    if (values.empty()) {
      out_.append("[]");
      return;
    }
    // An array of names stands on one line wherever it is.
    constexpr bool breaks = style == Style::block && (Described<T> || is_array<T>);
    constexpr Style inner = element_style<style, T>();
    std::string_view separator = "[";
    for (const T& element : values) {
      out_.append(separator);
      separator = breaks || style == Style::compact ? "," : ", ";
      if constexpr (breaks) out_.newline(indent + 2);
      put<inner>(element, indent + 2);
    }
    if constexpr (breaks) out_.newline(indent);
    out_.append("]");
  }

  template <Style style, class T>
  void put_list(std::span<T> values, std::size_t indent) {
    put_list<style>(std::span<const T>(values), indent);
  }

  template <Style style, class Record, std::size_t index>
  void put_member(const Record& record, std::size_t indent) {
    constexpr const auto& field = std::get<index>(Description<Record>::fields);
    if constexpr (style == Style::block) {
      out_.append(index == 0 ? "{" : ",");
      out_.newline(indent + 2);
    }
    put_literal(lead_in_bytes<style, Record, index>);
    using Member = Value<Record, decltype(field.get)>;
    if constexpr (style == Style::block && Described<Member>) {
      put<element_style<style, Member>()>(std::invoke(field.get, record), indent + 2);
    } else {
      put<style>(std::invoke(field.get, record), indent + 2);
    }
  }

  template <Style style, class Record>
  void put_record(const Record& record, std::size_t indent) {
    static_assert(Described<Record>);
    [&]<std::size_t... index>(std::index_sequence<index...>) {
      (put_member<style, Record, index>(record, indent), ...);
    }
    (std::make_index_sequence<field_count<Record>>{});
    if constexpr (std::is_same_v<Record, finding::Diagnostic>) put_context<style>(record.context);
    if constexpr (style == Style::block) out_.newline(indent);
    out_.append("}");
  }

  /// A finding's details, in the order of the table of keys.
  template <Style style>
  void put_context(const std::vector<finding::Context>& details) {
    static_assert(style != Style::block);
    if (details.empty()) return;
    for (const finding::ContextKey& known : finding::context_keys) {
      for (const finding::Context& detail : details) {
        if (detail.key != known.key) continue;
        out_.append(style == Style::compact ? "," : ", ");
        put_name(known.key);
        out_.append(style == Style::compact ? ":" : ": ");
        std::visit([&](const auto& held) { put<style>(held, 0); }, detail.value);
        break;  // A key stands once.
      }
    }
  }

  Output out_;
  Escaper escaper_;
};

}  // namespace

void write_json(const football::Season& season, Layout layout, std::string& out) {
  JsonWriter writer(out);
  if (layout == Layout::compact) {
    writer.write<Style::compact>(season, 0);
  } else {
    writer.write<Style::block>(season, 0);
  }
}

void write_json(std::span<const football::Season> seasons, Layout layout, std::string& out) {
  JsonWriter writer(out);
  if (layout == Layout::compact) {
    writer.write<Style::compact>(seasons);
  } else {
    writer.write<Style::block>(seasons);
  }
}

}  // namespace acta::format
