#include "football/table/columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

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

/// "GP" counts games in one language and goals in another: that of the article decides.
Column column_named(std::string_view name, Language article) {
  if (const words::Found found = words::exact(first_column, last_column, name, article))
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
Column column_explained(std::string_view name, Language article) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return Column::other;
  const std::string_view brief = name.substr(0, blank);
  const bool is_explained = words::exact(Kind::column_short, brief) &&
                            words::longest(Kind::column_explanation, name.substr(blank + 1));
  return is_explained ? column_named(brief, article) : Column::other;
}

/// "Home team (tier)"
Column side_with_tier(std::string_view name, Language article) {
  const std::size_t open = name.rfind(" (");
  if (open == std::string_view::npos) return Column::other;
  const Column column = column_named(name.substr(0, open), article);
  return column == Column::home || column == Column::away ? column : Column::other;
}

/// What each letter of a standings header means in a language.
using Letters = std::array<Column, 26>;

Column column_of_letter(Kind letter) {
  constexpr std::array<Column, 7> columns = {
      Column::played,    Column::won,           Column::drawn,          Column::lost,
      Column::goals_for, Column::goals_against, Column::goal_difference};
  return columns[static_cast<std::size_t>(letter) - static_cast<std::size_t>(first_letter)];
}

constexpr bool is_letter(std::string_view name) {
  return name.size() == 1 &&
         ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
}

std::size_t index_of(char letter) { return static_cast<std::size_t>((letter | 0x20) - 'a'); }

Letters letters_of(Language language) {
  Letters letters{};
  letters.fill(Column::other);
  for (const words::Row& row : words::rows(language)) {
    if (row.kind < first_letter || row.kind > last_letter) continue;
    for (const char c : row.forms) {
      if (c != '|') letters[index_of(c)] = column_of_letter(row.kind);
    }
  }
  return letters;
}

/// The letters of the language that knows most of them: "D" is drawn in one, lost in another and a
/// difference in a third.  Of languages that know as many, that of the article.
const Letters& letters_for(const std::vector<std::string_view>& names, Language article) {
  static const std::array<Letters, words::languages> all = [] {
    std::array<Letters, words::languages> letters;
    for (std::size_t i = 0; i < letters.size(); ++i)
      letters[i] = letters_of(static_cast<Language>(i));
    return letters;
  }();
  std::size_t best = static_cast<std::size_t>(Language::english);
  std::ptrdiff_t most = -1;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::ptrdiff_t known =
        std::count_if(names.begin(), names.end(), [&](std::string_view name) {
          return is_letter(name) && all[i][index_of(name[0])] != Column::other;
        });
    const bool is_own = static_cast<Language>(i) == article;
    if (known < most || (known == most && !is_own)) continue;
    most = known;
    best = i;
  }
  return all[best];
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

/// The column that a header cell names with words.
Column column_by_words(std::string_view name, Language article) {
  const Column named = column_named(name, article);
  if (named != Column::other) return named;
  const Column side = side_with_tier(name, article);
  return side != Column::other ? side : column_explained(name, article);
}

/// "R | Team | G | P | W": of two columns that seem to count the matches, a letter says something
/// else, as G the group does here.
void keep_one_count(std::vector<Column>& columns, const std::vector<std::string_view>& names) {
  const auto is_bare = [&](std::size_t i) { return is_letter(names[i]); };
  std::size_t counting = Columns::npos;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != Column::played) continue;
    // One that stands in each of several groups of columns is no other count.
    if (counting != Columns::npos && names[i] == names[counting]) continue;
    const bool is_better = counting == Columns::npos || is_bare(counting);
    if (is_better && counting != Columns::npos) columns[counting] = Column::other;
    if (is_better) {
      counting = i;
    } else if (is_bare(i)) {
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

/// "# Player Team G": beside players and no results a letter counts their goals.
void find_goals(std::vector<Column>& columns, const std::vector<std::string_view>& names) {
  const auto has = [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  if (!has(Column::player) || has(Column::goals) || has(Column::drawn) || has(Column::lost) ||
      has(Column::points) || has(Column::score))
    return;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!words::exact(Kind::letter_scored, names[i])) continue;
    columns[i] = Column::goals;
    return;
  }
}

/// What each name means, in the language of the article where it means several things.
std::vector<Column> columns_in(const std::vector<std::string_view>& names, Language article) {
  const Letters& letters = letters_for(names, article);
  std::vector<Column> columns;
  columns.reserve(names.size());
  for (const std::string_view name : names) {
    Column column = column_by_words(name, article);
    if (column == Column::other && is_letter(name)) column = letters[index_of(name[0])];
    columns.push_back(column);
  }
  return columns;
}

/// How many columns say again what another does of results: "PG" and "V" are both matches won, if
/// "PG" is not the points.
std::size_t repeated_results(const std::vector<Column>& columns) {
  std::size_t repeated = 0;
  for (const Column column : {Column::won, Column::drawn, Column::lost, Column::points}) {
    const auto count = std::count(columns.begin(), columns.end(), column);
    repeated += count > 1 ? static_cast<std::size_t>(count) - 1 : 0;
  }
  return repeated;
}

/// The same, where the article's language makes two columns one, in the language that does not.
std::vector<Column> columns_by_names(const std::vector<std::string_view>& names, Language article) {
  std::vector<Column> columns = columns_in(names, article);
  std::size_t fewest = repeated_results(columns);
  for (std::size_t i = 1; i < words::languages && fewest > 0; ++i) {
    std::vector<Column> others = columns_in(names, static_cast<Language>(i));
    const std::size_t repeated = repeated_results(others);
    if (repeated >= fewest) continue;
    fewest = repeated;
    columns = std::move(others);
  }
  return columns;
}

}  // namespace

Columns columns_of(const wiki::Row& header, Language article) {
  Columns result;
  const std::vector<std::string_view> names = names_of(header);
  result.columns = columns_by_names(names, article);
  result.counts = std::any_of(names.begin(), names.end(), [](std::string_view name) {
    return bool(words::longest(Kind::header_count, name));
  });
  if (!names.empty() && words::exact(Kind::letter_position, names.front()))
    result.columns.front() = Column::position;
  keep_one_count(result.columns, names);
  find_points(result.columns, names);
  find_goals(result.columns, names);
  for (std::size_t i = names.size(); i > 0; --i) result.set(i - 1, result.columns[i - 1]);
  constexpr std::size_t narrowest_grid = 3;
  result.home_by_away = names.size() >= narrowest_grid && is_home_by_away(names.front());
  return result;
}

}  // namespace acta::football
