#include "wiki/syntax/leaf.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "grammar/wikitext.hpp"
#include "wiki/entities.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki::syntax {

namespace {

namespace rules = grammar::wikitext;
namespace pegtl = tao::pegtl;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

/// Bytes that Rule takes at the start of `text`, 0 when it does not match.
template <typename Rule>
std::size_t matched(std::string_view text) {
  Input in(text.data(), text.data() + text.size(), "");
  return pegtl::parse<Rule>(in) ? text.size() - in.size() : 0;
}

constexpr std::array<ExtensionTag, 29> extensions = {{
    {"ref", false, false},
    {"nowiki", true, false},
    {"section", false, false},
    {"references", false, false},
    {"includeonly", false, true},
    {"poem", false, false},
    {"math", true, false},
    {"gallery", true, false},
    {"pre", true, false},
    {"syntaxhighlight", true, false},
    {"source", true, false},
    {"score", true, false},
    {"timeline", true, false},
    {"imagemap", true, false},
    {"graph", true, false},
    {"chem", true, false},
    {"ce", true, false},
    {"hiero", true, false},
    {"mapframe", true, false},
    {"maplink", true, false},
    {"templatedata", true, false},
    {"templatestyles", true, false},
    {"inputbox", true, false},
    {"categorytree", true, false},
    {"charinsert", true, false},
    {"indicator", false, false},
    {"phonos", false, false},
    {"langconvert", false, false},
    {"dynamicpagelist", true, false},
}};

constexpr std::array<HtmlTag, 63> htmls = {{
    {"br", true},
    {"hr", true},
    {"wbr", true},
    {"meta", true},
    {"link", true},
    {"b", false, true},
    {"i", false, true},
    {"u", false, true},
    {"s", false, true},
    {"small", false, true},
    {"big", false, true},
    {"span", false, true},
    {"sup", false, true},
    {"sub", false, true},
    {"abbr", false, true},
    {"font", false, true},
    {"em", false, true},
    {"strong", false, true},
    {"strike", false, true},
    {"del", false, true},
    {"ins", false, true},
    {"tt", false, true},
    {"code", false, true},
    {"cite", false, true},
    {"var", false, true},
    {"dfn", false, true},
    {"kbd", false, true},
    {"samp", false, true},
    {"q", false, true},
    {"data", false, true},
    {"time", false, true},
    {"mark", false, true},
    {"bdi", false, true},
    {"bdo", false, true},
    {"ruby", false, true},
    {"rb", false, true},
    {"rp", false, true},
    {"rt", false, true},
    {"rtc", false, true},
    {"div"},
    {"center"},
    {"blockquote"},
    {"table"},
    {"caption"},
    {"ul"},
    {"ol"},
    {"dl"},
    {"h1"},
    {"h2"},
    {"h3"},
    {"h4"},
    {"h5"},
    {"h6"},
    {"onlyinclude", false, false, false, true},
    {"noinclude", false, false, false, true},
    {"p", false, false, true},
    {"li", false, false, true},
    {"dd", false, false, true},
    {"dt", false, false, true},
    {"tr", false, false, true},
    {"td", false, false, true},
    {"th", false, false, true},
    {"nobr", false, true},
}};

/// Longest name in either table.
constexpr std::size_t longest_name = 15;

template <typename Table>
std::size_t find_name(const Table& table, std::string_view name) {
  if (name.size() > longest_name) return table.size();
  std::size_t i = 0;
  while (i < table.size() && !equal_letters(name, table[i].name)) ++i;
  return i;
}

template <typename Rule>
struct attribute_action : pegtl::nothing<Rule> {};

template <>
struct attribute_action<rules::attribute_name> {
  static void apply(const auto& in, Attribute& attribute) {
    attribute = {{in.begin(), in.size()}, {}};
  }
};

struct keep_value {
  static void apply(const auto& in, Attribute& attribute) {
    attribute.value = {in.begin(), in.size()};
  }
};

template <>
struct attribute_action<rules::double_quoted> : keep_value {};

template <>
struct attribute_action<rules::single_quoted> : keep_value {};

template <>
struct attribute_action<rules::bare> : keep_value {};

/// Whether a browser is told of an attribute of this name.
bool is_attribute_name(std::string_view name) {
  const auto known = [](char byte) {
    return is_letter(byte) || is_digit(byte) || byte == '_' || byte == ':' ||
           static_cast<unsigned char>(byte) >= 0x80;
  };
  return !name.empty() && known(name.front()) &&
         std::all_of(name.begin() + 1, name.end(),
                     [&](char byte) { return known(byte) || byte == '-' || byte == '.'; });
}

/// The value of the last attribute called `name`.
std::string_view attribute_value(std::string_view attributes, std::string_view name) {
  std::string_view value;
  Attribute attribute;
  while (next_attribute(attributes, attribute)) {
    if (equal_letters(attribute.name, name)) value = attribute.value;
  }
  return value;
}

std::uint32_t span_number(const Tree& tree, Index cell, std::string_view name, std::uint32_t least,
                          std::uint32_t most) {
  // Most cells have no span.
  const Node& node = tree[cell];
  if (node.head_end - node.head_begin <= name.size()) return 1;
  const std::string_view head = tree.head(cell);
  bool may_span = false;
  for (std::size_t i = 2; i < head.size(); ++i) {
    may_span = may_span || ((head[i] | 0x20) == 'p' && (head[i - 1] | 0x20) == 's' &&
                            (head[i - 2] | 0x20) == name[2]);
  }
  if (!may_span) return 1;
  const std::string_view value = attribute_value(head, name);
  const std::size_t length = matched<rules::number>(value);
  if (length == 0) return 1;
  std::uint32_t number = 0;
  for (const char byte : value.substr(0, length)) {
    if (is_digit(byte)) {
      number = std::min(number * 10 + static_cast<std::uint32_t>(byte - '0'), 1'000'000U);
    }
  }
  return number < least ? 1 : std::min(number, most);
}

}  // namespace

std::span<const ExtensionTag> extension_tags() { return extensions; }

std::size_t extension_tag(std::string_view name) { return find_name(extensions, name); }

std::span<const HtmlTag> html_tags() { return htmls; }

std::size_t html_tag(std::string_view name) { return find_name(htmls, name); }

bool equal_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char left, char right) {
           return left == right || (is_letter(left) && (left | 0x20) == right);
         });
}

std::size_t entity_length(std::string_view text) {
  const std::optional<Entity> entity = decode_entity(text.substr(0, 40));
  if (!entity) return 0;
  // The number of no character is text; only U+FFFD itself means U+FFFD.
  constexpr char32_t replacement = 0xFFFD;
  const bool means_it = equal_letters(text.substr(0, entity->length), "&#xfffd;") ||
                        text.substr(0, entity->length) == "&#65533;";
  return entity->character == replacement && !means_it ? 0 : entity->length;
}

std::string entity_text(std::string_view entity) {
  std::string out;
  const std::optional<Entity> decoded = entity.empty() ? std::nullopt : decode_entity(entity);
  if (decoded && decoded->length == entity.size()) append_utf8(decoded->character, out);
  return out;
}

std::size_t protocol_length(std::string_view text) { return matched<rules::protocol>(text); }

std::size_t bracket_protocol_length(std::string_view text) {
  return matched<rules::bracket_protocol>(text);
}

std::size_t magic_word_length(std::string_view text) {
  // A longer word may begin with a shorter one, so the end is looked for first.
  const std::string_view word = text.substr(0, 32);
  const std::size_t end = word.find("__", 2);
  if (end == std::string_view::npos || word.substr(0, 2) != "__") return 0;
  return matched<pegtl::seq<rules::magic_name, pegtl::eof>>(word.substr(2, end - 2)) != 0 ? end + 2
                                                                                          : 0;
}

std::size_t file_prefix_length(std::string_view text) { return matched<rules::file_prefix>(text); }

std::size_t category_prefix_length(std::string_view text) {
  return matched<rules::category_prefix>(text);
}

Redirect redirect_at(std::string_view text) {
  const std::size_t length = matched<rules::redirect>(text);
  return {length, length == 0 ? 0 : matched<rules::redirect_head>(text)};
}

bool next_attribute(std::string_view& attributes, Attribute& attribute) {
  for (;;) {
    Input in(attributes.data(), attributes.data() + attributes.size(), "");
    const bool found = pegtl::parse<rules::next_attribute, attribute_action>(in, attribute);
    attributes.remove_prefix(found ? attributes.size() - in.size() : attributes.size());
    if (!found || is_attribute_name(attribute.name)) return found;
  }
}

std::uint32_t rowspan(const Tree& tree, Index cell) {
  return span_number(tree, cell, "rowspan", 0, 65534);
}

std::uint32_t colspan(const Tree& tree, Index cell) {
  return span_number(tree, cell, "colspan", 1, 1000);
}

}  // namespace acta::wiki::syntax
