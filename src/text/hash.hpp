#pragma once
/// Content hashes.

#include <string>
#include <string_view>

namespace acta::text {

/// SHA-256 of `bytes` as 64 lower-case hex digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace acta::text
