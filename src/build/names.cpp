#include "build/names.hpp"

#include <algorithm>
#include <array>

#include "text/hash.hpp"
#include "text/unicode.hpp"

namespace acta::build {
namespace {

/// File systems take 255 bytes; the rest is for "-2", ".json" and what others add.
constexpr std::size_t longest = 200;

bool is_reserved(std::string_view slug) {
  static constexpr std::array<std::string_view, 4> devices = {"aux", "con", "nul", "prn"};
  if (std::find(devices.begin(), devices.end(), slug) != devices.end()) return true;
  const bool port = slug.size() == 4 && (slug.starts_with("com") || slug.starts_with("lpt"));
  return port && slug.back() >= '0' && slug.back() <= '9';
}

}  // namespace

std::string base_slug(std::string_view title, std::string_view file) {
  std::string slug = text::slug(title);
  if (slug.empty()) slug = text::slug(file);
  if (slug.empty()) slug = "article";
  if (slug.size() > longest) {
    const std::string hash = text::sha256(slug).substr(0, 8);
    slug.resize(longest - 1 - hash.size());
    slug += "-" + hash;
  }
  return is_reserved(slug) ? "x-" + slug : slug;
}

std::string Slugs::take(const std::string& base) {
  std::string slug = base;
  for (unsigned number = 2; !taken_.insert(slug).second; ++number) {
    slug = base + "-" + std::to_string(number);
  }
  return slug;
}

}  // namespace acta::build
