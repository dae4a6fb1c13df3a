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
  const Place place = place_of_page(page);
  std::optional<input::Article> article = one_article(place, std::nullopt, nullptr);
  if (!article) return exit_failed;
  finding::Diagnostics diagnostics;
  Output output;
  output.write(parse_to_json(std::move(article->text), diagnostics));
  output.write("\n");
  output.finish();
  for (const finding::Diagnostic& diagnostic : diagnostics.sorted()) {
    std::fprintf(stderr, "%s\n",
                 finding::to_text(shown({.path = place.path}, article->name), diagnostic).c_str());
  }
  return exit_clean;
}

}  // namespace acta::tool
