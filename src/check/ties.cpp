/// Rules on knock-out ties: who went through, and both legs.

#include <algorithm>
#include <array>

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;
using football::Tie;

/// How it is known who went through.
std::string_view basis_text(football::Basis basis) {
  switch (basis) {
    case football::Basis::next_round:
      return "as the next round shows";
    case football::Basis::infobox:
      return "as the infobox says";
    default:
      return football::basis_names[static_cast<std::size_t>(basis)];
  }
}

/// Whether a missing leg needs no explanation.
bool was_ended_early(const Index& index, std::uint32_t number) {
  const auto& decider = index.season.ties[number].decided_by;
  const auto matches = index.matches_of(number);
  return decider == football::Decider::walkover || decider == football::Decider::awarded ||
         std::any_of(matches.begin(), matches.end(), [&](std::uint32_t match) {
           const Match& leg = index.season.matches[match];
           return was_decided_on_paper(leg) || was_voided(leg);
         });
}

/// How many matches of leg 1 and leg 2 each round holds.
std::vector<std::array<std::uint32_t, 2>> count_legs(const Index& index) {
  std::vector<std::array<std::uint32_t, 2>> counts(index.season.rounds.size());
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const football::MaybeInt& leg = index.season.matches[i].leg;
    if (index.round[i] != none && leg && (*leg == 1 || *leg == 2)) {
      ++counts[index.round[i]][static_cast<std::size_t>(*leg - 1)];
    }
  }
  return counts;
}

}  // namespace

void knockout_draw_undecided(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.ties.size(); ++i) {
    const Tie& tie = index.season.ties[i];
    const auto matches = index.matches_of(i);
    if (tie.decided_by != football::Decider::unknown || matches.empty()) {
      continue;
    }
    const Match& last = index.season.matches[matches.back()];
    const std::string result =
        tie.aggregate
            ? concat({tie.home, " ", to_string(*tie.aggregate), " ", tie.away, " on aggregate"})
            : describe(last);
    std::string consequence = "who went through is not known";
    std::vector<finding::Context> context = {{"record", tie.id}};
    if (tie.winner) {
      consequence = *tie.winner + " went through";
      context.push_back({"team", *tie.winner});
    }
    if (tie.winner && tie.basis) {
      consequence += concat({", ", basis_text(*tie.basis)});
      context.push_back(
          {"basis", std::string(football::basis_names[static_cast<std::size_t>(*tie.basis)])});
    }
    report(diagnostics, Code::knockout_draw_undecided, at(last),
           concat({result, " is level and no decider is stated, ", consequence}),
           std::move(context));
  }
}

void advancer_not_winner(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.ties.size(); ++i) {
    const Tie& tie = index.season.ties[i];
    const std::uint32_t depth =
        index.tie_round[i] == none ? 0 : depth_of(index.season.rounds[index.tie_round[i]].kind);
    if (depth == 0 || !is_decided_by_result(tie) || was_ended_early(index, i)) {
      continue;
    }
    const std::uint32_t next = index.next_depth(index.bracket[i], depth);
    const std::uint32_t winner = index.team(*tie.winner_id);
    const std::uint32_t loser = winner == index.tie_home[i] ? index.tie_away[i] : index.tie_home[i];
    if (next == 0 || winner == none || loser == none || winner == loser ||
        (winner != index.tie_home[i] && winner != index.tie_away[i])) {
      continue;
    }
    // Where both go on, losers have a second chance or matches for lower places.
    const std::uint32_t later = index.tie_at(index.bracket[i], next, loser);
    if (later == none || index.tie_at(index.bracket[i], next, winner) != none) {
      continue;
    }
    const Tie& next_tie = index.season.ties[later];
    const std::string& name = loser == index.tie_home[i] ? tie.home : tie.away;
    report(diagnostics, Code::advancer_not_winner, at(next_tie),
           concat({name, " plays in ", next_tie.round, " and had lost to ", *tie.winner, " in ",
                   tie.round}),
           {{"record", next_tie.id},
            {"team", name},
            {"expected", *tie.winner},
            {"found", name},
            {"other_line", std::int64_t{tie.line}}});
  }
}

void leg_missing(const Index& index, Diagnostics& diagnostics) {
  const auto counts = count_legs(index);
  std::vector<bool> is_reported(counts.size(), false);
  for (std::uint32_t i = 0; i < index.season.ties.size(); ++i) {
    const std::uint32_t round = index.tie_round[i];
    std::array<bool, 2> has{};
    const Match* last = nullptr;
    for (const std::uint32_t number : index.matches_of(i)) {
      last = &index.season.matches[number];
      if (last->leg && (*last->leg == 1 || *last->leg == 2)) {
        has[static_cast<std::size_t>(*last->leg - 1)] = true;
      }
    }
    if (round == none || has[0] == has[1] || is_reported[round] || was_ended_early(index, i)) {
      continue;
    }
    const std::size_t missing = has[0] ? 1 : 0;
    const std::string_view leg = missing == 0 ? "first leg" : "second leg";
    const football::Round& record = index.season.rounds[round];
    const Tie& tie = index.season.ties[i];
    if (counts[round][missing] != 0) {
      report(diagnostics, Code::leg_missing, at(*last),
             concat({tie.home, " v ", tie.away, " has no ", leg}),
             {{"record", tie.id}, {"expected", std::string(leg)}});
    } else if (missing == 0 || record.legs < 2) {
      // A heading of the leg with nothing under it is an empty section, reported as such.
      is_reported[round] = true;
      report(diagnostics, Code::leg_missing, at(record), concat({record.round, " lists no ", leg}),
             {{"record", record.id}, {"expected", std::string(leg)}});
    }
  }
}

void leg_venues_same(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.ties.size(); ++i) {
    const auto matches = index.matches_of(i);
    const auto find_leg = [&](std::int32_t leg) {
      const auto found = std::find_if(matches.begin(), matches.end(), [&](std::uint32_t match) {
        return index.season.matches[match].leg == leg;
      });
      return found == matches.end() ? none : *found;
    };
    const std::uint32_t first = find_leg(1);
    const std::uint32_t second = find_leg(2);
    if (first == none || second == none || index.home[first] == none ||
        index.home[first] != index.home[second]) {
      continue;
    }
    const Match& match = index.season.matches[second];
    report(diagnostics, Code::leg_venues_same, at(match),
           concat({match.home, " is the home team of both legs against ", match.away}),
           {{"record", match.id},
            {"team", match.home},
            {"other_line", std::int64_t{index.season.matches[first].line}}});
  }
}

}  // namespace acta::check
