#pragma once
/// Seasons as one SQLite file.

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "football/season.hpp"

namespace acta::format {

/// SQLite could not write; the message says why.
class SqliteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes a new SQLite file in one transaction.  Its bytes depend on the seasons, their order and
/// SQLite's version alone.
class SqliteWriter {
 public:
  /// Makes the file; there must be none.  Throws SqliteError.
  explicit SqliteWriter(const std::string& path);

  /// Without `finish` the file holds nothing.
  ~SqliteWriter();

  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  /// Adds a season.  Throws SqliteError.
  void add(const football::Season& season, std::string_view id);

  /// Makes indexes and views and closes the file, which is not yet synced.  Throws SqliteError.
  void finish();

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace acta::format
