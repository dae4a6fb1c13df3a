#pragma once
/// The parts of wikitext markup in the order of the text: what the passes of the parser hand on.
///
///     brackets.cpp      comments, extension tags, braces: what MediaWiki's preprocessor sees
///     syntax_scan.cpp   everything else, between those
///     syntax_build.cpp  marks become nodes

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"

namespace acta::wiki::syntax {

/// What stands at a place.  Every `_open` that is not turned to `none` has its `_close`, and they
/// nest.
enum class Part : std::uint8_t {
  none,  ///< Not markup after all.
  comment,
  template_open,
  argument_open,
  brace_close,
  braced,      ///< Of no length: up to `braced_end` braces hold what makes no template together.
  braced_end,  ///< Of no length.
  bang,        ///< {{!}}
  tag_open,    ///< `number` is the length of the name.
  tag_close,
  tag_single,  ///< A tag without content, or without its closing tag.
  link_open,   ///< `link` is the end of the target, `end` after its pipe, `number` a LinkKind.
  target_end,  ///< The pipe after a target that holds markup.
  link_close,
  external_open,  ///< Ends after the URL.
  external_close,
  url,   ///< `link` is where the address begins, after the protocol.
  pipe,  ///< Between parameters; `link` is the mark of the parameter's `equals`, 0 if none.
  equals,
  option,      ///< The pipe before an option of a file; none of ours when no file is open.
  table_open,  ///< `link` is where the attributes end.
  table_close,
  caption,  ///< As cell.
  row,      ///< `link` is where the attributes end.
  cell,     ///< `link` is the mark `attributes_end`, 0 if none.
  attributes_end,
  list_open,
  heading_open,  ///< `link` is where the content ends, `number` the level.
  line_close,    ///< Ends a list item or heading.
  entity,
  magic_word,
  redirect,  ///< `link` is where the target begins.
  quotes,    ///< `number` is a QuoteAction.
  quotes_end,
};

/// One part.  Marks stand in the order of `begin`.
struct Mark {
  static constexpr std::uint8_t header = 1;
  static constexpr std::uint8_t unclosed = 2;
  static constexpr std::uint8_t opaque = 4;
  static constexpr std::uint8_t self_closing = 8;
  static constexpr std::uint8_t named = 16;  ///< Of a link: markup stands in the target.

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t link = 0;  ///< In brackets: the mark of the other end.
  Part part = Part::none;
  std::uint8_t flags = 0;
  std::uint16_t number = 0;
};

/// What a link in double brackets is.
enum class LinkKind : std::uint16_t { page, file, category };

/// What a run of apostrophes does.
enum class QuoteAction : std::uint16_t {
  none,
  open_italic,
  open_bold,
  open_italic_bold,  ///< Italic outside.
  open_bold_italic,
  close_italic,
  close_bold,
  close_both,
  italic_to_bold,
  bold_to_italic,
  close_outer_italic,  ///< The bold inside ends too and begins again.
  close_outer_bold,
};

/// Findings by offset.  Positions are made at the end, in one sweep, so that a million findings on
/// one line cost no more than one.
class Findings {
 public:
  void unclosed_template(std::uint32_t offset) { add(templates_, offset, ""); }

  /// `message` must be a literal.
  void unbalanced(std::uint32_t offset, const char* message) { add(markup_, offset, message); }

  /// A tag of HTML without its other half: a wiki mends it, and a reader sees nothing wrong.
  void unbalanced_tag(std::uint32_t offset, const char* message) { add(tags_, offset, message); }

  void report(const text::Source& source, finding::Diagnostics& diagnostics);

 private:
  struct Finding {
    std::uint32_t offset;
    const char* message;
  };

  struct List {
    std::vector<Finding> kept;
    std::size_t count = 0;
  };

  static void add(List& list, std::uint32_t offset, const char* message) {
    ++list.count;
    if (list.kept.size() < finding::Diagnostics::kept_per_code)
      list.kept.push_back({offset, message});
  }

  static void report(List& list, finding::Code code, finding::Severity severity,
                     const text::Source& source, finding::Diagnostics& diagnostics);

  List templates_;
  List markup_;
  List tags_;
};

/// Everything but braces, comments and extension tags: adds those marks to `brackets`.
std::vector<Mark> scan(std::string_view text, const std::vector<Mark>& brackets,
                       Findings& findings);

/// Gives each run of apostrophes of one line its action, as MediaWiki's doQuotes does: `runs` are
/// marks of one line, in order.  Says whether bold or italic is left open.
bool balance_quotes(std::string_view text, std::vector<Mark>& marks,
                    const std::vector<std::uint32_t>& runs);

}  // namespace acta::wiki::syntax
