#pragma once
/// Titles, labels of seasons, and the values of infobox fields that name sides and scorers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::football {

/// A name and how many titles it has won: "Universitario (1st title)".
struct TitledName {
  std::string_view name;
  MaybeInt titles;
};

/// Splits "(1st title)" or "(2.º título)" off a name; other brackets belong to the name.
TitledName parse_titled_name(std::string_view text);

/// The count of titles on a line of its own: "(1st title)".
MaybeInt parse_title_count(std::string_view text);

/// Whether a name says that there is none, or not yet: "–", "none", "TBD".
bool names_nobody(std::string_view name);

/// The names of one stage; `stage` is empty when none is named.
struct StagedNames {
  std::string_view stage;
  std::vector<std::string_view> names;
};

/// Reads "Torneo del Inca: Universitario, Torneo Descentralizado: Melgar" and "A , B".  A comma
/// inside brackets does not split.
std::vector<StagedNames> parse_staged_names(std::string_view text);

/// First and last year of a season.
struct SeasonYears {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

/// Reads "2024", "2014–15", "2014-2015", "2014/15"; nothing when the years do not follow.
std::optional<SeasonYears> parse_season_label(std::string_view text);

/// "12 goals", "Juan Pérez (Alianza Lima; 15 goals)"
struct InfoboxScorer {
  std::string_view player;
  std::string_view team;
  MaybeInt goals;
};

/// Reads the value of a top scorer field; nothing when it names no player.
std::optional<InfoboxScorer> parse_top_scorer(std::string_view text);

/// Parts of a title: "2024 Torneo de Reservas (Peru)".  A bracket is a country only when it holds
/// the name of one.
struct TitleParts {
  std::string_view label;
  std::string competition;
  std::string_view country;
};

/// Parts of a title; all of it is the competition when it has no such form.  The season may stand
/// in the middle: "UEFA Euro 2024 qualifying".  "1982 in Brazilian football" names no competition.
TitleParts parse_title(std::string_view title);

/// What a page about a part of a season is about: "FIFA World Cup Group A", "... knockout stage",
/// "... final".
struct Subpage {
  std::string_view competition;  ///< What is left.
  std::string_view stage;
  std::string_view group;
  std::string_view round;
};

/// Splits the part off a competition's name.
Subpage split_subpage(std::string_view competition);

/// The club of "2030 Aldea FC season"; empty when the title is none of a club's season.
std::string_view parse_club_season(std::string_view title);

}  // namespace acta::football
