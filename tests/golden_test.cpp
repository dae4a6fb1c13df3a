#include <filesystem>
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

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

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
