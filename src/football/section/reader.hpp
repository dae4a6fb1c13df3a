#pragma once
/// The lines of one section, read one after the other.  Private to football/.

#include <string_view>
#include <vector>

#include "football/draft/draft.hpp"
#include "football/draft/fit.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "football/phrase/scorers.hpp"
#include "football/phrase/venue.hpp"

namespace acta::football {

/// Bytes of the longest line that can be a match or a date.
inline constexpr std::size_t longest_match_line = 300;

/// Bytes of the longest line that can be more than prose; scorer lists are the longest.
inline constexpr std::size_t longest_record_line = 600;

/// Reads lines and list items of a match list: dates, matches, what stands under them.
class SectionReader {
 public:
  SectionReader(Draft& draft, Place& place) : draft_(draft), place_(place) {
    if (place.date) {
      set_date(*place.date, draft_.source.start_of(place.heading_line));
    }
  }

  void line(const wiki::Text& text, bool indented, bool joined);
  bool list_item(const wiki::Text& text);

  /// A definition head or a line that is a round, a group or a leg for what follows.
  bool sub_heading(const wiki::Text& text, bool sure);

  void end_of_run() { run_match_ = no_index; }

  /// A match box ended: a decision below is about its match.
  void after_box(std::size_t match) {
    match_ = match;
    run_match_ = no_index;
    any_match_ = true;
  }

  void end();

 private:
  struct Waiting {
    wiki::Text text;
    std::string_view team;
    std::vector<Scorer> scorers;
    std::size_t match;  // The match it stands directly under, or none.
  };

  // What stands behind the away side of a match line.
  struct Behind {
    std::optional<DateLine> date;
    std::optional<VenueLine> venue;
  };

  std::string_view without_number(std::string_view line) const;
  Behind read_beside(MatchLine& line) const;
  void enter(const Heading& heading, std::uint32_t line);
  void set_date(const DateLine& line, finding::Position where);
  void forget_date();
  void set_venues();
  bool date_line(const wiki::Text& text);
  bool match_line(const wiki::Text& text);
  bool match_line(const wiki::Text& text, std::string_view rest, const DateLine* own_date);
  bool scorer_line(const wiki::Text& text, bool indented, bool joined);
  bool parted_line(std::size_t match, const wiki::Text& text, std::string_view list,
                   const Pair& total);
  bool noted_line(std::size_t match, const wiki::Text& text, const std::vector<Scorer>& scorers);
  bool teamless_line(std::size_t match, const wiki::Text& text, std::string_view list);
  bool venue_line(const wiki::Text& text, bool joined);
  bool decision_line(const wiki::Text& text);
  bool shoot_out_head(const wiki::Text& text);
  bool report_line(const wiki::Text& text);
  bool meets_again(std::size_t match, const MaybePair& score) const;
  bool rules_line(const wiki::Text& text);
  bool remark_line(const wiki::Text& text);
  bool part_of_match(const wiki::Text& text, MatchLine line);
  bool officials_line(const wiki::Text& text, bool joined);
  bool believable(const MatchLine& match, std::string_view line) const;
  void settle_waiting(std::size_t next_match);
  void add_goals(std::size_t match, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers);
  Fit best_side(std::size_t match, std::string_view team, Side& side) const;
  bool kick_line(std::size_t match, const wiki::Text& text, std::string_view team,
                 std::string_view list);
  void add_kicks(std::size_t match, Side side, const wiki::Text& text,
                 const std::vector<Taker>& takers);
  void attach(std::size_t match, const wiki::Text& text, Label rule);

  Draft& draft_;
  Place& place_;  // A sub-heading changes it.
  MaybeText date_;
  std::size_t date_from_ = 0;  // The first match below its line.
  MaybeText time_;
  MaybeText utc_offset_;
  std::optional<VenueLine> venue_;        // Of the date line.
  std::optional<MatchLine> last_parsed_;  // What match_line() made of the line it looked at last.
  std::size_t match_ = no_index;          // The match lines below belong to.
  std::size_t run_match_ = no_index;      // The same, forgotten at a blank line.
  bool any_match_ = false;
  std::optional<Side> open_side_;  // Whose scorers go on in the next line: theirs ended in a comma.
  bool shoot_out_ = false;         // Told directly above: the names below took its kicks.
  bool officials_ = false;         // The lines of a list of officials.
  std::vector<Waiting> waiting_;
  std::vector<std::pair<std::size_t, VenueLine>>
      venues_;  // Of matches whose own lines may say else.
};

}  // namespace acta::football
