#pragma once
/// Pages of a source that its articles may transclude, kept on the disk until the source is read.

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "build/file.hpp"

namespace acta::build {

/// A nameless file that texts are put into and taken out of.  Safe to use from several threads.
class Spool {
 public:
  /// Where a text lies.
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  /// The file lies in `folder`.  Throws Failure.
  explicit Spool(const std::string& folder);

  /// Adds a text.  Throws Failure.
  Place add(std::string_view text);

  /// The text again.
  std::string text(const Place& place) const;

 private:
  std::string folder_;
  Descriptor file_;
  std::mutex mutex_;
  std::uint64_t size_ = 0;
};

/// Pages by title.  Safe to use from several threads.
class PageStore {
 public:
  explicit PageStore(Spool& spool) : spool_(spool) {}

  /// Keeps a page's wikitext, escaped or not.
  void add(std::string_view title, std::string_view text, bool escaped);

  /// Wikitext of a page.
  std::optional<std::string> find(std::string_view title) const;

 private:
  struct Kept {
    Spool::Place place;
    bool escaped = false;
  };

  Spool& spool_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Kept> pages_;
};

}  // namespace acta::build
