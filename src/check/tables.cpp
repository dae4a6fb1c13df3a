/// Rules on the tables of teams, stadiums and top scorers.

#include <algorithm>
#include <tuple>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;

/// How many names a finding lists.
constexpr std::size_t names_shown = 10;

/// The numbers of the teams that play in each section.
std::vector<std::vector<std::uint32_t>> teams_by_section(const Index& index) {
  std::vector<std::vector<std::uint32_t>> teams(index.section_count);
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    for (const std::uint32_t side : {index.home[i], index.away[i]}) {
      if (side != none) {
        teams[index.section[i]].push_back(side);
      }
    }
  }
  for (auto& section : teams) {
    std::sort(section.begin(), section.end());
    section.erase(std::unique(section.begin(), section.end()), section.end());
  }
  return teams;
}

std::size_t table_size(const Index& index) {
  return static_cast<std::size_t>(
      std::count(index.in_team_table.begin(), index.in_team_table.end(), true));
}

/// Every number of teams that the records support.
std::vector<std::size_t> team_counts(const Index& index) {
  std::vector<std::size_t> counts = {table_size(index), index.team_count};
  std::size_t rows = 0;
  const football::Standing* before = nullptr;
  for (const football::Standing& standing : index.season.standings) {
    rows = before != nullptr && before->stage == standing.stage ? rows : 0;
    rows += standing.rows.size();
    counts.push_back(standing.rows.size());
    counts.push_back(rows);
    before = &standing;
  }
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> stages;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const football::MaybeText& stage = index.season.matches[i].stage;
    auto& teams = stages[stage ? std::string_view(*stage) : ""];
    teams.push_back(index.home[i]);
    teams.push_back(index.away[i]);
  }
  for (auto& [stage, teams] : stages) {
    std::sort(teams.begin(), teams.end());
    teams.erase(std::unique(teams.begin(), teams.end()), teams.end());
    counts.push_back(teams.size());
  }
  for (const auto& teams : teams_by_section(index)) {
    counts.push_back(teams.size());
  }
  return counts;
}

}  // namespace

void team_not_in_table(const Index& index, Diagnostics& diagnostics) {
  const auto is_known = [&index](std::uint32_t team) {
    return index.in_team_table[team] || index.in_standings[team];
  };
  if (table_size(index) < 3) {
    return;
  }
  std::vector<bool> is_reported(index.team_count, false);
  for (const auto& teams : teams_by_section(index)) {
    const auto known =
        static_cast<std::size_t>(std::count_if(teams.begin(), teams.end(), is_known));
    // Where teams of another competition take part, the table is not meant to hold them.
    if (4 * known < 3 * teams.size()) {
      continue;
    }
    for (const std::uint32_t team : teams) {
      if (is_known(team) || is_reported[team]) {
        continue;
      }
      is_reported[team] = true;
      const Match& match = index.season.matches[index.first_match[team]];
      const bool is_home = index.home[index.first_match[team]] == team;
      const std::string& name = is_home ? match.home : match.away;
      report(diagnostics, Code::team_not_in_table, at(match),
             concat({name, " plays ", describe(match), " and is not in the table of teams"}),
             {{"record", match.id}, {"team", name}});
    }
  }
}

void team_without_match(const Index& index, Diagnostics& diagnostics) {
  if (index.season.matches.empty()) {
    return;
  }
  const football::Team* first = nullptr;
  std::vector<std::string_view> names;
  for (const football::Team& team : index.season.teams) {
    const std::uint32_t number = index.team(team.id);
    if (number != none && index.first_match[number] == none) {
      first = first == nullptr ? &team : first;
      names.push_back(team.name);
    }
  }
  if (first != nullptr) {
    report(diagnostics, Code::team_without_match, at(*first),
           concat({std::to_string(names.size()), " of ",
                   counted(index.season.teams.size(), "team", "teams"),
                   names.size() == 1 ? " plays" : " play",
                   " no listed match: ", list_of(names, names_shown)}),
           {{"count", static_cast<std::int64_t>(names.size())}});
  }
}

void team_count_mismatch(const Index& index, Diagnostics& diagnostics) {
  std::size_t listed = table_size(index);
  if (listed == 0) {
    for (const football::Standing& standing : index.season.standings) {
      listed = std::max(listed, standing.rows.size());
    }
  }
  if (index.season.claims.empty() || listed < 2) {
    return;
  }
  const std::vector<std::size_t> counts = team_counts(index);
  for (const football::Claim& claim : index.season.claims) {
    const auto stated = static_cast<std::size_t>(std::max(claim.value, 0));
    // A number far off speaks of something else: the groups' sizes, all the entrants.
    if (claim.kind == football::ClaimKind::team_count && 2 * stated >= listed &&
        stated <= 2 * listed && std::find(counts.begin(), counts.end(), stated) == counts.end()) {
      report(diagnostics, Code::team_count_mismatch, at(claim),
             concat({"The text states ", counted(stated, "team", "teams"), ", the table lists ",
                     std::to_string(listed)}),
             {{"expected", std::to_string(stated)}, {"found", std::to_string(listed)}});
    }
  }
}

void capacity_inconsistent(const Index& index, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const football::Stadium*> first_by_id;
  for (const football::Stadium& stadium : index.season.stadiums) {
    if (!stadium.capacity) {
      continue;
    }
    const auto [place, is_new] = first_by_id.try_emplace(stadium.id, &stadium);
    const football::Stadium& first = *place->second;
    if (!is_new && first.capacity != stadium.capacity) {
      report(diagnostics, Code::capacity_inconsistent, at(stadium),
             concat({stadium.name, " holds ", std::to_string(*stadium.capacity), " here and ",
                     std::to_string(*first.capacity), " at ", diagnostics.name_line(at(first))}),
             {{"record", stadium.id},
              {"expected", std::to_string(*first.capacity)},
              {"found", std::to_string(*stadium.capacity)},
              {"other_line", std::int64_t{first.line}}});
    }
  }
}

void stadium_city_inconsistent(const Index& index, Diagnostics& diagnostics) {
  // Many stadiums share a name: only one article, or where nothing is linked one name, and one
  // capacity that is no round number make two rows one stadium.
  std::unordered_map<std::string_view, const football::Stadium*> first_by_article;
  std::unordered_map<std::string_view, const football::Stadium*> first_by_name;
  for (const football::Stadium& stadium : index.season.stadiums) {
    if (!stadium.city || !stadium.capacity || (!stadium.article && *stadium.capacity % 100 == 0)) {
      continue;
    }
    const auto [place, is_new] = stadium.article
                                     ? first_by_article.try_emplace(*stadium.article, &stadium)
                                     : first_by_name.try_emplace(stadium.name, &stadium);
    const football::Stadium& first = *place->second;
    if (is_new || first.capacity != stadium.capacity || first.city == stadium.city) {
      continue;
    }
    const std::string here = text::fold(*stadium.city);
    const std::string there = text::fold(*first.city);
    if (here.find(there) == std::string::npos && there.find(here) == std::string::npos) {
      report(diagnostics, Code::stadium_city_inconsistent, at(stadium),
             concat({stadium.name, " is in ", *stadium.city, " here and in ", *first.city, " at ",
                     diagnostics.name_line(at(first))}),
             {{"record", stadium.id},
              {"expected", *first.city},
              {"found", *stadium.city},
              {"other_line", std::int64_t{first.line}}});
    }
  }
}

void rank_order(const Index& index, Diagnostics& diagnostics) {
  for (const football::Standing& standing : index.season.standings) {
    std::int32_t sharers = 1;
    for (std::size_t i = 1; i < standing.rows.size(); ++i) {
      const football::StandingRow& before = standing.rows[i - 1];
      const football::StandingRow& row = standing.rows[i];
      if (!before.position || !row.position) {
        sharers = 1;
        continue;
      }
      const bool is_shared = *row.position == *before.position && row.points == before.points;
      // Two thirds are followed by a fourth, or by a fifth.
      const bool runs_on =
          *row.position == *before.position + 1 || *row.position == *before.position + sharers;
      if (!is_shared && !runs_on) {
        report(diagnostics, Code::rank_order, at(standing, row.line),
               concat({row.team, " has position ", std::to_string(*row.position), " below ",
                       before.team, " with position ", std::to_string(*before.position)}),
               {{"team", row.team},
                {"expected", std::to_string(*before.position + 1)},
                {"found", std::to_string(*row.position)},
                {"other_line", std::int64_t{before.line}}});
      }
      sharers = is_shared ? sharers + 1 : 1;
    }
  }
}

void rank_tie(const Index& index, Diagnostics& diagnostics) {
  const auto& rows = index.season.top_scorers;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const football::TopScorer& first = rows[i - 1];
    const football::TopScorer& second = rows[i];
    const bool is_shared = first.rank && first.rank == second.rank && first.page == second.page;
    // Of three and more the first two stand for all.
    const bool is_told = i >= 2 && rows[i - 2].rank == first.rank;
    if (is_shared && !is_told) {
      std::size_t sharers = 2;
      while (i + sharers - 1 < rows.size() && rows[i + sharers - 1].rank == first.rank) {
        ++sharers;
      }
      report(diagnostics, Code::rank_tie, at(second),
             concat({"Rank ", std::to_string(*first.rank), " is shared by ", first.player,
                     sharers == 2 ? " and " : ", ", second.player,
                     sharers == 2 ? "" : " and " + std::to_string(sharers - 2) + " more"}),
             {{"player", second.player},
              {"other_line", std::int64_t{first.line}},
              {"count", static_cast<std::int64_t>(sharers)}});
    }
  }
}

}  // namespace acta::check
