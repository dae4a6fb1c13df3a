#pragma once
/// The tables of a rendered page, a row after the other.  Private to the rendered front end.

#include <cstdint>
#include <string_view>
#include <vector>

#include "wiki/rendered/grid.hpp"
#include "wiki/rendered/page.hpp"

namespace acta::wiki {

/// Reads the lines of tables.  A table goes on below blank lines if its header is repeated there;
/// so it stays open until something else comes.
class TableReader {
 public:
  explicit TableReader(Page& page) : page_(page) {}

  /// Whether a table waits for further rows.
  bool is_open() const { return table_.is_open(); }

  /// Whether the next line of a table is of the open one without doubt: nothing ended it.
  bool is_running() const { return table_.is_open() && !ended_; }

  /// Ends the rows of the open table: a blank line, or `|}`.
  void end_rows() {
    ended_ = true;
    run_ends_lone_ = run_rows_ == 1;
    run_rows_ = 0;
  }

  /// Whether the row being read, `| Team | City |`, is of the open table.  If not, that has to be
  /// closed before `add_row`.
  bool goes_on();

  /// Reads the row being read, of the open table or a new one.
  void add_row();

  /// Reads `! Team !! City`, or one cell a line; false when the line is text.
  bool add_header_row();

  /// Whether the line being read is the header of a table without bars, as a browser copies it: its
  /// cells and those of the lines below are parted by tabs or by two blanks and more, or are single
  /// words but for one column.  No table may be open.
  bool opens_columns();

  /// Reads the line being read as a row of that table; false when it is none.
  bool add_columns();

  /// Reads `|---|---|`; false when it stands below no row.
  bool add_rule();

  /// Opens a table by its caption, `|+ text`; false when that is empty.  No table may be open.
  bool open_with_caption();

  /// Makes the open table and closes it.
  Table close();

 private:
  /// How the cells of a line without bars are parted.
  enum class Parting : std::uint8_t { tabs, blanks, words };

  /// A table without bars.
  struct Columns {
    Parting parting = Parting::tabs;
    std::size_t width = 0;  ///< Cells; 0 for no table.
    std::size_t wide = 0;   ///< Of words: the column of several.
  };

  Columns columns_below(Parting parting) const;
  static bool cut_columns(const Columns& columns, std::string_view line,
                          std::vector<std::string_view>& cells);
  void add_cells(const std::vector<std::string_view>& cells, bool is_header);
  void read_cells(TableDraft& draft);
  bool is_numbered_anew() const;
  bool is_lone_row() const;

  Page& page_;
  TableDraft table_;
  TableDraft next_;                      // The first row below blank lines.
  std::vector<std::string_view> cells_;  // Of the line being read.
  std::string_view header_line_;         // The first row as written.
  Columns columns_;
  bool ended_ = false;
  bool is_spaced_ = false;      // The row being read goes on behind a blank line.
  bool run_ends_lone_ = false;  // The last run of rows between blank lines had one.
  std::size_t run_rows_ = 0;
  std::uint32_t single_header_line_ = 0;  // Last line of "!" that held one cell.
};

}  // namespace acta::wiki
