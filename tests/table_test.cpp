#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "wiki/parse.hpp"

namespace {

using namespace acta;
using finding::Code;

struct Page {
  explicit Page(const std::string& bytes)
      : source(text::Source::from_bytes("test", "= T =\n" + bytes, diagnostics)),
        document(wiki::parse_rendered(source, diagnostics)) {}

  std::vector<wiki::Table> tables() const {
    std::vector<wiki::Table> found;
    for (const wiki::Section& section : document.sections) {
      for (const wiki::Block& block : section.blocks) {
        if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
          found.push_back(*table);
        }
      }
    }
    return found;
  }

  static std::string print(const wiki::Row& row) {
    std::string cells;
    for (const wiki::Cell& cell : row.cells) {
      cells += cells.empty() ? "" : ",";
      cells += cell.header ? "!" : "";
      cells += cell.repeated ? "^" : "";
      for (std::size_t line = 0; line < cell.value.size(); ++line) {
        cells += (line > 0 ? "/" : "") + std::string(cell.value[line].text);
      }
    }
    return cells;
  }

  /// Every table as `header:row;row;`, one after the other.
  std::string grid() const {
    std::string printed;
    for (const wiki::Table& table : tables()) {
      printed += (printed.empty() ? "" : " ") + print(table.header) + ":";
      for (const wiki::Row& row : table.rows) {
        printed += print(row) + ";";
      }
    }
    return printed;
  }

  std::vector<std::uint32_t> lines_of(Code code) const {
    std::vector<std::uint32_t> found;
    for (const finding::Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostic.code == code) {
        found.push_back(diagnostic.position.line);
      }
    }
    return found;
  }

  finding::Diagnostics diagnostics;
  text::Source source;
  wiki::Document document;
};

using Lines = std::vector<std::uint32_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(table)

BOOST_AUTO_TEST_CASE(the_first_row_is_the_header) {
  const Page page("| Team | City |\n| Faro | Albor |\n| Muelle | Dársena |\nText\n");
  BOOST_TEST(page.grid() == "Team,City:Faro,Albor;Muelle,Dársena;");
  const wiki::Table table = page.tables().at(0);
  BOOST_TEST(table.line == 2U);
  BOOST_TEST(table.end_line == 4U);
  BOOST_TEST(table.rows[1].line == 4U);
  BOOST_TEST((page.document.lines[1] == wiki::LineClass::record));
  BOOST_TEST((page.document.lines[2] == wiki::LineClass::unread));
}

BOOST_AUTO_TEST_CASE(borders_are_no_cells_but_empty_cells_are) {
  BOOST_TEST(Page("| a | b | c |\n| d | e | |\n|f||g|\n| h |  | i\n").grid() ==
             "a,b,c:d,e,;f,,g;h,,i;");
}

BOOST_AUTO_TEST_CASE(a_rule_parts_the_header_from_the_rows) {
  const Page page("| a | b |\n|---|:--:|\n| c | d |\n");
  BOOST_TEST(page.grid() == "a,b:c,d;");
  BOOST_TEST((page.document.lines[2] == wiki::LineClass::record));
  BOOST_TEST(Page("| x | y |\n| a | b |\n| --- | --- |\n| c | d |\n").grid() == "a,b:c,d;");
  BOOST_TEST(Page("| a | b |\n| c | d |\n| e | f |\n|---|---|\n| g | h |\n").grid() ==
             "a,b:c,d;e,f;g,h;");
}

BOOST_AUTO_TEST_CASE(marks_of_wikitext_are_no_rows) {
  const Page page(
      "{| class=\"wikitable\"\n|+ Clubs\n! Pos !! scope=\"col\" | Team\n|-\n| 1 || Faro\n|-\n"
      "| 2 || Muelle\n|}\n");
  BOOST_TEST(page.grid() == "!Pos,!Team:1,Faro;2,Muelle;");
  BOOST_TEST(page.tables().at(0).caption.text == "Clubs");
  BOOST_TEST((page.lines_of(Code::markup_residue) == Lines{2, 5, 7, 9}));
  BOOST_TEST(Page("! A\n! B\n|-\n| 1 || 2\n").grid() == "!A,!B:1,2;");
  BOOST_TEST(Page("| a | b |\n| style=\"width:5em\" | c | d |\n").grid() == "a,b:c,d;");
  BOOST_TEST(Page("|-\n|}\n").tables().empty());
}

BOOST_AUTO_TEST_CASE(numbers_with_signs_are_cells) {
  BOOST_TEST(Page("| a | b |\n|-3|+3|\n|+3|-3|\n").grid() == "a,b:-3,+3;+3,-3;");
}

BOOST_AUTO_TEST_CASE(a_bar_within_brackets_or_escaped_is_text) {
  const Page page(
      "| a | b |\n| [[Faro FC|Faro]] | c \\| d |\n| {{x|y}}e<ref>{{a|b}}</ref> | f{{!}}g |\n"
      "| h<br>i | j |\n");
  BOOST_TEST(page.grid() == "a,b:Faro,c | d;e,f|g;h/i,j;");
  BOOST_TEST(page.tables().at(0).rows[0].cells[0].first().links[0].target == "Faro FC");
}

BOOST_AUTO_TEST_CASE(a_row_of_the_wrong_width_is_reported_and_kept) {
  const Page page("| a | b | c |\n| d | d |\n| e | f | g | | |\n| h | i | j | k |\n");
  BOOST_TEST(page.grid() == "a,b,c:d,d;e,f,g;h,i,j,k;");
  BOOST_TEST((page.lines_of(Code::row_cell_count) == Lines{3, 5}));
}

BOOST_AUTO_TEST_CASE(a_repeated_header_goes_on_with_the_table) {
  const Page page(
      "| Region | Team |\n| a | b |\n\n| REGION | team |\n| c | d |\n| Region | Team |\n| e | f "
      "|\n");
  BOOST_TEST(page.grid() == "Region,Team:a,b;c,d;e,f;");
  BOOST_TEST((page.lines_of(Code::header_repeated_table_joined) == Lines{5, 7}));
  BOOST_TEST((page.document.lines[4] == wiki::LineClass::record));
}

BOOST_AUTO_TEST_CASE(another_header_or_text_between_or_a_new_count_begins_a_table) {
  BOOST_TEST(Page("| a | b |\n| c | d |\n\n| a | e |\n| f | g |\n").grid() == "a,b:c,d; a,e:f,g;");
  BOOST_TEST(Page("| a | b |\n| c | d |\nGroup B\n| a | b |\n| f | g |\n").grid() ==
             "a,b:c,d; a,b:f,g;");
  BOOST_TEST(Page("| a | b |\n| c | d |\n==B==\n| a | b |\n| f | g |\n").grid() ==
             "a,b:c,d; a,b:f,g;");
  BOOST_TEST(Page("| Pos | Team |\n| 1 | a |\n| 2 | b |\n\n| Pos | Team |\n| 1 | c |\n").grid() ==
             "Pos,Team:1,a;2,b; Pos,Team:1,c;");
  BOOST_TEST(Page("| a | b |\n| c | d |\n\n| e | f |\n").grid() == "a,b:c,d; e,f:");
}

BOOST_AUTO_TEST_CASE(a_lost_rowspan_is_repaired_where_every_group_has_one) {
  const Page page(
      "| Region | Team | City |\n| Norte | A | a |\n| B | b | |\n| Sur | C | c |\n| D | d |\n");
  BOOST_TEST(page.grid() == "Region,Team,City:Norte,A,a;^Norte,B,b;Sur,C,c;^Sur,D,d;");
  BOOST_TEST((page.lines_of(Code::rowspan_lost_repaired) == Lines{4, 6}));
  BOOST_TEST(page.lines_of(Code::row_cell_count).empty());
  const wiki::Table repaired = page.tables().at(0);
  const wiki::Row row = repaired.rows[1];
  BOOST_TEST(row.line == 4U);
  BOOST_TEST(row.cells[0].first().line == 3U);
  for (const finding::Diagnostic& diagnostic : page.diagnostics.sorted()) {
    BOOST_TEST((diagnostic.severity == finding::Severity::info));
  }
}

BOOST_AUTO_TEST_CASE(several_shifted_rows_and_several_lost_columns_are_repaired) {
  BOOST_TEST(Page("| Region | Team |\n| N | A |\n| B | |\n| C | |\n| S | D |\n| E | |\n| F | |\n")
                 .grid() == "Region,Team:N,A;^N,B;^N,C;S,D;^S,E;^S,F;");
  BOOST_TEST(Page("| Zone | Region | Team |\n| 1 | N | A |\n| B | | |\n| 2 | S | C |\n| D | | |\n")
                 .grid() == "Zone,Region,Team:1,N,A;^1,^N,B;2,S,C;^2,^S,D;");
}

BOOST_AUTO_TEST_CASE(the_proof_is_over_the_joined_table) {
  const Page page(
      "| Region | Team |\n| N | A |\n| B | |\n\n| Region | Team |\n| S | C |\n| D | |\n");
  BOOST_TEST(page.grid() == "Region,Team:N,A;^N,B;S,C;^S,D;");
  BOOST_TEST((page.lines_of(Code::rowspan_lost_repaired) == Lines{4, 8}));
}

BOOST_AUTO_TEST_CASE(what_may_be_a_lost_rowspan_but_is_not_proved_is_reported_and_kept) {
  const auto doubtful = [](const char* rows) {
    const Page page(std::string("| Region | Team | City |\n") + rows);
    BOOST_TEST(page.lines_of(Code::rowspan_lost_repaired).empty());
    const wiki::Table kept = page.tables().at(0);
    for (const wiki::Row& row : kept.rows) {
      for (const wiki::Cell& cell : row.cells) {
        BOOST_TEST(!cell.repeated);
      }
    }
    return page.lines_of(Code::rowspan_ambiguous);
  };
  // One group alone proves nothing.
  BOOST_TEST((doubtful("| N | A | a |\n| B | b | |\n") == Lines{4}));
  // Groups of different sizes.
  BOOST_TEST((doubtful("| N | A | a |\n| B | b | |\n| C | c | |\n| S | D | d |\n| E | e | |\n") ==
              Lines{4}));
  // A full row with nothing below it.
  BOOST_TEST((doubtful("| N | A | a |\n| B | b | |\n| S | D | d |\n") == Lines{4}));
  // A first row without a group.
  BOOST_TEST((doubtful("| B | b | |\n| N | A | a |\n| C | c | |\n| S | D | d |\n| E | e | |\n") ==
              Lines{3}));
  // Different numbers of empty cells.
  BOOST_TEST((doubtful("| N | A | a |\n| B | b | |\n| S | D | d |\n| E | | |\n") == Lines{4}));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_given_is_no_lost_rowspan) {
  const auto is_plain = [](const char* rows) {
    const Page page(rows);
    return page.lines_of(Code::rowspan_ambiguous).empty() &&
           page.lines_of(Code::rowspan_lost_repaired).empty();
  };
  // The first column names what the row is about.
  BOOST_TEST(is_plain(
      "| Team | City | Ground |\n| A | a | x |\n| B | b | |\n| C | c | y |\n| D | d | |\n"));
  BOOST_TEST(is_plain("| Nombre del equipo | Ciudad |\n| A | a |\n| B | |\n| C | c |\n| D | |\n"));
  // Its last column holds numbers, which the shifted row has none of.
  BOOST_TEST(
      is_plain("| City | Stadium | Capacity |\n| A | a | 10 |\n| B | b | |\n| C | c | 2,000 |\n| D "
               "| d | |\n"));
  // Remarks are mostly absent.
  BOOST_TEST(is_plain("| Region | Team | Notes |\n| N | A | x |\n| S | B | |\n| E | C | |\n"));
  // The groups are written out.
  BOOST_TEST(is_plain(
      "| Region | Team | City |\n| N | A | a |\n| N | B | |\n| N | C | c |\n| S | D | |\n"));
  // A table without a full row.
  BOOST_TEST(is_plain("| Region | Team | City |\n| N | A | |\n| S | B | |\n"));
}

BOOST_AUTO_TEST_CASE(a_name_in_a_column_of_ranks_shares_the_rank_above) {
  const Page page(
      "| Rank | Player | Goals |\n| 1 | A | 9 |\n| 2 | B | 8 |\n| C | 8 | |\n| 4 | D | 7 |\n");
  BOOST_TEST((page.lines_of(Code::rowspan_lost_repaired) == Lines{5}));
  BOOST_TEST(page.grid() == "Rank,Player,Goals:1,A,9;2,B,8;^2,C,8;4,D,7;");
}

BOOST_AUTO_TEST_CASE(a_shared_date_in_the_middle_is_found_by_the_kinds_of_the_columns) {
  const Page page(
      "| Local | Resultado | Visitante | Fecha | Hora |\n| A | 2:1 | B | 4 de febrero | 19:30 |\n"
      "| C | 0:0 | D | 17:00 |\n| E | 1:0 | F | 5 de febrero | 17:00 |\n");
  BOOST_TEST((page.lines_of(Code::rowspan_lost_repaired) == Lines{4}));
  BOOST_TEST(page.grid() ==
             "Local,Resultado,Visitante,Fecha,Hora:A,2:1,B,4 de febrero,19:30;"
             "C,0:0,D,^4 de febrero,17:00;E,1:0,F,5 de febrero,17:00;");
}

BOOST_AUTO_TEST_CASE(a_row_whose_cells_fit_no_one_place_is_doubtful) {
  const Page page(
      "| Team | City | Stadium | Capacity |\n| A | X | S | 1,000 |\n| B | T | 2,000 |\n"
      "| C | Y | U | 3,000 |\n");
  BOOST_TEST((page.lines_of(Code::rowspan_ambiguous) == Lines{4}));
}

BOOST_AUTO_TEST_CASE(a_title_row_is_the_caption) {
  const Page page("| Jornada 1 |\n| Local | Resultado | Visitante |\n| A | 2-1 | B |\n");
  BOOST_TEST(page.grid() == "Local,Resultado,Visitante:A,2-1,B;");
}

BOOST_AUTO_TEST_SUITE_END()
