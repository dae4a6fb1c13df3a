/// Findings in order, and the forms that are plain lines.

#include "format/findings.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "finding/visible.hpp"
#include "format/findings_forms.hpp"
#include "text/source.hpp"
#include "text/unicode.hpp"

namespace acta::format {
namespace {

/// Bold red, yellow and cyan, as compilers print them.
constexpr std::array<std::string_view, 3> colors = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"};
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

/// What a GitHub Actions log calls the severities.
constexpr std::array<std::string_view, 3> annotation_names = {"error", "warning", "notice"};

/// The escapes of GitHub's workflow commands: "%", CR and LF, in properties ":" and "," too.
void append_escaped(std::string_view text, bool is_property, std::string& out) {
  for (const char it : text) {
    if (it == '%') {
      out += "%25";
    } else if (it == '\r') {
      out += "%0D";
    } else if (it == '\n') {
      out += "%0A";
    } else if (is_property && it == ':') {
      out += "%3A";
    } else if (is_property && it == ',') {
      out += "%2C";
    } else {
      out += it;
    }
  }
}

}  // namespace

void sort(Findings& findings) {
  std::sort(findings.files.begin(), findings.files.end(),
            [](const CheckedFile& a, const CheckedFile& b) { return a.path < b.path; });
  // Stable: findings that differ in their context alone stay in the order found.
  std::stable_sort(
      findings.findings.begin(), findings.findings.end(), [](const Finding& a, const Finding& b) {
        const finding::Diagnostic& left = a.diagnostic;
        const finding::Diagnostic& right = b.diagnostic;
        return std::tie(a.file, left.position, finding::entry(left.code).name, left.message) <
               std::tie(b.file, right.position, finding::entry(right.code).name, right.message);
      });
}

std::string rule_page(const finding::CodeEntry& entry) {
  return "docs/rules/" + std::string(entry.name) + ".md";
}

std::string_view article_of(const Finding& finding) {
  return finding.article ? std::string_view(*finding.article) : std::string_view(finding.file);
}

std::vector<std::uint32_t> worst_first(const Findings& findings) {
  std::vector<std::uint32_t> numbers(findings.findings.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
    return findings.findings[a].diagnostic.severity < findings.findings[b].diagnostic.severity;
  });
  return numbers;
}

std::string clean_path(std::string_view path) {
  finding::Diagnostics ignored;
  return std::string(text::Source::from_bytes("", std::string(path), ignored).text());
}

bool is_listed(const Finding& finding, finding::Severity shown) {
  return finding.diagnostic.severity <= shown ||
         finding.diagnostic.code == finding::Code::diagnostics_truncated;
}

std::string message_of(const Finding& finding) {
  constexpr std::size_t named = 3;
  std::string message = finding.diagnostic.message;
  const std::vector<std::string>& articles = finding.shown_in;
  // The article alone that one reads of anyway says nothing more.
  if (articles.size() < 2) return message;
  std::string_view separator = " (shown in ";
  for (std::size_t i = 0; i < std::min(articles.size(), named); ++i) {
    message.append(separator).append(articles[i]);
    separator = ", ";
  }
  if (articles.size() > named) {
    message.append(" and ").append(std::to_string(articles.size() - named)).append(" more");
  }
  return message + ")";
}

void write_findings_text(const Findings& findings, const FindingsOptions& options,
                         std::string& out) {
  for (const Finding& finding : findings.findings) {
    const finding::Diagnostic& it = finding.diagnostic;
    if (!is_listed(finding, options.shown)) continue;
    const auto severity = static_cast<std::size_t>(it.severity);
    out.append(options.color ? bold : "").append(finding::visible(finding.file));
    out.append(":").append(std::to_string(it.position.line));
    out.append(":").append(std::to_string(it.position.column)).append(": ");
    out.append(options.color ? colors[severity] : "").append(finding::severity_names[severity]);
    out.append("[")
        .append(finding::entry(it.code).name)
        .append("]")
        .append(options.color ? plain : "");
    out.append(": ").append(finding::visible(message_of(finding))).append("\n");
  }
}

void write_findings_github(const Findings& findings, std::string& out) {
  // A step shows its first ten errors, ten warnings and ten notices: where there are more, the
  // tenth says so, and the others stand in the log alone.
  constexpr std::size_t shown_of_a_kind = 10;
  std::array<std::size_t, annotation_names.size()> left{};
  for (const Finding& finding : findings.findings) {
    ++left[static_cast<std::size_t>(finding.diagnostic.severity)];
  }
  std::array<std::size_t, annotation_names.size()> written{};
  const std::array<std::size_t, annotation_names.size()> all = left;
  for (const std::uint32_t number : worst_first(findings)) {
    const Finding& finding = findings.findings[number];
    const finding::Diagnostic& it = finding.diagnostic;
    const auto kind = static_cast<std::size_t>(it.severity);
    if (all[kind] > shown_of_a_kind && written[kind] == shown_of_a_kind - 1) {
      out.append("::").append(annotation_names[kind]).append(" title=acta check::");
      out.append(std::to_string(left[kind])).append(" more ").append(annotation_names[kind]);
      out.append("s are listed in the log of this step alone\n");
    }
    ++written[kind];
    --left[kind];
    out.append("::").append(annotation_names[kind]);
    out.append(" file=");
    append_escaped(finding::visible(finding.file), true, out);
    out.append(",line=").append(std::to_string(it.position.line));
    out.append(",col=").append(std::to_string(it.position.column));
    out.append(",title=").append(finding::entry(it.code).name).append("::");
    append_escaped(finding::visible(message_of(finding)), false, out);
    out.append("\n");
  }
}

void write_findings(const Findings& findings, const FindingsOptions& options, std::string& out) {
  switch (options.form) {
    case FindingsForm::text:
      return write_findings_text(findings, options, out);
    case FindingsForm::json:
      return write_findings_json(findings, out);
    case FindingsForm::jsonl:
      return write_findings_jsonl(findings, out);
    case FindingsForm::github:
      return write_findings_github(findings, out);
    case FindingsForm::sarif:
      return write_findings_sarif(findings, out);
    case FindingsForm::junit:
      return write_findings_junit(findings, options.fail_level, out);
  }
}

std::string_view similar_code(std::string_view name) {
  constexpr std::size_t farthest = 4;
  std::string_view closest;
  // Beyond half of its length a name is another one, not a misspelt one.
  std::size_t nearest = std::min(farthest, name.size() / 2) + 1;
  for (const finding::CodeEntry& row : finding::codes()) {
    const std::size_t distance = text::edit_distance(name, row.name, farthest);
    if (distance < nearest) {
      nearest = distance;
      closest = row.name;
    }
  }
  return closest;
}

}  // namespace acta::format
