#include "football/extract.hpp"

#include <algorithm>
#include <array>

#include "football/context.hpp"
#include "football/value.hpp"
#include "text/unicode.hpp"

namespace acta::football {

namespace {

using text::Code;
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

void add_stage(MaybeText& stage, const std::string& text) {
  if (stage) {
    *stage += " / " + text;
  } else {
    stage = text;
  }
}

Place place_of(const std::vector<Open>& path) {
  Place place;
  MaybeText before;  // The stage without the last container.
  for (const Open& open : path) {
    const Heading& heading = open.heading;
    before = place.stage;
    if (const auto years = parse_season_label(open.text); years && years->first == years->last)
      place.year = years->first;
    if (heading.date) place.date = heading.date;
    if (heading.leg) place.leg = heading.leg;
    if (heading.replay) place.replay = true;
    if (heading.group) place.group = heading.group;
    if (heading.stage) add_stage(place.stage, *heading.stage);
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
      add_stage(place.stage, open.text);
    } else if (!heading.neutral && !heading.group && !heading.leg && !heading.stage &&
               !place.round) {
      add_stage(place.stage, open.text);
    }
  }
  if (path.empty()) return place;
  const Open& own = path.back();
  place.heading = own.text;
  place.heading_line = own.line;
  // A heading of no known kind is a round where matches stand right under it, unless it is a
  // stage by its words.
  const Heading& heading = own.heading;
  if (!place.round && (!heading.neutral || heading.replay) && !heading.group && !heading.leg &&
      !heading.stage && !names_stage(own.text)) {
    place.fallback_round = own.text;
    place.fallback_stage = before;
  }
  return place;
}

// Both enumerations name the same forms in the same order.
static_assert(static_cast<int>(wiki::Form::html) == static_cast<int>(Form::html));

// What the page says itself counts.
bool read_stated_language(Context& context) {
  const std::string_view stated = context.document.language;
  const bool is_code =
      (stated.size() == 2 || stated.size() == 3) &&
      std::all_of(stated.begin(), stated.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_code) return false;
  context.season().article.language = std::string(stated);
  if (stated == "en") context.language = Language::english;
  if (stated == "es") context.language = Language::spanish;
  return true;
}

void read_language(Context& context) {
  if (read_stated_language(context)) return;
  int score = 0;
  const auto count = [&](std::string_view text) {
    const Language language = language_of(text);
    if (language == Language::english) ++score;
    if (language == Language::spanish) --score;
  };
  constexpr int sure = 30;  // Nobody mixes that much.
  for (const wiki::Section& section : context.document.sections) {
    if (score >= sure || score <= -sure) break;
    if (section.level > 0) count(section.heading.text);
    for (const wiki::Block& block : section.blocks) {
      if (const auto* infobox = std::get_if<wiki::Infobox>(&block.content)) {
        for (const wiki::Field& field : infobox->fields) count(field.key);
      } else if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
        for (const wiki::Cell& cell : table->header.cells) count(cell.first().text);
      }
    }
  }
  if (score == 0) return;
  context.language = score > 0 ? Language::english : Language::spanish;
  context.season().article.language = score > 0 ? "en" : "es";
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
                   text::Diagnostics& diagnostics) {
  Context context(document, source, diagnostics);
  Season& season = context.season();
  season.article.form = static_cast<Form>(document.form);
  read_language(context);
  // The infobox and the title first: the years of all dates follow from them.
  bool has_infobox = false;
  for (const wiki::Section& section : document.sections) {
    for (const wiki::Block& block : section.blocks) {
      if (const auto* infobox = std::get_if<wiki::Infobox>(&block.content)) {
        has_infobox = true;
        read_infobox(context, *infobox);
      }
    }
  }
  read_title(context);
  const bool has_text = std::any_of(document.lines.begin(), document.lines.end(),
                                    [](LineClass line) { return line != LineClass::blank; });
  if (!has_infobox && has_text)
    diagnostics.add(Code::infobox_missing, {1, 1},
                    "no infobox: competition and season are known from the title alone, if at all");

  std::vector<Heading> headings;
  headings.reserve(document.sections.size());
  for (const wiki::Section& section : document.sections) {
    headings.push_back(section.level > 0 ? classify_heading(section.heading.text) : Heading{});
  }
  std::vector<Open> path;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const wiki::Section& section = document.sections[i];
    if (section.level > 0) {
      while (!path.empty() && path.back().level >= section.level) path.pop_back();
      Open open{section.level, headings[i], std::string(section.heading.text), section.heading.line,
                false};
      // "Play-offs" above "Semi-finals" is their stage, "Round 1" above groups is not a round
      // itself.
      open.container = headings[i].round && holds_rounds(document.sections, headings, i, false);
      path.push_back(std::move(open));
      context.claim(section.heading.line, section.heading.line, LineClass::record, "heading");
    }
    const Place place = place_of(path);
    context.section_year = place.year;
    const bool own_round = section.level > 0 && headings[i].round && !path.back().container;
    if (own_round &&
        !(headings[i].group == std::nullopt && holds_rounds(document.sections, headings, i, true)))
      context.round(place);
    const bool records = std::any_of(path.begin(), path.end(), [](const Open& open) {
      return open.heading.topic == Topic::records;
    });
    const Topic topic = section.level > 0 ? headings[i].topic : Topic::none;
    read_section(context, section, place, records && topic == Topic::none ? Topic::records : topic);
  }
  for (const wiki::Section& section : document.sections) {
    for (const wiki::Block& block : section.blocks) {
      if (const auto* infobox = std::get_if<wiki::Infobox>(&block.content))
        read_infobox_teams(context, *infobox);
    }
  }
  if (season.matches.empty() && context.tie_rows.empty() && context.bracket_ties.empty()) {
    for (const wiki::Section& section : document.sections) {
      for (const wiki::Block& block : section.blocks) {
        const auto* infobox = std::get_if<wiki::Infobox>(&block.content);
        if (infobox != nullptr && text::fold(infobox->name) == "infobox football match")
          read_match_infobox(context, *infobox);
      }
    }
  }
  context.claim(document.title.line, document.title.line, LineClass::record, "title");
  settle_tie_rows(context);
  settle_rounds(context);
  context.finish();
  if (season.matches.empty() && has_text) {
    diagnostics.add(Code::no_matches_found, {1, 1}, "no match was found in the article");
  }
  season.coverage = coverage_of(context.out.lines);
  return std::move(context.out);
}

}  // namespace acta::football
