/// Rounds, once every match is there: which are knock-out, their legs, their counts.

#include "football/settle/settler.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace acta::football {

using finding::Code;

namespace {

// Order of knock-out kinds; a third place match stands aside.
constexpr int rank_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::preliminary:
      return 1;
    case RoundKind::qualifying:
      return 2;
    case RoundKind::play_off:
      return 3;
    case RoundKind::round_of_128:
      return 4;
    case RoundKind::round_of_64:
      return 5;
    case RoundKind::round_of_32:
      return 6;
    case RoundKind::round_of_16:
      return 7;
    case RoundKind::quarter_final:
      return 8;
    case RoundKind::semi_final:
      return 9;
    case RoundKind::final:
      return 11;
    default:
      return 0;
  }
}

constexpr std::int32_t slots_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::round_of_128:
      return 64;
    case RoundKind::round_of_64:
      return 32;
    case RoundKind::round_of_32:
      return 16;
    case RoundKind::round_of_16:
      return 8;
    case RoundKind::quarter_final:
      return 4;
    case RoundKind::semi_final:
      return 2;
    case RoundKind::third_place:
    case RoundKind::final:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

void Settler::view_rounds() {
  rounds_.resize(draft_.rounds.size());
  for (std::size_t i = 0; i < draft_.matches.size(); ++i) {
    const MatchFacts& facts = draft_.matches[i].facts;
    if (facts.round == no_index) continue;
    RoundView& view = rounds_[facts.round];
    view.matches.push_back(i);
    view.teams.insert(facts.home);
    view.teams.insert(facts.away);
    const MaybeText& date = draft_.matches[i].record.date;
    if (date && (view.first_date.empty() || *date < view.first_date)) view.first_date = *date;
  }
  for (std::size_t i = 0; i < rounds_.size(); ++i) rounds_[i].knock_out = is_knock_out(i);
}

bool Settler::is_knock_out(std::size_t round) const {
  const Round& record = draft_.rounds[round].record;
  const RoundView& view = rounds_[round];
  if (record.kind == RoundKind::matchday || record.group) return false;
  if (record.kind == RoundKind::other) {
    // Unknown by name: only legs make it one.
    return !view.matches.empty() &&
           std::all_of(view.matches.begin(), view.matches.end(), [&](std::size_t match) {
             return draft_.matches[match].record.leg.has_value();
           });
  }
  if (slots_of(record.kind) != 0) return true;
  // "First round", "Play-offs": a round-robin if many teams meet several others.
  std::map<std::size_t, std::set<std::size_t>> rivals;
  for (const std::size_t match : view.matches) {
    const MatchFacts& facts = draft_.matches[match].facts;
    rivals[facts.home].insert(facts.away);
    rivals[facts.away].insert(facts.home);
  }
  const auto many = std::count_if(rivals.begin(), rivals.end(),
                                  [](const auto& entry) { return entry.second.size() > 1; });
  return static_cast<std::size_t>(many) * 3 <= rivals.size();
}

void Settler::find_pairings() {
  for (std::size_t round = 0; round < rounds_.size(); ++round) {
    if (!rounds_[round].knock_out) continue;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> found;
    const std::size_t begin = pairings_.size();
    for (const std::size_t match : rounds_[round].matches) {
      const MatchFacts& facts = draft_.matches[match].facts;
      const auto key = std::minmax(facts.home, facts.away);
      const auto [entry, is_new] = found.emplace(key, pairings_.size());
      if (is_new) pairings_.push_back({round, {}});
      pairings_[entry->second].matches.push_back(match);
    }
    for (std::size_t i = begin; i < pairings_.size(); ++i) {
      // First leg first, whatever the order on the page; what has no leg keeps its place, or stands
      // behind both.
      std::vector<std::size_t>& matches = pairings_[i].matches;
      const auto has_leg = [&](std::int32_t leg) {
        return std::any_of(matches.begin(), matches.end(), [&](std::size_t match) {
          return draft_.matches[match].record.leg == leg;
        });
      };
      const std::int32_t no_leg = has_leg(1) && has_leg(2) ? 3 : 1;
      std::stable_sort(matches.begin(), matches.end(), [&](std::size_t a, std::size_t b) {
        return draft_.matches[a].record.leg.value_or(no_leg) <
               draft_.matches[b].record.leg.value_or(no_leg);
      });
    }
  }
}

// Two matches with the sides swapped and no leg heading are two legs where every pairing of the
// round has two, or where the first was not drawn; else the second is a replay.
void Settler::mark_legs() {
  for (std::size_t round = 0; round < rounds_.size(); ++round) {
    std::vector<Pairing*> doubles;
    std::size_t singles = 0;
    for (Pairing& pairing : pairings_) {
      if (pairing.round != round) continue;
      std::vector<std::size_t> standing;
      for (const std::size_t match : pairing.matches) {
        if (draft_.matches[match].record.status != MatchStatus::abandoned &&
            draft_.matches[match].record.status != MatchStatus::annulled)
          standing.push_back(match);
      }
      const bool two =
          standing.size() == 2 && !draft_.matches[standing[0]].record.leg &&
          !draft_.matches[standing[1]].record.leg && !draft_.matches[standing[1]].facts.replay &&
          draft_.matches[standing[0]].facts.home == draft_.matches[standing[1]].facts.away;
      two ? doubles.push_back(&pairing) : void(++singles);
    }
    for (Pairing* pairing : doubles) {
      const MaybePair first = total_of(draft_.matches[pairing->matches.front()].record);
      const bool drawn = first && first->home == first->away;
      const bool summed = std::any_of(
          pairing->matches.begin(), pairing->matches.end(),
          [&](std::size_t match) { return draft_.matches[match].facts.aggregate.has_value(); });
      if (drawn && singles > 0 && !summed) continue;
      std::int32_t leg = 0;
      for (const std::size_t match : pairing->matches) {
        if (draft_.matches[match].record.status != MatchStatus::abandoned &&
            draft_.matches[match].record.status != MatchStatus::annulled)
          draft_.matches[match].record.leg = ++leg;
      }
    }
  }
}

// The round of the same stage that comes next by kind, number and date.
std::size_t Settler::next_round(std::size_t round) const {
  const Round& record = draft_.rounds[round].record;
  const int rank = rank_of(record.kind);
  if (rank == 0) return no_index;
  std::size_t best = no_index;
  const auto order = [&](std::size_t at) {
    return std::make_tuple(rank_of(draft_.rounds[at].record.kind), draft_.rounds[at].ordinal,
                           rounds_[at].first_date);
  };
  // The same stage first, then the stages around it: a final may stand beside "Knockout stage".
  Stage stage = draft_.rounds[round].stage;
  while (true) {
    for (std::size_t i = 0; i < rounds_.size(); ++i) {
      const Round& other = draft_.rounds[i].record;
      if (i == round || !(draft_.rounds[i].stage == stage) || rank_of(other.kind) == 0 ||
          rounds_[i].matches.empty() || !rounds_[i].knock_out)
        continue;
      if (order(i) <= order(round)) continue;
      // Where play-offs stand among the rounds only their dates tell.
      const bool loose = record.kind == RoundKind::play_off || other.kind == RoundKind::play_off;
      if (loose &&
          (rounds_[round].first_date.empty() || rounds_[i].first_date <= rounds_[round].first_date))
        continue;
      if (best == no_index || order(i) < order(best)) best = i;
    }
    if (best != no_index || stage.empty()) break;
    stage.leave();
  }
  return best;
}

std::int32_t Settler::byes(std::size_t round) const {
  // A finalist that is in no semi-final is a match that is not listed, not a bye.
  if (draft_.rounds[round].record.kind == RoundKind::semi_final) return 0;
  const std::size_t next = next_round(round);
  if (next == no_index) return 0;
  std::int32_t fresh = 0;
  for (const std::size_t team : rounds_[next].teams) {
    if (rounds_[round].teams.count(team) == 0) ++fresh;
  }
  return fresh;
}

void Settler::view_matchdays() {
  Matchdays& days = matchdays_.emplace();
  for (const Standing& standing : season_.standings) {
    if (standing.rows.size() > 1)
      days.in_table.try_emplace({standing.stage, standing.group}, standing.rows.size());
  }
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    const Round& round = draft_.rounds[i].record;
    if (round.kind != RoundKind::matchday) continue;
    days.seen[{round.stage, round.group}].insert(rounds_[i].teams.begin(), rounds_[i].teams.end());
  }
  days.listed = static_cast<std::size_t>(
      std::count_if(draft_.team_facts.begin(), draft_.team_facts.end(), [](const TeamFacts& facts) {
        return facts.record != no_index && facts.source == TeamSource::table;
      }));
}

// Matches a round should have: the slots of its kind, or half the teams on a matchday.
MaybeInt Settler::expected(std::size_t round) {
  const Round& record = draft_.rounds[round].record;
  if (const std::int32_t slots = slots_of(record.kind); slots != 0) return slots * record.legs;
  if (record.kind != RoundKind::matchday) return std::nullopt;
  if (!matchdays_) view_matchdays();
  const Matchdays::Key place(record.stage, record.group);
  if (const auto table = matchdays_->in_table.find(place); table != matchdays_->in_table.end())
    return static_cast<std::int32_t>(table->second / 2);
  // Where groups or stages divide the teams, those seen there are the teams.
  const bool is_whole = matchdays_->seen.size() == 1 && !record.group && matchdays_->listed > 0;
  const std::size_t count = is_whole ? matchdays_->listed : matchdays_->seen[place].size();
  if (count < 2) return std::nullopt;
  return static_cast<std::int32_t>(count / 2);
}

void Settler::count_round(std::size_t round) {
  Round& record = draft_.rounds[round].record;
  const RoundView& view = rounds_[round];
  for (const std::size_t match : view.matches)
    record.legs = std::max(record.legs, draft_.matches[match].record.leg.value_or(1));
  record.matches = static_cast<std::int32_t>(view.matches.size());
  record.expected_matches = expected(round);
  if (record.matches == 0) {
    record.status = RoundStatus::empty;
  } else if (!record.expected_matches ||
             record.matches + byes(round) * record.legs >= *record.expected_matches) {
    record.status = RoundStatus::complete;
  } else {
    record.status = RoundStatus::partial;
  }
}

void Settler::settle() {
  view_rounds();
  find_pairings();
  mark_legs();
  settle_matches(draft_);  // The ids of matches need their legs.
  for (const Pairing& pairing : pairings_) make_tie(pairing);
  for (std::size_t i = 0; i < pairings_.size(); ++i) infer(pairings_[i], season_.ties[i]);
  add_told_ties();
  draft_.readings.sort(season_.ties, RecordKind::ties,
                       [&](std::size_t i) { return tie_lines_[i]; });
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    count_round(i);
    if (draft_.rounds[i].record.matches == 0) report_empty(i);
  }
}

void Settler::add_told_ties() {
  for (ToldTie& told : draft_.told_ties) {
    draft_.readings.refine(told.line, {RecordKind::ties, season_.ties.size()});
    tie_lines_.push_back(told.line);
    season_.ties.push_back(std::move(told.record));
  }
}

void Settler::report_empty(std::size_t round) {
  const Round& record = draft_.rounds[round].record;
  if (std::any_of(draft_.told_ties.begin(), draft_.told_ties.end(),
                  [&](const ToldTie& told) { return told.round == round; }))
    return;
  // "Semi-finals" in a summary, with the matches of the semi-finals in another place.
  const bool told_elsewhere =
      record.kind != RoundKind::matchday && record.kind != RoundKind::other &&
      std::any_of(draft_.rounds.begin(), draft_.rounds.end(), [&](const DraftRound& other) {
        return other.record.kind == record.kind && other.record.matches > 0;
      });
  if (told_elsewhere) return;
  std::string message = "no match under \"" + record.round + "\"";
  std::vector<finding::Context> details = {{"record", record.id}};
  if (record.expected_matches) {
    message += ", expected " + std::to_string(*record.expected_matches);
    details.push_back({"expected", std::to_string(*record.expected_matches)});
  }
  draft_.diagnostics.add(Code::section_empty, position_of(record), std::move(message),
                         std::move(details));
}

void settle_rounds(Draft& draft) { Settler(draft).settle(); }

}  // namespace acta::football
