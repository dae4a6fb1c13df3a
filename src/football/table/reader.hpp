#pragma once
/// A table of known columns, row by row.  Private to football/.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "football/draft/draft.hpp"
#include "football/phrase/name.hpp"
#include "football/table/columns.hpp"

namespace acta::football {

/// Whether a cell is left open: empty, a dash, "?".
bool is_open(std::string_view text);

/// Whether a side is not known yet: "Winner of match 3", "2. Winner A", "TBD", "Ganador llave 1".
bool is_placeholder(std::string_view name);

/// The score in a cell of a grid; nothing when the match is to come (left open, a day, "a") or the
/// cell was not understood, which is reported.
std::optional<MatchLine> grid_score(Draft& draft, const wiki::Text& cell);

/// A team's name and its status letters in a standings table: "Melgar (R) (X)".
struct Marked {
  std::string_view name;
  std::string marks;
};

/// Splits status letters off a name.
Marked split_marks(std::string_view name);

/// A cell's lines as one: "2–2<br>(4–3 p)".
wiki::Text joined(Draft& draft, const wiki::Lines& lines);

/// The score in a cell or field at `where`.  A bracket of words at its end that is no note of a
/// match is reported, and so is a text that is no score.
std::optional<MatchLine> read_score(Draft& draft, const wiki::Text& where, std::string_view text);

/// Cuts "(a)" and what follows off an aggregate: away goals decided.  Whether it was there.
bool cut_away_goals(std::string_view& aggregate);

/// Keeps a table that no rule reads as a grid of texts.
void keep_table(Draft& draft, const wiki::Table& table, const Place& place);

/// Makes the records of a table's rows.
class TableReader {
 public:
  TableReader(Draft& draft, const wiki::Table& table, const Place& place, Columns columns)
      : draft_(draft), table_(table), place_(place), columns_(std::move(columns)) {
    if (place_.date) date_ = draft_.iso_date(*place_.date, {table_.line, 1});
  }

  void read();

 private:
  wiki::Text cell(const wiki::Row& row, Column column) const {
    const std::size_t index = columns_.index(column);
    if (index >= row.cells.size()) return {};
    wiki::Text text = row.cells[index].first();
    text.text = without_marks(text.text);
    return text;
  }

  MaybeText text_of(const wiki::Row& row, Column column) const {
    const wiki::Text text = cell(row, column);
    if (is_open(text.text)) return std::nullopt;
    return std::string(text.text);
  }

  MaybeText article_of(const wiki::Text& text) const {
    const std::string_view target = Draft::link(text, text.text);
    if (target.empty()) return std::nullopt;
    return std::string(target);
  }

  std::size_t lines_in(const wiki::Row& row, Column column) const;
  MaybeInt number(const wiki::Row& row, Column column, std::string_view what);
  bool numbers_stand(const wiki::Row& row);

  void claim(const wiki::Row& row, Label rule, RecordRef record = {}) {
    draft_.readings.claim(row.line, std::max(row.line, row.end_line), wiki::LineClass::record, rule,
                          record);
  }

  void refuse(const wiki::Row& row, std::string_view expected);

  void team(const wiki::Row& row);
  MaybeText stadium(const wiki::Row& row, const MaybeText& where, const MaybeText& city);
  wiki::Text words_for_numbers(const wiki::Row& row) const;
  void standing(const wiki::Row& row, Standing& standing);
  void top_scorer(const wiki::Row& row);
  void changes(const wiki::Row& row);
  void match(const wiki::Row& row);
  void remark(const wiki::Row& row);
  bool tells_of_matches(const wiki::Row& row);
  wiki::Text side(const wiki::Row& row, Column column) const;
  std::optional<MatchLine> score(const wiki::Row& row);
  bool details(const wiki::Row& row);
  bool both_sides(const wiki::Row& row, wiki::Text& home, wiki::Text& away);
  bool of_club(const wiki::Row& row, wiki::Text& home, wiki::Text& away,
               std::optional<MatchLine>& parsed, Side& side);
  void club_scorers(const wiki::Row& row, std::size_t match, Side side);
  void two_legs(const wiki::Row& row);
  void results_grid();

  Draft& draft_;
  const wiki::Table& table_;
  Place place_;  // Rows across the table change it.
  Columns columns_;
  MaybeText date_;                     // Of such a row.
  std::size_t last_match_ = no_index;  // The row above.
  MaybeInt last_position_;
};

}  // namespace acta::football
