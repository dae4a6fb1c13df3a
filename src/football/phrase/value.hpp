#pragma once
/// Values of infobox fields, titles and cells.

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
  std::string_view competition;
  std::string_view country;
};

TitleParts parse_title(std::string_view title);

/// A whole number with a sign: "+5", "−3", "12".
MaybeInt parse_signed(std::string_view text);

/// Whether `name` is a country or a football nation, in English or Spanish.
bool is_country(std::string_view name);

}  // namespace acta::football
