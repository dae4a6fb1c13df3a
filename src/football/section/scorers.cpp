/// Scorer lines: whose goals they are.

#include "football/phrase/scorers.hpp"

#include <algorithm>
#include <array>

#include "football/draft/match.hpp"
#include "football/phrase/name.hpp"
#include "football/section/reader.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using finding::Severity;
using wiki::LineClass;

Fit SectionReader::best_side(std::size_t match, std::string_view team, Side& side) const {
  if (match == no_index) return Fit::no;
  const Match& record = draft_.matches[match].record;
  if (team == record.home && record.home != record.away) {
    side = Side::home;
    return Fit::equal;
  }
  if (team == record.away && record.home != record.away) {
    side = Side::away;
    return Fit::equal;
  }
  const Fit home = fit(team, record.home);
  const Fit away = fit(team, record.away);
  if (home == away) return Fit::no;  // Neither, or both: a side against itself.
  side = home > away ? Side::home : Side::away;
  return std::max(home, away);
}

void SectionReader::add_goals(std::size_t match, Side side, const wiki::Text& text,
                              const std::vector<Scorer>& scorers) {
  attach(match, text, "scorer line");
  add_scorers(draft_, match, side, text, scorers);
  open_side_ = text.text.ends_with(',') ? std::optional(side) : std::nullopt;
}

// "Mora 3', Sol 77' / Rey 90'": the home side's goals and the away side's, where the score proves
// it.
bool SectionReader::parted_line(std::size_t match, const wiki::Text& text, std::string_view list,
                                const Pair& total) {
  const auto goals_of = [](const std::vector<Scorer>& scorers) {
    std::int32_t goals = 0;
    for (const Scorer& scorer : scorers) goals += static_cast<std::int32_t>(scorer.minutes.size());
    return goals;
  };
  for (const std::string_view separator : {" / ", "; "}) {
    const std::size_t cut = list.find(separator);
    if (cut == std::string_view::npos || list.find(separator, cut + 1) != std::string_view::npos)
      continue;
    const auto home = parse_scorers(text::trim(list.substr(0, cut)));
    const auto away = parse_scorers(text::trim(list.substr(cut + separator.size())));
    if (!home || !away || goals_of(*home) != total.home || goals_of(*away) != total.away) continue;
    add_goals(match, Side::home, text, *home);
    add_goals(match, Side::away, text, *away);
    return true;
  }
  return false;
}

// "Mora 3' (Aldea), Rey 90' (Bruma)": each with the side that it is a goal of.
bool SectionReader::noted_line(std::size_t match, const wiki::Text& text,
                               const std::vector<Scorer>& scorers) {
  std::array<std::vector<Scorer>, 2> sides;
  for (Scorer scorer : scorers) {
    Side side = Side::home;
    std::string_view team = scorer.note;
    if (team.starts_with('(') && team.ends_with(')')) team = team.substr(1, team.size() - 2);
    if (team.empty() || scorer.minutes.empty() || best_side(match, team, side) != Fit::equal)
      return false;
    scorer.note = {};
    sides[static_cast<std::size_t>(side)].push_back(scorer);
  }
  for (const Side side : {Side::home, Side::away}) {
    const std::vector<Scorer>& own = sides[static_cast<std::size_t>(side)];
    if (!own.empty()) add_goals(match, side, text, own);
  }
  return true;
}

// Scorers without a team: those that the line above leaves open with a comma, or where one side
// alone has scored is it known whose goals these are.
bool SectionReader::teamless_line(std::size_t match, const wiki::Text& text,
                                  std::string_view list) {
  const Score& score = draft_.matches[match].record.score;
  const MaybePair total = score.extra_time ? score.extra_time : score.full_time;
  const auto scorers = parse_scorers(list);
  if (total &&
      (parted_line(match, text, list, *total) || (scorers && noted_line(match, text, *scorers))))
    return true;
  if (scorers && open_side_ && match == match_) {
    add_goals(match, *open_side_, text, *scorers);
    return true;
  }
  if (!scorers || !total || (total->home > 0) == (total->away > 0)) return false;
  if (std::all_of(scorers->begin(), scorers->end(),
                  [](const Scorer& scorer) { return scorer.minutes.empty(); }))
    return false;
  const Side side = total->home > 0 ? Side::home : Side::away;
  draft_.diagnostics.add(Code::scorer_team_unknown, Severity::warning, draft_.at(text),
                         "scorers without a team, given to the only side that scored",
                         {{"basis", std::string("score")}});
  add_goals(match, side, text, *scorers);
  return true;
}

// "Aldea: Pino ✓, Mar ✗"; "Aldea: Pino, Mar, Sol" below a shoot-out that Aldea won 3-2, where all
// scored.  Where more or fewer are named, nobody knows who did.
bool SectionReader::kick_line(std::size_t match, const wiki::Text& text, std::string_view team,
                              std::string_view list) {
  if (match == no_index) return false;
  // "Aldea penalties: ..."
  const words::Found head = words::ending(words::Kind::shoot_out, team);
  const bool headed = head.bytes > 3 && head.at > 0;
  Side side = Side::home;
  if (best_side(match, headed ? text::trim(team.substr(0, head.at)) : team, side) != Fit::equal)
    return false;
  if (const auto kicks = parse_kicks(list)) {
    add_kicks(match, side, text, *kicks);
    return true;
  }
  if (!shoot_out_ && !headed) return false;
  const auto named = parse_scorers(list);
  if (!named || std::any_of(named->begin(), named->end(),
                            [](const Scorer& scorer) { return !scorer.minutes.empty(); }))
    return false;
  const MaybePair& kicks = draft_.matches[match].record.score.penalties;
  const MaybeInt scored =
      !kicks ? std::nullopt : MaybeInt(side == Side::home ? kicks->home : kicks->away);
  if (!scored || named->size() != static_cast<std::size_t>(*scored)) {
    attach(match, text, "kicks");
    const std::string found(text.text.substr(0, 60));
    draft_.diagnostics.add(Code::scorer_unread, draft_.at(text),
                           "\"" + found + "\" does not say which kicks were scored",
                           {{"found", found}});
    return true;
  }
  std::vector<Taker> takers;
  for (const Scorer& scorer : *named) takers.push_back({scorer.name, true});
  add_kicks(match, side, text, takers);
  return true;
}

void SectionReader::add_kicks(std::size_t match, Side side, const wiki::Text& text,
                              const std::vector<Taker>& takers) {
  attach(match, text, "kicks");
  Match& record = draft_.matches[match].record;
  const MatchFacts& facts = draft_.matches[match].facts;
  for (const Taker& taker : takers) {
    Kick kick;
    kick.side = side;
    kick.scored = taker.scored;
    draft_.locate_part(kick, text.line);
    kick.player = std::string(taker.name);
    kick.player_id =
        draft_.player(text, taker.name, side == Side::home ? facts.home : facts.away, false).id;
    record.shootout.push_back(std::move(kick));
  }
}

bool SectionReader::scorer_line(const wiki::Text& text, bool indented, bool joined) {
  const std::string_view whole = text.text;
  const std::size_t match = joined || indented ? match_ : run_match_;
  // A side's own name may hold a colon: try the sides before the first colon.
  std::size_t colon = std::string_view::npos;
  if (match != no_index) {
    const Match& record = draft_.matches[match].record;
    for (const std::string* side : {&record.home, &record.away}) {
      if (whole.size() > side->size() && whole.substr(0, side->size()) == *side) {
        const std::size_t at = whole.find_first_not_of(' ', side->size());
        if (at != std::string_view::npos && whole[at] == ':') colon = at;
      }
    }
  }
  // The colon of a score or a time is none: "Alfa 1:1 Beta".
  if (colon == std::string_view::npos) {
    colon = whole.find(':');
    while (colon != std::string_view::npos && colon + 1 < whole.size() && whole[colon + 1] >= '0' &&
           whole[colon + 1] <= '9') {
      colon = whole.find(':', colon + 1);
    }
  }
  if (colon == std::string_view::npos) {
    return match != no_index && (indented || joined) && teamless_line(match, text, whole);
  }
  const std::string_view team = text::trim(whole.substr(0, colon));
  if (team.empty() || team.size() > 80) return false;
  const std::string_view list = text::trim(whole.substr(colon + 1));
  // "Goals: Pino 12'" names no team either.
  if (match != no_index && (words::exact(words::Kind::goals_unit, team) ||
                            words::exact(words::Kind::column_scorers, team)))
    return teamless_line(match, text, list);
  if (list.empty() || text::is_dash(list)) {
    // A side with nobody behind it: read, and nobody is there.
    Side named = Side::home;
    if (best_side(match, team, named) != Fit::equal) return false;
    add_goals(match, named, text, {});
    return true;
  }
  if (kick_line(match, text, team, list)) return true;
  auto scorers = parse_scorers(list);
  if (!scorers) return false;
  const bool with_minutes = std::any_of(scorers->begin(), scorers->end(), [](const Scorer& scorer) {
    return !scorer.minutes.empty();
  });
  // "Alfa : Beta" is a fixture, not a scorer by the name of a club.
  if (!with_minutes && scorers->size() == 1 && draft_.teams.find(scorers->front().name)) {
    return false;
  }
  Side side = Side::home;
  const Fit found = best_side(match, team, side);
  if (found == Fit::equal) {
    add_goals(match, side, text, *scorers);
    return true;
  }
  if (!with_minutes && found == Fit::no) {
    const bool names = std::all_of(scorers->begin(), scorers->end(), [](const Scorer& scorer) {
      return looks_like_name(scorer.name);
    });
    if (!indented || !names || !looks_like_name(team)) return false;
  }
  // Perhaps the next match's; that one decides.
  waiting_.push_back({text, team, std::move(*scorers), match});
  if (found == Fit::alike) settle_waiting(no_index);
  return true;
}

void SectionReader::settle_waiting(std::size_t next_match) {
  for (Waiting& waiting : waiting_) {
    Side side = Side::home;
    // Above its match, or under it with another spelling.
    std::size_t match = next_match;
    Fit found = best_side(next_match, waiting.team, side);
    if (found == Fit::no || (found == Fit::alike && waiting.match != no_index)) {
      Side other = Side::home;
      const Fit before = best_side(waiting.match, waiting.team, other);
      if (before != Fit::no) {
        match = waiting.match;
        side = other;
        found = before;
      }
    }
    if (found == Fit::equal) {
      add_goals(match, side, waiting.text, waiting.scorers);
      continue;
    }
    if (found == Fit::alike) {
      const Match& record = draft_.matches[match].record;
      const std::string& name = side == Side::home ? record.home : record.away;
      draft_.diagnostics.add(Code::scorer_team_unknown, Severity::warning,
                             draft_.at(waiting.text, waiting.team),
                             "scorers of \"" + std::string(waiting.team) + "\" given to " + name +
                                 ", spelled a bit differently",
                             {{"team", name},
                              {"found", std::string(waiting.team)},
                              {"basis", std::string("spelling")}});
      add_goals(match, side, waiting.text, waiting.scorers);
      continue;
    }
    // By position: the side under whose match it stands that has no scorers yet.
    if (waiting.match != no_index) {
      const MatchFacts& facts = draft_.matches[waiting.match].facts;
      const Match& record = draft_.matches[waiting.match].record;
      const MaybePair total =
          record.score.extra_time ? record.score.extra_time : record.score.full_time;
      const bool home_open = !facts.home_listed && (!total || total->home > 0);
      const bool away_open = !facts.away_listed && (!total || total->away > 0);
      // A name that another team of the article bears is no misspelling of this side.
      const bool other_team = draft_.teams.find(waiting.team).has_value();
      if (home_open != away_open && !other_team) {
        const Side open = home_open ? Side::home : Side::away;
        const std::string& name = home_open ? record.home : record.away;
        draft_.diagnostics.add(Code::scorer_team_unknown, draft_.at(waiting.text, waiting.team),
                               "\"" + std::string(waiting.team) + "\" is no side of " +
                                   record.home + " against " + record.away +
                                   ", its scorers are given to " + name + " by position",
                               {{"found", std::string(waiting.team)},
                                {"team", name},
                                {"basis", std::string("position")}});
        add_goals(waiting.match, open, waiting.text, waiting.scorers);
        continue;
      }
    }
    draft_.diagnostics.add(
        Code::scorer_team_unknown, draft_.at(waiting.text, waiting.team),
        "\"" + std::string(waiting.team) +
            "\" is no side of the match above or below, its scorers are not read",
        {{"found", std::string(waiting.team)}});
    draft_.unread(waiting.text, "scorers of a side of the match above or below");
    draft_.readings.claim(waiting.text, LineClass::unread, "scorer line");
  }
  waiting_.clear();
}

}  // namespace acta::football
