#pragma once
/// Seasons as bytes.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "football/season.hpp"

namespace acta::format {

/// How JSON is laid out.
enum class Layout { compact, pretty };

/// Appends `season` as one JSON object, without a final newline.  The bytes depend on the records
/// alone.
void write_json(const football::Season& season, Layout layout, std::string& out);

/// Appends seasons as one JSON array.
void write_json(std::span<const football::Season> seasons, Layout layout, std::string& out);

/// The schema of a season, JSON Schema draft-04, as published in schemas/season.schema.json.
std::string_view schema();

/// Makes the text of the schema from the same description of the fields that drives the writer;
/// `schema()` must equal it.
std::string generate_schema();

/// Where a JSON text breaks the schema: a pointer into the text and what was expected there.
struct SchemaViolation {
  std::string pointer;
  std::string message;
};

/// Checks `json` (one season object, UTF-8) against `schema()`; nothing when it conforms.
std::optional<SchemaViolation> validate(std::string_view json);

}  // namespace acta::format
