#pragma once
/// Pages that were saved as JSON: answers of MediaWiki's API (`action=query&prop=revisions` and
/// `action=parse`, each in formatversion 1 and 2), answers of its REST API (`source`, `html`), and
/// lines of Enterprise dumps (`article_body`).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acta::format {

/// A page of an answer, with its wikitext or, where there is none, its HTML.
struct AnswerPage {
  std::string title;
  int ns = 0;
  bool redirect = false;
  std::optional<std::int64_t> page_id;
  std::optional<std::int64_t> revision_id;
  std::optional<std::string> timestamp;
  std::string text;
  bool html = false;                     ///< `text` is HTML.
  std::vector<std::string> other_names;  ///< Titles that are redirects to the page.
};

/// What an answer holds.
struct Answer {
  std::vector<AnswerPage> pages;      ///< In the order of the answer.
  std::vector<std::string> failures;  ///< Pages that are missing or have no text, and why.
};

/// Reads an answer.  Nothing when `json` is no JSON or no answer of these kinds: `failure` says
/// why, and is empty when it is some other JSON.
std::optional<Answer> read_answer(std::string_view json, std::string& failure);

}  // namespace acta::format
