/// Rules on what a round or a group holds.

#include <algorithm>
#include <tuple>

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;
using football::RoundKind;

/// A match where the rule on duplicates sorts it.
struct Listing {
  std::uint32_t section;
  std::uint32_t round;
  std::int32_t leg;
  std::uint32_t home;
  std::uint32_t away;
  std::string_view date;
  std::uint32_t match;
};

auto pairing_of(const Listing& listing) {
  return std::tuple(listing.section, listing.round, listing.leg, listing.home, listing.away);
}

/// Whether both may be one match: the same teams in one place, and no two dates.
bool may_be_one(const Listing& left, const Listing& right) {
  return pairing_of(left) == pairing_of(right) && (left.date.empty() || left.date == right.date);
}

/// One match of a team in a round.
struct Appearance {
  std::uint32_t round;
  std::int32_t leg;
  std::uint32_t team;
  std::uint32_t match;
  std::uint32_t opponent;
  bool is_home;
};

auto leg_of(const Appearance& appearance) { return std::tuple(appearance.round, appearance.leg); }

/// Whether a draw there is no end.
bool is_knock_out(RoundKind kind) {
  return depth_of(kind) != 0 || kind == RoundKind::third_place || kind == RoundKind::play_off ||
         kind == RoundKind::preliminary || kind == RoundKind::qualifying;
}

/// Whether `later` lists again what `earlier` lists.
bool is_same_match(const Index& index, std::uint32_t earlier, std::uint32_t later) {
  const Match& left = index.season.matches[earlier];
  const Match& right = index.season.matches[later];
  if (is_full_date(left.date)) {
    return true;
  }
  // Without a date only an equal score tells, and a drawn tie is played again.
  const football::MaybePair& score = final_score(left);
  const bool may_be_replay =
      is_knock_out(index.kind_of(earlier)) && (!score || score->home == score->away);
  return !left.date && index.round[earlier] != none && left.status == right.status && score &&
         left.score == right.score && !may_be_replay;
}

/// Whether two matches of a team are one, in which the opponent has two names: on one day with one
/// score.
bool are_one_match_by_two_names(const Index& index, const Appearance& left,
                                const Appearance& right) {
  const Match& one = index.season.matches[left.match];
  const Match& other = index.season.matches[right.match];
  return left.is_home == right.is_home && one.date == other.date &&
         final_score(one) == final_score(other) &&
         may_be_one_team(left.is_home ? one.away_id : one.home_id,
                         right.is_home ? other.away_id : other.home_id);
}

/// Reports the teams that `appearances`, those of one leg of one round, hold more than once.
void report_repeated(const Index& index, std::span<const Appearance> appearances,
                     Diagnostics& diagnostics) {
  const football::Round& round = index.season.rounds[appearances.front().round];
  std::vector<std::pair<const Appearance*, const Appearance*>> repeats;
  std::size_t teams = 0;
  for (std::size_t i = 0; i < appearances.size();) {
    const Appearance& first = appearances[i];
    const Appearance* repeated = nullptr;
    for (++i; i < appearances.size() && appearances[i].team == first.team; ++i) {
      const Appearance& other = appearances[i];
      // The same opponents again: a replay, a second leg without its heading, or a duplicate.
      const bool is_other_match =
          other.opponent != first.opponent ||
          (round.kind == RoundKind::matchday && other.is_home != first.is_home);
      if (repeated == nullptr && is_other_match &&
          !are_one_match_by_two_names(index, first, other)) {
        repeated = &other;
      }
    }
    ++teams;
    if (repeated != nullptr) {
      repeats.emplace_back(&first, repeated);
    }
  }
  if (2 * repeats.size() > teams) {
    return;  // Here teams meet several others, whatever the heading is called.
  }
  for (const auto& [first, second] : repeats) {
    const Match& match = index.season.matches[second->match];
    const Match& other = index.season.matches[first->match];
    const std::string& team = second->is_home ? match.home : match.away;
    report(diagnostics, Code::team_twice_in_round, at(match),
           concat({team, " plays more than once in ", round.round, ", ", describe(other), " and ",
                   describe(match)}),
           {{"record", match.id}, {"team", team}, {"other_line", std::int64_t{other.line}}});
  }
}

/// The meetings of two teams in one section.
struct Meeting {
  std::uint32_t section;
  std::uint32_t team;
  std::uint32_t other;
  std::uint32_t match;
  bool was_voided;
};

auto pair_of(const Meeting& meeting) { return std::tuple(meeting.team, meeting.other); }

/// Names up to three of the pairs that meet fewer than `rounds` times.
std::string missing_pairs(const Index& index, const std::vector<std::uint32_t>& teams,
                          std::span<const Meeting> meetings, std::size_t rounds) {
  std::string text;
  std::size_t named = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    for (std::size_t j = i + 1; j < teams.size(); ++j) {
      const std::tuple pair(teams[i], teams[j]);
      std::size_t count = 0;
      for (; next < meetings.size() && pair_of(meetings[next]) == pair; ++next) {
        ++count;
      }
      if (count < rounds && ++named <= 3) {
        text += concat({named == 1 ? "" : ", ", index.team_names[teams[i]], " v ",
                        index.team_names[teams[j]]});
      }
    }
  }
  return named <= 3 ? text : text + " and " + std::to_string(named - 3) + " more";
}

/// Looks at the meetings of one section, sorted by pair.
void look_at_round_robin(const Index& index, std::span<const Meeting> meetings,
                         Diagnostics& diagnostics) {
  std::vector<std::uint32_t> teams;
  std::uint32_t first_match = none;
  for (const Meeting& meeting : meetings) {
    if (meeting.was_voided) {
      return;  // It may be played or not, and be listed again or not.
    }
    teams.push_back(meeting.team);
    teams.push_back(meeting.other);
    first_match = std::min(first_match, meeting.match);
  }
  std::sort(teams.begin(), teams.end());
  teams.erase(std::unique(teams.begin(), teams.end()), teams.end());

  std::vector<std::size_t> counts;
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    if (i == 0 || pair_of(meetings[i - 1]) != pair_of(meetings[i])) {
      counts.push_back(0);
    }
    ++counts.back();
  }
  const std::size_t rounds = *std::max_element(counts.begin(), counts.end());
  const std::size_t pairs = teams.size() * (teams.size() - 1) / 2;
  const auto complete_pairs =
      static_cast<std::size_t>(std::count(counts.begin(), counts.end(), rounds));
  const std::size_t short_pairs = pairs - complete_pairs;
  // Only where nearly every pair is complete is it a round-robin for sure: not in leagues that
  // split in halves, in conferences, or where an article lists a choice of matches.
  if (teams.size() < 4 || short_pairs == 0 || 4 * short_pairs > pairs) {
    return;
  }
  const Match& first = index.season.matches[first_match];
  const std::string& name = first.group ? *first.group : first.stage.value_or("The article");
  const std::size_t expected = pairs * rounds;
  report(diagnostics, Code::round_robin_incomplete, at(first),
         concat({name, " lists ", std::to_string(meetings.size()), " of the ",
                 std::to_string(expected), " matches of a round-robin, short of ",
                 missing_pairs(index, teams, meetings, rounds)}),
         {{"section", name},
          {"expected", std::to_string(expected)},
          {"found", std::to_string(meetings.size())}});
}

/// Where the prose states how many matches each team plays and the article lists none of them.
void look_at_claims(const Index& index, Diagnostics& diagnostics) {
  const auto& rounds = index.season.rounds;
  if (index.season.matches.empty() ||
      std::any_of(rounds.begin(), rounds.end(),
                  [](const football::Round& round) { return round.matches == 0; })) {
    return;  // Nothing was found at all, or an empty section is reported already.
  }
  for (const football::Claim& claim : index.season.claims) {
    if (claim.kind == football::ClaimKind::games_per_team && claim.value >= 3) {
      report(diagnostics, Code::round_robin_incomplete, at(claim),
             concat({"The article states ", std::to_string(claim.value),
                     " matches a team and lists knock-out ties only"}),
             {{"expected", std::to_string(claim.value)}});
      return;
    }
  }
}

/// Names the teams that play the next round and not round `number`, which are its byes.
std::vector<std::string_view> byes_of(const Index& index, std::uint32_t bracket,
                                      std::uint32_t depth) {
  std::vector<std::string_view> names;
  if (index.next_depth(bracket, depth) == depth + 1) {
    for (const Entrant& entrant : index.entrants_at(bracket, depth + 1)) {
      if (index.tie_at(bracket, depth, entrant.team) == none) {
        names.push_back(index.team_names[entrant.team]);
      }
    }
  }
  return names;
}

}  // namespace

void team_plays_itself(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    // A fixture of two teams not yet known is none of a team with itself.
    if (match.home_id == match.away_id && (index.home[i] != none || final_score(match))) {
      report(diagnostics, Code::team_plays_itself, at(match),
             concat({describe(match), " has one team on both sides"}),
             {{"record", match.id}, {"team", match.home}});
    }
  }
}

void duplicate_match(const Index& index, Diagnostics& diagnostics) {
  std::vector<Listing> listings;
  listings.reserve(index.season.matches.size());
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (index.home[i] != none && index.away[i] != none && !was_voided(match)) {
      listings.push_back({index.section[i], index.round[i], match.leg.value_or(0), index.home[i],
                          index.away[i], match.date ? std::string_view(*match.date) : "", i});
    }
  }
  std::sort(listings.begin(), listings.end(), [](const Listing& left, const Listing& right) {
    return std::tuple(pairing_of(left), left.date, left.match) <
           std::tuple(pairing_of(right), right.date, right.match);
  });
  for (std::size_t i = 1; i < listings.size(); ++i) {
    if (!may_be_one(listings[i - 1], listings[i]) ||
        !is_same_match(index, listings[i - 1].match, listings[i].match)) {
      continue;
    }
    // A listing without a date sorts first, wherever it stands.
    const auto [first, second] = std::minmax(listings[i - 1].match, listings[i].match);
    const Match& match = index.season.matches[second];
    const Match& earlier = index.season.matches[first];
    report(diagnostics, Code::duplicate_match, at(match),
           concat({describe(match), match.date ? concat({" on ", *match.date}) : "",
                   " is listed twice, first at ", diagnostics.name_line(at(earlier))}),
           {{"record", match.id}, {"other_line", std::int64_t{earlier.line}}});
  }
}

void team_twice_in_round(const Index& index, Diagnostics& diagnostics) {
  std::vector<Appearance> appearances;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (index.round[i] == none || index.kind_of(i) == RoundKind::other || was_voided(match) ||
        index.home[i] == index.away[i]) {
      continue;
    }
    const std::int32_t leg = match.leg.value_or(0);
    if (index.home[i] != none) {
      appearances.push_back({index.round[i], leg, index.home[i], i, index.away[i], true});
    }
    if (index.away[i] != none) {
      appearances.push_back({index.round[i], leg, index.away[i], i, index.home[i], false});
    }
  }
  std::sort(appearances.begin(), appearances.end(),
            [](const Appearance& left, const Appearance& right) {
              return std::tuple(left.round, left.leg, left.team, left.match) <
                     std::tuple(right.round, right.leg, right.team, right.match);
            });
  for (auto first = appearances.begin(); first != appearances.end();) {
    const auto last = std::find_if(first, appearances.end(), [&](const Appearance& appearance) {
      return leg_of(appearance) != leg_of(*first);
    });
    report_repeated(index, std::span(first, last), diagnostics);
    first = last;
  }
}

namespace {

// A club's or a national team's own article lists its matches alone.
bool is_of_one_team(const football::Season& season) {
  constexpr std::size_t few = 5;
  const std::vector<football::Match>& matches = season.matches;
  if (matches.size() < few) return false;
  const auto plays_all = [&](const std::string& team) {
    return std::all_of(matches.begin(), matches.end(), [&](const football::Match& match) {
      return match.home_id == team || match.away_id == team;
    });
  };
  return plays_all(matches.front().home_id) || plays_all(matches.front().away_id);
}

}  // namespace

void round_size_unexpected(const Index& index, Diagnostics& diagnostics) {
  if (is_of_one_team(index.season)) return;
  const football::Season& season = index.season;
  std::vector<std::uint32_t> bracket_of(season.rounds.size(), none);
  for (std::uint32_t i = 0; i < season.ties.size(); ++i) {
    if (index.tie_round[i] != none) {
      bracket_of[index.tie_round[i]] = index.bracket[i];
    }
  }
  for (std::uint32_t i = 0; i < season.rounds.size(); ++i) {
    const football::Round& round = season.rounds[i];
    const std::uint32_t depth = depth_of(round.kind);
    if (!round.expected_matches || round.matches == 0 || depth == 0 || bracket_of[i] == none) {
      continue;
    }
    const auto found = static_cast<std::int32_t>(index.pairings[i]);
    const std::int32_t expected = *round.expected_matches / std::max(round.legs, 1);
    if (found == expected) {
      continue;
    }
    const std::string size = concat({round.round, " has ", std::to_string(found), " of ",
                                     std::to_string(expected), " pairings"});
    const std::vector<std::string_view> byes = byes_of(index, bracket_of[i], depth);
    std::vector<finding::Context> context = {{"record", round.id},
                                             {"expected", std::to_string(expected)},
                                             {"found", std::to_string(found)}};
    if (found > expected) {
      report(diagnostics, Code::round_size_unexpected, at(round),
             concat({round.round, " has ", std::to_string(found), " pairings, its kind has ",
                     std::to_string(expected)}),
             std::move(context));
    } else if (found + static_cast<std::int32_t>(byes.size()) >= expected) {
      context.push_back({"count", static_cast<std::int64_t>(byes.size())});
      report(diagnostics, Code::round_size_unexpected, finding::Severity::info, at(round),
             concat({size, ", ", counted(byes.size(), "team", "teams"),
                     " had a bye: ", list_of(byes, 10)}),
             std::move(context));
    } else {
      report(diagnostics, Code::round_size_unexpected, at(round), size, std::move(context));
    }
  }
}

void round_robin_incomplete(const Index& index, Diagnostics& diagnostics) {
  std::vector<Meeting> meetings;
  bool has_ties_only = true;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    if (index.tie[i] != none || is_knock_out(index.kind_of(i))) {
      continue;
    }
    has_ties_only = false;
    if (index.home[i] != none && index.away[i] != none && index.home[i] != index.away[i]) {
      const auto [team, other] = std::minmax(index.home[i], index.away[i]);
      meetings.push_back({index.section[i], team, other, i, was_voided(index.season.matches[i])});
    }
  }
  if (has_ties_only) {
    look_at_claims(index, diagnostics);
  }
  std::sort(meetings.begin(), meetings.end(), [](const Meeting& left, const Meeting& right) {
    return std::tuple(left.section, left.team, left.other, left.match) <
           std::tuple(right.section, right.team, right.other, right.match);
  });
  for (auto first = meetings.begin(); first != meetings.end();) {
    const auto last = std::find_if(first, meetings.end(), [&](const Meeting& meeting) {
      return meeting.section != first->section;
    });
    look_at_round_robin(index, std::span(first, last), diagnostics);
    first = last;
  }
}

}  // namespace acta::check
