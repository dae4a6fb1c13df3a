#pragma once
/// What a build remembers of the one before: `.acta/manifest`, and `.acta/journal`, to which an
/// unfinished build has added the articles it had done.
///
/// Both are lines of fields separated by tabs.  The manifest is replaced at the very end of a
/// build; the journal grows as articles are put in place, and goes when the manifest is there.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hpp"
#include "build/file.hpp"

namespace acta::build {

/// A page that an article transcludes, and the hash of its wikitext; none where it was not found.
struct Dependency {
  std::string title;
  std::string sha256;
  bool operator==(const Dependency&) const = default;
};

/// One article of the dataset.
struct Entry {
  std::string name;  ///< Title of a page in a dump or answer; empty for a file's own article.
  std::uint64_t number = 0;  ///< Place in its source.
  std::string revision;      ///< Page, revision and timestamp, as one text.
  std::string sha256;        ///< Of the wikitext or text.
  std::string base;          ///< The slug it would have alone.
  std::string slug;          ///< The slug it has.
  FileState json;            ///< Of the written record.
  Counts counts;
  std::array<std::uint64_t, 3> severities{};
  std::vector<Dependency> dependencies;
  bool current = true;  ///< Made by this version with these options; not written.
};

/// One source file and its articles.
struct SourceEntry {
  std::string path;
  std::optional<std::string> file;  ///< `article.file` of its articles.
  FileState state;                  ///< Zero when it has to be read again in any case.
  std::vector<Entry> articles;
};

/// The whole memory.
struct Manifest {
  std::string key;        ///< What the bytes of a record depend on besides its article.
  std::string selection;  ///< What decides which pages of a source are articles.
  Shard shard;
  Formats formats;
  std::vector<SourceEntry> sources;
  std::map<std::string, FileState> files;  ///< The dataset's files beside the articles.
  /// Slugs that articles had before an unfinished build, whose records may still be there.
  std::vector<std::string> left_slugs;
  bool complete = false;  ///< The last build came to its end.
};

/// The manifest as bytes.
std::string write_manifest(const Manifest& manifest);

/// One line of the journal.
std::string journal_line(const std::string& path, const Entry& entry);

/// The memory in the bytes of a manifest and a journal, either of which may be empty.  Entries made
/// under another key than `key` are not `current`.  Throws BuildError for a manifest that is
/// damaged or of another version.
Manifest parse_manifest(std::string_view manifest, std::string_view journal,
                        const std::string& key);

/// What the manifest and the journal of the folder `memory` say; empty where there is none. Entries
/// made under another key than `key` are not `current`.  Throws BuildError for a manifest of a
/// later version of acta.
Manifest read_manifest(const std::string& memory, const std::string& key);

}  // namespace acta::build
