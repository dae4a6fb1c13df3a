/// Results that tables, grids and brackets state a second time: witnesses of the matches, or
/// matches of their own where none is listed.

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "football/draft/draft.hpp"
#include "football/settle/settler.hpp"

namespace acta::football {

using finding::Code;

namespace {

std::string show(const Pair& pair) {
  return std::to_string(pair.home) + "-" + std::to_string(pair.away);
}

Pair turned(const Pair& pair) { return {pair.away, pair.home}; }

// The cells of older grids get their sides once all rows are there: a row names its team in full,
// a column by an abbreviation.
void collect_old_grids(Context& context) {
  for (OldGrid& grid : context.old_grids) {
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
      for (std::size_t column = 0; column < grid.cells[row].size(); ++column) {
        GridResult& result = grid.cells[row][column];
        const bool square = grid.rows.size() == grid.columns.size();
        if (!result.score.score || row == column || column >= grid.columns.size()) continue;
        const std::uint32_t line = result.home.line;
        result.home = grid.rows[row];
        result.home.line = line;
        result.away = square ? grid.rows[column] : grid.columns[column];
        result.home_team = context.team(result.home, result.home.text);
        result.away_team = context.team(result.away, result.away.text);
        context.grid_results.push_back(std::move(result));
      }
    }
  }
}

// Results of a grid become matches where no match of the two is listed at that ground.
void settle_grid(Context& context) {
  if (context.grid_results.empty()) return;
  // A pair of teams may meet twice at one ground; then no match is the grid's for sure.
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> listed;
  for (std::size_t i = 0; i < context.match_facts.size(); ++i) {
    // "First round" may be one of groups.
    const bool knock_out =
        context.match_facts[i].round != none && !context.season().matches[i].group &&
        context.season().rounds[context.match_facts[i].round].kind != RoundKind::matchday &&
        context.season().rounds[context.match_facts[i].round].kind != RoundKind::other;
    if (!knock_out) listed[{context.match_facts[i].home, context.match_facts[i].away}].push_back(i);
  }
  for (const GridResult& result : context.grid_results) {
    std::vector<std::size_t> known;
    if (const auto found = listed.find({result.home_team, result.away_team}); found != listed.end())
      known = found->second;
    // What another stage or group lists is another match.
    std::erase_if(known, [&](std::size_t at) {
      const Match& match = context.season().matches[at];
      return (match.stage && result.place.stage && match.stage != result.place.stage) ||
             (match.group && result.place.group && match.group != result.place.group);
    });
    if (!known.empty()) {
      if (known.size() > 1) continue;
      Match& match = context.season().matches[known.front()];
      const MaybePair total =
          match.score.extra_time ? match.score.extra_time : match.score.full_time;
      if (!total && match.status == MatchStatus::scheduled) {
        apply_score(result.score, match, context.match_facts[known.front()]);
      } else if (total && total != result.score.score) {
        context.diagnostics.add(Code::table_vs_results, {result.home.line, 1},
                                "the grid says " + std::string(result.home.text) + " " +
                                    show(*result.score.score) + " " +
                                    std::string(result.away.text) + ", the match at line " +
                                    std::to_string(match.line) + " " + show(*total),
                                {{"other_line", std::int64_t{match.line}}});
      }
      continue;
    }
    Place place = result.place;
    place.fallback_round = std::nullopt;  // The heading of a grid is no round.
    const std::size_t index =
        context.add_match(place, result.home, result.home.text, result.home.text);
    set_away(context, index, result.away);
    apply_score(result.score, context.season().matches[index], context.match_facts[index]);
    context.refine(result.home.line, "matches", index);
  }
}

}  // namespace

namespace {

void contradict(Context& context, std::uint32_t line, const wiki::Text& home,
                const wiki::Text& away, const std::string& said, const Match& match,
                const std::string& found) {
  context.diagnostics.add(
      Code::tie_mismatch, {line, 1},
      std::string(home.text) + " against " + std::string(away.text) + " is " + said +
          " here, and " + found + " at line " + std::to_string(match.line),
      {{"expected", found}, {"found", said}, {"other_line", std::int64_t{match.line}}});
}

// A row says the same as the matches that are listed, or one of them is wrong.
void compare_row(Context& context, const TieRow& row, const std::vector<std::size_t>& listed,
                 std::size_t home) {
  const std::vector<Match>& matches = context.season().matches;
  const auto compare = [&](const std::optional<MatchLine>& line, std::size_t at) {
    const MaybePair total = total_of(matches[at]);
    if (!line || !line->score || !total) return;
    // Rows are written from their first side's view.
    const Pair seen = context.match_facts[at].home == home ? *total : turned(*total);
    if (seen != *line->score)
      contradict(context, row.line, row.home, row.away, show(*line->score), matches[at],
                 show(seen));
  };
  if (row.one_match && listed.size() == 1) compare(row.aggregate, listed.front());
  if (row.one_match || listed.size() != 2) return;
  compare(row.first, listed.front());
  compare(row.second, listed.back());
}

using Sides = std::pair<std::size_t, std::size_t>;

Sides sides_of(std::size_t one, std::size_t two) {
  return {std::min(one, two), std::max(one, two)};
}

// The matches of two teams, whoever is at home.  No two teams meet more often than that in what a
// row or a bracket may speak of; further matches are not looked at.
class Meetings {
 public:
  explicit Meetings(const Context& context) : context_(context) { update(); }

  // Takes in the matches that were added since.
  void update() {
    constexpr std::size_t most = 32;
    for (; known_ < context_.match_facts.size(); ++known_) {
      const MatchFacts& facts = context_.match_facts[known_];
      std::vector<std::size_t>& place = matches_[sides_of(facts.home, facts.away)];
      if (place.size() < most) place.push_back(known_);
    }
  }

  const std::vector<std::size_t>& of(std::size_t one, std::size_t two) const {
    static const std::vector<std::size_t> nothing;
    const auto found = matches_.find(sides_of(one, two));
    return found == matches_.end() ? nothing : found->second;
  }

 private:
  const Context& context_;
  std::size_t known_ = 0;
  std::map<Sides, std::vector<std::size_t>> matches_;
};

void settle_rows(Context& context) {
  if (context.tie_rows.empty()) return;
  std::vector<Match>& matches = context.season().matches;
  Meetings meetings(context);
  for (const TieRow& row : context.tie_rows) {
    Place place = row.place;
    if (!place.round && place.fallback_round) {
      place.round = place.fallback_round;
      place.stage = place.fallback_stage;
      place.line = place.heading_line;
    }
    const std::size_t home = context.team(row.home, row.home.text);
    const std::size_t away = context.team(row.away, row.away.text);
    std::size_t last = none;
    std::vector<std::size_t> listed;
    for (const std::size_t i : meetings.of(home, away)) {
      const bool here =
          matches[i].stage == place.stage && (matches[i].round == place.round || !place.round);
      if (here) listed.push_back(last = i);
    }
    compare_row(context, row, listed, home);
    if (last == none) {
      const auto add = [&](std::optional<MatchLine> line, const wiki::Text& at_home,
                           const wiki::Text& at_away, bool turned, MaybeInt leg) {
        wiki::Text anchor = at_home;
        anchor.line = row.line;
        const std::size_t index = context.add_match(place, anchor, at_home.text, at_home.text);
        set_away(context, index, at_away);
        MatchLine score = line.value_or(MatchLine{});
        if (turned) {
          for (std::optional<Pair>* pair :
               {&score.score, &score.half_time, &score.full_time, &score.penalties}) {
            if (*pair) std::swap((*pair)->home, (*pair)->away);
          }
        }
        apply_score(score, matches[index], context.match_facts[index]);
        matches[index].leg = leg;
        matches[index].end_line = std::max(row.line, row.end_line);
        return index;
      };
      if (row.one_match) last = add(row.aggregate, row.home, row.away, false, std::nullopt);
      // A leg that the table leaves open was not listed.
      if (!row.one_match && (row.first || !row.second))
        last = add(row.first, row.home, row.away, false, 1);
      if (!row.one_match && row.second) last = add(row.second, row.away, row.home, true, 2);
      meetings.update();
    }
    MatchFacts& facts = context.match_facts[last];
    if (row.one_match) continue;
    if (row.aggregate && row.aggregate->score) {
      const Pair sum = *row.aggregate->score;
      facts.aggregate = facts.home == home ? sum : Pair{sum.away, sum.home};
    }
    if (row.aggregate && row.aggregate->penalties && !matches[last].score.penalties) {
      const Pair kicks = *row.aggregate->penalties;
      matches[last].score.penalties = facts.home == home ? kicks : Pair{kicks.away, kicks.home};
    }
    if (row.away_goals) facts.decider = Decider::away_goals;
  }
}

}  // namespace

namespace {

// What the article lists and what its brackets have, by kind of round.
struct Rounds {
  std::map<RoundKind, std::set<Sides>> listed;
  std::map<RoundKind, std::set<Sides>> drawn;
  std::map<RoundKind, std::size_t> first;  // A match of the kind.
  std::set<std::string> names;
  std::map<RoundKind, bool> held;

  explicit Rounds(Context& context) {
    for (std::size_t i = 0; i < context.match_facts.size(); ++i) {
      const MatchFacts& facts = context.match_facts[i];
      if (facts.round == none) continue;
      const Round& round = context.season().rounds[facts.round];
      listed[round.kind].insert(sides_of(facts.home, facts.away));
      first.emplace(round.kind, i);
      names.insert(round.round);
    }
    for (const BracketTie& tie : context.bracket_ties) {
      const auto home = context.teams.find(tie.home.text);
      const auto away = context.teams.find(tie.away.text);
      if (home && away) drawn[tie.place.kind].insert(sides_of(*home, *away));
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
std::vector<std::size_t> matches_of(Context& context, const BracketTie& tie,
                                    const std::vector<std::size_t>& meetings) {
  std::vector<std::size_t> found;
  std::vector<std::size_t> in_round;
  for (const std::size_t i : meetings) {
    const MatchFacts& facts = context.match_facts[i];
    const bool has_round = facts.round != none;
    const RoundKind kind = has_round ? context.season().rounds[facts.round].kind : RoundKind::other;
    if (tie.place.has_kind && has_round && kind == tie.place.kind) {
      in_round.push_back(i);
    } else if (!context.season().matches[i].group &&
               (!tie.place.has_kind || kind == RoundKind::other)) {
      found.push_back(i);
    }
  }
  return in_round.empty() ? found : in_round;
}

// Whether the matches say what the bracket says, in one of the ways that people write it: each leg,
// the sum, the score with or without extra time; a replayed tie shows the last match.
bool agrees(Context& context, const BracketTie& tie, const std::vector<std::size_t>& played,
            std::size_t home) {
  std::vector<Pair> seen;
  Pair sum;
  for (const std::size_t at : played) {
    const Match& match = context.season().matches[at];
    const bool same = context.match_facts[at].home == home;
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
void join_round(Context& context, Place& place, std::size_t match) {
  const Round& round = context.season().rounds[context.match_facts[match].round];
  place.stage = round.stage;
  place.group = round.group;
  place.round = round.round;
}

void add_bracket_match(Context& context, const BracketTie& tie) {
  // A third number is the sum of two legs.
  const std::size_t legs = std::min<std::size_t>(tie.scores.size(), 2);
  for (std::size_t leg = 0; leg < legs; ++leg) {
    const bool second = leg == 1;
    wiki::Text anchor = second ? tie.away : tie.home;
    anchor.line = tie.line;
    const std::size_t index = context.add_match(tie.place, anchor, anchor.text, anchor.text);
    set_away(context, index, second ? tie.home : tie.away);
    Match& match = context.season().matches[index];
    MatchLine line;
    line.score = second ? turned(tie.scores[leg]) : tie.scores[leg];
    line.extra_time = tie.extra_time;
    if (tie.penalties) line.penalties = second ? turned(*tie.penalties) : *tie.penalties;
    apply_score(line, match, context.match_facts[index]);
    if (tie.scores.size() > 1) match.leg = static_cast<std::int32_t>(leg) + 1;
    if (tie.date) match.date = context.iso_date(*tie.date, {tie.line, 1});
    if (!tie.city.empty() && tie.scores.size() == 1) match.city = tie.city;
    context.refine(tie.line, "matches", index);
  }
}

// A bracket is a second witness of the matches; a round that is told nowhere else is told by it.
void settle_brackets(Context& context) {
  if (context.bracket_ties.empty()) return;
  Rounds rounds(context);
  const Meetings meetings(context);
  for (const BracketTie& tie : context.bracket_ties) {
    const bool told = rounds.tell(tie.place);
    const auto home = context.teams.find(tie.home.text);
    const auto away = context.teams.find(tie.away.text);
    std::vector<std::size_t> listed;
    if (home && away) listed = matches_of(context, tie, meetings.of(*home, *away));
    std::string said;
    for (const Pair& score : tie.scores) said += (said.empty() ? "" : ", ") + show(score);
    if (!listed.empty()) {
      if (agrees(context, tie, listed, *home)) continue;
      const Match& match = context.season().matches[listed.front()];
      std::string found;
      for (const std::size_t at : listed) {
        const MaybePair total = total_of(context.season().matches[at]);
        const bool same = context.match_facts[at].home == *home;
        if (total) found += (found.empty() ? "" : ", ") + show(same ? *total : turned(*total));
      }
      contradict(context, tie.line, tie.home, tie.away, said, match, found);
    } else if (!told && !tie.is_sum) {
      add_bracket_match(context, tie);
    } else if (tie.place.has_kind && tie.scores.size() == 1 && !tie.is_sum &&
               rounds.first.contains(tie.place.kind) && rounds.are_held(tie.place.kind)) {
      // The box of this match may stand on a page of its own; its round is the others'.
      BracketTie told_tie = tie;
      join_round(context, told_tie.place, rounds.first[tie.place.kind]);
      add_bracket_match(context, told_tie);
      context.diagnostics.add(Code::match_in_bracket_only, {tie.line, 1},
                              std::string(tie.home.text) + " against " +
                                  std::string(tie.away.text) + " is known from the bracket alone");
    } else {
      context.diagnostics.add(Code::tie_mismatch, {tie.line, 1},
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
void turn_shootouts(Context& context) {
  for (std::size_t i = 0; i < context.match_facts.size(); ++i) {
    const MatchFacts& facts = context.match_facts[i];
    MaybePair& kicks = context.season().matches[i].score.penalties;
    if (!facts.winner_first || !kicks) continue;
    const auto winner = context.teams.find(facts.winner);
    const bool home_has_more = kicks->home > kicks->away;
    if (winner && (*winner == facts.home || *winner == facts.away) &&
        home_has_more != (*winner == facts.home))
      kicks = turned(*kicks);
  }
}

}  // namespace

void settle_tie_rows(Context& context) {
  turn_shootouts(context);
  settle_rows(context);
  collect_old_grids(context);
  settle_grid(context);
  settle_brackets(context);
  std::vector<Match>& matches = context.season().matches;
  // By line, as they stand in the article.
  std::vector<std::size_t> order(matches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return matches[a].line < matches[b].line; });
  if (std::is_sorted(order.begin(), order.end())) return;
  std::vector<Match> sorted;
  std::vector<MatchFacts> facts;
  std::vector<std::uint32_t> place(matches.size());
  for (const std::size_t from : order) {
    place[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(matches[from]));
    facts.push_back(std::move(context.match_facts[from]));
  }
  matches = std::move(sorted);
  context.match_facts = std::move(facts);
  for (Reading& reading : context.out.lines) {
    if (std::string_view(reading.record) == "matches") reading.index = place[reading.index];
  }
}

}  // namespace acta::football
