#include <algorithm>
#include <array>
#include <span>

#include "football/phrase/match.hpp"
#include "football/phrase/word_set.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

// Small words inside names of clubs, in the languages whose clubs appear in articles.
constexpr WordSet particles(std::to_array<std::string_view>(
    {"de", "del", "la", "las", "los", "el",  "y",  "e",   "da",  "do",  "dos", "das", "di",
     "du", "des", "le", "les", "the", "and", "of", "und", "von", "van", "der", "den", "dem",
     "am", "im",  "an", "al",  "en",  "i",   "et", "het", "ter", "zur", "zum", "bei"}));

bool is_small(std::string_view word) {
  if (word[0] >= 'a' && word[0] <= 'z') return true;
  // à to ÿ, ÷ aside.
  return word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) >= 0xA0 &&
         static_cast<unsigned char>(word[1]) != 0xB7;
}

// Calls `each` with every blank-separated word until it returns false.
template <typename Each>
void for_each_word(std::string_view text, Each each) {
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\t') ++end;
    if (end > at && !each(text.substr(at, end - at))) return;
    at = end;
  }
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    return text.size() >= head.size() && text.substr(0, head.size()) == head;
  });
}

enum class Label { none, stadium, city, attendance, referee, time };

struct LabelWord {
  std::string_view word;
  Label label;
};

constexpr auto labels = std::to_array<LabelWord>({
    {"stadium", Label::stadium},
    {"estadio", Label::stadium},
    {"venue", Label::stadium},
    {"ground", Label::stadium},
    {"sede", Label::stadium},
    {"escenario", Label::stadium},
    {"cancha", Label::stadium},
    {"city", Label::city},
    {"ciudad", Label::city},
    {"location", Label::city},
    {"lugar", Label::city},
    {"attendance", Label::attendance},
    {"asistencia", Label::attendance},
    {"espectadores", Label::attendance},
    {"spectators", Label::attendance},
    {"publico", Label::attendance},
    {"att.", Label::attendance},
    {"att", Label::attendance},
    {"referee", Label::referee},
    {"arbitro", Label::referee},
    {"ref.", Label::referee},
    {"arbitra", Label::referee},
    {"kick-off", Label::time},
    {"hora", Label::time},
    {"time", Label::time},
});

constexpr WordSet label_words = index_by(&LabelWord::word, labels);

constexpr WordSet grounds(std::to_array<std::string_view>({"stadium", "estadio", "arena", "park",
                                                           "stadion", "stadio", "stade", "coliseum",
                                                           "coliseo", "ground", "cancha"}));

constexpr text::ByteSet no_name(";=|{}[]<>");
constexpr text::ByteSet numeric("0123456789.-");

Label label_of(std::string_view word) {
  if (word.size() > 16) return Label::none;
  const std::size_t found = find_folded(label_words, word);
  return found < labels.size() ? labels[found].label : Label::none;
}

// Splits "Monumental, Lima" into stadium and city.
void place(std::string_view value, VenueLine& venue) {
  const std::size_t comma = value.rfind(',');
  if (comma == std::string_view::npos) {
    venue.stadium = value;
    return;
  }
  venue.stadium = text::trim(value.substr(0, comma));
  if (venue.city.empty()) venue.city = text::trim(value.substr(comma + 1));
}

void set(Label label, std::string_view value, VenueLine& venue) {
  switch (label) {
    case Label::stadium:
      place(value, venue);
      break;
    case Label::city:
      venue.city = value;
      break;
    case Label::attendance:
      venue.attendance = value;
      break;
    case Label::referee:
      venue.referee = value;
      break;
    case Label::time:
      venue.time = value;
      break;
    case Label::none:
      break;
  }
}

// Ends a value before the separator that introduces the next label.
std::string_view without_separator(std::string_view value) {
  value = text::trim(value);
  while (!value.empty() && (value.back() == ';' || value.back() == ',' || value.back() == '.' ||
                            value.back() == '|' || value.back() == '-')) {
    value.remove_suffix(1);
    value = text::trim(value);
  }
  return value;
}

}  // namespace

std::string_view without_marks(std::string_view name) {
  name = text::trim(name);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {"*", "\xE2\x80\xA0", "\xE2\x80\xA1", "\xC2\xA7"}) {
      if (name.size() > mark.size() && name.substr(name.size() - mark.size()) == mark) {
        name = text::trim(name.substr(0, name.size() - mark.size()));
        cut = true;
      }
    }
  }
  return name;
}

namespace {

// "2–1", "(4)", "P–P", a lone dash: what stands in a score, never in a name.
bool is_score_word(std::string_view word) {
  while (!word.empty() && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
  while (!word.empty() && (word.back() == ')' || word.back() == ']' || word.back() == ','))
    word.remove_suffix(1);
  if (word.empty()) return true;
  if (word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94" || word == "\xE2\x88\x92")
    return true;
  std::size_t digits = 0;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '-' || c == ':') {
      ++marks;
    } else if (word.substr(i, 3) == "\xE2\x80\x93" || word.substr(i, 3) == "\xE2\x88\x92") {
      ++marks;
      i += 2;
    } else {
      return false;
    }
  }
  return digits >= 2 && marks == 1 && word.size() <= 7;
}

}  // namespace

bool looks_like_name(std::string_view text) {
  text = text::trim(text);
  if (text.empty() || text.size() > 64) return false;
  std::size_t words = 0;
  std::size_t big = 0;
  bool sound = true;
  std::string_view last;
  for_each_word(text, [&](std::string_view word) {
    ++words;
    last = word;
    const bool bracket = word.size() > 2 && word.front() == '(' &&
                         text::ascii_digits.find_outside(word, 1) == word.size() - 1;
    // A minute ("43'") is no part of one either.
    const std::size_t digits = std::min(text::ascii_digits.find_outside(word), word.size());
    const bool minute = digits > 0 && digits < word.size() &&
                        (word[digits] == '\'' || word.substr(digits, 3) == "\xE2\x80\xB2" ||
                         word.substr(digits, 3) == "\xE2\x80\x99");
    if (is_score_word(word) || bracket || minute) sound = false;
    while (!word.empty() && (word.front() == '(' || word.front() == '"' || word.front() == '\'')) {
      word.remove_prefix(1);
    }
    if (word.empty()) return true;
    if (no_name.find_in(word) != std::string_view::npos) sound = false;
    if (is_small(word)) {
      while (!word.empty() && (word.back() == ')' || word.back() == ',')) word.remove_suffix(1);
      // "al-Karmi", "d'Or": the name follows its article.
      const std::size_t mark = word.find_first_of("-'");
      if (mark != std::string_view::npos && mark + 1 < word.size() &&
          !is_small(word.substr(mark + 1))) {
        ++big;
        return true;
      }
      if (!particles.contains(word)) sound = false;
    } else if (numeric.find_outside(word) != std::string_view::npos) {
      ++big;
    }
    return sound;
  });
  if (!sound || big == 0 || words > 9) return false;
  // A full stop ends a sentence, unless it ends an abbreviation ("F.C.", "Jrs.").
  if (text.back() == '.') return last.size() <= 6 && !is_small(last);
  return text.back() != '!' && text.back() != '?' && text.back() != ':' && text.back() != ',';
}

bool looks_like_prose(std::string_view line) {
  line = text::trim(line);
  const std::size_t end = line.find_last_not_of("\")'] ");
  const char last = end == std::string_view::npos ? ' ' : line[end];
  const bool ends_sentence = last == '.' || last == '!' || last == '?' || last == ':';
  std::size_t words = 0;
  std::size_t small = 0;
  const auto is_sentence = [&] { return words >= 3 && (words >= 5 || small > 0); };
  for_each_word(line, [&](std::string_view word) {
    ++words;
    if (is_small(word)) ++small;
    return !ends_sentence || !is_sentence();  // More words make it no less of one.
  });
  return ends_sentence ? is_sentence() : words >= 5 && small * 2 >= words;
}

std::optional<std::int32_t> parse_count(std::string_view text) {
  text = text::trim(text);
  std::int64_t value = 0;
  std::size_t at = 0;
  std::size_t in_group = 0;
  std::string_view separator;
  std::size_t groups = 0;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  if (!is_digit(0)) return std::nullopt;
  while (at < text.size()) {
    if (is_digit(at)) {
      value = value * 10 + (text[at] - '0');
      if (value > 2'000'000'000) return std::nullopt;
      ++in_group;
      ++at;
      continue;
    }
    constexpr std::array<std::string_view, 7> separators = {
        ",", ".", " ", "'", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"};
    const auto* found = std::find_if(separators.begin(), separators.end(), [&](std::string_view s) {
      return text.substr(at, s.size()) == s;
    });
    const bool first = groups == 0;
    if (found == separators.end() || !is_digit(at + found->size())) break;
    if (first ? in_group > 3 || text[0] == '0' : (in_group != 3 || *found != separator)) {
      return std::nullopt;
    }
    separator = *found;
    at += found->size();
    in_group = 0;
    ++groups;
  }
  if (groups > 0 && in_group != 3) return std::nullopt;
  const std::string_view rest = text::trim(text.substr(at));
  if (!rest.empty()) {
    const std::string unit = text::fold(rest);
    constexpr std::array<std::string_view, 7> units = {
        "spectators", "espectadores", "personas", "people", "asistentes", "seats", "asientos"};
    if (std::find(units.begin(), units.end(), unit) == units.end()) return std::nullopt;
  }
  return static_cast<std::int32_t>(value);
}

std::optional<Pair> parse_goal_pair(std::string_view text) {
  constexpr std::array<std::string_view, 4> marks = {":", "-", "\xE2\x80\x93", "\xE2\x88\x92"};
  for (const std::string_view mark : marks) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const auto home = parse_count(text.substr(0, at));
    const auto away = parse_count(text.substr(at + mark.size()));
    if (home && away) return Pair{*home, *away};
  }
  return std::nullopt;
}

std::optional<VenueLine> parse_venue_line(std::string_view line) {
  line = text::trim(line);
  if (line.size() > 240 || line.empty()) return std::nullopt;
  VenueLine venue;
  bool labelled = false;
  Label label = Label::none;
  std::size_t value_begin = 0;
  std::size_t at = 0;
  // A label is a known word directly before a colon; its value runs to the next label.
  while (at < line.size()) {
    const std::size_t colon = line.find(':', at);
    if (colon == std::string_view::npos) break;
    std::size_t word = colon;
    while (word > at && line[word - 1] != ' ' && line[word - 1] != ';' && line[word - 1] != ',' &&
           line[word - 1] != '|' && line[word - 1] != '(') {
      --word;
    }
    // It opens the line or stands behind a separator: "Stannery City: ..." is a club.
    const std::string_view head = text::trim(line.substr(value_begin, word - value_begin));
    const bool apart =
        head.empty() || std::string_view(";,.|(-").find(head.back()) != std::string_view::npos;
    const Label next = apart ? label_of(line.substr(word, colon - word)) : Label::none;
    if (next != Label::none) {
      const std::string_view before =
          without_separator(line.substr(value_begin, word - value_begin));
      if (labelled) {
        set(label, before, venue);
      } else if (!before.empty()) {
        constexpr std::array<std::string_view, 2> heads = {"Estadio ", "Stadium "};
        if (!starts_with_any(before, heads) && !looks_like_name(before)) return std::nullopt;
        place(before, venue);
      }
      labelled = true;
      label = next;
      value_begin = colon + 1;
    } else if (!labelled) {
      return std::nullopt;
    }
    at = colon + 1;
  }
  if (labelled) {
    set(label, without_separator(line.substr(value_begin)), venue);
    return venue;
  }
  // "Estadio Nacional, Lima", "National Stadium, Lima", "Rhein-Neckar-Arena, Sinsheim" alone.
  const std::string_view name = line.substr(0, line.find(','));
  bool stadium = false;
  for_each_word(name, [&](std::string_view word) {
    const bool is_ascii = std::all_of(word.begin(), word.end(), [](char c) { return c >= 0; });
    if (is_ascii) {
      stadium = find_folded(grounds, word.substr(word.rfind('-') + 1)) != grounds.size();
    } else {
      const std::string folded = text::fold(word);  // Other dashes become "-".
      stadium = grounds.contains(std::string_view(folded).substr(folded.rfind('-') + 1));
    }
    return !stadium;
  });
  if (!stadium || !looks_like_name(name) || looks_like_prose(line)) return std::nullopt;
  const bool one_comma = std::count(line.begin(), line.end(), ',') <= 1;
  if (!one_comma || (name.size() < line.size() && !looks_like_name(line.substr(name.size() + 1)))) {
    return std::nullopt;
  }
  place(line, venue);
  return venue;
}

}  // namespace acta::football
