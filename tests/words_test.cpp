#include "words/words.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/word.hpp"
#include "text/unicode.hpp"
#include "word_forms.hpp"

using namespace acta;
using tests::all_languages;
using tests::Form;
using tests::forms;
using tests::spellings;
using words::Found;
using words::Kind;
using words::Language;

BOOST_TEST_DONT_PRINT_LOG_VALUE(acta::words::Found)
BOOST_TEST_DONT_PRINT_LOG_VALUE(acta::words::Kind)
BOOST_TEST_DONT_PRINT_LOG_VALUE(acta::words::Language)

namespace {

int number(Kind kind) { return static_cast<int>(kind); }

}  // namespace

BOOST_AUTO_TEST_SUITE(words_table)

BOOST_AUTO_TEST_CASE(every_form_is_found_in_every_case_with_and_without_accents) {
  for (const Form& form : forms()) {
    for (const std::string& text : spellings(form.text)) {
      BOOST_TEST_CONTEXT("kind " << number(form.row.kind) << ": " << text) {
        const Found whole = words::exact(form.row.kind, text);
        BOOST_TEST(whole.bytes == text.size());
        const Found front = words::longest(form.row.kind, text);
        BOOST_TEST(front.bytes == text.size());
        // No two rows of a kind mean different things by one form.
        BOOST_TEST(whole.value == form.row.value);
        BOOST_TEST(front.value == form.row.value);
        BOOST_TEST(words::contains(form.row.kind, "Xy, " + text + " (Xy)").bytes != 0U);
        BOOST_TEST(words::ending(form.row.kind, "Xy " + text).bytes != 0U);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_form_that_a_letter_goes_on_from_is_not_there) {
  for (const Form& form : forms()) {
    if (form.is_head) continue;
    const char last = form.text.back();
    const bool is_word = last == '.' || last < 0 || std::isalnum(static_cast<unsigned char>(last));
    if (!is_word || form.text == "°") continue;
    for (const std::string_view tail : {"qx", "Q", "7", "ß"}) {
      BOOST_TEST_CONTEXT("kind " << number(form.row.kind) << ": " << form.text << tail) {
        const std::string text = form.text + std::string(tail);
        BOOST_TEST(words::longest(form.row.kind, text).bytes < form.text.size());
        BOOST_TEST(!words::exact(form.row.kind, text));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(heads_hold_the_first_byte_of_every_spelling) {
  for (const Form& form : forms()) {
    for (const std::string& text : spellings(form.text)) {
      BOOST_TEST_CONTEXT("kind " << number(form.row.kind) << ": " << text)
      BOOST_TEST(words::heads(form.row.kind).contains(text.front()));
    }
  }
  BOOST_TEST(words::heads(Kind::month).contains('\xC3'));  // Énero
  BOOST_TEST(!words::heads(Kind::versus).contains('w'));
}

BOOST_AUTO_TEST_CASE(no_form_stands_twice_in_a_kind_of_a_language) {
  std::set<std::tuple<int, int, std::string>> seen;
  for (const Form& form : forms()) {
    const std::string folded = text::fold(form.text);
    BOOST_TEST_CONTEXT("kind " << number(form.row.kind) << ": " << form.text) {
      BOOST_TEST(!folded.empty());
      const bool is_new =
          seen.emplace(static_cast<int>(form.language), number(form.row.kind), folded).second;
      BOOST_TEST(is_new);
      // What is nobody's is not some language's as well.
      if (form.language != Language::none)
        BOOST_TEST(
            !seen.contains({static_cast<int>(Language::none), number(form.row.kind), folded}));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_kind_has_rows_and_they_stand_in_the_order_of_kinds) {
  std::set<Kind> kinds;
  for (const Language language : all_languages) {
    const auto rows = words::rows(language);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      kinds.insert(rows[i].kind);
      BOOST_TEST_CONTEXT("row " << rows[i].forms)
      BOOST_TEST((i == 0 || number(rows[i - 1].kind) <= number(rows[i].kind)));
    }
  }
  for (int i = 0; i < number(Kind::count); ++i) BOOST_TEST(kinds.contains(static_cast<Kind>(i)), i);
}

BOOST_AUTO_TEST_CASE(the_longest_form_counts) {
  BOOST_TEST(words::longest(Kind::extra_time, "a.e.t. (4-3 p)").bytes == 6U);
  BOOST_TEST(words::longest(Kind::shoot_out, "penalty shoot-out").bytes == 17U);
  BOOST_TEST(words::longest(Kind::month, "sept. 3").bytes == 4U);
  BOOST_TEST(words::longest(Kind::own_goal, Kind::own_goal_bare, "En propia  puerta)").bytes ==
             17U);
  BOOST_TEST(!words::longest(Kind::status_postponed, "postponedx"));
  BOOST_TEST(
      (words::longest(Kind::status_postponed, "Reprogramado").language == Language::spanish));
}

BOOST_AUTO_TEST_CASE(dashes_primes_and_blanks_of_all_kinds_are_equal) {
  BOOST_TEST(words::exact(Kind::mark_postponed, "P\u2212P"));
  BOOST_TEST(words::exact(Kind::mark_postponed, "p\u2013p"));
  BOOST_TEST(words::exact(Kind::half_time, "half\u2010time"));
  BOOST_TEST(words::exact(Kind::extra_time, " after\u00A0\u2009extra time "));
  BOOST_TEST(words::exact(Kind::field_home, "home_team"));
  BOOST_TEST(words::exact(Kind::extra_time, "pro\u0301rroga"));
}

BOOST_AUTO_TEST_CASE(words_are_looked_for_between_words) {
  const Found found = words::contains(Kind::quarter_final, Kind::semi_final, "Los cuartos y 1/2");
  BOOST_TEST((found.kind == Kind::quarter_final));
  BOOST_TEST(found.at == 4U);
  BOOST_TEST(!words::contains(Kind::third_place, "Bronzed"));
  BOOST_TEST(words::contains(Kind::title_qualifying, "2026 Preclasificación").at == 8U);
  BOOST_TEST(words::ending(Kind::leg, "Final de ida").at == 9U);
  BOOST_TEST(words::ending(Kind::leg, "Semi-final first leg").value == 1);
  BOOST_TEST(!words::ending(Kind::leg, "Florida"));
}

BOOST_AUTO_TEST_CASE(the_head_of_a_word_takes_the_word_as_a_whole) {
  BOOST_TEST(words::exact(Kind::points, "Puntos"));
  BOOST_TEST(!words::exact(Kind::points, "puntos menos"));
  BOOST_TEST(words::longest(Kind::points, "puntos menos").bytes == 5U);
}

BOOST_AUTO_TEST_CASE(a_language_may_be_preferred) {
  const auto letter = [](std::string_view cell, Language language) {
    return words::exact(Kind::letter_played, Kind::letter_position, cell, language).kind;
  };
  BOOST_TEST((letter("D", Language::english) == Kind::letter_drawn));
  BOOST_TEST((letter("D", Language::spanish) == Kind::letter_goal_difference));
  BOOST_TEST((letter("P", Language::spanish) == Kind::letter_lost));
  BOOST_TEST((letter("W", Language::spanish) == Kind::letter_won));
}

BOOST_AUTO_TEST_CASE(a_meaning_is_written_as_the_language_has_it) {
  BOOST_TEST(words::written(Kind::semi_final, Language::spanish) == "Semifinales");
  BOOST_TEST(words::written(Kind::quarter_final, Language::english) == "Quarter-finals");
  BOOST_TEST(words::written(Kind::month, Language::spanish, 9) == "septiembre");
  BOOST_TEST(words::written(Kind::extra_time, Language::none) == "a.e.t.");
  BOOST_TEST(words::code(Language::spanish) == "es");
}

BOOST_AUTO_TEST_CASE(the_words_of_one_language_alone_tell_a_text_s_language) {
  BOOST_TEST((words::language_of("Tabla de posiciones") == Language::spanish));
  BOOST_TEST((words::language_of("Véase también") == Language::spanish));
  BOOST_TEST((words::language_of("goals1, round2") == Language::english));
  BOOST_TEST((words::language_of("Equipo / Team") == Language::none));
  BOOST_TEST((words::language_of("Clausura") == Language::none));
  BOOST_TEST((words::language_of_markup("[[Archivo:Faro.png]]") == Language::spanish));
  BOOST_TEST((words::language_of_markup("[[Categoría:Fútbol]]") == Language::spanish));
  BOOST_TEST((words::language_of_markup("{{Ficha de campeonato") == Language::spanish));
  BOOST_TEST((words::language_of_markup("[[File:Faro.png]]") == Language::none));
  BOOST_TEST((words::language_of_markup("[[Archivo]]") == Language::none));
}

BOOST_AUTO_TEST_CASE(a_rule_of_a_grammar_takes_a_word) {
  namespace pegtl = tao::pegtl;
  namespace token = grammar::token;
  using Note = pegtl::seq<token::any_word<Kind::status_walkover, Kind::status_replayed>,
                          pegtl::star<pegtl::one<' '>, token::word<Kind::replay>>, pegtl::eof>;
  BOOST_TEST(pegtl::analyze<Note>(0) == 0U);
  BOOST_TEST(pegtl::analyze<pegtl::plus<token::word<Kind::month>>>(0) == 0U);
  const auto parses = [](const std::string& text) {
    pegtl::memory_input<pegtl::tracking_mode::lazy> in(text, "");
    return pegtl::parse<Note>(in);
  };
  BOOST_TEST(parses("Reprogramado"));
  BOOST_TEST(parses("Suspended replay"));
  BOOST_TEST(!parses("postponedx"));
  BOOST_TEST(!parses(""));
}

BOOST_AUTO_TEST_SUITE_END()
