#include "wiki/rendered/list.hpp"

#include <algorithm>

namespace acta::wiki {
namespace {

constexpr std::size_t deepest = 100;

bool is_near(std::uint32_t left, std::uint32_t right, std::uint32_t slack) {
  return left <= right + slack && right <= left + slack;
}

}  // namespace

bool Outline::continues(std::uint32_t number, std::uint32_t indent) const {
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    if (is_near(level->indent, indent, slack) && level->number + 1 == number) {
      return true;
    }
    if (level->indent + slack < indent) {
      break;
    }
  }
  return false;
}

Outline::Place Outline::add(const Marker& marker, std::uint32_t indent) {
  if (marker.run >= 2) {
    // Marks count the levels themselves; those not opened before are opened now.
    const std::size_t depth = std::min<std::size_t>(marker.run, deepest);
    while (levels_.size() < depth) {
      levels_.push_back({indent + static_cast<std::uint32_t>(levels_.size()), 0, marker.kind});
    }
    levels_.resize(depth);
  } else if (marker.number > 0 && continues(marker.number, indent)) {
    while (!is_near(levels_.back().indent, indent, slack) ||
           levels_.back().number + 1 != marker.number) {
      levels_.pop_back();
    }
  } else {
    while (!levels_.empty() && levels_.back().indent > indent) {
      levels_.pop_back();
    }
    const bool is_deeper = levels_.empty() || indent >= levels_.back().indent + slack ||
                           (marker.number == 1 && indent > levels_.back().indent);
    if (is_deeper && levels_.size() < deepest) {
      levels_.push_back({indent, 0, marker.kind});
    }
  }
  Level& level = levels_.back();
  if (marker.kind != '#') {
    level.number = 0;
  } else if (marker.number > 0) {
    level.number = marker.number;
  } else {
    level.number = level.kind == '#' ? level.number + 1 : 1;
  }
  level.kind = marker.kind;
  return {static_cast<std::uint16_t>(levels_.size()), level.number};
}

}  // namespace acta::wiki
