#include "input/select.hpp"

#include <algorithm>
#include <cstring>

#include "input/failure.hpp"
#include "words/words.hpp"

namespace acta::input {

using words::Kind;

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Calls `visit` with what follows each "{{", blanks apart, until it says true.
template <class Visit>
bool any_template(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const void* const found = std::memchr(text.data(), '{', text.size());
    if (found == nullptr) return false;
    text.remove_prefix(static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1);
    if (!text.starts_with('{')) continue;
    text.remove_prefix(1);
    std::string_view name = text;
    while (!name.empty() && (name.front() == ' ' || name.front() == '\n')) name.remove_prefix(1);
    if (!name.empty() && visit(name)) return true;
  }
  return false;
}

bool contains(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

bool speaks_of_football(std::string_view text) {
  return bool(words::contains(Kind::football_topic, text));
}

/// Calls `visit` with the name in each "[[Category:...]]" until it says true.
template <class Visit>
bool any_category(std::string_view text, Visit visit) {
  for (std::size_t at = 0; (at = text.find("[[", at)) != std::string_view::npos;) {
    at += 2;
    std::string_view rest = text.substr(at);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const words::Found space = words::longest(Kind::namespace_category, rest);
    if (!space || !rest.substr(space.bytes).starts_with(':')) continue;
    rest.remove_prefix(space.bytes + 1);
    rest = rest.substr(0, rest.find_first_of("]|\n"));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    if (visit(rest)) return true;
  }
  return false;
}

}  // namespace

bool is_season(std::string_view wikitext) {
  bool sport = false;
  const bool season = any_template(wikitext, [&](std::string_view name) {
    if (words::longest(Kind::season_template, name)) return true;
    sport = sport || words::longest(Kind::sport_template, name);
    return false;
  });
  return season || (sport && speaks_of_football(wikitext));
}

bool is_football(std::string_view wikitext) {
  if (is_season(wikitext)) return true;
  if (any_template(wikitext, [](std::string_view name) {
        return bool(words::longest(Kind::football_template, name));
      }))
    return true;
  return any_category(wikitext, [](std::string_view name) { return speaks_of_football(name); });
}

bool has_category(std::string_view wikitext, std::string_view name) {
  if (name.empty()) return false;
  return any_category(wikitext, [&](std::string_view found) {
    if (found.size() != name.size() || lower(found.front()) != lower(name.front())) return false;
    return std::equal(found.begin() + 1, found.end(), name.begin() + 1,
                      [](char a, char b) { return (a == '_' ? ' ' : a) == (b == '_' ? ' ' : b); });
  });
}

bool marks_transclusion(std::string_view wikitext) {
  for (const std::string_view it : {"section begin", "onlyinclude", "noinclude", "includeonly"}) {
    if (contains(wikitext, it)) return true;
  }
  return false;
}

bool may_hold_table(std::string_view wikitext) {
  return contains(wikitext, "{|") || contains(wikitext, "#invoke:");
}

bool has_year(std::string_view name) {
  std::size_t digits = 0;
  for (const char c : name) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

bool asks_for_pages(std::string_view wikitext) {
  return any_template(wikitext, [](std::string_view name) {
    // {{2018–19 Serie A table}}
    return name.front() == ':' || has_year(name.substr(0, name.find_first_of("|}#:{\n"))) ||
           words::exact(Kind::transclude_section, Kind::transclude_heading,
                        name.substr(0, name.find_first_of(":|}\n")));
  });
}

Selector::Selector(const Selection& selection) : selection_(selection) {
  if (selection.title.empty()) return;
  try {
    title_.emplace(selection.title, std::regex::ECMAScript | std::regex::optimize);
  } catch (const std::regex_error& error) {
    throw Failure("\"" + selection.title + "\" is no regular expression: " + error.what());
  }
}

bool Selector::wants(std::string_view title, std::string_view wikitext, bool season) const {
  if (selection_.pages == Pages::season && !season) return false;
  if (title_ && !std::regex_search(title.begin(), title.end(), *title_)) return false;
  if (!selection_.category.empty() && !has_category(wikitext, selection_.category)) return false;
  switch (selection_.pages) {
    case Pages::season:
      return season;
    case Pages::football:
      return season || is_football(wikitext);
    case Pages::all:
      break;
  }
  return true;
}

}  // namespace acta::input
