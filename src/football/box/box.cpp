/// Match boxes and legs.

#include "football/box/box.hpp"

#include <algorithm>
#include <array>

#include "football/draft/match.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/name.hpp"
#include "football/table/reader.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;
using wiki::LineClass;

namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view key) {
  std::string out(key);
  for (char& c : out) c = lower(c);
  return out;
}

// Whether `name` is `key`, which is lower-case.
bool is_key(std::string_view name, std::string_view key) {
  return name.size() == key.size() && std::equal(key.begin(), key.end(), name.begin(),
                                                 [](char a, char b) { return a == lower(b); });
}

// "Partido 1", "Match 12": which match of the competition it is.
bool numbers_match(std::string_view round) {
  const std::string folded = text::fold(round);
  for (const std::string_view word : {"partido ", "match ", "game ", "juego ", "encuentro "}) {
    if (folded.starts_with(word) && parse_count(std::string_view(folded).substr(word.size())))
      return true;
  }
  return false;
}

}  // namespace

const wiki::Field* field_of(const wiki::Template& box, Keys keys) {
  for (const std::string_view key : keys) {
    for (const wiki::Field& field : box.fields) {
      if (is_key(field.key, key) && !field.value.empty()) return &field;
    }
  }
  return nullptr;
}

std::string text_of(const wiki::Template& box, Keys keys) {
  const wiki::Field* field = field_of(box, keys);
  return field == nullptr ? std::string() : join_lines(field->value);
}

MaybeInt count_in(const wiki::Template& box, const std::string& key) {
  for (const wiki::Field& field : box.fields) {
    if (field.key == key) return parse_signed(field.first().text);
  }
  return std::nullopt;
}

wiki::Text first_of(const wiki::Template& box, const std::string& key) {
  for (const wiki::Field& field : box.fields) {
    if (field.key == key) return field.first();
  }
  return {};
}

void BoxReader::refuse(std::string_view expected) {
  draft_.diagnostics.add(Code::unread_line, draft_.source.position(box_.offset),
                         "template \"" + std::string(box_.name) +
                             "\" was not understood, expected " + std::string(expected));
  draft_.readings.claim(box_.line, box_.end_line, LineClass::unread, "template");
}

bool BoxReader::sides(wiki::Text& home, wiki::Text& away) {
  const wiki::Field* one = field_of(box_, {"team1", "home", "local", "equipo1", "home_team"});
  const wiki::Field* two =
      field_of(box_, {"team2", "away", "visita", "visitante", "equipo2", "away_team"});
  if (one == nullptr || two == nullptr) return false;
  home = one->first();
  away = two->first();
  home.text = without_marks(home.text);
  away.text = without_marks(away.text);
  return !home.empty() && !away.empty();
}

void BoxReader::date(Match& record) {
  if (const wiki::Field* field = field_of(box_, {"date", "fecha"})) {
    const wiki::Text text = field->first();
    std::optional<DateLine> line = parse_date_line(text.text);
    if (!line) line = parse_date_prefix(text.text);
    if (line) {
      record.date = draft_.iso_date(*line, draft_.at(text));
      record.time = line->time;
      record.utc_offset = line->utc_offset;
    } else {
      draft_.diagnostics.add(Code::value_unreadable, draft_.at(text),
                             "date \"" + std::string(text.text) + "\" was not understood",
                             {{"found", std::string(text.text)}});
    }
  }
  const std::string time = text_of(box_, {"time", "hora"});
  if (const auto line = parse_time_prefix(time)) {
    record.time = line->time;
    record.utc_offset = line->utc_offset;
    // "15:00 CLT (UTC-04)": the offset stands behind a local zone.
    if (!record.utc_offset) {
      const std::size_t utc = time.find("UTC");
      if (utc != std::string::npos) {
        if (const auto offset = parse_time_prefix("00:00 " + time.substr(utc)))
          record.utc_offset = offset->utc_offset;
      }
    }
  }
}

constexpr std::string_view scored_mark = "\xE2\x9C\x93";
constexpr std::string_view missed_mark = "\xE2\x9C\x97";

// A part of a text with the links inside it.
wiki::Text BoxReader::piece_of(const wiki::Text& text, std::size_t begin, std::size_t end) {
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
  return out;
}

// The pieces of a scorer list without those who only got a card.
std::vector<wiki::Text> BoxReader::without_cards(const wiki::Text& line) {
  const std::string_view text = line.text;
  std::size_t card = text.find(wiki::card_mark);
  std::size_t missed_at = text.find(missed_mark);
  // Each byte is looked at once: marks are asked for from left to right.
  const auto find_mark = [&](std::size_t from) {
    if (card < from) card = text.find(wiki::card_mark, from);
    if (missed_at < from) missed_at = text.find(missed_mark, from);
    return std::min({card, missed_at, text.size()});
  };
  const auto scores = [](std::string_view piece) {
    return piece.find('\'') != std::string_view::npos ||
           piece.find("\xE2\x80\x99") != std::string_view::npos;
  };
  std::vector<wiki::Text> pieces;
  std::string carried;  // A name whose goal stands behind a card.
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t mark = find_mark(begin);
    std::size_t next = mark;
    if (mark < text.size()) {
      const bool missed = text.substr(mark).starts_with(missed_mark);
      next += missed ? missed_mark.size() : wiki::card_mark.size();
      // The minute of a penalty that was missed goes with it.
      if (missed) {
        const std::size_t end = find_mark(next);
        const std::size_t comma = text.substr(0, end).find_first_of(",;", next);
        next = std::min(comma, end);
      }
      next = std::min(text.find_first_not_of(" ,;", next), text.size());
    }
    const std::string before = carried + std::string(text.substr(begin, mark - begin));
    std::size_t kept = before.size();
    const bool goes_on =
        mark < text.size() && next < text.size() && text[next] >= '0' && text[next] <= '9';
    // Who got the card stands behind the last separator.
    const std::size_t cut = before.find_last_of(",;");
    const std::size_t name = cut == std::string::npos ? 0 : cut + 1;
    const bool scored = scores(std::string_view(before).substr(name));
    if (mark < text.size() && !scored) kept = cut == std::string::npos ? 0 : cut;
    if (!text::trim(std::string_view(before).substr(0, kept)).empty()) {
      if (carried.empty()) {
        pieces.push_back(piece_of(line, begin, begin + kept));
      } else {
        wiki::Text joined = line;
        joined.text = draft_.keep(before.substr(0, kept));
        joined.links = {};
        pieces.push_back(joined);
      }
    }
    // "Ronaldo {{yel|80}}, {{goal|85}}": the name belongs to the goal behind the card.
    carried = goes_on && !scored ? before.substr(name) : std::string();
    begin = next;
  }
  return pieces;
}

// A scorer list in a box: an entry a line, or several.
void BoxReader::goals(std::size_t match, Side side, const wiki::Field* field) {
  if (field == nullptr) return;
  for (const wiki::Text& line : field->value) {
    // Most are an entry without a mark.
    const bool has_marks = line.text.find('*') != std::string_view::npos ||
                           line.text.find(wiki::card_mark) != std::string_view::npos ||
                           line.text.find(missed_mark) != std::string_view::npos;
    if (!has_marks) {
      goal_line(match, side, line);
      continue;
    }
    for (const wiki::Text& entry : between_stars(line)) {
      for (const wiki::Text& text : without_cards(entry)) goal_line(match, side, text);
    }
  }
}

// "Pino 10' *Mar 70'": list items that were written on one line.
std::vector<wiki::Text> BoxReader::between_stars(const wiki::Text& line) {
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

// "Pino 12', 33' Mar 70' (pen.) Sol 88'": a name begins behind a minute or its note.
bool BoxReader::goals_between_minutes(std::size_t match, Side side, const wiki::Text& line) {
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
    add_scorers(draft_, match, side, pieces[i], read[i]);
  return true;
}

void BoxReader::goal_line(std::size_t match, Side side, const wiki::Text& text) {
  const auto scorers = parse_scorers(text.text);
  if (!scorers && goals_between_minutes(match, side, text)) return;
  if (!scorers) {
    const std::string found(text.text.substr(0, 60));
    draft_.diagnostics.add(Code::scorer_unread, draft_.at(text),
                           "\"" + found + "\" does not read like scorers", {{"found", found}});
    return;
  }
  add_scorers(draft_, match, side, text, *scorers);
}

void BoxReader::kicks(std::size_t match, Side side, const wiki::Field* field) {
  if (field == nullptr) return;
  for (const wiki::Text& text : field->value) {
    const std::string_view line = text.text;
    std::size_t scored = line.find(scored_mark);
    std::size_t missed = line.find(missed_mark);
    // Each byte is looked at once: marks are asked for from left to right.
    const auto next_mark = [&](std::size_t from) {
      if (scored < from) scored = line.find(scored_mark, from);
      if (missed < from) missed = line.find(missed_mark, from);
      return std::min({scored, missed, line.size()});
    };
    // A name and its mark, in either order.
    std::size_t begin = 0;
    for (std::size_t at = next_mark(0); at < line.size(); at = next_mark(begin)) {
      const bool in = at == scored;
      std::string_view name = text::trim(line.substr(begin, at - begin));
      begin = at + scored_mark.size();
      if (name.empty()) {
        const std::size_t end = next_mark(begin);
        name = text::trim(line.substr(begin, end - begin));
        begin = end;
      }
      kick(match, side, text, name, in);
    }
  }
}

void BoxReader::kick(std::size_t match, Side side, const wiki::Text& text, std::string_view name,
                     bool scored) {
  constexpr std::string_view separators = ",;* ";
  const std::size_t first = std::min(name.find_first_not_of(separators), name.size());
  name = name.substr(first, name.find_last_not_of(separators) + 1 - first);
  const MatchFacts& facts = draft_.matches[match].facts;
  Kick kick;
  kick.side = side;
  kick.scored = scored;
  kick.line = text.line;
  if (!name.empty()) {
    kick.player = std::string(name);
    kick.player_id =
        draft_.player(text, name, side == Side::home ? facts.home : facts.away, false).id;
  }
  draft_.matches[match].record.shootout.push_back(std::move(kick));
}

void BoxReader::penalties(Match& record) {
  const wiki::Field* field = field_of(
      box_, {"penaltyscore", "resultado penalti", "resultado penaltis", "resultado_penalti"});
  if (field == nullptr) return;
  // "5–4", "(5–4)", "5–4 (p)", "5–4 pens."
  std::string_view text = field->first().text;
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const std::size_t words = text.find_first_of("(abcdefghijklmnopqrstuvwxyzP", 1);
  const auto score = parse_score(text.substr(0, words));
  if (score && score->score) {
    record.score.penalties = score->score;
  } else {
    draft_.diagnostics.add(Code::value_unreadable, draft_.at(field->first()),
                           "shoot-out \"" + std::string(field->first().text) + "\" is no score",
                           {{"found", std::string(field->first().text)}});
  }
}

void BoxReader::venue(Match& record) {
  const wiki::Field* stadium = field_of(box_, {"stadium", "estadio", "venue"});
  const std::string city = text_of(box_, {"location", "city", "ciudad"});
  if (stadium != nullptr) {
    std::string text = join_lines(stadium->value, ", ");
    std::size_t comma = text.rfind(", ");
    // "[[Faro]], Puerto, Litoral": the stadium is what the first link shows.
    const std::span<const wiki::Link> links = stadium->first().links;
    if (!links.empty() && links.front().begin == 0 &&
        text.compare(std::min<std::size_t>(links.front().end, text.size()), 2, ", ") == 0)
      comma = links.front().end;
    if (city.empty() && comma != std::string::npos) {
      record.city = text.substr(comma + 2);
      text.erase(comma);
    }
    record.stadium = text;
  }
  if (!city.empty()) record.city = city;
  if (const wiki::Field* attendance = field_of(box_, {"attendance", "asistencia"})) {
    record.attendance = parse_count(attendance->first().text);
    if (!record.attendance &&
        attendance->first().text.find_first_of("0123456789") != std::string_view::npos) {
      draft_.diagnostics.add(
          Code::value_unreadable, draft_.at(attendance->first()),
          "attendance \"" + std::string(attendance->first().text) + "\" is not a whole number",
          {{"found", std::string(attendance->first().text)}});
    }
  }
  const std::string referee =
      text_of(box_, {"referee", "refe", "\xC3\xA1rbitro", "arbitro", "\xC3\xA1rbitra"});
  if (!referee.empty()) record.referee = referee;
}

void BoxReader::match() {
  wiki::Text home;
  wiki::Text away;
  if (!sides(home, away)) {
    // A box without teams holds nothing yet.
    if (field_of(box_, {"score", "resultado", "result"}) == nullptr) {
      draft_.readings.claim(box_.line, box_.end_line, LineClass::residue, "empty match box");
    } else {
      refuse("two teams");
    }
    return;
  }
  Place own_place;
  const std::string round = text_of(box_, {"round", "suceso", "ronda"});
  const bool has_own_place = !round.empty() && !place_.round;
  if (has_own_place) {
    own_place = place_;
    Place& place = own_place;
    Heading heading = classify_heading(round);
    if (!heading.round && parse_count(round)) heading = classify_heading("Matchday " + round);
    if (heading.round || (!heading.group && !numbers_match(round))) {
      place.round = round;
      place.kind = heading.kind.value_or(RoundKind::other);
      place.ordinal = heading.ordinal;
      place.line = box_.line;
    }
    if (heading.group && !place.group) place.group = heading.group;
  }
  // "competición = Ida"
  const MaybeInt leg =
      place_.leg ? place_.leg : classify_heading(text_of(box_, {"competici\xC3\xB3n"})).leg;
  if (leg != place_.leg) {
    if (!has_own_place) own_place = place_;
    own_place.leg = leg;
  }
  const Place& place = has_own_place || leg != place_.leg ? own_place : place_;
  const std::size_t index = draft_.add_match(place, {home, away}, box_.line, box_.end_line);
  Match& record = draft_.matches[index].record;
  const wiki::Field* score = field_of(box_, {"score", "resultado", "marcador"});
  std::optional<MatchLine> parsed;
  if (score != nullptr) {
    std::string text = join_lines(score->value);
    if (!text.empty()) parsed = read_score(draft_, score->first(), text);
  }
  MatchLine line = parsed.value_or(MatchLine{});
  const std::string aet = lower(text_of(box_, {"aet", "pr\xC3\xB3rroga", "prorroga"}));
  if (!aet.empty() && aet != "no" && aet != "n") line.extra_time = true;
  apply_score(line, draft_.matches[index]);
  penalties(record);
  if (const auto sum = parse_score(text_of(box_, {"aggregatescore", "agg", "global"})); sum)
    draft_.matches[index].facts.aggregate = sum->score;
  date(record);
  venue(record);
  goals(index, Side::home, field_of(box_, {"goals1", "goleslocal", "goles1"}));
  goals(index, Side::away, field_of(box_, {"goals2", "golesvisita", "goles2"}));
  kicks(index, Side::home, field_of(box_, {"penalties1", "penaltis1"}));
  kicks(index, Side::away, field_of(box_, {"penalties2", "penaltis2"}));
  claim("match box", {RecordKind::matches, index});
}

void read_template(Draft& draft, const wiki::Template& box, const Place& place) {
  BoxReader reader(draft, box, place);
  if (box.name == "football box") {
    reader.match();
  } else if (box.name == "sports table") {
    reader.sports_table();
  } else if (box.name == "sports results") {
    reader.sports_results();
  } else if (box.name == "two leg result") {
    reader.legs(true);
  } else if (box.name == "one leg result") {
    reader.legs(false);
  } else if (box.name == "sports series") {
    reader.series();
  } else if (box.name == "bracket") {
    reader.bracket();
  } else if (box.name == "fb cl team") {
    reader.old_table(false);
  } else if (box.name == "fb r header" || box.name == "fb r team" || box.name == "fb r") {
    reader.old_grid();
  } else if (box.name == "tabla de posiciones equipo") {
    reader.old_table(true);
  } else {
    draft.diagnostics.add(Code::unread_line, draft.source.position(box.offset),
                          "template \"" + std::string(box.name) + "\" is not read");
    draft.readings.claim(box.line, box.end_line, LineClass::unread, "template");
  }
}

}  // namespace acta::football
