#pragma once
/// Football nations of today and of the past: their codes, their names in each language.

#include <span>
#include <string_view>

#include "words/words.hpp"

namespace acta::words {

/// A nation that football knows.  Views point at static storage; "" where there is no such code.
struct Country {
  std::string_view fifa;     ///< FIFA's code, else the one that articles use.
  std::string_view ioc;      ///< The Olympic committee's code where it is another than `fifa`.
  std::string_view iso3;     ///< ISO 3166 alpha-3, withdrawn and user-assigned codes too.
  std::string_view iso2;     ///< ISO 3166 alpha-2, withdrawn and user-assigned codes too.
  std::string_view english;  ///< As English articles print it: "South Korea", not "Korea Republic".
  std::string_view spanish;  ///< As Spanish articles print it: "Corea del Sur".
  std::string_view portuguese;  ///< As Portuguese articles print it: "Coreia do Sul".
};

/// Every nation: the members of FIFA, the others, then those of the past.
std::span<const Country> countries();

/// The name of a nation in a language, in English where it has no column.
std::string_view name_of(const Country& country, Language language);

/// The nation that `code` stands for, in any case, or null.  FIFA's codes come first, then those of
/// the IOC, ISO alpha-3, ISO alpha-2 and codes that articles use beside them: "ANT" is the
/// Netherlands Antilles, for the IOC it is Antigua and Barbuda.
const Country* country_by_code(std::string_view code);

/// The nation with that name in one of the languages, or a usual variant of one, or null; compared
/// by `fold`.  A name of the past finds its own nation where there is one ("Burma"), else the one
/// of today ("Swaziland").  "Costa de Marfil", "Côte d'Ivoire" -> Ivory Coast.
const Country* country_by_name(std::string_view name);

}  // namespace acta::words
