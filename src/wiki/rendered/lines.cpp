#include "wiki/rendered/lines.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "grammar/rendered.hpp"
#include "text/unicode.hpp"
#include "wiki/rendered/text.hpp"

namespace acta::wiki {
namespace {

namespace rules = grammar::rendered;
namespace pegtl = tao::pegtl;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

/// Longer lines are prose, whatever they start with.
constexpr std::size_t longest_hatnote = 300;

template <typename Rule>
bool matches(std::string_view body) {
  Input in(body.data(), body.data() + body.size(), "");
  return pegtl::parse<Rule>(in);
}

template <typename Rule>
struct Action : pegtl::nothing<Rule> {};

template <>
struct Action<rules::run> {
  template <typename In>
  static void apply(const In& in, Marker& marker) {
    marker.kind = in.peek_char(in.size() - 1);
    marker.run = static_cast<std::uint16_t>(
        std::min<std::size_t>(in.size(), std::numeric_limits<std::uint16_t>::max()));
  }
};

template <>
struct Action<rules::numbered> {
  template <typename In>
  static void apply(const In& in, Marker& marker) {
    marker.kind = '#';
    marker.number = 0;
    for (const char c : in.string_view()) {
      if (c < '0' || c > '9') {
        break;
      }
      marker.number = marker.number * 10 + static_cast<std::uint32_t>(c - '0');
    }
  }
};

template <>
struct Action<rules::lettered> {
  template <typename In>
  static void apply(const In& in, Marker& marker) {
    marker.kind = '#';
    marker.number = static_cast<std::uint32_t>(in.peek_char() - 'a') + 1;
  }
};

template <>
struct Action<rules::tab> {
  static void apply0(Marker& marker) { marker.is_tabbed = true; }
};

template <typename Rule>
struct HeadingAction : pegtl::nothing<Rule> {};

template <>
struct HeadingAction<rules::opening> {
  template <typename In>
  static void apply(const In& in, HeadingMarks& marks) {
    marks.opening = in.size();
  }
};

template <>
struct HeadingAction<rules::closing> {
  template <typename In>
  static void apply(const In& in, HeadingMarks& marks) {
    marks.closing = in.size();
  }
};

template <typename Rule>
struct MarkdownAction : pegtl::nothing<Rule> {};

template <>
struct MarkdownAction<rules::hashes> {
  template <typename In>
  static void apply(const In& in, MarkdownHeading& heading) {
    heading.level = in.size();
  }
};

template <>
struct MarkdownAction<rules::markdown_text> {
  template <typename In>
  static void apply(const In& in, MarkdownHeading& heading) {
    heading.text = in.string_view();
  }
};

}  // namespace

MarkdownHeading markdown_heading(std::string_view body) {
  MarkdownHeading heading;
  Input in(body.data(), body.data() + body.size(), "");
  return pegtl::parse<rules::markdown, MarkdownAction>(in, heading) ? heading : MarkdownHeading{};
}

std::optional<Marker> list_marker(std::string_view body) {
  Marker marker;
  Input in(body.data(), body.data() + body.size(), "");
  if (!pegtl::parse<rules::item, Action>(in, marker)) {
    return std::nullopt;
  }
  marker.length = static_cast<std::size_t>(in.current() - body.data());
  return marker;
}

HeadingMarks heading_marks(std::string_view body) {
  HeadingMarks marks;
  Input in(body.data(), body.data() + body.size(), "");
  pegtl::parse<rules::heading, HeadingAction>(in, marks);
  if (marks.opening == body.size()) marks.closing = marks.opening;
  return marks;
}

BarLine bar_line(std::string_view body) {
  // Nearly every row starts with a blank and a cell that is not a rule.
  const std::size_t first = body.find_first_not_of(" \t", 1);
  if (first == std::string_view::npos ||
      std::string_view("-:}+").find(body[first]) == std::string_view::npos) {
    return BarLine::row;
  }
  if (matches<rules::rule_row>(body)) {
    return BarLine::rule;
  }
  if (matches<rules::row_break>(body)) {
    return BarLine::row_break;
  }
  if (matches<rules::table_close>(body)) {
    return BarLine::table_close;
  }
  return matches<rules::caption>(body) ? BarLine::caption : BarLine::row;
}

bool is_leftover(std::string_view body) { return matches<rules::leftover>(body); }

bool is_hatnote(std::string_view body) {
  return body.size() <= longest_hatnote && matches<rules::hatnote>(body);
}

bool is_hatnote_of(std::string_view heading, std::string_view body) {
  constexpr std::size_t longest_title = 150;
  constexpr std::size_t long_enough = 8;  // For a label to be misspelt and still be known.
  if (body.size() > longest_hatnote || heading.size() > longest_hatnote) {
    return false;
  }
  const std::size_t colon = body.find(':');
  if (colon == std::string_view::npos || body.size() - colon > longest_title) {
    return false;
  }
  const std::string_view page = trim_blanks(body.substr(colon + 1));
  if (!matches<rules::with_year>(page) || page.back() == '.' || matches<rules::with_match>(page)) {
    return false;
  }
  const std::string label = text::fold(trim_blanks(body.substr(0, colon)));
  const std::string subject = text::fold(heading);
  return label == subject ||
         (label.size() >= long_enough && text::edit_distance(label, subject, 2) <= 2);
}

}  // namespace acta::wiki
