#include "football/box/match.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/box/box.hpp"
#include "football/box/fields.hpp"
#include "football/draft/match.hpp"
#include "football/draft/score.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/mark.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/name.hpp"
#include "football/phrase/scorers.hpp"
#include "football/phrase/title.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "words/templates.hpp"
#include "words/words.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;
using words::Kind;

namespace {

bool is_missed(const wiki::Call& call) { return call.name == words::picture::kick_missed; }

bool is_kick(const wiki::Call& call) {
  return call.name == words::picture::kick_scored || is_missed(call);
}

bool is_no_goal(const wiki::Call& call) { return is_card(call) || is_missed(call); }

// The calls in a text that say such things, asked for from left to right.
class Pictures {
 public:
  Pictures(const wiki::Text& text, bool (*are_meant)(const wiki::Call&))
      : calls_(text.calls), are_meant_(are_meant) {}

  // The next one that begins here or further on, or null.
  const wiki::Call* next(std::size_t from) {
    for (; !calls_.empty(); calls_ = calls_.subspan(1)) {
      const wiki::Call& call = calls_.front();
      if (call.begin >= from && are_meant_(call)) return &call;
    }
    return nullptr;
  }

  // Takes that one.
  void take() { calls_ = calls_.subspan(1); }

 private:
  std::span<const wiki::Call> calls_;
  bool (*are_meant_)(const wiki::Call&);
};

// Who a picture stands behind: Pino in "Sol 12', Pino" and in "Pino 12', 33'".
std::string_view player_before(std::string_view text) {
  while (!text.empty()) {
    const std::size_t cut = text.find_last_of(",;");
    std::string_view piece = cut == std::string_view::npos ? text : text.substr(cut + 1);
    piece = piece.substr(0, piece.find_first_of("0123456789("));
    while (piece.starts_with('*') || piece.starts_with(' ')) piece.remove_prefix(1);
    if (!text::trim(piece).empty()) return text::trim(piece);
    if (cut == std::string_view::npos) return {};
    text = text.substr(0, cut);
  }
  return {};
}

// Whether a minute stands in a piece of a scorer list.
bool holds_minute(std::string_view piece) {
  while (!piece.empty()) {
    const text::CodePoint next = text::front(piece);
    if (next.value == '\'' || next.value == 0x2019) return true;
    piece.remove_prefix(next.size);
  }
  return false;
}

// The goals and kicks of one side of a match box.
class SideReader {
 public:
  SideReader(Draft& draft, std::size_t match, Side side)
      : draft_(draft), match_(match), side_(side) {}

  // A scorer list: an entry a line, or several.
  void goals(wiki::Lines lines) {
    for (const wiki::Text& line : lines) {
      // Most are an entry without a mark.
      const bool has_marks = line.text.find('*') != std::string_view::npos || !line.calls.empty();
      if (!has_marks) {
        goal_line(line);
        continue;
      }
      for (const wiki::Text& entry : between_stars(line)) {
        for (const wiki::Text& text : without_cards(entry)) goal_line(text);
      }
    }
  }

  // Kicks: a name and its mark, in either order.
  void kicks(wiki::Lines lines) {
    for (const wiki::Text& text : lines) {
      const std::string_view line = text.text;
      Pictures pictures(text, is_kick);
      std::size_t begin = 0;
      while (const wiki::Call* const mark = pictures.next(0)) {
        pictures.take();
        std::string_view name = text::trim(line.substr(begin, mark->begin - begin));
        begin = mark->end;
        if (name.empty()) {
          const wiki::Call* const after = pictures.next(0);
          const std::size_t end = after == nullptr ? line.size() : after->begin;
          name = text::trim(line.substr(begin, end - begin));
          begin = end;
        }
        kick(text, name, !is_missed(*mark));
      }
    }
  }

 private:
  // A part of a text with the links and calls inside it.
  wiki::Text piece_of(const wiki::Text& text, std::size_t begin, std::size_t end) {
    wiki::Text out = text;
    out.text = text.text.substr(begin, end - begin);
    std::vector<wiki::Link> links;
    for (wiki::Link link : text.links) {
      if (link.begin < begin || link.end > end) continue;
      link.begin -= static_cast<std::uint32_t>(begin);
      link.end -= static_cast<std::uint32_t>(begin);
      links.push_back(link);
    }
    out.links = draft_.keep_links(std::move(links));
    out.calls = {};
    if (text.calls.empty()) return out;
    std::vector<wiki::Call> calls;
    for (wiki::Call call : text.calls) {
      if (call.begin < begin || call.end > end) continue;
      call.begin -= static_cast<std::uint32_t>(begin);
      call.end -= static_cast<std::uint32_t>(begin);
      calls.push_back(call);
    }
    out.calls = draft_.keep_calls(std::move(calls));
    return out;
  }

  // "Pino 10' *Mar 70'": list items that were written on one line.
  std::vector<wiki::Text> between_stars(const wiki::Text& line) {
    std::vector<wiki::Text> entries;
    const std::string_view text = line.text;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && (text[i] != '*' || (i > 0 && text[i - 1] != ' '))) continue;
      if (i > begin && !text::trim(text.substr(begin, i - begin)).empty())
        entries.push_back(begin == 0 && i == text.size() ? line : piece_of(line, begin, i));
      begin = i + 1;
    }
    return entries;
  }

  // Where a list goes on behind a mark.
  static std::size_t behind_mark(std::string_view text, const wiki::Call& mark,
                                 Pictures& pictures) {
    std::size_t next = mark.end;
    // The minute of a penalty that was missed goes with it.
    if (is_missed(mark)) {
      const wiki::Call* const after = pictures.next(next);
      const std::size_t end = after == nullptr ? text.size() : after->begin;
      next = std::min(text.substr(0, end).find_first_of(",;", next), end);
    }
    return std::min(text.find_first_not_of(" ,;", next), text.size());
  }

  // What a picture says of the player that it stands behind; `behind` is the text up to where the
  // list goes on.
  void add_mark(const wiki::Text& line, std::string_view player, const wiki::Call& call,
                std::string_view behind) {
    Match& match = draft_.matches[match_].record;
    const auto fill = [&](auto& record, const MarkMinute& at) {
      record.side = side_;
      if (!player.empty() && !names_nobody(player)) {
        record.player = std::string(player);
        record.player_id = player_of(line, player).id;
      }
      record.minute = at.minute;
      record.stoppage = at.stoppage;
      draft_.locate_part(record, line.line);
    };
    if (is_missed(call)) {
      MarkMinute at = minute_of(call);
      if (!at.minute) at = parse_minute(behind);
      fill(match.missed_penalties.emplace_back(), at);
      return;
    }
    for (const CardMark& mark : cards_of(call)) {
      Card& card = match.cards.emplace_back();
      card.kind = mark.kind;
      fill(card, mark.at);
    }
  }

  // The pieces of a scorer list without those who only got a card or missed a penalty: these are
  // records of their own.
  std::vector<wiki::Text> without_cards(const wiki::Text& line) {
    const std::string_view text = line.text;
    Pictures pictures(line, is_no_goal);
    std::string_view player;  // Of the last picture.
    std::vector<wiki::Text> pieces;
    std::string carried;  // A name whose goal stands behind a card.
    std::size_t begin = 0;
    while (begin < text.size()) {
      const wiki::Call* const call = pictures.next(begin);
      if (call != nullptr) pictures.take();
      const std::size_t mark = call == nullptr ? text.size() : call->begin;
      const std::size_t next = call == nullptr ? mark : behind_mark(text, *call, pictures);
      if (call != nullptr) {
        const std::string_view named = player_before(text.substr(begin, mark - begin));
        if (!named.empty()) player = named;
        add_mark(line, player, *call, text.substr(call->end, next - call->end));
      }
      const std::string before = carried + std::string(text.substr(begin, mark - begin));
      std::size_t kept = before.size();
      const bool goes_on =
          call != nullptr && next < text.size() && text::ascii_digits.contains(text[next]);
      // Who got the card stands behind the last separator.
      const std::size_t cut = before.find_last_of(",;");
      const std::size_t name = cut == std::string::npos ? 0 : cut + 1;
      const bool scored = holds_minute(std::string_view(before).substr(name));
      if (call != nullptr && !scored) kept = cut == std::string::npos ? 0 : cut;
      if (!text::trim(std::string_view(before).substr(0, kept)).empty()) {
        if (carried.empty()) {
          pieces.push_back(piece_of(line, begin, begin + kept));
        } else {
          wiki::Text joined = line;
          joined.text = draft_.keep(before.substr(0, kept));
          joined.links = {};
          joined.calls = {};
          pieces.push_back(joined);
        }
      }
      // "Ronaldo {{yel|80}}, {{goal|85}}": the name belongs to the goal behind the card.
      carried = goes_on && !scored ? before.substr(name) : std::string();
      begin = next;
    }
    return pieces;
  }

  // "Pino 12', 33' Mar 70' (pen.) Sol 88'": a name begins behind a minute or its note.
  bool goals_between_minutes(const wiki::Text& line) {
    const std::string_view text = line.text;
    std::vector<wiki::Text> pieces;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= text.size(); ++i) {
      const bool ends = i + 1 < text.size() && text[i] == ' ' &&
                        (text[i - 1] == '\'' || text[i - 1] == ')') &&
                        ((text[i + 1] >= 'A' && text[i + 1] <= 'Z') || text[i + 1] < 0);
      if (!ends && i != text.size()) continue;
      pieces.push_back(piece_of(line, begin, i));
      begin = i + 1;
    }
    std::vector<std::vector<Scorer>> read;
    for (const wiki::Text& piece : pieces) {
      auto scorers = parse_scorers(piece.text);
      if (!scorers || scorers->front().name.empty()) return false;
      for (const Scorer& scorer : *scorers) {
        if (scorer.minutes.empty() || (&scorer != &scorers->front() && !scorer.name.empty()))
          return false;
      }
      read.push_back(std::move(*scorers));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i)
      add_scorers(draft_, match_, side_, pieces[i], read[i]);
    return true;
  }

  // Goals of the side by the score; none where it is not known.
  MaybeInt goals_by_score() const {
    const MaybePair total = total_of(draft_.matches[match_].record);
    if (!total) return std::nullopt;
    return side_ == Side::home ? total->home : total->away;
  }

  // "Mora 50", "74, 90+2": in a list of goals a number is a minute, where it is not as many goals
  // as the side has.
  bool goals_at_bare_minutes(const wiki::Text& line) {
    const std::string_view text = line.text;
    if (holds_minute(text)) return false;
    std::string marked;
    std::vector<std::size_t> primes;  // Where they stand in `text`.
    std::int32_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = minute_end(text, at);
      if (end == at) {
        if (text::ascii_digits.contains(text[at])) return false;
        marked += text[at++];
        continue;
      }
      sum +=
          parse_count(text.substr(at, text.find_first_not_of("0123456789", at) - at)).value_or(0);
      (marked += text.substr(at, end - at)) += '\'';
      primes.push_back(end);
      at = end;
    }
    if (primes.empty() || sum == goals_by_score()) return false;
    const wiki::Text list = with_primes(line, std::move(marked), primes);
    const auto scorers = parse_scorers(list.text);
    const auto is_goal = [](const Scorer& scorer) { return !scorer.minutes.empty(); };
    if (!scorers || !std::all_of(scorers->begin(), scorers->end(), is_goal)) return false;
    add_scorers(draft_, match_, side_, list, *scorers);
    return true;
  }

  // Where a bare minute that begins here ends; here itself where none does.
  static std::size_t minute_end(std::string_view text, std::size_t at) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != ',') return at;
    const auto digits_end = [&](std::size_t from) {
      return std::min(text::ascii_digits.find_outside(text, from), text.size());
    };
    std::size_t end = digits_end(at);
    const MaybeInt minute = parse_count(text.substr(at, end - at));
    if (end == at || !minute || *minute < 1 || *minute > 130) return at;
    if (text.substr(end).starts_with('+')) end = digits_end(end + 1);
    return end == text.size() || text[end] == ',' || text[end] == ' ' ? end : at;
  }

  // A list whose minutes got their primes, its links where they stand then.
  wiki::Text with_primes(const wiki::Text& line, std::string marked,
                         const std::vector<std::size_t>& primes) {
    std::vector<wiki::Link> links;
    for (wiki::Link link : line.links) {
      const auto before = static_cast<std::uint32_t>(std::count_if(
          primes.begin(), primes.end(), [&](std::size_t at) { return at <= link.begin; }));
      link.begin += before;
      link.end += before;
      links.push_back(link);
    }
    wiki::Text list = line;
    list.text = draft_.keep(std::move(marked));
    list.links = draft_.keep_links(std::move(links));
    return list;
  }

  void goal_line(const wiki::Text& text) {
    if (goals_at_bare_minutes(text)) return;
    const auto scorers = parse_scorers(text.text);
    if (scorers) {
      add_scorers(draft_, match_, side_, text, *scorers);
      return;
    }
    if (goals_between_minutes(text)) return;
    const std::string found(text.text.substr(0, 60));
    draft_.diagnostics.add(Code::scorer_unread, draft_.at(text),
                           "\"" + found + "\" does not read like scorers", {{"found", found}});
  }

  void kick(const wiki::Text& text, std::string_view name, bool scored) {
    constexpr std::string_view separators = ",;* ";
    const std::size_t first = std::min(name.find_first_not_of(separators), name.size());
    name = name.substr(first, name.find_last_not_of(separators) + 1 - first);
    Kick kick;
    kick.side = side_;
    kick.scored = scored;
    draft_.locate_part(kick, text.line);
    if (!name.empty()) {
      kick.player = std::string(name);
      kick.player_id = player_of(text, name).id;
    }
    draft_.matches[match_].record.shootout.push_back(std::move(kick));
  }

  const Entity& player_of(const wiki::Text& text, std::string_view name) {
    const MatchFacts& facts = draft_.matches[match_].facts;
    return draft_.player(text, name, side_ == Side::home ? facts.home : facts.away, false);
  }

  Draft& draft_;
  std::size_t match_;
  Side side_;
};

// "Partido 1", "Match 12": which match of the competition it is.
bool numbers_match(std::string_view round) {
  const words::Found word = words::longest(Kind::match_number, round);
  return word && round.substr(word.bytes).starts_with(' ') &&
         parse_count(text::trim(round.substr(word.bytes)));
}

// A shoot-out without brackets and words around it: "(5–4)", "5–4 (p)", "5–4 pens."
std::string_view kicks_alone(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto opens_word = [](char c) {
    return c == '(' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const auto* const word =
      std::find_if(text.begin() + std::min<std::size_t>(1, text.size()), text.end(), opens_word);
  return text.substr(0, static_cast<std::size_t>(word - text.begin()));
}

// Reads one match box.
class MatchBox {
 public:
  MatchBox(Draft& draft, const wiki::Template& box) : draft_(draft), box_(box), fields_(box) {}

  void read(const Place& around) {
    if (!find_sides()) {
      refuse();
      return;
    }
    add(place(around));
    score();
    penalties();
    aggregate();
    date();
    venue();
    goals(Side::home, Kind::field_goals_home);
    goals(Side::away, Kind::field_goals_away);
    kicks(Side::home, Kind::field_kicks_home);
    kicks(Side::away, Kind::field_kicks_away);
    claim_box(draft_, box_, "match box", {RecordKind::matches, index_});
  }

  // {{Infobox football match}}: the goals of each side are fields of their own.
  void read_infobox() {
    if (!find_sides()) return;
    add({});
    const auto home = parse_count(fields_.text(Kind::field_home_score));
    const auto away = parse_count(fields_.text(Kind::field_away_score));
    MatchLine line;
    if (home && away) line.score = Pair{*home, *away};
    // "After extra time<br />Aldea won 4–3 on penalties"
    const std::string details = fields_.text(Kind::field_details);
    line.extra_time = bool(words::contains(Kind::extra_time, Kind::sudden_death, details));
    apply_score(line, draft_.matches[index_]);
    penalties();
    date();
    venue();
  }

 private:
  Match& record() { return draft_.matches[index_].record; }

  bool find_sides() {
    home_ = fields_.first(Kind::field_home);
    away_ = fields_.first(Kind::field_away);
    home_.text = without_level(without_marks(home_.text));
    away_.text = without_level(without_marks(away_.text));
    return !home_.empty() && !away_.empty();
  }

  // A box without teams and score holds nothing yet.
  void refuse() {
    if (fields_.find(Kind::field_score) != nullptr) {
      refuse_box(draft_, box_, "two teams");
    } else {
      draft_.readings.claim(box_.line, box_.end_line, LineClass::residue, "empty match box");
    }
  }

  void add(const Place& place) {
    index_ = draft_.add_match(place, {home_, away_}, box_.line, box_.end_line);
  }

  // The place of the match: the box may know its round, group or leg where no heading does.
  Place place(const Place& around) {
    Place place = around;
    const std::string round = fields_.text(Kind::field_round);
    if (!round.empty() && !around.round) set_round(place, round);
    place.replay |= classify_heading(round).replay;
    // "competición = Ida"
    if (!place.leg) place.leg = classify_heading(fields_.text(Kind::field_competition)).leg;
    return place;
  }

  void set_round(Place& place, const std::string& round) {
    Heading heading = classify_heading(round);
    if (!heading.round && parse_count(round)) {
      const std::string_view matchday = words::written(Kind::matchday, words::Language::english);
      heading = classify_heading(std::string(matchday) + " " + round);
    }
    if (heading.round || (!heading.group && !numbers_match(round))) {
      place.round = round;
      place.kind = heading.kind.value_or(RoundKind::other);
      place.ordinal = heading.ordinal;
      place.line = box_.line;
    }
    if (heading.group && !place.group) place.group = heading.group;
  }

  void score() {
    std::optional<MatchLine> parsed;
    if (const wiki::Field* score = fields_.find(Kind::field_score)) {
      const std::string text = join_lines(score->value);
      if (!text.empty()) parsed = read_score(draft_, score->first(), text);
    }
    MatchLine line = parsed.value_or(MatchLine{});
    const std::string extra_time = fields_.text(Kind::field_extra_time);
    if (!extra_time.empty() && !words::exact(Kind::no, extra_time)) line.extra_time = true;
    apply_score(line, draft_.matches[index_]);
  }

  void penalties() {
    const wiki::Field* field = fields_.find(Kind::field_shoot_out);
    if (field == nullptr) return;
    const std::string_view text = field->first().text;
    const auto score = parse_score(kicks_alone(text));
    if (score && score->score) {
      record().score.penalties = score->score;
    } else {
      draft_.unreadable(draft_.at(field->first()), "shoot-out", text, "is no score");
    }
  }

  void aggregate() {
    if (const auto sum = parse_score(fields_.text(Kind::field_aggregate)))
      draft_.matches[index_].facts.aggregate = sum->score;
  }

  void date() {
    if (const wiki::Field* field = fields_.find(Kind::field_date)) {
      const wiki::Text text = field->first();
      std::optional<DateLine> line = parse_date_line(text.text);
      if (!line) line = parse_date_prefix(text.text);
      if (line) {
        record().date = draft_.iso_date(*line, draft_.at(text));
        set_time(*line);
      } else {
        draft_.unreadable(draft_.at(text), "date", text.text);
      }
    }
    time();
  }

  void time() {
    const std::string text = fields_.text(Kind::field_time);
    auto line = parse_time_prefix(text);
    if (!line) return;
    // "15:00 CLT (UTC-04)": the offset stands behind a local zone.
    const words::Found utc =
        line->utc_offset ? words::Found{} : words::contains(Kind::zone_utc, text);
    if (utc) {
      if (const auto offset = parse_time_prefix("00:00 " + text.substr(utc.at)))
        line->utc_offset = offset->utc_offset;
    }
    set_time(*line);
  }

  void set_time(const DateLine& line) {
    record().time = line.time;
    record().utc_offset = line.utc_offset;
  }

  void venue() {
    const std::string city = fields_.text(Kind::field_city);
    if (const wiki::Field* field = fields_.find(Kind::field_stadium)) stadium(*field, city.empty());
    if (!city.empty()) record().city = city;
    attendance();
    const std::string referee = fields_.text(Kind::field_referee);
    if (!referee.empty()) record().referee = referee;
  }

  // A stadium, and its city behind a comma where no field has the city.
  void stadium(const wiki::Field& field, bool with_city) {
    std::string text = join_lines(field.value, ", ");
    const std::size_t comma = with_city ? city_comma(field, text) : std::string::npos;
    if (comma != std::string::npos) {
      record().city = text.substr(comma + 2);
      text.erase(comma);
    }
    record().stadium = std::move(text);
  }

  // The comma in the joined lines of a field that parts the stadium from its city: behind a link
  // that begins the text, else the last one.  A link is never cut.
  static std::size_t city_comma(const wiki::Field& field, const std::string& text) {
    std::vector<wiki::Link> links;
    std::size_t begin = 0;
    for (const wiki::Text& line : field.value) {
      for (wiki::Link link : line.links) {
        link.begin += static_cast<std::uint32_t>(begin);
        link.end += static_cast<std::uint32_t>(begin);
        links.push_back(link);
      }
      begin += line.text.size() + 2;
    }
    if (!links.empty() && links.front().begin == 0 &&
        text.compare(std::min<std::size_t>(links.front().end, text.size()), 2, ", ") == 0)
      return links.front().end;
    std::size_t comma = text.rfind(", ");
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
      if (comma != std::string::npos && link->begin < comma && comma < link->end)
        comma = link->begin == 0 ? std::string::npos : text.rfind(", ", link->begin - 1);
    }
    return comma;
  }

  void attendance() {
    const wiki::Field* field = fields_.find(Kind::field_attendance);
    if (field == nullptr) return;
    const std::string_view text = field->first().text;
    record().attendance = parse_count(text);
    if (!record().attendance && text::ascii_digits.find_in(text) != std::string_view::npos)
      draft_.unreadable(draft_.at(field->first()), "attendance", text, "is not a whole number");
  }

  void goals(Side side, Kind kind) {
    const wiki::Field* field = fields_.find(kind);
    if (field != nullptr) SideReader(draft_, index_, side).goals(field->value);
  }

  void kicks(Side side, Kind kind) {
    const wiki::Field* field = fields_.find(kind);
    if (field != nullptr) SideReader(draft_, index_, side).kicks(field->value);
  }

  Draft& draft_;
  const wiki::Template& box_;
  Fields fields_;
  wiki::Text home_;
  wiki::Text away_;
  std::size_t index_ = no_index;
};

}  // namespace

void read_match_box(Draft& draft, const wiki::Template& box, const Place& place) {
  MatchBox(draft, box).read(place);
}

void read_match_infobox(Draft& draft, const wiki::Infobox& infobox) {
  wiki::Template box;
  box.name = "football box";
  box.fields = infobox.fields;
  box.line = infobox.line;
  box.end_line = infobox.end_line;
  MatchBox(draft, box).read_infobox();
}

}  // namespace acta::football
