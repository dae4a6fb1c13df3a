#include "messages.hpp"

#include <cstdio>
#include <string>
#include <utility>

#include "finding/visible.hpp"
#include "input/articles.hpp"
#include "pages.hpp"

namespace acta::tool {
namespace {

/// Standard error is unbuffered: one call a message keeps lines whole.  That it cannot be written
/// to can be told to nobody.
void print_error(const std::string& text) {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  std::string out = std::to_string(count);
  out += ' ';
  out += count == 1 ? one : many;
  return out;
}

}  // namespace

void complain(std::string_view subject, std::string_view message) {
  std::string line = "acta: ";
  line.append(finding::visible(subject))
      .append(": ")
      .append(finding::visible(message))
      .append("\n");
  print_error(line);
}

void report_end(std::string_view message) {
  print_error("acta: " + finding::visible(message) + "\n");
}

void print_line(std::string_view line) { print_error(std::string(line) + "\n"); }

void print_findings(std::string_view path, const football::Season& season,
                    const PageFolders& pages) {
  std::string lines;
  for (const finding::Diagnostic& diagnostic : season.diagnostics) {
    lines += finding::to_text(pages.file_of(diagnostic, path), diagnostic);
    lines += '\n';
  }
  print_error(lines);
}

void Tally::add(const Result& result) {
  ++articles;
  matches += result.season.matches.size();
  teams += result.season.teams.size();
  for (std::size_t i = 0; i < severities.size(); ++i) severities[i] += result.severities[i];
}

void Tally::look_for_records(const input::SourceFile& file, const Result& result) {
  constexpr auto errors = static_cast<std::size_t>(finding::Severity::error);
  // An error says what is wrong, and somebody who names the form knows what it is.
  if (file.form || result.severities[errors] > 0 || !input::is_bare(result)) return;
  complain(file.shown(), input::nothing_found);
  if (file.named) ++bare;
}

bool Tally::fails(const std::optional<finding::Severity>& level) const {
  if (!level) return false;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(*level); ++i) {
    if (severities[i] > 0) return true;
  }
  return false;
}

void print_summary(const Tally& tally) {
  std::string line = counted(tally.articles, "article", "articles") + ", " +
                     counted(tally.matches, "match", "matches") + ", " +
                     counted(tally.teams, "team", "teams") + ": " +
                     counted(tally.severities[0], "error", "errors") + ", " +
                     counted(tally.severities[1], "warning", "warnings") + ", " +
                     counted(tally.severities[2], "note", "notes");
  if (tally.known > 0) line += "; " + std::to_string(tally.known) + " more in the baseline";
  if (tally.without_record > 0)
    line += "; " + counted(tally.without_record, "input", "inputs") + " gave no record";
  if (tally.bare > 0)
    line += "; " + counted(tally.bare, "input holds", "inputs hold") + " nothing of a season";
  print_error(line + "\n");
}

void print_difference(const format::Difference& difference) {
  using format::RecordKind;
  constexpr std::array<std::pair<RecordKind, std::string_view>, 10> names = {{
      {RecordKind::match, "matches"},
      {RecordKind::goal, "goals"},
      {RecordKind::team, "teams"},
      {RecordKind::standing, "standings"},
      {RecordKind::honour, "honours"},
      {RecordKind::tie, "ties"},
      {RecordKind::stadium, "stadiums"},
      {RecordKind::round, "headings"},
      {RecordKind::top_scorer, "top scorers"},
      {RecordKind::season, "seasons"},
  }};
  std::string line = counted(difference.seasons, "season", "seasons") + " compared";
  std::string_view separator = ": ";
  for (const auto& [kind, name] : names) {
    const format::ChangeCounts& counts = difference.counts[static_cast<std::size_t>(kind)];
    line.append(separator).append(name).append(" +").append(std::to_string(counts[0]));
    line.append(" -").append(std::to_string(counts[1]));
    line.append(" ~").append(std::to_string(counts[2]));
    separator = ", ";
  }
  print_error(line + "\n");
}

}  // namespace acta::tool
