#include "football/heading.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "football/line.hpp"
#include "football/round_names.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

constexpr std::array<std::string_view, 53> neutral_headings = {"results",
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
                                                               "top scorer"};

constexpr std::array<std::string_view, 14> first_legs = {"first leg",
                                                         "1st leg",
                                                         "first legs",
                                                         "1st legs",
                                                         "leg 1",
                                                         "ida",
                                                         "partidos de ida",
                                                         "partido de ida",
                                                         "primer partido",
                                                         "primeros partidos",
                                                         "encuentros de ida",
                                                         "juegos de ida",
                                                         "la ida",
                                                         "leg one"};

constexpr std::array<std::string_view, 15> second_legs = {"second leg",
                                                          "2nd leg",
                                                          "second legs",
                                                          "2nd legs",
                                                          "leg 2",
                                                          "vuelta",
                                                          "partidos de vuelta",
                                                          "partido de vuelta",
                                                          "segundo partido",
                                                          "segundos partidos",
                                                          "return leg",
                                                          "encuentros de vuelta",
                                                          "juegos de vuelta",
                                                          "la vuelta",
                                                          "leg two"};

MaybeInt leg_of(const std::string& text) {
  if (is_one_of(text, first_legs)) return 1;
  if (is_one_of(text, second_legs)) return 2;
  return std::nullopt;
}

// "Semi-final first leg", "Final de vuelta": where the leg begins, 0 when there is none.
std::size_t leg_suffix(std::string_view part, Heading& heading) {
  std::size_t cut = part.size();
  for (int words = 0; words < 3; ++words) {
    cut = part.rfind(' ', cut == 0 ? 0 : cut - 1);
    if (cut == std::string_view::npos || cut == 0) return 0;
    if (const MaybeInt leg = leg_of(joined(words_of(part.substr(cut))))) {
      heading.leg = leg;
      // "de ida"
      if (cut > 3 && part.substr(cut - 3, 3) == " de") cut -= 3;
      return cut;
    }
  }
  return 0;
}

// One part of a heading; false when it is nothing known.
bool classify_part(std::string_view part, Heading& heading) {
  part = text::trim(part);
  if (part.empty()) return true;
  const Words words = words_of(part);
  const std::string text = joined(words);
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
  if (const std::size_t cut = leg_suffix(part, heading); cut != 0) {
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

// Parts of a heading: around a spaced dash, a comma, a colon, and in brackets.
std::vector<std::string_view> parts_of(std::string_view text) {
  constexpr std::array<std::string_view, 7> cuts = {
      " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ", ", ": ", " (", ")"};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto* cut = std::find_if(cuts.begin(), cuts.end(), [&](std::string_view c) {
      return text.substr(at, c.size()) == c;
    });
    if (cut == cuts.end()) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    at += cut->size();
    begin = at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

Topic topic_of(const Words& words, const std::string& text) {
  if (text == "see also" || text == "vease tambien" || text == "ver tambien")
    return Topic::see_also;
  constexpr std::array<std::string_view, 14> scorer_headings = {
      "top scorers",        "top goalscorers",     "goalscorers", "goleadores",
      "maximos goleadores", "tabla de goleadores", "scorers",     "top scorer",
      "top goalscorer",     "maximas goleadoras",  "goleadoras",  "leading goalscorers",
      "goal scorers",       "top goal scorers"};
  if (is_one_of(text, scorer_headings)) return Topic::scorers;
  // Lists of what was biggest and first: their matches are told elsewhere.
  constexpr std::array<std::string_view, 10> record_headings = {"season statistics",
                                                                "statistics",
                                                                "records",
                                                                "estadisticas",
                                                                "match statistics",
                                                                "records and statistics",
                                                                "estadisticas de la temporada",
                                                                "scoring",
                                                                "overall statistics",
                                                                "record"};
  if (is_one_of(text, record_headings)) return Topic::records;
  const bool criteria = has(words, "criteria") || has(words, "criterios") ||
                        has(words, "criterio") || has(words, "rules") || has(words, "reglas");
  const bool tie = has(words, "tie") && (has(words, "break") || has(words, "breaking") ||
                                         has(words, "breakers") || has(words, "breaker"));
  if (tie || has(words, "tiebreakers") || has(words, "tiebreaker") || has(words, "tiebreaking") ||
      (criteria && (has(words, "desempate") || has(words, "ranking") ||
                    has(words, "classification") || has(words, "clasificacion")))) {
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
  const Words words = words_of(text);
  const std::string whole = joined(words);
  heading.topic = topic_of(words, whole);
  if (heading.topic != Topic::none) {
    heading.neutral = true;
    return heading;
  }
  if (is_one_of(whole, neutral_headings)) {
    heading.neutral = true;
    return heading;
  }
  Heading parted;
  const auto parts = parts_of(text);
  if (std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        if (classify_part(part, parted)) return true;
        if (parts.size() < 2 || parted.stage || !names_stage(part)) return false;
        parted.stage = std::string(text::trim(part));
        return true;
      })) {
    // A heading that is only a date or "Replay" names nothing itself.
    parted.neutral = !parted.round && !parted.group && !parted.leg && !parted.stage;
    return parted;
  }
  // "Brazil vs Croatia", "Alfa 2-1 Beta": most headings have neither.
  const bool may_be_match =
      text.find_first_of("0123456789") != std::string_view::npos ||
      text.find(" v") != std::string_view::npos || text.find(" V") != std::string_view::npos ||
      text.find(" x ") != std::string_view::npos || text.find(" X ") != std::string_view::npos;
  if (may_be_match) {
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
  constexpr std::array<std::string_view, 24> stages = {
      "stage",        "stages",     "phase",    "fase",         "etapa",     "apertura",
      "clausura",     "season",     "league",   "liga",         "torneo",    "tournament",
      "championship", "campeonato", "liguilla", "cuadrangular", "hexagonal", "octogonal",
      "triangular",   "cup",        "copa",     "rounds",       "serie",     "temporada"};
  const Words words = words_of(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_one_of(word, stages); });
}

}  // namespace acta::football
