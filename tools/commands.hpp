#pragma once
/// The subcommands.  Each returns the exit code: 0 clean, 1 findings at or above the fail level,
/// 2 an input that could not be read.  What stops all work is an exception: an output that cannot
/// be written, a configuration that cannot be understood.

#include <string>

#include "options.hpp"

namespace acta::tool {

inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_failed = 2;

/// Articles to records.
int extract(const ExtractOptions& options);

/// What is wrong with articles.
int check(const CheckOptions& options);

/// Many articles to one dataset.
int build(const BuildOptions& options);

/// The datasets of shards to one.
int merge(const MergeOptions& options);

/// How each line of an article was read.
int explain(const ExplainOptions& options);

/// What changed between two outputs.
int diff(const DiffOptions& options);

/// The syntax tree of a page's wikitext.
int parse(const std::string& page);

/// The schema of a record, or of findings.
int schema(Schema which);

/// Every diagnostic code, or the page of one.
int rules(const RulesOptions& options);

}  // namespace acta::tool
