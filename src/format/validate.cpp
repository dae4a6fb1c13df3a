/// Checks foreign JSON against the schema and says in a sentence what is wrong.
///
/// RapidJSON's validator tells the failing keyword and its place in the schema, no more.  So a
/// reader stands before it that knows the place in the text, the keys of the open objects and the
/// value at hand.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "format/format.hpp"
#include "format/json_tree.hpp"
#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

/// The schema, compiled.
struct Compiled {
  Compiled() : schema((text.Parse(format::schema().data(), format::schema().size()), text)) {}

  rapidjson::Document text;
  rapidjson::SchemaDocument schema;
};

/// One a thread: a compiled pattern keeps the state of its search in itself.
const Compiled& compiled() {
  thread_local const Compiled instance;
  return instance;
}

/// A schema's values as a list for people: "a", "b" or null.
std::string listed(const rapidjson::Value& values, bool in_quotes) {
  if (!values.IsArray()) return values.GetString();
  std::string result;
  for (rapidjson::SizeType i = 0; i < values.Size(); ++i) {
    if (i > 0) result += i + 1 == values.Size() ? " or " : ", ";
    if (!values[i].IsString()) {
      result += "null";
    } else {
      result += in_quotes ? quoted(values[i].GetString()) : values[i].GetString();
    }
  }
  return result;
}

/// Receives the events of a JSON text, forwards them to the validator, and remembers enough to say
/// where and what the first violation is.
class WatchingHandler {
 public:
  explicit WatchingHandler(const Compiled& rules) : rules_(rules), validator_(rules.schema) {}

  bool Null() {
    return scalar([] { return std::string("null"); }, validator_at_value().Null());
  }

  bool Bool(bool value) {
    return scalar([&] { return std::string(value ? "true" : "false"); },
                  validator_at_value().Bool(value));
  }

  bool Int(int value) {
    return scalar([&] { return std::to_string(value); }, validator_at_value().Int(value));
  }

  bool Uint(unsigned value) {
    return scalar([&] { return std::to_string(value); }, validator_at_value().Uint(value));
  }

  bool Int64(std::int64_t value) {
    return scalar([&] { return std::to_string(value); }, validator_at_value().Int64(value));
  }

  bool Uint64(std::uint64_t value) {
    return scalar([&] { return std::to_string(value); }, validator_at_value().Uint64(value));
  }

  bool Double(double value) {
    return scalar([&] { return number_text(value); }, validator_at_value().Double(value));
  }

  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }

  bool String(const char* text, rapidjson::SizeType length, bool copy) {
    return scalar(
        [&] {
          return quoted({text, length});
        },
        validator_at_value().String(text, length, copy));
  }

  bool StartObject() {
    if (!validator_at_value().StartObject()) return refuse("an object");
    return open({.is_array = false});
  }

  bool Key(const char* text, rapidjson::SizeType length, bool copy) {
    Level& level = levels_.back();
    level.key.assign(text, length);
    if (std::find(level.keys.begin(), level.keys.end(), level.key) != level.keys.end()) {
      return fail("the key stands twice");
    }
    level.keys.push_back(level.key);
    if (!validator_.Key(text, length, copy)) return refuse(quoted(level.key));
    return true;
  }

  bool EndObject(rapidjson::SizeType count) {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    if (!validator_.EndObject(count)) return refuse_object(level);
    return true;
  }

  bool StartArray() {
    if (!validator_at_value().StartArray()) return refuse("an array");
    return open({.is_array = true});
  }

  bool EndArray(rapidjson::SizeType count) {
    levels_.pop_back();
    if (!validator_.EndArray(count)) return refuse(std::to_string(count));
    return true;
  }

  /// The violation, when an event was refused.
  const std::optional<SchemaViolation>& violation() const { return violation_; }

 private:
  /// An open object or array.
  struct Level {
    bool is_array = false;
    std::size_t count = 0;            ///< Elements begun, of an array.
    std::string key{};                ///< The key at hand, of an object.
    std::vector<std::string> keys{};  ///< Those seen.
  };

  static std::string number_text(double value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.Double(value);
    return {buffer.GetString(), buffer.GetSize()};
  }

  /// The validator, a value being about to begin.
  rapidjson::SchemaValidator& validator_at_value() {
    if (!levels_.empty() && levels_.back().is_array) ++levels_.back().count;
    return validator_;
  }

  template <class Describe>
  bool scalar(const Describe& describe, bool accepted) {
    return accepted || refuse(describe());
  }

  bool open(Level level) {
    if (levels_.size() == deepest_json) {
      return fail("nested deeper than " + std::to_string(deepest_json) + " levels");
    }
    levels_.push_back(std::move(level));
    return true;
  }

  /// The JSON pointer of the value or key at hand.
  std::string pointer() const {
    std::string result;
    for (const Level& level : levels_) {
      result += '/';
      if (level.is_array) {
        result += std::to_string(level.count - 1);
        continue;
      }
      for (const char letter : level.key) {
        if (letter == '~') {
          result += "~0";
        } else if (letter == '/') {
          result += "~1";
        } else {
          result += letter;
        }
      }
    }
    return result;
  }

  bool fail(std::string message) {
    violation_ = {pointer(), std::move(message)};
    return false;
  }

  /// The schema's value of the keyword that failed.
  const rapidjson::Value& operand(const char* keyword) const {
    static const rapidjson::Value nothing;
    const rapidjson::Value* rules = validator_.GetInvalidSchemaPointer().Get(rules_.text);
    if (rules == nullptr || !rules->IsObject()) return nothing;
    const auto member = rules->FindMember(keyword);
    return member == rules->MemberEnd() ? nothing : member->value;
  }

  bool refuse(const std::string& found) {
    const std::string_view keyword = validator_.GetInvalidSchemaKeyword();
    const rapidjson::Value& wanted = operand(validator_.GetInvalidSchemaKeyword());
    if (keyword == "type") return fail("expected " + listed(wanted, false) + ", found " + found);
    if (keyword == "enum") {
      // The codes of findings are too many to list.
      constexpr rapidjson::SizeType most = 20;
      const std::string choice = wanted.Size() <= most
                                     ? listed(wanted, true)
                                     : std::string("a code that the schema lists");
      return fail("expected " + choice + ", found " + found);
    }
    if (keyword == "pattern") {
      return fail("expected a text like " + std::string(wanted.GetString()) + ", found " + found);
    }
    if (keyword == "minLength") return fail("expected a text that is not empty");
    if (keyword == "minimum") {
      return fail("expected " + std::to_string(wanted.GetInt()) + " or more, found " + found);
    }
    if (keyword == "minItems" || keyword == "maxItems") {
      return fail("expected " + std::to_string(wanted.GetInt()) + " elements, found " + found);
    }
    if (keyword == "additionalProperties") return fail("unknown key " + found);
    return fail("breaks \"" + std::string(keyword) + "\" of the schema, found " + found);
  }

  bool refuse_object(const Level& object) {
    if (std::string_view(validator_.GetInvalidSchemaKeyword()) != "required") {
      return refuse("an object");
    }
    std::string missing;
    for (const rapidjson::Value& key : operand("required").GetArray()) {
      if (std::find(object.keys.begin(), object.keys.end(), key.GetString()) != object.keys.end()) {
        continue;
      }
      missing += missing.empty() ? "" : ", ";
      missing += quoted(key.GetString());
    }
    return fail("missing " + missing);
  }

  const Compiled& rules_;
  rapidjson::SchemaValidator validator_;
  std::vector<Level> levels_;
  std::optional<SchemaViolation> violation_;
};

SchemaViolation malformed(std::string_view what, std::size_t offset) {
  return {"", "not JSON at byte " + std::to_string(offset) + ": " + std::string(what)};
}

}  // namespace

std::optional<SchemaViolation> validate(std::string_view json) {
  WatchingHandler handler(compiled());
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  const rapidjson::ParseResult result =
      reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(stream,
                                                                                           handler);
  if (handler.violation()) return handler.violation();
  if (!result) return malformed(rapidjson::GetParseError_En(result.Code()), result.Offset());
  // RapidJSON takes a zero byte for the end of the text.
  if (stream.Tell() != json.size()) return malformed("A zero byte follows.", stream.Tell());
  return std::nullopt;
}

}  // namespace acta::format
