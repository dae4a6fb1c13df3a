/// The schemas of a season and of findings: the published text, and how they are made from the
/// description of the fields.
///
/// Draft-04, because RapidJSON's validator knows no other and ignores in silence what it does not
/// know.  References stand alone, as draft-04 drops everything beside a "$ref"; so a record that is
/// an array's element is a definition, and one that is a member stands where it is.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "format/field.hpp"
#include "format/fields.hpp"
#include "format/findings_fields.hpp"
#include "format/format.hpp"
#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

constexpr std::string_view published =
#include "season_schema.inc"
    ;

/// Writes the schema that is known as `id`.
class SchemaWriter {
 public:
  SchemaWriter(rapidjson::StringBuffer& buffer, std::string_view id) : json_(buffer), id_(id) {
    json_.SetIndent(' ', 2);
    json_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  }

  template <Described Root>
  void write() {
    json_.StartObject();
    keyword("$schema", "http://json-schema.org/draft-04/schema#");
    keyword("title", id_);
    keyword("description", Description<Root>::meaning);
    object<Root>();
    key("definitions");
    json_.StartObject();
    define_elements_of<Root>();
    json_.EndObject();
    json_.EndObject();
  }

 private:
  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void text(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void keyword(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }

  void keyword(std::string_view name, int value) {
    key(name);
    json_.Int(value);
  }

  void type(std::string_view name, bool nullable) {
    key("type");
    if (!nullable) {
      text(name);
      return;
    }
    json_.StartArray();
    text(name);
    text("null");
    json_.EndArray();
  }

  template <class Names>
  void choice(const Names& names, bool nullable) {
    type("string", nullable);
    key("enum");
    json_.StartArray();
    for (const std::string_view name : names) text(name);
    if (nullable) json_.Null();
    json_.EndArray();
  }

  void any_text(Shape shape, bool nullable) {
    if (shape == Shape::schema_id) {
      choice(std::initializer_list<std::string_view>{id_}, nullable);
      return;
    }
    type("string", nullable);
    if (const std::string_view pattern = pattern_of(shape); !pattern.empty()) {
      keyword("pattern", pattern);
    } else if (shape != Shape::may_be_empty) {
      keyword("minLength", 1);
    }
  }

  /// The keywords that a value of type T has to meet.
  template <class T>
  void rules(Shape shape, bool nullable) {
    if constexpr (is_optional<T>) {
      rules<typename T::value_type>(shape, true);
    } else if constexpr (Text<T>) {
      any_text(shape, nullable);
    } else if constexpr (std::is_same_v<T, bool>) {
      type("boolean", nullable);
    } else if constexpr (Number<T>) {
      type("integer", nullable);
      if (const auto least = minimum_of(shape)) keyword("minimum", *least);
    } else if constexpr (std::is_same_v<T, finding::Code>) {
      std::vector<std::string_view> names;
      for (const finding::CodeEntry& entry : finding::codes()) names.push_back(entry.name);
      choice(names, nullable);
    } else if constexpr (Enumeration<T>) {
      choice(enum_names<T>, nullable);
    } else if constexpr (std::is_same_v<T, football::Pair>) {
      type("array", nullable);
      items<std::int32_t>(Shape::natural);
      keyword("minItems", 2);
      keyword("maxItems", 2);
    } else if constexpr (is_array<T>) {
      type("array", nullable);
      items<typename T::value_type>(shape);
    } else {
      object<T>();
    }
  }

  template <class T>
  void items(Shape shape) {
    key("items");
    json_.StartObject();
    if constexpr (Described<T>) {
      keyword("$ref", "#/definitions/" + std::string(Description<T>::name));
    } else {
      rules<T>(shape, false);
    }
    json_.EndObject();
  }

  template <Described Record>
  void object() {
    type("object", false);
    key("additionalProperties");
    json_.Bool(false);
    key("required");
    json_.StartArray();
    for_each_field<Record>([&](const auto& field) { text(field.key); });
    json_.EndArray();
    key("properties");
    json_.StartObject();
    for_each_field<Record>([&]<class Get>(const Field<Get>& field) {
      key(field.key);
      json_.StartObject();
      keyword("description", field.meaning);
      rules<Value<Record, Get>>(field.shape, false);
      json_.EndObject();
    });
    if constexpr (ends_in_context<Record>) context_properties();
    json_.EndObject();
  }

  /// The keys that a finding may have: the only optional ones.
  void context_properties() {
    for (const finding::ContextKey& context : finding::context_keys) {
      key(context.key);
      json_.StartObject();
      keyword("description", context.meaning);
      type(context.is_number ? "integer" : "string", false);
      json_.EndObject();
    }
  }

  /// Defines the records that stand in arrays of `Record`, and theirs, each once.
  template <Described Record>
  void define_elements_of() {
    for_each_field<Record>([&]<class Get>(const Field<Get>&) {
      using T = Value<Record, Get>;
      if constexpr (Described<T>) {
        define_elements_of<T>();
      } else if constexpr (is_array<T>) {
        if constexpr (Described<typename T::value_type>) define<typename T::value_type>();
      }
    });
  }

  template <Described Record>
  void define() {
    constexpr std::string_view name = Description<Record>::name;
    if (std::find(defined_.begin(), defined_.end(), name) != defined_.end()) return;
    defined_.push_back(name);
    key(name);
    json_.StartObject();
    keyword("description", Description<Record>::meaning);
    object<Record>();
    json_.EndObject();
    define_elements_of<Record>();
  }

  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
  std::string_view id_;
  std::vector<std::string_view> defined_;
};

template <Described Root>
std::string generate(std::string_view id) {
  rapidjson::StringBuffer buffer;
  SchemaWriter(buffer, id).write<Root>();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

std::string_view schema() { return published; }

std::string generate_schema() { return generate<football::Season>(football::schema_id); }

std::string generate_findings_schema() { return generate<Findings>(findings_schema_id); }

}  // namespace acta::format
