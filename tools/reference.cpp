#include <cstddef>
#include <span>
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

std::string_view severity_name(const finding::CodeEntry& entry) {
  return finding::severity_names[static_cast<std::size_t>(entry.severity)];
}

std::string as_json(std::span<const finding::CodeEntry> entries) {
  std::string out = "[";
  for (const finding::CodeEntry& entry : entries) {
    out += out.size() == 1 ? "\n" : ",\n";
    out += "  {\"code\": " + quoted(entry.name) +
           ", \"severity\": " + quoted(severity_name(entry)) +
           ", \"meaning\": " + quoted(entry.meaning) +
           ", \"page\": " + quoted(format::rule_page(entry)) + "}";
  }
  return out += "\n]\n";
}

std::string as_text(std::span<const finding::CodeEntry> entries) {
  std::string out;
  for (const finding::CodeEntry& entry : entries) {
    std::string line(severity_name(entry));
    line.resize(9, ' ');
    line += entry.name;
    line.resize(40, ' ');
    out += line.append(entry.meaning).append("\n");
  }
  return out;
}

/// One code for a reader: what it means, and where more is said.
std::string about(const finding::CodeEntry& entry) {
  std::string out(severity_name(entry));
  out.append("[").append(entry.name).append("]\n").append(entry.meaning);
  return out.append("\nPage: ").append(format::rule_page(entry)).append("\n");
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
  std::span<const finding::CodeEntry> entries = finding::codes();
  if (options.code) entries = entries.subspan(static_cast<std::size_t>(*options.code), 1);
  std::string listing;
  if (options.format == Listing::json) {
    listing = as_json(entries);
  } else {
    listing = options.code ? about(entries.front()) : as_text(entries);
  }
  Output output;
  output.write(listing);
  output.finish();
  return exit_clean;
}

}  // namespace acta::tool
