/// The language of an article, judged by the words of its headings and keys.

#include <array>
#include <string>
#include <string_view>

#include "football/phrase/heading.hpp"
#include "football/phrase/word_set.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

constexpr std::size_t english_words = 52;

// Words of English, then words of Spanish.
constexpr WordSet known_words(std::to_array<std::string_view>(
    {"teams",         "team",        "see",           "also",       "round",
     "matchday",      "standings",   "table",         "results",    "match",
     "matches",       "fixtures",    "season",        "stage",      "first",
     "second",        "leg",         "quarter",       "semi",       "finals",
     "quarterfinals", "semifinals",  "goalscorers",   "scorers",    "winners",
     "winner",        "champions",   "runner",        "runners",    "promoted",
     "relegated",     "dates",       "group",         "league",     "prevseason",
     "nextseason",    "competition", "country",       "changes",    "stadia",
     "stadiums",      "and",         "locations",     "notes",      "references",
     "external",      "links",       "third",         "place",      "tie",
     "the",           "of",          "equipos",       "equipo",     "vease",
     "tambien",       "fecha",       "jornada",       "tabla",      "posiciones",
     "resultados",    "partido",     "partidos",      "temporada",  "etapa",
     "fase",          "primera",     "segunda",       "ida",        "vuelta",
     "cuartos",       "octavos",     "semifinales",   "goleadores", "goleador",
     "campeon",       "subcampeon",  "ascendidos",    "ascensos",   "descendidos",
     "descensos",     "grupo",       "liga",          "anterior",   "siguiente",
     "competicion",   "pais",        "cambios",       "estadios",   "estadio",
     "sedes",         "clubes",      "participantes", "notas",      "referencias",
     "enlaces",       "externos",    "tercer",        "puesto",     "lugar",
     "criterios",     "desempate",   "clasificacion", "y"}));

}  // namespace

Language language_of(std::string_view text) {
  int score = 0;
  const std::string folded = text::fold(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    // What stands behind the last byte ends the last word.
    const char c = at < folded.size() ? folded[at] : ' ';
    if ((c >= 'a' && c <= 'z') || c < 0) continue;
    const std::string_view word(folded.data() + begin, at - begin);
    begin = at + 1;
    if (word.empty()) continue;
    const std::size_t known = known_words.index_of(word);
    if (known < known_words.size()) score += known < english_words ? 1 : -1;
  }
  if (score > 0) return Language::english;
  return score < 0 ? Language::spanish : Language::unknown;
}

}  // namespace acta::football
