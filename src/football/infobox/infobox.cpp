#include "football/infobox/infobox.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "football/infobox/keys.hpp"
#include "football/phrase/cell.hpp"
#include "football/phrase/count.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/title.hpp"
#include "text/unicode.hpp"
#include "words/countries.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

using finding::Code;
using wiki::LineClass;
using words::Kind;

// "continentalcup1 qualifiers" -> "1"
std::string digits_of(std::string_view name) {
  std::string digits;
  for (const char c : name) {
    if (text::ascii_digits.contains(c)) digits.push_back(c);
  }
  return digits;
}

MaybeText text_of(const wiki::Field& field) {
  std::string value = join_lines(field.value);
  if (value.empty()) return std::nullopt;
  return value;
}

// What a field that names teams says of them.
std::optional<HonourKind> honour_of(Kind key) {
  switch (key) {
    case Kind::key_winner:
      return HonourKind::winner;
    case Kind::key_runner_up:
      return HonourKind::runner_up;
    case Kind::key_third:
      return HonourKind::third;
    case Kind::key_fourth:
      return HonourKind::fourth;
    case Kind::key_promoted:
      return HonourKind::promoted;
    case Kind::key_relegated:
      return HonourKind::relegated;
    case Kind::key_defending:
      return HonourKind::defending_champion;
    case Kind::key_cup_teams:
      return HonourKind::qualified;
    default:
      return std::nullopt;
  }
}

}  // namespace

InfoboxReader::InfoboxReader(Draft& draft, const wiki::Infobox& infobox)
    : draft_(draft), infobox_(infobox) {
  keys_.reserve(infobox.fields.size());
  for (const wiki::Field& field : infobox.fields) keys_.push_back(key_of(field.key));
  read_labels();
}

// "est_nombre1 = Goleador" says what the value of "est1" is: the first word and the number.
void InfoboxReader::read_labels() {
  std::unordered_map<std::string, const wiki::Field*> labels;
  for (const wiki::Field& field : infobox_.fields) {
    const words::Found label = words::longest(Kind::key_custom_label, field.key);
    if (!label || label.bytes == field.key.size()) continue;
    const std::string_view head = field.key.substr(0, field.key.find_first_of(" _"));
    labels[std::string(head) + std::string(field.key.substr(label.bytes))] = &field;
  }
  if (labels.empty()) return;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] != Kind::count) continue;
    const auto label = labels.find(std::string(infobox_.fields[i].key));
    if (label == labels.end()) continue;
    const Kind key = key_of(join_lines(label->second->value));
    keys_[i] = key == Kind::count ? Kind::key_known : key;
  }
}

// "Alba (2011 Invierno)", "Esla (via play-offs)": a bracket behind a link, one that begins small or
// with a digit, one without which the article knows the team, is no part of the name; it may tell
// the stage.
InfoboxReader::Remarked InfoboxReader::without_remarks(const wiki::Text& text,
                                                       std::string_view name) const {
  Remarked remarked{text::trim(name), std::nullopt};
  for (std::string_view bracket = last_bracket(remarked.name); !bracket.empty();
       bracket = last_bracket(remarked.name)) {
    const std::string_view bare =
        text::trim(remarked.name.substr(0, remarked.name.size() - bracket.size()));
    const std::string_view inside = bracket.substr(1, bracket.size() - 2);
    const bool tells_stage = words::contains(Kind::competition_word, Kind::mini_league, inside) ||
                             classify_heading(inside).group.has_value();
    const bool is_linked_whole =
        !Draft::link(text, remarked.name).empty() && Draft::link(text, bare).empty();
    const bool is_remark = tells_stage || without_remark(remarked.name) == bare ||
                           !Draft::link(text, bare).empty() ||
                           (draft_.teams.find(bare) && !draft_.teams.find(remarked.name));
    if (is_linked_whole || !is_remark) break;
    if (tells_stage) remarked.stage = std::string(inside);
    remarked.name = bare;
  }
  return remarked;
}

// "URU" is the nation that {{fb|URU}} shows, where no team is called so.
std::string_view InfoboxReader::nation_of(std::string_view name) const {
  constexpr std::size_t code = 3;
  const bool is_code = name.size() == code && std::all_of(name.begin(), name.end(), [](char c) {
                         return c >= 'A' && c <= 'Z';
                       });
  const words::Country* const nation =
      is_code && !draft_.teams.find(name) ? words::country_by_code(name) : nullptr;
  if (nation == nullptr) return {};
  return words::name_of(*nation, draft_.language == words::Language::none ? words::Language::english
                                                                          : draft_.language);
}

void InfoboxReader::honour(const wiki::Text& text, std::string_view team, HonourKind kind,
                           const MaybeText& stage, const MaybeText& competition) {
  TitledName titled = parse_titled_name(team);
  if (names_nobody(titled.name)) return;
  const Remarked remarked = without_remarks(text, titled.name);
  titled.name = remarked.name;
  if (names_nobody(titled.name)) return;
  const std::vector<std::string_view> linked = draft_.names_in(text, titled.name);
  if (linked.size() > 1 && Draft::links_in(text, titled.name).size() > 1) {
    for (const std::string_view one : linked) honour(text, one, kind, stage, competition);
    return;
  }
  // A lost line break ran clubs together that the tables know apart.
  const std::vector<std::string_view> apart = draft_.split_teams(titled.name);
  if (apart.size() > 1) {
    draft_.diagnostics.add(
        Code::run_together_values, finding::Severity::info, draft_.at(text, team),
        "\"" + std::string(titled.name) + "\" is read as " + std::to_string(apart.size()) +
            " teams, which the article lists apart",
        {{"found", std::string(titled.name)}, {"basis", std::string("team names")}});
    for (const std::string_view one : apart) honour(text, one, kind, stage, competition);
    return;
  }
  if (const std::string_view nation = nation_of(titled.name); !nation.empty())
    titled.name = draft_.keep(std::string(nation));
  Honour record;
  record.kind = kind;
  record.team = std::string(titled.name);
  record.team_id = draft_.teams[draft_.team(text, titled.name)].id;
  record.stage = stage ? stage : remarked.stage;
  record.competition = competition;
  record.titles = titled.titles;
  draft_.locate(record, text.line);
  draft_.readings.refine(text.line, {RecordKind::honours, draft_.season.honours.size()});
  draft_.season.honours.push_back(std::move(record));
}

void InfoboxReader::honours(const wiki::Field& field, HonourKind kind,
                            const MaybeText& competition) {
  for (const wiki::Text& text : field.value) {
    // "(1st title)" on a line of its own belongs to the team above.
    std::vector<Honour>& honours = draft_.season.honours;
    if (const MaybeInt titles = parse_title_count(text.text); titles && !honours.empty()) {
      if (!honours.back().titles) honours.back().titles = titles;
      continue;
    }
    for (const StagedNames& staged : parse_staged_names(text.text)) {
      MaybeText stage;
      if (!staged.stage.empty()) stage = std::string(staged.stage);
      for (const std::string_view name : staged.names) honour(text, name, kind, stage, competition);
    }
  }
}

// The cup whose qualifiers a field lists: the field of the same number.
MaybeText InfoboxReader::cup_of(const wiki::Field& qualifiers) const {
  const std::string number = digits_of(qualifiers.key);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const wiki::Field& field = infobox_.fields[i];
    if (keys_[i] == Kind::key_cup && digits_of(field.key) == number) return text_of(field);
  }
  return std::nullopt;
}

void InfoboxReader::dates(const wiki::Field& field) {
  const std::string value = join_lines(field.value);
  if (value.empty()) return;
  const finding::Position where = draft_.at(field.first());
  const auto range = parse_date_range(value);
  if (!range) {
    draft_.diagnostics.add(Code::value_unreadable, where,
                           "dates \"" + value + "\" were not understood, expected two dates",
                           {{"found", value}});
    return;
  }
  SeasonSpan& span = draft_.season.season;
  DateRange dates = *range;
  if (!is_possible(dates.first) || !is_possible(dates.last)) {
    draft_.diagnostics.add(Code::date_invalid, where,
                           "dates \"" + value + "\" name a day that is not in the calendar",
                           {{"found", value}});
  }
  if (dates.is_range && dates.first.year == 0 && dates.last.year != 0) {
    // A year written once holds for both, unless the months run over the turn of the year.
    const bool turns = dates.first.month > dates.last.month;
    dates.first.year = dates.last.year - (turns ? 1 : 0);
    if (const auto iso = to_iso(dates.first)) {
      draft_.diagnostics.add(Code::date_year_inferred, where,
                             "first date has no year, " + std::to_string(dates.first.year) +
                                 " follows from the last date",
                             {{"found", *iso}, {"basis", std::string("last date")}});
    }
  } else if (dates.last.year == 0 && dates.first.year == 0 && span.start_year && span.end_year) {
    // "28 October – 21 November" in a season of one year, or over the turn of it.
    const bool turns = dates.is_range && dates.first.month > dates.last.month;
    if (*span.start_year == *span.end_year || turns) {
      dates.first.year = *span.start_year;
      dates.last.year = turns ? *span.end_year : *span.start_year;
      if (const auto iso = to_iso(dates.first)) {
        draft_.diagnostics.add(Code::date_year_inferred, where,
                               "dates have no year, it follows from the season",
                               {{"found", *iso}, {"basis", std::string("season label")}});
      }
    }
  }
  if (dates.first.year == 0) {
    draft_.diagnostics.add(Code::date_year_unknown, where, "dates \"" + value + "\" have no year",
                           {{"found", value}});
  }
  if (is_possible(dates.first)) span.start_date = to_iso(dates.first);
  if (is_possible(dates.last)) span.end_date = to_iso(dates.last);
}

void InfoboxReader::season(const wiki::Field& field) {
  const MaybeText value = text_of(field);
  if (!value) return;
  SeasonSpan& span = draft_.season.season;
  span.label = value;
  const auto years = parse_season_label(*value);
  if (!years) {
    draft_.diagnostics.add(Code::value_unreadable, draft_.at(field.first()),
                           "season \"" + *value + "\" is no year or pair of years",
                           {{"found", *value}});
    return;
  }
  span.start_year = years->first;
  span.end_year = years->last;
}

// The field itself keeps what names no player.  `uncounted` are those above that have no count yet.
void InfoboxReader::top_scorer(const wiki::Text& text, std::string_view name,
                               const MaybeText& stage, std::size_t& uncounted) {
  const auto scorer = names_nobody(name) ? std::nullopt : parse_top_scorer(name);
  if (!scorer) return;
  TopScorer record;
  std::size_t team = no_index;
  if (!scorer->team.empty()) {
    team = draft_.team(text, scorer->team);
    record.team = std::string(scorer->team);
    record.team_id = draft_.teams[team].id;
  }
  // A table that lists him says more.
  const std::vector<TopScorer>& listed = draft_.season.top_scorers;
  const std::string key = text::identity_key(scorer->player);
  if (std::any_of(listed.begin(), listed.end(), [&](const TopScorer& other) {
        return text::identity_key(other.player) == key && (!stage || other.stage == stage);
      }))
    return;
  record.stage = stage;
  record.player = std::string(scorer->player);
  record.player_id = draft_.player(text, scorer->player, team, false).id;
  record.goals = scorer->goals;
  draft_.readings.refine(text.line, {RecordKind::top_scorers, draft_.season.top_scorers.size()});
  uncounted = record.goals ? 0 : uncounted + 1;
  draft_.add(std::move(record), text.line);
}

// "Apertura: Juan Pino (12 goals)"; "Apertura:" and the scorers of that stage in the lines below.
void InfoboxReader::top_scorers(const wiki::Field& field) {
  std::size_t uncounted = 0;
  MaybeText stage;
  for (const wiki::Text& text : field.value) {
    // "(7 goals)" on a line of its own belongs to those above.
    if (const MaybeInt goals = parse_goals(text.text)) {
      std::vector<TopScorer>& scorers = draft_.season.top_scorers;
      for (; uncounted > 0; --uncounted) scorers[scorers.size() - uncounted].goals = *goals;
      continue;
    }
    if (text.text.ends_with(':')) {
      stage = std::string(text::trim(text.text.substr(0, text.text.size() - 1)));
      continue;
    }
    if (text.text.find(": ") == std::string_view::npos) {
      top_scorer(text, text.text, stage, uncounted);
      continue;
    }
    for (const StagedNames& staged : parse_staged_names(text.text)) {
      if (!staged.stage.empty()) stage = std::string(staged.stage);
      for (const std::string_view name : staged.names) top_scorer(text, name, stage, uncounted);
    }
  }
}

void InfoboxReader::name_competition(const MaybeText& name) {
  Season& season = draft_.season;
  if (!name || season.competition.name) return;
  season.competition.name = name;
  season.competition.id = text::slug(*name);
}

// A field by itself; one that names teams waits.
void InfoboxReader::read_field(const wiki::Field& field, Kind key) {
  Season& season = draft_.season;
  switch (key) {
    case Kind::key_competition:
      name_competition(text_of(field));
      break;
    case Kind::key_title:
      // A tournament season's box has its competition in the title: "2030 Copa Litoral".
      if (const MaybeText title = text_of(field))
        name_competition(std::string(parse_title(*title).competition));
      break;
    case Kind::key_country:
      season.competition.country = text_of(field);
      break;
    case Kind::key_previous:
      season.season.previous = text_of(field);
      break;
    case Kind::key_next:
      season.season.next = text_of(field);
      break;
    case Kind::count:
      draft_.diagnostics.add(
          Code::infobox_unknown_key, {field.line, 1},
          "infobox key \"" + std::string(field.key) + "\" is not known, its value is kept as it is",
          {{"found", std::string(field.key)}});
      break;
    default:
      if (key == Kind::key_top_scorer || honour_of(key)) waiting_.push_back({&field, key});
      break;
  }
}

void InfoboxReader::read() {
  Season& season = draft_.season;
  draft_.readings.claim(infobox_.line, infobox_.line, LineClass::record, "infobox");
  if (!infobox_.name.empty() && !season.infobox.name)
    season.infobox.name = std::string(infobox_.name);
  // The years of the dates follow from the season.
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == Kind::key_season) this->season(infobox_.fields[i]);
  }
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == Kind::key_dates) dates(infobox_.fields[i]);
  }
  if (season.infobox.fields.empty()) season.infobox.fields.reserve(keys_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const wiki::Field& field = infobox_.fields[i];
    read_field(field, keys_[i]);
    season.infobox.fields.push_back({std::string(field.key), join_lines(field.value, "\n"), 0});
    draft_.locate_part(season.infobox.fields.back(), field.line);
    draft_.readings.claim(field.line, std::max(field.line, field.end_line), LineClass::record,
                          "infobox field",
                          {RecordKind::infobox_fields, season.infobox.fields.size() - 1});
  }
}

void InfoboxReader::read_teams() {
  for (const Waiting& waiting : waiting_) {
    if (const auto honour = honour_of(waiting.key)) {
      const bool qualified = *honour == HonourKind::qualified;
      honours(*waiting.field, *honour, qualified ? cup_of(*waiting.field) : std::nullopt);
    } else {
      top_scorers(*waiting.field);
    }
  }
}

}  // namespace acta::football
