#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "check/rules.hpp"
#include "words/words.hpp"

namespace acta::check {
namespace {

using football::MaybeText;
using football::RoundKind;

/// Whether an id is that of a name that stands for a team not yet known, or for no team.
bool is_placeholder(std::string_view id) {
  using words::Kind;
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', ' ');
  return words::exact(Kind::undecided, Kind::no_opponent, name) ||
         words::exact(Kind::undecided, Kind::no_opponent, id);
}

/// A heading chain as a key; null and the empty text differ.
std::string key_of(std::initializer_list<const MaybeText*> parts) {
  std::string key;
  for (const MaybeText* part : parts) {
    key += *part ? '+' : '-';
    if (*part) {
      key += **part;
    }
    key += '\x1f';
  }
  return key;
}

auto order_of(const Entrant& entrant) {
  return std::tuple(entrant.bracket, entrant.depth, entrant.team);
}

}  // namespace

std::uint32_t depth_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::round_of_128:
      return 1;
    case RoundKind::round_of_64:
      return 2;
    case RoundKind::round_of_32:
      return 3;
    case RoundKind::round_of_16:
      return 4;
    case RoundKind::quarter_final:
      return 5;
    case RoundKind::semi_final:
      return 6;
    case RoundKind::final:
      return 7;
    default:
      return 0;
  }
}

Index::Index(const football::Season& indexed, const Aliases* known)
    : season(indexed), aliases(known) {
  add_teams();
  add_matches();
  add_ties();
  add_entrants();
}

std::uint32_t Index::team(std::string_view id) const {
  const auto found = team_numbers.find(id);
  return found == team_numbers.end() ? none : found->second;
}

std::uint32_t Index::section_of(const MaybeText& stage, const MaybeText& group) const {
  const auto found = sections_.find(key_of({&stage, &group}));
  return found == sections_.end() ? none : found->second;
}

std::uint32_t Index::next_depth(std::uint32_t bracket_number, std::uint32_t depth) const {
  for (std::uint32_t next = depth + 1; next <= 7; ++next) {
    if ((depths[bracket_number] >> next & 1U) != 0) {
      return next;
    }
  }
  return 0;
}

std::span<const Entrant> Index::entrants_at(std::uint32_t bracket_number,
                                            std::uint32_t depth) const {
  const auto below = [](const Entrant& left, const Entrant& right) {
    return std::tuple(left.bracket, left.depth) < std::tuple(right.bracket, right.depth);
  };
  const auto [first, last] = std::equal_range(entrants.begin(), entrants.end(),
                                              Entrant{bracket_number, depth, 0, 0}, below);
  return {first, last};
}

std::uint32_t Index::tie_at(std::uint32_t bracket_number, std::uint32_t depth,
                            std::uint32_t team_number) const {
  const Entrant wanted{bracket_number, depth, team_number, 0};
  const auto found = std::lower_bound(
      entrants.begin(), entrants.end(), wanted,
      [](const Entrant& left, const Entrant& right) { return order_of(left) < order_of(right); });
  return found != entrants.end() && order_of(*found) == order_of(wanted) ? found->tie : none;
}

RoundKind Index::kind_of(std::uint32_t match) const {
  return round[match] == none ? RoundKind::other : season.rounds[round[match]].kind;
}

std::uint32_t Index::number_of(std::string_view id, std::string_view name) {
  const auto [place, is_new] = team_numbers.try_emplace(id, team_count);
  if (is_new) {
    if (id.empty() || is_placeholder(id)) {
      place->second = none;
    } else {
      ++team_count;
      team_names.push_back(name);
      in_team_table.push_back(false);
      in_standings.push_back(false);
      first_match.push_back(none);
    }
  }
  return place->second;
}

std::uint32_t Index::section_number(const MaybeText& stage, const MaybeText& group) {
  const auto [place, is_new] = sections_.try_emplace(key_of({&stage, &group}), section_count);
  if (is_new) {
    ++section_count;
  }
  return place->second;
}

void Index::add_teams() {
  for (const football::Team& record : season.teams) {
    const std::uint32_t number = number_of(record.id, record.name);
    if (number != none && (record.city || record.region || record.location || record.stadium)) {
      in_team_table[number] = true;
    }
  }
  for (const football::Standing& standing : season.standings) {
    for (const football::StandingRow& row : standing.rows) {
      const std::uint32_t number = number_of(row.team_id, row.team);
      if (number != none) {
        in_standings[number] = true;
      }
    }
  }
}

void Index::add_matches() {
  for (std::uint32_t i = 0; i < season.rounds.size(); ++i) {
    const football::Round& record = season.rounds[i];
    const MaybeText name = record.round;
    rounds_.try_emplace(key_of({&record.stage, &record.group, &name}), i);
  }
  const std::size_t count = season.matches.size();
  home.reserve(count);
  away.reserve(count);
  section.reserve(count);
  round.reserve(count);
  const football::Match* before = nullptr;
  for (std::uint32_t i = 0; i < count; ++i) {
    const football::Match& match = season.matches[i];
    home.push_back(number_of(match.home_id, match.home));
    away.push_back(number_of(match.away_id, match.away));
    for (const std::uint32_t side : {home.back(), away.back()}) {
      if (side != none && first_match[side] == none) {
        first_match[side] = i;
      }
    }
    // Matches of one round stand together: most need no look-up.
    if (before != nullptr && before->stage == match.stage && before->group == match.group &&
        before->round == match.round) {
      section.push_back(section.back());
      round.push_back(round.back());
    } else {
      section.push_back(section_number(match.stage, match.group));
      const auto found = match.round
                             ? rounds_.find(key_of({&match.stage, &match.group, &match.round}))
                             : rounds_.end();
      round.push_back(found == rounds_.end() ? none : found->second);
    }
    before = &match;
  }
}

void Index::add_ties() {
  tie.assign(season.matches.size(), none);
  pairings.assign(season.rounds.size(), 0);
  tie_starts_.push_back(0);
  std::unordered_map<std::string_view, std::uint32_t> match_ids;
  if (!season.ties.empty()) {
    match_ids.reserve(season.matches.size());
    for (std::uint32_t i = 0; i < season.matches.size(); ++i) {
      match_ids.try_emplace(season.matches[i].id, i);
    }
  }
  for (std::uint32_t i = 0; i < season.ties.size(); ++i) {
    const football::Tie& record = season.ties[i];
    tie_home.push_back(number_of(record.home_id, record.home));
    tie_away.push_back(number_of(record.away_id, record.away));
    for (const std::string& leg : record.legs) {
      if (const auto found = match_ids.find(leg); found != match_ids.end()) {
        tie_matches_.push_back(found->second);
        tie[found->second] = i;
      }
    }
    tie_starts_.push_back(static_cast<std::uint32_t>(tie_matches_.size()));
    if (tie_starts_[i] < tie_starts_[i + 1]) {
      const std::uint32_t first = tie_matches_[tie_starts_[i]];
      bracket.push_back(section[first]);
      tie_round.push_back(round[first]);
    } else {
      const MaybeText no_group;
      const MaybeText name = record.round;
      bracket.push_back(section_number(record.stage, no_group));
      const auto found = rounds_.find(key_of({&record.stage, &no_group, &name}));
      tie_round.push_back(found == rounds_.end() ? none : found->second);
    }
    if (tie_round.back() != none) {
      ++pairings[tie_round.back()];
    }
  }
}

void Index::add_entrants() {
  depths.assign(section_count, 0);
  for (std::uint32_t i = 0; i < season.ties.size(); ++i) {
    const std::uint32_t depth =
        tie_round[i] == none ? 0 : depth_of(season.rounds[tie_round[i]].kind);
    if (depth == 0) {
      continue;
    }
    depths[bracket[i]] = static_cast<std::uint8_t>(depths[bracket[i]] | 1U << depth);
    if (depth == depth_of(RoundKind::final)) {
      finals.push_back(i);
    }
    for (const std::uint32_t side : {tie_home[i], tie_away[i]}) {
      if (side != none) {
        entrants.push_back({bracket[i], depth, side, i});
      }
    }
  }
  std::stable_sort(entrants.begin(), entrants.end(), [](const Entrant& left, const Entrant& right) {
    return order_of(left) < order_of(right);
  });
  entrants.erase(std::unique(entrants.begin(), entrants.end(),
                             [](const Entrant& left, const Entrant& right) {
                               return order_of(left) == order_of(right);
                             }),
                 entrants.end());
}

}  // namespace acta::check
