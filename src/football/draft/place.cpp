#include "football/draft/place.hpp"

#include <cassert>

namespace acta::football {

void Stage::enter(std::string_view container) {
  if (depth_ > 0) text_ += between;
  text_ += container;
  // Deeper ones are a part of the last.
  if (depth_ < deepest) ++depth_;
  ends_[depth_ - 1] = static_cast<std::uint32_t>(text_.size());
}

void Stage::leave() {
  assert(depth_ > 0);
  --depth_;
  text_.resize(depth_ == 0 ? 0 : ends_[depth_ - 1]);
}

std::string_view Stage::operator[](std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1] + between.size();
  return std::string_view(text_).substr(begin, ends_[index] - begin);
}

Place Place::of_match() const {
  Place place = *this;
  if (round || !fallback_round) return place;
  place.round = fallback_round;
  place.stage = fallback_stage;
  place.line = heading_line;
  return place;
}

}  // namespace acta::football
