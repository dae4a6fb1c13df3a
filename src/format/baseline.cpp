#include "format/baseline.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "format/rapidjson.hpp"
#include "text/hash.hpp"

namespace acta::format {
namespace {

/// Whether a finding of the code that names nothing is one of the whole article or of its only
/// table, whatever line it is shown at.
bool is_of_whole_article(finding::Code code) {
  switch (code) {
    case finding::Code::empty_document:
    case finding::Code::title_missing:
    case finding::Code::infobox_missing:
    case finding::Code::no_matches_found:
    case finding::Code::scorer_list_absent:
    case finding::Code::winners_per_stage:
    case finding::Code::date_missing:
    case finding::Code::team_without_match:
    case finding::Code::played_arithmetic:
    case finding::Code::goals_sum_mismatch:
    case finding::Code::table_vs_results:
    case finding::Code::round_robin_incomplete:
      return true;
    default:
      return false;
  }
}

/// The text of a line as a key: blanks as one, and of a long line the head and a hash of the whole,
/// so that a list of findings stays one that people can read.
std::string key_of_line(std::string_view line) {
  constexpr std::size_t longest = 120;
  std::string key;
  for (const char it : line) {
    const bool is_blank = it == ' ' || it == '\t';
    if (!is_blank) key += it;
    if (is_blank && !key.empty() && key.back() != ' ') key += ' ';
  }
  if (key.ends_with(' ')) key.pop_back();
  if (key.size() <= longest) return key;
  constexpr std::size_t hash_shown = 12;
  const std::string hash = text::sha256(key).substr(0, hash_shown);
  std::size_t size = longest;
  while ((static_cast<unsigned char>(key[size]) & 0xC0U) == 0x80U) --size;
  return key.substr(0, size) + " #" + hash;
}

using Identity = std::tuple<std::string, std::string, std::string>;

Identity identity_of(const BaselineEntry& entry) { return {entry.article, entry.code, entry.key}; }

Identity identity_of(const Finding& finding) {
  return {std::string(article_of(finding)),
          std::string(finding::entry(finding.diagnostic.code).name),
          stable_key(finding.diagnostic, finding.line_text)};
}

/// Reads a baseline value by value, because only the reader's place gives the lines of entries.
/// The form is fixed: an object of "schema" and "entries", entries of three members.
class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  Handler(const rapidjson::MemoryStream& in, std::string_view json) : in_(in), json_(json) {}

  bool Default() { return fail("a text"); }

  bool String(const char* data, rapidjson::SizeType size, bool /*copied*/) {
    const std::string_view value(data, size);
    if (depth_ == 1 && key_ == "schema") {
      if (value == "acta/baseline/1") {
        return fail(
            "acta/baseline/2: one that went by messages is written anew, "
            "with --write-baseline");
      }
      has_schema_ = value == baseline_schema_id;
      return has_schema_ || fail("the schema \"" + std::string(baseline_schema_id) + '"');
    }
    if (depth_ != 3) return fail("an array");
    BaselineEntry& entry = read_.entries.back();
    if (key_ == "article") {
      entry.article = value;
      seen_ |= 1U;
    } else if (key_ == "code") {
      entry.code = value;
      seen_ |= 2U;
    } else {
      entry.key = value;
      seen_ |= 4U;
    }
    return true;
  }

  bool StartObject() {
    if (depth_ != 0 && depth_ != 2) return fail("a text");
    if (depth_ == 2) {
      read_.entries.emplace_back();
      read_.entries.back().line = line();
      seen_ = 0;
    }
    ++depth_;
    return true;
  }

  bool Key(const char* data, rapidjson::SizeType size, bool /*copied*/) {
    key_.assign(data, size);
    if (depth_ == 1) {
      return key_ == "schema" || key_ == "entries" || fail("\"schema\" or \"entries\"");
    }
    return key_ == "article" || key_ == "code" || key_ == "key" ||
           fail("\"article\", \"code\" or \"key\"");
  }

  bool EndObject(rapidjson::SizeType /*members*/) {
    --depth_;
    if (depth_ == 2 && seen_ != 7U) return fail("an entry of article, code and key");
    if (depth_ == 0 && (!has_schema_ || !has_entries_)) return fail("\"schema\" and \"entries\"");
    return true;
  }

  bool StartArray() {
    if (depth_ != 1 || key_ != "entries") return fail("an object");
    has_entries_ = true;
    ++depth_;
    return true;
  }

  bool EndArray(rapidjson::SizeType /*elements*/) {
    --depth_;
    return true;
  }

  /// What was read; the failure of the grammar itself is `parsed`.
  BaselineText result(const rapidjson::ParseResult& parsed) {
    if (!parsed.IsError() && depth_ == 0 && has_entries_) return std::move(read_);
    read_.entries.clear();
    if (read_.failure.empty()) {
      read_.line = line();
      read_.failure = rapidjson::GetParseError_En(parsed.Code());
    }
    return std::move(read_);
  }

 private:
  /// The line that the reader has come to.
  std::uint32_t line() {
    const std::string_view more = json_.substr(counted_, in_.Tell() - counted_);
    counted_ += more.size();
    line_ += static_cast<std::uint32_t>(std::count(more.begin(), more.end(), '\n'));
    return line_;
  }

  bool fail(std::string_view expected) {
    read_.line = line();
    read_.failure = "expected " + std::string(expected);
    return false;
  }

  const rapidjson::MemoryStream& in_;
  std::string_view json_;
  BaselineText read_;
  std::string key_;
  std::size_t counted_ = 0;  ///< Bytes before which `line_` counts the lines.
  std::uint32_t line_ = 1;
  unsigned depth_ = 0;  ///< 1 in the object, 2 in its array, 3 in an entry.
  unsigned seen_ = 0;   ///< A bit for each member of the entry.
  bool has_schema_ = false;
  bool has_entries_ = false;
};

void append_member(std::string_view name, std::string_view value, std::string& out) {
  out.append("\"").append(name).append("\": ");
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace

std::string stable_key(const finding::Diagnostic& diagnostic, std::string_view line_text) {
  std::string key;
  for (const finding::ContextKey& known : finding::context_keys) {
    const bool is_part = known.key == "record" || known.key == "section" || known.key == "team" ||
                         known.key == "player" || known.key == "rule";
    if (!is_part) continue;
    for (const finding::Context& detail : diagnostic.context) {
      if (detail.key != known.key) continue;
      if (!key.empty()) key += " | ";
      key += std::get<std::string>(detail.value);
    }
  }
  if (!key.empty() || is_of_whole_article(diagnostic.code)) return key;
  return key_of_line(line_text);
}

BaselineText read_baseline(std::string_view json) {
  rapidjson::MemoryStream in(json.data(), json.size());
  Handler handler(in, json);
  rapidjson::Reader reader;
  // The form allows no deep nesting, yet what is read may hold it before it is refused.
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult parsed = reader.Parse<flags>(in, handler);
  return handler.result(parsed);
}

void write_baseline(std::vector<BaselineEntry> entries, std::string& out) {
  std::sort(entries.begin(), entries.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.article, a.code, a.key) < std::tie(b.article, b.code, b.key);
  });
  out += "{\n  ";
  append_member("schema", baseline_schema_id, out);
  out += ",\n  \"entries\": [";
  std::string_view separator = "\n    {";
  for (const BaselineEntry& entry : entries) {
    out += separator;
    separator = ",\n    {";
    append_member("article", entry.article, out);
    out += ", ";
    append_member("code", entry.code, out);
    out += ", ";
    append_member("key", entry.key, out);
    out += '}';
  }
  out += entries.empty() ? "]\n}\n" : "\n  ]\n}\n";
}

std::vector<BaselineEntry> baseline_of(const std::vector<Finding>& findings) {
  std::set<Identity> identities;
  for (const Finding& finding : findings) identities.insert(identity_of(finding));
  std::vector<BaselineEntry> entries;
  for (const auto& [article, code, key] : identities) {
    entries.push_back({.article = article, .code = code, .key = key});
  }
  return entries;
}

std::vector<Finding> take_known(const std::vector<BaselineEntry>& entries,
                                std::vector<Finding>& findings) {
  std::set<Identity> listed;
  for (const BaselineEntry& entry : entries) listed.insert(identity_of(entry));
  std::vector<Finding> known;
  std::vector<Finding> others;
  for (Finding& finding : findings) {
    const bool is_known = listed.contains(identity_of(finding));
    (is_known ? known : others).push_back(std::move(finding));
  }
  findings = std::move(others);
  return known;
}

}  // namespace acta::format
