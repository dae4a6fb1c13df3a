#pragma once
/// Whether letters in brackets behind a team's name are its status or a part of the name.  Private
/// to football/.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "football/draft/names.hpp"
#include "football/phrase/cell.hpp"
#include "wiki/document.hpp"

namespace acta::football {

/// Splits status letters off names, where the article proves that they are none of the name:
/// "Talleres (C)" may be the champions, or Talleres of Córdoba.
class StatusMarks {
 public:
  /// `article` is the text that the names stand in, `teams` are those known so far.
  StatusMarks(std::string_view article, const Names& teams) : article_(article), teams_(teams) {}

  /// The name in a cell and its status.  Letters are a status where a link ends before them, where
  /// the article explains them ("(C) Champions"), or where it knows the name without them and not
  /// with them.
  Marked split(const wiki::Text& cell);

 private:
  bool is_status(const wiki::Text& cell, const Marked& marked);
  bool is_explained(std::string_view letters);
  bool stands_alone(std::string_view name);

  std::string_view article_;
  const Names& teams_;
  std::unordered_map<std::string, bool> known_;  // What was looked for.
  std::size_t searches_ = 0;
};

}  // namespace acta::football
