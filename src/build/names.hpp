#pragma once
/// Names of output files: slugs that no title can make leave the folder.

#include <string>
#include <string_view>
#include <unordered_set>

namespace acta::build {

/// The slug an article would have alone: that of its title, of its file's name when it has none.
///
/// Slugs are lower-case ASCII letters, digits and "-", so they hold no "/" or NUL and two of them
/// never differ by case alone.  Long ones are cut and end in a hash of the whole; names that
/// Windows reserves begin with "x-".
std::string base_slug(std::string_view title, std::string_view file);

/// Gives out slugs, each once.
class Slugs {
 public:
  /// `base` when nobody has it yet, else the first of "base-2", "base-3" ... that nobody has.
  std::string take(const std::string& base);

  /// Says that somebody has `slug`.
  void reserve(const std::string& slug) { taken_.insert(slug); }

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace acta::build
