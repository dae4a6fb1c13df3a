#pragma once
/// How a record's fields are described: key, accessor, meaning, shape.  The descriptions themselves
/// stand in format/fields.hpp; JSON, the schema and the dictionary are walks over them.

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace acta::format {

/// What a value may be beyond its C++ type; in an array it applies to the elements.
enum class Shape : std::uint8_t {
  plain,         ///< Any number; any text but the empty one.
  may_be_empty,  ///< Any text.
  schema_id,     ///< The one text `football::schema_id`.
  slug,          ///< "sport-boys"
  id,            ///< Slugs joined by colons: "final:sport-boys:adt".
  date,          ///< "2024", "2024-05" or "2024-05-29"
  time,          ///< "20:00"
  utc_offset,    ///< "-05:00"
  timestamp,     ///< "2024-05-29T20:00:00Z"
  language,      ///< "es"
  sha256,        ///< 64 lower-case hex digits
  natural,       ///< A number, 0 or more.
  positive,      ///< A number, 1 or more.
};

/// The regular expression of a text shape; empty where there is none.
///
/// Only what RapidJSON's matcher knows: literals, classes, groups, counts, anchors.  It drops a
/// pattern with "\d" silently.
constexpr std::string_view pattern_of(Shape shape) {
  switch (shape) {
    case Shape::slug:
      return "^[a-z0-9-]+$";
    case Shape::id:
      return "^[a-z0-9:-]+$";
    case Shape::date:
      return "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
    case Shape::time:
      return "^[0-9]{2}:[0-9]{2}$";
    case Shape::utc_offset:
      return "^[+-][0-9]{2}:[0-9]{2}$";
    case Shape::timestamp:
      return "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
    case Shape::language:
      return "^[a-z]{2,3}$";
    case Shape::sha256:
      return "^[0-9a-f]{64}$";
    default:
      return {};
  }
}

/// The least number of a shape.
constexpr std::optional<int> minimum_of(Shape shape) {
  switch (shape) {
    case Shape::natural:
      return 0;
    case Shape::positive:
      return 1;
    default:
      return std::nullopt;
  }
}

/// How a record stands in pretty JSON: on a line of its own like a row of a table, or a member a
/// line.
enum class Lines : std::uint8_t { one, many };

/// One field: its JSON key, how to get its value from the record (a member pointer, or a function
/// of the record), and what it means.
template <class Get>
struct Field {
  std::string_view key;
  Get get;
  std::string_view meaning;
  Shape shape = Shape::plain;
};

template <class Get>
Field(std::string_view, Get, std::string_view) -> Field<Get>;
template <class Get>
Field(std::string_view, Get, std::string_view, Shape) -> Field<Get>;

/// The description of a record type: `name` (in the schema's definitions), `meaning`, `lines`, and
/// the tuple `fields` in output order.
template <class Record>
struct Description;

/// A type with a description.
template <class Record>
concept Described = requires {
  Description<Record>::fields;
};

/// Whether a record ends in the details of its finding, the keys of `finding::context_keys` that
/// apply.
template <class Record>
inline constexpr bool ends_in_context = false;

/// The number of fields of a record.
template <Described Record>
inline constexpr std::size_t field_count =
    std::tuple_size_v<std::remove_cvref_t<decltype(Description<Record>::fields)>>;

/// The type of a field's value.
template <Described Record, class Get>
using Value = std::remove_cvref_t<std::invoke_result_t<const Get&, const Record&>>;

/// Calls `visit(field)` for every field of a record type, in output order.
template <Described Record, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Description<Record>::fields);
}

/// The printed names of an enumeration, by value.
template <class Enum>
inline constexpr std::nullptr_t enum_names = nullptr;

/// Whether a type is an optional, and of what.
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// Whether a type is an array.
template <class T>
inline constexpr bool is_array = false;
template <class T>
inline constexpr bool is_array<std::vector<T>> = true;

/// Text in any of the forms that fields have.
template <class T>
concept Text = std::convertible_to<const T&, std::string_view>;

/// A number; booleans and characters are none.
template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// An enumeration.
template <class T>
concept Enumeration = std::is_enum_v<T>;

}  // namespace acta::format
