#include "acta.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "config.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"

namespace acta::tool {
namespace {

/// What was written on the command line, before it is options.
struct Words {
  std::string format = "json";
  std::string form = "auto";
  std::string fail_level = "error";
  std::string listing = "text";
  std::string output;
  std::string select = "season";
  bool pretty = false;
  bool compact = false;
};

std::optional<football::Form> form_named(const std::string& name) {
  if (name == "rendered") return football::Form::rendered;
  if (name == "wikitext") return football::Form::wikitext;
  if (name == "html") return football::Form::html;
  return std::nullopt;
}

input::Pages pages_named(const std::string& name) {
  if (name == "football") return input::Pages::football;
  return name == "all" ? input::Pages::all : input::Pages::season;
}

std::optional<finding::Severity> level_named(const std::string& name) {
  for (std::size_t i = 0; i < finding::severity_names.size(); ++i) {
    if (name == finding::severity_names[i]) return static_cast<finding::Severity>(i);
  }
  return std::nullopt;
}

/// People at a terminal get lines to read, programs get bytes to parse.
bool wants_pretty(const Words& words) {
  if (words.pretty || words.compact) return words.pretty;
  return words.format == "json" && words.output.empty() && ::isatty(STDOUT_FILENO) == 1;
}

ExtractOptions extract_options(const Words& words, std::vector<std::string> files, bool validate) {
  if (words.pretty && words.format == "ndjson") {
    throw CLI::ValidationError("--pretty", "ndjson is one line a record: leave --pretty out");
  }
  if (std::count(files.begin(), files.end(), "-") > 1) {
    throw CLI::ValidationError("FILE", "standard input (-) can be read only once");
  }
  ExtractOptions options;
  options.files = std::move(files);
  options.format = words.format == "ndjson" ? Records::ndjson : Records::json;
  options.layout = wants_pretty(words) ? format::Layout::pretty : format::Layout::compact;
  if (!words.output.empty()) options.output = words.output;
  options.form = form_named(words.form);
  options.fail_level = level_named(words.fail_level);
  options.validate = validate;
  options.selection.pages = pages_named(words.select);
  return options;
}

/// The words of `acta check` that are not yet options.
struct CheckWords {
  std::vector<std::string> pages;
  std::string aliases;
  std::string suggest_aliases;
  std::string format;
  std::string fail_level;
  std::string color = "auto";
  std::string show;
  std::string output;
  std::string baseline;
  std::string config;
  std::vector<std::string> rules;
  bool strict = false;
  bool write_baseline = false;
  bool prune_baseline = false;
  bool no_config = false;
};

Severities severities_of(const std::vector<std::string>& rules) {
  Severities severities;
  for (const std::string& rule : rules) {
    const std::size_t equals = rule.find('=');
    if (equals == std::string::npos) {
      throw CLI::ValidationError("--rule", '"' + rule + "\" is not CODE=SEVERITY");
    }
    const std::string wrong = severities.set(rule.substr(0, equals), rule.substr(equals + 1));
    if (!wrong.empty()) throw CLI::ValidationError("--rule", wrong);
  }
  return severities;
}

CheckOptions check_options(const CheckWords& words, const std::string& form,
                           std::vector<std::string> files) {
  if (std::count(files.begin(), files.end(), "-") > 1) {
    throw CLI::ValidationError("FILE", "standard input (-) can be read only once");
  }
  CheckOptions options;
  options.files = std::move(files);
  options.format = findings_form_named(words.format);
  if (!words.output.empty()) options.output = words.output;
  options.form = form_named(form);
  options.fail_level = fail_level_named(words.fail_level);
  options.strict = words.strict;
  options.severities = severities_of(words.rules);
  if (!words.baseline.empty()) options.baseline = words.baseline;
  if (!words.aliases.empty()) options.aliases = words.aliases;
  if (!words.suggest_aliases.empty()) options.suggest_aliases = words.suggest_aliases;
  options.pages = words.pages;
  if (words.write_baseline) options.baseline_use = BaselineUse::write;
  if (words.prune_baseline) options.baseline_use = BaselineUse::prune;
  if (words.color != "auto") {
    options.color = words.color == "always" ? Color::always : Color::never;
  }
  if (!words.show.empty()) options.show = fail_level_named(words.show)->severity;
  if (!words.config.empty()) options.config = words.config;
  options.use_config = !words.no_config;
  return options;
}

void add_pages(CLI::App& command, std::vector<std::string>& pages) {
  command
      .add_option("--pages", pages, "A folder of wikitext pages that the articles may transclude")
      ->allow_extra_args(false);
}

void add_select(CLI::App& command, std::string& select) {
  command.add_option("--select", select, "Which pages of an export are articles")
      ->check(CLI::IsMember({"season", "football", "all"}))
      ->capture_default_str();
}

CLI::Option* add_form(CLI::App& command, Words& words) {
  return command
      .add_option(
          "--form", words.form,
          "auto looks at the content, and where it leaves that open at the extension (.txt is "
          "rendered; .wiki, .wikitext and .mediawiki are wikitext; .html, .htm and .xhtml are "
          "html)")
      ->check(CLI::IsMember({"auto", "rendered", "wikitext", "html"}))
      ->capture_default_str();
}

/// The options of `acta check` but for its files and their form.
void add_check_options(CLI::App& command, CheckWords& words) {
  command
      .add_option("--format", words.format,
                  "text for people (the default), json and jsonl for programs, github for the log "
                  "of a workflow, sarif for code scanning, junit for test reports")
      ->check(CLI::IsMember({"text", "json", "jsonl", "github", "sarif", "junit"}));
  command.add_option("-o,--output", words.output, "File to write; it appears whole or not at all");
  CLI::Option* fail_level =
      command
          .add_option("--fail-level", words.fail_level,
                      "Findings this bad or worse give exit code 1 (the default: error)")
          ->check(CLI::IsMember({"error", "warning", "info", "never"}));
  command
      .add_flag("--strict", words.strict,
                "Warnings fail; entries of the baseline that are not needed are errors")
      ->excludes(fail_level);
  command
      .add_option("--rule", words.rules,
                  "CODE=SEVERITY: error, warning, info, or off for no findings of that code")
      ->allow_extra_args(false);
  command.add_option("--baseline", words.baseline,
                     "File of known findings, which are counted and not reported");
  CLI::Option* write = command.add_flag("--write-baseline", words.write_baseline,
                                        "Make all that is found now the baseline");
  command
      .add_flag("--prune-baseline", words.prune_baseline,
                "Take out of the baseline what is not found any more")
      ->excludes(write);
  command.add_option("--color", words.color, "Of text; auto is on a terminal, without NO_COLOR")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command
      .add_option(
          "--show", words.show,
          "Findings that text lists: this bad or worse (the default: warning, or what fails); "
          "the other forms list all")
      ->check(CLI::IsMember({"error", "warning", "info"}));
  add_pages(command, words.pages);
  command.add_option("--aliases", words.aliases,
                     "CSV of names that are one: name, canonical, competition, from, to");
  command.add_option("--suggest-aliases", words.suggest_aliases,
                     "File to write such names to, for somebody to look at");
  CLI::Option* config = command.add_option(
      "--config", words.config, "Settings; else acta.toml in the first input's folder or above");
  command.add_flag("--no-config", words.no_config, "No settings but those of the command line")
      ->excludes(config);
}

/// What was written for `acta build` and `acta merge`.
struct BuildWords {
  BuildOptions options;
  MergeOptions merge;
  std::vector<std::string> formats;
  bool guard_csv = false;
  std::string pages = "season";
  std::string shard = "1/1";
  std::string progress = "auto";
};

build::Shard shard_named(const std::string& name) {
  build::Shard shard;
  int used = 0;
  if (std::sscanf(name.c_str(), "%4u/%4u%n", &shard.index, &shard.count, &used) != 2 ||
      static_cast<std::size_t>(used) != name.size() || shard.index < 1 ||
      shard.index > shard.count) {
    throw CLI::ValidationError("--shard", "a shard is I/N, such as 1/4: part 1 of 4");
  }
  return shard;
}

void add_build(CLI::App& app, BuildWords& words, std::string& fail_level, int& exit_code) {
  BuildOptions& options = words.options;
  build::Input& input = options.build.input;
  build::Mode& mode = options.build.mode;
  CLI::App* command =
      app.add_subcommand("build", "Many articles to a dataset; again only what changed");
  command
      ->add_option("SOURCE", input.sources,
                   "Articles, folders, MediaWiki XML exports (.xml, .bz2, .gz, .zst), answers of "
                   "MediaWiki's API (.json), or -")
      ->required();
  command->add_option("-o,--output", options.build.output, "Folder of the dataset")->required();
  command
      ->add_option("--format", words.formats,
                   "json (always: articles/SLUG.json), ndjson, csv, sqlite; several with commas "
                   "(default: those that the dataset has)")
      ->delimiter(',')
      ->check(CLI::IsMember({"json", "ndjson", "csv", "sqlite"}));
  command->add_flag("--guard-csv", words.guard_csv,
                    "Cells of CSV that a spreadsheet takes for formulas (=, +, -, @) begin with '");
  command->add_option("-j,--jobs", mode.jobs, "Threads (default: one a processor)")
      ->check(CLI::Range(1, 1024));
  add_select(*command, words.pages);
  command->add_option("--title", input.selection.title,
                      "Of an export only pages whose title matches this regular expression");
  command->add_option("--category", input.selection.category,
                      "Of an export only pages of this category");
  command->add_option("--include", input.include, "Of folders only files that match this glob");
  command->add_option("--exclude", input.exclude,
                      "Of folders no files or folders that match this glob (see .actaignore)");
  command->add_option("--shard", words.shard, "Only part I of N: the same parts on every machine")
      ->type_name("I/N");
  CLI::Option* check =
      command->add_flag("--check", mode.check, "Write nothing; exit 1 if anything would change");
  command->add_flag("--force", mode.force, "Read everything anew");
  command->add_flag("--verify", mode.verify,
                    "Compare content even where size and time are the same");
  command->add_flag("--allow-shrink", mode.allow_shrink, "Remove even most of the articles");
  command->add_flag("--watch", options.watch, "Build again whenever a source changes")
      ->excludes(check);
  command->add_option("--progress", words.progress, "Show how far the build is")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->add_option("--fail-level", fail_level, "Findings this bad or worse give exit code 1")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}))
      ->capture_default_str();
  command->callback([&] {
    if (!words.formats.empty()) {
      build::Formats& formats = options.build.formats.emplace();
      for (const std::string& it : words.formats) {
        formats.ndjson |= it == "ndjson";
        formats.csv |= it == "csv";
        formats.sqlite |= it == "sqlite";
      }
    }
    options.build.guard_csv = words.guard_csv;
    input.selection.pages = pages_named(words.pages);
    input.shard = shard_named(words.shard);
    if (words.progress == "always") options.progress = Show::always;
    if (words.progress == "never") options.progress = Show::never;
    options.fail_level = level_named(fail_level);
    exit_code = build(options);
  });
}

void add_merge(CLI::App& app, BuildWords& words, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "merge", "The datasets of all shards to the one that a single build makes");
  command->add_option("DIR", words.merge.merge.shards, "Output folders of the shards, in any order")
      ->required();
  command->add_option("-o,--output", words.merge.merge.output, "Folder of the dataset")->required();
  command->add_option("-j,--jobs", words.merge.merge.mode.jobs, "Threads")
      ->check(CLI::Range(1, 1024));
  command->callback([&] { exit_code = merge(words.merge); });
}

/// Reads the command line and runs what it asks for.
int run(int argument_count, char** arguments) {
  CLI::App app{"Reads football season articles and writes clean, validated records.", "acta"};
  app.set_version_flag("--version", "acta " + std::string(version()));
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::simple);
  app.footer("Exit codes: 0 clean, 1 findings at or above the fail level, 2 could not run.");

  Words words;
  int exit_code = exit_clean;

  std::vector<std::string> files;
  bool validate = false;
  CLI::App* extract_command = app.add_subcommand(
      "extract", "Articles to JSON: one file gives one object, several or a folder an array");
  extract_command->add_option("FILE", files, "Articles, folders of articles, or - (standard input)")
      ->required();
  extract_command->add_option("--format", words.format, "ndjson is one record a line")
      ->check(CLI::IsMember({"json", "ndjson"}))
      ->capture_default_str();
  extract_command->add_option("-o,--output", words.output,
                              "File to write; it appears whole or not at all");
  CLI::Option* pretty = extract_command->add_flag("--pretty", words.pretty,
                                                  "Indented JSON (the default on a terminal)");
  extract_command->add_flag("--compact", words.compact, "JSON without blanks (the default else)")
      ->excludes(pretty);
  std::vector<std::string> pages;
  add_pages(*extract_command, pages);
  extract_command->add_flag("--validate", validate, "Check every record against the schema");
  add_form(*extract_command, words);
  add_select(*extract_command, words.select);
  extract_command
      ->add_option("--fail-level", words.fail_level, "Findings this bad or worse give exit code 1")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}))
      ->capture_default_str();
  extract_command->callback([&] {
    ExtractOptions options = extract_options(words, std::move(files), validate);
    options.pages = std::move(pages);
    exit_code = extract(options);
  });

  CheckWords check_words;
  CLI::App* check_command =
      app.add_subcommand("check", "What is wrong with articles, in the form that CI wants");
  check_command
      ->add_option("FILE", files, "Articles or season JSON, folders of them, or - (standard input)")
      ->required();
  add_check_options(*check_command, check_words);
  add_form(*check_command, words);
  add_select(*check_command, words.select);
  check_command->callback([&] {
    CheckOptions options = check_options(check_words, words.form, std::move(files));
    options.selection.pages = pages_named(words.select);
    exit_code = check(options);
  });

  BuildWords build_words;
  add_build(app, build_words, words.fail_level, exit_code);
  add_merge(app, build_words, exit_code);

  std::string place;
  CLI::App* explain_command = app.add_subcommand("explain", "How each line of an article was read");
  explain_command->add_option("FILE[:LINE]", place, "An article, perhaps one line of it, or -")
      ->required();
  add_form(*explain_command, words);
  add_pages(*explain_command, pages);
  explain_command->callback([&] { exit_code = explain({place, form_named(words.form), pages}); });

  DiffOptions difference;
  bool allow_shrink = false;
  CLI::App* diff_command =
      app.add_subcommand("diff", "What changed between two outputs, files or folders of records");
  diff_command->add_option("OLD", difference.before, "Season JSON, NDJSON, or a folder of it")
      ->required();
  diff_command->add_option("NEW", difference.after, "The same, later")->required();
  diff_command->add_option("--format", words.listing, "How to list the changes")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  diff_command->add_flag("--shrink-guard", difference.shrink_guard,
                         "A season with fewer matches or goals than before gives exit code 1");
  diff_command->add_flag("--allow-shrink", allow_shrink, "Lifts the shrink guard");
  diff_command->callback([&] {
    difference.format = words.listing == "json" ? Listing::json : Listing::text;
    difference.shrink_guard = difference.shrink_guard && !allow_shrink;
    exit_code = diff(difference);
  });

  std::string page;
  CLI::App* parse_command =
      app.add_subcommand("parse", "The syntax tree of a page's wikitext, with byte spans");
  parse_command->add_option("FILE", page, "A page of wikitext, or -")->required();
  parse_command->callback([&] { exit_code = parse(page); });

  std::string which = "season";
  CLI::App* schema_command =
      app.add_subcommand("schema", "The JSON Schema of a record, or of findings");
  schema_command
      ->add_option("NAME", which, "season is what extract writes, findings what check does")
      ->check(CLI::IsMember({"season", "findings"}))
      ->capture_default_str();
  schema_command->callback(
      [&] { exit_code = schema(which == "season" ? Schema::season : Schema::findings); });

  CLI::App* rules_command = app.add_subcommand("rules", "Every diagnostic code and its meaning");
  rules_command->add_option("--format", words.listing, "How to list them")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  std::string code;
  rules_command->add_option("CODE", code, "One code alone, and where its page is");
  rules_command->callback([&] {
    const std::optional<finding::Code> known = finding::code_named(code);
    if (!code.empty() && !known) {
      throw CLI::ValidationError("CODE", Severities().set(code, "off"));
    }
    exit_code = rules({words.listing == "json" ? Listing::json : Listing::text, known});
  });

  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_clean : exit_failed;
  }
  return exit_code;
}

}  // namespace
}  // namespace acta::tool

int main(int argument_count, char** arguments) {
  // A reader that goes away is an error of a write, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return acta::tool::run(argument_count, arguments);
  } catch (const acta::tool::BrokenPipe&) {
    return acta::tool::exit_clean;
  } catch (const acta::tool::OutputError& error) {
    acta::tool::report_end(error.what());
  } catch (const acta::tool::InputError& error) {
    acta::tool::report_end(error.what());
  } catch (const acta::input::Failure& error) {
    acta::tool::report_end(error.what());
  } catch (const std::exception& error) {
    acta::tool::complain("stopped", error.what());
  }
  return acta::tool::exit_failed;
}
