#pragma once
/// A project's own settings for `acta check`: the file acta.toml.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "severities.hpp"

namespace acta::tool {

/// What acta.toml says; what it leaves out is absent or empty.
struct Config {
  std::string folder;  ///< The file's own, to which its paths are relative.
  std::optional<FailLevel> fail_level;
  std::optional<format::FindingsForm> format;
  std::optional<std::string> baseline;  ///< As a path to open.
  Severities severities;
  std::optional<std::string> aliases;
  std::vector<std::string> ignore;
};

/// The nearest acta.toml in the folder of `input` or above it; the search ends at the root of a
/// repository (a folder that holds .git).  For standard input it starts in the current folder.
std::optional<std::string> find_config(const std::string& input);

/// Reads a configuration.  Throws InputError with file, line, column and what was expected.
Config read_config(const std::string& path);

/// Whether the configuration leaves `path` out.  A pattern with a slash is one of the paths of
/// files and folders below the configuration's folder, another one of their names; a folder is left
/// out with all that is in it.  "*" and "?" match as in a shell, "*" slashes too.
bool is_ignored(const Config& config, const std::string& path);

/// The severity that "error", "warning", "info" or "never" names as a fail level.
std::optional<FailLevel> fail_level_named(std::string_view name);

/// The form of findings with that name.
std::optional<format::FindingsForm> findings_form_named(std::string_view name);

}  // namespace acta::tool
