#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "format/rapidjson.hpp"
#include "support.hpp"

namespace {

using acta::tests::CorpusArticle;

/// The record of `bytes` without their hash, which differs where bytes do.
acta::football::Season season_of(std::string bytes) {
  acta::football::Season season = acta::convert(std::move(bytes)).season;
  season.article.sha256.clear();
  return season;
}

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char it : text) {
    if (it == '\n') {
      out += end;
    } else {
      out += it;
    }
  }
  return out;
}

/// The largest of all "line" and "end_line" numbers, wherever they stand.
std::uint64_t last_line_named(const rapidjson::Value& value) {
  std::uint64_t last = 0;
  if (value.IsArray()) {
    for (const auto& element : value.GetArray()) last = std::max(last, last_line_named(element));
  } else if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      const std::string_view key = member.name.GetString();
      const bool is_line = key == "line" || key == "end_line";
      if (is_line && member.value.IsInt() && member.value.GetInt() < 1) return UINT64_MAX;
      last = std::max(last, is_line && member.value.IsUint64() ? member.value.GetUint64()
                                                               : last_line_named(member.value));
    }
  }
  return last;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(property)

BOOST_AUTO_TEST_CASE(an_article_cut_at_any_line_is_still_accounted_for) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    const std::string bytes = article.bytes();
    std::size_t cuts = 0;
    for (std::size_t end = 0; end != std::string::npos; end = bytes.find('\n', end + 1)) {
      const acta::Result result = acta::convert(bytes.substr(0, end));
      BOOST_TEST_CONTEXT(article.slug << " cut at byte " << end) {
        BOOST_TEST(acta::tests::broken_invariant(result) == "");
        if (++cuts % 8 == 0) {
          BOOST_TEST(acta::tests::schema_violation(result.season) == "");
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_article_cut_at_any_of_its_last_bytes_is_still_accounted_for) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    const std::string bytes = article.bytes();
    for (std::size_t end = bytes.size() - std::min<std::size_t>(bytes.size(), 1024);
         end < bytes.size(); ++end) {
      const acta::Result result = acta::convert(bytes.substr(0, end));
      BOOST_TEST_CONTEXT(article.slug << " cut at byte " << end) {
        BOOST_TEST(acta::tests::broken_invariant(result) == "");
        if (end % 64 == 0) {
          BOOST_TEST(acta::tests::schema_violation(result.season) == "");
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_line_number_is_one_of_the_article) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    const acta::Result result = acta::convert(article.bytes());
    rapidjson::Document record;
    const std::string json = acta::tests::pretty(result.season);
    record.Parse(json.data(), json.size());
    BOOST_TEST_CONTEXT(article.slug) {
      BOOST_TEST_REQUIRE(!record.HasParseError());
      BOOST_TEST(last_line_named(record) <= result.season.coverage.lines);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_article_twice_gives_the_same_record) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    BOOST_TEST_CONTEXT(article.slug) {
      BOOST_TEST((acta::convert(article.bytes()).season == acta::convert(article.bytes()).season));
    }
  }
}

BOOST_AUTO_TEST_CASE(line_ends_and_a_byte_order_mark_change_nothing) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    const std::string bytes = article.bytes();
    if (bytes.find('\r') != std::string::npos) continue;
    const acta::football::Season season = season_of(bytes);
    BOOST_TEST_CONTEXT(article.slug) {
      BOOST_TEST((season_of(with_line_ends(bytes, "\r\n")) == season));
      BOOST_TEST((season_of(with_line_ends(bytes, "\r")) == season));
      BOOST_TEST((season_of("\xEF\xBB\xBF" + bytes) == season));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_last_newline_more_or_less_changes_no_record) {
  for (const CorpusArticle& article : acta::tests::corpus()) {
    std::string bytes = article.bytes();
    while (bytes.ends_with('\n')) bytes.pop_back();
    BOOST_TEST_CONTEXT(article.slug) { BOOST_TEST((season_of(bytes + "\n") == season_of(bytes))); }
  }
}

BOOST_AUTO_TEST_CASE(conversions_do_not_know_of_each_other) {
  const auto articles = acta::tests::corpus();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const acta::football::Season before = acta::convert(articles[i].bytes()).season;
    static_cast<void>(acta::convert(articles[(i + 1) % articles.size()].bytes()));
    BOOST_TEST((acta::convert(articles[i].bytes()).season == before), articles[i].slug);
  }
}

BOOST_AUTO_TEST_SUITE_END()
