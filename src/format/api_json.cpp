#include "format/api_json.hpp"

#include <utility>

#include "format/rapidjson.hpp"

namespace acta::format {
namespace {

using Value = rapidjson::Value;

/// Deeper than any answer; RapidJSON frees nested values by recursion.
constexpr std::size_t depth_limit = 64;

bool is_too_deep(std::string_view json) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > depth_limit) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

const Value* member(const Value* object, const char* key) {
  if (object == nullptr || !object->IsObject()) return nullptr;
  const auto found = object->FindMember(key);
  return found == object->MemberEnd() ? nullptr : &found->value;
}

std::optional<std::string> text_in(const Value* value) {
  if (value == nullptr || !value->IsString()) return std::nullopt;
  return std::string(value->GetString(), value->GetStringLength());
}

std::optional<std::int64_t> number_in(const Value* value) {
  if (value == nullptr || !value->IsInt64()) return std::nullopt;
  return value->GetInt64();
}

/// A flag is true in formatversion 2, and in version 1 an empty text where it holds.
bool flag_in(const Value* value) {
  return value != nullptr && (value->IsString() || (value->IsBool() && value->GetBool()));
}

/// Wikitext of a revision: in its main slot, or itself; under "content" (version 2) or "*".
std::optional<std::string> content_of(const Value* revision) {
  const Value* const slot = member(member(revision, "slots"), "main");
  for (const Value* holder : {slot, revision}) {
    for (const char* key : {"content", "*"}) {
      if (std::optional<std::string> text = text_in(member(holder, key))) return text;
    }
  }
  return std::nullopt;
}

bool starts_with_redirect(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos || text[at] != '#') return false;
  std::string word;
  for (++at; at < text.size() && word.size() < 12; ++at) {
    const char c = text[at];
    if (c == ' ' || c == '[' || c == ':' || c == '\n') break;
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word == "redirect" || word.starts_with("redirecci");
}

/// Whether a content model is that of articles; where none is named, it is.
bool is_wikitext(const Value* model) {
  const std::optional<std::string> name = text_in(model);
  return !name || name->empty() || *name == "wikitext";
}

void add_page(const Value& page, Answer& answer) {
  AnswerPage out;
  out.title = text_in(member(&page, "title")).value_or("");
  const std::string shown = out.title.empty() ? "a page without a title" : out.title;
  out.ns = static_cast<int>(number_in(member(&page, "ns")).value_or(0));
  out.page_id = number_in(member(&page, "pageid"));
  if (flag_in(member(&page, "missing")) || flag_in(member(&page, "invalid"))) {
    answer.failures.push_back(shown + ": the answer says that there is no such page");
    return;
  }
  const Value* const revisions = member(&page, "revisions");
  const Value* const revision = revisions != nullptr && revisions->IsArray() && !revisions->Empty()
                                    ? &(*revisions)[0]
                                    : nullptr;
  std::optional<std::string> text = content_of(revision);
  if (!text) {
    answer.failures.push_back(shown + ": the answer has no wikitext (ask with rvprop=content)");
    return;
  }
  if (!is_wikitext(member(revision, "contentmodel")) ||
      !is_wikitext(member(member(member(revision, "slots"), "main"), "contentmodel"))) {
    answer.failures.push_back(shown + ": the page is no wikitext");
    return;
  }
  out.revision_id = number_in(member(revision, "revid"));
  out.timestamp = text_in(member(revision, "timestamp"));
  out.redirect = starts_with_redirect(*text);
  out.text = std::move(*text);
  answer.pages.push_back(std::move(out));
}

Answer read_query(const Value& pages) {
  Answer answer;
  if (pages.IsArray()) {
    for (const Value& page : pages.GetArray()) add_page(page, answer);
  } else if (pages.IsObject()) {
    // Version 1 has them by their ids.
    for (const auto& page : pages.GetObject()) add_page(page.value, answer);
  }
  return answer;
}

/// Adds a page, or says that it has no text and what to ask for.
void add_text(AnswerPage page, std::optional<std::string> text, const char* advice,
              Answer& answer) {
  if (!text) {
    const std::string shown = page.title.empty() ? "a page without a title" : page.title;
    answer.failures.push_back(shown + ": the answer has no wikitext (" + advice + ")");
    return;
  }
  page.redirect = !page.html && starts_with_redirect(*text);
  page.text = std::move(*text);
  answer.pages.push_back(std::move(page));
}

Answer read_parse(const Value& parse) {
  Answer answer;
  AnswerPage page;
  page.title = text_in(member(&parse, "title")).value_or("");
  page.page_id = number_in(member(&parse, "pageid"));
  page.revision_id = number_in(member(&parse, "revid"));
  // Version 1 has the text under "*".
  const auto text_of = [&](const char* key) {
    std::optional<std::string> text = text_in(member(&parse, key));
    return text ? text : text_in(member(member(&parse, key), "*"));
  };
  std::optional<std::string> text = text_of("wikitext");
  if (!text) {
    text = text_of("text");
    page.html = text.has_value();
  }
  add_text(std::move(page), std::move(text), "ask with prop=wikitext", answer);
  return answer;
}

/// A page as the REST API has it: "source" is wikitext, "html" is HTML.
Answer read_rest(const Value& object) {
  Answer answer;
  AnswerPage page;
  page.title = text_in(member(&object, "title")).value_or("");
  page.page_id = number_in(member(&object, "id"));
  page.revision_id = number_in(member(member(&object, "latest"), "id"));
  page.timestamp = text_in(member(member(&object, "latest"), "timestamp"));
  std::optional<std::string> text = text_in(member(&object, "source"));
  if (!text) {
    text = text_in(member(&object, "html"));
    page.html = text.has_value();
  }
  if (!is_wikitext(member(&object, "content_model"))) {
    answer.failures.push_back(page.title + ": the page is no wikitext");
    return answer;
  }
  add_text(std::move(page), std::move(text), "ask for the page's source", answer);
  return answer;
}

/// A line of an Enterprise dump.
Answer read_enterprise(const Value& object) {
  Answer answer;
  AnswerPage page;
  page.title = text_in(member(&object, "name")).value_or("");
  page.ns =
      static_cast<int>(number_in(member(member(&object, "namespace"), "identifier")).value_or(0));
  page.page_id = number_in(member(&object, "identifier"));
  page.revision_id = number_in(member(member(&object, "version"), "identifier"));
  page.timestamp = text_in(member(&object, "date_modified"));
  if (const Value* const others = member(&object, "redirects");
      others != nullptr && others->IsArray()) {
    for (const Value& it : others->GetArray()) {
      if (std::optional<std::string> name = text_in(member(&it, "name")))
        page.other_names.push_back(std::move(*name));
    }
  }
  const Value* const body = member(&object, "article_body");
  std::optional<std::string> text = text_in(member(body, "wikitext"));
  if (!text || text->empty()) {
    if (std::optional<std::string> html = text_in(member(body, "html"))) {
      text = std::move(html);
      page.html = true;
    }
  }
  add_text(std::move(page), std::move(text), "it needs an article_body", answer);
  return answer;
}

}  // namespace

std::optional<Answer> read_answer(std::string_view json, std::string& failure) {
  failure.clear();
  if (is_too_deep(json)) return std::nullopt;
  rapidjson::Document document;
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  document.Parse<flags>(json.data(), json.size());
  if (document.HasParseError()) {
    failure = std::string("no JSON: ") + rapidjson::GetParseError_En(document.GetParseError()) +
              " (byte " + std::to_string(document.GetErrorOffset()) + ")";
    return std::nullopt;
  }
  if (const Value* const pages = member(member(&document, "query"), "pages"))
    return read_query(*pages);
  if (const Value* const parse = member(&document, "parse"); parse != nullptr && parse->IsObject())
    return read_parse(*parse);
  if (member(&document, "article_body") != nullptr) return read_enterprise(document);
  if (member(&document, "title") != nullptr) {
    if (member(&document, "revisions") != nullptr) {
      Answer answer;
      add_page(document, answer);
      return answer;
    }
    if (member(&document, "source") != nullptr || member(&document, "html") != nullptr)
      return read_rest(document);
  }
  if (const Value* const error = member(&document, "error"); error != nullptr && error->IsObject())
    failure = "the API answered with an error: " + text_in(member(error, "info")).value_or("");
  return std::nullopt;
}

}  // namespace acta::format
