#include "football/draft/draft.hpp"

#include <algorithm>

#include "football/phrase/criterion.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

void Draft::locate_row(StandingRow& row, Standing& standing, std::uint32_t line) const {
  locate_part(row, line);
  if (!standing.rows.empty()) return;
  const std::string_view page = source.origin(line).page;
  if (!page.empty()) standing.page = std::string(page);
}

void Draft::extend(Match& match, std::uint32_t line) const {
  const text::Origin from = source.origin(line);
  if (from.page == position_of(match).page) match.end_line = std::max(match.end_line, from.line);
}

std::optional<std::size_t> Draft::add_rules(std::string_view text, std::uint32_t line) {
  const std::vector<RankingRule> rules = parse_ranking_rules(text);
  if (rules.empty()) return std::nullopt;
  std::vector<TieBreaker>& known = season.tie_breakers;
  const auto same = std::find_if(known.begin(), known.end(), [&](const TieBreaker& one) {
    return one.text == rules.front().text;
  });
  const auto first = static_cast<std::size_t>(same - known.begin());
  if (same != known.end()) return first;
  for (const RankingRule& rule : rules) {
    TieBreaker record;
    record.position = rule.position;
    record.text = std::string(rule.text);
    record.criterion = classify_criterion(rule.text);
    locate(record, line);
    known.push_back(std::move(record));
  }
  return first;
}

void Draft::add(TopScorer scorer, std::uint32_t line) {
  locate(scorer, line);
  scorer_lines_.push_back(line);
  season.top_scorers.push_back(std::move(scorer));
}

std::vector<std::string_view> Draft::split_teams(std::string_view text) const {
  const auto listed = [&](std::string_view name) {
    const auto team = teams.find(name);
    return team && *team < team_facts.size() && team_facts[*team].record != no_index;
  };
  if (listed(text)) return {text};
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  while (begin < text.size()) {
    // The longest name that begins here.
    std::size_t end = text.size();
    while (end > begin && !listed(text.substr(begin, end - begin))) {
      const std::size_t blank = text.rfind(' ', end - 1);
      end = blank == std::string_view::npos || blank <= begin ? begin : blank;
    }
    if (end > begin) {
      found.push_back(text.substr(begin, end - begin));
      begin = std::min(end + 1, text.size());
      continue;
    }
    // "A y B", "A and B"
    const std::size_t blank = text.find(' ', begin);
    const std::string_view word = text.substr(begin, blank - begin);
    if (blank == std::string_view::npos || found.empty() ||
        (word != "y" && word != "and" && word != "&" && word != "e"))
      return {};
    begin = blank + 1;
  }
  return found;
}

finding::Position Draft::at(const wiki::Text& text, std::string_view piece) const {
  const char* begin = text.text.data();
  if (piece.data() >= begin && piece.data() <= begin + text.text.size() && !piece.empty()) {
    const std::string_view whole = source.text();
    const bool in_source = begin >= whole.data() && begin <= whole.data() + whole.size();
    if (in_source) return source.position(static_cast<std::size_t>(piece.data() - whole.data()));
  }
  return source.position(text.offset);
}

void Draft::unread(const wiki::Text& text, std::string_view expected) {
  diagnostics.add(Code::unread_line, at(text),
                  "line was not understood, expected " + std::string(expected),
                  {{"found", std::string(text.text.substr(0, 80))}});
}

void Draft::unreadable(finding::Position where, std::string_view what, std::string_view found,
                       std::string_view why) {
  std::string message(what);
  ((message += " \"") += found) += "\" ";
  message += why;
  diagnostics.add(Code::value_unreadable, where, std::move(message),
                  {{"found", std::string(found)}});
}

namespace {

// Whether a text holds no letter or digit: marks, brackets and blanks alone.
bool says_nothing(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return c < 0 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  });
}

}  // namespace

std::vector<const wiki::Link*> Draft::links_in(const wiki::Text& text, std::string_view piece) {
  std::vector<const wiki::Link*> found;
  if (text.links.empty() || piece.empty()) return found;
  const auto begin = static_cast<std::size_t>(piece.data() - text.text.data());
  for (const wiki::Link& link : text.links) {
    if (link.begin >= begin && link.end <= begin + piece.size()) found.push_back(&link);
  }
  return found;
}

// A link to a part of a name is no identity, and two are two.
std::string_view Draft::link(const wiki::Text& text, std::string_view piece) {
  if (text.links.empty() || piece.empty()) return {};
  const auto begin = static_cast<std::size_t>(piece.data() - text.text.data());
  const wiki::Link* only = nullptr;
  for (const wiki::Link& link : text.links) {
    if (link.begin < begin || link.end > begin + piece.size()) continue;
    if (only != nullptr) return {};
    only = &link;
  }
  const bool is_all = only != nullptr && says_nothing(piece.substr(0, only->begin - begin)) &&
                      says_nothing(piece.substr(only->end - begin));
  return is_all ? only->target : std::string_view();
}

std::vector<std::string_view> Draft::names_in(const wiki::Text& text,
                                              std::string_view piece) const {
  const std::vector<const wiki::Link*> links = links_in(text, piece);
  if (links.size() > 1) {
    std::vector<std::string_view> names;
    for (const wiki::Link* link : links)
      names.push_back(text.text.substr(link->begin, link->end - link->begin));
    return names;
  }
  if (links.size() == 1 || teams.find(piece)) return {piece};
  // "Delta / Epsilon"; without blanks only where both are known: "Bodø/Glimt" is one.
  const std::size_t slash = piece.find('/');
  if (slash != std::string_view::npos && slash > 0) {
    const std::string_view one = text::trim(piece.substr(0, slash));
    const std::string_view two = text::trim(piece.substr(slash + 1));
    const bool is_parted =
        piece[slash - 1] == ' ' && slash + 1 < piece.size() && piece[slash + 1] == ' ';
    if (!one.empty() && !two.empty() && (is_parted || (teams.find(one) && teams.find(two))))
      return {one, two};
  }
  constexpr std::size_t longest_list = 200;
  if (piece.size() > longest_list) return {piece};
  std::vector<std::string_view> known = split_teams(piece);
  return known.size() > 1 ? known : std::vector<std::string_view>{piece};
}

std::size_t Draft::team(const wiki::Text& text, std::string_view name) {
  const auto where = [&] { return at(text, name); };
  const std::size_t index = teams.resolve(name, link(text, name), where, diagnostics);
  if (team_facts.size() < teams.size()) team_facts.resize(teams.size());
  return index;
}

Team& Draft::team_record(std::size_t team, TeamSource from, std::uint32_t line) {
  TeamFacts& facts = team_facts[team];
  std::vector<Team>& records = season.teams;
  if (facts.record == no_index) {
    facts.record = records.size();
    facts.source = from;
    Team record;
    record.id = teams[team].id;
    record.name = teams[team].name;
    facts.line = line;
    locate(record, line);
    records.push_back(std::move(record));
  } else if (from > facts.source) {
    facts.source = from;
    facts.line = line;
    locate(records[facts.record], line);
  }
  Team& record = records[facts.record];
  if (!record.article) record.article = teams[team].article;
  return record;
}

const Entity& Draft::player(const wiki::Text& text, std::string_view name, std::size_t team,
                            bool counts_goal) {
  auto found = squads_.find(team);
  if (found == squads_.end())
    found =
        squads_
            .emplace(team, Squad{Names("player", Names::Surnames::yes, player_slugs_, memory), {}})
            .first;
  Names& names = found->second.names;
  const auto where = [&] { return at(text, name); };
  const std::size_t index = names.resolve(name, link(text, name), where, diagnostics);
  std::vector<PlayerFacts>& facts = found->second.facts;
  if (facts.size() < names.size()) {
    facts.resize(names.size());
    player_order_.emplace_back(team, index);
  }
  if (counts_goal) {
    facts[index].scored = true;
    ++facts[index].goals;
  }
  return names[index];
}

std::size_t Draft::round(const Place& place) {
  if (!place.round) return no_index;
  if (last_round_ != no_index && rounds[last_round_].record.round == *place.round &&
      rounds[last_round_].stage == place.stage && rounds[last_round_].record.group == place.group)
    return last_round_;
  MaybeText stage = place.stage.text();
  std::string id = stage.value_or("");
  if (place.group) id += " " + *place.group;
  id += " " + *place.round;
  id = text::slug(id);
  const auto [found, is_new] = rounds_.emplace(id, rounds.size());
  if (is_new) {
    DraftRound& added = rounds.emplace_back();
    added.stage = place.stage;
    added.ordinal = place.ordinal;
    added.record.id = std::move(id);
    added.record.stage = std::move(stage);
    added.record.group = place.group;
    added.record.round = *place.round;
    added.record.kind = place.kind;
    locate(added.record, place.line);
  }
  return last_round_ = found->second;
}

void Draft::holds_rounds(const Place& place) {
  if (!place.round) return;
  const auto found = std::find_if(rounds.rbegin(), rounds.rend(), [&](const DraftRound& one) {
    return one.record.round == *place.round && one.stage == place.stage &&
           one.record.group == place.group;
  });
  if (found != rounds.rend()) found->holds_rounds = true;
}

std::size_t Draft::add_match(const Place& place, const Sides& sides, std::uint32_t line,
                             std::uint32_t end_line) {
  std::optional<Place> fallback;
  if (!place.round && place.fallback_round) fallback = place.of_match();
  const Place& here = fallback ? *fallback : place;
  // A page has many matches or none.
  if (matches.empty()) matches.reserve(16);
  DraftMatch added;
  MatchFacts& facts = added.facts;
  Match& match = added.record;
  facts.round = round(here);
  facts.replay = place.replay;
  facts.home = team(sides.home.of, sides.home.name);
  facts.away = team(sides.away.of, sides.away.name);
  match.stage = here.stage.text();
  match.group = here.group;
  match.round = here.round;
  match.leg = here.leg;
  match.home = std::string(sides.home.name);
  match.home_id = teams[facts.home].id;
  match.away = std::string(sides.away.name);
  match.away_id = teams[facts.away].id;
  facts.line = line;
  locate(match, line);
  match.end_line = match.line;
  extend(match, end_line);
  team_record(facts.home, TeamSource::match, line);
  team_record(facts.away, TeamSource::match, line);
  matches.push_back(std::move(added));
  return matches.size() - 1;
}

namespace {

// Years that a date without one may have, judged by the season's own dates.
std::int32_t year_between(const Date& date, const MaybeText& start, const MaybeText& end) {
  if (!start || !end || start->size() < 7 || end->size() < 7) return 0;
  std::int32_t found = 0;
  const std::int32_t first = std::stoi(start->substr(0, 4));
  const std::int32_t last = std::stoi(end->substr(0, 4));
  for (std::int32_t year = first; year <= last; ++year) {
    const std::string iso = to_iso({year, date.month, date.day}).value_or("");
    const bool after = iso.substr(0, start->size()) >= *start;
    const bool before = iso.substr(0, end->size()) <= *end;
    if (after && before) {
      if (found != 0) return 0;
      found = year;
    }
  }
  return found;
}

}  // namespace

MaybeText Draft::iso_date(const DateLine& line, finding::Position where) {
  Date date = line.date;
  if (!is_possible(date)) {
    diagnostics.add(Code::date_invalid, where,
                    "no such day in the calendar: day " + std::to_string(date.day) + " of month " +
                        std::to_string(date.month));
    return std::nullopt;
  }
  if (line.ambiguous && language != words::Language::spanish) {
    diagnostics.add(
        Code::date_invalid, where,
        "day and month cannot be told apart, expected a month in letters or year first");
    return std::nullopt;
  }
  if (date.year != 0) return to_iso(date);
  const SeasonSpan& span = season.season;
  std::string_view basis = "season dates";
  date.year = year_between(date, span.start_date, span.end_date);
  if (section_year != 0) {
    basis = "heading";
    date.year = section_year;
  }
  if (date.year == 0 && span.start_year) {
    basis = "season label";
    if (!span.end_year || *span.end_year == *span.start_year) {
      date.year = *span.start_year;
    } else if (date.month >= 8) {
      date.year = *span.start_year;
    } else if (date.month <= 5) {
      date.year = *span.end_year;
    }
  }
  if (date.year == 0 || !is_possible(date)) {
    diagnostics.add(Code::date_year_unknown, where,
                    "date has no year and the season does not tell it");
    return std::nullopt;
  }
  MaybeText iso = to_iso(date);
  diagnostics.add(
      Code::date_year_inferred, where,
      "date has no year, " + std::to_string(date.year) + " follows from the " + std::string(basis),
      {{"found", *iso}, {"basis", std::string(basis)}});
  return iso;
}

std::string_view Draft::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

// Cells of team changes that turn out to hold several clubs the article lists apart.
void Draft::check_changes() {
  for (TeamChange& change : season.team_changes) {
    if (change.teams.size() != 1 || split_teams(change.raw).size() < 2) continue;
    change.teams.clear();
    diagnostics.add(Code::run_together_values, position_of(change),
                    "cell \"" + change.raw + "\" holds several clubs, kept as it is",
                    {{"found", change.raw}});
  }
}

void Draft::add_players() {
  season.players.reserve(player_order_.size());
  for (const auto& [team, index] : player_order_) {
    Squad& squad = squads_.at(team);
    Entity entity = squad.names.take(index);
    const PlayerFacts& facts = squad.facts[index];
    Player record;
    record.id = std::move(entity.id);
    record.name = std::move(entity.name);
    record.article = std::move(entity.article);
    if (team != no_index) record.team_id = teams[team].id;
    if (facts.scored) record.goals = facts.goals;
    record.spellings = std::move(entity.spellings);
    season.players.push_back(std::move(record));
  }
}

Extraction Draft::finish() {
  check_changes();
  add_players();
  std::vector<std::uint32_t> lines(season.teams.size());
  for (const TeamFacts& team : team_facts) {
    if (team.record != no_index) lines[team.record] = team.line;
  }
  readings.sort(season.teams, RecordKind::teams, [&](std::size_t i) { return lines[i]; });
  readings.sort(season.top_scorers, RecordKind::top_scorers,
                [&](std::size_t i) { return scorer_lines_[i]; });
  season.matches.reserve(matches.size());
  for (DraftMatch& match : matches) season.matches.push_back(std::move(match.record));
  season.rounds.reserve(rounds.size());
  for (DraftRound& round : rounds) {
    if (round.holds_rounds && round.record.matches == 0) continue;
    season.rounds.push_back(std::move(round.record));
  }
  std::vector<Reading> own = readings.take_own(source);
  season.coverage = coverage_of(own);
  return {std::move(season), std::move(own)};
}

std::string join_lines(wiki::Lines value, std::string_view separator) {
  if (value.size() == 1) return std::string(value.front().text);
  std::string text;
  for (const wiki::Text& line : value) {
    if (!text.empty()) text += separator;
    text += line.text;
  }
  return text;
}

}  // namespace acta::football
