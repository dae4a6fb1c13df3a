#include "input/json_values.hpp"

#include <utility>

#include "input/failure.hpp"

namespace acta::input {

void JsonValues::add(std::string_view bytes) {
  // What was handed out is let go only here, so that a thousand small objects cost one move.
  const std::size_t done = depth_ > 0 ? start_ : at_;
  buffer_.erase(0, done);
  at_ -= done;
  start_ = 0;
  if (line_ == 1 && buffer_.empty() && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  buffer_ += bytes;
}

std::optional<JsonValues::Value> JsonValues::next() {
  for (; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (c == '\n') ++line_;
    if (in_text_) {
      if (c == '\\') {
        if (at_ + 1 == buffer_.size()) return std::nullopt;  // Its second half is yet to come.
        ++at_;
      }
      in_text_ = c != '"';
    } else if (depth_ > 0) {
      in_text_ = c == '"';
      if (c == '{' || c == '[') ++depth_;
      if ((c == '}' || c == ']') && --depth_ == 0) {
        ++at_;
        return Value{buffer_.substr(start_, at_ - start_), start_line_};
      }
    } else if (c == '{') {
      depth_ = 1;
      start_ = at_;
      start_line_ = line_;
    } else if (std::string_view(" \t\r\n,[]").find(c) == std::string_view::npos) {
      throw SourceFailure("line " + std::to_string(line_) +
                          ": what stands there is no JSON object");
    }
  }
  if (depth_ > 0 && buffer_.size() - start_ > size_limit)
    throw SourceFailure("a JSON object larger than 1 GiB");
  return std::nullopt;
}

void JsonValues::finish() const {
  if (depth_ > 0) {
    throw SourceFailure("the JSON object that starts in line " + std::to_string(start_line_) +
                        " has no end");
  }
}

}  // namespace acta::input
