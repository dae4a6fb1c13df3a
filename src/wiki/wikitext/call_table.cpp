/// Calls of templates that no record has, and that name their values, as the tables that they are
/// on the page: {{fb in player|p=...|pos=...}} a row, its keys the header.

#include <algorithm>
#include <string>
#include <vector>

#include "text/blanks.hpp"
#include "wiki/wikitext/page.hpp"

namespace acta::wiki {

using finding::Code;
using syntax::Index;
using syntax::Node;
using syntax::Type;

namespace {

// More values than that are no row of a table.
constexpr std::size_t most_columns = 48;

// A template with fewer named values is a note or a mark.
constexpr std::size_t fewest_values = 2;

Row row_of(const std::vector<Cell>& cells, std::uint32_t offset, std::uint32_t line,
           std::uint32_t end_line, Arena& arena) {
  Row row;
  row.cells = arena.keep(cells);
  row.line = line;
  row.end_line = end_line;
  row.offset = offset;
  return row;
}

Cell cell_of(std::string_view key, const Field& at, Arena& arena) {
  Text text;
  text.text = arena.keep(key);
  text.line = at.line;
  text.offset = at.offset;
  Cell cell;
  cell.value = arena.keep_one(text);
  cell.header = true;
  return cell;
}

}  // namespace

// Whether a call may be a row: it names values, and holds nothing that is read by itself.
bool PageBuilder::may_be_row(Index node) {
  if (tree_[node].type != Type::template_call) return false;
  const words::FoundTemplate& found = writer_.templates().find(tree_.name(node, name_));
  if (found.entry.shows != words::Shows::unknown && found.entry.shows != words::Shows::table)
    return false;
  std::size_t named = 0;
  std::size_t all = 0;
  for (const Index child : tree_.children(node)) {
    if (tree_[child].type != Type::parameter) continue;
    ++all;
    const bool is_named = !tree_[child].has(Node::positional);
    if (is_named && !tree_.children(child).empty()) ++named;
  }
  return named >= fewest_values && all <= most_columns && !holds_blocks_inside(node, found, 0);
}

// The calls of one template from `first` on, with nothing but blanks and comments between.
std::vector<Index> PageBuilder::calls_like(Index first, Index end) {
  std::vector<Index> calls;
  std::string made;
  const std::string name = writer_.templates().find(tree_.name(first, made)).name;
  for (Index at = first; at < end; at = tree_[at].next) {
    const Type type = tree_[at].type;
    if (type == Type::comment) continue;
    if (type == Type::text && text::without_blanks(tree_.text(at)).empty()) continue;
    if (type != Type::template_call || !may_be_row(at) ||
        writer_.templates().find(tree_.name(at, made)).name != name)
      break;
    calls.push_back(at);
  }
  return calls;
}

// Reads the calls from `first` on as a table; gives what stands behind them, `first` where they
// are none.
Index PageBuilder::table_of_calls(Index first, Index end) {
  if (first < no_rows_before_ || !may_be_row(first)) return first;
  const words::FoundTemplate& found = writer_.templates().find(tree_.name(first, name_));
  const std::vector<Index> calls = calls_like(first, end);
  // One call of a template that nothing knows may be anything.
  const bool is_known = found.entry.shows == words::Shows::table;
  no_rows_before_ = tree_[calls.back()].next;
  if (calls.size() < 2 && !is_known) return first;
  Arena& arena = *document_.arena;
  std::vector<std::span<const Field>> rows;
  std::vector<Field> columns;
  const bool is_module = found.name.starts_with("#invoke:");
  for (const Index call : calls) {
    rows.push_back(fields(call, is_module));
    for (const Field& field : rows.back()) {
      const auto known = std::find_if(columns.begin(), columns.end(),
                                      [&](const Field& one) { return one.key == field.key; });
      if (known == columns.end() && !field.value.empty()) columns.push_back(field);
    }
    if (columns.size() > most_columns) return first;
  }
  if (columns.empty()) return first;
  end_line();
  Table table;
  table.line = line_of(first);
  table.end_line = end_line_of(calls.back());
  table.caption.text = arena.keep(std::string_view(found.name));
  table.caption.line = table.line;
  table.caption.offset = tree_[first].begin;
  std::vector<Cell> header;
  for (const Field& column : columns) header.push_back(cell_of(column.key, column, arena));
  table.header = row_of(header, tree_[first].begin, table.line, table.line, arena);
  std::vector<Row> out;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    std::vector<Cell> cells(columns.size());
    for (const Field& field : rows[i]) {
      const auto column = std::find_if(columns.begin(), columns.end(),
                                       [&](const Field& one) { return one.key == field.key; });
      if (column != columns.end())
        cells[static_cast<std::size_t>(column - columns.begin())].value = field.value;
    }
    out.push_back(
        row_of(cells, tree_[calls[i]].begin, line_of(calls[i]), end_line_of(calls[i]), arena));
  }
  table.rows = arena.keep(out);
  if (!is_known) {
    diagnostics_.add(Code::template_unknown, source_.position(tree_[first].begin),
                     "template \"" + found.name + "\" is not known, its calls are kept as a table",
                     {{"found", found.name}});
  }
  add({table, false}, table.line);
  return tree_[calls.back()].next;
}

}  // namespace acta::wiki
