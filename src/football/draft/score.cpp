#include "football/draft/score.hpp"

#include <string>

#include "football/phrase/cell.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/match.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

wiki::Text joined(Draft& draft, const wiki::Lines& lines) {
  if (lines.empty()) return {};
  wiki::Text text = lines.front();
  if (lines.size() > 1) {
    text.text = draft.keep(join_lines(lines, " "));
    text.links = {};
  }
  return text;
}

namespace {

/// "(played behind closed doors)": words, for a number may be a part of the score.
bool is_bracket_of_words(std::string_view text) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return text.size() > 4 && is_letter(text[1]) && is_letter(text[2]);
}

}  // namespace

std::optional<MatchLine> read_score(Draft& draft, const wiki::Text& where, std::string_view text) {
  if (auto parsed = parse_score(text)) return parsed;
  text = text::trim(text);
  const std::size_t open = text.rfind(" (");
  if (text.ends_with(')') && open != std::string_view::npos) {
    const std::string_view note = text.substr(open + 1);
    auto parsed = is_bracket_of_words(note) ? parse_score(text.substr(0, open)) : std::nullopt;
    if (parsed && parsed->score) {
      draft.unreadable(draft.at(where), "note of a score", note);
      return parsed;
    }
  }
  draft.unreadable(draft.at(where), "score", text);
  MatchLine unread;
  unread.status = MatchStatus::unknown;
  return unread;
}

std::optional<MatchLine> grid_score(Draft& draft, const wiki::Text& cell) {
  if (is_open(cell.text)) return std::nullopt;
  auto parsed = parse_score(cell.text);
  if (!parsed && !parse_date_line(cell.text) &&
      !words::exact(words::Kind::match_to_come, cell.text))
    parsed = read_score(draft, cell, cell.text);
  return parsed && (parsed->score || parsed->status) ? parsed : std::nullopt;
}

}  // namespace acta::football
