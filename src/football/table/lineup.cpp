#include "football/table/lineup.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "football/draft/squad.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/mark.hpp"
#include "football/phrase/title.hpp"
#include "football/table/row.hpp"
#include "text/unicode.hpp"
#include "words/templates.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace picture = words::picture;
using words::Kind;

namespace {

/// The rows of a table whose header, in most of them, is one of its rows.
std::vector<const wiki::Row*> rows_of(const wiki::Table& table) {
  std::vector<const wiki::Row*> rows;
  if (!table.header.cells.empty()) rows.push_back(&table.header);
  for (const wiki::Row& row : table.rows) rows.push_back(&row);
  return rows;
}

bool is_position(std::string_view text) { return bool(words::exact(Kind::player_position, text)); }

/// Whether a cell may be a position that no word says: letters that stand for one, or nothing
/// before a number.
bool may_be_position(const wiki::Row& row) {
  constexpr std::size_t longest = 3;
  const std::string_view text = row.cells.front().first().text;
  if (text.empty()) return parse_count(row.cells[1].first().text).has_value();
  return text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The cell with the player's name in a row that begins with a position; null where none is.
const wiki::Cell* name_in(const wiki::Row& row) {
  if (row.cells.size() < 2 ||
      (!is_position(row.cells.front().first().text) && !may_be_position(row)))
    return nullptr;
  for (std::size_t i = 1; i < std::min<std::size_t>(row.cells.size(), 3); ++i) {
    const std::string_view text = row.cells[i].first().text;
    if (!row.cells[i].repeated && !is_open(text) && !parse_count(text)) return &row.cells[i];
  }
  return nullptr;
}

/// A row's texts without those that a span repeats.
std::vector<wiki::Text> texts_of(const wiki::Row& row) {
  std::vector<wiki::Text> texts;
  for (const wiki::Cell& cell : row.cells) {
    if (cell.repeated) continue;
    for (const wiki::Text& text : cell.value) {
      if (!text.empty()) texts.push_back(text);
    }
  }
  return texts;
}

/// What a title within a line-up is about: "Substitutes:", "Manager:"; `count` for another one.
Kind title_of(std::string_view text) {
  text = text::trim(text.substr(0, text.find(':')));
  const words::Found word = words::exact(Kind::lineup_substitutes, Kind::lineup_coach, text);
  return word ? word.kind : Kind::count;
}

/// The players of one side.
class LineupReader {
 public:
  LineupReader(Draft& draft, std::size_t match, Side side)
      : draft_(draft), match_(match), side_(side) {}

  void read(const wiki::Row& row) {
    const std::vector<wiki::Text> texts = texts_of(row);
    if (const wiki::Cell* const name = name_in(row)) {
      player(row, *name);
    } else if (texts.empty()) {
      claim(row, "line-up row");
    } else if (const Kind title = title_of(texts.front().text); title != Kind::count) {
      part_ = title;
      claim(row, "line-up title");
      // "Manager: Luis Mora" in one cell or in two.
      const std::string_view text = texts.front().text;
      const std::size_t colon = text.find(':');
      if (colon != std::string_view::npos && !text::trim(text.substr(colon + 1)).empty()) {
        coach(row, text::trim(text.substr(colon + 1)));
      } else if (texts.size() > 1) {
        coach(row, texts[1].text);
      }
    } else if (texts.size() == 1 && texts.front().text.ends_with(':')) {
      // "Other disciplinary actions:" is about players who did not begin.
      part_ = Kind::lineup_substitutes;
      claim(row, "line-up title");
    } else if (part_ == Kind::lineup_coach) {
      coach(row, texts.front().text);
    } else {
      refuse(row, texts.front());
    }
  }

 private:
  Match& match() { return draft_.matches[match_].record; }

  void claim(const wiki::Row& row, Label rule) {
    draft_.readings.claim(row.line, std::max(row.line, row.end_line), wiki::LineClass::record, rule,
                          {RecordKind::matches, match_});
  }

  void refuse(const wiki::Row& row, const wiki::Text& found) {
    draft_.unread(found, "a position, a number and a player");
    draft_.readings.claim(row.line, std::max(row.line, row.end_line), wiki::LineClass::unread,
                          "line-up row");
  }

  void coach(const wiki::Row& row, std::string_view name) {
    MaybeText& coach = side_ == Side::home ? match().home_coach : match().away_coach;
    // Two share the work, or who looks after the team today is told below.
    if (!is_open(name)) coach = coach ? *coach + ", " + std::string(name) : std::string(name);
    claim(row, "line-up coach");
  }

  void player(const wiki::Row& row, const wiki::Cell& cell) {
    const wiki::Text text = cell.first();
    const auto [name, remark] = split_player(text);
    if (names_nobody(name)) {
      refuse(row, text);
      return;
    }
    const MatchFacts& facts = draft_.matches[match_].facts;
    LineupPlayer record;
    record.side = side_;
    record.starter = part_ == Kind::count;
    const std::string_view position = row.cells.front().first().text;
    record.position = position.empty() ? std::nullopt : MaybeText(position);
    record.number = parse_count(row.cells[1].first().text);
    record.player = std::string(name);
    record.player_id =
        draft_.player(text, name, side_ == Side::home ? facts.home : facts.away, false).id;
    draft_.locate_part(record, text.line);
    const words::Found mark = words::exact(Kind::captain_mark, remark);
    record.captain = mark && mark.value == 0;
    if (!remark.empty() && !mark)
      draft_.unreadable(draft_.at(text, remark), "bracket behind a player", remark);
    for (const wiki::Cell& one : row.cells) {
      if (one.repeated) continue;
      for (const wiki::Text& line : one.value) marks(line, record);
      const bool is_told = &one == &cell || &one - row.cells.data() < 2;
      if (!is_told && !one.first().empty()) {
        draft_.unreadable(draft_.at(one.first()), "mark of a line-up", one.first().text);
      }
    }
    match().lineups.push_back(std::move(record));
    claim(row, "line-up row");
  }

  void marks(const wiki::Text& text, LineupPlayer& player) {
    for (const wiki::Call& call : text.calls) {
      if (call.name == picture::captain) player.captain = true;
      if (call.name == picture::sub_on) player.on = minute_of(call).minute;
      if (call.name == picture::sub_off) player.off = minute_of(call).minute;
      if (!is_card(call)) continue;
      for (const CardMark& mark : cards_of(call)) {
        Card card;
        card.side = side_;
        card.player = player.player;
        card.player_id = player.player_id;
        card.kind = mark.kind;
        card.minute = mark.at.minute;
        card.stoppage = mark.at.stoppage;
        draft_.locate_part(card, text.line);
        match().cards.push_back(std::move(card));
      }
    }
  }

  Draft& draft_;
  std::size_t match_;
  Side side_;
  Kind part_ = Kind::count;  // Of the table: the players who began come first.
};

}  // namespace

bool knows_lineup(const Draft& draft, const wiki::Table& table, const Columns&) {
  constexpr std::size_t fewest = 7;  // Players without whom no match begins.
  if (draft.matches.empty() || draft.matches.back().facts.lineups >= 2) return false;
  const std::vector<const wiki::Row*> rows = rows_of(table);
  const auto players = std::count_if(rows.begin(), rows.end(), [](const wiki::Row* row) {
    return name_in(*row) != nullptr && is_position(row->cells.front().first().text);
  });
  if (static_cast<std::size_t>(players) < fewest) return false;
  // A squad has rows like these, and more of them, but neither substitutes nor marks of a match.
  constexpr std::ptrdiff_t team = 11;
  return players == team || std::any_of(rows.begin(), rows.end(), [](const wiki::Row* row) {
           return std::any_of(row->cells.begin(), row->cells.end(), [](const wiki::Cell& cell) {
             const wiki::Text text = cell.first();
             return !text.calls.empty() || title_of(text.text) != Kind::count;
           });
         });
}

void read_lineup(Draft& draft, const wiki::Table& table, const Columns&, const Place&) {
  const std::size_t match = draft.matches.size() - 1;
  const Side side = draft.matches[match].facts.lineups++ == 0 ? Side::home : Side::away;
  draft.readings.claim(table.line, table.end_line, wiki::LineClass::record, "players of a side",
                       {RecordKind::matches, match});
  LineupReader reader(draft, match, side);
  for (const wiki::Row* row : rows_of(table)) reader.read(*row);
}

}  // namespace acta::football
