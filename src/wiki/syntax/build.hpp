#pragma once
/// The last pass over wikitext: marks become nodes.

#include <string_view>
#include <vector>

#include "wiki/syntax/mark.hpp"
#include "wiki/syntax/tree.hpp"

namespace acta::wiki::syntax {

/// The nodes of a tree, in preorder.
std::vector<Node> build(std::string_view text, const std::vector<Mark>& marks);

}  // namespace acta::wiki::syntax
