#include "football/draft/match.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "football/phrase/name.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using words::Kind;

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
    const bool played = line.score || line.penalties;
    match.status = played ? MatchStatus::played : MatchStatus::scheduled;
  }
  merge_notes(line, draft);
}

Pair turned(const Pair& pair) { return {pair.away, pair.home}; }

// "Alfa won 5–4 on penalties after extra time" below "Alfa 1–1 Beta": the score told is that after
// 120 minutes, unless the line says which that was.
void merge_extra_time(const MatchLine& line, Score& score) {
  if (!line.extra_time || score.extra_time) return;
  const bool told_otherwise =
      line.score && score.full_time && *line.score != turned(*score.full_time);
  score.extra_time = told_otherwise ? line.score : score.full_time;
  if (score.extra_time == score.full_time) score.full_time.reset();
}

void merge_notes(const MatchLine& line, DraftMatch& draft) {
  Match& match = draft.record;
  MatchFacts& facts = draft.facts;
  if (line.leg) match.leg = line.leg;
  if (line.status) match.status = *line.status;
  if (line.penalties) match.score.penalties = line.penalties;
  merge_extra_time(line, match.score);
  if (line.half_time && !match.score.half_time) match.score.half_time = line.half_time;
  if (line.aggregate) facts.aggregate = line.aggregate;
  if (line.decider) facts.decider = line.decider;
  if (!line.winner.empty()) facts.winner = std::string(line.winner);
  facts.winner_first |= line.winner_first;
  facts.replay |= line.replay;
}

MatchLine turned(MatchLine line) {
  for (MaybePair* pair : {&line.score, &line.half_time, &line.full_time, &line.penalties}) {
    if (*pair) *pair = turned(**pair);
  }
  return line;
}

MaybePair total_of(const Match& match) {
  return match.score.extra_time ? match.score.extra_time : match.score.full_time;
}

namespace {

// What an entry of a scorer list puts into the match.
class GoalWriter {
 public:
  GoalWriter(Draft& draft, std::size_t match, Side side, const wiki::Text& text,
             const std::vector<Scorer>& scorers)
      : draft_(draft), match_(match), side_(side), text_(text), counted_(counts(scorers)) {}

  void add(const Scorer& scorer) {
    std::string_view name = scorer.name;
    if (name.empty() && scorer.continues) name = before_;
    before_ = name;
    if (denied(scorer, name)) return;
    if (nobody(name)) {
      if (scorer.minutes.empty() && (never_scored(name) || goals() == 0)) return;
      name = {};
    } else if (!readable(scorer, name)) {
      if (scorer.minutes.empty() && !looks_like_name(name)) return;
      name = {};
    }
    read_note(scorer);
    std::size_t without_minute = scorer.minutes.empty() ? 1 : 0;
    if (scorer.number) {
      if (counted_)
        without_minute = static_cast<std::size_t>(*scorer.number);
      else
        unread(scorer, "(" + std::to_string(*scorer.number) + ")", "\" may be a minute or goals");
    }
    for (; without_minute > 0; --without_minute) add(scorer, name, {});
    for (const GoalMinute& minute : scorer.minutes) add(scorer, name, minute);
  }

 private:
  // Goals of the side by the score; none where it is not known.
  MaybeInt goals() const {
    const MaybePair total = total_of(draft_.matches[match_].record);
    if (!total) return std::nullopt;
    return side_ == Side::home ? total->home : total->away;
  }

  // Whether numbers in brackets are goals: together with the others they make the score.
  bool counts(const std::vector<Scorer>& scorers) const {
    std::int32_t sum = 0;
    for (const Scorer& scorer : scorers) {
      if (scorer.denied && scorer.minutes.empty()) continue;
      sum += scorer.number.value_or(
          std::max<std::int32_t>(1, static_cast<std::int32_t>(scorer.minutes.size())));
    }
    return sum == goals();
  }

  void unread(const Scorer& scorer, std::string_view found, std::string_view why) {
    const std::string piece(found.substr(0, 60));
    const std::string_view where = scorer.name.empty() ? scorer.note : scorer.name;
    draft_.diagnostics.add(Code::scorer_unread, draft_.at(text_, where),
                           "\"" + piece + std::string(why), {{"found", piece}});
  }

  // "Pino 50' (sent off)", "Pino Red card 50'": not among the goals.
  bool denied(const Scorer& scorer, std::string_view name) {
    const words::Found tail = words::ending(Kind::goal_denied, name);
    if ((tail && tail.at > 0) || (name.size() > 3 && words::exact(Kind::shoot_out, name))) {
      unread(scorer, name, "\" tells of no goal");
      return true;
    }
    if (!scorer.denied) return false;
    unread(scorer, scorer.note, "\" of a scorer tells of no goal");
    return scorer.minutes.empty();
  }

  // "None", "N/A": nobody scored.
  static bool never_scored(std::string_view name) {
    return bool(words::exact(Kind::nobody, Kind::not_applicable, name));
  }

  // The same, or somebody whom the article does not know.
  static bool nobody(std::string_view name) {
    return !name.empty() && bool(words::exact(Kind::nobody, Kind::unnamed, name));
  }

  bool readable(const Scorer& scorer, std::string_view name) {
    if (name.empty()) return true;
    if (!looks_like_name(name)) {
      unread(scorer, name, "\" does not read like a scorer's name");
      return false;
    }
    if (text::ascii_digits.find_in(name) == std::string_view::npos) return true;
    unread(scorer, name, "\" holds a number that is no minute");
    return false;
  }

  void read_note(const Scorer& scorer) {
    if (scorer.note.empty() || scorer.denied) return;
    draft_.diagnostics.add(
        Code::scorer_unread, draft_.at(text_, scorer.note),
        "note \"" + std::string(scorer.note) + "\" of a scorer was not understood",
        {{"found", std::string(scorer.note)}});
  }

  void add(const Scorer& scorer, std::string_view name, const GoalMinute& minute) {
    const MatchFacts& facts = draft_.matches[match_].facts;
    if (minute.open) {
      draft_.diagnostics.add(
          Code::value_unreadable, draft_.at(text_, scorer.name),
          "minute " + std::to_string(*minute.minute) + "+ does not say how far into stoppage time");
    }
    Goal goal;
    goal.side = side_;
    goal.minute = minute.minute;
    goal.stoppage = minute.stoppage;
    goal.penalty = minute.penalty || scorer.penalty;
    goal.own_goal = minute.own_goal || scorer.own_goal;
    draft_.locate_part(goal, text_.line);
    if (!name.empty()) {
      // An own goal counts for this side and was scored by a player of the other.
      const bool home = (side_ == Side::home) != goal.own_goal;
      const Entity& player =
          draft_.player(text_, name, home ? facts.home : facts.away, !goal.own_goal);
      goal.player = std::string(name);
      goal.player_id = player.id;
    }
    draft_.matches[match_].record.goals.push_back(std::move(goal));
  }

  Draft& draft_;
  std::size_t match_;
  Side side_;
  const wiki::Text& text_;
  bool counted_;
  std::string_view before_;  // Whose next goal may follow.
};

}  // namespace

void add_scorers(Draft& draft, std::size_t index, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers) {
  MatchFacts& facts = draft.matches[index].facts;
  (side == Side::home ? facts.home_listed : facts.away_listed) = true;
  GoalWriter writer(draft, index, side, text, scorers);
  for (const Scorer& scorer : scorers) writer.add(scorer);
}

}  // namespace acta::football
