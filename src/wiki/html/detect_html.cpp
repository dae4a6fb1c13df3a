#include "wiki/html/detect_html.hpp"

#include <string>

#include "text/blanks.hpp"
#include "wiki/html/writer.hpp"
#include "wiki/parse.hpp"

namespace acta::wiki::html {
namespace {

int count(std::string_view text, std::string_view mark) {
  int found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

}  // namespace

bool is_html(std::string_view text) {
  constexpr std::size_t bytes_looked_at = std::size_t{16} * 1024;
  text = without_mark(text);
  std::size_t begin = 0;
  while (begin < text.size() && (text::is_blank_or_newline(text[begin]) || text[begin] == '\r'))
    ++begin;
  text = text.substr(begin, bytes_looked_at);
  if (!text.starts_with('<')) return false;
  const std::string head = lower(text.substr(0, 1024));
  for (const std::string_view start : {"<!doctype html", "<html"}) {
    const std::size_t at = head.find(start);
    // A comment or an XML declaration may stand above.
    if (at == 0 ||
        (at != std::string::npos && (head.starts_with("<!--") || head.starts_with("<?"))))
      return true;
  }
  const int wikitext =
      count(text, "{{") + count(text, "[[") + count(text, "\n|") + count(text, "''");
  const int html = 2 * count(text, "<a ") + count(text, "</p>") + count(text, "</li>") +
                   count(text, "</td>") + count(text, "</div>") + count(text, "</h2>") +
                   count(text, "class=\"");
  return html > 0 && html > wikitext;
}

}  // namespace acta::wiki::html

namespace acta::wiki {

std::string_view stated_encoding(std::string_view bytes) {
  constexpr std::size_t bytes_looked_at = 4096;
  if (!html::is_html(bytes)) return {};
  const std::string_view head = bytes.substr(0, bytes_looked_at);
  const std::string folded = html::lower(head);
  constexpr std::string_view word = "charset=";
  const std::size_t meta = folded.find("<meta");
  std::size_t at = meta == std::string::npos ? meta : folded.find(word, meta);
  if (at == std::string::npos) return {};
  at += word.size();
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  return head.substr(at, head.find_first_of("\"' />;", at) - at);
}

}  // namespace acta::wiki
