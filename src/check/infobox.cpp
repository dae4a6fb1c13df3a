/// Rules on the winners and the season that the infobox names.

#include <algorithm>
#include <unordered_set>

#include "check/rules.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::check {
namespace {

using finding::Code;
using finding::Diagnostics;
using football::Honour;
using football::HonourKind;
using football::Tie;
using words::Kind;

/// Whether one of the words of `slug` is of the kinds from `first` to `last`.
bool has_word(std::string_view slug, words::Kind first, words::Kind last) {
  while (!slug.empty()) {
    const std::size_t end = std::min(slug.find('-'), slug.size());
    if (words::exact(first, last, slug.substr(0, end))) {
      return true;
    }
    slug.remove_prefix(std::min(end + 1, slug.size()));
  }
  return false;
}

/// Whether the final of `stage` decides who wins the season.
bool decides_the_season(const football::MaybeText& stage) {
  if (!stage) {
    return true;
  }
  const std::string slug = text::slug(*stage);
  const bool is_phase = has_word(slug, Kind::phase, Kind::phase) ||
                        has_word(slug, Kind::knockout_word, Kind::knockout_word);
  return is_phase && !has_word(slug, Kind::promotion_aim, Kind::other_aim);
}

/// Whether a table or a round-robin may have decided who wins the season.
bool has_league(const Index& index) {
  const auto& standings = index.season.standings;
  if (std::any_of(standings.begin(), standings.end(),
                  [](const football::Standing& standing) { return !standing.group; })) {
    return true;
  }
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    if (index.tie[i] == none && !index.season.matches[i].group) {
      return true;
    }
  }
  return false;
}

/// The stages of the article that have a table of their own or matches outside ties.
std::unordered_set<std::string> league_stages(const Index& index) {
  std::unordered_set<std::string> stages;
  const auto add = [&stages](const football::MaybeText& stage) {
    std::string_view rest = stage ? std::string_view(*stage) : "";
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(" / "), rest.size());
      stages.insert(text::slug(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 3, rest.size()));
    }
  };
  for (const football::Standing& standing : index.season.standings) {
    add(standing.stage);
    add(standing.group);
  }
  const football::MaybeText* before = nullptr;
  for (std::uint32_t i = 0; i < index.season.matches.size(); ++i) {
    const football::MaybeText& stage = index.season.matches[i].stage;
    if (index.tie[i] == none && (before == nullptr || *before != stage)) {
      add(stage);
      before = &stage;
    }
  }
  return stages;
}

/// For each winner the final that decides its title, and what the article lists of its stage.
class Winners {
 public:
  explicit Winners(const Index& index) : index_(index) {
    for (const Honour& honour : index.season.honours) {
      if (honour.kind == HonourKind::winner) {
        winners_.push_back(&honour);
        is_staged_ |= honour.stage.has_value();
        if (!honour.stage) {
          is_shared_ |= season_winner_ != nullptr && season_winner_->team_id != honour.team_id;
          season_winner_ = &honour;
        }
      }
    }
    if (is_staged_) {
      add_finals_by_stage();
    }
  }

  const std::vector<const Honour*>& all() const { return winners_; }

  /// The tie that decides the title, or null where that is not certain.
  const Tie* final_of(const Honour& honour) const {
    if (honour.stage) {
      const auto found = finals_by_stage_.find(text::slug(*honour.stage));
      return found == finals_by_stage_.end() || found->second == none
                 ? nullptr
                 : &index_.season.ties[found->second];
    }
    if (index_.finals.size() != 1 || is_shared_) {
      return nullptr;
    }
    const Tie& tie = index_.season.ties[index_.finals.front()];
    return decides_the_season(tie.stage) && !has_league(index_) ? &tie : nullptr;
  }

  /// Whether the article lists a final of that stage, or several.
  bool has_final(const Honour& honour) const {
    return finals_by_stage_.contains(text::slug(*honour.stage));
  }

 private:
  void add_finals_by_stage() {
    for (const std::uint32_t number : index_.finals) {
      const football::MaybeText& stage = index_.season.ties[number].stage;
      std::string_view rest = stage ? std::string_view(*stage) : "";
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(" / "), rest.size());
        const auto [place, is_new] =
            finals_by_stage_.try_emplace(text::slug(rest.substr(0, end)), number);
        if (!is_new) {
          place->second = none;  // Which of several finals decides is not known.
        }
        rest.remove_prefix(std::min(end + 3, rest.size()));
      }
    }
  }

  const Index& index_;
  std::vector<const Honour*> winners_;
  std::unordered_map<std::string, std::uint32_t> finals_by_stage_;
  const Honour* season_winner_ = nullptr;
  bool is_staged_ = false;
  bool is_shared_ = false;
};

/// Whether every row of the table has met every other equally often: nothing is left to play.
bool is_over(const football::Standing& standing) {
  const auto& rows = standing.rows;
  const auto others = static_cast<std::int32_t>(rows.size()) - 1;
  return others >= 2 && rows.front().played && *rows.front().played > 0 &&
         *rows.front().played % others == 0 &&
         std::all_of(rows.begin(), rows.end(), [&rows](const football::StandingRow& row) {
           return row.played == rows.front().played;
         });
}

/// The teams that may have won the season by what the article lists, nothing where it may be
/// decided elsewhere: the leader of the only table, or the winners of the finals and the tables'
/// leaders.
std::vector<std::string_view> possible_winners(const Index& index) {
  const football::Season& season = index.season;
  std::vector<std::string_view> teams;
  for (const std::uint32_t number : index.finals) {
    const Tie& tie = season.ties[number];
    // An infobox that names a winner is no witness of its own.
    if (!tie.winner_id || tie.basis == football::Basis::infobox) {
      return {};
    }
    teams.push_back(*tie.winner_id);
  }
  const bool is_decided_by_table =
      std::all_of(season.rounds.begin(), season.rounds.end(), [](const football::Round& round) {
        return round.kind == football::RoundKind::matchday ||
               round.kind == football::RoundKind::other;
      });
  if (index.finals.empty() && (!is_decided_by_table || season.standings.size() != 1)) {
    return {};
  }
  for (const football::Standing& standing : season.standings) {
    if (!is_over(standing)) {
      return {};
    }
    for (const football::StandingRow& row : standing.rows) {
      if (&row == &standing.rows.front() || row.position == 1) {
        teams.push_back(row.team_id);
      }
    }
  }
  return teams;
}

std::string title_of(const Honour& honour) {
  return honour.stage ? "the winner of " + *honour.stage : "the winner";
}

/// Whether one id holds the other word by word: "melgar" and "fbc-melgar" may be one team.
bool may_be_same(std::string_view left, std::string_view right) {
  const std::string longer = concat({"-", left.size() < right.size() ? right : left, "-"});
  const std::string shorter = concat({"-", left.size() < right.size() ? left : right, "-"});
  return longer.find(shorter) != std::string::npos;
}

/// Whether two names may be forms of one: a word begins alike, or one is the other's initials.
bool may_be_forms(std::string_view left, std::string_view right) {
  const auto words_of = [](std::string_view slug) {
    std::vector<std::string_view> words;
    while (!slug.empty()) {
      const std::size_t end = std::min(slug.find('-'), slug.size());
      words.push_back(slug.substr(0, end));
      slug.remove_prefix(std::min(end + 1, slug.size()));
    }
    return words;
  };
  const auto is_short = [](std::string_view id) { return id.size() <= 4; };
  if (is_short(left) || is_short(right)) {
    return true;
  }
  const auto left_words = words_of(left);
  const auto right_words = words_of(right);
  return std::any_of(left_words.begin(), left_words.end(), [&](std::string_view here) {
    return std::any_of(right_words.begin(), right_words.end(), [&](std::string_view there) {
      return here.size() >= 2 && here.substr(0, 2) == there.substr(0, 2);
    });
  });
}

/// The four-digit years of a text.
std::vector<std::int32_t> years_of(std::string_view text) {
  std::vector<std::int32_t> years;
  for (std::size_t i = 0; i < text.size();) {
    std::int32_t number = 0;
    std::size_t size = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, ++size) {
      number = size < 4 ? number * 10 + (text[i] - '0') : 0;
    }
    if (size == 4 && number >= 1850 && number <= 2100) {
      years.push_back(number);
    }
    i += size == 0 ? 1 : 0;
  }
  return years;
}

}  // namespace

void winner_not_in_final(const Index& index, Diagnostics& diagnostics) {
  const Winners winners(index);
  for (const Honour* honour : winners.all()) {
    const Tie* final = winners.final_of(*honour);
    if (final == nullptr || may_be_same(honour->team_id, final->home_id) ||
        may_be_same(honour->team_id, final->away_id)) {
      continue;
    }
    // A name that no match or table has may be another name of a finalist.
    const bool is_known = index.team(honour->team_id) != none;
    if (!is_known && (may_be_forms(honour->team_id, final->home_id) ||
                      may_be_forms(honour->team_id, final->away_id))) {
      continue;
    }
    report(diagnostics, Code::winner_not_in_final,
           is_known ? finding::Severity::error : finding::Severity::warning, at(*honour),
           concat({honour->team, " is named ", title_of(*honour), ", and the final is ",
                   final->home, " v ", final->away}),
           {{"team", honour->team}, {"other_line", std::int64_t{final->line}}});
  }
}

void winner_lost_final(const Index& index, Diagnostics& diagnostics) {
  const Winners winners(index);
  for (const Honour* honour : winners.all()) {
    const Tie* final = winners.final_of(*honour);
    if (final != nullptr && is_decided_by_result(*final) && honour->team_id != *final->winner_id &&
        (honour->team_id == final->home_id || honour->team_id == final->away_id)) {
      report(diagnostics, Code::winner_lost_final, at(*honour),
             concat({honour->team, " is named ", title_of(*honour), ", and ",
                     final->winner.value_or(*final->winner_id), " won the final"}),
             {{"team", honour->team},
              {"expected", *final->winner_id},
              {"found", honour->team_id},
              {"other_line", std::int64_t{final->line}}});
    }
  }
}

void winner_not_first(const Index& index, Diagnostics& diagnostics) {
  const Winners winners(index);
  // Where the final alone decides, the rules above look; stages decide apart from each other.
  if (winners.all().size() != 1 || winners.all().front()->stage ||
      winners.final_of(*winners.all().front()) != nullptr) {
    return;
  }
  const Honour& honour = *winners.all().front();
  const std::vector<std::string_view> teams = possible_winners(index);
  const bool may_have_won =
      std::any_of(teams.begin(), teams.end(),
                  [&honour](std::string_view team) { return may_be_same(honour.team_id, team); });
  const std::uint32_t winner = index.team(honour.team_id);
  if (teams.empty() || may_have_won || winner == none) {
    return;
  }
  std::vector<std::string_view> names;
  for (const std::string_view team : teams) {
    const std::uint32_t number = index.team(team);
    names.push_back(number == none ? team : index.team_names[number]);
  }
  report(
      diagnostics, Code::winner_not_first, at(honour),
      concat({honour.team, " is named the winner, the tables and finals give ", list_of(names, 3)}),
      {{"team", honour.team}, {"expected", std::string(names.front())}});
}

void winner_without_final(const Index& index, Diagnostics& diagnostics) {
  const Winners winners(index);
  const bool is_staged =
      std::any_of(winners.all().begin(), winners.all().end(),
                  [](const Honour* honour) { return honour->stage.has_value(); });
  if (!is_staged || index.season.matches.empty()) {
    return;
  }
  const auto leagues = league_stages(index);
  for (const Honour* honour : winners.all()) {
    if (honour->stage && !winners.has_final(*honour) &&
        !leagues.contains(text::slug(*honour->stage))) {
      report(diagnostics, Code::winner_without_final, at(*honour),
             concat({honour->team, " is named ", title_of(*honour),
                     ", of which the article lists no final"}),
             {{"team", honour->team}});
    }
  }
}

void winners_per_stage(const Index& index, Diagnostics& diagnostics) {
  const Honour* first = nullptr;
  std::vector<std::string_view> stages;
  for (const Honour& honour : index.season.honours) {
    if (honour.kind == HonourKind::winner && honour.stage) {
      first = first == nullptr ? &honour : first;
      stages.push_back(*honour.stage);
    }
  }
  std::sort(stages.begin(), stages.end());
  stages.erase(std::unique(stages.begin(), stages.end()), stages.end());
  if (stages.size() >= 2) {
    report(diagnostics, Code::winners_per_stage, at(*first),
           concat({"Winners are named for ", std::to_string(stages.size()),
                   " stages: ", list_of(stages, 5)}),
           {{"count", static_cast<std::int64_t>(stages.size())}});
  }
}

void season_title_mismatch(const Index& index, Diagnostics& diagnostics) {
  const football::Season& season = index.season;
  if (!season.article.title) {
    return;
  }
  const std::vector<std::int32_t> stated = years_of(*season.article.title);
  for (const football::InfoboxField& field : season.infobox.fields) {
    if (!words::exact(Kind::key_season, Kind::key_edition, field.key)) {
      continue;
    }
    const std::vector<std::int32_t> years = years_of(field.value);
    const bool is_shared = std::any_of(years.begin(), years.end(), [&stated](std::int32_t year) {
      return std::find(stated.begin(), stated.end(), year) != stated.end();
    });
    // A qualifying competition carries the year of what it leads to.
    const bool is_qualifying = bool(words::contains(Kind::title_qualifying, *season.article.title));
    if (!stated.empty() && !years.empty() && !is_shared && !is_qualifying) {
      report(diagnostics, Code::season_title_mismatch, {field.line, 1},
             concat({"The infobox names the season ", field.value, ", the title is ",
                     *season.article.title}),
             {{"expected", std::to_string(stated.front())}, {"found", field.value}});
      return;
    }
  }
}

namespace {

/// The number that a field of the infobox begins with, "380" and "1,072 (2.82 per match)"; nothing
/// where it does not begin with one.
football::MaybeInt leading_number(std::string_view value) {
  std::int32_t number = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_digit = value[i] >= '0' && value[i] <= '9';
    const bool is_separator = (value[i] == ',' || value[i] == '.') && digits > 0 &&
                              i + 3 < value.size() && value[i + 1] >= '0' && value[i + 1] <= '9' &&
                              value[i + 2] >= '0' && value[i + 2] <= '9' && value[i + 3] >= '0' &&
                              value[i + 3] <= '9';
    if (is_digit) {
      constexpr std::size_t most = 6;
      if (++digits > most) return std::nullopt;
      number = 10 * number + (value[i] - '0');
    } else if (!is_separator) {
      break;
    }
  }
  return digits == 0 ? std::nullopt : football::MaybeInt(number);
}

const football::InfoboxField* field_of(const football::Season& season, words::Kind kind) {
  for (const football::InfoboxField& field : season.infobox.fields) {
    if (words::exact(kind, field.key)) return &field;
  }
  return nullptr;
}

}  // namespace

void infobox_vs_matches(const Index& index, Diagnostics& diagnostics) {
  std::int32_t played = 0;
  std::int32_t goals = 0;
  for (const football::Match& match : index.season.matches) {
    if (match.status == football::MatchStatus::scheduled) return;  // The season goes on.
    if (was_voided(match)) continue;
    const football::MaybePair& score = final_score(match);
    if (!score && !was_decided_on_paper(match)) return;
    ++played;
    if (score) goals += score->home + score->away;
  }
  const auto tell = [&](const football::InfoboxField& field, std::int32_t stated,
                        std::int32_t found, std::string_view what) {
    report(diagnostics, Code::infobox_vs_matches, {field.line, 1},
           concat({"The infobox states ", std::to_string(stated), " ", what,
                   ", the article's matches give ", std::to_string(found)}),
           {{"expected", std::to_string(found)}, {"found", std::to_string(stated)}});
  };
  const football::InfoboxField* matches_field =
      field_of(index.season, words::Kind::infobox_matches);
  const football::InfoboxField* goals_field = field_of(index.season, words::Kind::infobox_goals);
  const football::MaybeInt matches_stated =
      matches_field == nullptr ? std::nullopt : leading_number(matches_field->value);
  const football::MaybeInt goals_stated =
      goals_field == nullptr ? std::nullopt : leading_number(goals_field->value);
  constexpr std::int32_t fewest = 10;
  if (!matches_stated || played < fewest) return;
  if (*matches_stated == played) {
    if (goals_stated && *goals_stated != goals) tell(*goals_field, *goals_stated, goals, "goals");
    return;
  }
  // Far from it, the article does not list its matches; where the goals agree, it lists them all.
  if (goals_stated && *goals_stated == goals && goals > 0) {
    tell(*matches_field, *matches_stated, played, "matches");
  }
}

}  // namespace acta::check
