#include "format/diff.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "acta.hpp"
#include "commands.hpp"
#include "format/read.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

/// The seasons of one file; nothing is compared with what cannot be read whole.
std::vector<football::Season> seasons_of_file(const std::string& path) {
  const Content content = read_file(path);
  const std::string shown = path == "-" ? "<stdin>" : path;
  if (!content.bytes) throw InputError(shown + ": " + content.failure);
  std::vector<football::Season> seasons;
  format::read_seasons(*content.bytes, format::LinesOf::article, [&](format::ReadSeason&& read) {
    const std::vector<finding::Diagnostic> findings = read.findings.sorted();
    if (!findings.empty()) {
      throw InputError(finding::to_text(shown, findings.front()) +
                       "; only season records can be compared: see acta check");
    }
    seasons.push_back(std::move(read.season));
  });
  return seasons;
}

/// The files below `folder` with an extension, relative to it, in the order of their bytes.
std::vector<std::string> files_below(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> found;
  std::error_code failure;
  fs::recursive_directory_iterator it(folder, failure);
  for (; !failure && it != fs::recursive_directory_iterator(); it.increment(failure)) {
    const fs::path& path = it->path();
    const bool is_hidden = path.filename().native().starts_with('.');
    std::error_code unknown;
    if (is_hidden && it->is_directory(unknown)) it.disable_recursion_pending();
    if (!is_hidden && path.extension() == extension && it->is_regular_file(unknown)) {
      found.push_back(path.lexically_relative(folder).generic_string());
    }
  }
  if (failure) throw InputError(folder.string() + ": " + failure.message());
  std::sort(found.begin(), found.end());
  return found;
}

/// The record files of a folder: its .json files, or where it has none its .ndjson files.
std::vector<std::string> record_files(const std::string& folder) {
  std::vector<std::string> files = files_below(folder, ".json");
  return files.empty() ? files_below(folder, ".ndjson") : files;
}

bool is_folder(const std::string& path) {
  std::error_code failure;
  return fs::is_directory(path, failure);
}

/// Compares the files of two folders that have one relative path, and those of one folder only with
/// nothing.
format::Difference compare_folders(const std::string& before, const std::string& after) {
  const std::vector<std::string> old_files = record_files(before);
  const std::vector<std::string> new_files = record_files(after);
  if (old_files.empty() && new_files.empty()) {
    throw InputError(before + ": no season records here (no .json or .ndjson file)");
  }
  std::vector<std::string> all;
  std::set_union(old_files.begin(), old_files.end(), new_files.begin(), new_files.end(),
                 std::back_inserter(all));
  const auto seasons_of = [](const std::string& folder, const std::vector<std::string>& files,
                             const std::string& name) {
    return std::binary_search(files.begin(), files.end(), name)
               ? seasons_of_file((fs::path(folder) / name).string())
               : std::vector<football::Season>{};
  };
  format::Difference difference;
  for (const std::string& name : all) {
    difference.add(
        format::compare(seasons_of(before, old_files, name), seasons_of(after, new_files, name)));
  }
  return difference;
}

format::Difference compare_paths(const DiffOptions& options) {
  if (is_folder(options.before) != is_folder(options.after)) {
    throw InputError(options.before + " and " + options.after +
                     ": a folder is compared with a folder, a file with a file");
  }
  if (is_folder(options.before)) return compare_folders(options.before, options.after);
  return format::compare(seasons_of_file(options.before), seasons_of_file(options.after));
}

}  // namespace

int diff(const DiffOptions& options) {
  Output output;
  const format::Difference difference = compare_paths(options);
  std::string text;
  if (options.format == Listing::json) {
    format::write_json(difference, text);
    text += '\n';
  } else {
    format::write_text(difference, text);
  }
  output.write(text);
  output.finish();

  const bool fires = options.shrink_guard && !difference.shrunk.empty();
  for (const format::Shrunk& shrunk : difference.shrunk) {
    if (!fires) break;
    complain(shrunk.season, std::to_string(shrunk.matches_before) + " matches and " +
                                std::to_string(shrunk.goals_before) + " goals before, " +
                                std::to_string(shrunk.matches_after) + " and " +
                                std::to_string(shrunk.goals_after) +
                                " now (--allow-shrink accepts this)");
  }
  print_difference(difference);
  return fires ? exit_findings : exit_clean;
}

}  // namespace acta::tool
