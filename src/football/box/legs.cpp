#include "football/box/legs.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/placeholder.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

// Where a row's values stand.
enum Cell : std::size_t { one, one_code, total, two, two_code, leg_one, leg_two, width };

constexpr std::size_t one_leg_width = leg_one;

// The score of a cell.
std::optional<MatchLine> score_in(Draft& draft, const wiki::Text& cell) {
  if (is_open(cell.text) || words::exact(words::Kind::no_opponent, cell.text)) return std::nullopt;
  // A leg to come shows its day.
  if (auto parsed = parse_score(cell.text); parsed || parse_date_prefix(cell.text)) return parsed;
  return read_score(draft, cell, cell.text);
}

// Cuts "(c)" off an aggregate: a coin decided.  Whether it was there.
bool cut_coin_toss(std::string_view& aggregate) {
  const std::size_t open = aggregate.rfind('(');
  if (open == std::string_view::npos || !aggregate.ends_with(')')) return false;
  const std::string_view mark = aggregate.substr(open + 1, aggregate.size() - open - 2);
  if (!words::exact(words::Kind::lots_mark, mark)) return false;
  aggregate = text::trim(aggregate.substr(0, open));
  return true;
}

// "winner=2": the side that a call names.
std::optional<Side> winner_in(const wiki::Template& box) {
  const MaybeInt winner = count_in(box, "winner");
  if (winner == 1) return Side::home;
  if (winner == 2) return Side::away;
  return std::nullopt;
}

// A row of two legs is written from the first side's view; where the matches are listed too, it is
// a second witness of them.
void add_row(Draft& draft, const Place& place, std::span<const wiki::Text> cells, bool two_legs,
             std::optional<Side> winner = {}) {
  TieRow tie;
  tie.winner = winner;
  tie.place = place;
  tie.home = cells[one];
  tie.away = cells[two];
  tie.line = cells[one].line;
  tie.end_line = cells[one].line;
  if (is_placeholder(tie.home.text) || is_placeholder(tie.away.text)) return;
  tie.one_match = !two_legs;
  if (two_legs) {
    tie.first = score_in(draft, cells[leg_one]);
    tie.second = score_in(draft, cells[leg_two]);
    // A tie to come has its number here.
    std::string_view sum = cells[total].text;
    tie.away_goals = cut_away_goals(sum);
    tie.coin_toss = cut_coin_toss(sum);
    if (!is_open(sum)) tie.aggregate = parse_score(sum);
  } else {
    tie.aggregate = score_in(draft, cells[total]);
  }
  tie.read_bold();
  draft.tie_rows.push_back(std::move(tie));
}

constexpr bool holds_score(std::size_t cell) { return cell == total || cell >= leg_one; }

// The row of a call; whether it is one.
bool read_row(Draft& draft, const wiki::Template& box, const Place& place, bool two_legs) {
  std::array<wiki::Text, width> cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string key = std::to_string(i + 1);
    cells[i] = first_of(box, key);
    for (const wiki::Field& field : box.fields) {
      if (holds_score(i) && field.key == key) cells[i] = joined(draft, field.value);
    }
  }
  if (cells[one].empty() || cells[two].empty()) {
    refuse_box(draft, box, "two teams");
    return false;
  }
  cells[one].line = box.line;
  const bool no_leg = cells[leg_one].empty() && cells[leg_two].empty();
  add_row(draft, place, cells, two_legs && !no_leg, winner_in(box));
  return true;
}

}  // namespace

void read_two_legs(Draft& draft, const wiki::Template& box, const Place& place) {
  if (read_row(draft, box, place, true)) claim_box(draft, box, "two legs");
}

void read_one_leg(Draft& draft, const wiki::Template& box, const Place& place) {
  if (read_row(draft, box, place, false)) claim_box(draft, box, "one leg");
}

void read_series(Draft& draft, const wiki::Template& box, const Place& place) {
  const MaybeInt legs = signed_in(box, "legs");
  const bool two_legs = !legs || *legs != 1;
  const std::size_t row = two_legs ? static_cast<std::size_t>(width) : one_leg_width;
  std::vector<wiki::Text> cells;
  for (const wiki::Field& field : box.fields) {
    if (!parse_count(field.key)) continue;
    const bool is_score = holds_score(cells.size() % row);
    wiki::Text cell = is_score ? joined(draft, field.value) : field.first();
    cell.line = field.line;
    cell.offset = cell.empty() ? field.offset : cell.offset;
    cells.push_back(cell);
  }
  while (cells.size() % row != 0 && !cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty() || cells.size() % row != 0) {
    refuse_box(draft, box, "rows of " + std::to_string(row) + " values");
    return;
  }
  for (std::size_t at = 0; at < cells.size(); at += row)
    add_row(draft, place, std::span(cells).subspan(at, row), two_legs);
  claim_box(draft, box, "series");
}

}  // namespace acta::football
