#pragma once
/// The severities that a project gives to codes, in place of those in the table.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "finding/diagnostic.hpp"

namespace acta::tool {

/// Severities by code; a code that is not set keeps its own.
class Severities {
 public:
  /// Sets a code to "error", "warning", "info" or "off".  Returns what is wrong with the words,
  /// nothing when they were understood.
  std::string set(std::string_view code, std::string_view severity);

  /// Takes over what `other` sets.
  void add(const Severities& other);

  /// Whether findings of `code` are not wanted.
  bool is_off(finding::Code code) const { return at(code) == Setting::off; }

  /// The severity that was set, if one was.
  std::optional<finding::Severity> of(finding::Code code) const;

 private:
  enum class Setting : std::uint8_t { error, warning, info, off, none };

  Setting at(finding::Code code) const { return settings_[static_cast<std::size_t>(code)]; }

  static constexpr auto unset = [] {
    std::array<Setting, 256> settings{};
    settings.fill(Setting::none);
    return settings;
  }();

  std::array<Setting, 256> settings_ = unset;
};

}  // namespace acta::tool
