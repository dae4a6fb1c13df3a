#pragma once
/// Which of a grid's first rows is the header, and what the rows above it say.  Private to the
/// front ends that know spans.

#include <cstddef>
#include <vector>

#include "wiki/document.hpp"

namespace acta::wiki {

/// The last of the leading header rows names the columns; one that spans the table is a title.
template <typename AllHeaders, typename SpansAll>
std::size_t header_row(std::size_t size, AllHeaders all_headers, SpansAll spans_all) {
  std::size_t rows = 0;
  while (rows < size && all_headers(rows)) ++rows;
  std::size_t header = rows > 0 ? rows - 1 : 0;
  while (header > 0 && spans_all(header)) --header;
  return header;
}

/// Gives a table what stands above its header: titles, of which the one right above is the caption
/// where it has none, and rows that group the columns.
template <typename SpansAll, typename RowAt>
void take_titles(Table& table, std::size_t header, Arena& arena, SpansAll spans_all, RowAt row_at) {
  std::vector<Text> titles;
  std::vector<Row> upper;
  for (std::size_t i = 0; i < header; ++i) {
    const Row row = row_at(i);
    if (!spans_all(i)) {
      upper.push_back(row);
    } else if (row.cells.size() > 1) {
      titles.push_back(row.cells.front().first());
    }
  }
  table.upper = arena.keep(upper);
  if (table.caption.empty() && !titles.empty() && spans_all(header - 1)) {
    table.caption = titles.back();
    titles.pop_back();
  }
  table.titles = arena.keep(titles);
}

}  // namespace acta::wiki
