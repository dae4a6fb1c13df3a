/// The wikitext front end: a syntax tree becomes sections of blocks.

#include <algorithm>

#include "text/blanks.hpp"
#include "text/byte_finder.hpp"
#include "text/unicode.hpp"
#include "wiki/title.hpp"
#include "wiki/wikitext/page.hpp"
#include "wiki/wikitext/transclude.hpp"
#include "words/words.hpp"

namespace acta::wiki {

using finding::Code;
using syntax::Index;
using syntax::Node;
using syntax::Type;

namespace {

// A cell of a table that a template opened, with attributes and nothing in it: "| style=...|".
bool is_empty_cell(std::string_view line) {
  if (line.empty() || line.front() != '|') return false;
  line.remove_prefix(1);
  if (!line.empty() && line.back() == '|') line.remove_suffix(1);
  return text::trim(line).empty() ||
         (line.find('=') != std::string_view::npos &&
          line.find("style") != std::string_view::npos && line.find('|') == std::string_view::npos);
}

/// The language of the wiki that a page is of: its infobox at the top or its categories at the end
/// say so.
words::Language language_of_page(std::string_view text) {
  constexpr std::size_t near = 6000;
  const std::string_view top = text.substr(0, near);
  const std::string_view end = text.substr(text.size() - std::min(near, text.size()));
  for (const std::string_view part : {top, end}) {
    text::ByteFinder<'{', '['> brackets(part);
    const auto size = static_cast<std::uint32_t>(part.size());
    for (std::uint32_t at = brackets.next(0, size); at < size; at = brackets.next(at + 1, size)) {
      const words::Language language = words::language_of_markup(part.substr(at));
      if (language != words::Language::none) return language;
    }
  }
  return words::Language::english;
}

}  // namespace

void PageBuilder::mark(std::uint32_t first, std::uint32_t last, LineClass line_class) {
  for (std::uint32_t line = first; line != 0 && line <= last && line <= document_.lines.size();
       ++line) {
    LineClass& at = document_.lines[line - 1];
    if (at == LineClass::unread) at = line_class;
  }
}

// Lines that hold nothing but this node are residue; what else stands on them decides otherwise.
void PageBuilder::mark_residue(Index node) {
  const std::uint32_t first = line_of(node);
  const std::uint32_t last = end_line_of(node);
  const std::uint32_t begin = tree_[node].begin;
  const std::uint32_t end = tree_[node].end;
  std::uint32_t from = first;
  std::uint32_t to = last;
  if (!text::is_blank_text(
          source_.text().substr(source_.line_start(first), begin - source_.line_start(first))))
    ++from;
  const std::string_view rest = source_.text().substr(end);
  if (!text::is_blank_text(rest.substr(0, rest.find('\n')))) --to;
  if (from <= to) mark(from, to, LineClass::residue);
}

void PageBuilder::add(Block block, std::uint32_t first_line) {
  if (!blocks_.empty()) {
    bool blank = false;
    for (std::uint32_t line = block_lines_.back() + 1; line < first_line; ++line)
      blank |= document_.lines[line - 1] == LineClass::blank;
    block.joined = !blank;
  }
  std::uint32_t last = first_line;
  if (const auto* table = std::get_if<Table>(&block.content)) last = table->end_line;
  if (const auto* call = std::get_if<Template>(&block.content)) last = call->end_line;
  if (const auto* infobox = std::get_if<Infobox>(&block.content)) last = infobox->end_line;
  blocks_.push_back(block);
  block_lines_.push_back(last);
  for (std::uint32_t line = first_line; line <= last && line <= covered_.size(); ++line)
    covered_[line - 1] = true;
}

void PageBuilder::add_section(std::uint16_t level, const Text& heading) {
  Section section;
  section.level = level_;
  section.heading = heading_;
  section.blocks = document_.arena->keep(blocks_);
  document_.sections.push_back(section);
  blocks_.clear();
  block_lines_.clear();
  level_ = level;
  heading_ = heading;
}

void PageBuilder::end_line(bool indented) {
  writer_.end_line();
  for (const Text& text : writer_.lines()) {
    // Marks of a table that a template opened: "|-" between {{OneLegResult}} calls.
    const std::string_view head = text.text.substr(0, 2);
    const bool rule = head == "--" && text.text.find_first_not_of('-') == std::string_view::npos;
    if (head == "|-" || head == "|}" || head == "{|" || rule || is_empty_cell(text.text)) {
      mark(text.line, text.line, LineClass::residue);
    } else {
      add({Line{text, indented}, false}, text.line);
    }
  }
  writer_.clear();
}

void PageBuilder::heading(Index node) {
  end_line();
  writer_.write(node);
  writer_.end_line();
  mark(line_of(node), line_of(node), LineClass::record);
  Text heading = writer_.lines().empty() ? Text{} : writer_.lines().front();
  writer_.clear();
  heading.line = line_of(node);
  add_section(tree_[node].level, heading);
}

void PageBuilder::list_item(Index node) {
  end_line();
  const std::string_view markers = tree_.head(node);
  // Blocks stand in list items too: ":{{Football box ...}}".
  if (holds_blocks(node, 0)) {
    walk_children(node);
    end_line();
    return;
  }
  writer_.write(node);
  const bool indent_only = markers.find_first_not_of(':') == std::string_view::npos;
  for (const Text& text : writer_.lines()) {
    if (indent_only) {
      add({Line{text, true}, false}, text.line);
      continue;
    }
    ListItem item;
    item.text = text;
    item.marker = markers.empty() ? '*' : markers.back();
    item.depth = static_cast<std::uint16_t>(std::min<std::size_t>(markers.size(), 100));
    add({item, false}, text.line);
  }
  writer_.clear();
}

bool PageBuilder::holds_blocks(Index node, int depth) {
  if (depth > 20) return false;
  for (const Index child : tree_.children(node)) {
    const Type type = tree_[child].type;
    if (type == Type::table) return true;
    if (type == Type::template_call) {
      const words::FoundTemplate& found = writer_.templates().find(tree_.name(child, name_));
      if (found.entry.shows == words::Shows::block || found.entry.shows == words::Shows::infobox)
        return true;
      if (holds_blocks_inside(child, found, depth + 1)) return true;
      continue;
    }
    if ((type == Type::tag || type == Type::list_item || type == Type::bold ||
         type == Type::italic) &&
        holds_blocks(child, depth + 1))
      return true;
  }
  return false;
}

// Whether a value of a template call that is no block itself holds blocks: {{stack|{{football
// box}}}}.
bool PageBuilder::holds_blocks_inside(Index call, const words::FoundTemplate& found, int depth) {
  // Most calls hold a word or two.
  constexpr Index least = 6;
  if (tree_[call].next - call < least) return false;
  // Notes and boxes of links are no part of the page's text.
  const std::string_view name = found.name;
  if (found.entry.shows == words::Shows::nothing && !name.starts_with("col") &&
      !(name.starts_with("#if") || name.starts_with("#switch")))
    return false;
  if (found.entry.shows == words::Shows::unknown && name.starts_with("navbox")) return false;
  for (const Index child : tree_.children(call)) {
    if (tree_[child].type == Type::parameter && holds_blocks(child, depth)) return true;
  }
  return false;
}

// {{trim|{{RoundN ...}}}}, {{hidden|Group A|{| ...}}: what stands in the values is the page.
void PageBuilder::walk_inside(Index call, const words::FoundTemplate& found) {
  // Of a condition that is an argument nobody gave, the other branch is shown.
  const std::string_view name = found.name;
  constexpr std::string_view condition = "#if:";
  const bool is_if = name.starts_with(condition);
  const bool holds = is_if && name.size() > condition.size() && name[condition.size()] != '{';
  const std::size_t branch = holds ? 1 : 2;
  std::size_t position = 0;
  Index last = syntax::no_node;
  for (const Index child : tree_.children(call)) {
    if (tree_[child].type == Type::parameter && tree_[child].has(Node::positional)) last = child;
  }
  for (const Index child : tree_.children(call)) {
    if (tree_[child].type != Type::parameter) continue;
    const bool positional = tree_[child].has(Node::positional);
    if (positional) ++position;
    const words::Shows shows = found.entry.shows;
    const bool shown = !positional                    ? holds_blocks(child, 0)
                       : is_if                        ? position == branch
                       : shows == words::Shows::first ? position == 1
                       : shows == words::Shows::last  ? child == last
                                                      : true;
    if (!shown) continue;
    end_line();
    walk_children(child);
    end_line();
  }
}

std::span<const Field> PageBuilder::fields(Index node, bool module) {
  fields_.clear();
  bool skipped = !module;
  std::uint32_t position = 0;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::parameter) continue;
    Field field;
    if (tree_[child].has(Node::positional)) {
      if (!skipped) {
        skipped = true;  // The function of a module.
        continue;
      }
      field.key = document_.arena->keep(std::string_view(std::to_string(++position)));
    } else {
      field.key = tree_.name(child, name_);
      const bool is_made =
          field.key.data() >= name_.data() && field.key.data() <= name_.data() + name_.size();
      if (is_made) field.key = document_.arena->keep(field.key);
    }
    field.value = writer_.lines_of_children(child);
    field.offset = tree_[child].begin;
    field.line = field.value.empty() ? line_of(child) : field.value.front().line;
    field.end_line = field.value.empty() ? field.line : field.value.back().line;
    fields_.push_back(field);
  }
  return document_.arena->keep(fields_);
}

// {{#invoke:goalscorers|main|2 goals=*A\n*B|1 goal=*C}}: a list under each number of goals.
void PageBuilder::goalscorers(Index node) {
  end_line();
  mark_residue(node);
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::parameter || tree_[child].has(Node::positional)) continue;
    const Lines players = writer_.lines_of_children(child);
    const std::string_view key = tree_.name(child, name_);
    if (players.empty() || key.find("goal") == std::string_view::npos ||
        key.find(' ') == std::string_view::npos)
      continue;
    ListItem item;
    item.text.text = document_.arena->keep(key);
    item.text.line = line_of(child);
    item.text.offset = tree_[child].begin;
    item.marker = ';';
    unread(item.text.line);
    add({item, false}, item.text.line);
    item.marker = '*';
    for (const Text& player : players) {
      item.text = player;
      unread(player.line);
      add({item, false}, player.line);
    }
  }
}

void PageBuilder::walk_template(Index node) {
  const words::FoundTemplate& found = writer_.templates().find(tree_.name(node, name_));
  const auto& [entry, name] = found;
  if (entry.shows == words::Shows::block || entry.shows == words::Shows::infobox) {
    end_line();
    if (entry.shows == words::Shows::block) {
      Template block;
      block.name = document_.arena->keep(entry.canonical);
      block.fields = fields(node, name.substr(0, 8) == "#invoke:");
      block.line = line_of(node);
      block.end_line = end_line_of(node);
      block.offset = tree_[node].begin;
      add({block, false}, block.line);
    } else {
      Infobox infobox;
      infobox.name = document_.arena->keep(std::string_view(tree_.name(node)));
      infobox.fields = fields(node, false);
      infobox.line = line_of(node);
      infobox.end_line = end_line_of(node);
      add({infobox, false}, infobox.line);
      mark(infobox.line, infobox.end_line, LineClass::record);
    }
    return;
  }
  constexpr std::string_view display = "displaytitle:";
  if (name.substr(0, display.size()) == display) {
    std::string title(tree_.name(node).substr(display.size()));
    for (std::size_t at = title.find("''"); at != std::string::npos; at = title.find("''"))
      title.erase(at, 2);
    document_.title.text = document_.arena->keep(text::trim(title));
    document_.title.line = line_of(node);
    mark(line_of(node), end_line_of(node), LineClass::record);
    return;
  }
  if (const auto call = transclusion_call(name)) {
    end_line();
    // The name as written, letter case too.
    const std::string page = normalize_title(transclusion_call(tree_.name(node))->page);
    diagnostics_.add(Code::transclusion_unresolved, source_.position(tree_[node].begin),
                     "page \"" + page + "\" is transcluded here and was not given",
                     {{"found", page}});
    mark_residue(node);
    return;
  }
  if (name == "#invoke:goalscorers") {
    goalscorers(node);
    return;
  }
  if (name == "#invoke:transcludable section") {
    const Index shown = tree_.parameter(node, "text");
    if (shown != syntax::no_node) walk_children(shown);
    return;
  }
  if (holds_blocks_inside(node, found, 0)) {
    walk_inside(node, found);
    return;
  }
  const bool shown_before = writer_.has_text();
  writer_.write(node);
  if (!shown_before && !writer_.has_text()) mark_residue(node);
}

void PageBuilder::walk_tag(Index node) {
  const std::string name = tree_.tag_name(node);
  if (name == "table" && !syntax::expand(tree_, node).row_ends.empty()) {
    table(node);
    return;
  }
  const bool transparent = name == "onlyinclude" || name == "noinclude" || name == "div" ||
                           name == "center" || name == "small" || name == "section" ||
                           name == "span" || name == "table" || name == "tbody" || name == "tr" ||
                           name == "td" || name == "th" || name == "p" || name == "poem" ||
                           name == "blockquote" || name == "big" || name == "font";
  if (transparent) {
    const bool breaks = name != "small" && name != "span" && name != "font" && name != "big" &&
                        name != "onlyinclude" && name != "noinclude" && name != "section";
    if (breaks) end_line();
    if (tree_.children(node).empty()) mark_residue(node);
    walk_children(node);
    if (breaks) end_line();
    return;
  }
  if (name == "hr") end_line();
  if (name == "hr" || name == "includeonly" || name == "ref" || name == "references" ||
      name == "gallery" || name == "timeline" || name == "style" || name == "templatestyles" ||
      name == "imagemap") {
    mark_residue(node);
    return;
  }
  if (holds_blocks(node, 0)) {
    end_line();
    walk_children(node);
    end_line();
    return;
  }
  writer_.write(node);
}

void PageBuilder::walk_text(Index node) {
  const std::string_view text = tree_.text(node);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    writer_.append(text.substr(begin, end - begin),
                   tree_[node].begin + static_cast<std::uint32_t>(begin));
    if (end == text.size()) break;
    end_line();
    begin = end + 1;
  }
}

void PageBuilder::walk_children(Index node) {
  if (depth_ >= deepest_markup) {
    mark_residue(node);
    return;
  }
  ++depth_;
  Index read = 0;  // Up to there a table of calls goes.
  for (const Index child : tree_.children(node)) {
    if (child < read) continue;
    read = table_of_calls(child, tree_[node].next);
    if (read == child) walk(child);
  }
  --depth_;
}

void PageBuilder::walk(Index node) {
  switch (tree_[node].type) {
    case Type::text:
      walk_text(node);
      break;
    case Type::heading:
      heading(node);
      break;
    case Type::template_call:
      walk_template(node);
      break;
    case Type::tag:
      walk_tag(node);
      break;
    case Type::table:
      table(node);
      break;
    case Type::list_item:
      list_item(node);
      break;
    case Type::bold:
    case Type::italic:
      if (holds_blocks(node, 0)) {
        walk_children(node);
      } else {
        writer_.write(node);
      }
      break;
    case Type::file:
      writer_.report_hidden(node);
      mark_residue(node);
      break;
    case Type::comment:
    case Type::category:
    case Type::magic_word:
    case Type::redirect:
      mark_residue(node);
      break;
    default:
      writer_.write(node);
      break;
  }
}

Document PageBuilder::build(const std::string& title) {
  document_.form = Form::wikitext;
  writer_.speak(language_of_page(source_.text()));
  document_.lines.resize(source_.line_count(), LineClass::unread);
  bool any = false;
  const std::string_view whole = source_.text();
  for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
    std::size_t at = source_.line_start(line);
    while (at < whole.size() && text::is_blank(whole[at])) ++at;
    if (at == whole.size() || whole[at] == '\n') {
      document_.lines[line - 1] = LineClass::blank;
    } else {
      any = true;
    }
  }
  if (!any) diagnostics_.add(Code::empty_document, {1, 1}, "the article holds no text");
  covered_.resize(source_.line_count());
  document_.title.text = document_.arena->keep(std::string_view(title));
  document_.title.line = 1;
  walk_children(0);
  end_line();
  add_section(0, {});
  // What shows nothing and is in no block is markup alone.
  for (std::uint32_t line = 1; line <= source_.line_count(); ++line) {
    if (!covered_[line - 1]) mark(line, line, LineClass::residue);
  }
  return std::move(document_);
}

Document parse_wikitext(const text::Source& source, const syntax::Tree& tree,
                        const std::optional<std::string>& title,
                        finding::Diagnostics& diagnostics) {
  return PageBuilder(source, tree, diagnostics).build(title.value_or(title_of_file(source.name())));
}

}  // namespace acta::wiki
