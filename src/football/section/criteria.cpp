#include "football/section/criteria.hpp"

#include "text/unicode.hpp"

namespace acta::football {

namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

bool holds_any(const std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) {
    if (holds(text, part)) return true;
  }
  return false;
}

}  // namespace

Criterion classify_criterion(std::string_view criterion) {
  const std::string text = text::fold(criterion);
  const bool away = holds_any(text, {"away", "visitante", "visita"});
  const bool among =
      holds_any(text, {"head-to-head", "head to head", "between the tied", "between tied",
                       "among the tied", "teams concerned", "between the teams", "among the teams",
                       "entre si", "entre los equipos", "enfrentamiento", "between the clubs",
                       "matches between", "games between"});
  if (holds_any(text, {"first-half", "first half", "primer tiempo"}))
    return Criterion::first_half_points;
  if (among) return Criterion::head_to_head;
  if (holds_any(text, {"lots", "sorteo", "coin"})) return Criterion::drawing_of_lots;
  if (holds_any(text, {"fair play", "fair-play", "juego limpio", "disciplin", "red cards",
                       "yellow cards", "tarjetas"})) {
    return Criterion::fair_play;
  }
  if (holds_any(text, {"play-off", "playoff", "extra match", "partido extra",
                       "partido de desempate", "decider"})) {
    return Criterion::play_off;
  }
  if (holds_any(text, {"goal difference", "diferencia de goles", "difference of goals",
                       "goal-difference", "diferencia de gol"})) {
    return away ? Criterion::away_goal_difference : Criterion::goal_difference;
  }
  if (holds_any(text,
                {"goals scored", "goals for", "goles a favor", "goles marcados", "goles anotados",
                 "number of goals", "most goals", "away goals", "mayor cantidad de goles"})) {
    return away ? Criterion::away_goals_for : Criterion::goals_for;
  }
  if (holds_any(text, {"relative points", "puntos relativos"})) {
    return away ? Criterion::away_relative_points : Criterion::relative_points;
  }
  if (holds_any(text,
                {"away matches", "away games", "partidos de visita", "partidos como visitante"})) {
    return Criterion::away_matches;
  }
  if (holds_any(text, {"points", "puntos"}))
    return away ? Criterion::away_points : Criterion::points;
  return Criterion::other;
}

void TieBreakerReader::introduced_by(const wiki::Text& text) {
  if (text.text.empty() || text.text.back() != ':') return;
  const std::string folded = text::fold(text.text);
  if (holds_any(folded, {"tie-break", "tiebreak", "tie break", "ranking of teams", "desempate"}) ||
      (holds_any(folded, {"criteria", "criterios"}) &&
       holds_any(folded, {"rank", "tied", "level on points", "tabla", "igualdad", "empate",
                          "clasifica"}))) {
    active_ = true;
  }
}

bool TieBreakerReader::item(const wiki::ListItem& item) {
  if (!active_ || item.text.empty()) return false;
  const bool nested = item.depth > 1 && !list_.empty();
  // A bulleted list of criteria counts by itself; other bullets of the section do not.
  if (item.marker != '#' && item.marker != '*') return false;
  TieBreaker criterion;
  criterion.text = std::string(item.text.text);
  criterion.criterion = classify_criterion(criterion.text);
  draft_.locate(criterion, item.text.line);
  std::vector<TieBreaker>* level = &list_;
  if (nested) {
    for (std::uint16_t depth = 1; depth < item.depth && depth < 8 && !level->empty(); ++depth) {
      level = &level->back().within;
    }
  }
  criterion.position = item.number != 0 ? static_cast<std::int32_t>(item.number)
                                        : static_cast<std::int32_t>(level->size() + 1);
  level->push_back(std::move(criterion));
  draft_.readings.claim(
      item.text, wiki::LineClass::record, "tie-breaker",
      {RecordKind::tie_breakers, draft_.season.tie_breakers.size() + list_.size() - 1});
  return true;
}

void TieBreakerReader::end() {
  for (TieBreaker& criterion : list_) draft_.season.tie_breakers.push_back(std::move(criterion));
  list_.clear();
}

}  // namespace acta::football
