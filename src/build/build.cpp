#include "build/build.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "build/articles.hpp"
#include "build/closing.hpp"
#include "build/failure.hpp"
#include "build/manifest.hpp"
#include "build/own.hpp"
#include "build/reading.hpp"
#include "input/loose.hpp"
#include "input/sources.hpp"

namespace acta::build {
namespace {

/// A file that changed so shortly before it was read may change again within the tick of the clock
/// that its time is taken from: its size and time prove nothing.
constexpr std::int64_t clock_tick = 20'000'000;

std::int64_t now() {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::string selection_key(const Selection& selection) {
  return std::to_string(static_cast<int>(selection.pages)) + "\n" + selection.title + "\n" +
         selection.category;
}

/// Calls the observer a few times a second while it lives.
class Ticker {
 public:
  Ticker(Teller& teller, std::function<Progress()> ask)
      : thread_([this, &teller, ask = std::move(ask)](const std::stop_token& end) {
          std::unique_lock lock(mutex_);
          while (!end.stop_requested()) {
            teller.progress(ask());
            ended_.wait_for(lock, end, std::chrono::milliseconds(100), [] { return false; });
          }
        }) {}

 private:
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread thread_;
};

/// One build.
class Build {
 public:
  Build(const Options& options, const Observer& observer)
      : options_(options),
        mode_(options.mode),
        teller_(observer),
        folders_(options.output),
        selector_(options.input.selection) {}

  Outcome run() {
    found_ = input::find_sources(
        {options_.input.sources, options_.input.include, options_.input.exclude, options_.output},
        [this](std::string_view subject, std::string_view message) {
          teller_.message(subject, message);
        });
    outcome_.failed += found_.unreadable.size();
    before_ = read_manifest(folders_.memory, record_key());
    expect_own(folders_, formats(), before_, options_.input.sources, found_.files);
    std::optional<Lock> lock;
    if (!mode_.check) {
      make_folder(folders_.articles);
      make_folder(folders_.work);
      lock.emplace(folders_.memory + "/lock");
      clear_work();
      // Another build may have come to its end meanwhile.
      before_ = read_manifest(folders_.memory, record_key());
    }
    started_ = now();
    plan();
    if (!to_read_.empty()) read();
    return mode_.check ? conclude_check() : conclude();
  }

 private:
  /// What a killed build left of files that never came to their place.
  void clear_work() {
    std::error_code failure;
    for (const auto& it : std::filesystem::directory_iterator(folders_.work, failure)) {
      remove_file(it.path().string());
    }
  }

  /// The formats that were asked for, or those that the dataset has.
  Formats formats() const {
    Formats formats = options_.formats.value_or(before_.formats);
    formats.guard_csv = formats.guard_csv || options_.guard_csv;
    return formats;
  }

  void plan() {
    after_.complete = true;
    after_.key = record_key();
    after_.selection = selection_key(options_.input.selection);
    after_.shard = options_.input.shard;
    after_.formats = formats();
    std::unordered_map<std::string_view, const SourceEntry*> before;
    for (const SourceEntry& it : before_.sources) before.emplace(it.path, &it);
    known_.resize(found_.files.size());
    std::vector<bool> unchanged(found_.files.size());
    bool any_change = before_.sources.size() != found_.files.size();
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      const auto known = before.find(found_.files[i].path);
      known_[i] = known == before.end() ? nullptr : known->second;
      unchanged[i] = known_[i] != nullptr && is_unchanged(found_.files[i], *known_[i]);
      any_change = any_change || !unchanged[i];
    }
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      // What one file transcludes may stand in another.
      const bool depends = known_[i] != nullptr &&
                           found_.files[i].kind != input::SourceKind::dump &&
                           std::any_of(known_[i]->articles.begin(), known_[i]->articles.end(),
                                       [](const Entry& it) { return !it.dependencies.empty(); });
      if (!unchanged[i] || (depends && any_change)) to_read_.push_back(i);
    }
  }

  bool is_unchanged(const input::SourceFile& file, const SourceEntry& known) const {
    if (mode_.force || mode_.verify || !file.state || known.state != *file.state) return false;
    if (known.file != file.file || before_.shard != after_.shard) return false;
    if (file.kind != input::SourceKind::article && before_.selection != after_.selection)
      return false;
    return std::all_of(known.articles.begin(), known.articles.end(), [this](const Entry& it) {
      return it.current && state_of(folders_.article(it.slug)) == it.json;
    });
  }

  void read() {
    const std::string work = mode_.check ? std::string(P_tmpdir) : folders_.work;
    const input::LoosePages loose(found_.files);
    const Share share(options_.input.shard, found_.files);
    articles_ = std::make_unique<Articles>(mode_, folders_, before_, found_.files, teller_);
    states_.assign(found_.files.size(), input::Came::whole);
    pool_ = std::make_unique<input::Pool>(threads());
    Reading reading(selector_, share, loose, found_.files, work, *articles_, teller_, *pool_);
    std::uint64_t total = 0;
    for (const std::size_t it : to_read_) {
      if (found_.files[it].state) total += found_.files[it].state->size;
    }
    {
      const Ticker ticker(teller_, [&, total] {
        return Progress{reading.bytes(), total, articles_->converted};
      });
      for (const std::size_t it : to_read_) {
        if (articles_->stopped()) break;
        if (share.has_part(it)) reading.read(it);
      }
      reading.finish();
    }
    if (!mode_.check) articles_->flush();
    articles_->rethrow();
    for (std::size_t i = 0; i < states_.size(); ++i) states_[i] = reading.state(i);
    outcome_.interrupted = teller_.stop();
    outcome_.failed += articles_->failed;
    outcome_.added = articles_->added;
    outcome_.changed = articles_->changed;
    outcome_.bytes_read = articles_->bytes_read;
  }

  unsigned threads() const {
    return mode_.jobs > 0 ? mode_.jobs : std::max(1U, std::thread::hardware_concurrency());
  }

  /// The sources as they are now, with their articles.
  void collect() {
    std::unordered_set<std::size_t> read(to_read_.begin(), to_read_.end());
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      const input::SourceFile& file = found_.files[i];
      SourceEntry source{file.path, file.file, file.state.value_or(FileState{}), {}};
      if (!read.contains(i)) {
        source.articles = known_[i]->articles;
      } else {
        source.articles = articles_->take(i);
        const bool part = outcome_.interrupted || states_[i] == input::Came::failed;
        if (part && known_[i] != nullptr) add_missing(known_[i]->articles, source);
        // What gave nothing is told again.
        const bool again = part || states_[i] == input::Came::nothing;
        if (again || source.state.time > started_ - clock_tick) source.state = {};
      }
      after_.sources.push_back(std::move(source));
    }
  }

  static void add_missing(const std::vector<Entry>& known, SourceEntry& source) {
    std::unordered_set<std::string> names;
    for (const Entry& it : source.articles) names.insert(it.name);
    for (const Entry& it : known) {
      if (!names.contains(it.name)) source.articles.push_back(it);
    }
  }

  /// Whether a source that is gone lies below a folder that could not be read.
  bool is_hidden(const std::string& path) const {
    return std::any_of(found_.unreadable.begin(), found_.unreadable.end(),
                       [&](const std::string& it) {
                         return path == it || path.starts_with(it.ends_with('/') ? it : it + "/");
                       });
  }

  /// Finds what was there and is not any more; takes it back where it must not go.
  void remove_gone() {
    std::unordered_map<std::string_view, SourceEntry*> sources;
    for (SourceEntry& it : after_.sources) sources.emplace(it.path, &it);
    std::vector<SourceEntry> gone;
    std::size_t total = 0;
    std::size_t removed = 0;
    for (const SourceEntry& it : before_.sources) {
      total += it.articles.size();
      const auto found = sources.find(it.path);
      SourceEntry lost{it.path, it.file, {}, {}};
      std::unordered_set<std::string_view> names;
      if (found != sources.end()) {
        for (const Entry& entry : found->second->articles) names.insert(entry.name);
      }
      for (const Entry& entry : it.articles) {
        if (!names.contains(entry.name)) lost.articles.push_back(entry);
      }
      if (lost.articles.empty()) continue;
      if (outcome_.interrupted || (found == sources.end() && is_hidden(it.path))) {
        after_.sources.push_back(std::move(lost));
        continue;
      }
      removed += lost.articles.size();
      gone.push_back(std::move(lost));
    }
    std::size_t left = 0;
    for (const SourceEntry& it : after_.sources) left += it.articles.size();
    if (!mode_.allow_shrink && shrinks_too_much(removed, total, left)) {
      outcome_.shrink_refused = true;
      teller_.message(options_.output, std::to_string(removed) + " of " + std::to_string(total) +
                                           " articles are no longer in the sources; they stay, "
                                           "unless --allow-shrink is given");
      take_back(std::move(gone));
      return;
    }
    outcome_.removed = removed;
    for (const SourceEntry& it : gone) {
      for (const Entry& entry : it.articles) {
        teller_.change(Change::removed, it.path + (entry.name.empty() ? "" : "#" + entry.name), {});
      }
    }
  }

  void take_back(std::vector<SourceEntry> gone) {
    for (SourceEntry& lost : gone) {
      const auto same = [&](const SourceEntry& it) { return it.path == lost.path; };
      const auto found = std::find_if(after_.sources.begin(), after_.sources.end(), same);
      if (found == after_.sources.end()) {
        after_.sources.push_back(std::move(lost));
      } else {
        found->state = {};
        add_missing(lost.articles, *found);
      }
    }
  }

  Outcome conclude_check() {
    collect();
    remove_gone();
    add_up(after_, outcome_);
    outcome_.dataset_changed = outcome_.added + outcome_.changed + outcome_.removed > 0 ||
                               is_dataset_stale(folders_, before_, after_);
    return outcome_;
  }

  Outcome conclude() {
    collect();
    remove_gone();
    add_up(after_, outcome_);
    if (outcome_.interrupted) {
      // The dataset's files are as they were, and no longer those of the articles.
      after_.left_slugs = left_slugs(before_, after_);
      after_.files = before_.files;
      after_.complete = false;
      replace_file(folders_.memory + "/manifest", write_manifest(after_));
      remove_file(folders_.memory + "/journal");
      return outcome_;
    }
    const bool same_articles = outcome_.added + outcome_.changed + outcome_.removed == 0;
    outcome_.dataset_changed = !same_articles || is_dataset_stale(folders_, before_, after_);
    if (!outcome_.dataset_changed) after_.files = before_.files;
    if (!outcome_.dataset_changed && write_manifest(after_) == write_manifest(before_))
      return outcome_;
    if (!pool_) pool_ = std::make_unique<input::Pool>(threads());
    settle_slugs(folders_, before_, after_, articles_.get(), teller_);
    close_build(folders_, before_, after_, outcome_.dataset_changed, *pool_, teller_);
    return outcome_;
  }

  const Options& options_;
  const Mode& mode_;
  Teller teller_;
  Folders folders_;
  input::Selector selector_;
  Manifest before_;
  Manifest after_;
  input::Found found_;
  std::int64_t started_ = 0;
  std::vector<const SourceEntry*> known_;  ///< What is remembered of each file found.
  std::vector<std::size_t> to_read_;
  std::unique_ptr<input::Pool> pool_;
  std::unique_ptr<Articles> articles_;
  std::vector<input::Came> states_;
  Outcome outcome_;
};

}  // namespace

Outcome build(const Options& options, const Observer& observer) {
  return Build(options, observer).run();
}

}  // namespace acta::build
