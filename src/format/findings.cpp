/// Findings in order, and the forms that are plain lines.

#include "format/findings.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "format/findings_forms.hpp"
#include "text/source.hpp"
#include "text/visible.hpp"

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
        const text::Diagnostic& left = a.diagnostic;
        const text::Diagnostic& right = b.diagnostic;
        return std::tie(a.file, left.position, text::entry(left.code).name, left.message) <
               std::tie(b.file, right.position, text::entry(right.code).name, right.message);
      });
}

std::string rule_page(const text::CodeEntry& entry) {
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
  text::Diagnostics ignored;
  return std::string(text::Source::from_bytes("", std::string(path), ignored).text());
}

void write_findings_text(const Findings& findings, bool color, std::string& out) {
  for (const Finding& finding : findings.findings) {
    if (!color) {
      out.append(text::to_text(finding.file, finding.diagnostic)).append("\n");
      continue;
    }
    const text::Diagnostic& it = finding.diagnostic;
    const auto severity = static_cast<std::size_t>(it.severity);
    out.append(bold).append(text::visible(finding.file));
    out.append(":").append(std::to_string(it.position.line));
    out.append(":").append(std::to_string(it.position.column)).append(": ");
    out.append(colors[severity]).append(text::severity_names[severity]);
    out.append("[").append(text::entry(it.code).name).append("]").append(plain);
    out.append(": ").append(text::visible(it.message)).append("\n");
  }
}

void write_findings_github(const Findings& findings, std::string& out) {
  // A step shows its first ten errors and ten warnings only.
  for (const std::uint32_t number : worst_first(findings)) {
    const Finding& finding = findings.findings[number];
    const text::Diagnostic& it = finding.diagnostic;
    out.append("::").append(annotation_names[static_cast<std::size_t>(it.severity)]);
    out.append(" file=");
    append_escaped(text::visible(finding.file), true, out);
    out.append(",line=").append(std::to_string(it.position.line));
    out.append(",col=").append(std::to_string(it.position.column));
    out.append(",title=").append(text::entry(it.code).name).append("::");
    append_escaped(text::visible(it.message), false, out);
    out.append("\n");
  }
}

void write_findings(const Findings& findings, const FindingsOptions& options, std::string& out) {
  switch (options.form) {
    case FindingsForm::text:
      return write_findings_text(findings, options.color, out);
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

}  // namespace acta::format
