#pragma once
/// What several test files need: the corpus, files, JSON, and readable differences.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "acta.hpp"

namespace acta::tests {

/// The root of the sources.
std::filesystem::path source_folder();

/// The whole file; throws when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// Writes the whole file; throws when it cannot be written.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// One folder of the corpus.
struct CorpusArticle {
  std::string slug;
  std::filesystem::path article;  ///< article.txt or article.wiki
  std::filesystem::path golden;   ///< season.json

  std::string bytes() const { return read_file(article); }
};

/// Every folder of the corpus, by name; throws when one holds no article, or when there is none.
std::vector<CorpusArticle> corpus();

/// `season` as `acta extract --pretty` prints it.
std::string pretty(const football::Season& season);

/// Where the record of `season` breaks the schema, and how; empty is good.
std::string schema_violation(const football::Season& season);

/// What differs between two texts, as `diff -u` would show it; empty when nothing does.
std::string difference(std::string_view expected, std::string_view actual);

/// What the record of any bytes whatever must hold: the coverage adds up to the lines, and there is
/// a reading a line.  Returns what does not hold; empty is good.
std::string broken_invariant(const Result& result);

}  // namespace acta::tests
