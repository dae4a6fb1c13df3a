#include "football/table/other.hpp"

#include <string>
#include <utility>
#include <vector>

namespace acta::football {

namespace {

std::vector<std::string> texts_of(const wiki::Row& row) {
  std::vector<std::string> texts;
  texts.reserve(row.cells.size());
  for (const wiki::Cell& cell : row.cells) texts.push_back(join_lines(cell.value, "\n"));
  return texts;
}

/// The caption, and the titles above the header that it is not, from the top.
MaybeText caption_of(const wiki::Table& table) {
  std::string caption;
  const auto add = [&](const wiki::Text& text) {
    if (!text.empty()) (caption += caption.empty() ? "" : " / ") += text.text;
  };
  for (const wiki::Text& title : table.titles) {
    if (title.line <= table.caption.line) add(title);
  }
  add(table.caption);
  for (const wiki::Text& title : table.titles) {
    if (title.line > table.caption.line) add(title);
  }
  return caption.empty() ? std::nullopt : MaybeText(caption);
}

}  // namespace

bool knows_other(const Draft&, const wiki::Table&, const Columns&) { return true; }

void read_other(Draft& draft, const wiki::Table& table, const Columns&, const Place& place) {
  OtherTable record;
  if (!place.heading.empty()) record.section = std::string(place.heading);
  record.caption = caption_of(table);
  record.header = texts_of(table.header);
  record.rows.reserve(table.rows.size());
  for (const wiki::Row& row : table.rows) record.rows.push_back(texts_of(row));
  draft.locate(record, table.line);
  draft.readings.claim(table.line, table.end_line, wiki::LineClass::record, "other table",
                       {RecordKind::other_tables, draft.season.other_tables.size()});
  draft.season.other_tables.push_back(std::move(record));
}

}  // namespace acta::football
