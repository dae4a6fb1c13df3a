/// The rule on names whose letters were lost or garbled on the way.

#include <algorithm>
#include <array>
#include <unordered_set>

#include "check/rules.hpp"
#include "text/characters.hpp"

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
  // The punctuation from U+2013 to U+2039 that the set has; it has two dashes and a bullet, too.
  constexpr auto signs = std::to_array<char32_t>(
      {0x20AC, 0x0192, 0x02C6, 0x0160, 0x0152, 0x017D, 0x02DC, 0x2122, 0x0161,
       0x0153, 0x017E, 0x0178, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
       0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A});
  const char32_t sign = text::front(rest).value;
  return text::is_dash(sign) || std::find(signs.begin(), signs.end(), sign) != signs.end();
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
  for (const football::SquadPlayer& row : season.squads) {
    names.look_at(std::string_view(row.player), at(row), "player");
    names.look_at(row.club, at(row), "team");
  }
  for (const football::TopScorer& row : season.top_scorers) {
    names.look_at(std::string_view(row.player), at(row), "player");
  }
}

}  // namespace acta::check
