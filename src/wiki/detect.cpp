#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "wiki/parse.hpp"
#include "wiki/rendered/text.hpp"
#include "words/words.hpp"

namespace acta::wiki {
namespace {

/// A page says what it is well before the last of these many bytes, most within the first.
constexpr std::array<std::size_t, 3> bytes_looked_at = {
    std::size_t{2} * 1024, std::size_t{8} * 1024, std::size_t{64} * 1024};

/// Evidence that the rest of a page does not outweigh.
constexpr int clear_margin = 20;

constexpr int strong = 4;
constexpr int weak = 1;

/// How strongly a text speaks for one form or the other.
struct Evidence {
  int wikitext = 0;
  int rendered = 0;
};

int count(std::string_view text, std::string_view mark) {
  int found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

/// What the start of a line says.
void weigh_start(std::string_view line, Evidence& evidence) {
  const std::string_view body = trim_blanks(line);
  if (body.empty()) {
    return;
  }
  switch (body.front()) {
    case '=': {
      const bool is_title =
          body.size() > 2 && body[1] != '=' && body.back() == '=' && body[body.size() - 2] != '=';
      evidence.rendered += is_title ? strong : 0;
      break;
    }
    case '|':
      evidence.rendered += body.size() > 2 && body[1] == ' ' && body.back() == '|' ? weak : 0;
      break;
    case '{':
      evidence.wikitext += body.starts_with("{|") ? strong : 0;
      break;
    case '#':
      evidence.wikitext += words::longest(words::Kind::redirect, body.substr(1)) ? 2 * strong : 0;
      break;
    default:
      evidence.rendered += words::exact(words::Kind::infobox_word, body) ? strong : 0;
      break;
  }
}

// A rendering holds a stray tag or bracket now and then; calls and links in numbers, and lines that
// open a table, are wikitext's own.
Evidence weigh(std::string_view text) {
  Evidence evidence;
  evidence.wikitext += 2 * count(text, "{{") + count(text, "[[") + count(text, "'''") +
                       count(text, "<ref") + count(text, "<!--");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    weigh_start(text.substr(begin, end - begin), evidence);
    begin = end + 1;
  }
  return evidence;
}

}  // namespace

Form detect_form(std::string_view whole) {
  Evidence evidence;
  for (const std::size_t bytes : bytes_looked_at) {
    evidence = weigh(whole.substr(0, bytes));
    if (bytes >= whole.size() || evidence.wikitext > 4 * evidence.rendered + clear_margin) break;
  }
  const bool is_wikitext = evidence.wikitext > 1 && evidence.wikitext > evidence.rendered;
  return is_wikitext ? Form::wikitext : Form::rendered;
}

}  // namespace acta::wiki
