/// One wrong value at a time in the records of the corpus: what the check of JSON finds.

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "format/rapidjson.hpp"
#include "support.hpp"

namespace {

using acta::finding::Diagnostic;

/// Lines differ where the text does: a finding is known by what it says.
std::multiset<std::string> findings(std::string_view json) {
  std::multiset<std::string> result;
  for (const acta::Result& it : acta::check_json(json)) {
    for (const Diagnostic& finding : it.season.diagnostics) {
      result.insert(std::string(acta::finding::entry(finding.code).name) + finding.message);
    }
  }
  return result;
}

std::string text_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  BOOST_REQUIRE(value.Accept(writer));
  return {buffer.GetString(), buffer.GetSize()};
}

/// Calls `visit(path, value)` for every value that is no object, arrays being "[]" in the path.
void walk(rapidjson::Value& value, const std::string& path,
          const std::function<void(const std::string&, rapidjson::Value&)>& visit) {
  if (value.IsObject()) {
    for (auto& member : value.GetObject()) {
      walk(member.value, path + (path.empty() ? "" : ".") + member.name.GetString(), visit);
    }
    return;
  }
  if (value.IsArray()) {
    for (auto& element : value.GetArray()) walk(element, path + "[]", visit);
  }
  visit(path, value);
}

struct Tally {
  std::size_t planted = 0;
  std::size_t found = 0;
};

/// Plants `change` in values of the goldens that have one of `paths`, at most `most` a path and
/// golden, and counts what is found.
std::map<std::string, Tally> plant(
    const std::set<std::string>& paths, std::size_t most,
    const std::function<bool(rapidjson::Value&, rapidjson::Document&)>& change) {
  std::map<std::string, Tally> tallies;
  for (const acta::tests::CorpusArticle& article : acta::tests::corpus()) {
    if (article.slug == "damaged-article") continue;
    rapidjson::Document season;
    season.Parse(acta::tests::read_file(article.golden).c_str());
    BOOST_REQUIRE(!season.HasParseError());
    const std::multiset<std::string> sound = findings(text_of(season));
    std::map<std::string, std::size_t> seen;
    walk(season, "", [&](const std::string& path, rapidjson::Value& value) {
      if (!paths.contains(path) || value.IsNull() || seen[path] >= most) return;
      rapidjson::Document kept;
      kept.CopyFrom(value, kept.GetAllocator());
      if (!change(value, season)) return;
      ++seen[path];
      Tally& tally = tallies[path];
      ++tally.planted;
      const std::multiset<std::string> broken = findings(text_of(season));
      bool is_found = false;
      for (const std::string& it : broken) is_found |= broken.count(it) > sound.count(it);
      tally.found += is_found ? 1 : 0;
      value.CopyFrom(kept, season.GetAllocator());
    });
  }
  return tallies;
}

void expect_found(const std::map<std::string, Tally>& tallies, std::size_t paths) {
  BOOST_TEST(tallies.size() == paths);
  for (const auto& [path, tally] : tallies) {
    BOOST_TEST_MESSAGE(path << ": " << tally.found << " of " << tally.planted);
    BOOST_TEST(100 * tally.found >= 95 * tally.planted,
               path << ": " << tally.found << " of " << tally.planted << " found");
  }
}

BOOST_AUTO_TEST_SUITE(planted_json)

constexpr std::size_t most = 12;

BOOST_AUTO_TEST_CASE(sound_records_hold_together) {
  for (const acta::tests::CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      for (const acta::Result& it : acta::check_json(acta::tests::read_file(article.golden))) {
        for (const Diagnostic& finding : it.season.diagnostics) {
          if (finding.code != acta::finding::Code::record_inconsistent) continue;
          BOOST_ERROR(acta::finding::to_text("season.json", finding));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_number_is_found) {
  const std::set<std::string> paths = {
      "coverage.lines",
      "coverage.record",
      "matches[].leg",
      "matches[].goals_missing[]",
      "players[].goals",
      "rounds[].matches",
      "standings[].rows[].drawn",
      "standings[].rows[].goal_difference",
      "standings[].rows[].goals_against",
      "standings[].rows[].goals_for",
      "standings[].rows[].lost",
      "standings[].rows[].played",
      "standings[].rows[].points",
      "standings[].rows[].won",
      "ties[].aggregate[]",
  };
  const auto tallies = plant(paths, most, [](rapidjson::Value& value, rapidjson::Document&) {
    value.SetInt(value.GetInt() + 1);
    return true;
  });
  expect_found(tallies, paths.size());
}

BOOST_AUTO_TEST_CASE(a_wrong_text_is_found) {
  const std::set<std::string> paths = {
      "competition.id",
      "matches[].home",
      "matches[].away",
      "matches[].home_id",
      "matches[].away_id",
      "matches[].id",
      "matches[].round",
      "matches[].goals[].player_id",
      "players[].id",
      "players[].name",
      "rounds[].id",
      "rounds[].round",
      "standings[].rows[].team_id",
      "teams[].id",
      "ties[].home_id",
      "ties[].away_id",
      "ties[].id",
      "ties[].legs[]",
      "ties[].winner_id",
      "top_scorers[].player_id",
  };
  const auto tallies = plant(paths, most, [](rapidjson::Value& value, rapidjson::Document& season) {
    std::string text = value.GetString();
    text.insert(text.size() / 2, "q");
    value.SetString(text.c_str(), season.GetAllocator());
    return true;
  });
  expect_found(tallies, paths.size());
}

BOOST_AUTO_TEST_CASE(a_wrong_score_is_found_where_scorers_or_a_table_tell) {
  std::set<std::string> paths;
  std::map<std::string, Tally> tallies;
  for (const char* const stage : {"full_time", "extra_time"}) {
    const std::string path = std::string("matches[].score.") + stage + "[]";
    tallies.merge(plant({path}, most, [](rapidjson::Value& value, rapidjson::Document&) {
      value.SetInt(value.GetInt() + 1);
      return true;
    }));
  }
  expect_found(tallies, 2);
}

BOOST_AUTO_TEST_CASE(a_date_that_no_calendar_has_is_found) {
  const std::set<std::string> paths = {"matches[].date", "season.start_date", "season.end_date"};
  const auto tallies = plant(paths, most, [](rapidjson::Value& value, rapidjson::Document& season) {
    std::string date = value.GetString();
    if (date.size() < 10) return false;
    date.replace(8, 2, "32");
    value.SetString(date.c_str(), season.GetAllocator());
    return true;
  });
  expect_found(tallies, paths.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
