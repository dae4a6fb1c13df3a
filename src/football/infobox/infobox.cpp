#include "football/infobox/infobox.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "football/infobox/keys.hpp"
#include "football/phrase/value.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

using finding::Code;
using wiki::LineClass;

// "continentalcup1 qualifiers" -> "1"
std::string digits_of(std::string_view name) {
  std::string digits;
  for (const char c : name) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

MaybeText text_of(const wiki::Field& field) {
  std::string value = join_lines(field.value);
  if (value.empty()) return std::nullopt;
  return value;
}

// A field that says that there is no team.
bool is_nobody(std::string_view name) {
  constexpr auto words =
      std::to_array<std::string_view>({"", "-", "none", "ninguno", "ninguna", "n/a", "tbd", "tba",
                                       "por definir", "no hubo", "vacant", "not awarded"});
  const std::string folded = text::fold(name);
  return std::find(words.begin(), words.end(), folded) != words.end() || name == "\xE2\x80\x94" ||
         name == "\xE2\x80\x93";
}

// "(7 goals)", "12 goles": a count without a player.
MaybeInt goals_alone(std::string_view text) {
  text = text::trim(text);
  if (text.starts_with('(') && text.ends_with(')'))
    text = text::trim(text.substr(1, text.size() - 2));
  const std::size_t blank = text.find(' ');
  const std::string unit =
      blank == std::string_view::npos ? std::string() : text::fold(text.substr(blank + 1));
  const bool is_unit = unit.starts_with("goal") || unit.starts_with("gol");
  if (blank != std::string_view::npos && !is_unit) return std::nullopt;
  return parse_count(text.substr(0, blank));
}

class InfoboxReader {
 public:
  InfoboxReader(Draft& draft, const wiki::Infobox& infobox) : draft_(draft), infobox_(infobox) {
    keys_.reserve(infobox.fields.size());
    for (const wiki::Field& field : infobox.fields) keys_.push_back(key_of(text::fold(field.key)));
    read_labels();
  }

  void read();
  void read_teams();

 private:
  void read_labels();
  void honours(const wiki::Field& field, HonourKind kind, const MaybeText& competition);
  void honour(const wiki::Text& text, std::string_view team, HonourKind kind,
              const MaybeText& stage, const MaybeText& competition);
  void dates(const wiki::Field& field);
  void season(const wiki::Field& field);
  void top_scorer(const wiki::Field& field);
  MaybeText cup_of(const wiki::Field& qualifiers) const;

  Draft& draft_;
  const wiki::Infobox& infobox_;
  std::vector<std::optional<Key>> keys_;  // By field.
};

// "est_nombre1 = Goleador" says what the value of "est1" is.
void InfoboxReader::read_labels() {
  constexpr std::string_view head = "est";
  constexpr std::string_view label_tail = "nombre";
  std::unordered_map<std::string_view, const wiki::Field*> labels;
  for (const wiki::Field& field : infobox_.fields) {
    // A blank or an underscore parts the two words.
    const std::size_t number = head.size() + 1 + label_tail.size();
    if (field.key.size() > number && field.key.starts_with(head) &&
        field.key.substr(head.size() + 1).starts_with(label_tail))
      labels[field.key.substr(number)] = &field;
  }
  if (labels.empty()) return;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const std::string_view key = infobox_.fields[i].key;
    if (keys_[i] || !key.starts_with(head)) continue;
    const auto label = labels.find(key.substr(head.size()));
    if (label == labels.end()) continue;
    keys_[i] = key_of(text::fold(join_lines(label->second->value))).value_or(Key::known);
  }
}

void InfoboxReader::honour(const wiki::Text& text, std::string_view team, HonourKind kind,
                           const MaybeText& stage, const MaybeText& competition) {
  const TitledName titled = parse_titled_name(team);
  if (is_nobody(titled.name)) return;
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
  Honour record;
  record.kind = kind;
  record.team = std::string(titled.name);
  record.team_id = draft_.teams[draft_.team(text, titled.name)].id;
  record.stage = stage;
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
    const std::string alone = "x " + std::string(text.text);
    const TitledName count = parse_titled_name(alone);
    if (count.titles && count.name == "x" && !draft_.season.honours.empty()) {
      if (!draft_.season.honours.back().titles) draft_.season.honours.back().titles = count.titles;
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
    if (keys_[i] == Key::cup && digits_of(field.key) == number) return text_of(field);
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

void InfoboxReader::top_scorer(const wiki::Field& field) {
  std::size_t made = 0;  // Of the lines above, without a count.
  for (const wiki::Text& text : field.value) {
    // "(7 goals)" on a line of its own belongs to those above.
    if (const MaybeInt goals = goals_alone(text.text)) {
      std::vector<TopScorer>& scorers = draft_.season.top_scorers;
      for (; made > 0; --made) scorers[scorers.size() - made].goals = *goals;
      continue;
    }
    const auto scorer = parse_top_scorer(text.text);
    if (!scorer) continue;  // The field itself keeps it.
    TopScorer record;
    std::size_t team = no_index;
    if (!scorer->team.empty()) {
      team = draft_.team(text, scorer->team);
      record.team = std::string(scorer->team);
      record.team_id = draft_.teams[team].id;
    }
    // A table that lists him says more.
    const std::vector<TopScorer>& listed = draft_.season.top_scorers;
    const std::string slug = text::slug(scorer->player);
    if (std::any_of(listed.begin(), listed.end(),
                    [&](const TopScorer& other) { return other.player_id == slug; }))
      continue;
    record.player = std::string(scorer->player);
    record.player_id = draft_.player(text, scorer->player, team, false).id;
    record.goals = scorer->goals;
    draft_.readings.refine(text.line, {RecordKind::top_scorers, draft_.season.top_scorers.size()});
    made = record.goals ? 0 : made + 1;
    draft_.add(std::move(record), text.line);
  }
}

void InfoboxReader::read() {
  Season& season = draft_.season;
  draft_.readings.claim(infobox_.line, infobox_.line, LineClass::record, "infobox");
  if (!infobox_.name.empty() && !season.infobox.name)
    season.infobox.name = std::string(infobox_.name);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == Key::season) this->season(infobox_.fields[i]);
  }
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == Key::dates) dates(infobox_.fields[i]);
  }
  if (season.infobox.fields.empty()) season.infobox.fields.reserve(keys_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const wiki::Field& field = infobox_.fields[i];
    const std::optional<Key> key = keys_[i];
    if (!key) {
      draft_.diagnostics.add(
          Code::infobox_unknown_key, draft_.source.start_of(field.line),
          "infobox key \"" + std::string(field.key) + "\" is not known, its value is kept as it is",
          {{"found", std::string(field.key)}});
    }
    switch (key.value_or(Key::known)) {
      case Key::competition: {
        const MaybeText name = text_of(field);
        if (name && !season.competition.name) {
          season.competition.name = name;
          season.competition.id = text::slug(*name);
        }
        break;
      }
      case Key::title: {
        // A tournament season's box has its competition in the title: "2030 Copa Litoral".
        const MaybeText title = text_of(field);
        if (title && !season.competition.name) {
          season.competition.name = std::string(parse_title(*title).competition);
          season.competition.id = text::slug(*season.competition.name);
        }
        break;
      }
      case Key::country:
        season.competition.country = text_of(field);
        break;
      case Key::previous:
        season.season.previous = text_of(field);
        break;
      case Key::next:
        season.season.next = text_of(field);
        break;
      case Key::winner:
      case Key::runner_up:
      case Key::third:
      case Key::fourth:
      case Key::promoted:
      case Key::relegated:
      case Key::defending:
      case Key::cup_teams:
      case Key::top_scorer:
      case Key::season:
      case Key::dates:
      case Key::cup:
      case Key::counted:
      case Key::known:
        break;
    }
    season.infobox.fields.push_back({std::string(field.key), join_lines(field.value, "\n"), 0});
    draft_.locate_part(season.infobox.fields.back(), field.line);
    draft_.readings.claim(field.line, std::max(field.line, field.end_line), LineClass::record,
                          "infobox field",
                          {RecordKind::infobox_fields, season.infobox.fields.size() - 1});
  }
}

// Fields that name teams: read when the tables have said which teams there are.
void InfoboxReader::read_teams() {
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const wiki::Field& field = infobox_.fields[i];
    switch (keys_[i].value_or(Key::known)) {
      case Key::winner:
        honours(field, HonourKind::winner, std::nullopt);
        break;
      case Key::runner_up:
        honours(field, HonourKind::runner_up, std::nullopt);
        break;
      case Key::third:
        honours(field, HonourKind::third, std::nullopt);
        break;
      case Key::fourth:
        honours(field, HonourKind::fourth, std::nullopt);
        break;
      case Key::promoted:
        honours(field, HonourKind::promoted, std::nullopt);
        break;
      case Key::relegated:
        honours(field, HonourKind::relegated, std::nullopt);
        break;
      case Key::defending:
        honours(field, HonourKind::defending_champion, std::nullopt);
        break;
      case Key::cup_teams:
        honours(field, HonourKind::qualified, cup_of(field));
        break;
      case Key::top_scorer:
        top_scorer(field);
        break;
      default:
        break;
    }
  }
}

}  // namespace

void read_infobox(Draft& draft, const wiki::Infobox& infobox) {
  InfoboxReader(draft, infobox).read();
}

void read_infobox_teams(Draft& draft, const wiki::Infobox& infobox) {
  InfoboxReader(draft, infobox).read_teams();
}

namespace {

// The club that the article is about: its infobox's, or "1957–58 Aldea F.C. season"'s; else empty.
std::string club_of(const Draft& draft) {
  std::string club;
  for (const InfoboxField& field : draft.season.infobox.fields) {
    const bool is_club = field.key == "club" || field.key == "equipo";
    if (is_club && field.value.find('\n') == std::string::npos) club = field.value;
  }
  constexpr std::string_view tail = " season";
  const std::string_view title = draft.document.title.text;
  if (!club.empty() || !title.ends_with(tail)) return club;
  // "2030 Liga Sur League season" is no club's.
  const TitleParts parts = parse_title(title.substr(0, title.size() - tail.size()));
  const std::string folded = text::fold(parts.competition);
  const bool is_league = folded.find("league") != std::string::npos ||
                         folded.find("division") != std::string::npos ||
                         folded.find("cup") != std::string::npos;
  return is_league || parts.label.empty() ? club : std::string(parts.competition);
}

}  // namespace

namespace {

// "Campeonato Sudamericano 1949": the infobox's own title tells the season.
void read_label_of_infobox(Season& season) {
  for (const InfoboxField& field : season.infobox.fields) {
    const auto key = key_of(text::fold(field.key));
    if (key != Key::title && key != Key::competition) continue;
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
  if (!season.competition.name && !parts.competition.empty()) {
    season.competition.name = std::string(parts.competition);
    season.competition.id = text::slug(parts.competition);
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
