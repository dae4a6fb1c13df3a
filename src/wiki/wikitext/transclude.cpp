#include "wiki/wikitext/transclude.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "text/unicode.hpp"
#include "wiki/syntax/tree.hpp"
#include "wiki/title.hpp"
#include "words/templates.hpp"

namespace acta::wiki {

using syntax::Index;
using syntax::no_node;
using syntax::Node;
using syntax::Tree;
using syntax::Type;
using Kind = TransclusionCall::Kind;

namespace {

/// Pages inside pages, as MediaWiki bounds them roughly too.
constexpr int deepest_page = 20;
/// What transclusion may add; MediaWiki's own limit is 2 MiB.
constexpr std::size_t most_bytes = std::size_t{4} << 20;
/// Calls and arguments that are replaced in one page; the largest articles have some hundred.
constexpr std::size_t most_calls = 10'000;

/// A piece of a page's text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Parts of a page by name.
using Parts = std::unordered_map<std::string, std::vector<Range>>;

/// A given page, parsed once.  What is wrong inside it is a finding of that page's own conversion.
struct Page {
  Page(const std::string& name, std::string bytes)
      : title(name),
        source(text::Source::from_bytes(name, std::move(bytes), ignored)),
        tree(syntax::parse(source, syntax::References::opaque, ignored)) {}

  std::string title;
  finding::Diagnostics ignored;
  text::Source source;
  Tree tree;
  std::uint32_t number = 0;       ///< As in Origin; 0 until something of it is shown.
  std::vector<Range> shown;       ///< What a page that transcludes it sees of it.
  std::optional<Parts> sections;  ///< When asked for.
  std::optional<Parts> headings;
};

/// How a page is shown at one place: who called it with which parameters.
struct Frame {
  const Tree* tree = nullptr;
  const text::Source* source = nullptr;
  std::uint32_t number = 0;       ///< Of the page, as in text::Parts.
  Index call = no_node;           ///< In the caller's tree.
  const Frame* caller = nullptr;  ///< None for the page itself.
  std::string section;            ///< The value of `transcludesection`.
  int depth = 0;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// The attribute `name` of a tag.
std::string_view attribute(const Tree& tree, Index tag, std::string_view name) {
  std::string_view rest = tree.head(tag);
  syntax::Attribute found;
  while (syntax::next_attribute(rest, found)) {
    if (found.name == name) return text::trim(found.value);
  }
  return {};
}

/// The bytes between the tags of an element.
Range inside(const Tree& tree, Index tag) {
  Range range{tree[tag].end, tree[tag].begin};
  for (const Index child : tree.children(tag)) {
    range.begin = std::min(range.begin, tree[child].begin);
    range.end = std::max(range.end, tree[child].end);
  }
  return range;
}

/// What is shown to other pages: the parts for inclusion only where there are any, else all but the
/// parts not for inclusion.
std::vector<Range> included_ranges(const Tree& tree) {
  std::vector<Range> only;
  std::vector<Range> rest;
  std::uint32_t from = 0;
  const std::span<const Node> nodes = tree.nodes();
  for (Index at = 1; at < nodes.size();) {
    if (nodes[at].type != Type::tag) {
      ++at;
      continue;
    }
    const std::string name = tree.tag_name(at);
    if (name == "onlyinclude") {
      const Range range = inside(tree, at);
      if (range.begin < range.end) only.push_back(range);
      at = nodes[at].next;
    } else if (name == "noinclude") {
      rest.push_back({from, nodes[at].begin});
      from = nodes[at].end;
      at = nodes[at].next;
    } else {
      ++at;
    }
  }
  if (!only.empty()) return only;
  rest.push_back({from, static_cast<std::uint32_t>(tree.text().size())});
  return rest;
}

/// The parts of `ranges` that lie in `part`.
void intersect(const std::vector<Range>& ranges, Range part, std::vector<Range>& out) {
  for (const Range& range : ranges) {
    const Range both{std::max(range.begin, part.begin), std::min(range.end, part.end)};
    if (both.begin < both.end) out.push_back(both);
  }
}

/// What lies in none of `ranges`.
std::vector<Range> complement(const std::vector<Range>& ranges, std::size_t size) {
  std::vector<Range> rest;
  std::uint32_t from = 0;
  for (const Range& range : ranges) {
    rest.push_back({from, range.begin});
    from = range.end;
  }
  rest.push_back({from, static_cast<std::uint32_t>(size)});
  return rest;
}

/// The marked sections by name; two of one name are shown one after the other.
Parts marked_sections(const Tree& tree) {
  Parts parts;
  std::unordered_map<std::string, std::uint32_t> open;
  for (Index at = 1; at < tree.nodes().size(); ++at) {
    if (tree[at].type != Type::tag || tree.tag_name(at) != "section") continue;
    if (const std::string_view begin = attribute(tree, at, "begin"); !begin.empty()) {
      open.try_emplace(std::string(begin), tree[at].end);
    } else if (const auto start = open.find(std::string(attribute(tree, at, "end")));
               start != open.end()) {
      parts[start->first].push_back({start->second, tree[at].begin});
      open.erase(start);
    }
  }
  // One that is not closed goes to the end.
  for (const auto& [name, begin] : open)
    parts[name].push_back({begin, static_cast<std::uint32_t>(tree.text().size())});
  return parts;
}

/// What stands below each heading, up to the next of its level or above.  The lead has no name.
Parts headed_sections(const Tree& tree) {
  struct Open {
    std::string name;
    std::uint16_t level;
    std::uint32_t begin;
  };

  Parts parts;
  std::vector<Open> open = {{"", 0, 0}};
  const auto close = [&](std::uint16_t level, std::uint32_t end) {
    while (!open.empty() && (open.back().level >= level || open.back().level == 0)) {
      std::vector<Range>& place = parts[open.back().name];
      if (place.empty()) place.push_back({open.back().begin, end});
      open.pop_back();
    }
  };
  for (Index at = 1; at < tree.nodes().size(); ++at) {
    if (tree[at].type != Type::heading) continue;
    close(tree[at].level, tree[at].begin);
    open.push_back({collapsed(syntax::plain_text(tree, at)), tree[at].level, tree[at].end});
  }
  close(0, static_cast<std::uint32_t>(tree.text().size()));
  return parts;
}

/// The value of a parameter as written, if the call has it.
std::optional<Range> parameter_range(const Tree& tree, Index call, std::string_view name) {
  const Index parameter = tree.parameter(call, name);
  if (parameter == no_node) return std::nullopt;
  const Node& node = tree[parameter];
  const std::string_view text = tree.text(parameter);
  if (node.has(Node::positional)) {
    const auto bar = static_cast<std::uint32_t>(!text.empty() && text.front() == '|' ? 1 : 0);
    return Range{node.begin + bar, node.end};
  }
  const std::size_t equals = text.find('=', node.head_end - node.begin);
  if (equals == std::string_view::npos) return std::nullopt;
  return Range{node.begin + static_cast<std::uint32_t>(equals) + 1, node.end};
}

std::string parameter_text(const Tree& tree, Index call, std::string_view name) {
  const std::optional<Range> range = parameter_range(tree, call, name);
  if (!range) return {};
  return collapsed(tree.text().substr(range->begin, range->end - range->begin));
}

/// Builds the text of a page with its transclusions.
class Expander {
 public:
  Expander(const FindPage& find, std::string_view title, std::vector<std::string>& asked,
           finding::Diagnostics& diagnostics)
      : find_(find), own_title_(normalize_title(title)), asked_(asked), diagnostics_(diagnostics) {}

  /// False when no call was resolved.
  bool run(const text::Source& source, const Tree& tree) {
    // Most pages transclude nothing that is given: of them no text is made.
    if (!may_resolve(tree)) return false;
    Frame frame;
    frame.tree = &tree;
    frame.source = &source;
    emit(frame, {0, static_cast<std::uint32_t>(tree.text().size())});
    end_line();
    return resolved_;
  }

  std::string text;
  text::Parts parts;

 private:
  bool may_resolve(const Tree& tree);
  void emit(const Frame& frame, Range range);
  bool emit_call(const Frame& frame, Index call);
  bool emit_argument(const Frame& frame, Index argument);
  bool show(const Frame& frame, Index call, const std::string& title, Kind kind);
  void raw(const Frame& frame, Range range);
  void end_line();
  const std::vector<Range>& parts_of(Page& page, Kind kind, const std::string& name);
  Page* page(const std::string& name);

  const FindPage& find_;
  std::string own_title_;
  std::vector<std::string>& asked_;
  finding::Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::unique_ptr<Page>> given_;

  /// Whether as much was put in as is bearable; counts one more thing put in.
  bool is_full() { return added_ >= most_bytes || ++put_in_ > most_calls; }

  bool resolved_ = false;
  std::size_t added_ = 0;
  std::size_t put_in_ = 0;
  bool in_argument_ = false;  // What is written is a parameter's value, perhaps once more.
  text::Parts::Line origin_;  // Of the line that is being written.
  bool has_origin_ = false;
  bool has_text_ = false;  // Its origin shows something.
};

void Expander::end_line() {
  if (has_origin_) parts.lines.push_back(origin_);
  has_origin_ = has_text_ = false;
}

void Expander::raw(const Frame& frame, Range range) {
  const std::string_view all = frame.tree->text();
  std::uint32_t at = range.begin;
  while (at < range.end) {
    const std::size_t newline = all.substr(0, range.end).find('\n', at);
    const bool ends = newline != std::string_view::npos;
    const std::uint32_t end = ends ? static_cast<std::uint32_t>(newline) + 1 : range.end;
    const std::string_view piece = all.substr(at, end - at);
    const text::Parts::Line origin{frame.number, frame.source->line_of(at)};
    // A line that shows something of another page is that page's.
    const bool shows = !is_blank(piece);
    if (!has_origin_ || (shows && (!has_text_ || (origin_.page == 0 && origin.page != 0))))
      origin_ = origin;
    has_origin_ = true;
    has_text_ |= shows;
    text += piece;
    if (frame.number != 0 || in_argument_) added_ += piece.size();
    if (ends) end_line();
    at = end;
  }
}

Page* Expander::page(const std::string& name) {
  if (name.empty() || name == own_title_) return nullptr;
  const auto known = given_.find(name);
  if (known != given_.end()) return known->second.get();
  asked_.push_back(name);
  std::optional<std::string> bytes = find_(name);
  std::unique_ptr<Page>& place = given_[name];
  if (!bytes) return nullptr;
  auto fresh = std::make_unique<Page>(name, std::move(*bytes));
  if (fresh->tree.nodes().size() > 1 && fresh->tree[1].type == Type::redirect) {
    const std::string target = normalize_title(fresh->tree.head(1));
    if (target == name || target == own_title_) return nullptr;
    asked_.push_back(target);
    bytes = find_(target);
    if (!bytes) return nullptr;
    fresh = std::make_unique<Page>(target, std::move(*bytes));
  }
  fresh->shown = included_ranges(fresh->tree);
  parts.pages.push_back(fresh->title);
  fresh->number = static_cast<std::uint32_t>(parts.pages.size());
  place = std::move(fresh);
  return place.get();
}

/// The parts of a page by that name, found once a page.
const std::vector<Range>& Expander::parts_of(Page& page, Kind kind, const std::string& name) {
  static const std::vector<Range> nothing;
  const bool headed = kind == Kind::heading;
  auto& known = headed ? page.headings : page.sections;
  if (!known) known = headed ? headed_sections(page.tree) : marked_sections(page.tree);
  const auto found = known->find(name);
  return found == known->end() ? nothing : found->second;
}

/// Puts in its place what a call shows; false when it stays as it is.
bool Expander::show(const Frame& frame, Index call, const std::string& title, Kind kind) {
  if (frame.depth >= deepest_page || is_full()) return false;
  Page* page = this->page(title);
  if (page == nullptr) return false;
  for (const Frame* up = &frame; up != nullptr; up = up->caller) {
    if (up->number == page->number && kind == Kind::page) return false;  // A page inside itself.
  }
  const Tree& from = *frame.tree;
  std::vector<Range> ranges = page->shown;
  std::string part;
  if (kind != Kind::page) {
    part = parameter_text(from, call, "1");
    std::vector<Range> marked = parts_of(*page, kind, part);
    if (marked.empty() && kind != Kind::all_but_section) {
      const std::string_view here =
          frame.number == 0 ? std::string_view() : std::string_view(parts.pages[frame.number - 1]);
      diagnostics_.add(finding::Code::transclusion_unresolved,
                       {frame.source->line_of(from[call].begin), 1, here},
                       "page \"" + title + "\" has no section \"" + part + "\" to transclude",
                       {{"found", title + "|" + part}});
    }
    if (kind == Kind::all_but_section) marked = complement(marked, page->tree.text().size());
    std::vector<Range> both;
    for (const Range& range : marked) intersect(page->shown, range, both);
    ranges = std::move(both);
  }
  resolved_ = true;
  if (frame.number == 0) {
    const std::uint32_t first = frame.source->line_of(from[call].begin);
    const std::uint32_t last = frame.source->line_of(from[call].end - 1);
    for (std::uint32_t line = first; line <= last; ++line) parts.replaced.push_back(line);
  }
  Frame inner;
  inner.tree = &page->tree;
  inner.source = &page->source;
  inner.number = page->number;
  inner.call = call;
  inner.caller = &frame;
  inner.section = parameter_text(from, call, "transcludesection");
  inner.depth = frame.depth + 1;
  for (const Range& range : ranges) emit(inner, range);
  return true;
}

/// Whether a page is given that some call of a tree asks for.
bool Expander::may_resolve(const Tree& tree) {
  std::string made;
  for (Index at = 1; at < tree.nodes().size(); ++at) {
    if (tree[at].type != Type::template_call) continue;
    const std::string_view name = tree.name(at, made);
    if (const auto what = transclusion_call(name)) {
      std::string title = normalize_title(what->page);
      if (!title.empty() && title.front() == '/') title = own_title_ + title;
      if (page(title) != nullptr) return true;
    } else if (names_season(name)) {
      std::string known;
      if (words::find_template(name, known).shows != words::Shows::unknown) continue;
      const std::string title = normalize_title(name);
      if (page("Template:" + title) != nullptr || page("Plantilla:" + title) != nullptr)
        return true;
    }
  }
  return false;
}

/// False when the call is a template that stays.
bool Expander::emit_call(const Frame& frame, Index call) {
  const Tree& tree = *frame.tree;
  const std::string name = tree.name(call);
  if (const auto what = transclusion_call(name)) {
    std::string title = normalize_title(what->page);
    if (!title.empty() && title.front() == '/') title = own_title_ + title;
    return show(frame, call, title, what->kind);
  }
  if (!frame.section.empty()) {
    const std::string section = parameter_text(tree, call, "section");
    if (!section.empty() && section != frame.section) return true;  // Not the part asked for.
  }
  if (!names_season(name)) return false;
  std::string known;
  if (words::find_template(name, known).shows != words::Shows::unknown) return false;
  const std::string title = normalize_title(name);
  return show(frame, call, "Template:" + title, Kind::page) ||
         show(frame, call, "Plantilla:" + title, Kind::page);
}

/// {{{name|default}}} in a page that is transcluded.
bool Expander::emit_argument(const Frame& frame, Index argument) {
  if (frame.caller == nullptr || is_full()) return false;
  const Tree& outer = *frame.caller->tree;
  const std::string name = collapsed(frame.tree->name(argument));
  if (const auto value = parameter_range(outer, frame.call, name)) {
    const bool before = std::exchange(in_argument_, true);
    emit(*frame.caller, *value);
    in_argument_ = before;
    return true;
  }
  for (const Index child : frame.tree->children(argument)) {
    if ((*frame.tree)[child].type != Type::parameter) continue;
    const Node& node = (*frame.tree)[child];
    emit(frame, {node.begin + 1, node.end});  // Without its bar.
    return true;
  }
  return false;
}

void Expander::emit(const Frame& frame, Range range) {
  const Tree& tree = *frame.tree;
  const std::span<const Node> nodes = tree.nodes();
  std::uint32_t from = range.begin;
  // Nodes stand in the order of their beginnings.
  const auto first = std::partition_point(
      nodes.begin() + 1, nodes.end(), [&](const Node& node) { return node.begin < range.begin; });
  for (auto at = static_cast<Index>(first - nodes.begin());
       at < nodes.size() && nodes[at].begin < range.end;) {
    const Node& node = nodes[at];
    bool replaced = false;
    if (node.begin >= from && node.end <= range.end &&
        (node.type == Type::template_call || node.type == Type::argument)) {
      // What stands before comes first, whether the node is replaced or stays.
      raw(frame, {from, node.begin});
      from = node.begin;
      replaced = node.type == Type::template_call ? emit_call(frame, at) : emit_argument(frame, at);
      if (replaced) from = node.end;
    }
    at = replaced ? node.next : at + 1;
  }
  raw(frame, {from, range.end});
}

}  // namespace

std::optional<text::Source> transclude(const text::Source& source, const Tree& tree,
                                       std::string_view title, const FindPage& find,
                                       std::vector<std::string>& asked,
                                       finding::Diagnostics& diagnostics) {
  Expander expander(find, title, asked, diagnostics);
  if (!expander.run(source, tree)) return std::nullopt;
  expander.parts.own_lines = source.line_count();
  return text::Source::from_parts(source.name(), std::move(expander.text),
                                  std::move(expander.parts));
}

}  // namespace acta::wiki
