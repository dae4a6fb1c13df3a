#include "severities.hpp"

#include "format/findings.hpp"

namespace acta::tool {
namespace {

constexpr std::array<std::string_view, 4> words = {"error", "warning", "info", "off"};

}  // namespace

std::string Severities::set(std::string_view code, std::string_view severity) {
  const std::optional<finding::Code> known = finding::code_named(code);
  if (!known) {
    std::string what = "unknown code \"" + std::string(code) + "\"";
    const std::string_view similar = format::similar_code(code);
    if (!similar.empty()) return what + ", did you mean " + std::string(similar) + "?";
    return what + " (acta rules lists them)";
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (severity != words[i]) continue;
    settings_[static_cast<std::size_t>(*known)] = static_cast<Setting>(i);
    return {};
  }
  return "unknown severity \"" + std::string(severity) + "\" of " + std::string(code) +
         ", expected error, warning, info or off";
}

void Severities::add(const Severities& other) {
  for (std::size_t i = 0; i < settings_.size(); ++i) {
    if (other.settings_[i] != Setting::none) settings_[i] = other.settings_[i];
  }
}

std::optional<finding::Severity> Severities::of(finding::Code code) const {
  const Setting setting = at(code);
  if (setting == Setting::off || setting == Setting::none) return std::nullopt;
  return static_cast<finding::Severity>(setting);
}

}  // namespace acta::tool
