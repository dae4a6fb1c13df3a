#include "wiki/html/page_facts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "text/blanks.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"
#include "wiki/entities.hpp"
#include "wiki/parse.hpp"
#include "wiki/title.hpp"

namespace acta::wiki::html {
namespace {

/// The facts stand in the head, which is no longer.
constexpr std::size_t head_size = std::size_t{256} * 1024;

/// What stands between `before` and the next `end`; empty when there is none.
std::string_view between(std::string_view text, std::string_view before, char end) {
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return {};
  text = text.substr(at + before.size());
  const std::size_t size = text.find(end);
  return size == std::string_view::npos ? std::string_view{} : text.substr(0, size);
}

/// The value of a variable of the page's script: `"wgArticleId":984595`.
std::string_view variable(std::string_view head, std::string_view name) {
  const std::string key = '"' + std::string(name) + '"';
  const std::size_t at = head.find(key);
  if (at == std::string_view::npos) return {};
  head = head.substr(at + key.size());
  std::size_t begin = 0;
  while (begin < head.size() && (head[begin] == ':' || text::is_blank(head[begin]))) ++begin;
  head = head.substr(begin);
  if (head.empty()) return {};
  if (head.front() == '"') return head.substr(1, std::min(head.find('"', 1), head.size()) - 1);
  return head.substr(0, head.find_first_of(",}"));
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || value <= 0) return std::nullopt;
  return value;
}

/// A title as people write it, out of a script, an address or an element.
std::string title_from(std::string_view written) {
  std::string title;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    const auto hex = [](std::string_view digits) {
      unsigned value = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
      return read.ptr == digits.data() + digits.size() && !digits.empty() ? std::optional(value)
                                                                          : std::nullopt;
    };
    if (c == '_') {
      title += ' ';
    } else if (c == '&') {
      if (const auto entity = decode_entity(written.substr(i))) {
        append_utf8(entity->character, title);
        i += entity->length - 1;
      } else {
        title += c;
      }
    } else if (const auto code = c == '%' && i + 2 < written.size() ? hex(written.substr(i + 1, 2))
                                                                    : std::nullopt) {
      title += static_cast<char>(*code);
      i += 2;
    } else if (c == '\\' && i + 5 < written.size() && written[i + 1] == 'u') {
      if (const auto unit = hex(written.substr(i + 2, 4)))
        append_utf8(static_cast<char32_t>(*unit), title);
      i += 5;
    } else if (c == '\\' && i + 1 < written.size()) {
      title += written[++i];
    } else {
      title += c;
    }
  }
  // An address may hold any bytes.
  finding::Diagnostics ignored;
  return std::string(text::trim(text::Source::from_bytes("", std::move(title), ignored).text()));
}

/// The page that an address of a wiki leads to.
std::string_view page_of(std::string_view address) {
  constexpr std::string_view folder = "/wiki/";
  const std::size_t at = address.find(folder);
  if (at == std::string_view::npos) return {};
  address = address.substr(at + folder.size());
  return address.substr(0, address.find_first_of("#?"));
}

/// The address of the <link> whose relation is `relation`.
std::string_view linked(std::string_view head, std::string_view relation) {
  const std::size_t at = head.find(relation);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = head.rfind('<', at);
  if (begin == std::string_view::npos) return {};
  return between(head.substr(begin, head.find('>', at) - begin), "href=\"", '"');
}

/// "2018–19 Premier League - Wikipedia": what stands before the last dash with a name of the site.
std::string_view without_site(std::string_view title) {
  constexpr std::array<std::string_view, 2> sites = {"Wikipedia",
                                                     "Wikip\xC3\xA9"
                                                     "dia"};
  for (std::size_t at = title.rfind(' '); at != 0 && at != std::string_view::npos;
       at = title.rfind(' ', at - 1)) {
    const std::size_t dash = text::dash_bytes(title.substr(at + 1));
    if (dash == 0) continue;
    const std::string_view site = text::trim(title.substr(at + 1 + dash));
    const bool is_site = std::any_of(sites.begin(), sites.end(),
                                     [&](std::string_view name) { return site.starts_with(name); });
    if (is_site) return title.substr(0, at);
  }
  return title;
}

std::string language_of(std::string_view head) {
  std::string_view language = variable(head, "wgPageContentLanguage");
  if (language.empty()) {
    const std::size_t root = head.find("<html");
    if (root != std::string_view::npos)
      language = between(head.substr(root, head.find('>', root) - root), " lang=\"", '"');
  }
  if (language.empty()) {
    const std::size_t content = head.find("mw-parser-output");
    const std::size_t tag = content == std::string_view::npos ? content : head.rfind('<', content);
    if (tag != std::string_view::npos)
      language = between(head.substr(tag, head.find('>', tag) - tag), " lang=\"", '"');
  }
  return std::string(language.substr(0, language.find('-')));
}

}  // namespace

void state_facts(const text::Source& source, const Tree& tree,
                 const std::optional<std::string>& title, Document& document) {
  const std::string_view head = source.text().substr(0, head_size);
  Arena& arena = *document.arena;
  document.language = arena.keep(std::string_view(language_of(head)));
  document.page_id = number(variable(head, "wgArticleId"));
  if (!document.page_id) document.page_id = number(between(head, "\"mw:pageId\" content=\"", '"'));
  document.revision_id = number(variable(head, "wgRevisionId"));
  if (!document.revision_id)
    document.revision_id = number(between(head, "Special:Redirect/revision/", '"'));

  // The heading above the article, outside of it.
  std::string shown;
  Index first_heading = no_node;
  for (Index node = 0; node < tree.size() && first_heading == no_node; ++node) {
    if (tree[node].tag == Tag::heading1 && tree.attribute(node, Attribute::id) == "firstHeading")
      first_heading = node;
  }
  if (first_heading != no_node) {
    for (Index i = first_heading; i < tree[first_heading].next; ++i) {
      if (tree[i].tag == Tag::text) shown += tree.text(i);
    }
  }
  std::string found;
  std::size_t at = 0;
  const auto take = [&](std::string_view written) {
    if (!found.empty() || written.empty()) return;
    found = title_from(written);
    if (written.data() >= head.data() && written.data() < head.data() + head.size())
      at = static_cast<std::size_t>(written.data() - head.data());
  };
  take(variable(head, "wgPageName"));
  take(page_of(linked(head, "dc:isVersionOf")));
  take(page_of(linked(head, "rel=\"canonical\"")));
  take(shown);
  take(without_site(between(head, "<title>", '<')));
  if (first_heading != no_node) at = tree[first_heading].begin;
  if (title) found = *title;
  if (found.empty()) found = title_of_file(source.name());
  document.title.text = arena.keep(std::string_view(found));
  document.title.offset = static_cast<std::uint32_t>(at);
  document.title.line = source.line_count() == 0 ? 1 : source.line_of(at);
  if (at > 0 && document.title.line <= document.lines.size())
    document.lines[document.title.line - 1] = LineClass::record;
}

}  // namespace acta::wiki::html
