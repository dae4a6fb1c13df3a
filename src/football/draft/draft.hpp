#pragma once
/// What the parts of the extraction share while one article is read.  Private to football/.

#include <cstdint>
#include <deque>
#include <limits>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "football/draft/names.hpp"
#include "football/extract.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "words/words.hpp"

namespace acta::football {

inline constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Where in the competition a section stands.
struct Place {
  MaybeText stage;
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
  MaybeText fallback_stage;  ///< The stage then: without that heading.

  /// Whether lines here are expected to be matches.
  bool expects_matches() const { return round || group || leg; }
};

/// What a match line says beyond the match's record.
struct MatchFacts {
  std::optional<Pair> aggregate;
  std::optional<Decider> decider;
  std::string winner;
  bool winner_first = false;  ///< The shoot-out is told with its winner, and not yet turned.
  bool replay = false;
  std::size_t round = none;
  std::size_t home = none;
  std::size_t away = none;
  bool home_listed = false;
  bool away_listed = false;
};

/// Where a team's record got its facts from, best last.
enum class TeamSource : std::uint8_t { match, standing, table };

struct TeamFacts {
  std::size_t record = none;  ///< Index in Season::teams, if it is there.
  TeamSource source = TeamSource::match;
};

/// A row of a table of two-legged ties, settled when all matches are known.
struct TieRow {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::uint32_t line = 0;
  std::optional<MatchLine> first;
  std::optional<MatchLine> second;
  std::optional<MatchLine> aggregate;  ///< The score of a tie of one match.
  bool away_goals = false;
  bool one_match = false;
  std::uint32_t end_line = 0;
};

/// A pairing of a bracket.
struct BracketTie {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::uint32_t line = 0;
  std::vector<Pair> scores;  ///< One a leg, from the first side's view.
  bool is_sum = false;       ///< The score is the sum of two legs.
  std::optional<Pair> penalties;
  bool extra_time = false;
  std::optional<DateLine> date;
  std::string city;
};

/// A result of a grid, a match of its own unless the article lists it elsewhere.
struct GridResult {
  Place place;
  wiki::Text home;
  wiki::Text away;
  std::size_t home_team = none;
  std::size_t away_team = none;
  MatchLine score;
};

/// A grid of results whose rows and cells are template calls, while it is read.
struct OldGrid {
  std::vector<wiki::Text> columns;
  std::vector<wiki::Text> rows;
  std::vector<std::vector<GridResult>> cells;  ///< By row; a result without a score where none is.
};

struct RoundFacts {
  std::int32_t ordinal = 0;
};

class Context {
 public:
  Context(const wiki::Document& page, const text::Source& text, finding::Diagnostics& findings)
      : document(page),
        source(text),
        diagnostics(findings),
        teams("team", team_slugs_, memory),
        team_slugs_(memory),
        player_slugs_(memory) {
    out.lines.resize(source.line_count());
    for (std::size_t i = 0; i < out.lines.size() && i < document.lines.size(); ++i) {
      out.lines[i].line_class = document.lines[i];
    }
  }

  const wiki::Document& document;
  const text::Source& source;
  finding::Diagnostics& diagnostics;
  Extraction out;
  std::pmr::monotonic_buffer_resource memory;  ///< Of what the names note, freed at once.
  Names teams;
  std::vector<TeamFacts> team_facts;
  std::vector<MatchFacts> match_facts;
  std::vector<RoundFacts> round_facts;
  std::vector<TieRow> tie_rows;
  std::vector<GridResult> grid_results;
  std::vector<BracketTie> bracket_ties;
  std::vector<OldGrid> old_grids;
  words::Language language = words::Language::none;
  std::int32_t section_year = 0;    ///< The year that the section's headings are about, 0 for none.
  std::uint32_t table_section = 0;  ///< Heading line of the section whose table goes on row by row.

  Season& season() { return out.season; }

  /// Marks lines as read.  A line keeps the first reading that made it a record.
  void claim(std::uint32_t line, std::uint32_t end_line, wiki::LineClass line_class, Label rule,
             Label record = {}, std::size_t index = 0);

  /// Says more exactly which record a line that is read already fed.
  void refine(std::uint32_t line, Label record, std::size_t index);

  /// The teams that `text` names one after the other, when every word of it belongs to the name of
  /// a team that a table or match lists; one or none when it is not that.
  std::vector<std::string_view> split_teams(std::string_view text) const;

  /// Position of `piece` of `text`, or of the text itself when the piece is not a part of it.
  finding::Position at(const wiki::Text& text, std::string_view piece = {}) const;

  /// Reports a line that was not understood.
  void unread(const wiki::Text& text, std::string_view expected);

  /// The entity of a team's name.
  std::size_t team(const wiki::Text& text, std::string_view name);

  /// The record of a team, made or completed: the best source gives the line.
  Team& team_record(std::size_t team, TeamSource source, std::uint32_t line);

  /// The entity of a player in a team (`none` for no team).
  const Entity& player(const wiki::Text& text, std::string_view name, std::size_t team,
                       bool counts_goal);

  /// The round of a place, made when it is not there yet; `none` when the place has no round.
  std::size_t round(const Place& place);

  /// Adds a match of its place, sides resolved; gives its index.
  std::size_t add_match(const Place& place, const wiki::Text& text, std::string_view home,
                        std::string_view away);

  /// ISO form of a date, its year inferred from the season when it has none; reports what was
  /// inferred or impossible.
  MaybeText iso_date(const DateLine& date, finding::Position where);

  /// The target of the link that covers `piece` of `text`, or nothing.
  static std::string_view link(const wiki::Text& text, std::string_view piece);

  /// The club that the article is about: its infobox's, or "1957–58 Aldea F.C. season"'s; else
  /// empty.
  std::string_view club_name();

  /// Keeps a text as long as the context lives.
  std::string_view keep(std::string text);

  /// Keeps links as long as the context lives.
  std::span<const wiki::Link> keep_links(std::vector<wiki::Link> links) {
    return kept_links_.emplace_back(std::move(links));
  }

  /// Writes the players and sorts what is ordered by line.
  void finish();

 private:
  struct PlayerFacts {
    std::size_t team = none;
    std::int32_t goals = 0;
    bool scored = false;
  };

  struct Squad {
    Names names;
    std::vector<PlayerFacts> facts;
  };

  std::optional<std::string> club_name_;
  std::deque<std::string> kept_;
  std::deque<std::vector<wiki::Link>> kept_links_;
  template <typename Record>
  void sort_by_line(std::vector<Record>& records, std::string_view name);

  Slugs team_slugs_;
  Slugs player_slugs_;
  std::pmr::unordered_map<std::size_t, Squad> squads_{&memory};    // By team.
  std::vector<std::pair<std::size_t, std::size_t>> player_order_;  // (team, player)
  std::unordered_map<std::string, std::size_t> rounds_;
  std::size_t last_round_ = none;  // Matches of one round stand together.
};

/// Text of a value, its lines joined.
std::string join_lines(wiki::Lines value, std::string_view separator = " ");

// The parts, in the order they run.

/// What the title says, where the infobox does not.
void read_title(Context& context);

/// The blocks of one section.
void read_section(Context& context, const wiki::Section& section, const Place& place, Topic topic);

/// A table; one whose header no rule knows is kept in `other_tables`.
void read_table(Context& context, const wiki::Table& table, const Place& place);

/// A template call that is a record.
void read_template(Context& context, const wiki::Template& box, const Place& place);

/// The match that an article is about, from its infobox, where no box tells it.
void read_match_infobox(Context& context, const wiki::Infobox& infobox);

/// Sets the away side of a match whose sides are texts of their own.
void set_away(Context& context, std::size_t match, const wiki::Text& away);

/// Puts a parsed score and its notes into a match.
void apply_score(const MatchLine& line, Match& match, MatchFacts& facts);

/// Adds what notes say to a match: penalties, aggregate, decider, winner, status.
void merge_notes(const MatchLine& line, Match& match, MatchFacts& facts);

/// Adds the goals of a scorer list to a match.
void add_scorers(Context& context, std::size_t match, Side side, const wiki::Text& text,
                 const std::vector<Scorer>& scorers);

/// Fixed patterns of prose.
void read_claims(Context& context, const wiki::Text& text);

/// Matches of tie rows, grids and brackets that are listed nowhere else; then all by line.
void settle_tie_rows(Context& context);

/// Ties, their winners, and the rounds' counts, once every match is there.
void settle_rounds(Context& context);

/// Scores, missing goals and what follows from the goals, once every line is read.
void settle_matches(Context& context);

}  // namespace acta::football
