#pragma once
/// The one description of every record of a season.  The JSON writer, the schema and the dictionary
/// are made from it, so that they cannot disagree.

#include <string_view>
#include <tuple>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"
#include "format/field.hpp"
#include "format/match_fields.hpp"
#include "format/names.hpp"
#include "format/table_fields.hpp"

namespace acta::format {

template <>
struct Description<football::Article> {
  using R = football::Article;
  static constexpr std::string_view name = "article";
  static constexpr std::string_view meaning = "Where the records come from.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"title", &R::title, "Title of the article."},
      Field{"form", &R::form, "The form the article came in: rendered text or wikitext."},
      Field{"language", &R::language, "Language of headings and keys, ISO 639.", Shape::language},
      Field{"file", &R::file, "Path of the file, relative to the source folder."},
      Field{"sha256", &R::sha256, "SHA-256 of the article's bytes.", Shape::sha256},
      Field{"page_id", &R::page_id, "The wiki's number of the page.", Shape::positive},
      Field{"revision_id", &R::revision_id, "The wiki's number of the revision.", Shape::positive},
      Field{"timestamp", &R::timestamp, "When the revision was saved, UTC.", Shape::timestamp},
  };
};

template <>
struct Description<football::Competition> {
  using R = football::Competition;
  static constexpr std::string_view name = "competition";
  static constexpr std::string_view meaning = "The competition the season belongs to.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"id", &R::id, "Id of the competition: the slug of its name.", Shape::slug},
      Field{"name", &R::name, "Name without the season."},
      Field{"country", &R::country, "Country, where infobox or title names one."},
  };
};

template <>
struct Description<football::SeasonSpan> {
  using R = football::SeasonSpan;
  static constexpr std::string_view name = "season";
  static constexpr std::string_view meaning = "When the season was, and its neighbours.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"label", &R::label, "The season as written: 2024, 2014/15."},
      Field{"start_year", &R::start_year, "Year in which the season starts.", Shape::positive},
      Field{"end_year", &R::end_year, "Year in which the season ends.", Shape::positive},
      Field{"start_date", &R::start_date, "First day, perhaps without day or month.", Shape::date},
      Field{"end_date", &R::end_date, "Last day, perhaps without day or month.", Shape::date},
      Field{"previous", &R::previous, "The season before, as written."},
      Field{"next", &R::next, "The season after, as written."},
  };
};

template <>
struct Description<football::InfoboxField> {
  using R = football::InfoboxField;
  static constexpr std::string_view name = "infobox_field";
  static constexpr std::string_view meaning = "One field of the infobox, understood or not.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"key", &R::key, "Key in lower case, as in wikitext."},
      Field{"value", &R::value, "Value as written, markup removed.", Shape::may_be_empty},
      Field{"line", &R::line, line_meaning, Shape::positive},
  };
};

template <>
struct Description<football::Infobox> {
  using R = football::Infobox;
  static constexpr std::string_view name = "infobox";
  static constexpr std::string_view meaning = "The article's infobox, every field of it.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"name", &R::name, "Name of the infobox template; null in rendered text."},
      Field{"fields", &R::fields, "The fields in article order."},
  };
};

template <>
struct Description<football::Coverage> {
  using R = football::Coverage;
  static constexpr std::string_view name = "coverage";
  static constexpr std::string_view meaning =
      "How the lines of the article were read; the five classes add up to lines.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"lines", &R::lines, "Lines of the article.", Shape::natural},
      Field{"blank", &R::blank, "Lines with nothing on them.", Shape::natural},
      Field{"record", &R::record, "Lines that a field came from or that frame records.",
            Shape::natural},
      Field{"prose", &R::prose, "Lines of running text.", Shape::natural},
      Field{"residue", &R::residue, "Lines of known leftovers of markup.", Shape::natural},
      Field{"unread", &R::unread, "Lines not understood; each has a diagnostic.", Shape::natural},
  };
};

template <>
inline constexpr bool ends_in_context<finding::Diagnostic> = true;

template <>
struct Description<finding::Diagnostic> {
  using R = finding::Diagnostic;
  static constexpr std::string_view name = "diagnostic";
  static constexpr std::string_view meaning =
      "A finding about the article; keys after message stand only where they apply.";
  static constexpr Lines lines = Lines::one;
  static constexpr std::tuple fields = {
      Field{"code", &R::code, "What is wrong, as a stable name."},
      Field{"severity", &R::severity, "How bad it is."},
      Field{"line", [](const R& found) { return found.position.line; },
            "Line of the article, from 1.", Shape::positive},
      Field{"column", [](const R& found) { return found.position.column; },
            "Column in code points, from 1.", Shape::positive},
      Field{"message", &R::message, "One sentence for people."},
  };
};

template <>
struct Description<football::Season> {
  using R = football::Season;
  static constexpr std::string_view name = "acta season";
  static constexpr std::string_view meaning =
      "The records of one football season article.  Every key is present; null means that the "
      "article does not say.  Arrays stand in article order, *_id is an ASCII slug.";
  static constexpr Lines lines = Lines::many;
  static constexpr std::tuple fields = {
      Field{"schema", [](const R&) { return football::schema_id; },
            "Name and version of this schema.", Shape::schema_id},
      Field{"article", &R::article, "Where the records come from."},
      Field{"competition", &R::competition, "The competition the season belongs to."},
      Field{"season", &R::season, "When the season was, and its neighbours."},
      Field{"infobox", &R::infobox, "The article's infobox, every field of it."},
      Field{"honours", &R::honours, "Winners, promoted, relegated, qualified as stated."},
      Field{"teams", &R::teams, "The teams of tables, standings and matches."},
      Field{"stadiums", &R::stadiums, "The stadiums of the tables."},
      Field{"rounds", &R::rounds, "The rounds and matchdays."},
      Field{"matches", &R::matches, "The matches."},
      Field{"ties", &R::ties, "The knock-out pairings."},
      Field{"standings", &R::standings, "The league tables."},
      Field{"top_scorers", &R::top_scorers, "The tables of top scorers."},
      Field{"team_changes", &R::team_changes, "The tables of promoted and relegated teams."},
      Field{"tie_breakers", &R::tie_breakers, "The rules that order teams level on points."},
      Field{"squads", &R::squads, "The squad lists, a player a row."},
      Field{"players", &R::players, "The players, one a name and team, by first mention."},
      Field{"other_tables", &R::other_tables, "The tables that no rule knows."},
      Field{"see_also", &R::see_also, "The articles that this one points to."},
      Field{"claims", &R::claims, "The numbers that the prose states."},
      Field{"coverage", &R::coverage, "How the lines of the article were read."},
      Field{"diagnostics", &R::diagnostics, "What the article says that cannot be right or read."},
  };
};

}  // namespace acta::format
