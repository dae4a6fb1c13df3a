/// Rules on the arithmetic of standings.

#include <algorithm>
#include <tuple>

#include "check/rules.hpp"
#include "words/words.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;
using football::MaybeInt;
using football::Standing;
using football::StandingRow;

/// Whether a number that stands in the note is `wanted`, or the note has no number.
bool may_state(std::string_view note, std::int64_t wanted) {
  bool has_number = false;
  for (std::size_t i = 0; i < note.size(); ++i) {
    std::int64_t number = 0;
    std::size_t size = 0;
    for (; i < note.size() && note[i] >= '0' && note[i] <= '9'; ++i, ++size) {
      number = size < 6 ? 10 * number + (note[i] - '0') : number;
    }
    has_number |= size > 0;
    if (size > 0 && number == wanted) {
      return true;
    }
  }
  return !has_number;
}

/// Whether a row's note may explain that it has `difference` points more or less than its results
/// give: it speaks of points, and of so many if it says how many.
bool explains_points(const StandingRow& row, std::int64_t difference) {
  if (!row.note) {
    return false;
  }
  return words::contains(words::Kind::deduction, words::Kind::sanction, *row.note) &&
         may_state(*row.note, difference < 0 ? -difference : difference);
}

/// Whether so many fits among `rows` show that the rule is the table's rule.
bool is_rule_of_table(std::size_t fits, std::size_t rows) {
  return fits > 0 && (3 * fits >= 2 * rows || rows == 2);
}

std::int64_t points_of(const StandingRow& row, std::int64_t for_a_win) {
  return for_a_win * *row.won + *row.drawn + row.adjustment.value_or(0);
}

/// Whether the points follow from the results, or the note explains why not.
bool fits_points(const StandingRow& row, std::int64_t for_a_win) {
  const std::int64_t difference = *row.points - points_of(row, for_a_win);
  return difference == 0 || explains_points(row, difference);
}

/// Results of a team, counted from matches.
struct Record {
  std::int32_t played = 0;
  std::int32_t won = 0;
  std::int32_t drawn = 0;
  std::int32_t lost = 0;
  std::int32_t goals_for = 0;
  std::int32_t goals_against = 0;
};

void add_result(Record& record, std::int32_t scored, std::int32_t conceded) {
  ++record.played;
  ++(scored > conceded ? record.won : scored == conceded ? record.drawn : record.lost);
  record.goals_for += scored;
  record.goals_against += conceded;
}

bool agrees(const StandingRow& row, const Record& record) {
  const auto is_same = [](const MaybeInt& stated, std::int32_t found) {
    return !stated || *stated == found;
  };
  return is_same(row.played, record.played) && is_same(row.won, record.won) &&
         is_same(row.drawn, record.drawn) && is_same(row.lost, record.lost) &&
         is_same(row.goals_for, record.goals_for) &&
         is_same(row.goals_against, record.goals_against);
}

/// "2 won, 0 drawn, 1 lost, goals 5-3".
std::string summary(const MaybeInt& won, const MaybeInt& drawn, const MaybeInt& lost,
                    const MaybeInt& scored, const MaybeInt& conceded) {
  const auto number = [](const MaybeInt& value) { return value ? std::to_string(*value) : "?"; };
  return concat({number(won), " won, ", number(drawn), " drawn, ", number(lost), " lost, goals ",
                 number(scored), "-", number(conceded)});
}

std::string summary(const StandingRow& row) {
  return summary(row.won, row.drawn, row.lost, row.goals_for, row.goals_against);
}

std::string summary(const Record& record) {
  return summary(record.won, record.drawn, record.lost, record.goals_for, record.goals_against);
}

void report_row(Diagnostics& diagnostics, const Standing& standing, const StandingRow& row,
                const Record& record) {
  report(diagnostics, Code::table_vs_results, at(standing, row.line),
         concat({row.team, " has ", summary(row), " in the table, its matches give ",
                 summary(record)}),
         about(standing,
               {{"team", row.team}, {"expected", summary(record)}, {"found", summary(row)}}));
}

/// Compares one table with the matches of its section, if those are all there.
void compare(const Index& index, const Standing& standing,
             std::span<const std::pair<std::uint32_t, std::uint32_t>> section,
             Diagnostics& diagnostics) {
  std::unordered_map<std::uint32_t, std::size_t> row_of;
  std::int64_t played = 0;
  for (std::size_t i = 0; i < standing.rows.size(); ++i) {
    const StandingRow& row = standing.rows[i];
    const std::uint32_t team = index.team(row.team_id);
    if (team == none || !row.played || !row_of.try_emplace(team, i).second) {
      return;
    }
    played += *row.played;
  }
  std::vector<Record> records(standing.rows.size());
  std::vector<std::pair<std::size_t, const Match*>> matches;  // With the row of the home team.
  for (const auto& [number, match_index] : section) {
    const Match& match = index.season.matches[match_index];
    const auto home = row_of.find(index.home[match_index]);
    const auto away = row_of.find(index.away[match_index]);
    if (home == row_of.end() || away == row_of.end()) {
      continue;
    }
    const football::Pair& score = *final_score(match);
    add_result(records[home->second], score.home, score.away);
    add_result(records[away->second], score.away, score.home);
    matches.emplace_back(home->second, &match);
  }
  std::vector<std::size_t> deviating;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!agrees(standing.rows[i], records[i])) {
      deviating.push_back(i);
    }
  }
  // Where all the others agree, the one row's matches are all there too: each is in another's row.
  const bool is_whole = played == 2 * static_cast<std::int64_t>(matches.size()) ||
                        (deviating.size() == 1 && records.size() >= 3);
  if (matches.empty() || !is_whole) {
    return;
  }
  if (deviating.size() == 2) {
    // A wrong score leaves two rows wrong, those of the teams that met.
    const StandingRow& first = standing.rows[deviating[0]];
    const StandingRow& second = standing.rows[deviating[1]];
    const auto meeting = std::find_if(matches.begin(), matches.end(), [&](const auto& entry) {
      const Match& match = *entry.second;
      return (entry.first == deviating[0] && match.away_id == second.team_id) ||
             (entry.first == deviating[1] && match.away_id == first.team_id);
    });
    if (meeting != matches.end()) {
      const Match& match = *meeting->second;
      report(diagnostics, Code::table_vs_results, at(match),
             concat({describe(match), " or another match of the two contradicts the table: ",
                     first.team, " has ", summary(first), " there and ",
                     summary(records[deviating[0]]), " by the matches"}),
             {{"record", match.id},
              {"expected", summary(first)},
              {"found", summary(records[deviating[0]])},
              {"other_line", std::int64_t{first.line}}});
      return;
    }
  }
  if (deviating.size() <= 2) {
    for (const std::size_t row : deviating) {
      report_row(diagnostics, standing, standing.rows[row], records[row]);
    }
    return;
  }
  std::vector<std::string_view> names;
  names.reserve(deviating.size());
  for (const std::size_t row : deviating) {
    names.push_back(standing.rows[row].team);
  }
  report(diagnostics, Code::table_vs_results, at(standing, standing.rows[deviating.front()].line),
         concat({std::to_string(names.size()),
                 " rows contradict the listed matches: ", list_of(names, 5)}),
         about(standing, {{"count", static_cast<std::int64_t>(names.size())}}));
}

/// Whether the teams of a table met each other only, as far as its numbers tell.
bool is_closed(const Standing& standing) {
  std::int64_t won = 0;
  std::int64_t lost = 0;
  std::int64_t drawn = 0;
  for (const StandingRow& row : standing.rows) {
    if (!row.won || !row.drawn || !row.lost || !row.goals_for || !row.goals_against) {
      return false;
    }
    won += *row.won;
    drawn += *row.drawn;
    lost += *row.lost;
  }
  return standing.rows.size() >= 2 && won == lost && drawn % 2 == 0;
}

/// The standings whose rows were taken from several groups, such as a ranking of third places.
std::vector<bool> find_rankings(const Index& index) {
  const auto& standings = index.season.standings;
  std::vector<std::uint32_t> group_of(index.team_count, none);
  for (std::uint32_t i = 0; i < standings.size(); ++i) {
    for (const StandingRow& row : standings[i].rows) {
      const std::uint32_t team = index.team(row.team_id);
      if (standings[i].group && team != none && group_of[team] == none) {
        group_of[team] = i;
      }
    }
  }
  std::vector<bool> is_ranking(standings.size(), false);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    std::uint32_t group = none;
    for (const StandingRow& row : standings[i].rows) {
      const std::uint32_t team = index.team(row.team_id);
      if (team == none || group_of[team] == none || group_of[team] == i) {
        continue;
      }
      is_ranking[i] = is_ranking[i] || (group != none && group != group_of[team]);
      group = group_of[team];
    }
  }
  return is_ranking;
}

/// Where the goals show that the teams of a table met each other only, a win is another's loss, and
/// a draw is two teams'.
void look_at_sums(const Standing& standing, Diagnostics& diagnostics) {
  std::int64_t won = 0;
  std::int64_t lost = 0;
  std::int64_t drawn = 0;
  std::int64_t scored = 0;
  std::int64_t conceded = 0;
  for (const StandingRow& row : standing.rows) {
    if (!row.won || !row.drawn || !row.lost || !row.goals_for || !row.goals_against) {
      return;
    }
    won += *row.won;
    lost += *row.lost;
    drawn += *row.drawn;
    scored += *row.goals_for;
    conceded += *row.goals_against;
  }
  const bool is_closed_by_goals = standing.rows.size() >= 3 && scored == conceded && scored > 0;
  if (!is_closed_by_goals || (won == lost && drawn % 2 == 0)) {
    return;
  }
  report(diagnostics, Code::played_arithmetic, finding::Severity::warning,
         at(standing, standing.rows.front().line),
         concat({"The table's wins add up to ", std::to_string(won), ", its losses to ",
                 std::to_string(lost), ", its draws to ", std::to_string(drawn)}),
         about(standing, {{"expected", std::to_string(won)}, {"found", std::to_string(lost)}}));
}

}  // namespace

void points_arithmetic(const Index& index, Diagnostics& diagnostics) {
  for (const Standing& standing : index.season.standings) {
    std::size_t rows = 0;
    std::size_t fits_three = 0;
    std::size_t fits_two = 0;
    const auto is_complete = [](const StandingRow& row) {
      return row.won && row.drawn && row.points;
    };
    for (const StandingRow& row : standing.rows) {
      if (is_complete(row)) {
        ++rows;
        fits_three += fits_points(row, 3) ? 1 : 0;
        fits_two += fits_points(row, 2) ? 1 : 0;
      }
    }
    const std::int64_t for_a_win = fits_two > fits_three ? 2 : 3;
    const std::size_t fits = std::max(fits_two, fits_three);
    if (fits == rows || !is_rule_of_table(fits, rows)) {
      continue;
    }
    for (const StandingRow& row : standing.rows) {
      if (!is_complete(row) || fits_points(row, for_a_win)) {
        continue;
      }
      const std::string expected = std::to_string(points_of(row, for_a_win));
      report(diagnostics, Code::points_arithmetic, at(standing, row.line),
             concat({row.team, " has ", std::to_string(*row.points), " points, ",
                     std::to_string(*row.won), " won and ", std::to_string(*row.drawn),
                     " drawn give ", expected}),
             about(standing, {{"team", row.team},
                              {"expected", expected},
                              {"found", std::to_string(*row.points)}}));
    }
  }
}

void played_arithmetic(const Index& index, Diagnostics& diagnostics) {
  const auto is_complete = [](const StandingRow& row) {
    return row.played && row.won && row.drawn && row.lost;
  };
  const auto sum_of = [](const StandingRow& row) {
    return std::int64_t{*row.won} + *row.drawn + *row.lost;
  };
  const std::vector<bool> is_ranking = find_rankings(index);
  for (std::size_t i = 0; i < index.season.standings.size(); ++i) {
    const Standing& standing = index.season.standings[i];
    std::size_t rows = 0;
    std::size_t fits = 0;
    for (const StandingRow& row : standing.rows) {
      rows += is_complete(row) ? 1 : 0;
      fits += is_complete(row) && sum_of(row) == *row.played ? 1 : 0;
    }
    if (fits == rows && !is_ranking[i]) {
      look_at_sums(standing, diagnostics);
    }
    // Tables that count shoot-outs apart fit in hardly any row.
    if (fits == rows || !is_rule_of_table(fits, rows)) {
      continue;
    }
    for (const StandingRow& row : standing.rows) {
      if (is_complete(row) && sum_of(row) != *row.played) {
        report(
            diagnostics, Code::played_arithmetic, at(standing, row.line),
            concat({row.team, " has played ", std::to_string(*row.played), ", ",
                    std::to_string(*row.won), " won, ", std::to_string(*row.drawn), " drawn and ",
                    std::to_string(*row.lost), " lost are ", std::to_string(sum_of(row))}),
            about(standing, {{"team", row.team},
                             {"expected", std::to_string(sum_of(row))},
                             {"found", std::to_string(*row.played)}}));
      }
    }
  }
}

void goals_sum_mismatch(const Index& index, Diagnostics& diagnostics) {
  const std::vector<bool> is_ranking = find_rankings(index);
  for (std::size_t i = 0; i < index.season.standings.size(); ++i) {
    const Standing& standing = index.season.standings[i];
    std::int64_t scored = 0;
    std::int64_t conceded = 0;
    for (const StandingRow& row : standing.rows) {
      if (!row.goals_for || !row.goals_against) {
        continue;
      }
      scored += *row.goals_for;
      conceded += *row.goals_against;
      const std::int64_t difference = std::int64_t{*row.goals_for} - *row.goals_against;
      if (row.goal_difference && *row.goal_difference != difference) {
        report(diagnostics, Code::goals_sum_mismatch, at(standing, row.line),
               concat({row.team, " has a goal difference of ", std::to_string(*row.goal_difference),
                       ", goals ", std::to_string(*row.goals_for), "-",
                       std::to_string(*row.goals_against), " give ", std::to_string(difference)}),
               about(standing, {{"team", row.team},
                                {"expected", std::to_string(difference)},
                                {"found", std::to_string(*row.goal_difference)}}));
      }
    }
    if (scored != conceded && !is_ranking[i] && is_closed(standing)) {
      report(diagnostics, Code::goals_sum_mismatch, at(standing, standing.rows.front().line),
             concat({"The table's goals for add up to ", std::to_string(scored),
                     ", its goals against to ", std::to_string(conceded)}),
             about(standing,
                   {{"expected", std::to_string(scored)}, {"found", std::to_string(conceded)}}));
    }
  }
}

void table_vs_results(const Index& index, Diagnostics& diagnostics) {
  if (index.season.standings.empty()) {
    return;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> results;  // Section and match.
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (index.tie[i] == none && index.home[i] != none && index.away[i] != none &&
        index.home[i] != index.away[i] && final_score(match) && !was_voided(match)) {
      results.emplace_back(index.section[i], i);
    }
  }
  std::sort(results.begin(), results.end());
  // Several tables of one section are snapshots; more than a few are not compared.
  constexpr int most_snapshots = 8;
  std::unordered_map<std::uint32_t, int> snapshots;
  for (const Standing& standing : index.season.standings) {
    const std::uint32_t section = index.section_of(standing.stage, standing.group);
    if (section == none || ++snapshots[section] > most_snapshots) {
      continue;
    }
    const auto first = std::lower_bound(results.begin(), results.end(), std::pair(section, 0U));
    const auto last = std::lower_bound(first, results.end(), std::pair(section + 1, 0U));
    compare(index, standing, std::span(first, last), diagnostics);
  }
}

}  // namespace acta::check
