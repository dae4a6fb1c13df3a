#pragma once
/// The infobox of a season: competition, season, honours.  Private to football/.

#include <optional>
#include <string_view>
#include <vector>

#include "football/draft/draft.hpp"
#include "words/kinds.hpp"

namespace acta::football {

/// Reads an infobox.  What names teams waits until the tables have said which teams there are.
class InfoboxReader {
 public:
  InfoboxReader(Draft& draft, const wiki::Infobox& infobox);

  /// Reads every field, and keeps those that name teams.
  void read();

  /// Reads the fields that were kept: honours, top scorers.
  void read_teams();

 private:
  /// A field that names teams, and what its key says.
  struct Waiting {
    const wiki::Field* field;
    words::Kind key;
  };

  /// A name without the brackets behind it, and the stage that one of them tells.
  struct Remarked {
    std::string_view name;
    MaybeText stage;
  };

  Remarked without_remarks(const wiki::Text& text, std::string_view name) const;
  void read_labels();
  void read_field(const wiki::Field& field, words::Kind key);
  void name_competition(const MaybeText& name);
  void honours(const wiki::Field& field, HonourKind kind, const MaybeText& competition);
  std::string_view nation_of(std::string_view name) const;
  void honour(const wiki::Text& text, std::string_view team, HonourKind kind,
              const MaybeText& stage, const MaybeText& competition);
  void dates(const wiki::Field& field);
  void season(const wiki::Field& field);
  void top_scorers(const wiki::Field& field);
  void top_scorer(const wiki::Text& text, std::string_view name, const MaybeText& stage,
                  std::size_t& uncounted);
  MaybeText cup_of(const wiki::Field& qualifiers) const;

  Draft& draft_;
  const wiki::Infobox& infobox_;
  std::vector<words::Kind> keys_;  // By field.
  std::vector<Waiting> waiting_;
};

/// What the title says, where the infobox does not, and the club that the article is about.
void read_title(Draft& draft);

}  // namespace acta::football
