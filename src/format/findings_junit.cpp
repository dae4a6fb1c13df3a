/// Findings as a JUnit report: a suite a file, a test a rule that found something in it.  It has
/// the elements and attributes that Jenkins' junit-10.xsd allows, and no others.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "finding/visible.hpp"
#include "format/findings_forms.hpp"

namespace acta::format {
namespace {

/// How many bytes of `text` are a control character that XML 1.0 does not have, or U+FFFE or
/// U+FFFF; 0 when it starts with none.
std::size_t illegal_prefix(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

/// Appends `text` for an attribute or an element.  Blanks other than U+0020 are references, which
/// no reader of attributes normalizes away.
void append_escaped(std::string_view text, std::string& out) {
  while (!text.empty()) {
    std::size_t length = illegal_prefix(text);
    if (length > 0) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(length);
      continue;
    }
    switch (text.front()) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += text.front();
    }
    text.remove_prefix(1);
  }
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
  out.append(" ").append(name).append("=\"");
  append_escaped(finding::visible(value), out);
  out += '"';
}

/// The findings of one rule in one file.
struct Test {
  std::vector<const Finding*> failures;
  std::vector<const Finding*> remarks;  ///< Not bad enough to fail.
};

/// One file.
struct Suite {
  std::string_view path;
  std::map<std::string_view, Test> tests;  ///< By code.

  std::size_t failures() const {
    return static_cast<std::size_t>(std::count_if(
        tests.begin(), tests.end(), [](const auto& it) { return !it.second.failures.empty(); }));
  }

  /// A file without findings is a test that passes.
  std::size_t size() const { return std::max<std::size_t>(tests.size(), 1); }
};

void append_listed(const std::vector<const Finding*>& listed, std::string& out) {
  for (const Finding* finding : listed) {
    finding::Diagnostic told = finding->diagnostic;
    told.message = message_of(*finding);
    append_escaped(finding::to_text(finding->file, told), out);
    out += '\n';
  }
}

void append_test(std::string_view path, std::string_view code, const Test& test, std::string& out) {
  out += "    <testcase";
  append_attribute("classname", path, out);
  append_attribute("name", code, out);
  out += ">\n";
  if (!test.failures.empty()) {
    const finding::Diagnostic& first = test.failures.front()->diagnostic;
    std::string message = first.message;
    if (test.failures.size() > 1) {
      message += " (and " + std::to_string(test.failures.size() - 1) + " more)";
    }
    out += "      <failure";
    append_attribute("type", finding::severity_names[static_cast<std::size_t>(first.severity)],
                     out);
    append_attribute("message", message, out);
    out += ">";
    append_listed(test.failures, out);
    out += "</failure>\n";
  }
  if (!test.remarks.empty()) {
    out += "      <system-out>";
    append_listed(test.remarks, out);
    out += "</system-out>\n";
  }
  out += "    </testcase>\n";
}

void append_counts(std::size_t tests, std::size_t failures, std::string& out) {
  append_attribute("tests", std::to_string(tests), out);
  append_attribute("failures", std::to_string(failures), out);
  append_attribute("errors", "0", out);
}

std::vector<Suite> suites_of(const Findings& findings,
                             const std::optional<finding::Severity>& fail_level) {
  std::map<std::string_view, Suite> by_path;
  for (const CheckedFile& file : findings.files) by_path[file.path].path = file.path;
  for (const Finding& finding : findings.findings) {
    Suite& suite = by_path[finding.file];
    suite.path = finding.file;
    Test& test = suite.tests[finding::entry(finding.diagnostic.code).name];
    const bool fails = fail_level && finding.diagnostic.severity <= *fail_level;
    (fails ? test.failures : test.remarks).push_back(&finding);
  }
  std::vector<Suite> suites;
  for (auto& [path, suite] : by_path) suites.push_back(std::move(suite));
  return suites;
}

}  // namespace

void write_findings_junit(const Findings& findings,
                          const std::optional<finding::Severity>& fail_level, std::string& out) {
  const std::vector<Suite> suites = suites_of(findings, fail_level);
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const Suite& suite : suites) {
    tests += suite.size();
    failures += suite.failures();
  }
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"acta check\"";
  append_counts(tests, failures, out);
  out += ">\n";
  for (const Suite& suite : suites) {
    out += "  <testsuite";
    append_attribute("name", suite.path, out);
    append_counts(suite.size(), suite.failures(), out);
    append_attribute("skipped", "0", out);
    out += ">\n";
    if (suite.tests.empty()) append_test(suite.path, "clean", {}, out);
    for (const auto& [code, test] : suite.tests) append_test(suite.path, code, test, out);
    out += "  </testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace acta::format
