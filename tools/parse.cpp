#include <cstdio>
#include <string>
#include <utility>

#include "acta.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"

namespace acta::tool {

int parse(const std::string& page) {
  const Inputs found = find_inputs({page});
  if (found.articles.size() != 1 || found.unread > 0) return exit_failed;
  const Input& input = found.articles.front();
  Content content = read_article(input);
  if (!content.bytes) {
    complain(input.shown(), content.failure);
    return exit_failed;
  }
  finding::Diagnostics diagnostics;
  Output output;
  output.write(parse_to_json(std::move(*content.bytes), diagnostics));
  output.write("\n");
  output.finish();
  for (const finding::Diagnostic& diagnostic : diagnostics.sorted()) {
    std::fprintf(stderr, "%s\n", finding::to_text(input.shown(), diagnostic).c_str());
  }
  return exit_clean;
}

}  // namespace acta::tool
