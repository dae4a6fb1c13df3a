#include "football/extract.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "football/box/match.hpp"
#include "football/draft/draft.hpp"
#include "football/infobox/infobox.hpp"
#include "football/phrase/title.hpp"
#include "football/section/section.hpp"
#include "football/settle/settle.hpp"
#include "text/unicode.hpp"
#include "words/words.hpp"

namespace acta::football {

namespace {

using finding::Code;
using wiki::LineClass;

struct Open {
  std::uint16_t level = 0;
  Heading heading;
  std::string text;
  std::uint32_t line = 0;
  bool container = false;  ///< A round or group heading that holds others.
};

// Whether sections below `at` are rounds or groups of their own.  Legs right below make it a round
// itself; "Semi-final 1" below "Semi-finals" is a part of it.
bool holds_rounds(const std::vector<wiki::Section>& sections, const std::vector<Heading>& headings,
                  std::size_t at, bool groups_too) {
  for (std::size_t i = at + 1; i < sections.size() && sections[i].level > sections[at].level; ++i) {
    if (i == at + 1 && headings[i].leg && !headings[i].round) return false;
    const bool part = headings[i].kind == headings[at].kind &&
                      headings[i].ordinal == headings[at].ordinal && headings[at].round;
    if ((headings[i].round && !part) || (groups_too && headings[i].group)) return true;
  }
  return false;
}

Place place_of(const Draft& draft, const std::vector<Open>& path) {
  Place place;
  if (!draft.subpage.stage.empty()) place.stage.enter(draft.subpage.stage);
  if (!draft.subpage.group.empty()) place.group = draft.subpage.group;
  Stage before;  // Without the last container.
  for (const Open& open : path) {
    const Heading& heading = open.heading;
    before = place.stage;
    if (const auto years = parse_season_label(open.text); years && years->first == years->last)
      place.year = years->first;
    if (heading.date) place.date = heading.date;
    if (heading.leg) place.leg = heading.leg;
    if (heading.replay) place.replay = true;
    if (heading.group) place.group = heading.group;
    if (heading.stage) place.stage.enter(*heading.stage);
    const bool part_of_round = place.round && place.has_kind && heading.kind == place.kind &&
                               heading.ordinal == place.ordinal;
    if (heading.round && !open.container && part_of_round) {
      // "Semi-final 1" below "Semi-finals".
    } else if (heading.round && !open.container) {
      place.round = heading.round;
      place.kind = heading.kind.value_or(RoundKind::other);
      place.has_kind = true;
      place.ordinal = heading.ordinal;
      place.line = open.line;
    } else if (heading.round) {
      place.stage.enter(open.text);
    } else if (!heading.neutral && !heading.group && !heading.leg && !heading.stage &&
               !place.round) {
      place.stage.enter(open.text);
    }
  }
  // Of a page about one round the sections of other matches have names of their own.
  const bool is_of_page =
      std::all_of(path.begin(), path.end(), [](const Open& open) { return open.heading.neutral; });
  if (!draft.subpage.round.empty() && !place.round && is_of_page) {
    const Heading heading = classify_heading(draft.subpage.round);
    place.round = heading.round;
    place.kind = heading.kind.value_or(RoundKind::other);
    place.has_kind = true;
    place.line = std::max(draft.document.title.line, 1U);
  }
  if (path.empty()) return place;
  const Open& own = path.back();
  place.heading = own.text;
  place.heading_line = own.line;
  // A heading of no known kind is a round where matches stand right under it, unless it is a
  // stage by its words.
  const Heading& heading = own.heading;
  const bool may_hold_matches =
      !heading.neutral || heading.replay || heading.topic == Topic::tie_breakers;
  if (!place.round && may_hold_matches && !heading.group && !heading.leg && !heading.stage &&
      !names_stage(own.text)) {
    place.fallback_round = own.text;
    place.fallback_stage = before;
  }
  return place;
}

// What the page says itself counts.
bool read_stated_language(Draft& draft) {
  const std::string_view stated = draft.document.language;
  const bool is_code =
      (stated.size() == 2 || stated.size() == 3) &&
      std::all_of(stated.begin(), stated.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_code) return false;
  draft.season.article.language = std::string(stated);
  for (std::size_t i = 1; i < words::languages; ++i) {
    const auto language = static_cast<words::Language>(i);
    if (words::code(language) == stated) draft.language = language;
  }
  return true;
}

// The language of headings, keys and columns: that of most of them.
void read_language(Draft& draft) {
  if (read_stated_language(draft)) return;
  constexpr int sure = 30;  // Nobody mixes that much.
  std::array<int, words::languages> counts{};
  const auto count = [&](std::string_view text) {
    const words::Language language = words::language_of(text);
    if (language != words::Language::none) ++counts[static_cast<std::size_t>(language)];
  };
  // By how much one language leads.
  const auto lead = [&] {
    auto ranked = counts;
    std::partial_sort(ranked.begin(), ranked.begin() + 2, ranked.end(), std::greater<>());
    return ranked[0] - ranked[1];
  };
  for (const wiki::Section& section : draft.document.sections) {
    if (lead() >= sure) break;
    if (section.level > 0) count(section.heading.text);
    for (const wiki::Block& block : section.blocks) {
      if (const auto* infobox = std::get_if<wiki::Infobox>(&block.content)) {
        for (const wiki::Field& field : infobox->fields) count(field.key);
      } else if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
        for (const wiki::Cell& cell : table->header.cells) count(cell.first().text);
      }
    }
  }
  if (lead() == 0) return;
  const auto* const most = std::max_element(counts.begin(), counts.end());
  draft.language = static_cast<words::Language>(most - counts.begin());
  draft.season.article.language = std::string(words::code(draft.language));
}

// Calls `each` with every infobox of the page.
template <typename Each>
void for_each_infobox(const wiki::Document& document, Each each) {
  for (const wiki::Section& section : document.sections) {
    for (const wiki::Block& block : section.blocks) {
      if (const auto* infobox = std::get_if<wiki::Infobox>(&block.content)) each(*infobox);
    }
  }
}

// The infobox and the title come first: the years of all dates follow from them.  The infoboxes
// that are given wait for the tables.
std::vector<InfoboxReader> read_heads(Draft& draft, bool has_text) {
  std::vector<InfoboxReader> infoboxes;
  for_each_infobox(draft.document, [&](const wiki::Infobox& infobox) {
    infoboxes.emplace_back(draft, infobox).read();
  });
  read_title(draft);
  draft.readings.claim(draft.document.title, LineClass::record, "title");
  if (infoboxes.empty() && has_text)
    draft.diagnostics.add(
        Code::infobox_missing, {1, 1},
        "no infobox: competition and season are known from the title alone, if at all");
  return infoboxes;
}

// The sections, each in its place below the headings above it.
void read_sections(Draft& draft) {
  const std::vector<wiki::Section>& sections = draft.document.sections;
  std::vector<Heading> headings;
  headings.reserve(sections.size());
  for (const wiki::Section& section : sections) {
    headings.push_back(section.level > 0 ? classify_heading(section.heading.text) : Heading{});
  }
  std::vector<Open> path;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const wiki::Section& section = sections[i];
    if (section.level > 0) {
      while (!path.empty() && path.back().level >= section.level) path.pop_back();
      // "Play-offs" above "Semi-finals" is their stage, "Round 1" above groups is not a round
      // itself.
      const bool container = headings[i].round && holds_rounds(sections, headings, i, false);
      path.push_back({section.level, headings[i], std::string(section.heading.text),
                      section.heading.line, container});
      draft.readings.claim(section.heading, LineClass::record, "heading");
    }
    const Place place = place_of(draft, path);
    draft.section_year = place.year;
    const bool own_round = section.level > 0 && headings[i].round && !path.back().container;
    if (own_round && (headings[i].group || !holds_rounds(sections, headings, i, true)))
      draft.round(place);
    const bool records = std::any_of(path.begin(), path.end(), [](const Open& open) {
      return open.heading.topic == Topic::records;
    });
    const Topic topic = section.level > 0 ? headings[i].topic : Topic::none;
    read_section(draft, section, place, records && topic == Topic::none ? Topic::records : topic);
  }
}

}  // namespace

Coverage coverage_of(const std::vector<Reading>& lines) {
  constexpr std::size_t classes = static_cast<std::size_t>(LineClass::residue) + 1;
  std::array<std::uint32_t, classes> counts{};
  for (const Reading& reading : lines) ++counts[static_cast<std::size_t>(reading.line_class)];
  const auto count = [&](LineClass of) { return counts[static_cast<std::size_t>(of)]; };
  Coverage coverage;
  coverage.lines = static_cast<std::uint32_t>(lines.size());
  coverage.blank = count(LineClass::blank);
  coverage.record = count(LineClass::record);
  coverage.prose = count(LineClass::prose);
  coverage.residue = count(LineClass::residue);
  coverage.unread = count(LineClass::unread);
  return coverage;
}

Extraction extract(const wiki::Document& document, const text::Source& source,
                   finding::Diagnostics& diagnostics) {
  Draft draft(document, source, diagnostics);
  const bool has_text = std::any_of(document.lines.begin(), document.lines.end(),
                                    [](LineClass line) { return line != LineClass::blank; });
  read_language(draft);
  std::vector<InfoboxReader> infoboxes = read_heads(draft, has_text);
  read_sections(draft);
  for (InfoboxReader& infobox : infoboxes) infobox.read_teams();
  if (draft.matches.empty() && draft.tie_rows.empty() && draft.bracket_ties.empty()) {
    for_each_infobox(document, [&](const wiki::Infobox& infobox) {
      if (text::fold(infobox.name) == "infobox football match") read_match_infobox(draft, infobox);
    });
  }
  settle_witnesses(draft);
  settle_rounds(draft);
  // A page of squads has none.
  if (draft.matches.empty() && draft.season.squads.empty() && has_text)
    diagnostics.add(Code::no_matches_found, {1, 1}, "no match was found in the article");
  return draft.finish();
}

}  // namespace acta::football
