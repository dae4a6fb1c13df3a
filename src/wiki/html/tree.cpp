/// HTML by libxml2's SAX interface.
///
/// Of the two parsers of HTML that Debian keeps well, measured on 24 saved pages of 5.9 MB, one
/// thread: libxml2 2.9.14 by SAX 72 MB/s, libgumbo 0.10.1 21 MB/s, which makes a tree of every
/// attribute.  Both tell where an element stands.  libgumbo repairs bad nesting as a browser does;
/// the pages of a wiki nest well, since MediaWiki cleans them.

#include "wiki/html/tree.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <limits>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "wiki/html/squeeze.hpp"

namespace acta::wiki::html {
namespace {

/// Elements nested deeper than that end the reading: libxml2 looks through all open elements for
/// each end tag that closes none.
constexpr int deepest = 256;

using TagName = std::pair<std::string_view, Tag>;

// Sorted by name; what is not here stands in a line.
constexpr auto tags = std::to_array<TagName>({
    {"a", Tag::link},           {"article", Tag::block},    {"aside", Tag::block},
    {"blockquote", Tag::block}, {"body", Tag::block},       {"br", Tag::line_break},
    {"caption", Tag::caption},  {"center", Tag::block},     {"dd", Tag::definition},
    {"details", Tag::block},    {"div", Tag::block},        {"dl", Tag::definitions},
    {"dt", Tag::term},          {"h1", Tag::heading1},      {"h2", Tag::heading2},
    {"h3", Tag::heading3},      {"h4", Tag::heading4},      {"h5", Tag::heading5},
    {"h6", Tag::heading6},      {"header", Tag::block},     {"hr", Tag::rule},
    {"html", Tag::block},       {"img", Tag::image},        {"li", Tag::item},
    {"main", Tag::block},       {"ol", Tag::numbered_list}, {"p", Tag::paragraph},
    {"pre", Tag::block},        {"section", Tag::block},    {"small", Tag::small},
    {"summary", Tag::block},    {"sup", Tag::raised},       {"table", Tag::table},
    {"tbody", Tag::table_part}, {"td", Tag::cell},          {"tfoot", Tag::table_part},
    {"th", Tag::header_cell},   {"thead", Tag::table_part}, {"tr", Tag::row},
    {"ul", Tag::list},
});

// Elements of which a reader of the article sees nothing.  Sorted.
constexpr auto silent_tags = std::to_array<std::string_view>(
    {"audio", "button", "figure", "footer", "form", "head", "iframe", "label", "map", "nav",
     "object", "select", "template", "textarea", "title", "video"});

// Classes of what is no part of the article: the skin's, notes', boxes of links.  Sorted.
constexpr auto silent_classes = std::to_array<std::string_view>({
    "ambox",
    "authority-control",
    "catlinks",
    "collapseButton",
    "error",
    "gallery",
    "hatnote",
    "infobox-navbar",
    "locmap",
    "magnify",
    "metadata",
    "mw-cite-backlink",
    "mw-collapsible-toggle",
    "mw-editsection",
    "mw-empty-elt",
    "mw-indicators",
    "mw-jump-link",
    "mw-reference-text",
    "mw-references-wrap",
    "navbar",
    "navbox",
    "navbox-styles",
    "noviewer",
    "portalbox",
    "printfooter",
    "quotebox",
    "reference",
    "references",
    "reflist",
    "rellink",
    "shortdescription",
    "side-box",
    "sidebar",
    "sistersitebox",
    "sortkey",
    "thumb",
    "toc",
    "vector-toc",
    "vertical-navbox",
});

using ClassBit = std::pair<std::string_view, Class>;

constexpr auto class_bits = std::to_array<ClassBit>({
    {"attendee", Class::attendee},
    {"col-begin", Class::columns},
    {"fb-goal", Class::goal},
    {"fevent", Class::football_box},
    {"flagicon", Class::flag},
    {"footballbox", Class::football_box},
    {"infobox", Class::infobox},
    {"infobox_v2", Class::infobox},
    {"multicol", Class::columns},
    {"mw-parser-output", Class::content},
    {"vevent", Class::event},
    {"wikitable", Class::wikitable},
});

using AttributeName = std::pair<std::string_view, Attribute>;

constexpr auto attributes = std::to_array<AttributeName>({
    {"alt", Attribute::alt},
    {"class", Attribute::css_class},
    {"colspan", Attribute::colspan},
    {"href", Attribute::href},
    {"id", Attribute::id},
    {"itemprop", Attribute::itemprop},
    {"role", Attribute::role},
    {"rowspan", Attribute::rowspan},
    {"start", Attribute::start},
    {"title", Attribute::title},
    {"value", Attribute::value},
});

template <typename Rows>
const typename Rows::value_type* find_in(const Rows& rows, std::string_view name) {
  const auto found =
      std::lower_bound(rows.begin(), rows.end(), name,
                       [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  return found != rows.end() && found->first == name ? &*found : nullptr;
}

bool is_in(const auto& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Calls `each` with each word of a class attribute until it says true.
bool any_class(std::string_view classes, auto each) {
  std::size_t begin = 0;
  while (begin < classes.size()) {
    const std::size_t end = std::min(classes.find_first_of(" \n\t", begin), classes.size());
    if (end > begin && each(classes.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

/// Whether a style hides the element from every reader.
bool hides(std::string_view style) {
  for (const std::string_view property : {"display", "visibility"}) {
    const std::size_t at = style.find(property);
    if (at == std::string_view::npos) continue;
    std::size_t value = at + property.size();
    while (value < style.size() && (style[value] == ' ' || style[value] == ':')) ++value;
    if (style.substr(value).starts_with("none") || style.substr(value).starts_with("hidden"))
      return true;
  }
  return false;
}

constexpr bool is_table_tag(Tag tag) {
  return tag == Tag::table || tag == Tag::table_part || tag == Tag::row || tag == Tag::cell ||
         tag == Tag::header_cell;
}

}  // namespace

/// Takes the parser's events and makes the nodes.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view page) : squeezed_(page) {}

  Tree build();

  bool is_too_deep() const { return too_deep_; }

  bool is_unclosed() const { return squeezed_.unclosed() != std::string_view::npos; }

 private:
  static void on_start(void* self, const xmlChar* name, const xmlChar** attributes) noexcept;
  static void on_end(void* self, const xmlChar* name) noexcept;
  static void on_text(void* self, const xmlChar* text, int size) noexcept;

  void start(std::string_view name, const xmlChar** values);
  void end();
  void text(std::string_view characters);
  bool is_silent(std::string_view name, Tag tag, const xmlChar** values) const;
  void take_attributes(Node& node, const xmlChar** values);

  /// Byte of the squeezed text that the parser has come to.
  std::uint32_t here() const {
    const xmlParserInput& input = *context_->input;
    return static_cast<std::uint32_t>(input.consumed) +
           static_cast<std::uint32_t>(input.cur - input.base);
  }

  template <typename Work>
  void guarded(Work work) noexcept {
    try {
      if (!failure_) work();
    } catch (...) {
      // An exception cannot cross the C code of the parser.
      failure_ = std::current_exception();
      xmlStopParser(context_);
    }
  }

  Squeezed squeezed_;
  Tree tree_;
  htmlParserCtxtPtr context_ = nullptr;
  std::vector<Index> open_;
  std::uint32_t last_ = 0;    // Behind the last event, in the squeezed text.
  std::uint32_t silent_ = 0;  // How many open elements say nothing.
  bool behind_text_ = false;  // The last event was a text.
  bool too_deep_ = false;
  std::exception_ptr failure_;
};

bool TreeBuilder::is_silent(std::string_view name, Tag tag, const xmlChar** values) const {
  if (tag == Tag::inline_element && is_in(silent_tags, name)) return true;
  if (values == nullptr) return false;
  bool silent = false;
  bool hidden = false;
  bool folded = false;
  for (std::size_t i = 0; values[i] != nullptr; i += 2) {
    if (values[i + 1] == nullptr) continue;
    const std::string_view attribute = view(values[i]);
    const std::string_view value = view(values[i + 1]);
    if (attribute == "class") {
      silent |= any_class(value, [&](std::string_view word) {
        folded |= word == "mw-collapsible-content" || word == "mw-collapsed";
        // Below an infobox, where nothing is printed, stand the seasons before and after.
        return is_in(silent_classes, word) || (word == "noprint" && !is_table_tag(tag));
      });
    } else if (attribute == "style") {
      hidden |= hides(value);
    } else if (attribute == "id") {
      silent |= value == "toc" || value == "siteSub" || value == "catlinks";
    }
  }
  // A browser that saves a page writes what is folded up as hidden, rows above all.
  return silent || (hidden && !folded && !is_table_tag(tag));
}

void TreeBuilder::take_attributes(Node& node, const xmlChar** values) {
  node.first = static_cast<std::uint32_t>(tree_.values_.size());
  if (values == nullptr) return;
  for (std::size_t i = 0; values[i] != nullptr; i += 2) {
    const AttributeName* known = find_in(attributes, view(values[i]));
    if (known == nullptr) continue;
    const std::string_view value = values[i + 1] == nullptr ? "" : view(values[i + 1]);
    const auto begin = static_cast<std::uint32_t>(tree_.pool_.size());
    tree_.pool_ += value;
    tree_.values_.push_back({known->second, begin, static_cast<std::uint32_t>(value.size())});
    ++node.attributes;
    if (known->second != Attribute::css_class) continue;
    any_class(value, [&](std::string_view word) {
      if (const ClassBit* bit = find_in(class_bits, word))
        node.classes =
            static_cast<std::uint16_t>(node.classes | static_cast<std::uint16_t>(bit->second));
      return false;
    });
  }
}

void TreeBuilder::start(std::string_view name, const xmlChar** values) {
  behind_text_ = false;
  const TagName* known = find_in(tags, name);
  const Tag tag = known == nullptr ? Tag::inline_element : known->second;
  const std::uint32_t at = here();
  if (context_->nameNr > deepest) {
    too_deep_ = true;
    tree_.read_to_ = squeezed_.origin(last_);
    xmlStopParser(context_);
    return;
  }
  if (silent_ > 0 || is_silent(name, tag, values)) {
    ++silent_;
    last_ = at;
    return;
  }
  Node node;
  node.tag = tag;
  // The "<" of the tag is the last one before: in an attribute it is written as an entity.
  const std::string_view whole = squeezed_.text();
  const std::size_t angle = at == 0 ? 0 : whole.rfind('<', at - 1);
  const std::uint32_t begin =
      angle == std::string_view::npos ? last_ : std::max(last_, static_cast<std::uint32_t>(angle));
  node.begin = squeezed_.origin(std::min(begin, at));
  take_attributes(node, values);
  const auto set = [&](Class one) {
    node.classes = static_cast<std::uint16_t>(node.classes | static_cast<std::uint16_t>(one));
  };
  if (name == "b" || name == "strong") set(Class::bold);
  if (name == "s" || name == "del" || name == "strike") set(Class::struck);
  const bool is_block = tag == Tag::table || tag >= Tag::heading1 || node.has(Class::football_box);
  const auto index = static_cast<Index>(tree_.nodes_.size());
  if (is_block) {
    for (auto above = open_.rbegin(); above != open_.rend(); ++above) {
      if (tree_.nodes_[*above].holds_blocks) break;
      tree_.nodes_[*above].holds_blocks = true;
    }
  }
  tree_.nodes_.push_back(node);
  open_.push_back(index);
  last_ = at;
}

void TreeBuilder::end() {
  behind_text_ = false;
  const std::uint32_t at = here();
  if (silent_ > 0) {
    --silent_;
    last_ = at;
    return;
  }
  if (open_.size() < 2) return;
  // An element that the start of another one ends has no end tag of its own.
  const std::string_view whole = squeezed_.text();
  const bool has_tag = at > 0 && at <= whole.size() && whole[at - 1] == '>';
  if (has_tag) last_ = at;
  Node& node = tree_.nodes_[open_.back()];
  node.next = static_cast<Index>(tree_.nodes_.size());
  node.end = squeezed_.origin(last_);
  open_.pop_back();
}

void TreeBuilder::text(std::string_view characters) {
  if (characters.empty()) return;
  const std::uint32_t at = here();
  const auto size = static_cast<std::uint32_t>(characters.size());
  const std::string_view whole = squeezed_.text();
  // What is not found as it is was an entity.
  const bool is_plain = at >= size && whole.substr(at - size, size) == characters;
  const std::uint32_t begin = is_plain ? at - size : std::min(last_, at);
  const bool goes_on = is_plain && begin == last_ && behind_text_;
  last_ = at;
  behind_text_ = is_plain;
  if (silent_ > 0) return;
  // The parser hands a long text over in pieces; where a comment was is a gap.
  if (goes_on && squeezed_.origin(begin) == tree_.nodes_.back().end) {
    Node& before = tree_.nodes_.back();
    tree_.pool_ += characters;
    before.size += size;
    before.end = squeezed_.origin(at);
    return;
  }
  Node node;
  node.tag = Tag::text;
  node.first = static_cast<std::uint32_t>(tree_.pool_.size());
  node.size = size;
  node.begin = squeezed_.origin(begin);
  node.end = squeezed_.origin(at);
  tree_.pool_ += characters;
  node.next = static_cast<Index>(tree_.nodes_.size()) + 1;
  tree_.nodes_.push_back(node);
}

void TreeBuilder::on_start(void* self, const xmlChar* name, const xmlChar** values) noexcept {
  auto& builder = *static_cast<TreeBuilder*>(self);
  builder.guarded([&] { builder.start(view(name), values); });
}

void TreeBuilder::on_end(void* self, const xmlChar* /*name*/) noexcept {
  auto& builder = *static_cast<TreeBuilder*>(self);
  builder.guarded([&] { builder.end(); });
}

void TreeBuilder::on_text(void* self, const xmlChar* text, int size) noexcept {
  auto& builder = *static_cast<TreeBuilder*>(self);
  builder.guarded([&] {
    builder.text(
        std::string_view(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)));
  });
}

Tree TreeBuilder::build() {
  static std::once_flag initialized;
  std::call_once(initialized, [] { xmlInitParser(); });
  const std::string& text = squeezed_.text();
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<int>::max());
  const std::size_t size = std::min(text.size(), most);
  tree_.read_to_ = squeezed_.origin(static_cast<std::uint32_t>(size));
  tree_.nodes_.reserve(size / 24);
  tree_.pool_.reserve(size / 2);
  tree_.nodes_.emplace_back();
  open_.push_back(0);
  if (size > 0) {
    context_ = htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(size));
    if (context_ == nullptr) throw std::bad_alloc();
    htmlCtxtUseOptions(context_, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    *context_->sax = handler;
    context_->userData = this;
    // The Source has made it UTF-8, whatever the page says of itself.
    context_->charset = XML_CHAR_ENCODING_UTF8;
    htmlParseDocument(context_);
    htmlFreeParserCtxt(context_);
    context_ = nullptr;
    if (failure_) std::rethrow_exception(failure_);
  }
  // What a quote or comment without an end swallowed was not read either.
  if (is_unclosed())
    tree_.read_to_ = std::min(tree_.read_to_, static_cast<std::uint32_t>(squeezed_.unclosed()));
  while (!open_.empty()) {
    Node& node = tree_.nodes_[open_.back()];
    node.next = tree_.size();
    node.end = tree_.read_to_;
    open_.pop_back();
  }
  return std::move(tree_);
}

std::string_view Tree::attribute(Index node, Attribute name) const {
  const Node& at = nodes_[node];
  if (at.tag == Tag::text) return {};
  for (std::uint32_t i = at.first; i < at.first + at.attributes; ++i) {
    if (values_[i].name == name)
      return std::string_view(pool_).substr(values_[i].begin, values_[i].size);
  }
  return {};
}

bool Tree::has_class(Index node, std::string_view name) const {
  return any_class(attribute(node, Attribute::css_class),
                   [&](std::string_view word) { return word == name; });
}

Index Tree::find_class(Index node, std::string_view name) const {
  for (Index i = node + 1; i < nodes_[node].next; ++i) {
    if (nodes_[i].tag != Tag::text && nodes_[i].attributes > 0 && has_class(i, name)) return i;
  }
  return no_node;
}

Tree parse(const text::Source& source, finding::Diagnostics& diagnostics) {
  TreeBuilder builder(source.text());
  Tree tree = builder.build();
  if (builder.is_too_deep()) {
    diagnostics.add(finding::Code::markup_unbalanced, source.position(tree.read_to()),
                    "elements are nested deeper than " + std::to_string(deepest) +
                        ", what follows is not read");
  } else if (builder.is_unclosed()) {
    diagnostics.add(finding::Code::markup_unbalanced, source.position(tree.read_to()),
                    "the comment, script or attribute that begins here is never closed, what "
                    "follows is not read");
  }
  return tree;
}

}  // namespace acta::wiki::html
