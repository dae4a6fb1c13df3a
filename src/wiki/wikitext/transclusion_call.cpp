/// Which calls transclude, and how pages are called.

#include <algorithm>
#include <array>
#include <utility>

#include "wiki/wikitext/transclude.hpp"

namespace acta::wiki {

using Kind = TransclusionCall::Kind;

namespace {

/// `head` is in lower case.
bool starts_with_ignoring_case(std::string_view text, std::string_view head) {
  return text.size() >= head.size() &&
         std::equal(head.begin(), head.end(), text.begin(), [](char expected, char c) {
           return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

}  // namespace

bool names_season(std::string_view name) {
  std::size_t digits = 0;
  bool has_year = false;
  for (const char c : name) {
    if (c == '#' || c == ':' || c == '{') return false;
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    has_year = has_year || digits == 4;
  }
  return has_year;
}

std::optional<TransclusionCall> transclusion_call(std::string_view name) {
  if (!name.empty() && name.front() == ':')
    return TransclusionCall{Kind::page, std::string(name.substr(1))};
  if (name.empty() || name.front() != '#') return std::nullopt;
  constexpr auto functions = std::to_array<std::pair<std::string_view, Kind>>({
      {"#lst:", Kind::section},
      {"#section:", Kind::section},
      {"#sección:", Kind::section},
      {"#lstx:", Kind::all_but_section},
      {"#section-x:", Kind::all_but_section},
      {"#lsth:", Kind::heading},
      {"#section-h:", Kind::heading},
  });
  for (const auto& [function, kind] : functions) {
    if (starts_with_ignoring_case(name, function))
      return TransclusionCall{kind, std::string(name.substr(function.size()))};
  }
  return std::nullopt;
}

}  // namespace acta::wiki
