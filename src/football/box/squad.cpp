#include "football/box/squad.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/draft/squad.hpp"
#include "football/phrase/count.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"

namespace acta::football {

using words::Kind;

namespace {

// "21+10": matches from the start and as a substitute.
MaybeInt sum_in(std::string_view text) {
  std::int32_t sum = 0;
  while (true) {
    const std::size_t plus = std::min(text.find('+'), text.size());
    const MaybeInt part = parse_count(text::trim(text.substr(0, plus)));
    if (!part) return std::nullopt;
    sum += *part;
    if (plus == text.size()) return sum;
    text.remove_prefix(plus + 1);
  }
}

// {{efs player|...|28+1|3|11|0}}: matches and goals in turn, a pair a competition.
void add_pairs(Draft& draft, const wiki::Template& box, SquadRow& row) {
  std::array<std::int32_t, 2> sums{};
  std::size_t number = 0;
  for (const wiki::Field& field : box.fields) {
    if (text::ascii_digits.find_outside(field.key) != std::string_view::npos) continue;
    const wiki::Text text = field.first();
    const MaybeInt part = text.empty() ? MaybeInt(0) : sum_in(text.text);
    if (!part) {
      draft.unreadable(draft.at(text), "number of matches or goals", text.text,
                       "is not a whole number");
      return;
    }
    sums[number++ % 2] += *part;
  }
  if (number == 0 || number % 2 != 0) return;
  row[Kind::squad_caps].text = draft.keep(std::to_string(sums[0]));
  row[Kind::squad_goals].text = draft.keep(std::to_string(sums[1]));
}

}  // namespace

void read_squad_player(Draft& draft, const wiki::Template& box, const Place& place) {
  const Fields fields(box, SquadRow::first, SquadRow::last);
  SquadRow row;
  for (auto i = static_cast<std::size_t>(SquadRow::first);
       i <= static_cast<std::size_t>(SquadRow::last); ++i) {
    const auto kind = static_cast<Kind>(i);
    row[kind] = fields.first(kind);
  }
  add_pairs(draft, box, row);
  // A nation is told by its code: {{fs player|nat=PER}}
  wiki::Text& nation = row[Kind::squad_nation];
  if (const words::Country* country = words::country_by_code(nation.text))
    nation.text =
        words::name_of(*country, draft.language == words::Language::none ? words::Language::english
                                                                         : draft.language);
  const std::size_t index = draft.season.squads.size();
  if (add_squad_player(draft, place, row, box.line)) {
    claim_box(draft, box, "squad player", {RecordKind::squads, index});
  } else if (row[Kind::squad_player].empty()) {
    draft.readings.claim(box.line, box.end_line, wiki::LineClass::residue, "empty squad row");
  } else {
    refuse_box(draft, box, "a player's name");
  }
}

}  // namespace acta::football
