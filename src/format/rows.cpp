#include "format/rows.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "format/field.hpp"
#include "format/fields.hpp"

namespace acta::format {
namespace {

/// The tables by their place in `tables()`.
enum class Kind : std::size_t {
  articles,
  infobox_fields,
  honours,
  teams,
  stadiums,
  rounds,
  matches,
  goals,
  shootout_kicks,
  cards,
  missed_penalties,
  lineups,
  ties,
  tie_legs,
  standings,
  top_scorers,
  team_changes,
  team_change_teams,
  tie_breakers,
  squads,
  players,
  player_spellings,
  other_tables,
  other_table_cells,
  see_also,
  claims,
  diagnostics
};

template <class T>
struct Inner {
  using Type = T;
};

template <class T>
struct Inner<std::optional<T>> {
  using Type = T;
};

template <class T>
constexpr ColumnType type_of() {
  if constexpr (std::is_same_v<T, bool>) return ColumnType::boolean;
  if constexpr (Number<T>) return ColumnType::integer;
  return ColumnType::text;
}

/// Adds the columns of a record; arrays have tables of their own.
template <Described Record>
void add_columns(const std::string& prefix, std::vector<Column>& columns) {
  for_each_field<Record>([&](const auto& field) {
    using Member = Value<Record, decltype(field.get)>;
    using T = typename Inner<Member>::Type;
    const std::string name = prefix + std::string(field.key);
    const std::string meaning(field.meaning);
    const bool required = !is_optional<Member>;
    if constexpr (std::is_same_v<T, football::Pair>) {
      columns.push_back({name + "_home", ColumnType::integer, required, meaning});
      columns.push_back({name + "_away", ColumnType::integer, required, meaning});
    } else if constexpr (is_array<T>) {
      return;
    } else if constexpr (Described<T>) {
      add_columns<T>("", columns);
    } else {
      columns.push_back({name, type_of<T>(), required, meaning, pattern_of(field.shape)});
    }
  });
}

const Column article_column{"article_id", ColumnType::text, true, "The article's slug."};

/// `name` is another one where the record has a number of its own.
Column number_column(std::string meaning, std::string name = "number") {
  return {std::move(name), ColumnType::integer, true, std::move(meaning)};
}

const Column place = number_column("Place in the article's list, from 1.");

ForeignKey article_key() { return {{"article_id"}, "articles", {"id"}}; }

ForeignKey key_of(const std::string& column, const std::string& table,
                  const std::string& other = "id") {
  return {{"article_id", column}, table, {"article_id", other}};
}

template <class Record>
Table make(std::string name, std::string meaning, std::vector<Column> lead,
           std::vector<std::string> primary_key, std::vector<ForeignKey> foreign_keys = {}) {
  Table table{std::move(name), std::move(meaning), {article_column}, {"article_id"}, {}};
  for (Column& it : lead) table.columns.push_back(std::move(it));
  if constexpr (Described<Record>) add_columns<Record>("", table.columns);
  for (std::string& it : primary_key) table.primary_key.push_back(std::move(it));
  table.foreign_keys = std::move(foreign_keys);
  table.foreign_keys.insert(table.foreign_keys.begin(), article_key());
  return table;
}

Table articles_table() {
  Table table{
      "articles",
      "The articles: where they come from and what season they are about.",
      {{"id", ColumnType::text, true, "The article's slug, and the name of its JSON file."}},
      {"id"},
      {}};
  add_columns<football::Article>("", table.columns);
  add_columns<football::Competition>("competition_", table.columns);
  add_columns<football::SeasonSpan>("season_", table.columns);
  add_columns<football::Infobox>("infobox_", table.columns);
  add_columns<football::Coverage>("coverage_", table.columns);
  return table;
}

Table diagnostics_table() {
  Table table = make<finding::Diagnostic>(
      "diagnostics", "What the articles say that cannot be right or read.", {place}, {"number"});
  for (const finding::ContextKey& it : finding::context_keys) {
    table.columns.push_back({std::string(it.key),
                             it.is_number ? ColumnType::integer : ColumnType::text, false,
                             std::string(it.meaning)});
  }
  return table;
}

Column text_column(std::string name, std::string meaning) {
  return {std::move(name), ColumnType::text, true, std::move(meaning)};
}

Column integer_column(std::string name, std::string meaning) {
  return {std::move(name), ColumnType::integer, true, std::move(meaning)};
}

std::vector<Table> make_tables() {
  const ForeignKey home = key_of("home_id", "teams");
  const ForeignKey away = key_of("away_id", "teams");
  const Column match = text_column("match_id", "Id of the match.");
  return {
      articles_table(),
      make<football::InfoboxField>("infobox_fields", "The fields of the infoboxes.", {place},
                                   {"number"}),
      make<football::Honour>("honours", "What the articles state that teams have won or reached.",
                             {place}, {"number"}),
      make<football::Team>("teams", "The teams of tables, standings and matches.", {place}, {"id"}),
      make<football::Stadium>("stadiums", "The stadiums of tables.", {place}, {"number"}),
      make<football::Round>("rounds", "The rounds and matchdays.", {place}, {"number"}),
      make<football::Match>("matches", "The matches, played or not.", {place}, {"id"},
                            {home, away}),
      make<football::Goal>("goals", "The goals that the articles list.",
                           {match, number_column("Place among the match's goals, from 1.")},
                           {"match_id", "number"}, {key_of("match_id", "matches")}),
      make<football::Kick>("shootout_kicks", "The kicks of shoot-outs.",
                           {match, number_column("Place among the match's kicks, from 1.")},
                           {"match_id", "number"}, {key_of("match_id", "matches")}),
      make<football::Card>("cards", "The cards that the articles list.",
                           {match, number_column("Place among the match's cards, from 1.")},
                           {"match_id", "number"}, {key_of("match_id", "matches")}),
      make<football::MissedPenalty>(
          "missed_penalties", "The penalties of matches that were no goals.",
          {match, number_column("Place among the match's missed penalties, from 1.")},
          {"match_id", "number"}, {key_of("match_id", "matches")}),
      make<football::LineupPlayer>(
          "lineups", "The players of matches.",
          {match, number_column("Place in the match's line-ups, from 1.", "place")},
          {"match_id", "place"}, {key_of("match_id", "matches")}),
      make<football::Tie>("ties", "The knock-out pairings.", {place}, {"number"}, {home, away}),
      make<void>("tie_legs", "Which matches a tie is made of.",
                 {integer_column("tie", "The tie's number."),
                  number_column("Which leg, from 1; replays count."), match},
                 {"tie", "number"},
                 {key_of("tie", "ties", "number"), key_of("match_id", "matches")}),
      make<football::StandingRow>(
          "standings", "The rows of league tables, as printed.",
          {integer_column("standing", "Which table of the article, from 1."),
           number_column("Row of the table, from 1."),
           {"stage", ColumnType::text, false, "Stages from outer to inner, joined by \" / \"."},
           {"group", ColumnType::text, false, "The group as written."},
           {"page", ColumnType::text, false, std::string(page_meaning)}},
          {"standing", "number"}, {key_of("team_id", "teams")}),
      make<football::TopScorer>("top_scorers", "The rows of tables of top scorers.", {place},
                                {"number"}),
      make<football::TeamChange>("team_changes", "The cells of tables of team changes.", {place},
                                 {"number"}),
      make<football::NamedTeam>("team_change_teams", "The teams of a change.",
                                {integer_column("change", "The change's number."),
                                 number_column("Place in the cell, from 1.")},
                                {"change", "number"}, {key_of("change", "team_changes", "number")}),
      make<football::TieBreaker>(
          "tie_breakers", "The rules that order teams level on points.",
          {place,
           {"within", ColumnType::integer, false, "Number of the rule that this one is part of."}},
          {"number"}),
      make<football::SquadPlayer>("squads", "The rows of squad lists.",
                                  {number_column("Place in the article's list, from 1.", "place")},
                                  {"place"}),
      make<football::Player>("players", "The players, one a name and team.", {place}, {"number"},
                             {key_of("team_id", "teams")}),
      make<void>("player_spellings", "The forms of a player's name.",
                 {integer_column("player", "The player's number."),
                  number_column("Place in the list, from 1."),
                  text_column("spelling", "The name as written.")},
                 {"player", "number"}, {key_of("player", "players", "number")}),
      make<football::OtherTable>("other_tables", "The tables that no rule knows.", {place},
                                 {"number"}),
      make<void>("other_table_cells", "The cells of those tables.",
                 {integer_column("table", "The table's number."),
                  integer_column("row", "Row, from 1; the header is 0."),
                  integer_column("column", "Column, from 1."),
                  text_column("text", "The cell as written.")},
                 {"table", "row", "column"}, {key_of("table", "other_tables", "number")}),
      make<football::SeeAlso>("see_also", "Other articles that the articles point to.", {place},
                              {"number"}),
      make<football::Claim>("claims", "Numbers that the prose states.", {place}, {"number"}),
      diagnostics_table(),
  };
}

/// Makes the rows of one season.
class RowWriter {
 public:
  RowWriter(std::string_view id, const ReceiveRow& receive) : id_(id), receive_(receive) {}

  void write(const football::Season& season) {
    start({});
    put(season.article);
    put(season.competition);
    put(season.season);
    put(season.infobox);
    put(season.coverage);
    end(Kind::articles);
    list(Kind::infobox_fields, season.infobox.fields);
    list(Kind::honours, season.honours);
    list(Kind::teams, season.teams);
    list(Kind::stadiums, season.stadiums);
    list(Kind::rounds, season.rounds);
    write_matches(season);
    write_ties(season);
    write_standings(season);
    list(Kind::top_scorers, season.top_scorers);
    write_changes(season);
    std::int64_t number = 0;
    write_tie_breakers(season.tie_breakers, {}, number);
    list(Kind::squads, season.squads);
    write_players(season);
    write_other_tables(season);
    list(Kind::see_also, season.see_also);
    list(Kind::claims, season.claims);
    write_diagnostics(season);
  }

 private:
  void start(std::initializer_list<Cell> lead) {
    cells_.clear();
    cells_.emplace_back(id_);
    cells_.insert(cells_.end(), lead.begin(), lead.end());
  }

  void end(Kind kind) { receive_(static_cast<std::size_t>(kind), cells_); }

  template <class T>
  void put_value(const T& value) {
    if constexpr (is_optional<T>) {
      using Held = typename T::value_type;
      if (value) {
        put_value(*value);
      } else {
        cells_.resize(cells_.size() + (std::is_same_v<Held, football::Pair> ? 2 : 1));
      }
    } else if constexpr (is_array<T>) {
      return;
    } else if constexpr (Text<T>) {
      cells_.emplace_back(std::string_view(value));
    } else if constexpr (std::is_same_v<T, bool>) {
      cells_.emplace_back(value);
    } else if constexpr (Number<T>) {
      cells_.emplace_back(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, finding::Code>) {
      cells_.emplace_back(finding::entry(value).name);
    } else if constexpr (Enumeration<T>) {
      cells_.emplace_back(std::string_view(enum_names<T>[static_cast<std::size_t>(value)]));
    } else if constexpr (std::is_same_v<T, football::Pair>) {
      put_value(value.home);
      put_value(value.away);
    } else {
      put(value);
    }
  }

  template <Described Record>
  void put(const Record& record) {
    for_each_field<Record>([&](const auto& field) { put_value(std::invoke(field.get, record)); });
  }

  template <Described Record>
  void row(Kind kind, std::initializer_list<Cell> lead, const Record& record) {
    start(lead);
    put(record);
    end(kind);
  }

  /// A row each, numbered from 1.
  template <class Record>
  void list(Kind kind, const std::vector<Record>& records) {
    std::int64_t number = 0;
    for (const Record& it : records) row(kind, {++number}, it);
  }

  void write_matches(const football::Season& season) {
    list(Kind::matches, season.matches);
    lists_of_matches(season, Kind::goals, &football::Match::goals);
    lists_of_matches(season, Kind::shootout_kicks, &football::Match::shootout);
    lists_of_matches(season, Kind::cards, &football::Match::cards);
    lists_of_matches(season, Kind::missed_penalties, &football::Match::missed_penalties);
    lists_of_matches(season, Kind::lineups, &football::Match::lineups);
  }

  /// What every match lists of one kind, numbered from 1 within the match.
  template <class Record>
  void lists_of_matches(const football::Season& season, Kind kind,
                        std::vector<Record> football::Match::*list) {
    for (const football::Match& match : season.matches) {
      std::int64_t number = 0;
      for (const Record& it : match.*list) row(kind, {std::string_view(match.id), ++number}, it);
    }
  }

  void write_ties(const football::Season& season) {
    list(Kind::ties, season.ties);
    std::int64_t tie = 0;
    for (const football::Tie& it : season.ties) {
      ++tie;
      std::int64_t number = 0;
      for (const std::string& leg : it.legs) {
        start({tie, ++number, std::string_view(leg)});
        end(Kind::tie_legs);
      }
    }
  }

  void write_standings(const football::Season& season) {
    const auto cell = [](const football::MaybeText& text) {
      return text ? Cell(std::string_view(*text)) : Cell();
    };
    std::int64_t standing = 0;
    for (const football::Standing& it : season.standings) {
      ++standing;
      std::int64_t number = 0;
      for (const football::StandingRow& line : it.rows) {
        row(Kind::standings, {standing, ++number, cell(it.stage), cell(it.group), cell(it.page)},
            line);
      }
    }
  }

  void write_changes(const football::Season& season) {
    list(Kind::team_changes, season.team_changes);
    std::int64_t change = 0;
    for (const football::TeamChange& it : season.team_changes) {
      ++change;
      std::int64_t number = 0;
      for (const football::NamedTeam& team : it.teams) {
        row(Kind::team_change_teams, {change, ++number}, team);
      }
    }
  }

  void write_tie_breakers(const std::vector<football::TieBreaker>& rules, Cell within,
                          std::int64_t& number) {
    for (const football::TieBreaker& it : rules) {
      const std::int64_t own = ++number;
      row(Kind::tie_breakers, {own, within}, it);
      write_tie_breakers(it.within, own, number);
    }
  }

  void write_players(const football::Season& season) {
    list(Kind::players, season.players);
    std::int64_t player = 0;
    for (const football::Player& it : season.players) {
      ++player;
      std::int64_t number = 0;
      for (const std::string& spelling : it.spellings) {
        start({player, ++number, std::string_view(spelling)});
        end(Kind::player_spellings);
      }
    }
  }

  void write_other_tables(const football::Season& season) {
    list(Kind::other_tables, season.other_tables);
    std::int64_t table = 0;
    for (const football::OtherTable& it : season.other_tables) {
      write_grid_row(++table, 0, it.header);
      std::int64_t number = 0;
      for (const std::vector<std::string>& cells : it.rows) write_grid_row(table, ++number, cells);
    }
  }

  void write_grid_row(std::int64_t table, std::int64_t number,
                      const std::vector<std::string>& texts) {
    std::int64_t column = 0;
    for (const std::string& text : texts) {
      start({table, number, ++column, std::string_view(text)});
      end(Kind::other_table_cells);
    }
  }

  void write_diagnostics(const football::Season& season) {
    std::int64_t number = 0;
    for (const finding::Diagnostic& it : season.diagnostics) {
      start({++number});
      put(it);
      for (const finding::ContextKey& known : finding::context_keys) {
        Cell cell;
        for (const finding::Context& detail : it.context) {
          if (detail.key != known.key) continue;
          if (const auto* count = std::get_if<std::int64_t>(&detail.value)) {
            cell = *count;
          } else {
            cell = std::string_view(std::get<std::string>(detail.value));
          }
          break;
        }
        cells_.push_back(cell);
      }
      end(Kind::diagnostics);
    }
  }

  std::string_view id_;
  const ReceiveRow& receive_;
  std::vector<Cell> cells_;
};

}  // namespace

const std::vector<Table>& tables() {
  static const std::vector<Table> all = make_tables();
  return all;
}

void for_each_row(const football::Season& season, std::string_view id, const ReceiveRow& receive) {
  RowWriter(id, receive).write(season);
}

}  // namespace acta::format
