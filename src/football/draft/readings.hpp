#pragma once
/// How the lines of an article were read, while it is read.  Private to football/.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "football/extract.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// The readings of all lines.  A line keeps the first reading that made it a record.
class Readings {
 public:
  /// Begins with the classes that the front end gave the lines.
  Readings(const wiki::Document& document, std::size_t line_count);

  /// Marks lines as read; `record` is the element that they fed, if there is one.
  void claim(std::uint32_t line, std::uint32_t end_line, wiki::LineClass line_class, Label rule,
             RecordRef record = {});

  /// Marks the line of a text as read.
  void claim(const wiki::Text& text, wiki::LineClass line_class, Label rule,
             RecordRef record = {}) {
    claim(text.line, text.line, line_class, rule, record);
  }

  /// Says more exactly which record a line that is read already fed.
  void refine(std::uint32_t line, RecordRef record);

  /// Takes records away: the lines of each fed the one at `into[index]`, its own index for one that
  /// stays.
  template <typename Record>
  void merge(std::vector<Record>& records, RecordKind kind, const std::vector<std::size_t>& into) {
    std::vector<std::uint32_t> place(records.size());
    std::vector<Record> kept;
    kept.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (into[i] != i) continue;
      place[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(records[i]));
    }
    records = std::move(kept);
    for (Reading& reading : lines_) {
      if (reading.record.kind == kind) reading.record.index = place[into[reading.record.index]];
    }
  }

  /// Puts records in the order of their lines, those of one line as they came, and lets the
  /// readings follow.  `line_of` gives the line of a record by its index.
  template <typename Record, typename LineOf>
  void sort(std::vector<Record>& records, RecordKind kind, LineOf line_of) {
    std::vector<std::size_t> order(records.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return line_of(a) < line_of(b); });
    if (std::is_sorted(order.begin(), order.end())) return;
    std::vector<std::uint32_t> place(records.size());
    std::vector<Record> sorted;
    sorted.reserve(records.size());
    for (const std::size_t from : order) {
      place[from] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(records[from]));
    }
    records = std::move(sorted);
    for (Reading& reading : lines_) {
      if (reading.record.kind == kind) reading.record.index = place[reading.record.index];
    }
  }

  /// Gives the readings of the article's own lines away, at the end.  Of a line that is left in
  /// several pieces around the pages it shows, the piece that says most counts.
  std::vector<Reading> take_own(const text::Source& source);

 private:
  std::vector<Reading> lines_;
};

}  // namespace acta::football
