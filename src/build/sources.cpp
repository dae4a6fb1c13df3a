#include "build/sources.hpp"

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

#include "build/failure.hpp"

namespace acta::build {
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

/// Whether a file of a folder is read: one of another name is only when it is named itself.
bool may_be_source(SourceKind kind) {
  return kind != SourceKind::unknown && kind != SourceKind::index;
}

/// The walk through one folder.
class Walk {
 public:
  Walk(const std::string& folder, const Input& input, const std::string& output,
       const Observer& observer, Found& found)
      : folder_(folder),
        input_(input),
        observer_(observer),
        found_(found),
        ignore_(folder, input.exclude) {
    struct stat status {};

    if (::stat(output.c_str(), &status) == 0) output_ = {status.st_dev, status.st_ino};
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

  void visit(const std::string& below) {
    const std::string path = below.empty() ? folder_ : folder_ + "/" + below;
    DIR* const opened = ::opendir(path.c_str());
    if (opened == nullptr) {
      if (observer_.message) observer_.message(path, std::generic_category().message(errno));
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
      if (entry->d_type == DT_REG && !may_be_source(kind_of(name))) continue;
      visit_entry(descriptor, entry->d_name, relative, folders);
    }
    ::closedir(opened);
    for (const std::string& it : folders) visit(it);
  }

  void visit_entry(int folder, const char* name, const std::string& relative,
                   std::vector<std::string>& folders) {
    struct stat status {};

    // A link to a folder is not followed: it may lead back.
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return;
    if (S_ISDIR(status.st_mode)) {
      const bool own = output_ == Place{status.st_dev, status.st_ino};
      if (!own && !ignore_.passes_over(relative, true)) folders.push_back(relative);
      return;
    }
    const SourceKind kind = kind_of(relative);
    if (!may_be_source(kind) || ignore_.passes_over(relative, false)) return;
    const auto included = [&](const std::string& glob) { return matches(glob, relative); };
    if (!input_.include.empty() &&
        std::none_of(input_.include.begin(), input_.include.end(), included))
      return;
    const std::string path = folder_ + "/" + relative;
    std::optional<FileState> state;
    if (S_ISREG(status.st_mode)) {
      state =
          FileState{static_cast<std::uint64_t>(status.st_size),
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
    } else if (S_ISLNK(status.st_mode)) {
      struct stat target {};

      if (::stat(path.c_str(), &target) == 0 && !S_ISREG(target.st_mode)) return;
      state = state_of(path);
    } else {
      return;
    }
    found_.files.push_back({path, relative, kind, false, state});
  }

  std::string folder_;
  const Input& input_;
  const Observer& observer_;
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

void add(const std::string& argument, const Input& input, const std::string& output,
         const Observer& observer, Found& found) {
  std::error_code failure;
  if (argument != "-" && fs::is_directory(argument, failure)) {
    std::string folder = argument;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    Walk(folder, input, output, observer, found).run();
    return;
  }
  SourceFile file{argument, std::nullopt, kind_of(argument), true, state_of(argument)};
  if (argument != "-") file.file = std::string(last_name(argument));
  if (argument != "-" && !fs::exists(argument, failure)) {
    if (observer.message) observer.message(argument, std::generic_category().message(ENOENT));
    found.unreadable.push_back(argument);
    return;
  }
  if (file.kind == SourceKind::index) {
    const std::string why = "the index of a dump is not needed: its streams are found without it";
    if (observer.message) observer.message(argument, why);
    return;
  }
  found.files.push_back(std::move(file));
}

}  // namespace

SourceKind kind_of(std::string_view path) {
  const std::string name = lower(last_name(path));
  std::string_view bare = name;
  for (const std::string_view compressed : {".bz2", ".gz", ".zst"}) {
    if (bare.ends_with(compressed)) {
      bare.remove_suffix(compressed.size());
      break;
    }
  }
  bare = without_pages(bare);
  if (bare.ends_with(".xml")) return SourceKind::dump;
  if (is_index(bare)) return SourceKind::index;
  if (form_of(name)) return SourceKind::article;
  return name.ends_with(".json") ? SourceKind::answer : SourceKind::unknown;
}

std::optional<football::Form> form_of(std::string_view path) {
  const std::string name = lower(last_name(path));
  if (name.ends_with(".txt")) return football::Form::rendered;
  for (const std::string_view it : {".wiki", ".wikitext", ".mediawiki"}) {
    if (name.ends_with(it)) return football::Form::wikitext;
  }
  for (const std::string_view it : {".html", ".htm", ".xhtml"}) {
    if (name.ends_with(it)) return football::Form::html;
  }
  return std::nullopt;
}

Found find_sources(const Input& input, const std::string& output, const Observer& observer) {
  Found found;
  for (const std::string& argument : input.sources) {
    for (const std::string& path : expand(argument)) add(path, input, output, observer, found);
  }
  // A file that is named twice is read once.
  std::set<std::string> paths;
  std::erase_if(found.files, [&](const SourceFile& it) { return !paths.insert(it.path).second; });
  return found;
}

}  // namespace acta::build
