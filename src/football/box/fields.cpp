#include "football/box/fields.hpp"

#include "football/draft/draft.hpp"
#include "football/phrase/count.hpp"

namespace acta::football {

namespace {

MaybeInt natural(MaybeInt value) { return value && *value < 0 ? std::nullopt : value; }

}  // namespace

Fields::Fields(const wiki::Template& box, words::Kind first, words::Kind last,
               words::Language language)
    : first_(first) {
  for (const wiki::Field& field : box.fields) {
    if (field.value.empty()) continue;
    const words::Found key = words::exact(first, last, field.key, language);
    const bool other = key.language != language && key.language != words::Language::none;
    if (!key || (language != words::Language::none && other)) continue;
    const wiki::Field*& place = found_[index(key.kind)];
    if (place == nullptr) place = &field;
  }
}

std::string Fields::text(words::Kind kind) const {
  const wiki::Field* field = find(kind);
  return field == nullptr ? std::string() : join_lines(field->value);
}

MaybeInt Fields::signed_number(words::Kind kind) const {
  const wiki::Field* field = find(kind);
  return field == nullptr ? std::nullopt : parse_signed(field->first().text);
}

MaybeInt Fields::number(words::Kind kind) const { return natural(signed_number(kind)); }

wiki::Text first_of(const wiki::Template& box, std::string_view key) {
  for (const wiki::Field& field : box.fields) {
    if (field.key == key) return field.first();
  }
  return {};
}

MaybeInt signed_in(const wiki::Template& box, std::string_view key) {
  for (const wiki::Field& field : box.fields) {
    if (field.key == key) return parse_signed(field.first().text);
  }
  return std::nullopt;
}

MaybeInt count_in(const wiki::Template& box, std::string_view key) {
  return natural(signed_in(box, key));
}

}  // namespace acta::football
