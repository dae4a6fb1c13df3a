#pragma once
/// Wikitext nodes as the text a reader sees.  Private to the wikitext front end.

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/diagnostic.hpp"
#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/struck.hpp"
#include "wiki/syntax/tree.hpp"
#include "words/templates.hpp"
#include "words/words.hpp"

namespace acta::wiki {

/// Markup nested deeper than that shows nothing.
inline constexpr int deepest_text = 100;

/// Whether a reader never sees an element: <span style="display:none">, a sort key.
bool is_hidden(const syntax::Tree& tree, syntax::Index tag);

/// Writes nodes as Texts: a line for each line of the source, list item and `<br>`.
class TextWriter {
 public:
  TextWriter(const text::Source& source, const syntax::Tree& tree, Arena& arena,
             finding::Diagnostics& diagnostics)
      : source_(source), line_at_(source), tree_(tree), arena_(arena), diagnostics_(diagnostics) {}

  /// The lines of a node's children.
  Lines lines_of_children(syntax::Index node);

  /// Adds a node to the line being written.
  void write(syntax::Index node);

  /// Adds text that stands at `offset` of the page to the line being written.
  void append(std::string_view text, std::uint32_t offset);

  /// Ends the line being written; a line that shows nothing is dropped.
  void end_line();

  /// Whether the line being written shows something.
  bool has_text() const;

  /// Whether nations are shown in Spanish, as on a page of a Spanish wiki.
  void speak(words::Language language) { language_ = language; }

  /// The finished lines.
  std::span<const Text> lines() const { return done_; }

  /// Drops the finished lines.
  void clear() { done_.clear(); }

  /// The templates of the page.
  words::TemplateCache& templates() { return templates_; }

  /// Reports the templates of records that stand in a node that is not shown.
  void report_hidden(syntax::Index node);

  /// A parameter's value as one line.
  std::string value(syntax::Index parameter);

 private:
  std::optional<Lines> plain_line(syntax::Index node);
  syntax::Index only_content(syntax::Index node) const;
  std::string_view page_of(std::string_view target);
  void write_children(syntax::Index node);
  void write_text(std::string_view text, std::uint32_t offset);
  void write_template(syntax::Index node);
  void write_link(syntax::Index node);
  void write_nation(syntax::Index node, const std::vector<syntax::Index>& parameters);
  void write_minutes(const std::vector<std::string>& values, std::string_view note);
  bool write_date(std::string_view year, std::string_view month, std::string_view day);
  void write_picture(std::string_view name, std::string_view shown,
                     const std::vector<syntax::Index>& parameters);
  void recompose();
  std::vector<syntax::Index>& positional(syntax::Index node);
  void collapse_blanks();

  /// A line that waits while a value inside it is written.
  struct Line {
    std::string text;
    std::vector<Link> links;
    std::vector<Call> calls;
    std::uint32_t offset = 0;
    Struck struck;
    std::size_t bold_begin = 0;
    std::size_t bold_end = 0;
    bool started = false;
  };

  void swap_line(Line& other);

  const text::Source& source_;
  text::LineCursor line_at_;
  const syntax::Tree& tree_;
  Arena& arena_;
  finding::Diagnostics& diagnostics_;
  std::string line_;
  std::vector<Link> links_;
  std::vector<Call> calls_;
  std::uint32_t offset_ = 0;
  bool started_ = false;
  Struck struck_;
  std::size_t bold_begin_ = 0;  // What is bold of the line, the last part of several.
  std::size_t bold_end_ = 0;
  bool in_cell_ = false;  // Of a table, where a line may be a picture and nothing else.
  std::vector<Text> done_;
  std::vector<std::uint32_t> moved_;  // Where the bytes of a line are once its blanks collapse.
  std::array<std::vector<syntax::Index>, deepest_text + 1> positional_;  // By depth.
  std::set<std::string> unknown_;
  std::set<std::uint32_t> hidden_;  // Where templates of records stand in values.
  words::TemplateCache templates_;
  int depth_ = 0;
  words::Language language_ = words::Language::english;
};

}  // namespace acta::wiki
