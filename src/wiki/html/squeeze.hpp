#pragma once
/// What of a page's HTML is worth parsing.  Private to the HTML front end.
///
/// Most bytes of a saved page are addresses of images, style sheets, scripts and comments, which
/// say nothing of a season.  They are cut out before the parser sees them, which saves it two
/// fifths of the work and takes away what it would read in more than linear time: thousands of
/// attributes in one tag.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta::wiki::html {

/// A page without what nobody asks for, and where each byte of it stood.
class Squeezed {
 public:
  /// The text must be smaller than 4 GiB, as that of a Source is.
  explicit Squeezed(std::string_view page);

  const std::string& text() const { return text_; }

  /// Where in the page a comment, a script or a quoted value begins that nothing closes; npos when
  /// all are closed.
  std::size_t unclosed() const { return unclosed_; }

  /// Where a byte of `text()` stands in the page.  Quick for offsets that grow.
  std::uint32_t origin(std::uint32_t offset);

 private:
  /// From `offset` of the squeezed text on, `skipped` bytes of the page are missing.
  struct Cut {
    std::uint32_t offset;
    std::uint32_t skipped;
  };

  void keep(std::size_t begin, std::size_t end);
  std::size_t tag(std::size_t begin);

  std::string_view page_;
  std::string text_;
  std::vector<Cut> cuts_;
  std::size_t kept_to_ = 0;  ///< Where in the page what was kept last ends.
  std::size_t unclosed_ = std::string_view::npos;
  std::size_t at_ = 0;  ///< The cut that was asked for last.
};

}  // namespace acta::wiki::html
