#pragma once
/// MediaWiki XML exports ("dumps"): their pages, one by one, as the bytes arrive.
///
/// An export escapes every "<" of a page, so a "<" always opens a tag, and a page that nobody wants
/// costs a search for the next one.  This is no XML parser: it reads what MediaWiki writes (export
/// schemas 0.3 to 0.11), and what tools make of that on the way: prefixes of names, comments,
/// instructions and CDATA sections.  Declarations of entities are refused.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace acta::wiki {

/// The bytes are no export, or a part of one.
class DumpError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One page with its last revision.  The views are escaped as in the export, and end with the call.
struct DumpPage {
  std::string_view title;
  int ns = 0;  ///< Number of the namespace: 0 articles, 10 templates.
  bool redirect = false;
  std::string_view redirect_to;  ///< The title it leads to; empty where the export does not say.
  std::string_view model;        ///< "wikitext", "json" ...; empty where the export does not say.
  std::optional<std::int64_t> page_id;
  std::optional<std::int64_t> revision_id;
  std::string_view timestamp;  ///< "2024-05-29T20:00:00Z"; empty when not said.
  std::string_view text;       ///< Wikitext; empty when deleted or not in the export.
  std::uint64_t number = 0;    ///< Place in the export, from 0.
};

/// Finds the pages of one export, given in pieces of any size.
class DumpReader {
 public:
  using Visit = std::function<void(const DumpPage&)>;

  /// No page is larger: MediaWiki's own limit for a revision is 2 MiB, histories have many.
  static constexpr std::size_t page_limit = std::size_t{1} << 30U;

  explicit DumpReader(Visit visit) : visit_(std::move(visit)) {}

  DumpReader(const DumpReader&) = delete;
  DumpReader& operator=(const DumpReader&) = delete;

  /// Reads on; calls `visit` for each page that is complete.  Throws DumpError for bytes that are
  /// not an export's.
  void read(std::string_view bytes);

  /// Says that there is no more.  Throws DumpError when the export's end was not seen.
  void finish() const;

  /// The number of pages seen.
  std::uint64_t pages() const { return page_.number; }

 private:
  /// Where an element's content stands in its page; 0 for none, as a tag comes first.
  struct Content {
    std::size_t start = 0;
    std::size_t end = 0;
    /// What stands before `start` when a comment or a CDATA section cuts the content in pieces.
    std::string before;
    bool is_cut = false;
  };

  void expect_start(std::size_t end) const;
  std::size_t offset_of(const void* place) const;
  bool read_tag();
  bool read_special(std::size_t at);
  void read_outer_tag(std::string_view name, bool closes, std::size_t at);
  void read_page_tag(std::string_view name);
  void finish_page();
  void note(Content& content);
  std::string_view view(Content& content) const;

  Visit visit_;
  std::string buffer_;
  std::size_t scanned_ = 0;     ///< Where the search for the next tag goes on.
  std::size_t special_ = 0;     ///< Where the search for the end of a comment goes on.
  std::size_t page_start_ = 0;  ///< Where the page began, if it is in one.
  bool started_ = false;
  bool ended_ = false;
  bool in_page_ = false;
  bool in_revision_ = false;
  Content* open_ = nullptr;  ///< The element that the next tag ends.
  DumpPage page_;
  Content title_, ns_, page_id_, revision_id_, timestamp_, model_, text_;
  std::string redirect_to_;
};

/// `text` with the export's entities decoded: "&lt;ref&gt;" -> "<ref>".  What is no entity stays.
std::string unescape(std::string_view text);

}  // namespace acta::wiki
