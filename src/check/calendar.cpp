/// Rules on who meets when: pairings, days, and the numbers of matchdays.

#include <algorithm>
#include <map>
#include <tuple>

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;
using football::MaybeInt;
using football::RoundKind;

/// A meeting of two teams in one section, outside ties.
struct Meeting {
  std::uint32_t section;
  std::uint32_t low;  ///< The two teams, in the order of their numbers.
  std::uint32_t high;
  std::uint32_t home;
  std::uint32_t match;
};

auto pair_of(const Meeting& meeting) {
  return std::tuple(meeting.section, meeting.low, meeting.high);
}

/// Looks at the meetings of one section, sorted by pair: where hardly any pair meets otherwise than
/// once at each ground (or, in a single round, once), one that does is told.
void look_at_pairings(const Index& index, std::span<const Meeting> meetings,
                      Diagnostics& diagnostics) {
  std::vector<std::span<const Meeting>> pairs;
  for (std::size_t i = 0; i < meetings.size();) {
    std::size_t end = i;
    while (end < meetings.size() && pair_of(meetings[end]) == pair_of(meetings[i])) ++end;
    pairs.push_back(meetings.subspan(i, end - i));
    i = end;
  }
  constexpr std::size_t fewest = 6;  // Those of four teams.
  if (pairs.size() < fewest) return;
  const auto turned = static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [](std::span<const Meeting> pair) {
        return pair.size() == 2 && pair[0].home != pair[1].home;
      }));
  std::vector<std::span<const Meeting>> wrong;
  for (const std::span<const Meeting> pair : pairs) {
    if (pair.size() == 2 && pair[0].home == pair[1].home) wrong.push_back(pair);
  }
  // In a league of two rounds the others meet at both grounds.
  if (wrong.empty() || 20 * wrong.size() > pairs.size() || 10 * turned < 8 * pairs.size()) return;
  for (const std::span<const Meeting> pair : wrong) {
    const Match& first = index.season.matches[pair[0].match];
    const Match& second = index.season.matches[pair[1].match];
    // The same match twice is what another rule tells.
    if (first.date == second.date && final_score(first) == final_score(second)) continue;
    report(diagnostics, Code::pairing_repeated, at(second),
           concat({second.home, " v ", second.away, " stands twice, first at line ",
                   std::to_string(first.line), ", and ", second.away, " v ", second.home,
                   " is missing"}),
           {{"record", second.id}, {"other_line", std::int64_t{first.line}}});
  }
}

/// A team on a day.
struct Day {
  std::string_view date;
  std::uint32_t team;
  std::uint32_t match;
};

bool has_result(const Match& match) {
  return final_score(match) && !was_voided(match) && !was_decided_on_paper(match);
}

/// Whether two matches of a team may be one, told twice or under two names.
bool may_be_one_match(const Index& index, const Day& left, const Day& right) {
  const Match& one = index.season.matches[left.match];
  const Match& other = index.season.matches[right.match];
  const bool is_home = index.home[left.match] == left.team;
  const bool is_home_there = index.home[right.match] == right.team;
  const std::string& opponent = is_home ? one.away_id : one.home_id;
  const std::string& opponent_there = is_home_there ? other.away_id : other.home_id;
  return may_be_one_team(opponent, opponent_there);
}

/// Whether both are of one leg of one round: that the team plays twice in it is told already.
bool are_of_one_round(const Index& index, const Day& left, const Day& right) {
  return index.round[left.match] != none && index.round[left.match] == index.round[right.match] &&
         index.kind_of(left.match) != RoundKind::other &&
         index.season.matches[left.match].leg == index.season.matches[right.match].leg;
}

/// The first number in the name of a matchday: "Matchday 12", "12.ª jornada".
MaybeInt number_in(std::string_view name) {
  constexpr std::int32_t most = 200;
  const std::size_t start = name.find_first_of("0123456789");
  if (start == std::string_view::npos) return std::nullopt;
  std::int32_t number = 0;
  for (std::size_t i = start; i < name.size() && name[i] >= '0' && name[i] <= '9'; ++i) {
    number = 10 * number + (name[i] - '0');
    if (number > most) return std::nullopt;
  }
  return number;
}

/// The matchdays of one stage and group, in the order of the article.
using Matchdays = std::vector<const football::Round*>;

/// A number that is left out between others which all follow one another.
void look_at_numbers(const Matchdays& rounds, Diagnostics& diagnostics) {
  constexpr std::size_t fewest = 6;
  const football::Round* gap = nullptr;  // The matchday behind the number that is missing.
  std::int32_t missing = 0;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    const MaybeInt number = number_in(rounds[i]->round);
    if (!number || rounds[i]->matches == 0) return;
    const MaybeInt before = i == 0 ? MaybeInt(*number - 1) : number_in(rounds[i - 1]->round);
    if (*number == *before + 1) continue;
    // One gap is a fault; several are the choice of an article.
    if (*number != *before + 2 || gap != nullptr) return;
    gap = rounds[i];
    missing = *before + 1;
  }
  if (gap == nullptr || rounds.size() < fewest) return;
  report(diagnostics, Code::matchday_sequence, at(*gap),
         concat({gap->round, " follows where number ", std::to_string(missing),
                 " is expected, which is missing"}),
         {{"record", gap->id}, {"expected", std::to_string(missing)}});
}

/// A matchday with the matches of two.
void look_at_sizes(const Matchdays& rounds, Diagnostics& diagnostics) {
  constexpr std::size_t fewest = 4;
  if (rounds.size() < fewest) return;
  std::vector<std::int32_t> sizes;
  for (const football::Round* round : rounds) sizes.push_back(round->matches);
  std::sort(sizes.begin(), sizes.end());
  const std::int32_t usual = sizes[sizes.size() / 2];
  if (usual < 2) return;
  const auto is_double = [usual](const football::Round* round) {
    return round->matches >= 2 * usual;
  };
  if (std::count_if(rounds.begin(), rounds.end(), is_double) != 1) return;
  const football::Round& round = **std::find_if(rounds.begin(), rounds.end(), is_double);
  report(diagnostics, Code::matchday_sequence, at(round),
         concat({round.round, " holds ", std::to_string(round.matches),
                 " matches, the other matchdays ", std::to_string(usual)}),
         {{"record", round.id},
          {"expected", std::to_string(usual)},
          {"found", std::to_string(round.matches)}});
}

/// The day in the middle of some.
std::int32_t middle_of(std::vector<std::int32_t> days) {
  std::sort(days.begin(), days.end());
  return days[days.size() / 2];
}

}  // namespace

void pairing_repeated(const Index& index, Diagnostics& diagnostics) {
  std::vector<Meeting> meetings;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    if (index.tie[i] != none || index.home[i] == none || index.away[i] == none ||
        index.home[i] == index.away[i] || was_voided(index.season.matches[i])) {
      continue;
    }
    const auto [low, high] = std::minmax(index.home[i], index.away[i]);
    meetings.push_back({index.section[i], low, high, index.home[i], i});
  }
  std::sort(meetings.begin(), meetings.end(), [](const Meeting& left, const Meeting& right) {
    return std::tuple(pair_of(left), left.match) < std::tuple(pair_of(right), right.match);
  });
  for (auto first = meetings.begin(); first != meetings.end();) {
    const auto last = std::find_if(first, meetings.end(), [&](const Meeting& meeting) {
      return meeting.section != first->section;
    });
    look_at_pairings(index, std::span(first, last), diagnostics);
    first = last;
  }
}

void team_twice_on_day(const Index& index, Diagnostics& diagnostics) {
  std::vector<Day> days;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (!is_full_date(match.date) || !has_result(match) || index.home[i] == index.away[i]) continue;
    for (const std::uint32_t team : {index.home[i], index.away[i]}) {
      if (team != none) days.push_back({*match.date, team, i});
    }
  }
  std::sort(days.begin(), days.end(), [](const Day& left, const Day& right) {
    return std::tuple(left.date, left.team, left.match) <
           std::tuple(right.date, right.team, right.match);
  });
  for (auto first = days.begin(); first != days.end();) {
    const auto last =
        std::find_if(first, days.end(), [&](const Day& day) { return day.date != first->date; });
    std::vector<std::pair<const Day*, const Day*>> doubles;
    std::size_t teams = 1;
    for (auto day = first + 1; day < last; ++day) {
      const auto before = day - 1;
      teams += before->team != day->team ? 1 : 0;
      if (before->team == day->team && !may_be_one_match(index, *before, *day) &&
          !are_of_one_round(index, *before, *day)) {
        doubles.emplace_back(&*before, &*day);
      }
    }
    // Where half of those who play do it twice, that is how the tournament was played.
    if (2 * doubles.size() < teams) {
      for (const auto& [earlier, later] : doubles) {
        const Match& match = index.season.matches[later->match];
        const Match& other = index.season.matches[earlier->match];
        report(diagnostics, Code::team_twice_on_day, at(match),
               concat({index.team_names[later->team], " plays ", describe(match), " and ",
                       describe(other), " on ", *match.date}),
               {{"record", match.id},
                {"team", std::string(index.team_names[later->team])},
                {"found", *match.date},
                {"other_line", std::int64_t{other.line}}});
      }
    }
    first = last;
  }
}

void legs_out_of_order(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.ties.size(); ++i) {
    const Match* first = nullptr;
    const Match* second = nullptr;
    for (const std::uint32_t number : index.matches_of(i)) {
      const Match& match = index.season.matches[number];
      if (match.leg == 1 && first == nullptr) first = &match;
      if (match.leg == 2 && second == nullptr) second = &match;
    }
    if (first == nullptr || second == nullptr || !is_full_date(first->date) ||
        !is_full_date(second->date) || *first->date <= *second->date) {
      continue;
    }
    report(diagnostics, Code::legs_out_of_order, at(*second),
           concat({"The second leg ", describe(*second), " is dated ", *second->date,
                   ", the first ", *first->date}),
           {{"record", second->id},
            {"expected", *first->date},
            {"found", *second->date},
            {"other_line", std::int64_t{first->line}}});
  }
}

void matchday_sequence(const Index& index, Diagnostics& diagnostics) {
  std::map<std::pair<std::string_view, std::string_view>, Matchdays> sections;
  for (const football::Round& round : index.season.rounds) {
    if (round.kind != RoundKind::matchday) continue;
    sections[{round.stage ? std::string_view(*round.stage) : "",
              round.group ? std::string_view(*round.group) : ""}]
        .push_back(&round);
  }
  for (const auto& [section, rounds] : sections) {
    look_at_numbers(rounds, diagnostics);
    look_at_sizes(rounds, diagnostics);
  }
}

void date_far_from_round(const Index& index, Diagnostics& diagnostics) {
  // A match that is put off is played within the season; a year that is wrong is not.
  constexpr std::int32_t far = 200;
  constexpr std::int32_t near = 60;
  constexpr std::size_t fewest = 3;
  std::vector<std::vector<std::uint32_t>> rounds(index.season.rounds.size());
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    if (index.round[i] != none && is_full_date(index.season.matches[i].date)) {
      rounds[index.round[i]].push_back(i);
    }
  }
  for (const std::vector<std::uint32_t>& matches : rounds) {
    if (matches.size() < fewest) continue;
    std::vector<std::int32_t> days;
    for (const std::uint32_t number : matches) {
      days.push_back(*day_of(index.season.matches[number].date));
    }
    const std::int32_t middle = middle_of(days);
    const Match* alone = nullptr;
    std::size_t others = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const std::int32_t distance = days[i] < middle ? middle - days[i] : days[i] - middle;
      if (distance >= far) alone = &index.season.matches[matches[i]];
      others += distance <= near ? 1 : 0;
    }
    if (alone == nullptr || others + 1 != matches.size()) continue;
    report(diagnostics, Code::date_far_from_round, at(*alone),
           concat({describe(*alone), " is dated ", *alone->date, ", the other matches of ",
                   alone->round.value_or("its round"), " are more than half a year from it"}),
           {{"record", alone->id}, {"found", *alone->date}});
  }
}

}  // namespace acta::check
