#include "known.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "inputs.hpp"
#include "output.hpp"

namespace acta::tool {
namespace {

using format::BaselineEntry;

auto identity(const BaselineEntry& entry) { return std::tie(entry.article, entry.code, entry.key); }

struct Before {
  bool operator()(const BaselineEntry& left, const BaselineEntry& right) const {
    return identity(left) < identity(right);
  }
};

void write_entries(const std::string& path, const std::vector<BaselineEntry>& entries) {
  std::string json;
  format::write_baseline(entries, json);
  Output output(path);
  output.write(json);
  output.finish();
}

}  // namespace

Known read_known(const std::string& path) {
  const Content content = read_file(path);
  if (!content.bytes) throw InputError(path + ": " + content.failure);
  format::BaselineText read = format::read_baseline(*content.bytes);
  if (!read.failure.empty()) {
    throw InputError(path + ':' + std::to_string(read.line) +
                     ": this is no baseline: " + read.failure);
  }
  return {path, std::move(read.entries)};
}

void write_known(const std::string& path, const std::vector<format::Finding>& findings) {
  write_entries(path, format::baseline_of(findings));
}

std::vector<BaselineEntry> stale_entries(const Known& known,
                                         const std::vector<format::Finding>& found,
                                         const std::set<std::string>& articles,
                                         const Severities& severities) {
  std::set<BaselineEntry, Before> there;
  for (BaselineEntry& entry : format::baseline_of(found)) there.insert(std::move(entry));
  std::vector<BaselineEntry> stale;
  for (const BaselineEntry& entry : known.entries) {
    const std::optional<finding::Code> code = finding::code_named(entry.code);
    if (!articles.contains(entry.article) || (code && severities.is_off(*code))) continue;
    if (!there.contains(entry)) stale.push_back(entry);
  }
  return stale;
}

void prune_known(Known& known, const std::vector<BaselineEntry>& stale) {
  if (stale.empty()) return;
  const std::set<BaselineEntry, Before> gone(stale.begin(), stale.end());
  std::erase_if(known.entries, [&](const BaselineEntry& entry) { return gone.contains(entry); });
  write_entries(known.path, known.entries);
}

format::Finding stale_finding(const Known& known, const BaselineEntry& stale) {
  const finding::CodeEntry& code = finding::entry(finding::Code::baseline_entry_unused);
  std::string message = stale.code + " of " + stale.article + " is not found any more";
  if (!stale.key.empty()) message += ": " + stale.key;
  return {format::clean_path(known.path),
          stale.article,
          {code.code, code.severity, {stale.line, 1}, std::move(message), {{"rule", stale.code}}}};
}

}  // namespace acta::tool
