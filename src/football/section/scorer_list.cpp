#include "football/section/scorer_list.hpp"

#include "football/phrase/count.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using wiki::LineClass;

bool ScorerListReader::line(const wiki::Text& text) {
  if (!active_ || text.text.size() > 40) return false;
  const std::string folded = text::fold(text.text);
  if (folded.find("own goal") != std::string::npos || folded.find("autogol") != std::string::npos) {
    goals_ = 0;
    draft_.readings.claim(text, LineClass::prose, "own goals");
    return true;
  }
  const std::size_t blank = folded.find(' ');
  if (blank == std::string::npos) return false;
  const std::string unit = folded.substr(blank + 1);
  const auto count = parse_count(std::string_view(folded).substr(0, blank));
  if (!count || (unit != "goals" && unit != "goal" && unit != "goles" && unit != "gol"))
    return false;
  goals_ = *count;
  draft_.readings.claim(text, LineClass::record, "goal count");
  return true;
}

bool ScorerListReader::item(const wiki::ListItem& item) {
  if (goals_ == 0 || item.text.empty()) return false;
  std::string_view player = item.text.text;
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
  for (const std::string_view mark : {" \xE2\x80\x93 ", " - "}) {
    const std::size_t at = player.find(mark);
    if (!club.empty() || at == std::string_view::npos) continue;
    club = text::trim(player.substr(at + mark.size()));
    player = text::trim(player.substr(0, at));
  }
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
  record.goals = goals_;
  record.line = item.text.line;
  draft_.readings.claim(item.text, LineClass::record, "top scorer",
                        {RecordKind::top_scorers, draft_.season.top_scorers.size()});
  draft_.season.top_scorers.push_back(std::move(record));
  return true;
}

}  // namespace acta::football
