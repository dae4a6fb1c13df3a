#pragma once
/// What changed between two outputs: which records were added, removed or changed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/season.hpp"

namespace acta::format {

/// What is compared, in the order in which changes are listed.
enum class RecordKind : std::uint8_t {
  season,  ///< Title, competition and dates.
  honour,
  team,
  stadium,
  round,  ///< One whose heading was put otherwise.
  match,
  goal,
  tie,
  standing,  ///< One row.
  top_scorer,
  card,
  missed_penalty,
  lineup_player,
  squad_player,
};
inline constexpr std::array<std::string_view, 14> record_kind_names = {
    "season", "honour",         "team",          "stadium",     "round",
    "match",  "goal",           "tie",           "standing",    "top_scorer",
    "card",   "missed_penalty", "lineup_player", "squad_player"};

enum class ChangeKind : std::uint8_t { added, removed, changed };
inline constexpr std::array<std::string_view, 3> change_kind_names = {"added", "removed",
                                                                      "changed"};

/// One field of a changed record; the values as people read them, nothing for null.
struct FieldChange {
  std::string field;  ///< "score.full_time"
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool operator==(const FieldChange&) const = default;
};

/// One record added, removed or changed.
struct Change {
  ChangeKind change = ChangeKind::changed;
  RecordKind record = RecordKind::season;
  std::string season;  ///< The article's title, or the competition and season.
  std::string id;      ///< What the record was found by in the other output.
  std::string text;    ///< "Sport Boys 3-3 Melgar, 6 goals"
  std::vector<FieldChange> fields = {};
  bool operator==(const Change&) const = default;
};

/// A season that has fewer matches or goals than before.
struct Shrunk {
  std::string season;
  std::size_t matches_before = 0;
  std::size_t matches_after = 0;
  std::size_t goals_before = 0;
  std::size_t goals_after = 0;
  bool operator==(const Shrunk&) const = default;
};

/// How many records of one kind were added, removed, changed; by ChangeKind.
using ChangeCounts = std::array<std::size_t, 3>;

/// What changed between two lists of seasons.
struct Difference {
  std::vector<Change> changes;
  std::vector<Shrunk> shrunk;
  /// By RecordKind.  The records of an added or removed season, and the goals of an added or
  /// removed match, are counted, and not listed one by one.
  std::array<ChangeCounts, record_kind_names.size()> counts{};
  std::size_t seasons = 0;  ///< Seasons of both, a pair counting once.

  /// Adds what another pair of lists gave.
  void add(Difference&& other);
};

/// Compares two lists of seasons.
///
/// Seasons are paired by their article's title, then by competition and season, then where one is
/// left on each side.  Records are found by their ids; a goal by its match, side and player, a
/// standing's row by stage, group and team.  What is left is paired by what it says (see
/// align.hpp), so that a renamed team or a reworded heading is one change, and not one of each of
/// its matches. A record that is found by neither is one removed and one added. Lines, files,
/// hashes, revisions and findings are not compared: a record that moved in its article has not
/// changed.
Difference compare(std::span<const football::Season> before,
                   std::span<const football::Season> after);

/// Appends the changes for people, a line each below their season's title.
void write_text(const Difference& difference, std::string& out);

/// Appends the changes as one JSON object with `changes`, `counts` and `shrunk`.
void write_json(const Difference& difference, std::string& out);

}  // namespace acta::format
