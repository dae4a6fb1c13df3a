/// Rules on dates.

#include <algorithm>
#include <charconv>

#include "check/rules.hpp"
#include "words/words.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Match;

/// Compares two ISO dates as far as both say.
int compare(std::string_view left, std::string_view right) {
  const std::size_t size = std::min(left.size(), right.size());
  return left.substr(0, size).compare(right.substr(0, size));
}

football::MaybeInt year_of(std::string_view date) {
  std::int32_t year = 0;
  const std::string_view digits = date.substr(0, 4);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return year;
}

/// Whether the article is about how teams qualify: such a season goes by the year it leads to.
bool is_qualifying(const football::Season& season) {
  return bool(words::contains(words::Kind::title_qualifying, season.article.title.value_or("")));
}

/// Whether a match may be played after the dates of its league: a play-off for promotion or against
/// relegation, in the same year.
bool may_follow_league(const Index& index, std::uint32_t number) {
  const football::MaybeText& end = index.season.season.end_date;
  const Match& match = index.season.matches[number];
  if (index.tie[number] == none || index.season.standings.empty() || !end ||
      compare(match.date->substr(0, 4), end->substr(0, 4)) != 0) {
    return false;
  }
  return index.kind_of(number) == football::RoundKind::play_off ||
         words::contains(words::Kind::promotion_aim,
                         concat({match.stage.value_or(""), " ", match.round.value_or("")}));
}

/// What of the season the match's date lies outside of, "" if it lies inside.
std::string bound_broken(const Index& index, std::uint32_t match) {
  const football::SeasonSpan& season = index.season.season;
  const std::string_view date = *index.season.matches[match].date;
  if (season.start_date && compare(date, *season.start_date) < 0) {
    return concat({"before the season's start on ", *season.start_date});
  }
  if (season.end_date && compare(date, *season.end_date) > 0 && !may_follow_league(index, match)) {
    return concat({"after the season's end on ", *season.end_date});
  }
  const football::MaybeInt year = year_of(date);
  const football::MaybeInt last_year = season.end_year ? season.end_year : season.start_year;
  // Stated dates tell more than the label's year.
  if (year && season.start_year && !season.start_date && !is_qualifying(index.season) &&
      *year < *season.start_year - 1) {
    return concat({"before the season of ", std::to_string(*season.start_year)});
  }
  if (year && last_year && !season.end_date && *year > *last_year + 1) {
    return concat({"after the season of ", std::to_string(*last_year)});
  }
  return {};
}

}  // namespace

void date_missing(const Index& index, Diagnostics& diagnostics) {
  const Match* first = nullptr;
  std::size_t played = 0;
  std::size_t undated = 0;
  for (const Match& match : index.season.matches) {
    if (match.status != football::MatchStatus::played) {
      continue;
    }
    ++played;
    if (!match.date) {
      first = first == nullptr ? &match : first;
      ++undated;
    }
  }
  if (first != nullptr) {
    report(
        diagnostics, Code::date_missing, at(*first),
        concat({std::to_string(undated), " of ", counted(played, "played match", "played matches"),
                undated == 1 ? " has no date, " : " have no date, the first is ",
                describe(*first)}),
        {{"count", static_cast<std::int64_t>(undated)}});
  }
}

void date_outside_season(const Index& index, Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const Match& match = index.season.matches[i];
    if (!match.date) {
      continue;
    }
    const std::string broken = bound_broken(index, i);
    if (!broken.empty()) {
      report(diagnostics, Code::date_outside_season, at(match),
             concat({describe(match), " is dated ", *match.date, ", ", broken}),
             {{"record", match.id}, {"found", *match.date}});
    }
  }
}

namespace {

/// The matchdays of one section with the day in the middle of each: one that lies before the
/// matchday before it.  Matches that are put off do not move the middle.
void look_at_matchdays(const Index& index, Diagnostics& diagnostics) {
  // A whole matchday may be put off, and then lies months behind; a year behind is a wrong year.
  constexpr std::int32_t wrong_year = 250;
  constexpr std::int32_t least = 14;
  std::vector<std::vector<std::int32_t>> days(index.season.rounds.size());
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const football::MaybeInt day = day_of(index.season.matches[i].date);
    if (index.round[i] != none && day) days[index.round[i]].push_back(*day);
  }
  const football::Round* before = nullptr;
  std::int32_t day_before = 0;
  for (std::size_t i = 0; i < index.season.rounds.size(); ++i) {
    const football::Round& round = index.season.rounds[i];
    if (round.kind != football::RoundKind::matchday || days[i].empty()) {
      before = nullptr;
      continue;
    }
    std::sort(days[i].begin(), days[i].end());
    const std::int32_t day = days[i][days[i].size() / 2];
    if (before != nullptr && before->stage == round.stage && before->group == round.group &&
        day + least < day_before) {
      const bool is_wrong_year = day + wrong_year < day_before;
      report(diagnostics, Code::date_order_vs_round,
             is_wrong_year ? finding::Severity::warning : finding::Severity::info, at(round),
             concat({round.round, " is dated ", std::to_string(day_before - day), " days before ",
                     before->round}),
             {{"record", round.id}, {"other_line", std::int64_t{before->line}}});
    }
    before = &round;
    day_before = day;
  }
}

}  // namespace

void date_order_vs_round(const Index& index, Diagnostics& diagnostics) {
  look_at_matchdays(index, diagnostics);

  /// The matches of one depth of one bracket.
  struct Round {
    bool is_dated = true;
    bool is_reported = false;
    std::string_view last;
  };

  constexpr std::uint32_t depth_count = 8;
  std::vector<Round> rounds(std::size_t{index.section_count} * depth_count);
  const auto round_of = [&](std::uint32_t bracket, std::uint32_t depth) -> Round& {
    return rounds[std::size_t{bracket} * depth_count + depth];
  };
  const auto for_each_match = [&](auto&& look) {
    for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
      const std::uint32_t tie = index.tie[i];
      const std::uint32_t depth = tie == none ? 0 : depth_of(index.kind_of(i));
      if (depth != 0) {
        look(index.season.matches[i], index.bracket[tie], depth);
      }
    }
  };

  for_each_match([&](const Match& match, std::uint32_t bracket, std::uint32_t depth) {
    Round& round = round_of(bracket, depth);
    if (!is_full_date(match.date)) {
      round.is_dated = false;
    } else {
      round.last = std::max(round.last, std::string_view(*match.date));
    }
  });
  for_each_match([&](const Match& match, std::uint32_t bracket, std::uint32_t depth) {
    const std::uint32_t next_depth = index.next_depth(bracket, depth);
    Round& round = round_of(bracket, depth);
    if (next_depth == 0 || round.is_reported || !is_full_date(match.date) || was_voided(match)) {
      return;
    }
    const Round& next = round_of(bracket, next_depth);
    const auto entrants = index.entrants_at(bracket, next_depth);
    if (next.is_dated && next.last < *match.date && !next.last.empty() && !entrants.empty()) {
      round.is_reported = true;
      const football::Tie& later = index.season.ties[entrants.front().tie];
      report(
          diagnostics, Code::date_order_vs_round, at(match),
          concat({describe(match), " (", match.round.value_or(""), ") is dated ", *match.date,
                  ", and ", later.round, " was over on ", next.last}),
          {{"record", match.id}, {"found", *match.date}, {"other_line", std::int64_t{later.line}}});
    }
  });
}

}  // namespace acta::check
