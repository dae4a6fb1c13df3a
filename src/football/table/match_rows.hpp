#pragma once
/// What rows that are matches have in common, whoever names their sides.  Private to football/.

#include <cstddef>
#include <optional>

#include "football/draft/draft.hpp"
#include "football/table/row.hpp"

namespace acta::football {

/// Whether both can be teams of a match.  A header that is repeated, or cells that slid, are none.
bool are_teams(std::string_view home, std::string_view away);

/// Makes matches of the rows of one table.
class MatchRows {
 public:
  MatchRows(Draft& draft, const wiki::Table& table, const Place& place);

  /// A row across the table: how the match above was decided, a heading or a date for those below,
  /// or a remark.
  void across(const wiki::Row& row);

  /// Adds the match of a row, with all that its columns say beside sides and score.
  std::size_t add(const TableRow& row, const Sides& sides, const std::optional<MatchLine>& score);

  /// The match above, `no_index` for none.
  std::size_t last() const { return last_; }

 private:
  bool decision(const wiki::Row& row);
  bool heading(const wiki::Row& row);
  Place place_of_row(const TableRow& row) const;
  bool meets_again(const Match& match) const;
  void date(const TableRow& row, Match& match);

  Draft& draft_;
  Place place_;  // Rows across the table change it.
  MaybeText date_;
  std::size_t date_from_ = 0;  // The first match below the row that tells it.
  std::size_t last_ = no_index;
};

}  // namespace acta::football
