#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.hpp"
#include "wiki/parse.hpp"
#include "wiki/rendered/infobox.hpp"
#include "wiki/rendered/lines.hpp"
#include "wiki/rendered/list.hpp"
#include "wiki/rendered/page.hpp"
#include "wiki/rendered/table.hpp"

namespace acta::wiki {
namespace {

using finding::Code;

constexpr std::size_t deepest_heading = 6;

/// Reads one page, a line after the other: each line is of the open infobox, or what its first
/// byte says, or else a line of text.
class Reader {
 public:
  Reader(const text::Source& source, finding::Diagnostics& diagnostics)
      : page_(source, diagnostics), infobox_(page_), table_(page_) {}

  Document read();

 private:
  /// Markup of several lines that a rendering should not hold.
  enum class Leftover : std::uint8_t { none, call, comment };

  void read_blank();
  void read_body();
  void residue();
  bool read_leftover();
  bool read_field();
  bool read_columns();
  bool read_block();
  bool read_heading();
  bool read_markdown_heading();
  bool heads_like_markdown() const;
  bool is_title(std::string_view line) const;
  bool has_title() const;
  void enter(const Text& whole, std::string_view inside, std::size_t level, bool is_title);
  void read_bar();
  bool read_header_row();
  bool read_item();
  bool is_numbered_item(const Marker& marker) const;
  bool is_empty_head(const Marker& marker) const;
  bool read_letters();
  bool points_elsewhere() const;
  void read_line(std::string_view text, bool is_indented);

  template <typename Content>
  void push(const Content& content);
  void close_infobox();
  void close_table();
  void close_section();

  void end_list() {
    outline_.clear();
    in_definitions_ = false;
  }

  /// Notes whether the block that starts here joins the one above.
  void start_block() {
    joins_ = !blocks_.empty() && !after_gap_;
    after_gap_ = false;
  }

  Page page_;
  InfoboxReader infobox_;
  TableReader table_;
  Leftover leftover_ = Leftover::none;
  bool is_at_top_ = true;        // No line with text was read.
  bool is_title_taken_ = false;  // From the first line.
  bool in_columns_ = false;      // Of a table without bars.
  bool is_markdown_ = false;     // By its headings.

  // The section being read.
  Section section_;
  std::vector<Block> blocks_;
  bool joins_ = false;
  bool after_gap_ = false;  // A blank line stands behind the last block.
  Outline outline_;
  bool in_definitions_ = false;

  std::vector<Text> pieces_;
};

// Whether the headings of the page are those of Markdown: none is one of a wiki, and one that
// begins with "##" stands between blank lines, as no item of a numbered list does.
bool Reader::heads_like_markdown() const {
  bool has_section = false;
  for (std::uint32_t number = 1; number <= page_.line_count; ++number) {
    const std::string_view body = page_.line(number).text;
    if (body.empty() || (body.front() != '=' && body.front() != '#')) continue;
    if (body.front() == '=' && heading_marks(body).closing != 0) return false;
    const bool is_alone = (number == 1 || page_.line(number - 1).text.empty()) &&
                          number < page_.line_count && page_.line(number + 1).text.empty();
    has_section |= is_alone && body.starts_with("##") && markdown_heading(body).level > 1;
  }
  return has_section;
}

// Whether the first line names the article, where no line "= Title =" does: it stands alone, is no
// sentence and holds a year.
bool Reader::is_title(std::string_view line) const {
  constexpr std::size_t longest = 80;
  if (line.empty() || line.size() > longest || !page_.peek(page_.number + 1).empty() ||
      std::string_view(".:;,|=#").find(line.back()) != std::string_view::npos ||
      line.find_first_of("\t|=#[{<*") != std::string_view::npos)
    return false;
  std::size_t digits = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool is_digit = at < line.size() && line[at] >= '0' && line[at] <= '9';
    if (!is_digit && digits == 4 && (line[at - 4] == '1' || line[at - 4] == '2')) return true;
    digits = is_digit ? digits + 1 : 0;
  }
  return false;
}

bool Reader::has_title() const {
  for (std::uint32_t number = 1; number <= page_.line_count; ++number) {
    const std::string_view body = page_.line(number).text;
    if (body.starts_with('=') && !body.starts_with("==") && heading_marks(body).opening == 1)
      return true;
  }
  return is_markdown_;
}

Document Reader::read() {
  is_markdown_ = heads_like_markdown();
  for (page_.number = 1; page_.number <= page_.line_count; ++page_.number) {
    page_.body = page_.line(page_.number);
    if (page_.body.text.empty()) {
      read_blank();
    } else {
      read_body();
    }
  }
  close_section();
  const std::vector<LineClass>& lines = page_.document.lines;
  const bool is_empty = std::all_of(lines.begin(), lines.end(), [](LineClass line_class) {
    return line_class == LineClass::blank;
  });
  if (is_empty) {
    page_.diagnostics.add(Code::empty_document, {1, 1}, "the article is empty");
  } else if (page_.document.title.empty()) {
    page_.diagnostics.add(Code::title_missing, {1, 1}, "no line \"= Title =\" names the article");
  } else if (is_title_taken_) {
    page_.diagnostics.add(
        Code::title_missing, {1, 1},
        "no line \"= Title =\" names the article, its first line is taken for it");
  }
  return std::move(page_.document);
}

void Reader::read_blank() {
  page_.mark(LineClass::blank);
  leftover_ = Leftover::none;
  if (in_columns_) close_table();
  in_columns_ = false;
  table_.end_rows();
  if (infobox_.is_open() && !infobox_.waits_below_blank()) {
    close_infobox();
  }
  after_gap_ = true;
}

void Reader::read_body() {
  page_.texts.begin_line(page_.number, page_.body.text);
  if (std::exchange(is_at_top_, false) && is_title(page_.body.text) && !has_title()) {
    page_.document.title = page_.texts.read_one(page_.body.text);
    page_.mark(LineClass::record);
    is_title_taken_ = true;
    return;
  }
  if (!page_.texts.plain()) {
    const std::string_view trimmed = text::trim(page_.body.text);
    if (trimmed.empty()) {
      read_blank();
      return;
    }
    page_.body.indent += trimmed.data() == page_.body.text.data() ? 0 : 1;
    page_.body.text = trimmed;
  }
  if (read_leftover()) {
    residue();
    return;
  }
  if (!read_field() && !read_columns() && !read_block()) {
    read_line(page_.body.text, page_.body.indent > 0);
  }
  if (page_.texts.removed_markup()) {
    page_.report(Code::markup_residue, "markup that the rendering left was removed");
  }
}

void Reader::residue() {
  page_.mark(LineClass::residue);
  if (!page_.texts.removed_markup()) {
    page_.report(Code::markup_residue,
                 "a line that the rendering left holds no text of the article");
  }
}

/// A call goes on while its lines look like arguments, a comment up to its end, and neither beyond
/// a blank line or a heading.
bool Reader::read_leftover() {
  const std::string_view body = page_.body.text;
  if (leftover_ == Leftover::none) {
    if (body.front() == '{' && body.starts_with("{{") && body.find("}}") == body.npos) {
      leftover_ = Leftover::call;
    } else if (body.front() == '<' && body.starts_with("<!--") && body.find("-->") == body.npos) {
      leftover_ = Leftover::comment;
    }
    return leftover_ != Leftover::none;
  }
  if (body.front() == '=') {
    leftover_ = Leftover::none;
    return false;
  }
  const bool is_closed = body.ends_with(leftover_ == Leftover::call ? "}}" : "-->");
  const bool is_argument = body.front() == '|' && !body.ends_with('|') &&
                           (body.find('=') != body.npos || body.find('|', 1) == body.npos);
  if (is_closed || (leftover_ == Leftover::call && !is_argument)) {
    leftover_ = Leftover::none;
  }
  return is_closed || leftover_ != Leftover::none;
}

bool Reader::read_field() {
  if (!infobox_.is_open()) {
    return false;
  }
  if (infobox_.read()) {
    return true;
  }
  close_infobox();
  return false;
}

/// A table without bars ends at a blank line, or where a line is no row of it.
bool Reader::read_columns() {
  if (in_columns_) {
    if (table_.add_columns()) return true;
    in_columns_ = false;
    close_table();
  }
  const char first = page_.body.text.front();
  if (page_.body.indent > 0 || first == '=' || first == '|' || first == '!' ||
      !table_.opens_columns())
    return false;
  close_table();
  start_block();
  end_list();
  in_columns_ = table_.add_columns();
  return in_columns_;
}

bool Reader::read_block() {
  const char first = page_.body.text.front();
  switch (first) {
    case '=':
      return read_heading();
    case '#':
      return (is_markdown_ && read_markdown_heading()) || read_item();
    case '|':
      read_bar();
      return true;
    case '!':
      return read_header_row();
    case '-':
    case '*':
    case ';':
    case ':':
    case '\xC2':  // A middle dot
    case '\xE2':  // or other bullets and dashes.
      return read_item();
    case '{':
    case '_':
      if (is_leftover(page_.body.text)) {
        residue();
        return true;
      }
      return false;
    default:
      break;
  }
  const bool is_number = first >= '0' && first <= '9';
  const bool is_lettered = first >= 'a' && first <= 'z' && page_.body.text.substr(1, 1) == ")";
  return is_number || is_lettered ? read_item() : read_letters();
}

bool Reader::read_heading() {
  // What is not plain is read first: `==Teams== <!-- 18 -->` is a heading.
  const std::string_view line = page_.body.text;
  const Text whole = page_.texts.plain() ? Text{line, page_.number, page_.texts.offset_of(line), {}}
                                         : page_.texts.read_one(line);
  const std::string_view body = whole.text;
  const auto [opening, closing] = heading_marks(body);
  if (opening == 0 || closing == 0) {
    if (opening >= 2) {
      page_.report(Code::markup_unbalanced, "a heading is not closed: the line is read as text");
    }
    return false;
  }
  const bool is_title = opening == 1 && section_.level == 0 && page_.document.title.empty();
  const std::size_t level = std::min({opening, closing, deepest_heading});
  // As MediaWiki reads it, marks too many on one side are text; the title is the rendering's own.
  const std::size_t cut = is_title ? closing : level;
  const std::string_view inside =
      opening == body.size() ? "" : trim_blanks(body.substr(level, body.size() - level - cut));
  if (inside.empty()) {
    residue();
    return true;
  }
  if (opening != closing) {
    page_.report(Code::markup_unbalanced, "a heading has " + std::to_string(opening) +
                                              " \"=\" on its left and " + std::to_string(closing) +
                                              " on its right");
  }
  enter(whole, inside, level, is_title);
  return true;
}

bool Reader::read_markdown_heading() {
  const std::string_view line = page_.body.text;
  const Text whole = page_.texts.plain() ? Text{line, page_.number, page_.texts.offset_of(line), {}}
                                         : page_.texts.read_one(line);
  const MarkdownHeading heading = markdown_heading(whole.text);
  if (heading.level == 0) return false;
  const bool is_title = heading.level == 1 && section_.level == 0 && page_.document.title.empty();
  // Sections are of level two everywhere else.
  enter(whole, trim_blanks(heading.text), std::max<std::size_t>(heading.level, 2), is_title);
  return true;
}

// Begins the section, or takes the title, that `inside` of a line names.
void Reader::enter(const Text& whole, std::string_view inside, std::size_t level, bool is_title) {
  const auto shift = static_cast<std::uint32_t>(inside.data() - whole.text.data());
  std::vector<Link> links(whole.links.begin(), whole.links.end());
  for (Link& link : links) {
    link.begin -= std::min(link.begin, shift);
    link.end =
        std::min(link.end - std::min(link.end, shift), static_cast<std::uint32_t>(inside.size()));
  }
  const Text heading{inside, page_.number, whole.offset + shift, page_.document.arena->keep(links)};
  page_.mark(LineClass::record);
  if (is_title) {
    page_.document.title = heading;
  } else {
    close_section();
    section_ = {static_cast<std::uint16_t>(level), heading, {}};
  }
}

void Reader::read_bar() {
  switch (bar_line(page_.body.text)) {
    case BarLine::row:
      if (!table_.goes_on()) {
        close_table();
      }
      if (!table_.is_open()) {
        start_block();
        end_list();
      }
      after_gap_ = false;
      table_.add_row();
      return;
    case BarLine::rule:
      if (table_.add_rule()) {
        return;
      }
      break;
    case BarLine::caption:
      close_table();
      if (table_.open_with_caption()) {
        start_block();
        end_list();
        return;
      }
      break;
    case BarLine::table_close:
      table_.end_rows();
      break;
    case BarLine::row_break:
      break;
  }
  residue();
}

bool Reader::read_header_row() {
  if (!table_.is_running()) {
    close_table();
  }
  const bool is_new = !table_.is_open();
  if (!table_.add_header_row()) {
    return false;
  }
  if (is_new) {
    start_block();
    end_list();
  }
  return true;
}

/// "1. FC Union 2-1 B" is no item: a number with a blank behind it numbers an item only where its
/// neighbours are numbered too, or where it is indented and tells of no match.
bool Reader::is_numbered_item(const Marker& marker) const {
  constexpr std::uint32_t lines_ahead = 40;
  const Body& body = page_.body;
  if (marker.is_tabbed || outline_.continues(marker.number, body.indent)) {
    return true;
  }
  if (marker.number > 1 && body.indent == 0) {
    return false;
  }
  const std::uint32_t last = std::min(page_.line_count, page_.number + lines_ahead);
  for (std::uint32_t number = page_.number + 1; number <= last; ++number) {
    const Body below = page_.line(number);
    if (below.text.empty() || below.indent > body.indent + 1) {
      continue;
    }
    const auto sibling = list_marker(below.text);
    if (sibling && sibling->kind == '#' && sibling->number == marker.number + 1) {
      return true;
    }
    break;
  }
  const std::string_view rest = body.text.substr(marker.length);
  return body.indent > 0 && rest.find_first_of("0123456789:") == rest.npos;
}

/// `;Notes` with nothing but blank lines and tags below, up to the next heading or the end.
bool Reader::is_empty_head(const Marker& marker) const {
  if (marker.kind != ';') {
    return false;
  }
  for (std::uint32_t number = page_.number + 1; number <= page_.line_count; ++number) {
    const std::string_view body = page_.line(number).text;
    if (!body.empty() && (body.front() != '<' || body.back() != '>')) {
      return body.front() == '=';
    }
  }
  return true;
}

bool Reader::read_item() {
  const std::string_view body = page_.body.text;
  const auto marker = list_marker(body);
  if (!marker) {
    const bool is_residue = body == "-" || (body.starts_with("---") && is_leftover(body));
    if (is_residue) {
      residue();
    }
    return is_residue;
  }
  if (marker->number > 0 && !is_numbered_item(*marker)) {
    return false;
  }
  const std::string_view rest = trim_blanks(body.substr(marker->length));
  const bool is_adjacent = !rest.empty() && rest.data() == body.data() + marker->length;
  if (is_adjacent && marker->kind == '#' && marker->run > 0 && rest.front() >= '0' &&
      rest.front() <= '9') {
    return false;  // "#1" counts something.
  }
  const bool is_indentation =
      marker->kind == ':' && !in_definitions_ && body.find_first_not_of(':') == marker->length;
  if (is_indentation && !is_hatnote(rest)) {
    read_line(rest, true);
    return true;
  }
  const Text item = is_indentation || is_empty_head(*marker) ? Text() : page_.texts.read_one(rest);
  if (item.empty()) {
    residue();
    return true;
  }
  const Outline::Place place = outline_.add(*marker, page_.body.indent);
  push(ListItem{item, marker->kind, place.depth, place.number});
  in_definitions_ = marker->kind == ';' || marker->kind == ':';
  return true;
}

/// A line that starts with a letter or another sign: an infobox, a note that points elsewhere, or
/// text.
bool Reader::read_letters() {
  if (infobox_.open(section_.level == 0)) {
    close_table();
    start_block();
    end_list();
    return true;
  }
  constexpr std::size_t most_before = 4;  // A title and labels.
  if (section_.level == 0 && blocks_.size() <= most_before && !table_.is_open() &&
      page_.body.text.find('\t') != std::string_view::npos && infobox_.open_with_pairs()) {
    start_block();
    end_list();
    return true;
  }
  if (!points_elsewhere()) {
    return false;
  }
  residue();
  return true;
}

bool Reader::points_elsewhere() const {
  constexpr std::size_t longest_label = 120;
  const std::string_view body = page_.body.text;
  if (body.substr(0, longest_label).find(':') != body.npos) {
    const bool is_first = blocks_.empty() && !table_.is_open() && section_.level > 0;
    if (is_first && is_hatnote_of(section_.heading.text, body)) {
      return true;
    }
    return page_.body.indent == 0 && (is_hatnote(body) || is_leftover(body));
  }
  const bool is_capital = body.front() >= 'A' && body.front() <= 'Z';
  return page_.body.indent == 0 && is_capital && is_hatnote(body);
}

void Reader::read_line(std::string_view text, bool is_indented) {
  pieces_.clear();
  page_.texts.read(text, pieces_);
  if (pieces_.empty()) {
    residue();
  }
  for (const Text& piece : pieces_) {
    push(Line{piece, is_indented});
    end_list();
  }
}

template <typename Content>
void Reader::push(const Content& content) {
  close_table();
  start_block();
  blocks_.push_back({content, joins_});
}

void Reader::close_infobox() { blocks_.push_back({infobox_.close(), joins_}); }

void Reader::close_table() {
  if (table_.is_open()) {
    blocks_.push_back({table_.close(), joins_});
  }
}

void Reader::close_section() {
  if (infobox_.is_open()) {
    close_infobox();
  }
  close_table();
  section_.blocks = page_.document.arena->keep(blocks_);
  page_.document.sections.push_back(section_);
  blocks_.clear();
  after_gap_ = false;
  end_list();
}

}  // namespace

Document parse_rendered(const text::Source& source, finding::Diagnostics& diagnostics) {
  return Reader(source, diagnostics).read();
}

}  // namespace acta::wiki
