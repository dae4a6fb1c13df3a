#include "football/phrase/mark.hpp"

#include <algorithm>

#include "football/phrase/count.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/templates.hpp"

namespace acta::football {

namespace picture = words::picture;

MarkMinute parse_minute(std::string_view text) {
  const auto digits_at = [&](std::size_t from) {
    const std::size_t end = std::min(text::ascii_digits.find_outside(text, from), text.size());
    return text.substr(from, end - from);
  };
  text = text::trim(text);
  const std::string_view minute = digits_at(0);
  MarkMinute at;
  at.minute = parse_count(minute);
  const std::size_t plus = text.find('+', minute.size());
  if (at.minute && plus != std::string_view::npos) at.stoppage = parse_count(digits_at(plus + 1));
  return at;
}

namespace {

std::vector<std::string_view> values_of(std::string_view text) {
  std::vector<std::string_view> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    values.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

// {{sent off|yellow cards before|minutes ...}}
std::vector<CardMark> cards_of_sending_off(const std::vector<std::string_view>& values) {
  const MaybeInt yellow = values.empty() ? std::nullopt : parse_count(text::trim(values.front()));
  const auto minute = [&](std::size_t i) {
    return i < values.size() ? parse_minute(values[i]) : MarkMinute{};
  };
  if (yellow == 1) return {{CardKind::yellow, minute(1)}, {CardKind::red, minute(2)}};
  if (yellow == 2) return {{CardKind::yellow, minute(1)}, {CardKind::second_yellow, minute(2)}};
  // {{sent off|23}}: a minute alone.
  return {{CardKind::red, minute(yellow.value_or(0) == 0 ? 1 : 0)}};
}

}  // namespace

bool is_card(const wiki::Call& call) {
  return call.name == picture::yellow_card || call.name == picture::second_yellow_card ||
         call.name == picture::red_card || call.name == picture::sent_off;
}

std::vector<CardMark> cards_of(const wiki::Call& call) {
  const std::vector<std::string_view> values = values_of(call.value);
  if (call.name == picture::sent_off) return cards_of_sending_off(values);
  const CardKind kind = call.name == picture::yellow_card ? CardKind::yellow
                        : call.name == picture::red_card  ? CardKind::red
                                                          : CardKind::second_yellow;
  std::vector<CardMark> cards;
  for (const std::string_view value : values) {
    const MarkMinute at = parse_minute(value);
    if (at.minute) cards.push_back({kind, at});
  }
  if (cards.empty()) cards.push_back({kind, {}});
  return cards;
}

MarkMinute minute_of(const wiki::Call& call) {
  return parse_minute(call.value.substr(0, call.value.find('|')));
}

}  // namespace acta::football
