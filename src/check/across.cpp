#include "check/across.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "check/rules.hpp"
#include "text/unicode.hpp"

namespace acta::check {
namespace {

using finding::Code;
using football::MaybeInt;
using football::MaybeText;

/// The first number of four digits: "2013–14" starts in 2013.
MaybeInt year_in(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool is_digit = i < text.size() && text[i] >= '0' && text[i] <= '9';
    if (!is_digit && digits == 4) {
      std::int32_t year = 0;
      for (const char digit : text.substr(i - 4, 4)) year = year * 10 + (digit - '0');
      return year;
    }
    digits = is_digit ? digits + 1 : 0;
  }
  return std::nullopt;
}

/// The neighbour that a field of the infobox gives; its line is that of the field.
Neighbour neighbour_of(const football::Season& season, const MaybeText& text,
                       std::string_view word) {
  if (!text) return {};
  Neighbour neighbour{.year = year_in(*text), .text = *text};
  for (const football::InfoboxField& field : season.infobox.fields) {
    const bool is_it = field.key.starts_with(word) && field.value.find(*text) != std::string::npos;
    if (is_it) neighbour.line = field.line;
  }
  return neighbour;
}

/// "2014 Copa Perú", or the year alone.
std::string name_of(const Summary& article) {
  if (article.title) return *article.title;
  return article.start_year ? std::to_string(*article.start_year) : "another article";
}

/// One statement about a stadium or team: the season, the article, the number in its list.
struct Statement {
  std::int32_t year = 0;
  std::size_t article = 0;
  std::size_t number = 0;
  auto operator<=>(const Statement&) const = default;
};

using Statements = std::map<std::string_view, std::vector<Statement>>;

/// How many earlier statements are looked at for one that can be compared: enough for every article
/// of a season, and a bound for names that a thousand articles share.
constexpr std::size_t horizon = 50;

/// Compares each statement with those of the last season before it: `differs(earlier, later)` says
/// whether two contradict, nothing when they cannot be compared.  `report` gets the two when every
/// comparable statement of that season contradicts.
template <class Differs, class Report>
void compare(std::vector<Statement>& statements, const Differs& differs, const Report& report) {
  std::sort(statements.begin(), statements.end());
  for (std::size_t i = 1; i < statements.size(); ++i) {
    const Statement* contradicted = nullptr;
    for (std::size_t back = 1; back <= std::min(i, horizon); ++back) {
      const Statement& earlier = statements[i - back];
      if (contradicted != nullptr && earlier.year != contradicted->year) break;
      if (earlier.year == statements[i].year) continue;
      const std::optional<bool> contradicts = differs(earlier, statements[i]);
      if (!contradicts) continue;
      if (!*contradicts) {
        contradicted = nullptr;
        break;
      }
      contradicted = &earlier;
    }
    if (contradicted != nullptr) report(*contradicted, statements[i]);
  }
}

/// Articles that speak of the same clubs when they use the same names: of one competition, or with
/// three teams in common.  "Nacional" alone is a club in many countries.
class Kinship {
 public:
  explicit Kinship(std::span<const Summary> articles) : articles_(articles) {}

  bool holds(std::size_t one, std::size_t other) {
    const auto [place, is_new] = known_.try_emplace({one, other}, false);
    if (is_new) place->second = are_kin(articles_[one], articles_[other]);
    return place->second;
  }

 private:
  static bool are_kin(const Summary& one, const Summary& other) {
    if (one.competition_id && one.competition_id == other.competition_id) return true;
    constexpr std::size_t enough = 3;
    std::size_t common = 0;
    auto at = other.team_ids.begin();
    for (const std::string& id : one.team_ids) {
      at = std::lower_bound(at, other.team_ids.end(), id);
      if (at != other.team_ids.end() && *at == id && ++common == enough) return true;
    }
    return false;
  }

  std::span<const Summary> articles_;
  std::map<std::pair<std::size_t, std::size_t>, bool> known_;
};

/// Whether two stadium names may be one: "Huancayo" and "Estadio Huancayo".
bool may_be_one(std::string_view one, std::string_view other) {
  const std::string left = ' ' + text::fold(one) + ' ';
  const std::string right = ' ' + text::fold(other) + ' ';
  return left.find(right) != std::string::npos || right.find(left) != std::string::npos;
}

void compare_capacities(std::span<const Summary> articles, std::vector<AcrossFinding>& found) {
  Statements stadiums;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (!articles[i].start_year) continue;
    for (std::size_t j = 0; j < articles[i].capacities.size(); ++j) {
      stadiums[articles[i].capacities[j].stadium_id].push_back({*articles[i].start_year, i, j});
    }
  }
  const auto capacity = [&](const Statement& it) -> const Capacity& {
    return articles[it.article].capacities[it.number];
  };
  for (auto& [id, statements] : stadiums) {
    compare(
        statements,
        [&](const Statement& earlier, const Statement& later) -> std::optional<bool> {
          return capacity(earlier).capacity != capacity(later).capacity;
        },
        [&](const Statement& earlier, const Statement& later) {
          const Capacity& now = capacity(later);
          const std::string before = std::to_string(capacity(earlier).capacity);
          const std::string after = std::to_string(now.capacity);
          found.push_back({later.article,
                           {Code::capacity_changed,
                            finding::entry(Code::capacity_changed).severity,
                            {now.line, 1},
                            concat({now.stadium, " holds ", after, " and held ", before, " in ",
                                    name_of(articles[earlier.article])}),
                            {{"record", now.stadium_id}, {"expected", before}, {"found", after}}}});
        });
  }
}

void compare_grounds(std::span<const Summary> articles, std::vector<AcrossFinding>& found) {
  Statements teams;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (!articles[i].start_year) continue;
    for (std::size_t j = 0; j < articles[i].grounds.size(); ++j) {
      teams[articles[i].grounds[j].team_id].push_back({*articles[i].start_year, i, j});
    }
  }
  Kinship kinship(articles);
  const auto ground = [&](const Statement& it) -> const Ground& {
    return articles[it.article].grounds[it.number];
  };
  const auto place = [](const Ground& it) {
    return it.city ? concat({it.stadium, ", ", *it.city}) : it.stadium;
  };
  for (auto& [id, statements] : teams) {
    compare(
        statements,
        [&](const Statement& earlier, const Statement& later) -> std::optional<bool> {
          if (!kinship.holds(earlier.article, later.article)) return std::nullopt;
          const Ground& before = ground(earlier);
          const Ground& after = ground(later);
          if (before.stadium_id == after.stadium_id) return false;
          return before.city != after.city || !may_be_one(before.stadium, after.stadium);
        },
        [&](const Statement& earlier, const Statement& later) {
          const Ground& now = ground(later);
          const std::string before = place(ground(earlier));
          const std::string after = place(now);
          found.push_back({later.article,
                           {Code::venue_changed_between_seasons,
                            finding::entry(Code::venue_changed_between_seasons).severity,
                            {now.line, 1},
                            concat({now.team, " plays at ", after, " and played at ", before,
                                    " in ", name_of(articles[earlier.article])}),
                            {{"record", now.team_id},
                             {"team", now.team},
                             {"expected", before},
                             {"found", after}}}});
        });
  }
}

/// The article of each season of each competition; null where several could be meant.
using Seasons = std::map<std::pair<std::string_view, std::int32_t>, const Summary*>;

Seasons seasons_of(std::span<const Summary> articles) {
  Seasons seasons;
  for (const Summary& article : articles) {
    if (!article.competition_id || !article.start_year) continue;
    const auto [place, is_new] =
        seasons.try_emplace({*article.competition_id, *article.start_year}, &article);
    // One article in two forms is one article.
    const bool is_other = !is_new && place->second != nullptr &&
                          (!article.title || place->second->title != article.title);
    if (is_other) place->second = nullptr;
  }
  return seasons;
}

void compare_links(std::span<const Summary> articles, std::vector<AcrossFinding>& found) {
  const Seasons seasons = seasons_of(articles);
  const auto look = [&](std::size_t number, const Neighbour Summary::*there,
                        const Neighbour Summary::*back, std::string_view names) {
    const Summary& article = articles[number];
    if (!article.competition_id || !article.start_year || !(article.*there).year) return;
    const auto own = seasons.find({*article.competition_id, *article.start_year});
    const auto other = seasons.find({*article.competition_id, *(article.*there).year});
    if (other == seasons.end() || other->second == nullptr || own->second == nullptr) return;
    const Neighbour& answer = other->second->*back;
    if (!answer.year || answer.year == article.start_year) return;
    found.push_back(
        {number,
         {Code::season_link_broken,
          finding::entry(Code::season_link_broken).severity,
          {(article.*there).line, 1},
          concat({name_of(*other->second), ", named as the ", names, ", names ", answer.text,
                  " on its side"}),
          {{"expected", std::to_string(*article.start_year)}, {"found", answer.text}}}});
  };
  for (std::size_t i = 0; i < articles.size(); ++i) {
    look(i, &Summary::previous, &Summary::next, "season before");
    look(i, &Summary::next, &Summary::previous, "season after");
  }
}

}  // namespace

Summary summarize(const football::Season& season) {
  Summary summary;
  summary.title = season.article.title;
  summary.competition_id = season.competition.id;
  summary.start_year = season.season.start_year;
  summary.previous = neighbour_of(season, season.season.previous, "prev");
  summary.next = neighbour_of(season, season.season.next, "next");
  for (const football::Team& team : season.teams) {
    summary.team_ids.push_back(team.id);
    // On a transcluded page the line would lead nowhere.
    if (!team.stadium || !team.stadium_id || team.page) continue;
    summary.grounds.push_back(
        {team.id, team.name, *team.stadium_id, *team.stadium, team.city, team.line});
  }
  std::sort(summary.team_ids.begin(), summary.team_ids.end());
  for (const football::Stadium& stadium : season.stadiums) {
    if (!stadium.capacity || stadium.page) continue;
    summary.capacities.push_back({stadium.id, stadium.name, *stadium.capacity, stadium.line});
  }
  return summary;
}

std::vector<AcrossFinding> across(std::span<const Summary> articles) {
  std::vector<AcrossFinding> found;
  compare_capacities(articles, found);
  compare_grounds(articles, found);
  compare_links(articles, found);
  return found;
}

}  // namespace acta::check
