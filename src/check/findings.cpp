#include <algorithm>
#include <utility>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {

using football::Decider;
using football::MatchStatus;

bool was_voided(const football::Match& match) {
  switch (match.status) {
    case MatchStatus::postponed:
    case MatchStatus::cancelled:
    case MatchStatus::abandoned:
    case MatchStatus::annulled:
    case MatchStatus::replayed:
      return true;
    default:
      return false;
  }
}

bool is_decided_by_result(const football::Tie& tie) {
  using football::Basis;
  const bool is_known = tie.winner_id && tie.basis && tie.decided_by;
  return is_known && *tie.basis != Basis::next_round && *tie.basis != Basis::infobox &&
         *tie.decided_by != Decider::unknown;
}

void report(finding::Diagnostics& diagnostics, finding::Code code, finding::Position place,
            std::string message, std::vector<finding::Context> context) {
  report(diagnostics, code, finding::entry(code).severity, place, std::move(message),
         std::move(context));
}

void report(finding::Diagnostics& diagnostics, finding::Code code, finding::Severity severity,
            finding::Position place, std::string message, std::vector<finding::Context> context) {
  place.line = std::max(place.line, 1U);
  diagnostics.add(code, severity, place, std::move(message), std::move(context));
}

football::MaybeInt day_of(const football::MaybeText& date) {
  if (!is_full_date(date)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    std::int32_t value = 0;
    for (const char digit : std::string_view(*date).substr(at, size)) {
      value = 10 * value + (digit - '0');
    }
    return value;
  };
  // Days since a first of March, so that the day of a leap year is the last of its year.
  const std::int32_t month = number(5, 2);
  const std::int32_t year = number(0, 4) - (month <= 2 ? 1 : 0);
  const std::int32_t from_march = month <= 2 ? month + 9 : month - 3;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 +
         number(8, 2);
}

std::vector<finding::Context> about(const football::Standing& standing,
                                    std::vector<finding::Context> context) {
  const std::string_view between = standing.stage && standing.group ? " / " : "";
  std::string section = concat({standing.stage.value_or(""), between, standing.group.value_or("")});
  if (!section.empty()) context.push_back({"section", std::move(section)});
  return context;
}

bool may_be_one_team(std::string_view left, std::string_view right) {
  const std::string longer = concat({"-", left.size() < right.size() ? right : left, "-"});
  const std::string shorter = concat({"-", left.size() < right.size() ? left : right, "-"});
  if (longer.find(shorter) != std::string::npos) return true;
  constexpr std::size_t most = 2;
  return text::edit_distance(left, right, most) <= most;
}

std::string concat(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) {
    text += piece;
  }
  return text;
}

std::string to_string(const football::Pair& pair) {
  return std::to_string(pair.home) + '-' + std::to_string(pair.away);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return concat({std::to_string(count), " ", count == 1 ? one : many});
}

std::string list_of(const std::vector<std::string_view>& names, std::size_t shown) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < shown; ++i) {
    text += i == 0 ? "" : ", ";
    text += names[i];
  }
  if (names.size() > shown) {
    text += " and " + std::to_string(names.size() - shown) + " more";
  }
  return text;
}

std::string describe(const football::Match& match) {
  const football::MaybePair& score = final_score(match);
  return concat({match.home, " ", score ? to_string(*score) : "v", " ", match.away});
}

}  // namespace acta::check
