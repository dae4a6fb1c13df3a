#include "football/phrase/cell.hpp"

#include <algorithm>

#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using words::Kind;

bool is_open(std::string_view text) {
  return text.empty() || text == "?" || text::is_dash(text) ||
         words::exact(Kind::not_applicable, text);
}

MaybeInt parse_position(std::string_view text) {
  if (text.size() > 1 && (text[0] == 'T' || text[0] == '=')) text.remove_prefix(1);
  const std::size_t end = std::min(text::ascii_digits.find_outside(text), text.size());
  std::string_view tail = text.substr(end);
  if (tail.starts_with('.')) tail.remove_prefix(1);
  if (tail.empty() || tail == "=" || words::exact(Kind::ordinal_tail, tail))
    text = text.substr(0, end);
  return parse_count(text);
}

namespace {

/// "R", "C, O": capitals apart from each other.
bool are_letters(std::string_view text) {
  constexpr std::size_t longest = 7;
  if (text.empty() || text.size() > longest) return false;
  bool after_letter = false;
  for (const char c : text) {
    const bool is_letter = c >= 'A' && c <= 'Z';
    if ((is_letter && after_letter) || (!is_letter && c != ',' && c != ' ')) return false;
    after_letter = is_letter;
  }
  return true;
}

}  // namespace

Marked split_marks(std::string_view name) {
  Marked marked{text::trim(name), {}};
  while (marked.name.ends_with(')')) {
    const std::size_t open = marked.name.rfind('(');
    if (open == std::string_view::npos || open == 0) break;
    const std::string_view inside = marked.name.substr(open + 1, marked.name.size() - open - 2);
    if (!are_letters(inside)) break;
    marked.marks = std::string(inside) + (marked.marks.empty() ? "" : ", ") + marked.marks;
    marked.name = text::trim(marked.name.substr(0, open));
  }
  return marked;
}

std::string_view last_bracket(std::string_view name) {
  if (!name.ends_with(')')) return {};
  const std::size_t open = name.rfind('(');
  return open == std::string_view::npos || open == 0 ? std::string_view() : name.substr(open);
}

DecidedSide split_decision(std::string_view side) {
  DecidedSide decided{text::trim(side)};
  for (std::string_view bracket = last_bracket(decided.name); !bracket.empty();
       bracket = last_bracket(decided.name)) {
    const std::string_view inside = bracket.substr(1, bracket.size() - 2);
    const bool extra_time =
        static_cast<bool>(words::exact(Kind::extra_time, Kind::sudden_death_letters, inside));
    const bool away_goals =
        words::exact(Kind::away_goals_mark, inside) || words::exact(Kind::away_goals, inside);
    const bool penalties = static_cast<bool>(words::exact(Kind::shoot_out, inside));
    const bool other = words::exact(Kind::status_walkover, inside) || parse_decision(inside);
    if (!extra_time && !away_goals && !penalties && !other) break;
    decided.penalties = decided.penalties || penalties;
    decided.extra_time = decided.extra_time || extra_time;
    decided.away_goals = decided.away_goals || away_goals;
    decided.name = text::trim(decided.name.substr(0, decided.name.size() - bracket.size()));
  }
  return decided;
}

std::string_view without_level(std::string_view side) {
  constexpr std::size_t longest = 4;  // "(12)"
  side = text::trim(side);
  const std::string_view bracket = last_bracket(side);
  if (bracket.size() <= 2 || bracket.size() > longest) return side;
  const bool is_number = parse_count(bracket.substr(1, bracket.size() - 2)).has_value();
  return is_number ? text::trim(side.substr(0, side.size() - bracket.size())) : side;
}

std::string_view without_remark(std::string_view name) {
  name = text::trim(name);
  const std::string_view bracket = last_bracket(name);
  if (bracket.size() <= 2) return name;
  const char first = bracket[1];
  const bool is_remark = (first >= 'a' && first <= 'z') || text::ascii_digits.contains(first);
  return is_remark ? text::trim(name.substr(0, name.size() - bracket.size())) : name;
}

bool cut_away_goals(std::string_view& aggregate) {
  for (std::size_t open = aggregate.find('('); open != std::string_view::npos;
       open = aggregate.find('(', open + 1)) {
    const std::size_t close = aggregate.find(')', open);
    if (close == std::string_view::npos) return false;
    if (!words::exact(Kind::away_goals_mark, aggregate.substr(open + 1, close - open - 1)))
      continue;
    aggregate = text::trim(aggregate.substr(0, open));
    return true;
  }
  return false;
}

}  // namespace acta::football
