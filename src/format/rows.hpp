#pragma once
/// Seasons as rows of tables: what NDJSON, CSV and SQLite hold.
///
/// A table is made from the description of its record (format/fields.hpp): a pair of goals becomes
/// two columns, an array a table of its own.  Every row names its article; `articles` has the file,
/// page and revision that the others were read from, `line` and `page` where in them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "football/season.hpp"

namespace acta::format {

enum class ColumnType : std::uint8_t { text, integer, boolean };

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  bool required = false;          ///< Never null.
  std::string meaning;            ///< One sentence.
  std::string_view pattern = {};  ///< Regular expression of a text; empty for any.
};

/// Columns that name a row of another table.
struct ForeignKey {
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> other_columns;
};

struct Table {
  std::string name;
  std::string meaning;
  std::vector<Column> columns;
  std::vector<std::string> primary_key;
  std::vector<ForeignKey> foreign_keys;
};

/// Every table, those that others refer to first.
const std::vector<Table>& tables();

/// One value: null, a number, a truth, or a text, which lives as long as the season.
using Cell = std::variant<std::monostate, std::int64_t, bool, std::string_view>;

/// Receives a row: the index of its table in `tables()`, and a cell a column.
using ReceiveRow = std::function<void(std::size_t table, std::span<const Cell> cells)>;

/// Gives every row of a season, the tables' in article order.  `id` is the article's slug.
void for_each_row(const football::Season& season, std::string_view id, const ReceiveRow& receive);

/// Appends a row as one JSON object and a newline.
void append_ndjson(const Table& table, std::span<const Cell> cells, std::string& out);

/// Appends a row as RFC 4180 has it, ended by CR LF.  Null is empty, as is an empty text.
void append_csv(std::span<const Cell> cells, std::string& out, bool guard = false);

/// Appends the names of a table's columns as the first row.
void append_csv_header(const Table& table, std::string& out);

/// The descriptor of the CSV files, "TABLE.csv" each: a Frictionless tabular data package.
std::string datapackage();

/// The tables, indexes and views of the SQLite file, as published in schemas/season.sql.
std::string generate_sql();

/// Its two parts: what is there before the rows, and what is made when they are in.
std::string sql_tables();
std::string sql_rest();

}  // namespace acta::format
