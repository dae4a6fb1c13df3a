#include "format/syntax_json.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "format/rapidjson.hpp"

namespace acta::format {

namespace {

using wiki::syntax::Attribute;
using wiki::syntax::Index;
using wiki::syntax::Node;
using wiki::syntax::Tree;
using wiki::syntax::Type;

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// Writes nodes with a stack of what is to be written next, so that depth costs no stack.
class TreeWriter {
 public:
  explicit TreeWriter(const Tree& tree, Writer& writer) : TreeWriter(tree, writer, 0, 0) {}

  void run(Index from) {
    node(from);
    while (!steps_.empty()) {
      const Step step = steps_.back();
      if (step.kind == Step::Kind::end_object) {
        steps_.pop_back();
        writer_.EndObject();
      } else if (step.kind == Step::Kind::grid) {
        steps_.pop_back();
        grid(step.at);
      } else if (step.kind == Step::Kind::key) {
        steps_.pop_back();
        begin_list(step.list, step.at);
      } else {
        next(step);
      }
    }
  }

 private:
  /// Which children of a node a list holds.
  enum class List : std::uint8_t { children, name, parameters, more_captions, rows, cells, loose };

  struct Step {
    enum class Kind : std::uint8_t { key, list, grid, end_object };
    Kind kind;
    List list;
    Index at;   ///< The node, or in a list the next child.
    Index end;  ///< After the last child.
  };

  /// How deep what stands in attributes is looked into: there may be attributes in it again.
  static constexpr unsigned head_levels = 4;

  TreeWriter(const Tree& tree, Writer& writer, std::uint32_t offset, unsigned level)
      : tree_(tree), writer_(writer), offset_(offset), level_(level) {}

  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void string(std::string_view text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  void span(const Node& node) {
    key("span");
    writer_.StartArray();
    writer_.Uint(offset_ + node.begin);
    writer_.Uint(offset_ + node.end);
    writer_.EndArray();
  }

  static bool belongs(List list, Type type) {
    const bool part = type == Type::parameter || type == Type::name || type == Type::caption ||
                      type == Type::row || type == Type::cell;
    switch (list) {
      case List::parameters:
        return type == Type::parameter;
      case List::more_captions:
        return type == Type::caption;
      case List::rows:
        return type == Type::row;
      case List::cells:
        return type == Type::cell;
      case List::children:
      case List::name:
      case List::loose:
        break;
    }
    return !part;
  }

  static std::string_view list_name(List list) {
    switch (list) {
      case List::name:
        return "name_children";
      case List::parameters:
        return "parameters";
      case List::more_captions:
        return "more_captions";
      case List::rows:
        return "rows";
      case List::cells:
        return "cells";
      case List::children:
      case List::loose:
        break;
    }
    return "children";
  }

  /// The next child of `from` up to `end` that belongs to the list.
  Index find(List list, Index from, Index end) const {
    while (from < end && !belongs(list, tree_[from].type)) from = tree_[from].next;
    return from;
  }

  void begin_list(List list, Index parent) {
    const Index end = tree_[parent].next;
    Index first = find(list, parent + 1, end);
    // A table has one caption; a second one is written down too.
    if (list == List::more_captions && first != end) first = find(list, tree_[first].next, end);
    if (first == end && (list == List::loose || list == List::more_captions)) return;
    key(list_name(list));
    writer_.StartArray();
    steps_.push_back({Step::Kind::list, list, first, end});
  }

  void next(const Step& step) {
    if (step.at == step.end) {
      steps_.pop_back();
      writer_.EndArray();
      return;
    }
    steps_.back().at = find(step.list, tree_[step.at].next, step.end);
    node(step.at);
  }

  void later(List list, Index at) { steps_.push_back({Step::Kind::key, list, at, 0}); }

  /// Writes what is not nested in a node, and leaves the rest as steps, the last one first.
  void node(Index at) {
    const Node& node = tree_[at];
    writer_.StartObject();
    steps_.push_back({Step::Kind::end_object, List::children, at, 0});
    const bool part = node.type == Type::parameter || node.type == Type::row ||
                      node.type == Type::cell || node.type == Type::caption;
    if (!part) member("type", wiki::syntax::type_name(node.type));
    span(node);
    switch (node.type) {
      case Type::text:
      case Type::comment:
      case Type::entity:
      case Type::magic_word:
        member("text", tree_.text(at));
        return;
      case Type::heading:
        key("level");
        writer_.Uint(node.level);
        break;
      case Type::template_call:
      case Type::argument:
        member("name", tree_.name(at));
        name_children(at);
        later(List::parameters, at);
        return;
      case Type::parameter:
        member("name", tree_.name(at));
        name_children(at);
        break;
      case Type::file:
        member("target", tree_.name(at));
        name_children(at);
        later(List::parameters, at);
        return;
      case Type::wikilink:
        member("target", tree_.name(at));
        name_children(at);
        if (const std::string_view trail = tree_.trail(at); !trail.empty()) member("trail", trail);
        break;
      case Type::category:
        member("target", tree_.name(at));
        name_children(at);
        break;
      case Type::external_link:
        member("target", address(at));
        head_children("name_children", at);
        break;
      case Type::redirect:
        member("target", tree_.name(at));
        return;
      case Type::list_item:
        member("markers", tree_.head(at));
        break;
      case Type::table:
        attributes(at);
        steps_.push_back({Step::Kind::grid, List::children, at, 0});
        later(List::loose, at);
        later(List::rows, at);
        later(List::more_captions, at);
        caption(at);
        return;
      case Type::row:
        attributes(at);
        later(List::loose, at);
        later(List::cells, at);
        return;
      case Type::cell:
        key("header");
        writer_.Bool(node.has(Node::header));
        key("rowspan");
        writer_.Uint(wiki::syntax::rowspan(tree_, at));
        key("colspan");
        writer_.Uint(wiki::syntax::colspan(tree_, at));
        attributes(at);
        break;
      case Type::caption:
        attributes(at);
        break;
      case Type::tag:
        member("name", tree_.tag_name(at));
        attributes(at);
        key("self_closing");
        writer_.Bool(node.has(Node::self_closing));
        break;
      default:
        break;
    }
    later(List::children, at);
  }

  void caption(Index table) {
    key("caption");
    const Index end = tree_[table].next;
    const Index first = find(List::more_captions, table + 1, end);
    if (first == end) {
      writer_.Null();
    } else {
      node(first);
    }
  }

  /// Markup in a name: templates in the name of a template.
  void name_children(Index at) {
    if (at + 1 >= tree_[at].next || tree_[at + 1].type != Type::name) return;
    later(List::name, at + 1);
  }

  void attributes(Index at) {
    key("attributes");
    writer_.StartObject();
    std::string_view rest = tree_.head(at);
    attributes_.clear();
    places_.clear();
    Attribute attribute;
    while (wiki::syntax::next_attribute(rest, attribute)) {
      std::string name(attribute.name);
      for (char& byte : name) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
      }
      // The last one of a name counts.
      const auto [place, added] = places_.emplace(std::move(name), attributes_.size());
      if (added) {
        attributes_.emplace_back(place->first, attribute.value);
      } else {
        attributes_[place->second].second = attribute.value;
      }
    }
    for (const auto& [name, value] : attributes_) member(name, value);
    writer_.EndObject();
    head_children("attribute_children", at);
  }

  /// An address without the comments in it.
  std::string address(Index at) const {
    std::string_view rest = tree_.head(at);
    std::string made;
    for (;;) {
      const std::size_t begin = rest.find("<!--");
      made += rest.substr(0, begin);
      const std::size_t end = begin == std::string_view::npos ? begin : rest.find("-->", begin + 4);
      if (end == std::string_view::npos) return made;
      rest.remove_prefix(end + 3);
    }
  }

  /// Calls, comments and nowiki in what is plain text in the tree: attributes and addresses.
  void head_children(std::string_view name, Index at) {
    std::string_view head = tree_.head(at);
    if (tree_[at].type == Type::external_link) {
      // Behind the protocol, or the whole were an address again.
      head.remove_prefix(std::min(head.find(':') + 1, head.size()));
    }
    const bool any =
        head.find("{{") != std::string_view::npos || head.find('<') != std::string_view::npos;
    if (!any || level_ == head_levels) return;
    const Tree tree = wiki::syntax::parse(head);
    const auto begin = static_cast<std::uint32_t>(head.data() - tree_.text().data());
    bool found = false;
    for (Index i = 0; i < tree.nodes().size();) {
      if (!stands_in_head(tree, i)) {
        ++i;
        continue;
      }
      if (!found) {
        key(name);
        writer_.StartArray();
        found = true;
      }
      TreeWriter(tree, writer_, offset_ + begin, level_ + 1).run(i);
      i = tree[i].next;
    }
    if (found) writer_.EndArray();
  }

  static bool stands_in_head(const Tree& tree, Index at) {
    const Type type = tree[at].type;
    return type == Type::template_call || type == Type::argument || type == Type::comment ||
           (type == Type::tag && tree.tag_name(at) == "nowiki");
  }

  void grid(Index table) {
    const wiki::syntax::Grid grid = wiki::syntax::expand(tree_, table);
    std::size_t budget = 512;  // Bytes that repeated texts may still take.
    std::unordered_map<Index, std::string> texts;
    key("grid");
    writer_.StartArray();
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
      writer_.StartArray();
      for (const wiki::syntax::GridCell& cell : grid.row(row)) {
        if (cell.cell == wiki::syntax::no_node) {
          string({});
          continue;
        }
        auto [place, added] = texts.try_emplace(cell.cell);
        if (added) {
          place->second = wiki::syntax::plain_text(tree_, cell.cell);
          budget += 4 * place->second.size();
        }
        const std::size_t size = place->second.size();
        const bool fits = !cell.repeated || size <= budget;
        if (cell.repeated && fits) budget -= size;
        string(fits ? std::string_view(place->second) : std::string_view());
      }
      writer_.EndArray();
    }
    writer_.EndArray();
  }

  const Tree& tree_;
  Writer& writer_;
  std::uint32_t offset_;  ///< Of the tree's text in the page.
  unsigned level_;        ///< In how many heads it stands.
  std::vector<Step> steps_;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

void write_json(const wiki::syntax::Tree& tree, std::string& out) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  TreeWriter(tree, writer).run(0);
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace acta::format
