#pragma once
/// What bytes are, before anybody reads them: the one place where that is decided.

#include <cstdint>
#include <string>
#include <string_view>

namespace acta::input {

/// How bytes are read, if they are.
enum class Kind : std::uint8_t {
  empty,        ///< Nothing but blanks.
  rendered,     ///< The text of a page as readers see it, and any text that is nothing else here.
  wikitext,     ///< The text of a page as editors see it.
  html,         ///< A page as browsers get it, or the part of one that holds the article.
  xml_export,   ///< Pages as Special:Export and dumps have them.
  pages_json,   ///< Pages as MediaWiki's API and REST API, and Enterprise dumps have them.
  season_json,  ///< What acta itself writes.
  other_json,   ///< JSON of another kind.
  gzip,
  bzip2,
  zstd,
  tar,
  foreign  ///< None of these: `name` and `advice` say what, and what to do.
};

/// What bytes are, for programs and for people.
struct Look {
  Kind kind = Kind::empty;
  std::string_view name = {};    ///< "a PDF document"
  std::string_view advice = {};  ///< What to do with what is not read; empty for what is.
};

/// How much of the start of a file is enough to look at.
inline constexpr std::size_t look_size = std::size_t{1} << 20U;

/// Looks at the first bytes of a file, decompressed ones too.  `path` counts where the bytes leave
/// it open: rendered text or wikitext, and what one line with commas is.
Look look_at(std::string_view start, std::string_view path = {});

/// The kind alone.
Kind kind_of(std::string_view start);

/// "this is a PDF document: save the article's text or wikitext", of a kind that is not read.
std::string refusal(const Look& look);

}  // namespace acta::input
