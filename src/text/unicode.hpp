#pragma once
/// Names as keys: NFC, comparison keys, slugs, Spanish order.  All input is valid UTF-8.
/// ICU stays behind this header; every function may be called from several threads.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta::text {

/// `bytes` of the character encoding `name` ("windows-1252") as UTF-8; nothing when they are UTF-8
/// already, whatever they are said to be, or nobody knows the encoding.
std::optional<std::string> decoded(std::string_view bytes, std::string_view name);

/// Whether `text` is in Unicode normalization form C.
bool is_nfc(std::string_view text);

/// `text` in normalization form C.
std::string nfc(std::string_view text);

/// Search key: no case, no accents, dashes and apostrophes unified, blanks collapsed.  Loses
/// n/ñ on purpose.  Never for output.  "León  de Huánuco" -> "leon de huanuco".
std::string fold(std::string_view text);

/// Identity key: two names with one key are one name.  Equal exactly where ICU's Spanish collator
/// at primary strength says equal: no case, no accents, but ñ is its own letter (Peña, Pena
/// differ).  Runs of blanks count as one, those at the ends not at all.
std::string identity_key(std::string_view text);

/// ASCII id of a name: folded, every run of other characters one "-", none at the ends.
/// "Deportivo Municipal (Vice)" -> "deportivo-municipal-vice".  A name with no ASCII form gives
/// "x-" and eight hex digits of its FNV-1a hash; an empty or blank name gives "".
std::string slug(std::string_view text);

/// Sort key of the Spanish order (CLDR "es"): n < ñ < o.  Compare as bytes.
std::string spanish_sort_key(std::string_view text);

/// With its first letter in upper case, as titles of wiki pages have it.
std::string capitalized(std::string_view text);

/// Length in code points.
std::size_t length(std::string_view text);

/// Without blanks (ASCII, NBSP and the other Unicode spaces) at both ends.
std::string_view trim(std::string_view text);

/// Optimal string alignment distance in code points, given up beyond `limit` (then limit + 1).
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

}  // namespace acta::text
