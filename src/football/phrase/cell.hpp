#pragma once
/// What single cells say: that they are left open, a place in a table, a name with its status
/// letters.

#include <string>
#include <string_view>

#include "football/season.hpp"

namespace acta::football {

/// Whether a cell is left open: empty, a dash, "?", "N/A".
bool is_open(std::string_view text);

/// A place in a table or ranking: "1", "2.º", "2nd", "3=", "T4"; nothing for another text.
MaybeInt parse_position(std::string_view text);

/// A team's name and its status letters in a standings table: "Melgar (R) (X)".
struct Marked {
  std::string_view name;
  std::string marks;
};

/// Splits status letters off a name.
Marked split_marks(std::string_view name);

/// A side and what stands with it of how it won: "Alba (a.g.)", "Bermejo (p)", "Cora (3–1 PSO)".
struct DecidedSide {
  std::string_view name;
  bool extra_time = false;
  bool away_goals = false;
  bool penalties = false;
};

DecidedSide split_decision(std::string_view side);

/// A side without the number in brackets behind it, which is the level it plays at, a seed or its
/// kicks: "Aldea (3)".  No club is called so.
std::string_view without_level(std::string_view side);

/// The bracket that a name ends with, its brackets too; empty for none.
std::string_view last_bracket(std::string_view name);

/// Whether a bracket behind a name is a remark and no part of it: "(via play-off)", "(1st)".
/// Without it the name is left.
std::string_view without_remark(std::string_view name);

/// Cuts "(a)" and what follows off an aggregate: away goals decided.  Whether it was there.
bool cut_away_goals(std::string_view& aggregate);

}  // namespace acta::football
