#include "football/draft/squad.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/title.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"
#include "words/templates.hpp"

namespace acta::football {

using words::Kind;

namespace {

// Whether a heading above a squad can be its team's name: it says nothing else that we know.
bool may_be_team(std::string_view heading) {
  if (heading.empty() || words::contains(Kind::squad_word, heading)) return false;
  const Heading known = classify_heading(heading);
  return !known.neutral && !known.round && !known.group && !known.stage && !known.leg &&
         known.topic == Topic::none;
}

// The team of a squad: the one that its heading names, else the article's own.
std::string_view team_of(const Draft& draft, const Place& place) {
  const std::string_view heading = place.heading;
  if (draft.teams.find(heading) || words::country_by_name(heading) != nullptr) return heading;
  if (!draft.club.empty()) return draft.club;
  return may_be_team(heading) ? heading : std::string_view();
}

MaybeText text_of(const wiki::Text& text) {
  return is_open(text.text) ? std::nullopt : MaybeText(text.text);
}

MaybeInt number_of(Draft& draft, const wiki::Text& text, std::string_view what) {
  if (is_open(text.text)) return std::nullopt;
  const MaybeInt number = parse_count(text.text);
  if (!number) draft.unreadable(draft.at(text), what, text.text, "is not a whole number");
  return number;
}

// "28 June 1971 (aged 34)", "(1971-06-28) 28 June 1971"
MaybeText birth_of(Draft& draft, const wiki::Text& text) {
  if (is_open(text.text) || words::exact(Kind::undecided, Kind::unnamed, text.text))
    return std::nullopt;
  std::string_view date = text.text;
  if (parse_count(date).value_or(1000) < 100) return std::nullopt;  // An age.
  if (date.starts_with('(')) date.remove_prefix(1);
  const auto read = parse_date_prefix(date);
  MaybeText iso =
      read && !read->ambiguous && is_possible(read->date) ? to_iso(read->date) : std::nullopt;
  if (!iso) draft.unreadable(draft.at(text), "day of birth", text.text);
  return iso;
}

}  // namespace

NameAndRemark split_player(const wiki::Text& text) {
  const std::string_view name = text.text;
  const std::string_view bracket = last_bracket(name);
  if (bracket.empty()) return {name, {}};
  const std::size_t open = name.size() - bracket.size();
  const std::string_view remark = text::trim(bracket.substr(1, bracket.size() - 2));
  const bool is_behind_link = std::any_of(text.links.begin(), text.links.end(),
                                          [&](const wiki::Link& link) { return link.end <= open; });
  if (!is_behind_link && !words::exact(Kind::captain_mark, remark)) return {name, {}};
  return {text::trim(name.substr(0, open)), remark};
}

bool add_squad_player(Draft& draft, const Place& place, const SquadRow& row, std::uint32_t line) {
  const wiki::Text& text = row[Kind::squad_player];
  const auto [name, remark] = split_player(text);
  if (is_open(name) || parse_signed(name) || names_nobody(name)) return false;
  SquadPlayer record;
  std::size_t team = no_index;
  if (const std::string_view team_name = team_of(draft, place); !team_name.empty()) {
    wiki::Text heading;
    heading.text = team_name;
    heading.line = place.heading_line;
    heading.offset = text.offset;
    team = draft.team(heading, team_name);
    record.team = std::string(team_name);
    record.team_id = draft.teams[team].id;
  }
  record.number = number_of(draft, row[Kind::squad_number], "number of a player");
  record.position = text_of(row[Kind::squad_position]);
  record.player = std::string(name);
  record.player_id = draft.player(text, name, team, false).id;
  if (const std::string_view article = Draft::link(text, name); !article.empty())
    record.article = std::string(article);
  record.birth_date = birth_of(draft, row[Kind::squad_birth]);
  record.nationality = text_of(row[Kind::squad_nation]);
  record.caps = number_of(draft, row[Kind::squad_caps], "caps of a player");
  record.goals = number_of(draft, row[Kind::squad_goals], "goals of a player");
  record.club = text_of(row[Kind::squad_club]);
  record.note = text_of(row[Kind::squad_note]);
  const bool is_captain =
      std::any_of(text.calls.begin(), text.calls.end(),
                  [](const wiki::Call& call) { return call.name == words::picture::captain; });
  std::string also(remark.empty() && is_captain ? words::picture::captain : remark);
  if (!also.empty()) record.note = record.note ? *record.note + "; " + also : std::move(also);
  draft.locate(record, line);
  draft.season.squads.push_back(std::move(record));
  return true;
}

}  // namespace acta::football
