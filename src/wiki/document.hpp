#pragma once
/// A wiki page as sections of blocks: what both front ends make and football reads.
///
/// Everything here is a view: into the Source, or into the Document's own arena.  A Document is
/// valid as long as its Source and itself live; `parse` gives it the Source too.  Markup is gone,
/// only its meaning is left: a bold name is its text, a wikilink its text and target, a formatting
/// template what it would show.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "text/source.hpp"

namespace acta::wiki {

/// A wikilink inside a Text: bytes [begin, end) of `Text::text` show it, `target` is the page.
struct Link {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view target;
};

/// A call of a template that shows a picture inside a Text: bytes [begin, end) of `Text::text`
/// stand for it, none where a text has no sign for it.
struct Call {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view name;   ///< What the picture says, canonical: see words/templates.
  std::string_view value;  ///< The numbers beside it, parted by "|": {{sent off|1|23|60}}.
};

/// One line of inline content: trimmed, entities resolved, markup removed.
struct Text {
  std::string_view text;
  std::uint32_t line = 0;    ///< 1-based line of the page where it starts.
  std::uint32_t offset = 0;  ///< Byte of the page's text where it starts.
  std::span<const Link> links;
  std::span<const Call> calls = {};  ///< In the order of their beginnings.
  bool bold = false;                 ///< All of it is bold: of two sides the winner, say.

  bool empty() const { return text.empty(); }
};

/// A value of one or more lines: a line break (`<br>`, a list item, a newline) starts another.
using Lines = std::span<const Text>;

/// A line of running text.  Whether it is a match, a date or prose is not known here.
struct Line {
  Text text;
  bool indented = false;  ///< Began with a blank, a tab or ":".
};

/// A list item.
struct ListItem {
  Text text;
  char marker = '*';         ///< '*' bullet, '#' numbered, ';' definition term, ':' definition.
  std::uint16_t depth = 1;   ///< 1 for an outer item.
  std::uint32_t number = 0;  ///< Its number as written or counted; 0 for other markers.
};

/// One field of an infobox or one parameter of a template call.
struct Field {
  std::string_view key;  ///< Lower-case, one blank between words; positional ones "1", "2" ...
  Lines value;           ///< No line when the value is empty.
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  std::uint32_t offset = 0;

  /// The value's first line, or an empty Text.
  Text first() const { return value.empty() ? Text{} : value.front(); }
};

/// The infobox.
struct Infobox {
  std::string_view name;  ///< The template's canonical name; empty in rendered text.
  std::span<const Field> fields;
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
};

/// A template call that stands as a block, such as a match box.
struct Template {
  std::string_view name;  ///< Canonical: redirects and letter case resolved, see wiki/templates.
  std::span<const Field> fields;
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  std::uint32_t offset = 0;
};

/// One cell.  A cell that a rowspan or colspan repeats is there again, with `repeated` set.
struct Cell {
  Lines value;
  bool header = false;
  bool repeated = false;

  Text first() const { return value.empty() ? Text{} : value.front(); }
};

/// One row; every row of a table has as many cells as the table is wide, unless the article's row
/// was too long or short (then it was reported, and is as written).
struct Row {
  std::span<const Cell> cells;
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
  std::uint32_t offset = 0;
  bool doubtful = false;  ///< Its cells may not stand under their headers; it was reported.
};

/// A table as a grid, spans expanded.  `header` is empty only when the table has no row at all.
struct Table {
  Text caption;                  ///< Or the one cell of the row right above the header.
  std::span<const Text> titles;  ///< Of further rows of one cell above the header, from the top.
  std::span<const Row> upper;    ///< Header rows of several cells above the header, from the top.
  Row header;                    ///< The (last) header row.
  std::span<const Row> rows;     ///< The rows below it.
  std::uint32_t line = 0;
  std::uint32_t end_line = 0;
};

/// One block of a section.
struct Block {
  std::variant<Line, ListItem, Infobox, Table, Template> content;
  bool joined = false;  ///< Directly below the block before it, with no blank line between.
};

/// A heading and what stands under it up to the next heading of any level.
struct Section {
  std::uint16_t level = 0;  ///< 0 is the lead (no heading), else 1 to 6 as written ("==" is 2).
  Text heading;
  std::span<const Block> blocks;
};

/// What a line of the article turned out to be.  A front end leaves `unread` what football has to
/// claim.
enum class LineClass : std::uint8_t { unread, blank, record, prose, residue };

/// Form of the input.
enum class Form : std::uint8_t { rendered, wikitext, html };

/// Memory for views that have no place in the source; freed at once with the Document.
class Arena {
 public:
  /// Keeps a copy of `items`.
  template <typename T>
  std::span<const T> keep(const std::vector<T>& items) {
    return keep(std::span<const T>(items));
  }

  template <typename T>
  std::span<const T> keep(std::span<const T> items) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    T* place = static_cast<T*>(memory_.allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  }

  /// Keeps one item.
  template <typename T>
  std::span<const T> keep_one(const T& item) {
    static_assert(std::is_trivially_destructible_v<T>);
    return {new (memory_.allocate(sizeof(T), alignof(T))) T(item), 1};
  }

  /// Keeps a copy of `text`.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* place = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

 private:
  std::pmr::monotonic_buffer_resource memory_{std::size_t{16} * 1024};
};

/// A page.
struct Document {
  Form form = Form::rendered;
  Text title;                               ///< Empty when the page states none.
  std::string_view language;                ///< As the page says: "en"; empty when it does not.
  std::optional<std::int64_t> page_id;      ///< As the page says.
  std::optional<std::int64_t> revision_id;  ///< As the page says.
  std::vector<Section> sections;
  std::vector<LineClass> lines;  ///< One a line of the Source.
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
  /// The text that lines and offsets count in, where the Document owns it.
  std::unique_ptr<const text::Source> source = nullptr;
  /// Titles of the pages that it asked for, found or not, in the order asked.
  std::vector<std::string> asked = {};
};

}  // namespace acta::wiki
