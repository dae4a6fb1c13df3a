#pragma once
/// A page becomes the records of a season.

#include <cstdint>
#include <string_view>
#include <vector>

#include "football/season.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// How one line was read.  `rule` names the reading ("match line"), `record` the output array the
/// line fed ("matches"), both point at static storage; `index` is the element of that array.
struct Reading {
  wiki::LineClass line_class = wiki::LineClass::unread;
  std::string_view rule;
  std::string_view record;
  std::uint32_t index = 0;
};

/// A season and how each line of the article was read.
struct Extraction {
  Season season;
  std::vector<Reading> lines;
};

/// Reads `document`, made of `source`.  Fills every record but `article` (title, form and language
/// apart), `coverage` too; the findings go to `diagnostics`, not into the season.
Extraction extract(const wiki::Document& document, const text::Source& source,
                   text::Diagnostics& diagnostics);

/// The number of lines of each class.
Coverage coverage_of(const std::vector<Reading>& lines);

}  // namespace acta::football
