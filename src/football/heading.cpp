#include "football/heading.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "football/line.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

using Words = std::vector<std::string>;

// Folded words; hyphens split, so that "Quarter-finals" and "Quarter finals" are one.
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (const char c : text::fold(text)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0 || c == '/';
    if (part) {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

struct Ordinal {
  std::string_view word;
  std::int32_t value;
};

constexpr std::array<Ordinal, 32> ordinals = {{
    {"first", 1},   {"second", 2},  {"third", 3},   {"fourth", 4}, {"fifth", 5},   {"sixth", 6},
    {"seventh", 7}, {"eighth", 8},  {"1st", 1},     {"2nd", 2},    {"3rd", 3},     {"4th", 4},
    {"5th", 5},     {"6th", 6},     {"7th", 7},     {"8th", 8},    {"primera", 1}, {"primer", 1},
    {"segunda", 2}, {"segundo", 2}, {"tercera", 3}, {"tercer", 3}, {"cuarta", 4},  {"quinta", 5},
    {"sexta", 6},   {"septima", 7}, {"octava", 8},  {"1a", 1},     {"2a", 2},      {"3a", 3},
    {"4a", 4},      {"5a", 5},
}};

std::int32_t ordinal_of(std::string_view word) {
  for (const Ordinal& ordinal : ordinals) {
    if (ordinal.word == word) return ordinal.value;
  }
  // "12th", "9na", "10ma"
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
  if (digits == 0 || digits > 3) return 0;
  constexpr std::array<std::string_view, 13> tails = {"",   "st", "nd", "rd", "th", "a", "o",
                                                      "ra", "da", "ta", "ma", "va", "na"};
  return is_one_of(word.substr(digits), tails) ? number(word.substr(0, digits)) : 0;
}

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

constexpr std::array<std::string_view, 11> matchday_words = {
    "matchday", "fecha",  "jornada",  "round",    "week",     "gameweek",
    "ronda",    "rodada", "spieltag", "giornata", "matchweek"};

// "Final stage", "Fase final": a container, whatever stands beside "final".
constexpr std::array<std::string_view, 30> container_words = {
    "stage",        "stages",    "phase",     "rounds",     "round",      "tournament",
    "standings",    "table",     "group",     "ranking",    "series",     "positions",
    "fase",         "etapa",     "ronda",     "rondas",     "tabla",      "clasificacion",
    "cuadrangular", "hexagonal", "octogonal", "pentagonal", "triangular", "liguilla",
    "torneo",       "serie",     "rueda",     "posiciones", "draw",       "classification"};

struct Found {
  RoundKind kind;
  std::int32_t ordinal;
};

std::optional<Found> found(RoundKind kind, std::int32_t ordinal = 0) {
  return Found{kind, ordinal};
}

// The number behind "round of" or "last": 128, 64, 32, 16, 8, 4.
std::optional<RoundKind> round_of(std::int32_t teams) {
  switch (teams) {
    case 128:
      return RoundKind::round_of_128;
    case 64:
      return RoundKind::round_of_64;
    case 32:
      return RoundKind::round_of_32;
    case 16:
      return RoundKind::round_of_16;
    case 8:
      return RoundKind::quarter_final;
    case 4:
      return RoundKind::semi_final;
    default:
      return std::nullopt;
  }
}

struct Fraction {
  std::string_view word;
  RoundKind kind;
};

constexpr std::array<Fraction, 26> fractions = {{
    {"quarterfinal", RoundKind::quarter_final},
    {"quarterfinals", RoundKind::quarter_final},
    {"cuartos", RoundKind::quarter_final},
    {"4tos", RoundKind::quarter_final},
    {"1/4", RoundKind::quarter_final},
    {"semifinal", RoundKind::semi_final},
    {"semifinals", RoundKind::semi_final},
    {"semifinales", RoundKind::semi_final},
    {"semis", RoundKind::semi_final},
    {"1/2", RoundKind::semi_final},
    {"octavos", RoundKind::round_of_16},
    {"8vos", RoundKind::round_of_16},
    {"1/8", RoundKind::round_of_16},
    {"dieciseisavos", RoundKind::round_of_32},
    {"16avos", RoundKind::round_of_32},
    {"1/16", RoundKind::round_of_32},
    {"treintaidosavos", RoundKind::round_of_64},
    {"treintadosavos", RoundKind::round_of_64},
    {"treintaydosavos", RoundKind::round_of_64},
    {"32avos", RoundKind::round_of_64},
    {"1/32", RoundKind::round_of_64},
    {"sesentaicuatroavos", RoundKind::round_of_128},
    {"sesentaycuatroavos", RoundKind::round_of_128},
    {"64avos", RoundKind::round_of_128},
    {"1/64", RoundKind::round_of_128},
    {"eighthfinals", RoundKind::round_of_16},
}};

std::optional<Found> round_kind(const Words& words) {
  if (words.empty() || words.size() > 9) return std::nullopt;
  const auto next_is = [&](std::size_t i, std::string_view a, std::string_view b) {
    return i + 1 < words.size() && (words[i + 1] == a || words[i + 1] == b);
  };
  // Third place before final: "Final por el tercer puesto".
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if ((word == "third" || word == "3rd") &&
        (next_is(i, "place", "placed") || next_is(i, "and", "position"))) {
      return found(RoundKind::third_place);
    }
    if (word == "bronze" || ((word == "tercer" || word == "tercero" || word == "3er") &&
                             (next_is(i, "puesto", "lugar") || next_is(i, "y", "cuarto")))) {
      return found(RoundKind::third_place);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    for (const Fraction& fraction : fractions) {
      if (fraction.word == word) return found(fraction.kind);
    }
    if (word == "semi" && next_is(i, "final", "finals")) return found(RoundKind::semi_final);
    if (word == "quarter" && next_is(i, "final", "finals")) return found(RoundKind::quarter_final);
    if ((word == "eighth" || word == "8th") && next_is(i, "final", "finals")) {
      return found(RoundKind::round_of_16);
    }
    const bool of = word == "round" && i + 2 < words.size() && words[i + 1] == "of";
    if (of || (word == "last" && i + 1 < words.size())) {
      const std::string& count = words[i + (of ? 2 : 1)];
      if (is_number(count)) {
        if (const auto kind = round_of(number(count))) return found(*kind);
      }
      if (count == "sixteen") return found(RoundKind::round_of_16);
      if (count == "eight") return found(RoundKind::quarter_final);
    }
  }
  // "Preliminary stage", "Play-off phase": they hold rounds.
  if (has(words, "stage") || has(words, "phase") || has(words, "fase") || has(words, "etapa"))
    return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "playoff" || word == "playoffs" || (word == "play" && next_is(i, "in", "ins")) ||
        word == "repechaje" || word == "repesca" || (word == "play" && next_is(i, "off", "offs"))) {
      return found(RoundKind::play_off);
    }
  }
  std::int32_t ordinal = 0;
  for (const std::string& word : words) {
    if (ordinal == 0) ordinal = ordinal_of(word);
  }
  const bool named_round = has(words, "round") || has(words, "ronda");
  if (has(words, "qualifying") || has(words, "clasificatoria") ||
      (named_round && (has(words, "qualification") || has(words, "clasificacion")))) {
    if (named_round || words.size() == 1) return found(RoundKind::qualifying, ordinal);
  }
  if (has(words, "preliminary") || has(words, "preliminar")) {
    return found(RoundKind::preliminary, ordinal);
  }
  // "Matchday 3", "Fecha 3", "3ª fecha", "Primera jornada"; "First round" is preliminary.
  const bool match_day = words.size() >= 3 && words[0] == "match" && words[1] == "day";
  if (words.size() >= 2 && is_one_of(words[0], matchday_words)) {
    if (is_number(words[1])) return found(RoundKind::matchday, number(words[1]));
    constexpr std::array<std::string_view, 10> counted = {"one", "two",   "three", "four", "five",
                                                          "six", "seven", "eight", "nine", "ten"};
    const auto* word = std::find(counted.begin(), counted.end(), words[1]);
    if (word != counted.end()) {
      return found(RoundKind::matchday, static_cast<std::int32_t>(word - counted.begin()) + 1);
    }
  }
  if (match_day && is_number(words[2])) return found(RoundKind::matchday, number(words[2]));
  if (ordinal != 0 && words.size() <= 3 && is_one_of(words.back(), matchday_words) &&
      words.back() != "round" && words.back() != "ronda") {
    return found(RoundKind::matchday, ordinal);
  }
  for (std::size_t i = 0; i + 1 < words.size() && i < 2; ++i) {
    if (ordinal_of(words[i]) != 0 && (words[i + 1] == "round" || words[i + 1] == "ronda")) {
      return found(RoundKind::preliminary, ordinal);
    }
  }
  if (has(words, "superfinal") || has(words, "finalisima")) return found(RoundKind::final);
  // A final is the first or last word, with nothing beside it that makes a container of it.
  const auto is_final = [](std::string_view word) {
    return word == "final" || word == "finals" || word == "finales";
  };
  const bool last = is_final(words.back());
  const bool first =
      is_final(words.front()) ||
      (words.size() > 1 &&
       (words[0] == "the" || words[0] == "la" || words[0] == "gran" || words[0] == "grand") &&
       is_final(words[1]));
  if ((last || first) && std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return is_one_of(word, container_words);
      })) {
    return found(RoundKind::final);
  }
  return std::nullopt;
}

bool is_group(const Words& words) {
  constexpr std::array<std::string_view, 7> heads = {"group", "grupo",  "zone", "zona",
                                                     "pool",  "gruppe", "poule"};
  constexpr std::array<std::string_view, 22> sides = {
      "north",     "south",     "east",      "west",     "central",  "northern",
      "southern",  "eastern",   "western",   "norte",    "sur",      "este",
      "oeste",     "oriente",   "occidente", "centro",   "oriental", "occidental",
      "northeast", "northwest", "southeast", "southwest"};
  const auto designator = [&](const std::string& word) {
    constexpr std::array<std::string_view, 9> romans = {"i",  "ii",  "iii",  "iv", "v",
                                                        "vi", "vii", "viii", "ix"};
    return word.size() == 1 || is_number(word) || is_one_of(word, romans) ||
           is_one_of(word, sides) || (word.size() == 2 && word[0] >= '0' && word[0] <= '9');
  };
  if (words.size() < 2 || words.size() > 3) return false;
  if (is_one_of(words[0], heads)) {
    return std::all_of(words.begin() + 1, words.end(), designator);
  }
  return is_one_of(words.back(), heads) &&
         std::all_of(words.begin(), words.end() - 1,
                     [&](const std::string& word) { return is_one_of(word, sides); });
}

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
  constexpr std::array<std::string_view, 12> scorer_headings = {
      "top scorers",        "top goalscorers",     "goalscorers", "goleadores",
      "maximos goleadores", "tabla de goleadores", "scorers",     "top scorer",
      "top goalscorer",     "maximas goleadoras",  "goleadoras",  "leading goalscorers"};
  if (is_one_of(text, scorer_headings)) return Topic::scorers;
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
  if (const auto match = parse_match_line(text); match && match->separator != Separator::dash &&
                                                 looks_like_name(match->home) &&
                                                 looks_like_name(match->away)) {
    heading.neutral = true;
    return heading;
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
