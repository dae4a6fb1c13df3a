#include "format/align.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace acta::format {
namespace {

using football::Match;
using football::Round;
using football::Season;

using Renames = std::unordered_map<std::string, std::string>;

/// How often one thing before may be another one after.
class Votes {
 public:
  void add(const std::string& before, const std::string& after) {
    ++pairs_[{before, after}];
    ++of_before_[before];
    ++of_after_[after];
  }

  /// The pairs of which nearly all votes of either side are for the other.
  Renames decided() const {
    Renames renames;
    for (const auto& [pair, count] : pairs_) {
      const bool is_mutual =
          4 * count > 3 * of_before_.at(pair.first) && 4 * count > 3 * of_after_.at(pair.second);
      if (is_mutual) renames.emplace(pair.first, pair.second);
    }
    return renames;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::size_t> pairs_;
  std::map<std::string, std::size_t> of_before_;
  std::map<std::string, std::size_t> of_after_;
};

/// The ids of `records` that `others` has not.
template <class Record>
std::unordered_set<std::string> ids_of_one(const std::vector<Record>& records,
                                           const std::vector<Record>& others) {
  std::unordered_set<std::string> ids;
  for (const Record& record : records) ids.insert(record.id);
  for (const Record& record : others) ids.erase(record.id);
  return ids;
}

/// What a match is found by where its id is another: day and sides.
std::string key_of(const Match& match) {
  return match.date.value_or("") + ":" + match.home_id + ":" + match.away_id;
}

std::string key_of(const Match& match, football::Side side) {
  const bool is_home = side == football::Side::home;
  return match.date.value_or("") + (is_home ? ":away:" : ":home:") +
         (is_home ? match.away_id : match.home_id);
}

/// The parts of an id behind its round, with teams renamed: ":aldea:bruma", "-leg-1:aldea:bruma:2".
std::string renamed_tail(std::string_view tail, const Renames& teams) {
  std::string result;
  while (!tail.empty()) {
    const std::size_t end = std::min(tail.find(':', 1), tail.size());
    const std::string part(tail.substr(0, end));
    const auto found = part.starts_with(':') ? teams.find(part.substr(1)) : teams.end();
    result += found == teams.end() ? part : ":" + found->second;
    tail.remove_prefix(end);
  }
  return result;
}

/// An id of a match or tie with its round and teams renamed.
std::string renamed_id(const std::string& id, const Renames& rounds, const Renames& teams) {
  std::size_t end = std::min(id.find(':'), id.size());
  const std::size_t leg = id.find("-leg-");
  if (leg < end) end = leg;
  std::string head = id.substr(0, end);
  if (const auto found = rounds.find(head); found != rounds.end()) head = found->second;
  return head + renamed_tail(std::string_view(id).substr(end), teams);
}

/// Brings one season into the words of another.
class Alignment {
 public:
  Alignment(Season before, const Season& after) : before_(std::move(before)), after_(after) {}

  Aligned run() {
    rename_teams();
    pair_matches();
    reword_rounds();
    pair_ties();
    return {std::move(before_), std::move(reworded_)};
  }

 private:
  /// A team that is gone and one that is new are one, where the matches of both, each by its day
  /// and the other side, say so.
  void rename_teams() {
    const auto gone = ids_of_one(before_.teams, after_.teams);
    const auto fresh = ids_of_one(after_.teams, before_.teams);
    if (gone.empty() || fresh.empty()) return;
    std::unordered_map<std::string, std::vector<const Match*>> by_opponent;
    for (const Match& match : after_.matches) {
      if (fresh.contains(match.home_id)) {
        by_opponent[key_of(match, football::Side::home)].push_back(&match);
      }
      if (fresh.contains(match.away_id)) {
        by_opponent[key_of(match, football::Side::away)].push_back(&match);
      }
    }
    Votes votes;
    for (const Match& match : before_.matches) {
      for (const football::Side side : {football::Side::home, football::Side::away}) {
        const bool is_home = side == football::Side::home;
        const std::string& id = is_home ? match.home_id : match.away_id;
        if (!gone.contains(id)) continue;
        const auto found = by_opponent.find(key_of(match, side));
        if (found == by_opponent.end() || found->second.size() != 1) continue;
        const Match& other = *found->second.front();
        votes.add(id, is_home ? other.home_id : other.away_id);
      }
    }
    teams_ = votes.decided();
    // One gone and one new that play no match alike, or none at all.
    if (teams_.empty() && gone.size() == 1 && fresh.size() == 1 && before_.matches.empty()) {
      teams_.emplace(*gone.begin(), *fresh.begin());
    }
    if (!teams_.empty()) put_names();
  }

  /// Writes the new ids and names of teams wherever another record names them.
  void put_names() {
    std::unordered_map<std::string_view, const std::string*> names;
    for (const football::Team& team : after_.teams) names.emplace(team.id, &team.name);
    const auto rename = [&](std::string& id, std::string* name) {
      const auto found = teams_.find(id);
      if (found == teams_.end()) return;
      id = found->second;
      const auto known = names.find(id);
      if (name != nullptr && known != names.end()) *name = *known->second;
    };
    for (football::Team& team : before_.teams) rename(team.id, nullptr);
    for (Match& match : before_.matches) {
      rename(match.home_id, &match.home);
      rename(match.away_id, &match.away);
      match.id = renamed_id(match.id, {}, teams_);
    }
    for (football::Tie& tie : before_.ties) {
      rename(tie.home_id, &tie.home);
      rename(tie.away_id, &tie.away);
      if (tie.winner_id) rename(*tie.winner_id, tie.winner ? &*tie.winner : nullptr);
      tie.id = renamed_id(tie.id, {}, teams_);
      for (std::string& leg : tie.legs) leg = renamed_id(leg, {}, teams_);
    }
    for (football::Standing& table : before_.standings) {
      for (football::StandingRow& row : table.rows) rename(row.team_id, &row.team);
    }
    for (football::Honour& honour : before_.honours) rename(honour.team_id, &honour.team);
    for (football::TopScorer& row : before_.top_scorers) {
      if (row.team_id) rename(*row.team_id, row.team ? &*row.team : nullptr);
    }
  }

  /// Matches with another id, by day and sides.
  void pair_matches() {
    const auto gone = ids_of_one(before_.matches, after_.matches);
    const auto fresh = ids_of_one(after_.matches, before_.matches);
    if (gone.empty() || fresh.empty()) return;
    std::unordered_map<std::string, std::vector<const Match*>> by_key;
    for (const Match& match : after_.matches) {
      if (fresh.contains(match.id)) by_key[key_of(match)].push_back(&match);
    }
    std::unordered_map<std::string, std::size_t> before_keys;
    for (const Match& match : before_.matches) {
      if (gone.contains(match.id)) ++before_keys[key_of(match)];
    }
    for (Match& match : before_.matches) {
      if (!gone.contains(match.id)) continue;
      const auto found = by_key.find(key_of(match));
      if (found == by_key.end() || found->second.size() != 1 || before_keys[found->first] != 1) {
        continue;
      }
      match_ids_.emplace(match.id, found->second.front()->id);
      partners_.emplace_back(&match, found->second.front());
    }
    for (auto& [match, partner] : partners_) match->id = partner->id;
  }

  static std::string place_of(const Match& match) {
    return match.stage.value_or("") + '\n' + match.group.value_or("") + '\n' +
           match.round.value_or("");
  }

  static std::string place_of(const Round& round) {
    return round.stage.value_or("") + '\n' + round.group.value_or("") + '\n' + round.round;
  }

  /// Headings are one where the matches below them are.
  void reword_rounds() {
    Votes votes;
    for (const auto& [match, partner] : partners_) {
      if (place_of(*match) != place_of(*partner)) votes.add(place_of(*match), place_of(*partner));
    }
    const Renames places = votes.decided();
    if (places.empty()) return;
    std::unordered_map<std::string, const Round*> before_rounds;
    std::unordered_map<std::string, const Round*> after_rounds;
    for (const Round& round : before_.rounds) before_rounds.emplace(place_of(round), &round);
    for (const Round& round : after_.rounds) after_rounds.emplace(place_of(round), &round);
    Renames rounds;
    Renames headings;
    std::map<std::string, std::string> tables;
    std::unordered_set<std::string> told;
    for (const Round& round : std::vector<Round>(before_.rounds)) {
      const auto place = places.find(place_of(round));
      if (place == places.end() || after_rounds.contains(place->first)) continue;
      const auto other = after_rounds.find(place->second);
      if (other == after_rounds.end() || before_rounds.contains(place->second)) continue;
      rounds.emplace(round.id, other->second->id);
      headings.insert(*place);
      const std::string section = round.stage.value_or("") + '\n' + round.group.value_or("");
      const std::string new_section =
          other->second->stage.value_or("") + '\n' + other->second->group.value_or("");
      if (section != new_section) tables.emplace(section, new_section);
      // Of a stage that is called otherwise its first round stands for all.
      const bool is_told = round.round == other->second->round && !told.insert(section).second;
      if (!is_told) reworded_.push_back({round, *other->second});
    }
    put_headings(headings, rounds, after_rounds, tables);
  }

  void put_headings(const Renames& places, const Renames& rounds,
                    const std::unordered_map<std::string, const Round*>& after_rounds,
                    const std::map<std::string, std::string>& tables) {
    const auto reword = [&](auto& record) {
      const auto place = places.find(place_of(record));
      if (place == places.end()) return;
      const auto other = after_rounds.find(place->second);
      if (other == after_rounds.end()) return;
      record.stage = other->second->stage;
      record.group = other->second->group;
      record.round = other->second->round;
    };
    for (Match& match : before_.matches) reword(match);
    std::unordered_map<std::string, const Round*> by_id;
    for (const auto& [place, round] : after_rounds) by_id.emplace(round->id, round);
    for (football::Tie& tie : before_.ties) {
      const std::string id = renamed_id(tie.id, rounds, {});
      if (id == tie.id) continue;
      const auto round = by_id.find(id.substr(0, id.find(':')));
      if (round != by_id.end()) {
        tie.stage = round->second->stage;
        tie.round = round->second->round;
      }
      tie.id = id;
    }
    for (Round& round : before_.rounds) {
      if (!rounds.contains(round.id)) continue;
      reword(round);
      round.id = rounds.at(round.id);
    }
    for (football::Standing& table : before_.standings) {
      const auto found = tables.find(table.stage.value_or("") + '\n' + table.group.value_or(""));
      if (found == tables.end()) continue;
      for (const football::Standing& other : after_.standings) {
        if (other.stage.value_or("") + '\n' + other.group.value_or("") != found->second) continue;
        table.stage = other.stage;
        table.group = other.group;
      }
    }
  }

  /// Ties with another id, by their matches, which have the ids of the season after.
  void pair_ties() {
    for (football::Tie& tie : before_.ties) {
      for (std::string& leg : tie.legs) {
        if (const auto found = match_ids_.find(leg); found != match_ids_.end()) leg = found->second;
      }
    }
    const auto gone = ids_of_one(before_.ties, after_.ties);
    const auto fresh = ids_of_one(after_.ties, before_.ties);
    if (gone.empty() || fresh.empty()) return;
    std::map<std::vector<std::string>, const std::string*> by_legs;
    for (const football::Tie& tie : after_.ties) {
      if (fresh.contains(tie.id) && !tie.legs.empty()) by_legs.emplace(tie.legs, &tie.id);
    }
    for (football::Tie& tie : before_.ties) {
      const auto found = gone.contains(tie.id) ? by_legs.find(tie.legs) : by_legs.end();
      if (found != by_legs.end()) tie.id = *found->second;
    }
  }

  Season before_;
  const Season& after_;
  Renames teams_;
  Renames match_ids_;
  std::vector<std::pair<Match*, const Match*>> partners_;  ///< Matches whose id was another.
  std::vector<Reworded> reworded_;
};

}  // namespace

Aligned align(Season before, const Season& after) {
  return Alignment(std::move(before), after).run();
}

}  // namespace acta::format
