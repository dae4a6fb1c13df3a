#pragma once
/// What the parts of the rendered front end share: the page, and the line being read.  Private to
/// it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/rendered/text.hpp"

namespace acta::wiki {

/// A line cut at its indentation.
struct Body {
  std::string_view text;     ///< Without the indentation and trailing blanks.
  std::uint32_t indent = 0;  ///< Columns; a tab goes to the next eighth.
};

/// A page while it is read, a line after the other.
struct Page {
  Page(const text::Source& from, finding::Diagnostics& findings)
      : source(from),
        diagnostics(findings),
        line_count(from.line_count()),
        end(from.text().size() - (from.text().ends_with('\n') ? 1 : 0)),
        texts(from, *document.arena, findings) {
    document.form = Form::rendered;
    document.lines.assign(line_count, LineClass::unread);
  }

  /// Line `number`, in range, cut at its indentation.
  Body line(std::uint32_t line_number) const {
    const std::size_t begin = source.line_start(line_number);
    const std::size_t stop =
        line_number < line_count ? source.line_start(line_number + 1) - 1 : end;
    const std::string_view whole = source.text().substr(begin, stop - begin);
    Body cut;
    std::size_t at = 0;
    for (; at < whole.size() && (whole[at] == ' ' || whole[at] == '\t'); ++at) {
      cut.indent = whole[at] == '\t' ? (cut.indent / 8 + 1) * 8 : cut.indent + 1;
    }
    cut.text = trim_blanks(whole.substr(at));
    return cut;
  }

  /// The text of line `number`, empty beyond the end.
  std::string_view peek(std::uint32_t line_number) const {
    return line_number <= line_count ? line(line_number).text : std::string_view();
  }

  /// Says what the line being read is.
  void mark(LineClass line_class) { document.lines[number - 1] = line_class; }

  /// Reports a finding about the line being read.
  void report(finding::Code code, std::string message) {
    const std::uint32_t offset = texts.offset_of(body.text);
    const bool is_line_start = source.line_start(number) == offset;
    diagnostics.add(code, is_line_start ? finding::Position{number, 1} : source.position(offset),
                    std::move(message));
  }

  const text::Source& source;
  finding::Diagnostics& diagnostics;
  std::uint32_t line_count;
  std::size_t end;
  Document document;
  TextReader texts;

  std::uint32_t number = 0;  ///< Of the line being read.
  Body body;                 ///< Of the line being read.
};

}  // namespace acta::wiki
