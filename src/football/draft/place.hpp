#pragma once
/// Where in the competition a section stands.  Private to football/.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "football/phrase/date.hpp"
#include "football/season.hpp"

namespace acta::football {

/// The containers that a place is in, from the outer to the inner.  It knows its parts, whatever
/// stands in their names, and is one text only when it is written.
class Stage {
 public:
  /// Adds a container inside the others.
  void enter(std::string_view container);

  /// Leaves the inner container.
  void leave();

  bool empty() const { return depth_ == 0; }

  /// The number of containers.
  std::size_t depth() const { return depth_; }

  /// The name of a container, 0 for the outer one.
  std::string_view operator[](std::size_t index) const;

  /// As it stands in a record: "Play-offs / Championship", null for no container.
  MaybeText text() const { return empty() ? std::nullopt : MaybeText(text_); }

  bool operator==(const Stage& other) const { return text_ == other.text_; }

 private:
  static constexpr std::size_t deepest = 12;  // Six levels of headings, each with a part.
  static constexpr std::string_view between = " / ";

  std::string text_;
  std::array<std::uint32_t, deepest> ends_{};
  std::size_t depth_ = 0;
};

/// Where in the competition a section stands.
struct Place {
  Stage stage;
  MaybeText group;
  MaybeText round;
  RoundKind kind = RoundKind::other;
  bool has_kind = false;  ///< The round's kind is known from its heading.
  std::int32_t ordinal = 0;
  MaybeInt leg;
  bool replay = false;
  std::uint32_t line = 0;  ///< Of the heading that names the round.
  std::optional<DateLine> date;
  std::string_view heading;  ///< The section's own.
  std::uint32_t heading_line = 0;
  std::int32_t year = 0;     ///< Of a heading that is a year, 0 for none.
  MaybeText fallback_round;  ///< The heading's text, a round of kind `other` if matches stand here.
  Stage fallback_stage;      ///< The stage then: without that heading.

  /// Whether lines here are expected to be matches.
  bool expects_matches() const { return round || group || leg; }

  /// The place of a match here: where no round is named, the heading itself is one.
  Place of_match() const;
};

}  // namespace acta::football
