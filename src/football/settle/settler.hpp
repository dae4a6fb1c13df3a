#pragma once
/// Rounds and ties of a season while they are settled.  Private to football/.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "football/draft/match.hpp"
#include "football/settle/settle.hpp"

namespace acta::football {

/// One round's matches and teams.
struct RoundView {
  std::vector<std::size_t> matches;
  std::set<std::size_t> teams;
  std::string first_date;
  bool knock_out = false;
};

/// A pairing: the matches two teams play in one round.
struct Pairing {
  std::size_t round = no_index;
  std::vector<std::size_t> matches;
};

/// Teams by stage and group: what a matchday there has matches for.
struct Matchdays {
  using Key = std::pair<MaybeText, MaybeText>;

  std::map<Key, std::size_t> in_table;
  std::map<Key, std::set<std::size_t>> seen;
  std::size_t listed = 0;  ///< In the table of teams.
};

/// Settles who met whom, who won, and how that is known.
class Settler {
 public:
  explicit Settler(Draft& draft) : draft_(draft), season_(draft.season) {}

  void settle();

 private:
  void view_rounds();
  bool is_knock_out(std::size_t round) const;
  void find_pairings();
  void mark_legs();
  void make_tie(const Pairing& pairing);
  void decide(const Pairing& pairing, Tie& tie, bool two_legs);
  void win(Tie& tie, bool home, Decider decider, Basis basis) const;
  void state(const Pairing& pairing, Tie& tie, std::size_t match);
  void infer(const Pairing& pairing, Tie& tie);
  bool are_points(const std::vector<std::size_t>& played, const Pairing& pairing,
                  const Pair& stated) const;
  std::size_t next_round(std::size_t round) const;
  const Honour* honour_of(const Tie& tie, std::size_t round) const;
  void count_round(std::size_t round);
  MaybeInt expected(std::size_t round);
  void view_matchdays();
  std::int32_t byes(std::size_t round) const;
  void add_told_ties();
  void report_empty(std::size_t round);

  bool is_home(const Pairing& pairing, std::size_t match) const {
    return draft_.matches[match].facts.home == draft_.matches[pairing.matches.front()].facts.home;
  }

  Draft& draft_;
  Season& season_;
  std::vector<RoundView> rounds_;
  std::vector<Pairing> pairings_;
  std::vector<std::uint32_t> tie_lines_;  // By tie, in the text that is read.

  std::optional<Matchdays> matchdays_;  // When asked for.
};

}  // namespace acta::football
