#pragma once
/// A file becomes articles: what it is is looked at first, and then read step by step.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/articles.hpp"
#include "input/kind.hpp"
#include "input/pool.hpp"
#include "input/select.hpp"
#include "input/stream.hpp"

namespace acta::input {

/// No article or answer is larger.
inline constexpr std::size_t size_limit = std::size_t{1} << 30U;

/// Reads files of any kind.  `read` is called by one thread at a time, `article_of` by any.
class Reader {
 public:
  /// `more` finds pages that are not in the file itself; `work` is a folder for what waits.
  Reader(const Selector& selector, acta::Pages more, std::string work, Pool& pool)
      : selector_(selector), more_(std::move(more)), work_(std::move(work)), pool_(pool) {}

  /// Gives the articles of a file to `sink`.
  Came read(const SourceFile& file, Sink& sink) const;

  /// The article that `bytes`, the whole of a file, are; nothing when they have to be read by
  /// `read`: packed, or of several pages.  Throws SourceFailure for what is no article.
  std::optional<Article> article_of(const SourceFile& file, std::string& bytes) const;

 private:
  const Selector& selector_;
  acta::Pages more_;
  std::string work_;
  Pool& pool_;
};

}  // namespace acta::input
