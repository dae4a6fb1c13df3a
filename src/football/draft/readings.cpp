#include "football/draft/readings.hpp"

namespace acta::football {

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

}  // namespace acta::football
