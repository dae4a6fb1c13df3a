#include "finding/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "finding/visible.hpp"

namespace acta::finding {
namespace {

/// The page that a finding is on; it is the last detail.
std::string_view page_of(const Diagnostic& diagnostic) {
  if (diagnostic.context.empty() || diagnostic.context.back().key != "page") return {};
  return std::get<std::string>(diagnostic.context.back().value);
}

}  // namespace

std::string Diagnostics::name_line(Position position) const {
  std::string name = "line " + std::to_string(position.line);
  if (names_pages_ && !position.page.empty()) ((name += " of page \"") += position.page) += '"';
  return name;
}

void Diagnostics::add(Code code, Position position, std::string message,
                      std::vector<Context> context) {
  add(code, entry(code).severity, position, std::move(message), std::move(context));
}

void Diagnostics::add(Code code, Severity severity, Position position, std::string message,
                      std::vector<Context> context) {
  ++severity_counts_[static_cast<std::size_t>(severity)];
  if (code_counts_[static_cast<std::size_t>(code)]++ >= kept_per_code) return;
  if (names_pages_ && !position.page.empty()) {
    ((message += " (page \"") += position.page) += "\")";
    context.push_back({"page", std::string(position.page)});
  }
  kept_.push_back(
      {code, severity, {position.line, position.column}, std::move(message), std::move(context)});
}

std::vector<Diagnostic> Diagnostics::take_sorted() {
  std::vector<Diagnostic> result = std::exchange(kept_, {});
  // Stable: findings that differ in their context alone stay in the order found.
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
    const std::string_view page = page_of(a);
    const std::string_view other = page_of(b);
    return std::tie(page, a.position, a.code, a.message) <
           std::tie(other, b.position, b.code, b.message);
  });
  for (const CodeEntry& row : codes()) {
    const std::size_t count = code_counts_[static_cast<std::size_t>(row.code)];
    if (count > kept_per_code) {
      std::string message = "only ";
      message += std::to_string(kept_per_code) + " of " + std::to_string(count) + ' ';
      message += row.name;
      message += " findings are listed";
      result.push_back(
          {Code::diagnostics_truncated,
           entry(Code::diagnostics_truncated).severity,
           {},
           std::move(message),
           {{"count", static_cast<std::int64_t>(count)}, {"rule", std::string(row.name)}}});
    }
  }
  return result;
}

std::string to_text(std::string_view path, const Diagnostic& diagnostic) {
  std::string text = visible(path);
  text += ':' + std::to_string(diagnostic.position.line);
  text += ':' + std::to_string(diagnostic.position.column);
  text += ": ";
  text += severity_names[static_cast<std::size_t>(diagnostic.severity)];
  text += '[';
  text += entry(diagnostic.code).name;
  text += "]: ";
  text += visible(diagnostic.message);
  return text;
}

}  // namespace acta::finding
