#include "football/table/other.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "words/words.hpp"

namespace acta::football {

namespace {

std::vector<std::string> texts_of(const wiki::Row& row) {
  std::vector<std::string> texts;
  texts.reserve(row.cells.size());
  for (const wiki::Cell& cell : row.cells) {
    std::string text = join_lines(cell.value, "\n");
    // A column may be named by a picture alone.
    if (text.empty() && !cell.first().calls.empty()) text = cell.first().calls.front().name;
    texts.push_back(std::move(text));
  }
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

/// "Apps / League" of a column under two headers; as written where both say the same.
std::vector<std::string> header_of(const wiki::Table& table) {
  std::vector<std::string> header = texts_of(table.header);
  for (auto row = table.upper.rbegin(); row != table.upper.rend(); ++row) {
    const std::vector<std::string> above = texts_of(*row);
    for (std::size_t i = 0; i < std::min(header.size(), above.size()); ++i) {
      if (above[i].empty() || above[i] == header[i]) continue;
      header[i] = header[i].empty() ? above[i] : above[i] + " / " + header[i];
    }
  }
  return header;
}

std::optional<TableTopic> topic_of(const OtherTable& table) {
  words::Found word;
  if (table.caption) word = words::contains(words::Kind::table_topic, *table.caption);
  if (!word && table.section) word = words::contains(words::Kind::table_topic, *table.section);
  for (std::size_t i = 0; i < table.header.size() && !word; ++i)
    word = words::exact(words::Kind::topic_column, table.header[i]);
  return word ? std::optional(static_cast<TableTopic>(word.value)) : std::nullopt;
}

}  // namespace

bool knows_other(const Draft&, const wiki::Table&, const Columns&) { return true; }

void read_other(Draft& draft, const wiki::Table& table, const Columns&, const Place& place) {
  OtherTable record;
  if (!place.heading.empty()) record.section = std::string(place.heading);
  record.caption = caption_of(table);
  record.header = header_of(table);
  record.rows.reserve(table.rows.size());
  for (const wiki::Row& row : table.rows) record.rows.push_back(texts_of(row));
  record.topic = topic_of(record);
  draft.locate(record, table.line);
  draft.readings.claim(table.line, table.end_line, wiki::LineClass::record, "other table",
                       {RecordKind::other_tables, draft.season.other_tables.size()});
  draft.season.other_tables.push_back(std::move(record));
}

}  // namespace acta::football
