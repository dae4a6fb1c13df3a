#include "football/section/section.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "football/box/box.hpp"
#include "football/draft/match.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/name.hpp"
#include "football/phrase/venue.hpp"
#include "football/section/claims.hpp"
#include "football/section/criteria.hpp"
#include "football/section/reader.hpp"
#include "football/section/scorer_list.hpp"
#include "football/table/reader.hpp"
#include "football/table/table.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

namespace {

// "(20:00)", "(20:00 UTC-5)"
std::optional<DateLine> bracketed_time(std::string_view note) {
  if (note.size() < 3) return std::nullopt;
  note = note.substr(1, note.size() - 2);
  auto time = parse_time_prefix(note);
  if (time && time->length != note.size()) time.reset();
  return time;
}

// What scorers and rows hold, and few other lines do.
constexpr text::ByteSet record_marks(":'|");

// Whether a line that was not understood speaks of a day: then the date above it does not hold on.
bool speaks_of_a_day(std::string_view line) {
  bool digit = false;
  bool month = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const char c = at < line.size() ? line[at] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
    digit |= c >= '0' && c <= '9';
    if (letter) continue;
    const std::string_view word = line.substr(begin, at - begin);
    month |= month_of(word) != 0 || word == "TBD" || word == "TBA" || word == "TBC";
    if (word == "TBD" || word == "TBA" || word == "TBC") digit = true;
    begin = at + 1;
  }
  // "27 settembre 1995": a day, a word, a year, whatever the language.
  const std::size_t day = std::min(text::ascii_digits.find_outside(line), line.size());
  const std::size_t year = line.find_last_not_of("0123456789");
  const bool framed =
      day >= 1 && day <= 2 && year != std::string_view::npos && line.size() - year == 5;
  return (digit && month) || framed;
}

// Where `part` of `line` ends in it.
std::size_t end_of(std::string_view part, std::string_view line) {
  return static_cast<std::size_t>(part.data() + part.size() - line.data());
}

}  // namespace

void SectionReader::set_date(const DateLine& line, finding::Position where) {
  date_ = draft_.iso_date(line, where);
  time_ = line.time;
  utc_offset_ = line.utc_offset;
}

bool SectionReader::date_line(const wiki::Text& text) {
  std::string_view rest;
  std::optional<DateLine> date = parse_date_line(text.text);
  if (!date) {
    // "29 May 2014 – Estadio Nacional, Lima"
    date = parse_date_prefix(text.text);
    if (date) {
      rest = text.text.substr(date->length);
      const std::size_t begin = rest.find_first_not_of(" ,;|.-\xE2\x80\x93\x94");
      rest = begin == std::string_view::npos ? std::string_view{} : rest.substr(begin);
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
  // "Record: Alfa 7–0 Beta": outside a list of matches a label speaks of something else.
  const bool labelled = match.home.find(": ") != std::string_view::npos;
  if (labelled && !place_.expects_matches() && !any_match_) return false;
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
  const auto behind = [&](const DateLine& head) {
    std::string_view rest = text.text.substr(head.length);
    for (bool cut = true; cut && !rest.empty();) {
      cut = false;
      for (const std::string_view mark :
           {" ", "\t", ":", ",", ";", "|", "-", "\xE2\x80\x93", "\xE2\x80\x94"}) {
        if (rest.substr(0, mark.size()) == mark) {
          rest.remove_prefix(mark.size());
          cut = true;
        }
      }
    }
    return rest;
  };
  const auto date = parse_date_prefix(text.text);
  if (date && date->length < text.text.size()) {
    const std::string_view tail = text.text.substr(date->length);
    const char next = tail.front();
    const bool marked = next == ':' || next == ',' || tail.substr(0, 3) == " - " ||
                        tail.substr(0, 4) == " \xE2\x80\x93";
    if (date->date.year != 0 || date->weekday || marked || !date->worded) {
      if (match_line(text, behind(*date), &*date)) return true;
    }
  }
  const auto time = parse_time_prefix(text.text);
  if (time && time->length < text.text.size() && match_line(text, behind(*time), &*time))
    return true;
  return match_line(text, text.text, nullptr);
}

bool SectionReader::match_line(const wiki::Text& text, std::string_view rest,
                               const DateLine* own_date) {
  last_parsed_ = parse_match_line(rest);
  const std::optional<MatchLine>& parsed = last_parsed_;
  if (!parsed || !believable(*parsed, rest)) return false;
  const Sides sides{{text, parsed->home}, {text, parsed->away}};
  const std::size_t index = draft_.add_match(place_, sides, text.line, text.line);
  Match& match = draft_.matches[index].record;
  match.date = date_;
  match.time = time_;
  match.utc_offset = utc_offset_;
  if (own_date) {
    if (own_date->date.day != 0) match.date = draft_.iso_date(*own_date, draft_.at(text));
    if (own_date->time) {
      match.time = own_date->time;
      match.utc_offset = own_date->utc_offset;
    }
  }
  apply_score(*parsed, draft_.matches[index]);
  if (const auto kick_off = bracketed_time(parsed->unread_note)) {
    match.time = kick_off->time;
    match.utc_offset = kick_off->utc_offset;
  } else if (!parsed->unread_note.empty()) {
    draft_.diagnostics.add(
        Code::value_unreadable, draft_.at(text, parsed->unread_note),
        "note \"" + std::string(parsed->unread_note) + "\" behind the match was not understood",
        {{"found", std::string(parsed->unread_note)}});
  }
  draft_.readings.claim(text, LineClass::record, "match line", {RecordKind::matches, index});
  any_match_ = true;
  settle_waiting(index);
  match_ = run_match_ = index;
  return true;
}

void SectionReader::attach(std::size_t match, const wiki::Text& text, Label rule) {
  Match& record = draft_.matches[match].record;
  record.end_line = std::max(record.end_line, text.line);
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
  if (!joined) end_of_run();
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
  if (match_list && of_day) date_ = time_ = utc_offset_ = std::nullopt;
  const bool unread_venue = match_list && parse_venue_line(text.text);
  const bool table_row = text.text.find('|') != std::string_view::npos &&
                         text.text.find(" | ") != std::string_view::npos;
  // "Aldea vs Bruma rinv.": too short for a sentence.
  const bool is_fixture = match_list && scored && scored->separator == Separator::versus &&
                          scored->away.size() <= 30 &&
                          std::count(scored->away.begin(), scored->away.end(), ' ') <= 1;
  const bool no_prose = of_club || opens_with_day || unread_venue || table_row || is_fixture;
  if (!no_prose && (looks_like_prose(text.text) || (!match_list && !indented && !holds_score))) {
    draft_.readings.claim(text, LineClass::prose, "prose");
    read_claims(draft_, text);
    return;
  }
  draft_.unread(text, match_list ? "a match, a date, scorers or a venue" : "prose or a match");
}

// "Assistant referees:" and the names below, up to a blank line: no record holds them.
bool SectionReader::officials_line(const wiki::Text& text, bool joined) {
  constexpr auto heads = std::to_array<std::string_view>({"assistant referee",
                                                          "linesm",
                                                          "fourth official",
                                                          "fifth official",
                                                          "reserve assistant",
                                                          "reserve referee",
                                                          "reserve official",
                                                          "video assistant",
                                                          "assistant video",
                                                          "match official",
                                                          "match rules",
                                                          "man of the match",
                                                          "player of the match",
                                                          "standby referee",
                                                          "jueces de linea",
                                                          "arbitros asistentes",
                                                          "asistentes",
                                                          "cuarto arbitro",
                                                          "arbitros de linea",
                                                          "jugador del partido",
                                                          "manager",
                                                          "managers",
                                                          "notes",
                                                          "entrenador"});
  if (!joined) officials_ = false;
  const std::size_t colon = text.text.find(':');
  if (colon != std::string_view::npos && colon <= 40) {
    const std::string label = text::fold(text.text.substr(0, colon));
    officials_ = std::any_of(heads.begin(), heads.end(),
                             [&](std::string_view head) { return label.starts_with(head); });
  }
  if (!officials_) return false;
  draft_.readings.claim(text, LineClass::prose, "officials");
  return true;
}

bool SectionReader::list_item(const wiki::Text& text) {
  if (date_line(text) || match_line(text)) return true;
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

bool SectionReader::sub_heading(const wiki::Text& text, bool sure) {
  // Most lines are scorers: they hold a colon or a minute.
  if (text.text.size() > 60 || (!sure && record_marks.find_in(text.text) != std::string_view::npos))
    return false;
  // In running text only what can hardly be anything else: "Round 3", "Group A", "First leg".
  if (!sure && looks_like_prose(text.text)) return false;
  const Heading heading = classify_heading(text.text);
  if (heading.date || (!heading.round && !heading.group && !heading.leg)) return false;
  if (!sure && heading.round && heading.kind != RoundKind::matchday) return false;
  settle_waiting(no_index);
  if (heading.round) {
    place_.round = heading.round;
    place_.kind = heading.kind.value_or(RoundKind::other);
    place_.has_kind = true;
    place_.ordinal = heading.ordinal;
    place_.line = text.line;
    place_.leg = std::nullopt;
  }
  if (heading.group) place_.group = heading.group;
  if (heading.leg) place_.leg = heading.leg;
  date_ = time_ = utc_offset_ = std::nullopt;
  match_ = run_match_ = no_index;
  draft_.readings.claim(text, LineClass::record, "sub-heading");
  return true;
}

// "Corinthians won 3-1 on aggregate.", "Tied 3-3 on aggregate, X won on penalties.", "Postponed".
bool SectionReader::decision_line(const wiki::Text& text) {
  if (match_ == no_index || text.text.find('\'') != std::string_view::npos) return false;
  const auto decision = parse_decision(text.text);
  if (!decision) return false;
  const MatchFacts& facts = draft_.matches[match_].facts;
  if (!decision->winner.empty()) {
    const auto team = draft_.teams.find(decision->winner);
    if (!team || (*team != facts.home && *team != facts.away)) return false;
  }
  MatchLine line = *decision;
  line.score.reset();
  merge_notes(line, draft_.matches[match_]);
  attach(match_, text, "decision line");
  return true;
}

void SectionReader::end() { settle_waiting(no_index); }

void read_section(Draft& draft, const wiki::Section& section, const Place& at, Topic topic) {
  Place place = at;
  SectionReader reader(draft, place);
  TieBreakerReader criteria(draft, topic == Topic::tie_breakers);
  ScorerListReader scorers(draft, topic == Topic::scorers);
  for (const wiki::Block& block : section.blocks) {
    if (const auto* line = std::get_if<wiki::Line>(&block.content)) {
      criteria.introduced_by(line->text);
      if (topic == Topic::records) {
        draft.readings.claim(line->text, LineClass::prose, "statistics");
        read_claims(draft, line->text);
        continue;
      }
      if (!scorers.line(line->text)) reader.line(line->text, line->indented, block.joined);
      continue;
    }
    if (const auto* item = std::get_if<wiki::ListItem>(&block.content)) {
      if (item->marker == ';') {
        const bool sub = scorers.line(item->text) || reader.sub_heading(item->text, true);
        if (!sub) draft.readings.claim(item->text, LineClass::prose, "definition head");
        continue;
      }
      if (topic == Topic::see_also) {
        SeeAlso record;
        record.title = std::string(item->text.text);
        record.line = item->text.line;
        draft.readings.claim(item->text, LineClass::record, "see also",
                             {RecordKind::see_also, draft.season.see_also.size()});
        draft.season.see_also.push_back(std::move(record));
      } else if (topic != Topic::records && !scorers.item(*item) && !criteria.item(*item) &&
                 !reader.list_item(item->text)) {
        draft.readings.claim(item->text, LineClass::prose, "list item");
      } else if (topic == Topic::records) {
        draft.readings.claim(item->text, LineClass::prose, "statistics");
      }
      continue;
    }
    reader.end_of_run();
    if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
      read_table(draft, *table, place);
    } else if (const auto* box = std::get_if<wiki::Template>(&block.content)) {
      const std::size_t before = draft.matches.size();
      read_template(draft, *box, place);
      if (draft.matches.size() > before) reader.after_box(draft.matches.size() - 1);
    }
  }
  reader.end();
  criteria.end();
}

}  // namespace acta::football
