#include "progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace acta::tool {
namespace {

/// How often a plain line is printed, and how often a bar is drawn.
constexpr double plain_seconds = 5;
constexpr double bar_seconds = 0.1;

constexpr int bar_width = 24;

void print(const std::string& text) {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

std::string format_number(const char* format, double value) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), format, value);
  return out.data();
}

}  // namespace

ProgressBar::ProgressBar(Show show)
    : shows_(show != Show::never), terminal_(::isatty(STDERR_FILENO) == 1) {
  // Who asks for progress gets a line of a short build, too.
  if (show == Show::always) last_ -= std::chrono::minutes(1);
}

void ProgressBar::show(const build::Progress& progress) {
  if (!shows_) return;
  const Clock::time_point now = Clock::now();
  const double since = std::chrono::duration<double>(now - last_).count();
  if (since < (terminal_ ? bar_seconds : plain_seconds)) return;
  last_ = now;
  draw(progress, std::chrono::duration<double>(now - start_).count());
}

void ProgressBar::draw(const build::Progress& progress, double seconds) {
  const auto bytes = static_cast<double>(progress.bytes);
  const auto total = static_cast<double>(progress.total_bytes);
  const double rate = seconds > 0 ? bytes / seconds : 0;
  std::string line;
  if (total > 0) {
    const double part = std::min(1.0, bytes / total);
    if (terminal_) {
      const auto full = static_cast<int>(part * bar_width);
      line += "[" + std::string(static_cast<std::size_t>(full), '#') +
              std::string(static_cast<std::size_t>(bar_width - full), '-') + "] ";
    }
    line += format_number("%.0f %%, ", 100 * part);
  }
  line += std::to_string(progress.articles) + " articles, " + to_size(bytes) + ", " +
          to_size(rate) + "/s";
  if (total > bytes && rate > 0) line += ", " + to_time((total - bytes) / rate) + " left";
  if (terminal_) {
    print("\r" + line + "\x1B[K");
    drawn_ = true;
  } else {
    print("acta: " + line + "\n");
  }
}

void ProgressBar::clear() {
  if (!drawn_) return;
  print("\r\x1B[K");
  drawn_ = false;
}

std::string to_size(double bytes) {
  constexpr double kilo = 1000;
  static constexpr std::array<const char*, 5> units = {"B", "kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  while (bytes >= kilo && unit + 1 < units.size()) {
    bytes /= kilo;
    ++unit;
  }
  return format_number(bytes < 10 && unit > 0 ? "%.1f " : "%.0f ", bytes) + units[unit];
}

std::string to_time(double seconds) {
  const auto whole = static_cast<long>(std::lround(std::min(seconds, 3.6e6)));
  std::array<char, 32> out{};
  if (whole >= 3600) {
    std::snprintf(out.data(), out.size(), "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                  whole % 60);
  } else {
    std::snprintf(out.data(), out.size(), "%ld:%02ld", whole / 60, whole % 60);
  }
  return out.data();
}

}  // namespace acta::tool
