/// The pages docs/rules/CODE.md: each code has one, it says what the table of codes says, and what
/// its example shows is found.
///
/// An example is one block of input ("rendered", "wikitext" or "json") or, for findings across
/// articles, several with a name ("rendered file=2030.txt"), perhaps with a block "aliases" or
/// "page TITLE".  The block "diagnostics" has the form of those of the spec files.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "acta.hpp"
#include "check/across.hpp"
#include "format/findings.hpp"
#include "support.hpp"

namespace {

using acta::finding::CodeEntry;
using acta::finding::Diagnostic;
using Lines = std::vector<std::string>;

/// Codes whose examples are commands, which tests/cli/rules_test.py runs: bytes that no page can
/// hold, a baseline's life, more lines than anyone wants to read.
const std::set<std::string_view> shown_by_commands = {"encoding_invalid", "baseline_entry_unused",
                                                      "diagnostics_truncated"};

struct Block {
  std::string kind;
  std::string words;
  std::string body;
};

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The fenced blocks of a page.
std::vector<Block> blocks_of(const Lines& lines) {
  std::vector<Block> blocks;
  std::string fence;  // Of the block that is open.
  for (const std::string& line : lines) {
    if (!fence.empty()) {
      if (line == fence) {
        fence.clear();
      } else {
        blocks.back().body += line + "\n";
      }
    } else if (line.starts_with("```")) {
      const std::size_t size = std::min(line.find_first_not_of('`'), line.size());
      fence = line.substr(0, size);
      const std::size_t blank = std::min(line.find(' '), line.size());
      blocks.push_back({line.substr(size, blank - size),
                        line.substr(std::min(blank + 1, line.size())), std::string()});
    }
  }
  BOOST_TEST(fence.empty(), "a block is not closed");
  return blocks;
}

/// Converts and checks the inputs of an example.
class Example {
 public:
  explicit Example(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.kind == "rendered" || block.kind == "wikitext" || block.kind == "json") {
        inputs_.push_back(&block);
      } else if (block.kind == "aliases") {
        aliases_ = acta::check::Aliases::load("aliases.csv", block.body);
      } else if (block.kind == "page") {
        pages_[block.words] = block.body;
      } else if (block.kind == "diagnostics") {
        expected = lines_of(block.body);
      } else {
        BOOST_ERROR("unknown block " << block.kind);
      }
    }
    BOOST_REQUIRE(!inputs_.empty());
  }

  /// What is found, as the page lists it.
  Lines found() const {
    Lines lines;
    std::vector<acta::check::Summary> summaries;
    for (const Block* input : inputs_) {
      for (const acta::Result& result : read(*input)) {
        for (const Diagnostic& it : result.season.diagnostics) lines.push_back(shown(*input, it));
        summaries.push_back(acta::check::summarize(result.season));
      }
    }
    for (const auto& [article, diagnostic] : acta::check::across(summaries)) {
      lines.push_back(shown(*inputs_.at(article), diagnostic));
    }
    return lines;
  }

  Lines expected;

 private:
  std::vector<acta::Result> read(const Block& input) const {
    const acta::check::Aliases* aliases = aliases_ ? &*aliases_ : nullptr;
    if (input.kind == "json") return acta::check_json(input.body, aliases);
    acta::Options options;
    options.form =
        input.kind == "rendered" ? acta::football::Form::rendered : acta::football::Form::wikitext;
    options.aliases = aliases;
    if (const std::string file = file_of(input); !file.empty()) options.file = file;
    if (!pages_.empty()) {
      options.pages = [this](std::string_view title) -> std::optional<std::string> {
        const auto page = pages_.find(std::string(title));
        if (page == pages_.end()) return std::nullopt;
        return page->second;
      };
    }
    std::vector<acta::Result> results;
    results.push_back(acta::convert(input.body, options));
    return results;
  }

  std::string shown(const Block& input, const Diagnostic& diagnostic) const {
    const std::string line =
        acta::finding::to_text(inputs_.size() > 1 ? file_of(input) : "", diagnostic);
    return line.starts_with(':') ? line.substr(1) : line;
  }

  static std::string file_of(const Block& input) {
    constexpr std::string_view key = "file=";
    return input.words.starts_with(key) ? input.words.substr(key.size()) : "";
  }

  std::vector<const Block*> inputs_;
  std::optional<acta::check::Aliases> aliases_;
  std::map<std::string, std::string> pages_;
};

std::filesystem::path path_of(const CodeEntry& entry) {
  return acta::tests::source_folder() / acta::format::rule_page(entry);
}

std::string marked(const CodeEntry& entry) {
  return std::string(acta::finding::severity_names[static_cast<std::size_t>(entry.severity)]) +
         "[" + std::string(entry.name) + "]";
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// What the page of `entry` gets wrong of its example; "" when nothing.
std::string wrong_in(const CodeEntry& entry, Lines expected, Lines found) {
  std::string out;
  const bool is_part = !expected.empty() && expected.front() == "...";
  if (is_part) expected.erase(expected.begin());
  if (std::ranges::none_of(expected, [&](const std::string& line) {
        return line.find(": " + marked(entry) + ": ") != std::string::npos;
      })) {
    out += "the block lists no " + marked(entry) + "\n";
  }
  const std::string all = joined(found);
  for (const std::string& line : expected) {
    const auto place = std::ranges::find(found, line);
    if (place == found.end()) {
      out += "not found: " + line + "\n";
    } else {
      found.erase(place);
    }
  }
  if (!is_part && !found.empty()) out += "not listed: " + joined(found);
  return out.empty() ? out : out + "--- Found\n" + all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_pages)

BOOST_AUTO_TEST_CASE(every_code_has_a_page_and_every_page_a_code) {
  std::set<std::string> present;
  for (const auto& file :
       std::filesystem::directory_iterator(acta::tests::source_folder() / "docs" / "rules")) {
    present.insert(file.path().filename().string());
  }
  std::set<std::string> wanted;
  for (const CodeEntry& entry : acta::finding::codes()) {
    wanted.insert(path_of(entry).filename().string());
  }
  BOOST_TEST(present == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pages_say_what_the_table_says) {
  for (const CodeEntry& entry : acta::finding::codes()) {
    const std::string_view severity =
        acta::finding::severity_names[static_cast<std::size_t>(entry.severity)];
    const std::string head = "# " + std::string(entry.name) + "\n\n**" + std::string(severity) +
                             "**: " + std::string(entry.meaning) + "\n\n";
    const std::string page = acta::tests::read_file(path_of(entry));
    BOOST_TEST(page.substr(0, head.size()) == head);
    for (const std::string_view part : {"\nLooks at: ", "\nWhat to do: ", "\n## Example\n"}) {
      BOOST_TEST(page.find(part) != std::string::npos, entry.name << " has no \"" << part << '"');
    }
  }
}

BOOST_AUTO_TEST_CASE(examples_give_their_findings) {
  for (const CodeEntry& entry : acta::finding::codes()) {
    BOOST_TEST_CONTEXT(entry.name) {
      const std::vector<Block> blocks = blocks_of(lines_of(acta::tests::read_file(path_of(entry))));
      const bool has_commands =
          std::ranges::any_of(blocks, [](const Block& it) { return it.kind == "sh"; });
      BOOST_TEST(has_commands == shown_by_commands.contains(entry.name));
      if (has_commands) continue;
      const Example example(blocks);
      const std::string wrong = wrong_in(entry, example.expected, example.found());
      BOOST_TEST(wrong.empty(), entry.name << '\n' << wrong);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
