#include "build/own.hpp"

#include <dirent.h>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <sys/stat.h>

#include "build/failure.hpp"
#include "build/file.hpp"
#include "format/rows.hpp"
#include "input/file.hpp"

namespace acta::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sqlite_name = "acta.sqlite";
constexpr std::string_view package_name = "datapackage.json";

/// Where a file or a folder lies, whatever it is called.
using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> identity_of(const std::string& path) {
  struct stat status {};

  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// The first bytes of a file; empty when it cannot be read.
std::string start_of(const std::string& path) {
  constexpr std::size_t enough = 4096;
  try {
    const input::Descriptor file = input::open_to_read(path);
    std::string bytes(enough, '\0');
    bytes.resize(input::read_some(file, path, bytes.data(), bytes.size()));
    return bytes;
  } catch (const input::SourceFailure&) {
    return {};
  }
}

/// Whether a file looks like one that a build has written under that name.
bool looks_own(const std::string& path, std::string_view name) {
  const std::string start = start_of(path);
  if (start.empty()) {
    std::error_code failure;
    return fs::file_size(path, failure) == 0 && !failure;
  }
  if (name == package_name) return start.find("\"football-seasons\"") != std::string::npos;
  if (name == sqlite_name) {
    // The application's number stands at byte 68: "acta".
    return start.starts_with("SQLite format 3") && start.size() > 72 &&
           std::string_view(start).substr(68, 4) == "acta";
  }
  const std::string_view table = name.substr(0, name.rfind('.'));
  for (const format::Table& it : format::tables()) {
    if (it.name != table) continue;
    if (name.ends_with(".csv")) {
      std::string header;
      format::append_csv_header(it, header);
      return start.starts_with(header);
    }
    return start.starts_with("{\"" + std::string(it.columns.front().name) + "\":");
  }
  return false;
}

bool is_record(const std::string& path) {
  const std::string start = start_of(path);
  return start.find("\"schema\": \"acta/season/") < 64;
}

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  throw Failure(path + ": " + std::string(why));
}

void expect_no_sources(const Folders& folders, const std::vector<std::string>& arguments,
                       const std::vector<input::SourceFile>& files) {
  std::vector<Identity> own;
  for (const std::string& it : {folders.output, folders.articles, folders.memory}) {
    if (const std::optional<Identity> identity = identity_of(it)) own.push_back(*identity);
  }
  std::string last;
  const auto expect_other = [&](const std::string& folder, const std::string& shown) {
    if (folder == last) return;
    last = folder;
    const std::optional<Identity> identity = identity_of(folder);
    for (const Identity& it : own) {
      if (identity == it)
        refuse(folders.output,
               "holds a source (" + shown + "): records are written to a folder of their own");
    }
  };
  for (const std::string& it : arguments) {
    if (it != "-") expect_other(it, it);
  }
  for (const input::SourceFile& it : files) {
    if (it.path != "-") expect_other(folder_of(it.path), it.path);
  }
}

std::unordered_set<std::string> claimed_files(const Folders& folders) {
  std::unordered_set<std::string> names;
  std::string lines = start_of(folders.memory + "/files");
  for (std::size_t end = 0; (end = lines.find('\n')) != std::string::npos;) {
    names.insert(lines.substr(0, end));
    lines.erase(0, end + 1);
  }
  return names;
}

void expect_own_records(const Folders& folders, const Manifest& before) {
  std::unordered_set<std::string> own(before.left_slugs.begin(), before.left_slugs.end());
  for (const SourceEntry& source : before.sources) {
    for (const Entry& it : source.articles) own.insert(it.slug);
  }
  DIR* const opened = ::opendir(folders.articles.c_str());
  if (opened == nullptr) return;
  std::optional<std::string> foreign;
  while (const dirent* const entry = ::readdir(opened)) {
    constexpr std::string_view extension = ".json";
    std::string name = entry->d_name;
    if (!name.ends_with(extension)) continue;
    name.resize(name.size() - extension.size());
    if (own.contains(name) || is_record(folders.article(name))) continue;
    foreign = folders.article(name);
    break;
  }
  ::closedir(opened);
  if (foreign)
    refuse(*foreign,
           "was made by no build, and records are written beside it: move it away, or "
           "give another folder");
}

}  // namespace

std::vector<std::string> dataset_files(const Formats& formats) {
  std::vector<std::string> names;
  for (const format::Table& it : format::tables()) {
    if (formats.ndjson) names.push_back(it.name + ".ndjson");
    if (formats.csv) names.push_back(it.name + ".csv");
  }
  if (formats.csv) names.emplace_back(package_name);
  if (formats.sqlite) names.emplace_back(sqlite_name);
  return names;
}

void expect_own(const Folders& folders, const Formats& formats, const Manifest& before,
                const std::vector<std::string>& arguments,
                const std::vector<input::SourceFile>& files) {
  if (identity_of(folders.output) && identity_of(folders.output) == identity_of("/"))
    refuse(folders.output, "is the root of the file system: records are written to a folder");
  expect_no_sources(folders, arguments, files);
  const std::unordered_set<std::string> claimed = claimed_files(folders);
  for (const std::string& name : dataset_files(formats)) {
    const std::string path = folders.output + "/" + name;
    if (before.files.contains(name) || claimed.contains(name) || !identity_of(path)) continue;
    if (!looks_own(path, name))
      refuse(path,
             "was made by no build, and is not overwritten: move it away, or give another "
             "folder");
  }
  expect_own_records(folders, before);
}

void claim_files(const Folders& folders, const Formats& formats) {
  std::string lines;
  for (const std::string& it : dataset_files(formats)) lines += it + "\n";
  if (!lines.empty()) replace_file(folders.memory + "/files", lines);
}

}  // namespace acta::build
