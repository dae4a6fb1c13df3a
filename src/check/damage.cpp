/// The rule on names whose letters were lost or garbled on the way.

#include <array>
#include <unordered_set>

#include "check/rules.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;

/// Whether the bytes at `at` are a character that UTF-8 bytes become when they are read as
/// Windows-1252: U+0080 to U+00BF, or one of the signs that stand in that set's second half.
bool is_of_garbled_tail(std::string_view rest) {
  if (rest.size() < 2) return false;
  const auto first = static_cast<unsigned char>(rest[0]);
  const auto second = static_cast<unsigned char>(rest[1]);
  if (first == 0xC2) return second >= 0x80 && second <= 0xBF;
  constexpr auto signs = std::to_array<std::string_view>(
      {"\u20AC", "\u201A", "\u0192", "\u201E", "\u2026", "\u2020", "\u2021", "\u02C6", "\u2030",
       "\u0160", "\u2039", "\u0152", "\u017D", "\u2018", "\u2019", "\u201C", "\u201D", "\u2022",
       "\u2013", "\u2014", "\u02DC", "\u2122", "\u0161", "\u203A", "\u0153", "\u017E", "\u0178"});
  for (const std::string_view sign : signs) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

bool is_letter(char it) {
  return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z') ||
         (static_cast<unsigned char>(it) & 0x80U) != 0;
}

/// What is wrong with the letters of a name, or nothing.
std::string_view damage_of(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view rest = name.substr(i);
    if (rest.starts_with("\uFFFD")) return "a character that could not be read";
    // "Ã±" for "ñ", "Â°" for "°".
    const bool is_head = rest.starts_with("\u00C3") || rest.starts_with("\u00C2") ||
                         rest.starts_with("\u00E2\u20AC");
    if (is_head && is_of_garbled_tail(rest.substr(2))) return "letters of another encoding";
    // "Pe?a": a question mark of the text stands at a word's end.
    if (name[i] == '?' && i > 0 && i + 1 < name.size() && is_letter(name[i - 1]) &&
        is_letter(name[i + 1])) {
      return "a question mark within a word";
    }
  }
  return {};
}

/// Tells each damaged name once.
class Names {
 public:
  explicit Names(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void look_at(std::string_view name, finding::Position place, std::string_view key) {
    const std::string_view damage = damage_of(name);
    if (damage.empty() || !seen_.emplace(name).second) return;
    report(diagnostics_, Code::text_damaged, place, concat({"\"", name, "\" has ", damage}),
           {{key, std::string(name)}});
  }

  void look_at(const football::MaybeText& name, finding::Position place, std::string_view key) {
    if (name) look_at(std::string_view(*name), place, key);
  }

 private:
  Diagnostics& diagnostics_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

void text_damaged(const Index& index, Diagnostics& diagnostics) {
  Names names(diagnostics);
  const football::Season& season = index.season;
  for (const football::Team& team : season.teams) {
    names.look_at(std::string_view(team.name), at(team), "team");
    names.look_at(team.city, at(team), "found");
    names.look_at(team.stadium, at(team), "found");
  }
  for (const football::Stadium& stadium : season.stadiums) {
    names.look_at(std::string_view(stadium.name), at(stadium), "found");
    names.look_at(stadium.city, at(stadium), "found");
  }
  for (const football::Match& match : season.matches) {
    names.look_at(std::string_view(match.home), at(match), "team");
    names.look_at(std::string_view(match.away), at(match), "team");
    names.look_at(match.stadium, at(match), "found");
    names.look_at(match.city, at(match), "found");
    names.look_at(match.referee, at(match), "player");
    for (const football::Goal& goal : match.goals) {
      names.look_at(goal.player, at(match, goal.line), "player");
    }
  }
  for (const football::Honour& honour : season.honours) {
    names.look_at(std::string_view(honour.team), at(honour), "team");
  }
  for (const football::TopScorer& row : season.top_scorers) {
    names.look_at(std::string_view(row.player), at(row), "player");
  }
}

}  // namespace acta::check
