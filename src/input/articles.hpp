#pragma once
/// The articles of a file, whatever the file is: text, an export, answers of the API, an archive.
///
/// `extract`, `check`, `explain`, `parse` and `build` all read through here, so what one of them
/// takes for an article, all do.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "acta.hpp"
#include "input/selection.hpp"
#include "input/sources.hpp"

namespace acta::input {

/// One article, ready for `acta::convert`.
struct Article {
  /// Which of the file's it is: the title of a page, the path in an archive; empty where the file
  /// is one article.
  std::string name = {};
  std::uint64_t number = 0;  ///< Place in the file.
  std::string text = {};
  bool escaped = false;   ///< The text is as in an export.
  bool may_wait = false;  ///< Pages it asks for may come later in the file.
  acta::Options options = {};
};

/// How a file came out.
enum class Came : std::uint8_t {
  whole,    ///< Every article of it was given.
  failed,   ///< It is damaged, unreadable or of a kind that is not read, from some place on.
  nothing,  ///< It has pages, and none of them was asked for.
  ignored   ///< It is no source at all, such as season JSON in a folder of articles.
};

/// What is done with what a file holds.
class Sink {
 public:
  Sink() = default;
  virtual ~Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// Takes an article.
  virtual void take(Article article) = 0;

  /// Finishes what waits: all pages of the file have come.
  virtual void finish() {}

  /// Hears what is wrong with the file, or with one page or member of it.
  virtual void fail(std::string_view name, std::string_view why) = 0;

  /// Takes season JSON, or other JSON that is no page; false where only articles are read.
  virtual bool take_records(std::string json) {
    static_cast<void>(json);
    return false;
  }

  /// Whether a page that was selected is to be taken.
  virtual bool has_page(std::string_view title) const {
    static_cast<void>(title);
    return true;
  }

  /// Whether it is no use to go on.
  virtual bool stopped() const { return false; }

  /// Hears how many more bytes of the file were read.
  virtual void read(std::uint64_t bytes) { static_cast<void>(bytes); }
};

/// Reads files one by one, and gives their articles in the order in which they stand.
class InOrder {
 public:
  /// What is done with what is found; `records` may be empty.
  struct Visits {
    std::function<void(Article)> article;
    std::function<void(std::string_view name, std::string_view why)> fail;
    std::function<void(std::string json)> records;
  };

  /// `more` finds pages that are not in the file itself.  Throws Failure for a selection that is no
  /// regular expression.
  explicit InOrder(const Selection& selection = {}, acta::Pages more = nullptr);
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  /// Reads one file; what is wrong with it is told by `fail`.
  Came read(const SourceFile& file, const Visits& visits);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Whether an article gave no record at all, and no page that it asks for would: its text is of
/// something else.
bool is_bare(const Result& result);

/// What is said of a text that gave none.
inline constexpr std::string_view nothing_found =
    "nothing of a football season was found in this text";

}  // namespace acta::input
