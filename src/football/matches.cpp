/// What a match's score and scorers become.

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "football/context.hpp"
#include "football/line.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using text::Code;

void apply_score(const MatchLine& line, Match& match, MatchFacts& facts) {
  if (line.score) {
    if (line.extra_time) {
      match.score.extra_time = line.score;
      match.score.full_time = line.full_time;
    } else {
      match.score.full_time = line.score;
    }
    match.score.half_time = line.half_time;
  }
  if (line.status) {
    match.status = *line.status;
  } else {
    match.status = line.score ? MatchStatus::played : MatchStatus::scheduled;
  }
  merge_notes(line, match, facts);
}

void merge_notes(const MatchLine& line, Match& match, MatchFacts& facts) {
  if (line.leg) match.leg = line.leg;
  if (line.status) match.status = *line.status;
  if (line.penalties) match.score.penalties = line.penalties;
  if (line.aggregate) facts.aggregate = line.aggregate;
  if (line.decider) facts.decider = line.decider;
  if (!line.winner.empty()) facts.winner = std::string(line.winner);
  facts.replay |= line.replay;
}

void add_scorers(Context& context, std::size_t index, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers) {
  MatchFacts& facts = context.match_facts[index];
  (side == Side::home ? facts.home_listed : facts.away_listed) = true;
  std::string_view before;
  for (const Scorer& scorer : scorers) {
    std::string_view name = scorer.name;
    if (name.empty() && scorer.continues) name = before;
    // "Own goal 12'": nobody is named.
    const std::string folded = name.size() <= 12 ? text::fold(name) : std::string();
    const bool nobody = folded == "own goal" || folded == "o.g." || folded == "o.g" ||
                        folded == "og" || folded == "autogol" || folded == "en contra";
    if (nobody) name = {};
    if (!name.empty() && !looks_like_name(name)) {
      context.diagnostics.add(
          Code::scorer_unread, context.at(text, scorer.name),
          "\"" + std::string(name.substr(0, 60)) + "\" does not read like a scorer's name",
          {{"found", std::string(name.substr(0, 60))}});
      if (scorer.minutes.empty()) continue;
    }
    if (!scorer.note.empty()) {
      context.diagnostics.add(
          Code::scorer_unread, context.at(text, scorer.note),
          "note \"" + std::string(scorer.note) + "\" of a scorer was not understood",
          {{"found", std::string(scorer.note)}});
    }
    if (name.find_first_of("0123456789") != std::string_view::npos) {
      context.diagnostics.add(Code::scorer_unread, context.at(text, scorer.name),
                              "\"" + std::string(name) + "\" holds a number that is no minute",
                              {{"found", std::string(name)}});
    }
    before = name;
    const auto add = [&](const GoalMinute& minute) {
      Goal goal;
      goal.side = side;
      goal.minute = minute.minute;
      goal.stoppage = minute.stoppage;
      goal.penalty = minute.penalty || scorer.penalty;
      goal.own_goal = minute.own_goal || scorer.own_goal || nobody;
      goal.line = text.line;
      if (!name.empty()) {
        // An own goal counts for this side and was scored by a player of the other.
        const bool home = (side == Side::home) != goal.own_goal;
        const Entity& player =
            context.player(text, name, home ? facts.home : facts.away, !goal.own_goal);
        goal.player = std::string(name);
        goal.player_id = player.id;
      }
      context.season().matches[index].goals.push_back(std::move(goal));
    };
    if (scorer.minutes.empty()) add({});
    for (const GoalMinute& minute : scorer.minutes) {
      if (minute.open) {
        context.diagnostics.add(Code::value_unreadable, context.at(text, scorer.name),
                                "minute " + std::to_string(*minute.minute) +
                                    "+ does not say how far into stoppage time");
      }
      add(minute);
    }
  }
}

namespace {

bool was_played(const Match& match) { return match.score.full_time || match.score.extra_time; }

// A score after extra time tells the one after 90 minutes where every goal has its minute.
void infer_full_time(Context& context, Match& match) {
  if (!match.score.extra_time || match.score.full_time) return;
  const Pair total = *match.score.extra_time;
  Pair listed;
  Pair regular;
  for (const Goal& goal : match.goals) {
    if (!goal.minute) return;
    std::int32_t& count = goal.side == Side::home ? listed.home : listed.away;
    ++count;
    if (*goal.minute <= 90) ++(goal.side == Side::home ? regular.home : regular.away);
  }
  if (listed != total) return;
  match.score.full_time = regular;
  context.diagnostics.add(Code::full_time_inferred, {match.line, 1},
                          "score after 90 minutes, " + std::to_string(regular.home) + "-" +
                              std::to_string(regular.away) +
                              ", follows from the minutes of all goals",
                          {{"record", match.id}, {"basis", std::string("goal minutes")}});
}

}  // namespace

namespace {

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
        const auto show = [](const Pair& pair) {
          return std::to_string(pair.home) + "-" + std::to_string(pair.away);
        };
        context.diagnostics.add(Code::table_vs_results, {result.home.line, 1},
                                "the grid says " + std::string(result.home.text) + " " +
                                    show(*result.score.score) + " " +
                                    std::string(result.away.text) + ", the match at line " +
                                    std::to_string(match.line) + " " + show(*total),
                                {{"record", match.id}, {"other_line", std::int64_t{match.line}}});
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

void settle_tie_rows(Context& context) {
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
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const MatchFacts& facts = context.match_facts[i];
      const bool pair =
          (facts.home == home && facts.away == away) || (facts.home == away && facts.away == home);
      const bool here =
          matches[i].stage == place.stage && (matches[i].round == place.round || !place.round);
      if (pair && here) last = i;
    }
    if (last == none) {
      const auto add = [&](std::optional<MatchLine> line, const wiki::Text& at_home,
                           const wiki::Text& at_away, bool turned, std::int32_t leg) {
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
        return index;
      };
      // A leg that the table leaves open was not listed.
      if (row.first || !row.second) last = add(row.first, row.home, row.away, false, 1);
      if (row.second) last = add(row.second, row.away, row.home, true, 2);
    }
    MatchFacts& facts = context.match_facts[last];
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
  settle_grid(context);
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

void settle_matches(Context& context) {
  std::unordered_map<std::string, std::int32_t> used;
  std::vector<Match>& matches = context.season().matches;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Match& match = matches[i];
    const MatchFacts& facts = context.match_facts[i];
    match.id = facts.round == none
                   ? text::slug(match.stage.value_or("") + " " + match.group.value_or(""))
                   : context.season().rounds[facts.round].id;
    if (match.id.empty()) match.id = "match";
    if (match.leg) match.id += "-leg-" + std::to_string(*match.leg);
    match.id += ":" + match.home_id + ":" + match.away_id;
    const std::int32_t repeat = ++used[match.id];
    if (repeat > 1) match.id += ":" + std::to_string(repeat);
    std::stable_sort(match.goals.begin(), match.goals.end(),
                     [](const Goal& a, const Goal& b) { return a.line < b.line; });
    infer_full_time(context, match);
    if (!was_played(match)) continue;
    const Pair total = match.score.extra_time ? *match.score.extra_time : *match.score.full_time;
    if (total == Pair{}) {
      match.goals_missing = Pair{};
    } else if (facts.home_listed || facts.away_listed) {
      Pair listed;
      for (const Goal& goal : match.goals) ++(goal.side == Side::home ? listed.home : listed.away);
      match.goals_missing =
          Pair{std::max(0, total.home - listed.home), std::max(0, total.away - listed.away)};
    }
  }
}

}  // namespace acta::football
