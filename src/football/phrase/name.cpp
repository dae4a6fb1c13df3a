#include "football/phrase/name.hpp"

#include <algorithm>
#include <array>

#include "grammar/name.hpp"
#include "grammar/parse.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

namespace pegtl = tao::pegtl;
namespace rules = grammar::name;
using grammar::parse;

constexpr text::ByteSet no_name(";=|{}[]<>");
constexpr text::ByteSet numeric("0123456789.-");

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

// What of a word has the form of a score: "2014-15" has, too.
struct Score {
  std::string_view digits;
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::score_digits> {
  static void apply(const auto& in, Score& score) { score.digits = in.string_view(); }
};

// "2–1", "(4)", "P–P", a lone dash, "43'": what stands in a score or beside it, never in a name.
bool is_no_name(std::string_view word) {
  constexpr std::size_t longest_score = 7;
  Score score;
  if (!parse<rules::no_name, action>(word, score)) return false;
  if (score.digits.empty()) return true;
  const auto digits = std::count_if(score.digits.begin(), score.digits.end(),
                                    [](char c) { return text::ascii_digits.contains(c); });
  return digits >= 2 && score.digits.size() <= longest_score;
}

// "•", "·" between blanks: what parts two things of a line.
bool is_bullet(std::string_view word) { return parse<rules::bullet, action>(word).has_value(); }

}  // namespace

std::string_view without_marks(std::string_view name) {
  name = text::trim(name);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {"*", "\xE2\x80\xA0", "\xE2\x80\xA1", "\xC2\xA7"}) {
      if (name.size() > mark.size() && name.ends_with(mark)) {
        name = text::trim(name.substr(0, name.size() - mark.size()));
        cut = true;
      }
    }
  }
  return name;
}

bool looks_like_name(std::string_view text) {
  text = text::trim(text);
  if (text.empty() || text.size() > 64) return false;
  std::size_t words = 0;
  std::size_t big = 0;
  std::size_t numbers = 0;
  bool sound = true;
  std::string_view last;
  for_each_word(text, [&](std::string_view word) {
    ++words;
    last = word;
    if (is_no_name(word)) sound = false;
    if (text::ascii_digits.find_outside(word) == std::string_view::npos) ++numbers;
    if (is_bullet(word)) sound = false;
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
      if (!words::exact(words::Kind::name_particle, word)) sound = false;
    } else if (numeric.find_outside(word) != std::string_view::npos) {
      ++big;
    }
    return sound;
  });
  // "Rowan 9 1 1 7": a row of a table.
  constexpr std::size_t most_numbers = 2;
  if (std::count(text.begin(), text.end(), '(') != std::count(text.begin(), text.end(), ')'))
    return false;
  if (!sound || big == 0 || words > 9 || numbers > most_numbers) return false;
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

}  // namespace acta::football
