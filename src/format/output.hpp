#pragma once
/// A string that is written to quickly.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace acta::format {

/// Appends to a string, which has its right size again once the Output is gone.
///
/// The string is grown ahead of the writing and never to its whole capacity at once: filling that
/// with zeros would cost a caller who reuses a large string for many small seasons.
class Output {
 public:
  using Ch = char;  ///< RapidJSON's name for the unit of a stream.

  explicit Output(std::string& target) : target_(target), start_(target.size()) {
    end_ = at_ = target_.data() + start_;
  }

  ~Output() { target_.resize(size()); }

  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Makes room for `count` bytes.
  void reserve(std::size_t count) {
    if (static_cast<std::size_t>(end_ - at_) < count) grow(count);
  }

  /// Appends a byte; `reserve` has made the room.
  void Put(char byte) { *at_++ = byte; }

  /// RapidJSON's end of output: nothing to do.
  void Flush() {}

  void append(std::string_view bytes) {
    reserve(bytes.size());
    std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
  }

  /// Appends a newline and `indent` blanks.
  void newline(std::size_t indent) {
    reserve(indent + 1);
    *at_ = '\n';
    std::memset(at_ + 1, ' ', indent);
    at_ += indent + 1;
  }

  /// The place of the next byte, for those who write by themselves after `reserve`.
  char* at() { return at_; }

  /// Says that the bytes up to `at` are written; an earlier place takes bytes back.
  void set(char* at) { at_ = at; }

  /// The number of bytes in the string, those that were there before included.
  std::size_t size() const { return static_cast<std::size_t>(at_ - target_.data()); }

 private:
  void grow(std::size_t count) {
    const std::size_t used = size();
    constexpr std::size_t least = 16384;
    target_.resize(used + std::max({count, used - start_, least}));
    at_ = target_.data() + used;
    end_ = target_.data() + target_.size();
  }

  std::string& target_;
  std::size_t start_;
  char* at_;
  char* end_;
};

/// RapidJSON's hooks, found by argument: its writers reserve once a value.
inline void PutReserve(Output& output, std::size_t count) { output.reserve(count); }

inline void PutUnsafe(Output& output, char byte) { output.Put(byte); }

}  // namespace acta::format
