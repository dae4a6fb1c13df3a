/// What is counted in code points: lengths, blanks at the ends, edits.

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "text/unicode.hpp"

using namespace acta::text;
using namespace std::string_literals;

namespace {

/// A text in pieces of one code point.
using Letters = std::vector<std::string_view>;

std::string joined(const Letters& letters) {
  std::string text;
  for (const std::string_view letter : letters) {
    text += letter;
  }
  return text;
}

/// Distance by the plain recurrence, without limit.
std::size_t slow_distance(const Letters& a, const Letters& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_points)

BOOST_AUTO_TEST_CASE(length_counts_code_points) {
  BOOST_TEST(length("") == 0U);
  BOOST_TEST(length("abc") == 3U);
  BOOST_TEST(length("Ñandú – 😀") == 9U);
  BOOST_TEST(length("e\u0301") == 2U);
  std::string text;
  for (std::size_t count = 1; count < 100; ++count) {
    text += std::array{"a", "ñ", "–", "😀"}[count % 4];
    BOOST_TEST(length(text) == count);
  }
}

BOOST_AUTO_TEST_CASE(trim_knows_every_blank) {
  for (const char* blank :
       {" ", "\t", "\n", "\v", "\f", "\r", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2003",
        "\u200A", "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
    const std::string b = blank;
    BOOST_TEST(trim(b) == "");
    for (const std::string& word : {"a"s, "😀"s, "ñ" + b + "–"}) {
      std::string padded = b;
      padded.append(b).append(word).append(b);
      BOOST_TEST(trim(padded) == word);
    }
  }
  BOOST_TEST(trim("") == "");
  BOOST_TEST(trim("\u200Ca") == "\u200Ca");  // A joiner is part of the word.
  const std::string text = "  a ";
  BOOST_TEST(static_cast<const void*>(trim(text).data()) ==
             static_cast<const void*>(text.data() + 2));
}

BOOST_AUTO_TEST_CASE(a_swap_of_neighbors_is_one_edit) {
  BOOST_TEST(edit_distance("Bascco Soyer", "Bassco Soyer", 2) == 1U);
  BOOST_TEST(edit_distance("Jhamill", "Jhamlil", 2) == 1U);
  BOOST_TEST(edit_distance("ca", "abc", 5) == 3U);  // Not 2: no edit inside a swap.
  BOOST_TEST(edit_distance("Cajamarca", "Cajabamba", 5) == 3U);
  BOOST_TEST(edit_distance("Deportivo Lute", "Deportivo Sucre", 5) == 3U);
}

BOOST_AUTO_TEST_CASE(an_accented_letter_is_one_edit) {
  BOOST_TEST(edit_distance("Perez", "Pérez", 3) == 1U);
  BOOST_TEST(edit_distance("0-1", "0–1", 3) == 1U);
  BOOST_TEST(edit_distance("ñ😀", "😀ñ", 3) == 1U);
}

BOOST_AUTO_TEST_CASE(beyond_the_limit_the_distance_is_one_more) {
  BOOST_TEST(edit_distance("abcdef", "uvwxyz", 2) == 3U);
  BOOST_TEST(edit_distance("", "abc", 2) == 3U);
  BOOST_TEST(edit_distance("", "abc", 3) == 3U);
  BOOST_TEST(edit_distance("abc", "", 9) == 3U);
  BOOST_TEST(edit_distance("", "", 0) == 0U);
  BOOST_TEST(edit_distance("a", "a", 0) == 0U);
  BOOST_TEST(edit_distance("a", "b", 0) == 1U);
  BOOST_TEST(edit_distance("kitten", "sitting", static_cast<std::size_t>(-1)) == 3U);
}

BOOST_AUTO_TEST_CASE(the_distance_is_that_of_the_plain_recurrence) {
  std::mt19937 random(7);
  const Letters alphabet = {"a", "b", "ñ", "😀"};
  const auto make = [&] {
    Letters letters;
    for (std::size_t size = random() % 9; letters.size() < size;) {
      letters.push_back(alphabet[random() % alphabet.size()]);
    }
    return letters;
  };
  for (int round = 0; round < 5'000; ++round) {
    const Letters left = make();
    const Letters right = make();
    const std::size_t expected = slow_distance(left, right);
    for (std::size_t limit = 0; limit < 10; ++limit) {
      const std::size_t found = edit_distance(joined(left), joined(right), limit);
      if (found != std::min(expected, limit + 1)) {
        BOOST_TEST(found == std::min(expected, limit + 1),
                   joined(left) << " " << joined(right) << " within " << limit);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(long_names_that_are_near_are_told_apart_near_the_diagonal) {
  const std::string left = std::string(100'000, 'a') + "b" + std::string(100'000, 'a');
  const std::string right = std::string(100'000, 'a') + "c" + std::string(100'000, 'a') + "d";
  BOOST_TEST(edit_distance(left, right, 3) == 2U);
  BOOST_TEST(edit_distance(left, right, 1) == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
