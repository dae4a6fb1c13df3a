#pragma once
/// Articles become records on the disk: looked at by worker threads, put in place batch by batch.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "acta.hpp"
#include "build/build.hpp"
#include "build/file.hpp"
#include "build/manifest.hpp"
#include "build/names.hpp"
#include "input/sources.hpp"

namespace acta::build {

/// Where a build writes.
struct Folders {
  explicit Folders(const std::string& folder)
      : output(folder),
        articles(folder + "/articles"),
        memory(folder + "/.acta"),
        work(folder + "/.acta/work") {}

  std::string output;
  std::string articles;
  std::string memory;
  std::string work;  ///< Files that are not yet in their place.

  std::string article(const std::string& slug) const { return articles + "/" + slug + ".json"; }
};

/// One article to look at.
struct Job {
  std::size_t source = 0;  ///< Index of its source file.
  std::string name = {};   ///< Title of a page in a dump or answer.
  std::uint64_t number = 0;
  std::string text = {};
  bool escaped = false;   ///< The text is as in a dump.
  bool may_wait = false;  ///< Pages it asks for may come later.
  acta::Options options = {};
};

/// What is told to the user, one call at a time.
class Teller {
 public:
  explicit Teller(const Observer& observer) : observer_(observer) {}

  void message(std::string_view subject, std::string_view message);
  void finding(std::string_view article, const finding::Diagnostic& finding);
  void change(Change change, std::string_view article, const std::vector<Difference>& what);
  void progress(const Progress& progress);

  bool stop() const { return observer_.stop && observer_.stop(); }

 private:
  const Observer& observer_;
  std::mutex mutex_;
};

/// The articles of one build.
class Articles {
 public:
  Articles(const Mode& mode, const Folders& folders, const Manifest& before,
           const std::vector<input::SourceFile>& files, Teller& teller);

  /// Looks at an article, and converts it if it changed.  Gives the job back when pages it asks for
  /// are not there and may still come.  Safe to call from several threads; throws nothing: what the
  /// world does wrong is kept for `rethrow`.
  std::optional<Job> look_at(Job job);

  /// Says that an article could not be read; what there was of it stays.
  void fail(std::size_t source, const std::string& name, std::string_view why);

  /// Puts in their places what was written.  Throws BuildError.
  void flush();

  /// Ends the work: the world is at fault.
  void stop(std::exception_ptr error);

  /// Throws what stopped the threads.
  void rethrow();

  /// Whether it is no use to go on.
  bool stopped() const { return broken_ || teller_.stop(); }

  /// The articles of a source so far, in its order.
  std::vector<Entry> take(std::size_t source);

  /// Adds a finished line to the journal, on the disk when it returns.  Throws BuildError.
  void write_journal(std::string_view lines);

  std::atomic<std::uint64_t> bytes_read = 0;
  std::atomic<std::uint64_t> converted = 0;
  std::atomic<std::uint64_t> failed = 0;
  std::atomic<std::uint64_t> added = 0;
  std::atomic<std::uint64_t> changed = 0;

 private:
  /// A record that lies in the work folder.
  struct Written {
    std::size_t source;
    Entry entry;
    std::string path;
    const Entry* old;
  };

  std::optional<Job> look(Job job);
  const Entry* before(std::size_t source, const std::string& name) const;
  bool is_unchanged(const Entry& old, const Job& job, const std::string& sha256, bool& wait) const;
  void convert_job(Job job, std::string text, const Entry* old, std::optional<Job>& back);
  void look_for_records(const Job& job, const Result& result);
  void tell(const Job& job, const Entry* old, const football::Season& season);
  void keep(std::size_t source, Entry entry);
  void place(Written written);
  void flush_locked();

  const Mode& mode_;
  const Folders& folders_;
  const std::vector<input::SourceFile>& files_;
  Teller& teller_;
  std::vector<std::unordered_map<std::string_view, const Entry*>> before_;
  std::string key_;

  std::mutex results_mutex_;
  std::vector<std::vector<Entry>> results_;

  std::mutex written_mutex_;
  std::vector<Written> written_;

  std::mutex commit_mutex_;  ///< Of what puts records in their places: one thread at a time.
  Slugs slugs_;
  Descriptor journal_;
  std::atomic<std::uint64_t> work_number_ = 0;

  std::atomic<bool> broken_ = false;
  std::mutex error_mutex_;
  std::exception_ptr error_;
};

/// What people call an article.
std::string shown(const input::SourceFile& file, const std::string& name);

/// What a record says of its article beside the text: page, revision, timestamp, file.
std::string revision_of(const acta::Options& options);

/// What the bytes of a record depend on besides its article: versions.
std::string record_key();

}  // namespace acta::build
