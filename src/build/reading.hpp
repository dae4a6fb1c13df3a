#pragma once
/// Sources become articles to look at: files, dumps, answers of the API.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/articles.hpp"
#include "build/build.hpp"
#include "input/loose.hpp"
#include "input/pages.hpp"
#include "input/pool.hpp"
#include "input/reader.hpp"
#include "input/select.hpp"
#include "input/sources.hpp"

namespace acta::build {

/// Which articles belong to a shard: whole dumps where there are enough of them, else pages; files
/// by their names.
class Share {
 public:
  Share(const Shard& shard, const std::vector<input::SourceFile>& files);

  /// Whether anything of a source is ours.
  bool has_part(std::size_t source) const { return parts_[source]; }

  /// Whether a page of a source that we have a part of is ours.
  bool has_page(std::size_t source, std::string_view title) const;

 private:
  Shard shard_;
  bool by_pages_ = false;
  std::vector<bool> parts_;
  std::vector<bool> is_dump_;
};

/// Reads sources one after the other and hands their articles to a pool.  At most a few megabytes
/// of text wait there.
class Reading {
 public:
  Reading(const input::Selector& selector, const Share& share, const input::LoosePages& loose,
          const std::vector<input::SourceFile>& files, const std::string& work, Articles& articles,
          Teller& teller, input::Pool& pool);

  /// Reads one source.  Its articles are all looked at when `finish` has returned.
  void read(std::size_t source);

  /// Reads what turned out to be more than one article, and waits for all articles.
  void finish();

  /// How a source came out; final when `finish` has returned.
  input::Came state(std::size_t source) const { return states_[source]; }

  /// How much of the sources was read, as they lie on the disk.
  std::uint64_t bytes() const { return bytes_; }

 private:
  class Source;

  void read_article(std::size_t source);
  void read_steps(std::size_t source);
  void look_at(Job job);
  void park(Job job);
  void look_at_parked();

  const Share& share_;
  const std::vector<input::SourceFile>& files_;
  Articles& articles_;
  Teller& teller_;
  input::Pool& pool_;
  input::Reader reader_;
  input::Budget budget_;
  input::Spool spool_;
  std::vector<input::Came> states_;
  std::atomic<std::uint64_t> bytes_ = 0;

  /// An article that waits for pages, its text on the disk.
  struct Parked {
    Job job;
    std::optional<input::Spool::Place> place;  ///< Nothing when its text is in memory.
  };

  std::mutex parked_mutex_;
  std::vector<Parked> parked_;
  std::vector<std::size_t> packed_;  ///< Files with an article's name that are read in steps.
  std::atomic<std::size_t> parked_bytes_ = 0;
};

}  // namespace acta::build
