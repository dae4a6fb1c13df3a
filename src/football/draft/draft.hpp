#pragma once
/// The season while it is read: its records, what is known beside them, and how each line was read.
/// Private to football/.

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "football/draft/marks.hpp"
#include "football/draft/names.hpp"
#include "football/draft/place.hpp"
#include "football/draft/readings.hpp"
#include "football/draft/witness.hpp"
#include "football/extract.hpp"
#include "football/phrase/heading.hpp"
#include "football/phrase/match.hpp"
#include "words/words.hpp"

namespace acta::football {

/// What a match line says beyond the match's record.
struct MatchFacts {
  std::optional<Pair> aggregate;
  std::optional<Decider> decider;
  std::string winner;
  bool winner_first = false;  ///< The shoot-out is told with its winner, and not yet turned.
  bool replay = false;
  bool in_row = false;  ///< A row of a table tells it.
  std::size_t round = no_index;
  std::size_t home = no_index;
  std::size_t away = no_index;
  bool home_listed = false;
  bool away_listed = false;
  std::uint8_t lineups = 0;  ///< Line-ups that were read.
  std::uint32_t line = 0;    ///< Of the text that is read, where `Match::line` is one of its page.
  std::vector<std::uint32_t> told_at;  ///< Lines of rows and brackets that tell its tie.
};

/// A match and what is known beside its record.
struct DraftMatch {
  Match record;
  MatchFacts facts;
};

/// A round and what is known beside its record.
struct DraftRound {
  Round record;
  Stage stage;
  std::int32_t ordinal = 0;
  bool holds_rounds = false;  ///< Lines below its heading name rounds: without matches it is none.
};

/// Where a team's record got its facts from, best last.
enum class TeamSource : std::uint8_t { match, standing, table };

/// What is known of a team beside its name.
struct TeamFacts {
  std::size_t record = no_index;  ///< Index in Season::teams, if it is there.
  TeamSource source = TeamSource::match;
  std::uint32_t line = 0;  ///< Of the text that is read.
};

/// Position of a record.
template <typename Record>
finding::Position position_of(const Record& record) {
  return {record.line, 1, record.page ? std::string_view(*record.page) : std::string_view()};
}

/// A name and the text that it stands in: the whole of it, or a piece.
struct Named {
  Named(const wiki::Text& text) : of(text), name(text.text) {}

  Named(const wiki::Text& text, std::string_view piece) : of(text), name(piece) {}

  wiki::Text of;
  std::string_view name;
};

/// The two sides of a match.
struct Sides {
  Named home;
  Named away;
};

/// A tie that no match tells of.
struct ToldTie {
  Tie record;
  std::size_t round = no_index;
  std::uint32_t line = 0;  ///< In the text that is read.
};

class Draft {
 public:
  Draft(const wiki::Document& page, const text::Source& text, finding::Diagnostics& findings)
      : document(page),
        source(text),
        diagnostics(findings),
        readings(page, text.line_count()),
        teams("team", Names::Surnames::no, team_slugs_, memory),
        marks(text.text(), teams),
        team_slugs_(memory),
        player_slugs_(memory) {}

  const wiki::Document& document;
  const text::Source& source;
  finding::Diagnostics& diagnostics;
  std::pmr::monotonic_buffer_resource memory;  ///< Of what the names note, freed at once.

  Season season;  ///< But for its matches and rounds, which stand below until the end.
  std::vector<DraftMatch> matches;
  std::vector<DraftRound> rounds;
  Readings readings;
  Names teams;
  StatusMarks marks;                  ///< Behind the names of teams.
  std::vector<TeamFacts> team_facts;  ///< By team.

  std::vector<TieRow> tie_rows;
  std::vector<ToldTie> told_ties;
  std::vector<GridResult> grid_results;
  std::vector<BracketTie> bracket_ties;
  std::vector<OldGrid> old_grids;

  words::Language language = words::Language::none;

  /// The part of a season that the article is about, by its title; empty for none.
  struct {
    std::string stage;
    std::string group;
    std::string round;
  } subpage;

  std::string club;                 ///< That the article is about, empty for none.
  std::int32_t section_year = 0;    ///< The year that the section's headings are about, 0 for none.
  std::uint32_t table_section = 0;  ///< Heading line of the section whose table goes on row by row.

  /// Gives a record its page and line: `line` is one of the text that is read, in which other pages
  /// may stand.
  template <typename Record>
  void locate(Record& record, std::uint32_t line) const {
    const text::Origin from = source.origin(line);
    record.line = from.line;
    record.page = from.page.empty() ? std::nullopt : MaybeText(from.page);
  }

  /// Gives a part of a record its line; its page is the record's.
  template <typename Part>
  void locate_part(Part& part, std::uint32_t line) const {
    part.line = source.origin(line).line;
  }

  /// Gives a row its line, and the first one the table its page.
  void locate_row(StandingRow& row, Standing& standing, std::uint32_t line) const;

  /// Lets a match go on to a line; one of another page does not count.
  void extend(Match& match, std::uint32_t line) const;

  /// The teams that `text` names one after the other, when every word of it belongs to the name of
  /// a team that a table or match lists; one or none when it is not that.
  std::vector<std::string_view> split_teams(std::string_view text) const;

  /// Position of `piece` of `text`, or of the text itself when the piece is not a part of it.
  finding::Position at(const wiki::Text& text, std::string_view piece = {}) const;

  /// Reports a line that was not understood.
  void unread(const wiki::Text& text, std::string_view expected);

  /// Reports a value that was not understood: "date "3 Smarch" was not understood".
  void unreadable(finding::Position where, std::string_view what, std::string_view found,
                  std::string_view why = "was not understood");

  /// The entity of a team's name.
  std::size_t team(const wiki::Text& text, std::string_view name);

  /// The record of a team, made or completed: the best source gives the line.
  Team& team_record(std::size_t team, TeamSource source, std::uint32_t line);

  /// The entity of a player in a team (`no_index` for no team).
  const Entity& player(const wiki::Text& text, std::string_view name, std::size_t team,
                       bool counts_goal);

  /// The round of a place, made when it is not there yet; `no_index` when the place has no round.
  std::size_t round(const Place& place);

  /// Says that lines of a place name rounds of their own.
  void holds_rounds(const Place& place);

  /// Adds a match of its place, told by these lines; gives its index.
  std::size_t add_match(const Place& place, const Sides& sides, std::uint32_t line,
                        std::uint32_t end_line);

  /// Adds the rules that a text counts up, those of every table of the page once; gives the first
  /// of them, nothing when the text is another.
  std::optional<std::size_t> add_rules(std::string_view text, std::uint32_t line);

  /// Adds a scorer of the season's list.
  void add(TopScorer scorer, std::uint32_t line);

  /// ISO form of a date, its year inferred from the season when it has none; reports what was
  /// inferred or impossible.
  MaybeText iso_date(const DateLine& date, finding::Position where);

  /// The links inside `piece` of `text`.
  static std::vector<const wiki::Link*> links_in(const wiki::Text& text, std::string_view piece);

  /// The teams that `piece` of `text` names: by its links, by "/", or as the article lists them.
  std::vector<std::string_view> names_in(const wiki::Text& text, std::string_view piece) const;

  /// The target of the link that covers `piece` of `text`, or nothing.
  static std::string_view link(const wiki::Text& text, std::string_view piece);

  /// Keeps a text as long as the draft lives.
  std::string_view keep(std::string text);

  /// Keeps links as long as the draft lives.
  std::span<const wiki::Link> keep_links(std::vector<wiki::Link> links) {
    return kept_links_.emplace_back(std::move(links));
  }

  /// Keeps calls as long as the draft lives.
  std::span<const wiki::Call> keep_calls(std::vector<wiki::Call> calls) {
    return kept_calls_.emplace_back(std::move(calls));
  }

  /// Puts the records in their order, adds the players, and gives all away.
  Extraction finish();

 private:
  struct PlayerFacts {
    std::size_t team = no_index;
    std::int32_t goals = 0;
    bool scored = false;
  };

  struct Squad {
    Names names;
    std::vector<PlayerFacts> facts;
  };

  void check_changes();
  void add_players();

  std::vector<std::uint32_t> scorer_lines_;  // Of Season::top_scorers, in the text that is read.
  std::deque<std::string> kept_;
  std::deque<std::vector<wiki::Link>> kept_links_;
  std::deque<std::vector<wiki::Call>> kept_calls_;
  Slugs team_slugs_;
  Slugs player_slugs_;
  std::pmr::unordered_map<std::size_t, Squad> squads_{&memory};    // By team.
  std::vector<std::pair<std::size_t, std::size_t>> player_order_;  // (team, player)
  std::unordered_map<std::string, std::size_t> rounds_;            // By id.
  std::size_t last_round_ = no_index;  // Matches of one round stand together.
};

/// Text of a value, its lines joined.
std::string join_lines(wiki::Lines value, std::string_view separator = " ");

}  // namespace acta::football
