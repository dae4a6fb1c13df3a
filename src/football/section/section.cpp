#include "football/section/section.hpp"

#include "football/box/box.hpp"
#include "football/phrase/name.hpp"
#include "football/section/claims.hpp"
#include "football/section/criteria.hpp"
#include "football/section/reader.hpp"
#include "football/section/scorer_list.hpp"
#include "football/table/table.hpp"

namespace acta::football {

using wiki::LineClass;

namespace {

// A table of matches or a template: what an editor puts under a line of bold words.
bool holds_matches(const Draft& draft, const wiki::Block& block) {
  if (const auto* table = std::get_if<wiki::Table>(&block.content))
    return tells_matches(draft, *table);
  return std::holds_alternative<wiki::Template>(block.content);
}

// "Quarter-finals", and few words more: no sentence.
bool names_round(std::string_view line) {
  constexpr std::size_t longest = 40;
  if (line.size() > longest || looks_like_prose(line)) return false;
  const Heading heading = classify_heading(line);
  return (heading.round && heading.kind != RoundKind::other) || heading.group || heading.leg;
}

}  // namespace

void read_section(Draft& draft, const wiki::Section& section, const Place& at, Topic topic) {
  Place place = at;
  SectionReader reader(draft, place);
  TieBreakerReader criteria(draft, topic == Topic::tie_breakers);
  ScorerListReader scorers(draft, topic == Topic::scorers);
  for (const wiki::Block& block : section.blocks) {
    if (const auto* line = std::get_if<wiki::Line>(&block.content)) {
      const wiki::Block* const next = &block == &section.blocks.back() ? nullptr : &block + 1;
      if (next != nullptr && names_round(line->text.text) && holds_matches(draft, *next) &&
          reader.sub_heading(line->text, true))
        continue;
      criteria.introduced_by(line->text);
      if (topic == Topic::records) {
        draft.readings.claim(line->text, LineClass::prose, "statistics");
        read_claims(draft, line->text);
        continue;
      }
      if (!scorers.line(line->text)) reader.line(line->text, line->indented, block.joined);
      continue;
    }
    if (const auto* item = std::get_if<wiki::ListItem>(&block.content)) {
      if (item->marker == ';') {
        const bool sub = scorers.line(item->text) || reader.sub_heading(item->text, true);
        if (!sub) draft.readings.claim(item->text, LineClass::prose, "definition head");
        continue;
      }
      if (topic == Topic::see_also) {
        SeeAlso record;
        record.title = std::string(item->text.text);
        draft.locate(record, item->text.line);
        draft.readings.claim(item->text, LineClass::record, "see also",
                             {RecordKind::see_also, draft.season.see_also.size()});
        draft.season.see_also.push_back(std::move(record));
      } else if (topic != Topic::records && !scorers.item(*item) && !criteria.item(*item) &&
                 !reader.list_item(item->text)) {
        draft.readings.claim(item->text, LineClass::prose, "list item");
      } else if (topic == Topic::records) {
        draft.readings.claim(item->text, LineClass::prose, "statistics");
      }
      continue;
    }
    reader.end_of_run();
    if (const auto* table = std::get_if<wiki::Table>(&block.content)) {
      read_table(draft, *table, place);
    } else if (const auto* box = std::get_if<wiki::Template>(&block.content)) {
      const std::size_t before = draft.matches.size();
      read_template(draft, *box, place);
      if (draft.matches.size() > before) reader.after_box(draft.matches.size() - 1);
    }
  }
  reader.end();
  criteria.end();
}

}  // namespace acta::football
