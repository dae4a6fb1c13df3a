#pragma once
/// Tables of a rendered page: rows become a grid, and the rowspans that the rendering lost come
/// back where that is proved.  Private to the front ends.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"

namespace acta::wiki {

/// A table while its rows are read.  Reused from table to table: `finish` leaves it empty.
///
///     draft.begin_row(line, offset);
///     reader.read(cell, draft.texts());  // Any number of Texts.
///     draft.end_cell(false);
class TableDraft {
 public:
  /// Whether it holds a row or a caption.
  bool is_open() const { return !rows_.empty() || !caption_.empty(); }

  bool has_rows() const { return !rows_.empty(); }

  void set_caption(const Text& caption) { caption_ = caption; }

  void begin_row(std::uint32_t line, std::uint32_t offset);

  /// Where the Texts of the next cell are appended.
  std::vector<Text>& texts() { return texts_; }

  void end_cell(bool is_header);

  /// Takes back every second cell of the last row: the empty ones between the bars of "||".
  void undouble_bars();

  /// A rule (`|---|---|`) below the last row: the row is the header if it is the first or second.
  void rule();

  /// Whether the rows of `other`, one row read so far, go on below this table: the row repeats the
  /// header.
  bool is_header_repeated_in(const TableDraft& other) const;

  /// Whether the first row of `other` has as many cells as the first here.
  bool has_width_of(const TableDraft& other) const;

  /// Text of the first cell of the first row below the header; empty when there is none.
  std::string_view first_value() const;

  void clear();

  /// Makes the table and clears the draft.  The header rows become records in `lines`, which holds
  /// one class a line of `source`; doubtful rows are reported.
  Table finish(const text::Source& source, Arena& arena, std::vector<LineClass>& lines,
               finding::Diagnostics& diagnostics);

 private:
  struct DraftCell {
    std::uint32_t first_text = 0;
    std::uint16_t text_count = 0;
    bool is_header = false;
  };

  struct DraftRow {
    std::uint32_t first_cell = 0;
    std::uint32_t cell_count = 0;
    std::uint32_t line = 0;
    std::uint32_t offset = 0;
  };

  /// A row below the header as the proof of a lost rowspan sees it.
  enum class Shape : std::uint8_t {
    full,     ///< Every cell is filled.
    shifted,  ///< The last cells are empty or absent, those before are filled.
    other
  };

  /// What is known of the rows below the header.
  struct Shapes {
    std::vector<Shape> rows;
    std::size_t shifted_rows = 0;
    std::size_t empty_cells = 0;    ///< At the end of each shifted row, once that is judged.
    std::size_t first_shifted = 0;  ///< Index of the first shifted row, once that is judged.
  };

  /// What the full rows of a column hold.
  enum class ColumnKind : std::uint8_t { numbers, words, scores, times, dates, mixed };

  /// Where the cells that a row lacks belong, as the kinds of its columns tell.
  struct Placement {
    enum class Found : std::uint8_t { as_written, repaired, unknown };
    Found found = Found::as_written;
    std::size_t column = 0;        ///< First column that is repeated, when repaired.
    std::size_t filled = 0;        ///< Cells that the row has.
    std::vector<std::size_t> own;  ///< The column of each of them, when repaired.
  };

  enum class Verdict : std::uint8_t { as_written, shifted, doubtful };

  bool is_last_row_header() const;
  std::size_t header_index() const;
  std::span<const DraftCell> cells_of(const DraftRow& row) const;
  std::string_view value(const DraftRow& row, std::size_t column) const;
  void trim_long_rows(std::size_t width);
  Shapes shapes(std::size_t width) const;
  std::vector<ColumnKind> column_kinds(const Shapes& shapes, std::size_t width) const;
  static bool is_remark(std::string_view header);
  static ColumnKind kind_of(std::string_view value);
  std::vector<std::size_t> only_columns(const DraftRow& row, const std::vector<ColumnKind>& kinds,
                                        std::size_t filled) const;
  static bool fits(ColumnKind kind, std::string_view value);
  Placement place(const DraftRow& row, const std::vector<ColumnKind>& kinds,
                  std::size_t width) const;
  void take_title_rows(std::vector<LineClass>& lines);
  void take_upper_header(std::vector<LineClass>& lines);
  std::size_t filled_cells(const DraftRow& row) const;
  bool is_all_words(const DraftRow& row) const;
  static bool is_lone_cell(const DraftRow& row, std::size_t width);
  Verdict judge(Shapes& shapes, std::size_t width) const;
  bool are_groups_proved(const Shapes& shapes) const;
  bool are_group_names_distinct(const Shapes& shapes) const;
  void report(std::size_t index, const Shapes& shapes, Verdict verdict, const Placement& placement,
              const DraftRow& full, const text::Source& source,
              finding::Diagnostics& diagnostics) const;

  Text caption_;
  std::vector<Text> titles_;  ///< Of rows above the one that became the caption.
  std::vector<DraftRow> rows_;
  std::vector<DraftCell> cells_;
  std::vector<Text> texts_;
  std::size_t header_rows_ = 0;  ///< Rows of header cells at the top, the last row aside.
  std::size_t ruled_rows_ = 0;   ///< Rows above the first rule.
  std::vector<Cell> made_cells_;
  std::vector<Row> made_rows_;
  std::vector<std::size_t> made_widths_;
};

}  // namespace acta::wiki
