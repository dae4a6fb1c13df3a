#include "wiki/syntax/tree.hpp"

#include <algorithm>
#include <array>

#include "text/blanks.hpp"
#include "wiki/syntax/brackets.hpp"
#include "wiki/syntax/build.hpp"
#include "wiki/syntax/mark.hpp"

namespace acta::wiki::syntax {

namespace {

constexpr std::array<std::string_view, 24> names = {
    "document",      "text",      "bold",   "italic",     "heading",  "template",
    "argument",      "parameter", "name",   "wikilink",   "file",     "category",
    "external_link", "list_item", "table",  "caption",    "row",      "cell",
    "tag",           "comment",   "entity", "magic_word", "redirect", ""};

}  // namespace

std::string_view type_name(Type type) { return names[static_cast<std::size_t>(type)]; }

std::string_view Tree::head(Index node) const {
  const Node& at = nodes_[node];
  if (at.has(Node::positional)) return {};
  return text::without_blanks(text_.substr(at.head_begin, at.head_end - at.head_begin));
}

std::string_view Tree::name(Index node, std::string& made) const {
  const Node& at = nodes_[node];
  if (at.has(Node::positional)) return made = std::to_string(at.head_begin);
  const std::string_view written = head(node);
  // Without markup in it a name is as written.
  if (node + 1 >= at.next || nodes_[node + 1].type != Type::name) return written;
  made.clear();
  if (nests_names_deeply(node + 1)) {
    // As a whole it would be written again at each level.
    for (const Index child : children(node + 1)) {
      if (nodes_[child].type == Type::text) made += this->text(child);
    }
    return text::without_blanks(made);
  }
  std::size_t comment = written.find("<!--");
  if (comment == std::string_view::npos) return written;
  std::size_t from = 0;
  while (comment != std::string_view::npos) {
    made += written.substr(from, comment - from);
    const std::size_t end = written.find("-->", comment + 4);
    from = end == std::string_view::npos ? written.size() : end + 3;
    comment = written.find("<!--", from);
  }
  made += written.substr(from);
  return text::without_blanks(made);
}

/// Whether names stand in names at more levels than may all be written as a whole.
bool Tree::nests_names_deeply(Index name) const {
  std::array<Index, 8> ends{};
  std::size_t depth = 0;
  for (Index i = name + 1; i < nodes_[name].next; ++i) {
    while (depth > 0 && ends[depth - 1] <= i) --depth;
    if (nodes_[i].type != Type::name) continue;
    if (depth == ends.size()) return true;
    ends[depth++] = nodes_[i].next;
  }
  return false;
}

std::string Tree::tag_name(Index node) const {
  if (text_[nodes_[node].begin] == '-') return "hr";
  std::string name(text_.substr(nodes_[node].begin + 1, nodes_[node].level));
  std::transform(name.begin(), name.end(), name.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  });
  return name == "/br" ? "br" : name;
}

std::string_view Tree::trail(Index node) const {
  if (nodes_[node].type != Type::wikilink) return {};
  static constexpr std::array<std::string_view, 7> accented = {"á", "é", "í", "ó", "ú", "ñ", "ü"};
  const std::string_view rest = text_.substr(nodes_[node].end);
  std::size_t length = 0;
  while (length < rest.size()) {
    if (rest[length] >= 'a' && rest[length] <= 'z') {
      ++length;
    } else if (std::find(accented.begin(), accented.end(), rest.substr(length, 2)) !=
               accented.end()) {
      length += 2;
    } else {
      break;
    }
  }
  return rest.substr(0, length);
}

Index Tree::parameter(Index template_call, std::string_view wanted) const {
  Index found = no_node;
  for (const Index child : children(template_call)) {
    if (nodes_[child].type == Type::parameter && name(child) == wanted) found = child;
  }
  return found;
}

Tree parse(const text::Source& source, References references, finding::Diagnostics& diagnostics) {
  Findings findings;
  const std::vector<Mark> marks =
      scan(source.text(), find_brackets(source.text(), references, findings), findings);
  findings.report(source, diagnostics);
  return Tree(source.text(), build(source.text(), marks));
}

Tree parse(std::string_view head) {
  Findings findings;
  const std::vector<Mark> marks =
      scan(head, find_brackets(head, References::parsed, findings), findings);
  return Tree(head, build(head, marks));
}

void Findings::report(const text::Source& source, finding::Diagnostics& diagnostics) {
  using finding::Code;
  report(templates_, Code::template_unclosed, entry(Code::template_unclosed).severity, source,
         diagnostics);
  report(markup_, Code::markup_unbalanced, entry(Code::markup_unbalanced).severity, source,
         diagnostics);
  report(tags_, Code::markup_unbalanced, finding::Severity::info, source, diagnostics);
}

void Findings::report(List& list, finding::Code code, finding::Severity severity,
                      const text::Source& source, finding::Diagnostics& diagnostics) {
  std::stable_sort(
      list.kept.begin(), list.kept.end(),
      [](const Finding& left, const Finding& right) { return left.offset < right.offset; });
  const std::string_view text = source.text();
  std::uint32_t at = 0;
  std::uint32_t line = 0;
  finding::Position position;
  for (const Finding& finding : list.kept) {
    const std::uint32_t next = source.line_of(finding.offset);
    if (next != line || at > finding.offset) {
      line = next;
      position = source.start_of(line);
      at = source.line_start(line);
    }
    // A part of a page is cut out of its markup: what does not pair up is for that page to say.
    if (!position.page.empty()) continue;
    for (; at < finding.offset; ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80) ++position.column;
    }
    std::string message = finding.message;
    if (message.empty()) {
      const std::string_view name = text.substr(finding.offset, 60);
      message = "template is not closed: ";
      std::size_t end = std::min(name.find_first_of("|\n}"), name.size());
      while (end > 0 && end < name.size() &&
             (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) {
        --end;
      }
      message += name.substr(0, end);
    }
    diagnostics.add(code, severity, position, std::move(message));
  }
  // The others are only counted.
  for (std::size_t i = list.kept.size(); i < list.count; ++i)
    diagnostics.add(code, severity, {}, {});
}

}  // namespace acta::wiki::syntax
