#pragma once
/// Template calls as records, a kind a row.  Private to football/.

#include <span>
#include <string_view>

#include "football/draft/draft.hpp"

namespace acta::football {

/// A kind of template call that is a record.
struct BoxKind {
  std::string_view name;  ///< The template's canonical name, see words/templates.
  void (*read)(Draft& draft, const wiki::Template& box, const Place& place);
};

/// All kinds.
std::span<const BoxKind> box_kinds();

/// Reads a template call by its kind.
void read_template(Draft& draft, const wiki::Template& box, const Place& place);

/// Marks the lines of a call as read.
void claim_box(Draft& draft, const wiki::Template& box, Label rule, RecordRef record = {});

/// Reports a call of a known kind that was not understood.
void refuse_box(Draft& draft, const wiki::Template& box, std::string_view expected);

}  // namespace acta::football
