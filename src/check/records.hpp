#pragma once
/// Whether records that somebody else may have written or edited agree with one another.

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::check {

/// Reports `record_inconsistent` where a value does not follow from the records it is made of: an
/// id without its record, a count, a sum, a date that the calendar has not.  What acta writes
/// always holds together; this is for JSON that was read.
void check_records(const football::Season& season, finding::Diagnostics& diagnostics);

}  // namespace acta::check
