/// The language of an article, judged by the words of its headings and keys.

#include <algorithm>
#include <array>
#include <string>

#include "football/heading.hpp"
#include "text/unicode.hpp"

namespace acta::football {

Language language_of(std::string_view text) {
  constexpr std::array<std::string_view, 52> english = {
      "teams",       "team",    "see",           "also",       "round",       "matchday",
      "standings",   "table",   "results",       "match",      "matches",     "fixtures",
      "season",      "stage",   "first",         "second",     "leg",         "quarter",
      "semi",        "finals",  "quarterfinals", "semifinals", "goalscorers", "scorers",
      "winners",     "winner",  "champions",     "runner",     "runners",     "promoted",
      "relegated",   "dates",   "group",         "league",     "prevseason",  "nextseason",
      "competition", "country", "changes",       "stadia",     "stadiums",    "and",
      "locations",   "notes",   "references",    "external",   "links",       "third",
      "place",       "tie",     "the",           "of"};
  constexpr std::array<std::string_view, 52> spanish = {
      "equipos",       "equipo",     "vease",       "tambien",     "fecha",
      "jornada",       "tabla",      "posiciones",  "resultados",  "partido",
      "partidos",      "temporada",  "etapa",       "fase",        "primera",
      "segunda",       "ida",        "vuelta",      "cuartos",     "octavos",
      "semifinales",   "goleadores", "goleador",    "campeon",     "subcampeon",
      "ascendidos",    "ascensos",   "descendidos", "descensos",   "grupo",
      "liga",          "anterior",   "siguiente",   "competicion", "pais",
      "cambios",       "estadios",   "estadio",     "sedes",       "clubes",
      "participantes", "notas",      "referencias", "enlaces",     "externos",
      "tercer",        "puesto",     "lugar",       "criterios",   "desempate",
      "clasificacion", "y"};
  int score = 0;
  std::string word;
  // One blank more ends the last word.
  for (const char c : text::fold(text) + ' ') {
    if ((c >= 'a' && c <= 'z') || c < 0) {
      word.push_back(c);
      continue;
    }
    if (std::find(english.begin(), english.end(), word) != english.end()) ++score;
    if (std::find(spanish.begin(), spanish.end(), word) != spanish.end()) --score;
    word.clear();
  }
  if (score > 0) return Language::english;
  return score < 0 ? Language::spanish : Language::unknown;
}

}  // namespace acta::football
