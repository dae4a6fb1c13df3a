#include "football/draft/fit.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace acta::football {

namespace {

bool is_part(std::string_view words, std::string_view of) {
  // Every word of `words` begins a word of `of`, in order: "Univ. Vallejo", "Universidad César
  // Vallejo".
  std::size_t at = 0;
  std::size_t matched = 0;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string_view::npos) end = words.size();
    std::string_view word = words.substr(begin, end - begin);
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    begin = end + 1;
    if (word.empty()) continue;
    bool found = false;
    while (at < of.size()) {
      std::size_t stop = of.find(' ', at);
      if (stop == std::string_view::npos) stop = of.size();
      const std::string_view other = of.substr(at, stop - at);
      at = stop + 1;
      if (other.substr(0, word.size()) == word) {
        found = true;
        break;
      }
    }
    if (!found) return false;
    ++matched;
  }
  return matched > 0;
}

std::string initials(std::string_view folded) {
  std::string out;
  bool start = true;
  for (const char c : folded) {
    if (start && c != ' ') out.push_back(c);
    start = c == ' ';
  }
  return out;
}

}  // namespace

Fit fit(std::string_view name, std::string_view side) {
  if (name == side) return Fit::equal;
  if (text::identity_key(name) == text::identity_key(side)) return Fit::equal;
  const std::string a = text::fold(name);
  const std::string b = text::fold(side);
  if (a.empty() || b.empty()) return Fit::no;
  const std::size_t limit = std::min(a.size(), b.size()) >= 6 ? 2 : 1;
  if (text::edit_distance(a, b, limit) <= limit) return Fit::alike;
  if (is_part(a, b) || is_part(b, a)) return Fit::alike;
  if (a == initials(b) || b == initials(a)) return Fit::alike;
  return Fit::no;
}

}  // namespace acta::football
