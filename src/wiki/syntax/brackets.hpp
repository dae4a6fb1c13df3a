#pragma once
/// The linear bracket pre-pass over wikitext.

#include <string_view>
#include <vector>

#include "wiki/syntax/mark.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki::syntax {

/// Finds what MediaWiki's preprocessor finds: comments, extension tags with their content, template
/// calls and arguments.  Runs of braces are matched as there: innermost first, three before two.
/// A template whose name no page can have is no template.
///
/// An opaque reference is a tag like <math>: its content is text.  One that is not sound, because
/// its end is missing, say, is looked into all the same.
///
/// `Mark::link` of each `_open` is the index of its close and the other way round.
std::vector<Mark> find_brackets(std::string_view text, References references, Findings& findings);

}  // namespace acta::wiki::syntax
