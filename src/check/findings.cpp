#include <algorithm>
#include <utility>

#include "check/rules.hpp"

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
