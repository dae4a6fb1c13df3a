#include <string>
#include <string_view>

#include "acta.hpp"
#include "commands.hpp"
#include "output.hpp"

namespace acta::tool {
namespace {

/// `text` as a JSON string; the table of codes holds no control characters.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char it : text) {
    if (it == '"' || it == '\\') out += '\\';
    out += it;
  }
  return out += '"';
}

std::string_view severity_name(const text::CodeEntry& entry) {
  return text::severity_names[static_cast<std::size_t>(entry.severity)];
}

std::string rules_as_json() {
  std::string out = "[";
  for (const text::CodeEntry& entry : text::codes()) {
    out += out.size() == 1 ? "\n" : ",\n";
    out += "  {\"code\": " + quoted(entry.name) +
           ", \"severity\": " + quoted(severity_name(entry)) +
           ", \"meaning\": " + quoted(entry.meaning) + "}";
  }
  return out += "\n]\n";
}

std::string rules_as_text() {
  std::string out;
  for (const text::CodeEntry& entry : text::codes()) {
    std::string line(severity_name(entry));
    line.resize(9, ' ');
    line += entry.name;
    line.resize(40, ' ');
    out += line.append(entry.meaning).append("\n");
  }
  return out;
}

}  // namespace

int schema(Schema which) {
  Output output;
  output.write(which == Schema::season ? std::string(format::schema())
                                       : format::generate_findings_schema());
  output.finish();
  return exit_clean;
}

int rules(const RulesOptions& options) {
  Output output;
  output.write(options.format == Listing::json ? rules_as_json() : rules_as_text());
  output.finish();
  return exit_clean;
}

}  // namespace acta::tool
