/// Lines and values of a TextWriter: how what was written is kept.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/blanks.hpp"
#include "text/unicode.hpp"
#include "wiki/wikitext/text.hpp"

namespace acta::wiki {

namespace {

using syntax::Index;
using syntax::Type;

// What a line needs before it is kept.
struct Shape {
  bool collapsed = true;  // No blanks at the ends, no two blanks in a row, no other white space.
  bool ascii = true;
};

Shape shape_of(std::string_view line) {
  if (line.empty()) return {};
  std::uint32_t odd = 0;     // Second blanks, and control characters.
  std::uint32_t beyond = 0;  // Bytes beyond ASCII.
  std::uint32_t last = 0;    // Whether the byte before is a blank.
#ifdef __SSE2__
  for (std::size_t at = 0; at < line.size(); at += 16) {
    std::array<char, 16> rest;
    const char* bytes = line.data() + at;
    if (line.size() - at < rest.size()) {
      rest.fill('.');
      std::memcpy(rest.data(), bytes, line.size() - at);
      bytes = rest.data();
    }
    const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    const auto mask = [](__m128i hits) {
      return static_cast<std::uint32_t>(_mm_movemask_epi8(hits));
    };
    const std::uint32_t blanks = mask(_mm_cmpeq_epi8(chunk, _mm_set1_epi8(' ')));
    const std::uint32_t high = mask(chunk);
    const std::uint32_t control = mask(_mm_cmplt_epi8(chunk, _mm_set1_epi8(' '))) & ~high;
    odd |= control | (blanks & (blanks << 1U | last));
    last = blanks >> 15U;
    beyond |= high;
  }
#else
  for (const char byte : line) {
    const std::uint32_t blank = byte == ' ' ? 1 : 0;
    const std::uint32_t high = (byte & '\x80') != 0 ? 1 : 0;
    odd |= (byte < ' ' && high == 0 ? 1U : 0U) | (blank & last);
    last = blank;
    beyond |= high;
  }
#endif
  const bool at_ends = text::is_blank(line.front()) || text::is_blank(line.back());
  return {odd == 0 && !at_ends, beyond == 0};
}

}  // namespace

bool TextWriter::has_text() const { return !text::is_blank_text(line_); }

void TextWriter::append(std::string_view text, std::uint32_t offset) {
  // "(" + a flag + " Peru)": the blank stood between the flag and the name.
  if (!text.empty() && text.front() == ' ' && !line_.empty() && line_.back() == '(') {
    text.remove_prefix(1);
    ++offset;
  }
  if (text.empty()) return;
  if (!started_) {
    const std::size_t blanks = text::blanks_before(text);
    started_ = blanks < text.size();
    if (started_) offset_ = offset + static_cast<std::uint32_t>(blanks);
  }
  line_ += text;
}

// Blanks collapse, as a browser shows them, those at the ends vanish, and the links move with them.
void TextWriter::collapse_blanks() {
  std::size_t size = 0;
  std::vector<std::uint32_t>& moved = moved_;
  moved.assign(links_.empty() && calls_.empty() ? 0 : line_.size() + 1, 0);
  for (std::size_t i = 0; i < line_.size(); ++i) {
    if (!moved.empty()) moved[i] = static_cast<std::uint32_t>(size);
    if (!text::is_blank(line_[i])) {
      line_[size++] = line_[i];
    } else if (size > 0 && line_[size - 1] != ' ') {
      line_[size++] = ' ';
    }
  }
  if (!moved.empty()) moved.back() = static_cast<std::uint32_t>(size);
  if (size > 0 && line_[size - 1] == ' ') --size;
  const auto move = [&](auto& piece) {
    piece.begin = std::min(moved[piece.begin], static_cast<std::uint32_t>(size));
    piece.end = std::min(moved[piece.end], static_cast<std::uint32_t>(size));
  };
  for (Link& link : links_) move(link);
  for (Call& call : calls_) move(call);
  line_.resize(size);
}

// Letters and their accents become one: names are compared by their bytes.
void TextWriter::recompose() {
  const auto moved = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(text::nfc(std::string_view(line_).substr(0, at)).size());
  };
  for (Call& call : calls_) {
    call.begin = moved(call.begin);
    call.end = moved(call.end);
  }
  line_ = text::nfc(line_);
  links_.clear();  // Their places are not known any more.
}

void TextWriter::end_line() {
  if (!struck_.empty() && struck_.drop_from(line_, links_, calls_)) bold_begin_ = bold_end_ = 0;
  const Shape shape = shape_of(line_);
  const std::string_view whole = line_;
  const bool is_bold = bold_end_ > bold_begin_ && bold_end_ <= whole.size() &&
                       text::is_blank_text(whole.substr(0, bold_begin_)) &&
                       text::is_blank_text(whole.substr(bold_end_));
  if (!shape.collapsed) collapse_blanks();
  if (!line_.empty() || (in_cell_ && !calls_.empty())) {
    if (!shape.ascii && !text::is_nfc(line_)) recompose();
    Text out;
    out.text = arena_.keep(std::string_view(line_));
    out.offset = offset_;
    out.line = line_at_.of(offset_);
    out.links = arena_.keep(links_);
    out.calls = arena_.keep(calls_);
    out.bold = is_bold;
    done_.push_back(out);
  }
  line_.clear();
  links_.clear();
  calls_.clear();
  bold_begin_ = bold_end_ = 0;
  started_ = false;
}

// The child that shows something, where it is the only one; 0 where there is none, and `no_node`
// where there are more.
Index TextWriter::only_content(Index node) const {
  Index content = 0;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type == Type::text && text::without_blanks(tree_.text(child)).empty())
      continue;
    if (content != 0) return syntax::no_node;
    content = child;
  }
  return content;
}

// A value that is one plain text or link, most are, is a view of the source.
std::optional<Lines> TextWriter::plain_line(Index node) {
  Index content = only_content(node);
  bool is_bold = false;
  while (content != 0 && content != syntax::no_node &&
         (tree_[content].type == Type::bold || tree_[content].type == Type::italic)) {
    is_bold |= tree_[content].type == Type::bold;
    content = only_content(content);
  }
  if (content == 0) return Lines{};
  if (content == syntax::no_node) return std::nullopt;
  std::string_view target;
  std::string_view whole = tree_.text(content);
  std::uint32_t offset = tree_[content].begin;
  if (tree_[content].type == Type::wikilink) {
    target = tree_.head(content);
    if (!target.empty() && target.front() == ':') target.remove_prefix(1);
    whole = target;
    const Index label = content + 1;
    if (tree_[content].next != label) {
      if (tree_[label].next != tree_[content].next || tree_[label].type != Type::text)
        return std::nullopt;
      whole = tree_.text(label);
      offset = tree_[label].begin;
    }
  } else if (tree_[content].type != Type::text) {
    return std::nullopt;
  }
  Text line;
  line.text = text::without_blanks(whole);
  if (line.text.empty() || line.text.front() == '*' || line.text.front() == '#')
    return std::nullopt;
  const Shape shape = shape_of(line.text);
  if (!shape.collapsed || !shape.ascii) return std::nullopt;
  line.offset = offset + static_cast<std::uint32_t>(line.text.data() - whole.data());
  line.line = line_at_.of(line.offset);
  line.bold = is_bold;
  if (const std::string_view page = page_of(target); !page.empty())
    line.links = arena_.keep_one(Link{0, static_cast<std::uint32_t>(line.text.size()), page});
  return arena_.keep_one(line);
}

// The page that a link leads to; empty for a place on the same page.
std::string_view TextWriter::page_of(std::string_view target) {
  const std::string_view page = target.substr(0, target.find('#'));
  if (page.find('_') == std::string_view::npos) return page;
  std::string spaced(page);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return arena_.keep(std::string_view(spaced));
}

void TextWriter::swap_line(Line& other) {
  std::swap(other.text, line_);
  std::swap(other.links, links_);
  std::swap(other.calls, calls_);
  std::swap(other.offset, offset_);
  std::swap(other.struck, struck_);
  std::swap(other.bold_begin, bold_begin_);
  std::swap(other.bold_end, bold_end_);
  std::swap(other.started, started_);
}

Lines TextWriter::lines_of_children(Index node) {
  if (const auto plain = plain_line(node)) return *plain;
  // A value inside a line that is being written must not disturb it.
  const bool inside = started_ || !line_.empty();
  Line outer;
  if (inside) swap_line(outer);
  const std::size_t before = done_.size();
  const bool was_in_cell = std::exchange(in_cell_, tree_[node].type == Type::cell);
  write_children(node);
  end_line();
  in_cell_ = was_in_cell;
  if (inside) swap_line(outer);
  const std::span<Text> lines = std::span(done_).subspan(before);
  // "goals=*Name": the item's mark stands behind the equals sign, where the tree sees text.
  for (Text& line : lines) {
    if (!line.text.starts_with('*') && !line.text.starts_with('#')) continue;
    const std::size_t begin = line.text.find_first_not_of("*# ");
    if (begin == std::string_view::npos) continue;  // "#", the header of a rank.
    const auto without_mark = [&](const auto& pieces) {
      std::vector moved(pieces.begin(), pieces.end());
      for (auto& piece : moved) {
        piece.begin -= static_cast<std::uint32_t>(std::min<std::size_t>(begin, piece.begin));
        piece.end -= static_cast<std::uint32_t>(std::min<std::size_t>(begin, piece.end));
      }
      return arena_.keep(moved);
    };
    line.links = without_mark(line.links);
    line.calls = without_mark(line.calls);
    line.text.remove_prefix(begin);
  }
  const Lines kept = arena_.keep(std::span<const Text>(lines));
  done_.resize(before);
  return kept;
}

std::string TextWriter::value(Index parameter) {
  std::string text;
  for (const Text& line : lines_of_children(parameter)) {
    if (!text.empty()) text += ' ';
    text += line.text;
  }
  return text;
}

}  // namespace acta::wiki
