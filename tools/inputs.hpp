#pragma once
/// The articles that a command line names, and their bytes.

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "acta.hpp"

namespace acta::tool {

/// Something that the work cannot do without could not be read; the message names it and says why.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One article to read.
struct Input {
  std::string path;                 ///< To open and to show; "-" is standard input.
  std::optional<std::string> file;  ///< `article.file`: none for standard input.

  /// What people call it in messages.
  std::string_view shown() const { return path == "-" ? std::string_view("<stdin>") : path; }
};

/// What was found of what was named.
struct Inputs {
  std::vector<Input> articles;
  std::size_t unread = 0;  ///< Named, but missing, unreadable, or a folder without articles.
  bool single = false;     ///< One file was named: one object, not an array.
};

/// Whether season JSON counts as input, too.
enum class WithRecords : bool { no, yes };

/// Whether a path is season JSON by its extension: .json or .ndjson.
bool is_record_file(std::string_view path);

/// Finds the articles of `arguments`: files as they are, "-", and in folders every .txt, .wiki,
/// .wikitext and .mediawiki file at any depth, in the order of their bytes.  Says on standard error
/// what is missing.
///
/// With records, a folder that holds no article is a folder of .json and .ndjson files: those
/// beside articles are what was made of them.
Inputs find_inputs(const std::vector<std::string>& arguments, WithRecords with = WithRecords::no);

/// The bytes of an article, or why there are none.
struct Content {
  std::optional<std::string> bytes;
  std::string failure;
};

/// Reads an article whole, from a file, a pipe or standard input.
Content read_article(const Input& input);

/// The form that the file's extension says, if it says one.
std::optional<football::Form> form_of_extension(std::string_view path);

/// Why `bytes` do not look like text, or nothing when they do.
std::string_view not_text(std::string_view bytes);

}  // namespace acta::tool
