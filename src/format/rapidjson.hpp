#pragma once
/// The only way in to RapidJSON: its assertions throw instead of ending the program, which must be
/// so in every translation unit or in none.
///
/// Private to src/format and its tests.  Never parse with kParseFullPrecisionFlag: version 1.1.0
/// reads out of bounds on some numbers.

#include <stdexcept>

namespace acta::format {

/// Called where RapidJSON was used against its contract: a bug of ours.
[[noreturn]] inline void rapidjson_misused(const char* condition) {
  throw std::logic_error(condition);
}

}  // namespace acta::format

#define RAPIDJSON_ASSERT(condition)                    \
  (static_cast<bool>(condition) ? static_cast<void>(0) \
                                : ::acta::format::rapidjson_misused(#condition))

// clang's sanitizer objects to the stack's arithmetic on the null pointer that an empty one holds.
#include <rapidjson/rapidjson.h>
#if defined(__clang__)
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/internal/stack.h>
#if defined(__clang__)
#pragma clang attribute pop
#endif

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/pointer.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
