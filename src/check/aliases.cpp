#include "check/aliases.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <unordered_set>
#include <utility>

#include "check/rules.hpp"
#include "text/source.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Season;

constexpr std::array<std::string_view, 5> columns = {"name", "canonical", "competition", "from",
                                                     "to"};

[[noreturn]] void fail(const std::string& file, std::uint32_t line, const std::string& what) {
  throw AliasError(file + ":" + std::to_string(line) + ": " + what);
}

/// The cells of a line; in CSV a cell may stand in quotes, and a doubled quote is one.
std::vector<std::string> cells_of(const std::string& file, std::uint32_t number,
                                  std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool in_quotes = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char it = line[i];
    if (separator == ',' && it == '"') {
      const bool is_doubled = in_quotes && i + 1 < line.size() && line[i + 1] == '"';
      if (is_doubled) {
        cells.back() += '"';
        ++i;
      } else {
        in_quotes = !in_quotes;
      }
    } else if (it == separator && !in_quotes) {
      cells.emplace_back();
    } else {
      cells.back() += it;
    }
  }
  if (in_quotes) fail(file, number, "a quote is not closed");
  for (std::string& cell : cells) cell = std::string(text::trim(cell));
  return cells;
}

/// The year of "2019" or "2019-05-01"; null for an empty cell.
football::MaybeInt year_of(const std::string& file, std::uint32_t line, const std::string& cell) {
  if (cell.empty()) return std::nullopt;
  std::int32_t year = 0;
  const char* const end = cell.data() + std::min<std::size_t>(cell.size(), 4);
  const auto read = std::from_chars(cell.data(), end, year);
  const bool is_year = read.ec == std::errc() && read.ptr == end && end - cell.data() == 4;
  if (!is_year || (cell.size() > 4 && cell[4] != '-')) {
    fail(file, line, "\"" + cell + "\" is no year and no ISO date");
  }
  return year;
}

/// The number of each column of `columns` in the header, or none.
std::array<std::size_t, columns.size()> places_of(const std::string& file, std::uint32_t line,
                                                  const std::vector<std::string>& header) {
  std::array<std::size_t, columns.size()> places{};
  places.fill(std::numeric_limits<std::size_t>::max());
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto found = std::find(columns.begin(), columns.end(), header[i]);
    if (found == columns.end()) {
      fail(file, line,
           "the column \"" + header[i] +
               "\" is not known, only name, canonical, competition, from and to");
    }
    places[static_cast<std::size_t>(found - columns.begin())] = i;
  }
  if (places[0] >= header.size() || places[1] >= header.size()) {
    fail(file, line, "the header has no columns name and canonical");
  }
  return places;
}

bool may_overlap(const Alias& left, const Alias& right) {
  const bool one_competition = !left.competition || !right.competition ||
                               text::slug(*left.competition) == text::slug(*right.competition);
  const auto starts_after_end = [](const Alias& later, const Alias& earlier) {
    return later.from && earlier.to && *later.from > *earlier.to;
  };
  return one_competition && !starts_after_end(left, right) && !starts_after_end(right, left);
}

enum class Fit { no, maybe, yes };

/// Whether the claim is about the season's competition and years.
Fit fit(const Alias& alias, const Season& season) {
  bool is_certain = true;
  if (alias.competition) {
    const football::MaybeText& id = season.competition.id;
    if (id && *id != text::slug(*alias.competition)) return Fit::no;
    is_certain = id.has_value();
  }
  const football::MaybeInt& first = season.season.start_year;
  const football::MaybeInt& last = season.season.end_year ? season.season.end_year : first;
  if (last && alias.from && *last < *alias.from) return Fit::no;
  if (first && alias.to && *first > *alias.to) return Fit::no;
  is_certain = is_certain && (!alias.from || last) && (!alias.to || first);
  return is_certain ? Fit::yes : Fit::maybe;
}

/// Calls `visit(key, name, place)` for every team and player of the season, in article order.
template <class Visit>
void for_each_name(const Season& season, const Visit& visit) {
  for (const football::Team& team : season.teams) visit("team", team.name, at(team));
  for (const football::Match& match : season.matches) {
    visit("team", match.home, at(match));
    visit("team", match.away, at(match));
    for (const football::Goal& goal : match.goals) {
      if (goal.player) visit("player", *goal.player, at(match, goal.line));
    }
  }
  for (const football::Honour& honour : season.honours) visit("team", honour.team, at(honour));
  for (const football::SquadPlayer& row : season.squads) {
    visit("player", row.player, at(row));
    if (row.club) visit("team", *row.club, at(row));
  }
  for (const football::TopScorer& row : season.top_scorers) {
    visit("player", row.player, at(row));
    if (row.team) visit("team", *row.team, at(row));
  }
}

/// Looks every name up, once each, and calls `tell(key, name, place, alias)` for those with a
/// claim.
template <class Tell>
void for_each_alias(const Index& index, bool certain, const Tell& tell) {
  if (index.aliases == nullptr) return;
  std::unordered_set<std::string_view> seen;
  for_each_name(index.season,
                [&](std::string_view key, std::string_view name, finding::Position place) {
                  if (!seen.insert(name).second) return;
                  const Aliases::Answer answer = index.aliases->find(name, index.season);
                  if (answer.alias != nullptr && answer.is_certain == certain) {
                    tell(key, name, place, *answer.alias);
                  }
                });
}

std::string quoted_cell(std::string_view cell) {
  if (cell.find_first_of(",\"#") == std::string_view::npos) return std::string(cell);
  std::string result = "\"";
  for (const char it : cell) {
    result += it;
    if (it == '"') result += it;
  }
  return result + "\"";
}

}  // namespace

Aliases Aliases::load(const std::string& file, std::string bytes) {
  Diagnostics diagnostics;
  const text::Source source = text::Source::from_bytes(file, std::move(bytes), diagnostics);
  for (const finding::Diagnostic& it : diagnostics.sorted()) {
    fail(file, it.position.line, "this is not UTF-8 text");
  }
  Aliases aliases;
  std::array<std::size_t, columns.size()> places{};
  std::size_t width = 0;
  char separator = ',';
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (text::trim(line).empty() || line.front() == '#') continue;
    if (width == 0) separator = line.find('\t') == std::string_view::npos ? ',' : '\t';
    const std::vector<std::string> cells = cells_of(file, number, line, separator);
    if (width == 0) {
      places = places_of(file, number, cells);
      width = cells.size();
      continue;
    }
    if (cells.size() > width) {
      fail(file, number,
           std::to_string(cells.size()) + " cells below a header of " + std::to_string(width));
    }
    const auto cell = [&](std::size_t column) {
      return places[column] < cells.size() ? cells[places[column]] : std::string();
    };
    Alias alias = {cell(0),
                   cell(1),
                   std::nullopt,
                   year_of(file, number, cell(3)),
                   year_of(file, number, cell(4)),
                   number};
    if (std::string competition = cell(2); !competition.empty()) {
      alias.competition = std::move(competition);
    }
    aliases.add(file, std::move(alias));
  }
  if (width == 0) fail(file, 1, "there is no header with the columns name and canonical");
  return aliases;
}

void Aliases::add(const std::string& file, Alias alias) {
  if (alias.name.empty() || alias.canonical.empty()) {
    fail(file, alias.line, "a name or its canonical name is missing");
  }
  if (alias.from && alias.to && *alias.from > *alias.to) {
    fail(file, alias.line, "the last year lies before the first");
  }
  const std::string key = text::identity_key(alias.name);
  if (key == text::identity_key(alias.canonical)) {
    fail(file, alias.line, alias.name + " needs no alias: both names are equal");
  }
  std::vector<std::size_t>& claims = by_key_[key];
  for (const std::size_t claim : claims) {
    const Alias& other = rows_[claim];
    if (!may_overlap(alias, other)) continue;
    fail(file, alias.line,
         alias.name + " is claimed twice: it is " + other.canonical + " at line " +
             std::to_string(other.line) + " and " + alias.canonical +
             " here, in one competition and year");
  }
  claims.push_back(rows_.size());
  rows_.push_back(std::move(alias));
}

Aliases::Answer Aliases::find(std::string_view name, const Season& season) const {
  Answer answer;
  const auto found = by_key_.find(text::identity_key(name));
  if (found == by_key_.end()) return answer;
  for (const std::size_t claim : found->second) {
    const Fit fits = fit(rows_[claim], season);
    if (fits == Fit::yes) return {&rows_[claim], true};
    if (fits == Fit::maybe && answer.alias == nullptr) answer.alias = &rows_[claim];
  }
  return answer;
}

std::string_view Aliases::canonical(std::string_view name, const Season& season) const {
  const Answer answer = find(name, season);
  return answer.is_certain ? std::string_view(answer.alias->canonical) : name;
}

bool Aliases::are_one(std::string_view left, std::string_view right, const Season& season) const {
  return text::identity_key(canonical(left, season)) ==
         text::identity_key(canonical(right, season));
}

void alias_used(const Index& index, Diagnostics& diagnostics) {
  for_each_alias(index, true,
                 [&](std::string_view key, std::string_view name, finding::Position place,
                     const Alias& alias) {
                   report(diagnostics, Code::alias_used, place,
                          concat({name, " is ", alias.canonical, " by the alias file's line ",
                                  std::to_string(alias.line)}),
                          {{key, std::string(name)}, {"expected", alias.canonical}});
                 });
}

void alias_ambiguous(const Index& index, Diagnostics& diagnostics) {
  for_each_alias(
      index, false,
      [&](std::string_view key, std::string_view name, finding::Position place,
          const Alias& alias) {
        report(diagnostics, Code::alias_ambiguous, place,
               concat({"Whether ", name, " is ", alias.canonical,
                       " depends on a competition or year that the article does not state"}),
               {{key, std::string(name)}, {"expected", alias.canonical}});
      });
}

std::vector<Alias> suggest_aliases(const Season& season) {
  std::vector<Alias> aliases;
  for (const finding::Diagnostic& finding : season.diagnostics) {
    const bool is_club = finding.code == Code::possible_same_club;
    if (!is_club && finding.code != Code::possible_same_player) continue;
    Alias alias;
    for (const finding::Context& it : finding.context) {
      if (it.key == (is_club ? "team" : "player")) alias.name = std::get<std::string>(it.value);
      if (it.key == "expected") alias.canonical = std::get<std::string>(it.value);
    }
    alias.competition = season.competition.name;
    alias.from = season.season.start_year;
    alias.to = season.season.end_year ? season.season.end_year : alias.from;
    aliases.push_back(std::move(alias));
  }
  return aliases;
}

std::string write_aliases(const std::vector<Alias>& aliases) {
  std::string out = "name,canonical,competition,from,to\n";
  std::unordered_set<std::string> written;
  for (const Alias& alias : aliases) {
    std::string line = quoted_cell(alias.name) + "," + quoted_cell(alias.canonical) + "," +
                       quoted_cell(alias.competition.value_or("")) + ",";
    if (alias.from) line += std::to_string(*alias.from);
    line += ",";
    if (alias.to) line += std::to_string(*alias.to);
    line += "\n";
    if (written.insert(line).second) out += line;
  }
  return out;
}

}  // namespace acta::check
