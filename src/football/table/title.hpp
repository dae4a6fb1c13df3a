#pragma once
/// What stands above the rows of a table and is about all of them.  Private to football/.

#include "football/draft/draft.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// A row that says nothing.
bool is_blank(const wiki::Row& row);

/// One cell across the table: its title.
bool is_title(const wiki::Row& row);

/// The place of rows under a title, "Jornada 1", that stand at `here` themselves.
Place place_under(Place here, const wiki::Text& title);

/// The place of a table's rows: its caption may tell more of it, and is read then.
Place place_of(Draft& draft, const wiki::Table& table, const Place& here);

}  // namespace acta::football
