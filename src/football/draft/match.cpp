#include "football/draft/match.hpp"

#include <string>
#include <string_view>

#include "football/phrase/name.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

void apply_score(const MatchLine& line, DraftMatch& draft) {
  Match& match = draft.record;
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
  merge_notes(line, draft);
}

void merge_notes(const MatchLine& line, DraftMatch& draft) {
  Match& match = draft.record;
  MatchFacts& facts = draft.facts;
  if (line.leg) match.leg = line.leg;
  if (line.status) match.status = *line.status;
  if (line.penalties) match.score.penalties = line.penalties;
  if (line.aggregate) facts.aggregate = line.aggregate;
  if (line.decider) facts.decider = line.decider;
  if (!line.winner.empty()) facts.winner = std::string(line.winner);
  facts.winner_first |= line.winner_first;
  facts.replay |= line.replay;
}

Pair turned(const Pair& pair) { return {pair.away, pair.home}; }

MatchLine turned(MatchLine line) {
  for (MaybePair* pair : {&line.score, &line.half_time, &line.full_time, &line.penalties}) {
    if (*pair) *pair = turned(**pair);
  }
  return line;
}

MaybePair total_of(const Match& match) {
  return match.score.extra_time ? match.score.extra_time : match.score.full_time;
}

void add_scorers(Draft& draft, std::size_t index, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers) {
  MatchFacts& facts = draft.matches[index].facts;
  (side == Side::home ? facts.home_listed : facts.away_listed) = true;
  std::string_view before;
  for (const Scorer& scorer : scorers) {
    std::string_view name = scorer.name;
    if (name.empty() && scorer.continues) name = before;
    if (!name.empty() && !looks_like_name(name)) {
      draft.diagnostics.add(
          Code::scorer_unread, draft.at(text, scorer.name),
          "\"" + std::string(name.substr(0, 60)) + "\" does not read like a scorer's name",
          {{"found", std::string(name.substr(0, 60))}});
      if (scorer.minutes.empty()) continue;
    }
    if (!scorer.note.empty()) {
      draft.diagnostics.add(
          Code::scorer_unread, draft.at(text, scorer.note),
          "note \"" + std::string(scorer.note) + "\" of a scorer was not understood",
          {{"found", std::string(scorer.note)}});
    }
    if (text::ascii_digits.find_in(name) != std::string_view::npos) {
      draft.diagnostics.add(Code::scorer_unread, draft.at(text, scorer.name),
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
      goal.own_goal = minute.own_goal || scorer.own_goal;
      draft.locate_part(goal, text.line);
      if (!name.empty()) {
        // An own goal counts for this side and was scored by a player of the other.
        const bool home = (side == Side::home) != goal.own_goal;
        const Entity& player =
            draft.player(text, name, home ? facts.home : facts.away, !goal.own_goal);
        goal.player = std::string(name);
        goal.player_id = player.id;
      }
      draft.matches[index].record.goals.push_back(std::move(goal));
    };
    if (scorer.minutes.empty()) add({});
    for (const GoalMinute& minute : scorer.minutes) {
      if (minute.open) {
        draft.diagnostics.add(Code::value_unreadable, draft.at(text, scorer.name),
                              "minute " + std::to_string(*minute.minute) +
                                  "+ does not say how far into stoppage time");
      }
      add(minute);
    }
  }
}

}  // namespace acta::football
