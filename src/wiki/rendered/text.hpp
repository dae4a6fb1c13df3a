#pragma once
/// The texts of a rendered page's lines.  Private to the rendered front end.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/markup_map.hpp"

namespace acta::wiki {

/// `text` without blanks and tabs at both ends.
inline std::string_view trim_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// Makes Texts of pieces of a page's lines: trimmed, in form C, entities resolved, markup removed.
class TextReader {
 public:
  TextReader(const text::Source& source, Arena& arena, finding::Diagnostics& diagnostics)
      : source_(source),
        arena_(arena),
        diagnostics_(diagnostics),
        map_(source.text()),
        begin_(source.text().data()) {}

  /// Starts a line, not empty; the pieces that follow are of it.
  void begin_line(std::uint32_t number, std::string_view line) {
    number_ = number;
    removed_markup_ = false;
    is_nfc_ = true;
    const std::size_t offset = offset_of(line);
    const unsigned found = map_.look(offset, offset + line.size());
    plain_ = found == 0;
    if (!plain_) {
      look_closer(line, found);
    }
  }

  /// Whether the line shows what it says: no markup, no entity, in form C, blanks are ASCII.
  bool plain() const { return plain_; }

  /// Whether markup was removed from a piece of this line.
  bool removed_markup() const { return removed_markup_; }

  /// The offset in the page of a view into its text.
  std::uint32_t offset_of(std::string_view piece) const {
    return static_cast<std::uint32_t>(piece.data() - begin_);
  }

  /// Appends the Texts of `piece`: none when it shows nothing, several when it holds line breaks.
  void read(std::string_view piece, std::vector<Text>& out) {
    piece = trim_blanks(piece);
    if (!plain_) {
      read_marked(piece, out);
    } else if (piece.find("  ") != std::string_view::npos) {
      out.push_back({collapse(piece), number_, offset_of(piece), {}});
    } else if (!piece.empty()) {
      out.push_back({piece, number_, offset_of(piece), {}});
    }
  }

  /// The Text of `piece`, its lines joined by blanks; empty when it shows nothing.
  Text read_one(std::string_view piece);

  /// `piece` as a key: lower-case, one blank between words.
  std::string_view read_key(std::string_view piece);

  /// Whether `piece` is nothing but attributes of a wikitext cell: `style="width:5em"`.
  static bool is_attributes(std::string_view piece);

  /// `piece` without the attributes that wikitext puts before the text of a cell or caption.
  static std::string_view without_attributes(std::string_view piece);

 private:
  /// `piece` with each run of blanks as one.
  std::string_view collapse(std::string_view piece) {
    std::string text;
    for (const char c : piece) {
      if (c != ' ' || text.empty() || text.back() != ' ') text.push_back(c);
    }
    return arena_.keep(std::string_view(text));
  }

  void look_closer(std::string_view line, unsigned found);
  void read_marked(std::string_view piece, std::vector<Text>& out);

  const text::Source& source_;
  Arena& arena_;
  finding::Diagnostics& diagnostics_;
  MarkupMap map_;
  const char* begin_;
  std::uint32_t number_ = 0;
  bool plain_ = true;
  bool is_nfc_ = true;
  bool removed_markup_ = false;
  bool reported_not_nfc_ = false;
  std::vector<Text> scratch_;
};

}  // namespace acta::wiki
