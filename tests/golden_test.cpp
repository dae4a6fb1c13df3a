#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "support.hpp"

namespace {

using acta::tests::CorpusArticle;

/// Whether the command line ends in "-- --update-goldens".
bool updating() {
  const auto& all = boost::unit_test::framework::master_test_suite();
  for (int i = 1; i < all.argc; ++i) {
    if (std::string_view(all.argv[i]) == "--update-goldens") return true;
  }
  return false;
}

acta::Result converted(const CorpusArticle& article) {
  return acta::convert(article.bytes(), {article.article.filename().string(), std::nullopt});
}

// The facts of a season without what differs between two forms of one article: where they stand,
// what is linked, what was found on the way.
acta::football::Season facts_of(acta::football::Season season) {
  season.article = {};
  season.infobox = {};
  season.coverage = {};
  season.diagnostics.clear();
  const auto unplace = [](auto& records) {
    for (auto& record : records) record.line = 0;
  };
  unplace(season.honours);
  unplace(season.teams);
  unplace(season.stadiums);
  unplace(season.rounds);
  unplace(season.matches);
  unplace(season.ties);
  unplace(season.top_scorers);
  unplace(season.team_changes);
  unplace(season.tie_breakers);
  unplace(season.squads);
  unplace(season.other_tables);
  unplace(season.see_also);
  unplace(season.claims);
  for (auto& standing : season.standings) unplace(standing.rows);
  for (auto& criterion : season.tie_breakers) unplace(criterion.within);
  for (auto& match : season.matches) {
    match.end_line = 0;
    unplace(match.goals);
    unplace(match.shootout);
    unplace(match.cards);
    unplace(match.missed_penalties);
    unplace(match.lineups);
  }
  for (auto& team : season.teams) team.article.reset();
  for (auto& stadium : season.stadiums) stadium.article.reset();
  for (auto& player : season.squads) player.article.reset();
  for (auto& player : season.players) player.article.reset();
  return season;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(all_forms_of_an_article_give_the_same_facts) {
  std::map<std::string, std::size_t> pairs;
  for (const CorpusArticle& article : acta::tests::corpus()) {
    if (article.article.extension() != ".txt") continue;
    for (const char* const name : {"article.wiki", "article.html"}) {
      const std::filesystem::path path = article.article.parent_path() / name;
      if (!std::filesystem::exists(path)) continue;
      ++pairs[name];
      const acta::Result other = acta::convert(acta::tests::read_file(path), {name, std::nullopt});
      const std::string change =
          acta::tests::difference(acta::tests::pretty(facts_of(converted(article).season)),
                                  acta::tests::pretty(facts_of(other.season)));
      BOOST_CHECK_MESSAGE(change.empty(), path.string() + " differs from article.txt:\n" + change);
    }
  }
  BOOST_TEST(pairs["article.wiki"] >= 6U);
  BOOST_TEST(pairs["article.html"] >= 4U);
}

BOOST_AUTO_TEST_CASE(every_article_gives_its_reviewed_record) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    const std::string actual = acta::tests::pretty(converted(article).season);
    if (updating()) {
      acta::tests::write_file(article.golden, actual);
      continue;
    }
    const std::string name = "corpus/" + article.slug + "/season.json";
    if (!std::filesystem::exists(article.golden)) {
      BOOST_ERROR(name + " is missing");
      continue;
    }
    const std::string change =
        acta::tests::difference(acta::tests::read_file(article.golden), actual);
    BOOST_CHECK_MESSAGE(
        change.empty(),
        name + " differs:\n" + change +
            "If the new record is right: cmake --build --preset dev --target update-goldens");
  }
}

BOOST_AUTO_TEST_CASE(every_record_conforms_to_the_schema) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      BOOST_TEST(acta::tests::schema_violation(converted(article).season) == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(every_line_of_the_corpus_is_accounted_for) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      BOOST_TEST(acta::tests::broken_invariant(converted(article)) == "");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
