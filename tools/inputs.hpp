#pragma once
/// The files that a command line names, and what is in them.

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "acta.hpp"
#include "input/articles.hpp"
#include "input/sources.hpp"

namespace acta::tool {

/// Something that the work cannot do without could not be read; the message names it and says why.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was found of what was named.
struct Inputs {
  std::vector<input::SourceFile> files;
  std::size_t unread = 0;  ///< Named, but missing, unreadable, or a folder without articles.
  bool single = false;     ///< One file was named: one object, not an array.
};

/// Whether season JSON counts as input, too.
enum class WithRecords : bool { no, yes };

/// Finds the files of `arguments`: files as they are, "-", and in folders, at any depth, what has
/// the name of an article, a dump or an answer of the API, in the order of their bytes.  Says on
/// standard error what is missing.  `form` is what all files are said to be.
///
/// With records, a folder that holds no article is a folder of .json and .ndjson files: those
/// beside articles are what was made of them.
Inputs find_inputs(const std::vector<std::string>& arguments, std::optional<football::Form> form,
                   WithRecords with = WithRecords::no);

/// "dump.xml#2014 Copa": what people call an article.
std::string shown(const input::SourceFile& file, std::string_view name);

/// The bytes of a file, or why there are none.
struct Content {
  std::optional<std::string> bytes;
  std::string failure;
};

/// Reads a file whole as it is: a file, a pipe or standard input ("-").
Content read_file(const std::string& path);

/// A file, and which of its pages: "dump.xml#2014 Copa"; all of it when there is no such name.
struct Place {
  std::string path;
  std::string page;
};

/// Takes "FILE#PAGE" apart, unless there is a file of that very name.
Place place_of_page(const std::string& written);

/// The one article of a file: its only one, or the page named.  Says on standard error why there is
/// none, or which there are.
std::optional<input::Article> one_article(const Place& place, std::optional<football::Form> form,
                                          const Pages& pages);

}  // namespace acta::tool
