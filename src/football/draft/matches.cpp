/// What a match's score and scorers become.

#include <algorithm>
#include <map>
#include <memory_resource>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>

#include "football/draft/draft.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

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
  facts.winner_first |= line.winner_first;
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
    if (text::ascii_digits.find_in(name) != std::string_view::npos) {
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

void settle_matches(Context& context) {
  std::pmr::unordered_map<std::string_view, std::int32_t> used(
      &context.memory);  // Views of the first match's id.
  std::vector<Match>& matches = context.season().matches;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Match& match = matches[i];
    const MatchFacts& facts = context.match_facts[i];
    match.id.reserve(96);
    match.id = facts.round == none
                   ? text::slug(match.stage.value_or("") + " " + match.group.value_or(""))
                   : context.season().rounds[facts.round].id;
    if (match.id.empty()) match.id = "match";
    if (match.leg) match.id += "-leg-" + std::to_string(*match.leg);
    ((match.id += ':') += match.home_id) += ':';
    match.id += match.away_id;
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
