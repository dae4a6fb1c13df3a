#include "format/baseline.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

using Identity = std::tuple<std::string, std::string, std::string>;

Identity identity_of(const BaselineEntry& entry) { return {entry.article, entry.code, entry.key}; }

Identity identity_of(const Finding& finding) {
  return {std::string(article_of(finding)), std::string(text::entry(finding.diagnostic.code).name),
          text::stable_key(finding.diagnostic, finding.line_text)};
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
