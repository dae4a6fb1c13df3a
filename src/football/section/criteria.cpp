#include "football/section/criteria.hpp"

#include "football/phrase/criterion.hpp"

namespace acta::football {

void TieBreakerReader::introduced_by(const wiki::Text& text) {
  if (introduces_criteria(text.text)) active_ = true;
}

bool TieBreakerReader::item(const wiki::ListItem& item) {
  if (!active_ || item.text.empty()) return false;
  const bool nested = item.depth > 1 && !list_.empty();
  // A bulleted list of criteria counts by itself; other bullets of the section do not.
  if (item.marker != '#' && item.marker != '*') return false;
  TieBreaker criterion;
  criterion.text = std::string(item.text.text);
  criterion.criterion = classify_criterion(criterion.text);
  criterion.line = item.text.line;
  std::vector<TieBreaker>* level = &list_;
  if (nested) {
    for (std::uint16_t depth = 1; depth < item.depth && depth < 8 && !level->empty(); ++depth) {
      level = &level->back().within;
    }
  }
  criterion.position = item.number != 0 ? static_cast<std::int32_t>(item.number)
                                        : static_cast<std::int32_t>(level->size() + 1);
  level->push_back(std::move(criterion));
  draft_.readings.claim(
      item.text, wiki::LineClass::record, "tie-breaker",
      {RecordKind::tie_breakers, draft_.season.tie_breakers.size() + list_.size() - 1});
  return true;
}

void TieBreakerReader::end() {
  for (TieBreaker& criterion : list_) draft_.season.tie_breakers.push_back(std::move(criterion));
  list_.clear();
}

}  // namespace acta::football
