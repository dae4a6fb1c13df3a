/// Ids of matches, their missing goals, and the score after 90 minutes that goals tell.

#include <algorithm>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>

#include "football/draft/match.hpp"
#include "football/settle/settle.hpp"
#include "text/unicode.hpp"

namespace acta::football {

using finding::Code;

namespace {

bool was_played(const Match& match) { return match.score.full_time || match.score.extra_time; }

// Where every goal has its minute, a score after extra time tells the one after 90 minutes.  Goals
// behind the first half of extra time prove that there was one before a shoot-out, where nobody
// says so.
void infer_full_time(Draft& draft, Match& match) {
  const bool told = match.score.extra_time.has_value();
  if (told == match.score.full_time.has_value()) return;
  constexpr std::int32_t surely_extra = 105;
  constexpr std::int32_t last_minute = 120;
  if (!told && !match.score.penalties) return;
  const Pair total = told ? *match.score.extra_time : *match.score.full_time;
  bool proved = told;
  Pair listed;
  Pair regular;
  for (const Goal& goal : match.goals) {
    if (!goal.minute) return;
    std::int32_t& count = goal.side == Side::home ? listed.home : listed.away;
    ++count;
    if (*goal.minute <= 90) ++(goal.side == Side::home ? regular.home : regular.away);
    if (!told && *goal.minute > last_minute) return;
    proved |= *goal.minute > surely_extra;
  }
  if (!proved || listed != total) return;
  match.score.extra_time = total;
  match.score.full_time = regular;
  draft.diagnostics.add(Code::full_time_inferred, position_of(match),
                        "score after 90 minutes, " + std::to_string(regular.home) + "-" +
                            std::to_string(regular.away) +
                            ", follows from the minutes of all goals",
                        {{"record", match.id}, {"basis", std::string("goal minutes")}});
}

}  // namespace

void settle_matches(Draft& draft) {
  std::pmr::unordered_map<std::string_view, std::int32_t> used(
      &draft.memory);  // Views of the first match's id.
  for (DraftMatch& drafted : draft.matches) {
    Match& match = drafted.record;
    const MatchFacts& facts = drafted.facts;
    match.id.reserve(96);
    match.id = facts.round == no_index
                   ? text::slug(match.stage.value_or("") + " " + match.group.value_or(""))
                   : draft.rounds[facts.round].record.id;
    if (match.id.empty()) match.id = "match";
    if (match.leg) match.id += "-leg-" + std::to_string(*match.leg);
    ((match.id += ':') += match.home_id) += ':';
    match.id += match.away_id;
    const std::int32_t repeat = ++used[match.id];
    if (repeat > 1) match.id += ":" + std::to_string(repeat);
    std::stable_sort(match.goals.begin(), match.goals.end(),
                     [](const Goal& a, const Goal& b) { return a.line < b.line; });
    infer_full_time(draft, match);
    if (!was_played(match)) continue;
    const Pair total = match.score.extra_time ? *match.score.extra_time : *match.score.full_time;
    if (total == Pair{}) {
      match.goals_missing = Pair{};
    } else if (facts.home_listed || facts.away_listed) {
      Pair listed;
      for (const Goal& goal : match.goals) ++(goal.side == Side::home ? listed.home : listed.away);
      match.goals_missing =
          Pair{std::max(0, total.home - listed.home), std::max(0, total.away - listed.away)};
    }
  }
}

}  // namespace acta::football
