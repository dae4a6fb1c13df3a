#include "wiki/wikitext/expression.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text/characters.hpp"
#include "words/signs.hpp"

namespace acta::wiki {

namespace {

constexpr int deepest = 20;
constexpr std::size_t longest = 300;

/// Reads an expression by precedence: round is weakest, then + and -, then * and /, then ^.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<double> read() {
    const std::optional<double> value = rounded(0);
    skip();
    return text_.empty() ? value : std::nullopt;
  }

 private:
  void skip() {
    while (!text_.empty() &&
           (text_.front() == ' ' || text_.front() == '\t' || text_.front() == '\n'))
      text_.remove_prefix(1);
  }

  bool take(std::string_view mark) {
    skip();
    if (!text_.starts_with(mark)) return false;
    text_.remove_prefix(mark.size());
    return true;
  }

  std::optional<double> rounded(int depth) {
    std::optional<double> value = sum(depth);
    while (value && take("round")) {
      const std::optional<double> digits = sum(depth);
      if (!digits || std::abs(*digits) > 15) return std::nullopt;
      const double scale = std::pow(10.0, std::trunc(*digits));
      value = std::round(*value * scale) / scale;
    }
    return value;
  }

  std::optional<double> sum(int depth) {
    std::optional<double> value = product(depth);
    while (value) {
      const bool minus = take("-") || take(words::minus_sign);
      if (!minus && !take("+")) break;
      const std::optional<double> other = product(depth);
      if (!other) return std::nullopt;
      *value += minus ? -*other : *other;
    }
    return value;
  }

  std::optional<double> product(int depth) {
    std::optional<double> value = power(depth);
    while (value) {
      const bool divides = take("/") || take("div");
      if (!divides && !take("*")) break;
      const std::optional<double> other = power(depth);
      if (!other || (divides && *other == 0)) return std::nullopt;
      *value = divides ? *value / *other : *value * *other;
    }
    return value;
  }

  std::optional<double> power(int depth) {
    std::optional<double> value = atom(depth);
    while (value && take("^")) {
      const std::optional<double> other = atom(depth);
      if (!other) return std::nullopt;
      *value = std::pow(*value, *other);
    }
    return value;
  }

  std::optional<double> atom(int depth) {
    if (depth > deepest) return std::nullopt;
    if (take("(")) {
      const std::optional<double> value = rounded(depth + 1);
      return take(")") ? value : std::nullopt;
    }
    if (take("-") || take(words::minus_sign)) {
      const std::optional<double> value = atom(depth + 1);
      return value ? std::optional(-*value) : std::nullopt;
    }
    skip();
    if (text_.empty() || !((text_.front() >= '0' && text_.front() <= '9') || text_.front() == '.'))
      return std::nullopt;
    double value = 0;
    const auto read =
        std::from_chars(text_.data(), text_.data() + text_.size(), value, std::chars_format::fixed);
    if (read.ec != std::errc()) return std::nullopt;
    text_.remove_prefix(static_cast<std::size_t>(read.ptr - text_.data()));
    return value;
  }

  std::string_view text_;
};

}  // namespace

std::optional<std::string> evaluate(std::string_view expression) {
  if (expression.size() > longest) return std::nullopt;
  const std::optional<double> value = Reader(expression).read();
  if (!value || !std::isfinite(*value) || std::abs(*value) >= 1e15) return std::nullopt;
  // PHP prints 14 digits.
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *value,
                                 std::chars_format::general, 14);
  return std::string(digits.data(), end.ptr);
}

}  // namespace acta::wiki
