/// The HTML front end: a tree becomes sections of blocks.

#include "wiki/html/page.hpp"

#include <algorithm>
#include <string>

#include "text/blanks.hpp"
#include "wiki/html/page_facts.hpp"
#include "wiki/parse.hpp"

namespace acta::wiki::html {

std::uint32_t PageBuilder::end_line_of(Index node) {
  const Node& at = tree_[node];
  return line_at_.of(std::max(at.begin, std::max<std::uint32_t>(at.end, 1) - 1));
}

void PageBuilder::mark(std::uint32_t first, std::uint32_t last, LineClass line_class) {
  for (std::uint32_t line = first; line != 0 && line <= last && line <= document_.lines.size();
       ++line) {
    LineClass& at = document_.lines[line - 1];
    if (at == LineClass::unread) at = line_class;
  }
}

void PageBuilder::start_run() {
  end_line();
  run_started_ = true;
}

void PageBuilder::add(Block block, std::uint32_t first_line, std::uint32_t last_line) {
  block.joined = !blocks_.empty() && !run_started_;
  run_started_ = false;
  blocks_.push_back(block);
  for (std::uint32_t line = first_line; line <= last_line && line <= covered_.size(); ++line)
    covered_[line - 1] = true;
}

void PageBuilder::add_section(std::uint16_t level, const Text& heading) {
  Section section;
  section.level = level_;
  section.heading = heading_;
  section.blocks = document_.arena->keep(blocks_);
  document_.sections.push_back(section);
  blocks_.clear();
  level_ = level;
  heading_ = heading;
}

void PageBuilder::end_line(bool indented) {
  writer_.end_line();
  for (const Text& text : writer_.lines()) add({Line{text, indented}, false}, text.line, text.line);
  writer_.clear();
}

void PageBuilder::heading(Index node, std::uint16_t level) {
  start_run();
  const Lines lines = writer_.lines_of(node);
  const std::uint32_t line = line_of(node);
  mark(line, line, LineClass::record);
  if (line <= covered_.size()) covered_[line - 1] = true;
  Text heading = lines.empty() ? Text{} : lines.front();
  heading.line = line;
  add_section(level, heading);
}

// The lines of one item; blocks in it are blocks of the page.
void PageBuilder::items(Index node, ListItem item) {
  if (tree_[node].holds_blocks) {
    start_run();
    walk_children(node);
    start_run();
    return;
  }
  const bool is_indented = item.marker == ':' && item.depth > 0;
  // Lists inside it are items of their own.
  Index from = node + 1;
  const auto flush = [&](Index to) {
    for (const Text& text : writer_.lines_of(from, to)) {
      item.text = text;
      if (is_indented) {
        add({Line{text, true}, false}, text.line, text.line);
      } else {
        add({item, false}, text.line, text.line);
      }
    }
  };
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) {
    const Tag tag = tree_[child].tag;
    if (tag != Tag::list && tag != Tag::numbered_list && tag != Tag::definitions) continue;
    flush(child);
    from = tree_[child].next;
    const auto depth = static_cast<std::uint16_t>(item.depth + 1);
    if (tag == Tag::definitions) {
      definitions(child, depth);
    } else {
      list(child, depth);
    }
  }
  flush(tree_[node].next);
}

void PageBuilder::list(Index node, std::uint16_t depth) {
  const bool numbered = tree_[node].tag == Tag::numbered_list;
  std::uint32_t number = number_of(tree_.attribute(node, Attribute::start), 1);
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) {
    if (tree_[child].tag != Tag::item) {
      if (tree_[child].tag != Tag::text) walk(child);
      continue;
    }
    ListItem item;
    item.marker = numbered ? '#' : '*';
    item.depth = depth;
    if (numbered) {
      number = number_of(tree_.attribute(child, Attribute::value), number);
      item.number = number++;
    }
    items(child, item);
  }
}

void PageBuilder::definitions(Index node, std::uint16_t depth) {
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) {
    const Tag tag = tree_[child].tag;
    if (tag != Tag::term && tag != Tag::definition) {
      if (tag != Tag::text) walk(child);
      continue;
    }
    ListItem item;
    item.marker = tag == Tag::term ? ';' : ':';
    item.depth = depth;
    items(child, item);
  }
}

void PageBuilder::walk_children(Index node) {
  for (Index child = node + 1; child < tree_[node].next; child = tree_[child].next) walk(child);
}

void PageBuilder::walk(Index node) {
  const Node& at = tree_[node];
  if (is_match_box(node)) {
    start_run();
    match_box(node);
    run_started_ = true;
    return;
  }
  switch (at.tag) {
    case Tag::heading1:
    case Tag::heading2:
    case Tag::heading3:
    case Tag::heading4:
    case Tag::heading5:
    case Tag::heading6: {
      const int level = static_cast<int>(at.tag) - static_cast<int>(Tag::heading1) + 1;
      heading(node, static_cast<std::uint16_t>(level));
      break;
    }
    case Tag::list:
    case Tag::numbered_list:
      end_line();
      list(node, 1);
      break;
    case Tag::definitions:
      end_line();
      definitions(node, 1);
      break;
    case Tag::table:
      start_run();
      table(node);
      run_started_ = true;
      break;
    case Tag::line_break:
    case Tag::rule:
      end_line();
      break;
    case Tag::text:
    case Tag::image:
      writer_.write(node);
      break;
    case Tag::inline_element:
    case Tag::small:
    case Tag::link:
    case Tag::raised:
      if (at.holds_blocks) {
        end_line();
        walk_children(node);
        end_line();
      } else {
        writer_.write(node);
      }
      break;
    default:
      start_run();
      walk_children(node);
      end_line();
      break;
  }
}

// The largest element that is said to be the article; without one, the whole page.
Index PageBuilder::content() const {
  Index best = 0;
  Index most = 0;
  for (Index node = 0; node < tree_.size(); ++node) {
    if (tree_[node].tag == Tag::text || !tree_[node].has(Class::content)) continue;
    const Index size = tree_[node].next - node;
    if (size > most) {
      most = size;
      best = node;
    }
  }
  return best;
}

Document PageBuilder::build() {
  document_.form = Form::html;
  document_.lines.resize(source_.line_count(), LineClass::unread);
  bool any = false;
  for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
    if (text::without_blanks(source_.line(line)).empty()) {
      document_.lines[line - 1] = LineClass::blank;
    } else {
      any = true;
    }
  }
  if (!any) diagnostics_.add(finding::Code::empty_document, {1, 1}, "the article holds no text");
  covered_.resize(source_.line_count());
  writer_.break_at_newlines(true);
  walk_children(content());
  end_line();
  add_section(0, {});
  // What shows nothing and is in no block is markup alone, or no part of the article; behind the
  // place where the parser gave up nobody knows.
  const bool is_whole = tree_.read_to() >= source_.text().size();
  const std::uint32_t read_to =
      is_whole ? source_.line_count() : source_.line_of(tree_.read_to()) - 1;
  for (std::uint32_t line = 1; line <= read_to; ++line) {
    if (!covered_[line - 1]) mark(line, line, LineClass::residue);
  }
  return std::move(document_);
}

}  // namespace acta::wiki::html

namespace acta::wiki {

Document parse_html(const text::Source& source, const std::optional<std::string>& title,
                    finding::Diagnostics& diagnostics) {
  const html::Tree tree = html::parse(source, diagnostics);
  Document document = html::PageBuilder(source, tree, diagnostics).build();
  html::state_facts(source, tree, title, document);
  return document;
}

}  // namespace acta::wiki
