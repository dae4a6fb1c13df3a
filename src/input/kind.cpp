#include "input/kind.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "input/sources.hpp"
#include "wiki/parse.hpp"

namespace acta::input {
namespace {

constexpr std::string_view save_article = "save the article as wikitext or as text";
constexpr std::string_view save_sheet =
    "it is no article; tables of results are not read yet, articles are";
constexpr std::string_view unpack = "unpack it and give the files in it";

/// Bytes at the start of a file that only one kind of file has.
struct Magic {
  std::string_view bytes;
  std::string_view name;
  std::string_view advice;
};

using std::string_view_literals::operator""sv;

constexpr auto magics = std::to_array<Magic>({
    {"%PDF-", "a PDF document", save_article},
    {"%!PS", "a PostScript document", save_article},
    {"{\\rtf", "an RTF document", save_article},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document", save_article},
    {"\xFD"
     "7zXZ\0"sv,
     "an xz archive", unpack},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive", unpack},
    {"Rar!\x1A\x07", "a RAR archive", unpack},
    {"\x04\x22\x4D\x18", "an lz4 archive", unpack},
    {"!<arch>", "an ar archive", unpack},
    {"\x89PNG\r\n", "a PNG image", save_article},
    {"\xFF\xD8\xFF", "a JPEG image", save_article},
    {"GIF87a", "a GIF image", save_article},
    {"GIF89a", "a GIF image", save_article},
    {"II*\0"sv, "a TIFF image", save_article},
    {"MM\0*"sv, "a TIFF image", save_article},
    {"BM", "a BMP image", save_article},
    {"\0\0\1\0"sv, "an icon", save_article},
    {"\x7F"
     "ELF",
     "a program", save_article},
    {"MZ", "a program", save_article},
    {"SQLite format 3", "an SQLite database", "ask it with sqlite3; acta build writes such files"},
    {"PAR1", "a Parquet file", save_sheet},
    {"Obj\1", "an Avro file", save_sheet},
    {"\x89HDF\r\n", "an HDF5 file", save_sheet},
    {"ID3", "a sound", save_article},
    {"OggS", "a sound or a film", save_article},
    {"fLaC", "a sound", save_article},
    {"wOFF", "a font", save_article},
    {"wOF2", "a font", save_article},
    {"\xCA\xFE\xBA\xBE", "a program", save_article},
    {"\0asm"sv, "a program", save_article},
});

/// Text that people and programs write, and that is no article, by its first letters.
constexpr auto openings = std::to_array<Magic>({
    {"version https://git-lfs.github.com/", "a Git LFS pointer",
     "fetch the file itself with git lfs pull"},
    {"#!/", "a script", save_article},
    {"\\documentclass", "a LaTeX document", save_article},
    {"BEGIN:VCALENDAR", "a calendar", save_article},
    {"diff --git ", "a patch", save_article},
    {"-----BEGIN ", "a key or a certificate", save_article},
});

std::string_view without_blanks(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether `text` starts with `name` (lower case), in any case.
bool starts_like(std::string_view text, std::string_view name) {
  return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(),
                                                  [](char a, char b) { return a == lower(b); });
}

bool ends_like(std::string_view text, std::string_view name) {
  return text.size() >= name.size() && starts_like(text.substr(text.size() - name.size()), name);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view mark) {
  std::size_t found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

/// The members of a ZIP file say what it is.
Look look_at_zip(std::string_view start) {
  const std::string_view head = start.substr(0, 4096);
  if (contains(head, "word/") || contains(head, "opendocument.text"))
    return {Kind::foreign, "a text document (Word or OpenDocument)", save_article};
  if (contains(head, "xl/") || contains(head, "opendocument.spreadsheet"))
    return {Kind::foreign, "a spreadsheet", save_sheet};
  if (contains(head, "[Content_Types].xml"))
    return {Kind::foreign, "an Office document", save_article};
  if (contains(head, "application/epub")) return {Kind::foreign, "an e-book", save_article};
  return {Kind::foreign, "a ZIP archive", unpack};
}

/// Files whose mark stands not at their start.
std::optional<Look> look_within(std::string_view start) {
  constexpr std::size_t tar_mark = 257;
  if (start.size() >= 512 && start.substr(tar_mark).starts_with("ustar"))
    return Look{Kind::tar, "a tar archive"};
  if (start.starts_with("RIFF") && start.size() > 12) {
    const bool is_image = start.substr(8).starts_with("WEBP");
    return Look{Kind::foreign, is_image ? "a WebP image" : "a sound or a film", save_article};
  }
  if (start.size() > 12 && start.substr(4).starts_with("ftyp"))
    return Look{Kind::foreign, "a film or an image", save_article};
  return std::nullopt;
}

/// What is no text at all; nothing for what may be text.
std::optional<Look> look_at_binary(std::string_view start) {
  if (start.starts_with("\x1F\x8B")) return Look{Kind::gzip, "a gzip file"};
  if (start.starts_with("BZh")) return Look{Kind::bzip2, "a bzip2 file"};
  if (start.starts_with("\x28\xB5\x2F\xFD")) return Look{Kind::zstd, "a zstd file"};
  if (start.starts_with("PK\3\4") || start.starts_with("PK\5\6")) return look_at_zip(start);
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
    return Look{Kind::foreign, "text in UTF-16", "save it as UTF-8"};
  if (const std::optional<Look> within = look_within(start)) return within;
  // The rule of git and grep: text has no NUL near its start.
  const bool has_nul = start.substr(0, 8000).find('\0') != std::string_view::npos;
  for (const Magic& it : magics) {
    // Two letters may open a text as well.
    const bool is_sure = it.bytes.size() > 3 || has_nul || it.bytes[0] == '\xFF';
    if (is_sure && start.starts_with(it.bytes)) return Look{Kind::foreign, it.name, it.advice};
  }
  if (has_nul) return Look{Kind::foreign, "a binary file", save_article};
  return std::nullopt;
}

/// The name of the first element, without its prefix: "mediawiki" of `<mw:mediawiki xmlns...`.
/// What stands before it, as comments and instructions do, is passed over.
std::string_view first_element(std::string_view text) {
  for (;;) {
    text = without_blanks(text);
    if (!text.starts_with('<')) return {};
    std::string_view end = ">";
    if (text.starts_with("<!--")) end = "-->";
    if (text.starts_with("<?")) end = "?>";
    if (!text.starts_with("<!") && !text.starts_with("<?")) break;
    if (starts_like(text, "<!doctype html")) return "html";
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
  text.remove_prefix(1);
  text = text.substr(0, text.find_first_of(" \t\r\n/>"));
  return text.substr(text.find(':') + 1);
}

/// Whether text that opens with a tag is markup of a browser rather than of a wiki's editor: both
/// have tags, one has calls and links in brackets besides.
bool is_html(std::string_view text) {
  const std::string_view part = text.substr(0, std::size_t{64} * 1024);
  std::size_t html = 0;
  for (const std::string_view it : {"<a href", "<a rel=", "<a class=", "</p>", "</a>", "<td", "<li",
                                    "</span>", "</h2>", "</section>"}) {
    html += count(part, it);
  }
  const std::size_t wikitext =
      count(part, "{{") + count(part, "[[") + count(part, "{|") + count(part, "'''");
  return html > 1 && html > 4 * wikitext;
}

Look look_at_tags(std::string_view text) {
  const std::string_view root = first_element(text);
  const bool is_xml = text.starts_with("<?xml");
  if (root == "mediawiki") return {Kind::xml_export, "an XML export"};
  if (starts_like(root, "html")) return {Kind::html, "an HTML page"};
  if (root == "svg") return {Kind::foreign, "an SVG image", save_article};
  if (is_html(text)) return {Kind::html, "a part of an HTML page"};
  if (is_xml) {
    return {Kind::foreign, "XML of another kind",
            "of XML only exports of MediaWiki (<mediawiki>) are read"};
  }
  return {};
}

/// The names of the members of the first object in JSON, as far as `text` goes.
std::vector<std::string_view> first_keys(std::string_view text) {
  std::vector<std::string_view> keys;
  std::size_t depth = 0;
  std::size_t arrays = 0;  // Those around the first object.
  bool expects_key = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '"': {
        std::size_t end = i + 1;
        while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2U : 1U;
        if (depth == 1 && expects_key && end < text.size()) {
          keys.push_back(text.substr(i + 1, end - i - 1));
          expects_key = false;
        }
        i = end;
        break;
      }
      case '[':
        depth == 0 ? ++arrays : ++depth;
        break;
      case '{':
        ++depth;
        expects_key = depth == 1;
        break;
      case ']':
      case '}':
        if (depth == 0 || --depth == 0) return keys;
        break;
      case ',':
        expects_key = depth == 1;
        break;
      default:
        break;
    }
  }
  return keys;
}

/// Whether text that begins with a bracket is JSON, and no template, table or link.
bool opens_json(std::string_view text) {
  const char first = text.front();
  if (first != '{' && first != '[') return false;
  const std::string_view rest = without_blanks(text.substr(1));
  if (rest.empty()) return true;
  if (first == '{') return rest.front() == '"' || rest.front() == '}';
  if (text.starts_with("[[")) return without_blanks(text.substr(2)).starts_with('"');
  return rest.front() == '{' || rest.front() == ']' || rest.front() == '[' ||
         (rest.front() == '"' && contains(rest.substr(1), "\""));
}

Look look_at_json(std::string_view text) {
  const std::vector<std::string_view> keys = first_keys(text);
  const auto has = [&](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  if (has("article_body") || (has("name") && has("url") && has("identifier")))
    return {Kind::pages_json, "an Enterprise dump"};
  if (has("schema") || (has("matches") && (has("competition") || has("standings"))))
    return {Kind::season_json, "season JSON"};
  if (has("query") || has("parse") || has("batchcomplete") || (has("error") && !has("matches")))
    return {Kind::pages_json, "an answer of MediaWiki's API"};
  if (has("title") && (has("source") || has("html") || has("revisions") || has("wikitext")))
    return {Kind::pages_json, "an answer of MediaWiki's REST API"};
  return {Kind::other_json, "JSON of another kind",
          "of JSON only answers of MediaWiki's APIs and Enterprise dumps are articles"};
}

/// How often `separator` stands in a line outside of quotes.
std::size_t fields_in(std::string_view line, char separator) {
  std::size_t found = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == separator && !quoted) ++found;
  }
  return found;
}

/// Whether all of the first lines have the same number of fields, as in no article.
bool is_table(std::string_view text, char separator, bool named_so) {
  constexpr std::size_t lines_looked_at = 12;
  std::size_t lines = 0;
  std::size_t fields = 0;
  while (!text.empty() && lines < lines_looked_at) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty()) continue;
    const std::size_t own = fields_in(line, separator);
    if (lines == 0) fields = own;
    if (own == 0 || own != fields || line.starts_with('=') || line.starts_with('|')) return false;
    ++lines;
  }
  if (named_so) return lines > 0;
  return lines > 1 && (fields > 1 || lines > 3);
}

std::optional<Look> look_at_table(std::string_view text, std::string_view path) {
  const bool named_so = ends_like(path, ".csv") || ends_like(path, ".tsv");
  for (const char separator : {',', ';', '\t'}) {
    if (!is_table(text, separator, named_so)) continue;
    const std::string_view name = separator == '\t' ? "a table with tabs (TSV)" : "a CSV table";
    return Look{Kind::foreign, name, save_sheet};
  }
  return std::nullopt;
}

/// A page that a browser has saved together with its images.
bool is_web_archive(std::string_view text) {
  const std::string_view head = text.substr(0, 4096);
  return (head.starts_with("From: ") || head.starts_with("MIME-Version:")) &&
         contains(head, "multipart/related");
}

Look look_at_text(std::string_view start, std::string_view text, std::string_view path) {
  for (const Magic& it : openings) {
    if (text.starts_with(it.bytes)) return {Kind::foreign, it.name, it.advice};
  }
  if (is_web_archive(text))
    return {Kind::foreign, "a web archive (MHTML)", "save the page as HTML, or its wikitext"};
  const std::optional<football::Form> named = form_of(path);
  wiki::Form form = wiki::detect_form(start);
  if (named) {
    form = wiki::detect_form(
        start, *named == football::Form::wikitext ? wiki::Form::wikitext : wiki::Form::rendered);
  }
  if (form == wiki::Form::wikitext) return {Kind::wikitext, "wikitext"};
  if (const std::optional<Look> table = look_at_table(text, path)) return *table;
  return {Kind::rendered, "text"};
}

}  // namespace

Look look_at(std::string_view start, std::string_view path) {
  if (const std::optional<Look> binary = look_at_binary(start)) return *binary;
  const std::string_view text = without_blanks(start);
  if (text.empty()) return {Kind::empty, "an empty file"};
  if (text.starts_with('<')) {
    if (const Look tags = look_at_tags(text); tags.kind != Kind::empty) return tags;
  }
  if (opens_json(text)) return look_at_json(text);
  return look_at_text(start, text, path);
}

Kind kind_of(std::string_view start) { return look_at(start).kind; }

std::string refusal(const Look& look) {
  std::string out = "this is ";
  out.append(look.name).append(", which is no article: ").append(look.advice);
  return out;
}

}  // namespace acta::input
