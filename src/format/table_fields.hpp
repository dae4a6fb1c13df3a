#pragma once
/// The fields of what stands in tables and lists: a part of format/fields.hpp.

#include <string_view>
#include <tuple>

#include "football/season.hpp"
#include "format/field.hpp"
#include "format/names.hpp"

namespace acta::format {

template <>
struct Description<football::Honour> {
  using R = football::Honour;
  static constexpr std::string_view name = "honour";
  static constexpr std::string_view meaning =
      "What the article states a team has won or reached; never derived from results.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"kind", &R::kind, "What the team won or reached."},
      Field{"team", &R::team, "The team as written."},
      Field{"team_id", &R::team_id, "Id of the team.", Shape::slug},
      Field{"stage", &R::stage, "Stage the honour belongs to; null for the whole season."},
      Field{"competition", &R::competition,
            "The competition qualified for, promoted or relegated to."},
      Field{"titles", &R::titles, "How many titles the article counts with this one.",
            Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Team> {
  using R = football::Team;
  static constexpr std::string_view name = "team";
  static constexpr std::string_view meaning = "A team of a team table, a standing or a match.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Slug of the name; a parenthesis is part of it.", Shape::slug},
      Field{"name", &R::name, "Name as written."},
      Field{"article", &R::article, "Target of the wikilink."},
      Field{"city", &R::city, "City, from a city column only."},
      Field{"region", &R::region, "Region or department."},
      Field{"location", &R::location, "The cell of a city or location column as written."},
      Field{"stadium", &R::stadium, "Name of the stadium."},
      Field{"stadium_id", &R::stadium_id, "Id of the stadium.", Shape::slug},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Stadium> {
  using R = football::Stadium;
  static constexpr std::string_view name = "stadium";
  static constexpr std::string_view meaning = "A stadium of a table.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Slug of name and city.", Shape::slug},
      Field{"name", &R::name, "Name as written."},
      Field{"article", &R::article, "Target of the wikilink."},
      Field{"city", &R::city, "City, or the location as written."},
      Field{"capacity", &R::capacity, "Number of spectators it holds.", Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::StandingRow> {
  using R = football::StandingRow;
  static constexpr std::string_view name = "standing_row";
  static constexpr std::string_view meaning = "One team's row of a league table, as printed.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"position", &R::position, "Place in the table.", Shape::natural},
      Field{"team", &R::team, "The team as written."},
      Field{"team_id", &R::team_id, "Id of the team.", Shape::slug},
      Field{"played", &R::played, "Matches played.", Shape::natural},
      Field{"won", &R::won, "Matches won.", Shape::natural},
      Field{"drawn", &R::drawn, "Matches drawn.", Shape::natural},
      Field{"lost", &R::lost, "Matches lost.", Shape::natural},
      Field{"goals_for", &R::goals_for, "Goals scored.", Shape::natural},
      Field{"goals_against", &R::goals_against, "Goals conceded.", Shape::natural},
      Field{"goal_difference", &R::goal_difference, "Goals scored less goals conceded."},
      Field{"points", &R::points, "Points."},
      Field{"adjustment", &R::adjustment, "Points added or, below 0, taken away."},
      Field{"note", &R::note, "The row's note, such as what the place qualifies for."},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::Standing> {
  using R = football::Standing;
  static constexpr std::string_view name = "standing";
  static constexpr std::string_view meaning = "A league table.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"stage", &R::stage, "Stages from outer to inner, joined by \" / \"."},
      Field{"group", &R::group, "The group as written."},
      Field{"rows", &R::rows, "The rows from top to bottom."},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::TopScorer> {
  using R = football::TopScorer;
  static constexpr std::string_view name = "top_scorer";
  static constexpr std::string_view meaning = "A row of a table of top scorers.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"stage", &R::stage, "The stage, where the article tells scorers by stages."},
      Field{"rank", &R::rank, "Rank as printed.", Shape::natural},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"team", &R::team, "The team as written."},
      Field{"team_id", &R::team_id, "Id of the team.", Shape::slug},
      Field{"goals", &R::goals, "Goals as printed.", Shape::natural},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::SquadPlayer> {
  using R = football::SquadPlayer;
  static constexpr std::string_view name = "squad_player";
  static constexpr std::string_view meaning = "A row of a squad list.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"team", &R::team, "The team as written; null where the list does not say."},
      Field{"team_id", &R::team_id, "Id of the team.", Shape::slug},
      Field{"number", &R::number, "Number on the shirt.", Shape::natural},
      Field{"position", &R::position, "Position on the field as written."},
      Field{"player", &R::player, "The player as written."},
      Field{"player_id", &R::player_id, "Id of the player.", Shape::slug},
      Field{"article", &R::article, "Title of the player's article."},
      Field{"birth_date", &R::birth_date, "Day of birth, perhaps without day or month.",
            Shape::date},
      Field{"nationality", &R::nationality, "The player's nation as written."},
      Field{"caps", &R::caps, "Matches for the team, for a club those of all its competitions.",
            Shape::natural},
      Field{"goals", &R::goals, "Goals for the team, likewise.", Shape::natural},
      Field{"club", &R::club, "The player's club as written."},
      Field{"note", &R::note, "What else the list says of the player."},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::NamedTeam> {
  using R = football::NamedTeam;
  static constexpr std::string_view name = "named_team";
  static constexpr std::string_view meaning = "A team by name.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"name", &R::name, "Name as written."},
      Field{"id", &R::id, "Id of the team.", Shape::slug},
  };
};

template <>
struct Description<football::TeamChange> {
  using R = football::TeamChange;
  static constexpr std::string_view name = "team_change";
  static constexpr std::string_view meaning = "One cell of a table of team changes.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"direction", &R::direction, "Where the teams come from or go to."},
      Field{"competition", &R::competition, "The competition as written: 2023 Liga 2."},
      Field{"teams", &R::teams, "The teams; empty when raw cannot be told apart."},
      Field{"raw", &R::raw, "The cell as written.", Shape::may_be_empty},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::TieBreaker> {
  using R = football::TieBreaker;
  static constexpr std::string_view name = "tie_breaker";
  static constexpr std::string_view meaning = "A rule that orders teams level on points.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"position", &R::position, "Place in its list, from 1.", Shape::positive},
      Field{"criterion", &R::criterion, "What is compared."},
      Field{"text", &R::text, "The rule as written."},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"within", &R::within, "The rules nested in this one."},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Player> {
  using R = football::Player;
  static constexpr std::string_view name = "player";
  static constexpr std::string_view meaning = "A player of a team.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Slug of the name.", Shape::slug},
      Field{"name", &R::name, "Name as first written."},
      Field{"article", &R::article, "Target of the wikilink."},
      Field{"team_id", &R::team_id, "Id of the team.", Shape::slug},
      Field{"goals", &R::goals,
            "Goals listed under the matches, own goals aside; null when no match lists one.",
            Shape::natural},
      Field{"spellings", &R::spellings, "The forms of the name in the article."},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::OtherTable> {
  using R = football::OtherTable;
  static constexpr std::string_view name = "other_table";
  static constexpr std::string_view meaning = "A table that no rule knows, kept as a grid.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"topic", &R::topic, "What it is about, where heading, caption or columns tell it."},
      Field{"section", &R::section, "Heading of the section it stands in."},
      Field{"caption", &R::caption, "Caption of the table."},
      Field{"header", &R::header, "The header cells.", Shape::may_be_empty},
      Field{"rows", &R::rows, "The other rows, cell by cell.", Shape::may_be_empty},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::SeeAlso> {
  using R = football::SeeAlso;
  static constexpr std::string_view name = "see_also";
  static constexpr std::string_view meaning = "Another article that this one points to.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"title", &R::title, "Title of the other article."},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

template <>
struct Description<football::Claim> {
  using R = football::Claim;
  static constexpr std::string_view name = "claim";
  static constexpr std::string_view meaning = "A number that the prose states.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"kind", &R::kind, "What is counted."},
      Field{"value", &R::value, "The number.", Shape::natural},
      Field{"text", &R::text, "The words that state it."},
      Field{"line", &R::line, line_meaning, Shape::positive},
      Field{"page", &R::page, page_meaning},
  };
};

}  // namespace acta::format
