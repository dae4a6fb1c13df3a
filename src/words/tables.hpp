#pragma once
/// The rows of each language, one file a language.  Private to words/.

#include <span>

#include "words/words.hpp"

namespace acta::words {

/// Forms that people of any language write, or of languages that have no file of their own.
std::span<const Row> neutral_rows();

std::span<const Row> english_rows();

std::span<const Row> spanish_rows();

std::span<const Row> portuguese_rows();

}  // namespace acta::words
