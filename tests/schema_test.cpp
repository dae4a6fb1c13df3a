/// The schema: made from the fields, safe for RapidJSON, and as strict as it says.

#include <cstddef>
#include <functional>
#include <latch>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "format/dictionary.hpp"
#include "format/fields.hpp"
#include "format/format.hpp"
#include "format/rapidjson.hpp"
#include "schema/lint.hpp"
#include "schema/sample.hpp"

namespace acta::tests {

/// Converts to anything: as many of it as an aggregate takes is the number of its members.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};

template <class Record, std::size_t... index>
constexpr bool takes(std::index_sequence<index...>) {
  return requires { Record{(static_cast<void>(index), Anything{})...}; };
}

template <class Record, std::size_t count = 0>
constexpr std::size_t member_count() {
  if constexpr (takes<Record>(std::make_index_sequence<count + 1>{})) {
    return member_count<Record, count + 1>();
  } else {
    return count;
  }
}

}  // namespace acta::tests

namespace {

using acta::format::Described;
using acta::format::Description;
using acta::format::SchemaViolation;
using acta::format::validate;

rapidjson::Document read(std::string_view json) {
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  BOOST_REQUIRE(!document.HasParseError());
  return document;
}

std::string text_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  BOOST_REQUIRE(value.Accept(writer));
  return {buffer.GetString(), buffer.GetSize()};
}

std::string written(const acta::football::Season& season) {
  std::string out;
  acta::format::write_json(season, acta::format::Layout::compact, out);
  return out;
}

std::string said(const std::optional<SchemaViolation>& violation) {
  return violation ? violation->pointer + ": " + violation->message : "valid";
}

std::string pointer_text(const rapidjson::Pointer& pointer) {
  rapidjson::StringBuffer buffer;
  pointer.Stringify(buffer);
  return {buffer.GetString(), buffer.GetSize()};
}

/// Calls `visit(pointer, value)` for every value below `value`.
void walk(const rapidjson::Value& value, const rapidjson::Pointer& at,
          const std::function<void(const rapidjson::Pointer&, const rapidjson::Value&)>& visit) {
  visit(at, value);
  if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      walk(member.value, at.Append(member.name), visit);
    }
  } else if (value.IsArray()) {
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) walk(value[i], at.Append(i), visit);
  }
}

bool is_context_key(std::string_view key) {
  for (const acta::finding::ContextKey& context : acta::finding::context_keys) {
    if (context.key == key) return true;
  }
  return false;
}

/// Checks that a record's description lists its members, all of them, in order.
template <Described Record>
void check_description(std::set<std::string_view>& seen) {
  if (!seen.insert(Description<Record>::name).second) return;
  const Record record{};
  const char* previous = nullptr;
  std::size_t members = 0;
  acta::format::for_each_field<Record>([&]<class Get>(const acta::format::Field<Get>& field) {
    BOOST_TEST_CONTEXT(Description<Record>::name << "." << field.key) {
      BOOST_TEST(!field.meaning.empty());
      BOOST_TEST(field.meaning.ends_with('.'));
      if constexpr (std::is_member_object_pointer_v<Get>) {
        const char* const place = reinterpret_cast<const char*>(&std::invoke(field.get, record));
        BOOST_TEST((previous == nullptr || previous < place), "not in the order of the members");
        previous = place;
        ++members;
      }
    }
    using T = acta::format::Value<Record, Get>;
    if constexpr (Described<T>) {
      check_description<T>(seen);
    } else if constexpr (acta::format::is_array<T>) {
      if constexpr (Described<typename T::value_type>) {
        check_description<typename T::value_type>(seen);
      }
    }
  });
  // A finding's place stands as line and column, its details under their own keys.
  constexpr std::size_t written_otherwise =
      std::is_same_v<Record, acta::finding::Diagnostic> ? 2 : 0;
  BOOST_TEST(members + written_otherwise == acta::tests::member_count<Record>(),
             Description<Record>::name);
}

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(the_published_schema_is_made_from_the_fields) {
  const std::string made = acta::format::generate_schema();
  if (!acta::tests::check_published("schemas/season.schema.json", made)) return;
  BOOST_TEST(acta::format::schema() == made, "build again: the program holds an older schema");
}

BOOST_AUTO_TEST_CASE(the_dictionary_is_made_from_the_fields) {
  acta::tests::check_published("schemas/README.md", acta::format::generate_dictionary());
}

BOOST_AUTO_TEST_CASE(every_member_of_every_record_is_described_in_order) {
  std::set<std::string_view> seen;
  check_description<acta::football::Season>(seen);
  BOOST_TEST(seen.size() == 31);
}

BOOST_AUTO_TEST_CASE(the_schema_has_nothing_that_rapidjson_ignores) {
  const rapidjson::Document document = read(acta::format::schema());
  for (const std::string& complaint : acta::tests::SchemaLinter(document).complaints()) {
    BOOST_ERROR(complaint);
  }
}

BOOST_AUTO_TEST_CASE(the_linter_sees_what_rapidjson_does_not) {
  const std::pair<const char*, const char*> rows[] = {
      {R"({"const": 5})", "#: draft-04 has no keyword \"const\""},
      {R"({"format": "date"})", "#: draft-04 has no keyword \"format\""},
      {R"({"exclusiveMinimum": 0})", "#: exclusiveMinimum is no boolean"},
      {R"({"type": "text"})", "#: no such type"},
      {R"({"type": []})", "#: no such type"},
      {R"({"items": true})", "#/items: not a schema"},
      {R"({"pattern": "^\\d+$"})", "#: a pattern beyond RapidJSON's syntax"},
      {R"({"pattern": "^(?:a)$"})", "#: a pattern beyond RapidJSON's syntax"},
      {R"({"pattern": "a+"})", "#: pattern without anchors"},
      {R"({"pattern": "^a{2,1}$"})", "#: bad pattern"},
      {R"({"items": {"$ref": "#/definitions/a"}})", "#/items: the $ref leads nowhere"},
      {R"({"items": {"$ref": "#/$defs/a"}, "$defs": {"a": {}}})",
       "#: draft-04 has no keyword \"$defs\""},
      {R"({"items": {"$ref": "#"}})", "#/items: a $ref outside the definitions"},
      {R"({"items": {"$ref": "#/definitions/a", "type": "null"},
           "definitions": {"a": {"description": "A."}}})",
       "#/items: what stands beside a $ref is ignored"},
      {R"({"items": {"$ref": "#/definitions/a"}, "definitions": {
           "a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})",
       "#/items: the $ref leads nowhere"},
      {R"({"definitions": {"a": {"description": "A."}}})", "#/definitions/a: nobody refers to it"},
      {R"({"properties": {"a": {}}, "required": ["a"], "additionalProperties": false})",
       "#/properties/a: no description"},
      {R"({"properties": {}, "required": ["a"], "additionalProperties": false})",
       "#: requires the unknown key a"},
      {R"({"properties": {"a": {"description": "A."}}, "required": ["a"]})",
       "#: takes additional keys"},
      {R"({"properties": {"a": {"description": "A."}}, "additionalProperties": false})",
       "#: requires no key"},
  };
  for (const auto& [text, complaint] : rows) {
    const rapidjson::Document document = read(text);
    const std::vector<std::string> found = acta::tests::SchemaLinter(document).complaints();
    BOOST_TEST_CONTEXT(text) {
      BOOST_REQUIRE(!found.empty());
      BOOST_TEST(found.front() == complaint);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_written_is_valid) {
  BOOST_TEST(said(validate(written(acta::tests::full_season()))) == "valid");
  BOOST_TEST(said(validate(written(acta::tests::bare_season()))) == "valid");
}

/// The same list is read by validators_test.py, which asks python3-jsonschema.
BOOST_AUTO_TEST_CASE(listed_changes_are_judged_as_listed) {
  const rapidjson::Document list =
      read(acta::tests::repository_file("tests/schema/mutations.json"));
  BOOST_REQUIRE(list.Size() > 0);
  for (const auto& change : list.GetArray()) {
    rapidjson::Document season = read(acta::tests::repository_file("tests/schema/full.json"));
    const rapidjson::Pointer pointer(change["pointer"].GetString());
    BOOST_TEST_CONTEXT(text_of(change)) {
      if (std::string_view(change["op"].GetString()) == "remove") {
        BOOST_REQUIRE(pointer.Erase(season));
      } else {
        pointer.Set(season, change["value"]);
      }
      const auto says = change.FindMember("says");
      const std::string expected = says == change.MemberEnd() ? "valid" : says->value.GetString();
      BOOST_TEST(change["valid"].GetBool() == (expected == "valid"));
      BOOST_TEST(said(validate(text_of(season))) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_key_is_needed_and_no_other_is_taken) {
  const rapidjson::Document season = read(written(acta::tests::full_season()));
  std::size_t objects = 0;
  walk(season, rapidjson::Pointer(), [&](const rapidjson::Pointer& at, const auto& value) {
    if (!value.IsObject()) return;
    ++objects;
    rapidjson::Document changed;
    changed.CopyFrom(season, changed.GetAllocator());
    at.Append("surprise", 8).Set(changed, 1);
    BOOST_TEST(said(validate(text_of(changed))) ==
               pointer_text(at) + "/surprise: unknown key \"surprise\"");
    for (const auto& member : value.GetObject()) {
      changed.CopyFrom(season, changed.GetAllocator());
      at.Append(member.name).Erase(changed);
      const std::string key = member.name.GetString();
      const bool optional = is_context_key(key) && pointer_text(at).find("/diagnostics/") == 0;
      BOOST_TEST(said(validate(text_of(changed))) ==
                 (optional ? "valid" : pointer_text(at) + ": missing \"" + key + "\""));
    }
  });
  BOOST_TEST(objects > 30);
}

BOOST_AUTO_TEST_CASE(every_value_has_its_type) {
  const rapidjson::Document season = read(written(acta::tests::full_season()));
  walk(season, rapidjson::Pointer(), [&](const rapidjson::Pointer& at, const auto& value) {
    rapidjson::Document changed;
    changed.CopyFrom(season, changed.GetAllocator());
    // Nothing but an object takes an object, and no field takes a fraction.
    if (value.IsObject()) {
      at.Set(changed, 1.5);
    } else {
      at.Set(changed, rapidjson::Value(rapidjson::kObjectType));
    }
    const std::string verdict = said(validate(text_of(changed)));
    BOOST_TEST(verdict.starts_with(pointer_text(at) + ": expected "), verdict);
  });
}

BOOST_AUTO_TEST_CASE(null_is_taken_exactly_where_a_bare_season_has_it) {
  const rapidjson::Document season = read(written(acta::tests::full_season()));
  const rapidjson::Document bare = read(written(acta::tests::bare_season()));
  std::size_t nulls = 0;
  walk(season, rapidjson::Pointer(), [&](const rapidjson::Pointer& at, const auto&) {
    // The bare season has one element in each array; its tie-breakers are not nested.
    rapidjson::Pointer place;
    for (std::size_t i = 0; i < at.GetTokenCount(); ++i) {
      const auto& token = at.GetTokens()[i];
      const bool is_index = token.index != rapidjson::kPointerInvalidIndex;
      place =
          is_index ? place.Append(rapidjson::SizeType{0}) : place.Append(token.name, token.length);
    }
    const rapidjson::Value* const in_bare = place.Get(bare);
    if (in_bare == nullptr) return;
    rapidjson::Document changed;
    changed.CopyFrom(season, changed.GetAllocator());
    at.Set(changed, rapidjson::Value());
    BOOST_TEST(!validate(text_of(changed)).has_value() == in_bare->IsNull(), pointer_text(at));
    nulls += in_bare->IsNull() ? 1 : 0;
  });
  BOOST_TEST(nulls > 80);
}

BOOST_AUTO_TEST_CASE(text_that_is_not_json_is_a_violation) {
  const std::string season = written(acta::tests::bare_season());
  const auto verdict = [](std::string_view text) { return said(validate(text)); };
  BOOST_TEST(verdict("") == ": not JSON at byte 0: The document is empty.");
  BOOST_TEST(verdict("{\"schema\": ") == ": not JSON at byte 11: Invalid value.");
  BOOST_TEST(verdict("\xEF\xBB\xBF{}") == ": not JSON at byte 0: Invalid value.");
  BOOST_TEST(verdict("{\"\xff\": 1}") == ": not JSON at byte 2: Invalid encoding in string.");
  BOOST_TEST(verdict("{\"\\ud800\": 1}") ==
             ": not JSON at byte 2: The surrogate pair in string is invalid.");
  BOOST_TEST(verdict("[1, 2]") == ": expected object, found an array");
  BOOST_TEST(verdict("null") == ": expected object, found null");
  BOOST_TEST(verdict(season + ",") == ": not JSON at byte " + std::to_string(season.size()) +
                                          ": The document root must not be followed by other "
                                          "values.");
  BOOST_TEST(verdict(season + std::string("\0{", 2)) ==
             ": not JSON at byte " + std::to_string(season.size()) + ": A zero byte follows.");
  BOOST_TEST(verdict(season + " \n") == "valid");
}

BOOST_AUTO_TEST_CASE(every_beginning_of_a_season_is_a_violation) {
  const std::string season = written(acta::tests::full_season());
  for (std::size_t length = 0; length < season.size(); ++length) {
    // A copy of exact size, so that a sanitizer sees a read past the end.
    const std::vector<char> start(season.begin(),
                                  season.begin() + static_cast<std::ptrdiff_t>(length));
    if (!validate({start.data(), start.size()})) BOOST_ERROR("valid up to byte " << length);
  }
}

BOOST_AUTO_TEST_CASE(a_key_stands_once) {
  std::string season = written(acta::tests::full_season());
  const std::string column = "\"column\":5,";
  season.insert(season.find(column), column);
  BOOST_TEST(said(validate(season)) == "/diagnostics/1/column: the key stands twice");
}

BOOST_AUTO_TEST_CASE(nesting_has_a_limit) {
  acta::football::Season season = acta::tests::full_season();
  const auto nested = [&season](int depth) {
    std::vector<acta::football::TieBreaker> rules(1);
    rules[0].position = 1;
    rules[0].text = "Points";
    rules[0].line = 1;
    for (int i = 1; i < depth; ++i) {
      acta::football::TieBreaker outer = rules[0];
      outer.within = std::move(rules);
      rules = {std::move(outer)};
    }
    season.tie_breakers = std::move(rules);
    return said(validate(written(season)));
  };
  BOOST_TEST(nested(99) == "valid");
  BOOST_TEST(nested(100).ends_with(": nested deeper than 200 levels"));

  const std::string brackets(1'000'000, '[');
  BOOST_TEST(said(validate(brackets)) == ": expected object, found an array");
  std::string deep = "{\"tie_breakers\":";
  for (int i = 0; i < 500'000; ++i) deep += "[{\"within\":";
  BOOST_TEST(said(validate(deep)).ends_with(": nested deeper than 200 levels"));
}

BOOST_AUTO_TEST_CASE(a_pointer_escapes_its_keys_and_long_values_are_cut) {
  BOOST_TEST(said(validate(R"({"a/b~c": 1})")) == R"(/a~1b~0c: unknown key "a/b~c")");
  std::string long_value;
  for (int i = 0; i < 100; ++i) long_value += "é";
  const std::string verdict = said(validate("{\"schema\": \"" + long_value + "\"}"));
  BOOST_TEST(verdict ==
             "/schema: expected \"acta/season/1\", found \"" + long_value.substr(0, 60) + "...\"");
}

BOOST_AUTO_TEST_CASE(threads_validate_side_by_side) {
  // A compiled pattern keeps the state of its search: shared, it would answer at random.  The long
  // id has the threads in the same pattern most of the time.
  acta::football::Season season = acta::tests::full_season();
  season.matches[0].id.assign(100'000, 'a');
  const std::string good = written(season);
  season.matches[0].id.back() = '?';
  const std::string bad = written(season);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  std::latch start(static_cast<std::ptrdiff_t>(wrong.size()));
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      start.arrive_and_wait();
      for (int round = 0; round < 5; ++round) {
        if (validate(good) || !validate(bad)) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(wrong == std::vector<int>(4, 0), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
