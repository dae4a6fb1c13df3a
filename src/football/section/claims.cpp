#include "football/section/claims.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/unicode.hpp"

namespace acta::football {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(text.size() / 5);  // As prose has them.
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && text[at] == ' ') ++at;
    std::size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string_view bare(std::string_view word) {
  while (!word.empty() &&
         (word.back() == ',' || word.back() == '.' || word.back() == ';' || word.back() == ')'))
    word.remove_suffix(1);
  return word;
}

std::int32_t count_of(std::string_view word) {
  word = bare(word);
  if (word.empty() || word.size() > 3) return 0;
  std::int32_t value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is(std::string_view word, std::initializer_list<std::string_view> forms) {
  word = bare(word);
  for (const std::string_view form : forms) {
    if (form.size() != word.size()) continue;
    if (std::equal(form.begin(), form.end(), word.begin(), [](char a, char b) {
          return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
        }))
      return true;
  }
  return false;
}

// Where the next digit stands; the text's size when there is none.  Eight bytes at once: in none of
// them may a byte less '0' be below ten.
std::size_t next_digit(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t high = 0x80U * ones;
  for (std::uint64_t bytes = 0; text.size() - at >= sizeof(bytes); at += sizeof(bytes)) {
    std::memcpy(&bytes, text.data() + at, sizeof(bytes));
    const std::uint64_t low = bytes & ~high;
    const std::uint64_t from_zero = low + (0x80U - '0') * ones;       // High bit: at least '0'.
    const std::uint64_t above_nine = low + (0x80U - '9' - 1) * ones;  // High bit: more than '9'.
    if ((from_zero & ~above_nine & ~bytes & high) != 0) break;
  }
  while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
  return at;
}

// A claim is a count of one to three digits before the name of what it counts; most lines have
// none.
bool may_hold_count(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = next_digit(text, 0); at < text.size(); at = next_digit(text, at)) {
    const bool opens_word = at == 0 || text[at - 1] == ' ';
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool is_count = opens_word && end - at <= 3;
    at = end;
    if (!is_count) continue;
    const std::size_t blank = text.find(' ', end);
    if (blank == std::string_view::npos) return false;
    const std::size_t word = text.find_first_not_of(' ', blank);
    if (word == std::string_view::npos) return false;
    const std::size_t word_end = std::min(text.find(' ', word), text.size());
    if (is(text.substr(word, word_end - word),
           {"clubs", "teams", "clubes", "equipos", "games", "matches", "partidos"}))
      return true;
  }
  return false;
}

}  // namespace

void read_claims(Draft& draft, const wiki::Text& text) {
  if (!may_hold_count(text.text)) return;
  const std::vector<std::string_view> words = words_of(text.text);
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string_view{}; };
  const auto add = [&](ClaimKind kind, std::int32_t value, std::size_t first, std::size_t last) {
    Claim claim;
    claim.kind = kind;
    claim.value = value;
    const char* begin = words[first].data();
    const std::string_view end = bare(words[last]);
    claim.text.assign(begin, static_cast<std::size_t>(end.data() + end.size() - begin));
    draft.locate(claim, text.line);
    draft.season.claims.push_back(std::move(claim));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::int32_t value = count_of(words[i]);
    if (value == 0) continue;
    const bool teams = is(word(i + 1), {"clubs", "teams", "clubes", "equipos"});
    if (teams && i >= 2) {
      // "There are (currently) 18 clubs", "Hay actualmente 18 clubes".
      const bool currently = is(word(i - 1), {"currently", "actualmente"});
      const std::size_t verb = currently && i >= 2 ? i - 2 : i - 1;
      const bool there_are = verb >= 1 && is(word(verb), {"are"}) && is(word(verb - 1), {"there"});
      if (there_are) {
        add(ClaimKind::team_count, value, verb - 1, i + 1);
        continue;
      }
    }
    if (teams && i >= 1 && is(word(i - 1), {"hay", "actualmente"})) {
      const bool currently = is(word(i - 1), {"actualmente"});
      if (!currently || (i >= 2 && is(word(i - 2), {"hay"}))) {
        add(ClaimKind::team_count, value, currently ? i - 2 : i - 1, i + 1);
        continue;
      }
    }
    // "This phase features the 50 teams that qualified", "contested by 16 teams"
    if (teams && i >= 1) {
      const bool article = is(word(i - 1), {"the", "los"});
      const std::size_t verb = article && i >= 2 ? i - 2 : i - 1;
      const bool by = is(word(verb), {"by", "por"}) && verb >= 1 &&
                      is(word(verb - 1), {"contested", "disputed", "disputado", "disputada"});
      if (by ||
          is(word(verb), {"features", "featured", "comprises", "comprised", "reune", "reunio"})) {
        add(ClaimKind::team_count, value, by ? verb - 1 : verb, i + 1);
        continue;
      }
    }
    // "the National Stage has grown to 50 teams"
    if (teams && i >= 2 && is(word(i - 1), {"to"}) && is(word(i - 2), {"grown"})) {
      add(ClaimKind::team_count, value, i - 2, i + 1);
      continue;
    }
    // "16 teams are divided into 2 groups", "12 equipos divididos en 2 grupos"
    if (teams) {
      std::size_t at = i + 2;
      while (at < i + 4 && is(word(at), {"are", "were", "se", "fueron", "estan"})) ++at;
      if (is(word(at), {"divided", "split", "divididos", "dividieron", "dividen"}) &&
          is(word(at + 1), {"into", "in", "en"})) {
        const std::int32_t groups = count_of(word(at + 2));
        if (groups != 0 && is(word(at + 3), {"groups", "grupos", "zonas"})) {
          add(ClaimKind::team_count, value, i, i + 1);
          add(ClaimKind::group_count, groups, at, at + 3);
          continue;
        }
      }
    }
    // "Each team plays 3 games at home ... for a total of 6 games"
    if (is(word(i + 1), {"games", "matches", "partidos"}) && i >= 2 &&
        is(word(i - 1), {"of", "de"}) && is(word(i - 2), {"total"})) {
      std::size_t each = i;
      while (each > 0 && words[each - 1].back() != '.') --each;
      if (is(word(each), {"each", "every", "cada"}) &&
          is(word(each + 1), {"team", "club", "equipo"})) {
        add(ClaimKind::games_per_team, value, i - 2, i + 1);
      }
    }
  }
}

}  // namespace acta::football
