#include "format/dictionary.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "format/field.hpp"
#include "format/fields.hpp"

namespace acta::format {
namespace {

constexpr std::string_view introduction = R"(# The records

`season.schema.json` is the contract of every season that acta writes, in JSON Schema draft-04.
`acta schema` prints it; this page lists the same fields. Both are made from the description of the
fields in `src/format/fields.hpp`, and a test keeps them equal to it.

Every key is always present. `null` means that the article does not say; an empty text never does.
Arrays are never null and stand in article order. Names are spelled as in the article; an id is an
ASCII slug. Dates are ISO 8601, perhaps without day or month.
)";

/// What a shape asks for, in words; empty where the type says all.
constexpr std::string_view words_of(Shape shape) {
  switch (shape) {
    case Shape::plain:
      return {};
    case Shape::may_be_empty:
      return "text, may be empty";
    case Shape::schema_id:
      return "`acta/season/1`";
    case Shape::slug:
      return "slug";
    case Shape::id:
      return "slugs joined by `:`";
    case Shape::date:
      return "date: `2024`, `2024-05` or `2024-05-29`";
    case Shape::time:
      return "time: `20:00`";
    case Shape::utc_offset:
      return "offset: `-05:00`";
    case Shape::timestamp:
      return "time stamp: `2024-05-29T20:00:00Z`";
    case Shape::language:
      return "language code: `es`";
    case Shape::sha256:
      return "64 hex digits";
    case Shape::natural:
      return "integer, 0 or more";
    case Shape::positive:
      return "integer, 1 or more";
  }
  return {};
}

template <class T>
std::string type_in_words(Shape shape) {
  const std::string words(words_of(shape));
  if constexpr (is_optional<T>) {
    return type_in_words<typename T::value_type>(shape) + "; or null";
  } else if constexpr (is_array<T>) {
    return "array of " + type_in_words<typename T::value_type>(shape);
  } else if constexpr (Text<T>) {
    return words.empty() ? "text" : words;
  } else if constexpr (std::is_same_v<T, bool>) {
    return "true or false";
  } else if constexpr (Number<T>) {
    return words.empty() ? "integer" : words;
  } else if constexpr (std::is_same_v<T, finding::Code>) {
    return "a code, see `acta rules`";
  } else if constexpr (Enumeration<T>) {
    std::string names = "one of";
    for (const std::string_view name : enum_names<T>) names.append(" `").append(name).append("`");
    return names;
  } else if constexpr (std::is_same_v<T, football::Pair>) {
    return "[home, away], both 0 or more";
  } else {
    const std::string name(Description<T>::name);
    return "[" + name + "](#" + name + ")";
  }
}

/// Writes the sections, each record once.
class DictionaryWriter {
 public:
  template <Described Record>
  void write(std::string_view heading) {
    if (std::find(written_.begin(), written_.end(), heading) != written_.end()) return;
    written_.push_back(heading);
    out_.append("\n## ").append(heading).append("\n\n");
    out_.append(Description<Record>::meaning).append("\n\n");
    out_.append("| key | value | meaning |\n|---|---|---|\n");
    for_each_field<Record>([&]<class Get>(const Field<Get>& field) {
      row(field.key, type_in_words<Value<Record, Get>>(field.shape), field.meaning);
    });
    if constexpr (ends_in_context<Record>) {
      for (const finding::ContextKey& key : finding::context_keys) {
        row(key.key, key.is_number ? "integer, optional" : "text, optional", key.meaning);
      }
    }
    for_each_field<Record>([&]<class Get>(const Field<Get>&) { below<Value<Record, Get>>(); });
  }

  std::string take() { return std::move(out_); }

 private:
  template <class T>
  void below() {
    if constexpr (is_array<T>) {
      below<typename T::value_type>();
    } else if constexpr (Described<T>) {
      write<T>(Description<T>::name);
    }
  }

  void row(std::string_view key, std::string_view type, std::string_view meaning) {
    out_.append("| `").append(key).append("` | ").append(type).append(" | ");
    out_.append(meaning).append(" |\n");
  }

  std::string out_{introduction};
  std::vector<std::string_view> written_;
};

}  // namespace

std::string generate_dictionary() {
  DictionaryWriter writer;
  writer.write<football::Season>("The season object");
  return writer.take();
}

}  // namespace acta::format
