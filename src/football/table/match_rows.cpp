#include "football/table/match_rows.hpp"

#include <algorithm>
#include <string>

#include "football/draft/match.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/date.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "words/words.hpp"

namespace acta::football {

using wiki::LineClass;
using words::Kind;

namespace {

bool is_team(std::string_view name) {
  return !is_open(name) && !parse_score(name) &&
         !words::exact(Kind::column_home, Kind::column_away, name) &&
         !words::exact(Kind::no_opponent, name);
}

void claim(Draft& draft, const wiki::Row& row, Label rule, RecordRef record = {}) {
  draft.readings.claim(row.line, std::max(row.line, row.end_line), LineClass::record, rule, record);
}

void set_round(Place& place, const Heading& heading, std::uint32_t line) {
  place.round = heading.round;
  place.kind = heading.kind.value_or(RoundKind::other);
  place.ordinal = heading.ordinal;
  place.line = line;
}

}  // namespace

bool are_teams(std::string_view home, std::string_view away) {
  return is_team(home) && is_team(away);
}

MatchRows::MatchRows(Draft& draft, const wiki::Table& table, const Place& place)
    : draft_(draft), place_(place), date_from_(draft.matches.size()) {
  if (place_.date) date_ = draft_.iso_date(*place_.date, draft_.source.start_of(table.line));
}

void MatchRows::across(const wiki::Row& row) {
  if (!decision(row) && !heading(row)) claim_remark(draft_, row);
}

bool MatchRows::decision(const wiki::Row& row) {
  if (last_ == no_index) return false;
  const auto decision = parse_decision(row.cells.front().first().text);
  if (!decision) return false;
  const MatchFacts& facts = draft_.matches[last_].facts;
  const auto winner = draft_.teams.find(decision->winner);
  const bool is_side = winner && (*winner == facts.home || *winner == facts.away);
  if (!decision->winner.empty() && !is_side) return false;
  MatchLine notes = *decision;
  notes.score.reset();
  merge_notes(notes, draft_.matches[last_]);
  claim(draft_, row, "decision row", {RecordKind::matches, last_});
  return true;
}

bool MatchRows::heading(const wiki::Row& row) {
  const wiki::Text text = row.cells.front().first();
  const Heading heading = classify_heading(text.text);
  if (!heading.date && !heading.round && !heading.group) return false;
  if (heading.round) {
    set_round(place_, heading, row.line);
    place_.has_kind = heading.kind.has_value();
  }
  if (heading.group) place_.group = heading.group;
  if (heading.leg) place_.leg = heading.leg;
  date_.reset();
  if (heading.date) date_ = draft_.iso_date(*heading.date, draft_.at(text));
  date_from_ = draft_.matches.size();
  last_ = no_index;
  claim(draft_, row, heading.date ? Label("date row") : Label("heading row"));
  return true;
}

/// The place of a row whose columns may name its round and its group.
Place MatchRows::place_of_row(const TableRow& row) const {
  Place place = place_;
  if (const MaybeText round = row.text(Column::round); round && !place.round) {
    Heading heading = classify_heading(*round);
    if (!heading.round && parse_count(*round)) {
      const std::string_view matchday = words::written(Kind::matchday, words::Language::english);
      heading = classify_heading(std::string(matchday) + " " + *round);
    }
    heading.round = round;
    set_round(place, heading, row.line());
  }
  // "replay" where the others have their number.
  if (words::exact(Kind::replay, row.cell(Column::position).text)) place.replay = true;
  if (const MaybeText group = row.text(Column::group); group && !place.group) place.group = group;
  return place;
}

// Whether the two sides have met in a row above that has its day from the same row across the
// table.
bool MatchRows::meets_again(const Match& match) const {
  constexpr std::size_t most = 64;  // No day has more matches.
  for (std::size_t i = draft_.matches.size() - 1; i-- > date_from_;) {
    if (draft_.matches.size() - i > most) return false;
    const Match& other = draft_.matches[i].record;
    const bool same = other.home_id == match.home_id && other.away_id == match.away_id;
    const bool swapped = other.home_id == match.away_id && other.away_id == match.home_id;
    if (same || swapped) return true;
  }
  return false;
}

void MatchRows::date(const TableRow& row, Match& match) {
  const wiki::Text date = row.cell(Column::date);
  if (is_open(date.text)) {
    // A replay below its match is on another day.
    if (!meets_again(match)) match.date = date_;
  } else if (const auto line = parse_date_line(date.text)) {
    match.date = draft_.iso_date(*line, draft_.at(date));
    match.time = line->time;
    match.utc_offset = line->utc_offset;
  } else {
    draft_.unreadable(draft_.at(date), "date", date.text);
  }
  if (const auto time = parse_time_prefix(row.cell(Column::time).text)) {
    match.time = time->time;
    match.utc_offset = time->utc_offset;
  }
}

std::size_t MatchRows::add(const TableRow& row, const Sides& sides,
                           const std::optional<MatchLine>& score) {
  const std::size_t index = draft_.add_match(place_of_row(row), sides, row.line(), row.end_line());
  draft_.matches[index].facts.in_row = true;
  DraftMatch& match = draft_.matches[index];
  apply_score(score.value_or(MatchLine{}), match);
  date(row, match.record);
  match.record.stadium = row.text(Column::stadium);
  match.record.city = row.text(Column::city);
  match.record.referee = row.text(Column::referee);
  match.record.attendance = row.number(Column::attendance, "attendance");
  row.claim("match row", {RecordKind::matches, index});
  last_ = index;
  return index;
}

}  // namespace acta::football
