#pragma once
/// The files beside the articles: NDJSON and CSV for each kind of record, and SQLite.

#include <map>
#include <string>
#include <vector>

#include "build/closing.hpp"

namespace acta::build {

/// Makes the files of `formats` from the records in the folder, articles in the order of `all`, and
/// puts them in their places.  They depend on the records alone.  Throws BuildError.
std::map<std::string, FileState> write_dataset(const Folders& folders, const Formats& formats,
                                               const std::vector<Owned>& all, input::Pool& pool);

}  // namespace acta::build
