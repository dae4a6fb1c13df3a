/// Rows of tables: the same in NDJSON, CSV and SQLite.

#include "format/rows.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "schema/sample.hpp"
#include "support.hpp"

namespace {

using acta::format::Cell;
using acta::format::tables;

BOOST_AUTO_TEST_SUITE(rows)

BOOST_AUTO_TEST_CASE(the_published_tables_are_made_from_the_fields) {
  acta::tests::check_published("schemas/season.sql", acta::format::generate_sql());
}

BOOST_AUTO_TEST_CASE(every_row_has_a_cell_a_column_and_no_required_one_is_null) {
  std::set<std::size_t> seen;
  for (const acta::tests::CorpusArticle& it : acta::tests::corpus()) {
    const acta::Result result = acta::convert(it.bytes(), {.file = it.article.filename().string()});
    acta::format::for_each_row(
        result.season, it.slug, [&](std::size_t table, std::span<const Cell> cells) {
          seen.insert(table);
          BOOST_REQUIRE(table < tables().size());
          const acta::format::Table& own = tables()[table];
          BOOST_REQUIRE(cells.size() == own.columns.size());
          for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool null = std::holds_alternative<std::monostate>(cells[i]);
            BOOST_TEST(!(null && own.columns[i].required), own.name << "." << own.columns[i].name);
          }
        });
  }
  BOOST_TEST(seen.size() > 15U);
}

BOOST_AUTO_TEST_CASE(primary_keys_are_unique_and_foreign_keys_lead_somewhere) {
  using Key = std::vector<std::string>;
  std::map<std::string, std::set<Key>> rows;
  std::vector<std::pair<std::string, Key>> asked;
  for (const acta::tests::CorpusArticle& it : acta::tests::corpus()) {
    const acta::Result result = acta::convert(it.bytes(), {.file = it.article.filename().string()});
    acta::format::for_each_row(
        result.season, it.slug, [&](std::size_t index, std::span<const Cell> cells) {
          const acta::format::Table& table = tables()[index];
          const auto key_of = [&](const std::vector<std::string>& columns) {
            Key key;
            for (const std::string& name : columns) {
              for (std::size_t i = 0; i < cells.size(); ++i) {
                if (table.columns[i].name != name) continue;
                if (const auto* text = std::get_if<std::string_view>(&cells[i]))
                  key.emplace_back(*text);
                if (const auto* number = std::get_if<std::int64_t>(&cells[i]))
                  key.push_back(std::to_string(*number));
              }
            }
            return key;
          };
          BOOST_TEST(rows[table.name].insert(key_of(table.primary_key)).second, table.name);
          for (const acta::format::ForeignKey& foreign : table.foreign_keys) {
            Key key = key_of(foreign.columns);
            if (key.size() == foreign.columns.size()) asked.emplace_back(foreign.table, key);
          }
        });
  }
  for (const auto& [table, key] : asked) {
    BOOST_TEST(rows[table].contains(key), table << " has no " << key.back());
  }
}

BOOST_AUTO_TEST_CASE(text_is_escaped_as_each_format_wants_it) {
  const acta::format::Table table{
      "t",
      "",
      {{"a", {}, true, ""}, {"b", {}, true, ""}, {"c", {}, true, ""}, {"d", {}, true, ""}},
      {},
      {}};
  const std::vector<Cell> cells = {std::string_view("x,\"y\"\nz\x01"), Cell(), std::int64_t{-3},
                                   true};
  std::string ndjson;
  acta::format::append_ndjson(table, cells, ndjson);
  BOOST_TEST(ndjson == "{\"a\":\"x,\\\"y\\\"\\nz\\u0001\",\"b\":null,\"c\":-3,\"d\":true}\n");
  std::string csv;
  acta::format::append_csv_header(table, csv);
  acta::format::append_csv(cells, csv);
  BOOST_TEST(csv == "a,b,c,d\r\n\"x,\"\"y\"\"\nz\x01\",,-3,true\r\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
