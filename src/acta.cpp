#include "acta.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "check/check.hpp"
#include "check/records.hpp"
#include "finding/diagnostic.hpp"
#include "football/relocate.hpp"
#include "format/read.hpp"
#include "format/syntax_json.hpp"
#include "text/hash.hpp"
#include "text/source.hpp"
#include "text/unicode.hpp"
#include "version.hpp"
#include "wiki/document.hpp"
#include "wiki/parse.hpp"
#include "wiki/syntax/tree.hpp"
#include "wiki/wikitext/transclude.hpp"

namespace acta {
namespace {

wiki::Form form_of(const text::Source& source, const Options& options) {
  if (!options.form) return wiki::detect_form(source.text());
  return static_cast<wiki::Form>(*options.form);
}

/// A file's name as UTF-8: a file system may hold any bytes, JSON may not.
std::string clean_name(const std::string& name) {
  finding::Diagnostics ignored;
  return std::string(text::Source::from_bytes("", name, ignored).text());
}

/// Takes the findings over into the result.
void conclude(const finding::Diagnostics& counted, std::vector<finding::Diagnostic> findings,
              Result& result) {
  result.season.diagnostics = std::move(findings);
  for (const finding::Severity severity :
       {finding::Severity::error, finding::Severity::warning, finding::Severity::info}) {
    result.severities[static_cast<std::size_t>(severity)] = counted.count(severity);
  }
}

/// Makes a finding about a record point at its place in the JSON text.
void place(finding::Diagnostic& finding, const format::ReadSeason& read) {
  // The line is one of the JSON text, of whatever page the record was.
  std::erase_if(finding.context, [](const finding::Context& it) { return it.key == "page"; });
  // What is said of the whole article stands where its season begins.
  finding.position = std::max(finding.position, read.start);
  for (const finding::Context& it : finding.context) {
    if (it.key != "record") continue;
    const auto found = read.places.find(std::get<std::string>(it.value));
    if (found == read.places.end()) continue;
    // In a JSON text without line breaks the columns tell the records; a player has no line.
    if (found->second.line == finding.position.line || finding.position == read.start) {
      finding.position = found->second;
    }
  }
}

}  // namespace

Result convert(std::string bytes, const Options& options) {
  finding::Diagnostics diagnostics;
  std::optional<std::string> file;
  if (options.file) file = clean_name(*options.file);
  std::string hash = text::sha256(bytes);

  // Only a page of HTML says how its bytes are to be read.
  if (const std::string_view encoding = wiki::stated_encoding(bytes); !encoding.empty()) {
    if (auto converted = text::decoded(bytes, encoding)) bytes = std::move(*converted);
  }
  const text::Source source =
      text::Source::from_bytes(file.value_or(""), std::move(bytes), diagnostics);
  const wiki::Form form = form_of(source, options);
  const bool wikitext = form == wiki::Form::wikitext;
  std::vector<std::string> asked;
  std::optional<wiki::Transclusion> whole;
  std::optional<wiki::syntax::Tree> tree;
  // Of a reference a reader sees a number; what stands behind it is no part of a season.
  const auto parse = [&](const text::Source& text) {
    tree.emplace(wiki::syntax::parse(text, wiki::syntax::References::opaque, diagnostics));
  };
  // What is wrong with the markup is said of the text with its transclusions.
  const finding::Diagnostics before = diagnostics;
  if (wikitext) parse(source);
  if (wikitext && options.pages) {
    const std::string title = options.title.value_or(wiki::title_of_file(source.name()));
    finding::Diagnostics of_whole = before;
    whole = wiki::transclude(source, *tree, title, options.pages, asked, of_whole);
    if (whole) {
      diagnostics = std::move(of_whole);
      parse(whole->source);
    }
  }
  const text::Source& read = whole ? whole->source : source;
  const wiki::Document document =
      wikitext                   ? wiki::parse_wikitext(read, *tree, options.title, diagnostics)
      : form == wiki::Form::html ? wiki::parse_html(read, options.title, diagnostics)
                                 : wiki::parse_rendered(read, diagnostics);
  football::Extraction extraction = football::extract(document, read, diagnostics);
  check::check(extraction.season, diagnostics, options.aliases);
  std::vector<finding::Diagnostic> findings = diagnostics.take_sorted();
  football::Dropped dropped{};
  if (whole) dropped = football::relocate(extraction, findings, *whole, source.line_count());

  Result result{.season = std::move(extraction.season), .lines = std::move(extraction.lines)};
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  result.transcluded = std::move(asked);
  result.season.article.file = std::move(file);
  result.season.article.sha256 = std::move(hash);
  result.season.article.page_id = options.page_id ? options.page_id : document.page_id;
  result.season.article.revision_id =
      options.revision_id ? options.revision_id : document.revision_id;
  result.season.article.timestamp = options.timestamp;
  conclude(diagnostics, std::move(findings), result);
  for (std::size_t i = 0; i < dropped.size(); ++i) result.severities[i] -= dropped[i];
  return result;
}

std::vector<Result> check_json(std::string_view json, const check::Aliases* aliases) {
  std::vector<Result> results;
  format::read_seasons(json, format::LinesOf::json, [&](format::ReadSeason&& read) {
    Result& result = results.emplace_back();
    result.season = std::move(read.season);
    const bool is_whole = read.findings.count(finding::Severity::error) == 0;
    check::check(result.season, read.findings, aliases);
    // Where a record was left out, what refers to it is no second fault.
    if (is_whole) check::check_records(result.season, read.findings);
    std::vector<finding::Diagnostic> findings = read.findings.take_sorted();
    for (finding::Diagnostic& finding : findings) place(finding, read);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const finding::Diagnostic& left, const finding::Diagnostic& right) {
                       return left.position < right.position;
                     });
    conclude(read.findings, std::move(findings), result);
  });
  return results;
}

std::string parse_to_json(std::string bytes, finding::Diagnostics& diagnostics) {
  const text::Source source = text::Source::from_bytes("", std::move(bytes), diagnostics);
  std::string json;
  format::write_json(wiki::syntax::parse(source, wiki::syntax::References::parsed, diagnostics),
                     json);
  return json;
}

std::string title_of_file(std::string_view file) {
  return wiki::normalize_title(wiki::title_of_file(file));
}

std::string_view version() { return version_text; }

}  // namespace acta
