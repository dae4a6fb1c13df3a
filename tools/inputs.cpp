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

/// Larger than any file that is read whole.
constexpr std::size_t size_limit = std::size_t{1} << 30U;

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

bool is_folder(const std::string& path) {
  std::error_code failure;
  return path != "-" && fs::is_directory(path, failure);
}

/// Whether a file may be season JSON by its name.
bool may_be_records(const input::SourceFile& file) {
  const std::string_view bare = input::without_packing(file.path);
  return bare.ends_with(".json") || bare.ends_with(".ndjson") || bare.ends_with(".jsonl");
}

}  // namespace

Inputs find_inputs(const std::vector<std::string>& arguments, std::optional<football::Form> form,
                   WithRecords with) {
  Inputs inputs;
  for (const std::string& argument : arguments) {
    input::Found found = input::find_sources({.sources = {argument}}, complain);
    inputs.unread += found.unreadable.size();
    std::vector<input::SourceFile>& files = found.files;
    const bool is_of_articles = !std::all_of(files.begin(), files.end(), may_be_records);
    if (is_folder(argument) && files.empty() && found.unreadable.empty()) {
      complain(argument,
               "no articles in this folder (no .txt, .wiki, .wikitext or .mediawiki file)");
      ++inputs.unread;
    }
    for (input::SourceFile& file : files) {
      // Season JSON beside articles is what was made of them; without any it is what is checked.
      if (with == WithRecords::yes && !is_of_articles) file.named = true;
      file.form = form;
      inputs.files.push_back(std::move(file));
    }
  }
  inputs.single = arguments.size() == 1 && !is_folder(arguments.front());
  return inputs;
}

std::string shown(const input::SourceFile& file, std::string_view name) {
  std::string out(file.shown());
  if (!name.empty()) out.append("#").append(name);
  return out;
}

Content read_file(const std::string& path) {
  const Descriptor descriptor(path);
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
    if (bytes.size() > size_limit) return {std::nullopt, "larger than 1 GiB"};
  }
}

Place place_of_page(const std::string& written) {
  std::error_code failure;
  if (written == "-" || fs::exists(written, failure)) return {written, {}};
  // A title holds no "#", a path may.
  const std::size_t mark = written.rfind('#');
  if (mark == std::string::npos || mark == 0) return {written, {}};
  return {written.substr(0, mark), written.substr(mark + 1)};
}

std::optional<input::Article> one_article(const Place& place, std::optional<football::Form> form,
                                          const Pages& pages) {
  const Inputs inputs = find_inputs({place.path}, form);
  if (inputs.files.empty() && inputs.unread == 0) return std::nullopt;
  if (inputs.unread > 0) return std::nullopt;
  if (is_folder(place.path)) {
    complain(place.path, "this is a folder; name one file of it");
    return std::nullopt;
  }
  std::optional<input::Article> only;
  std::size_t count = 0;
  input::Selection selection;
  if (!place.page.empty()) selection.pages = input::Pages::all;
  input::InOrder reader(selection, pages);
  input::InOrder::Visits visits;
  visits.article = [&](input::Article article) {
    if (!place.page.empty() && article.name != place.page) return;
    if (++count == 1) only = std::move(article);
  };
  visits.fail = [&](std::string_view name, std::string_view why) {
    complain(shown(inputs.files.front(), name), why);
  };
  const input::Came came = reader.read(inputs.files.front(), visits);
  if (count == 1) return only;
  if (count > 1) {
    complain(inputs.files.front().shown(), "holds " + std::to_string(count) +
                                               " articles: name one of them, as in \"" +
                                               shown(inputs.files.front(), only->name) + "\"");
  } else if (came == input::Came::whole && !place.page.empty()) {
    complain(inputs.files.front().shown(), "holds no page \"" + place.page + "\"");
  }
  return std::nullopt;
}

}  // namespace acta::tool
