#include "football/section/reader.hpp"

#include <algorithm>
#include <vector>

#include "football/draft/match.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/name.hpp"
#include "football/phrase/placeholder.hpp"
#include "football/phrase/venue.hpp"
#include "football/section/claims.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;
using words::Kind;

namespace {

// "(20:00)", "(20:00 UTC-5)"
std::optional<DateLine> bracketed_time(std::string_view note) {
  if (note.size() < 3) return std::nullopt;
  note = note.substr(1, note.size() - 2);
  auto time = parse_time_prefix(note);
  if (time && time->length != note.size()) time.reset();
  return time;
}

// "(3 May 2020)" at the front of a text; `length` takes the brackets in.  Without a year a club
// may be called so.
std::optional<DateLine> bracketed_date(std::string_view text) {
  if (!text.starts_with('(')) return std::nullopt;
  const std::size_t end = text.find(')');
  if (end == std::string_view::npos) return std::nullopt;
  auto date = parse_date_line(text.substr(1, end - 1));
  if (!date || (date->date.year == 0 && !date->weekday)) return std::nullopt;
  date->length = end + 1;
  return date;
}

// What stands before a colon and is no part of a side's name.
bool is_label(std::string_view text) {
  return words::exact(Kind::venue_stadium, Kind::venue_time, text) ||
         words::exact(Kind::shoot_out, Kind::half_time, text) ||
         words::exact(Kind::heading_records, text) || words::exact(Kind::report, text);
}

// The round, group or leg that a line names before its match: "Final: Alfa 2-1 Beta".
std::optional<Heading> round_label(std::string_view line) {
  constexpr std::size_t longest = 40;
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos || colon > longest) return std::nullopt;
  // Most lines with a colon are scorers.
  const auto match = parse_match_line(line);
  if (!match || match->home.size() <= colon) return std::nullopt;
  Heading heading = classify_heading(line.substr(0, colon));
  if (heading.date || (!heading.round && !heading.group && !heading.leg)) return std::nullopt;
  return heading;
}

// What scorers and rows hold, and few other lines do.
constexpr text::ByteSet record_marks(":'|");

// "27 settembre 1995": a day, a word, a year, whatever the language.
bool is_framed_by_day_and_year(std::string_view line) {
  const std::size_t day = std::min(text::ascii_digits.find_outside(line), line.size());
  const std::size_t year = line.find_last_not_of("0123456789");
  return day >= 1 && day <= 2 && year != std::string_view::npos && line.size() - year == 5;
}

// Whether a line that was not understood speaks of a day: then the date above it does not hold on.
bool speaks_of_a_day(std::string_view line) {
  bool digit = false;
  bool month = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const char c = at < line.size() ? line[at] : ' ';
    digit |= text::ascii_digits.contains(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0) continue;
    const std::string_view word = line.substr(begin, at - begin);
    begin = at + 1;
    if (words::exact(Kind::undecided, word)) return true;
    month |= bool(words::exact(Kind::month, word));
  }
  return (digit && month) || is_framed_by_day_and_year(line);
}

// "19 Rowan 9 1 1 7 14 26": a row of a table whose columns are lost.
bool is_row_of_figures(std::string_view line) {
  constexpr std::ptrdiff_t fewest_words = 3;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (line.size() > 100 || !is_digit(line.front()) || !is_digit(line.back())) return false;
  const std::size_t first = std::min(line.find(' '), line.size());
  const std::size_t last = line.rfind(' ') + 1;
  const auto are_digits = [&](std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_digit);
  };
  return std::count(line.begin(), line.end(), ' ') >= fewest_words &&
         are_digits(line.substr(0, first)) && are_digits(line.substr(last)) &&
         line.find_first_of(",;:.(") == std::string_view::npos;
}

// Where `part` of `line` ends in it.
std::size_t end_of(std::string_view part, std::string_view line) {
  return static_cast<std::size_t>(part.data() + part.size() - line.data());
}

}  // namespace

void SectionReader::set_date(const DateLine& line, finding::Position where) {
  date_ = draft_.iso_date(line, where);
  date_from_ = draft_.matches.size();
  time_ = line.time;
  utc_offset_ = line.utc_offset;
  venue_ = std::nullopt;
}

void SectionReader::forget_date() {
  date_ = time_ = utc_offset_ = std::nullopt;
  venue_ = std::nullopt;
}

// "29 May 2014 – Estadio Nacional, Lima" is about the matches below that say nothing of their own.
void SectionReader::set_venues() {
  for (const auto& [match, venue] : venues_) {
    Match& record = draft_.matches[match].record;
    if (record.stadium || record.city) continue;
    if (!venue.stadium.empty()) record.stadium = std::string(venue.stadium);
    if (!venue.city.empty()) record.city = std::string(venue.city);
  }
}

bool SectionReader::date_line(const wiki::Text& text) {
  std::string_view rest;
  std::optional<DateLine> date = parse_date_line(text.text);
  if (!date) {
    // "29 May 2014 – Estadio Nacional, Lima"
    date = parse_date_prefix(text.text);
    if (date) {
      rest = split_lead(*date, text.text).rest;
      if (rest.empty() || !parse_venue_line(rest)) date.reset();
    }
  }
  if (!date) {
    // A time alone goes with the date above.
    const auto time = parse_time_prefix(text.text);
    if (!time || time->length != text.text.size() || (!date_ && match_ == no_index)) return false;
    time_ = time->time;
    utc_offset_ = time->utc_offset;
    draft_.readings.claim(text, LineClass::record, "time line");
    return true;
  }
  // "25 de Noviembre" may be a club; a date without a year stands alone only in a match list.
  if (date->date.year == 0 && !date->weekday && !place_.expects_matches() && !any_match_) {
    return false;
  }
  set_date(*date, draft_.at(text));
  if (!rest.empty()) venue_ = parse_venue_line(rest);
  draft_.readings.claim(text, LineClass::record, "date line");
  match_ = run_match_ = no_index;
  return true;
}

bool SectionReader::believable(const MatchLine& match, std::string_view line) const {
  // "1. Winner B v Winner E": a plan of the draw.
  if (!match.score && is_placeholder(match.home) && is_placeholder(match.away)) return false;
  const auto known = [&](std::string_view name) { return draft_.teams.find(name).has_value(); };
  if (match.separator == Separator::dash) {
    if (known(match.home) && known(match.away)) return true;
    return place_.expects_matches() && looks_like_name(match.home) && looks_like_name(match.away) &&
           !looks_like_prose(line);
  }
  if (known(match.home) && known(match.away)) return true;
  // "Record: Alfa 7–0 Beta": a label speaks of something else; outside a list of matches any does.
  const std::size_t label = match.home.find(": ");
  if (label != std::string_view::npos &&
      (is_label(match.home.substr(0, label)) || (!place_.expects_matches() && !any_match_)))
    return false;
  // Notes that were read tell nothing of prose: "(ppd.)" ends no sentence.
  const std::string_view sides = line.substr(0, end_of(match.away, line));
  if (match.separator != Separator::score && looks_like_prose(sides)) return false;
  // A mark that is also a word ("P-P", "wo") needs the surroundings of a match.
  if (match.separator == Separator::status && !place_.expects_matches() && !any_match_)
    return false;
  return (looks_like_name(match.home) || known(match.home)) &&
         (looks_like_name(match.away) || known(match.away));
}

bool SectionReader::match_line(const wiki::Text& text) {
  // "29 May 2014: A 1-0 B", "Sat 14 Apr A 7-0 B", "20:00 A v B": the date or time is its own.  A
  // club may be called "25 de Abril": without a year, a weekday or a mark behind it, a date in
  // words is a name.
  const auto date = parse_date_prefix(text.text);
  if (date && date->length < text.text.size()) {
    const DateLead lead = split_lead(*date, text.text);
    const bool sure = date->date.year != 0 || date->weekday || lead.parted || !date->worded;
    if (sure && match_line(text, lead.rest, &*date)) return true;
  }
  if (const auto lead = bracketed_date(text.text)) {
    if (match_line(text, text::trim(text.text.substr(lead->length)), &*lead)) return true;
  }
  const auto time = parse_time_prefix(text.text);
  if (time && time->length < text.text.size() &&
      match_line(text, split_lead(*time, text.text).rest, &*time))
    return true;
  const std::string_view rest = without_number(text.text);
  if (const auto label = round_label(rest)) {
    const Place around = place_;
    enter(*label, text.line);
    const bool read = match_line(text, text::trim(rest.substr(rest.find(':') + 1)), nullptr);
    place_ = around;
    if (read) return true;
  }
  return match_line(text, rest, nullptr);
}

// "1. Alfa 2-0 Beta": no club begins with a number above one, and with one only where the article
// does not know it without.
std::string_view SectionReader::without_number(std::string_view line) const {
  const LineNumber found = parse_line_number(line);
  const std::string_view rest = line.substr(found.length);
  if (!found.number || *found.number != 1) return rest;
  const auto parsed = parse_match_line(rest);
  return parsed && draft_.teams.find(parsed->home) ? rest : line;
}

// What stands behind the away side: a date, a ground, or the rest of its name.
SectionReader::Behind SectionReader::read_beside(MatchLine& line) const {
  Behind behind;
  if (line.beside.empty()) return behind;
  const auto date = parse_date_line(line.beside);
  if (date && (date->date.year != 0 || date->weekday)) {
    behind.date = date;
  } else if (auto venue = parse_venue_line(line.beside)) {
    behind.venue = *venue;
  } else if (line.at_ground && looks_like_name(line.beside)) {
    behind.venue.emplace();
    behind.venue->stadium = line.beside;
  } else {
    line.away = {line.away.data(), static_cast<std::size_t>(line.beside.data() +
                                                            line.beside.size() - line.away.data())};
  }
  return behind;
}

bool SectionReader::match_line(const wiki::Text& text, std::string_view rest,
                               const DateLine* own_date) {
  last_parsed_ = parse_match_line(rest);
  std::optional<MatchLine>& parsed = last_parsed_;
  const Behind behind = parsed ? read_beside(*parsed) : Behind{};
  const auto noted = parsed ? bracketed_date(parsed->unread_note) : std::nullopt;
  if (own_date == nullptr) own_date = noted ? &*noted : behind.date ? &*behind.date : nullptr;
  if (parsed && part_of_match(text, *parsed)) return true;
  if (!parsed || !believable(*parsed, rest)) return false;
  const Sides sides{{text, parsed->home}, {text, parsed->away}};
  const std::size_t index = draft_.add_match(place_, sides, text.line, text.line);
  Match& match = draft_.matches[index].record;
  if (!meets_again(index, parsed->score)) {
    match.date = date_;
    match.time = time_;
    match.utc_offset = utc_offset_;
  }
  if (behind.venue) {
    venues_.emplace_back(index, *behind.venue);
  } else if (venue_) {
    venues_.emplace_back(index, *venue_);
  }
  if (own_date) {
    const bool own_day = own_date->date.day != 0;
    if (own_day) match.date = draft_.iso_date(*own_date, draft_.at(text));
    // The time above is that of the day above.
    if (own_day || own_date->time) {
      match.time = own_date->time;
      match.utc_offset = own_date->utc_offset;
    }
  }
  apply_score(*parsed, draft_.matches[index]);
  if (const auto kick_off = bracketed_time(parsed->unread_note)) {
    match.time = kick_off->time;
    match.utc_offset = kick_off->utc_offset;
  } else if (!parsed->unread_note.empty() && !noted) {
    draft_.diagnostics.add(
        Code::value_unreadable, draft_.at(text, parsed->unread_note),
        "note \"" + std::string(parsed->unread_note) + "\" behind the match was not understood",
        {{"found", std::string(parsed->unread_note)}});
  }
  draft_.readings.claim(text, LineClass::record, "match line", {RecordKind::matches, index});
  any_match_ = true;
  shoot_out_ = false;
  settle_waiting(index);
  match_ = run_match_ = index;
  open_side_.reset();
  return true;
}

// Whether the two sides of a match have met below the same date line with another score: then that
// is the day of the first one alone.
bool SectionReader::meets_again(std::size_t match, const MaybePair& score) const {
  constexpr std::size_t most = 64;  // No day has more matches.
  const MatchFacts& facts = draft_.matches[match].facts;
  for (std::size_t i = match; date_ && score && i-- > date_from_ && match - i <= most;) {
    const DraftMatch& other = draft_.matches[i];
    const MaybePair total = total_of(other.record);
    const bool same = other.facts.home == facts.home && other.facts.away == facts.away;
    const bool swapped = other.facts.home == facts.away && other.facts.away == facts.home;
    if (total && (same || swapped)) return *total != (same ? *score : turned(*score));
  }
  return false;
}

void SectionReader::attach(std::size_t match, const wiki::Text& text, Label rule) {
  draft_.extend(draft_.matches[match].record, text.line);
  draft_.readings.claim(text, LineClass::record, rule, {RecordKind::matches, match});
}

bool SectionReader::venue_line(const wiki::Text& text, bool joined) {
  const std::size_t match = joined ? match_ : run_match_;
  if (match == no_index) return false;
  const auto venue = parse_venue_line(text.text);
  if (!venue) return false;
  Match& record = draft_.matches[match].record;
  const auto set = [](MaybeText& into, std::string_view value) {
    if (!value.empty() && !into) into = std::string(value);
  };
  set(record.stadium, venue->stadium);
  set(record.city, venue->city);
  set(record.referee, venue->referee);
  if (!venue->attendance.empty()) {
    record.attendance = parse_count(venue->attendance);
    if (!record.attendance) {
      draft_.diagnostics.add(
          Code::value_unreadable, draft_.at(text, venue->attendance),
          "attendance \"" + std::string(venue->attendance) + "\" is not a whole number",
          {{"found", std::string(venue->attendance)}});
    }
  }
  if (!venue->time.empty()) {
    if (const auto time = parse_time_prefix(venue->time)) {
      record.time = time->time;
      record.utc_offset = time->utc_offset;
    }
  }
  attach(match, text, "venue line");
  return true;
}

void SectionReader::line(const wiki::Text& text, bool indented, bool joined) {
  if (!joined) {
    end_of_run();
    open_side_.reset();
  }
  shoot_out_ = shoot_out_ && joined;
  // A paragraph: no match, date or venue is that long.
  if (text.text.size() > longest_record_line && looks_like_prose(text.text)) {
    draft_.readings.claim(text, LineClass::prose, "prose");
    read_claims(draft_, text);
    return;
  }
  const bool match_list = place_.expects_matches() || any_match_;
  const bool under_match = run_match_ != no_index || (indented && match_ != no_index);
  if (under_match && venue_line(text, joined)) return;
  const bool may_be_match = text.text.size() <= longest_match_line;
  if (may_be_match && (date_line(text) || match_line(text) || decision_line(text))) return;
  if (report_line(text)) return;
  if (rules_line(text) || remark_line(text)) return;
  if (may_be_match && words::longest(Kind::times_head, text.text)) {
    draft_.readings.claim(text, LineClass::prose, "zone of the times");
    return;
  }
  if (sub_heading(text, false)) return;
  if (officials_line(text, joined)) return;
  if ((match_list || indented) && scorer_line(text, indented, joined && run_match_ != no_index))
    return;
  // What was not believed to be a match was at last looked at as a whole.
  const auto scored = may_be_match ? last_parsed_ : std::nullopt;
  const bool holds_score = scored && scored->separator == Separator::score;
  // A line that opens with a club and a score, or with a day in words nobody here knows, is no
  // prose, however it ends.
  const bool of_club = holds_score && draft_.teams.find(scored->home);
  const bool of_day = text.text.size() <= 60 && speaks_of_a_day(text.text);
  const bool opens_with_day = of_day && text.text.front() >= '0' && text.text.front() <= '9' &&
                              std::count(text.text.begin(), text.text.end(), ' ') <= 4;
  if (match_list && of_day) forget_date();
  const bool unread_venue = match_list && parse_venue_line(text.text);
  const bool table_row = text.text.find('|') != std::string_view::npos &&
                         text.text.find(" | ") != std::string_view::npos;
  // "Aldea vs Bruma rinv.": too short for a sentence.
  const bool is_fixture = match_list && scored && scored->separator == Separator::versus &&
                          scored->away.size() <= 30 &&
                          std::count(scored->away.begin(), scored->away.end(), ' ') <= 1;
  const bool no_prose = is_row_of_figures(text.text) || of_club || opens_with_day || unread_venue ||
                        table_row || is_fixture;
  // "In the knockout stage,": a sentence goes on in the list below it.
  const bool goes_on = text.text.ends_with(',') && text.text.find(' ') != std::string_view::npos &&
                       text.text.find_first_of("0123456789'") == std::string_view::npos;
  if (!no_prose &&
      (looks_like_prose(text.text) || goes_on || (!match_list && !indented && !holds_score))) {
    draft_.readings.claim(text, LineClass::prose, "prose");
    read_claims(draft_, text);
    return;
  }
  draft_.unread(text, match_list ? "a match, a date, scorers or a venue" : "prose or a match");
}

// "Assistant referees:" and the names below, up to a blank line: no record holds them.
bool SectionReader::officials_line(const wiki::Text& text, bool joined) {
  if (!joined) officials_ = false;
  const std::size_t colon = text.text.find(':');
  if (colon != std::string_view::npos && colon <= 40) {
    officials_ = bool(words::longest(Kind::officials_head, text.text.substr(0, colon)));
  }
  if (!officials_) return false;
  draft_.readings.claim(text, LineClass::prose, "officials");
  return true;
}

bool SectionReader::list_item(const wiki::Text& text) {
  if (date_line(text) || match_line(text) || officials_line(text, true)) return true;
  if (match_ != no_index && (scorer_line(text, true, true) || venue_line(text, true))) return true;
  // "* Soto 80' (pen.)" where no match stands.
  if (text.text.find('\'') == std::string_view::npos) return false;
  const auto scorers = parse_scorers(text.text);
  if (!scorers || std::any_of(scorers->begin(), scorers->end(), [](const Scorer& one) {
        return one.name.empty() || one.minutes.empty();
      }))
    return false;
  draft_.unread(text, "a match above its scorers");
  return true;
}

void SectionReader::enter(const Heading& heading, std::uint32_t line) {
  if (heading.round) {
    draft_.holds_rounds(place_);
    place_.round = heading.round;
    place_.kind = heading.kind.value_or(RoundKind::other);
    place_.has_kind = true;
    place_.ordinal = heading.ordinal;
    place_.line = line;
    place_.leg = std::nullopt;
  }
  if (heading.group) place_.group = heading.group;
  if (heading.leg) place_.leg = heading.leg;
}

bool SectionReader::sub_heading(const wiki::Text& text, bool sure) {
  // Most lines are scorers: they hold a colon or a minute.
  if (text.text.size() > 60 || (!sure && record_marks.find_in(text.text) != std::string_view::npos))
    return false;
  // In running text only what can hardly be anything else: "Round 3", "Group A", "First leg".
  if (!sure && looks_like_prose(text.text)) return false;
  const Heading heading = classify_heading(text.text);
  const bool replay = heading.replay && bool(words::exact(Kind::replay, text.text));
  if (heading.date || (!heading.round && !heading.group && !heading.leg && !replay)) return false;
  if (!sure && heading.round && heading.kind != RoundKind::matchday) return false;
  settle_waiting(no_index);
  enter(heading, text.line);
  place_.replay = replay;
  forget_date();
  match_ = run_match_ = no_index;
  draft_.readings.claim(text, LineClass::record, "sub-heading");
  return true;
}

// "Penalties: Aldea 4-2 Bruma", "Half-time: Aldea 0-1 Bruma": of the match above, and no other.
bool SectionReader::part_of_match(const wiki::Text& text, MatchLine line) {
  if (line.home.starts_with('(') && line.away.ends_with(')')) {
    line.home.remove_prefix(1);
    line.away.remove_suffix(1);
  }
  const std::size_t colon = line.home.find(':');
  if (match_ == no_index || colon == std::string_view::npos || !line.score) return false;
  const std::string_view label = line.home.substr(0, colon);
  Side one = Side::home;
  Side two = Side::home;
  if (best_side(match_, text::trim(line.home.substr(colon + 1)), one) != Fit::equal ||
      best_side(match_, line.away, two) != Fit::equal || one == two)
    return false;
  DraftMatch& match = draft_.matches[match_];
  const Pair seen = one == Side::home ? *line.score : turned(*line.score);
  if (words::exact(Kind::shoot_out, label)) {
    match.record.score.penalties = seen;
    shoot_out_ = true;
  } else if (words::exact(Kind::aggregate, label)) {
    match.facts.aggregate = seen;
  } else if (words::exact(Kind::half_time, label)) {
    match.record.score.half_time = seen;
  } else {
    return false;
  }
  attach(match_, text, "decision line");
  return true;
}

// "Penalties:", and below it who took the kicks.
bool SectionReader::shoot_out_head(const wiki::Text& text) {
  std::string_view label = text.text;
  if (label.ends_with(':')) label.remove_suffix(1);
  // "p." is no head.
  if (match_ == no_index || label.size() < 4 || !words::exact(Kind::shoot_out, label)) return false;
  shoot_out_ = true;
  attach(match_, text, "shoot-out");
  return true;
}

// "Rules for classification: 1) Points; 2) Goal difference"
bool SectionReader::rules_line(const wiki::Text& text) {
  if (text.text.find(';') == std::string_view::npos) return false;
  const auto first = draft_.add_rules(text.text, text.line);
  if (!first) return false;
  draft_.readings.claim(text, LineClass::record, "rules of ranking",
                        {RecordKind::tie_breakers, *first});
  return true;
}

// "Source: FIFA", "Notes", "(H) Host", a team's name alone: what stands beside tables and says
// nothing that a record holds.
bool SectionReader::remark_line(const wiki::Text& text) {
  const std::string_view line = text.text;
  const std::string_view head = line.substr(0, line.find(':'));
  const bool is_headed = words::exact(Kind::remark_head, Kind::remark_head, head) ||
                         words::exact(Kind::rules_head, head);
  const std::size_t close = line.find(')');
  constexpr std::size_t longest_mark = 4;
  const bool is_legend = line.starts_with('(') && close <= longest_mark && close > 1 &&
                         line.substr(close + 1).starts_with(' ') &&
                         line.substr(close + 2).find_first_of("0123456789'") == std::string::npos;
  // "Aldea", below its kit or above its list.
  const bool is_team = draft_.teams.find(line).has_value();
  if (!is_headed && !is_legend && !is_team) return false;
  draft_.readings.claim(text, LineClass::prose, "line of remarks");
  return true;
}

// "Report": a link's text.
bool SectionReader::report_line(const wiki::Text& text) {
  if (match_ == no_index || !words::exact(Kind::report, text.text)) return false;
  draft_.readings.claim(text, LineClass::residue, "report link");
  return true;
}

// "Corinthians won 3-1 on aggregate.", "Tied 3-3 on aggregate, X won on penalties.", "Postponed".
bool SectionReader::decision_line(const wiki::Text& text) {
  if (shoot_out_head(text)) return true;
  if (match_ == no_index || text.text.find('\'') != std::string_view::npos) return false;
  const auto decision = parse_decision(text.text);
  if (!decision) return false;
  const MatchFacts& facts = draft_.matches[match_].facts;
  if (!decision->winner.empty()) {
    const auto team = draft_.teams.find(decision->winner);
    if (!team || (*team != facts.home && *team != facts.away)) return false;
  }
  merge_notes(*decision, draft_.matches[match_]);
  shoot_out_ = decision->penalties.has_value();
  attach(match_, text, "decision line");
  return true;
}

void SectionReader::end() {
  settle_waiting(no_index);
  set_venues();
}

}  // namespace acta::football
