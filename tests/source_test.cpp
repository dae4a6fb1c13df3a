#include "text/source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/test/unit_test.hpp>

using acta::finding::Code;
using acta::finding::Diagnostic;
using acta::finding::Diagnostics;
using acta::finding::Position;
using acta::finding::Severity;
using acta::text::Source;
using namespace std::string_literals;

namespace {

/// A Source and what was found on the way.
struct Reading {
  Source source;
  std::vector<Diagnostic> found;
  std::size_t errors = 0;
};

Reading read(std::string_view bytes) {
  Diagnostics diagnostics;
  // Capacity equal to size where it is on the heap, so that a read past the end is seen by ASan.
  std::string exact(bytes);
  exact.shrink_to_fit();
  Source source = Source::from_bytes("article.txt", std::move(exact), diagnostics);
  return {std::move(source), diagnostics.sorted(), diagnostics.count(Severity::error)};
}

std::string text_of(std::string_view bytes) { return std::string(read(bytes).source.text()); }

/// "3:7" for a position, so that a failure prints it.
std::string print(Position position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

/// The places of all findings, "1:2 1:5".
std::string places(const Reading& reading) {
  std::string result;
  for (const Diagnostic& diagnostic : reading.found) {
    result += (result.empty() ? "" : " ") + print(diagnostic.position);
  }
  return result;
}

/// The text that `bytes` become, worked out from the definition of UTF-8: a sequence is well-formed
/// when its value, spelt in the shortest way, gives the same bytes again.
std::string expected_text(std::string_view bytes, std::size_t& runs) {
  const auto encode = [](std::uint32_t c) {
    std::string out;
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | (c & 63));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12);
      put(0x80 | (c >> 6 & 63));
      put(0x80 | (c & 63));
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 63));
      put(0x80 | (c >> 6 & 63));
      put(0x80 | (c & 63));
    }
    return out;
  };
  const auto well_formed = [&](std::string_view rest) -> std::size_t {
    for (std::size_t size = 1; size <= std::min<std::size_t>(4, rest.size()); ++size) {
      std::uint32_t c = static_cast<unsigned char>(rest[0]);
      c &= size == 1 ? 0x7FU : 0xFFU >> (size + 1);
      for (std::size_t i = 1; i < size; ++i) {
        c = c << 6 | (static_cast<unsigned char>(rest[i]) & 63U);
      }
      if (c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && encode(c) == rest.substr(0, size)) {
        return size;
      }
    }
    return 0;
  };
  std::string result;
  runs = 0;
  char in_run = 0;  // 'i' ill-formed, '0' NUL.
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = well_formed(bytes.substr(at));
    const char kind = size == 0 ? 'i' : bytes[at] == '\0' ? '0' : '\0';
    if (kind != '\0') {
      if (kind != in_run) {
        result += "\uFFFD";
        ++runs;
      }
      ++at;
    } else if (bytes[at] == '\r') {
      result += '\n';
      at += bytes.substr(at, 2) == "\r\n" ? 2 : 1;
    } else {
      result += bytes.substr(at, size);
      at += size;
    }
    in_run = kind;
  }
  return result;
}

void compare_with_definition(std::string_view random) {
  std::size_t runs = 0;
  // With a letter that is UTF-8 the text is in no other encoding.
  const std::string bytes = std::string(random) + "\n\u00F1";
  const std::string expected = expected_text(bytes, runs);
  const Reading reading = read(bytes);
  if (reading.source.text() != expected || reading.errors != runs) {
    BOOST_TEST(reading.source.text() == expected);
    BOOST_TEST(reading.errors == runs);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(a_text_in_windows_1252_is_read_and_said_to_be_one) {
  const Reading reading = read(
      "Uni\xF3n 1\x96\x31 Pe\xF1"
      "a\n");
  BOOST_TEST(reading.source.text() ==
             "Uni\u00F3n 1\u20131 Pe\u00F1"
             "a\n");
  BOOST_TEST(reading.errors == 0);
  BOOST_TEST(reading.found.size() == 1);
  // Two letters may be anything, so may what stands beside UTF-8, in long runs, or with a NUL.
  for (const std::string_view other :
       {std::string_view("Uni\xF3n Pe\xF1"
                         "a"),
        std::string_view("\xC3\xB3 Uni\xF3n Pe\xF1"
                         "a \xE1"),
        std::string_view("\xCF\xF0\xE8\xE2\xE5\xF2"), std::string_view("\xF3 \xF1 \xE1 \0", 7),
        std::string_view("\xF3 \xF1 \x81")}) {
    BOOST_TEST(read(other).source.text().find("\uFFFD") != std::string::npos, other);
  }
}

BOOST_AUTO_TEST_CASE(clean_text_is_kept_as_it_is_and_not_copied) {
  std::string bytes = "= 2024 Copa Perú =\n\nSport Huancayo 3–0 Atlético Grau\n";
  const char* const data = bytes.data();
  Diagnostics diagnostics;
  const Source source = Source::from_bytes("a.txt", std::move(bytes), diagnostics);
  BOOST_TEST(source.name() == "a.txt");
  BOOST_TEST(source.text() == "= 2024 Copa Perú =\n\nSport Huancayo 3–0 Atlético Grau\n");
  BOOST_TEST(static_cast<const void*>(source.text().data()) == static_cast<const void*>(data));
  BOOST_TEST(diagnostics.sorted().empty());
}

BOOST_AUTO_TEST_CASE(lines_are_counted_without_the_piece_after_the_last_newline) {
  BOOST_TEST(read("").source.line_count() == 0U);
  BOOST_TEST(read("\n").source.line_count() == 1U);
  BOOST_TEST(read("a").source.line_count() == 1U);
  BOOST_TEST(read("a\n").source.line_count() == 1U);
  BOOST_TEST(read("a\nb").source.line_count() == 2U);
  BOOST_TEST(read("a\n\n\n").source.line_count() == 3U);
}

BOOST_AUTO_TEST_CASE(a_line_comes_without_its_newline) {
  const Reading reading = read("first\n\nthird");
  BOOST_TEST(reading.source.line(1) == "first");
  BOOST_TEST(reading.source.line(2) == "");
  BOOST_TEST(reading.source.line(3) == "third");
  BOOST_TEST(reading.source.line_start(1) == 0U);
  BOOST_TEST(reading.source.line_start(2) == 6U);
  BOOST_TEST(reading.source.line_start(3) == 7U);
  BOOST_TEST(read("\n").source.line(1) == "");
  BOOST_TEST(read("end\n").source.line(1) == "end");
}

BOOST_AUTO_TEST_CASE(every_offset_belongs_to_the_line_that_holds_it) {
  const Reading reading = read("ab\n\ncd\n");
  const std::uint32_t lines[] = {1, 1, 1, 2, 3, 3, 3, 3, 3};  // The last two are past the end.
  for (std::size_t offset = 0; offset < std::size(lines); ++offset) {
    BOOST_TEST(reading.source.line_of(offset) == lines[offset]);
  }
  BOOST_TEST(reading.source.line_of(std::string::npos) == 3U);
}

BOOST_AUTO_TEST_CASE(a_column_counts_code_points) {
  const Reading reading = read("é\n0–1 😀x");
  const Source& source = reading.source;
  BOOST_TEST(print(source.position(std::size_t{0})) == "1:1");
  BOOST_TEST(print(source.position(2)) == "1:2");   // The newline.
  BOOST_TEST(print(source.position(3)) == "2:1");   // 0
  BOOST_TEST(print(source.position(4)) == "2:2");   // The dash,
  BOOST_TEST(print(source.position(5)) == "2:2");   // also from inside it.
  BOOST_TEST(print(source.position(7)) == "2:3");   // 1
  BOOST_TEST(print(source.position(9)) == "2:5");   // The emoji.
  BOOST_TEST(print(source.position(13)) == "2:6");  // x
  BOOST_TEST(print(source.position(14)) == "2:7");  // The end.
  BOOST_TEST(print(source.position(99)) == "2:7");
}

BOOST_AUTO_TEST_CASE(the_end_of_the_text_is_the_end_of_its_last_line) {
  BOOST_TEST(print(read("ab\n").source.position(3)) == "1:3");
  BOOST_TEST(print(read("ab").source.position(2)) == "1:3");
  BOOST_TEST(print(read("").source.position(std::size_t{0})) == "1:1");
}

BOOST_AUTO_TEST_CASE(a_piece_of_the_text_has_its_place_and_another_piece_none) {
  const Reading reading = read("one\ntwo three\n");
  const std::string_view text = reading.source.text();
  BOOST_TEST(print(reading.source.position(text.substr(8, 5))) == "2:5");
  BOOST_TEST(print(reading.source.position(text.substr(0, 0))) == "1:1");
  BOOST_TEST(print(reading.source.position(text.substr(text.size()))) == "2:10");
  const std::string elsewhere = "two three";
  BOOST_TEST(print(reading.source.position(std::string_view(elsewhere))) == "1:1");
  BOOST_TEST(print(reading.source.position(std::string_view())) == "1:1");
}

BOOST_AUTO_TEST_CASE(columns_are_exact_on_a_line_of_any_length) {
  std::string line;
  for (int i = 0; i < 3000; ++i) {
    line += i % 3 == 0 ? "ñ–😀" : "plain ";
  }
  const Reading reading = read("é\n" + line + "\nshort ñ x\n" + line);
  const Source& source = reading.source;
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::size_t start = source.line_start(number);
    std::uint32_t column = 0;
    for (std::size_t i = 0; i < source.line(number).size(); ++i) {
      column += (source.text()[start + i] & '\xC0') == '\x80' ? 0 : 1;
      const Position position = source.position(start + i);
      if (position != Position{number, column}) {
        BOOST_TEST(print(position) == print({number, column}));
      }
    }
    BOOST_TEST(print(source.position(start + source.line(number).size())) ==
               print({number, column + 1}));
  }
}

BOOST_AUTO_TEST_CASE(line_ends_of_all_systems_become_newlines) {
  BOOST_TEST(text_of("a\r\nb\rc\nd\r") == "a\nb\nc\nd\n");
  BOOST_TEST(text_of("\r\r\n\n\r") == "\n\n\n\n");
  BOOST_TEST(read("a\r\n\r\nb\r\n").source.line_count() == 3U);
  BOOST_TEST(read("a\r\nb").found.empty());
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_at_the_start_alone_is_dropped) {
  BOOST_TEST(text_of("\uFEFFTitle") == "Title");
  BOOST_TEST(text_of("\uFEFF") == "");
  BOOST_TEST(text_of("a\uFEFFb") == "a\uFEFFb");
  BOOST_TEST(text_of("\uFEFF\uFEFFb") == "\uFEFFb");
  BOOST_TEST(read("\uFEFFTitle").found.empty());
}

BOOST_AUTO_TEST_CASE(a_run_of_bad_bytes_is_one_replacement_and_one_finding) {
  const Reading reading = read("ñ\xFF\xFE\xC0z\nb\x80");
  BOOST_TEST(reading.source.text() == "ñ\uFFFDz\nb\uFFFD");
  BOOST_TEST(places(reading) == "1:2 2:2");
  BOOST_REQUIRE(reading.found.size() == 2U);
  const Diagnostic& first = reading.found[0];
  BOOST_TEST((first.code == Code::encoding_invalid));
  BOOST_TEST((first.severity == Severity::error));
  BOOST_TEST(first.message == "3 bytes FF FE C0: not UTF-8, replaced by U+FFFD");
  BOOST_REQUIRE(first.context.size() == 2U);
  BOOST_TEST(first.context[0].key == "found");
  BOOST_TEST(std::get<std::string>(first.context[0].value) == "FF FE C0");
  BOOST_TEST(first.context[1].key == "count");
  BOOST_TEST(std::get<std::int64_t>(first.context[1].value) == 3);
}

BOOST_AUTO_TEST_CASE(a_lone_latin_1_letter_is_named) {
  const Reading reading = read(
      "Pe\xF1"
      "a");
  BOOST_TEST(reading.source.text() == "Pe\uFFFDa");
  BOOST_REQUIRE(reading.found.size() == 1U);
  BOOST_TEST(reading.found[0].message ==
             "byte F1: not UTF-8 (in Latin-1 it is 'ñ'), replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(a_long_run_is_named_by_its_first_bytes) {
  const Reading reading = read(std::string(100, '\xFF'));
  BOOST_REQUIRE(reading.found.size() == 1U);
  BOOST_TEST(reading.found[0].message ==
             "100 bytes FF FF FF FF FF FF FF FF ...: not UTF-8, replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(a_run_of_nuls_is_one_replacement_and_one_finding) {
  const Reading reading = read("a\0\0b\0"s);
  BOOST_TEST(reading.source.text() == "a\uFFFDb\uFFFD");
  BOOST_TEST(places(reading) == "1:2 1:4");
  BOOST_TEST(reading.found[0].message == "2 bytes 00 00: a NUL is no text, replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(places_are_those_of_the_new_text) {
  const Reading reading = read("\xEF\xBB\xBF\xFFó\xFF\r\n\r\xFF\xFF\xFFz\0"s);
  BOOST_TEST(reading.source.text() == "\uFFFDó\uFFFD\n\n\uFFFDz\uFFFD");
  BOOST_TEST(places(reading) == "1:1 1:3 3:1 3:3");
}

BOOST_AUTO_TEST_CASE(utf_16_is_called_by_its_name) {
  for (const auto& [bytes, text] : {std::pair{"\xFF\xFE"
                                              "A\0\n\0"s,
                                              "\uFFFDA\uFFFD\n\uFFFD"s},
                                    std::pair{"\xFE\xFF\0A\0\n"s, "\uFFFD\uFFFDA\uFFFD\n"s}}) {
    const Reading reading = read(bytes);
    BOOST_TEST(reading.source.text() == text);
    const auto says_so = [](const Diagnostic& diagnostic) {
      return diagnostic.message.find("looks like UTF-16") != std::string::npos;
    };
    BOOST_TEST(says_so(reading.found.at(0)));
    BOOST_TEST(std::count_if(reading.found.begin(), reading.found.end(), says_so) == 1);
    BOOST_TEST(print(reading.found[0].position) == "1:1");
  }
  BOOST_TEST(read("a\xFF\xFE").found.at(0).message ==
             "2 bytes FF FE: not UTF-8, replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(ill_formed_sequences_are_those_of_the_standard) {
  for (const char* ill_formed : {"\x80",
                                 "\xBF",
                                 "\xC0\xAF",
                                 "\xC1\xBF",
                                 "\xC2",
                                 "\xDF",
                                 "\xE0\x80\xAF",
                                 "\xE0\x9F\xBF",
                                 "\xE2\x80",
                                 "\xED\xA0\x80",
                                 "\xED\xBF\xBF",
                                 "\xF0\x80\x80\xAF",
                                 "\xF0\x8F\xBF\xBF",
                                 "\xF0\x9F\x98",
                                 "\xF4\x90\x80\x80",
                                 "\xF5\x80\x80\x80",
                                 "\xF8\x88\x80\x80\x80",
                                 "\xFC\x84\x80\x80\x80\x80",
                                 "\xFE",
                                 "\xFF"}) {
    const std::string bytes = "a"s + ill_formed + "z";
    BOOST_TEST(text_of(bytes) == "a\uFFFDz");
    BOOST_TEST(text_of(ill_formed) == "\uFFFD");  // At the very end of the buffer.
    BOOST_TEST(read(bytes).found.size() == 1U);
  }
  for (const char* well_formed : {"\u007F", "\u0080", "\u07FF", "\u0800", "\uD7FF", "\uE000",
                                  "\uFFFD", "\uFFFF", "\U00010000", "\U0010FFFF"}) {
    BOOST_TEST(text_of(well_formed) == well_formed);
    BOOST_TEST(read(well_formed).found.empty());
  }
  BOOST_TEST(text_of("\xE2(\xA1") == "\uFFFD(\uFFFD");
  BOOST_TEST(text_of("\xE2\x80\xC3\xB1") == "\uFFFDñ");
}

BOOST_AUTO_TEST_CASE(every_sequence_of_two_bytes_is_read_as_defined) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
      compare_with_definition({bytes, 2});
    }
  }
}

BOOST_AUTO_TEST_CASE(random_bytes_are_read_as_defined) {
  std::mt19937 random(20240523);
  // Bytes at which the rules change, and a few plain ones.
  const std::string_view edges =
      "\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xC3\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5"
      "\xFF\r\n aZ";
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 40; bytes.size() < size;) {
      switch (random() % 8) {
        case 0:
          bytes += static_cast<char>(random() % 256);
          break;
        case 1:
          bytes += "Sport Boys ";  // Long enough for whole words of ASCII.
          break;
        case 2:
          bytes += "ñ–😀";
          break;
        case 3:
          bytes += '\0';
          break;
        default:
          bytes += edges[random() % edges.size()];
      }
    }
    compare_with_definition(bytes);
  }
}

BOOST_AUTO_TEST_CASE(a_text_cut_at_any_byte_is_read) {
  const std::string text = "= Perú – «Ñandú» 😀 =\r\n* Unión\r";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const auto block = std::make_unique<char[]>(size);
    std::copy_n(text.begin(), size, block.get());
    compare_with_definition({block.get(), size});
  }
}

BOOST_AUTO_TEST_CASE(bad_runs_beyond_the_report_are_counted) {
  const std::size_t kept = Diagnostics::kept_per_code;
  std::string bytes;
  for (std::size_t i = 0; i < kept + 5; ++i) {
    bytes += "a\xFF";
  }
  bytes += "\n\u00F1";
  const Reading reading = read(bytes);
  BOOST_TEST(reading.errors == kept + 5);
  BOOST_REQUIRE(reading.found.size() == kept + 1);
  BOOST_TEST(print(reading.found[kept - 1].position) ==
             print({1, static_cast<std::uint32_t>(2 * kept)}));
  BOOST_TEST((reading.found[kept].code == Code::diagnostics_truncated));
}

BOOST_AUTO_TEST_CASE(reading_what_was_read_changes_nothing) {
  const std::string once = text_of("\xEF\xBB\xBFñ\xFF\r\n\0\rz"s);
  BOOST_TEST(text_of(once) == once);
  BOOST_TEST(read(once).found.empty());
}

BOOST_AUTO_TEST_CASE(a_line_of_a_text_of_several_pages_knows_its_page) {
  acta::text::Parts parts;
  parts.lines = {{0, 1}, {1, 7}, {0, 2}};
  parts.pages = {"2030 Final"};
  parts.own_lines = 2;
  Source source =
      Source::from_parts("article.wiki", "own\nof é another\nown again\n", std::move(parts));
  BOOST_TEST(source.line_count() == 3U);
  BOOST_TEST(source.own_line_count() == 2U);
  BOOST_TEST(source.origin(1).page.empty());
  BOOST_TEST(source.origin(2).page == "2030 Final");
  BOOST_TEST(source.origin(2).line == 7U);
  BOOST_TEST(source.origin(3).line == 2U);
  const Position position = source.position(source.text().find("another"));
  BOOST_TEST(position.page == "2030 Final");
  BOOST_TEST(print(position) == "7:6");
  BOOST_TEST(print(source.start_of(3)) == "2:1");
  // The title stays where it is when the source moves.
  const Source moved = std::move(source);
  BOOST_TEST(position.page.data() == moved.start_of(2).page.data());
}

BOOST_AUTO_TEST_CASE(a_text_of_one_page_has_its_own_lines) {
  const Reading reading = read("a\nb\n");
  BOOST_TEST(reading.source.parts() == nullptr);
  BOOST_TEST(reading.source.own_line_count() == 2U);
  BOOST_TEST(reading.source.origin(2).page.empty());
  BOOST_TEST(reading.source.origin(2).line == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
