#pragma once
/// Arithmetic of `{{#expr:}}`.  Private to the wikitext front end.

#include <optional>
#include <string>
#include <string_view>

namespace acta::wiki {

/// The value of an expression of numbers, + - * / ^ round, and brackets, as MediaWiki's extension
/// ParserFunctions prints it: "400 + 381" is "781", "781/312 round 2" is "2.5".  Nothing for what
/// is none, a division by zero, or one nested deeper than 20 brackets.
std::optional<std::string> evaluate(std::string_view expression);

}  // namespace acta::wiki
