#pragma once
/// A page's syntax tree as JSON, for people and for conformance tests.

#include <string>

#include "wiki/syntax/tree.hpp"

namespace acta::format {

/// Appends the tree as one JSON object, without a final newline:
///
///     {"type":"document","span":[0,12],"children":[{"type":"text","span":[0,3],"text":"a b"}]}
///
/// Every node has its type and byte span.  Where a node has parts, they are objects of their own:
/// a template's `parameters` [{name, span, children}], a table's `rows` [{attributes, span, cells}]
/// and their `cells` [{header, rowspan, colspan, attributes, span, children}].  `children` of a
/// table or row is what stands in it outside of cells, such as a template that makes rows.
/// `grid` is the table with its spans expanded to rows of text; a text that would make the output
/// far larger than the table is empty where it repeats.  `name_children` are the nodes in a name,
/// target or address, where markup stands in it; `attribute_children` the calls, comments and
/// nowiki in attributes.
void write_json(const wiki::syntax::Tree& tree, std::string& out);

}  // namespace acta::format
