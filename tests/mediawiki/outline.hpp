#pragma once
/// Trees of wikitext on one line, for what tests expect of them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "wiki/syntax/tree.hpp"

namespace acta::tests {

/// A page and its tree, which points into it.
struct SyntaxPage {
  explicit SyntaxPage(std::string bytes)
      : source(text::Source::from_bytes("page", std::move(bytes), diagnostics)),
        tree(wiki::syntax::parse(source, wiki::syntax::References::parsed, diagnostics)) {}

  finding::Diagnostics diagnostics;
  text::Source source;
  wiki::syntax::Tree tree;
};

/// One line that shows a tree: "bold{a italic{b}}".
inline std::string outline(const wiki::syntax::Tree& tree, wiki::syntax::Index node = 0) {
  using wiki::syntax::Node;
  using wiki::syntax::Type;
  const Node& at = tree[node];
  std::string out;
  std::string children;
  for (const wiki::syntax::Index child : tree.children(node)) {
    if (!children.empty()) children += ' ';
    children += outline(tree, child);
  }
  switch (at.type) {
    case Type::document:
      return children;
    case Type::text:
      for (const char byte : tree.text(node)) {
        out += byte == '\n' ? "\\n" : std::string(1, byte == ' ' ? '_' : byte);
      }
      return out;
    case Type::comment:
    case Type::entity:
    case Type::magic_word:
      return std::string(wiki::syntax::type_name(at.type)) + "(" + std::string(tree.text(node)) +
             ")";
    case Type::parameter:
      return tree.name(node) + "={" + children + "}";
    case Type::tag:
      out = tree.tag_name(node);
      if (at.has(Node::unclosed)) out += "?";
      if (at.has(Node::self_closing)) out += "/";
      if (!tree.head(node).empty()) out += "(" + std::string(tree.head(node)) + ")";
      return "<" + out + ">{" + children + "}";
    case Type::cell:
      out = at.has(Node::header) ? "th" : "td";
      break;
    case Type::heading:
      out = "h" + std::to_string(at.level);
      break;
    default:
      out = wiki::syntax::type_name(at.type);
      break;
  }
  const bool has_head = at.head_end > at.head_begin;
  if (has_head) out += "(" + tree.name(node) + ")";
  return children.empty() && has_head ? out : out + "{" + children + "}";
}

inline std::string outline(std::string source) {
  return outline(SyntaxPage(std::move(source)).tree);
}

/// Wikitext and the outline of its tree.
struct SyntaxCase {
  std::string source;
  std::string expected;
};

inline void check_outlines(const std::vector<SyntaxCase>& cases) {
  for (const SyntaxCase& row : cases) {
    BOOST_TEST_CONTEXT(row.source) { BOOST_TEST(outline(row.source) == row.expected); }
  }
}

}  // namespace acta::tests
