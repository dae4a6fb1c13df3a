/// Results that tables, grids and brackets state a second time: witnesses of the matches, or
/// matches of their own where none is listed.

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "football/draft/fit.hpp"
#include "football/draft/match.hpp"
#include "football/settle/settle.hpp"
#include "football/settle/settler.hpp"

namespace acta::football {

using finding::Code;

namespace {

std::string show(const Pair& pair) {
  return std::to_string(pair.home) + "-" + std::to_string(pair.away);
}

// The cells of older grids get their sides once all rows are there: a row names its team in full,
// a column by an abbreviation.
void collect_old_grids(Draft& draft) {
  for (OldGrid& grid : draft.old_grids) {
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
      for (std::size_t column = 0; column < grid.cells[row].size(); ++column) {
        GridResult& result = grid.cells[row][column];
        const bool square = grid.rows.size() == grid.columns.size();
        if (!result.score.score || row == column || column >= grid.columns.size()) continue;
        const std::uint32_t line = result.home.line;
        result.home = grid.rows[row];
        result.home.line = line;
        result.away = square ? grid.rows[column] : grid.columns[column];
        result.home_team = draft.team(result.home, result.home.text);
        result.away_team = draft.team(result.away, result.away.text);
        draft.grid_results.push_back(std::move(result));
      }
    }
  }
}

// Where a match stands: its round, or its stage where it has none.
using Spot = std::pair<std::size_t, MaybeText>;

Spot spot_of(const DraftMatch& match) { return {match.facts.round, match.record.stage}; }

// Places whose matches are not the grid's: known by no kind, and most of their results are others
// than the grid has for the same sides, as of a play-off that follows the league.
std::set<Spot> places_beside(
    const Draft& draft,
    const std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>>& listed) {
  struct Count {
    std::size_t same = 0;
    std::size_t other = 0;
  };

  std::map<Spot, Count> counts;
  for (const GridResult& result : draft.grid_results) {
    const auto found = listed.find({result.home_team, result.away_team});
    if (found == listed.end() || !result.score.score) continue;
    for (const std::size_t at : found->second) {
      const std::size_t round = draft.matches[at].facts.round;
      const MaybePair total = total_of(draft.matches[at].record);
      const bool named = round != no_index && draft.rounds[round].record.kind != RoundKind::other;
      const bool unplaced = round == no_index && !draft.matches[at].record.stage;
      if (named || unplaced || !total) continue;
      Count& count = counts[spot_of(draft.matches[at])];
      ++(total == result.score.score ? count.same : count.other);
    }
  }
  std::set<Spot> beside;
  for (const auto& [spot, count] : counts) {
    if (count.other > count.same) beside.insert(spot);
  }
  return beside;
}

// Results of a grid become matches where no match of the two is listed at that ground.
void settle_grid(Draft& draft) {
  if (draft.grid_results.empty()) return;
  // A pair of teams may meet twice at one ground; then no match is the grid's for sure.
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> listed;
  for (std::size_t i = 0; i < draft.matches.size(); ++i) {
    // "First round" may be one of groups.
    const bool knock_out =
        draft.matches[i].facts.round != no_index && !draft.matches[i].record.group &&
        draft.rounds[draft.matches[i].facts.round].record.kind != RoundKind::matchday &&
        draft.rounds[draft.matches[i].facts.round].record.kind != RoundKind::other;
    if (!knock_out) listed[{draft.matches[i].facts.home, draft.matches[i].facts.away}].push_back(i);
  }
  const std::set<Spot> beside = places_beside(draft, listed);
  for (const GridResult& result : draft.grid_results) {
    std::vector<std::size_t> known;
    if (const auto found = listed.find({result.home_team, result.away_team}); found != listed.end())
      known = found->second;
    // What another stage or group lists is another match.
    std::erase_if(known, [&](std::size_t at) {
      const Match& match = draft.matches[at].record;
      return beside.contains(spot_of(draft.matches[at])) ||
             (match.stage && !result.place.stage.empty() &&
              match.stage != result.place.stage.text()) ||
             (match.group && result.place.group && match.group != result.place.group);
    });
    if (!known.empty()) {
      if (known.size() > 1) continue;
      Match& match = draft.matches[known.front()].record;
      const MaybePair total =
          match.score.extra_time ? match.score.extra_time : match.score.full_time;
      if (!total && match.status == MatchStatus::scheduled) {
        apply_score(result.score, draft.matches[known.front()]);
      } else if (total && total != result.score.score) {
        draft.diagnostics.add(
            Code::table_vs_results, draft.source.start_of(result.home.line),
            "the grid says " + std::string(result.home.text) + " " + show(*result.score.score) +
                " " + std::string(result.away.text) + ", the match at " +
                draft.diagnostics.name_line(position_of(match)) + " " + show(*total),
            {{"other_line", std::int64_t{match.line}}});
      }
      continue;
    }
    Place place = result.place;
    place.fallback_round = std::nullopt;  // The heading of a grid is no round.
    const std::uint32_t line = result.home.line;
    const std::size_t index = draft.add_match(place, {result.home, result.away}, line, line);
    apply_score(result.score, draft.matches[index]);
    draft.readings.refine(result.home.line, {RecordKind::matches, index});
  }
}

}  // namespace

namespace {

void contradict(Draft& draft, std::uint32_t line, const wiki::Text& home, const wiki::Text& away,
                const std::string& said, const Match& match, const std::string& found) {
  draft.diagnostics.add(
      Code::tie_mismatch, draft.source.start_of(line),
      std::string(home.text) + " against " + std::string(away.text) + " is " + said +
          " here, and " + found + " at " + draft.diagnostics.name_line(position_of(match)),
      {{"expected", found}, {"found", said}, {"other_line", std::int64_t{match.line}}});
}

// A row says the same as the matches that are listed, or one of them is wrong.
void compare_row(Draft& draft, const TieRow& row, const std::vector<std::size_t>& listed,
                 std::size_t home) {
  const auto compare = [&](const std::optional<MatchLine>& line, std::size_t at) {
    const DraftMatch& match = draft.matches[at];
    const MaybePair total = total_of(match.record);
    if (!line || !line->score || !total) return;
    // Rows are written from their first side's view.
    const Pair seen = match.facts.home == home ? *total : turned(*total);
    if (seen != *line->score)
      contradict(draft, row.line, row.home, row.away, show(*line->score), match.record, show(seen));
  };
  if (row.one_match && listed.size() == 1) compare(row.aggregate, listed.front());
  if (row.one_match || listed.size() != 2) return;
  compare(row.first, listed.front());
  compare(row.second, listed.back());
}

/// Two teams, whoever is at home.
using Meeting = std::pair<std::size_t, std::size_t>;

Meeting meeting_of(std::size_t one, std::size_t two) {
  return {std::min(one, two), std::max(one, two)};
}

// The matches of two teams, whoever is at home.  No two teams meet more often than that in what a
// row or a bracket may speak of; further matches are not looked at.
class Meetings {
 public:
  explicit Meetings(const Draft& draft) : draft_(draft) { update(); }

  // Takes in the matches that were added since.
  void update() {
    constexpr std::size_t most = 32;
    for (; known_ < draft_.matches.size(); ++known_) {
      const MatchFacts& facts = draft_.matches[known_].facts;
      std::vector<std::size_t>& place = matches_[meeting_of(facts.home, facts.away)];
      if (place.size() < most) place.push_back(known_);
    }
  }

  const std::vector<std::size_t>& of(std::size_t one, std::size_t two) const {
    static const std::vector<std::size_t> nothing;
    const auto found = matches_.find(meeting_of(one, two));
    return found == matches_.end() ? nothing : found->second;
  }

 private:
  const Draft& draft_;
  std::size_t known_ = 0;
  std::map<Meeting, std::vector<std::size_t>> matches_;
};

// Matches by their round and one side, to find the one whose other side a row spells otherwise.
class NearMatches {
 public:
  explicit NearMatches(const Draft& draft) : draft_(draft) {
    for (std::size_t i = 0; i < draft.matches.size(); ++i) {
      const MatchFacts& facts = draft.matches[i].facts;
      if (facts.round == no_index || facts.in_row) continue;
      by_side_[{facts.round, facts.home}].push_back(i);
      by_side_[{facts.round, facts.away}].push_back(i);
    }
  }

  // The only match of the round with one of these sides in its place and another that is spelled
  // much like it, of which `is_same` holds; `no_index` for none and for several.
  template <typename IsSame>
  std::size_t find(std::size_t round, std::size_t home, std::size_t away, IsSame is_same) const {
    std::size_t found = no_index;
    for (const bool of_home : {true, false}) {
      const auto place = by_side_.find({round, of_home ? home : away});
      if (place == by_side_.end()) continue;
      for (const std::size_t at : place->second) {
        const MatchFacts& facts = draft_.matches[at].facts;
        if (of_home ? facts.home != home : facts.away != away) continue;
        const std::size_t other = of_home ? away : home;
        const std::size_t its = of_home ? facts.away : facts.home;
        if (fit(draft_.teams[other].name, draft_.teams[its].name) != Fit::alike ||
            !is_same(draft_.matches[at]))
          continue;
        if (found != no_index) return no_index;
        found = at;
      }
    }
    return found;
  }

 private:
  const Draft& draft_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> by_side_;
};

// Says that a row and a match are one, though they spell a side differently.
void report_near(Draft& draft, std::uint32_t line, std::size_t home, std::size_t away,
                 const DraftMatch& match) {
  const bool home_differs = home != match.facts.home;
  const std::string& name = draft.teams[home_differs ? home : away].name;
  const std::string& other = draft.teams[home_differs ? match.facts.home : match.facts.away].name;
  draft.diagnostics.add(Code::spelling_varies, draft.source.start_of(line),
                        "team \"" + name + "\" is spelled \"" + other + "\" at " +
                            draft.diagnostics.name_line(position_of(match.record)) +
                            ", in the same match by round, opponent and score",
                        {{"found", name}, {"expected", other}, {"basis", std::string("match")}});
}

// The matches of a row that the article lists nowhere else; gives the last of them.
std::size_t add_matches(Draft& draft, const TieRow& row, const Place& place) {
  const std::uint32_t end_line = std::max(row.line, row.end_line);
  const auto add = [&](const std::optional<MatchLine>& line, const Sides& sides, MaybeInt leg) {
    const std::size_t index = draft.add_match(place, sides, row.line, end_line);
    apply_score(line.value_or(MatchLine{}), draft.matches[index]);
    draft.matches[index].record.leg = leg;
    draft.matches[index].facts.told_at.push_back(row.line);
    return index;
  };
  // "w/o" in the place of the sum: no leg was played.
  const bool no_legs = !row.first && !row.second && row.aggregate && row.aggregate->status;
  if (row.one_match || no_legs) return add(row.aggregate, {row.home, row.away}, std::nullopt);
  std::size_t last = no_index;
  // A leg that the table leaves open was not listed.
  if (row.first || !row.second) last = add(row.first, {row.home, row.away}, 1);
  if (row.second) last = add(turned(*row.second), {row.away, row.home}, 2);
  return last;
}

// A tie of which only the aggregate is told: it has no legs.
void tell_tie(Draft& draft, const TieRow& row, const Place& place, std::size_t home,
              std::size_t away) {
  if (!place.round) {
    draft.unread(row.home, "a heading above that names the round of the tie");
    draft.readings.claim(row.home, wiki::LineClass::unread, "tie row");
    return;
  }
  const std::size_t round = draft.round(place);
  Tie tie;
  tie.stage = place.stage.text();
  tie.round = *place.round;
  tie.home = std::string(row.home.text);
  tie.home_id = draft.teams[home].id;
  tie.away = std::string(row.away.text);
  tie.away_id = draft.teams[away].id;
  tie.id = draft.rounds[round].record.id + ":" + tie.home_id + ":" + tie.away_id;
  tie.aggregate = row.aggregate->score;
  const MaybePair& kicks = row.aggregate->penalties;
  const bool shot_out = row.penalties || (kicks && kicks->home != kicks->away);
  std::optional<Side> winner = row.winner;
  if (!winner && kicks && kicks->home != kicks->away)
    winner = kicks->home > kicks->away ? Side::home : Side::away;
  const bool unequal = tie.aggregate && tie.aggregate->home != tie.aggregate->away;
  tie.basis = winner ? Basis::stated : Basis::aggregate;
  if (!winner && unequal)
    winner = tie.aggregate->home > tie.aggregate->away ? Side::home : Side::away;
  tie.decided_by = shot_out         ? Decider::penalties
                   : row.away_goals ? Decider::away_goals
                   : row.coin_toss  ? Decider::coin_toss
                   : unequal        ? Decider::aggregate
                                    : Decider::unknown;
  if (winner) {
    tie.winner = *winner == Side::home ? tie.home : tie.away;
    tie.winner_id = *winner == Side::home ? tie.home_id : tie.away_id;
  } else {
    tie.basis.reset();
  }
  draft.team_record(home, TeamSource::match, row.line);
  draft.team_record(away, TeamSource::match, row.line);
  draft.locate(tie, row.line);
  draft.told_ties.push_back({std::move(tie), round, row.line});
}

void settle_rows(Draft& draft) {
  if (draft.tie_rows.empty()) return;
  Meetings meetings(draft);
  const NearMatches near_matches(draft);
  for (const TieRow& row : draft.tie_rows) {
    const Place place = row.place.of_match();
    const MaybeText stage = place.stage.text();
    const std::size_t home = draft.team(row.home, row.home.text);
    const std::size_t away = draft.team(row.away, row.away.text);
    std::vector<std::size_t> listed;
    for (const std::size_t i : meetings.of(home, away)) {
      DraftMatch& match = draft.matches[i];
      if (match.record.stage != stage || (match.record.round != place.round && place.round))
        continue;
      match.facts.told_at.push_back(row.line);
      listed.push_back(i);
    }
    if (listed.empty() && place.round) {
      const auto& told = row.one_match ? row.aggregate : row.first;
      const std::size_t near =
          near_matches.find(draft.round(place), home, away, [&](const DraftMatch& match) {
            return told && told->score && total_of(match.record) == told->score;
          });
      if (near != no_index) {
        report_near(draft, row.line, home, away, draft.matches[near]);
        draft.readings.refine(row.line, {RecordKind::matches, near});
        draft.matches[near].facts.told_at.push_back(row.line);
        continue;
      }
    }
    compare_row(draft, row, listed, home);
    const bool has_sum = row.aggregate && (row.aggregate->score || row.aggregate->penalties);
    if (row.sum_only && has_sum && listed.empty()) {
      tell_tie(draft, row, place, home, away);
      continue;
    }
    const std::size_t last = listed.empty() ? add_matches(draft, row, place) : listed.back();
    if (listed.empty()) meetings.update();
    draft.readings.refine(row.line, {RecordKind::matches, last});
    DraftMatch& match = draft.matches[last];
    if (row.winner) {
      const wiki::Text& winner = *row.winner == Side::home ? row.home : row.away;
      match.facts.winner = std::string(winner.text);
    }
    if (row.coin_toss) match.facts.decider = Decider::coin_toss;
    if (row.penalties) match.facts.decider = Decider::penalties;
    if (row.one_match) continue;
    const auto seen = [&](const Pair& pair) {
      return match.facts.home == home ? pair : turned(pair);
    };
    if (row.aggregate && row.aggregate->score) match.facts.aggregate = seen(*row.aggregate->score);
    if (row.aggregate && row.aggregate->penalties && !match.record.score.penalties)
      match.record.score.penalties = seen(*row.aggregate->penalties);
    if (row.away_goals) match.facts.decider = Decider::away_goals;
  }
}

}  // namespace

namespace {

// What the article lists and what its brackets have, by kind of round.
struct Rounds {
  std::map<RoundKind, std::set<Meeting>> listed;
  std::map<RoundKind, std::set<Meeting>> drawn;
  std::map<RoundKind, std::size_t> first;  // A match of the kind.
  std::set<std::string> names;
  std::map<RoundKind, bool> held;

  explicit Rounds(Draft& draft) {
    for (std::size_t i = 0; i < draft.matches.size(); ++i) {
      const MatchFacts& facts = draft.matches[i].facts;
      if (facts.round == no_index) continue;
      const Round& round = draft.rounds[facts.round].record;
      listed[round.kind].insert(meeting_of(facts.home, facts.away));
      first.emplace(round.kind, i);
      names.insert(round.round);
    }
    for (const BracketTie& tie : draft.bracket_ties) {
      const auto home = draft.teams.find(tie.home.text);
      const auto away = draft.teams.find(tie.away.text);
      if (home && away) drawn[tie.place.kind].insert(meeting_of(*home, *away));
    }
  }

  bool tell(const Place& place) const {
    return first.contains(place.kind) || (place.round && names.contains(*place.round));
  }

  // Whether every match that the article lists in the round is in the bracket too: then those that
  // only the bracket has are matches on pages of their own, not others by another name.
  bool are_held(RoundKind kind) {
    const auto [place, is_new] = held.try_emplace(kind);
    if (is_new)
      place->second = std::includes(drawn[kind].begin(), drawn[kind].end(), listed[kind].begin(),
                                    listed[kind].end());
    return place->second;
  }
};

// The matches of a bracket's pairing: in its round where the article lists any.
std::vector<std::size_t> matches_of(Draft& draft, const BracketTie& tie,
                                    const std::vector<std::size_t>& meetings) {
  std::vector<std::size_t> found;
  std::vector<std::size_t> in_round;
  for (const std::size_t i : meetings) {
    const MatchFacts& facts = draft.matches[i].facts;
    const bool has_round = facts.round != no_index;
    const RoundKind kind = has_round ? draft.rounds[facts.round].record.kind : RoundKind::other;
    if (tie.place.has_kind && has_round && kind == tie.place.kind) {
      in_round.push_back(i);
    } else if (!draft.matches[i].record.group &&
               (!tie.place.has_kind || kind == RoundKind::other)) {
      found.push_back(i);
    }
  }
  return in_round.empty() ? found : in_round;
}

// Whether the matches say what the bracket says, in one of the ways that people write it: each leg,
// the sum, the score with or without extra time; a replayed tie shows the last match.
bool agrees(Draft& draft, const BracketTie& tie, const std::vector<std::size_t>& played,
            std::size_t home) {
  std::vector<Pair> seen;
  Pair sum;
  for (const std::size_t at : played) {
    const Match& match = draft.matches[at].record;
    const bool same = draft.matches[at].facts.home == home;
    for (const MaybePair& score : {match.score.full_time, match.score.extra_time}) {
      if (score) seen.push_back(same ? *score : turned(*score));
    }
    if (const MaybePair total = total_of(match)) {
      sum.home += same ? total->home : total->away;
      sum.away += same ? total->away : total->home;
    }
  }
  if (seen.empty()) return true;  // Nothing to compare with.
  seen.push_back(sum);
  const auto is_seen = [&](const Pair& pair) {
    return std::find(seen.begin(), seen.end(), pair) != seen.end();
  };
  return std::all_of(tie.scores.begin(), tie.scores.end(), is_seen);
}

// Puts a place into the round of a match.
void join_round(Draft& draft, Place& place, std::size_t match) {
  const DraftRound& round = draft.rounds[draft.matches[match].facts.round];
  place.stage = round.stage;
  place.group = round.record.group;
  place.round = round.record.round;
}

void add_bracket_match(Draft& draft, const BracketTie& tie) {
  // A third number is the sum of two legs.
  const std::size_t legs = tie.status ? 1 : std::min<std::size_t>(tie.scores.size(), 2);
  for (std::size_t leg = 0; leg < legs; ++leg) {
    const bool second = leg == 1;
    const Sides sides = second ? Sides{tie.away, tie.home} : Sides{tie.home, tie.away};
    const std::size_t index = draft.add_match(tie.place, sides, tie.line, tie.line);
    DraftMatch& match = draft.matches[index];
    MatchLine line;
    if (leg < tie.scores.size()) line.score = tie.scores[leg];
    line.status = tie.status;
    line.extra_time = tie.extra_time;
    if (leg + 1 == legs) line.penalties = tie.penalties;
    apply_score(second ? turned(line) : line, match);
    if (tie.scores.size() > 1) match.record.leg = static_cast<std::int32_t>(leg) + 1;
    if (tie.date) match.record.date = draft.iso_date(*tie.date, draft.source.start_of(tie.line));
    if (!tie.city.empty() && tie.scores.size() <= 1) match.record.city = tie.city;
    match.facts.told_at.push_back(tie.line);
    draft.readings.refine(tie.line, {RecordKind::matches, index});
  }
}

// A bracket is a second witness of the matches; a round that is told nowhere else is told by it.
void settle_brackets(Draft& draft) {
  if (draft.bracket_ties.empty()) return;
  Rounds rounds(draft);
  const Meetings meetings(draft);
  for (const BracketTie& tie : draft.bracket_ties) {
    const bool told = rounds.tell(tie.place);
    const auto home = draft.teams.find(tie.home.text);
    const auto away = draft.teams.find(tie.away.text);
    std::vector<std::size_t> listed;
    if (home && away) listed = matches_of(draft, tie, meetings.of(*home, *away));
    std::string said;
    for (const Pair& score : tie.scores) said += (said.empty() ? "" : ", ") + show(score);
    if (tie.status) said = match_status_names[static_cast<std::size_t>(*tie.status)];
    for (const std::size_t at : listed) draft.matches[at].facts.told_at.push_back(tie.line);
    if (!listed.empty()) {
      if (agrees(draft, tie, listed, *home)) continue;
      const Match& match = draft.matches[listed.front()].record;
      std::string found;
      for (const std::size_t at : listed) {
        const MaybePair total = total_of(draft.matches[at].record);
        const bool same = draft.matches[at].facts.home == *home;
        if (total) found += (found.empty() ? "" : ", ") + show(same ? *total : turned(*total));
      }
      contradict(draft, tie.line, tie.home, tie.away, said, match, found);
    } else if (!told && !tie.is_sum) {
      add_bracket_match(draft, tie);
    } else if (tie.place.has_kind && tie.scores.size() == 1 && !tie.is_sum &&
               rounds.first.contains(tie.place.kind) && rounds.are_held(tie.place.kind)) {
      // The box of this match may stand on a page of its own; its round is the others'.
      BracketTie told_tie = tie;
      join_round(draft, told_tie.place, rounds.first[tie.place.kind]);
      add_bracket_match(draft, told_tie);
      draft.diagnostics.add(Code::match_in_bracket_only, draft.source.start_of(tie.line),
                            std::string(tie.home.text) + " against " + std::string(tie.away.text) +
                                " is known from the bracket alone");
    } else {
      draft.diagnostics.add(Code::tie_mismatch, draft.source.start_of(tie.line),
                            "the bracket has " + std::string(tie.home.text) + " against " +
                                std::string(tie.away.text) + " (" + said +
                                "), the matches of the round do not",
                            {{"found", said}});
    }
  }
}

}  // namespace

namespace {

// "Bruma won 5–4 on penalties": who won has more, whichever side that is.
void turn_shootouts(Draft& draft) {
  for (std::size_t i = 0; i < draft.matches.size(); ++i) {
    const MatchFacts& facts = draft.matches[i].facts;
    MaybePair& kicks = draft.matches[i].record.score.penalties;
    if (!facts.winner_first || !kicks) continue;
    const auto winner = draft.teams.find(facts.winner);
    const bool home_has_more = kicks->home > kicks->away;
    if (winner && (*winner == facts.home || *winner == facts.away) &&
        home_has_more != (*winner == facts.home))
      kicks = turned(*kicks);
  }
}

}  // namespace

namespace {

// Whether a match says no more than a row of sides and scores can.
bool is_bare(const DraftMatch& match) {
  const Match& record = match.record;
  return match.facts.in_row && !record.date && !record.time && record.goals.empty() &&
         !record.stadium && !record.city && !record.attendance;
}

// Whether two matches of a round are one: a row of a table, and the match itself.
bool is_row_of(const DraftMatch& row, const DraftMatch& match) {
  const MaybePair told = total_of(row.record);
  const MaybePair total = total_of(match.record);
  if (match.facts.in_row || row.facts.round != match.facts.round || !told || !total ||
      row.record.leg != match.record.leg)
    return false;
  const bool same = row.facts.home == match.facts.home && row.facts.away == match.facts.away;
  const bool swapped = row.facts.home == match.facts.away && row.facts.away == match.facts.home;
  return (same && *told == *total) || (swapped && !row.record.leg && *told == turned(*total));
}

// What only the row says about its match.
void complete(DraftMatch& match, const DraftMatch& row) {
  const bool same = row.facts.home == match.facts.home;
  const auto seen = [&](const Pair& pair) { return same ? pair : turned(pair); };
  const Score& told = row.record.score;
  Score& score = match.record.score;
  if (told.penalties && !score.penalties) score.penalties = seen(*told.penalties);
  if (told.extra_time && !score.extra_time) {
    score.extra_time = score.full_time;
    score.full_time = std::nullopt;
  }
  if (row.facts.decider && !match.facts.decider) match.facts.decider = row.facts.decider;
  if (match.facts.winner.empty()) match.facts.winner = row.facts.winner;
  match.facts.told_at.push_back(row.facts.line);
}

// Rows of ties of one match are witnesses of the matches that the round lists below them.
void settle_match_rows(Draft& draft) {
  using Key = std::pair<std::size_t, std::pair<std::size_t, std::size_t>>;
  const auto key_of = [](const DraftMatch& match) {
    return Key{match.facts.round, std::minmax(match.facts.home, match.facts.away)};
  };
  std::map<Key, std::vector<std::size_t>> listed;
  for (std::size_t i = 0; i < draft.matches.size(); ++i) {
    const DraftMatch& match = draft.matches[i];
    if (match.facts.round != no_index && !match.facts.in_row) listed[key_of(match)].push_back(i);
  }
  const NearMatches near_matches(draft);
  std::vector<std::size_t> into(draft.matches.size());
  std::iota(into.begin(), into.end(), std::size_t{0});
  bool changed = false;
  for (std::size_t i = 0; i < draft.matches.size(); ++i) {
    if (draft.matches[i].facts.round == no_index || !is_bare(draft.matches[i])) continue;
    const DraftMatch& row = draft.matches[i];
    std::size_t match = no_index;
    if (const auto found = listed.find(key_of(row)); found != listed.end()) {
      const auto same =
          std::find_if(found->second.begin(), found->second.end(),
                       [&](std::size_t at) { return is_row_of(row, draft.matches[at]); });
      if (same != found->second.end()) match = *same;
    } else {
      const MaybePair total = total_of(row.record);
      match = near_matches.find(
          row.facts.round, row.facts.home, row.facts.away, [&](const DraftMatch& one) {
            return total && total_of(one.record) == total && one.record.leg == row.record.leg;
          });
      if (match != no_index)
        report_near(draft, row.facts.line, row.facts.home, row.facts.away, draft.matches[match]);
    }
    if (match == no_index) continue;
    complete(draft.matches[match], row);
    into[i] = match;
    changed = true;
  }
  if (changed) draft.readings.merge(draft.matches, RecordKind::matches, into);
}

}  // namespace

void settle_witnesses(Draft& draft) {
  turn_shootouts(draft);
  settle_match_rows(draft);
  settle_rows(draft);
  collect_old_grids(draft);
  settle_grid(draft);
  settle_brackets(draft);
  draft.readings.sort(draft.matches, RecordKind::matches,
                      [&](std::size_t i) { return draft.matches[i].facts.line; });
}

}  // namespace acta::football
