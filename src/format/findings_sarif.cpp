/// Findings as SARIF 2.1.0, as code scanning services take it.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "format/baseline.hpp"
#include "format/findings_forms.hpp"
#include "format/rapidjson.hpp"
#include "text/hash.hpp"
#include "version.hpp"

namespace acta::format {
namespace {

constexpr std::array<std::string_view, 3> level_names = {"error", "warning", "note"};

/// What GitHub sorts its alerts by.
constexpr std::array<std::string_view, 3> problem_names = {"error", "warning", "recommendation"};

/// SARIF asks for absolute URIs of the tool and of the pages about its rules.  acta is published at
/// no address of its own, so that they are names and no locations; what a reader can open is the
/// path in the help text.
constexpr std::string_view information_uri = "urn:x-acta:readme";
constexpr std::string_view rules_uri = "urn:x-acta:rules:";

bool is_unreserved(char it) {
  const bool is_letter = (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z');
  return is_letter || (it >= '0' && it <= '9') ||
         std::string_view("-._~/").find(it) != std::string_view::npos;
}

/// A path as URI reference (RFC 3986): relative, or a file URI where the path is absolute.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char it : path) {
    if (is_unreserved(it)) {
      uri += it;
      continue;
    }
    const auto byte = static_cast<unsigned char>(it);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 15U];
  }
  return uri;
}

/// Tells findings apart that agree in article, code and key, by their order.
class Fingerprints {
 public:
  /// One of `finding` that an edit elsewhere in the article does not change.
  std::string of(const Finding& finding) {
    std::string identity(article_of(finding));
    identity.append("\n").append(finding::entry(finding.diagnostic.code).name);
    identity.append("\n").append(stable_key(finding.diagnostic, finding.line_text));
    const std::size_t number = ++counts_[identity];
    return text::sha256(identity + "\n" + std::to_string(number));
  }

 private:
  std::map<std::string, std::size_t> counts_;
};

/// Writes one log of one run.
class SarifWriter {
 public:
  SarifWriter(const Findings& findings, rapidjson::StringBuffer& out)
      : findings_(findings), json_(out) {
    json_.SetIndent(' ', 2);
  }

  void write() {
    json_.StartObject();
    member("$schema",
           "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
           "sarif-schema-2.1.0.json");
    member("version", "2.1.0");
    key("runs");
    json_.StartArray();
    json_.StartObject();
    write_tool();
    write_invocation();
    member("columnKind", "unicodeCodePoints");
    write_results();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
  }

 private:
  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void text(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }

  /// A member that is an object of one text.
  void wrapped(std::string_view name, std::string_view inner, std::string_view value) {
    key(name);
    json_.StartObject();
    member(inner, value);
    json_.EndObject();
  }

  void write_tool() {
    key("tool");
    json_.StartObject();
    key("driver");
    json_.StartObject();
    member("name", "acta");
    member("informationUri", information_uri);
    member("version", version_text);
    member("semanticVersion", version_text);
    key("rules");
    json_.StartArray();
    for (const finding::CodeEntry& entry : finding::codes()) write_rule(entry);
    json_.EndArray();
    json_.EndObject();
    json_.EndObject();
  }

  void write_rule(const finding::CodeEntry& entry) {
    const auto severity = static_cast<std::size_t>(entry.severity);
    json_.StartObject();
    member("id", entry.name);
    wrapped("shortDescription", "text", entry.meaning);
    wrapped("fullDescription", "text", entry.meaning);
    member("helpUri", std::string(rules_uri) + std::string(entry.name));
    wrapped("help", "text", std::string(entry.meaning) + " See " + rule_page(entry) + '.');
    wrapped("defaultConfiguration", "level", level_names[severity]);
    wrapped("properties", "problem.severity", problem_names[severity]);
    json_.EndObject();
  }

  void write_invocation() {
    key("invocations");
    json_.StartArray();
    json_.StartObject();
    key("executionSuccessful");
    json_.Bool(findings_.counts.unread == 0);
    if (findings_.findings.size() > sarif_results_limit) {
      key("toolExecutionNotifications");
      json_.StartArray();
      json_.StartObject();
      member("level", "warning");
      wrapped("message", "text",
              "Only the " + std::to_string(sarif_results_limit) + " worst of " +
                  std::to_string(findings_.findings.size()) + " findings are listed.");
      json_.EndObject();
      json_.EndArray();
    }
    json_.EndObject();
    json_.EndArray();
  }

  void write_results() {
    // The worst are the ones to keep; those that are kept stand in their usual order.
    std::vector<std::uint32_t> listed = worst_first(findings_);
    listed.resize(std::min(listed.size(), sarif_results_limit));
    std::sort(listed.begin(), listed.end());
    key("results");
    json_.StartArray();
    for (const std::uint32_t number : listed) write_result(findings_.findings[number]);
    json_.EndArray();
  }

  void write_result(const Finding& finding) {
    const finding::Diagnostic& it = finding.diagnostic;
    json_.StartObject();
    member("ruleId", finding::entry(it.code).name);
    key("ruleIndex");
    json_.Uint(static_cast<unsigned>(it.code));
    member("level", level_names[static_cast<std::size_t>(it.severity)]);
    wrapped("message", "text", message_of(finding));
    key("locations");
    json_.StartArray();
    json_.StartObject();
    write_place(finding.file, it.position.line, it.position.column);
    json_.EndObject();
    json_.EndArray();
    write_related(finding);
    wrapped("partialFingerprints", "actaFinding/v2", fingerprints_.of(finding));
    json_.EndObject();
  }

  /// A place's members; without a column the whole line.
  void write_place(std::string_view file, std::uint32_t line, std::uint32_t column) {
    key("physicalLocation");
    json_.StartObject();
    wrapped("artifactLocation", "uri", uri_of(file));
    key("region");
    json_.StartObject();
    key("startLine");
    json_.Uint(line);
    if (column > 0) {
      key("startColumn");
      json_.Uint(column);
    }
    json_.EndObject();
    json_.EndObject();
  }

  /// The line that the finding compares with.
  void write_related(const Finding& finding) {
    for (const finding::Context& detail : finding.diagnostic.context) {
      const auto* const line = std::get_if<std::int64_t>(&detail.value);
      if (detail.key != "other_line" || line == nullptr || *line < 1) continue;
      key("relatedLocations");
      json_.StartArray();
      json_.StartObject();
      key("id");
      json_.Uint(1);
      write_place(finding.file, static_cast<std::uint32_t>(*line), 0);
      wrapped("message", "text", "The line that this one is compared with");
      json_.EndObject();
      json_.EndArray();
      return;
    }
  }

  const Findings& findings_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
  Fingerprints fingerprints_;
};

}  // namespace

void write_findings_sarif(const Findings& findings, std::string& out) {
  rapidjson::StringBuffer buffer;
  SarifWriter(findings, buffer).write();
  out.append(buffer.GetString(), buffer.GetSize()).append("\n");
}

}  // namespace acta::format
