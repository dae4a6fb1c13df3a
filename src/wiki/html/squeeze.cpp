#include "wiki/html/squeeze.hpp"

#include <algorithm>
#include <array>

namespace acta::wiki::html {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Whether `text` begins with `word`, which is in lower case.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                  [](char a, char b) { return a == lower(b); });
}

bool is_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() && begins_with(text, word);
}

/// Elements of which nothing is read, up to their end tag.
constexpr std::array<std::string_view, 4> silent = {"script", "style", "svg", "noscript"};

/// Elements without an end tag of which nothing is read.
constexpr std::array<std::string_view, 4> void_silent = {"link", "meta", "base", "input"};

constexpr std::array<std::string_view, 11> wanted = {"class", "title",   "alt",     "href",
                                                     "id",    "rowspan", "colspan", "itemprop",
                                                     "role",  "start",   "value"};

/// A tag with more attributes than any page has loses the rest.
constexpr std::size_t most_attributes = 64;

bool is_wanted(std::string_view name, std::string_view value) {
  // Of all styles only what hides a text matters.
  if (is_word(name, "style"))
    return value.find("none") != std::string_view::npos ||
           value.find("hidden") != std::string_view::npos;
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](std::string_view word) { return is_word(name, word); });
}

}  // namespace

void Squeezed::keep(std::size_t begin, std::size_t end) {
  if (begin != kept_to_) {
    cuts_.push_back({static_cast<std::uint32_t>(text_.size()),
                     static_cast<std::uint32_t>(begin - text_.size())});
  }
  text_.append(page_.substr(begin, end - begin));
  kept_to_ = end;
}

/// Keeps what matters of the tag whose "<" stands at `begin`; returns where it ends.
std::size_t Squeezed::tag(std::size_t begin) {
  const std::size_t size = page_.size();
  std::size_t at = begin + 1;
  while (at < size && (is_letter(page_[at]) || (page_[at] >= '0' && page_[at] <= '9') ||
                       page_[at] == '-' || page_[at] == ':'))
    ++at;
  const std::string_view name = page_.substr(begin + 1, at - begin - 1);
  const auto is_name = [&](std::string_view word) { return is_word(name, word); };
  const bool is_void_silent = std::any_of(void_silent.begin(), void_silent.end(), is_name);
  const auto found = std::find_if(silent.begin(), silent.end(), is_name);
  const bool is_silent = is_void_silent || found != silent.end();
  const auto keep_here = [&](std::size_t from, std::size_t to) {
    if (!is_silent) keep(from, to);
  };
  keep_here(begin, at);
  std::size_t attributes = 0;
  bool closed = false;
  while (at < size) {
    const std::size_t blank = at;
    while (at < size && (is_space(page_[at]) || page_[at] == '/')) ++at;
    if (at == size) break;
    if (page_[at] == '>') {
      closed = page_[at - 1] == '/';
      keep_here(closed ? at - 1 : at, at + 1);
      ++at;
      break;
    }
    if (page_[at] == '<' && at > blank) {
      // A tag that nobody closed: the next one ends it.
      keep_here(blank, at);
      break;
    }
    const std::size_t word = at;
    ++at;
    while (at < size && !is_space(page_[at]) && page_[at] != '=' && page_[at] != '>' &&
           page_[at] != '/')
      ++at;
    const std::string_view attribute = page_.substr(word, at - word);
    std::size_t value = at;
    std::size_t next = at;
    while (next < size && is_space(page_[next])) ++next;
    if (next < size && page_[next] == '=') {
      at = next + 1;
      while (at < size && is_space(page_[at])) ++at;
      value = at;
      if (at < size && (page_[at] == '"' || page_[at] == '\'')) {
        const std::size_t quote = page_.find(page_[at], at + 1);
        if (quote == std::string_view::npos) unclosed_ = begin;
        at = quote == std::string_view::npos ? size : quote + 1;
      } else {
        while (at < size && !is_space(page_[at]) && page_[at] != '>') ++at;
      }
    }
    if (!is_silent && attributes < most_attributes &&
        is_wanted(attribute, page_.substr(value, at - value))) {
      ++attributes;
      // One blank parts it from what stands before.
      keep(word > blank ? word - 1 : word, at);
    }
  }
  if (found == silent.end() || closed) return at;
  // What stands inside is no markup; without an end tag it goes on to the end of the page.
  for (std::size_t end = page_.find("</", at); end != std::string_view::npos;
       end = page_.find("</", end + 2)) {
    if (!begins_with(page_.substr(end + 2), *found)) continue;
    const std::size_t close = page_.find('>', end);
    return close == std::string_view::npos ? size : close + 1;
  }
  unclosed_ = begin;
  return size;
}

Squeezed::Squeezed(std::string_view page) : page_(page) {
  text_.reserve(page.size() / 2 + page.size() / 4);
  std::size_t begin = 0;
  while (begin < page.size()) {
    const std::size_t open = std::min(page.find('<', begin), page.size());
    if (open > begin) keep(begin, open);
    begin = open;
    if (open == page.size()) break;
    const std::string_view rest = page.substr(open);
    if (rest.starts_with("<!--")) {
      const std::size_t end = page.find("-->", open + 4);
      if (end == std::string_view::npos) unclosed_ = open;
      begin = end == std::string_view::npos ? page.size() : end + 3;
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
      const std::size_t end = page.find('>', open);
      begin = end == std::string_view::npos ? page.size() : end + 1;
    } else if (rest.size() > 1 && is_letter(rest[1])) {
      begin = tag(open);
    } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
      const std::size_t end = page.find_first_of("<>", open + 2);
      begin = end == std::string_view::npos ? page.size() : end + (page[end] == '>' ? 1 : 0);
      keep(open, begin);
    } else {
      keep(open, open + 1);
      begin = open + 1;
    }
  }
}

std::uint32_t Squeezed::origin(std::uint32_t offset) {
  if (cuts_.empty()) return offset;
  if (offset < cuts_[at_].offset) {
    const auto above = std::upper_bound(
        cuts_.begin(), cuts_.end(), offset,
        [](std::uint32_t wanted_offset, const Cut& cut) { return wanted_offset < cut.offset; });
    if (above == cuts_.begin()) return offset;
    at_ = static_cast<std::size_t>(above - cuts_.begin()) - 1;
  }
  while (at_ + 1 < cuts_.size() && cuts_[at_ + 1].offset <= offset) ++at_;
  return offset + cuts_[at_].skipped;
}

}  // namespace acta::wiki::html
