#pragma once
/// A rendered page as the tests of its front end look at it.

#include <algorithm>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.hpp"
#include "wiki/entities.hpp"
#include "wiki/parse.hpp"

namespace acta::tests {

using finding::Code;
using wiki::LineClass;

/// A page, its document, and what was found.
struct Page {
  explicit Page(std::string bytes)
      : source(text::Source::from_bytes("test", std::move(bytes), diagnostics)),
        document(wiki::parse_rendered(source, diagnostics)) {}

  std::vector<const wiki::Block*> blocks(std::size_t section = 0) const {
    std::vector<const wiki::Block*> found;
    for (const wiki::Block& block : document.sections.at(section).blocks) {
      found.push_back(&block);
    }
    return found;
  }

  template <typename Content>
  std::vector<Content> all() const {
    std::vector<Content> found;
    for (const wiki::Section& section : document.sections) {
      for (const wiki::Block& block : section.blocks) {
        if (const auto* content = std::get_if<Content>(&block.content)) {
          found.push_back(*content);
        }
      }
    }
    return found;
  }

  /// The lines of text, one after the other.
  std::string lines() const {
    std::string joined;
    for (const wiki::Line& line : all<wiki::Line>()) {
      joined += (joined.empty() ? "" : "|") + std::string(line.text.text);
    }
    return joined;
  }

  /// The list items: marker, depth, number, text.
  std::string items() const {
    std::string joined;
    for (const wiki::ListItem& item : all<wiki::ListItem>()) {
      joined += (joined.empty() ? "" : "|") + std::string(1, item.marker) +
                std::to_string(item.depth) +
                (item.number > 0 ? "." + std::to_string(item.number) : "") + " " +
                std::string(item.text.text);
    }
    return joined;
  }

  std::string headings() const {
    std::string joined;
    for (const wiki::Section& section : document.sections) {
      if (section.level > 0) {
        joined += (joined.empty() ? "" : "|") + std::to_string(section.level) + " " +
                  std::string(section.heading.text);
      }
    }
    return joined;
  }

  std::size_t count(LineClass line_class) const {
    return static_cast<std::size_t>(
        std::count(document.lines.begin(), document.lines.end(), line_class));
  }

  std::vector<finding::Position> places(Code code) const {
    std::vector<finding::Position> found;
    for (const finding::Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostic.code == code) {
        found.push_back(diagnostic.position);
      }
    }
    return found;
  }

  std::size_t count(Code code) const { return places(code).size(); }

  finding::Diagnostics diagnostics;
  text::Source source;
  wiki::Document document;
};

/// The one line of text of a page of one line, below its title.
inline std::string shown(const std::string& line) { return Page("= T =\n" + line).lines(); }

}  // namespace acta::tests
