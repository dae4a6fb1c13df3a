#pragma once
/// How far a build is, on standard error: a bar on a terminal, else a plain line every few seconds.

#include <chrono>
#include <string>

#include "build/build.hpp"
#include "options.hpp"

namespace acta::tool {

/// Shows progress.  Calls come one at a time.
class ProgressBar {
 public:
  explicit ProgressBar(Show show);

  /// Shows how far the build is, at most a few times a second.
  void show(const build::Progress& progress);

  /// Takes the bar away, so that a line can be printed; the next `show` brings it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const build::Progress& progress, double seconds);

  bool shows_ = false;
  bool terminal_ = false;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

/// "1.5 GB", "12 MB", "340 kB".
std::string to_size(double bytes);

/// "1:02:03", "4:05".
std::string to_time(double seconds);

}  // namespace acta::tool
