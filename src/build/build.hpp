#pragma once
/// Many articles to one dataset: only what changed is read, and nothing that was there is lost.
///
///     build::Options options{.sources = {"articles/", "dump.xml.bz2"}, .output = "data"};
///     build::Outcome outcome = build::build(options, {});
///
/// The output folder holds `articles/SLUG.json`, the files of the asked formats, and `.acta/`,
/// which is this machine's memory of the build.  All but `.acta/` depends on the articles alone:
/// not on the number of threads, on earlier builds, or on the moment at which one was killed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"
#include "input/failure.hpp"
#include "input/selection.hpp"

namespace acta::build {

using input::Pages;
using input::Selection;

/// A share of the articles: number `index` (from 1) of `count`.
struct Shard {
  unsigned index = 1;
  unsigned count = 1;
  bool operator==(const Shard&) const = default;
};

/// Beside the articles' JSON.
struct Formats {
  bool ndjson = false;
  bool csv = false;
  bool sqlite = false;
  /// Cells of CSV that a spreadsheet takes for formulas begin with an apostrophe.
  bool guard_csv = false;
  bool operator==(const Formats&) const = default;
};

/// What is read.
struct Input {
  /// Files, folders, or "-" for standard input.
  std::vector<std::string> sources;
  std::vector<std::string>
      include;  ///< Globs; a file of a folder must match one, if there are any.
  std::vector<std::string> exclude;  ///< Globs of files and folders that are passed over.
  Selection selection;
  Shard shard;
};

/// How it is done.
struct Mode {
  unsigned jobs = 0;          ///< Threads; 0 for as many as there are processors.
  bool check = false;         ///< Write nothing, tell what would change.
  bool force = false;         ///< Read everything anew.
  bool verify = false;        ///< Trust no file's size and time: compare content.
  bool allow_shrink = false;  ///< Remove even most of the articles.
};

/// What `build` is asked for.
struct Options {
  Input input;
  std::string output;
  std::optional<Formats> formats;  ///< Absent: those that the dataset has.
  bool guard_csv = false;
  Mode mode;
};

/// What `merge` is asked for.
struct MergeOptions {
  std::vector<std::string> shards;  ///< Output folders of all shards, in any order.
  std::string output;
  Mode mode;
};

/// How many records of each kind an article has; for people, not for programs.
struct Counts {
  std::uint64_t matches = 0;
  std::uint64_t goals = 0;
  std::uint64_t teams = 0;
  std::uint64_t players = 0;
  std::uint64_t ties = 0;
  std::uint64_t standings = 0;
  bool operator==(const Counts&) const = default;
};

/// Names and members of `Counts`, in the order in which people read them.
struct CountName {
  std::string_view one;
  std::string_view many;
  std::uint64_t Counts::*count;
};

inline constexpr std::array<CountName, 6> count_names = {{
    {"match", "matches", &Counts::matches},
    {"goal", "goals", &Counts::goals},
    {"team", "teams", &Counts::teams},
    {"player", "players", &Counts::players},
    {"tie", "ties", &Counts::ties},
    {"standing", "standings", &Counts::standings},
}};

/// What happens to one article.
enum class Change : std::uint8_t { added, changed, removed };
inline constexpr std::array<std::string_view, 3> change_names = {"added", "changed", "removed"};

/// How many records of a kind came, went, or are others than before.
struct Difference {
  std::string_view kind;  ///< "matches"
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t changed = 0;
};

/// How far the build is.
struct Progress {
  std::uint64_t bytes = 0;        ///< Of the sources, as they lie on the disk.
  std::uint64_t total_bytes = 0;  ///< Of those that are read; 0 when not known.
  std::uint64_t articles = 0;     ///< Converted.
};

/// What a build tells while it goes on.  Calls come one at a time, from any thread.
struct Observer {
  std::function<void(std::string_view subject, std::string_view message)> message;
  std::function<void(std::string_view article, const finding::Diagnostic&)> finding;
  std::function<void(Change, std::string_view article, const std::vector<Difference>&)> change;
  std::function<void(const Progress&)> progress;  ///< A few times a second.
  /// Asked often, by several threads at once; when it says true, the articles in hand are finished
  /// and the build ends.
  std::function<bool()> stop;
};

/// What came of a build.
struct Outcome {
  std::size_t articles = 0;                   ///< In the dataset.
  Counts counts;                              ///< Of all of them.
  std::array<std::uint64_t, 3> severities{};  ///< Findings of all of them, by finding::Severity.
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
  std::size_t failed = 0;        ///< Sources and articles that gave no record.
  std::uint64_t bytes_read = 0;  ///< Of sources, decompressed.
  bool dataset_changed = false;  ///< A file beside the articles was, or would be, written.
  bool interrupted = false;      ///< `stop` said so.
  bool shrink_refused = false;   ///< Too much would have been removed; nothing was.
};

/// The world is at fault: an output cannot be written, another build is at work, an output is
/// somebody's own.  What was there before is still there.
using BuildError = input::Failure;

/// Builds.  Throws BuildError; a bad article or source is a message, and counted.
Outcome build(const Options& options, const Observer& observer);

/// Makes one dataset of the shards' outputs, byte for byte what one build would have made.  Throws
/// BuildError, also when the shards are not those of one build.
Outcome merge(const MergeOptions& options, const Observer& observer);

}  // namespace acta::build
