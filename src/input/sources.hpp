#pragma once
/// The files that are read: those named, and in folders those with the name of a source.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acta.hpp"
#include "input/file.hpp"

namespace acta::input {

/// What a file's name says of its content.
enum class SourceKind : std::uint8_t {
  article,  ///< .txt .wiki .wikitext .mediawiki, perhaps compressed
  dump,     ///< .xml, or a part of one (.xml-p1p999), .ndjson or .tar, perhaps compressed
  answer,   ///< .json, perhaps compressed: perhaps an answer of MediaWiki's API
  index,    ///< Where the streams of a multistream dump begin: they are found without it.
  unknown   ///< Standard input or another name: the content decides.
};

/// One file to read.
struct SourceFile {
  std::string path = {};  ///< To open; "-" is standard input.
  /// `article.file`: as it was named, of a folder's files relative to the folder; none for standard
  /// input.
  std::optional<std::string> file = std::nullopt;
  SourceKind kind = SourceKind::unknown;
  bool named = false;  ///< On the command line, rather than found in a folder.
  std::optional<FileState> state = std::nullopt;      ///< Absent for what is no regular file.
  std::optional<football::Form> form = std::nullopt;  ///< What somebody says that it is.

  /// What people call it.
  std::string_view shown() const { return path == "-" ? std::string_view("<stdin>") : path; }
};

/// The kind that a path's extension says.
SourceKind kind_by_name(std::string_view path);

/// The form that an article's extension says.
std::optional<football::Form> form_of(std::string_view path);

/// "x.xml" of "x.xml.bz2".
std::string_view without_packing(std::string_view path);

/// What was found, and what could not be.
struct Found {
  std::vector<SourceFile> files;        ///< In the order named, those of a folder by their bytes.
  std::vector<std::string> unreadable;  ///< Named, or folders; `message` was called for each.
};

/// Where is looked, and what is passed over.
struct Search {
  std::vector<std::string> sources;       ///< Files, folders, or "-" for standard input.
  std::vector<std::string> include = {};  ///< Globs; a file of a folder must match one, if any.
  std::vector<std::string> exclude = {};  ///< Globs of files and folders that are passed over.
  std::string output = {};                ///< A folder that is not looked into.
};

/// Hears what is wrong with a file or a folder.
using Message = std::function<void(std::string_view subject, std::string_view message)>;

/// Whether a file of a folder is read: one of another name is only when it is named itself.
bool may_be_source(SourceKind kind);

/// Finds the files of `search`: what is named, and in folders, at any depth, what can be read.
///
/// A folder that is named is read, be it by a link.  Passed over are hidden files and folders,
/// links to folders (`message` says so), `output`, what `exclude` matches, and what the globs in a
/// folder's `.actaignore` match, a line each ("#" starts a comment).  A glob with a "/" is compared
/// with the path below the folder named, another with the last name alone; one that ends in "/"
/// means folders.
Found find_sources(const Search& search, const Message& message);

}  // namespace acta::input
