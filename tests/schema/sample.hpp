#pragma once
/// Two seasons that between them hold every record, every key and every null; the files that tests
/// compare with.

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "football/season.hpp"

namespace acta::tests {

/// A season with a record of every type and a value for every optional field.
inline football::Season full_season() {
  using namespace football;
  Season season;
  season.article = {"2024 Copa Perú",
                    Form::wikitext,
                    "en",
                    "peru/2024 Copa Perú.wiki",
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    4'800'000'000,
                    1'234'567,
                    "2024-12-30T18:05:09Z"};
  season.competition = {"copa-peru", "Copa Perú", "Peru"};
  season.season = {"2024", 2024, 2024, "2024-02-10", "2024-12", "2023", "2025"};
  season.infobox = {"Infobox football league season",
                    {{"title", "Copa Perú", 2}, {"matches", "", 3}, {"winners", "ADT\n(1st)", 4}}};
  season.honours = {{HonourKind::winner, "ADT", "adt", "National Stage", "2025 Liga 2", 1, 5,
                     "2024 Copa Perú finals"}};
  season.teams = {{"adt", "ADT", "Asociación Deportiva Tarma", "Tarma", "Junín", "Tarma, Junín",
                   "Unión Tarma", "union-tarma-tarma", 12, "2024 Copa Perú teams"}};
  season.stadiums = {{"union-tarma-tarma", "Unión Tarma", "Estadio Unión Tarma", "Tarma", 9'000, 12,
                      "2024 Copa Perú teams"}};
  season.rounds = {{"national-stage-a-final", "National Stage", "A", "Final", RoundKind::final, 2,
                    1, 2, RoundStatus::partial, 20, "2024 Copa Perú finals"}};

  Match match;
  match.id = "national-stage-a-final-leg-1:adt:fc-san-marcos";
  match.stage = "National Stage";
  match.group = "A";
  match.round = "Final";
  match.leg = 1;
  match.date = "2024-12-15";
  match.time = "20:00";
  match.utc_offset = "-05:00";
  match.home = "ADT";
  match.home_id = "adt";
  match.away = "FC San Marcos";
  match.away_id = "fc-san-marcos";
  match.score = {Pair{1, 1}, Pair{0, 1}, Pair{2, 2}, Pair{4, 3}};
  match.status = MatchStatus::played;
  match.stadium = "Unión Tarma";
  match.city = "Tarma";
  match.attendance = 8'512;
  match.referee = "Edwin Ordóñez";
  match.goals = {{Side::home, "Víctor Peña", "victor-pena", 90, 2, true, false, 22},
                 {Side::away, "Héctor \"Pato\" Ñ.", "hector-pato-n", 12, 0, false, true, 23}};
  match.goals_missing = Pair{1, 1};
  match.shootout = {{Side::away, "Luis Ríos", "luis-rios", true, 24}};
  match.cards = {{Side::home, "Víctor Peña", "victor-pena", CardKind::second_yellow, 90, 3, 23}};
  match.missed_penalties = {{Side::away, "Luis Ríos", "luis-rios", 45, 1, 23}};
  match.lineups = {{Side::away, true, 10, "MF", "Luis Ríos", "luis-rios", true, 46, 80, 24}};
  match.home_coach = "Raúl Roca";
  match.away_coach = "Hugo Vela";
  match.line = 21;
  match.end_line = 24;
  match.page = "2024 Copa Perú finals";
  season.matches = {match};

  season.ties = {{"national-stage-a-final:adt:fc-san-marcos",
                  "National Stage",
                  "Final",
                  "ADT",
                  "adt",
                  "FC San Marcos",
                  "fc-san-marcos",
                  {match.id, "national-stage-a-final-leg-2:fc-san-marcos:adt"},
                  Pair{2, 2},
                  "ADT",
                  "adt",
                  Decider::penalties,
                  Basis::stated,
                  21,
                  "2024 Copa Perú finals"}};
  season.standings = {{"National Stage",
                       "A",
                       {{1, "ADT", "adt", 6, 4, 1, 1, 9, 3, 6, 12, -1, "Qualified", 30},
                        {2, "FC San Marcos", "fc-san-marcos", 6, 1, 1, 4, 3, 9, -6, 4, 0,
                         "[a] One match lost", 31}},
                       "2024 Copa Perú tables"}};
  season.top_scorers = {{"Apertura", 1, "Víctor Peña", "victor-pena", "ADT", "adt", 11, 40,
                         "2024 Copa Perú scorers"}};
  season.team_changes = {{ChangeDirection::promoted_to,
                          "2025 Liga 2",
                          {{"ADT", "adt"}, {"FC San Marcos", "fc-san-marcos"}},
                          "ADT, FC San Marcos",
                          44,
                          "2024 Copa Perú teams"}};
  season.tie_breakers = {
      {1, Criterion::points, "Points", 50, {}, "2024 Copa Perú rules"},
      {2,
       Criterion::head_to_head,
       "Matches between the teams",
       51,
       {{1, Criterion::goal_difference, "Goal difference", 52, {}, "2024 Copa Perú rules"}},
       "2024 Copa Perú rules"}};
  season.squads = {{"ADT", "adt", 9, "DEL", "Víctor Peña", "victor-pena",
                    "Víctor Peña (footballer)", "1999-02-03", "Peru", 45, 12, "Aldea", "captain",
                    55, "2024 Copa Perú squads"}};
  season.players = {{"victor-pena",
                     "Víctor Peña",
                     "Víctor Peña (footballer)",
                     "adt",
                     1,
                     {"Víctor Peña", "Victor Peña"},
                     "2024 Copa Perú finals"}};
  season.other_tables = {{TableTopic::broadcasters,
                          "Broadcasters",
                          "Where it was shown",
                          {"Channel", ""},
                          {{"TV Perú", "all"}, {"", "finals"}},
                          60,
                          "2024 Copa Perú media"}};
  season.see_also = {{"2024 Liga 1", 70, "2024 Copa Perú footer"}};
  season.claims = {{ClaimKind::team_count, 50, "50 teams take part", 8, "2024 Copa Perú lead"}};
  season.coverage = {70, 20, 40, 8, 1, 1};
  season.diagnostics = {{finding::Code::unread_line,
                         finding::Severity::error,
                         {9, 1},
                         "the line was not understood",
                         {}},
                        {finding::Code::scorer_count_short,
                         finding::Severity::warning,
                         {21, 5},
                         "ADT scored 2, 1 scorer listed",
                         {{"count", std::int64_t{1}},
                          {"record", match.id},
                          {"team", "ADT"},
                          {"player", "Víctor Peña"},
                          {"expected", "2"},
                          {"found", "1"},
                          {"basis", "score"},
                          {"other_line", std::int64_t{22}},
                          {"page", "2024 Copa Perú finals"}}}};
  return season;
}

/// A season with a record of every type and no optional value.
inline football::Season bare_season() {
  using namespace football;
  Season season;
  season.article.sha256 = std::string(64, '0');
  season.infobox.fields = {{"title", "", 1}};
  season.honours = {{HonourKind::winner, "A", "a", {}, {}, {}, 1, {}}};
  season.teams = {{"a", "A", {}, {}, {}, {}, {}, {}, 1, {}}};
  season.stadiums = {{"s", "S", {}, {}, {}, 1, {}}};
  season.rounds = {{"r", {}, {}, "R", RoundKind::other, 1, 0, {}, RoundStatus::empty, 1, {}}};
  Match match;
  match.id = "r:a:b";
  match.home = "A";
  match.home_id = "a";
  match.away = "B";
  match.away_id = "b";
  match.goals = {{Side::home, {}, {}, {}, {}, false, false, 1}};
  match.shootout = {{Side::home, {}, {}, false, 1}};
  match.cards = {{Side::home, {}, {}, CardKind::yellow, {}, {}, 1}};
  match.missed_penalties = {{Side::home, {}, {}, {}, {}, 1}};
  match.lineups = {{Side::home, false, {}, {}, "P", "p", false, {}, {}, 1}};
  match.line = match.end_line = 1;
  season.matches = {match};
  season.ties = {{"r:a:b", {}, "R", "A", "a", "B", "b", {}, {}, {}, {}, {}, {}, 1, {}}};
  season.standings = {{{}, {}, {{{}, "A", "a", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 1}}, {}},
                      {}};
  season.top_scorers = {{{}, {}, "P", "p", {}, {}, {}, 1, {}}};
  season.team_changes = {{ChangeDirection::other, {}, {}, "", 1, {}}};
  season.tie_breakers = {{1, Criterion::other, "T", 1, {}, {}}};
  season.squads = {{{}, {}, {}, {}, "P", "p", {}, {}, {}, {}, {}, {}, {}, 1, {}}};
  season.players = {{"p", "P", {}, {}, {}, {}, {}}};
  season.other_tables = {{{}, {}, {}, {}, {}, 1, {}}, {{}, {}, {}, {}, {{}, {""}}, 1, {}}};
  season.see_also = {{"T", 1, {}}};
  season.claims = {{ClaimKind::match_count, 0, "none", 1, {}}};
  season.diagnostics = {{finding::Code::empty_document, finding::Severity::info, {}, "m", {}}};
  return season;
}

/// The bytes of a file of the repository.
inline std::string repository_file(const std::string& path) {
  std::ifstream file(std::string(ACTA_SOURCE_FOLDER "/") + path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(file, "cannot open " << path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Checks that a published file is what the program makes now.  With `--update-goldens` on the
/// command line the file is written instead, and the answer is false: nothing was compared.
inline bool check_published(const std::string& path, std::string_view made) {
  const auto& suite = boost::unit_test::framework::master_test_suite();
  const auto* const end = suite.argv + suite.argc;
  if (std::find(suite.argv, suite.argv + suite.argc, std::string_view("--update-goldens")) != end) {
    std::ofstream file(std::string(ACTA_SOURCE_FOLDER "/") + path, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(file << made << std::flush, "cannot write " << path);
    return false;
  }
  std::istringstream published(repository_file(path));
  std::istringstream now{std::string(made)};
  std::string old_line;
  std::string new_line;
  for (std::size_t line = 1;; ++line) {
    const bool more_old = static_cast<bool>(std::getline(published, old_line));
    const bool more_new = static_cast<bool>(std::getline(now, new_line));
    if (!more_old && !more_new) break;
    BOOST_REQUIRE_MESSAGE(more_old == more_new && old_line == new_line,
                          path << ":" << line << " reads\n  " << old_line << "\nbut it is\n  "
                               << new_line << "\nnow; the target update-goldens writes the file");
  }
  BOOST_TEST(repository_file(path).size() == made.size());
  return true;
}

}  // namespace acta::tests
