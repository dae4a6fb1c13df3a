#include "football/box/grid.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "words/countries.hpp"

namespace acta::football {

namespace {

// The two codes of a key "A_B".  A code may hold "_" itself: the first cut that gives two teams of
// the table.
std::pair<std::string, std::string> codes_of(const wiki::Template& box, std::string_view pair) {
  std::pair<std::string, std::string> codes;
  for (std::size_t cut = pair.find('_'); cut != std::string_view::npos;
       cut = pair.find('_', cut + 1)) {
    codes = {std::string(pair.substr(0, cut)), std::string(pair.substr(cut + 1))};
    if (!first_of(box, "name_" + codes.first).empty() &&
        !first_of(box, "name_" + codes.second).empty())
      break;
  }
  return codes;
}

// The team of a code in a field.
wiki::Text side_of(Draft& draft, const wiki::Template& box, const wiki::Field& field,
                   const std::string& code) {
  wiki::Text name = first_of(box, "name_" + code);
  name.text = draft.marks.split(name).name;
  if (!name.empty()) return name;
  name.text = draft.keep(team_behind(box, code));
  name.offset = field.offset;
  return name;
}

// The grid that the rows and cells of calls belong to, or null after a refusal.
OldGrid* open_grid(Draft& draft, const wiki::Template& box, bool holds_place) {
  if (holds_place) return &draft.old_grids.back();
  refuse_box(draft, box, "a grid's header and the team of the row before it");
  return nullptr;
}

}  // namespace

std::string team_behind(const wiki::Template& box, const std::string& code) {
  std::string name(first_of(box, "name_" + code).text);
  if (name.empty()) {
    const words::Country* country = words::country_by_code(code);
    name = country != nullptr ? std::string(country->english) : code;
  }
  return name;
}

void read_results(Draft& draft, const wiki::Template& box, const Place& place) {
  constexpr std::string_view head = "match_";
  for (const wiki::Field& field : box.fields) {
    if (!field.key.starts_with(head) || field.value.empty() || field.key == "match_col_width")
      continue;
    const auto [home, away] = codes_of(box, field.key.substr(head.size()));
    if (home.empty() || away.empty()) continue;
    const wiki::Text score = field.first();
    if (score.text == "null") continue;
    const std::optional<MatchLine> parsed = grid_score(draft, score);
    if (!parsed) continue;
    GridResult result;
    result.place = place;
    result.home = side_of(draft, box, field, home);
    result.away = side_of(draft, box, field, away);
    result.home.line = score.line;
    result.score = *parsed;
    result.home_team = draft.team(result.home, result.home.text);
    result.away_team = draft.team(result.away, result.away.text);
    draft.grid_results.push_back(std::move(result));
  }
}

void read_results_module(Draft& draft, const wiki::Template& box, const Place& place) {
  read_results(draft, box, place);
  claim_box(draft, box, "results grid");
}

void read_grid_header(Draft& draft, const wiki::Template& box, const Place&) {
  OldGrid grid;
  for (const wiki::Field& field : box.fields) {
    if (parse_count(field.key) && !field.value.empty()) grid.columns.push_back(field.first());
  }
  draft.old_grids.push_back(std::move(grid));
  claim_box(draft, box, "results grid");
}

void read_grid_row(Draft& draft, const wiki::Template& box, const Place&) {
  const Fields fields(box, words::Kind::row_team, words::Kind::row_team, words::Language::english);
  const wiki::Field* team = fields.find(words::Kind::row_team);
  OldGrid* grid = open_grid(draft, box, !draft.old_grids.empty() && team != nullptr);
  if (grid == nullptr) return;
  grid->rows.push_back(team->first());
  grid->cells.emplace_back();
  claim_box(draft, box, "results grid");
}

void read_grid_cell(Draft& draft, const wiki::Template& box, const Place& place) {
  const std::vector<OldGrid>& grids = draft.old_grids;
  OldGrid* grid = open_grid(draft, box, !grids.empty() && !grids.back().rows.empty());
  if (grid == nullptr) return;
  GridResult result;
  result.place = place;
  result.home.line = box.line;
  const MaybeInt home = count_in(box, "gf");
  const MaybeInt away = count_in(box, "ga");
  if (home && away) result.score.score = Pair{*home, *away};
  grid->cells.back().push_back(std::move(result));
  claim_box(draft, box, "results grid");
}

}  // namespace acta::football
