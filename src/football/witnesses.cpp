/// Results that tables, grids and brackets state a second time: witnesses of the matches, or
/// matches of their own where none is listed.

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "football/context.hpp"
#include "football/settler.hpp"

namespace acta::football {

using text::Code;

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
    const bool knock_out =
        context.match_facts[i].round != none &&
        context.season().rounds[context.match_facts[i].round].kind != RoundKind::matchday &&
        context.season().rounds[context.match_facts[i].round].kind != RoundKind::other;
    if (!knock_out) listed[{context.match_facts[i].home, context.match_facts[i].away}].push_back(i);
  }
  for (const GridResult& result : context.grid_results) {
    const auto found = listed.find({result.home_team, result.away_team});
    if (found != listed.end()) {
      if (found->second.size() > 1) continue;
      Match& match = context.season().matches[found->second.front()];
      const MaybePair total =
          match.score.extra_time ? match.score.extra_time : match.score.full_time;
      if (!total && match.status == MatchStatus::scheduled) {
        apply_score(result.score, match, context.match_facts[found->second.front()]);
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

void settle_rows(Context& context) {
  std::vector<Match>& matches = context.season().matches;
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
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const MatchFacts& facts = context.match_facts[i];
      const bool pair =
          (facts.home == home && facts.away == away) || (facts.home == away && facts.away == home);
      const bool here =
          matches[i].stage == place.stage && (matches[i].round == place.round || !place.round);
      if (pair && here) listed.push_back(last = i);
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

// The matches of a bracket's pairing: in its round where the article lists any.
std::vector<std::size_t> matches_of(Context& context, const BracketTie& tie, std::size_t home,
                                    std::size_t away) {
  std::vector<std::size_t> found;
  std::vector<std::size_t> in_round;
  for (std::size_t i = 0; i < context.match_facts.size(); ++i) {
    const MatchFacts& facts = context.match_facts[i];
    if (!((facts.home == home && facts.away == away) || (facts.home == away && facts.away == home)))
      continue;
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

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

// Who meets whom in the rounds of a kind.
Pairs pairs_of(Context& context, RoundKind kind) {
  Pairs pairs;
  for (const MatchFacts& facts : context.match_facts) {
    if (facts.round != none && context.season().rounds[facts.round].kind == kind)
      pairs.insert(std::minmax(facts.home, facts.away));
  }
  return pairs;
}

// The pairings of a bracket's round, of the teams that the article knows.
Pairs bracket_pairs(Context& context, RoundKind kind) {
  Pairs pairs;
  for (const BracketTie& tie : context.bracket_ties) {
    const auto home = context.teams.find(tie.home.text);
    const auto away = context.teams.find(tie.away.text);
    if (tie.place.kind == kind && home && away) pairs.insert(std::minmax(*home, *away));
  }
  return pairs;
}

// Whether every match that the article lists in the round is in the bracket too: then those that
// only the bracket has are matches on pages of their own, not others by another name.
bool bracket_holds_round(Context& context, RoundKind kind) {
  const Pairs listed = pairs_of(context, kind);
  const Pairs drawn = bracket_pairs(context, kind);
  return std::includes(drawn.begin(), drawn.end(), listed.begin(), listed.end());
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

bool round_has_matches(Context& context, const Place& place) {
  for (const MatchFacts& facts : context.match_facts) {
    if (facts.round == none) continue;
    const Round& round = context.season().rounds[facts.round];
    if (round.kind == place.kind || round.round == place.round) return true;
  }
  return false;
}

// Puts a place into the round of its kind that the article lists.
void join_round(Context& context, Place& place) {
  for (const MatchFacts& facts : context.match_facts) {
    if (facts.round == none) continue;
    const Round& round = context.season().rounds[facts.round];
    if (round.kind != place.kind) continue;
    place.stage = round.stage;
    place.group = round.group;
    place.round = round.round;
    return;
  }
}

void add_bracket_match(Context& context, const BracketTie& tie) {
  for (std::size_t leg = 0; leg < tie.scores.size(); ++leg) {
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
  std::vector<bool> told;
  std::vector<bool> held;
  for (const BracketTie& tie : context.bracket_ties) {
    told.push_back(round_has_matches(context, tie.place));
    held.push_back(bracket_holds_round(context, tie.place.kind));
  }
  for (std::size_t i = 0; i < context.bracket_ties.size(); ++i) {
    const BracketTie& tie = context.bracket_ties[i];
    const auto home = context.teams.find(tie.home.text);
    const auto away = context.teams.find(tie.away.text);
    std::vector<std::size_t> listed;
    if (home && away) listed = matches_of(context, tie, *home, *away);
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
    } else if (!told[i] && !tie.is_sum) {
      add_bracket_match(context, tie);
    } else if (tie.place.has_kind && tie.scores.size() == 1 && !tie.is_sum && held[i]) {
      // The box of this match may stand on a page of its own; its round is the others'.
      BracketTie told_tie = tie;
      join_round(context, told_tie.place);
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

void settle_tie_rows(Context& context) {
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
    if (reading.record == "matches") reading.index = place[reading.index];
  }
}

}  // namespace acta::football
