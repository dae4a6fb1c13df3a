#pragma once
/// Names that a file says are one club or player.
///
/// An alias merges nothing and changes no record.  It silences the suggestion that two names may be
/// one (`possible_same_club`, `possible_same_player`), and `alias_used` says once an article and
/// name which canonical name it stands for.
///
/// For a command: `--aliases FILE` is `Aliases::load` once, then `Options::aliases` (articles) or
/// the argument of `check_json`; an AliasError is a message and exit 2.  `--suggest-aliases` is
/// `suggest_aliases` of every checked season, all written by one `write_aliases`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "football/season.hpp"

namespace acta::check {

/// One claim: in a competition and from one year to another, `name` is `canonical`.
struct Alias {
  std::string name;
  std::string canonical;
  football::MaybeText competition = std::nullopt;  ///< Its name; null for every competition.
  football::MaybeInt from = std::nullopt;          ///< First year; null for no bound.
  football::MaybeInt to = std::nullopt;            ///< Last year; null for no bound.
  std::uint32_t line = 0;                          ///< Of the file.
  bool operator==(const Alias&) const = default;
};

/// A file of aliases that cannot be used; the message begins with file and line.
class AliasError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The aliases of a file.  Names are equal when their Spanish collation keys are.
class Aliases {
 public:
  /// Reads CSV, or TSV where the header has a tab.  The header names the columns `name` and
  /// `canonical`, perhaps `competition`, `from` and `to` (a year or an ISO date).  Blank lines and
  /// lines that begin with # are passed over.  Throws AliasError: a column that is not known, a
  /// cell that cannot be read, a name claimed twice for one competition and year.
  static Aliases load(const std::string& file, std::string bytes);

  /// What the file says of a name in a season.
  struct Answer {
    const Alias* alias = nullptr;  ///< The claim; it applies when `is_certain`.
    bool is_certain = false;       ///< Whether the season states all that the claim's scope asks.
  };

  Answer find(std::string_view name, const football::Season& season) const;

  /// The canonical name, or the name itself where no claim certainly applies.
  std::string_view canonical(std::string_view name, const football::Season& season) const;

  /// Whether the file says that both are one.
  bool are_one(std::string_view left, std::string_view right, const football::Season& season) const;

  const std::vector<Alias>& rows() const { return rows_; }

 private:
  void add(const std::string& file, Alias alias);

  std::vector<Alias> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

/// The claims that would settle the suggestions among the season's diagnostics, for its own
/// competition and years; the later name is the alias.  Somebody has to look at them first.
std::vector<Alias> suggest_aliases(const football::Season& season);

/// A file that `Aliases::load` takes, as CSV, each claim once.
std::string write_aliases(const std::vector<Alias>& aliases);

}  // namespace acta::check
