#pragma once
/// The baseline of a project: reading it, and keeping it up to date.

#include <set>
#include <string>
#include <vector>

#include "format/baseline.hpp"
#include "format/findings.hpp"
#include "severities.hpp"

namespace acta::tool {

/// A baseline's file and its entries.
struct Known {
  std::string path;
  std::vector<format::BaselineEntry> entries;
};

/// Reads a baseline.  Throws InputError with file, line and what was expected.
Known read_known(const std::string& path);

/// Writes the baseline that lists `findings`, whole or not at all.
void write_known(const std::string& path, const std::vector<format::Finding>& findings);

/// The entries of which nothing was found.  Entries of articles that were not read say nothing, nor
/// do those of codes that are off.
std::vector<format::BaselineEntry> stale_entries(const Known& known,
                                                 const std::vector<format::Finding>& found,
                                                 const std::set<std::string>& articles,
                                                 const Severities& severities);

/// Takes stale entries out and writes the file anew.
void prune_known(Known& known, const std::vector<format::BaselineEntry>& stale);

/// What is said of a stale entry.
format::Finding stale_finding(const Known& known, const format::BaselineEntry& stale);

}  // namespace acta::tool
