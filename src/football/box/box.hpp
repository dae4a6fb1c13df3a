#pragma once
/// Template calls as records.  Private to football/.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "football/draft/draft.hpp"

namespace acta::football {

/// A template call that is a record.
void read_template(Draft& draft, const wiki::Template& box, const Place& place);

/// The match that an article is about, from its infobox, where no box tells it.
void read_match_infobox(Draft& draft, const wiki::Infobox& infobox);

using Keys = std::initializer_list<std::string_view>;

/// The first field of these keys (lower-case) that holds something, or null.
const wiki::Field* field_of(const wiki::Template& box, Keys keys);

/// Its text, lines joined; empty when there is none.
std::string text_of(const wiki::Template& box, Keys keys);

/// The number in the field of exactly this key.
MaybeInt count_in(const wiki::Template& box, const std::string& key);

/// The first line of the field of exactly this key.
wiki::Text first_of(const wiki::Template& box, const std::string& key);

/// Reads one template call; a member a kind.
class BoxReader {
 public:
  BoxReader(Draft& draft, const wiki::Template& box, const Place& place)
      : draft_(draft), box_(box), place_(place) {}

  void match();
  void infobox_match();
  void sports_table();
  void sports_results();
  void legs(bool two);
  void series();
  void bracket();
  void old_table(bool spanish);
  void old_grid();

 private:
  void tie_row(std::span<const wiki::Text> cells, bool two);
  void bracket_rounds();
  void bracket_keys();
  void bracket_tie(BracketTie tie, const wiki::Text& home, const wiki::Text& away,
                   const std::vector<wiki::Text>& home_scores,
                   const std::vector<wiki::Text>& away_scores);
  Place bracket_place(std::size_t round, std::size_t rounds, bool third) const;
  bool sides(wiki::Text& home, wiki::Text& away);
  void date(Match& record);
  void goals(std::size_t match, Side side, const wiki::Field* field);
  void goal_line(std::size_t match, Side side, const wiki::Text& text);
  bool goals_between_minutes(std::size_t match, Side side, const wiki::Text& line);
  std::vector<wiki::Text> between_stars(const wiki::Text& line);
  void grid_results();
  wiki::Text piece_of(const wiki::Text& text, std::size_t begin, std::size_t end);
  std::vector<wiki::Text> without_cards(const wiki::Text& line);
  void kicks(std::size_t match, Side side, const wiki::Field* field);
  void kick(std::size_t match, Side side, const wiki::Text& text, std::string_view name,
            bool scored);
  void penalties(Match& record);
  void venue(Match& record);
  void refuse(std::string_view expected);
  std::string team_name(const std::string& code) const;

  void claim(Label rule, RecordRef record = {}) {
    draft_.readings.claim(box_.line, box_.end_line, wiki::LineClass::record, rule, record);
  }

  Draft& draft_;
  const wiki::Template& box_;
  const Place& place_;
};

}  // namespace acta::football
