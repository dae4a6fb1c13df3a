#pragma once
/// A sound season made by hand, for the tests of the rules to spoil.
///
/// Eight teams in two groups of a round-robin with tables, two semi-finals of two legs, a final.

#include <algorithm>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "finding/diagnostic.hpp"
#include "football/season.hpp"
#include "text/unicode.hpp"

namespace check_season {

using namespace acta::football;
using acta::finding::Code;
using acta::finding::Diagnostic;

/// Writes records one line after the other.
class Writer {
 public:
  Season season;

  /// Begins a round; the matches that follow belong to it.
  void begin(MaybeText stage, MaybeText group, std::string name, RoundKind kind, int expected,
             int legs = 1) {
    Round round;
    round.stage = std::move(stage);
    round.group = std::move(group);
    round.round = std::move(name);
    round.kind = kind;
    round.legs = legs;
    round.expected_matches = expected;
    round.status = RoundStatus::complete;
    round.line = ++line_;
    round.id = acta::text::slug(round.stage.value_or("") + ' ' + round.group.value_or("") + ' ' +
                                round.round);
    season.rounds.push_back(round);
  }

  /// Adds a match with its goals; a match of a knock-out round makes a tie or adds a leg to it.
  Match& play(const std::string& home, Pair score, const std::string& away, std::string date,
              MaybeInt leg = std::nullopt) {
    Round& round = season.rounds.back();
    ++round.matches;
    Match match;
    match.stage = round.stage;
    match.group = round.group;
    match.round = round.round;
    match.leg = leg;
    match.date = std::move(date);
    match.home = home;
    match.home_id = acta::text::slug(home);
    match.away = away;
    match.away_id = acta::text::slug(away);
    match.status = MatchStatus::played;
    match.score.full_time = score;
    match.goals_missing = Pair{};
    match.line = ++line_;
    match.id = round.id + (leg ? "-leg-" + std::to_string(*leg) : "") + ':' + match.home_id + ':' +
               match.away_id;
    add_goals(match, Side::home, score.home);
    add_goals(match, Side::away, score.away);
    match.end_line = line_;
    season.matches.push_back(match);
    if (round.kind != RoundKind::matchday) {
      add_to_tie(season.matches.back());
    }
    return season.matches.back();
  }

  /// Adds a team with its stadium to the tables.
  void add_team(const std::string& name) {
    Stadium stadium;
    stadium.name = "Estadio " + name;
    stadium.city = "Ciudad de " + name;
    stadium.id = acta::text::slug(stadium.name + ' ' + *stadium.city);
    stadium.capacity = 5000;
    stadium.line = ++line_;
    Team team;
    team.id = acta::text::slug(name);
    team.name = name;
    team.city = stadium.city;
    team.stadium = stadium.name;
    team.stadium_id = stadium.id;
    team.line = line_;
    season.stadiums.push_back(stadium);
    season.teams.push_back(team);
  }

  /// Adds the table that the matches of a group give.
  void add_standing(const MaybeText& stage, const MaybeText& group,
                    const std::vector<std::string>& names) {
    Standing standing{stage, group, {}, {}};
    for (const std::string& name : names) {
      StandingRow row;
      row.position = static_cast<int>(standing.rows.size()) + 1;
      row.team = name;
      row.team_id = acta::text::slug(name);
      row.played = row.won = row.drawn = row.lost = row.goals_for = row.goals_against = 0;
      for (const Match& match : season.matches) {
        if (match.group == group && (match.home == name || match.away == name)) {
          const Pair score = *match.score.full_time;
          add_result(row, match.home == name ? score : Pair{score.away, score.home});
        }
      }
      row.goal_difference = *row.goals_for - *row.goals_against;
      row.points = 3 * *row.won + *row.drawn;
      row.line = ++line_;
      standing.rows.push_back(row);
    }
    season.standings.push_back(standing);
  }

  std::uint32_t next_line() { return ++line_; }

 private:
  static void add_result(StandingRow& row, Pair score) {
    ++*row.played;
    ++*(score.home > score.away ? row.won : score.home == score.away ? row.drawn : row.lost);
    *row.goals_for += score.home;
    *row.goals_against += score.away;
  }

  void add_goals(Match& match, Side side, int count) {
    if (count == 0) {
      return;
    }
    ++line_;
    for (int i = 0; i < count; ++i) {
      Goal goal;
      goal.side = side;
      goal.player = "Pedro " + (side == Side::home ? match.home : match.away);
      goal.player_id = acta::text::slug(*goal.player);
      // No two matches have the same minutes.
      const int match_number = static_cast<int>(season.matches.size());
      goal.minute = 4 * (i + 1) + match_number + (side == Side::home ? 0 : 1);
      goal.line = line_;
      match.goals.push_back(goal);
    }
  }

  /// Adds the match to its tie and works the tie out again.
  void add_to_tie(const Match& match) {
    const auto is_of_tie = [&match](const Tie& tie) {
      return tie.stage == match.stage && tie.round == *match.round &&
             std::minmax(tie.home, tie.away) == std::minmax(match.home, match.away);
    };
    auto tie = std::find_if(season.ties.begin(), season.ties.end(), is_of_tie);
    if (tie == season.ties.end()) {
      Tie made;
      made.id = season.rounds.back().id + ':' + match.home_id + ':' + match.away_id;
      made.stage = match.stage;
      made.round = *match.round;
      made.home = match.home;
      made.home_id = match.home_id;
      made.away = match.away;
      made.away_id = match.away_id;
      made.line = match.line;
      tie = season.ties.insert(season.ties.end(), made);
    }
    tie->legs.push_back(match.id);
    Pair total = *match.score.full_time;
    if (tie->legs.size() > 1) {
      const auto first =
          std::find_if(season.matches.begin(), season.matches.end(),
                       [&](const Match& leg) { return leg.id == tie->legs.front(); });
      const Pair before = *first->score.full_time;
      total = match.home == tie->home ? total : Pair{total.away, total.home};
      total = {total.home + before.home, total.away + before.away};
      tie->aggregate = total;
    }
    tie->decided_by = total.home == total.away ? Decider::unknown
                      : tie->aggregate         ? Decider::aggregate
                                               : Decider::regulation;
    tie->winner.reset();
    tie->winner_id.reset();
    tie->basis.reset();
    if (total.home != total.away) {
      tie->winner = total.home > total.away ? tie->home : tie->away;
      tie->winner_id = total.home > total.away ? tie->home_id : tie->away_id;
      tie->basis = tie->aggregate ? Basis::aggregate : Basis::score;
    }
  }

  std::uint32_t line_ = 0;
};

inline const std::string group_stage = "Group stage";
inline const std::string play_offs = "Play-offs";

/// The matches of a group, the earlier named team better.
inline void play_group(Writer& writer, const std::string& group,
                       const std::vector<std::string>& teams) {
  const int order[3][4] = {{0, 1, 2, 3}, {0, 2, 1, 3}, {0, 3, 1, 2}};
  for (int day = 0; day < 3; ++day) {
    const std::string date = "2024-03-0" + std::to_string(day + 1);
    const auto& pairs = order[day];
    const auto at = [&](int i) { return teams[static_cast<std::size_t>(pairs[i])]; };
    writer.begin(group_stage, group, "Matchday " + std::to_string(day + 1), RoundKind::matchday, 2);
    writer.play(at(0), {pairs[1] - pairs[0], 0}, at(1), date);
    writer.play(at(2), {1, 1}, at(3), date);
  }
  writer.add_standing(group_stage, group, teams);
}

/// The sound season.
inline Writer sound() {
  Writer writer;
  Season& season = writer.season;
  season.article.title = "2024 Copa Inventada";
  season.season.label = "2024";
  season.season.start_year = season.season.end_year = 2024;
  season.season.start_date = "2024-03-01";
  season.season.end_date = "2024-04-30";
  season.infobox.fields.push_back({"season", "2024", writer.next_line()});
  Honour honour;
  honour.team = "Alianza";
  honour.team_id = "alianza";
  honour.line = writer.next_line();
  season.honours.push_back(honour);
  const std::vector<std::string> first = {"Alianza", "Boreal", "Cóndor", "Danubio"};
  const std::vector<std::string> second = {"Estrella", "Fortaleza", "Gaviota", "Huracán"};
  for (const auto& group : {first, second}) {
    for (const std::string& name : group) {
      writer.add_team(name);
    }
  }
  season.claims.push_back({ClaimKind::team_count, 8, "8 teams", writer.next_line(), {}});
  play_group(writer, "Group A", first);
  play_group(writer, "Group B", second);
  writer.begin(play_offs, {}, "Semi-finals", RoundKind::semi_final, 4, 2);
  writer.play("Fortaleza", {1, 2}, "Alianza", "2024-04-01", 1);
  writer.play("Boreal", {0, 0}, "Estrella", "2024-04-01", 1);
  writer.play("Alianza", {1, 0}, "Fortaleza", "2024-04-08", 2);
  writer.play("Estrella", {2, 1}, "Boreal", "2024-04-08", 2);
  writer.begin(play_offs, {}, "Final", RoundKind::final, 1);
  writer.play("Alianza", {3, 1}, "Estrella", "2024-04-20");
  TopScorer scorer;
  scorer.rank = 1;
  scorer.player = "Pedro Alianza";
  scorer.player_id = "pedro-alianza";
  scorer.team = "Alianza";
  scorer.team_id = "alianza";
  scorer.goals = 12;
  scorer.line = writer.next_line();
  season.top_scorers.push_back(scorer);
  scorer.rank = 2;
  scorer.player = "Pedro Estrella";
  scorer.player_id = "pedro-estrella";
  scorer.team = "Estrella";
  scorer.team_id = "estrella";
  scorer.line = writer.next_line();
  season.top_scorers.push_back(scorer);
  return writer;
}

/// Every finding on `season`.
inline std::vector<Diagnostic> findings(const Season& season) {
  acta::finding::Diagnostics diagnostics;
  acta::check::check(season, diagnostics);
  return diagnostics.sorted();
}

/// The findings of one code, a line each: "12 warning: message".
inline std::string found(const Season& season, Code code) {
  std::string text;
  for (const Diagnostic& finding : findings(season)) {
    if (finding.code == code) {
      text += text.empty() ? "" : "\n";
      text += std::to_string(finding.position.line) + ' ';
      text += acta::finding::severity_names[static_cast<std::size_t>(finding.severity)];
      text += ": " + finding.message;
    }
  }
  return text;
}

/// "12 warning: message".
inline std::string expected(std::uint32_t line, const std::string& rest) {
  return std::to_string(line) + ' ' + rest;
}

inline Match& match_of(Season& season, const std::string& home, const std::string& away) {
  return *std::find_if(season.matches.begin(), season.matches.end(), [&](const Match& match) {
    return match.home == home && match.away == away;
  });
}

inline Tie& final_of(Season& season) { return season.ties.back(); }

inline StandingRow& row_of(Season& season, std::size_t standing, std::size_t row) {
  return season.standings[standing].rows[row];
}

/// The fixture of the suites.
struct Sound {
  Writer writer = sound();
  Season& season = writer.season;
};

}  // namespace check_season
