#include "football/phrase/round.hpp"

#include <algorithm>
#include <array>

#include "football/phrase/word_set.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

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

constexpr auto ordinals = std::to_array<Ordinal>({
    {"first", 1},   {"second", 2},  {"third", 3},   {"fourth", 4}, {"fifth", 5},   {"sixth", 6},
    {"seventh", 7}, {"eighth", 8},  {"1st", 1},     {"2nd", 2},    {"3rd", 3},     {"4th", 4},
    {"5th", 5},     {"6th", 6},     {"7th", 7},     {"8th", 8},    {"primera", 1}, {"primer", 1},
    {"segunda", 2}, {"segundo", 2}, {"tercera", 3}, {"tercer", 3}, {"cuarta", 4},  {"quinta", 5},
    {"sexta", 6},   {"septima", 7}, {"octava", 8},  {"1a", 1},     {"2a", 2},      {"3a", 3},
    {"4a", 4},      {"5a", 5},
});

constexpr WordSet ordinal_words = index_by(&Ordinal::word, ordinals);

constexpr WordSet ordinal_tails(std::to_array<std::string_view>(
    {"", "st", "nd", "rd", "th", "a", "o", "ra", "da", "ta", "ma", "va", "na"}));

std::int32_t ordinal_of(std::string_view word) {
  const std::size_t known = ordinal_words.index_of(word);
  if (known < ordinals.size()) return ordinals[known].value;
  // "12th", "9na", "10ma"
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
  if (digits == 0 || digits > 3) return 0;
  return ordinal_tails.contains(word.substr(digits)) ? number(word.substr(0, digits)) : 0;
}

constexpr WordSet matchday_words(
    std::to_array<std::string_view>({"matchday", "fecha", "jornada", "round", "week", "gameweek",
                                     "ronda", "rodada", "spieltag", "giornata", "matchweek"}));

// "Final stage", "Fase final": a container, whatever stands beside "final".
constexpr WordSet container_words(std::to_array<std::string_view>(
    {"stage",        "stages",    "phase",     "rounds",     "round",      "tournament",
     "standings",    "table",     "group",     "ranking",    "series",     "positions",
     "fase",         "etapa",     "ronda",     "rondas",     "tabla",      "clasificacion",
     "cuadrangular", "hexagonal", "octogonal", "pentagonal", "triangular", "liguilla",
     "torneo",       "serie",     "rueda",     "posiciones", "draw",       "classification"}));

// "Route to the final": how the sides got there.
constexpr WordSet way_words(std::to_array<std::string_view>({"route", "road", "path", "camino",
                                                             "background"}));

constexpr WordSet counted_words(std::to_array<std::string_view>(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}));

constexpr WordSet group_heads(std::to_array<std::string_view>(
    {"group", "grupo", "zone", "zona", "pool", "gruppe", "poule", "conference", "conferencia"}));

constexpr WordSet group_sides(std::to_array<std::string_view>(
    {"north",     "south",     "east",      "west",     "central",  "northern",
     "southern",  "eastern",   "western",   "norte",    "sur",      "este",
     "oeste",     "oriente",   "occidente", "centro",   "oriental", "occidental",
     "northeast", "northwest", "southeast", "southwest"}));

constexpr WordSet roman_numbers(std::to_array<std::string_view>({"i", "ii", "iii", "iv", "v", "vi",
                                                                 "vii", "viii", "ix"}));

std::optional<RoundName> found(RoundKind kind, std::int32_t ordinal = 0) {
  return RoundName{kind, ordinal};
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

constexpr auto fractions = std::to_array<Fraction>({
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
});

constexpr WordSet fraction_words = index_by(&Fraction::word, fractions);

// A name without one of these, of a fraction's and of a matchday's names no round.
constexpr WordSet round_words(std::to_array<std::string_view>(
    {"third",       "3rd",        "bronze",    "tercer",     "tercero",    "3er",
     "semi",        "quarter",    "eighth",    "8th",        "last",       "playoff",
     "playoffs",    "play",       "repechaje", "repesca",    "qualifying", "clasificatoria",
     "preliminary", "preliminar", "match",     "superfinal", "finalisima", "final",
     "finals",      "finales"}));

bool may_name_round(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return round_words.contains(word) || matchday_words.contains(word) ||
           fraction_words.contains(word);
  });
}

}  // namespace

Words::Words(std::string_view text) : text_(text::fold(text)) {
  // What is no word becomes one blank; the text never grows.
  std::size_t size = 0;
  std::size_t count = 0;
  bool parted = true;
  for (const char c : text_) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0 || c == '/';
    if (part && parted) {
      if (size != 0) text_[size++] = ' ';
      ++count;
    }
    if (part) text_[size++] = c;
    parted = !part;
  }
  text_.resize(size);
  std::string_view* words = few_.data();
  if (count > few_.size()) {
    many_.resize(count);
    words = many_.data();
  }
  const std::string_view whole = text_;
  for (std::size_t i = 0, begin = 0; i < count; ++i) {
    const std::size_t end = std::min(whole.find(' ', begin), whole.size());
    words[i] = whole.substr(begin, end - begin);
    begin = end + 1;
  }
  words_ = {words, count};
}

bool Words::has(std::string_view word) const {
  return std::find(words_.begin(), words_.end(), word) != words_.end();
}

std::optional<RoundName> round_kind(const Words& words) {
  if (words.empty() || words.size() > 9 || !may_name_round(words)) return std::nullopt;
  if (way_words.contains(words.front())) return std::nullopt;
  const auto next_is = [&](std::size_t i, std::string_view a, std::string_view b) {
    return i + 1 < words.size() && (words[i + 1] == a || words[i + 1] == b);
  };
  // Third place before final: "Final por el tercer puesto".
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
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
    const std::string_view word = words[i];
    const std::size_t fraction = fraction_words.index_of(word);
    if (fraction < fractions.size()) return found(fractions[fraction].kind);
    if (word == "semi" && next_is(i, "final", "finals")) return found(RoundKind::semi_final);
    if (word == "quarter" && next_is(i, "final", "finals")) return found(RoundKind::quarter_final);
    if ((word == "eighth" || word == "8th") && next_is(i, "final", "finals")) {
      return found(RoundKind::round_of_16);
    }
    const bool of = word == "round" && i + 2 < words.size() && words[i + 1] == "of";
    if (of || (word == "last" && i + 1 < words.size())) {
      const std::string_view count = words[i + (of ? 2 : 1)];
      if (is_number(count)) {
        if (const auto kind = round_of(number(count))) return found(*kind);
      }
      if (count == "sixteen") return found(RoundKind::round_of_16);
      if (count == "eight") return found(RoundKind::quarter_final);
    }
  }
  // "Preliminary stage", "Play-off phase": they hold rounds.
  if (words.has("stage") || words.has("phase") || words.has("fase") || words.has("etapa"))
    return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "playoff" || word == "playoffs" || (word == "play" && next_is(i, "in", "ins")) ||
        word == "repechaje" || word == "repesca" || (word == "play" && next_is(i, "off", "offs"))) {
      return found(RoundKind::play_off);
    }
  }
  std::int32_t ordinal = 0;
  for (const std::string_view word : words) {
    if (ordinal == 0) ordinal = ordinal_of(word);
  }
  const bool named_round = words.has("round") || words.has("ronda");
  if (words.has("qualifying") || words.has("clasificatoria") ||
      (named_round && (words.has("qualification") || words.has("clasificacion")))) {
    if (named_round || words.size() == 1) return found(RoundKind::qualifying, ordinal);
  }
  if (words.has("preliminary") || words.has("preliminar")) {
    return found(RoundKind::preliminary, ordinal);
  }
  // "Matchday 3", "Fecha 3", "3ª fecha", "Primera jornada"; "First round" is preliminary.
  const bool match_day = words.size() >= 3 && words[0] == "match" && words[1] == "day";
  if (words.size() >= 2 && matchday_words.contains(words[0])) {
    if (is_number(words[1])) return found(RoundKind::matchday, number(words[1]));
    const std::size_t count = counted_words.index_of(words[1]);
    if (count < counted_words.size())
      return found(RoundKind::matchday, static_cast<std::int32_t>(count) + 1);
  }
  if (match_day && is_number(words[2])) return found(RoundKind::matchday, number(words[2]));
  if (ordinal != 0 && words.size() <= 3 && matchday_words.contains(words.back()) &&
      words.back() != "round" && words.back() != "ronda") {
    return found(RoundKind::matchday, ordinal);
  }
  for (std::size_t i = 0; i + 1 < words.size() && i < 2; ++i) {
    if (ordinal_of(words[i]) != 0 && (words[i + 1] == "round" || words[i + 1] == "ronda")) {
      return found(RoundKind::preliminary, ordinal);
    }
  }
  if (words.has("superfinal") || words.has("finalisima")) return found(RoundKind::final);
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
  if ((last || first) && std::none_of(words.begin(), words.end(), [](const std::string_view word) {
        return container_words.contains(word);
      })) {
    return found(RoundKind::final);
  }
  return std::nullopt;
}

bool is_group(const Words& words) {
  const auto designator = [&](const std::string_view word) {
    return word.size() == 1 || is_number(word) || roman_numbers.contains(word) ||
           group_sides.contains(word) || (word.size() == 2 && word[0] >= '0' && word[0] <= '9');
  };
  if (words.size() < 2 || words.size() > 3) return false;
  if (group_heads.contains(words[0])) {
    return std::all_of(words.begin() + 1, words.end(), designator);
  }
  return group_heads.contains(words.back()) &&
         std::all_of(words.begin(), words.end() - 1,
                     [&](const std::string_view word) { return group_sides.contains(word); });
}

}  // namespace acta::football
