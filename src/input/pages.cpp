#include "input/pages.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "input/failure.hpp"
#include "wiki/dump.hpp"
#include "wiki/title.hpp"

namespace acta::input {
namespace {

/// Texts of so many bytes need no file.
constexpr std::uint64_t memory_limit = std::uint64_t{4} << 20U;

/// A wiki follows one redirect; a dump that is being edited may hold a few in a row, and circles.
constexpr int longest_chain = 4;

/// A title to look up by; a section's name is no part of it.
std::string normalize(std::string_view title) {
  return wiki::normalize_title(title.substr(0, title.find('#')));
}

/// FNV-1a.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return value;
}

}  // namespace

void Spool::open() {
  std::string name = folder_ + "/spool.XXXXXX";
  file_ = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (file_.number() < 0) throw Failure::of(folder_, "cannot be written", errno);
  ::unlink(name.c_str());
}

Spool::Place Spool::add(std::string_view text) {
  const std::lock_guard lock(mutex_);
  const Place place{size_, text.size()};
  if (file_.number() < 0) {
    if (size_ + text.size() <= memory_limit) {
      first_ += text;
      size_ += text.size();
      return place;
    }
    open();
  }
  while (!text.empty()) {
    const ssize_t count = ::pwrite(file_.number(), text.data(), text.size(),
                                   static_cast<off_t>(size_ - first_.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Failure::of(folder_, "cannot be written", errno);
    size_ += static_cast<std::uint64_t>(count);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return place;
}

std::string Spool::text(const Place& place) const {
  std::uint64_t in_memory = 0;
  {
    const std::lock_guard lock(mutex_);
    in_memory = first_.size();
    if (place.offset < in_memory || place.size == 0)
      return first_.substr(std::min(place.offset, in_memory), place.size);
  }
  std::string text(place.size, '\0');
  for (std::size_t used = 0; used < text.size();) {
    const ssize_t count = ::pread(file_.number(), text.data() + used, text.size() - used,
                                  static_cast<off_t>(place.offset - in_memory + used));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Failure::of(folder_, "cannot be read", errno);
    used += static_cast<std::size_t>(count);
  }
  return text;
}

void PageStore::add(std::string_view title, std::string_view text, bool escaped) {
  const Kept kept{spool_.add(text), escaped};
  const std::lock_guard lock(mutex_);
  pages_.insert_or_assign(normalize(title), kept);
}

void PageStore::add_redirect(std::string_view title, std::string_view target) {
  const std::string from = normalize(title);
  const Spool::Place place = spool_.add(from + "\n" + normalize(target));
  const std::lock_guard lock(mutex_);
  redirects_.insert_or_assign(hash(from), place);
}

std::optional<std::string> PageStore::find(std::string_view title) const {
  std::string name = normalize(title);
  for (int steps = 0; steps <= longest_chain; ++steps) {
    if (const std::optional<Kept> found = kept(name)) {
      std::string text = spool_.text(found->place);
      return found->escaped ? wiki::unescape(text) : text;
    }
    std::optional<std::string> next = target(name);
    if (!next) break;
    name = std::move(*next);
  }
  return std::nullopt;
}

std::optional<PageStore::Kept> PageStore::kept(const std::string& title) const {
  const std::lock_guard lock(mutex_);
  const auto found = pages_.find(title);
  if (found == pages_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> PageStore::target(const std::string& title) const {
  Spool::Place place;
  {
    const std::lock_guard lock(mutex_);
    const auto found = redirects_.find(hash(title));
    if (found == redirects_.end()) return std::nullopt;
    place = found->second;
  }
  const std::string both = spool_.text(place);
  // Two titles may share a hash.
  const std::size_t end = both.find('\n');
  if (std::string_view(both).substr(0, end) != title) return std::nullopt;
  return both.substr(end + 1);
}

}  // namespace acta::input
