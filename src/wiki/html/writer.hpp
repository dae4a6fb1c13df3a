#pragma once
/// Nodes of HTML as the text a reader sees.  Private to the HTML front end.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.hpp"
#include "wiki/document.hpp"
#include "wiki/html/tree.hpp"
#include "wiki/struck.hpp"

namespace acta::wiki::html {

/// Writes nodes as Texts: a line for each `<br>`, list item and block.
class Writer {
 public:
  Writer(const text::Source& source, const Tree& tree, Arena& arena)
      : line_at_(source), tree_(tree), arena_(arena) {}

  /// The lines of an element's children, which are not written to a line begun before.
  Lines lines_of(Index node) { return lines_of(node + 1, tree_[node].next); }

  /// The lines of the nodes from `first` to the one before `end`.
  Lines lines_of(Index first, Index end);

  /// As `lines_of`; of a cell that shows only flags, whose they are.
  Lines lines_of_cell(Index node);

  /// Adds a node to the line being written.
  void write(Index node);

  /// Ends the line being written; a line that shows nothing is dropped.
  void end_line();

  std::span<const Text> lines() const { return done_; }

  void clear() { done_.clear(); }

  /// Whether a line end of the page is one of the text: MediaWiki leaves those of a paragraph as
  /// the wikitext has them, elsewhere they are blanks.
  void break_at_newlines(bool on) { breaks_ = on; }

  /// Whether pictures of cards, kicks and substitutions are calls of the text: in the scorer lists
  /// of match boxes, where they tell who did not score, and in line-ups.
  void mark_cards(bool on) { marks_cards_ = on; }

  /// The same for the cells of a table, where a line may be a picture and nothing else.
  void mark_cards_alone(bool on) { marks_cards_ = in_table_ = on; }

 private:
  void write_children(Index node);
  void write_text(Index node);
  void append(std::string_view text, std::uint32_t offset);
  void write_link(Index node);
  void write_image(Index node);
  void write_picture(std::string_view name, std::string_view shown);
  std::string_view minute_in(Index from, Index end);
  void collapse_blanks();
  std::string_view page_of(std::string_view href);
  std::string_view without_card_minute(std::string_view text);

  text::LineCursor line_at_;
  const Tree& tree_;
  Arena& arena_;
  std::string line_;
  std::vector<Link> links_;
  std::vector<Call> calls_;
  std::vector<std::uint32_t> moved_;  // Where the bytes of a line are once its blanks collapse.
  std::uint32_t offset_ = 0;
  Struck struck_;
  std::size_t bold_begin_ = 0;  // What is bold of the line, the last part of several.
  std::size_t bold_end_ = 0;
  bool started_ = false;
  bool breaks_ = false;
  bool marks_cards_ = false;
  bool in_table_ = false;
  bool in_goal_ = false;      // Inside the minutes of a goal, where links are notes.
  bool behind_card_ = false;  // The minute that follows is that of a card.
  std::vector<Text> done_;
  std::vector<std::string> flags_;  // Of the value that is being written.
};

/// The number that an attribute begins with; `none` when there is none.
std::uint32_t number_of(std::string_view value, std::uint32_t none);

/// `text` with ASCII letters in lower case.
std::string lower(std::string_view text);

}  // namespace acta::wiki::html
