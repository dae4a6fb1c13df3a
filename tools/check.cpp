#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <set>
#include <unistd.h>
#include <unordered_map>
#include <utility>

#include "acta.hpp"
#include "check/across.hpp"
#include "check/aliases.hpp"
#include "commands.hpp"
#include "config.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "known.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "text/source.hpp"

namespace acta::tool {
namespace {

namespace fs = std::filesystem;

/// Command line and configuration together; the command line wins.
struct Settings {
  Config config;
  Severities severities;
  std::optional<finding::Severity> fail_level = finding::Severity::error;
  format::FindingsForm format = format::FindingsForm::text;
  finding::Severity shown = finding::Severity::warning;
  std::optional<std::string> baseline;
  std::optional<check::Aliases> aliases;
  std::optional<std::string> aliases_file;
  std::optional<std::string> config_file;
};

/// Reads a file of aliases; one that cannot be used ends the run.
check::Aliases load_aliases(const std::string& path) {
  Content content = read_file(path);
  if (!content.bytes) throw InputError(path + ": " + content.failure);
  try {
    return check::Aliases::load(path, std::move(*content.bytes));
  } catch (const check::AliasError& error) {
    throw InputError(error.what());
  }
}

Settings settle(const CheckOptions& options) {
  Settings settings;
  std::optional<std::string> path = options.config;
  if (!path && options.use_config) path = find_config(options.files.front());
  if (path) settings.config = read_config(*path);
  settings.config_file = path;
  const Config& config = settings.config;

  settings.severities = config.severities;
  settings.severities.add(options.severities);
  if (config.fail_level) settings.fail_level = config.fail_level->severity;
  if (options.fail_level) settings.fail_level = options.fail_level->severity;
  if (options.strict) {
    settings.fail_level = finding::Severity::warning;
    const std::string_view stale = finding::entry(finding::Code::baseline_entry_unused).name;
    if (!settings.severities.is_off(finding::Code::baseline_entry_unused)) {
      settings.severities.set(stale, "error");
    }
  }
  // What makes the run fail is always listed.
  if (settings.fail_level) settings.shown = std::max(settings.shown, *settings.fail_level);
  settings.shown = options.show.value_or(settings.shown);
  settings.format = options.format.value_or(config.format.value_or(settings.format));
  settings.baseline = options.baseline ? options.baseline : config.baseline;
  const std::optional<std::string>& aliases = options.aliases ? options.aliases : config.aliases;
  if (aliases) settings.aliases = load_aliases(*aliases);
  settings.aliases_file = aliases;
  if (options.baseline_use != BaselineUse::read && !settings.baseline) {
    throw InputError("no baseline is named: give --baseline FILE, or \"baseline\" in acta.toml");
  }
  return settings;
}

/// The path that people and services find a file by: relative to the current folder where
/// services want one and the file lies in it.
std::string shown_path(const std::string& file, format::FindingsForm form) {
  if (file == "-") return "<stdin>";
  fs::path path = fs::path(file).lexically_normal();
  const bool is_for_people = form == format::FindingsForm::text;
  std::error_code failure;
  if (path.is_absolute() && !is_for_people) {
    const fs::path relative = path.lexically_relative(fs::current_path(failure));
    if (!relative.empty() && !relative.native().starts_with("..")) path = relative;
  }
  return format::clean_path(path.native());
}

/// The lines of a text, as findings count them.
class Lines {
 public:
  Lines() : Lines(std::string()) {}

  explicit Lines(std::string bytes) : source_(source_of(std::move(bytes))) {}

  /// The text of line `number`, of an endless one the head; nothing where there is no such line.
  std::string of(std::uint32_t number) const {
    constexpr std::size_t most = 4096;
    if (number < 1 || number > source_.line_count()) return {};
    return std::string(source_.line(number).substr(0, most));
  }

 private:
  static text::Source source_of(std::string bytes) {
    finding::Diagnostics ignored;
    return text::Source::from_bytes("", std::move(bytes), ignored);
  }

  text::Source source_;
};

/// The title of the page that the line of a finding is in, where an article transcludes it.
std::optional<std::string> page_of(const finding::Diagnostic& diagnostic) {
  for (const finding::Context& detail : diagnostic.context) {
    if (detail.key == "page") return std::get<std::string>(detail.value);
  }
  return std::nullopt;
}

/// Checks the inputs one by one and keeps what is found.
class Run {
 public:
  Run(const CheckOptions& options, const Settings& settings, const Inputs& inputs)
      : options_(options),
        settings_(settings),
        pages_(options.pages, inputs.files),
        reader_(options.selection, pages_.pages()) {}

  /// Checks what one file holds.
  void read(const input::SourceFile& file) {
    input::InOrder::Visits visits;
    visits.article = [&](input::Article article) { add(file, std::move(article)); };
    visits.fail = [&](std::string_view name, std::string_view why) {
      complain(shown(file, name), why);
      ++tally_.without_record;
    };
    if (file.named) visits.records = [&](const std::string& json) { add_records(file, json); };
    reader_.read(file, visits);
  }

  /// Compares the articles with one another.
  void compare() {
    for (check::AcrossFinding& found : check::across(summaries_)) {
      const format::CheckedFile& file = sources_[found.article];
      add({file.path, file.article, std::move(found.diagnostic)});
    }
  }

  /// Leaves out what the baseline lists, or writes the baseline.
  void settle_baseline() {
    if (!settings_.baseline) return;
    format::sort(findings_);
    const std::string& path = *settings_.baseline;
    if (options_.baseline_use == BaselineUse::write) {
      // What could not be read would seem to have no findings.
      if (tally_.without_record > 0) return;
      write_known(path, findings_.findings);
    }
    Known known = read_known(path);
    const std::vector<format::BaselineEntry> stale =
        stale_entries(known, findings_.findings, articles(), settings_.severities);
    if (options_.baseline_use == BaselineUse::prune) prune_known(known, stale);
    for (const format::Finding& finding : format::take_known(known.entries, findings_.findings)) {
      --counted(finding.diagnostic.severity);
      ++tally_.known;
    }
    if (options_.baseline_use != BaselineUse::read) return;
    for (const format::BaselineEntry& entry : stale) add(stale_finding(known, entry));
  }

  /// How many findings are too slight to be listed.
  std::size_t hidden() const {
    if (settings_.format != format::FindingsForm::text) return 0;
    return static_cast<std::size_t>(std::count_if(
        findings_.findings.begin(), findings_.findings.end(),
        [&](const format::Finding& it) { return !format::is_listed(it, settings_.shown); }));
  }

  /// The findings, in order and counted.
  const format::Findings& finish() {
    findings_.counts = {tally_.articles,      tally_.matches,       tally_.teams,
                        tally_.severities[0], tally_.severities[1], tally_.severities[2],
                        tally_.known,         tally_.without_record};
    format::sort(findings_);
    return findings_;
  }

  Tally& tally() { return tally_; }

  /// The claims that would settle what was found, once somebody has looked at them.
  const std::vector<check::Alias>& suggested() const { return suggested_; }

 private:
  const check::Aliases* aliases() const {
    return settings_.aliases ? &*settings_.aliases : nullptr;
  }

  void add(const input::SourceFile& file, input::Article article) {
    const std::string name = std::move(article.name);
    article.options.aliases = aliases();
    const Lines lines(article.text);
    Result result = convert(std::move(article.text), article.options);
    if (name.empty()) tally_.look_for_records(file, result);
    std::string path = shown_path(file.path, settings_.format);
    if (!name.empty()) path += "#" + name;
    findings_.files.push_back({std::move(path), result.season.article.title});
    // A copy: the list grows.
    const format::CheckedFile checked = findings_.files.back();
    add(checked, lines, std::move(result));
  }

  /// Checks season JSON, of which one file may hold many.
  void add_records(const input::SourceFile& file, std::string_view bytes) {
    std::vector<Result> results = check_json(bytes, aliases());
    const Lines lines{std::string(bytes)};
    const std::string path = shown_path(file.path, settings_.format);
    findings_.files.push_back(
        {path, results.size() == 1 ? results.front().season.article.title : std::nullopt});
    for (Result& result : results) {
      const format::CheckedFile source{path, result.season.article.title};
      add(source, lines, std::move(result));
    }
  }

  void add(const format::CheckedFile& file, const Lines& lines, Result result) {
    tally_.add(result);
    sources_.push_back(file);
    transcluded_.insert(result.transcluded.begin(), result.transcluded.end());
    summaries_.push_back(check::summarize(result.season));
    if (options_.suggest_aliases) {
      for (check::Alias& alias : check::suggest_aliases(result.season))
        suggested_.push_back(std::move(alias));
    }
    for (finding::Diagnostic& diagnostic : result.season.diagnostics) {
      // `convert` has counted it, those beyond the listed ones too.
      --counted(diagnostic.severity);
      count_unlisted(diagnostic);
      add(placed(std::move(diagnostic), sources_.back(), lines));
    }
  }

  /// A finding of an article with the file and text of its line: those of the page that the article
  /// transcludes, or its own.
  format::Finding placed(finding::Diagnostic diagnostic, const format::CheckedFile& article,
                         const Lines& lines) {
    format::Finding finding{article.path, article.article, std::move(diagnostic)};
    const std::uint32_t line = finding.diagnostic.position.line;
    const std::optional<std::string> page = page_of(finding.diagnostic);
    if (!page) {
      finding.line_text = lines.of(line);
      return finding;
    }
    finding.article = page;
    finding.shown_in = {article.article.value_or(article.path)};
    const std::string file = pages_.file_of(finding.diagnostic, {});
    if (file.empty()) return finding;
    if (file != page_file_) {
      page_file_ = file;
      page_lines_ = Lines(read_file(file).bytes.value_or(""));
    }
    finding.file = shown_path(file, settings_.format);
    // The path says it.
    const std::string told = " (page \"" + *page + "\")";
    std::string& message = finding.diagnostic.message;
    if (message.ends_with(told)) message.resize(message.size() - told.size());
    finding.line_text = page_lines_.of(line);
    return finding;
  }

  /// Whether the finding is one that another article shows too, or its page itself has: it is told
  /// once, with the articles.
  bool is_told(const format::Finding& finding) {
    const finding::Diagnostic& it = finding.diagnostic;
    if (options_.pages.empty()) return false;
    std::string identity = finding::to_text(finding.file, it);
    const auto [place, is_new] = told_.try_emplace(std::move(identity), findings_.findings.size());
    if (is_new) return false;
    format::Finding& first = findings_.findings[place->second];
    // Two alike of one article are two.
    if (first.shown_in == finding.shown_in) return false;
    first.shown_in.insert(first.shown_in.end(), finding.shown_in.begin(), finding.shown_in.end());
    std::sort(first.shown_in.begin(), first.shown_in.end());
    first.shown_in.erase(std::unique(first.shown_in.begin(), first.shown_in.end()),
                         first.shown_in.end());
    return true;
  }

  /// Findings of a code that are too many to be listed have the severity of their code.
  void count_unlisted(const finding::Diagnostic& diagnostic) {
    if (diagnostic.code != finding::Code::diagnostics_truncated) return;
    std::optional<finding::Code> code;
    std::size_t unlisted = 0;
    for (const finding::Context& detail : diagnostic.context) {
      if (detail.key == "rule") code = finding::code_named(std::get<std::string>(detail.value));
      if (detail.key == "count") {
        unlisted = static_cast<std::size_t>(std::get<std::int64_t>(detail.value)) -
                   finding::Diagnostics::kept_per_code;
      }
    }
    std::size_t& own = counted(finding::entry(code.value()).severity);
    if (settings_.severities.is_off(*code)) {
      own -= unlisted;
    } else if (const auto set = settings_.severities.of(*code)) {
      own -= unlisted;
      counted(*set) += unlisted;
    }
  }

  std::size_t& counted(finding::Severity severity) {
    return tally_.severities[static_cast<std::size_t>(severity)];
  }

  /// Keeps and counts a finding at the severity that the project gives it, unless that is off.
  void add(format::Finding finding) {
    finding::Diagnostic& diagnostic = finding.diagnostic;
    if (settings_.severities.is_off(diagnostic.code)) return;
    diagnostic.severity = settings_.severities.of(diagnostic.code).value_or(diagnostic.severity);
    if (is_told(finding)) return;
    ++counted(diagnostic.severity);
    findings_.findings.push_back(std::move(finding));
  }

  /// Those that were read, as the baseline knows them.
  std::set<std::string> articles() const {
    std::set<std::string> articles = transcluded_;
    for (const format::CheckedFile& file : sources_) {
      articles.insert(file.article.value_or(file.path));
    }
    return articles;
  }

  const CheckOptions& options_;
  const Settings& settings_;
  format::Findings findings_;
  PageFolders pages_;
  input::InOrder reader_;
  std::vector<format::CheckedFile> sources_;  ///< One a season.
  std::vector<check::Summary> summaries_;     ///< One a season.
  std::vector<check::Alias> suggested_;
  std::set<std::string> transcluded_;  ///< Titles of pages that the articles ask for.
  std::string page_file_;              ///< Whose lines `page_lines_` are.
  Lines page_lines_;
  /// The numbers of the findings by what they say.
  std::unordered_map<std::string, std::size_t> told_;
  Tally tally_;
};

bool wants_color(const CheckOptions& options) {
  if (options.color != Color::automatic) return options.color == Color::always;
  // By no-color.org: set to anything but nothing.
  const char* no_color = std::getenv("NO_COLOR");
  const bool is_unwanted = no_color != nullptr && *no_color != '\0';
  return !is_unwanted && !options.output && ::isatty(STDOUT_FILENO) == 1;
}

/// Throws OutputError where an output would destroy what somebody has.
void expect_own_outputs(const CheckOptions& options, const Settings& settings,
                        const Inputs& inputs) {
  Guard read;
  for (const input::SourceFile& file : inputs.files) read.add(file.path);
  if (settings.aliases_file) read.add(*settings.aliases_file);
  if (settings.config_file) read.add(*settings.config_file);
  Guard all = read;
  if (settings.baseline) all.add(*settings.baseline);
  all.expect_own(options.output, Writes::findings);
  all.expect_own(options.suggest_aliases, Writes::aliases);
  if (options.baseline_use != BaselineUse::read)
    read.expect_own(settings.baseline, Writes::baseline);
}

}  // namespace

int check(const CheckOptions& options) {
  const Settings settings = settle(options);
  Inputs inputs = find_inputs(options.files, options.form, WithRecords::yes);
  expect_own_outputs(options, settings, inputs);
  Output output(options.output);
  std::erase_if(inputs.files, [&](const input::SourceFile& file) {
    return is_ignored(settings.config, file.path);
  });

  Run run(options, settings, inputs);
  Tally& tally = run.tally();
  tally.without_record = inputs.unread;
  for (const input::SourceFile& file : inputs.files) run.read(file);
  run.compare();
  run.settle_baseline();

  // A file that holds an earlier result is not replaced by nothing.
  if (tally.articles > 0 || tally.without_record == 0 || !options.output) {
    std::string bytes;
    format::FindingsOptions form;
    form.form = settings.format;
    form.color = wants_color(options);
    form.shown = settings.shown;
    form.fail_level = settings.fail_level;
    format::write_findings(run.finish(), form, bytes);
    output.write(bytes);
    output.finish();
  }
  if (options.suggest_aliases) {
    Output stub(*options.suggest_aliases);
    stub.write(check::write_aliases(run.suggested()));
    stub.finish();
  }
  if (const std::size_t hidden = run.hidden(); hidden > 0) {
    print_line(std::to_string(hidden) + (hidden == 1 ? " finding is" : " findings are") +
               " not listed (--show info lists all)");
  }
  print_summary(tally);
  if (tally.has_failed()) return exit_failed;
  return tally.fails(settings.fail_level) ? exit_findings : exit_clean;
}

}  // namespace acta::tool
