#include "football/table/title.hpp"

#include <algorithm>
#include <utility>

#include "football/phrase/cell.hpp"
#include "football/phrase/heading.hpp"

namespace acta::football {

bool is_blank(const wiki::Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const wiki::Cell& cell) { return is_open(cell.first().text); });
}

bool is_title(const wiki::Row& row) {
  return row.cells.size() > 1 && std::all_of(row.cells.begin() + 1, row.cells.end(),
                                             [](const wiki::Cell& cell) { return cell.repeated; });
}

Place place_under(Place here, const wiki::Text& title) {
  const Heading heading = classify_heading(title.text);
  if (heading.round && !here.round) {
    here.round = heading.round;
    here.kind = heading.kind.value_or(RoundKind::other);
    here.ordinal = heading.ordinal;
    here.line = title.line;
  }
  if (heading.group && !here.group) here.group = heading.group;
  if (heading.leg && !here.leg) here.leg = heading.leg;
  if (heading.date) here.date = heading.date;
  return here;
}

Place place_of(Draft& draft, const wiki::Table& table, const Place& here) {
  Place place = here;
  for (const wiki::Text& title : table.titles) {
    draft.readings.claim(title, wiki::LineClass::record, "title row");
    place = place_under(std::move(place), title);
  }
  if (table.caption.empty()) return place;
  draft.readings.claim(table.caption, wiki::LineClass::record, "caption");
  return place_under(std::move(place), table.caption);
}

}  // namespace acta::football
