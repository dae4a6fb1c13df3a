#include "football/phrase/heading.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/match.hpp"
#include "football/phrase/round.hpp"
#include "football/phrase/word_set.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

constexpr WordSet neutral_headings(std::to_array<std::string_view>({"results",
                                                                    "result",
                                                                    "matches",
                                                                    "match",
                                                                    "fixtures",
                                                                    "fixture",
                                                                    "resultados",
                                                                    "partidos",
                                                                    "season",
                                                                    "temporada",
                                                                    "calendario",
                                                                    "rounds",
                                                                    "matchdays",
                                                                    "rondas",
                                                                    "fechas",
                                                                    "jornadas",
                                                                    "schedule",
                                                                    "calendar",
                                                                    "results and fixtures",
                                                                    "fixtures and results",
                                                                    "partidos y resultados",
                                                                    "resultados y partidos",
                                                                    "match results",
                                                                    "match details",
                                                                    "details",
                                                                    "detalles",
                                                                    "summary",
                                                                    "overview",
                                                                    "standings",
                                                                    "table",
                                                                    "league table",
                                                                    "final table",
                                                                    "final standings",
                                                                    "league standings",
                                                                    "tabla",
                                                                    "tabla de posiciones",
                                                                    "posiciones",
                                                                    "clasificacion",
                                                                    "clasificacion final",
                                                                    "tabla final",
                                                                    "tabla general",
                                                                    "group standings",
                                                                    "season statistics",
                                                                    "statistics",
                                                                    "estadisticas",
                                                                    "top scorers",
                                                                    "top goalscorers",
                                                                    "goalscorers",
                                                                    "goleadores",
                                                                    "maximos goleadores",
                                                                    "tabla de goleadores",
                                                                    "scorers",
                                                                    "top scorer"}));

constexpr WordSet first_legs(std::to_array<std::string_view>(
    {"first leg", "1st leg", "first legs", "1st legs", "leg 1", "ida", "partidos de ida",
     "partido de ida", "primer partido", "primeros partidos", "encuentros de ida", "juegos de ida",
     "la ida", "leg one"}));

constexpr WordSet second_legs(std::to_array<std::string_view>(
    {"second leg", "2nd leg", "second legs", "2nd legs", "leg 2", "vuelta", "partidos de vuelta",
     "partido de vuelta", "segundo partido", "segundos partidos", "return leg",
     "encuentros de vuelta", "juegos de vuelta", "la vuelta", "leg two"}));

constexpr WordSet scorer_headings(std::to_array<std::string_view>(
    {"top scorers", "top goalscorers", "goalscorers", "goleadores", "maximos goleadores",
     "tabla de goleadores", "scorers", "top scorer", "top goalscorer", "maximas goleadoras",
     "goleadoras", "leading goalscorers", "goal scorers", "top goal scorers"}));

// Lists of what was biggest and first: their matches are told elsewhere.
constexpr WordSet record_headings(std::to_array<std::string_view>(
    {"season statistics", "statistics", "records", "estadisticas", "match statistics",
     "records and statistics", "estadisticas de la temporada", "scoring", "overall statistics",
     "record"}));

constexpr WordSet stage_words(std::to_array<std::string_view>(
    {"stage",        "stages",     "phase",    "fase",         "etapa",     "apertura",
     "clausura",     "season",     "league",   "liga",         "torneo",    "tournament",
     "championship", "campeonato", "liguilla", "cuadrangular", "hexagonal", "octogonal",
     "triangular",   "cup",        "copa",     "rounds",       "serie",     "temporada"}));

// The last words of what a leg is called.
constexpr WordSet leg_ends(std::to_array<std::string_view>(
    {"leg", "legs", "1", "2", "one", "two", "ida", "vuelta", "partido", "partidos"}));

// Without one of these a heading is about no tie-breakers.
constexpr WordSet criteria_words(
    std::to_array<std::string_view>({"criteria", "criterios", "criterio", "rules", "reglas", "tie",
                                     "tiebreakers", "tiebreaker", "tiebreaking"}));

MaybeInt leg_of(std::string_view text) {
  if (first_legs.contains(text)) return 1;
  if (second_legs.contains(text)) return 2;
  return std::nullopt;
}

// "Semi-final first leg", "Final de vuelta": where the leg begins, 0 when there is none.
std::size_t leg_suffix(std::string_view part, const Words& words, Heading& heading) {
  if (words.empty() || !leg_ends.contains(words.back())) return 0;
  std::size_t cut = part.size();
  for (int taken = 0; taken < 3; ++taken) {
    cut = part.rfind(' ', cut == 0 ? 0 : cut - 1);
    if (cut == std::string_view::npos || cut == 0) return 0;
    if (const MaybeInt leg = leg_of(Words(part.substr(cut)).joined())) {
      heading.leg = leg;
      // "de ida"
      if (cut > 3 && part.substr(cut - 3, 3) == " de") cut -= 3;
      return cut;
    }
  }
  return 0;
}

bool classify_part(std::string_view part, Heading& heading);

// One part of a heading, trimmed, and its words; false when it is nothing known.
bool classify_part(std::string_view part, const Words& words, Heading& heading) {
  const std::string_view text = words.joined();
  if (const MaybeInt leg = leg_of(text)) {
    heading.leg = leg;
    return true;
  }
  if (text == "replay" || text == "replays" || text == "desempate" || text == "second replay") {
    heading.replay = true;
    return true;
  }
  if (is_group(words)) {
    heading.group = std::string(part);
    return true;
  }
  if (const auto date = parse_date_line(part); date && date->date.day != 0) {
    heading.date = date;
    return true;
  }
  // "Round 1 (4–6 May)": days, but not one day.
  if (const auto days = parse_date_range(part); days && days->is_range && days->last.month != 0) {
    return true;
  }
  if (const std::size_t cut = leg_suffix(part, words, heading); cut != 0) {
    return classify_part(part.substr(0, cut), heading);
  }
  if (const auto kind = round_kind(words)) {
    if (heading.round) return false;
    heading.round = std::string(part);
    heading.kind = kind->kind;
    heading.ordinal = kind->ordinal;
    return true;
  }
  return false;
}

bool classify_part(std::string_view part, Heading& heading) {
  part = text::trim(part);
  return part.empty() || classify_part(part, Words(part), heading);
}

// The first part of a heading, and how far it and what ends it go: parts stand around a spaced
// dash, a comma, a colon, and in brackets.
struct Part {
  std::string_view text;
  std::size_t size = 0;
  bool is_last = false;
};

Part first_part(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    std::size_t cut = 0;
    if (rest.front() == ')') {
      cut = 1;
    } else if (rest.front() == ',' || rest.front() == ':') {
      cut = rest.substr(1).starts_with(' ') ? 2 : 0;
    } else if (rest.front() == ' ') {
      const std::string_view mark = rest.substr(1);
      if (mark.starts_with('(')) cut = 2;
      if (mark.starts_with("- ")) cut = 3;
      if (mark.starts_with("\xE2\x80\x93 ") || mark.starts_with("\xE2\x80\x94 ")) cut = 5;
    }
    if (cut != 0) return {text.substr(0, at), at + cut, false};
  }
  return {text, text.size(), true};
}

// Reads all parts of a heading; false when one of several is no known part and names no stage.
bool classify_parts(std::string_view text, const Words& words, Heading& heading) {
  Part part = first_part(text);
  if (part.is_last) return classify_part(text, words, heading);
  while (true) {
    if (!classify_part(part.text, heading)) {
      if (heading.stage || !names_stage(part.text)) return false;
      heading.stage = std::string(text::trim(part.text));
    }
    if (part.is_last) return true;
    text.remove_prefix(part.size);
    part = first_part(text);
  }
}

// Whether a heading holds a digit, or a word that is or begins with "v" or is "x".
bool may_be_match(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text::ascii_digits.contains(text[at])) return true;
    if (text[at] != ' ') continue;
    const std::string_view word = text.substr(at + 1);
    if (word.starts_with('v') || word.starts_with('V')) return true;
    if (word.starts_with("x ") || word.starts_with("X ")) return true;
  }
  return false;
}

Topic topic_of(const Words& words) {
  const std::string_view text = words.joined();
  if (text == "see also" || text == "vease tambien" || text == "ver tambien")
    return Topic::see_also;
  if (scorer_headings.contains(text)) return Topic::scorers;
  if (record_headings.contains(text)) return Topic::records;
  if (std::none_of(words.begin(), words.end(),
                   [](std::string_view word) { return criteria_words.contains(word); }))
    return Topic::none;
  const bool criteria = words.has("criteria") || words.has("criterios") || words.has("criterio") ||
                        words.has("rules") || words.has("reglas");
  const bool tie = words.has("tie") && (words.has("break") || words.has("breaking") ||
                                        words.has("breakers") || words.has("breaker"));
  if (tie || words.has("tiebreakers") || words.has("tiebreaker") || words.has("tiebreaking") ||
      (criteria && (words.has("desempate") || words.has("ranking") || words.has("classification") ||
                    words.has("clasificacion")))) {
    return Topic::tie_breakers;
  }
  return Topic::none;
}

}  // namespace

Heading classify_heading(std::string_view text) {
  // "===Round 1==" leaves an equals sign with the text.
  while (!text.empty() && (text.front() == '=' || text.front() == ' ')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '=' || text.back() == ' ')) text.remove_suffix(1);
  text = text::trim(text);
  Heading heading;
  if (text.empty() || text.size() > 200) {
    heading.neutral = text.empty();
    return heading;
  }
  const Words words(text);
  heading.topic = topic_of(words);
  if (heading.topic != Topic::none) {
    heading.neutral = true;
    return heading;
  }
  if (neutral_headings.contains(words.joined())) {
    heading.neutral = true;
    return heading;
  }
  Heading parted;
  if (classify_parts(text, words, parted)) {
    // A heading that is only a date or "Replay" names nothing itself.
    parted.neutral = !parted.round && !parted.group && !parted.leg && !parted.stage;
    return parted;
  }
  // "Brazil vs Croatia", "Alfa 2-1 Beta": most headings have neither.
  if (may_be_match(text)) {
    const auto match = parse_match_line(text);
    if (match && match->separator != Separator::dash && looks_like_name(match->home) &&
        looks_like_name(match->away)) {
      heading.neutral = true;
      return heading;
    }
  }
  if (const auto kind = round_kind(words)) {
    heading.round = std::string(text);
    heading.kind = kind->kind;
    heading.ordinal = kind->ordinal;
  }
  return heading;
}

bool names_stage(std::string_view text) {
  const Words words(text);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return stage_words.contains(word); });
}

}  // namespace acta::football
