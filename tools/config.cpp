#include "config.hpp"

#include <algorithm>
#include <filesystem>
#include <fnmatch.h>
#include <system_error>
#include <utility>

#include <toml++/toml.h>

#include "inputs.hpp"

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_name = "acta.toml";
constexpr std::string_view keys = "fail_level, format, baseline, aliases, ignore or rules";

/// Reads one file's table.
class Reader {
 public:
  Reader(const std::string& path, const toml::table& table) : path_(path), table_(table) {}

  Config read() {
    config_.folder = fs::absolute(path_).parent_path().lexically_normal().string();
    for (const auto& [key, value] : table_) {
      if (key == "fail_level") {
        config_.fail_level = fail_level_named(text(value));
        if (!config_.fail_level) fail(value.source(), "expected error, warning, info or never");
      } else if (key == "format") {
        config_.format = findings_form_named(text(value));
        if (!config_.format) {
          fail(value.source(), "expected text, json, jsonl, github, sarif or junit");
        }
      } else if (key == "baseline") {
        config_.baseline = (fs::path(config_.folder) / text(value)).lexically_normal().string();
      } else if (key == "aliases") {
        config_.aliases = (fs::path(config_.folder) / text(value)).lexically_normal().string();
      } else if (key == "ignore") {
        read_ignore(value);
      } else if (key == "rules") {
        read_rules(value);
      } else {
        fail(key.source(),
             "unknown key \"" + std::string(key.str()) + "\", expected " + std::string(keys));
      }
    }
    return std::move(config_);
  }

 private:
  std::string text(const toml::node& value) const {
    const toml::value<std::string>* held = value.as_string();
    if (held == nullptr) fail(value.source(), "expected a text");
    return **held;
  }

  void read_ignore(const toml::node& value) {
    const toml::array* patterns = value.as_array();
    if (patterns == nullptr) fail(value.source(), "expected an array of patterns");
    for (const toml::node& pattern : *patterns) config_.ignore.push_back(text(pattern));
  }

  void read_rules(const toml::node& value) {
    const toml::table* rules = value.as_table();
    if (rules == nullptr) fail(value.source(), "expected a table of codes");
    for (const auto& [code, severity] : *rules) {
      const std::string wrong = config_.severities.set(code.str(), text(severity));
      const bool is_known = finding::code_named(code.str()).has_value();
      if (!wrong.empty()) fail(is_known ? severity.source() : code.source(), wrong);
    }
  }

  [[noreturn]] void fail(const toml::source_region& place, const std::string& what) const {
    throw InputError(path_ + ':' + std::to_string(place.begin.line) + ':' +
                     std::to_string(place.begin.column) + ": " + what);
  }

  const std::string& path_;
  const toml::table& table_;
  Config config_;
};

/// Whether `pattern` matches `name`.
bool matches(const std::string& pattern, const std::string& name) {
  return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
}

}  // namespace

std::optional<std::string> find_config(const std::string& input) {
  std::error_code failure;
  fs::path folder = input == "-" ? fs::current_path(failure) : fs::absolute(input, failure);
  if (failure) return std::nullopt;
  folder = folder.lexically_normal();
  if (input != "-" && !fs::is_directory(folder, failure)) folder = folder.parent_path();
  // A folder that was named with a slash at its end has an empty last name.
  if (folder.filename().empty()) folder = folder.parent_path();
  for (;;) {
    const fs::path candidate = folder / file_name;
    if (fs::is_regular_file(candidate, failure)) return candidate.string();
    if (fs::exists(folder / ".git", failure) || folder == folder.parent_path()) {
      return std::nullopt;
    }
    folder = folder.parent_path();
  }
}

Config read_config(const std::string& path) {
  const Content content = read_file(path);
  if (!content.bytes) throw InputError(path + ": " + content.failure);
  try {
    return Reader(path, toml::parse(*content.bytes)).read();
  } catch (const toml::parse_error& error) {
    throw InputError(path + ':' + std::to_string(error.source().begin.line) + ':' +
                     std::to_string(error.source().begin.column) + ": " +
                     std::string(error.description()));
  }
}

bool is_ignored(const Config& config, const std::string& path) {
  if (config.ignore.empty() || path == "-") return false;
  const fs::path relative = fs::absolute(path).lexically_normal().lexically_relative(config.folder);
  return std::any_of(config.ignore.begin(), config.ignore.end(), [&](const std::string& pattern) {
    if (pattern.find('/') != std::string::npos) {
      // A folder's pattern, with or without a slash at its end, stands for all that is below it.
      const std::string whole = relative.string();
      const std::string below = pattern.ends_with('/') ? "*" : "/*";
      return matches(pattern, whole) || matches(pattern + below, whole);
    }
    return std::any_of(relative.begin(), relative.end(),
                       [&](const fs::path& part) { return matches(pattern, part.string()); });
  });
}

std::optional<FailLevel> fail_level_named(std::string_view name) {
  if (name == "never") return FailLevel{};
  for (std::size_t i = 0; i < finding::severity_names.size(); ++i) {
    if (name == finding::severity_names[i]) return FailLevel{static_cast<finding::Severity>(i)};
  }
  return std::nullopt;
}

std::optional<format::FindingsForm> findings_form_named(std::string_view name) {
  for (std::size_t i = 0; i < format::findings_form_names.size(); ++i) {
    if (name == format::findings_form_names[i]) return static_cast<format::FindingsForm>(i);
  }
  return std::nullopt;
}

}  // namespace acta::tool
