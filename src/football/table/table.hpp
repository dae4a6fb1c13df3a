#pragma once
/// Tables become records: the list of the kinds of tables.  Private to football/.

#include <span>
#include <string_view>

#include "football/draft/draft.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// A kind of tables: how it is known by its columns and cells, and what its rows become.  The draft
/// tells what the article is about.
struct TableKind {
  std::string_view name;
  bool (*knows)(const Draft& draft, const wiki::Table& table, const Columns& columns);
  void (*read)(Draft& draft, const wiki::Table& table, const Columns& columns, const Place& place);
};

/// The kinds, specific ones first; the last takes any table.
std::span<const TableKind> table_kinds();

/// Whether the rows of a table are matches or ties.
bool tells_matches(const Draft& draft, const wiki::Table& table);

/// Reads a table as the first kind that knows it.
void read_table(Draft& draft, const wiki::Table& table, const Place& place);

}  // namespace acta::football
