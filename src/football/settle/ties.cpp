/// Ties: who won, and how that is known.

#include <algorithm>

#include "football/settle/settler.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

namespace {

// Whether a result of this match stands.
bool counts(const Match& match) {
  switch (match.status) {
    case MatchStatus::played:
    case MatchStatus::awarded:
    case MatchStatus::walkover:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Settler::win(Tie& tie, bool home, Decider decider, Basis basis) const {
  tie.winner = home ? tie.home : tie.away;
  tie.winner_id = home ? tie.home_id : tie.away_id;
  tie.decided_by = decider;
  tie.basis = basis;
}

// What the article states about the winner beside a match.
void Settler::state(const Pairing& pairing, Tie& tie, std::size_t match) {
  const MatchFacts& facts = draft_.matches[match].facts;
  if (facts.decider) tie.decided_by = facts.decider;
  if (facts.winner.empty()) return;
  const auto team = draft_.teams.find(facts.winner);
  const MatchFacts& first = draft_.matches[pairing.matches.front()].facts;
  if (!team || (*team != first.home && *team != first.away)) {
    draft_.diagnostics.add(Code::value_unreadable, position_of(draft_.matches[match].record),
                           "stated winner \"" + facts.winner + "\" is no side of the tie",
                           {{"found", facts.winner}});
    return;
  }
  const bool home = *team == first.home;
  const Match& record = draft_.matches[match].record;
  const MaybePair sum = tie.aggregate ? tie.aggregate : facts.aggregate;
  const bool unequal = sum && sum->home != sum->away;
  const Decider decider = facts.decider                            ? *facts.decider
                          : record.status == MatchStatus::walkover ? Decider::walkover
                          : record.status == MatchStatus::awarded  ? Decider::awarded
                          : record.score.penalties                 ? Decider::penalties
                          : record.score.extra_time                ? Decider::extra_time
                          : unequal                                ? Decider::aggregate
                                                                   : Decider::unknown;
  win(tie, home, decider, Basis::stated);
}

// Whether a pair that is stated as the aggregate is the points of the matches, from either side:
// "3:3" of a victory each.
bool Settler::are_points(const std::vector<std::size_t>& played, const Pairing& pairing,
                         const Pair& stated) const {
  for (const std::int32_t win : {3, 2}) {
    Pair points;
    for (const std::size_t at : played) {
      const MaybePair total = total_of(draft_.matches[at].record);
      if (!total) return false;
      const Pair seen = is_home(pairing, at) ? *total : turned(*total);
      points.home += seen.home > seen.away ? win : seen.home == seen.away ? 1 : 0;
      points.away += seen.away > seen.home ? win : seen.home == seen.away ? 1 : 0;
    }
    if (stated == points || stated == turned(points)) return true;
  }
  return false;
}

void Settler::decide(const Pairing& pairing, Tie& tie, bool two_legs) {
  std::vector<std::size_t> played;
  for (const std::size_t match : pairing.matches) {
    if (counts(draft_.matches[match].record)) played.push_back(match);
  }
  if (played.empty()) return;
  const std::size_t last = played.back();
  const Match& final_match = draft_.matches[last].record;
  const bool final_home = is_home(pairing, last);
  // A third match decides what two legs left open.
  const bool third = two_legs && played.size() == 3 && !final_match.leg;
  std::vector<std::size_t> legs = played;
  if (third) legs.pop_back();
  Pair sum;
  std::size_t scored = 0;
  Pair away_goals;  // Scored away from home, by the tie's home side and by its away side.
  for (const std::size_t match : legs) {
    const MaybePair total = total_of(draft_.matches[match].record);
    if (!total) continue;
    ++scored;
    const bool home = is_home(pairing, match);
    sum.home += home ? total->home : total->away;
    sum.away += home ? total->away : total->home;
    (home ? away_goals.away : away_goals.home) += total->away;
  }
  const auto penalties = [&] {
    if (!final_match.score.penalties ||
        final_match.score.penalties->home == final_match.score.penalties->away)
      return false;
    const bool home_won = final_match.score.penalties->home > final_match.score.penalties->away;
    win(tie, home_won == final_home, Decider::penalties, Basis::score);
    return true;
  };
  if (two_legs) {
    if (scored == 2 && legs.size() == 2) {
      tie.aggregate = sum;
      bool level_points = false;
      for (const std::size_t match : legs) {
        const auto& stated = draft_.matches[match].facts.aggregate;
        if (!stated) continue;
        const bool home = is_home(pairing, match);
        const Pair turned = home ? *stated : Pair{stated->away, stated->home};
        // Editors write the aggregate from either side, and in old cups the points.
        if (turned == sum || *stated == sum) continue;
        if (are_points(legs, pairing, *stated)) {
          level_points = stated->home == stated->away;
        } else {
          const auto show = [](const Pair& pair) {
            return std::to_string(pair.home) + "-" + std::to_string(pair.away);
          };
          draft_.diagnostics.add(
              Code::aggregate_mismatch, position_of(draft_.matches[match].record),
              "aggregate is stated as " + show(*stated) + ", the legs add up to " + show(sum),
              {{"expected", show(sum)},
               {"found", show(*stated)},
               {"record", draft_.matches[match].record.id}});
        }
      }
      state(pairing, tie, last);
      if (tie.winner) return;
      const MaybePair last_total = total_of(final_match);
      if (third && last_total && last_total->home != last_total->away) {
        win(tie, (last_total->home > last_total->away) == final_home, Decider::replay,
            Basis::score);
      } else if ((third || level_points) && penalties()) {
        return;
      } else if (!third && sum.home != sum.away) {
        const Decider by = final_match.score.extra_time ? Decider::extra_time : Decider::aggregate;
        win(tie, sum.home > sum.away, by, Basis::aggregate);
      } else if (!penalties()) {
        if (tie.decided_by == Decider::away_goals && away_goals.home != away_goals.away) {
          win(tie, away_goals.home > away_goals.away, Decider::away_goals, Basis::stated);
        } else if (!tie.decided_by) {
          tie.decided_by = Decider::unknown;
        }
      }
    } else {
      // One leg is there: a stated aggregate or winner may still tell.
      state(pairing, tie, last);
    }
    return;
  }
  state(pairing, tie, last);
  if (tie.winner) return;
  const bool replay = played.size() > 1;
  const MaybePair total = total_of(final_match);
  if (!total) {
    if (penalties()) return;
    if (final_match.status == MatchStatus::walkover) tie.decided_by = Decider::walkover;
    if (final_match.status == MatchStatus::awarded) tie.decided_by = Decider::awarded;
    return;
  }
  if (total->home != total->away) {
    const bool home_won = total->home > total->away;
    const Decider by = final_match.status == MatchStatus::walkover  ? Decider::walkover
                       : final_match.status == MatchStatus::awarded ? Decider::awarded
                       : replay                                     ? Decider::replay
                       : final_match.score.extra_time               ? Decider::extra_time
                                                                    : Decider::regulation;
    win(tie, home_won == final_home, by, Basis::score);
    return;
  }
  if (penalties()) return;
  if (!tie.decided_by) tie.decided_by = Decider::unknown;
}

const Honour* Settler::honour_of(const Tie& tie, std::size_t round) const {
  const RoundKind kind = draft_.rounds[round].record.kind;
  const Stage& stage = draft_.rounds[round].stage;
  if (kind != RoundKind::final && kind != RoundKind::third_place) return nullptr;
  const HonourKind wanted = kind == RoundKind::final ? HonourKind::winner : HonourKind::third;
  const auto rounds =
      std::count_if(draft_.rounds.begin(), draft_.rounds.end(),
                    [&](const DraftRound& other) { return other.record.kind == kind; });
  const Honour* found = nullptr;
  for (const Honour& honour : season_.honours) {
    if (honour.kind != wanted || (honour.team_id != tie.home_id && honour.team_id != tie.away_id))
      continue;
    bool same = !honour.stage && rounds == 1;
    if (honour.stage) {
      // The honour's stage is one of the tie's containers.
      const std::string named = text::fold(*honour.stage);
      for (std::size_t i = 0; i < stage.depth(); ++i) same |= text::fold(stage[i]) == named;
    }
    if (!same) continue;
    if (found != nullptr && found->team_id != honour.team_id) return nullptr;
    found = &honour;
  }
  return found;
}

void Settler::infer(const Pairing& pairing, Tie& tie) {
  if (tie.winner || !tie.decided_by) return;
  const MatchFacts& first = draft_.matches[pairing.matches.front()].facts;
  const Match& last = draft_.matches[pairing.matches.back()].record;
  std::string reason;
  if (const std::size_t next = next_round(pairing.round); next != no_index) {
    const bool home = rounds_[next].teams.count(first.home) != 0;
    const bool away = rounds_[next].teams.count(first.away) != 0;
    if (home != away) {
      win(tie, home, *tie.decided_by, Basis::next_round);
      reason = "plays in " + draft_.rounds[next].record.round;
    }
  }
  if (!tie.winner) {
    if (const Honour* honour = honour_of(tie, pairing.round)) {
      win(tie, honour->team_id == tie.home_id, *tie.decided_by, Basis::infobox);
      reason = "is named in the infobox";
    }
  }
  if (tie.winner) {
    draft_.diagnostics.add(
        Code::advancer_inferred, position_of(last),
        "winner of " + tie.home + " against " + tie.away + " is not stated, " + *tie.winner + " " +
            reason,
        {{"record", tie.id},
         {"team", *tie.winner},
         {"basis", std::string(basis_names[static_cast<std::size_t>(*tie.basis)])}});
  }
}

void Settler::make_tie(const Pairing& pairing) {
  const Match& first = draft_.matches[pairing.matches.front()].record;
  const bool two_legs =
      std::any_of(pairing.matches.begin(), pairing.matches.end(),
                  [&](std::size_t match) { return draft_.matches[match].record.leg.has_value(); });
  Tie tie;
  tie.stage = first.stage;
  tie.round = draft_.rounds[pairing.round].record.round;
  // Only a second leg is there: the first had the sides the other way round.
  const bool turned = two_legs && first.leg == 2;
  tie.home = turned ? first.away : first.home;
  tie.home_id = turned ? first.away_id : first.home_id;
  tie.away = turned ? first.home : first.away;
  tie.away_id = turned ? first.home_id : first.away_id;
  tie.id = draft_.rounds[pairing.round].record.id + ":" + tie.home_id + ":" + tie.away_id;
  const auto earliest = *std::min_element(
      pairing.matches.begin(), pairing.matches.end(), [&](std::size_t a, std::size_t b) {
        return draft_.matches[a].facts.line < draft_.matches[b].facts.line;
      });
  tie_lines_.push_back(draft_.matches[earliest].facts.line);
  draft_.locate(tie, tie_lines_.back());
  if (!turned) {
    decide(pairing, tie, two_legs);
  }
  for (const std::size_t match : pairing.matches) {
    tie.legs.push_back(draft_.matches[match].record.id);
    for (const std::uint32_t line : draft_.matches[match].facts.told_at)
      draft_.readings.refine(line, {RecordKind::ties, season_.ties.size()});
  }
  season_.ties.push_back(std::move(tie));
}

}  // namespace acta::football
