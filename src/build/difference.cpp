#include "build/difference.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace acta::build {
namespace {

/// Records by key; several may share one.
template <class Record>
using ByKey = std::multimap<std::string, Record>;

template <class Record>
Difference compare(std::string_view kind, const ByKey<Record>& before, const ByKey<Record>& after) {
  Difference out{kind};
  auto left = before.begin();
  auto right = after.begin();
  while (left != before.end() || right != after.end()) {
    if (right == after.end() || (left != before.end() && left->first < right->first)) {
      ++out.removed;
      ++left;
    } else if (left == before.end() || right->first < left->first) {
      ++out.added;
      ++right;
    } else {
      if (!(left->second == right->second)) ++out.changed;
      ++left;
      ++right;
    }
  }
  return out;
}

ByKey<football::Match> matches_of(const football::Season& season) {
  ByKey<football::Match> out;
  for (football::Match match : season.matches) {
    match.line = match.end_line = 0;
    match.goals.clear();
    match.goals_missing.reset();
    match.shootout.clear();
    std::string key = match.id;
    out.emplace(std::move(key), std::move(match));
  }
  return out;
}

ByKey<football::Goal> goals_of(const football::Season& season) {
  ByKey<football::Goal> out;
  for (const football::Match& match : season.matches) {
    unsigned number = 0;
    for (football::Goal goal : match.goals) {
      goal.line = 0;
      // In the order of the article: a minute that is corrected is a change of its goal.
      std::string key = match.id + " " + std::to_string(1000 + number++);
      out.emplace(std::move(key), std::move(goal));
    }
  }
  return out;
}

template <class Record>
ByKey<Record> by_id(const std::vector<Record>& records) {
  ByKey<Record> out;
  for (Record record : records) {
    if constexpr (requires { record.line; }) record.line = 0;
    std::string key = record.id;
    if constexpr (requires { record.spellings; }) key += " " + record.team_id.value_or("");
    out.emplace(std::move(key), std::move(record));
  }
  return out;
}

ByKey<football::StandingRow> standings_of(const football::Season& season) {
  ByKey<football::StandingRow> out;
  for (const football::Standing& standing : season.standings) {
    for (football::StandingRow row : standing.rows) {
      row.line = 0;
      std::string key =
          standing.stage.value_or("") + "\n" + standing.group.value_or("") + "\n" + row.team_id;
      out.emplace(std::move(key), std::move(row));
    }
  }
  return out;
}

}  // namespace

Counts count(const football::Season& season) {
  Counts counts;
  counts.matches = season.matches.size();
  for (const football::Match& match : season.matches) counts.goals += match.goals.size();
  counts.teams = season.teams.size();
  counts.players = season.players.size();
  counts.ties = season.ties.size();
  counts.standings = season.standings.size();
  return counts;
}

std::vector<Difference> difference(const football::Season& before, const football::Season& after) {
  std::vector<Difference> out = {
      compare("matches", matches_of(before), matches_of(after)),
      compare("goals", goals_of(before), goals_of(after)),
      compare("teams", by_id(before.teams), by_id(after.teams)),
      compare("players", by_id(before.players), by_id(after.players)),
      compare("ties", by_id(before.ties), by_id(after.ties)),
      compare("standings rows", standings_of(before), standings_of(after)),
  };
  std::erase_if(out, [](const Difference& it) { return it.added + it.removed + it.changed == 0; });
  return out;
}

}  // namespace acta::build
