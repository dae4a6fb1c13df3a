#include "wiki/syntax/brackets.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string>

#include "text/blanks.hpp"
#include "text/byte_finder.hpp"
#include "wiki/syntax/leaf.hpp"

namespace acta::wiki::syntax {

namespace {

/// A run of opening braces, or the content of an extension tag.
struct Frame {
  std::uint32_t begin = 0;   ///< First brace; of a tag its mark.
  std::uint32_t count = 0;   ///< Braces left; 0 for a tag.
  std::uint32_t slot = 0;    ///< The mark for the next opener; the rightmost braces come first.
  std::uint32_t tables = 0;  ///< Tables open directly in it.
  std::uint32_t limit = 0;   ///< Where the content of the tag ends.
  std::uint32_t after = 0;   ///< Where the closing tag ends.
};

class Brackets {
 public:
  Brackets(std::string_view text, References references, Findings& findings)
      : text_(text),
        special_(text),
        any_bracket_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        limit_(size_),
        opaque_tag_(references == References::opaque ? extension_tag("ref")
                                                     : extension_tags().size()),
        findings_(findings) {
    frames_.push_back({});
    closings_.resize(extension_tags().size());
    marks_.reserve(text.size() / 24 + 16);
  }

  std::vector<Mark> run() {
    for (;;) {
      pos_ = special_.next(pos_, limit_);
      if (pos_ >= limit_) {
        if (tag_ == 0) break;
        close_tag();
      } else if (text_[pos_] == '{') {
        open_braces();
      } else if (text_[pos_] == '}') {
        close_braces();
      } else {
        angle();
      }
    }
    drop_braces(1);
    return compact();
  }

 private:
  char at(std::size_t offset) const { return offset < limit_ ? text_[offset] : '\0'; }

  std::uint32_t add(Part part, std::uint32_t begin, std::uint32_t end) {
    marks_.push_back({.begin = begin, .end = end, .part = part});
    return static_cast<std::uint32_t>(marks_.size() - 1);
  }

  std::uint32_t run_length(char byte) const {
    std::uint32_t end = pos_;
    while (end < limit_ && text_[end] == byte) ++end;
    return end - pos_;
  }

  /// Whether only a few blanks stand between the start of the line and `offset`.
  bool starts_line(std::uint32_t offset) const {
    for (std::uint32_t steps = 0; steps < 32; ++steps) {
      if (offset == 0 || text_[offset - 1] == '\n') return true;
      --offset;
      if (!text::is_blank(text_[offset]) && text_[offset] != ':') return false;
    }
    return false;
  }

  /// As `starts_line`, or a value may begin there: a table can stand in both places.
  bool starts_block(std::uint32_t offset) const {
    std::uint32_t before = offset;
    while (before > 0 && offset - before < 32 && text::is_blank(text_[before - 1])) --before;
    return (before > 0 && (text_[before - 1] == '=' || text_[before - 1] == '|')) ||
           starts_line(offset);
  }

  void open_braces() {
    const std::uint32_t count = run_length('{');
    const std::uint32_t begin = pos_;
    pos_ += count;
    if (count == 1) {
      if (at(pos_) == '|' && starts_block(begin)) ++frames_.back().tables;
      return;
    }
    const auto first = static_cast<std::uint32_t>(marks_.size());
    marks_.resize(first + count / 2, Mark{.begin = begin, .end = begin});
    frames_.push_back({.begin = begin, .count = count, .slot = first + count / 2 - 1});
  }

  /// Whether the first brace of a run belongs to a `|}` and not to a template.
  bool closes_table(std::uint32_t count) {
    Frame& frame = frames_.back();
    if (frame.tables == 0 || pos_ == 0) return false;
    if (!(text_[pos_ - 1] == '|' && starts_line(pos_ - 1)) && !after_bang()) return false;
    if (frame.count != 0 && count != frame.count + 1 && count % 2 == 0) return false;
    --frame.tables;
    return true;
  }

  /// Whether a {{!}} at the start of a line ends here.
  bool after_bang() const {
    return !marks_.empty() && marks_.back().part == Part::bang && marks_.back().end == pos_ &&
           starts_line(marks_.back().begin);
  }

  void close_braces() {
    std::uint32_t count = run_length('}');
    if (closes_table(count)) {
      ++pos_;
      --count;
    }
    while (count >= 2 && frames_.back().count != 0) {
      Frame& frame = frames_.back();
      const std::uint32_t taken = std::min(count, frame.count) >= 3 ? 3 : 2;
      const std::uint32_t begin = frame.begin + frame.count - taken;
      const std::uint32_t slot = frame.slot--;
      frame.count -= taken;
      const bool left_alone = frame.count == 1;
      if (frame.count < 2) frames_.pop_back();
      close_pair(slot, begin, taken, left_alone);
      count -= taken;
      if (count != 0 && after_bang() && closes_table(count)) {
        ++pos_;
        --count;
      }
    }
    if (count >= 2) findings_.unbalanced(pos_, "braces close no template");
    pos_ += count;
  }

  void close_pair(std::uint32_t slot, std::uint32_t begin, std::uint32_t taken, bool left_alone) {
    const std::uint32_t end = pos_ + taken;
    Mark& open = marks_[slot];
    open.begin = begin;
    open.end = begin + taken;
    if (taken == 2 && pos_ == begin + 3 && text_[begin + 2] == '!') {
      open.end = end;
      open.part = Part::bang;
      open.link = slot;
      if (left_alone && starts_block(begin - 1)) ++frames_.back().tables;
      pos_ = end;
      return;
    }
    if (taken == 2 && !valid_name(slot)) {
      findings_.unbalanced(begin, "no template has such a name");
      if (frames_.size() > 1) hold_together(slot, begin);
      pos_ = end;
      return;
    }
    open.part = taken == 3 ? Part::argument_open : Part::template_open;
    const std::uint32_t close = add(Part::brace_close, pos_, end);
    marks_[slot].link = close;
    marks_[close].link = slot;
    pos_ = end;
  }

  /// Braces that make no template keep their pipes from the template around them all the same.
  void hold_together(std::uint32_t slot, std::uint32_t begin) {
    marks_[slot].part = Part::braced;
    marks_[slot].end = begin;
    const std::uint32_t close = add(Part::braced_end, pos_, pos_);
    marks_[slot].link = close;
    marks_[close].link = slot;
  }

  /// Whether the text up to the first "|" can be the title of a page or the name of a function.
  /// Reads each byte of a name once for each template, and jumps over what is nested in it.
  bool valid_name(std::uint32_t slot) const {
    std::uint32_t inner = slot + 1;
    bool content = false;
    bool broken = false;  // A newline after content: only blanks may follow.
    for (std::uint32_t i = marks_[slot].end; i < pos_; ++i) {
      const char byte = text_[i];
      if (byte == '|') break;
      if (byte == ':') return true;
      if (byte == '\n') {
        broken = broken || content;
      } else if (byte == '{' || byte == '<') {
        while (inner < marks_.size() &&
               (marks_[inner].part == Part::none || marks_[inner].begin < i)) {
          ++inner;
        }
        if (inner == marks_.size() || marks_[inner].begin != i) return false;
        const Mark& mark = marks_[inner];
        if (mark.part == Part::tag_open || mark.part == Part::tag_single) return false;
        content = content || mark.part != Part::comment;
        i = (mark.part == Part::comment ? mark.end : marks_[mark.link].end) - 1;
        inner = (mark.part == Part::comment ? inner : mark.link) + 1;
      } else if (byte == '[' || byte == ']' || byte == '}' || byte == '>') {
        return false;
      } else if (!text::is_blank(byte)) {
        if (broken) return false;
        content = true;
      }
    }
    return content;
  }

  void angle() {
    if (text_.substr(pos_, 4) == "<!--" && pos_ + 4 <= limit_) return comment();
    std::uint32_t length = 0;
    while (length < 16 && is_letter(at(pos_ + 1 + length))) ++length;
    const std::size_t tag =
        length == 0 ? extension_tags().size() : extension_tag(text_.substr(pos_ + 1, length));
    const char next = at(pos_ + 1 + length);
    const bool boundary = next == '>' || next == ' ' || next == '\t' || next == '\n' ||
                          (next == '/' && at(pos_ + 2 + length) == '>');
    if (tag == extension_tags().size() || !boundary) {
      ++pos_;
      return;
    }
    const std::uint32_t close = next_angle(pos_ + 1 + length);
    if (close == limit_) {
      ++pos_;
      return;
    }
    extension(tag, length, close);
  }

  void comment() {
    if (comment_end_ != std::string_view::npos && comment_end_ < pos_ + 4) {
      comment_end_ = text_.find("-->", pos_ + 4);
    }
    std::uint32_t end = limit_;
    if (comment_end_ != std::string_view::npos && comment_end_ + 3 <= limit_) {
      end = static_cast<std::uint32_t>(comment_end_ + 3);
    } else {
      findings_.unbalanced(pos_, "comment is not closed: it takes the rest of the text");
    }
    add(Part::comment, pos_, end);
    pos_ = end;
  }

  void extension(std::size_t tag, std::uint32_t length, std::uint32_t close) {
    const ExtensionTag& kind = extension_tags()[tag];
    const std::uint32_t begin = pos_;
    const std::uint32_t inside = close + 1;
    if (text_[close - 1] == '/') {
      const std::uint32_t mark = add(Part::tag_single, begin, inside);
      marks_[mark].number = static_cast<std::uint16_t>(length);
      marks_[mark].flags = Mark::self_closing;
      pos_ = inside;
      return;
    }
    Closing closing = next_closing(tag, inside);
    if (closing.begin >= limit_) {
      findings_.unbalanced(begin, "tag is not closed");
      if (!kind.runs_to_end) {
        pos_ = inside;
        return;
      }
      closing = {.begin = limit_, .end = limit_, .searched = 0};
    }
    const std::uint32_t mark = add(Part::tag_open, begin, inside);
    marks_[mark].number = static_cast<std::uint16_t>(length);
    if (kind.opaque || (tag == opaque_tag_ && is_sound(inside, closing.begin))) {
      marks_[mark].flags = Mark::opaque;
      const std::uint32_t end = add(Part::tag_close, closing.begin, closing.end);
      marks_[mark].link = end;
      marks_[end].link = mark;
      pos_ = closing.end;
      return;
    }
    frames_.push_back(
        {.begin = mark, .slot = tag_, .tables = 0, .limit = closing.begin, .after = closing.end});
    tag_ = static_cast<std::uint32_t>(frames_.size() - 1);
    outer_limits_.push_back(limit_);
    limit_ = closing.begin;
    pos_ = inside;
  }

  /// Whether a reference holds no tag, no table and as many opening as closing brackets.  Another
  /// holds what a finding must tell: often its end is missing, and it goes on to the end of the
  /// next.
  bool is_sound(std::uint32_t begin, std::uint32_t end) {
    std::ptrdiff_t braces = 0;
    std::ptrdiff_t brackets = 0;
    for (std::uint32_t i = any_bracket_.next(begin, end); i < end;
         i = any_bracket_.next(i + 1, end)) {
      switch (text_[i]) {
        case '{':
          if (text_[i + 1] == '|') return false;
          ++braces;
          break;
        case '}':
          --braces;
          break;
        case '[':
          ++brackets;
          break;
        case ']':
          --brackets;
          break;
        default:
          return false;
      }
    }
    return braces == 0 && brackets == 0;
  }

  void close_tag() {
    drop_braces(tag_ + 1);
    const Frame frame = frames_.back();
    frames_.pop_back();
    tag_ = frame.slot;
    limit_ = outer_limits_.back();
    outer_limits_.pop_back();
    const std::uint32_t mark = add(Part::tag_close, frame.limit, frame.after);
    marks_[frame.begin].link = mark;
    marks_[mark].link = frame.begin;
    pos_ = frame.after;
  }

  void drop_braces(std::size_t keep) {
    while (frames_.size() > keep) {
      findings_.unclosed_template(frames_.back().begin);
      frames_.pop_back();
    }
  }

  std::uint32_t next_angle(std::uint32_t from) {
    if (angle_ < from) {
      const void* found = std::memchr(text_.data() + from, '>', size_ - from);
      angle_ = found == nullptr
                   ? size_
                   : static_cast<std::uint32_t>(static_cast<const char*>(found) - text_.data());
    }
    return std::min(angle_, limit_);
  }

  struct Closing {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t searched = 0;  ///< Valid for searches from here to `begin`.
  };

  /// The next `</name >`.  Searches never go back, so all together read the text once a name.
  Closing next_closing(std::size_t tag, std::uint32_t from) {
    Closing& closing = closings_[tag];
    if (closing.searched != 0 && from <= closing.begin) return closing;
    const std::string_view name = extension_tags()[tag].name;
    std::uint32_t found = size_;
    std::uint32_t end = size_;
    for (std::size_t i = text_.find("</", from); i != std::string_view::npos;
         i = text_.find("</", i + 2)) {
      if (!equal_letters(text_.substr(i + 2, name.size()), name)) continue;
      std::size_t after = i + 2 + name.size();
      while (after < size_ && (text::is_blank(text_[after]) || text_[after] == '\n')) ++after;
      if (after < size_ && text_[after] == '>') {
        found = static_cast<std::uint32_t>(i);
        end = static_cast<std::uint32_t>(after + 1);
        break;
      }
    }
    closing = {.begin = found, .end = end, .searched = from};
    return closing;
  }

  /// Without the marks that came to nothing.
  std::vector<Mark> compact() {
    std::vector<std::uint32_t> places(marks_.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].part == Part::none) continue;
      places[i] = count;
      marks_[count++] = marks_[i];
    }
    marks_.resize(count);
    for (Mark& mark : marks_) mark.link = places[mark.link];
    return std::move(marks_);
  }

  std::string_view text_;
  text::ByteFinder<'{', '}', '<'> special_;
  text::ByteFinder<'{', '}', '[', ']', '<'> any_bracket_;
  std::uint32_t size_;
  std::uint32_t limit_;
  std::size_t opaque_tag_;  ///< The extension tag whose content is not looked into.
  std::uint32_t pos_ = 0;
  std::uint32_t tag_ = 0;    ///< The frame of the innermost open extension tag.
  std::uint32_t angle_ = 0;  ///< The next ">".
  std::size_t comment_end_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> outer_limits_;
  std::vector<Closing> closings_;
  std::vector<Mark> marks_;
  Findings& findings_;
};

}  // namespace

std::vector<Mark> find_brackets(std::string_view text, References references, Findings& findings) {
  return Brackets(text, references, findings).run();
}

}  // namespace acta::wiki::syntax
