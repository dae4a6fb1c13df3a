#pragma once
/// Sources become articles to look at: files, dumps, answers of the API.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/articles.hpp"
#include "build/build.hpp"
#include "build/loose.hpp"
#include "build/pages.hpp"
#include "build/pool.hpp"
#include "build/select.hpp"
#include "build/sources.hpp"
#include "build/stream.hpp"

namespace acta::build {

/// How a source came out.
enum class ReadState : std::uint8_t {
  whole,    ///< Every article of it was looked at.
  failed,   ///< It is damaged or unreadable from some place on.
  ignored,  ///< It is no source at all, such as JSON of another kind.
};

/// Which articles belong to a shard: whole dumps where there are enough of them, else pages; files
/// by their names.
class Share {
 public:
  Share(const Shard& shard, const std::vector<SourceFile>& files);

  /// Whether anything of a source is ours.
  bool has_part(std::size_t source) const { return parts_[source]; }

  /// Whether a page of a dump that we have a part of is ours.
  bool has_page(std::string_view title) const;

 private:
  Shard shard_;
  bool by_pages_ = false;
  std::vector<bool> parts_;
};

/// Reads sources one after the other and hands their articles to a pool.  At most a few megabytes
/// of text wait there.
class Reading {
 public:
  Reading(const Selector& selector, const Share& share, const LoosePages& loose,
          const std::vector<SourceFile>& files, const std::string& work, Articles& articles,
          Teller& teller, Pool& pool);

  /// Reads one source.  Its articles are all looked at when `finish` has returned.
  void read(std::size_t source);

  /// Waits for all articles.
  void finish() { pool_.drain(); }

  /// How a source came out; final when `finish` has returned.
  ReadState state(std::size_t source) const { return states_[source]; }

  /// How much of the sources was read, as they lie on the disk.
  std::uint64_t bytes() const { return bytes_; }

 private:
  void read_article(std::size_t source);
  void read_stream(std::size_t source);
  void read_dump(std::size_t source, Stream& stream, std::string piece);
  void read_answer(std::size_t source, const std::string& json);
  void look_at(Job job, std::size_t size, PageStore* store);
  void park(Job job);
  void look_at_parked();
  void fail(std::size_t source, std::string_view why);

  const Selector& selector_;
  const Share& share_;
  const LoosePages& loose_;
  const std::vector<SourceFile>& files_;
  std::string work_;
  Articles& articles_;
  Teller& teller_;
  Pool& pool_;
  Budget budget_;
  std::vector<ReadState> states_;
  std::atomic<std::uint64_t> bytes_ = 0;

  /// An article that waits for pages, its text on the disk.
  struct Parked {
    Job job;
    std::optional<Spool::Place> place;  ///< Nothing when its text is in memory.
  };

  std::mutex parked_mutex_;
  std::vector<Parked> parked_;
  Spool* spool_ = nullptr;
  std::atomic<std::size_t> parked_bytes_ = 0;
};

}  // namespace acta::build
