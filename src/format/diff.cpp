#include "format/diff.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "format/align.hpp"
#include "format/field.hpp"
#include "format/fields.hpp"

namespace acta::format {
namespace {

using football::Season;

constexpr std::string_view between_parts = ", ";

/// Keys that say where a record stands, not what it says.
bool is_place(std::string_view key) {
  return key == "line" || key == "end_line" || key == "page" || key == "file" || key == "sha256" ||
         key == "page_id" || key == "revision_id" || key == "timestamp" || key == "form";
}

/// A value as people read it.
template <class T>
std::optional<std::string> words(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? words(*value) : std::nullopt;
  } else if constexpr (Text<T>) {
    return std::string(std::string_view(value));
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (Number<T>) {
    return std::to_string(value);
  } else if constexpr (Enumeration<T>) {
    return std::string(enum_names<T>[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_same_v<T, football::Pair>) {
    return std::to_string(value.home) + "-" + std::to_string(value.away);
  } else {
    static_assert(is_array<T> && Text<typename T::value_type>);
    std::string result;
    for (const auto& element : value) {
      result += result.empty() ? "" : between_parts;
      result += element;
    }
    return result;
  }
}

/// Adds the fields in which two records differ; arrays of records are compared by themselves.
template <Described Record>
void compare_fields(const Record& before, const Record& after, const std::string& prefix,
                    std::vector<FieldChange>& fields) {
  for_each_field<Record>([&]<class Get>(const Field<Get>& field) {
    using T = Value<Record, Get>;
    if (is_place(field.key)) return;
    if constexpr (Described<T>) {
      compare_fields<T>(std::invoke(field.get, before), std::invoke(field.get, after),
                        prefix + std::string(field.key) + ".", fields);
    } else if constexpr (is_array<T>) {
      if constexpr (Text<typename T::value_type>) {
        const T& old = std::invoke(field.get, before);
        const T& now = std::invoke(field.get, after);
        if (old != now) fields.push_back({prefix + std::string(field.key), words(old), words(now)});
      }
    } else {
      const T& old = std::invoke(field.get, before);
      const T& now = std::invoke(field.get, after);
      if (old != now) fields.push_back({prefix + std::string(field.key), words(old), words(now)});
    }
  });
}

/// The parts that are there, joined.
std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator) {
  std::string result;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    result += result.empty() ? "" : separator;
    result += part;
  }
  return result;
}

std::string_view or_nothing(const football::MaybeText& text) {
  return text ? std::string_view(*text) : std::string_view();
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// ---- What each kind of record is found by, and how it is described.

struct HonourTraits {
  static constexpr RecordKind kind = RecordKind::honour;

  static std::string key(const football::Honour& it) {
    const auto name = football::honour_kind_names[static_cast<std::size_t>(it.kind)];
    return joined({name, or_nothing(it.stage), or_nothing(it.competition), it.team_id}, ":");
  }

  static std::string text(const football::Honour& it) {
    const auto name = football::honour_kind_names[static_cast<std::size_t>(it.kind)];
    return joined(
        {std::string(name) + " " + it.team, or_nothing(it.stage), or_nothing(it.competition)},
        between_parts);
  }
};

struct TeamTraits {
  static constexpr RecordKind kind = RecordKind::team;

  static std::string key(const football::Team& it) { return it.id; }

  static std::string text(const football::Team& it) { return it.name; }
};

struct StadiumTraits {
  static constexpr RecordKind kind = RecordKind::stadium;

  static std::string key(const football::Stadium& it) { return it.id; }

  static std::string text(const football::Stadium& it) {
    return joined({it.name, it.capacity ? std::to_string(*it.capacity) : ""}, between_parts);
  }
};

struct MatchTraits {
  static constexpr RecordKind kind = RecordKind::match;

  static std::string key(const football::Match& it) { return it.id; }

  static std::string text(const football::Match& it) {
    const auto& score = it.score.extra_time ? it.score.extra_time : it.score.full_time;
    const std::string result = it.home + " " + words(score).value_or("v") + " " + it.away;
    return joined({result, or_nothing(it.date), counted(it.goals.size(), "goal", "goals")},
                  between_parts);
  }
};

/// A goal, a card or another part of a match, with its match.
template <class Part>
struct OfMatch {
  const Part* part;
  const football::Match* match;
};

template <class Part>
inline constexpr bool is_of_match = false;

template <class Part>
inline constexpr bool is_of_match<OfMatch<Part>> = true;

/// What a part of a match is found by: its match, its side and its player.
template <class Part>
std::string key_of_part(const OfMatch<Part>& it, std::string_view player_id) {
  return it.match->id + ":" +
         std::string(football::side_names[static_cast<std::size_t>(it.part->side)]) + ":" +
         std::string(player_id);
}

/// "Luis Mora 90+2'", with the team.
template <class Part>
std::string text_of_part(const OfMatch<Part>& it, std::string_view player,
                         const football::MaybeInt& minute, const football::MaybeInt& stoppage,
                         std::initializer_list<std::string_view> more) {
  std::string when;
  if (minute) {
    when = std::to_string(*minute);
    if (stoppage) when += "+" + std::to_string(*stoppage);
    when += "'";
  }
  const std::string who = joined({player, when}, " ");
  const std::string& team = it.part->side == football::Side::home ? it.match->home : it.match->away;
  return joined({who.empty() ? "unknown player" : who, "for " + team, joined(more, between_parts)},
                between_parts);
}

struct GoalTraits {
  static constexpr RecordKind kind = RecordKind::goal;
  static constexpr auto list = &football::Match::goals;

  static std::string key(const OfMatch<football::Goal>& it) {
    return key_of_part(it, or_nothing(it.part->player_id));
  }

  static std::string text(const OfMatch<football::Goal>& it) {
    const football::Goal& goal = *it.part;
    return text_of_part(it, or_nothing(goal.player), goal.minute, goal.stoppage,
                        {goal.penalty ? "penalty" : "", goal.own_goal ? "own goal" : ""});
  }
};

struct CardTraits {
  static constexpr RecordKind kind = RecordKind::card;
  static constexpr auto list = &football::Match::cards;

  static std::string key(const OfMatch<football::Card>& it) {
    return key_of_part(it, or_nothing(it.part->player_id));
  }

  static std::string text(const OfMatch<football::Card>& it) {
    const football::Card& card = *it.part;
    return text_of_part(it, or_nothing(card.player), card.minute, card.stoppage,
                        {football::card_kind_names[static_cast<std::size_t>(card.kind)]});
  }
};

struct MissedPenaltyTraits {
  static constexpr RecordKind kind = RecordKind::missed_penalty;
  static constexpr auto list = &football::Match::missed_penalties;

  static std::string key(const OfMatch<football::MissedPenalty>& it) {
    return key_of_part(it, or_nothing(it.part->player_id));
  }

  static std::string text(const OfMatch<football::MissedPenalty>& it) {
    return text_of_part(it, or_nothing(it.part->player), it.part->minute, it.part->stoppage, {});
  }
};

struct LineupPlayerTraits {
  static constexpr RecordKind kind = RecordKind::lineup_player;
  static constexpr auto list = &football::Match::lineups;

  static std::string key(const OfMatch<football::LineupPlayer>& it) {
    return key_of_part(it, it.part->player_id);
  }

  static std::string text(const OfMatch<football::LineupPlayer>& it) {
    return text_of_part(it, it.part->player, {}, {}, {or_nothing(it.part->position)});
  }
};

struct SquadPlayerTraits {
  static constexpr RecordKind kind = RecordKind::squad_player;

  static std::string key(const football::SquadPlayer& it) {
    return joined({it.player_id, or_nothing(it.team_id)}, ":");
  }

  static std::string text(const football::SquadPlayer& it) {
    return joined({it.player, or_nothing(it.team), or_nothing(it.position)}, between_parts);
  }
};

struct TieTraits {
  static constexpr RecordKind kind = RecordKind::tie;

  static std::string key(const football::Tie& it) { return it.id; }

  static std::string text(const football::Tie& it) {
    const std::string pairing = it.home + " " + words(it.aggregate).value_or("v") + " " + it.away;
    return joined({pairing, it.winner ? *it.winner + " won" : ""}, between_parts);
  }
};

/// A row with its table.
struct TableRow {
  const football::StandingRow* row;
  const football::Standing* table;
};

struct RowTraits {
  static constexpr RecordKind kind = RecordKind::standing;

  static std::string key(const TableRow& it) {
    return joined({or_nothing(it.table->stage), or_nothing(it.table->group), it.row->team_id}, ":");
  }

  static std::string text(const TableRow& it) {
    return joined({it.row->team, or_nothing(it.table->stage), or_nothing(it.table->group),
                   it.row->points ? counted(static_cast<std::size_t>(std::max(*it.row->points, 0)),
                                            "point", "points")
                                  : ""},
                  between_parts);
  }
};

struct TopScorerTraits {
  static constexpr RecordKind kind = RecordKind::top_scorer;

  static std::string key(const football::TopScorer& it) {
    return joined({it.player_id, or_nothing(it.team_id), or_nothing(it.stage)}, ":");
  }

  static std::string text(const football::TopScorer& it) {
    return joined(
        {it.player, or_nothing(it.team),
         it.goals ? counted(static_cast<std::size_t>(std::max(*it.goals, 0)), "goal", "goals")
                  : ""},
        between_parts);
  }
};

std::vector<TableRow> rows_of(const Season& season) {
  std::vector<TableRow> rows;
  for (const football::Standing& table : season.standings) {
    for (const football::StandingRow& row : table.rows) rows.push_back({&row, &table});
  }
  return rows;
}

std::size_t goal_count(const Season& season) {
  std::size_t count = 0;
  for (const football::Match& match : season.matches) count += match.goals.size();
  return count;
}

std::string label_of(const Season& season) {
  if (season.article.title) return *season.article.title;
  const std::string named =
      joined({or_nothing(season.competition.name), or_nothing(season.season.label)}, " ");
  return named.empty() ? "a season without a title" : named;
}

template <class Record>
std::vector<FieldChange> fields_between(const Record& before, const Record& after) {
  std::vector<FieldChange> fields;
  if constexpr (is_of_match<Record>) {
    compare_fields(*before.part, *after.part, "", fields);
  } else if constexpr (std::is_same_v<Record, TableRow>) {
    compare_fields(*before.row, *after.row, "", fields);
  } else {
    compare_fields(before, after, "", fields);
  }
  return fields;
}

/// Compares one pair of seasons.
class SeasonComparison {
 public:
  SeasonComparison(const Season& before, const Season& after, Difference& out)
      : aligned_(align(before, after)),
        before_(aligned_.before),
        after_(after),
        out_(out),
        label_(label_of(after)) {}

  void run() {
    compare_season();
    records<HonourTraits>(before_.honours, after_.honours);
    records<TeamTraits>(before_.teams, after_.teams);
    records<StadiumTraits>(before_.stadiums, after_.stadiums);
    compare_headings();
    records<MatchTraits>(before_.matches, after_.matches);
    parts_of_matches<GoalTraits>();
    parts_of_matches<CardTraits>();
    parts_of_matches<MissedPenaltyTraits>();
    parts_of_matches<LineupPlayerTraits>();
    records<TieTraits>(before_.ties, after_.ties);
    records<RowTraits>(rows_of(before_), rows_of(after_));
    records<TopScorerTraits>(before_.top_scorers, after_.top_scorers);
    records<SquadPlayerTraits>(before_.squads, after_.squads);
  }

 private:
  void add(ChangeKind change, RecordKind record, std::string id, std::string text,
           std::vector<FieldChange> fields = {}) {
    ++out_.counts[static_cast<std::size_t>(record)][static_cast<std::size_t>(change)];
    out_.changes.push_back(
        {change, record, label_, std::move(id), std::move(text), std::move(fields)});
  }

  void compare_season() {
    std::vector<FieldChange> fields;
    compare_fields(before_.article, after_.article, "article.", fields);
    compare_fields(before_.competition, after_.competition, "competition.", fields);
    compare_fields(before_.season, after_.season, "season.", fields);
    if (!fields.empty()) {
      add(ChangeKind::changed, RecordKind::season, label_, label_, std::move(fields));
    }
  }

  /// Headings that were put otherwise.
  void compare_headings() {
    for (const auto& [before, after] : aligned_.reworded) {
      std::vector<FieldChange> fields;
      compare_fields(before, after, "", fields);
      // The id follows from the words, and the numbers are those of the matches.
      std::erase_if(fields, [](const FieldChange& it) {
        return it.field != "stage" && it.field != "group" && it.field != "round" &&
               it.field != "kind";
      });
      add(ChangeKind::changed, RecordKind::round, after.id, after.round, std::move(fields));
    }
  }

  /// Pairs records of one key: equal ones first, then the others in their order.
  template <class Traits, class Record>
  void records(const std::vector<Record>& before, const std::vector<Record>& after) {
    std::unordered_map<std::string, std::vector<std::size_t>> by_key;
    for (std::size_t i = 0; i < after.size(); ++i) by_key[Traits::key(after[i])].push_back(i);
    std::vector<bool> is_paired(after.size(), false);
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto found = by_key.find(Traits::key(before[i]));
      if (found == by_key.end() || !pair_equal(before[i], after, found->second, is_paired)) {
        left.push_back(i);
      }
    }
    for (const std::size_t i : left) {
      std::string key = Traits::key(before[i]);
      auto& candidates = by_key[key];
      std::erase_if(candidates, [&](std::size_t it) { return is_paired[it]; });
      if (candidates.empty()) {
        add(ChangeKind::removed, Traits::kind, std::move(key), Traits::text(before[i]));
        continue;
      }
      const std::size_t partner = candidates.front();
      is_paired[partner] = true;
      add(ChangeKind::changed, Traits::kind, std::move(key), Traits::text(after[partner]),
          fields_between(before[i], after[partner]));
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (is_paired[i]) continue;
      add(ChangeKind::added, Traits::kind, Traits::key(after[i]), Traits::text(after[i]));
    }
  }

  /// Takes the first candidate that says the same out of the list.  Of many with one key only the
  /// first are tried, so that no input makes this quadratic.
  template <class Record>
  static bool pair_equal(const Record& record, const std::vector<Record>& after,
                         std::vector<std::size_t>& candidates, std::vector<bool>& is_paired) {
    constexpr std::size_t most = 20;
    const std::size_t tried = std::min(candidates.size(), most);
    for (std::size_t i = 0; i < tried; ++i) {
      if (!fields_between(record, after[candidates[i]]).empty()) continue;
      is_paired[candidates[i]] = true;
      candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
    return false;
  }

  /// Parts of matches in both; those of an added or removed match are only counted.
  template <class Traits>
  void parts_of_matches() {
    const auto before = parts_of<Traits>(before_, after_, ChangeKind::removed);
    records<Traits>(before, parts_of<Traits>(after_, before_, ChangeKind::added));
  }

  template <class Traits>
  auto parts_of(const Season& season, const Season& other, ChangeKind lonely) {
    using List = std::remove_cvref_t<decltype(season.matches.front().*Traits::list)>;
    std::unordered_set<std::string_view> others;
    for (const football::Match& match : other.matches) others.insert(match.id);
    std::vector<OfMatch<typename List::value_type>> parts;
    for (const football::Match& match : season.matches) {
      const List& list = match.*Traits::list;
      if (!others.contains(match.id)) {
        out_.counts[static_cast<std::size_t>(Traits::kind)][static_cast<std::size_t>(lonely)] +=
            list.size();
        continue;
      }
      for (const auto& part : list) parts.push_back({&part, &match});
    }
    return parts;
  }

  const Aligned aligned_;
  const Season& before_;  ///< In the words of the season after.
  const Season& after_;
  Difference& out_;
  std::string label_;
};

void note_shrinking(const Season& before, const Season& after, Difference& out) {
  const Shrunk sizes = {label_of(before), before.matches.size(), after.matches.size(),
                        goal_count(before), goal_count(after)};
  if (sizes.matches_after < sizes.matches_before || sizes.goals_after < sizes.goals_before) {
    out.shrunk.push_back(sizes);
  }
}

/// Counts a season that only one of the two has.
void add_whole(const Season& season, ChangeKind change, Difference& out) {
  const std::size_t goals = goal_count(season);
  const auto count = [&](RecordKind kind, std::size_t number) {
    out.counts[static_cast<std::size_t>(kind)][static_cast<std::size_t>(change)] += number;
  };
  count(RecordKind::season, 1);
  count(RecordKind::honour, season.honours.size());
  count(RecordKind::team, season.teams.size());
  count(RecordKind::stadium, season.stadiums.size());
  count(RecordKind::match, season.matches.size());
  count(RecordKind::goal, goals);
  count(RecordKind::tie, season.ties.size());
  count(RecordKind::standing, rows_of(season).size());
  count(RecordKind::top_scorer, season.top_scorers.size());
  for (const football::Match& match : season.matches) {
    count(RecordKind::card, match.cards.size());
    count(RecordKind::missed_penalty, match.missed_penalties.size());
    count(RecordKind::lineup_player, match.lineups.size());
  }
  count(RecordKind::squad_player, season.squads.size());
  const std::string label = label_of(season);
  out.changes.push_back(
      {change, RecordKind::season, label, label,
       joined({label, counted(season.matches.size(), "match", "matches"),
               counted(goals, "goal", "goals"), counted(season.teams.size(), "team", "teams")},
              between_parts)});
  if (change == ChangeKind::removed) note_shrinking(season, Season{}, out);
}

/// Pairs the seasons that are left by a key; seasons without one stay.
template <class Key>
void pair_by(const Key& key, std::span<const Season> before, std::span<const Season> after,
             std::vector<std::size_t>& partner, std::vector<bool>& is_taken) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = after.size(); i-- > 0;) {
    if (!is_taken[i]) by_key[key(after[i])].push_back(i);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string wanted = key(before[i]);
    const auto found = by_key.find(wanted);
    if (partner[i] != after.size() || wanted.empty() || found == by_key.end()) continue;
    if (found->second.empty()) continue;
    partner[i] = found->second.back();
    is_taken[partner[i]] = true;
    found->second.pop_back();
  }
}

}  // namespace

void Difference::add(Difference&& other) {
  std::move(other.changes.begin(), other.changes.end(), std::back_inserter(changes));
  std::move(other.shrunk.begin(), other.shrunk.end(), std::back_inserter(shrunk));
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    for (std::size_t i = 0; i < counts[kind].size(); ++i) counts[kind][i] += other.counts[kind][i];
  }
  seasons += other.seasons;
}

Difference compare(std::span<const Season> before, std::span<const Season> after) {
  std::vector<std::size_t> partner(before.size(), after.size());
  std::vector<bool> is_taken(after.size(), false);
  pair_by([](const Season& it) { return std::string(or_nothing(it.article.title)); }, before, after,
          partner, is_taken);
  pair_by(
      [](const Season& it) {
        return it.competition.id && it.season.label ? *it.competition.id + ":" + *it.season.label
                                                    : std::string();
      },
      before, after, partner, is_taken);
  const auto alone = std::find(partner.begin(), partner.end(), after.size());
  const auto free = std::find(is_taken.begin(), is_taken.end(), false);
  if (std::count(partner.begin(), partner.end(), after.size()) == 1 &&
      std::count(is_taken.begin(), is_taken.end(), false) == 1) {
    *alone = static_cast<std::size_t>(free - is_taken.begin());
    *free = true;
  }

  Difference out;
  out.seasons = before.size();
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (partner[i] == after.size()) {
      add_whole(before[i], ChangeKind::removed, out);
      continue;
    }
    SeasonComparison(before[i], after[partner[i]], out).run();
    note_shrinking(before[i], after[partner[i]], out);
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (is_taken[i]) continue;
    ++out.seasons;
    add_whole(after[i], ChangeKind::added, out);
  }
  return out;
}

}  // namespace acta::format
