#include <cstdint>

#include "wiki/syntax/mark.hpp"

namespace acta::wiki::syntax {

namespace {

/// What is open, named as in MediaWiki: `bold_italic` is bold outside.
enum class State : std::uint8_t { text, italic, bold, bold_italic, italic_bold, both };

/// One quote too many of each kind: one of the threes is an apostrophe and a two.  MediaWiki takes
/// the first after a single letter, else the first after a word, else the first after a blank.
void shorten_one(std::string_view text, std::vector<Mark>& marks,
                 const std::vector<std::uint32_t>& runs) {
  Mark* after_word = nullptr;
  Mark* after_blank = nullptr;
  Mark* chosen = nullptr;
  for (const std::uint32_t run : runs) {
    Mark& mark = marks[run];
    if (mark.end - mark.begin != 3) continue;
    const char last = mark.begin >= 1 ? text[mark.begin - 1] : '\n';
    const char before = mark.begin >= 2 && last != '\n' ? text[mark.begin - 2] : '\n';
    if (last == ' ') {
      if (after_blank == nullptr) after_blank = &mark;
    } else if (before == ' ') {
      chosen = &mark;
      break;
    } else if (after_word == nullptr) {
      after_word = &mark;
    }
  }
  if (chosen == nullptr) chosen = after_word != nullptr ? after_word : after_blank;
  if (chosen != nullptr) ++chosen->begin;
}

}  // namespace

bool balance_quotes(std::string_view text, std::vector<Mark>& marks,
                    const std::vector<std::uint32_t>& runs) {
  std::size_t bold = 0;
  std::size_t italic = 0;
  for (const std::uint32_t run : runs) {
    Mark& mark = marks[run];
    std::uint32_t length = mark.end - mark.begin;
    if (length == 4) length = 3;
    if (length > 5) length = 5;
    mark.begin = mark.end - length;  // What is too much is text.
    bold += length >= 3 ? 1 : 0;
    italic += length != 3 ? 1 : 0;
  }
  if (bold % 2 == 1 && italic % 2 == 1) shorten_one(text, marks, runs);

  State state = State::text;
  Mark* undecided = nullptr;  // Five quotes of which it is not known which are outside.
  const auto settle = [&](QuoteAction action) {
    undecided->number = static_cast<std::uint16_t>(action);
    undecided = nullptr;
  };
  for (const std::uint32_t run : runs) {
    Mark& mark = marks[run];
    const std::uint32_t length = mark.end - mark.begin;
    QuoteAction action = QuoteAction::none;
    const auto step = [&](QuoteAction what, State next) {
      action = what;
      state = next;
    };
    if (length == 2) {
      switch (state) {
        case State::text:
          step(QuoteAction::open_italic, State::italic);
          break;
        case State::bold:
          step(QuoteAction::open_italic, State::bold_italic);
          break;
        case State::italic:
          step(QuoteAction::close_italic, State::text);
          break;
        case State::bold_italic:
          step(QuoteAction::close_italic, State::bold);
          break;
        case State::italic_bold:
          step(QuoteAction::close_outer_italic, State::bold);
          break;
        case State::both:
          settle(QuoteAction::open_bold_italic);
          step(QuoteAction::close_italic, State::bold);
          break;
      }
    } else if (length == 3) {
      switch (state) {
        case State::text:
          step(QuoteAction::open_bold, State::bold);
          break;
        case State::italic:
          step(QuoteAction::open_bold, State::italic_bold);
          break;
        case State::bold:
          step(QuoteAction::close_bold, State::text);
          break;
        case State::italic_bold:
          step(QuoteAction::close_bold, State::italic);
          break;
        case State::bold_italic:
          step(QuoteAction::close_outer_bold, State::italic);
          break;
        case State::both:
          settle(QuoteAction::open_italic_bold);
          step(QuoteAction::close_bold, State::italic);
          break;
      }
    } else {
      switch (state) {
        case State::text:
          undecided = &mark;
          state = State::both;
          break;
        case State::bold:
          step(QuoteAction::bold_to_italic, State::italic);
          break;
        case State::italic:
          step(QuoteAction::italic_to_bold, State::bold);
          break;
        case State::both:
          settle(QuoteAction::open_italic_bold);
          step(QuoteAction::close_both, State::text);
          break;
        case State::bold_italic:
        case State::italic_bold:
          step(QuoteAction::close_both, State::text);
          break;
      }
    }
    mark.number = static_cast<std::uint16_t>(action);
  }
  if (undecided != nullptr) settle(QuoteAction::open_bold_italic);
  return state != State::text;
}

}  // namespace acta::wiki::syntax
