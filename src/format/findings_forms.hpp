#pragma once
/// The forms in which findings are written, one function each.  Private to src/format.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/findings.hpp"

namespace acta::format {

void write_findings_text(const Findings& findings, const FindingsOptions& options,
                         std::string& out);
void write_findings_json(const Findings& findings, std::string& out);
void write_findings_jsonl(const Findings& findings, std::string& out);
void write_findings_github(const Findings& findings, std::string& out);
void write_findings_sarif(const Findings& findings, std::string& out);
void write_findings_junit(const Findings& findings,
                          const std::optional<finding::Severity>& fail_level, std::string& out);

/// The numbers of the findings, the worst first, otherwise in their order.
std::vector<std::uint32_t> worst_first(const Findings& findings);

}  // namespace acta::format
