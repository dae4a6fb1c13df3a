/// The lines of one section: dates, matches, scorers and what stands under them.

#include <algorithm>
#include <array>
#include <vector>

#include "football/context.hpp"
#include "football/line.hpp"
#include "football/tie_breakers.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

using text::Code;
using text::Severity;
using wiki::LineClass;

// How well a scorer line's team fits a side of the match.
enum class Fit { no, alike, equal };

bool is_part(std::string_view words, std::string_view of) {
  // Every word of `words` begins a word of `of`, in order: "Univ. Vallejo", "Universidad César Vallejo".
  std::size_t at = 0;
  std::size_t matched = 0;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string_view::npos) end = words.size();
    std::string_view word = words.substr(begin, end - begin);
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    begin = end + 1;
    if (word.empty()) continue;
    bool found = false;
    while (at < of.size()) {
      std::size_t stop = of.find(' ', at);
      if (stop == std::string_view::npos) stop = of.size();
      const std::string_view other = of.substr(at, stop - at);
      at = stop + 1;
      if (other.substr(0, word.size()) == word) {
        found = true;
        break;
      }
    }
    if (!found) return false;
    ++matched;
  }
  return matched > 0;
}

std::string initials(std::string_view folded) {
  std::string out;
  bool start = true;
  for (const char c : folded) {
    if (start && c != ' ') out.push_back(c);
    start = c == ' ';
  }
  return out;
}

Fit fit(std::string_view name, std::string_view side) {
  if (name == side) return Fit::equal;
  if (text::identity_key(name) == text::identity_key(side)) return Fit::equal;
  const std::string a = text::fold(name);
  const std::string b = text::fold(side);
  if (a.empty() || b.empty()) return Fit::no;
  const std::size_t limit = std::min(a.size(), b.size()) >= 6 ? 2 : 1;
  if (text::edit_distance(a, b, limit) <= limit) return Fit::alike;
  if (is_part(a, b) || is_part(b, a)) return Fit::alike;
  if (a == initials(b) || b == initials(a)) return Fit::alike;
  return Fit::no;
}

class SectionReader {
 public:
  SectionReader(Context& context, const Place& place) : context_(context), place_(place) {
    if (place.date) {
      set_date(*place.date, {place.heading_line, 1});
    }
  }

  void line(const wiki::Text& text, bool indented, bool joined);
  bool list_item(const wiki::Text& text);
  void end_of_run() { run_match_ = none; }
  void end();

 private:
  struct Waiting {
    wiki::Text text;
    std::string_view team;
    std::vector<Scorer> scorers;
    std::size_t match;  // The match it stands directly under, or none.
  };

  void set_date(const DateLine& line, text::Position where);
  bool date_line(const wiki::Text& text);
  bool match_line(const wiki::Text& text);
  bool match_line(const wiki::Text& text, std::string_view rest, const DateLine* own_date);
  bool scorer_line(const wiki::Text& text, bool indented, bool joined);
  bool venue_line(const wiki::Text& text, bool joined);
  bool believable(const MatchLine& match, std::string_view line) const;
  void settle_waiting(std::size_t next_match);
  void add_goals(std::size_t match, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers);
  Fit best_side(std::size_t match, std::string_view team, Side& side) const;
  void attach(std::size_t match, const wiki::Text& text, std::string_view rule);

  Context& context_;
  const Place& place_;
  MaybeText date_;
  MaybeText time_;
  MaybeText utc_offset_;
  std::size_t match_ = none;      // The match lines below belong to.
  std::size_t run_match_ = none;  // The same, forgotten at a blank line.
  bool any_match_ = false;
  std::vector<Waiting> waiting_;
};

void SectionReader::set_date(const DateLine& line, text::Position where) {
  date_ = context_.iso_date(line, where);
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
    if (!time || time->length != text.text.size() || (!date_ && match_ == none)) return false;
    time_ = time->time;
    utc_offset_ = time->utc_offset;
    context_.claim(text.line, text.line, LineClass::record, "time line");
    return true;
  }
  // "25 de Noviembre" may be a club; a date without a year stands alone only in a match list.
  if (date->date.year == 0 && !place_.expects_matches() && !any_match_) return false;
  set_date(*date, context_.at(text));
  context_.claim(text.line, text.line, LineClass::record, "date line");
  match_ = run_match_ = none;
  return true;
}

bool SectionReader::believable(const MatchLine& match, std::string_view line) const {
  const auto known = [&](std::string_view name) { return context_.teams.find(name).has_value(); };
  if (match.separator == Separator::dash) {
    if (known(match.home) && known(match.away)) return true;
    return place_.expects_matches() && looks_like_name(match.home) && looks_like_name(match.away) &&
           !looks_like_prose(line);
  }
  if (known(match.home) && known(match.away)) return true;
  if (match.separator != Separator::score && looks_like_prose(line)) return false;
  // A mark that is also a word ("P-P", "wo") needs the surroundings of a match.
  if (match.separator == Separator::status && !place_.expects_matches() && !any_match_) return false;
  return (looks_like_name(match.home) || known(match.home)) &&
         (looks_like_name(match.away) || known(match.away));
}

bool SectionReader::match_line(const wiki::Text& text) {
  if (match_line(text, text.text, nullptr)) return true;
  // "29 May 2014: A 1-0 B", "20:00 A v B"
  const auto behind = [&](const DateLine& head) {
    std::string_view rest = text.text.substr(head.length);
    const std::size_t begin = rest.find_first_not_of(" \t:,;|-");
    return begin == std::string_view::npos ? std::string_view{} : rest.substr(begin);
  };
  for (const auto& head : {parse_date_prefix(text.text), parse_time_prefix(text.text)}) {
    if (head && match_line(text, behind(*head), &*head)) return true;
  }
  return false;
}

bool SectionReader::match_line(const wiki::Text& text, std::string_view rest,
                               const DateLine* own_date) {
  if (rest.empty()) return false;
  auto parsed = parse_match_line(rest);
  if (!parsed || !believable(*parsed, rest)) return false;
  if (!own_date) {
    // The head of the home side may be a date or a time: "14 June 2014 A 1-0 B".
    const auto date = parse_date_prefix(parsed->home);
    const auto time = parse_time_prefix(parsed->home);
    const bool dated = date && date->date.year != 0 && date->length < parsed->home.size();
    const bool timed = time && time->length < parsed->home.size();
    if (dated || timed) return false;
    // "29 May: A 1-0 B"
    if (date && date->length < parsed->home.size() && parsed->home[date->length] == ':') return false;
  }
  const std::size_t index = context_.add_match(place_, text, parsed->home, parsed->away);
  Match& match = context_.season().matches[index];
  MatchFacts& facts = context_.match_facts[index];
  match.date = date_;
  match.time = time_;
  match.utc_offset = utc_offset_;
  if (own_date) {
    if (own_date->date.day != 0) match.date = context_.iso_date(*own_date, context_.at(text));
    if (own_date->time) {
      match.time = own_date->time;
      match.utc_offset = own_date->utc_offset;
    }
  }
  apply_score(*parsed, match, facts);
  if (!parsed->unread_note.empty()) {
    context_.diagnostics.add(Code::value_unreadable, context_.at(text, parsed->unread_note),
                             "note \"" + std::string(parsed->unread_note) +
                                 "\" behind the match was not understood",
                             {{"found", std::string(parsed->unread_note)}});
  }
  context_.claim(text.line, text.line, LineClass::record, "match line", "matches", index);
  any_match_ = true;
  settle_waiting(index);
  match_ = run_match_ = index;
  return true;
}

Fit SectionReader::best_side(std::size_t match, std::string_view team, Side& side) const {
  if (match == none) return Fit::no;
  const Match& record = context_.season().matches[match];
  const Fit home = fit(team, record.home);
  const Fit away = fit(team, record.away);
  if (home == away) return Fit::no;  // Neither, or both: a side against itself.
  side = home > away ? Side::home : Side::away;
  return std::max(home, away);
}

void SectionReader::attach(std::size_t match, const wiki::Text& text, std::string_view rule) {
  Match& record = context_.season().matches[match];
  record.end_line = std::max(record.end_line, text.line);
  context_.claim(text.line, text.line, LineClass::record, rule, "matches", match);
}

void SectionReader::add_goals(std::size_t match, Side side, const wiki::Text& text,
                              const std::vector<Scorer>& scorers) {
  attach(match, text, "scorer line");
  add_scorers(context_, match, side, text, scorers);
}

bool SectionReader::scorer_line(const wiki::Text& text, bool indented, bool joined) {
  const std::string_view whole = text.text;
  const std::size_t match = joined || indented ? match_ : run_match_;
  // A side's own name may hold a colon: try the sides before the first colon.
  std::size_t colon = std::string_view::npos;
  if (match != none) {
    const Match& record = context_.season().matches[match];
    for (const std::string* side : {&record.home, &record.away}) {
      if (whole.size() > side->size() && whole.substr(0, side->size()) == *side) {
        const std::size_t at = whole.find_first_not_of(' ', side->size());
        if (at != std::string_view::npos && whole[at] == ':') colon = at;
      }
    }
  }
  if (colon == std::string_view::npos) colon = whole.find(':');
  if (colon == std::string_view::npos) {
    // No team named: only where one side alone has scored is it known whose goals these are.
    if (match == none || !(indented || joined)) return false;
    const Score& score = context_.season().matches[match].score;
    const MaybePair total = score.extra_time ? score.extra_time : score.full_time;
    auto scorers = parse_scorers(whole);
    if (!scorers || !total || (total->home > 0) == (total->away > 0)) return false;
    if (std::all_of(scorers->begin(), scorers->end(),
                    [](const Scorer& scorer) { return scorer.minutes.empty(); })) {
      return false;
    }
    const Side side = total->home > 0 ? Side::home : Side::away;
    context_.diagnostics.add(Code::scorer_team_unknown, Severity::warning, context_.at(text),
                             "scorers without a team, given to the only side that scored",
                             {{"basis", std::string("score")}});
    add_goals(match, side, text, *scorers);
    return true;
  }
  const std::string_view team = text::trim(whole.substr(0, colon));
  if (team.empty() || team.size() > 80) return false;
  auto scorers = parse_scorers(whole.substr(colon + 1));
  if (!scorers) return false;
  const bool with_minutes = std::any_of(scorers->begin(), scorers->end(), [](const Scorer& scorer) {
    return !scorer.minutes.empty();
  });
  Side side = Side::home;
  const Fit found = best_side(match, team, side);
  if (found == Fit::equal) {
    add_goals(match, side, text, *scorers);
    return true;
  }
  if (!with_minutes && found == Fit::no) {
    const bool names = std::all_of(scorers->begin(), scorers->end(), [](const Scorer& scorer) {
      return looks_like_name(scorer.name);
    });
    if (!indented || !names || !looks_like_name(team)) return false;
  }
  // Perhaps the next match's; that one decides.
  waiting_.push_back({text, team, std::move(*scorers), match});
  if (found == Fit::alike) settle_waiting(none);
  return true;
}

void SectionReader::settle_waiting(std::size_t next_match) {
  for (Waiting& waiting : waiting_) {
    Side side = Side::home;
    // Above its match, or under it with another spelling.
    std::size_t match = next_match;
    Fit found = best_side(next_match, waiting.team, side);
    if (found == Fit::no || (found == Fit::alike && waiting.match != none)) {
      Side other = Side::home;
      const Fit before = best_side(waiting.match, waiting.team, other);
      if (before != Fit::no) {
        match = waiting.match;
        side = other;
        found = before;
      }
    }
    if (found == Fit::equal) {
      add_goals(match, side, waiting.text, waiting.scorers);
      continue;
    }
    if (found == Fit::alike) {
      const Match& record = context_.season().matches[match];
      const std::string& name = side == Side::home ? record.home : record.away;
      context_.diagnostics.add(
          Code::scorer_team_unknown, Severity::warning, context_.at(waiting.text, waiting.team),
          "scorers of \"" + std::string(waiting.team) + "\" given to " + name + ", spelled a bit differently",
          {{"team", name}, {"found", std::string(waiting.team)}, {"basis", std::string("spelling")}});
      add_goals(match, side, waiting.text, waiting.scorers);
      continue;
    }
    // By position: the side under whose match it stands that has no scorers yet.
    if (waiting.match != none) {
      const MatchFacts& facts = context_.match_facts[waiting.match];
      const Match& record = context_.season().matches[waiting.match];
      const MaybePair total = record.score.extra_time ? record.score.extra_time : record.score.full_time;
      const bool home_open = !facts.home_listed && (!total || total->home > 0);
      const bool away_open = !facts.away_listed && (!total || total->away > 0);
      // A name that another team of the article bears is no misspelling of this side.
      const bool other_team = context_.teams.find(waiting.team).has_value();
      if (home_open != away_open && !other_team) {
        const Side open = home_open ? Side::home : Side::away;
        const std::string& name = home_open ? record.home : record.away;
        context_.diagnostics.add(
            Code::scorer_team_unknown, context_.at(waiting.text, waiting.team),
            "\"" + std::string(waiting.team) + "\" is no side of " + record.home + " against " +
                record.away + ", its scorers are given to " + name + " by position",
            {{"found", std::string(waiting.team)}, {"team", name}, {"basis", std::string("position")}});
        add_goals(waiting.match, open, waiting.text, waiting.scorers);
        continue;
      }
    }
    context_.diagnostics.add(Code::scorer_team_unknown, context_.at(waiting.text, waiting.team),
                             "\"" + std::string(waiting.team) +
                                 "\" is no side of the match above or below, its scorers are not read",
                             {{"found", std::string(waiting.team)}});
    context_.unread(waiting.text, "scorers of a side of the match above or below");
    context_.claim(waiting.text.line, waiting.text.line, LineClass::unread, "scorer line");
  }
  waiting_.clear();
}

bool SectionReader::venue_line(const wiki::Text& text, bool joined) {
  const std::size_t match = joined ? match_ : run_match_;
  if (match == none) return false;
  const auto venue = parse_venue_line(text.text);
  if (!venue) return false;
  Match& record = context_.season().matches[match];
  const auto set = [](MaybeText& into, std::string_view value) {
    if (!value.empty() && !into) into = std::string(value);
  };
  set(record.stadium, venue->stadium);
  set(record.city, venue->city);
  set(record.referee, venue->referee);
  if (!venue->attendance.empty()) {
    record.attendance = parse_count(venue->attendance);
    if (!record.attendance) {
      context_.diagnostics.add(Code::value_unreadable, context_.at(text, venue->attendance),
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
  const bool match_list = place_.expects_matches() || any_match_;
  const bool under_match = run_match_ != none || (indented && match_ != none);
  if (under_match && venue_line(text, joined)) return;
  if (date_line(text) || match_line(text)) return;
  if ((match_list || indented) && scorer_line(text, indented, joined && run_match_ != none)) return;
  const auto failed_match = [&] {
    const auto match = parse_match_line(text.text);
    return match && match->separator == Separator::score;
  };
  if (looks_like_prose(text.text) || (!match_list && !indented && !failed_match())) {
    context_.claim(text.line, text.line, LineClass::prose, "prose");
    read_claims(context_, text);
    return;
  }
  context_.unread(text, match_list ? "a match, a date, scorers or a venue" : "prose or a match");
}

bool SectionReader::list_item(const wiki::Text& text) {
  end_of_run();
  return date_line(text) || match_line(text);
}

void SectionReader::end() { settle_waiting(none); }

}  // namespace

void read_section(Context& context, const wiki::Section& section, const Place& place, Topic topic) {
  SectionReader reader(context, place);
  TieBreakerReader criteria(context, topic == Topic::tie_breakers);
  for (const wiki::Block& block : section.blocks) {
    if (const auto* line = std::get_if<wiki::Line>(&block.content)) {
      criteria.introduced_by(line->text);
      reader.line(line->text, line->indented, block.joined);
      continue;
    }
    if (const auto* item = std::get_if<wiki::ListItem>(&block.content)) {
      if (topic == Topic::see_also) {
        SeeAlso record;
        record.title = std::string(item->text.text);
        record.line = item->text.line;
        context.claim(item->text.line, item->text.line, LineClass::record, "see also", "see_also",
                      context.season().see_also.size());
        context.season().see_also.push_back(std::move(record));
      } else if (!criteria.item(*item) && !reader.list_item(item->text)) {
        context.claim(item->text.line, item->text.line, LineClass::prose, "list item");
      }
      continue;
    }
    reader.end_of_run();
    if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
      read_table(context, *table, place);
    } else if (const auto* box = std::get_if<wiki::Template>(&block.content)) {
      read_template(context, *box, place);
    }
  }
  reader.end();
  criteria.end();
}

}  // namespace acta::football
