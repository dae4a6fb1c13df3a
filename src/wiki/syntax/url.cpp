#include <algorithm>
#include <optional>

#include "text/characters.hpp"
#include "wiki/entities.hpp"
#include "wiki/syntax/leaf.hpp"
#include "wiki/syntax/scan.hpp"

namespace acta::wiki::syntax {

namespace {

constexpr text::ByteSet no_url("[]<>\" \t\n|\x7F");
constexpr text::ByteSet after_url(",;.:!?\\");

/// Most of an address: bytes that can neither end it nor mean anything in it.
constexpr text::ByteSet plain_url(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?%:@+$#,;!*");

/// What a host in brackets may be written with.
constexpr text::ByteSet host_number("0123456789abcdefABCDEF:.");
constexpr std::uint32_t longest_host = 48;

constexpr bool is_word(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

/// Bytes of a host written as "[::1]", 0 when none begins here.
std::uint32_t host_length(std::string_view text) {
  if (text.empty() || text.front() != '[') return 0;
  std::uint32_t length = 1;
  while (length < text.size() && length < longest_host && host_number.contains(text[length])) {
    ++length;
  }
  return length > 1 && length < text.size() && text[length] == ']' ? length + 1 : 0;
}

/// Whether an entity that stands for a blank or an angle bracket begins here.
bool is_boundary_entity(std::string_view text) {
  const std::optional<Entity> entity = decode_entity(text.substr(0, 16));
  return entity &&
         (entity->character == '<' || entity->character == '>' || entity->character == U'\u00A0');
}

/// Whether the ";" that `text` ends with belongs to an entity.
bool ends_with_entity(std::string_view text) {
  std::size_t at = text.size() - 1;
  const std::size_t least = at > 12 ? at - 12 : 0;
  while (at > least && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) --at;
  if (at > least && text[at - 1] == '#') --at;
  return at > least && text[at - 1] == '&' && at + 1 < text.size();
}

}  // namespace

bool Scanner::external() {
  if (context().link != 0 && !in_link()) return false;  // None inside of another.
  const std::uint32_t begin = pos_;
  const std::size_t protocol = bracket_protocol_length(text_.substr(begin + 1, 16));
  if (protocol == 0) return false;
  const std::uint32_t address = begin + 1 + static_cast<std::uint32_t>(protocol);
  const std::uint32_t end = url_end(address, true);
  const std::uint32_t close = find("]", next_bracket_end_, end);
  if (end == address || close >= std::min(find("\n", next_newline_, end), context().limit)) {
    return false;
  }
  const std::uint32_t mark = add(Part::external_open, begin, end);
  const std::uint32_t outer = context().link;
  push(Frame::Kind::external, mark).outer = outer;
  context().link = static_cast<std::uint32_t>(frames_.size() - 1);
  skip_to(end);
  return true;
}

/// The end of the URL whose address begins at `from`.  A comment may be a part of it, and in
/// brackets a template.
std::uint32_t Scanner::url_end(std::uint32_t from, bool bracketed) const {
  const bool unnamed = in_parameter() && !context().named && !in_link();
  std::size_t next = next_;
  std::uint32_t end = from + host_length(text_.substr(from, longest_host + 2));
  std::uint32_t comments = 0;      // Where the last comments begin,
  std::uint32_t comments_end = 0;  // and what follows them.
  std::uint32_t parenthesis = 0;
  while (next < brackets_.size() && brackets_[next].begin < from) ++next;
  const std::uint32_t limit = context().limit;
  for (; end < limit; ++end) {
    const std::uint32_t bracket = next < brackets_.size() ? brackets_[next].begin : limit;
    while (end < limit && end < bracket && plain_url.contains(text_[end])) ++end;
    if (end == limit) break;
    if (next < brackets_.size() && bracket == end) {
      const Mark& mark = brackets_[next];
      if (mark.part == Part::comment) {
        if (comments_end != end) comments = end;
        comments_end = mark.end;
      } else if (!bracketed || mark.part != Part::template_open) {
        break;
      }
      const std::size_t last = mark.part == Part::comment ? next : mark.link;
      end = brackets_[last].end - 1;
      next = last + 1;
      continue;
    }
    const char byte = text_[end];
    if (no_url.contains(byte) || static_cast<unsigned char>(byte) < 0x20) break;
    if (byte == '\'' && at(end + 1) == '\'') break;
    if (byte == '=' && unnamed) break;
    if (static_cast<unsigned char>(byte) >= 0xC2 &&
        text::is_space(text::front(text_.substr(end, 4)).value)) {
      break;
    }
    if (byte == '&' && !bracketed && is_boundary_entity(text_.substr(end))) break;
    if (byte == '(') ++parenthesis;
  }
  for (;;) {
    if (end == comments_end && comments != 0) {
      end = comments;
      comments = 0;
    }
    const std::uint32_t trimmed = bracketed ? end : without_stops(from, end, parenthesis != 0);
    if (trimmed == end) return end;
    end = trimmed;
  }
}

/// The end of a bare URL without the punctuation of the sentence it stands in.
std::uint32_t Scanner::without_stops(std::uint32_t from, std::uint32_t end,
                                     bool parenthesis) const {
  while (end > from &&
         (after_url.contains(text_[end - 1]) || (text_[end - 1] == ')' && !parenthesis))) {
    if (text_[end - 1] == ';' && ends_with_entity(text_.substr(from, end - from))) break;
    --end;
  }
  return end;
}

/// A ":" is part of a bare URL, or begins the definition of a term.
void Scanner::colon() {
  const std::uint32_t colon = pos_;
  std::uint32_t begin = colon;
  while (begin > 0 && colon - begin < 10 && is_letter(text_[begin - 1])) --begin;
  const bool free = context().link == 0 || frames_[context().link].file;
  const bool own = begin < colon && (begin == 0 || !is_word(text_[begin - 1])) &&
                   (marks_.back().end <= begin) && free;
  if (own) {
    const std::size_t protocol = protocol_length(text_.substr(begin, 16));
    const auto address = static_cast<std::uint32_t>(begin + protocol);
    if (protocol != 0 && address > colon && address <= stop()) {
      const std::uint32_t end = url_end(address, false);
      if (end != address) {
        marks_[add(Part::url, begin, end)].link = address;
        return skip_to(end);
      }
    }
  }
  const std::uint32_t line = context().line;
  if (line != 0 && line == frames_.size() - 1 && frames_[line].definition &&
      (quotes_.size() - frames_[line].quotes) % 2 == 0) {
    definition();
  }
  ++pos_;
}

/// Takes the end of a heading off the URL before it.
void Scanner::shorten_url(Mark& url, std::uint32_t end) const {
  const bool parenthesis =
      text_.substr(url.begin, end - url.begin).find('(') != std::string_view::npos;
  url.end = end > url.link ? without_stops(url.link, end, parenthesis) : url.begin;
  if (url.end <= url.link) url.part = Part::none;
}

}  // namespace acta::wiki::syntax
