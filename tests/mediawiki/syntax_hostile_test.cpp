/// Trees of hostile wikitext: lossless, and at a cost in proportion to the text.

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "cost.hpp"
#include "format/syntax_json.hpp"
#include "wiki/syntax/tree.hpp"

namespace {

using acta::wiki::syntax::Index;
using acta::wiki::syntax::Node;
using acta::wiki::syntax::Tree;
namespace finding = acta::finding;
namespace syntax = acta::wiki::syntax;
namespace text = acta::text;

/// A page and its tree, which points into it.
struct Page {
  explicit Page(std::string bytes)
      : source(text::Source::from_bytes("page", std::move(bytes), diagnostics)),
        tree(syntax::parse(source, syntax::References::parsed, diagnostics)) {}

  acta::finding::Diagnostics diagnostics;
  text::Source source;
  Tree tree;
};

/// Every span nests, and is in order: with the bytes between them, the leaves are the source.
bool spans_nest(const Tree& tree) {
  std::vector<std::pair<Index, std::uint32_t>> open;  // A node and where its next child may begin.
  const auto nodes = tree.nodes();
  for (Index i = 0; i < nodes.size(); ++i) {
    while (!open.empty() && nodes[open.back().first].next <= i) open.pop_back();
    const Node& node = nodes[i];
    if (node.begin > node.end || node.next <= i || node.next > nodes.size()) return false;
    if (open.empty()) {
      if (i != 0 || node.begin != 0 || node.end != tree.text().size()) return false;
    } else {
      const Node& parent = nodes[open.back().first];
      if (node.begin < open.back().second || node.end > parent.end || node.next > parent.next) {
        return false;
      }
      open.back().second = node.end;
    }
    open.emplace_back(i, node.begin);
  }
  return true;
}

/// The bytes of the leaves and those between, put together.
std::string put_together(const Tree& tree) {
  std::string out;
  std::uint32_t at = 0;
  for (Index i = 0; i < tree.nodes().size(); ++i) {
    if (!tree.children(i).empty()) continue;
    out += tree.text().substr(at, tree[i].begin - at);
    out += tree.text(i);
    at = tree[i].end;
  }
  return out += tree.text().substr(at);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (; times != 0; --times) out += piece;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(syntax_tree_hostile)

namespace {

constexpr std::array<std::string_view, 69> pieces = {"{{",
                                                     "}}",
                                                     "[[",
                                                     "]]",
                                                     "[",
                                                     "]",
                                                     "{|",
                                                     "|}",
                                                     "|-",
                                                     "|",
                                                     "||",
                                                     "!",
                                                     "!!",
                                                     "\n",
                                                     "\n",
                                                     "\n",
                                                     " ",
                                                     "a",
                                                     "=",
                                                     "==",
                                                     "''",
                                                     "'''",
                                                     "'''''",
                                                     "<ref>",
                                                     "</ref>",
                                                     "<b>",
                                                     "</b>",
                                                     "<br>",
                                                     "<td>",
                                                     "<li>",
                                                     "<ul>",
                                                     "</ul>",
                                                     "<div>",
                                                     "</div>",
                                                     "<!--",
                                                     "-->",
                                                     "<nowiki>",
                                                     "\n----",
                                                     "http://a",
                                                     "[http://a ",
                                                     "</nowiki>",
                                                     "{{!}}",
                                                     "{{{",
                                                     "}}}",
                                                     "{",
                                                     "}",
                                                     "*",
                                                     ";",
                                                     ":",
                                                     "#",
                                                     "&amp;",
                                                     "http://x",
                                                     "[http://x ",
                                                     "File:",
                                                     "Category:",
                                                     "__TOC__",
                                                     "class=\"x\"",
                                                     "rowspan=2",
                                                     "<includeonly>",
                                                     "</includeonly>",
                                                     "<onlyinclude>",
                                                     "<poem>",
                                                     "</poem>",
                                                     "+",
                                                     "x=",
                                                     "<ref name=a />",
                                                     "#REDIRECT [[a]]",
                                                     "ñ",
                                                     "//"};

}  // namespace

BOOST_AUTO_TEST_CASE(any_mixture_of_markup_comes_back_byte_for_byte) {
  std::mt19937 random(20240603);
  for (int run = 0; run < 3000; ++run) {
    std::string source;
    for (auto length = 1 + random() % 60; length != 0; --length) {
      source += pieces[random() % pieces.size()];
    }
    const Page page(source);
    std::string json;
    acta::format::write_json(page.tree, json);
    if (!spans_nest(page.tree) || put_together(page.tree) != source) {
      BOOST_ERROR("the spans of this do not nest: " + source);
    }
  }
}

BOOST_AUTO_TEST_CASE(cost_is_linear_for_any_repetition) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"{{", ""},
      {"{{a|", ""},
      {"{{a|", "}}"},
      {"{{", "}}"},
      {"{{{", "}}}"},
      {"{{ {{a}}", "}}"},
      {"[[", ""},
      {"[[a|", ""},
      {"[[File:a|", "]]"},
      {"[[{{a|", "}}]]"},
      {"<ref>", ""},
      {"<ref>", "</ref>"},
      {"<ref name=", ""},
      {"<b>", "</b>"},
      {"<b>''", "</b>"},
      {"<div>", ""},
      {"\n{|\n|", ""},
      {"\n{|\n|", "\n|}"},
      {"{{a|\n{|\n|", "\n|}\n}}"},
      {"'''", ""},
      {"'''a''b", ""},
      {"|", ""},
      {"\n|", ""},
      {"<!--", ""},
      {"<nowiki>", ""},
      {"}}", ""},
      {"]]", ""},
      {"{{[[", ""},
      {"\n== a", ""},
      {"\n=={{a|", "}}=="},
      {"\n* {{a|", "}}"},
      {"[http://a ", ""},
      {"http://a", ""},
      {"\n;a:", ""},
      {"&", ""},
      {"_", ""},
      {"{{!}}", ""},
      {"\n{{{!}}", ""},
      {"<td>", ""},
      {"<includeonly>", "</includeonly>"},
      {"<b title={{a|", "}}>"},
      {"\n{|\n|rowspan=2|a\n|-\n|", "\n|}"},
      {"{{a|b[[", "}}"},
      {"{{a|[[ |b]]", "}}"},
      {"[[ |", "]]"},
      {"{{a|{{|", "}}"},
      {"{{|", "}}"},
      {"{{a|http://b=", "}}"},
      {"{{a|\n=", "}}"},
      {"{{a|\n==", "\n}}"},
      {"{{ ", "}}x"},
      {"{{ {{a}}", "b}}"},
      {"\n== <b>", " =="},
      {"\n==http://a", "=="},
      {"http://a<!-- b -->,", ""},
      {"http://[::", ""},
      {"http://a.", "&amp;"},
      {"\n----", ""},
      {"<nowiki>&amp;", "</nowiki>"},
      {"<b <!-- a -->", ">"},
      {"\n{|{{", "\n|}"},
      {"\n{|<!-- ", "-->\n|}"},
      {"{{a|<b>", "</b>}}"}};
  const auto measure = [](const std::pair<std::string, std::string>& pair, std::size_t times) {
    const Page source(repeated(pair.first, times) + "x" + repeated(pair.second, times));
    const double begin = acta::tests::processor_seconds();
    acta::finding::Diagnostics diagnostics;
    const Tree tree = syntax::parse(source.source, syntax::References::parsed, diagnostics);
    std::string json;
    acta::format::write_json(tree, json);
    const double seconds = acta::tests::processor_seconds() - begin;
    BOOST_TEST(spans_nest(tree));
    BOOST_TEST(json.size() < 150 * source.tree.text().size() + 1000);
    return seconds;
  };
  for (const auto& pair : pairs) {
    BOOST_TEST_CONTEXT(pair.first << " .. " << pair.second) {
      constexpr double factor = 20;
      constexpr double slack = 0.05;
      const auto costs =
          acta::tests::least_costs([&] { return measure(pair, 4000); },
                                   [&] { return measure(pair, 32'000); }, factor, slack);
      BOOST_TEST_INFO("4,000 times: " << costs.part << " s, 32,000 times: " << costs.whole << " s");
      BOOST_TEST(costs.within(factor, slack));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
