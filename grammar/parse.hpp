#pragma once
/// How a reader asks a rule, and what its actions go by.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <tao/pegtl.hpp>

#include "text/characters.hpp"
#include "words/words.hpp"

namespace acta::grammar {

namespace pegtl = tao::pegtl;

/// How much of `text` a rule takes; nothing when it does not match.
template <typename Rule, template <typename...> class Action = pegtl::nothing,
          template <typename...> class Control = pegtl::normal, typename... States>
std::optional<std::size_t> parse(std::string_view text, States&... states) {
  pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in(
      text.data(), text.data() + text.size(), "");
  if (!pegtl::parse<Rule, Action, Control>(in, states...)) return std::nullopt;
  return static_cast<std::size_t>(in.current() - text.data());
}

/// A rule whose actions fill a part of the state.  Each attempt begins with an empty one: an action
/// runs as soon as its rule matches, and what an attempt that failed later has left is wiped.
template <typename Rule, auto Part>
struct fills : pegtl::normal<Rule> {
  static void start(const auto&, auto& state) { state.*Part = {}; }
};

/// What a rule can begin with: `marks`, and whatever words of the kinds begin with.
inline text::ByteSet heads_of(std::string_view marks, std::initializer_list<words::Kind> kinds) {
  text::ByteSet heads(marks);
  for (const words::Kind kind : kinds) heads = heads | words::heads(kind);
  return heads;
}

/// A number of few digits.
constexpr std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace acta::grammar
