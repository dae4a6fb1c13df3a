#pragma once
/// The infobox of a rendered page.  Private to the rendered front end.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "wiki/rendered/page.hpp"

namespace acta::wiki {

/// Reads infoboxes: the line `Infobox`, then lines of `- Key: value`, `Key: value` or
/// `| key = value`, up to a blank line or one of another kind.  Lines that are indented more than
/// the field above go on with its value.
class InfoboxReader {
 public:
  explicit InfoboxReader(Page& page) : page_(page) {}

  bool is_open() const { return infobox_.has_value(); }

  /// Opens an infobox if the line being read is the first of one.
  bool open(bool is_in_lead);

  /// Opens an infobox without a line of its own, if the line being read and those below are pairs
  /// parted by tabs, as a browser copies them, and reads it.
  bool open_with_pairs();

  /// Reads the line being read as part of the open infobox; false when it is none.
  bool read();

  /// Whether the infobox is still open below a blank line, the one being read: its fields follow.
  bool waits_below_blank() const;

  /// Makes the infobox and closes it.
  Infobox close();

 private:
  bool is_spaced() const;
  enum class Form : std::uint8_t { bullet, bar, tab, bare };

  /// A line read as a field.
  struct FieldLine {
    Form form = Form::bare;
    std::string_view key;  ///< Empty when the line has no separator.
    std::string_view value;
    std::string_view waiting;  ///< A key, before its separator is seen.
  };

  template <typename Rule>
  struct FieldAction;

  static FieldLine cut(std::string_view body);
  bool starts_here(bool is_in_lead) const;
  void close_field();

  Page& page_;
  std::optional<Infobox> infobox_;
  Form form_ = Form::bare;
  std::uint32_t indent_ = 0;
  std::optional<Field> field_;
  std::vector<Field> fields_;
  std::vector<Text> values_;
};

}  // namespace acta::wiki
