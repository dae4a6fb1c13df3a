#include "guard.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "format/baseline.hpp"
#include "input/kind.hpp"
#include "inputs.hpp"
#include "output.hpp"

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_seasons(std::string_view bytes) {
  if (without_blanks(bytes).starts_with("[]")) return true;
  return input::kind_of(bytes.substr(0, input::look_size)) == input::Kind::season_json &&
         contains(bytes.substr(0, 512), "\"acta/season/");
}

/// "a.txt:1:2: error[code]: message"
bool is_finding_line(std::string_view line) {
  return contains(line, ": error[") || contains(line, ": warning[") || contains(line, ": info[");
}

/// Whether a file is one of the forms that acta check writes.
bool is_findings(std::string_view bytes) {
  const std::string_view text = without_blanks(bytes);
  const std::string_view head = text.substr(0, 2048);
  if (head.starts_with("{")) {
    return contains(head, "\"acta/findings/") ||
           (contains(head, "\"runs\"") && contains(head, "sarif")) ||
           (contains(head, "\"code\":") && contains(head, "\"severity\":"));
  }
  if (head.starts_with("<?xml") || head.starts_with("<testsuites"))
    return contains(head, "<testsuites");
  for (const std::string_view it : {"::error file=", "::warning file=", "::notice file="}) {
    if (head.starts_with(it)) return true;
  }
  return is_finding_line(head.substr(0, head.find('\n')));
}

bool is_written(std::string_view bytes, Writes what) {
  switch (what) {
    case Writes::seasons:
      return is_seasons(bytes);
    case Writes::findings:
      return is_findings(bytes);
    case Writes::baseline:
      return format::read_baseline(std::string(bytes)).failure.empty();
    case Writes::aliases:
      // Somebody may have gone through it since.
      return bytes == "name,canonical,competition,from,to\n";
  }
  return false;
}

}  // namespace

void Guard::add(const std::string& path) {
  if (path != "-") files_.push_back(path);
}

void Guard::expect_own(const std::optional<std::string>& output, Writes what) const {
  if (!output) return;
  std::error_code failure;
  if (!fs::is_regular_file(*output, failure)) return;
  const bool is_read = std::any_of(files_.begin(), files_.end(), [&](const std::string& it) {
    std::error_code gone;
    return fs::equivalent(it, *output, gone);
  });
  if (is_read) throw OutputError(*output + ": is read by this run, and is not overwritten");
  const Content content = read_file(*output);
  if (!content.bytes) throw OutputError(*output + ": cannot be looked at: " + content.failure);
  if (content.bytes->empty() || is_written(*content.bytes, what)) return;
  throw OutputError(*output +
                    ": is there, and is nothing that this command has written: remove it, "
                    "or give another name");
}

}  // namespace acta::tool
