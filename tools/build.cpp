#include "build/build.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

#include "commands.hpp"
#include "finding/visible.hpp"
#include "messages.hpp"
#include "progress.hpp"

namespace acta::tool {
namespace {

using Clock = std::chrono::steady_clock;

/// How often sources are looked at for changes.
constexpr std::chrono::milliseconds watch_interval{300};

/// Set by SIGINT and SIGTERM: the articles in hand are finished, then the command ends.
std::atomic<bool> stopped = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void stop_on_signal(int signal) {
  stopped = true;
  // Who asks twice does not want to wait; what was done is safe in any case.
  std::signal(signal, SIG_DFL);
}

void print(const std::string& line) {
  static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// "3 matches added, 1 goal changed"
std::string to_text(const std::vector<build::Difference>& what) {
  std::string out;
  for (const build::Difference& it : what) {
    out += out.empty() ? "" : "; ";
    out += it.kind;
    const std::pair<std::uint64_t, std::string_view> counts[] = {
        {it.added, "added"}, {it.removed, "removed"}, {it.changed, "changed"}};
    bool first = true;
    for (const auto& [count, word] : counts) {
      if (count == 0) continue;
      out += (first ? " " : ", ") + std::to_string(count) + " " + std::string(word);
      first = false;
    }
  }
  return out;
}

/// What a build says, as lines on standard error.
class Reporter {
 public:
  Reporter(Show progress, bool check, bool all_new, std::optional<finding::Severity> level)
      : bar_(progress), check_(check), all_new_(all_new), level_(level) {}

  build::Observer observer() {
    build::Observer observer;
    observer.message = [this](std::string_view subject, std::string_view message) {
      bar_.clear();
      complain(subject, message);
    };
    observer.finding = [this](std::string_view article, const finding::Diagnostic& finding) {
      if (!level_ || finding.severity > *level_) return;
      bar_.clear();
      print(finding::to_text(article, finding) + "\n");
    };
    observer.change = [this](build::Change change, std::string_view article,
                             const std::vector<build::Difference>& what) {
      tell(change, article, what);
    };
    observer.progress = [this](const build::Progress& progress) { bar_.show(progress); };
    observer.stop = [] { return stopped.load(); };
    return observer;
  }

  void clear() { bar_.clear(); }

 private:
  void tell(build::Change change, std::string_view article,
            const std::vector<build::Difference>& what) {
    // A first build adds every article, which nobody needs to be told one by one.
    if (all_new_ && !check_ && change == build::Change::added) return;
    bar_.clear();
    std::string line = check_ ? "would be " : "";
    line += build::change_names[static_cast<std::size_t>(change)];
    line += ": " + finding::visible(article);
    if (change == build::Change::changed && !check_) {
      line += what.empty() ? " (the same records)" : " (" + to_text(what) + ")";
    }
    print(line + "\n");
  }

  ProgressBar bar_;
  bool check_;
  bool all_new_;
  std::optional<finding::Severity> level_;
};

std::string changes_line(const build::Outcome& outcome, bool check) {
  std::string line = check ? "would change: " : "";
  line += std::to_string(outcome.added) + " added, " + std::to_string(outcome.changed) +
          " changed, " + std::to_string(outcome.removed) + " removed";
  if (check && outcome.dataset_changed && outcome.added + outcome.changed + outcome.removed == 0)
    line += ", the files of the dataset";
  return line;
}

/// "3 articles, 25 matches, ...: 0 errors, 9 warnings, 14 notes; ..."
void print_outcome(const build::Outcome& outcome, bool check, double seconds) {
  std::string line = counted(outcome.articles, "article", "articles");
  for (const build::CountName& it : build::count_names) {
    line += ", " + counted(outcome.counts.*it.count, it.one, it.many);
  }
  line += ": " + counted(outcome.severities[0], "error", "errors") + ", " +
          counted(outcome.severities[1], "warning", "warnings") + ", " +
          counted(outcome.severities[2], "note", "notes") + "; " + changes_line(outcome, check);
  if (outcome.failed > 0)
    line += "; " + counted(outcome.failed, "source or article", "sources or articles") + " failed";
  char time[32];
  std::snprintf(time, sizeof time, "; %.2f s", seconds);
  line += time;
  if (outcome.bytes_read > 0 && seconds > 0)
    line += ", " + to_size(static_cast<double>(outcome.bytes_read) / seconds) + "/s";
  print(line + "\n");
}

bool fails(const build::Outcome& outcome, const std::optional<finding::Severity>& level) {
  if (!level) return false;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(*level); ++i) {
    if (outcome.severities[i] > 0) return true;
  }
  return false;
}

int exit_code_of(const build::Outcome& outcome, const BuildOptions& options) {
  if (outcome.failed > 0 || outcome.interrupted) return exit_failed;
  if (outcome.shrink_refused) return exit_findings;
  if (options.build.mode.check) return outcome.dataset_changed ? exit_findings : exit_clean;
  return fails(outcome, options.fail_level) ? exit_findings : exit_clean;
}

int build_once(const BuildOptions& options, bool all_new) {
  const Clock::time_point start = Clock::now();
  Reporter reporter(options.progress, options.build.mode.check, all_new, options.fail_level);
  const build::Outcome outcome = build::build(options.build, reporter.observer());
  reporter.clear();
  if (outcome.interrupted)
    complain(options.build.output, "interrupted; what was done is kept, and a next run goes on");
  print_outcome(outcome, options.build.mode.check,
                std::chrono::duration<double>(Clock::now() - start).count());
  return exit_code_of(outcome, options);
}

/// Builds again whenever a look at the sources says that something would change.
int watch(const BuildOptions& options) {
  build::Options look = options.build;
  look.mode.check = true;
  look.mode.force = false;
  BuildOptions again = options;
  again.build.mode.force = false;
  print("watching; an interrupt ends it\n");
  build::Observer quiet;
  quiet.stop = [] { return stopped.load(); };
  while (!stopped) {
    std::this_thread::sleep_for(watch_interval);
    const build::Outcome outcome = build::build(look, quiet);
    if (!stopped && outcome.dataset_changed) build_once(again, false);
  }
  return exit_clean;
}

void catch_signals() {
  std::signal(SIGINT, stop_on_signal);
  std::signal(SIGTERM, stop_on_signal);
}

bool is_first(const std::string& output) {
  std::FILE* const manifest = std::fopen((output + "/.acta/manifest").c_str(), "rb");
  if (manifest != nullptr) std::fclose(manifest);
  return manifest == nullptr;
}

}  // namespace

int build(const BuildOptions& options) {
  catch_signals();
  const int code = build_once(options, is_first(options.build.output));
  if (!options.watch || stopped) return code;
  return watch(options);
}

int merge(const MergeOptions& options) {
  catch_signals();
  const Clock::time_point start = Clock::now();
  Reporter reporter(Show::never, false, true, std::nullopt);
  const build::Outcome outcome = build::merge(options.merge, reporter.observer());
  print_outcome(outcome, false, std::chrono::duration<double>(Clock::now() - start).count());
  return exit_clean;
}

}  // namespace acta::tool
