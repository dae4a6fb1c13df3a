#include "finding/visible.hpp"

namespace acta::finding {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

bool is_plain(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7F || byte == 0xC2 || byte == 0xE2) return false;
  }
  return true;
}

void append_byte(unsigned char byte, std::string& out) {
  switch (byte) {
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    default:
      out += "\\x";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
  }
}

/// The control character of two or three bytes that `text` starts with; 0 when it is none.
unsigned control_at(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() > 1 && at(0) == 0xC2 && at(1) >= 0x80 && at(1) < 0xA0) return at(1);
  if (text.size() < 3 || at(0) != 0xE2) return 0;
  const unsigned character = 0x2000U | (at(1) & 0x3FU) << 6U | (at(2) & 0x3FU);
  const bool is_line_end = character == 0x2028 || character == 0x2029;
  const bool turns =
      (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return is_line_end || turns ? character : 0;
}

}  // namespace

std::string visible(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
      append_byte(byte, out);
    } else if (const unsigned character = control_at(text); character != 0) {
      out += "\\u";
      for (unsigned shift = 16; shift > 0;) {
        shift -= 4;
        out += digits[character >> shift & 15U];
      }
      length = character < 0x100 ? 2 : 3;
    } else {
      out += text.front();
    }
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace acta::finding
