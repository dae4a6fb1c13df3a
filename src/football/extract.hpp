#pragma once
/// A page becomes the records of a season.

#include <array>
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

/// The arrays of a season that lines feed.
enum class RecordKind : std::uint8_t {
  none,
  infobox_fields,
  honours,
  teams,
  stadiums,
  matches,
  ties,
  standings,
  top_scorers,
  team_changes,
  tie_breakers,
  squads,
  other_tables,
  see_also
};
inline constexpr std::array<std::string_view, 14> record_kind_names = {"",
                                                                       "infobox.fields",
                                                                       "honours",
                                                                       "teams",
                                                                       "stadiums",
                                                                       "matches",
                                                                       "ties",
                                                                       "standings",
                                                                       "top_scorers",
                                                                       "team_changes",
                                                                       "tie_breakers",
                                                                       "squads",
                                                                       "other_tables",
                                                                       "see_also"};

/// An element of an array of the season.
struct RecordRef {
  RecordKind kind = RecordKind::none;
  std::uint32_t index = 0;

  constexpr RecordRef() = default;

  constexpr RecordRef(RecordKind of, std::size_t at)
      : kind(of), index(static_cast<std::uint32_t>(at)) {}
};

/// How one line was read.  `rule` names the reading ("match line"), `record` what the line fed.
struct Reading {
  wiki::LineClass line_class = wiki::LineClass::unread;
  Label rule;
  RecordRef record;
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
