#include "acta.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "check/causes.hpp"
#include "check/check.hpp"
#include "check/records.hpp"
#include "football/relocate.hpp"
#include "format/read.hpp"
#include "format/syntax_json.hpp"
#include "text/diagnostic.hpp"
#include "text/hash.hpp"
#include "text/source.hpp"
#include "version.hpp"
#include "wiki/document.hpp"
#include "wiki/parse.hpp"
#include "wiki/syntax.hpp"
#include "wiki/transclude.hpp"

namespace acta {
namespace {

wiki::Form form_of(const text::Source& source, const Options& options) {
  if (!options.form) return wiki::detect_form(source.text());
  return *options.form == football::Form::wikitext ? wiki::Form::wikitext : wiki::Form::rendered;
}

/// A file's name as UTF-8: a file system may hold any bytes, JSON may not.
std::string clean_name(const std::string& name) {
  text::Diagnostics ignored;
  return std::string(text::Source::from_bytes("", name, ignored).text());
}

/// Takes the findings over into the result.
void conclude(const text::Diagnostics& counted, std::vector<text::Diagnostic> findings,
              Result& result) {
  result.season.diagnostics = std::move(findings);
  for (const text::Severity severity :
       {text::Severity::error, text::Severity::warning, text::Severity::info}) {
    result.severities[static_cast<std::size_t>(severity)] = counted.count(severity);
  }
}

/// Makes a finding about a record point at its place in the JSON text.
void place(text::Diagnostic& finding, const format::ReadSeason& read) {
  // The line is one of the JSON text, of whatever page the record was.
  std::erase_if(finding.context, [](const text::Context& it) { return it.key == "page"; });
  // What is said of the whole article stands where its season begins.
  finding.position = std::max(finding.position, read.start);
  for (const text::Context& it : finding.context) {
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
  text::Diagnostics diagnostics;
  std::optional<std::string> file;
  if (options.file) file = clean_name(*options.file);
  std::string hash = text::sha256(bytes);

  const text::Source source =
      text::Source::from_bytes(file.value_or(""), std::move(bytes), diagnostics);
  const bool wikitext = form_of(source, options) == wiki::Form::wikitext;
  std::vector<std::string> asked;
  std::optional<wiki::Transclusion> whole;
  std::optional<wiki::syntax::Tree> tree;
  // Of a reference a reader sees a number; what stands behind it is no part of a season.
  const auto parse = [&](const text::Source& text) {
    tree.emplace(wiki::syntax::parse(text, wiki::syntax::References::opaque, diagnostics));
  };
  // What is wrong with the markup is said of the text with its transclusions.
  const text::Diagnostics before = diagnostics;
  if (wikitext) parse(source);
  if (wikitext && options.pages) {
    const std::string title = options.title.value_or(wiki::title_of_file(source.name()));
    text::Diagnostics of_whole = before;
    whole = wiki::transclude(source, *tree, title, options.pages, asked, of_whole);
    if (whole) {
      diagnostics = std::move(of_whole);
      parse(whole->source);
    }
  }
  const text::Source& read = whole ? whole->source : source;
  const wiki::Document document =
      wikitext ? wiki::parse_wikitext(read, *tree, options.title, diagnostics)
               : wiki::parse_rendered(read, diagnostics);
  football::Extraction extraction = football::extract(document, read, diagnostics);
  check::check(extraction.season, diagnostics, options.aliases);
  std::vector<text::Diagnostic> findings = diagnostics.take_sorted();
  const auto lines_of = [](const football::Match& match) {
    return check::MatchLines{match.line, match.end_line};
  };
  const auto followers =
      check::leave_out_followers(extraction.season, findings, lines_of, findings);
  football::Dropped dropped{};
  if (whole) dropped = football::relocate(extraction, findings, *whole, source.line_count());

  Result result{.season = std::move(extraction.season), .lines = std::move(extraction.lines)};
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  result.transcluded = std::move(asked);
  result.season.article.file = std::move(file);
  result.season.article.sha256 = std::move(hash);
  result.season.article.page_id = options.page_id;
  result.season.article.revision_id = options.revision_id;
  result.season.article.timestamp = options.timestamp;
  conclude(diagnostics, std::move(findings), result);
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    result.severities[i] -= dropped[i] + followers[i];
  }
  return result;
}

std::vector<Result> check_json(std::string_view json, const check::Aliases* aliases) {
  std::vector<Result> results;
  format::read_seasons(json, format::LinesOf::json, [&](format::ReadSeason&& read) {
    Result& result = results.emplace_back();
    result.season = std::move(read.season);
    const bool is_whole = read.findings.count(text::Severity::error) == 0;
    check::check(result.season, read.findings, aliases);
    // Where a record was left out, what refers to it is no second fault.
    if (is_whole) check::check_records(result.season, read.findings);
    std::vector<text::Diagnostic> findings = read.findings.take_sorted();
    const auto lines_of = [&](const football::Match& match) {
      const auto found = read.article_lines.find(match.id);
      if (found == read.article_lines.end()) return check::MatchLines{};
      return check::MatchLines{found->second.first, found->second.second};
    };
    const auto followers =
        check::leave_out_followers(result.season, result.season.diagnostics, lines_of, findings);
    for (text::Diagnostic& finding : findings) place(finding, read);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const text::Diagnostic& left, const text::Diagnostic& right) {
                       return left.position < right.position;
                     });
    conclude(read.findings, std::move(findings), result);
    for (std::size_t i = 0; i < followers.size(); ++i) result.severities[i] -= followers[i];
  });
  return results;
}

std::string parse_to_json(std::string bytes, text::Diagnostics& diagnostics) {
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
