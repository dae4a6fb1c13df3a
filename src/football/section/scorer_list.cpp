#include "football/section/scorer_list.hpp"

#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using wiki::LineClass;

namespace {

// "Ana Paz – Alfa": what stands behind the first dash between blanks.
void cut_behind_dash(std::string_view& name, std::string_view& behind) {
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
    const std::size_t end = at + 1 + text::dash_bytes(name.substr(at + 1));
    if (end == at + 1 || !name.substr(end).starts_with(' ')) continue;
    behind = text::trim(name.substr(end));
    name = text::trim(name.substr(0, at));
    return;
  }
}

}  // namespace

bool ScorerListReader::line(const wiki::Text& text) {
  if (!active_ || text.text.size() > 40) return false;
  if (words::contains(words::Kind::own_goal, words::Kind::own_goal_bare, text.text)) {
    goals_ = 0;
    draft_.readings.claim(text, LineClass::prose, "own goals");
    return true;
  }
  const std::size_t blank = text.text.find(' ');
  if (blank == std::string_view::npos) return false;
  const auto count = parse_count(text.text.substr(0, blank));
  if (!count || !words::exact(words::Kind::goals_unit, text.text.substr(blank + 1))) return false;
  goals_ = *count;
  draft_.readings.claim(text, LineClass::record, "goal count");
  return true;
}

// "3 goals: Luis Mora (Aldea)", "Luis Mora (Aldea) – 3 goals", "Luis Mora (Aldea): 3": the goals,
// which are cut off the item; 0 where it tells none.
std::int32_t ScorerListReader::own_goals_of(std::string_view& item) {
  const std::size_t colon = item.find(':');
  if (colon != std::string_view::npos) {
    if (const MaybeInt goals = parse_goals(text::trim(item.substr(0, colon)))) {
      item = text::trim(item.substr(colon + 1));
      return *goals;
    }
  }
  std::string_view name = item;
  std::string_view behind;
  if (colon != std::string_view::npos) {
    name = text::trim(item.substr(0, colon));
    behind = text::trim(item.substr(colon + 1));
  } else {
    cut_behind_dash(name, behind);
  }
  const MaybeInt goals = behind.empty() ? std::nullopt : parse_goals(behind);
  if (goals) item = name;
  return goals.value_or(0);
}

bool ScorerListReader::item(const wiki::ListItem& item) {
  if (!active_ || item.text.empty()) return false;
  std::string_view player = item.text.text;
  std::int32_t goals = goals_;
  if (goals == 0) goals = own_goals_of(player);
  if (goals == 0 || player.empty()) return false;
  std::string_view club;
  // The bracket at the end is the club: "Paolo Guerrero (Alfa)".
  if (player.back() == ')') {
    const std::size_t open = player.rfind('(');
    if (open != std::string_view::npos && open > 0) {
      club = text::trim(player.substr(open + 1, player.size() - open - 2));
      player = text::trim(player.substr(0, open));
    }
  }
  // "Ana Paz – Alfa"
  if (club.empty()) cut_behind_dash(player, club);
  if (!looks_like_name(player)) return false;
  TopScorer record;
  std::size_t team = no_index;
  if (!club.empty()) {
    team = draft_.team(item.text, club);
    record.team = std::string(club);
    record.team_id = draft_.teams[team].id;
  }
  record.player = std::string(player);
  record.player_id = draft_.player(item.text, player, team, false).id;
  record.goals = goals;
  draft_.readings.claim(item.text, LineClass::record, "top scorer",
                        {RecordKind::top_scorers, draft_.season.top_scorers.size()});
  draft_.add(std::move(record), item.text.line);
  return true;
}

}  // namespace acta::football
