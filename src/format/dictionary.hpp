#pragma once
/// The records explained to people.

#include <string>

namespace acta::format {

/// The field dictionary in Markdown, as published in schemas/README.md, made from the same
/// description of the fields that drives the writer and the schema.
std::string generate_dictionary();

}  // namespace acta::format
