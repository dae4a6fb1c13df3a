/// Rounds and ties, once every match is there: who met whom, who won, and how that is known.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "football/context.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

using text::Code;

// Order of knock-out kinds; a third place match stands aside.
constexpr int rank_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::preliminary: return 1;
    case RoundKind::qualifying: return 2;
    case RoundKind::play_off: return 3;
    case RoundKind::round_of_128: return 4;
    case RoundKind::round_of_64: return 5;
    case RoundKind::round_of_32: return 6;
    case RoundKind::round_of_16: return 7;
    case RoundKind::quarter_final: return 8;
    case RoundKind::semi_final: return 9;
    case RoundKind::final: return 11;
    default: return 0;
  }
}

constexpr std::int32_t slots_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::round_of_128: return 64;
    case RoundKind::round_of_64: return 32;
    case RoundKind::round_of_32: return 16;
    case RoundKind::round_of_16: return 8;
    case RoundKind::quarter_final: return 4;
    case RoundKind::semi_final: return 2;
    case RoundKind::third_place:
    case RoundKind::final: return 1;
    default: return 0;
  }
}

// Whether a result of this match stands.
bool counts(const Match& match) {
  switch (match.status) {
    case MatchStatus::played:
    case MatchStatus::awarded:
    case MatchStatus::walkover: return true;
    default: return false;
  }
}

MaybePair total_of(const Match& match) { return match.score.extra_time ? match.score.extra_time : match.score.full_time; }

// One round's matches and teams.
struct RoundView {
  std::vector<std::size_t> matches;
  std::set<std::size_t> teams;
  std::string first_date;
  bool knock_out = false;
};

// A pairing: the matches two teams play in one round.
struct Pairing {
  std::size_t round = none;
  std::vector<std::size_t> matches;
};

class Settler {
 public:
  explicit Settler(Context& context) : context_(context), season_(context.season()) {}

  void settle();

 private:
  void view_rounds();
  bool is_knock_out(std::size_t round) const;
  void find_pairings();
  void mark_legs();
  void make_tie(const Pairing& pairing);
  void decide(const Pairing& pairing, Tie& tie, bool two_legs);
  void win(Tie& tie, bool home, Decider decider, Basis basis) const;
  void state(const Pairing& pairing, Tie& tie, std::size_t match);
  void infer(const Pairing& pairing, Tie& tie);
  std::size_t next_round(std::size_t round) const;
  const Honour* honour_of(const Tie& tie, RoundKind kind) const;
  void count_round(std::size_t round);
  MaybeInt expected(std::size_t round) const;
  std::int32_t byes(std::size_t round) const;
  void report_empty(std::size_t round);
  bool is_home(const Pairing& pairing, std::size_t match) const {
    return context_.match_facts[match].home == context_.match_facts[pairing.matches.front()].home;
  }

  Context& context_;
  Season& season_;
  std::vector<RoundView> rounds_;
  std::vector<Pairing> pairings_;
};

void Settler::view_rounds() {
  rounds_.resize(season_.rounds.size());
  for (std::size_t i = 0; i < season_.matches.size(); ++i) {
    const MatchFacts& facts = context_.match_facts[i];
    if (facts.round == none) continue;
    RoundView& view = rounds_[facts.round];
    view.matches.push_back(i);
    view.teams.insert(facts.home);
    view.teams.insert(facts.away);
    const MaybeText& date = season_.matches[i].date;
    if (date && (view.first_date.empty() || *date < view.first_date)) view.first_date = *date;
  }
  for (std::size_t i = 0; i < rounds_.size(); ++i) rounds_[i].knock_out = is_knock_out(i);
}

bool Settler::is_knock_out(std::size_t round) const {
  const Round& record = season_.rounds[round];
  const RoundView& view = rounds_[round];
  if (record.kind == RoundKind::matchday || record.group) return false;
  if (record.kind == RoundKind::other) {
    // Unknown by name: only legs make it one.
    return !view.matches.empty() && std::all_of(view.matches.begin(), view.matches.end(), [&](std::size_t match) { return season_.matches[match].leg.has_value(); });
  }
  if (slots_of(record.kind) != 0) return true;
  // "First round", "Play-offs": a round-robin if many teams meet several others.
  std::map<std::size_t, std::set<std::size_t>> rivals;
  for (const std::size_t match : view.matches) {
    const MatchFacts& facts = context_.match_facts[match];
    rivals[facts.home].insert(facts.away);
    rivals[facts.away].insert(facts.home);
  }
  const auto many = std::count_if(rivals.begin(), rivals.end(), [](const auto& entry) { return entry.second.size() > 1; });
  return static_cast<std::size_t>(many) * 3 <= rivals.size();
}

void Settler::find_pairings() {
  for (std::size_t round = 0; round < rounds_.size(); ++round) {
    if (!rounds_[round].knock_out) continue;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> found;
    const std::size_t begin = pairings_.size();
    for (const std::size_t match : rounds_[round].matches) {
      const MatchFacts& facts = context_.match_facts[match];
      const auto key = std::minmax(facts.home, facts.away);
      const auto [entry, is_new] = found.emplace(key, pairings_.size());
      if (is_new) pairings_.push_back({round, {}});
      pairings_[entry->second].matches.push_back(match);
    }
    for (std::size_t i = begin; i < pairings_.size(); ++i) {
      // First leg first, whatever the order on the page; what has no leg keeps its place.
      std::stable_sort(pairings_[i].matches.begin(), pairings_[i].matches.end(), [&](std::size_t a, std::size_t b) {
        return season_.matches[a].leg.value_or(1) < season_.matches[b].leg.value_or(1);
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
        if (season_.matches[match].status != MatchStatus::abandoned && season_.matches[match].status != MatchStatus::annulled) standing.push_back(match);
      }
      const bool two = standing.size() == 2 && !season_.matches[standing[0]].leg && !season_.matches[standing[1]].leg && !context_.match_facts[standing[1]].replay &&
                       context_.match_facts[standing[0]].home == context_.match_facts[standing[1]].away;
      two ? doubles.push_back(&pairing) : void(++singles);
    }
    for (Pairing* pairing : doubles) {
      const MaybePair first = total_of(season_.matches[pairing->matches.front()]);
      const bool drawn = first && first->home == first->away;
      if (drawn && (singles > 0 || doubles.size() == 1)) continue;
      std::int32_t leg = 0;
      for (const std::size_t match : pairing->matches) {
        if (season_.matches[match].status != MatchStatus::abandoned && season_.matches[match].status != MatchStatus::annulled) season_.matches[match].leg = ++leg;
      }
    }
  }
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
    context_.diagnostics.add(Code::value_unreadable, {season_.matches[match].line, 1}, "stated winner \"" + facts.winner + "\" is no side of the tie", {{"found", facts.winner}});
    return;
  }
  const bool home = *team == first.home;
  const Match& record = season_.matches[match];
  const Decider decider = facts.decider ? *facts.decider : record.score.penalties ? Decider::penalties : record.score.extra_time ? Decider::extra_time : Decider::unknown;
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
    if (!final_match.score.penalties || final_match.score.penalties->home == final_match.score.penalties->away) return false;
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
          const auto show = [](const Pair& pair) { return std::to_string(pair.home) + "-" + std::to_string(pair.away); };
          context_.diagnostics.add(Code::aggregate_mismatch, {season_.matches[match].line, 1}, "aggregate is stated as " + show(*stated) + ", the legs add up to " + show(sum),
                                   {{"expected", show(sum)}, {"found", show(*stated)}, {"record", season_.matches[match].id}});
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

// The round of the same stage that comes next by kind, number and date.
std::size_t Settler::next_round(std::size_t round) const {
  const Round& record = season_.rounds[round];
  const int rank = rank_of(record.kind);
  if (rank == 0) return none;
  std::size_t best = none;
  const auto order = [&](std::size_t at) {
    return std::make_tuple(rank_of(season_.rounds[at].kind), context_.round_facts[at].ordinal, rounds_[at].first_date);
  };
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    const Round& other = season_.rounds[i];
    if (i == round || other.stage != record.stage || rank_of(other.kind) == 0 || rounds_[i].matches.empty() || !rounds_[i].knock_out) continue;
    if (order(i) <= order(round)) continue;
    // Where play-offs stand among the rounds only their dates tell.
    const bool loose = record.kind == RoundKind::play_off || other.kind == RoundKind::play_off;
    if (loose && (rounds_[round].first_date.empty() || rounds_[i].first_date <= rounds_[round].first_date)) continue;
    if (best == none || order(i) < order(best)) best = i;
  }
  return best;
}

const Honour* Settler::honour_of(const Tie& tie, RoundKind kind) const {
  if (kind != RoundKind::final && kind != RoundKind::third_place) return nullptr;
  const HonourKind wanted = kind == RoundKind::final ? HonourKind::winner : HonourKind::third;
  const auto rounds = std::count_if(season_.rounds.begin(), season_.rounds.end(), [&](const Round& round) { return round.kind == kind; });
  const Honour* found = nullptr;
  for (const Honour& honour : season_.honours) {
    if (honour.kind != wanted || (honour.team_id != tie.home_id && honour.team_id != tie.away_id)) continue;
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
    context_.diagnostics.add(Code::advancer_inferred, {last.line, 1}, "winner of " + tie.home + " against " + tie.away + " is not stated, " + *tie.winner + " " + reason,
                             {{"record", tie.id}, {"team", *tie.winner}, {"basis", std::string(basis_names[static_cast<std::size_t>(*tie.basis)])}});
  }
}

void Settler::make_tie(const Pairing& pairing) {
  const Match& first = season_.matches[pairing.matches.front()];
  const bool two_legs = std::any_of(pairing.matches.begin(), pairing.matches.end(), [&](std::size_t match) { return season_.matches[match].leg.has_value(); });
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
  for (const std::size_t match : pairing.matches) tie.line = std::min(tie.line, season_.matches[match].line);
  if (!turned) {
    decide(pairing, tie, two_legs);
  }
  for (const std::size_t match : pairing.matches) tie.legs.push_back(season_.matches[match].id);
  season_.ties.push_back(std::move(tie));
}

std::int32_t Settler::byes(std::size_t round) const {
  const std::size_t next = next_round(round);
  if (next == none) return 0;
  std::int32_t fresh = 0;
  for (const std::size_t team : rounds_[next].teams) {
    if (rounds_[round].teams.count(team) == 0) ++fresh;
  }
  return fresh;
}

// Matches a round should have: the slots of its kind, or half the teams on a matchday.
MaybeInt Settler::expected(std::size_t round) const {
  const Round& record = season_.rounds[round];
  if (const std::int32_t slots = slots_of(record.kind); slots != 0) return slots * record.legs;
  if (record.kind != RoundKind::matchday) return std::nullopt;
  for (const Standing& standing : season_.standings) {
    if (standing.stage == record.stage && standing.group == record.group && standing.rows.size() > 1) return static_cast<std::int32_t>(standing.rows.size() / 2);
  }
  std::set<std::size_t> teams;
  std::set<std::pair<MaybeText, MaybeText>> places;
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    const Round& other = season_.rounds[i];
    if (other.kind != RoundKind::matchday) continue;
    places.emplace(other.stage, other.group);
    if (other.stage == record.stage && other.group == record.group) teams.insert(rounds_[i].teams.begin(), rounds_[i].teams.end());
  }
  const auto listed = static_cast<std::size_t>(std::count_if(context_.team_facts.begin(), context_.team_facts.end(), [](const TeamFacts& facts) { return facts.record != none && facts.source == TeamSource::table; }));
  // Where groups or stages divide the teams, those seen there are the teams.
  const std::size_t count = places.size() == 1 && !record.group && listed > 0 ? listed : teams.size();
  if (count < 2) return std::nullopt;
  return static_cast<std::int32_t>(count / 2);
}

void Settler::count_round(std::size_t round) {
  Round& record = season_.rounds[round];
  const RoundView& view = rounds_[round];
  for (const std::size_t match : view.matches) record.legs = std::max(record.legs, season_.matches[match].leg.value_or(1));
  record.matches = static_cast<std::int32_t>(view.matches.size());
  record.expected_matches = expected(round);
  if (record.matches == 0) {
    record.status = RoundStatus::empty;
  } else if (!record.expected_matches || record.matches + byes(round) * record.legs >= *record.expected_matches) {
    record.status = RoundStatus::complete;
  } else {
    record.status = RoundStatus::partial;
  }
}

void Settler::settle() {
  view_rounds();
  find_pairings();
  mark_legs();
  settle_matches(context_);  // The ids of matches need their legs.
  for (const Pairing& pairing : pairings_) make_tie(pairing);
  for (std::size_t i = 0; i < pairings_.size(); ++i) infer(pairings_[i], season_.ties[i]);
  std::stable_sort(season_.ties.begin(), season_.ties.end(), [](const Tie& a, const Tie& b) { return a.line < b.line; });
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    count_round(i);
    if (season_.rounds[i].matches == 0) report_empty(i);
  }
}

void Settler::report_empty(std::size_t round) {
  const Round& record = season_.rounds[round];
  std::string message = "no match under \"" + record.round + "\"";
  std::vector<text::Context> details = {{"record", record.id}};
  if (record.expected_matches) {
    message += ", expected " + std::to_string(*record.expected_matches);
    details.push_back({"expected", std::to_string(*record.expected_matches)});
  }
  context_.diagnostics.add(Code::section_empty, {record.line, 1}, std::move(message), std::move(details));
}

}  // namespace

void settle_rounds(Context& context) { Settler(context).settle(); }

}  // namespace acta::football
