#include "wiki/struck.hpp"

#include <algorithm>
#include <utility>

#include "text/blanks.hpp"

namespace acta::wiki {

bool Struck::drop_from(std::string& line, std::vector<Link>& links, std::vector<Call>& calls) {
  const std::vector<Piece> pieces = std::exchange(pieces_, {});
  std::string rest;
  std::size_t from = 0;
  for (const Piece& piece : pieces) {
    if (piece.begin < from || piece.end > line.size()) continue;  // One inside another.
    rest.append(line, from, piece.begin - from);
    from = piece.end;
  }
  rest.append(line, from);
  if (rest.size() == line.size() || text::without_blanks(rest).empty()) return false;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    const auto size = static_cast<std::uint32_t>(piece->end - piece->begin);
    const auto is_inside = [&](auto& one) {
      if (one.begin < piece->end) return one.end > piece->begin;
      one.begin -= size;
      one.end -= size;
      return false;
    };
    std::erase_if(links, is_inside);
    std::erase_if(calls, is_inside);
  }
  line = std::move(rest);
  return true;
}

}  // namespace acta::wiki
