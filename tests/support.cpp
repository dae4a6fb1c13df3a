#include "support.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace acta::tests {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

fs::path source_folder() { return ACTA_SOURCE_FOLDER; }

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

std::vector<CorpusArticle> corpus() {
  std::vector<CorpusArticle> articles;
  for (const fs::directory_entry& entry : fs::directory_iterator(source_folder() / "corpus")) {
    if (!entry.is_directory()) continue;
    fs::path article = entry.path() / "article.txt";
    if (!fs::exists(article)) article.replace_extension(".wiki");
    if (!fs::exists(article)) {
      throw std::runtime_error(entry.path().string() + " holds no article.txt or article.wiki");
    }
    articles.push_back({entry.path().filename().string(), article, entry.path() / "season.json"});
  }
  if (articles.empty()) throw std::runtime_error("the corpus is empty");
  std::sort(articles.begin(), articles.end(),
            [](const auto& left, const auto& right) { return left.slug < right.slug; });
  return articles;
}

std::string pretty(const football::Season& season) {
  std::string json;
  format::write_json(season, format::Layout::pretty, json);
  return json += '\n';
}

std::string schema_violation(const football::Season& season) {
  std::string json;
  format::write_json(season, format::Layout::compact, json);
  const auto violation = format::validate(json);
  return violation ? violation->pointer + ": " + violation->message : "";
}

std::string difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<std::string_view> left = lines_of(expected);
  const std::vector<std::string_view> right = lines_of(actual);
  std::ostringstream out;
  out << "--- expected\n+++ actual\n";

  // Line by line, looking a little ahead for where the two meet again: enough to read by, and
  // linear in the size of the texts.
  constexpr std::size_t horizon = 60;
  constexpr std::size_t context = 3;
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t shown = 0;  // Lines of `left` before this one have been printed.
  const auto print_same = [&](std::size_t begin, std::size_t end) {
    for (std::size_t line = std::max(begin, shown); line < end; ++line) {
      out << "  " << left[line] << '\n';
    }
    shown = std::max(shown, end);
  };
  while (i < left.size() || j < right.size()) {
    if (i < left.size() && j < right.size() && left[i] == right[j]) {
      ++i;
      ++j;
      continue;
    }
    std::size_t skip_left = std::min(horizon, left.size() - i);
    std::size_t skip_right = std::min(horizon, right.size() - j);
    for (std::size_t sum = 1; sum < horizon; ++sum) {
      bool met = false;
      for (std::size_t step = 0; step <= sum && !met; ++step) {
        const std::size_t a = i + step;
        const std::size_t b = j + sum - step;
        if (a < left.size() && b < right.size() && left[a] == right[b]) {
          skip_left = step;
          skip_right = sum - step;
          met = true;
        }
      }
      if (met) break;
    }
    if (i >= shown + context || shown == 0) out << "@@ line " << i + 1 << " @@\n";
    print_same(i - std::min(i, context), i);
    for (std::size_t line = i; line < i + skip_left; ++line) out << "- " << left[line] << '\n';
    for (std::size_t line = j; line < j + skip_right; ++line) out << "+ " << right[line] << '\n';
    i += skip_left;
    j += skip_right;
    shown = i;
    print_same(i, std::min(i + context, left.size()));
  }
  return out.str();
}

std::string broken_invariant(const Result& result) {
  const football::Coverage& coverage = result.season.coverage;
  std::ostringstream out;
  const std::uint64_t sum = std::uint64_t{coverage.blank} + coverage.record + coverage.prose +
                            coverage.residue + coverage.unread;
  if (sum != coverage.lines) out << "coverage adds up to " << sum << " of " << coverage.lines;
  if (result.lines.size() != coverage.lines) {
    out << "; " << result.lines.size() << " readings for " << coverage.lines << " lines";
  }
  return out.str();
}

}  // namespace acta::tests
