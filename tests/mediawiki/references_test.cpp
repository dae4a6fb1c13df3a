/// References that are not looked into, and the search for markup behind it all.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "text/byte_finder.hpp"
#include "wiki/syntax/tree.hpp"

namespace {

using acta::wiki::syntax::Index;
using acta::wiki::syntax::Node;
using acta::wiki::syntax::References;
using acta::wiki::syntax::Tree;
using acta::wiki::syntax::Type;
namespace finding = acta::finding;
namespace syntax = acta::wiki::syntax;
namespace text = acta::text;

/// A page and its tree, which points into it.
struct Page {
  Page(std::string_view bytes, References references)
      : source(text::Source::from_bytes("page", std::string(bytes), diagnostics)),
        tree(syntax::parse(source, references, diagnostics)) {}

  acta::finding::Diagnostics diagnostics;
  text::Source source;
  Tree tree;
};

std::string outline(const Tree& tree) {
  std::string out;
  const auto nodes = tree.nodes();
  for (Index i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    out += std::string(syntax::type_name(node.type)) + " " + std::to_string(node.begin) + "-" +
           std::to_string(node.end) + "\n";
    if (node.type == Type::tag && tree.tag_name(i) == "ref") i = node.next - 1;
  }
  return out;
}

constexpr std::string_view article =
    "{{Infobox football league|season=2031<ref name=\"a\">{{cite "
    "web|url=http://a.b/c?d=e|title=[[X]] "
    "Y}}</ref>|teams=2}}\n== Results ==\n{|\n! Home !! Away<ref group=n>One | two || "
    "three</ref>\n|-\n"
    "| A<ref name=\"a\" /> || [[B|''b'']]\n|}\n<references>\n<ref name=\"c\">* item\n== no heading "
    "==\n</ref>\n</references>\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(references)

BOOST_AUTO_TEST_CASE(what_stands_outside_of_references_is_the_same) {
  const Page parsed(article, References::parsed);
  const Page opaque(article, References::opaque);
  BOOST_TEST(outline(opaque.tree) == outline(parsed.tree));
  BOOST_TEST(opaque.tree.nodes().size() < parsed.tree.nodes().size());
}

BOOST_AUTO_TEST_CASE(a_sound_reference_is_one_piece_of_text) {
  const Page page("a<ref>{{cite|b}} [[c]]</ref>", References::opaque);
  const auto nodes = page.tree.nodes();
  BOOST_REQUIRE(nodes.size() == 4);
  BOOST_TEST(page.tree.text(3) == "{{cite|b}} [[c]]");
}

BOOST_AUTO_TEST_CASE(a_reference_in_doubt_is_looked_into) {
  for (const std::string_view content :
       {"{{cite|b", "b}}", "[[c", "<small>d", "e<ref>f", "g<!-- h -->", "\n{| \n| i\n}"}) {
    const std::string bytes = "a<ref>" + std::string(content) + "</ref>";
    const Page parsed(bytes, References::parsed);
    const Page opaque(bytes, References::opaque);
    BOOST_TEST(opaque.tree.nodes().size() == parsed.tree.nodes().size(), content);
    BOOST_TEST(opaque.diagnostics.sorted().size() == parsed.diagnostics.sorted().size(), content);
  }
}

BOOST_AUTO_TEST_CASE(a_reference_without_end_hides_no_finding) {
  const Page page("a<ref>b\n{{match|c\n<ref>d</ref>", References::opaque);
  BOOST_TEST(page.diagnostics.count(acta::finding::Severity::error) == 1U);
}

BOOST_AUTO_TEST_CASE(the_finder_finds_what_a_search_of_each_byte_finds) {
  std::mt19937 random(11);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes(size, 'x');
    for (char& byte : bytes) {
      if (random() % 20 == 0) byte = "{}<\0\xC3"[random() % 5];
    }
    text::ByteFinder<'{', '}', '<'> finder(bytes);
    for (std::uint32_t to :
         {static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(size / 2)}) {
      for (std::uint32_t from = 0; from <= to; ++from) {
        const std::size_t found = std::string_view(bytes).substr(0, to).find_first_of("{}<", from);
        const std::size_t expected = found == std::string_view::npos ? to : found;
        BOOST_REQUIRE(finder.next(from, to) == expected);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
