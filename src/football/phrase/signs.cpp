#include "football/phrase/signs.hpp"

#include <cstddef>

#include "text/characters.hpp"

namespace acta::football {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `c` is a blank, or the first byte of a wide one.
constexpr bool opens_blank(char c) { return c == ' ' || c == '\t' || c == '\xC2' || c == '\xE2'; }

// A blank, or the last byte of a wide one.
constexpr text::ByteSet blank_ends(" \t\xA0\x89\xAF");

// What pairs, marks and the words and dashes between two sides begin with.
constexpr text::ByteSet sign_heads("0123456789-\xE2wWaApPsSmMrRcCvVtTxX");

// The bytes of a word or more, where a missing one is a line's end.
struct Ahead {
  std::string_view text;

  char operator[](std::size_t i) const { return i < text.size() ? text[i] : '\0'; }

  char small(std::size_t i) const { return lower((*this)[i]); }
};

// One or two digits and, behind blanks, what stands between two numbers of goals.
bool opens_pair(Ahead ahead) {
  std::size_t at = is_digit(ahead[1]) ? 2 : 1;
  while (ahead[at] == ' ' || ahead[at] == '\t') ++at;
  const char c = ahead.small(at);
  return c == '-' || c == ':' || c == 'x' || c == 'v' || c == '\xC2' || c == '\xE2';
}

// The first letters of a status: "w/o", "awarded", "P–P".
bool opens_mark(Ahead ahead) {
  const char second = ahead.small(1);
  const char third = ahead.small(2);
  switch (ahead.small(0)) {
    case 'w':  // w/o, w.o., walkover, wo
      return second == '/' || second == '.' || (second == 'a' && third == 'l') ||
             (second == 'o' && !(third >= 'a' && third <= 'z') && !is_digit(third));
    case 'a':  // awarded, awd, adjudicado, abandoned, abd, aplazado, annulled, anulado, A–A
      return (second == 'w' && (third == 'a' || third == 'd')) || (second == 'd' && third == 'j') ||
             (second == 'b' && (third == 'a' || third == 'd')) || (second == 'p' && third == 'l') ||
             (second == 'n' && (third == 'n' || third == 'u')) || second == '-' || second == '\xE2';
    case 'p':  // por walkover, postponed, ppd, postergado, pospuesto, P–P
      return (second == 'o' && (third == 's' || third == 'r')) || second == 'p' || second == '-' ||
             opens_blank(second);
    case 's':  // suspended, se repitió
      return (second == 'u' && third == 's') || (second == 'e' && third == ' ');
    case 'm':  // match abandoned
      return second == 'a' && third == 't';
    case 'r':  // reprogramado, replayed
      return second == 'e' && third == 'p';
    case 'c':  // cancelled
      return second == 'a' && third == 'n';
    case 'v':  // voided
      return second == 'o' && third == 'i';
    case 't':  // to be replayed
      return second == 'o' && third == ' ';
    default:
      return false;
  }
}

// "v", "vs", "v.", "vs." or "x", and a blank.
bool opens_versus(Ahead ahead) {
  std::size_t at = 1;
  if (ahead.small(0) == 'v') {
    if (ahead.small(at) == 's') ++at;
    if (ahead[at] == '.') ++at;
  } else if (ahead.small(0) != 'x') {
    return false;
  }
  return opens_blank(ahead[at]);
}

}  // namespace

bool may_hold_score(std::string_view line) {
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const auto c = static_cast<unsigned char>(line[i]);
    if (c != '-' && c != ':' && c != 'x' && c != 'X' && c != 'v' && c != 0xE2) continue;
    const char before = line[i - 1];
    if ((before >= '0' && before <= '9') || before == ' ') return true;
  }
  return false;
}

bool may_hold_versus(std::string_view line) {
  for (std::size_t i = 1; i + 2 < line.size(); ++i) {
    if (line[i] != ' ' && line[i] != '\t') continue;
    const auto c = static_cast<unsigned char>(line[i + 1]);
    if (c == 'v' || c == 'x' || c == 'X' || c == 'V' || c == '-' || c == 0xE2) return true;
  }
  return false;
}

bool may_hold_mark(std::string_view line) {
  for (std::size_t i = 1; i + 2 < line.size(); ++i) {
    if (line[i] != ' ') continue;
    switch (line[i + 1]) {
      case 'w':
      case 'W':
      case 'p':
      case 'P':
      case 'a':
      case 'A':
      case 'c':
      case 'C':
      case 's':
      case 'v':
      case 'r':
        return true;
      default:
        break;
    }
  }
  return false;
}

Signs signs_of(std::string_view line) {
  Signs signs;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (!blank_ends.contains(line[i - 1])) continue;
    const char c = line[i];
    if (!sign_heads.contains(c)) continue;
    const Ahead ahead{line.substr(i)};
    signs.score |= is_digit(c) && opens_pair(ahead);
    signs.mark |= opens_mark(ahead);
    signs.versus |= opens_versus(ahead);
    signs.dash |= (c == '-' && opens_blank(ahead[1])) || (c == '\xE2' && opens_blank(ahead[3]));
  }
  return signs;
}

}  // namespace acta::football
