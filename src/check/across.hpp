#pragma once
/// What only several articles side by side can show: a capacity, a stadium, a neighbour that the
/// article of another season gives differently.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "finding/diagnostic.hpp"
#include "football/season.hpp"

namespace acta::check {

/// Where a team plays, as its article says.
struct Ground {
  std::string team_id;
  std::string team;
  std::string stadium_id;
  std::string stadium;
  football::MaybeText city;
  std::uint32_t line = 0;
};

/// A stadium's capacity, as its article says.
struct Capacity {
  std::string stadium_id;
  std::string stadium;
  std::int32_t capacity = 0;
  std::uint32_t line = 0;
};

/// The neighbouring season that an article names, by the year it starts in.
struct Neighbour {
  football::MaybeInt year;
  std::string text;
  std::uint32_t line = 1;
};

/// What the comparison needs of one article, so that a thousand of them need little memory.
struct Summary {
  football::MaybeText title;
  football::MaybeText competition_id;
  football::MaybeInt start_year;
  Neighbour previous;
  Neighbour next;
  std::vector<std::string> team_ids;  ///< Sorted.
  std::vector<Ground> grounds;
  std::vector<Capacity> capacities;
};

/// The summary of a season.
Summary summarize(const football::Season& season);

/// A finding and the article it belongs to, by its number in the list of summaries.
struct AcrossFinding {
  std::size_t article = 0;
  finding::Diagnostic diagnostic;
};

/// Compares articles of different seasons.  The findings depend on the articles, not on their
/// order; each stands in the later article, or in the one that names a neighbour.
std::vector<AcrossFinding> across(std::span<const Summary> articles);

}  // namespace acta::check
