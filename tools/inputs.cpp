#include "inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sys/stat.h>

#include "messages.hpp"

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

/// Larger than any article: the largest wiki pages have 2 MB.
constexpr std::size_t size_limit = std::size_t{1} << 30U;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& it : out) {
    if (it >= 'A' && it <= 'Z') it = static_cast<char>(it - 'A' + 'a');
  }
  return out;
}

std::string extension(std::string_view path) { return lower(fs::path(path).extension().string()); }

bool is_article(const fs::directory_entry& entry) {
  std::error_code failure;
  return form_of_extension(entry.path().native()) && entry.is_regular_file(failure);
}

/// Adds the articles below `folder`, in the order of their paths' bytes.
void add_folder(const std::string& folder, WithRecords with, Inputs& inputs) {
  std::vector<std::string> found;
  std::vector<std::string> records;
  std::vector<std::string> open = {folder};
  while (!open.empty()) {
    const std::string current = std::move(open.back());
    open.pop_back();
    std::error_code failure;
    fs::directory_iterator it(current, failure);
    for (; !failure && it != fs::directory_iterator(); it.increment(failure)) {
      // A link to a folder is not followed: it may lead back.
      std::error_code unknown;
      if (!it->is_symlink(unknown) && it->is_directory(unknown)) {
        open.push_back(it->path().native());
      } else if (is_article(*it)) {
        found.push_back(it->path().native());
      } else if (with == WithRecords::yes && is_record_file(it->path().native()) &&
                 it->is_regular_file(unknown)) {
        records.push_back(it->path().native());
      }
    }
    if (failure) {
      complain(current, failure.message());
      ++inputs.unread;
    }
  }
  if (found.empty()) found = std::move(records);
  if (found.empty()) {
    complain(folder, "no articles in this folder (no .txt, .wiki, .wikitext or .mediawiki file)");
    ++inputs.unread;
  }
  std::sort(found.begin(), found.end());
  for (std::string& path : found) {
    const std::size_t start = path.find_first_not_of('/', folder.size());
    inputs.articles.push_back({path, path.substr(start)});
  }
}

/// Owns an open file; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

bool is_record_file(std::string_view path) {
  const std::string written = extension(path);
  return written == ".json" || written == ".ndjson";
}

Inputs find_inputs(const std::vector<std::string>& arguments, WithRecords with) {
  Inputs inputs;
  for (const std::string& argument : arguments) {
    std::error_code failure;
    if (argument == "-") {
      inputs.articles.push_back({argument, std::nullopt});
    } else if (fs::is_directory(argument, failure)) {
      add_folder(argument, with, inputs);
    } else {
      inputs.articles.push_back({argument, fs::path(argument).filename().string()});
    }
  }
  std::error_code failure;
  inputs.single = arguments.size() == 1 && !fs::is_directory(arguments.front(), failure);
  return inputs;
}

Content read_article(const Input& input) {
  const Descriptor descriptor(input.path);
  if (descriptor.number() < 0) return {std::nullopt, reason()};
  std::string bytes;

  struct stat status {};

  if (::fstat(descriptor.number(), &status) == 0 && status.st_size > 0) {
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), size_limit) + 1);
  }
  char piece[64 * 1024];
  for (;;) {
    const ssize_t count = ::read(descriptor.number(), piece, sizeof piece);
    if (count == 0) return {std::move(bytes), {}};
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {std::nullopt, reason()};
    bytes.append(piece, static_cast<std::size_t>(count));
    if (bytes.size() > size_limit) return {std::nullopt, "larger than 1 GiB, which no article is"};
  }
}

std::optional<football::Form> form_of_extension(std::string_view path) {
  const std::string written = extension(path);
  if (written == ".txt") return football::Form::rendered;
  if (written == ".wiki" || written == ".wikitext" || written == ".mediawiki") {
    return football::Form::wikitext;
  }
  if (written == ".html" || written == ".htm" || written == ".xhtml") return football::Form::html;
  return std::nullopt;
}

std::string_view not_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "this looks like UTF-16; only UTF-8 is read as text";
  }
  // The rule of git and grep: text has no NUL near its start.
  const std::string_view start = bytes.substr(0, 8000);
  if (start.find('\0') != std::string_view::npos) {
    return "this does not look like text (a binary file?)";
  }
  return {};
}

}  // namespace acta::tool
