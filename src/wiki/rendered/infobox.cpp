#include "wiki/rendered/infobox.hpp"

#include <algorithm>

#include "wiki/rendered/lines.hpp"

namespace acta::wiki {
namespace {

constexpr std::string_view opening_word = "infobox";

bool starts_with_opening_word(std::string_view body) {
  return body.size() >= opening_word.size() &&
         std::equal(opening_word.begin(), opening_word.end(), body.begin(),
                    [](char lower, char c) { return lower == (c | 0x20); }) &&
         (body.size() == opening_word.size() || body[opening_word.size()] == ' ' ||
          body[opening_word.size()] == ':');
}

/// What follows the word "Infobox": the template's name, mostly nothing.
std::string_view name_of(std::string_view body) {
  if (starts_with_opening_word(body)) {
    body.remove_prefix(opening_word.size());
  }
  if (!body.empty() && body.front() == ':') {
    body.remove_prefix(1);
  }
  return trim_blanks(body);
}

}  // namespace

InfoboxReader::FieldLine InfoboxReader::cut(std::string_view body) {
  constexpr std::size_t longest_bare_key = 48;
  FieldLine line;
  if (body.empty() || body.front() == '=') {
    return line;
  }
  std::string_view rest = body;
  char separator = ':';
  if (body.front() == '|') {
    line.form = Form::bar;
    separator = '=';
    rest.remove_prefix(1);
  } else if (const auto marker = list_marker(body);
             marker && marker->kind == '*' && marker->run <= 1) {
    line.form = Form::bullet;
    rest.remove_prefix(marker->length);
  } else if (body.front() == '-') {
    line.form = Form::bullet;  // The blank behind the dash is missing.
    rest.remove_prefix(1);
  }
  const std::size_t room = line.form == Form::bare ? longest_bare_key : rest.size();
  const std::size_t at = rest.substr(0, room).find(separator);
  const bool is_row = line.form == Form::bar && rest.substr(0, at).find('|') != rest.npos;
  if (at != std::string_view::npos && !is_row) {
    line.key = trim_blanks(rest.substr(0, at));
    line.value = rest.substr(at + 1);
  }
  return line;
}

bool InfoboxReader::starts_here(bool is_in_lead) const {
  constexpr std::size_t longest_line = 80;
  const std::string_view body = page_.body.text;
  const bool has_word = starts_with_opening_word(body);
  if ((!has_word && !body.starts_with("Ficha de ")) || body.size() > longest_line) {
    return false;
  }
  const std::string_view next = page_.peek(page_.number + 1);
  const FieldLine line = cut(next.empty() ? page_.peek(page_.number + 2) : next);
  const bool has_field = !line.key.empty() && (!next.empty() || line.form != Form::bare);
  return has_field || (has_word && is_in_lead && name_of(body).empty());
}

bool InfoboxReader::open(bool is_in_lead) {
  if (!starts_here(is_in_lead)) {
    return false;
  }
  infobox_.emplace();
  infobox_->name = page_.texts.read_one(name_of(page_.body.text)).text;
  infobox_->line = infobox_->end_line = page_.number;
  page_.mark(LineClass::record);
  return true;
}

bool InfoboxReader::waits_below_blank() const {
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
