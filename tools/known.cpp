#include "known.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
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
  std::map<BaselineEntry, std::size_t, Before> left;
  for (const BaselineEntry& entry : format::baseline_of(found)) left[entry] = entry.count;
  std::vector<BaselineEntry> stale;
  for (const BaselineEntry& entry : known.entries) {
    const std::optional<text::Code> code = text::code_named(entry.code);
    if (!articles.contains(entry.article) || (code && severities.is_off(*code))) continue;
    std::size_t& there = left[entry];
    const std::size_t used = std::min(there, entry.count);
    there -= used;
    if (used == entry.count) continue;
    stale.push_back(entry);
    stale.back().count -= used;
  }
  return stale;
}

void prune_known(Known& known, const std::vector<BaselineEntry>& stale) {
  if (stale.empty()) return;
  for (const BaselineEntry& gone : stale) {
    const auto entry = std::find_if(
        known.entries.begin(), known.entries.end(),
        [&](const auto& it) { return it.line == gone.line && identity(it) == identity(gone); });
    entry->count -= gone.count;
  }
  std::erase_if(known.entries, [](const BaselineEntry& entry) { return entry.count == 0; });
  write_entries(known.path, known.entries);
}

format::Finding stale_finding(const Known& known, const BaselineEntry& stale) {
  const text::CodeEntry& code = text::entry(text::Code::baseline_entry_unused);
  std::string message = stale.code + " of " + stale.article + " is not found ";
  message += stale.count == 1 ? "any more: " : std::to_string(stale.count) + " times any more: ";
  message += stale.key;
  return {format::clean_path(known.path),
          stale.article,
          {code.code,
           code.severity,
           {stale.line, 1},
           std::move(message),
           {{"count", static_cast<std::int64_t>(stale.count)}, {"rule", stale.code}}}};
}

}  // namespace acta::tool
