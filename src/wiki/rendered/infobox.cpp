#include "wiki/rendered/infobox.hpp"

#include <optional>
#include <string_view>

#include "grammar/field.hpp"
#include "grammar/parse.hpp"
#include "wiki/rendered/lines.hpp"

namespace acta::wiki {
namespace {

namespace rules = grammar::field;
namespace pegtl = tao::pegtl;
using grammar::parse;

/// The line that an infobox begins with.
struct Opening {
  std::string_view word;
  std::string_view rest;  ///< Behind the word.

  /// What follows the word is the template's name, mostly nothing; a word of several ("Ficha de
  /// campeonato") is a part of that name.
  bool is_part_of_name() const { return word.find(' ') != std::string_view::npos; }
};

template <typename Rule>
struct Action : pegtl::nothing<Rule> {};

template <>
struct Action<rules::opening_word> {
  template <typename In>
  static void apply(const In& in, Opening& opening) {
    opening.word = in.string_view();
  }
};

std::optional<Opening> opening_of(std::string_view body) {
  Opening opening;
  const auto bytes = parse<rules::opening, Action>(body, opening);
  if (!bytes) {
    return std::nullopt;
  }
  opening.rest = trim_blanks(body.substr(*bytes));
  return opening;
}

}  // namespace

template <typename Rule>
struct InfoboxReader::FieldAction : pegtl::nothing<Rule> {};

/// A key counts when its value is there.
template <>
struct InfoboxReader::FieldAction<rules::barred_key> {
  template <typename In>
  static void apply(const In& in, FieldLine& line) {
    line.waiting = in.string_view();
  }
};

template <>
struct InfoboxReader::FieldAction<rules::bulleted_key>
    : InfoboxReader::FieldAction<rules::barred_key> {};

template <>
struct InfoboxReader::FieldAction<rules::tabbed_key>
    : InfoboxReader::FieldAction<rules::barred_key> {};

template <>
struct InfoboxReader::FieldAction<rules::tabbed> {
  static void apply0(FieldLine& line) { line.form = Form::tab; }
};

template <>
struct InfoboxReader::FieldAction<rules::bare_key> : InfoboxReader::FieldAction<rules::barred_key> {
};

template <>
struct InfoboxReader::FieldAction<rules::value> {
  template <typename In>
  static void apply(const In& in, FieldLine& line) {
    line.key = trim_blanks(line.waiting);
    line.value = in.string_view();
  }
};

template <>
struct InfoboxReader::FieldAction<rules::barred> {
  static void apply0(FieldLine& line) { line.form = Form::bar; }
};

template <>
struct InfoboxReader::FieldAction<rules::bulleted> {
  static void apply0(FieldLine& line) { line.form = Form::bullet; }
};

InfoboxReader::FieldLine InfoboxReader::cut(std::string_view body) {
  FieldLine line;
  parse<rules::line, FieldAction>(body, line);
  return line;
}

bool InfoboxReader::starts_here(bool is_in_lead) const {
  constexpr std::size_t longest_line = 80;
  const std::string_view body = page_.body.text;
  const auto opening = body.size() <= longest_line ? opening_of(body) : std::nullopt;
  if (!opening) {
    return false;
  }
  const std::string_view next = page_.peek(page_.number + 1);
  const FieldLine line = cut(next.empty() ? page_.peek(page_.number + 2) : next);
  const bool has_field = !line.key.empty() && (!next.empty() || line.form != Form::bare);
  return has_field || (is_in_lead && opening->rest.empty());
}

bool InfoboxReader::open(bool is_in_lead) {
  if (!starts_here(is_in_lead)) {
    return false;
  }
  infobox_.emplace();
  const std::string_view body = page_.body.text;
  const Opening opening = opening_of(body).value_or(Opening());
  infobox_->name = page_.texts.read_one(opening.is_part_of_name() ? body : opening.rest).text;
  infobox_->line = infobox_->end_line = page_.number;
  page_.mark(LineClass::record);
  return true;
}

bool InfoboxReader::open_with_pairs() {
  for (std::uint32_t number = page_.number; number < page_.number + 3; ++number) {
    const FieldLine line = cut(page_.peek(number));
    if (line.form != Form::tab || line.key.empty()) return false;
  }
  infobox_.emplace();
  infobox_->line = infobox_->end_line = page_.number;
  return read();
}

// A page whose every line is a paragraph: a field between blank lines, and the next one.
bool InfoboxReader::is_spaced() const {
  const auto is_field = [&](std::uint32_t number) {
    const FieldLine line = cut(page_.peek(number));
    return line.form != Form::bare && !line.key.empty();
  };
  const std::uint32_t next = page_.number + 1;
  return page_.number > 2 && is_field(page_.number - 1) && page_.peek(page_.number - 2).empty() &&
         is_field(next) && page_.peek(next + 1).empty();
}

bool InfoboxReader::waits_below_blank() const {
  if (is_spaced()) {
    return true;
  }
  const bool is_empty = fields_.empty() && !field_ && infobox_->end_line == infobox_->line;
  if (!is_empty || infobox_->line + 1 != page_.number) {
    return false;
  }
  const FieldLine line = cut(page_.peek(page_.number + 1));
  return line.form != Form::bare && !line.key.empty();
}

bool InfoboxReader::read() {
  const std::string_view body = page_.body.text;
  if (field_ && page_.body.indent > indent_) {
    const auto marker = list_marker(body);
    const bool is_bullet = marker && marker->kind == '*';
    page_.texts.read(is_bullet ? body.substr(marker->length) : body, values_);
    field_->end_line = infobox_->end_line = page_.number;
    page_.mark(LineClass::record);
    return true;
  }
  const FieldLine line = cut(body);
  const bool is_first = fields_.empty() && !field_;
  const bool has_form = is_first || line.form == form_;
  if (!has_form || (line.key.empty() && line.form != Form::bullet)) {
    return false;
  }
  close_field();
  infobox_->end_line = page_.number;
  if (line.key.empty()) {
    page_.report(finding::Code::unread_line, "a field of the infobox needs a key and a \":\"");
    return true;
  }
  form_ = line.form;
  indent_ = page_.body.indent;
  field_.emplace();
  field_->key = page_.texts.read_key(line.key);
  field_->line = field_->end_line = page_.number;
  field_->offset = page_.texts.offset_of(line.key);
  page_.texts.read(line.value, values_);
  page_.mark(LineClass::record);
  return true;
}

void InfoboxReader::close_field() {
  if (field_) {
    field_->value = page_.document.arena->keep(values_);
    fields_.push_back(*field_);
    field_.reset();
    values_.clear();
  }
}

Infobox InfoboxReader::close() {
  close_field();
  Infobox infobox = *infobox_;
  infobox.fields = page_.document.arena->keep(fields_);
  infobox_.reset();
  fields_.clear();
  return infobox;
}

}  // namespace acta::wiki
