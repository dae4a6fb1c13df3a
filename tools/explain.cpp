#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "acta.hpp"
#include "commands.hpp"
#include "finding/visible.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "text/source.hpp"

namespace acta::tool {
namespace {

constexpr std::string_view class_names[] = {"unread", "blank", "record", "prose", "residue"};

/// A file and perhaps one of its lines; line 0 is none.
struct LinePlace {
  std::string path;
  std::uint32_t line = 0;
};

/// "cup.txt:12" is line 12, unless there is a file of that very name.
LinePlace place_of(const std::string& written) {
  std::error_code failure;
  const std::size_t colon = written.rfind(':');
  if (colon == std::string::npos || std::filesystem::exists(written, failure)) return {written, 0};
  std::uint32_t line = 0;
  const char* end = written.data() + written.size();
  const auto [last, error] = std::from_chars(written.data() + colon + 1, end, line);
  if (error != std::errc() || last != end || line == 0) return {written, 0};
  return {written.substr(0, colon), line};
}

/// `text` filled with blanks to `width`, or as it is when longer, and two blanks.
std::string column(std::string_view text, std::size_t width) {
  std::string out(text);
  out.append(width > text.size() ? width - text.size() : 0, ' ');
  return out.append("  ");
}

std::string number(std::uint32_t line) {
  const std::string digits = std::to_string(line);
  return std::string(digits.size() < 5 ? 5 - digits.size() : 0, ' ') + digits;
}

std::string record_of(const football::Reading& reading) {
  if (reading.record.kind == football::RecordKind::none) return "-";
  return std::string(football::record_kind_names[static_cast<std::size_t>(reading.record.kind)]) +
         "[" + std::to_string(reading.record.index) + "]";
}

/// Whether a finding is of a page that the article transcludes.
bool is_of_page(const finding::Diagnostic& finding) {
  return std::any_of(finding.context.begin(), finding.context.end(),
                     [](const finding::Context& detail) { return detail.key == "page"; });
}

/// One line of the article: number, class, rule, record and text; then what was found there.
std::string explained(std::uint32_t line, std::string_view text, const Result& result) {
  const football::Reading& reading = result.lines[line - 1];
  std::string out = number(line) + "  " +
                    column(class_names[static_cast<std::size_t>(reading.line_class)], 7) +
                    column(reading.rule.empty() ? football::Label("-") : reading.rule, 20) +
                    column(record_of(reading), 18);
  out += finding::visible(text);
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
  for (const finding::Diagnostic& diagnostic : result.season.diagnostics) {
    if (diagnostic.position.line == line && !is_of_page(diagnostic))
      out += "       " + finding::to_text("", diagnostic).substr(1) + "\n";
  }
  return out;
}

}  // namespace

int explain(const ExplainOptions& options) {
  const LinePlace place = place_of(options.place);
  const Place page = place_of_page(place.path);
  const PageFolders pages(options.pages);
  std::optional<input::Article> article = one_article(page, options.form, pages.pages());
  Tally tally;
  if (!article) {
    tally.without_record = 1;
    print_summary(tally);
    return exit_failed;
  }
  const input::SourceFile file{.path = page.path, .named = true, .form = options.form};
  const std::string subject = shown(file, article->name);

  finding::Diagnostics ignored;  // The same as those of `convert`.
  const text::Source source = text::Source::from_bytes("", article->text, ignored);
  const Result result = convert(std::move(article->text), article->options);
  tally.add(result);
  if (place.line > source.line_count()) {
    complain(subject, "there is no line " + std::to_string(place.line) + ", the last is " +
                          std::to_string(source.line_count()));
    print_summary(tally);
    return exit_failed;
  }

  Output output;
  const std::uint32_t first = place.line > 0 ? place.line : 1;
  const std::uint32_t last = place.line > 0 ? place.line : source.line_count();
  for (std::uint32_t line = first; line <= last; ++line) {
    output.write(explained(line, source.line(line), result));
  }
  // What is said of other pages stands behind the article.
  for (const finding::Diagnostic& diagnostic : result.season.diagnostics) {
    if (place.line == 0 && is_of_page(diagnostic)) {
      output.write(finding::to_text(pages.file_of(diagnostic, subject), diagnostic) + "\n");
    }
  }
  output.finish();
  if (article->name.empty()) tally.look_for_records(file, result);
  print_summary(tally);
  return tally.has_failed() ? exit_failed : exit_clean;
}

}  // namespace acta::tool
