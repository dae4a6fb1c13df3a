#include "spec_file.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "format/rapidjson.hpp"
#include "support.hpp"

namespace acta::tests {
namespace {

/// Reads one file from its first line to its last.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path), text_(read_file(path)) {}

  std::vector<SpecCase> read() {
    std::string_view line;
    while (next(line)) {
      if (line.starts_with("## ")) {
        begin(line.substr(3));
      } else if (line.starts_with("```")) {
        take_block(line);
      }
    }
    finish();
    if (cases_.empty()) fail("holds no case (a heading of level two)");
    return std::move(cases_);
  }

 private:
  bool next(std::string_view& line) {
    if (offset_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', offset_), text_.size());
    line = std::string_view(text_).substr(offset_, end - offset_);
    offset_ = end + 1;
    ++line_;
    return true;
  }

  void begin(std::string_view title) {
    finish();
    SpecCase made;
    made.title = title;
    made.line = line_;
    for (const char it : title) {
      const bool upper = it >= 'A' && it <= 'Z';
      const bool plain = (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9');
      if (upper || plain) {
        made.name += upper ? static_cast<char>(it - 'A' + 'a') : it;
      } else if (!made.name.empty() && made.name.back() != '_') {
        made.name += '_';
      }
    }
    if (made.name.ends_with('_')) made.name.pop_back();
    if (made.name.empty()) fail("the heading has no letter or digit to name the case by");
    if (!names_.insert(made.name).second) fail("there is another case of this name");
    cases_.push_back(std::move(made));
    has_input_ = false;
  }

  void finish() const {
    if (cases_.empty()) return;
    const SpecCase& last = cases_.back();
    if (!has_input_) fail("\"" + last.title + "\" has no rendered, wikitext or html block");
    if (!last.json && !last.diagnostics) fail("\"" + last.title + "\" expects nothing");
  }

  void take_block(std::string_view opening) {
    const std::size_t fence = std::min(opening.find_first_not_of('`'), opening.size());
    std::string_view words = opening.substr(fence);
    const std::string_view kind = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(kind.size() + 1, words.size()));
    std::string body;
    const std::vector<std::string> lines = read_lines(fence, body);
    if (cases_.empty()) fail("a block stands before the first heading of level two");
    SpecCase& current = cases_.back();
    if (kind == "rendered" || kind == "wikitext" || kind == "html") {
      if (has_input_) fail("a second input block");
      has_input_ = true;
      current.input = std::move(body);
      current.options.form = kind == "rendered"   ? football::Form::rendered
                             : kind == "wikitext" ? football::Form::wikitext
                                                  : football::Form::html;
      if (words.starts_with("file=")) {
        current.options.file = std::string(words.substr(5));
      } else if (!words.empty()) {
        fail("after the form only file=NAME may stand");
      }
    } else if (kind == "page") {
      current.pages[std::string(words)] = std::move(body);
    } else if (kind == "json") {
      current.json = std::move(body);
    } else if (kind == "diagnostics") {
      current.more_diagnostics = !lines.empty() && lines.front() == "...";
      current.diagnostics.emplace(lines.begin() + (current.more_diagnostics ? 1 : 0), lines.end());
    } else {
      fail("unknown block \"" + std::string(kind) + "\"");
    }
  }

  std::vector<std::string> read_lines(std::size_t fence, std::string& body) {
    std::vector<std::string> lines;
    std::string_view line;
    while (next(line)) {
      if (line.size() >= fence && line.find_first_not_of('`') == std::string_view::npos) {
        return lines;
      }
      lines.emplace_back(line);
      body.append(line).append("\n");
    }
    fail("a block is not closed");
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(path_.string() + ":" + std::to_string(line_) + ": " + what);
  }

  std::filesystem::path path_;
  std::string text_;
  std::size_t offset_ = 0;
  std::size_t line_ = 0;
  std::vector<SpecCase> cases_;
  std::set<std::string> names_;
  bool has_input_ = false;
};

std::string printed(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

/// Adds what `expected` names and `actual` does not hold, each with its place.
void compare(const rapidjson::Value& expected, const rapidjson::Value& actual,
             const std::string& place, std::string& out) {
  if (expected.IsObject() && actual.IsObject()) {
    for (const auto& member : expected.GetObject()) {
      const std::string inner = place + "/" + member.name.GetString();
      const auto found = actual.FindMember(member.name);
      if (found == actual.MemberEnd()) {
        out += inner + ": there is no such key\n";
      } else {
        compare(member.value, found->value, inner, out);
      }
    }
  } else if (expected.IsArray() && actual.IsArray()) {
    if (expected.Size() != actual.Size()) {
      out += place + ": expected " + std::to_string(expected.Size()) + " elements, found " +
             std::to_string(actual.Size()) + "\n";
    }
    for (rapidjson::SizeType i = 0; i < std::min(expected.Size(), actual.Size()); ++i) {
      compare(expected[i], actual[i], place + "/" + std::to_string(i), out);
    }
  } else if (expected != actual) {
    out += place + ": expected " + printed(expected) + ", found " + printed(actual) + "\n";
  }
}

/// "1:1: error[x]: y" is meant by itself and by "1:1: error[x]".
bool means(const std::string& expected, const std::string& actual) {
  if (expected == actual) return true;
  return expected.ends_with(']') && actual.starts_with(expected + ":");
}

void compare_diagnostics(const SpecCase& expected, std::vector<std::string> actual,
                         std::string& out) {
  static const std::vector<std::string> nothing;
  const std::vector<std::string>& wanted = expected.diagnostics ? *expected.diagnostics : nothing;
  if (!expected.more_diagnostics) {
    if (!std::equal(wanted.begin(), wanted.end(), actual.begin(), actual.end(), means)) {
      out += "diagnostics: the list differs\n";
    }
    return;
  }
  for (const std::string& line : wanted) {
    const auto found = std::find_if(actual.begin(), actual.end(),
                                    [&](const std::string& it) { return means(line, it); });
    if (found == actual.end()) {
      out += "diagnostics: missing " + line + "\n";
    } else {
      actual.erase(found);
    }
  }
}

}  // namespace

std::vector<SpecCase> read_spec(const std::filesystem::path& path) { return Reader(path).read(); }

std::vector<std::string> listed(const football::Season& season) {
  std::vector<std::string> lines;
  for (const finding::Diagnostic& diagnostic : season.diagnostics) {
    std::string line = finding::to_text("", diagnostic);
    lines.push_back(line.starts_with(':') ? line.substr(1) : std::move(line));
  }
  return lines;
}

std::string mismatches(const SpecCase& expected, const Result& result) {
  std::string out;
  if (const std::string violation = schema_violation(result.season); !violation.empty()) {
    out += "breaks the schema at " + violation + "\n";
  }
  if (std::string broken = broken_invariant(result); !broken.empty()) out += broken + "\n";
  if (expected.json) {
    rapidjson::Document wanted;
    rapidjson::Document found;
    const std::string json = pretty(result.season);
    if (wanted.Parse(expected.json->data(), expected.json->size()).HasParseError()) {
      out += std::string("the json block is no JSON: ") +
             rapidjson::GetParseError_En(wanted.GetParseError()) + " at byte " +
             std::to_string(wanted.GetErrorOffset()) + "\n";
    } else if (found.Parse(json.data(), json.size()).HasParseError()) {
      out += "the record is no JSON\n";
    } else {
      compare(wanted, found, "", out);
    }
  }
  compare_diagnostics(expected, listed(result.season), out);
  return out;
}

}  // namespace acta::tests
