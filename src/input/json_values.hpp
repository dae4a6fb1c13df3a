#pragma once
/// JSON values one after the other: one object, an array of them, or one a line (NDJSON).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta::input {

/// Cuts bytes that arrive in pieces into their outermost objects; an array of objects counts as the
/// objects in it.  It does not judge what is in them.
class JsonValues {
 public:
  /// One object as it is written, and the line that it starts in.
  struct Value {
    std::string text;
    std::uint64_t line = 1;
  };

  /// No answer and no page of a dump is larger.
  static constexpr std::size_t size_limit = std::size_t{1} << 30U;

  /// Adds bytes.
  void add(std::string_view bytes);

  /// The next whole object; nothing when more bytes are needed.  Throws SourceFailure for what is
  /// no object, and for one beyond the limit.
  std::optional<Value> next();

  /// Says that there is no more.  Throws SourceFailure when an object has no end.
  void finish() const;

 private:
  std::string buffer_;
  std::size_t at_ = 0;     ///< What is before was looked at.
  std::size_t start_ = 0;  ///< Of the object in hand.
  std::size_t depth_ = 0;
  bool in_text_ = false;
  std::uint64_t line_ = 1;
  std::uint64_t start_line_ = 1;
};

}  // namespace acta::input
