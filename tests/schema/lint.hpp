#pragma once
/// A linter for the schema: RapidJSON's validator ignores in silence what it does not know, so a
/// slip in the schema would let everything pass.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "format/rapidjson.hpp"

namespace acta::tests {

/// Looks through one schema and collects complaints, each with a JSON pointer.
class SchemaLinter {
 public:
  explicit SchemaLinter(const rapidjson::Value& root) : root_(root) { look(root, "#"); }

  /// What is wrong; empty for a good schema.
  std::vector<std::string> complaints() const {
    std::vector<std::string> all = complaints_;
    if (const auto* definitions = member(root_, "definitions")) {
      for (const auto& definition : definitions->GetObject()) {
        const std::string reference = std::string("#/definitions/") + definition.name.GetString();
        if (!referred_.contains(reference)) all.push_back(reference + ": nobody refers to it");
      }
    }
    return all;
  }

 private:
  // The keywords of draft-04 that RapidJSON enforces, and annotations.  Not "format": it is
  // ignored.
  static constexpr std::array<std::string_view, 32> keywords = {"$schema",
                                                                "id",
                                                                "title",
                                                                "description",
                                                                "default",
                                                                "type",
                                                                "enum",
                                                                "multipleOf",
                                                                "maximum",
                                                                "minimum",
                                                                "maxLength",
                                                                "exclusiveMaximum",
                                                                "exclusiveMinimum",
                                                                "minLength",
                                                                "pattern",
                                                                "items",
                                                                "additionalItems",
                                                                "maxItems",
                                                                "minItems",
                                                                "uniqueItems",
                                                                "maxProperties",
                                                                "required",
                                                                "minProperties",
                                                                "properties",
                                                                "definitions",
                                                                "dependencies",
                                                                "$ref",
                                                                "additionalProperties",
                                                                "allOf",
                                                                "anyOf",
                                                                "oneOf",
                                                                "not"};
  static constexpr std::array<std::string_view, 7> types = {
      "null", "boolean", "integer", "number", "string", "array", "object"};

  static const rapidjson::Value* member(const rapidjson::Value& object, const char* key) {
    if (!object.IsObject()) return nullptr;
    const auto found = object.FindMember(key);
    return found == object.MemberEnd() ? nullptr : &found->value;
  }

  static bool is_text(const rapidjson::Value* value) {
    return value != nullptr && value->IsString() && value->GetStringLength() > 0;
  }

  void complain(const std::string& where, const std::string& what) {
    complaints_.push_back(where + ": " + what);
  }

  /// Follows references; null when they lead nowhere or in a circle.
  const rapidjson::Value* resolved(const rapidjson::Value& rules) const {
    const rapidjson::Value* at = &rules;
    for (int steps = 0; steps < 100; ++steps) {
      const rapidjson::Value* reference = member(*at, "$ref");
      if (reference == nullptr) return at;
      if (!reference->IsString()) return nullptr;
      const rapidjson::Pointer pointer(reference->GetString());
      at = pointer.IsValid() ? pointer.Get(root_) : nullptr;
      if (at == nullptr) return nullptr;
    }
    return nullptr;
  }

  void look(const rapidjson::Value& rules, const std::string& where) {
    if (!rules.IsObject()) return complain(where, "not a schema");
    for (const auto& keyword : rules.GetObject()) {
      const std::string_view name = keyword.name.GetString();
      if (std::find(keywords.begin(), keywords.end(), name) == keywords.end()) {
        complain(where, "draft-04 has no keyword \"" + std::string(name) + "\"");
      }
    }
    if (const auto* reference = member(rules, "$ref"))
      return look_at_reference(rules, *reference, where);
    if (const auto* type = member(rules, "type")) look_at_type(*type, where);
    if (const auto* pattern = member(rules, "pattern")) look_at_pattern(*pattern, where);
    for (const char* flag : {"exclusiveMinimum", "exclusiveMaximum"}) {
      const auto* value = member(rules, flag);
      if (value != nullptr && !value->IsBool())
        complain(where, std::string(flag) + " is no boolean");
    }
    look_at_object(rules, where);
    if (const auto* items = member(rules, "items")) look(*items, where + "/items");
    if (const auto* definitions = member(rules, "definitions")) {
      for (const auto& definition : definitions->GetObject()) {
        const std::string place = where + "/definitions/" + definition.name.GetString();
        if (!is_text(member(definition.value, "description"))) complain(place, "no description");
        look(definition.value, place);
      }
    }
  }

  void look_at_reference(const rapidjson::Value& rules, const rapidjson::Value& reference,
                         const std::string& where) {
    if (rules.MemberCount() > 1) complain(where, "what stands beside a $ref is ignored");
    if (resolved(rules) == nullptr) return complain(where, "the $ref leads nowhere");
    referred_.insert(reference.GetString());
    if (!std::string_view(reference.GetString()).starts_with("#/definitions/")) {
      complain(where, "a $ref outside the definitions");
    }
  }

  void look_at_type(const rapidjson::Value& type, const std::string& where) {
    const auto known = [](const rapidjson::Value& name) {
      return name.IsString() &&
             std::find(types.begin(), types.end(), name.GetString()) != types.end();
    };
    const bool good = type.IsArray() ? !type.Empty() && std::all_of(type.Begin(), type.End(), known)
                                     : known(type);
    if (!good) complain(where, "no such type");
  }

  void look_at_pattern(const rapidjson::Value& pattern, const std::string& where) {
    const std::string_view text = pattern.GetString();
    // "\d", "(?:" and the like make RapidJSON drop the whole pattern.
    if (text.find('\\') != text.npos || text.find("(?") != text.npos) {
      return complain(where, "a pattern beyond RapidJSON's syntax");
    }
    if (!text.starts_with('^') || !text.ends_with('$')) complain(where, "pattern without anchors");
    if (!rapidjson::internal::Regex(pattern.GetString()).IsValid()) complain(where, "bad pattern");
  }

  void look_at_object(const rapidjson::Value& rules, const std::string& where) {
    const auto* properties = member(rules, "properties");
    if (properties == nullptr) return;
    const auto* additional = member(rules, "additionalProperties");
    if (additional == nullptr || !additional->IsFalse()) complain(where, "takes additional keys");
    for (const auto& property : properties->GetObject()) {
      const std::string place = where + "/properties/" + property.name.GetString();
      const rapidjson::Value* const target = resolved(property.value);
      if (target == nullptr || !is_text(member(*target, "description"))) {
        complain(place, "no description");
      }
      look(property.value, place);
    }
    const auto* required = member(rules, "required");
    if (required == nullptr || !required->IsArray() || required->Empty()) {
      return complain(where, "requires no key");
    }
    for (const auto& key : required->GetArray()) {
      if (!properties->HasMember(key)) {
        complain(where, std::string("requires the unknown key ") + key.GetString());
      }
    }
  }

  const rapidjson::Value& root_;
  std::vector<std::string> complaints_;
  std::set<std::string> referred_;
};

}  // namespace acta::tests
