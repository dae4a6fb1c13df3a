#pragma once
/// Foreign JSON as a flat tree of values with their places: what reading records walks over.
/// Private to src/format.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace acta::format {

enum class JsonKind : std::uint8_t { null, boolean, integer, real, text, array, object };

/// One value, or one key of an object.  A tree is its values in the order of the text: a container
/// stands before what it holds, and a key (of the kind `text`) before its value.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  std::size_t offset = 0;   ///< Of its first byte in the JSON text.
  std::size_t end = 0;      ///< Index of the first node after it and all that it holds.
  std::int64_t number = 0;  ///< Of an integer; 1 for true.
  /// A key's or text's characters, escapes resolved; otherwise the value as written.
  std::string_view text = {};
};

using JsonTree = std::span<const JsonNode>;

/// Why a text is not JSON, and at which byte.
struct JsonFault {
  std::size_t offset = 0;
  std::string message;
};

/// Who gets the records of a JSON text.
struct JsonReceiver {
  /// A record; it is the tree's first node.  `index` is its place where the text is an array.  The
  /// tree lives until the call returns.
  std::function<void(JsonTree tree, std::optional<std::size_t> index)> record;
  /// A fault; the records before it have been received.
  std::function<void(JsonFault fault)> fault;
};

/// Nesting deeper than this is a fault.
inline constexpr std::size_t deepest_json = 200;

/// Reads a JSON text that is one record, an array of records, or records one after the other
/// (NDJSON), one record in memory at a time.  After a fault reading goes on with the next line that
/// begins with a brace, where the text is no array.
void read_json(std::string_view json, const JsonReceiver& receiver);

/// The value as it would stand in JSON, cut short when long; "an object" and "an array" for those.
std::string described(const JsonNode& node);

/// `text` in quotes as it would stand in JSON, cut short when long.
std::string quoted(std::string_view text);

}  // namespace acta::format
