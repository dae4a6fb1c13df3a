#pragma once
/// What an author struck out of a line: "<s>4 May</s> 5 May".  Private to the front ends.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "wiki/document.hpp"

namespace acta::wiki {

/// The struck pieces of a line while it is written.
class Struck {
 public:
  void add(std::size_t begin, std::size_t end) {
    if (begin < end) pieces_.push_back({begin, end});
  }

  bool empty() const { return pieces_.empty(); }

  /// Takes the pieces out of a line, its links and calls, where something else stands beside them;
  /// whether they did.  The pieces are forgotten.
  bool drop_from(std::string& line, std::vector<Link>& links, std::vector<Call>& calls);

 private:
  struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  std::vector<Piece> pieces_;
};

}  // namespace acta::wiki
