#include "football/table/columns.hpp"

#include <algorithm>
#include <optional>

#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;
using words::Language;

namespace {

constexpr auto first_column = Kind::column_team;
constexpr auto last_column = Kind::column_scorers;
constexpr auto first_letter = Kind::letter_played;
constexpr auto last_letter = Kind::letter_goal_difference;

constexpr Column column_of(Kind kind) {
  const auto from_team = static_cast<std::size_t>(kind) - static_cast<std::size_t>(first_column);
  return static_cast<Column>(from_team + static_cast<std::size_t>(Column::team));
}

static_assert(column_of(last_column) == Column::scorers);

Column column_named(std::string_view name) {
  if (const words::Found found = words::exact(first_column, last_column, name))
    return column_of(found.kind);
  if (const words::Found leg = words::exact(Kind::leg, name))
    return leg.value == 1 ? Column::first_leg : Column::second_leg;
  return Column::other;
}

/// A header cell as a name: without the leftovers of tooltips ("Agg.Tooltip Aggregate score") and
/// navigation bars ("Team v t e"), and without a final stop.
std::string_view header_name(std::string_view text) {
  if (const words::Found tip = words::contains(Kind::tooltip, text); tip && tip.at > 0)
    text = text.substr(0, tip.at);
  const words::Found letters = words::contains(Kind::navigation_letters, text);
  if (letters && letters.at > 0 && letters.at + letters.bytes == text.size())
    text = text.substr(0, letters.at);
  while (text.ends_with(' ') || text.ends_with('.')) text.remove_suffix(1);
  return text;
}

/// "PJ Partidos jugados": a short name before its explanation.
Column column_explained(std::string_view name) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return Column::other;
  const std::string_view brief = name.substr(0, blank);
  const bool is_explained = words::exact(Kind::column_short, brief) &&
                            words::longest(Kind::column_explanation, name.substr(blank + 1));
  return is_explained ? column_named(brief) : Column::other;
}

/// "Home team (tier)"
Column side_with_tier(std::string_view name) {
  const std::size_t open = name.rfind(" (");
  if (open == std::string_view::npos) return Column::other;
  const Column column = column_named(name.substr(0, open));
  return column == Column::home || column == Column::away ? column : Column::other;
}

constexpr std::size_t longest_letter = 2;  // One that is not of ASCII has two bytes.

words::Found letter(std::string_view name, Language language) {
  if (name.empty() || name.size() > longest_letter) return {};
  return words::exact(first_letter, last_letter, name, language);
}

/// The language that knows most of the letters: "D" is drawn in one and a difference in another.
Language language_of_letters(const std::vector<std::string_view>& names) {
  Language best = Language::english;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 1; i < words::languages; ++i) {
    const auto language = static_cast<Language>(i);
    const auto known = std::count_if(names.begin(), names.end(), [&](std::string_view name) {
      const words::Found found = letter(name, language);
      return found && found.language == language;
    });
    if (known <= most) continue;
    most = known;
    best = language;
  }
  return best;
}

Column column_by_letter(std::string_view name, Language language) {
  switch (letter(name, language).kind) {
    case Kind::letter_played:
      return Column::played;
    case Kind::letter_won:
      return Column::won;
    case Kind::letter_drawn:
      return Column::drawn;
    case Kind::letter_lost:
      return Column::lost;
    case Kind::letter_goals_for:
      return Column::goals_for;
    case Kind::letter_goals_against:
      return Column::goals_against;
    case Kind::letter_goal_difference:
      return Column::goal_difference;
    default:
      return Column::other;
  }
}

/// "Home \ Away", "Local / Visitante": rows at home to columns.
bool is_home_by_away(std::string_view corner) {
  const std::size_t cut = corner.find_first_of("\\/");
  return cut != std::string_view::npos && words::exact(Kind::column_home, corner.substr(0, cut)) &&
         words::exact(Kind::column_away, corner.substr(cut + 1));
}

std::vector<std::string_view> names_of(const wiki::Row& header) {
  std::vector<std::string_view> names;
  names.reserve(header.cells.size());
  for (const wiki::Cell& cell : header.cells) names.push_back(header_name(cell.first().text));
  return names;
}

/// The column that a header cell names with words; says whether it names a side with its tier.
Column column_by_words(std::string_view name, bool& has_tiers) {
  const Column named = column_named(name);
  if (named != Column::other) return named;
  const Column side = side_with_tier(name);
  has_tiers = has_tiers || side != Column::other;
  return side != Column::other ? side : column_explained(name);
}

/// "R | Team | G | P | W": of two columns that seem to count the matches, a letter says something
/// else, as G the group does here.
void keep_one_count(std::vector<Column>& columns, const std::vector<std::string_view>& names) {
  const auto is_letter = [&](std::size_t i) { return letter(names[i], Language::none); };
  std::size_t counting = Columns::npos;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != Column::played) continue;
    // One that stands in each of several groups of columns is no other count.
    if (counting != Columns::npos && names[i] == names[counting]) continue;
    const bool is_better = counting == Columns::npos || is_letter(counting);
    if (is_better && counting != Columns::npos) columns[counting] = Column::other;
    if (is_better) {
      counting = i;
    } else if (is_letter(i)) {
      columns[i] = Column::other;
    }
  }
}

/// "MP W T L GF GA P": where another column counts the matches, and none the points, a letter
/// behind the results is that of the points.
void find_points(std::vector<Column>& columns, const std::vector<std::string_view>& names) {
  const auto place_of = [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) - columns.begin();
  };
  const auto end = static_cast<std::ptrdiff_t>(columns.size());
  const auto results = std::max(place_of(Column::won), place_of(Column::lost));
  if (results == end || place_of(Column::played) == end || place_of(Column::points) != end) return;
  for (auto i = static_cast<std::size_t>(results); i < columns.size(); ++i) {
    if (columns[i] != Column::other || !words::exact(Kind::letter_points, names[i])) continue;
    columns[i] = Column::points;
    return;
  }
}

}  // namespace

Columns columns_of(const wiki::Row& header) {
  Columns result;
  const std::vector<std::string_view> names = names_of(header);
  const Language language = language_of_letters(names);
  result.columns.reserve(names.size());
  for (const std::string_view name : names) {
    Column column = column_by_words(name, result.has_tiers);
    if (column == Column::other) column = column_by_letter(name, language);
    result.columns.push_back(column);
    result.counts = result.counts || words::longest(Kind::header_count, name);
  }
  if (!names.empty() && words::exact(Kind::letter_position, names.front()))
    result.columns.front() = Column::position;
  keep_one_count(result.columns, names);
  find_points(result.columns, names);
  for (std::size_t i = names.size(); i > 0; --i) result.set(i - 1, result.columns[i - 1]);
  constexpr std::size_t narrowest_grid = 3;
  result.home_by_away = names.size() >= narrowest_grid && is_home_by_away(names.front());
  return result;
}

}  // namespace acta::football
