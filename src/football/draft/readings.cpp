#include "football/draft/readings.hpp"

namespace acta::football {

namespace {

using wiki::LineClass;

/// What says most about a line of which several pieces are left.
int weight(LineClass line_class) {
  switch (line_class) {
    case LineClass::unread:
      return 4;
    case LineClass::record:
      return 3;
    case LineClass::prose:
      return 2;
    case LineClass::residue:
      return 1;
    case LineClass::blank:
      break;
  }
  return 0;
}

}  // namespace

Readings::Readings(const wiki::Document& document, std::size_t line_count) : lines_(line_count) {
  for (std::size_t i = 0; i < lines_.size() && i < document.lines.size(); ++i) {
    lines_[i].line_class = document.lines[i];
  }
}

void Readings::claim(std::uint32_t line, std::uint32_t end_line, wiki::LineClass line_class,
                     Label rule, RecordRef record) {
  if (line == 0) return;
  const Reading next{line_class, rule, record};
  const std::size_t end = std::min<std::size_t>(end_line, lines_.size());
  for (std::size_t at = line; at <= end; ++at) {
    Reading& reading = lines_[at - 1];
    const bool open = reading.line_class == wiki::LineClass::unread;
    const bool nameless = reading.line_class == line_class && reading.rule.empty();
    if (open || nameless) reading = next;
  }
}

void Readings::refine(std::uint32_t line, RecordRef record) {
  if (line == 0 || line > lines_.size()) return;
  Reading& reading = lines_[line - 1];
  // The first of several honours stays, and markup around a record is none.
  if (reading.record.kind == RecordKind::honours || reading.line_class != wiki::LineClass::record)
    return;
  reading.record = record;
}

std::vector<Reading> Readings::take_own(const text::Source& source) {
  const text::Parts* parts = source.parts();
  if (parts == nullptr) return std::move(lines_);
  std::vector<Reading> own(parts->own_lines);
  for (Reading& reading : own) reading.line_class = LineClass::blank;
  for (const std::uint32_t line : parts->replaced)
    own[line - 1] = {LineClass::record, "transclusion", {}};
  for (std::size_t i = 0; i < lines_.size() && i < parts->lines.size(); ++i) {
    const text::Parts::Line from = parts->lines[i];
    if (from.page != 0) continue;
    Reading& place = own[from.line - 1];
    if (weight(lines_[i].line_class) > weight(place.line_class)) place = lines_[i];
  }
  return own;
}

}  // namespace acta::football
