#include "wiki/dump.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "wiki/entities.hpp"

namespace acta::wiki {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number value{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The five entities that XML itself has; anything else in a page is wikitext's own.
std::optional<Entity> xml_entity(std::string_view text) {
  struct Named {
    std::string_view written;
    char32_t character;
  };

  static constexpr Named named[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const Named& it : named) {
    if (text.starts_with(it.written)) return Entity{it.character, it.written.size()};
  }
  return text.starts_with("&#") ? decode_entity(text) : std::nullopt;
}

[[noreturn]] void throw_no_export() {
  throw DumpError("this is no MediaWiki export: it does not begin with <mediawiki>");
}

/// A tag that ends later is none of an export.
constexpr std::size_t longest_tag = std::size_t{64} * 1024;

/// The ">" that ends the tag at `at`: one within quotes does not.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  std::size_t close = bytes.find('>', at);
  for (;;) {
    if (close == std::string_view::npos) return close;
    const std::string_view tag = bytes.substr(at, close - at);
    if (tag.find('"') == std::string_view::npos || std::count(tag.begin(), tag.end(), '"') % 2 == 0)
      return close;
    if (close - at > longest_tag) return std::string_view::npos;
    close = bytes.find('>', close + 1);
  }
}

/// The name in a tag without "/" and prefix: "page" of `/mw:page`.
std::string_view name_of(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  return name.substr(name.find(':') + 1);
}

/// The value of an attribute, as it is written.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(opening);
  if (at == std::string_view::npos) return {};
  const std::string_view value = tag.substr(at + opening.size());
  return std::string(value.substr(0, value.find('"')));
}

/// Appends text that was not escaped as an export escapes it.
void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void DumpReader::read(std::string_view bytes) {
  buffer_.append(bytes);
  while (scanned_ < buffer_.size()) {
    const void* found = std::memchr(buffer_.data() + scanned_, '<', buffer_.size() - scanned_);
    if (!started_) expect_start(found == nullptr ? buffer_.size() : offset_of(found));
    scanned_ = found == nullptr ? buffer_.size() : offset_of(found);
    if (found == nullptr || !read_tag()) break;
  }
  const std::size_t done = in_page_ ? page_start_ : scanned_;
  buffer_.erase(0, done);
  scanned_ -= done;
  if (special_ > 0) special_ -= done;
  page_start_ = 0;
  if (buffer_.size() > page_limit) throw DumpError("a page larger than 1 GiB");
}

/// Before the first tag stands nothing but blanks and a byte-order mark.
void DumpReader::expect_start(std::size_t end) const {
  const std::string_view before = std::string_view(buffer_).substr(scanned_, end - scanned_);
  if (before.find_first_not_of(" \t\r\n\xEF\xBB\xBF") != std::string_view::npos) throw_no_export();
}

std::size_t DumpReader::offset_of(const void* place) const {
  return static_cast<std::size_t>(static_cast<const char*>(place) - buffer_.data());
}

void DumpReader::finish() const {
  if (!started_) throw_no_export();
  if (in_page_) throw DumpError("the export ends within a page");
  if (!ended_) throw DumpError("the export ends before </mediawiki>");
}

/// Reads the tag at `scanned_` and moves on; false when the piece cuts it.
bool DumpReader::read_tag() {
  const std::size_t at = scanned_;
  // What a comment or a CDATA section is shows in its first bytes.
  if (at + 1 >= buffer_.size()) return false;
  if (buffer_[at + 1] == '!' || buffer_[at + 1] == '?') return read_special(at);
  const std::size_t close = end_of_tag(buffer_, at);
  if (close == std::string::npos) {
    if (buffer_.size() - at > longest_tag) throw DumpError("a tag longer than 64 KiB");
    return false;
  }
  scanned_ = close + 1;
  const std::string_view tag = std::string_view(buffer_).substr(at + 1, close - at - 1);
  const std::string_view name = name_of(tag);
  const bool closes = tag.starts_with('/');
  if (open_ != nullptr) open_->end = at - page_start_;
  open_ = nullptr;
  if (!in_page_) {
    read_outer_tag(name, closes, at);
  } else if (closes && name == "page") {
    finish_page();
  } else if (name == "page" || name == "mediawiki") {
    throw DumpError("a page without </page>");
  } else if (!closes && name == "redirect") {
    page_.redirect = true;
    redirect_to_ = attribute(tag, "title");
  } else if (!closes && !tag.ends_with('/')) {
    read_page_tag(name);
  }
  return true;
}

/// Passes over a comment or an instruction, and takes what a CDATA section holds; false when the
/// piece cuts it.
bool DumpReader::read_special(std::size_t at) {
  constexpr std::string_view cdata = "<![CDATA[";
  const std::string_view rest = std::string_view(buffer_).substr(at);
  if (rest.size() < cdata.size() && !rest.starts_with("<?")) return false;
  std::string_view end;
  if (rest.starts_with("<!--")) {
    end = "-->";
  } else if (rest.starts_with(cdata)) {
    end = "]]>";
  } else if (rest.starts_with("<?")) {
    end = "?>";
  } else if (rest.starts_with("<!DOCTYPE") && !started_) {
    end = ">";
  } else {
    throw DumpError("a declaration, which MediaWiki does not write");
  }
  const std::size_t from = std::max(special_, at + (end == "-->" ? 4 : 2));
  const std::size_t close = buffer_.find(end, from);
  if (close == std::string::npos) {
    // The next piece may bring the rest of the end.
    special_ = std::max(from, buffer_.size() - std::min(buffer_.size(), end.size() - 1));
    return false;
  }
  special_ = 0;
  scanned_ = close + end.size();
  if (end == ">" && rest.substr(0, close - at).find('[') != std::string_view::npos)
    throw DumpError("a declaration, which MediaWiki does not write");
  if (open_ != nullptr) {
    open_->before += std::string_view(buffer_).substr(page_start_ + open_->start,
                                                      at - page_start_ - open_->start);
    if (end == "]]>") escape(rest.substr(cdata.size(), close - at - cdata.size()), open_->before);
    open_->is_cut = true;
    open_->start = open_->end = scanned_ - page_start_;
  }
  return true;
}

void DumpReader::read_outer_tag(std::string_view name, bool closes, std::size_t at) {
  if (!started_) {
    started_ = name == "mediawiki" && !closes;
    if (!started_) throw_no_export();
  } else if (name == "page" && !closes) {
    in_page_ = true;
    in_revision_ = false;
    page_start_ = at;
    const std::uint64_t number = page_.number;
    page_ = {};
    page_.number = number;
    redirect_to_.clear();
    title_ = ns_ = page_id_ = revision_id_ = timestamp_ = model_ = text_ = {};
  } else if (name == "mediawiki" && closes) {
    ended_ = true;
  }
}

void DumpReader::read_page_tag(std::string_view name) {
  if (name == "revision") {
    in_revision_ = true;
    // Of a page's history the last revision counts.
    revision_id_ = timestamp_ = model_ = text_ = {};
  } else if (name == "title") {
    note(title_);
  } else if (name == "ns") {
    note(ns_);
  } else if (name == "id") {
    // A contributor has an id too; it stands after the revision's.
    note(in_revision_ ? revision_id_ : page_id_);
  } else if (name == "timestamp" && in_revision_) {
    note(timestamp_);
  } else if (name == "model" && in_revision_) {
    note(model_);
  } else if (name == "text" && in_revision_) {
    note(text_);
  }
}

/// Says that `content` starts here and ends with the next tag, unless it was there before.
void DumpReader::note(Content& content) {
  if (content.start != 0) return;
  content.start = content.end = scanned_ - page_start_;
  open_ = &content;
}

void DumpReader::finish_page() {
  in_page_ = false;
  if (title_.start == 0) throw DumpError("a page without a title");
  page_.title = view(title_);
  if (ns_.start != 0) {
    const std::optional<int> ns = number_in<int>(view(ns_));
    if (!ns) throw DumpError("a page whose namespace is no number: " + std::string(page_.title));
    page_.ns = *ns;
  }
  page_.page_id = number_in<std::int64_t>(view(page_id_));
  page_.revision_id = number_in<std::int64_t>(view(revision_id_));
  page_.timestamp = view(timestamp_);
  page_.model = view(model_);
  page_.redirect_to = redirect_to_;
  page_.text = view(text_);
  visit_(page_);
  ++page_.number;
}

std::string_view DumpReader::view(Content& content) const {
  const std::string_view last =
      std::string_view(buffer_).substr(page_start_ + content.start, content.end - content.start);
  if (!content.is_cut) return last;
  content.before += last;
  content.is_cut = false;
  content.start = content.end;
  return content.before;
}

std::string unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = text.find('&');
    out.append(text.substr(0, plain));
    if (plain == std::string_view::npos) break;
    text.remove_prefix(plain);
    if (const std::optional<Entity> entity = xml_entity(text)) {
      append_utf8(entity->character, out);
      text.remove_prefix(entity->length);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace acta::wiki
