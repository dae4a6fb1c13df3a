#pragma once
/// Pages of a source that its articles may transclude, kept on the disk until the source is read.

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "input/file.hpp"

namespace acta::input {

/// Texts that are put away and taken out again: the first few in memory, the others in a nameless
/// file.  Safe to use from several threads.
class Spool {
 public:
  /// Where a text lies.
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  /// The file lies in `folder`, once there is one.
  explicit Spool(std::string folder) : folder_(std::move(folder)) {}

  /// Adds a text.  Throws Failure.
  Place add(std::string_view text);

  /// The text again.
  std::string text(const Place& place) const;

 private:
  void open();

  std::string folder_;
  Descriptor file_;
  mutable std::mutex mutex_;
  std::string first_;       ///< What is in memory; later texts are in the file.
  std::uint64_t size_ = 0;  ///< Of both together.
};

/// Pages by title.  Safe to use from several threads.
class PageStore {
 public:
  explicit PageStore(Spool& spool) : spool_(spool) {}

  /// Keeps a page's wikitext, escaped or not.
  void add(std::string_view title, std::string_view text, bool escaped);

  /// Says that `title` leads to `target`.
  void add_redirect(std::string_view title, std::string_view target);

  /// Wikitext of a page, or of the one that its redirects lead to.
  std::optional<std::string> find(std::string_view title) const;

 private:
  struct Kept {
    Spool::Place place;
    bool escaped = false;
  };

  std::optional<Kept> kept(const std::string& title) const;
  std::optional<std::string> target(const std::string& title) const;

  Spool& spool_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Kept> pages_;
  /// A dump has many more redirects than pages that are asked for: of each only the hash of its
  /// title is in memory, and both titles lie where the texts lie.
  std::unordered_map<std::uint64_t, Spool::Place> redirects_;
};

}  // namespace acta::input
