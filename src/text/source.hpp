#pragma once
/// Bytes of an article as validated text: what every later stage reads and points into.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"

namespace acta::text {

/// Where a line comes from: a line of the page with a title, or of the article itself.
struct Origin {
  std::string_view page;  ///< Empty for the article itself.
  std::uint32_t line = 0;
};

/// The pages that a text was put together from, as an article that shows parts of other pages is.
struct Parts {
  /// A line of one of them.
  struct Line {
    std::uint32_t page = 0;  ///< 0 is the article itself, else 1 + index into `pages`.
    std::uint32_t line = 0;
  };

  std::vector<Line> lines;              ///< One a line of the text.
  std::vector<std::string> pages;       ///< Titles.
  std::uint32_t own_lines = 0;          ///< How many the article itself has.
  std::vector<std::uint32_t> replaced;  ///< Lines of the article where a part of a page stands.
};

/// One article's text: valid UTF-8, NFC not enforced, lines ended by "\n" only.
///
/// Offsets are bytes of `text()`, lines and columns are 1-based, columns count code points.  Views
/// returned by a Source live as long as it does; a Source can be moved only before views are taken.
class Source {
 public:
  /// Makes a Source of raw bytes: drops a byte-order mark, turns "\r\n" and a lone "\r" into "\n",
  /// replaces each maximal run of ill-formed UTF-8 by one U+FFFD and reports it
  /// (`encoding_invalid`), and replaces U+0000 by U+FFFD likewise.  `name` is how people call the
  /// file.  No bytes make it fail, but a text of 4 GiB or more throws std::length_error.
  static Source from_bytes(std::string name, std::string bytes, finding::Diagnostics& diagnostics);

  /// Makes a Source of a text that was put together from `parts`.
  static Source from_parts(std::string name, std::string bytes, Parts parts);

  Source(Source&&) noexcept = default;
  Source& operator=(Source&&) noexcept = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  /// How people call the text; never opened.
  const std::string& name() const { return name_; }

  /// The whole text.
  std::string_view text() const { return text_; }

  /// The number of lines; the empty piece after a last newline is none, an empty text has 0.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  /// Line `number` (1-based, in range) without its newline.
  std::string_view line(std::uint32_t number) const;

  /// Offset of the first byte of line `number` (1-based, in range).
  std::uint32_t line_start(std::uint32_t number) const { return starts_[number - 1]; }

  /// The 1-based line that holds byte `offset`; offsets at or past the end belong to the last line.
  std::uint32_t line_of(std::size_t offset) const;

  /// Where line `number` comes from.
  Origin origin(std::uint32_t number) const {
    if (parts_ == nullptr || number == 0 || number > parts_->lines.size()) return {{}, number};
    const Parts::Line& line = parts_->lines[number - 1];
    return {line.page == 0 ? std::string_view() : parts_->pages[line.page - 1], line.line};
  }

  /// What the text was put together from; null for a text of one page.
  const Parts* parts() const { return parts_.get(); }

  /// The number of lines of the article itself.
  std::uint32_t own_line_count() const { return parts_ ? parts_->own_lines : line_count(); }

  /// Page, line and column (code points) of byte `offset`, in bounded time on a line of any length.
  finding::Position position(std::size_t offset) const;

  /// finding::Position of a view into `text()`; line 1, column 1 when the view lies elsewhere.
  finding::Position position(std::string_view piece) const;

  /// finding::Position of the beginning of line `number`.
  finding::Position start_of(std::uint32_t number) const {
    const Origin from = origin(number);
    return {from.line, 1, from.page};
  }

 private:
  Source() = default;

  void index_lines();

  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> blocks_;  // Lines that begin up to each 256 bytes.
  std::vector<std::uint32_t> counts_;  // Code points before each 4 KiB; empty without a long line.
  std::unique_ptr<const Parts> parts_;
};

/// Lines of offsets that mostly grow: as `Source::line_of`, without a search where the next offset
/// is on the same line or one of the next.
class LineCursor {
 public:
  explicit LineCursor(const Source& source) : source_(source) {}

  std::uint32_t of(std::size_t offset) {
    const std::uint32_t count = source_.line_count();
    if (line_ > 0 && offset >= source_.line_start(line_)) {
      for (int steps = 0; steps < 4; ++steps, ++line_) {
        if (line_ == count || offset < source_.line_start(line_ + 1)) return line_;
      }
    }
    if (count == 0) return source_.line_of(offset);
    return line_ = source_.line_of(offset);
  }

 private:
  const Source& source_;
  std::uint32_t line_ = 0;
};

}  // namespace acta::text
