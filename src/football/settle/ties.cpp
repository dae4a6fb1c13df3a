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

MaybePair total_of(const Match& match) {
  return match.score.extra_time ? match.score.extra_time : match.score.full_time;
}

void Settler::win(Tie& tie, bool home, Decider decider, Basis basis) const {
  tie.winner = home ? tie.home : tie.away;
  tie.winner_id = home ? tie.home_id : tie.away_id;
  tie.decided_by = decider;
  tie.basis = basis;
}

// What the article states about the winner beside a match.
void Settler::state(const Pairing& pairing, Tie& tie, std::size_t match) {
  const MatchFacts& facts = context_.match_facts[match];
  if (facts.decider) tie.decided_by = facts.decider;
  if (facts.winner.empty()) return;
  const auto team = context_.teams.find(facts.winner);
  const MatchFacts& first = context_.match_facts[pairing.matches.front()];
  if (!team || (*team != first.home && *team != first.away)) {
    context_.diagnostics.add(Code::value_unreadable, {season_.matches[match].line, 1},
                             "stated winner \"" + facts.winner + "\" is no side of the tie",
                             {{"found", facts.winner}});
    return;
  }
  const bool home = *team == first.home;
  const Match& record = season_.matches[match];
  const bool unequal = tie.aggregate && tie.aggregate->home != tie.aggregate->away;
  const Decider decider = facts.decider                ? *facts.decider
                          : record.score.penalties     ? Decider::penalties
                          : record.score.extra_time    ? Decider::extra_time
                          : unequal || facts.aggregate ? Decider::aggregate
                                                       : Decider::unknown;
  win(tie, home, decider, Basis::stated);
}

void Settler::decide(const Pairing& pairing, Tie& tie, bool two_legs) {
  std::vector<std::size_t> played;
  for (const std::size_t match : pairing.matches) {
    if (counts(season_.matches[match])) played.push_back(match);
  }
  if (played.empty()) return;
  const std::size_t last = played.back();
  const Match& final_match = season_.matches[last];
  const bool final_home = is_home(pairing, last);
  Pair sum;
  std::size_t scored = 0;
  Pair away_goals;  // Scored away from home, by the tie's home side and by its away side.
  for (const std::size_t match : played) {
    const MaybePair total = total_of(season_.matches[match]);
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
    if (scored == 2 && played.size() == 2) {
      tie.aggregate = sum;
      for (const std::size_t match : played) {
        const auto& stated = context_.match_facts[match].aggregate;
        if (!stated) continue;
        const bool home = is_home(pairing, match);
        const Pair turned = home ? *stated : Pair{stated->away, stated->home};
        // Editors write the aggregate from either side.
        if (turned != sum && *stated != sum) {
          const auto show = [](const Pair& pair) {
            return std::to_string(pair.home) + "-" + std::to_string(pair.away);
          };
          context_.diagnostics.add(
              Code::aggregate_mismatch, {season_.matches[match].line, 1},
              "aggregate is stated as " + show(*stated) + ", the legs add up to " + show(sum),
              {{"expected", show(sum)},
               {"found", show(*stated)},
               {"record", season_.matches[match].id}});
        }
      }
      state(pairing, tie, last);
      if (tie.winner) return;
      if (sum.home != sum.away) {
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

const Honour* Settler::honour_of(const Tie& tie, RoundKind kind) const {
  if (kind != RoundKind::final && kind != RoundKind::third_place) return nullptr;
  const HonourKind wanted = kind == RoundKind::final ? HonourKind::winner : HonourKind::third;
  const auto rounds = std::count_if(season_.rounds.begin(), season_.rounds.end(),
                                    [&](const Round& round) { return round.kind == kind; });
  const Honour* found = nullptr;
  for (const Honour& honour : season_.honours) {
    if (honour.kind != wanted || (honour.team_id != tie.home_id && honour.team_id != tie.away_id))
      continue;
    bool same = !honour.stage && rounds == 1;
    if (honour.stage && tie.stage) {
      // The honour's stage is one of the tie's containers.
      const std::string stage = text::fold(*honour.stage);
      std::string_view rest = *tie.stage;
      while (!rest.empty()) {
        const std::size_t cut = rest.find(" / ");
        if (text::fold(rest.substr(0, cut)) == stage) same = true;
        rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + 3);
      }
    }
    if (!same) continue;
    if (found != nullptr && found->team_id != honour.team_id) return nullptr;
    found = &honour;
  }
  return found;
}

void Settler::infer(const Pairing& pairing, Tie& tie) {
  if (tie.winner || !tie.decided_by) return;
  const MatchFacts& first = context_.match_facts[pairing.matches.front()];
  const Match& last = season_.matches[pairing.matches.back()];
  std::string reason;
  if (const std::size_t next = next_round(pairing.round); next != none) {
    const bool home = rounds_[next].teams.count(first.home) != 0;
    const bool away = rounds_[next].teams.count(first.away) != 0;
    if (home != away) {
      win(tie, home, *tie.decided_by, Basis::next_round);
      reason = "plays in " + season_.rounds[next].round;
    }
  }
  if (!tie.winner) {
    if (const Honour* honour = honour_of(tie, season_.rounds[pairing.round].kind)) {
      win(tie, honour->team_id == tie.home_id, *tie.decided_by, Basis::infobox);
      reason = "is named in the infobox";
    }
  }
  if (tie.winner) {
    context_.diagnostics.add(
        Code::advancer_inferred, {last.line, 1},
        "winner of " + tie.home + " against " + tie.away + " is not stated, " + *tie.winner + " " +
            reason,
        {{"record", tie.id},
         {"team", *tie.winner},
         {"basis", std::string(basis_names[static_cast<std::size_t>(*tie.basis)])}});
  }
}

void Settler::make_tie(const Pairing& pairing) {
  const Match& first = season_.matches[pairing.matches.front()];
  const bool two_legs =
      std::any_of(pairing.matches.begin(), pairing.matches.end(),
                  [&](std::size_t match) { return season_.matches[match].leg.has_value(); });
  Tie tie;
  tie.stage = first.stage;
  tie.round = season_.rounds[pairing.round].round;
  // Only a second leg is there: the first had the sides the other way round.
  const bool turned = two_legs && first.leg == 2;
  tie.home = turned ? first.away : first.home;
  tie.home_id = turned ? first.away_id : first.home_id;
  tie.away = turned ? first.home : first.away;
  tie.away_id = turned ? first.home_id : first.away_id;
  tie.id = season_.rounds[pairing.round].id + ":" + tie.home_id + ":" + tie.away_id;
  tie.line = first.line;
  for (const std::size_t match : pairing.matches)
    tie.line = std::min(tie.line, season_.matches[match].line);
  if (!turned) {
    decide(pairing, tie, two_legs);
  }
  for (const std::size_t match : pairing.matches) tie.legs.push_back(season_.matches[match].id);
  season_.ties.push_back(std::move(tie));
}

}  // namespace acta::football
