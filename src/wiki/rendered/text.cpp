#include "wiki/rendered/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "grammar/rendered_text.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "wiki/entities.hpp"
#include "words/signs.hpp"
#include "words/words.hpp"

namespace acta::wiki {
namespace {

/// Whether a text holds characters that show nothing: most lines have none of their first bytes.
bool holds_invisible(std::string_view text) {
  constexpr text::ByteSet heads("\xC2\xE2\xEF");
  for (std::size_t at = heads.find_in(text); at != std::string_view::npos;
       at = heads.find_in(text, at + 1)) {
    if (text::is_zero_width(text::front(text.substr(at)).value)) {
      return true;
    }
  }
  return false;
}

namespace rules = grammar::rendered_text;
namespace pegtl = tao::pegtl;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

Input input(std::string_view piece) { return {piece.data(), piece.data() + piece.size(), ""}; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c | 0x20);
    }
  }
  return lower;
}

/// Whether a link to `target` shows nothing where it stands: files, categories, other languages.
bool is_hidden(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 16) {
    return false;
  }
  const std::string space = lower_ascii(trim_blanks(target.substr(0, colon)));
  const bool is_language =
      (space.size() == 2 || space.size() == 3) &&
      std::all_of(space.begin(), space.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_language ||
         words::exact(words::Kind::namespace_file, words::Kind::namespace_category, space);
}

/// The page that a link's target names, without the leading ":" and the section.
std::string_view page_of(std::string_view target) {
  target = trim_blanks(target.substr(0, target.find('#')));
  if (!target.empty() && target.front() == ':') {
    target.remove_prefix(1);
  }
  return target;
}

/// The argument that a formatting call shows, or nothing.
std::string_view shown_by_call(std::string_view call) {
  call = call.substr(2, call.size() - 4);
  const std::size_t bar = call.find('|');
  const std::string name = lower_ascii(trim_blanks(call.substr(0, bar)));
  if (bar == std::string_view::npos) {
    static const std::string spaced_dash = ' ' + std::string(words::en_dash) + ' ';
    static const std::array<std::array<std::string_view, 2>, 5> signs = {
        {{"!", "|"},
         {"nbsp", " "},
         {"ndash", words::en_dash},
         {"snd", spaced_dash},
         {"spaced ndash", spaced_dash}}};
    const auto* found =
        std::find_if(signs.begin(), signs.end(), [&](const auto& sign) { return sign[0] == name; });
    return found == signs.end() ? std::string_view() : (*found)[1];
  }
  constexpr std::array<std::string_view, 6> wrappers = {"nowrap", "nobr",   "small",
                                                        "big",    "nobold", "abbr"};
  if (std::find(wrappers.begin(), wrappers.end(), name) == wrappers.end()) {
    return {};
  }
  const std::string_view arguments = call.substr(bar + 1);
  return trim_blanks(name == "abbr" ? arguments.substr(0, arguments.find('|')) : arguments);
}

/// Collects what the pieces of one text show.
struct Shown {
  Arena& arena;
  std::vector<Text>& out;
  std::uint32_t line;
  std::uint32_t offset;  ///< Of the text.
  const char* begin;     ///< Of the text; null where its bytes are not those of the page.

  std::string text;
  std::vector<Link> links;
  std::uint32_t text_offset = 0;
  bool removed = false;    ///< Markup was removed.
  bool after_gap = false;  ///< Something was removed just before.
  bool is_quoted = false;  ///< Within '' or '''.
  bool one_line = false;   ///< Line breaks show as blanks.

  void put(std::string_view piece, const char* at) {
    if (text.empty() || (after_gap && is_blank(text.back()))) {
      while (!piece.empty() && is_blank(piece.front())) {
        piece.remove_prefix(1);
        ++at;
      }
    }
    if (piece.empty()) {
      return;
    }
    if (text.empty()) {
      text_offset = begin == nullptr ? offset : offset + static_cast<std::uint32_t>(at - begin);
    }
    after_gap = false;
    text += piece;
  }

  void remove() {
    removed = true;
    after_gap = true;
  }

  void put_entity(char32_t character, const char* at) {
    const bool is_joiner = character == 0x200C || character == 0x200D;
    if (text::is_space(character)) {
      put(" ", at);
    } else if (!text::is_zero_width(character) && !is_joiner) {
      std::string utf8;
      append_utf8(character, utf8);
      put(utf8, at);
    }
  }

  /// Composes letters with accents that stood apart until what was between them went, or that
  /// were written as entities.
  void compose() {
    if (text::is_nfc(text)) {
      return;
    }
    const std::string_view apart = text;
    std::string composed;
    std::size_t done = 0;
    const auto compose_up_to = [&](std::size_t end) {
      composed += text::nfc(apart.substr(done, end - done));
      done = end;
      return static_cast<std::uint32_t>(composed.size());
    };
    for (Link& link : links) {
      link.begin = compose_up_to(link.begin);
      link.end = compose_up_to(link.end);
    }
    compose_up_to(apart.size());
    if (!text::is_nfc(composed)) {  // An accent just behind a link.
      composed = text::nfc(composed);
      links.clear();
    }
    text = composed;
  }

  void put_link(std::string_view inside);
  void put_call(std::string_view call);
  void put_nested(std::string_view piece);

  void end_line(const char* at) {
    removed = true;
    if (one_line) {
      put(" ", at);
      after_gap = true;
      return;
    }
    flush();
  }

  /// Takes out what shows nothing: soft hyphens, joiners, marks of direction.
  void remove_invisible() {
    std::string visible;
    std::size_t done = 0;
    const auto copy_up_to = [&](std::size_t end) {
      while (done < end) {
        const text::CodePoint next = text::front(std::string_view(text).substr(done));
        if (!text::is_zero_width(next.value)) {
          visible.append(text, done, next.size);
        }
        done += next.size;
      }
      return static_cast<std::uint32_t>(visible.size());
    };
    for (Link& link : links) {
      link.begin = copy_up_to(link.begin);
      link.end = copy_up_to(link.end);
    }
    copy_up_to(text.size());
    text = visible;
  }

  void flush() {
    if (holds_invisible(text)) {
      remove_invisible();
    }
    while (!text.empty() && is_blank(text.back())) {
      text.pop_back();
    }
    compose();
    if (!text.empty()) {
      const auto end = static_cast<std::uint32_t>(text.size());
      for (Link& link : links) {
        link = {std::min(link.begin, end), std::min(link.end, end), link.target};
      }
      const std::string_view kept = arena.keep(std::string_view(text));
      out.push_back({kept, line, text_offset, arena.keep(links)});
    }
    text.clear();
    links.clear();
    after_gap = false;
    is_quoted = false;
  }
};

template <typename Rule>
struct Action : pegtl::nothing<Rule> {};

/// Markup that shows nothing.
struct Remove {
  static void apply0(Shown& shown) { shown.remove(); }
};

/// Bytes that are shown as they are.
struct Put {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.put(in.string_view(), in.begin());
  }
};

template <>
struct Action<rules::plain> : Put {};

template <>
struct Action<rules::character> : Put {};

template <>
struct Action<rules::comment> : Remove {};

template <>
struct Action<rules::note> : Remove {};

template <>
struct Action<rules::mark> : Remove {};

template <>
struct Action<rules::tag> : Remove {};

template <>
struct Action<rules::footnote> : Remove {};

template <>
struct Action<rules::stray> : Remove {};

template <>
struct Action<rules::line_break> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.end_line(in.begin());
  }
};

/// A note that is not closed: its text stays, apart from what it was a note to.
template <>
struct Action<rules::open_note> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.put(" ", in.begin());
    shown.remove();
  }
};

template <>
struct Action<rules::call> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.put_call(in.string_view());
  }
};

template <>
struct Action<rules::link> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    const std::string_view link = in.string_view();
    shown.put_link(link.substr(2, link.size() - 4));
  }
};

template <>
struct Action<rules::site_text> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.remove();
    shown.put(trim_blanks(in.string_view()), in.begin());
  }
};

/// 45'' is a minute whose mark was typed twice, not the start of italics.
template <>
struct Action<rules::quotes> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    const bool after_digit =
        !shown.text.empty() && shown.text.back() >= '0' && shown.text.back() <= '9';
    if (in.size() == 2 && after_digit && !shown.is_quoted) {
      shown.put("'", in.begin());
      return;
    }
    shown.is_quoted = !shown.is_quoted;
    // Nothing but the quotes goes: blanks around them stay as they are.
    shown.removed = true;
  }
};

template <>
struct Action<rules::entity> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    if (const auto entity = decode_entity(in.string_view())) {
      shown.put_entity(entity->character, in.begin());
    } else {
      shown.put(in.string_view(), in.begin());
    }
  }
};

template <>
struct Action<rules::escape> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.put("|", in.begin());
  }
};

template <>
struct Action<rules::space> {
  template <typename In>
  static void apply(const In& in, Shown& shown) {
    shown.put(" ", in.begin());
  }
};

void Shown::put_nested(std::string_view piece) {
  const bool outer_one_line = std::exchange(one_line, true);
  Input in = input(piece);
  pegtl::parse<rules::text, Action>(in, *this);
  one_line = outer_one_line;
}

void Shown::put_link(std::string_view inside) {
  remove();
  const std::size_t bar = inside.find('|');
  const std::string_view target = trim_blanks(inside.substr(0, bar));
  if (is_hidden(target)) {
    return;
  }
  const std::string_view page = page_of(target);
  std::string_view label =
      bar == std::string_view::npos ? std::string_view() : trim_blanks(inside.substr(bar + 1));
  if (label.empty()) {
    label = page.empty() ? target : page;
  }
  const auto before = static_cast<std::uint32_t>(text.size());
  put_nested(label);
  const auto after = static_cast<std::uint32_t>(text.size());
  if (after > before && !page.empty()) {
    links.push_back({before, after, page});
  }
}

void Shown::put_call(std::string_view call) {
  remove();
  const std::string_view argument = shown_by_call(call);
  const bool is_inside =
      argument.data() >= call.data() && argument.data() < call.data() + call.size();
  if (is_inside) {
    put_nested(argument);
  } else if (!argument.empty()) {
    put(argument, call.data());
  }
}

/// Lower case of A-Z and of the capital letters of Latin-1 (U+00C0 to U+00DE).
void lower_latin(std::string& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= 'A' && text[at] <= 'Z') {
      text[at] = static_cast<char>(text[at] | 0x20);
    } else if (text[at] == '\xC3' && at + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[at + 1]);
      if (next >= 0x80 && next <= 0x9E && next != 0x97) {
        text[at + 1] = static_cast<char>(next | 0x20);
      }
    }
  }
}

}  // namespace

void TextReader::look_closer(std::string_view line, unsigned found) {
  const bool is_marked = (found & MarkupMap::markup) != 0 && MarkupMap::holds_markup(line);
  if ((found & MarkupMap::wide) != 0) {
    is_nfc_ = text::is_nfc(line);
  }
  plain_ = !is_marked && is_nfc_;
  if (is_nfc_ || reported_not_nfc_) {
    return;
  }
  reported_not_nfc_ = true;
  const std::string composed = text::nfc(line);
  std::size_t same = 0;
  while (same < line.size() && same < composed.size() && line[same] == composed[same]) {
    ++same;
  }
  while (same > 0 && same < line.size() && (line[same] & 0xC0) == 0x80) {
    --same;
  }
  diagnostics_.add(finding::Code::not_nfc, source_.position(offset_of(line) + same),
                   "text is not in Unicode form C; names are given in form C");
}

void TextReader::read_marked(std::string_view piece, std::vector<Text>& out) {
  if (piece.empty()) {
    return;
  }
  const std::uint32_t offset = offset_of(piece);
  if (!is_nfc_) {
    piece = arena_.keep(std::string_view(text::nfc(piece)));
  }
  if (!MarkupMap::holds_markup(piece)) {
    out.push_back({piece, number_, offset, {}});
    return;
  }
  Shown shown{arena_, out, number_, offset, is_nfc_ ? piece.data() : nullptr, {}, {}};
  Input in = input(piece);
  pegtl::parse<rules::text, Action>(in, shown);
  shown.flush();
  removed_markup_ = removed_markup_ || shown.removed;
}

Text TextReader::read_one(std::string_view piece) {
  scratch_.clear();
  read(piece, scratch_);
  if (scratch_.empty()) {
    return {};
  }
  if (scratch_.size() == 1) {
    return scratch_.front();
  }
  std::string joined;
  std::vector<Link> links;
  for (const Text& text : scratch_) {
    if (!joined.empty()) {
      joined += ' ';
    }
    const auto shift = static_cast<std::uint32_t>(joined.size());
    for (const Link& link : text.links) {
      links.push_back({link.begin + shift, link.end + shift, link.target});
    }
    joined += text.text;
  }
  Text one = scratch_.front();
  one.text = arena_.keep(std::string_view(joined));
  one.links = arena_.keep(links);
  return one;
}

std::string_view TextReader::read_key(std::string_view piece) {
  const std::string_view shown = read_one(piece).text;
  std::string key;
  for (const char c : shown) {
    if (!is_blank(c)) {
      key += c;
    } else if (key.back() != ' ') {
      key += ' ';
    }
  }
  lower_latin(key);
  return key == shown ? shown : arena_.keep(std::string_view(key));
}

bool TextReader::is_attributes(std::string_view piece) {
  Input in = input(piece);
  return pegtl::parse<rules::attributes>(in);
}

std::string_view TextReader::without_attributes(std::string_view piece) {
  Input in = input(piece);
  if (!pegtl::parse<rules::before_text>(in)) {
    return piece;
  }
  return piece.substr(static_cast<std::size_t>(in.current() - piece.data()));
}

}  // namespace acta::wiki
