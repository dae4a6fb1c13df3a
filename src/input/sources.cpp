#include "input/sources.hpp"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <fnmatch.h>
#include <glob.h>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "input/failure.hpp"

namespace acta::input {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& it : out) {
    if (it >= 'A' && it <= 'Z') it = static_cast<char>(it - 'A' + 'a');
  }
  return out;
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool matches(const std::string& glob, const std::string& relative) {
  const bool with_path = glob.find('/') != std::string::npos;
  const std::string subject = with_path ? relative : std::string(last_name(relative));
  return ::fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
}

/// What is passed over below one folder.
class Ignore {
 public:
  Ignore(const std::string& folder, std::vector<std::string> globs) : globs_(std::move(globs)) {
    std::string lines;
    try {
      lines = read_whole(folder + "/.actaignore");
    } catch (const SourceFailure&) {
      return;  // Most folders have none.
    }
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
      if (!line.empty() && line.front() != '#') globs_.push_back(line);
    }
  }

  bool passes_over(const std::string& relative, bool is_folder) const {
    return std::any_of(globs_.begin(), globs_.end(), [&](const std::string& glob) {
      if (!glob.ends_with('/')) return matches(glob, relative);
      return is_folder && matches(glob.substr(0, glob.size() - 1), relative);
    });
  }

 private:
  std::vector<std::string> globs_;
};

/// The walk through one folder.
class Walk {
 public:
  Walk(const std::string& folder, const Search& search, const Message& message, Found& found)
      : folder_(folder),
        search_(search),
        message_(message),
        found_(found),
        ignore_(folder, search.exclude) {
    struct stat status {};

    if (::stat(search.output.c_str(), &status) == 0) output_ = {status.st_dev, status.st_ino};
  }

  void run() {
    const std::size_t before = found_.files.size();
    visit("");
    const auto start = found_.files.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(start, found_.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return *a.file < *b.file; });
  }

 private:
  struct Place {
    dev_t device = 0;
    ino_t number = 0;
    bool operator==(const Place&) const = default;
  };

  void tell(std::string_view subject, std::string_view why) const {
    if (message_) message_(subject, why);
  }

  void visit(const std::string& below) {
    const std::string path = below.empty() ? folder_ : folder_ + "/" + below;
    DIR* const opened = ::opendir(path.c_str());
    if (opened == nullptr) {
      tell(path, std::generic_category().message(errno));
      found_.unreadable.push_back(path);
      return;
    }
    std::vector<std::string> folders;
    const int descriptor = ::dirfd(opened);
    while (const dirent* const entry = ::readdir(opened)) {
      const std::string_view name = entry->d_name;
      if (name.starts_with('.')) continue;
      const std::string relative =
          below.empty() ? std::string(name) : below + "/" + std::string(name);
      if (entry->d_type == DT_REG && !may_be_source(kind_by_name(name))) continue;
      visit_entry(descriptor, entry->d_name, relative, folders);
    }
    ::closedir(opened);
    for (const std::string& it : folders) visit(it);
  }

  void visit_entry(int folder, const char* name, const std::string& relative,
                   std::vector<std::string>& folders) {
    struct stat status {};

    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return;
    if (S_ISDIR(status.st_mode)) {
      const bool own = output_ == Place{status.st_dev, status.st_ino};
      if (!own && !ignore_.passes_over(relative, true)) folders.push_back(relative);
      return;
    }
    const std::string path = folder_ + "/" + relative;
    if (S_ISLNK(status.st_mode) && is_link_to_folder(path)) {
      // It may lead back.
      if (!ignore_.passes_over(relative, true))
        tell(path, "a link to a folder, which is not followed: name it to read what is in it");
      return;
    }
    const SourceKind kind = kind_by_name(relative);
    if (!may_be_source(kind) || ignore_.passes_over(relative, false)) return;
    const auto included = [&](const std::string& glob) { return matches(glob, relative); };
    if (!search_.include.empty() &&
        std::none_of(search_.include.begin(), search_.include.end(), included))
      return;
    std::optional<FileState> state;
    if (S_ISREG(status.st_mode)) {
      state =
          FileState{static_cast<std::uint64_t>(status.st_size),
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
    } else if (S_ISLNK(status.st_mode)) {
      struct stat target {};

      // What leads nowhere is told when it is read.
      if (::stat(path.c_str(), &target) == 0 && !S_ISREG(target.st_mode)) return;
      state = state_of(path);
    } else {
      return;
    }
    found_.files.push_back({path, relative, kind, false, state});
  }

  static bool is_link_to_folder(const std::string& path) {
    struct stat target {};

    return ::stat(path.c_str(), &target) == 0 && S_ISDIR(target.st_mode);
  }

  std::string folder_;
  const Search& search_;
  const Message& message_;
  Found& found_;
  Ignore ignore_;
  Place output_;
};

std::string_view without_digits(std::string_view name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  return name;
}

/// "x.xml" of "x.xml-p1p41242": dumps come in parts, named by the pages in them.
std::string_view without_pages(std::string_view name) {
  std::string_view part = name;
  for (const std::string_view letter : {"p", "-p"}) {
    const std::string_view before = without_digits(part);
    if (before.size() == part.size() || !before.ends_with(letter)) return name;
    part = before.substr(0, before.size() - letter.size());
  }
  return part;
}

/// "x-multistream-index.txt", and of a part "x-multistream-index7.txt"
bool is_index(std::string_view name) {
  constexpr std::string_view extension = ".txt";
  if (!name.ends_with(extension)) return false;
  name.remove_suffix(extension.size());
  return name.ends_with("-index") || without_digits(name).ends_with("-multistream-index");
}

/// What a shell would have made of the argument, had it not been quoted.
std::vector<std::string> expand(const std::string& argument) {
  std::error_code failure;
  if (argument.find_first_of("*?[") == std::string::npos || fs::exists(argument, failure))
    return {argument};
  ::glob_t found{};
  std::vector<std::string> paths;
  if (::glob(argument.c_str(), 0, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return paths.empty() ? std::vector{argument} : paths;
}

void add(const std::string& argument, const Search& search, const Message& message, Found& found) {
  std::error_code failure;
  if (argument != "-" && fs::is_directory(argument, failure)) {
    std::string folder = argument;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    Walk(folder, search, message, found).run();
    return;
  }
  SourceFile file{argument, std::nullopt, kind_by_name(argument), true, state_of(argument)};
  if (argument != "-") file.file = argument;

  struct stat status {};

  if (argument != "-" && ::stat(argument.c_str(), &status) != 0) {
    if (message) message(argument, std::generic_category().message(errno));
    found.unreadable.push_back(argument);
    return;
  }
  if (file.kind == SourceKind::index) {
    const std::string why = "the index of a dump is not needed: its streams are found without it";
    if (message) message(argument, why);
    return;
  }
  found.files.push_back(std::move(file));
}

}  // namespace

SourceKind kind_by_name(std::string_view path) {
  const std::string name = lower(last_name(path));
  if (name.ends_with(".tgz") || name.ends_with(".tbz2")) return SourceKind::dump;
  const std::string_view bare = without_pages(without_packing(name));
  for (const std::string_view it : {".xml", ".ndjson", ".jsonl", ".tar"}) {
    if (bare.ends_with(it)) return SourceKind::dump;
  }
  if (is_index(bare)) return SourceKind::index;
  if (form_of(bare)) return SourceKind::article;
  return bare.ends_with(".json") ? SourceKind::answer : SourceKind::unknown;
}

std::optional<football::Form> form_of(std::string_view path) {
  const std::string whole = lower(last_name(path));
  const std::string_view name = without_packing(whole);
  if (name.ends_with(".txt")) return football::Form::rendered;
  for (const std::string_view it : {".wiki", ".wikitext", ".mediawiki"}) {
    if (name.ends_with(it)) return football::Form::wikitext;
  }
  for (const std::string_view it : {".html", ".htm", ".xhtml"}) {
    if (name.ends_with(it)) return football::Form::html;
  }
  return std::nullopt;
}

std::string_view without_packing(std::string_view path) {
  for (const std::string_view it : {".bz2", ".gz", ".zst"}) {
    if (path.ends_with(it)) return path.substr(0, path.size() - it.size());
  }
  return path;
}

bool may_be_source(SourceKind kind) {
  return kind != SourceKind::unknown && kind != SourceKind::index;
}

Found find_sources(const Search& search, const Message& message) {
  Found found;
  for (const std::string& argument : search.sources) {
    for (const std::string& path : expand(argument)) add(path, search, message, found);
  }
  // A file that is named twice is read once.
  std::set<std::string> paths;
  std::erase_if(found.files, [&](const SourceFile& it) { return !paths.insert(it.path).second; });
  return found;
}

}  // namespace acta::input
