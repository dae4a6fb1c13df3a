/// Any bytes give a record that is whole, conforms to the schema, and is the same once it was
/// written and read.  The first byte picks the form.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "acta.hpp"
#include "format/read.hpp"

namespace {

[[noreturn]] void fail(const std::string& what) {
  static_cast<void>(std::fprintf(stderr, "%s\n", what.c_str()));
  std::abort();
}

std::optional<acta::football::Form> form_of(std::uint8_t byte) {
  if (byte == 'r') return acta::football::Form::rendered;
  if (byte == 'w') return acta::football::Form::wikitext;
  if (byte == 'h') return acta::football::Form::html;
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const acta::Result result = acta::convert(std::move(bytes), {"fuzz.txt", form_of(data[0])});

  const acta::football::Coverage& coverage = result.season.coverage;
  const std::uint64_t sum = std::uint64_t{coverage.blank} + coverage.record + coverage.prose +
                            coverage.residue + coverage.unread;
  if (sum != coverage.lines) fail("the coverage does not add up");
  if (result.lines.size() != coverage.lines) fail("not every line has a reading");
  for (const acta::finding::Diagnostic& diagnostic : result.season.diagnostics) {
    if (diagnostic.position.line > std::max(coverage.lines, 1U)) fail("a finding past the end");
  }
  std::string json;
  acta::format::write_json(result.season, acta::format::Layout::compact, json);
  if (const auto violation = acta::format::validate(json)) {
    fail("breaks the schema at " + violation->pointer + ": " + violation->message);
  }
  const auto again = acta::format::read_season(json);
  if (!again) fail("what was written cannot be read");
  std::string second;
  acta::format::write_json(*again, acta::format::Layout::compact, second);
  if (second != json) fail("what was read is written otherwise");
  return 0;
}
