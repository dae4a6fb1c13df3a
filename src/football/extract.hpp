#pragma once
/// A page becomes the records of a season.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// A literal, as one pointer: there are two a line.
class Label {
 public:
  constexpr Label() = default;

  template <std::size_t size>
  consteval Label(const char (&literal)[size]) : text_(literal) {}

  constexpr operator std::string_view() const { return text_; }

  constexpr bool empty() const { return *text_ == '\0'; }

 private:
  const char* text_ = "";
};

/// How one line was read.  `rule` names the reading ("match line"), `record` the output array the
/// line fed ("matches"); `index` is the element of that array.
struct Reading {
  wiki::LineClass line_class = wiki::LineClass::unread;
  std::uint32_t index = 0;
  Label rule;
  Label record;
};

/// A season and how each line of the article was read.
struct Extraction {
  Season season;
  std::vector<Reading> lines;
};

/// Reads `document`, made of `source`.  Fills every record but `article` (title, form and language
/// apart), `coverage` too; the findings go to `diagnostics`, not into the season.
Extraction extract(const wiki::Document& document, const text::Source& source,
                   finding::Diagnostics& diagnostics);

/// The number of lines of each class.
Coverage coverage_of(const std::vector<Reading>& lines);

}  // namespace acta::football
