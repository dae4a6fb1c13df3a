#include "football/relocate.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace acta::football {

namespace {

using wiki::LineClass;
using wiki::Origin;

class Relocator {
 public:
  explicit Relocator(const wiki::Transclusion& transclusion) : transclusion_(transclusion) {}

  Origin at(std::uint32_t line) const {
    return line == 0 || line > transclusion_.origins.size() ? Origin{0, line}
                                                            : transclusion_.origins[line - 1];
  }

  MaybeText page(Origin origin) const {
    if (origin.page == 0) return std::nullopt;
    return transclusion_.pages[origin.page - 1];
  }

  template <class Record>
  void move(Record& record) const {
    const Origin origin = at(record.line);
    record.line = origin.line;
    record.page = page(origin);
  }

  template <class Record>
  void move_all(std::vector<Record>& records) const {
    for (Record& record : records) move(record);
  }

  // A part of a record stays in the record's page.
  template <class Record>
  void move_parts(std::vector<Record>& parts) const {
    for (Record& part : parts) part.line = at(part.line).line;
  }

  void move_match(Match& match) const {
    const Origin end = at(match.end_line);
    const Origin begin = at(match.line);
    move(match);
    match.end_line = end.page == begin.page ? std::max(end.line, match.line) : match.line;
    move_parts(match.goals);
    move_parts(match.shootout);
  }

  void move_breakers(std::vector<TieBreaker>& breakers) const {
    for (TieBreaker& breaker : breakers) {
      move(breaker);
      move_breakers(breaker.within);
    }
  }

  void move_standing(Standing& standing) const {
    if (!standing.rows.empty()) standing.page = page(at(standing.rows.front().line));
    move_parts(standing.rows);
  }

  void move_finding(finding::Diagnostic& finding) const {
    const Origin origin = at(finding.position.line);
    finding.position.line = origin.line;
    for (finding::Context& detail : finding.context) {
      auto* number = std::get_if<std::int64_t>(&detail.value);
      if (detail.key != "other_line" || number == nullptr) continue;
      const std::string before = "line " + std::to_string(*number);
      const Origin other = at(static_cast<std::uint32_t>(*number));
      *number = other.line;
      std::string after = "line " + std::to_string(other.line);
      if (other.page != 0) after += " of page \"" + *page(other) + "\"";
      const std::size_t place = finding.message.find(before);
      if (place != std::string::npos) finding.message.replace(place, before.size(), after);
    }
    if (const MaybeText name = page(origin)) {
      finding.message += " (page \"" + *name + "\")";
      finding.context.push_back({"page", *name});
    }
  }

 private:
  const wiki::Transclusion& transclusion_;
};

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

std::string_view page_of(const finding::Diagnostic& finding) {
  for (const finding::Context& detail : finding.context) {
    if (detail.key == "page") return std::get<std::string>(detail.value);
  }
  return {};
}

}  // namespace

Dropped relocate(Extraction& extraction, std::vector<finding::Diagnostic>& diagnostics,
                 const wiki::Transclusion& transclusion, std::uint32_t lines) {
  const Relocator relocator(transclusion);
  std::vector<Reading> own(lines);
  for (Reading& reading : own) reading.line_class = LineClass::blank;
  for (const std::uint32_t line : transclusion.calls)
    own[line - 1] = {LineClass::record, "transclusion", {}};
  for (std::size_t i = 0; i < transclusion.origins.size(); ++i) {
    const Origin origin = transclusion.origins[i];
    if (origin.page != 0) continue;
    const Reading& reading = extraction.lines[i];
    Reading& place = own[origin.line - 1];
    if (weight(reading.line_class) > weight(place.line_class)) place = reading;
  }
  extraction.lines = std::move(own);

  Season& season = extraction.season;
  relocator.move_all(season.honours);
  relocator.move_all(season.teams);
  relocator.move_all(season.stadiums);
  relocator.move_all(season.rounds);
  for (Match& match : season.matches) relocator.move_match(match);
  relocator.move_all(season.ties);
  for (Standing& standing : season.standings) relocator.move_standing(standing);
  relocator.move_all(season.top_scorers);
  relocator.move_all(season.team_changes);
  relocator.move_breakers(season.tie_breakers);
  relocator.move_all(season.other_tables);
  relocator.move_all(season.see_also);
  relocator.move_all(season.claims);
  relocator.move_parts(season.infobox.fields);
  season.coverage = coverage_of(extraction.lines);

  // A part of a page is cut out of its markup: what does not pair up there is for that page to say.
  Dropped dropped{};
  std::erase_if(diagnostics, [&](const finding::Diagnostic& finding) {
    const bool is_markup = finding.code == finding::Code::markup_unbalanced ||
                           finding.code == finding::Code::template_unclosed;
    if (!is_markup || relocator.at(finding.position.line).page == 0) return false;
    ++dropped[static_cast<std::size_t>(finding.severity)];
    return true;
  });
  for (finding::Diagnostic& finding : diagnostics) relocator.move_finding(finding);
  // The page's own findings first.
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const finding::Diagnostic& left, const finding::Diagnostic& right) {
                     return std::tuple(page_of(left), left.position, left.code) <
                            std::tuple(page_of(right), right.position, right.code);
                   });
  return dropped;
}

}  // namespace acta::football
