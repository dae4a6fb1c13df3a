/// Transclusion is bounded in size, depth and number, and what it shows names its page.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "format/format.hpp"

namespace {

acta::Result converted(const std::string& page, const acta::Pages& pages) {
  return acta::convert(
      page, {.file = "page.wiki", .form = acta::football::Form::wikitext, .pages = pages});
}

bool says(const acta::Result& result, acta::finding::Code code) {
  return std::any_of(result.season.diagnostics.begin(), result.season.diagnostics.end(),
                     [&](const auto& finding) { return finding.code == code; });
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

BOOST_AUTO_TEST_SUITE(transclude)

BOOST_AUTO_TEST_CASE(pages_that_multiply_end) {
  // Each page shows the next one ten times: ten to the power of the depth.
  const acta::Pages pages = [](std::string_view title) -> std::optional<std::string> {
    const int number = std::stoi(std::string(title.substr(1)));
    return repeated("{{:P" + std::to_string(number + 1) + "}}\n", 10);
  };
  const acta::Result result = converted("{{:P1}}", pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.season.coverage.lines == 1U);
}

BOOST_AUTO_TEST_CASE(parameters_that_multiply_end) {
  const acta::Pages pages = [](std::string_view title) -> std::optional<std::string> {
    const int number = std::stoi(std::string(title.substr(1)));
    return "{{:P" + std::to_string(number + 1) + "|{{{1}}}{{{1}}}{{{1}}}}}";
  };
  const acta::Result result = converted("{{:P1|" + repeated("word ", 1000) + "}}", pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
}

BOOST_AUTO_TEST_CASE(large_pages_shown_often_end) {
  const std::string large = repeated("* A line of a large page.\n", 20000);
  const acta::Pages pages = [&](std::string_view) { return std::optional(large); };
  const acta::Result result = converted(repeated("{{:Large}}\n", 2000), pages);
  BOOST_TEST(says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.season.coverage.lines == 2000U);
}

BOOST_AUTO_TEST_CASE(sections_are_found_once_a_page) {
  std::string page;
  for (int i = 0; i < 3000; ++i) {
    const std::string name = "s" + std::to_string(i);
    page.append("<section begin=").append(name).append(" />x");
    page.append("<section end=").append(name).append(" />\n");
  }
  const acta::Pages pages = [&](std::string_view) { return std::optional(page); };
  std::string calls;
  for (int i = 0; i < 3000; ++i) calls += "{{#lst:Other|s" + std::to_string(i) + "}}\n";
  const acta::Result result = converted(calls, pages);
  BOOST_TEST(!says(result, acta::finding::Code::transclusion_unresolved));
  BOOST_TEST(result.transcluded.size() == 1U);
}

/// A page that feeds every array of a season.
constexpr std::string_view everything = R"wiki({{Infobox football league season
|competition=Liga Prueba
|season=2030
|winners=[[Aldea]]
|relegated=[[Duna]]
|league topscorer=Ana Paz (9 goals)
}}
The 2030 season was played by all. There are 4 teams in the league.
==Teams==
{| class="wikitable"
! Team !! City !! Stadium !! Capacity
|-
| [[Aldea]] || Puerto || Estadio Faro || 1200
|-
| [[Bruma]] || Litoral || Estadio Mar || 3400
|}
===Team changes===
{| class="wikitable"
! Promoted from 2029 Segunda !! Relegated to 2030 Segunda
|-
| [[Cala]] || [[Noria]]
|}
==Standings==
Tie-breakers:
#Points
#Goal difference
{| class="wikitable"
! Pos !! Team !! Pld !! W !! D !! L !! GF !! GA !! GD !! Pts
|-
| 1 || [[Aldea]] || 1 || 1 || 0 || 0 || 2 || 1 || +1 || 3
|-
| 2 || [[Bruma]] || 1 || 0 || 0 || 1 || 1 || 2 || −1 || 0
|}
==Play-offs==
===Semi-finals===
{{football box
|date=2030-05-01
|team1=[[Aldea]]|score=1–1|team2=[[Bruma]]
|goals1=*Pino {{goal|5}}
|goals2=*Roble {{goal|9}}
|penaltyscore=2–1
|penalties1=Pino {{pengoal}}<br>Sol {{pengoal}}
|penalties2=Roble {{pengoal}}<br>Mar {{penmiss}}
}}
==Top scorers==
{| class="wikitable"
! Rank !! Player !! Club !! Goals
|-
| 1 || Ana Paz || [[Aldea]] || 9
|}
==Crowds==
{| class="wikitable"
! Month !! Crowd
|-
| May || 100
|}
==See also==
*[[2030 Copa Faro]]
)wiki";

/// The part of a season's JSON that holds its records, and all lines stated in it.
struct Records {
  std::string json;
  std::string lines;
};

Records records_of(const acta::Result& result) {
  Records records;
  acta::format::write_json(result.season, acta::format::Layout::pretty, records.json);
  records.json.resize(records.json.find("\n  \"coverage\""));
  for (std::size_t at = 0; at < records.json.size();) {
    const std::size_t end = std::min(records.json.find('\n', at), records.json.size());
    const std::string_view line = std::string_view(records.json).substr(at, end - at);
    const std::size_t stated = line.find("line\": ");
    if (stated != std::string_view::npos) {
      const std::string_view number = line.substr(stated);
      records.lines.append(number.substr(0, number.find_first_of(",}"))) += '\n';
    }
    at = end + 1;
  }
  return records;
}

std::size_t count_of(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos;
       at = text.find(piece, at + piece.size()))
    ++count;
  return count;
}

BOOST_AUTO_TEST_CASE(every_kind_of_record_names_the_page_it_is_of) {
  const acta::Pages pages = [](std::string_view) { return std::optional(std::string(everything)); };
  const acta::Result own = converted(std::string(everything), nullptr);
  const acta::Result shown = converted("{{:Everything}}\n", pages);
  const acta::football::Season& season = shown.season;
  BOOST_TEST(!season.infobox.fields.empty());
  BOOST_TEST(!season.honours.empty());
  BOOST_TEST(!season.teams.empty());
  BOOST_TEST(!season.stadiums.empty());
  BOOST_TEST(!season.rounds.empty());
  BOOST_TEST(!season.matches.empty());
  BOOST_TEST(!season.ties.empty());
  BOOST_TEST(!season.standings.empty());
  BOOST_TEST(!season.top_scorers.empty());
  BOOST_TEST(!season.team_changes.empty());
  BOOST_TEST(!season.tie_breakers.empty());
  BOOST_TEST(!season.players.empty());
  BOOST_TEST(!season.other_tables.empty());
  BOOST_TEST(!season.see_also.empty());
  BOOST_TEST(!season.claims.empty());
  const Records records = records_of(shown);
  BOOST_TEST(records.lines == records_of(own).lines);
  // A player stands on no line, and so on no page.
  BOOST_TEST(count_of(records.json, "\"page\": null") == season.players.size());
  BOOST_TEST(season.coverage.lines == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
