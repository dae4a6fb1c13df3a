#pragma once
/// Columns of standings that stand once for each of several groups: Home | Away | Total.  Private
/// to football/.

#include <vector>

#include "football/table/columns.hpp"

namespace acta::football {

/// The columns of a table, and what its results are the sum of.
struct Grouped {
  Columns columns;             ///< Those of the total; none of results where it is not told.
  std::vector<Columns> parts;  ///< Not empty where the results of the groups make the total.
};

/// Which of several columns for one number is the total: its results are as many as the matches
/// played, or the sum of the other groups', in every row.
Grouped ungroup(const wiki::Table& table, const Columns& columns);

}  // namespace acta::football
