#include "wiki/title.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace acta::wiki {

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '_' || c == '\t' || c == '\n';
    if (!blank) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string normalize_title(std::string_view title) {
  std::string name = collapsed(title.substr(0, title.find('#')));
  name.erase(0, name.find_first_not_of(": "));
  return text::capitalized(name);
}

std::string title_of_file(std::string_view file) {
  std::string title(file.substr(file.rfind('/') + 1));
  title.erase(std::min(title.rfind('.'), title.size()));
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

}  // namespace acta::wiki
