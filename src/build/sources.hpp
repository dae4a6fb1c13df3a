#pragma once
/// The files that a build reads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acta.hpp"
#include "build/build.hpp"
#include "build/file.hpp"

namespace acta::build {

/// What a file's name says of its content.
enum class SourceKind : std::uint8_t {
  article,  ///< .txt .wiki .wikitext .mediawiki
  dump,     ///< .xml, or a part of one (.xml-p1p999), perhaps compressed
  answer,   ///< .json: perhaps an answer of MediaWiki's API
  index,    ///< Where the streams of a multistream dump begin: they are found without it.
  unknown   ///< Standard input or another name: the content decides.
};

/// One file to read.
struct SourceFile {
  std::string path;                 ///< To open; "-" is standard input.
  std::optional<std::string> file;  ///< `article.file`: relative to the folder that was named.
  SourceKind kind = SourceKind::unknown;
  bool named = false;              ///< On the command line, rather than found in a folder.
  std::optional<FileState> state;  ///< Absent for what is no regular file.

  /// What people call it.
  std::string_view shown() const { return path == "-" ? std::string_view("<stdin>") : path; }
};

/// The kind that a path's extension says.
SourceKind kind_of(std::string_view path);

/// The form that an article's extension says.
std::optional<football::Form> form_of(std::string_view path);

/// What was found, and what could not be.
struct Found {
  std::vector<SourceFile> files;        ///< In the order named, those of a folder by their bytes.
  std::vector<std::string> unreadable;  ///< Named, or folders; `message` was called for each.
};

/// Finds the files of `input`: what is named, and in folders, at any depth, what a build can read.
///
/// Passed over are hidden files and folders, links to folders, `output`, what `exclude` matches,
/// and what the globs in a folder's `.actaignore` match, a line each ("#" starts a comment).  A
/// glob with a "/" is compared with the path below the folder named, another with the last name
/// alone; one that ends in "/" means folders.
Found find_sources(const Input& input, const std::string& output, const Observer& observer);

}  // namespace acta::build
