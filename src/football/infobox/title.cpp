#include "football/phrase/title.hpp"

#include <string>
#include <string_view>

#include "football/infobox/infobox.hpp"
#include "football/infobox/keys.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

// The club that the article is about: its infobox's, or "1957–58 Aldea F.C. season"'s; else empty.
std::string club_of(const Draft& draft) {
  std::string club;
  for (const InfoboxField& field : draft.season.infobox.fields) {
    const bool is_club = bool(words::exact(words::Kind::key_club, field.key));
    if (is_club && field.value.find('\n') == std::string::npos) club = field.value;
  }
  return club.empty() ? std::string(parse_club_season(draft.document.title.text)) : club;
}

// "Campeonato Sudamericano 1949": the infobox's own title tells the season.
void read_label_of_infobox(Season& season) {
  for (const InfoboxField& field : season.infobox.fields) {
    const words::Kind key = key_of(field.key);
    if (key != words::Kind::key_title && key != words::Kind::key_competition) continue;
    const TitleParts parts = parse_title(field.value);
    const auto years = parse_season_label(parts.label);
    if (!years) continue;
    season.season.label = std::string(parts.label);
    season.season.start_year = years->first;
    season.season.end_year = years->last;
    if (season.competition.name == field.value && !parts.competition.empty()) {
      season.competition.name = std::string(parts.competition);
      season.competition.id = text::slug(parts.competition);
    }
    return;
  }
}

}  // namespace

void read_title(Draft& draft) {
  Season& season = draft.season;
  draft.club = club_of(draft);
  const std::string_view title = draft.document.title.text;
  if (title.empty()) {
    if (!season.season.label) read_label_of_infobox(season);
    return;
  }
  season.article.title = std::string(title);
  const TitleParts parts = parse_title(title);
  std::string_view competition = parts.competition;
  if (!parts.label.empty()) {
    const Subpage page = split_subpage(competition);
    competition = page.competition;
    draft.subpage.stage = page.stage;
    draft.subpage.group = page.group;
    draft.subpage.round = page.round;
  }
  // A club's season has several competitions.
  if (!parse_club_season(title).empty()) competition = {};
  if (!season.competition.name && !competition.empty()) {
    season.competition.name = std::string(competition);
    season.competition.id = text::slug(competition);
  }
  // "Copa Faro 2030" in the infobox: the season is no part of the competition's name.
  if (season.competition.name && (season.season.label || !parts.label.empty())) {
    const std::string label = season.season.label.value_or(std::string(parts.label));
    std::string& name = *season.competition.name;
    if (name.size() > label.size() + 1 && name.ends_with(" " + label)) {
      name.resize(name.size() - label.size() - 1);
    } else if (name.size() > label.size() + 1 && name.starts_with(label + " ")) {
      name.erase(0, label.size() + 1);
    }
    season.competition.id = text::slug(name);
  }
  if (!season.competition.country && !parts.country.empty())
    season.competition.country = std::string(parts.country);
  if (!season.season.label && !parts.label.empty()) {
    season.season.label = std::string(parts.label);
    if (const auto years = parse_season_label(parts.label)) {
      season.season.start_year = years->first;
      season.season.end_year = years->last;
    }
  }
  if (!season.season.label) read_label_of_infobox(season);
}

}  // namespace acta::football
