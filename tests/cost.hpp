#pragma once
/// Whether work costs more than its size asks for, on a machine that other programs disturb.

#include <algorithm>
#include <ctime>

namespace acta::tests {

/// Processor seconds of this thread up to now.
inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The least processor seconds seen for a part of some work, and for the whole of it.
struct Costs {
  double part;
  double whole;

  /// Whether the whole is at most `factor` times the part, and `slack` seconds.
  bool within(double factor, double slack) const { return whole <= factor * part + slack; }
};

/// What `part` and `whole` cost; each returns its processor seconds.  Measured in turn until the
/// costs are `within` the bounds, up to ten times: a disturbance is gone the next time, while a
/// cost out of proportion is there every time.
template <typename Part, typename Whole>
Costs least_costs(Part&& part, Whole&& whole, double factor, double slack) {
  Costs costs{part(), whole()};
  for (int round = 1; round < 10 && !costs.within(factor, slack); ++round) {
    costs.part = std::min(costs.part, part());
    costs.whole = std::min(costs.whole, whole());
  }
  return costs;
}

}  // namespace acta::tests
