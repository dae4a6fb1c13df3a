#include "format/sqlite.hpp"

#include <vector>

#include <sqlite3.h>

#include "format/rows.hpp"

namespace acta::format {
namespace {

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& it : names) out += (out.empty() ? "" : ", ") + quoted(it);
  return out;
}

std::string sql_column(const Column& column) {
  std::string line = "  " + quoted(column.name);
  line += column.type == ColumnType::text ? " TEXT" : " INTEGER";
  if (column.required) line += " NOT NULL";
  if (column.type == ColumnType::boolean) line += " CHECK (" + quoted(column.name) + " IN (0, 1))";
  return line + ",";
}

std::string sql_table(const Table& table) {
  std::string sql = "-- " + table.meaning + "\nCREATE TABLE " + quoted(table.name) + " (\n";
  for (const Column& it : table.columns) sql += sql_column(it) + "  -- " + it.meaning + "\n";
  sql += "  PRIMARY KEY (" + joined(table.primary_key) + ")";
  for (const ForeignKey& it : table.foreign_keys) {
    sql += ",\n  FOREIGN KEY (" + joined(it.columns) + ") REFERENCES " + quoted(it.table) + " (" +
           joined(it.other_columns) + ")";
  }
  return sql + "\n);\n";
}

constexpr std::string_view indexes_and_views = R"(
CREATE INDEX "matches_by_home" ON "matches" ("home_id");
CREATE INDEX "matches_by_away" ON "matches" ("away_id");
CREATE INDEX "matches_by_date" ON "matches" ("date");
CREATE INDEX "goals_by_player" ON "goals" ("player_id");
CREATE INDEX "players_by_id" ON "players" ("id");
CREATE INDEX "teams_by_id" ON "teams" ("id");
CREATE INDEX "standings_by_team" ON "standings" ("team_id");
CREATE INDEX "honours_by_team" ON "honours" ("team_id");
CREATE INDEX "diagnostics_by_code" ON "diagnostics" ("code");

-- Every match with its competition and the goals it ended with, extra time included.
CREATE VIEW "results" AS
SELECT m.article_id, a.competition_name AS competition, a.season_label AS season,
       m.date, m.stage, m."group", m.round, m.leg, m.home,
       coalesce(m.extra_time_home, m.full_time_home) AS home_goals,
       coalesce(m.extra_time_away, m.full_time_away) AS away_goals,
       m.away, m.penalties_home, m.penalties_away, m.status, m.stadium, m.city, m.attendance,
       m.home_id, m.away_id, m.id AS match_id, a.title, a.file, m.page, m.line
FROM matches AS m JOIN articles AS a ON a.id = m.article_id
ORDER BY m.article_id, m.number;

-- Every row of a league table with its competition.
CREATE VIEW "league_tables" AS
SELECT s.article_id, a.competition_name AS competition, a.season_label AS season,
       s.stage, s."group", s.position, s.team, s.played, s.won, s.drawn, s.lost, s.goals_for,
       s.goals_against, s.goal_difference, s.points, s.note, s.team_id, a.title, a.file, s.page,
       s.line
FROM standings AS s JOIN articles AS a ON a.id = s.article_id
ORDER BY s.article_id, s.standing, s.number;

-- Names of teams, players, stadiums and competitions, found without case and accents:
-- SELECT * FROM names WHERE names MATCH 'munoz';
CREATE VIRTUAL TABLE "names" USING fts5(
  name, kind UNINDEXED, id UNINDEXED, article_id UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2'
);
)";

constexpr const char* fill_names = R"(
INSERT INTO names (name, kind, id, article_id)
SELECT name, kind, id, article_id FROM (
  SELECT competition_name AS name, 'competition' AS kind, competition_id AS id, id AS article_id,
         1 AS place, 1 AS number
  FROM articles WHERE competition_name IS NOT NULL
  UNION ALL SELECT name, 'team', id, article_id, 2, number FROM teams
  UNION ALL SELECT name, 'stadium', id, article_id, 3, number FROM stadiums
  UNION ALL SELECT name, 'player', id, article_id, 4, number FROM players)
ORDER BY article_id, place, number;
INSERT INTO names (names) VALUES ('optimize');
)";

}  // namespace

std::string sql_tables() {
  std::string sql;
  for (const Table& it : tables()) sql += (sql.empty() ? "" : "\n") + sql_table(it);
  return sql;
}

std::string sql_rest() { return std::string(indexes_and_views); }

std::string generate_sql() {
  return "-- The tables of acta.sqlite, made from the description of the records.\n\n" +
         sql_tables() + sql_rest();
}

/// The open file and a statement a table.
struct SqliteWriter::Database {
  sqlite3* handle = nullptr;
  std::vector<sqlite3_stmt*> inserts;

  ~Database() {
    for (sqlite3_stmt* it : inserts) sqlite3_finalize(it);
    sqlite3_close(handle);
  }

  [[noreturn]] void fail() const { throw SqliteError(sqlite3_errmsg(handle)); }

  void run(const std::string& sql) const {
    if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  void prepare() {
    for (const Table& table : tables()) {
      std::string sql = "INSERT INTO " + quoted(table.name) + " VALUES (?";
      for (std::size_t i = 1; i < table.columns.size(); ++i) sql += ", ?";
      sql += ")";
      sqlite3_stmt* statement = nullptr;
      if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
      inserts.push_back(statement);
    }
  }

  void insert(std::size_t table, std::span<const Cell> cells) const {
    sqlite3_stmt* const statement = inserts[table];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const int place = static_cast<int>(i) + 1;
      if (const auto* text = std::get_if<std::string_view>(&cells[i])) {
        sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC,
                            SQLITE_UTF8);
      } else if (const auto* number = std::get_if<std::int64_t>(&cells[i])) {
        sqlite3_bind_int64(statement, place, *number);
      } else if (const auto* truth = std::get_if<bool>(&cells[i])) {
        sqlite3_bind_int(statement, place, *truth ? 1 : 0);
      } else {
        sqlite3_bind_null(statement, place);
      }
    }
    if (sqlite3_step(statement) != SQLITE_DONE) fail();
    sqlite3_reset(statement);
  }
};

SqliteWriter::SqliteWriter(const std::string& path) : database_(std::make_unique<Database>()) {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path.c_str(), &database_->handle, flags, nullptr) != SQLITE_OK)
    database_->fail();
  // The file is new and is synced and renamed by who asked for it: a journal would protect nothing.
  database_->run(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;");
  database_->run("PRAGMA application_id = 1633907809; BEGIN;" + sql_tables());
  database_->prepare();
}

SqliteWriter::~SqliteWriter() = default;

void SqliteWriter::add(const football::Season& season, std::string_view id) {
  for_each_row(season, id, [this](std::size_t table, std::span<const Cell> cells) {
    database_->insert(table, cells);
  });
}

void SqliteWriter::finish() {
  database_->run(sql_rest() + fill_names + "COMMIT;");
  for (sqlite3_stmt*& it : database_->inserts) {
    sqlite3_finalize(it);
    it = nullptr;
  }
  if (sqlite3_close(database_->handle) != SQLITE_OK) database_->fail();
  database_->handle = nullptr;
}

}  // namespace acta::format
