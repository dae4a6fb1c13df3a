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
  const bool has_team_table = table_size(index) >= 3;
  std::vector<bool> has_standing(index.section_count, false);
  for (const football::Standing& standing : index.season.standings) {
    const std::uint32_t section = index.section_of(standing.stage, standing.group);
    if (section != none && standing.rows.size() >= 3) has_standing[section] = true;
  }
  std::vector<std::string_view> idle;
  for (const auto& [id, team] : index.team_numbers) {
    if (team != none && index.first_match[team] == none && is_known(team)) idle.push_back(id);
  }
  std::vector<bool> is_reported(index.team_count, false);
  const auto sections = teams_by_section(index);
  for (std::size_t section = 0; section < sections.size(); ++section) {
    const std::vector<std::uint32_t>& teams = sections[section];
    if (!has_team_table && !has_standing[section]) {
      continue;
    }
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
      // A team of the table that plays no match may be this one by another name.
      const std::uint32_t number = index.first_match[team];
      const std::string& id = index.home[number] == team ? index.season.matches[number].home_id
                                                         : index.season.matches[number].away_id;
      if (std::any_of(idle.begin(), idle.end(),
                      [&](const std::string_view other) { return may_be_one_team(id, other); })) {
        continue;
      }
      const Match& match = index.season.matches[number];
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

void attendance_over_capacity(const Index& index, Diagnostics& diagnostics) {
  std::unordered_map<std::string, const football::Stadium*> by_name;
  for (const football::Stadium& stadium : index.season.stadiums) {
    if (!stadium.capacity) continue;
    const auto [place, is_new] = by_name.try_emplace(text::fold(stadium.name), &stadium);
    // Of several of one name the largest can be meant.
    if (!is_new && *place->second->capacity < *stadium.capacity) place->second = &stadium;
  }
  for (const Match& match : index.season.matches) {
    if (!match.attendance || !match.stadium) continue;
    const auto found = by_name.find(text::fold(*match.stadium));
    if (found == by_name.end()) continue;
    const football::Stadium& stadium = *found->second;
    // A crowd may be a little larger than what a ground holds, which is rebuilt, too.
    if (std::int64_t{2} * *match.attendance <= std::int64_t{3} * *stadium.capacity) continue;
    report(diagnostics, Code::attendance_over_capacity, at(match),
           concat({std::to_string(*match.attendance), " attended ", describe(match), ", ",
                   stadium.name, " holds ", std::to_string(*stadium.capacity)}),
           {{"record", match.id},
            {"expected", std::to_string(*stadium.capacity)},
            {"found", std::to_string(*match.attendance)},
            {"other_line", std::int64_t{stadium.line}}});
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
               about(standing, {{"team", row.team},
                                {"expected", std::to_string(*before.position + 1)},
                                {"found", std::to_string(*row.position)},
                                {"other_line", std::int64_t{before.line}}}));
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

void points_order(const Index& index, Diagnostics& diagnostics) {
  for (const football::Standing& standing : index.season.standings) {
    const auto& rows = standing.rows;
    constexpr std::size_t fewest = 4;
    const bool is_comparable =
        rows.size() >= fewest &&
        std::all_of(rows.begin(), rows.end(), [&rows](const football::StandingRow& row) {
          return row.points && row.played == rows.front().played && !row.adjustment && !row.note;
        });
    if (!is_comparable) continue;
    std::size_t wrong = 0;
    std::size_t place = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (*rows[i].points <= *rows[i - 1].points) continue;
      ++wrong;
      place = i;
    }
    // A league that splits in halves ranks each by itself, and some tables go by another rule.
    if (wrong != 1 || 2 * place == rows.size() || 2 * place == rows.size() + 1) continue;
    const football::StandingRow& row = rows[place];
    const football::StandingRow& before = rows[place - 1];
    // Of a table in parts the rows below the break may all have more points than the one above it.
    const bool is_one_row =
        (place + 1 == rows.size() || *rows[place + 1].points <= *before.points) &&
        (place < 2 || *row.points <= *rows[place - 2].points);
    if (!is_one_row) continue;
    report(diagnostics, Code::points_order, at(standing, row.line),
           concat({row.team, " has ", std::to_string(*row.points), " points below ", before.team,
                   " with ", std::to_string(*before.points)}),
           about(standing, {{"team", row.team},
                            {"found", std::to_string(*row.points)},
                            {"other_line", std::int64_t{before.line}}}));
  }
}

void team_twice_in_table(const Index& index, Diagnostics& diagnostics) {
  for (const football::Standing& standing : index.season.standings) {
    std::unordered_map<std::uint32_t, const football::StandingRow*> seen;
    for (const football::StandingRow& row : standing.rows) {
      const std::uint32_t team = index.team(row.team_id);
      if (team == none) continue;
      const auto [place, is_new] = seen.try_emplace(team, &row);
      if (is_new) continue;
      report(
          diagnostics, Code::team_twice_in_table, at(standing, row.line),
          concat({row.team, " stands twice in the table, first at line ",
                  std::to_string(place->second->line)}),
          about(standing, {{"team", row.team}, {"other_line", std::int64_t{place->second->line}}}));
    }
  }
}

void top_scorer_short(const Index& index, Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::int32_t> listed;
  for (const football::Player& player : index.season.players) {
    if (player.team_id && player.goals) {
      listed[concat({*player.team_id, ":", player.id})] = *player.goals;
    }
  }

  struct Short {
    const football::TopScorer* row;
    std::int32_t goals;
  };

  std::vector<Short> found;
  std::size_t compared = 0;
  for (const football::TopScorer& row : index.season.top_scorers) {
    if (!row.goals || !row.team_id) continue;
    const auto player = listed.find(concat({*row.team_id, ":", row.player_id}));
    if (player == listed.end()) continue;
    ++compared;
    if (*row.goals < player->second) found.push_back({&row, player->second});
  }
  // Where several have fewer, the table counts something else: a stage, or a part of the season.
  if (found.empty() || 3 * found.size() > compared) return;
  for (const Short& it : found) {
    report(diagnostics, Code::top_scorer_short, at(*it.row),
           concat({it.row->player, " has ", std::to_string(*it.row->goals),
                   " goals here, the matches list ", std::to_string(it.goals)}),
           {{"player", it.row->player},
            {"team", it.row->team.value_or("")},
            {"expected", std::to_string(it.goals)},
            {"found", std::to_string(*it.row->goals)}});
  }
}

void top_scorer_order(const Index& index, Diagnostics& diagnostics) {
  const auto& rows = index.season.top_scorers;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const football::TopScorer& before = rows[i - 1];
    const football::TopScorer& row = rows[i];
    // Where the ranks do not go on, another table begins.
    const bool is_next =
        before.rank && row.rank && *row.rank > *before.rank && row.page == before.page;
    if (!is_next || !before.goals || !row.goals || *row.goals <= *before.goals) continue;
    report(diagnostics, Code::top_scorer_order, at(row),
           concat({row.player, " has ", std::to_string(*row.goals), " goals below ", before.player,
                   " with ", std::to_string(*before.goals)}),
           {{"player", row.player},
            {"found", std::to_string(*row.goals)},
            {"other_line", std::int64_t{before.line}}});
  }
}

}  // namespace acta::check
