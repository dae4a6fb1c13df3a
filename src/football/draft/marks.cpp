#include "football/draft/marks.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

// Each search looks through the article; a page with more marks than any league has teams is none.
constexpr std::size_t most_searches = 400;

bool is_letter(char c) { return c < 0 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// What emphasis puts around a mark: "'''(C)''' Champions".
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('\'', at), text.size());
}

// Whether a bracket that begins at `at` opens an explanation: nothing of a name stands before it.
bool begins_explanation(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '\'' || text[at - 1] == ' ')) --at;
  constexpr std::string_view openers = "\n;,.:*|";
  return at == 0 || openers.find(text[at - 1]) != std::string_view::npos;
}

}  // namespace

Marked StatusMarks::split(const wiki::Text& cell) {
  Marked marked = split_marks(cell.text);
  if (marked.marks.empty() || is_status(cell, marked)) return marked;
  return {text::trim(cell.text), {}};
}

bool StatusMarks::is_status(const wiki::Text& cell, const Marked& marked) {
  const auto begin = static_cast<std::size_t>(marked.name.data() - cell.text.data());
  const std::size_t end = begin + marked.name.size();
  for (const wiki::Link& link : cell.links) {
    if (link.begin > end) continue;
    return link.end <= end;  // The text of a link is the name.
  }
  const bool knows_bare = teams_.find(marked.name).has_value();
  const bool knows_whole = teams_.find(text::trim(cell.text)).has_value();
  if (knows_bare != knows_whole) return knows_bare;
  return is_explained(marked.marks) ||
         (stands_alone(marked.name) && !stands_alone(text::trim(cell.text)));
}

// "(C) Champions; (R) Relegated": every letter of "C, R".
bool StatusMarks::is_explained(std::string_view letters) {
  for (const char letter : letters) {
    if (!is_letter(letter)) continue;
    const std::string bracket = std::string("(") + letter + ")";
    const auto [known, is_new] = known_.try_emplace(bracket, false);
    for (std::size_t at = is_new ? article_.find(bracket) : std::string_view::npos;
         at != std::string_view::npos; at = article_.find(bracket, at + 1)) {
      std::size_t behind = behind_quotes(article_, at + bracket.size());
      if (behind < article_.size() && article_[behind] == ' ')
        behind = behind_quotes(article_, behind + 1);
      if (behind < article_.size() && is_letter(article_[behind]) &&
          begins_explanation(article_, at)) {
        known->second = true;
        break;
      }
    }
    if (!known->second) return false;
  }
  return true;
}

// Whether a name stands in the article outside the cells of tables, neither within another name nor
// before a bracket.
bool StatusMarks::stands_alone(std::string_view name) {
  const auto [known, is_new] = known_.try_emplace(std::string(name), false);
  if (!is_new || ++searches_ > most_searches) return known->second;
  // Of the line that an occurrence stands in: where its first bar is, and where it ends.
  std::size_t bar = 0;
  std::size_t line_end = 0;
  for (std::size_t at = article_.find(name); at != std::string_view::npos;
       at = article_.find(name, at + name.size())) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || (!is_letter(article_[at - 1]) && article_[at - 1] != '/');
    const bool ends = end == article_.size() || !is_letter(article_[end]);
    if (!begins || !ends) continue;
    const std::size_t next = std::min(article_.find_first_not_of(' ', end), article_.size());
    if (next < article_.size() && (article_[next] == '|' || article_[next] == '(')) continue;
    if (at >= line_end) {
      const std::size_t begin = at == 0 ? 0 : article_.rfind('\n', at) + 1;
      line_end = std::min(article_.find('\n', at), article_.size());
      bar = std::min(article_.find('|', begin), line_end);
    }
    const bool is_value = at > 0 && article_[at - 1] == '=';
    if (is_value || bar >= at) {
      known->second = true;
      break;
    }
  }
  return known->second;
}

}  // namespace acta::football
