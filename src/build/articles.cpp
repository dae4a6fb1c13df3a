#include "build/articles.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>
#include <utility>

#include "build/difference.hpp"
#include "build/failure.hpp"
#include "format/format.hpp"
#include "format/read.hpp"
#include "input/articles.hpp"
#include "text/hash.hpp"
#include "wiki/dump.hpp"

namespace acta::build {
namespace {

/// So many records are put in place together: one sync makes them all durable.
constexpr std::size_t batch = 512;

/// More do not wait while a batch before them is put in place.
constexpr std::size_t most_waiting = 8 * batch;

/// For so few a sync each is cheaper than one of the whole file system.
constexpr std::size_t few = 8;

std::optional<football::Season> read_record(const std::string& path) {
  try {
    return format::read_season(read_whole(path));
  } catch (const SourceFailure&) {
    return std::nullopt;  // Somebody took it away.
  }
}

}  // namespace

void Teller::message(std::string_view subject, std::string_view message) {
  const std::lock_guard lock(mutex_);
  if (observer_.message) observer_.message(subject, message);
}

void Teller::finding(std::string_view article, const finding::Diagnostic& finding) {
  const std::lock_guard lock(mutex_);
  if (observer_.finding) observer_.finding(article, finding);
}

void Teller::change(Change change, std::string_view article, const std::vector<Difference>& what) {
  const std::lock_guard lock(mutex_);
  if (observer_.change) observer_.change(change, article, what);
}

void Teller::progress(const Progress& progress) {
  const std::lock_guard lock(mutex_);
  if (observer_.progress) observer_.progress(progress);
}

Articles::Articles(const Mode& mode, const Folders& folders, const Manifest& before,
                   const std::vector<input::SourceFile>& files, Teller& teller)
    : mode_(mode),
      folders_(folders),
      files_(files),
      teller_(teller),
      before_(files.size()),
      key_(record_key()),
      results_(files.size()) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < files.size(); ++i) index[files[i].path] = i;
  for (const SourceEntry& source : before.sources) {
    const auto found = index.find(source.path);
    for (const Entry& entry : source.articles) {
      slugs_.reserve(entry.slug);
      if (found != index.end()) before_[found->second][entry.name] = &entry;
    }
  }
}

std::optional<Job> Articles::look_at(Job job) {
  if (stopped()) return std::nullopt;
  const std::size_t source = job.source;
  const std::string name = job.name;
  try {
    return look(std::move(job));
  } catch (const BuildError&) {
    stop(std::current_exception());
  } catch (const std::exception& error) {
    fail(source, name, error.what());
  }
  return std::nullopt;
}

std::optional<Job> Articles::look(Job job) {
  std::string text = job.escaped ? wiki::unescape(job.text) : std::move(job.text);
  if (!job.escaped) job.text.clear();
  bytes_read += text.size();
  std::optional<Job> back;
  const Entry* const old = before(job.source, job.name);
  if (old != nullptr && !mode_.force) {
    bool wait = false;
    if (is_unchanged(*old, job, text::sha256(text), wait)) {
      Entry entry = *old;
      entry.number = job.number;
      keep(job.source, std::move(entry));
      return back;
    }
    if (wait) {
      if (!job.escaped) job.text = std::move(text);
      back = std::move(job);
      return back;
    }
  }
  if (mode_.check) {
    ++(old != nullptr ? changed : added);
    teller_.change(old != nullptr ? Change::changed : Change::added,
                   shown(files_[job.source], job.name), {});
    if (old != nullptr) keep(job.source, *old);
    return back;
  }
  convert_job(std::move(job), std::move(text), old, back);
  return back;
}

const Entry* Articles::before(std::size_t source, const std::string& name) const {
  const auto found = before_[source].find(name);
  return found == before_[source].end() ? nullptr : found->second;
}

/// Whether an article, the pages it transcludes, and its record are as they were.  `wait` says that
/// a page may still come that was there.
bool Articles::is_unchanged(const Entry& old, const Job& job, const std::string& sha256,
                            bool& wait) const {
  if (!old.current || old.sha256 != sha256 || old.revision != revision_of(job.options))
    return false;
  if (state_of(folders_.article(old.slug)) != old.json) return false;
  for (const Dependency& it : old.dependencies) {
    const std::optional<std::string> page =
        job.options.pages ? job.options.pages(it.title) : std::nullopt;
    wait = wait || (!page && job.may_wait);
    if ((page ? text::sha256(*page) : std::string()) != it.sha256) return false;
  }
  return !wait;
}

void Articles::convert_job(Job job, std::string text, const Entry* old, std::optional<Job>& back) {
  Entry entry;
  bool missed = false;
  acta::Options options = job.options;
  if (job.options.pages) {
    options.pages = [&](std::string_view title) {
      std::optional<std::string> page = job.options.pages(title);
      missed = missed || !page;
      entry.dependencies.push_back(
          {std::string(title), page ? text::sha256(*page) : std::string()});
      return page;
    };
  }
  if (job.may_wait && !job.escaped) job.text = text;
  const Result result = convert(std::move(text), options);
  if (missed && job.may_wait) {
    back = std::move(job);
    return;
  }
  const football::Season& season = result.season;
  entry.name = job.name;
  entry.number = job.number;
  entry.revision = revision_of(job.options);
  entry.sha256 = season.article.sha256;
  entry.base = base_slug(season.article.title.value_or(""), season.article.file.value_or(""));
  entry.counts = count(season);
  for (std::size_t i = 0; i < entry.severities.size(); ++i) {
    entry.severities[i] = result.severities[i];
  }
  std::string json;
  format::write_json(season, format::Layout::pretty, json);
  json += '\n';
  const std::string path = folders_.work + "/" + std::to_string(work_number_++);
  entry.json = write_file(path, json, false);
  tell(job, old, season);
  look_for_records(job, result);
  ++converted;
  place({job.source, std::move(entry), path, old});
}

/// A file that was named alone and whose text tells nothing of a season is no success.
void Articles::look_for_records(const Job& job, const Result& result) {
  constexpr auto errors = static_cast<std::size_t>(finding::Severity::error);
  const input::SourceFile& file = files_[job.source];
  if (!job.name.empty() || result.severities[errors] > 0 || !input::is_bare(result)) return;
  teller_.message(file.shown(), input::nothing_found);
  if (file.named && files_.size() == 1) ++failed;
}

void Articles::tell(const Job& job, const Entry* old, const football::Season& season) {
  const std::string article = shown(files_[job.source], job.name);
  for (const finding::Diagnostic& it : season.diagnostics) teller_.finding(article, it);
  ++(old != nullptr ? changed : added);
  if (old == nullptr) {
    teller_.change(Change::added, article, {});
    return;
  }
  const std::optional<football::Season> was = read_record(folders_.article(old->slug));
  teller_.change(Change::changed, article,
                 was ? difference(*was, season) : std::vector<Difference>{});
}

void Articles::fail(std::size_t source, const std::string& name, std::string_view why) {
  teller_.message(shown(files_[source], name), why);
  ++failed;
  if (const Entry* const old = before(source, name)) keep(source, *old);
}

void Articles::keep(std::size_t source, Entry entry) {
  const std::lock_guard lock(results_mutex_);
  results_[source].push_back(std::move(entry));
}

std::vector<Entry> Articles::take(std::size_t source) {
  const std::lock_guard lock(results_mutex_);
  std::vector<Entry> entries = std::move(results_[source]);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.number, a.name) < std::tie(b.number, b.name);
  });
  return entries;
}

void Articles::place(Written written) {
  std::size_t waiting = 0;
  {
    const std::lock_guard lock(written_mutex_);
    written_.push_back(std::move(written));
    waiting = written_.size();
  }
  if (waiting < batch) return;
  // While one thread waits for the disk, the others go on.
  std::unique_lock lock(commit_mutex_, std::try_to_lock);
  if (!lock && waiting < most_waiting) return;
  if (!lock) lock.lock();
  flush_locked();
}

void Articles::flush() {
  const std::lock_guard lock(commit_mutex_);
  flush_locked();
}

/// The journal tells of a record before it is in its place: one that is not there with the size and
/// time the journal says is made again.
void Articles::flush_locked() {
  std::vector<Written> ready;
  {
    const std::lock_guard lock(written_mutex_);
    ready.swap(written_);
  }
  if (ready.empty()) return;
  if (ready.size() > few) {
    sync_all(folders_.work);
  } else {
    for (const Written& it : ready) sync(it.path);
  }
  std::string lines;
  for (Written& it : ready) {
    const bool same = it.old != nullptr && it.old->base == it.entry.base;
    it.entry.slug = same ? it.old->slug : slugs_.take(it.entry.base);
    lines += journal_line(files_[it.source].path, it.entry);
  }
  write_journal(lines);
  for (Written& it : ready) {
    rename_file(it.path, folders_.article(it.entry.slug));
    keep(it.source, std::move(it.entry));
  }
  sync(folders_.articles);
}

void Articles::write_journal(std::string_view lines) {
  const std::string path = folders_.memory + "/journal";
  std::string bytes;
  if (journal_.number() < 0) {
    journal_ = Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (journal_.number() < 0) throw Failure::of(path, "cannot be written", errno);
    // What a killed build left of a line is ended first.
    bytes = "\n\t" + key_ + "\n";
  }
  bytes += lines;
  for (std::string_view left = bytes; !left.empty();) {
    const ssize_t count = ::write(journal_.number(), left.data(), left.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Failure::of(path, "cannot be written", errno);
    left.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fdatasync(journal_.number()) != 0) throw Failure::of(path, "cannot be written", errno);
}

void Articles::stop(std::exception_ptr error) {
  const std::lock_guard lock(error_mutex_);
  if (!error_) error_ = std::move(error);
  broken_ = true;
}

void Articles::rethrow() {
  const std::lock_guard lock(error_mutex_);
  if (error_) std::rethrow_exception(error_);
}

std::string shown(const input::SourceFile& file, const std::string& name) {
  std::string out(file.shown());
  if (!name.empty()) out += "#" + name;
  return out;
}

std::string revision_of(const acta::Options& options) {
  const auto number = [](const std::optional<std::int64_t>& it) {
    return it ? std::to_string(*it) : std::string();
  };
  return number(options.page_id) + " " + number(options.revision_id) + " " +
         options.timestamp.value_or("") + " " + options.file.value_or("");
}

std::string record_key() {
  return "acta " + std::string(version()) + " " + std::string(football::schema_id);
}

}  // namespace acta::build
