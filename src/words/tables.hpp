#pragma once
/// The rows of each language, one file a language.  Private to words/.

#include <span>
#include <vector>

#include "words/templates.hpp"
#include "words/words.hpp"

namespace acta::words {

/// Forms that people of any language write, or of languages that have no file of their own.
std::span<const Row> neutral_rows();

std::span<const Row> english_rows();

std::span<const Row> spanish_rows();

std::span<const Row> portuguese_rows();

/// Templates that a language's wiki has beside those that all have.
std::span<const TemplateEntry> portuguese_templates();

/// Those of all languages.
std::vector<TemplateEntry> templates_of_languages();

}  // namespace acta::words
